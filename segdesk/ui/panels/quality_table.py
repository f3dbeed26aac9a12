"""The data quality table: one row per column of the file, sorted by any of its figures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from segdesk.model.exploration import Exploration
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.quality_cells import PAD, ROW_HEIGHT, TRACK, WIDEST_SHAPE, QualityCells
from segdesk.ui.panels.quality_model import FILE_ORDER, Cell, QualityModel
from segdesk.ui.widgets.focus import show_ring
from segdesk.ui.widgets.reading_table import set_for_reading

SORTING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
MOST_ROWS = 30
"""More rows scroll within the table, so that the picture below stays within reach."""
NAME_WIDTHS = (84, 220)
SORT_MARK = 14
ROUNDING = 2
MORE_FIGURE = 40
"""The skewness beside its words."""


class QualityTable(QTableView):
    """The columns of an exploration. Arrow keys move; Enter or Space sorts by the column one is in."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quality_table")
        self.setAccessibleName(t("quality.table"))
        self.setAccessibleDescription(t("quality.table_hint"))
        self.setProperty("look", "flat")
        self.quality = QualityModel()
        self.setModel(self.quality)
        self.setItemDelegate(QualityCells(self, self.quality))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        set_for_reading(self, row_height=ROW_HEIGHT)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(FILE_ORDER, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def show_exploration(self, exploration: Exploration) -> None:
        """Show other columns; the order stays as it was chosen."""
        self.quality.show_exploration(exploration)
        head = self.horizontalHeader()
        self.quality.sort(head.sortIndicatorSection(), head.sortIndicatorOrder())
        rows = min(self.quality.rowCount(), MOST_ROWS)
        self.setFixedHeight(head.sizeHint().height() + rows * ROW_HEIGHT + 2)
        self._share_width()

    def sort_by(self, cell: Cell) -> None:
        """Sort as a click on the heading does: up, then down, then as in the file."""
        head = self.horizontalHeader()
        if head.sortIndicatorSection() != cell:
            head.setSortIndicator(cell, Qt.SortOrder.AscendingOrder)
        elif head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder:
            head.setSortIndicator(cell, Qt.SortOrder.DescendingOrder)
        else:
            head.setSortIndicator(FILE_ORDER, Qt.SortOrder.AscendingOrder)

    def _natural(self, cell: Cell) -> int:
        """Give the width that a column's words and heading need."""
        model = self.quality
        metrics = QFontMetrics(QualityCells.font(cell))
        texts = sorted((model.text(row, cell) for row in range(model.rowCount())), key=len)
        widest = max((metrics.horizontalAdvance(text) for text in texts[-5:]), default=0)
        widest += {Cell.MISSING: TRACK[0] + 6, Cell.SKEW: MORE_FIGURE}.get(cell, 0)
        return max(widest + ROUNDING + 2 * PAD, self._heading(cell))

    def _heading(self, cell: Cell) -> int:
        heading = t(f"quality.head_{cell.name.lower()}")
        metrics = QFontMetrics(theme.font(theme.SMALL_PX))
        return metrics.horizontalAdvance(heading) + SORT_MARK + 2 * PAD

    def _share_width(self) -> None:
        """Give every column what it needs; the range goes first where there isn't room for all."""
        width: dict[Cell, int] = {cell: self._natural(cell) for cell in Cell}
        width[Cell.NAME] = max(NAME_WIDTHS[0], min(width[Cell.NAME], NAME_WIDTHS[1]))
        widest, narrowest = WIDEST_SHAPE + 2 * PAD, self._heading(Cell.SHAPE)
        room = self.viewport().width()
        width[Cell.SHAPE] = narrowest
        if sum(width.values()) > room:
            del width[Cell.RANGE]
        width[Cell.NAME] -= max(0, min(sum(width.values()) - room, width[Cell.NAME] - NAME_WIDTHS[0]))
        width[Cell.SHAPE] += max(0, min(room - sum(width.values()), widest - narrowest))
        width[max(width)] += max(0, room - sum(width.values()))
        self.setColumnHidden(Cell.RANGE, Cell.RANGE not in width)
        for cell, pixels in width.items():
            self.setColumnWidth(cell, pixels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        show_ring(self)  # whoever clicked into the table and goes on by keys must see where they are
        if event.key() in SORTING_KEYS and self.currentIndex().isValid():
            self.sort_by(Cell(self.currentIndex().column()))
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.quality.rowCount():
            self.setCurrentIndex(self.quality.index(0, Cell.NAME))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
