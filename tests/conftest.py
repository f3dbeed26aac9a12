"""What every test gets: the shared data, a home of its own, and a watch for what it leaves behind."""

from __future__ import annotations

import gc
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

# Before Qt reads them, so that `pytest` alone is as quiet as packaging/dev.py.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LC_ALL", "C.UTF-8")
os.environ["SEGDESK_LANGUAGE"] = "en"  # whatever this machine's user has chosen

import psutil
import pytest

from segdesk.paths import Paths

ROOT = Path(__file__).resolve().parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"
# What ends by itself may take this long to: a killed process on a busy machine.
PATIENCE_S = 3.0
DATABASE_SUFFIXES = (".sqlite", ".sqlite-wal", ".sqlite-shm", ".db")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder of real customer files, which isn't part of the project."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"needs the real files of {SHARED_DATA}, which are not on this machine")
    return SHARED_DATA


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Give folders of this test's own, for this process and those that it starts."""
    base = tmp_path / "home"
    for variable, name in (
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_STATE_HOME", "log"),
    ):
        monkeypatch.setenv(variable, str(base / name))
    paths = Paths(base / "data", base / "config", base / "log")
    for folder in (paths.data, paths.config, paths.log):
        folder.mkdir(parents=True)
    return paths


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a logged warning or worse; a test that expects one asserts it, then ``caplog.clear()``."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    lines = [f"{r.name}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING]
    if lines:
        pytest.fail("unexpected log lines:\n" + "\n".join(lines), pytrace=False)


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, process, open database or Qt timer behind."""
    threads, processes, databases = _threads(), _processes(), _open_databases()
    if _uses_qt(request):
        # Earlier tests imported a million objects: from here on only this test's are looked at.
        gc.collect()
        gc.freeze()
    qt_before = _running_qt_objects() if _uses_qt(request) else {}
    yield
    if _uses_qt(request):
        _delete_closed_widgets()
        qt_left = set(_running_qt_objects().items()) - set(qt_before.items())
        _fail_if("running Qt objects", {name for _, name in qt_left})
    _fail_if("threads", _still(lambda: _threads() - threads))
    _fail_if("processes", _still(lambda: _processes() - processes))
    _fail_if("open databases", _still(lambda: _open_databases() - databases))


def _fail_if(what: str, left: set[str]) -> None:
    if left:
        pytest.fail(f"left behind, {what}: {', '.join(sorted(left))}", pytrace=False)


def _still(look: Callable[[], set[str]]) -> set[str]:
    """Give what is there now and for a while yet."""
    deadline = time.monotonic() + PATIENCE_S
    while left := look():
        if time.monotonic() > deadline:
            return left
        gc.collect()  # a connection inside a dead cycle isn't left behind
        time.sleep(0.02)
    return left


def _threads() -> set[str]:
    # A QThread that ran Python code stays listed as a dummy after its end; those are looked at below.
    return {
        f"{thread.name} ({thread.ident})"
        for thread in threading.enumerate()
        if not isinstance(thread, threading._DummyThread)
    }


def _processes() -> set[str]:
    found = set()
    for process in psutil.Process().children(recursive=True):
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                continue
            command = " ".join(process.cmdline())
        except psutil.NoSuchProcess:
            continue
        # Python's own helper of multiprocessing lives as long as the process that needed it.
        if "multiprocessing.resource_tracker" not in command:
            found.add(f"{process.pid} {command[:120]}")
    return found


def _open_databases() -> set[str]:
    return {file.path for file in psutil.Process().open_files() if file.path.endswith(DATABASE_SUFFIXES)}


def _uses_qt(request: pytest.FixtureRequest) -> bool:
    return bool({"qtbot", "qapp"} & set(request.fixturenames))


def _delete_closed_widgets() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    # Outside an event loop nothing else does what deleteLater() asked for.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def _running_qt_objects() -> dict[int, str]:
    """Give running threads and active timers by identity."""
    from PySide6.QtCore import QObject, QThread, QTimer
    from shiboken6 import isValid

    found = {}
    for thing in gc.get_objects():
        # type(), not isinstance(): it asks no lazily built proxy for its class.
        if not issubclass(type(thing), QObject) or not isValid(thing):
            continue
        if isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread():
            found[id(thing)] = f"{type(thing).__name__} {thing.objectName()!r}"
        elif isinstance(thing, QTimer) and thing.isActive():
            found[id(thing)] = f"{type(thing).__name__} {thing.objectName()!r} every {thing.interval()} ms"
    return found
