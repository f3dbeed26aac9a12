"""How the cells of the data quality table are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from segdesk.model.exploration import Spread
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.quality_model import Cell, QualityModel
from segdesk.ui.widgets.focus import has_ring
from segdesk.ui.widgets.sparkbars import paint_bars
from segdesk.words import wording

ROW_HEIGHT = 44
PAD = 8
WIDEST_SHAPE = 150
BARS_ALPHA = 0.8
BARS_HEIGHT = 20
BOX_HEIGHT = 7
BOX_GAP = 4
LEVELS_HEIGHT = 9
STRONGEST_LEVEL, FAINTEST_LEVEL = 0.9, 0.2
"""A category's levels from the commonest to the rest, as shades of one colour."""
TRACK = (36, 6)
MUCH_MISSING = 0.2
"""From here on filling in the middle value makes a group of its own: worth a look."""
FIGURE_GAP = 6

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MONO = (Cell.MISSING, Cell.DISTINCT, Cell.OUTLIERS, Cell.RANGE)

Index = QModelIndex | QPersistentModelIndex


def box_points(area: QRectF, spread: Spread) -> tuple[float, ...]:
    """Give where minimum, quartiles and maximum lie over the histogram, clipped to its ends."""
    width = spread.high - spread.low
    marks = (spread.minimum, spread.lower, spread.median, spread.upper, spread.maximum)
    if not 0 < width < float("inf"):
        return (area.left(),) * len(marks)
    shares = (min(1.0, max(0.0, (mark - spread.low) / width)) for mark in marks)
    return tuple(area.left() + area.width() * share for share in shares)


class QualityCells(QStyledItemDelegate):
    """Paints names, small distributions, bars of missing values, and figures."""

    def __init__(self, view: QTableView, model: QualityModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    @staticmethod
    def font(cell: Cell) -> QFont:
        """Give the font of a cell."""
        if cell in _MONO:
            return theme.font(theme.SMALL_PX, families=theme.MONO)
        return theme.font(weight=600) if cell is Cell.NAME else theme.font(theme.SMALL_PX)

    def _paint_text(self, painter: QPainter, area: QRectF, row: int, cell: Cell) -> None:
        column = self._model.column(row)
        is_out = column.is_hidden or column.is_constant
        role = "muted" if is_out else "text" if cell is Cell.NAME else "soft"
        painter.setFont(self.font(cell))
        painter.setPen(theme.current().colour(role))
        text = self._model.text(row, cell)
        metrics = QFontMetricsF(painter.font())
        painter.drawText(area, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, area.width()))
        if cell is Cell.SKEW and (figure := self._model.figure(row)):
            area.setLeft(area.left() + metrics.horizontalAdvance(text) + FIGURE_GAP)
            painter.setFont(theme.font(theme.TINY_PX, families=theme.MONO))
            painter.setPen(theme.current().colour("muted"))
            painter.drawText(area, _LEFT, figure)

    def _paint_missing(self, painter: QPainter, area: QRectF, row: int) -> None:
        share, colours = self._model.missing_share(row), theme.current()
        track = QRectF(area.left(), area.center().y() - TRACK[1] / 2, TRACK[0], TRACK[1])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("raised"))
        painter.drawRoundedRect(track, 3, 3)
        if share > 0:
            track.setWidth(max(2.0, TRACK[0] * share))
            painter.setBrush(colours.colour("warning" if share >= MUCH_MISSING else "muted"))
            painter.drawRoundedRect(track, 3, 3)
        area.setLeft(area.left() + TRACK[0] + FIGURE_GAP)
        self._paint_text(painter, area, row, Cell.MISSING)

    def _paint_shape(self, painter: QPainter, area: QRectF, row: int) -> None:
        column = self._model.column(row)
        area.setWidth(min(area.width(), WIDEST_SHAPE))
        if column.spread is not None:
            self._paint_spread(painter, area, row, column.spread)
        elif column.levels:
            self._paint_levels(painter, area, row)
        else:
            self._paint_text(painter, area, row, Cell.SHAPE)

    def _paint_spread(self, painter: QPainter, area: QRectF, row: int, spread: Spread) -> None:
        column, colours = self._model.column(row), theme.current()
        role = "muted" if column.is_constant else "gold"
        top = area.center().y() - (BARS_HEIGHT + BOX_GAP + BOX_HEIGHT) / 2
        bars = QRectF(area.left(), top, area.width(), BARS_HEIGHT)
        paint_bars(painter, bars, column.histogram, colours.colour(role, BARS_ALPHA))
        lowest, lower, median, upper, highest = box_points(area, spread)
        middle = bars.bottom() + BOX_GAP + BOX_HEIGHT / 2
        painter.setPen(QPen(colours.colour("muted"), 1))
        painter.drawLine(QPointF(lowest, middle), QPointF(highest, middle))
        box = QRectF(lower, middle - BOX_HEIGHT / 2, max(1.0, upper - lower), BOX_HEIGHT)
        painter.setPen(QPen(colours.colour("soft"), 1))
        painter.setBrush(colours.colour("raised"))
        painter.drawRoundedRect(box, 1.5, 1.5)
        painter.setPen(QPen(colours.colour("gold_bright"), 2))
        painter.drawLine(QPointF(median, box.top()), QPointF(median, box.bottom()))

    def _paint_levels(self, painter: QPainter, area: QRectF, row: int) -> None:
        colours, shares = theme.current(), self._model.level_shares(row)
        top = area.center().y() - 13
        left, steps = area.left(), max(1, len(shares) - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, (_, share) in enumerate(shares):
            width = area.width() * share
            alpha = STRONGEST_LEVEL + (FAINTEST_LEVEL - STRONGEST_LEVEL) * number / steps
            painter.setBrush(colours.colour("gold", alpha))
            painter.drawRect(QRectF(left, top, max(width - 1, 0.5), LEVELS_HEIGHT))
            left += width
        name, share = shares[0]
        text = t("quality.level_share", level=name, share=wording.percent(share))
        painter.setFont(theme.font(theme.TINY_PX))
        painter.setPen(colours.colour("muted"))
        metrics = QFontMetricsF(painter.font())
        place = QRectF(area.left(), top + LEVELS_HEIGHT, area.width(), 18)
        painter.drawText(place, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, place.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, cell, rect = index.row(), Cell(index.column()), QRect(option.rect)
        area = QRectF(rect.adjusted(PAD, 0, -PAD, -1))
        colours = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row < self._model.rowCount() - 1:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.colour("line"))
        match cell:
            case Cell.SHAPE:
                self._paint_shape(painter, area, row)
            case Cell.MISSING:
                self._paint_missing(painter, area, row)
            case _:
                self._paint_text(painter, area, row, cell)
        if has_ring(self._view) and self._view.currentIndex() == index:
            painter.setPen(QPen(colours.colour("gold_bright"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 4, -3, -5), 8, 8)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)
