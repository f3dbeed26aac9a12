"""What the columns table knows: each column's summary."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from segdesk.model.roles import ColumnRole, ColumnSummary
from segdesk.text import t
from segdesk.words import wording

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

SMALLEST_SHARE = 0.0005
"""Below it a share would be written as 0.0%."""

SHAPELESS = (ColumnRole.IDENTIFIER, ColumnRole.TEXT)
"""Where nearly every value differs a histogram says nothing."""


class Cell(IntEnum):
    """The columns of the columns table."""

    NAME = 0
    ROLE = 1
    VALUES = 2
    EXAMPLE = 3
    MISSING = 4
    NOTE = 5


class ColumnsModel(QAbstractTableModel):
    """Column summaries as rows."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[ColumnSummary, ...] = ()
        self._rows = 0

    @property
    def columns(self) -> tuple[ColumnSummary, ...]:
        """The summaries with the roles they have now."""
        return self._columns

    def show_columns(self, columns: Sequence[ColumnSummary], rows: int) -> None:
        """Show these columns of a table with ``rows`` customers."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._rows = rows
        self.endResetModel()

    def update_columns(self, columns: Sequence[ColumnSummary]) -> None:
        """Show the same columns with the roles they have now; the current row stays."""
        self._columns = tuple(columns)
        self.dataChanged.emit(self.index(0, 0), self.index(len(columns) - 1, len(Cell) - 1))

    def column(self, position: int) -> ColumnSummary:
        """Give the column at a position in the file."""
        return self._columns[position]

    def counts(self, position: int) -> tuple[int, ...]:
        """Give the bars to draw for a column; none where they would say nothing."""
        column = self._columns[position]
        return () if column.role in SHAPELESS else column.histogram

    def note(self, position: int) -> str:
        """Say why the column has its role."""
        column = self._columns[position]
        if column.is_changed:
            return t("columns.your_choice")
        return wording.note_text(column.reason) if column.reason else ""

    def missing(self, position: int) -> str:
        """Write the share of customers without a value."""
        share = self._columns[position].missing / self._rows if self._rows else 0.0
        return t("columns.hardly") if 0 < share < SMALLEST_SHARE else wording.percent(share)

    def text(self, position: int, cell: Cell) -> str:
        """Give a cell's text."""
        column = self._columns[position]
        match cell:
            case Cell.NAME:
                return column.name
            case Cell.ROLE:
                return wording.role_name(column.role)
            case Cell.VALUES:
                return ""
            case Cell.EXAMPLE:
                return ", ".join(" ".join(example.split()) for example in column.examples)
            case Cell.MISSING:
                return self.missing(position)
            case Cell.NOTE:
                return self.note(position)

    def _says(self, position: int, cell: Cell) -> str:
        """Give what a screen reader says of a cell."""
        column, name = self._columns[position], self._columns[position].name
        match cell:
            case Cell.ROLE:
                return t("columns.role_says", column=name, role=wording.role_name(column.role))
            case Cell.VALUES:
                counts = ", ".join(str(count) for count in self.counts(position))
                return t("columns.counts_say", column=name, counts=counts) if counts else ""
            case Cell.MISSING:
                return t("columns.missing_says", missing=column.missing, rows=self._rows)
            case Cell.NOTE if column.is_changed:
                before = wording.role_name(column.guessed)
                return t("columns.undo_says", note=self.note(position), role=before)
        return self.text(position, cell)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Cell)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        cell = Cell(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._says(index.row(), cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return t(f"columns.head_{Cell(section).name.lower()}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
