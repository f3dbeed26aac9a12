"""One column in each segment: boxes inside violins, or stacked shares."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from segdesk.charts.spread import SHADES, SpreadSpec, StackSpec
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots.lines_chart import EDGE, LinesChart
from segdesk.ui.plots.painting import fill_area
from segdesk.ui.plots.pointing import NONE
from segdesk.words import wording

ROW, HEAD, FOOT = 58.0, 20.0, 24.0
TALLEST_ROW = 96.0
VIOLIN, BOX = 0.42, 0.15
"""Half heights, as shares of a row."""
BAR = 0.62
WORD_PAD = 8.0
SIDE = 26.0
"""Room right of the scale, for its last word."""


class Spread(LinesChart):
    """A measure as boxes in violins, or a category as stacked bars; one row for each segment.

    Signals: ``segment_picked(int)``.
    """

    def __init__(self, *, name: str = "spread") -> None:
        super().__init__(name=name)
        self._spec: SpreadSpec | StackSpec | None = None

    def show_spec(self, spec: SpreadSpec | StackSpec) -> None:
        """Draw another column."""
        self._spec = spec
        self._show_parts(spec.parts, spec.title)

    def says(self, number: int) -> str:
        match self._spec:
            case SpreadSpec() as spec:
                return spec.says[number]
            case StackSpec() as spec:
                shares = ", ".join(
                    f"{level} {wording.percent(share)}"
                    for level, share in zip(spec.levels, spec.shares[number], strict=True)
                    if share > 0
                )
                return t("chart.stack_says", segment=spec.parts[number].label, shares=shares)
            case _:
                return ""

    def part_at(self, point: QPointF) -> int:
        number = int((point.y() - HEAD) // self._row_height())
        return number if point.y() >= HEAD and number < len(self._parts) else NONE

    def _rows(self) -> int:
        return len(self._parts) + isinstance(self._spec, StackSpec)

    def _row_height(self) -> float:
        room = (self.height() - HEAD - FOOT) / max(1, self._rows())
        return min(max(room, ROW), TALLEST_ROW)

    def _row(self, number: int) -> QRectF:
        height = self._row_height()
        return QRectF(0, HEAD + number * height, self.width(), height)

    def _scale(self) -> QRectF:
        left = self._names_width()
        height = self._row_height() * self._rows()
        return QRectF(left, HEAD, max(1.0, self.width() - left - SIDE), height)

    def _paint(self, painter: QPainter) -> None:
        if self._spec is None:
            return
        for number in range(len(self._parts)):
            area = self._row(number)
            area.setWidth(self._names_width())
            self._draw_name(painter, number, area)
        if isinstance(self._spec, SpreadSpec):
            self._draw_spread(painter, self._spec)
        else:
            self._draw_stack(painter, self._spec)

    def _x(self, spec: SpreadSpec, value: float) -> float:
        scale, span = self._scale(), (spec.high - spec.low) or 1.0
        share = min(max((value - spec.low) / span, 0.0), 1.0)
        return scale.left() + share * scale.width()

    def _draw_spread(self, painter: QPainter, spec: SpreadSpec) -> None:
        colours, scale = theme.current(), self._scale()
        painter.setFont(theme.font(theme.TINY_PX, families=theme.MONO))
        for place, word in spec.ticks:
            x = self._x(spec, place)
            painter.setPen(QPen(colours.colour("line"), 1))
            painter.drawLine(QPointF(x, scale.top()), QPointF(x, scale.bottom()))
            painter.setPen(colours.colour("muted"))
            area = QRectF(x - 60, scale.bottom() + 4, 120, FOOT - 4)
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, word)
        self._draw_middle(painter, spec, scale)
        for number, marks in enumerate(spec.marks):
            if marks[2] == marks[2]:
                painter.setOpacity(self._opacity(number))
                self._draw_violin(painter, spec, number)
                self._draw_box(painter, spec, number)
        painter.setOpacity(1.0)

    def _draw_middle(self, painter: QPainter, spec: SpreadSpec, scale: QRectF) -> None:
        colours, x = theme.current(), self._x(spec, spec.middle)
        painter.setPen(QPen(colours.colour("soft"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, scale.top()), QPointF(x, scale.bottom()))
        painter.setFont(theme.font(theme.TINY_PX))
        width = QFontMetricsF(painter.font()).horizontalAdvance(spec.middle_label)
        left = min(max(x - width / 2, scale.left()), self.width() - width - EDGE)
        painter.setPen(colours.colour("soft"))
        painter.drawText(
            QRectF(left, 0, width + 1, HEAD - 4), Qt.AlignmentFlag.AlignCenter, spec.middle_label
        )

    def _draw_violin(self, painter: QPainter, spec: SpreadSpec, number: int) -> None:
        row, scale, density = self._row(number), self._scale(), spec.densities[number]
        step, y = scale.width() / len(density), row.center().y()
        upper = [
            QPointF(scale.left() + (i + 0.5) * step, y - VIOLIN * row.height() * value)
            for i, value in enumerate(density)
        ]
        upper = [QPointF(scale.left(), upper[0].y()), *upper, QPointF(scale.right(), upper[-1].y())]
        path = QPainterPath(upper[0])
        for point in upper[1:]:
            path.lineTo(point)
        for point in reversed(upper):
            path.lineTo(point.x(), 2 * y - point.y())
        path.closeSubpath()
        fill_area(painter, path, self._parts[number].role, 0.32)

    def _draw_box(self, painter: QPainter, spec: SpreadSpec, number: int) -> None:
        colours, row = theme.current(), self._row(number)
        p5, p25, p50, p75, p95 = (self._x(spec, mark) for mark in spec.marks[number])
        y, half = row.center().y(), BOX * row.height()
        painter.setPen(QPen(colours.colour(self._parts[number].role), 1.6))
        painter.drawLine(QPointF(p5, y), QPointF(p95, y))
        painter.setBrush(colours.colour("card"))
        painter.drawRoundedRect(QRectF(p25, y - half, max(p75 - p25, 1.0), 2 * half), 3, 3)
        painter.setPen(QPen(colours.colour("text"), 2.2))
        painter.drawLine(QPointF(p50, y - half), QPointF(p50, y + half))

    def _draw_stack(self, painter: QPainter, spec: StackSpec) -> None:
        colours, scale = theme.current(), self._scale()
        area = self._row(len(self._parts))
        area.setWidth(self._names_width())
        painter.setPen(colours.colour("muted"))
        self._draw_word(painter, spec.overall_label, area)
        painter.setFont(theme.font(theme.TINY_PX))
        metrics = QFontMetricsF(painter.font())
        for number, shares in enumerate(spec.shares):
            row = self._row(number)
            is_segment = number < len(self._parts)
            role = self._parts[number].role if is_segment else "muted"
            painter.setOpacity(self._opacity(number) if is_segment else 1.0)
            left = scale.left()
            for level, share in enumerate(shares):
                if not share > 0:
                    continue
                width, height = share * scale.width(), min(BAR * row.height(), 34.0)
                bar = QRectF(left, row.center().y() - height / 2, max(width - 2, 0.8), height)
                left += width
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.colour(role, SHADES[min(level, len(SHADES) - 1)]))
                painter.drawRoundedRect(bar, 3, 3)
                words = f"{spec.levels[level]} {wording.percent(share)}"
                words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, bar.width() - WORD_PAD)
                if len(words) > 1 and bar.width() > 3 * WORD_PAD:
                    painter.setPen(colours.colour("text"))
                    painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, words)
        painter.setOpacity(1.0)

    def sizeHint(self) -> QSize:
        return QSize(800, round(HEAD + FOOT + ROW * max(1, self._rows())))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, round(HEAD + FOOT + ROW * max(1, self._rows())))
