"""Two fifths longer than English, every word still fits its place."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QPushButton, QWidget

from segdesk.ui.widgets.elided import ElidedLabel
from tests.e2e.conftest import SAMPLE, Desk
from tests.e2e.places import PLACES
from tests.house.source import ROOT
from tests.pseudo import pseudo_language

SIZE = (1366, 768)
SCALE = "QT_SCALE_FACTOR"
SLACK = 1
"""Pixels that rounding may take."""


def cut_off(widget: QWidget) -> str:
    """Say which text of a widget doesn't fit; empty where it does."""
    match widget:
        case ElidedLabel():
            return ""  # it says all of it in its tip
        case QLabel() if widget.objectName() == "verdict_advice":
            return ""  # shortens itself to four lines, and says all of it in its tip
        case QLabel() if widget.text() and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            is_cut = needed > widget.height() + SLACK
        case QLabel() if widget.text():
            is_cut = widget.sizeHint().width() > widget.width() + SLACK
        case QPushButton() | QCheckBox() if widget.text():
            is_cut = widget.sizeHint().width() > widget.width() + SLACK
        case QComboBox():
            needed = widget.fontMetrics().horizontalAdvance(widget.currentText())
            is_cut = needed > widget.width() and not widget.toolTip()
        case _:
            return ""
    shown = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
    sizes = (
        f"{widget.width()}×{widget.height()}, not {widget.sizeHint().width()}×{widget.sizeHint().height()}"
    )
    return f"{type(widget).__name__} {widget.objectName()!r} {shown[:60]!r} {sizes}" if is_cut else ""


def outside(widget: QWidget) -> str:
    """Say that a button sticks out of what holds it, where it can't be seen whole."""
    parent = widget.parentWidget()
    if not isinstance(widget, QAbstractButton) or parent is None or parent.rect().contains(widget.geometry()):
        return ""
    return f"{widget.objectName()!r} at {widget.geometry()} of {parent.rect()}"


@pytest.fixture
def pseudo() -> Iterator[None]:
    with pseudo_language():
        yield


@pytest.mark.skipif(SCALE in os.environ, reason="is the one below, which this starts")
def test_that_they_are_not_at_200_percent_either() -> None:
    # In a process of its own: Qt asks for the scale once, when it starts.
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(Path(__file__))]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {SCALE: "2"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4_000:]


def test_that_longer_words_are_never_cut_off(pseudo: None, start: Callable[..., Desk]) -> None:
    desk = start()
    desk.window.resize(*SIZE)
    desk.drop(SAMPLE)
    desk.until_shown("columns")
    desk.window.action("run").trigger()
    desk.until_shown("results")
    desk.window.toaster.clear()
    wrong = []
    for place, show in PLACES.items():
        show(desk)
        desk.qtbot.wait(20)  # layouts settle in the event loop
        for widget in desk.window.findChildren(QWidget):
            if widget.isVisible():
                wrong += [f"{place}: {fault}" for fault in (cut_off(widget), outside(widget)) if fault]
    assert not wrong, "\n".join(dict.fromkeys(wrong))
