"""One small radar for each segment: its shape over the measures."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy

from segdesk.charts.profile import RadarSpec
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots.lines_chart import LinesChart
from segdesk.ui.plots.painting import FADED, fill_area
from segdesk.ui.plots.pointing import NONE
from segdesk.words import wording

CELL_WIDTH, CELL_HEIGHT = 250.0, 196.0
NAME = 28.0
WORD = 15.0
RINGS = (0.25, 0.5, 0.75, 1.0)
FILL = 0.28


class Radars(LinesChart):
    """Small radars side by side, in as many rows as the width needs; for a scroll area.

    Signals: ``segment_picked(int)``, a radar's position.
    """

    def __init__(self, *, name: str = "radars") -> None:
        super().__init__(name=name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._spec: RadarSpec | None = None

    def show_spec(self, spec: RadarSpec) -> None:
        """Draw other radars."""
        self._spec = spec
        self._show_parts(spec.parts, spec.title)

    def says(self, number: int) -> str:
        """Tell a segment's values."""
        assert self._spec is not None
        values = ", ".join(
            f"{axis} {wording.percent(value) if value == value else '–'}"
            for axis, value in zip(self._spec.axes, self._spec.values[number], strict=True)
        )
        return t("chart.radar_says", segment=self._spec.parts[number].label, values=values)

    def _across(self, width: float) -> int:
        count = 1 if self._spec is None else len(self._spec.parts)
        return max(1, min(count, int(width // CELL_WIDTH)))

    def _cell(self, number: int) -> QRectF:
        across = self._across(self.width())
        row, column = divmod(number, across)
        width = self.width() / across
        return QRectF(column * width, row * self._cell_height(), width, self._cell_height())

    def _cell_height(self) -> float:
        across = self._across(self.width())
        rows = 1 if self._spec is None else -(-len(self._spec.parts) // across)
        return max(CELL_HEIGHT, self.height() / rows)

    def part_at(self, point: QPointF) -> int:
        """Give the radar under a point of the widget, -1 for none."""
        if self._spec is None:
            return NONE
        return next((i for i in range(len(self._spec.parts)) if self._cell(i).contains(point)), NONE)

    def _paint(self, painter: QPainter) -> None:
        if self._spec is None:
            return
        for number in range(len(self._spec.parts)):
            painter.setOpacity(1.0 if self._picked in (NONE, number) else FADED)
            self._draw(painter, number, self._cell(number))
        painter.setOpacity(1.0)

    def _draw(self, painter: QPainter, number: int, cell: QRectF) -> None:
        assert self._spec is not None
        colours, part = theme.current(), self._spec.parts[number]
        radius = min((cell.height() - NAME) / 2 - WORD - 4, cell.width() / 2 - 60)
        middle = QPointF(cell.center().x(), cell.top() + WORD + 4 + radius)
        angles = [2 * math.pi * i / len(self._spec.axes) - math.pi / 2 for i in range(len(self._spec.axes))]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in RINGS:
            is_middle = ring == 0.5
            painter.setPen(QPen(colours.colour("muted" if is_middle else "line", 0.7), 1.0))
            painter.drawPath(_polygon(middle, angles, [ring * radius] * len(angles)))
        values = [value if value == value else 0.0 for value in self._spec.values[number]]
        shape = _polygon(middle, angles, [value * radius for value in values])
        fill_area(painter, shape, part.role, FILL)
        pen = QPen(colours.colour(part.role), 2 if self._pointed == number else 1.6)
        if colours.is_repeat(part.role):
            pen.setDashPattern([3, 2])
        painter.strokePath(shape, pen)
        self._draw_words(painter, middle, radius, angles)
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(colours.colour("text" if self._pointed == number else "soft"))
        foot = QRectF(cell.left() + 8, cell.bottom() - NAME, cell.width() - 16, NAME - 4)
        name = QFontMetricsF(painter.font()).elidedText(part.label, Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_words(self, painter: QPainter, middle: QPointF, radius: float, angles: list[float]) -> None:
        assert self._spec is not None
        painter.setFont(theme.font(9))
        painter.setPen(theme.current().colour("muted"))
        metrics = QFontMetricsF(painter.font())
        room = self._cell(0).width() / 2 - radius - 8
        for angle, axis in zip(angles, self._spec.axes, strict=True):
            x, y = math.cos(angle), math.sin(angle)
            is_upright = abs(x) < 0.2
            text = metrics.elidedText(axis, Qt.TextElideMode.ElideRight, 110 if is_upright else room)
            width, height = metrics.horizontalAdvance(text), metrics.height()
            at = QPointF(middle.x() + x * (radius + 5), middle.y() + y * (radius + 9))
            left = at.x() - width / 2 if is_upright else at.x() if x > 0 else at.x() - width
            painter.drawText(
                QRectF(left, at.y() - height / 2, width + 1, height), Qt.AlignmentFlag.AlignLeft, text
            )

    def heightForWidth(self, width: int) -> int:
        rows = 1 if self._spec is None else -(-len(self._spec.parts) // self._across(width))
        return round(rows * CELL_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(900, self.heightForWidth(900))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(CELL_WIDTH), round(CELL_HEIGHT))


def _polygon(middle: QPointF, angles: list[float], radii: list[float]) -> QPainterPath:
    path = QPainterPath()
    for i, (angle, radius) in enumerate(zip(angles, radii, strict=True)):
        point = QPointF(middle.x() + radius * math.cos(angle), middle.y() + radius * math.sin(angle))
        path.lineTo(point) if i else path.moveTo(point)
    path.closeSubpath()
    return path
