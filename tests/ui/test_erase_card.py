"""Erasing one person: looked for first, confirmed by typing the value again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from segdesk.model.erased import Person
from segdesk.text import t
from segdesk.ui.panels.erase_card import EraseCard
from tests.ui.finding import button, child


@pytest.fixture
def card(qtbot: QtBot) -> EraseCard:
    made = EraseCard()
    qtbot.addWidget(made)
    made.show_columns(("customer_id", "phone"))
    made.show()
    qtbot.waitExposed(made)
    return made


def field(card: EraseCard, name: str) -> QLineEdit:
    return child(card, QLineEdit, name)


def sentence(card: EraseCard) -> str:
    return child(card, QLabel, "erase_sentence").text()


def look(qtbot: QtBot, card: EraseCard, value: str = "C0007", rows: int = 3, datasets: int = 2) -> None:
    qtbot.keyClicks(field(card, "erase_value"), value)
    qtbot.keyClick(field(card, "erase_value"), Qt.Key.Key_Return)
    column = child(card, QComboBox, "erase_column").currentText()
    card.show_preview(column, value, Person(rows, datasets, (), ()))


def test_that_a_person_is_looked_for_by_key(qtbot: QtBot, card: EraseCard):
    assert not button(card, "erase_look").isEnabled()
    qtbot.keyClick(child(card, QComboBox, "erase_column"), Qt.Key.Key_Down)
    qtbot.keyClicks(field(card, "erase_value"), " 0911 234 ")
    with qtbot.waitSignal(card.preview_requested) as asked:
        qtbot.keyClick(field(card, "erase_value"), Qt.Key.Key_Return)
    assert asked.args == ["phone", "0911 234"]


def test_that_it_takes_the_value_typed_again(qtbot: QtBot, card: EraseCard):
    look(qtbot, card)
    assert sentence(card) == t("erasing.found", rows=3, datasets=2, value="C0007")
    qtbot.keyClicks(field(card, "erase_again"), "C000")
    assert not button(card, "erase_now").isEnabled()
    qtbot.keyClicks(field(card, "erase_again"), "7")
    with qtbot.waitSignal(card.erase_requested) as asked:
        qtbot.keyClick(button(card, "erase_now"), Qt.Key.Key_Space)
    assert asked.args == ["customer_id", "C0007"]


def test_that_enter_erases_nobody(qtbot: QtBot, card: EraseCard):
    look(qtbot, card)
    qtbot.keyClicks(field(card, "erase_again"), "C0007")
    with qtbot.assertNotEmitted(card.erase_requested):
        qtbot.keyClick(field(card, "erase_again"), Qt.Key.Key_Return)


def test_that_another_value_must_be_looked_for_again(qtbot: QtBot, card: EraseCard):
    look(qtbot, card)
    qtbot.keyClicks(field(card, "erase_again"), "C0007")
    qtbot.keyClicks(field(card, "erase_value"), "1")
    assert not field(card, "erase_again").isVisible()
    assert not button(card, "erase_now").isEnabled()
    assert sentence(card) == ""


def test_that_another_column_must_be_looked_for_again(qtbot: QtBot, card: EraseCard):
    look(qtbot, card)
    qtbot.keyClick(child(card, QComboBox, "erase_column"), Qt.Key.Key_Down)
    assert not field(card, "erase_again").isVisible()


def test_that_nobody_can_be_confirmed_who_isnt_there(qtbot: QtBot, card: EraseCard):
    look(qtbot, card, rows=0, datasets=0)
    assert sentence(card) == t("erasing.nobody", value="C0007")
    assert not field(card, "erase_again").isVisible()


def test_that_the_end_is_said_and_the_value_forgotten(qtbot: QtBot, card: EraseCard):
    look(qtbot, card)
    card.show_busy()
    assert not button(card, "erase_look").isEnabled()
    card.show_done("Removed.")
    assert sentence(card) == "Removed."
    assert field(card, "erase_value").text() == ""


def test_that_a_failure_leaves_the_value_to_be_corrected(qtbot: QtBot, card: EraseCard):
    look(qtbot, card)
    card.show_failure("That is the last row.")
    assert sentence(card) == "That is the last row."
    assert field(card, "erase_value").text() == "C0007"
    assert button(card, "erase_look").isEnabled()


def test_that_it_closes_without_erasing(qtbot: QtBot, card: EraseCard):
    look(qtbot, card)
    with qtbot.waitSignal(card.closed), qtbot.assertNotEmitted(card.erase_requested):
        qtbot.keyClick(button(card, "erase_close"), Qt.Key.Key_Space)


def test_that_an_answer_to_another_question_is_dropped(qtbot: QtBot, card: EraseCard):
    qtbot.keyClicks(field(card, "erase_value"), "C0008")
    card.show_preview("customer_id", "C0007", Person(1, 1, (), ()))
    card.show_preview("phone", "C0008", Person(1, 1, (), ()))
    assert not field(card, "erase_again").isVisible()


def test_that_it_says_where_else_the_value_is_and_what_else_goes(qtbot: QtBot, card: EraseCard):
    qtbot.keyClicks(field(card, "erase_value"), "C0007")
    card.show_looking()
    assert sentence(card) == t("erasing.looking")
    card.show_preview(
        "customer_id", "C0007", Person(1, 1, (("sales.csv", "card"),), ("db-backup-v3.sqlite",))
    )
    assert t("erasing.also", name="sales.csv", column="card") in sentence(card)
    assert t("erasing.backups", count=1) in sentence(card)
