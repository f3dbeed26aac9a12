"""The methods of a comparison as a table that fills while they come in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from segdesk.model.findings import Contender
from segdesk.model.recipe import Method, Recipe
from segdesk.text import t
from segdesk.ui.panels.compare_figures import FIGURES, Figure, bests, figure_note, figure_text, is_best
from segdesk.words import wording

METHOD_COLUMN = 0
FIRST_FIGURE = 1
USE_COLUMN = FIRST_FIGURE + len(FIGURES)
PAIR = 2

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Row:
    """A method: ``contender`` is None until it has come in."""

    method: Method
    contender: Contender | None = None

    @property
    def is_done(self) -> bool:
        """Whether there are figures."""
        return self.contender is not None and self.contender.failure is None

    @property
    def failure(self) -> str:
        """Why there are no figures, in a sentence."""
        if self.contender is None or self.contender.failure is None:
            return ""
        return wording.note_text(self.contender.failure)


class CompareModel(QAbstractTableModel):
    """Methods with their figures; up to two are ticked, to stand side by side.

    Signals: ``ticked``, others are ticked now.
    """

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._order: tuple[Method, ...] = ()
        self._ticked: list[Method] = []
        self._best: dict[str, float] = {}
        self._recommended: Method | None = None
        self._sort: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show_rows(self, rows: Sequence[Row], recommended: Method | None = None) -> None:
        """Show other methods, in this order until the user sorts."""
        self.beginResetModel()
        self._rows = list(rows)
        self._order = tuple(row.method for row in rows)
        self._recommended = recommended
        self._follow()
        self.endResetModel()
        self.ticked.emit()

    def add(self, contender: Contender) -> None:
        """Fill in a method that has come in."""
        methods = [row.method for row in self._rows]
        if contender.method in methods:
            self._rows[methods.index(contender.method)] = Row(contender.method, contender)
            self._arrange()
            self.dataChanged.emit(self.index(0, 0), self.index(len(methods) - 1, USE_COLUMN))

    def row(self, position: int) -> Row:
        """Give what a line shows."""
        return self._rows[position]

    @property
    def rows(self) -> tuple[Row, ...]:
        """What the lines show, from the top down."""
        return tuple(self._rows)

    @property
    def pair(self) -> tuple[Recipe, ...]:
        """The recipes of the ticked methods, each with its number of segments, in the order ticked."""
        done = {row.method: row.contender for row in self._rows if row.contender is not None}
        return tuple(done[method].recipe for method in self._ticked)

    def is_recommended(self, position: int) -> bool:
        """Whether a line shows the recommended method."""
        return self._rows[position].method is self._recommended

    def is_best(self, index: Index) -> bool:
        """Whether a cell holds the best figure of its column."""
        contender = self._rows[index.row()].contender
        is_figure = FIRST_FIGURE <= index.column() < USE_COLUMN
        return (
            is_figure
            and contender is not None
            and is_best(FIGURES[index.column() - FIRST_FIGURE], contender, self._best)
        )

    def note(self, index: Index) -> str:
        """Give the small word below a figure, if it has one."""
        row = self._rows[index.row()]
        is_figure = FIRST_FIGURE <= index.column() < USE_COLUMN
        if not is_figure or row.contender is None or not row.is_done:
            return ""
        return figure_note(FIGURES[index.column() - FIRST_FIGURE], row.contender)

    def tick(self, position: int) -> None:
        """Choose a method for the pair or take it back; a third one takes the place of the first."""
        row = self._rows[position]
        if not row.is_done:
            return
        if row.method in self._ticked:
            self._ticked.remove(row.method)
        else:
            self._ticked = [*self._ticked[1 - PAIR :], row.method]
        last = self.index(len(self._rows) - 1, METHOD_COLUMN)
        self.dataChanged.emit(self.index(0, METHOD_COLUMN), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def _follow(self) -> None:
        contenders = [row.contender for row in self._rows if row.contender is not None]
        self._best = bests(contenders)
        done = [row.method for row in self._rows if row.is_done]
        self._ticked = [method for method in self._ticked if method in done]

    def _arrange(self) -> None:
        """Bring the lines into order; what is selected stays selected."""
        self._follow()
        self.layoutAboutToBeChanged.emit()
        before = [row.method for row in self._rows]
        column, order = self._sort
        sign = -1 if order is Qt.SortOrder.DescendingOrder else 1
        if column < 0:
            self._rows.sort(key=lambda row: self._order.index(row.method))
        elif column == METHOD_COLUMN:
            self._rows.sort(key=lambda row: wording.method_name(row.method), reverse=sign < 0)
        else:
            self._rows.sort(key=lambda row: _sort_key(row, FIGURES[column - FIRST_FIGURE], sign))
        after = [row.method for row in self._rows]
        old = self.persistentIndexList()
        new = [self.index(after.index(before[index.row()]), index.column()) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else USE_COLUMN + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        is_figure = FIRST_FIGURE <= section < USE_COLUMN
        match role:
            case Qt.ItemDataRole.DisplayRole if is_figure:
                return t(f"compare_panel.column_{FIGURES[section - FIRST_FIGURE].key}")
            case Qt.ItemDataRole.DisplayRole:
                return t("compare_panel.column_method") if section == METHOD_COLUMN else ""
            case Qt.ItemDataRole.ToolTipRole if is_figure:
                return t(f"compare_panel.tip_{FIGURES[section - FIRST_FIGURE].key}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return row.failure or None
            case Qt.ItemDataRole.AccessibleTextRole if FIRST_FIGURE <= index.column() < USE_COLUMN:
                return self._says(row, index)
            case Qt.ItemDataRole.AccessibleTextRole if (
                self.is_recommended(index.row()) and not index.column()
            ):
                return t("compare_panel.recommended_says", method=self._text(row, METHOD_COLUMN))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if FIRST_FIGURE <= index.column() < USE_COLUMN else _LEFT
            case Qt.ItemDataRole.CheckStateRole if index.column() == METHOD_COLUMN and row.is_done:
                is_ticked = row.method in self._ticked
                return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return None

    def _text(self, row: Row, column: int) -> str:
        if column == METHOD_COLUMN:
            return wording.method_name(row.method)
        if row.contender is None:
            return t("compare_panel.pending") if column == FIRST_FIGURE else ""
        if row.failure:
            return row.failure if column == FIRST_FIGURE else ""
        if column == USE_COLUMN:
            return t("compare_panel.use")
        return figure_text(FIGURES[column - FIRST_FIGURE], row.contender)

    def _says(self, row: Row, index: Index) -> str:
        text = f"{self._text(row, index.column())} {self.note(index)}".strip()
        return t("compare_panel.best_says", value=text) if self.is_best(index) else text

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_box = index.column() == METHOD_COLUMN and self._rows[index.row()].is_done
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_box else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick(index.row())
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sort = (column if column < USE_COLUMN else -1, order)
        self._arrange()


def _sort_key(row: Row, figure: Figure, sign: int) -> tuple[int, float]:
    """Sort by the figure; who has none stands last, whichever way round."""
    if row.contender is None or not row.is_done:
        return (2 if row.contender is None else 1, 0.0)
    value = figure.value(row.contender)
    return (0, sign * value) if math.isfinite(value) else (0, math.inf)
