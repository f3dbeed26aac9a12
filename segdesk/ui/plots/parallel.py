"""Segments as lines across upright axes, each with the band of its middle half."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from segdesk.charts.profile import ParallelSpec
from segdesk.ui import theme
from segdesk.ui.plots.lines_chart import LinesChart
from segdesk.ui.plots.painting import fill_area
from segdesk.ui.plots.pointing import NONE

HEAD, FOOT, SIDE = 44.0, 34.0, 46.0
BAND, LIT_BAND = 0.08, 0.24
DOT = 3.4
REACH = 14.0
LEGEND_ROW, LEGEND_WIDTH = 24.0, 300.0


class Parallel(LinesChart):
    """Parallel coordinates: medians as lines, the middle halves as bands.

    Signals: ``segment_picked(int)``.
    """

    def __init__(self, *, name: str = "parallel") -> None:
        super().__init__(name=name)
        self._spec: ParallelSpec | None = None

    def show_spec(self, spec: ParallelSpec) -> None:
        """Draw other segments."""
        self._spec = spec
        self._show_parts(spec.parts, spec.title)

    def says(self, number: int) -> str:
        assert self._spec is not None
        figures = ", ".join(
            f"{axis} {figure}"
            for axis, figure in zip(self._spec.axes, self._spec.figures[number], strict=True)
        )
        return f"{self._spec.parts[number].label}: {figures}"

    def part_at(self, point: QPointF) -> int:
        if self._spec is None:
            return NONE
        named = [i for i in range(len(self._parts)) if self._legend_cell(i).contains(point)]
        if named:
            return named[0]
        plot, count = self._plot(), len(self._spec.axes)
        place = (point.x() - plot.left()) / plot.width() * (count - 1)
        if not 0 <= place <= count - 1:
            return NONE
        left = min(int(place), count - 2)
        share = place - left
        away = []
        for middle in self._spec.middles:
            value = _known(middle[left]) * (1 - share) + _known(middle[left + 1]) * share
            away.append(abs(plot.bottom() - value * plot.height() - point.y()))
        nearest = min(away)
        return away.index(nearest) if nearest <= REACH else NONE

    def _plot(self) -> QRectF:
        width, height = self.width() - 2 * SIDE, self.height() - HEAD - FOOT - self._legend_height()
        return QRectF(SIDE, HEAD, max(1.0, width), max(1.0, height))

    def _legend_height(self) -> float:
        return -(-len(self._parts) // self._columns()) * LEGEND_ROW

    def _columns(self) -> int:
        return max(1, int(self.width() // LEGEND_WIDTH))

    def _legend_cell(self, number: int) -> QRectF:
        columns = self._columns()
        row, column = divmod(number, columns)
        width = self.width() / columns
        top = self.height() - self._legend_height() + row * LEGEND_ROW
        return QRectF(column * width, top, width, LEGEND_ROW)

    def _points(self, values: tuple[float, ...]) -> list[QPointF]:
        plot, steps = self._plot(), len(values) - 1
        return [
            QPointF(plot.left() + i / steps * plot.width(), plot.bottom() - _known(value) * plot.height())
            for i, value in enumerate(values)
        ]

    def _paint(self, painter: QPainter) -> None:
        if self._spec is None:
            return
        self._draw_axes(painter)
        lit = self._picked if self._picked != NONE else self._pointed
        order = [number for number in range(len(self._parts)) if number != lit]
        for number in order:
            self._draw_band(painter, number, BAND * self._opacity(number))
        for number in [*order, *([lit] if lit != NONE else [])]:
            if number == lit:
                self._draw_band(painter, number, LIT_BAND)
            self._draw_line(painter, number)
        for number in range(len(self._parts)):
            painter.setOpacity(max(self._opacity(number), 0.6))
            self._draw_name(painter, number, self._legend_cell(number))
        painter.setOpacity(1.0)

    def _draw_axes(self, painter: QPainter) -> None:
        assert self._spec is not None
        colours, plot, spec = theme.current(), self._plot(), self._spec
        steps = len(spec.axes) - 1
        room = plot.width() / steps - 8
        words, figures = theme.font(theme.TINY_PX), theme.font(10, families=theme.MONO)
        for i, axis in enumerate(spec.axes):
            x = plot.left() + i / steps * plot.width()
            painter.setPen(QPen(colours.colour("line"), 1.2))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            width = min(room, 2 * min(x, self.width() - x)) if i in (0, steps) else room
            for text, font, top, role in (
                (axis, words, 2.0, "soft"),
                (spec.tops[i], figures, 20.0, "muted"),
                (spec.bottoms[i], figures, plot.bottom() + 4, "muted"),
            ):
                painter.setFont(font)
                painter.setPen(colours.colour(role))
                short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
                area = QRectF(x - width / 2, top, width, 18)
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, short)

    def _draw_band(self, painter: QPainter, number: int, opacity: float) -> None:
        assert self._spec is not None
        upper = self._points(self._spec.highs[number])
        path = QPainterPath(upper[0])
        for point in [*upper[1:], *reversed(self._points(self._spec.lows[number]))]:
            path.lineTo(point)
        path.closeSubpath()
        fill_area(painter, path, self._parts[number].role, opacity)

    def _draw_line(self, painter: QPainter, number: int) -> None:
        assert self._spec is not None
        colours, role = theme.current(), self._parts[number].role
        points = self._points(self._spec.middles[number])
        pen = QPen(colours.colour(role, self._opacity(number)), 2.2)
        if colours.is_repeat(role):
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour(role, self._opacity(number)))
        for point in points:
            painter.drawEllipse(point, DOT, DOT)

    def sizeHint(self) -> QSize:
        return QSize(900, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 200)


def _known(value: float) -> float:
    """Give the middle for a segment in which nobody has a value."""
    return value if value == value else 0.5
