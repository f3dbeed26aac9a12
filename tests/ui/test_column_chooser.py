"""Columns of lists are ticked and put in order by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from segdesk.ui.panels.export_columns import ColumnChooser
from tests.ui.finding import child

NAMES = ("customer_id", "age", "income", "opt_out")


@pytest.fixture
def chooser(qtbot: QtBot) -> ColumnChooser:
    result = ColumnChooser(name="lists")
    qtbot.addWidget(result)
    result.resize(360, 420)
    result.show_columns(NAMES)
    result.show()
    qtbot.waitExposed(result)
    return result


def names_of(chooser: ColumnChooser) -> QListWidget:
    return child(chooser, QListWidget, "lists_columns")


def middle(columns: QListWidget, row: int) -> QPoint:
    return columns.visualItemRect(columns.item(row)).center()


def click(chooser: ColumnChooser, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(child(chooser, QPushButton, name), Qt.MouseButton.LeftButton)


def test_that_all_columns_stand_on_the_lists_at_first(chooser: ColumnChooser):
    assert chooser.chosen == NAMES


def test_that_a_click_and_space_take_a_column_out(chooser: ColumnChooser, qtbot: QtBot):
    columns = names_of(chooser)
    with qtbot.waitSignal(chooser.changed):
        qtbot.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=middle(columns, 1))
    assert list(chooser.chosen) == ["customer_id", "income", "opt_out"]
    qtbot.keyClick(columns, Qt.Key.Key_Down)
    qtbot.keyClick(columns, Qt.Key.Key_Space)
    assert list(chooser.chosen) == ["customer_id", "opt_out"]
    qtbot.keyClick(columns, Qt.Key.Key_Space)
    assert list(chooser.chosen) == ["customer_id", "income", "opt_out"]


def test_that_alt_and_an_arrow_move_a_column(chooser: ColumnChooser, qtbot: QtBot):
    columns = names_of(chooser)
    columns.setCurrentRow(0)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(columns, Qt.Key.Key_Down, alt)
    qtbot.keyClick(columns, Qt.Key.Key_Down, alt)
    assert list(chooser.chosen) == ["age", "income", "customer_id", "opt_out"]
    for _ in range(4):  # further than there are places
        qtbot.keyClick(columns, Qt.Key.Key_Up, alt)
    assert chooser.chosen == NAMES


def test_that_a_column_is_dragged_and_stays_ticked(chooser: ColumnChooser, qtbot: QtBot):
    columns = names_of(chooser)
    view, left = columns.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=middle(columns, 3))
    for row in (2, 1, 0):
        qtbot.mouseMove(view, middle(columns, row))
        drag_to(columns, row)
    qtbot.mouseRelease(view, left, pos=middle(columns, 0))
    assert list(chooser.chosen) == ["opt_out", "customer_id", "age", "income"]


def drag_to(columns: QListWidget, row: int) -> None:
    """Move the mouse with its button down, which ``mouseMove`` doesn't say without a screen."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    at = QPointF(middle(columns, row))
    button = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, button, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(columns.viewport(), event)


def test_that_buttons_move_tick_and_put_back(chooser: ColumnChooser, qtbot: QtBot):
    columns = names_of(chooser)
    columns.setCurrentRow(1)
    click(chooser, qtbot, "lists_up")
    assert list(chooser.chosen) == ["age", "customer_id", "income", "opt_out"]
    assert not child(chooser, QPushButton, "lists_up").isEnabled()
    click(chooser, qtbot, "lists_down")
    click(chooser, qtbot, "lists_down")
    assert list(chooser.chosen) == ["customer_id", "income", "age", "opt_out"]
    click(chooser, qtbot, "lists_none")
    assert list(chooser.chosen) == []
    click(chooser, qtbot, "lists_all")
    click(chooser, qtbot, "lists_as_file")
    assert chooser.chosen == NAMES


def test_that_what_was_chosen_comes_first(chooser: ColumnChooser):
    chooser.show_columns(NAMES, ("income", "gone", "age"))
    assert list(chooser.chosen) == ["income", "age"]
    columns = names_of(chooser)
    shown = [columns.item(row).text() for row in range(columns.count())]
    assert shown == ["income", "age", "customer_id", "opt_out"]
