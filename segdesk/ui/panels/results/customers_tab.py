"""The Customers tab: every customer with its segment, to search, filter, sort and copy."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from segdesk.model.findings import Reliability
from segdesk.model.roles import ColumnSummary
from segdesk.text import t
from segdesk.ui.panels.results.customers_model import CustomersModel
from segdesk.ui.panels.results.customers_table import CustomersTable
from segdesk.ui.panels.results.segment_filter import SegmentFilter
from segdesk.ui.panels.results.selection_pill import SelectionPill
from segdesk.ui.reader import RowReader
from segdesk.ui.selection import Selection
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, label
from segdesk.ui.widgets.search_field import SearchField

SEARCH_DELAY_MS = 200
"""Typing goes on within this time, so that a word is searched for once, not per letter."""

SAID_MS = 4000
"""How long "12 rows copied" stands, as long as a toast."""


class CustomersTab(QWidget):
    """Search field, segment filter and table over one view."""

    def __init__(self, reader: RowReader, selection: Selection | None = None) -> None:
        super().__init__()
        self.setObjectName("customers_tab")
        self._selection = selection or Selection(self)
        self._model = CustomersModel(reader, self)
        self._table = CustomersTable(self._model)
        self._filter = SegmentFilter()
        self._is_busy = False
        self._search = SearchField(
            name="customers_search", says=t("customers.search"), clear_says=t("customers.clear_search")
        )
        self._view: View | None = None
        self._borderline = Button("", "pill", name="borderline_only", says=t("customers.borderline_says"))
        self._borderline.setCheckable(True)
        self._borderline.hide()
        self._count = label("", "muted", name="customers_count")
        self._none = label(t("customers.none_found"), "lead", name="customers_none", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._none)
        self._lay_out()
        self._pause = self._timer(SEARCH_DELAY_MS, self._on_search_due)
        self._said = self._timer(SAID_MS, self._tell_count)
        self._connect()

    def show_view(self, view: View, columns: tuple[ColumnSummary, ...]) -> None:
        """Show a view; for another cut of the same dataset search, sort and place stay."""
        names = view.names
        top = self._top_customer()
        is_new = self._model.show_view(view, columns, names)
        self._model.set_picked(self._selection.rows)
        self._view = view
        self._filter.show_segments(names, view.cut)
        self._filter.choose(self._model.segment)
        if is_new:
            self._search.clear()
            self._pause.stop()
            self._table.forget_sort()
            self._table.fit_columns()
            self._table.scrollToTop()
        else:
            self._scroll_to(top)
        self._on_order_changed()

    def show_reliability(self, reliability: Reliability | None) -> None:
        """Say how sure each customer's segment is, where it is about the cut that shows; None forgets it."""
        if self._view is not None:
            top = self._top_customer()
            self._model.show_reliability(reliability, self._view.names)
            self._scroll_to(top)
            self._on_order_changed()

    def show_segment(self, segment: int | None) -> None:
        """Show only one segment's customers, those without one (-1), or all."""
        self._filter.choose(segment)
        self._model.set_segment(segment)
        self._table.scrollToTop()

    def start_search(self) -> None:
        """Bring the keyboard to the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self._search, 1)
        top.addStretch(1)
        top.addWidget(SelectionPill(self._selection, name="customers_picked"))
        top.addWidget(self._borderline)
        top.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self._filter)
        layout.addWidget(self._pages, 1)

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _text: self._pause.start())
        self._search.returnPressed.connect(self._on_search_due)
        self._filter.chosen.connect(self._on_segment_chosen)
        self._model.order_changed.connect(self._on_order_changed)
        self._model.busy_changed.connect(self._on_busy_changed)
        self._model.own_columns_changed.connect(self._on_own_columns_changed)
        self._borderline.toggled.connect(self._on_borderline_toggled)
        self._table.copied.connect(self._on_copied)
        self._selection.changed.connect(self._on_picked)

    def _top_customer(self) -> int | None:
        """Give the row of the dataset that stands at the top, None when nothing is scrolled."""
        row = self._table.rowAt(0)
        rows = self._model.row_indexes
        return int(rows[row]) if 0 < row < len(rows) else None

    def _scroll_to(self, customer: int | None) -> None:
        """Bring a customer back to the top, if it still shows."""
        if customer is None or self._top_customer() == customer:
            return
        places = np.flatnonzero(self._model.row_indexes == customer)
        if places.size:
            self._table.verticalScrollBar().setValue(int(places[0]))

    def _tell_count(self) -> None:
        shown, total = self._model.rowCount(), self._model.customers
        if self._is_busy:
            text = t("customers.searching")
        elif shown == total:
            text = t("customers.count", count=total)
        else:
            text = t("customers.count_of", count=shown, total=total)
        self._count.setText(text)

    @Slot()
    def _on_search_due(self) -> None:
        self._pause.stop()
        self._model.set_search(self._search.text())

    @Slot(object)
    def _on_segment_chosen(self, segment: int | None) -> None:
        self._model.set_segment(segment)
        self._table.scrollToTop()

    @Slot()
    def _on_order_changed(self) -> None:
        self._said.stop()
        self._pages.setCurrentWidget(self._table if self._model.rowCount() else self._none)
        self._tell_borderline()
        self._tell_count()

    def _tell_borderline(self) -> None:
        count = self._model.borderline
        if not count:  # with the columns that tell them apart the filter goes, too
            self._borderline.setChecked(False)
        self._borderline.setVisible(bool(count))
        self._borderline.setText(t("customers.borderline_only", count=count or 0))

    @Slot(bool)
    def _on_borderline_toggled(self, is_on: bool) -> None:
        self._model.set_borderline_only(is_on)
        self._table.scrollToTop()

    @Slot()
    def _on_own_columns_changed(self) -> None:
        self._table.show_sort()
        self._table.fit_columns(range(self._model.own_columns))

    @Slot()
    def _on_picked(self) -> None:
        self._model.set_picked(self._selection.rows)
        self._table.scrollToTop()

    @Slot(bool)
    def _on_busy_changed(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._tell_count()

    @Slot(int, bool)
    def _on_copied(self, rows: int, is_all: bool) -> None:
        self._count.setText(t("customers.copied" if is_all else "customers.copied_first", count=rows))
        self._said.start()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)
