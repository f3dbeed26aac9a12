"""The customers as a table of any length: which rows show, in which order, in which words."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from segdesk.model.findings import Reliability
from segdesk.model.roles import ColumnSummary, Kind
from segdesk.ui import theme
from segdesk.ui.panels.results import cells
from segdesk.ui.panels.results.customers_own import ALWAYS, NOBODY, Own, OwnCells
from segdesk.ui.reader import Row, RowReader
from segdesk.ui.session import View

SEGMENT_COLUMN = int(Own.SEGMENT)
FIT_COLUMN = int(Own.FIT)
OWN_COLUMNS = len(ALWAYS)
"""Segment and fit stand before the dataset's columns; three more where the reliability is known."""

PAGE_ROWS = 200
CACHED_PAGES = 50
"""10,000 rows: scrolling back is instant, and memory stays in the megabytes."""

SAME_SEGMENT = 0.5
"""Jaccard from which a segment of another cut counts as the one that was filtered for: more
than half of all customers of either are in both, so no other segment can match as well."""

Index = QModelIndex | QPersistentModelIndex
Rows = NDArray[np.int64]
_ROOT = QModelIndex()
_NO_ROWS: Rows = np.empty(0, np.int64)


class CustomersModel(QAbstractTableModel):
    """Customers of a view: filtered, searched, sorted; read from the database by pages.

    Signals: ``order_changed``, other rows or another order show; ``busy_changed(bool)``, the
    database is (no longer) being searched; ``segment_changed``, a new cut moved the filter;
    ``own_columns_changed``, there are other columns before the dataset's.
    """

    order_changed = Signal()
    busy_changed = Signal(bool)
    segment_changed = Signal()
    own_columns_changed = Signal()

    def __init__(self, reader: RowReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._view: View | None = None
        self._own: OwnCells | None = None
        self._reliability: Reliability | None = None
        self._is_borderline_only = False
        self._columns: tuple[cells.CellColumn, ...] = ()
        self._search = ""
        self._segment: int | None = None
        self._picked: NDArray[np.bool_] | None = None
        self._sort: tuple[int, bool] = (-1, False)
        self._found = self._rows = _NO_ROWS
        self._ticket: int | None = None
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        reader.ordered.connect(self._on_ordered)
        reader.failed.connect(self._on_failed)

    @property
    def segment(self) -> int | None:
        """The segment that is filtered for, counted from 0; None for all."""
        return self._segment

    @property
    def own_columns(self) -> int:
        """How many columns stand before the dataset's."""
        return OWN_COLUMNS if self._own is None else len(self._own.columns)

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """The column that is sorted by, -1 for none, and whether that is descending."""
        return self._sort

    @property
    def borderline(self) -> int | None:
        """How many customers sit between two segments; None where that isn't known."""
        found = None if self._own is None else self._own.borderline
        return None if found is None else int(found.sum())

    @property
    def customers(self) -> int:
        """How many customers the view has, shown or not."""
        return 0 if self._view is None else len(self._view.labels)

    @property
    def row_indexes(self) -> Rows:
        """Which rows of the dataset show, from the top down."""
        return self._rows

    def show_view(self, view: View, columns: tuple[ColumnSummary, ...], names: tuple[str, ...]) -> bool:
        """Show a view; give whether its dataset is another one, so that everything starts anew.

        For another cut of the same dataset the search, the sort and the database's answers stay.
        """
        old = self._view
        if old is None or old.run.dataset_id != view.run.dataset_id:
            self._start(view, columns, names)
            return True
        segment = self._moved_segment(old, view)
        is_moved, self._segment = segment != self._segment, segment
        self._view = view
        self._show_own(OwnCells(view, names, self._reliability))
        if is_moved:
            self.segment_changed.emit()
        return False

    def show_reliability(self, reliability: Reliability | None, names: tuple[str, ...]) -> None:
        """Say how sure each customer's segment is, where it is about the cut that shows; None forgets it."""
        self._reliability = reliability
        if self._view is not None:
            self._show_own(OwnCells(self._view, names, reliability))

    def set_borderline_only(self, only: bool) -> None:
        """Show only customers who sit between two segments, or all."""
        only = only and self.borderline is not None
        if only != self._is_borderline_only:
            self._is_borderline_only = only
            self._arrange()
            self.order_changed.emit()

    def set_search(self, search: str) -> None:
        """Show only customers with this text in one of their columns."""
        search = search.strip()
        if search != self._search:
            self._search = search
            self._ask()

    def set_segment(self, segment: int | None) -> None:
        """Show only one segment, or all."""
        if segment != self._segment:
            self._segment = segment
            self._arrange()
            self.order_changed.emit()

    def set_picked(self, rows: NDArray[np.bool_] | None) -> None:
        """Show only customers picked out elsewhere, a bool for each of the dataset; None shows all."""
        if rows is None and self._picked is None:
            return
        self._picked = rows
        self._arrange()
        self.order_changed.emit()

    def heading(self, column: int) -> str:
        """Give a column's heading."""
        if column >= self.own_columns:
            return self._columns[column - self.own_columns].name
        return self._own.heading(column) if self._own is not None else ""

    def own_words(self, column: int) -> tuple[str, ...]:
        """Give everything that a column before the dataset's may say."""
        return self._own.words(column) if self._own is not None else ()

    def copied(self, rows: Sequence[int], columns: Sequence[int]) -> list[list[str]]:
        """Give the plain text of some cells, numbers as the file has them."""
        return [[self._copied_cell(row, column) for column in columns] for row in rows]

    def _copied_cell(self, row: int, column: int) -> str:
        if column >= self.own_columns:
            cell = self._columns[column - self.own_columns]
            return cell.copied(self._value(row, column - self.own_columns))
        return self._own.text(int(self._rows[row]), column) if self._own is not None else ""

    def _show_own(self, own: OwnCells) -> None:
        """Put other columns before the dataset's; search and place stay, and the sort if it can."""
        before, after = self.own_columns, len(own.columns)
        column, descending = self._sort
        if after > before:
            self.beginInsertColumns(_ROOT, before, after - 1)
        elif after < before:
            self.beginRemoveColumns(_ROOT, after, before - 1)
        self._own = own
        if column >= before:
            self._sort = column + after - before, descending
        elif column >= after:
            self._sort = -1, False
        if after > before:
            self.endInsertColumns()
        elif after < before:
            self.endRemoveColumns()
        self._is_borderline_only = self._is_borderline_only and own.borderline is not None
        self._arrange()
        if self._rows.size:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, after - 1))
        if after != before:
            self.own_columns_changed.emit()

    def _start(self, view: View, columns: tuple[ColumnSummary, ...], names: tuple[str, ...]) -> None:
        self.beginResetModel()
        self._reader.open(view.run.dataset_id)
        self._view = view
        self._own, self._is_borderline_only = OwnCells(view, names, self._reliability), False
        self._columns = tuple(cells.CellColumn.of(column) for column in columns)
        self._search, self._segment, self._sort = "", None, (-1, False)
        self._pages.clear()
        self._found = self._rows = np.arange(len(view.labels), dtype=np.int64)
        self._wait_for(None)
        self.endResetModel()
        self.order_changed.emit()

    def _moved_segment(self, old: View, new: View) -> int | None:
        """Find the filtered segment again in another cut, by its customers."""
        if self._segment is None or len(old.labels) != len(new.labels):
            return None
        if self._segment == NOBODY:
            return NOBODY if new.cut.outliers else None
        before = old.labels == self._segment
        kept = new.labels[before & (new.labels != NOBODY)]
        shared = np.bincount(kept, minlength=new.segments)
        likeness = shared / (before.sum() + np.array(new.cut.sizes) - shared)
        best = int(np.argmax(likeness))
        return best if likeness[best] > SAME_SEGMENT else None

    def _ask(self) -> None:
        """Ask the database where it is needed, and arrange what it found before."""
        column, descending = self._sort
        position = column - self.own_columns if column >= self.own_columns else None
        if position is None and not self._search:
            self._reader.forget()
            self._wait_for(None)
            self._found = np.arange(self.customers, dtype=np.int64)
            self._arrange()
            self.order_changed.emit()
            return
        self._wait_for(
            self._reader.order(
                position=position, descending=descending and position is not None, search=self._search
            )
        )

    def _wait_for(self, ticket: int | None) -> None:
        was, self._ticket = self._ticket, ticket
        if (was is None) != (ticket is None):
            self.busy_changed.emit(ticket is not None)

    @Slot(int, object)
    def _on_ordered(self, ticket: int, order: Rows) -> None:
        if ticket != self._ticket:
            return
        self._found = order
        self._wait_for(None)
        self._arrange()
        self.order_changed.emit()

    @Slot(object)
    def _on_failed(self, _error: object) -> None:
        self._wait_for(None)

    def _arrange(self) -> None:
        """Work out the rows that show; views hear of it only when they differ."""
        view, own = self._view, self._own
        if view is None or own is None:
            return
        rows, (column, descending) = self._found, self._sort
        if self._segment is not None:
            rows = rows[view.labels[rows] == self._segment]
        if self._is_borderline_only and (borderline := own.borderline) is not None:
            rows = rows[borderline[rows]]
        if self._picked is not None and len(self._picked) == len(view.labels):
            rows = rows[self._picked[rows]]
        if 0 <= column < self.own_columns:
            keys = own.keys(column)[rows]
            # Negated, not reversed: equals keep their order, and nan (not judged) stays last.
            rows = rows[np.argsort(-keys if descending else keys, kind="stable")]
        if np.array_equal(rows, self._rows):
            return
        self.beginResetModel()
        self._rows = rows
        self._pages.clear()
        self.endResetModel()

    def _value(self, row: int, position: int) -> object:
        number, offset = divmod(row, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            wanted = self._rows[number * PAGE_ROWS : (number + 1) * PAGE_ROWS]
            page = self._pages[number] = self._reader.rows(wanted.tolist())
            if len(self._pages) > CACHED_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[offset][position] if offset < len(page) else None

    def _own_data(self, row: int, column: int, role: int) -> object:
        own, row_index = self._own, int(self._rows[row])
        if own is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return own.text(row_index, column)
            case Qt.ItemDataRole.ToolTipRole:
                return own.tip(row_index, column)
            case Qt.ItemDataRole.DecorationRole:
                return own.icon(row_index, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return own.alignment(column)
            case Qt.ItemDataRole.FontRole if column != Own.SURE:
                return theme.font(theme.SMALL_PX)
        return None

    def _cell_data(self, row: int, position: int, role: int) -> object:
        cell = self._columns[position]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.shown(self._value(row, position))
            case Qt.ItemDataRole.ToolTipRole if cell.kind is Kind.TEXT:
                return cell.shown(self._value(row, position))
            case Qt.ItemDataRole.TextAlignmentRole:
                return cell.alignment
            case Qt.ItemDataRole.FontRole if cell.kind is Kind.TEXT:
                return theme.font(theme.SMALL_PX)
        return None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._view is None else self.own_columns + len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if index.column() < self.own_columns:
            return self._own_data(index.row(), index.column(), role)
        return self._cell_data(index.row(), index.column() - self.own_columns, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.heading(section)
            case Qt.ItemDataRole.ToolTipRole if self._own is not None and section < self.own_columns:
                return self._own.explained(section)
            case Qt.ItemDataRole.ToolTipRole:
                return self.heading(section)
            case Qt.ItemDataRole.TextAlignmentRole if section >= self.own_columns:
                return self._columns[section - self.own_columns].alignment
            case Qt.ItemDataRole.TextAlignmentRole if self._own is not None:
                return self._own.alignment(section)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        new = (column, order == Qt.SortOrder.DescendingOrder)
        if new != self._sort:
            self._sort = new
            self._ask()
