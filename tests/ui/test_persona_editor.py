"""Kinds of customers of the user's own: named, recognised by signs, with actions like any other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from segdesk.model.actions import OwnPersona, Sign, Standing, declared
from segdesk.model.aspects import Aspect
from segdesk.model.portrait import Action
from segdesk.ui.panels.actions_page import ActionsPage
from tests.ui.finding import child

SPENDERS = OwnPersona(
    "own_1", "Big but rare", (Sign(Aspect.SPEND, Standing.HIGH), Sign(Aspect.VISITS, Standing.LOW))
)


@pytest.fixture
def page(qtbot: QtBot) -> ActionsPage:
    result = ActionsPage()
    qtbot.addWidget(result)
    result.resize(1366, 640)
    result.show()
    qtbot.waitActive(result)
    return result


@pytest.fixture
def own(page: ActionsPage) -> ActionsPage:
    """A page with a persona of the user's in front."""
    page.show_actions({"own_1": (Action(text="Call them"),)}, (SPENDERS,))
    page.choose("own_1")
    return page


def test_that_the_users_own_come_first_and_show_their_signs_and_actions(own: ActionsPage):
    entries = child(own, QListWidget, "actions_entries")
    assert entries.count() == len(declared()) + 1
    assert entries.item(0).text() == "Big but rare"  # not "yours": all of it is
    assert child(own, QLineEdit, "persona_name").text() == "Big but rare"
    assert child(own, QComboBox, "sign_aspect_0").currentText() == "Spending"
    assert child(own, QComboBox, "sign_standing_1").currentText() == "low"
    assert child(own, QListWidget, "actions_list").item(0).text() == "Call them"
    assert not child(
        own, QPushButton, "reset_actions"
    ).isVisible()  # there is nothing of SegDesk's to go back to
    own.choose("premium")
    assert not child(own, QLineEdit, "persona_name").isVisible()


def test_that_a_new_one_is_asked_for_and_can_be_named_at_once(page: ActionsPage, qtbot: QtBot):
    with qtbot.waitSignal(page.persona_changed) as made:
        qtbot.mouseClick(child(page, QPushButton, "new_persona"), Qt.MouseButton.LeftButton)
    persona = made.args[0]
    assert persona == OwnPersona("own_1", "My customers 1")
    page.show_actions({}, (persona,))
    assert page.entry == "own_1"
    line = child(page, QLineEdit, "persona_name")
    assert line.hasFocus()
    assert "Nobody is known as this yet" in child(page, QLabel, "persona_hint").text()
    qtbot.keyClicks(line, "Big but rare")
    with qtbot.waitSignal(page.persona_changed) as named:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert named.args == [OwnPersona("own_1", "Big but rare")]


def test_that_names_that_are_proposed_are_free(page: ActionsPage, qtbot: QtBot):
    page.show_actions({}, (OwnPersona("own_3", "my customers 1"),))
    with qtbot.waitSignal(page.persona_changed) as made:
        qtbot.mouseClick(child(page, QPushButton, "new_persona"), Qt.MouseButton.LeftButton)
    assert made.args == [OwnPersona("own_4", "My customers 2")]


def test_that_signs_are_changed_by_key_and_no_trait_is_spoken_of_twice(own: ActionsPage, qtbot: QtBot):
    box = child(own, QComboBox, "sign_standing_1")
    with qtbot.waitSignal(own.persona_changed) as changed:
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert changed.args[0].signs[1] == Sign(Aspect.VISITS, Standing.HIGH)
    offered = child(own, QComboBox, "sign_aspect_0")
    assert "Visits" not in [offered.itemText(i) for i in range(offered.count())]
    with qtbot.waitSignal(own.persona_changed) as added:
        qtbot.mouseClick(child(own, QPushButton, "add_sign"), Qt.MouseButton.LeftButton)
    assert added.args[0].signs == (*SPENDERS.signs, Sign(Aspect.INCOME, Standing.HIGH))
    with qtbot.waitSignal(own.persona_changed) as removed:
        qtbot.mouseClick(child(own, QPushButton, "remove_sign_0"), Qt.MouseButton.LeftButton)
    assert removed.args[0].signs == SPENDERS.signs[1:]


def test_that_the_keyboard_stays_where_it_was_when_the_rows_are_made_anew(own: ActionsPage, qtbot: QtBot):
    child(own, QComboBox, "sign_standing_1").setFocus()
    own.show_actions({}, (OwnPersona("own_1", "Big but rare", SPENDERS.signs[1:] + SPENDERS.signs[:1]),))
    qtbot.waitUntil(lambda: child(own, QComboBox, "sign_standing_1").hasFocus())


def test_that_a_name_without_words_is_none(own: ActionsPage, qtbot: QtBot):
    line = child(own, QLineEdit, "persona_name")
    line.setText("  ")
    with qtbot.assertNotEmitted(own.persona_changed, wait=50):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "Big but rare"


def test_that_it_can_be_deleted_and_its_neighbour_is_shown(own: ActionsPage, qtbot: QtBot):
    with qtbot.waitSignal(own.persona_removed) as removed:
        qtbot.mouseClick(child(own, QPushButton, "remove_persona"), Qt.MouseButton.LeftButton)
    assert removed.args == ["own_1"]
    own.show_actions({}, ())
    assert own.entry == "premium"
