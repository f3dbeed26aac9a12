"""What was found out about a file, what was guessed, and saying otherwise in the same place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from segdesk.model.notes import Note
from segdesk.model.reading import (
    ColumnTotal,
    Dialect,
    Guess,
    LeftOut,
    Reading,
    ReadingChoices,
    Receipt,
)
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.saved import DatasetInfo
from segdesk.model.transactions import SaleColumns
from segdesk.ui.panels.reading_card import ReadingCard
from segdesk.ui.panels.receipt_card import ReceiptCard
from segdesk.ui.widgets.toggle import Toggle

GUESSED = Dialect(
    encoding="utf-8",
    delimiter=";",
    quotechar='"',
    decimal=",",
    dayfirst=True,
    guesses=(Guess("decimal", ("spend",), (("0,435", "0.435"), ("1,2", "1.2"))),),
)
WORKBOOK = Dialect(encoding="xlsx", sheet="Customers", sheets=("Title", "Customers"), header_row=3)


@pytest.fixture
def card(qtbot: QtBot) -> ReadingCard:
    result = ReadingCard()
    qtbot.addWidget(result)
    return result


def box(card: ReadingCard, field: str) -> QComboBox:
    found = card.findChild(QComboBox, f"reading_{field}")
    assert isinstance(found, QComboBox), field
    return found


def choose(card: ReadingCard, field: str, option: object) -> None:
    chosen = box(card, field)
    chosen.setCurrentIndex(chosen.findData(option))
    chosen.activated.emit(chosen.currentIndex())


def test_that_a_guess_says_so_with_examples(card: ReadingCard):
    card.show_reading(Reading(ReadingChoices(), GUESSED, None))
    assert card.findChild(QLabel, "guessed_decimal") is not None
    assert card.findChild(QLabel, "guessed_delimiter") is None
    examples = card.findChild(QLabel, "examples_decimal")
    assert isinstance(examples, QLabel)
    assert "0,435 → 0.435" in examples.text()


def test_that_what_the_user_said_is_no_guess(card: ReadingCard):
    card.show_reading(Reading(ReadingChoices(decimal=","), GUESSED, None))
    assert card.findChild(QLabel, "guessed_decimal") is None


def test_that_the_override_stands_in_the_same_place(qtbot: QtBot, card: ReadingCard):
    card.show_reading(Reading(ReadingChoices(delimiter=";"), GUESSED, None))
    assert box(card, "decimal").currentData() == ","
    with qtbot.waitSignal(card.choices_changed) as told:
        choose(card, "decimal", ".")
    assert told.args == [ReadingChoices(delimiter=";", decimal=".")]


def test_that_choosing_the_same_again_reads_nothing_again(qtbot: QtBot, card: ReadingCard):
    card.show_reading(Reading(ReadingChoices(), GUESSED, None))
    with qtbot.assertNotEmitted(card.choices_changed):
        choose(card, "decimal", ",")


def test_that_a_workbook_offers_its_sheets(qtbot: QtBot, card: ReadingCard):
    card.show_reading(Reading(ReadingChoices(), WORKBOOK, None))
    assert {name.objectName() for name in card.findChildren(QComboBox)} == {
        "reading_sheet",
        "reading_header_row",
    }
    with qtbot.waitSignal(card.choices_changed) as told:
        choose(card, "sheet", "Title")
    assert told.args == [ReadingChoices(sheet="Title")]


def test_that_an_unusual_mark_is_shown_as_it_is(card: ReadingCard):
    card.show_reading(Reading(ReadingChoices(), Dialect(encoding="utf-8", delimiter="~"), None))
    assert box(card, "delimiter").currentText() == "'~'"


def switch(card: ReadingCard, name: str) -> Toggle:
    found = card.findChild(Toggle, f"reading_{name}")
    assert isinstance(found, Toggle), name
    return found


def summary(name: str, kind: Kind, *examples: str) -> ColumnSummary:
    return ColumnSummary(name, kind, ColumnRole.DATE, None, 0, 9, examples, ())


def test_that_unknown_can_be_treated_as_missing(qtbot: QtBot, card: ReadingCard):
    card.show_reading(Reading(ReadingChoices(decimal=","), GUESSED, None))
    with qtbot.waitSignal(card.choices_changed) as told:
        qtbot.keyClick(switch(card, "unknown"), Qt.Key.Key_Space)
    assert told.args == [ReadingChoices(decimal=",", unknown_is_missing=True)]
    card.show_reading(Reading(ReadingChoices(unknown_is_missing=True), GUESSED, None))
    with qtbot.waitSignal(card.choices_changed) as told:
        switch(card, "unknown").click()
    assert told.args == [ReadingChoices()]


def test_that_each_column_like_dates_can_be_in_the_ethiopian_calendar(qtbot: QtBot, card: ReadingCard):
    columns = (
        summary("joined", Kind.DATE, "2015-01-30"),
        summary("born", Kind.TEXT, "30/13/2001", "1/2/2002"),  # no Gregorian month
        summary("phone", Kind.TEXT, "0911-22-33-44"),
        summary("age", Kind.NUMBER, "31"),
    )
    card.show_reading(Reading(ReadingChoices(ethiopian_dates=("born",)), GUESSED, None), columns)
    names = {toggle.objectName() for toggle in card.findChildren(Toggle)}
    assert names == {"reading_unknown", "reading_ethiopian_0", "reading_ethiopian_1"}
    assert not switch(card, "ethiopian_0").isChecked()
    with qtbot.waitSignal(card.choices_changed) as told:
        switch(card, "ethiopian_0").click()
    assert told.args == [ReadingChoices(ethiopian_dates=("born", "joined"))]
    with qtbot.waitSignal(card.choices_changed) as told:
        switch(card, "ethiopian_1").click()
    assert told.args == [ReadingChoices()]


def test_that_another_reading_forgets_what_was_said_of_sales(qtbot: QtBot, card: ReadingCard):
    said = ReadingChoices(sales=SaleColumns(customer="spend"), changes=())
    card.show_reading(Reading(said, GUESSED, None))
    with qtbot.waitSignal(card.choices_changed) as told:
        choose(card, "delimiter", ",")
    assert told.args == [ReadingChoices(delimiter=",")]


def test_that_a_dataset_without_a_reading_has_no_card(card: ReadingCard):
    card.show_reading(None)
    assert card.isHidden()


def test_that_the_receipt_adds_up(qtbot: QtBot):
    card = ReceiptCard()
    qtbot.addWidget(card)
    info = DatasetInfo(1, "a.csv", "", "", 1284, 2, datetime.now(UTC), 0, ())
    columns = (ColumnSummary("age", Kind.NUMBER, ColumnRole.MEASURE, None, 3, 30, (), ()),)
    left_out = (LeftOut(Note("note.total_row", {"count": 1}), 1, (1287,)),)
    totals = (ColumnTotal("income", 83_412_900.0, "ETB"),)
    receipt = Receipt(1287, 1284, left_out, 2, 3, "2019-03-01", "2026-10-31", totals)
    card.show_receipt(info, columns, receipt)

    def figure(name: str) -> str:
        found = card.findChild(QLabel, f"receipt_{name}")
        assert isinstance(found, QLabel), name
        return found.text()

    names = (
        "lines",
        "rows",
        "left_out_0",
        "duplicates",
        "used",
        "missing",
        "first_date",
        "last_date",
        "total_0",
    )
    assert [figure(name) for name in names] == [
        "1,287",
        "1,284",
        "1",
        "2",
        "1",
        "3",
        "2019-03-01",
        "2026-10-31",
        "83,412,900 ETB",
    ]
    assert figure("lines_0") == "In line 1287 of the file"
    card.show_receipt(info, columns, None)
    assert card.findChild(QLabel, "receipt_lines") is None
