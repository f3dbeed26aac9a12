"""The watch of conftest.py sees what a test leaves behind, and lets a tidy test be."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.house.source import ROOT

UNTIDY = """
import logging, sqlite3, subprocess, sys, threading
from PySide6.QtCore import QObject, QTimer, qWarning

kept = []

def test_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()

def test_process(request):
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    request.session.config.add_cleanup(lambda: (process.kill(), process.wait()))

def test_database(tmp_path):
    kept.append(sqlite3.connect(tmp_path / "left.sqlite"))

def test_timer(qapp):
    timer = QTimer()
    timer.start(1000)
    kept.append(timer)

def test_log():
    logging.getLogger("segdesk").warning("unforeseen")

def test_qt_warning(qapp):
    qWarning("unforeseen")

def test_slot(qtbot):
    def fail():
        raise ValueError
    QTimer.singleShot(0, fail)
    qtbot.wait(20)

def test_tidy(qtbot, tmp_path, caplog):
    sqlite3.connect(tmp_path / "closed.sqlite").close()
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()
    logging.getLogger("segdesk").warning("foreseen")
    caplog.clear()
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("untidy")
    conftest = (ROOT / "tests" / "conftest.py").read_text("utf-8")
    # What ends by itself isn't the question here.
    hasty, changes = re.subn(r"PATIENCE_S = .*", "PATIENCE_S = 0.1", conftest)
    assert changes == 1
    (folder / "conftest.py").write_text(hasty, "utf-8")
    (folder / "test_untidy.py").write_text(UNTIDY, "utf-8")
    command = ["-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", "-p", "no:cov", "-c"]
    done = subprocess.run(
        [sys.executable, *command, str(ROOT / "pyproject.toml"), str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize(
    "name", ["thread", "process", "database", "timer", "log", "qt_warning", "slot"], ids=str
)
def test_that_the_watch_sees(report: str, name: str):
    assert re.search(rf"^(ERROR|FAILED) \S+::test_{name}\b", report, re.MULTILINE), report


def test_that_the_watch_lets_a_tidy_test_be(report: str):
    assert re.search(r"^PASSED \S+::test_tidy$", report, re.MULTILINE), report
    assert not re.search(r"^(ERROR|FAILED) \S+::test_tidy\b", report, re.MULTILINE), report
