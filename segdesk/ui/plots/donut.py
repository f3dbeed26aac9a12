"""A ring of segment sizes with a figure in its middle."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from segdesk.charts.specs import DonutSpec, donut_spans
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots.painting import FADED, fill_area
from segdesk.ui.plots.parts_chart import PartsChart
from segdesk.ui.plots.pointing import NONE

HOLE = 0.69
"""The hole's radius as a share of the ring's, as in the design."""

GAP = 2.5
MARGIN = 6
"""Room for the highlighted slice, which steps out of the ring, and the focus frame."""
STEP_OUT = 3
LARGEST = 300
CENTRE_SHARE = 0.25
SMALLEST_FIGURE, LARGEST_FIGURE = 12, 40


class Donut(PartsChart):
    """A ring of segment sizes. Pointing at a slice shows its size in the middle.

    Signals: ``hovered(int)``.
    """

    def __init__(self, *, name: str = "donut") -> None:
        super().__init__(name=name, says=t("chart.donut_name"))
        self._spec: DonutSpec | None = None
        self._spans: tuple[tuple[float, float], ...] = ()

    def show_spec(self, spec: DonutSpec) -> None:
        """Draw another ring."""
        self._spec = spec
        self._spans = donut_spans([part.size for part in spec.parts])
        self._show_parts(spec.parts)

    def part_at(self, point: QPointF) -> int:
        """Give the slice under a point of the widget, -1 for none."""
        ring = self._ring()
        across = point - ring.center()
        radius = math.hypot(across.x(), across.y())
        if not HOLE * ring.width() / 2 <= radius <= ring.width() / 2:
            return NONE
        angle = math.degrees(math.atan2(across.x(), -across.y())) % 360
        return next((i for i, (start, span) in enumerate(self._spans) if start <= angle < start + span), NONE)

    def _ring(self) -> QRectF:
        size = max(1, min(self.width(), self.height(), LARGEST) - 2 * MARGIN)
        return QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)

    def _slice(self, number: int) -> QPainterPath:
        ring = self._ring()
        if number == self._highlighted:
            ring = ring.adjusted(-STEP_OUT, -STEP_OUT, STEP_OUT, STEP_OUT)
        inset = ring.width() * (1 - HOLE) / 2
        hole = ring.adjusted(inset, inset, -inset, -inset)
        start, span = self._spans[number]
        path = QPainterPath()
        # Qt counts anticlockwise from the right, the spec clockwise from the top.
        path.arcMoveTo(ring, 90 - start)
        path.arcTo(ring, 90 - start, -span)
        path.arcTo(hole, 90 - start - span, span)
        path.closeSubpath()
        return path

    def _draw_middle(self, painter: QPainter) -> None:
        assert self._spec is not None
        chosen = self._spec.parts[self._highlighted] if self._highlighted != NONE else None
        figure = chosen.figure if chosen else self._spec.centre
        word = chosen.share if chosen else self._spec.centre_label
        ring, colours = self._ring(), theme.current()
        large = self._figure_font(figure, ring.width() * HOLE * 0.8)
        small = theme.font(min(theme.SMALL_PX, max(9, large.pixelSize() // 2)))
        line = QFontMetricsF(large).height()
        middle = ring.center().y()
        painter.setFont(large)
        painter.setPen(colours.colour("text"))
        area = QRectF(ring.left(), middle - line * 0.85, ring.width(), line)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, figure)
        painter.setFont(small)
        painter.setPen(colours.colour("muted"))
        area = QRectF(ring.left(), area.bottom(), ring.width(), QFontMetricsF(small).height())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)

    def _figure_font(self, figure: str, width: float) -> QFont:
        px = max(SMALLEST_FIGURE, min(LARGEST_FIGURE, round(self._ring().width() * HOLE * CENTRE_SHARE)))
        needed = QFontMetricsF(theme.font(px, families=theme.MONO)).horizontalAdvance(figure)
        if needed > width:
            px = max(SMALLEST_FIGURE, int(px * width / needed))
        return theme.font(px, families=theme.MONO)

    def sizeHint(self) -> QSize:
        return QSize(200, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 150)

    def _paint(self, painter: QPainter) -> None:
        if self._spec is None:
            return
        gap = QPen(theme.current().colour("card"), GAP if len(self._spans) > 1 else 0)
        for number, part in enumerate(self._spec.parts):
            path = self._slice(number)
            bright = self._highlighted in (NONE, number)
            fill_area(painter, path, part.role, 1.0 if bright else FADED)
            painter.strokePath(path, gap)
        self._draw_middle(painter)
