"""Tries SegDesk on this computer: window, worker, database and files. Says what happened as JSON.

It is what a build must pass before anybody gets it, and what support asks for where SegDesk misbehaves.
Everything it makes is in a folder of its own, which is gone afterwards unless one is named.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QEventLoop, QLibraryInfo, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QFileDialog

from segdesk import __version__
from segdesk.app import App, keep_qts_settings
from segdesk.model.events import Failed
from segdesk.paths import APP_NAME, Paths, resource
from segdesk.settings import Settings
from segdesk.ui.errands import SAMPLE
from segdesk.ui.ground import apply_ground
from segdesk.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segdesk.ui.session import View

PATIENCE_S = 180.0
"""For one step. An antivirus that reads every library of a fresh install takes a minute of it."""

_POLL_MS = 20
_STARTS = {".png": b"\x89PNG\r\n\x1a\n", ".pdf": b"%PDF-", ".xlsx": b"PK\x03\x04", ".svg": b"<?xml"}
_SHEETS = "xl/worksheets/"
_FOR_TILLS = "utf-8-sig"
"""What customer lists are written in: Excel knows them as UTF-8 by the mark at their start."""


class SelftestError(Exception):
    """A step did not bring what it should; the message is a code with its facts."""


def run_selftest(arguments: list[str]) -> int:
    """Do what a store manager does, print one JSON document, give 0 if all of it worked, else 1.

    ``arguments`` may name a folder; what was made is then kept there.
    """
    with ExitStack() as stack:
        if arguments:
            folder = Path(arguments[0]).absolute()
            folder.mkdir(parents=True, exist_ok=True)
        else:
            temporary = tempfile.TemporaryDirectory(prefix="segdesk-selftest-", ignore_cleanup_errors=True)
            folder = Path(stack.enter_context(temporary))
        document = _document(folder)
    sys.stdout.write(json.dumps(document, indent=2) + "\n")
    sys.stdout.flush()
    return 0 if document["ok"] else 1


def _document(folder: Path) -> dict[str, Any]:
    from segdesk.engine import kernel

    steps: list[dict[str, Any]] = []
    document: dict[str, Any] = {
        "segdesk": __version__,
        "python": platform.python_version(),
        "qt": QLibraryInfo.version().toString(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "frozen": bool(getattr(sys, "frozen", False)),
        "kernel": kernel.available(),
        "ok": False,
        "steps": steps,
    }
    with _qt_messages() as messages, _home(folder):
        trial = Trial(folder, steps)
        try:
            trial.run()
            document["ok"] = True
        except Exception as error:
            document["failed"] = {
                "step": trial.step,
                "why": str(error) if isinstance(error, SelftestError) else type(error).__name__,
                "details": traceback.format_exc(),
            }
        finally:
            trial.close()
    document |= {"screen": trial.screen, "qt_messages": messages}
    return document


@contextmanager
def _qt_messages() -> Iterator[list[str]]:
    """Collect what Qt complains about: it names a missing library or font before anything fails."""
    messages: list[str] = []

    def listen(kind: QtMsgType, _context: object, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            messages.append(text)
        if kind == QtMsgType.QtFatalMsg:
            sys.stderr.write(text + "\n")  # Qt ends the program now, and no document is printed

    qInstallMessageHandler(listen)
    try:
        yield messages
    finally:
        qInstallMessageHandler(None)


@contextmanager
def _home(folder: Path) -> Iterator[None]:
    """Let the workers keep matplotlib's list of fonts in the folder too."""
    before = os.environ.get("MPLCONFIGDIR")
    os.environ["MPLCONFIGDIR"] = str(folder / "cache")
    try:
        yield
    finally:
        if before is None:
            del os.environ["MPLCONFIGDIR"]
        else:
            os.environ["MPLCONFIGDIR"] = before


