"""What was read, what each column is used for, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from segdesk.model.changes import Suggestion
from segdesk.model.exploration import Exploration
from segdesk.model.notes import Note
from segdesk.model.reading import Reading
from segdesk.model.roles import ColumnSummary
from segdesk.model.saved import DatasetInfo
from segdesk.text import t
from segdesk.ui.panels.columns_pages import ColumnsPages
from segdesk.ui.panels.columns_table import ColumnsTable
from segdesk.ui.panels.reading_card import ReadingCard
from segdesk.ui.panels.receipt_card import ReceiptCard
from segdesk.ui.panels.rows_preview import RowsPreview
from segdesk.ui.panels.sales_card import SalesCard
from segdesk.ui.widgets.basics import Button, IconLabel, card, label, rule
from segdesk.ui.widgets.elided import ElidedLabel
from segdesk.ui.widgets.note_row import note_row
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import wording

MARGIN = 24
SIDE_WIDTHS = (280, 330)

DOUBTS = frozenset(
    {
        "note.ambiguous_dates",
        "note.ambiguous_numbers",
        "note.bad_dates",
        "note.broken_letters",
        "note.no_header",
        "note.not_numbers",
        "note.nul_bytes",
        "note.ragged_rows",
    }
)
"""What the user should look at: something was guessed or lost, not only tidied."""


class ColumnsPanel(QWidget):
    """The columns of the open dataset.

    Signals: ``role_changed(int, ColumnRole)``, the user wants a column used so (answer with
    ``show_dataset``); ``reading_changed(ReadingChoices)``, the file should be read again so;
    ``customers_requested()``, make one row per customer; ``continue_requested()``;
    ``back_requested()``; ``exploration_requested()``, look through the columns for the data quality
    page (answer with ``show_exploration`` or ``show_exploration_failed``);
    ``save_requested(object, str)``, a chart's Spec and the wanted suffix, e.g. ``.png``.
    """

    role_changed = Signal(int, object)
    reading_changed = Signal(object)
    customers_requested = Signal()
    continue_requested = Signal()
    back_requested = Signal()
    exploration_requested = Signal()
    save_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("columns_panel")
        self._dataset_id: int | None = None
        self._head: Sequence[tuple[object, ...]] = ()
        self._table = ColumnsTable()
        self._table.role_chosen.connect(self.role_changed)
        self._preview = RowsPreview()
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(20)
        row.addWidget(self._made_main(), 3)
        row.addWidget(self._made_side(), 1)

    @property
    def columns(self) -> tuple[ColumnSummary, ...]:
        """The columns with the roles they have now."""
        return self._table.columns_model.columns

    def show_dataset(
        self,
        info: DatasetInfo,
        columns: tuple[ColumnSummary, ...],
        head: Sequence[tuple[object, ...]],
        reading: Reading | None = None,
    ) -> None:
        """Show a dataset, its columns and its first rows; the same one again keeps its place."""
        self._title.setText(info.name)
        self._about.setText(t("columns.about", rows=info.rows, columns=info.columns))
        self._receipt.show_receipt(info, columns, reading.receipt if reading else None)
        self._reading.show_reading(reading, columns)
        self._sales.show_sales(reading, columns)
        self._show_notes(info.notes, reading)
        if info.id == self._dataset_id:
            self._table.columns_model.update_columns(columns)
        else:
            self._dataset_id, self._head = info.id, head
            self._table.columns_model.show_columns(columns, info.rows)
            self._show_rows_button.setChecked(False)
            self._preview.show_rows((), ())
            self._fit_card()
        self._pages.open_dataset(info, columns)
        self._show_use()

    def show_exploration(self, exploration: Exploration) -> None:
        """Show the data quality."""
        self._pages.show_exploration(exploration)

    def show_exploration_failed(self, sentence: str) -> None:
        """Say why the data quality couldn't be looked up."""
        self._pages.show_failure(sentence)

    def _made_main(self) -> QWidget:
        back = Button(
            look="icon", name="columns_back", icon="arrow-left", role="soft", says=t("columns.back")
        )
        back.clicked.connect(self.back_requested)
        self._title = ElidedLabel("title", name="columns_title")
        self._about = ElidedLabel("muted", name="columns_about")
        self._show_rows_button = Button(
            t("columns.show_rows"), "pill", name="show_rows", icon="eye", role="soft"
        )
        self._show_rows_button.setCheckable(True)
        self._show_rows_button.toggled.connect(self._on_rows_toggled)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(back)
        head.addWidget(self._title)
        head.addWidget(self._about, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self._show_rows_button)
        self._card = card(name="columns_card")
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._tables = QStackedLayout(self._card)
        self._tables.setContentsMargins(1, 2, 1, 6)
        self._tables.addWidget(self._table)
        self._tables.addWidget(self._preview)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._made_pages(), 1)
        return main

    def _made_pages(self) -> QWidget:
        self._pages = ColumnsPages(self._card)
        self._pages.turned.connect(self._show_rows_button.setHidden)
        self._pages.exploration_requested.connect(self.exploration_requested)
        self._pages.save_requested.connect(self.save_requested)
        return self._pages

    def _made_side(self) -> QWidget:
        side = QWidget()
        side.setMinimumWidth(SIDE_WIDTHS[0])
        side.setMaximumWidth(SIDE_WIDTHS[1])
        cards = QWidget()
        inner = QVBoxLayout(cards)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        self._sales = SalesCard()
        self._sales.customers_requested.connect(self.customers_requested)
        self._sales.choices_changed.connect(self.reading_changed)
        inner.addWidget(self._sales)
        self._notes_card = card(name="notes_card")
        self._notes = QVBoxLayout(self._notes_card)
        self._notes.setContentsMargins(16, 14, 16, 14)
        self._notes.setSpacing(10)
        inner.addWidget(self._notes_card)
        self._receipt = ReceiptCard()
        inner.addWidget(self._receipt)
        self._reading = ReadingCard()
        self._reading.choices_changed.connect(self.reading_changed)
        inner.addWidget(self._reading)
        inner.addStretch(1)
        scroll = VerticalScroll(cards, name="columns_side", says=t("columns.notes"))
        self._blocked = label(t("columns.none_used"), "warning", name="columns_blocked", wrap=True)
        # The arrow follows the word, as the way does.
        self._continue = Button(
            t("columns.continue"), "hero", name="columns_continue", icon="arrow-right", role="on_gold"
        )
        self._continue.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._continue.clicked.connect(self.continue_requested)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(scroll, 1)
        column.addWidget(self._blocked)
        column.addWidget(self._continue)
        return side

    def _show_notes(self, notes: tuple[Note, ...], reading: Reading | None) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        self._notes.addWidget(label(t("columns.notes"), "strong"))
        said = [(wording.note_text(note), note.code in DOUBTS) for note in notes]
        # What should be looked at comes first.
        said.sort(key=lambda pair: not pair[1])
        for number, (sentence, is_doubt) in enumerate(said or [(t("columns.no_notes"), False)]):
            self._notes.addWidget(rule())
            icon = (
                IconLabel("triangle-alert", "warning") if is_doubt else IconLabel("circle-check", "success")
            )
            self._notes.addWidget(note_row(sentence, f"columns_note_{number}", icon))
        for number, suggestion in enumerate(reading.suggestions if reading else ()):
            self._notes.addWidget(rule())
            self._notes.addWidget(self._made_suggestion(number, suggestion, reading))

    def _made_suggestion(self, number: int, suggestion: Suggestion, reading: Reading | None) -> QWidget:
        """Make a row that says what was or could be tidied, with the way to undo or do it."""
        assert reading is not None
        done, waiting = ("circle-check", "success"), ("lightbulb", "gold_bright")
        icon = IconLabel(*(done if suggestion.is_applied else waiting))
        row = note_row(wording.note_text(suggestion.note), f"columns_suggestion_{number}", icon)
        words = t("columns.undo") if suggestion.is_applied else t("reading.do_it")
        says = f"{words}: {wording.note_text(suggestion.note)}"
        button = Button(words, "link", name=f"suggestion_{number}", says=says)
        # Every other one stays as it is; the file is read again.
        changes = tuple(
            other.change for other in reading.suggestions if other.is_applied is not (other is suggestion)
        )
        choices = replace(reading.choices, changes=changes)
        button.clicked.connect(lambda: self.reading_changed.emit(choices))
        layout = row.layout()
        assert layout is not None
        layout.addWidget(button)
        return row

    def _show_use(self) -> None:
        columns = self.columns
        used = sum(column.role.is_used for column in columns)
        self._continue.setEnabled(used > 0)
        self._blocked.setVisible(used == 0 and bool(columns))

    def _fit_card(self) -> None:
        table = self._tables.currentWidget()
        if isinstance(table, ColumnsTable | RowsPreview):
            margins = self._tables.contentsMargins()
            self._card.setMaximumHeight(table.full_height + margins.top() + margins.bottom() + 2)

    def _on_rows_toggled(self, is_on: bool) -> None:
        if is_on:
            self._preview.show_rows(tuple(column.name for column in self.columns), self._head)
        table = self._preview if is_on else self._table
        self._tables.setCurrentWidget(table)
        self._fit_card()
