"""Marketing actions are changed where they stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from segdesk.model.actions import declared
from segdesk.model.portrait import Action
from segdesk.ui.panels.actions_page import ActionsPage
from tests.ui.finding import child

# SegmentIQ's for the first persona, SYSTEMS.md.
PREMIUM = tuple(
    Action(code) for code in ("vip_rewards", "early_access", "premium_delivery", "personal_shopping")
)


@pytest.fixture
def page(qtbot: QtBot) -> ActionsPage:
    result = ActionsPage()
    qtbot.addWidget(result)
    result.resize(1366, 640)
    result.show()
    qtbot.waitActive(result)
    return result


def lines(page: ActionsPage) -> list[str]:
    found = child(page, QListWidget, "actions_list")
    return [found.item(row).text() for row in range(found.count())]


def test_that_all_entries_and_their_actions_are_there(page: ActionsPage):
    assert child(page, QListWidget, "actions_entries").count() == len(declared())
    assert page.entry == "premium"
    assert lines(page)[0] == "VIP loyalty rewards"
    assert len(lines(page)) == len(PREMIUM)


def test_that_the_users_own_stand_in_their_place(page: ActionsPage):
    page.show_actions({"premium": (Action(text="Tasting evening"),)})
    assert lines(page) == ["Tasting evening"]
    assert child(page, QListWidget, "actions_entries").item(0).text() == "Premium shoppers · yours"
    assert child(page, QPushButton, "reset_actions").isEnabled()
    page.show_actions({"premium": ()})
    assert child(page, QLabel, "actions_empty").isVisible()


def test_that_an_action_is_added_with_enter(page: ActionsPage, qtbot: QtBot):
    line = child(page, QLineEdit, "new_action")
    assert not child(page, QPushButton, "add_action").isEnabled()
    qtbot.keyClicks(line, "  Tasting   evening ")
    with qtbot.waitSignal(page.actions_changed) as changed:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert changed.args == ["premium", (*PREMIUM, Action(text="Tasting evening"))]
    assert line.text() == ""
    with qtbot.assertNotEmitted(page.actions_changed):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_that_a_line_is_changed_in_place(page: ActionsPage, qtbot: QtBot):
    listed = child(page, QListWidget, "actions_list")
    listed.setFocus()
    listed.setCurrentRow(1)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    editor = listed.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("First look")
    with qtbot.waitSignal(page.actions_changed) as changed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert changed.args == ["premium", (PREMIUM[0], Action(text="First look"), *PREMIUM[2:])]


def test_that_an_emptied_line_stays_as_it_was(page: ActionsPage, qtbot: QtBot):
    listed = child(page, QListWidget, "actions_list")
    with qtbot.assertNotEmitted(page.actions_changed, wait=50):
        listed.item(0).setText("  ")
    assert lines(page)[0] == "VIP loyalty rewards"


def test_that_del_and_the_button_remove_a_line(page: ActionsPage, qtbot: QtBot):
    listed = child(page, QListWidget, "actions_list")
    remove = child(page, QPushButton, "remove_action")
    assert not remove.isEnabled()
    listed.setFocus()
    listed.setCurrentRow(0)
    with qtbot.waitSignal(page.actions_changed) as changed:
        qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert changed.args == ["premium", PREMIUM[1:]]
    listed.setCurrentRow(3)
    with qtbot.waitSignal(page.actions_changed) as changed:
        qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert changed.args == ["premium", PREMIUM[:3]]


def test_that_another_entry_is_chosen_by_keys_and_by_name(page: ActionsPage, qtbot: QtBot):
    entries = child(page, QListWidget, "actions_entries")
    entries.setFocus()
    qtbot.keyClick(entries, Qt.Key.Key_Down)
    assert page.entry == "budget_families"
    assert child(page, QLabel, "actions_title").text() == "Budget-conscious families"
    page.choose("at_risk")
    assert page.entry == "at_risk"
    page.choose("")
    assert page.entry == declared()[-1].code


def test_that_reset_and_back_are_asked_for(page: ActionsPage, qtbot: QtBot):
    page.show_actions({"premium": (Action(text="Mine"),)})
    with qtbot.waitSignal(page.reset_requested) as reset:
        qtbot.mouseClick(child(page, QPushButton, "reset_actions"), Qt.MouseButton.LeftButton)
    assert reset.args == ["premium"]
    with qtbot.waitSignal(page.back_requested):
        qtbot.keyClick(child(page, QListWidget, "actions_entries"), Qt.Key.Key_Escape)
