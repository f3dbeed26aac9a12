"""What the data quality table knows: each column's figures, in any order."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from segdesk.model.exploration import ColumnQuality, Exploration
from segdesk.text import t
from segdesk.ui.panels import quality_words as words
from segdesk.ui.panels.columns_model import SMALLEST_SHARE
from segdesk.words import wording

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
FILE_ORDER = -1

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Cell(IntEnum):
    """The columns of the data quality table."""

    NAME = 0
    TYPE = 1
    SHAPE = 2
    MISSING = 3
    DISTINCT = 4
    OUTLIERS = 5
    SKEW = 6
    RANGE = 7


class QualityModel(QAbstractTableModel):
    """The columns of an exploration as rows."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[ColumnQuality, ...] = ()
        self._order: list[int] = []
        self._rows = 0

    def show_exploration(self, exploration: Exploration) -> None:
        """Show other columns, in the file's order."""
        self.beginResetModel()
        self._columns, self._rows = exploration.columns, exploration.rows
        self._order = list(range(len(self._columns)))
        self.endResetModel()

    def column(self, row: int) -> ColumnQuality:
        """Give the column in a row of the table."""
        return self._columns[self._order[row]]

    def missing_share(self, row: int) -> float:
        """Give the share of customers without a value."""
        return self.column(row).missing / self._rows if self._rows else 0.0

    def level_shares(self, row: int) -> tuple[tuple[str, float], ...]:
        """Give a category's commonest levels with their shares."""
        return words.level_shares(self.column(row), self._rows)

    def text(self, row: int, cell: Cell) -> str:
        """Give a cell's text."""
        column = self.column(row)
        match cell:
            case Cell.NAME:
                return column.name
            case Cell.TYPE:
                return words.kind_name(column.kind)
            case Cell.SHAPE:
                return self._shape(row)
            case Cell.MISSING:
                share = self.missing_share(row)
                return t("columns.hardly") if 0 < share < SMALLEST_SHARE else wording.percent(share)
            case Cell.DISTINCT:
                return wording.number(column.distinct)
            case Cell.OUTLIERS:
                found = column.spread.outliers if column.spread else None
                return words.NONE if found is None else wording.number(found)
            case Cell.SKEW:
                skew = column.spread.skew if column.spread else None
                return words.NONE if skew is None else words.skew_words(skew)
            case Cell.RANGE:
                return words.range_text(column)

    def figure(self, row: int) -> str:
        """Give the skewness beside its words."""
        skew = self.column(row).spread
        return "" if skew is None or skew.skew is None else words.figure(skew.skew, 1)

    def says(self, row: int, cell: Cell) -> str:
        """Give what a screen reader says of a cell, and its tool tip."""
        column = self.column(row)
        match cell:
            case Cell.TYPE:
                kind, role = words.kind_name(column.kind), wording.role_name(column.role)
                return t("quality.type_says", column=column.name, kind=kind, role=role)
            case Cell.SHAPE | Cell.RANGE:
                return words.shape_sentence(column, self._rows)
            case Cell.MISSING:
                return t("columns.missing_says", missing=column.missing, rows=self._rows)
            case Cell.DISTINCT:
                return t("quality.distinct_says", column=column.name, count=column.distinct)
            case Cell.OUTLIERS if column.spread is not None:
                return words.outliers_sentence(column.name, column.spread)
            case Cell.SKEW if self.figure(row):
                said = self.text(row, cell)
                return t("quality.skew_says", column=column.name, words=said, skew=self.figure(row))
        return self.text(row, cell)

    def _shape(self, row: int) -> str:
        column = self.column(row)
        if column.is_hidden:
            return t("quality.hidden_personal") if column.is_personal else t("quality.hidden")
        return "" if column.distinct else t("quality.no_values")

    def _key(self, position: int, cell: Cell) -> float | str | None:
        """Give what a column is sorted by; None comes last both ways."""
        column, spread = self._columns[position], self._columns[position].spread
        match cell:
            case Cell.NAME:
                return column.name.casefold()
            case Cell.TYPE:
                return words.kind_name(column.kind)
            case Cell.SHAPE:
                return column.levels[0].count if column.levels else None
            case Cell.MISSING:
                return column.missing
            case Cell.DISTINCT:
                return column.distinct
            case Cell.OUTLIERS:
                return spread.outliers if spread else None
            case Cell.SKEW:
                return spread.skew if spread else None
            case Cell.RANGE:
                return spread.maximum if spread else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column of the table; equal rows stay in the file's order."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        shown = [self._order[index.row()] for index in before]
        positions = range(len(self._columns))
        if column == FILE_ORDER:
            self._order = list(positions)
        else:
            keys = {position: self._key(position, Cell(column)) for position in positions}
            known = [position for position in positions if keys[position] is not None]
            known.sort(key=keys.__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)  # type: ignore[arg-type]
            self._order = known + [position for position in positions if keys[position] is None]
        places = {position: row for row, position in enumerate(self._order)}
        after = [self.index(places[s], i.column()) for s, i in zip(shown, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Cell)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), Cell(index.column()))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.says(index.row(), Cell(index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return t(f"quality.head_{Cell(section).name.lower()}")
        if role == Qt.ItemDataRole.ToolTipRole:
            return t("quality.table_hint")
        return _LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None
