"""Toasts come, wait while they are attended to, and leave."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from segdesk.ui.widgets.motion import set_reduced_motion
from segdesk.ui.widgets.toast import MOST_AT_ONCE, Toaster


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    result = QWidget()
    result.resize(900, 500)
    qtbot.addWidget(result)
    with qtbot.waitExposed(result):
        result.show()
    return result


@pytest.fixture
def toaster(qapp: QApplication, ground: QWidget) -> Iterator[Toaster]:
    """Give a toaster without fading, so that what leaves has left."""
    set_reduced_motion(qapp, True)
    result = Toaster(ground)
    yield result
    result.clear()
    set_reduced_motion(qapp, False)


def toasts(ground: QWidget) -> list[QFrame]:
    return [toast for toast in ground.findChildren(QFrame, "toast") if not toast.isHidden()]


def texts(ground: QWidget) -> list[str]:
    labels = [toast.findChild(QLabel, "toast_text") for toast in toasts(ground)]
    return [label.text() for label in labels if isinstance(label, QLabel)]


def timer(toast: QFrame) -> QTimer:
    found = toast.findChild(QTimer)
    assert isinstance(found, QTimer)
    return found


def button(toast: QFrame, name: str) -> QAbstractButton:
    found = toast.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def test_that_a_toast_leaves_after_four_seconds(toaster: Toaster, ground: QWidget):
    toaster.show_toast("Saved")
    (toast,) = toasts(ground)
    assert texts(ground) == ["Saved"]
    assert timer(toast).interval() == 4000
    timer(toast).timeout.emit()
    assert toasts(ground) == []


def test_that_a_toast_with_an_action_stays_ten_seconds(toaster: Toaster, ground: QWidget):
    toaster.show_toast("Deleted", action="Undo", on_action=lambda: None)
    assert timer(toasts(ground)[0]).interval() == 10_000


def test_that_the_action_acts_once_and_closes(qtbot: QtBot, toaster: Toaster, ground: QWidget):
    undone: list[str] = []
    toaster.show_toast("Deleted", action="Undo", on_action=lambda: undone.append("yes"))
    qtbot.mouseClick(button(toasts(ground)[0], "toast_action"), Qt.MouseButton.LeftButton)
    assert undone == ["yes"]
    assert toasts(ground) == []


def test_that_a_toast_without_an_action_has_no_button_for_one(toaster: Toaster, ground: QWidget):
    toaster.show_toast("Saved")
    assert button(toasts(ground)[0], "toast_action").isHidden()


def test_that_the_close_button_closes(qtbot: QtBot, toaster: Toaster, ground: QWidget):
    toaster.show_toast("Saved")
    qtbot.mouseClick(button(toasts(ground)[0], "toast_close"), Qt.MouseButton.LeftButton)
    assert toasts(ground) == []


def test_that_it_waits_while_pointed_at(toaster: Toaster, ground: QWidget):
    toaster.show_toast("Saved")
    (toast,) = toasts(ground)
    point = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(point, point, point))
    assert not timer(toast).isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert timer(toast).isActive()


def test_that_it_waits_while_the_keyboard_is_in_it(qtbot: QtBot, toaster: Toaster, ground: QWidget):
    toaster.show_toast("Deleted", action="Undo")
    (toast,) = toasts(ground)
    other = Elsewhere(ground)
    button(toast, "toast_action").setFocus()
    qtbot.waitUntil(lambda: not timer(toast).isActive())
    other.setFocus()
    qtbot.waitUntil(lambda: timer(toast).isActive())


class Elsewhere(QWidget):
    """Something else to put the keyboard in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show()


def test_that_a_toast_does_not_take_the_keyboard(qtbot: QtBot, toaster: Toaster, ground: QWidget):
    other = Elsewhere(ground)
    other.setFocus()
    toaster.show_toast("Deleted", action="Undo")
    qtbot.wait(20)
    assert other.hasFocus()


def test_that_toasts_stack_inside_their_ground_newest_lowest(toaster: Toaster, ground: QWidget):
    for text in ("one", "two", "three"):
        toaster.show_toast(text)
    places = [toast.geometry() for toast in toasts(ground)]
    assert texts(ground) == ["one", "two", "three"]
    for upper, lower in pairwise(places):
        assert upper.bottom() < lower.top()
    assert all(ground.rect().contains(place) for place in places)


def test_that_the_oldest_leaves_when_there_are_too_many(toaster: Toaster, ground: QWidget):
    for number in range(MOST_AT_ONCE + 1):
        toaster.show_toast(str(number))
    assert texts(ground) == [str(number) for number in range(1, MOST_AT_ONCE + 1)]


def test_that_a_long_text_wraps_and_shows_in_full(toaster: Toaster, ground: QWidget):
    toaster.show_toast("A sentence that goes on. " * 12)
    (toast,) = toasts(ground)
    label = toast.findChild(QLabel, "toast_text")
    assert isinstance(label, QLabel)
    assert toast.width() < ground.width()
    assert label.height() >= label.heightForWidth(label.width())


def test_that_toasts_follow_when_the_window_gets_smaller(toaster: Toaster, ground: QWidget):
    toaster.show_toast("Saved")
    ground.resize(500, 300)
    assert ground.rect().contains(toasts(ground)[0].geometry())


def test_that_it_fades_where_motion_is_wanted(qapp: QApplication, qtbot: QtBot, ground: QWidget):
    set_reduced_motion(qapp, False)
    toaster = Toaster(ground)
    toaster.show_toast("Saved")
    (toast,) = toasts(ground)
    assert toast.graphicsEffect() is not None
    # No effect is left on it once it has come: it would blur the text.
    qtbot.waitUntil(lambda: toast.graphicsEffect() is None)
    toaster.clear()
    assert toasts(ground) == [toast]
    qtbot.waitUntil(lambda: toasts(ground) == [])