class Trial:
    """The steps, and what one leaves for the next."""

    def __init__(self, folder: Path, steps: list[dict[str, Any]]) -> None:
        self.step = ""
        self.screen: dict[str, Any] = {}
        self._folder, self._steps = folder, steps
        self._paths = Paths(folder / "data", folder / "config", folder / "log")
        self._failures: list[Failed] = []
        self._app: App | None = None
        self._window: MainWindow | None = None

    def run(self) -> None:
        """Take the steps, one after the other."""
        made = self._folder / "files"
        for name, act in (
            ("window", self._open_window),
            ("import", self._import_sample),
            ("ward", self._segment_by_ward),
            ("kmeans", self._segment_by_kmeans),
            ("csv", lambda: self._export_lists(made / "lists", is_workbook=False)),
            ("xlsx", lambda: self._export_lists(made / "workbook", is_workbook=True)),
            ("png", lambda: self._export_all(made / "all")),
            ("pdf", lambda: self._export_report(made / "report")),
            ("reopen", self._reopen),
        ):
            self.step = name
            started = time.perf_counter()
            facts = act()
            self._steps.append({"step": name, "seconds": round(time.perf_counter() - started, 3)} | facts)

    def close(self) -> None:
        """Close the window as its user would."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._app = self._window = None

    @property
    def _desk(self) -> tuple[App, MainWindow]:
        assert self._app is not None
        assert self._window is not None
        return self._app, self._window

    @property
    def _view(self) -> View:
        view = self._desk[0].session.view
        if view is None:
            raise SelftestError("no_run")
        return view

    def _until(self, is_done: Callable[[], object], what: str) -> None:
        """Let the window live until something has happened."""
        deadline = time.monotonic() + PATIENCE_S
        while not is_done():
            if self._failures:
                failure = self._failures.pop()
                facts = json.dumps(failure.facts, default=str)
                raise SelftestError(f"{failure.code} {facts}\n{failure.traceback or ''}".strip())
            if time.monotonic() > deadline:
                raise SelftestError(f"timeout {what}")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _POLL_MS)

    def _open_window(self) -> dict[str, Any]:
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            # The system's own file dialogs answer to a person only.
            QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
            application = QApplication(sys.argv[:1])
            application.setApplicationName(APP_NAME)
            keep_qts_settings(self._paths)
        settings = Settings(self._paths.settings)
        apply_ground(application, "dark")
        self._window = MainWindow(settings["geometry"])
        self._window.show()
        self._app = App(application, self._window, settings, self._paths.database)
        self._app.begin(None, self._paths.log)
        self._app.runner.failed.connect(lambda _job, failure: self._failures.append(failure))
        self._app.handouts.failed.connect(self._failures.append)
        self._until(lambda: self._window and self._window.windowHandle().isExposed(), "window")
        screen = self._window.screen()
        self.screen = {
            "platform": application.platformName(),
            "size": [screen.size().width(), screen.size().height()],
            "scale": screen.devicePixelRatio(),
        }
        return {}

    def _import_sample(self) -> dict[str, Any]:
        app, window = self._desk
        window.action("sample").trigger()
        self._until(lambda: app.session.dataset_id is not None, "import")
        info = app.library.info(app.session.dataset_id)
        expected = len(resource(*SAMPLE).read_text("utf-8").splitlines()) - 1  # the header
        if info is None or info.rows != expected:
            raise SelftestError(f"rows {info and info.rows} of {expected}")
        return {"rows": info.rows}

    def _segment_by_ward(self) -> dict[str, Any]:
        _app, window = self._desk
        window.action("run").trigger()
        return self._found("ward")

    def _segment_by_kmeans(self) -> dict[str, Any]:
        from segdesk.model.recipe import Method

        app, window = self._desk
        recipe = replace(self._view.run.recipe, method=Method.KMEANS, parameters={})
        app.session.open_view(None)
        window.panel("configure").run_requested.emit(recipe)  # type: ignore[attr-defined]
        return self._found("kmeans")

    def _found(self, method: str) -> dict[str, Any]:
        app, _window = self._desk
        self._until(lambda: app.session.view is not None and not app.runner.is_busy, method)
        view = self._view
        if str(view.run.recipe.method) != method:
            raise SelftestError(f"method {view.run.recipe.method}")
        return {"run": view.run.id, "sizes": [int(size) for size in view.cut.sizes]}

    def _export_lists(self, folder: Path, *, is_workbook: bool) -> dict[str, Any]:
        """Ask for customer lists on their page and answer the dialog."""
        from segdesk.exports import ListWishes

        app, window = self._desk
        folder.mkdir(parents=True)
        window.panel("lists").export_requested.emit(ListWishes(is_workbook=is_workbook))  # type: ignore[attr-defined]
        self._answer("choose_folder", folder)
        self._until(lambda: app.handouts.is_idle, "lists")
        return _looked_into(folder, "*.xlsx" if is_workbook else "*.csv")

    def _export_all(self, folder: Path) -> dict[str, Any]:
        """Export every chart as PNG and SVG, the lists and the recipe."""
        app, _window = self._desk
        app.flow.export("all", folder)
        self._until(lambda: not app.runner.is_busy, "all")
        for pattern in ("*.svg", "*.csv", "*.json"):
            _looked_into(folder, pattern)
        return _looked_into(folder, "*.png")

    def _export_report(self, folder: Path) -> dict[str, Any]:
        """Ask for the report on its page and answer the dialog."""
        app, window = self._desk
        folder.mkdir(parents=True)
        window.panel("report").report_requested.emit("safe", "pdf")  # type: ignore[attr-defined]
        self._answer("choose_handout", folder / "report.pdf")
        self._until(lambda: app.handouts.is_idle, "report")
        return _looked_into(folder, "*.pdf")

    def _answer(self, name: str, path: Path) -> None:
        dialogs = self._desk[1].findChildren(QFileDialog, name)
        if not dialogs:
            raise SelftestError(f"no_dialog {name}")
        dialogs[-1].fileSelected.emit(str(path))
        dialogs[-1].reject()

    def _reopen(self) -> dict[str, Any]:
        """Find the last run again with a new window, as it would be tomorrow."""
        before = self._view
        self.close()
        self._open_window()
        app, _window = self._desk
        app.flow.open_run(before.run.id)
        again = self._view
        if not (again.labels == before.labels).all() or again.names != before.names:
            raise SelftestError("other_labels")
        return {"run": again.run.id}


def _looked_into(folder: Path, pattern: str) -> dict[str, Any]:
    """Look into exported files: each opens as what its name says, and isn't empty."""
    files = sorted(folder.glob(pattern))
    if not files:
        raise SelftestError(f"no_file {pattern}")
    for file in files:
        if not file.read_bytes().startswith(_STARTS.get(file.suffix, b"")):
            raise SelftestError(f"bad_file {file.name}")
        if file.suffix == ".xlsx":
            with zipfile.ZipFile(file) as book:
                if not any(name.startswith(_SHEETS) for name in book.namelist()):
                    raise SelftestError(f"no_sheet {file.name}")
        if file.suffix == ".csv" and len(file.read_text(_FOR_TILLS).splitlines()) <= 1:
            raise SelftestError(f"no_rows {file.name}")
    return {"files": {file.name: file.stat().st_size for file in files}}
