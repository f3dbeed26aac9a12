"""A table of coloured cells: the figure stands in each cell, so the colour only helps the eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from segdesk.ui import theme
from segdesk.ui.plots.painting import dot, fill_area
from segdesk.ui.widgets.focus import has_ring

ROW_PX = 42
HEADER_PX = 68
"""A dot and three lines."""
GAP_PX = 4
LEAST_CELL_PX = 62
LEAST_NAME_PX, MOST_NAME_PX = 90, 230
DOT_PX = 10
RADIUS = 4
GAP = 1.5
FULL, EMPTY = 0.62, 0.04
"""The opacity of the strongest and of the weakest cell: text stays readable on both."""

_CELL = Qt.ItemDataRole.UserRole
_UNDER = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
_BESIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = Qt.AlignmentFlag.AlignCenter

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A figure, a small word below it, how strongly to colour it (0 … 1), and all of it in a sentence.

    ``strength`` None is a cell beside the picture, such as a sum.
    """

    text: str
    note: str = ""
    strength: float | None = 0.0
    says: str = ""


@dataclass(frozen=True, slots=True)
class HeatName:
    """What a row or column is, with a dot in a segment's colour where it is one."""

    text: str
    role: str = ""


class _Cells(QStyledItemDelegate):
    def __init__(self, table: HeatTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(_CELL)
        if not isinstance(cell, HeatCell):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(GAP, GAP, -GAP, -GAP)
        path = QPainterPath()
        path.addRoundedRect(area, RADIUS, RADIUS)
        if cell.strength is not None:
            opacity = EMPTY + (FULL - EMPTY) * min(1.0, max(0.0, cell.strength))
            fill_area(painter, path, self._table.role, opacity)
        is_current = option.state & QStyle.StateFlag.State_Selected
        if is_current:
            painter.setPen(QPen(self._ring(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        self._write(painter, area, cell)
        painter.restore()

    def _ring(self) -> QColor:
        return theme.current().colour("gold_bright" if has_ring(self._table) else "text")

    def _write(self, painter: QPainter, area: QRectF, cell: HeatCell) -> None:
        colours = theme.current()
        small = theme.font(theme.TINY_PX)
        has_room = QFontMetrics(small).horizontalAdvance(cell.note) <= area.width() - 4
        upper, lower = area, area
        if cell.note and has_room:
            upper = area.adjusted(0, 3, 0, -area.height() * 0.46)
            lower = area.adjusted(0, area.height() * 0.50, 0, -3)
            painter.setFont(small)
            painter.setPen(colours.colour("text" if (cell.strength or 0) > 0.5 else "soft"))
            painter.drawText(lower, _CENTRE, cell.note)
        painter.setFont(theme.font(theme.SMALL_PX, families=theme.MONO))
        painter.setPen(colours.colour("soft" if cell.strength is None else "text"))
        painter.drawText(upper, _CENTRE, cell.text)


class _Names(QHeaderView):
    """Names in a few lines, the last of them cut short: Qt breaks lines or cuts them short, never both."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(HEADER_PX)
            self.setMinimumSectionSize(LEAST_CELL_PX)
            self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        else:
            self.setDefaultSectionSize(ROW_PX)
            self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        name = str(self.model().headerData(section, self.orientation()) or "")
        role = self.model().headerData(section, self.orientation(), _CELL)
        is_top = self.orientation() is Qt.Orientation.Horizontal
        area, place = rect.adjusted(GAP_PX, 0, -GAP_PX, -GAP_PX), rect.topLeft()
        if is_top:
            area.setTop(area.top() + DOT_PX + GAP_PX)
            place += QPoint((rect.width() - DOT_PX) // 2, 1)
        else:
            area = rect.adjusted(DOT_PX + 2 * GAP_PX if role else 0, 0, -GAP_PX, 0)
            place += QPoint(0, (rect.height() - DOT_PX) // 2)
        painter.save()
        if role:
            painter.drawPixmap(place, dot(role, DOT_PX, self.devicePixelRatioF()))
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.current().colour("soft"))
        metrics = QFontMetrics(painter.font())
        lines = in_lines(name, metrics, area.width(), area.height() // metrics.height())
        painter.drawText(area, _UNDER if is_top else _BESIDE, lines)
        painter.restore()


def in_lines(text: str, metrics: QFontMetrics, width: int, most: int) -> str:
    """Break a text between words into at most so many lines, and cut short what doesn't fit."""
    lines: list[str] = []
    words = text.split()
    while words:
        line, words = words[0], words[1:]
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line, words = f"{line} {words[0]}", words[1:]
        if len(lines) == most - 1:
            line, words = " ".join([line, *words]), []
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
    return "\n".join(lines)


class HeatTable(QTableWidget):
    """Coloured cells with names at the top and to the left, as high as its rows.

    Signals: ``chosen(int row, int column)``, a cell was clicked, or Enter or Space pressed on it.
    """

    chosen = Signal(int, int)

    def __init__(self, *, name: str, says: str, role: str = "below") -> None:
        super().__init__()
        self.role = role
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setProperty("look", "heat")
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeader(_Names(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Names(Qt.Orientation.Vertical, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cellClicked.connect(self.chosen)

    def show_cells(
        self, rows: Sequence[HeatName], columns: Sequence[HeatName], cells: Sequence[Sequence[HeatCell]]
    ) -> None:
        """Show other cells."""
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(len(columns))
        for row, name in enumerate(rows):
            self.setVerticalHeaderItem(row, _named(name))
        for column, name in enumerate(columns):
            self.setHorizontalHeaderItem(column, _named(name))
        for row, line in enumerate(cells):
            for column, cell in enumerate(line):
                self.setItem(row, column, _item(cell))
        self._fit_names(rows)
        self.updateGeometry()

    def _fit_names(self, names: Sequence[HeatName]) -> None:
        metrics = QFontMetrics(theme.font(theme.SMALL_PX))
        wanted = max((metrics.horizontalAdvance(name.text) for name in names), default=0)
        wanted += DOT_PX + 4 * GAP_PX
        self.verticalHeader().setFixedWidth(min(max(wanted, LEAST_NAME_PX), MOST_NAME_PX))

    # Qt

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar()
        under = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return QSize(
            600,
            HEADER_PX + ROW_PX * self.rowCount() + under + 2 * self.frameWidth() + 2,
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(MOST_NAME_PX + 2 * LEAST_CELL_PX, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_chosen = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if is_chosen and self.currentRow() >= 0:
            self.chosen.emit(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()


def _named(name: HeatName) -> QTableWidgetItem:
    item = QTableWidgetItem(name.text)
    item.setToolTip(name.text)
    item.setData(_CELL, name.role)
    return item


def _item(cell: HeatCell) -> QTableWidgetItem:
    item = QTableWidgetItem(cell.text)
    item.setData(_CELL, cell)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, cell.says or cell.text)
    item.setToolTip(cell.says)
    return item
