"""Who gets the keyboard hands it on, and Tab still finds what stands before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from segdesk.ui.widgets.passed_focus import pass_focus


def test_that_the_keyboard_goes_on_to_the_part_and_tab_skips_nothing(qtbot: QtBot):
    window, panel = QWidget(), QWidget()
    rows, outside = QVBoxLayout(window), QLineEdit()
    rows.addWidget(outside)
    rows.addWidget(panel)
    column = QVBoxLayout(panel)
    fields = [QLineEdit() for _ in range(3)]
    for field in fields:
        column.addWidget(field)
    pass_focus(panel, fields[1])
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    panel.setFocus()
    assert QApplication.focusWidget() is fields[1]
    outside.setFocus()
    reached = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [*fields, outside]
