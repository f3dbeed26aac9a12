"""The table of customers: columns of sensible widths, rows that can be copied."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.results import cells
from segdesk.ui.panels.results.customers_model import CustomersModel
from segdesk.ui.panels.results.customers_own import Own

ROW_PX = 32
NARROWEST_PX, WIDEST_PX = 84, 260
CELL_PADDING_PX = 26
"""What the style sheet adds left and right of a cell's text, and a little air."""

SORT_MARK_PX = 18
MEASURED_ROWS = 25
"""A screenful: later rows are seldom much wider, and the columns can be pulled."""

MOST_COPIED_ROWS = 20_000
"""More would keep the window waiting for over a second; Export writes any number."""


class CustomersTable(QTableView):
    """Shows a ``CustomersModel``; Ctrl+C copies what is selected, with headings.

    Signals: ``copied(int rows, bool is_all)``, how much is on the clipboard now.
    """

    copied = Signal(int, bool)

    def __init__(self, model: CustomersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("customers_table")
        self.setAccessibleName(t("customers.table"))
        header = self.horizontalHeader()
        header.setObjectName("customers_header")
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.setModel(model)
        # A header marks selected columns by asking for every row: 10 s where a million are selected.
        for head in (header, self.verticalHeader()):
            head.setSelectionModel(QItemSelectionModel(model, head))
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._add_action("copy", self.copy_cells)
        self._add_action("copy_rows", self.copy_rows)

    def fit_columns(self, columns: Iterable[int] | None = None) -> None:
        """Give columns, or all of them, a width for the heading and the first values."""
        heading = QFontMetrics(theme.font(theme.SMALL_PX))
        figures = QFontMetrics(theme.font(theme.SMALL_PX, families=theme.MONO))
        rows = range(min(MEASURED_ROWS, self._model.rowCount()))
        for column in range(self._model.columnCount()) if columns is None else columns:
            width = heading.horizontalAdvance(self._model.heading(column)) + SORT_MARK_PX
            shown = (str(self._model.data(self._model.index(row, column))) for row in rows)
            texts = self._model.own_words(column) if column < self._model.own_columns else shown
            # The longest by letters: measuring each would take 0.2 s where there are 300 columns.
            width = max(width, figures.horizontalAdvance(max(texts, key=len, default="")))
            if column in (Own.SEGMENT, Own.SECOND):
                width += cells.DOT_PX
            width = min(max(width + CELL_PADDING_PX, NARROWEST_PX), WIDEST_PX)
            self.setColumnWidth(column, width)

    def forget_sort(self) -> None:
        """Take the sort mark off the header."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def show_sort(self) -> None:
        """Put the sort mark where the model says: columns may have come before it, or gone."""
        column, descending = self._model.sorted_by
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    def copy_cells(self) -> None:
        """Put the selected cells on the clipboard, with the headings of their columns."""
        spans = ((area.left(), area.right()) for area in self._selected_areas())
        self._copy_columns(sorted({column for left, right in spans for column in range(left, right + 1)}))

    def copy_rows(self) -> None:
        """Put the selected cells' whole rows on the clipboard."""
        self._copy_columns(list(range(self._model.columnCount())))

    def _copy_columns(self, columns: list[int]) -> None:
        spans = sorted((area.top(), area.bottom()) for area in self._selected_areas())
        if not spans or not columns:
            return
        rows: list[int] = []
        for top, bottom in spans:
            first = max(top, rows[-1] + 1 if rows else 0)
            rows.extend(range(first, min(bottom, first + MOST_COPIED_ROWS) + 1))
        is_all, rows = len(rows) <= MOST_COPIED_ROWS, rows[:MOST_COPIED_ROWS]
        text = io.StringIO()
        lines = csv.writer(text, dialect="excel-tab", lineterminator="\n")
        lines.writerow([self._model.heading(column) for column in columns])
        lines.writerows(self._model.copied(rows, columns))
        QGuiApplication.clipboard().setText(text.getvalue())
        self.copied.emit(len(rows), is_all)

    def _selected_areas(self) -> list[QItemSelectionRange]:
        # By areas: all of a million selected rows are one area, but a million indexes.
        selection = self.selectionModel().selection()
        return [selection.at(position) for position in range(selection.size())]

    def _add_action(self, name: str, act: Callable[[], None]) -> None:
        action = QAction(t(f"customers.{name}"), self)
        action.setObjectName(f"customers_{name}")
        action.triggered.connect(act)
        self.addAction(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt's own answer to Ctrl+C is the text of the one current cell.
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_cells()
        else:
            super().keyPressEvent(event)
