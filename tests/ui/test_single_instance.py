"""A second start hands its file to the first; a crash never keeps SegDesk from starting."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from segdesk.paths import WINDOW_LOCK
from segdesk.ui.single_instance import FRESH_S, REQUESTS, SingleInstance

CRASH = """
import os, sys
from pathlib import Path
from segdesk.ui.single_instance import SingleInstance
only = SingleInstance(Path(sys.argv[1]))
assert only.take()
os._exit(1)
"""

OPENED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from segdesk.ui.opened_files import Application
app = Application([])
heard = []
app.asked.connect(heard.append)
QCoreApplication.sendEvent(app, QFileOpenEvent("/a/customers.csv"))
assert heard == [Path("/a/customers.csv")], heard
"""


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[SingleInstance]:
    made = SingleInstance(tmp_path)
    assert made.take()
    made.listen()
    yield made
    made.close()


def test_that_a_second_start_hands_its_file_over(first: SingleInstance, tmp_path: Path, qtbot: QtBot):
    file = tmp_path / "ደንበኞች.csv"
    file.write_text("a\n1\n")
    second = SingleInstance(tmp_path)
    assert not second.take()
    with qtbot.waitSignal(first.asked, timeout=5_000) as asked:
        second.hand_over(file)
    assert asked.args == [file]
    assert list((tmp_path / REQUESTS).iterdir()) == []  # nobody opens it again


def test_that_a_second_start_without_a_file_asks_for_the_window(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot
):
    with qtbot.waitSignal(first.asked, timeout=5_000) as asked:
        SingleInstance(tmp_path).hand_over(None)
    assert asked.args == [None]


def test_that_a_request_made_while_the_first_was_starting_is_heard(qtbot: QtBot, tmp_path: Path):
    made = SingleInstance(tmp_path)
    assert made.take()
    SingleInstance(tmp_path).hand_over(tmp_path / "a.csv")
    with qtbot.waitSignal(made.asked) as asked:
        made.listen()
    assert asked.args == [tmp_path / "a.csv"]
    made.close()


def test_that_an_old_request_is_forgotten(qtbot: QtBot, tmp_path: Path):
    other = SingleInstance(tmp_path)
    assert other.take()
    other.close()
    other.hand_over(tmp_path / "a.csv")
    (request,) = (tmp_path / REQUESTS).iterdir()
    os.utime(request, (time.time() - 2 * FRESH_S,) * 2)
    made = SingleInstance(tmp_path)
    assert made.take()
    with qtbot.assertNotEmitted(made.asked):
        made.listen()
    made.close()
    assert not request.exists()


def test_that_a_lock_that_a_crash_left_does_not_block(qtbot: QtBot, tmp_path: Path):
    subprocess.run([sys.executable, "-c", CRASH, str(tmp_path)], check=False)
    assert (tmp_path / WINDOW_LOCK).exists()
    made = SingleInstance(tmp_path)
    assert made.take()
    made.listen()
    made.close()
    assert SingleInstance(tmp_path).take()  # who closed makes room


def test_that_a_file_opened_from_the_finder_is_heard_of():
    # In a process of its own: there is one application in each.
    subprocess.run([sys.executable, "-c", OPENED], check=True)


def test_that_a_folder_that_cannot_be_written_keeps_nobody_out(qtbot: QtBot, tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    assert SingleInstance(tmp_path / "file").take()
