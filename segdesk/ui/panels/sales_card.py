"""A file of sales: the offer to make customers of it, why not, and which columns tell what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from segdesk.model.reading import Reading, ReadingChoices
from segdesk.model.roles import ColumnSummary, Kind
from segdesk.model.transactions import NOTHING_SAID, LooksLike, SaleColumns
from segdesk.text import t
from segdesk.ui.widgets.basics import Button, label
from segdesk.words import wording

FEWEST_LETTERS = 8
TRANSACTIONS = "transactions"

_KINDS = {
    "customer": (Kind.TEXT, Kind.NUMBER),
    "date": (Kind.DATE,),
    "amount": (Kind.NUMBER,),
    "quantity": (Kind.NUMBER,),
    "unit_price": (Kind.NUMBER,),
    "invoice": (Kind.TEXT, Kind.NUMBER),
    "category": (Kind.TEXT,),
    "currency": (Kind.TEXT,),
    "status": (Kind.TEXT,),
}
"""What a column has to hold to be offered for its part of a sale."""


class SalesCard(QFrame):
    """One sentence, one button, and one line for each part of a sale.

    Signals: ``customers_requested()``, make one row per customer; ``choices_changed(ReadingChoices)``,
    the file should be read again with other columns.
    """

    customers_requested = Signal()
    choices_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sales_card")
        self.setProperty("look", "card")
        self._choices = ReadingChoices()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(label(t("reading.looks_like_sales"), "strong", wrap=True))
        self._reason = label("", "soft", name="sales_reason", wrap=True)
        column.addWidget(self._reason)
        self._make = Button(t("reading.make_customers"), "primary", name="make_customers")
        self._make.clicked.connect(self.customers_requested)
        column.addWidget(self._make)
        self._other = Button(
            t("reading.other_columns"), "link", name="sales_columns", icon="chevron-down", role="gold"
        )
        self._other.setCheckable(True)
        column.addWidget(self._other)
        self._parts = QWidget()
        self._parts.setObjectName("sales_parts")
        self._grid = QGridLayout(self._parts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        column.addWidget(self._parts)
        self._other.toggled.connect(self._parts.setVisible)

    def show_sales(self, reading: Reading | None, columns: Sequence[ColumnSummary]) -> None:
        """Show what is known of a dataset of sales; hidden for other datasets."""
        self.setVisible(reading is not None and reading.looks_like == TRANSACTIONS)
        if reading is None:
            return
        self._choices = reading.choices
        sales = reading.receipt.sales if reading.receipt is not None else None
        for widget in (self._reason, self._other):
            widget.setVisible(sales is not None)
        if sales is None:  # read by a SegDesk that didn't keep it
            self._make.setVisible(True)
            self._parts.setVisible(False)
            return
        can_make = sales.columns is not None
        self._reason.setText(wording.note_text(sales.reason))
        self._make.setVisible(can_make)
        # What is missing may be there under a name that nobody could guess.
        self._other.setChecked(not can_make or reading.choices.sales != NOTHING_SAID)
        self._parts.setVisible(self._other.isChecked())
        self._fill(sales, columns)

    def _fill(self, sales: LooksLike, columns: Sequence[ColumnSummary]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for row, field in enumerate(fields(SaleColumns)):
            part = field.name
            fitting = [column.name for column in columns if column.kind in _KINDS[part]]
            words = label(t(f"reading.part_{part}"), "soft")
            box = self._box(part, getattr(sales.found, part), fitting)
            words.setBuddy(box)
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(box, row, 1)

    def _box(self, part: str, found: str | None, fitting: Sequence[str]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"sales_{part}")
        box.setAccessibleName(t(f"reading.part_{part}"))
        # As wide as the card leaves it, not as its longest choice.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(FEWEST_LETTERS)
        box.addItem(t("reading.no_column"), "")
        for name in fitting:
            box.addItem(re.sub(r"\s+", " ", name), name)
        before = max(0, box.findData(found or ""))
        box.setCurrentIndex(before)
        box.setToolTip(found or "")
        box.activated.connect(lambda position: self._on_chosen(part, box.itemData(position), found or ""))
        return box

    def _on_chosen(self, part: str, column: str, before: str) -> None:
        if column != before:
            sales = replace(self._choices.sales, **{part: column})
            self.choices_changed.emit(replace(self._choices, sales=sales))
