"""A file of sales: the offer, the reason why not, and another column in the same place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.notes import Note
from segdesk.model.reading import Reading, ReadingChoices, Receipt
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.saved import DatasetInfo
from segdesk.model.transactions import LooksLike, SaleColumns, TransactionColumns
from segdesk.ui.panels.columns_panel import ColumnsPanel
from segdesk.ui.panels.sales_card import SalesCard


def summary(name: str, kind: Kind) -> ColumnSummary:
    return ColumnSummary(name, kind, ColumnRole.MEASURE, None, 0, 9, (), ())


COLUMNS = (
    summary("loyalty", Kind.TEXT),
    summary("day", Kind.DATE),
    summary("total", Kind.NUMBER),
    summary("tip", Kind.NUMBER),
)
FOUND = SaleColumns(customer="loyalty", date="day", amount="total")
KNOWN = LooksLike(
    "transactions",
    TransactionColumns("loyalty", "day", amount="total"),
    Note("rfm.repeated", {"customers": 3, "lines": 9}),
    FOUND,
)
NOBODY = LooksLike("transactions", None, Note("rfm.no_customer"), SaleColumns(date="day", amount="total"))


def reading(sales: LooksLike | None, choices: ReadingChoices | None = None) -> Reading:
    receipt = Receipt(10, 9, (), 0, 0, "", "", (), sales)
    return Reading(choices or ReadingChoices(), None, receipt, "transactions")


@pytest.fixture
def card(qtbot: QtBot) -> SalesCard:
    result = SalesCard()
    qtbot.addWidget(result)
    return result


def box(card: SalesCard, part: str) -> QComboBox:
    found = card.findChild(QComboBox, f"sales_{part}")
    assert isinstance(found, QComboBox), part
    return found


def button(card: SalesCard, name: str) -> QAbstractButton:
    found = card.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton), name
    return found


def is_shown(card: SalesCard, name: str) -> bool:
    found = card.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return not found.isHidden()


def choose(card: SalesCard, part: str, column: str) -> None:
    chosen = box(card, part)
    chosen.setCurrentIndex(chosen.findData(column))
    chosen.activated.emit(chosen.currentIndex())


def test_that_sales_are_offered_to_become_customers(qtbot: QtBot, card: SalesCard):
    card.show_sales(reading(KNOWN), COLUMNS)
    assert not card.isHidden()
    assert is_shown(card, "make_customers")
    assert not is_shown(card, "sales_parts")
    with qtbot.waitSignal(card.customers_requested):
        qtbot.mouseClick(button(card, "make_customers"), Qt.MouseButton.LeftButton)


def test_that_sales_without_customers_say_why_instead(card: SalesCard):
    card.show_sales(reading(NOBODY), COLUMNS)
    assert not is_shown(card, "make_customers")
    reason = card.findChild(QLabel, "sales_reason")
    assert isinstance(reason, QLabel)
    assert "without a customer number" in reason.text()
    # The column may be there under another name.
    assert is_shown(card, "sales_parts")
    assert box(card, "customer").currentData() == ""


def test_that_another_column_is_chosen_in_the_same_place(qtbot: QtBot, card: SalesCard):
    card.show_sales(reading(KNOWN, ReadingChoices(decimal=",", sales=SaleColumns(date="day"))), COLUMNS)
    assert is_shown(card, "sales_parts")  # something was chosen before
    amount = box(card, "amount")
    assert [amount.itemData(i) for i in range(amount.count())] == ["", "total", "tip"]
    with qtbot.waitSignal(card.choices_changed) as told:
        choose(card, "amount", "tip")
    assert told.args == [ReadingChoices(decimal=",", sales=SaleColumns(date="day", amount="tip"))]
    with qtbot.waitSignal(card.choices_changed) as told:
        choose(card, "amount", "")
    assert told.args == [ReadingChoices(decimal=",", sales=SaleColumns(date="day", amount=""))]


def test_that_choosing_the_same_again_reads_nothing_again(qtbot: QtBot, card: SalesCard):
    card.show_sales(reading(KNOWN), COLUMNS)
    with qtbot.assertNotEmitted(card.choices_changed):
        choose(card, "customer", "loyalty")


def test_that_the_columns_open_by_keyboard(qtbot: QtBot, card: SalesCard):
    card.show_sales(reading(KNOWN), COLUMNS)
    qtbot.keyClick(button(card, "sales_columns"), Qt.Key.Key_Space)
    assert is_shown(card, "sales_parts")


def test_that_other_datasets_have_no_card(card: SalesCard):
    card.show_sales(None, COLUMNS)
    assert card.isHidden()
    card.show_sales(Reading(ReadingChoices(), None, None), COLUMNS)
    assert card.isHidden()


def test_that_sales_of_before_this_was_kept_are_still_offered(card: SalesCard):
    card.show_sales(reading(KNOWN), COLUMNS)
    card.show_sales(reading(None), COLUMNS)
    assert is_shown(card, "make_customers")
    assert not is_shown(card, "sales_reason")


def test_that_the_columns_panel_passes_on_what_the_card_asks(qtbot: QtBot):
    panel = ColumnsPanel()
    qtbot.addWidget(panel)
    info = DatasetInfo(1, "till.csv", "", "", 9, 4, datetime.now(UTC), 0, ())
    panel.show_dataset(info, COLUMNS, (), reading(KNOWN))
    card = panel.findChild(SalesCard)
    assert isinstance(card, SalesCard)
    with qtbot.waitSignal(panel.reading_changed) as told:
        choose(card, "amount", "tip")
    assert told.args == [ReadingChoices(sales=SaleColumns(amount="tip"))]
    with qtbot.waitSignal(panel.customers_requested):
        button(card, "make_customers").click()
