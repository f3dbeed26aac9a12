"""The table of a comparison: sorted by any figure, two methods ticked, one used."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.compare_cells import BOX, PAD, CompareCells
from segdesk.ui.panels.compare_model import FIRST_FIGURE, METHOD_COLUMN, USE_COLUMN, CompareModel
from segdesk.ui.widgets.motion import is_motion_reduced

ROW_PX = 46
HEADER_PX = 46
"""Two lines of a heading."""
SPARE_PX = 4
TICK_MS = 80
TICKS_ROUND = 14

_BREAKS = re.compile(r"(?<=[ –])")
"""Where a heading may go on in its second line."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Index = QModelIndex | QPersistentModelIndex


class _Headings(QHeaderView):
    """Headings in up to two lines, with the mark of the sort beside them and not on top of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("compare_header")
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumHeight(HEADER_PX)
        self.setStretchLastSection(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortIndicatorClearable(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        is_sorted = self.sortIndicatorSection() == section
        side = Qt.AlignmentFlag.AlignLeft if section == METHOD_COLUMN else Qt.AlignmentFlag.AlignRight
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.current().colour("text" if is_sorted else "muted"))
        area = rect.adjusted(PAD, 0, -PAD, -1)
        flags = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(area, flags, title)
        if is_sorted and title:
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            painter.setBrush(painter.pen().color())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(_mark(rect.right() - PAD / 2, area.center().y(), 1 if up else -1))
        painter.restore()


def _mark(x: float, y: float, way: int) -> QPolygonF:
    """Give a small triangle that points up (1) or down (-1)."""
    return QPolygonF([QPointF(x - 3, y + 2 * way), QPointF(x + 3, y + 2 * way), QPointF(x, y - 2 * way)])


class CompareTable(QTableView):
    """A line for each method. Space ticks a method, Enter uses it.

    Signals: ``used(int)``, the line whose method is to be used.
    """

    used = Signal(int)

    def __init__(self, model: CompareModel) -> None:
        super().__init__()
        self._model = model
        self._tick = 0
        self.setObjectName("compare_table")
        self.setAccessibleName(t("compare_panel.table"))
        self.setAccessibleDescription(t("compare_panel.table_keys"))
        self.setProperty("look", "flat")
        self.setModel(model)
        self._cells = CompareCells(model, lambda: self._tick / TICKS_ROUND)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(_Headings(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._turn)
        for change in (model.modelReset, model.layoutChanged):
            change.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Give sentences the width of all figures, and each column the width of its own."""
        self.clearSpans()
        for position, row in enumerate(self._model.rows):
            if not row.is_done:
                self.setSpan(position, FIRST_FIGURE, 1, USE_COLUMN)
        self._fit()
        self._spin()
        self.updateGeometry()

    def _fit(self) -> None:
        """Share what is left of the width among the columns."""
        heading = QFontMetrics(theme.font(theme.SMALL_PX))
        columns = range(self._model.columnCount())
        widths = []
        for column in columns:
            title = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            wanted = max((heading.horizontalAdvance(word) for word in _BREAKS.split(title)), default=0)
            wanted += SPARE_PX + 2 * PAD if title else 0
            rows = range(self._model.rowCount())
            hints = (self._cells.sizeHint(None, self._model.index(row, column)).width() for row in rows)  # type: ignore[arg-type]
            widths.append(max(wanted, *hints, 0))
        if not widths[USE_COLUMN]:
            widths[USE_COLUMN] = (
                QFontMetrics(theme.font()).horizontalAdvance(t("compare_panel.use")) + 2 * PAD
            )
        spare = max(0, self.viewport().width() - sum(widths)) // len(widths)
        for column in columns:
            self.setColumnWidth(column, widths[column] + spare)

    def _spin(self) -> None:
        is_waiting = any(row.contender is None for row in self._model.rows)
        if is_waiting and self.isVisible() and not is_motion_reduced():
            self._timer.start()
        else:
            self._timer.stop()

    def _turn(self) -> None:
        self._tick = (self._tick + 1) % TICKS_ROUND
        self.viewport().update()

    def _use(self, position: int) -> None:
        if self._model.row(position).is_done:
            self.used.emit(position)

    # Qt

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar()
        under = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return QSize(900, HEADER_PX + ROW_PX * self._model.rowCount() + under + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        position = self.currentIndex().row()
        if position >= 0 and event.key() == Qt.Key.Key_Space:
            self._model.tick(position)
        elif position >= 0 and event.key() in _ENTER:
            self._use(position)
        elif position >= 0 and event.key() == Qt.Key.Key_S:
            self._sort_here()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        if index.column() == USE_COLUMN:
            self._use(index.row())
        elif index.column() == METHOD_COLUMN and event.position().x() < self._box_right():
            self._model.tick(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_link = index.isValid() and index.column() == USE_COLUMN and self._model.row(index.row()).is_done
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        )

    def _sort_here(self) -> None:
        """Sort by the column that the keyboard is in; once more turns the order round."""
        header, column = self.horizontalHeader(), self.currentIndex().column()
        is_up = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        is_again = header.sortIndicatorSection() == column
        order = Qt.SortOrder.DescendingOrder if is_again and is_up else Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, order)

    def _box_right(self) -> float:
        return self.columnViewportPosition(METHOD_COLUMN) + 2 * PAD + BOX

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._spin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._spin()
