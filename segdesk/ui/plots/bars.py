"""Horizontal bars of segment sizes, each under its segment's name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy

from segdesk.charts.specs import BarsSpec, Part
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots.painting import FADED, fill_area
from segdesk.ui.plots.parts_chart import PartsChart
from segdesk.ui.plots.pointing import NONE

BAR = 8
BETWEEN = 6
"""From a name to its bar."""
AFTER = 14
"""From a bar to the next name."""
SIDE = 6
SEPARATOR = " · "
SPARE_WIDTH = 12
LEAST_BAR = 2.0
"""The smallest segment is still seen."""


class Bars(PartsChart):
    """Horizontal bars with names, sizes and shares; as tall as it needs, for a scroll area.

    Signals: ``hovered(int)``.
    """

    def __init__(self, *, name: str = "bars") -> None:
        super().__init__(name=name, says=t("chart.bars_name"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_spec(self, spec: BarsSpec) -> None:
        """Draw other bars."""
        self._show_parts(spec.parts)

    def part_at(self, point: QPointF) -> int:
        """Give the bar under a point of the widget, -1 for none."""
        number = int((point.y() - SIDE) // self._row_height())
        return number if point.y() >= SIDE and number < len(self._parts) else NONE

    def _row_height(self) -> float:
        return self._text_height() + BETWEEN + BAR + AFTER

    def _text_height(self) -> float:
        return QFontMetricsF(theme.font()).height()

    def _draw_row(self, painter: QPainter, number: int, part: Part) -> None:
        colours = theme.current()
        opacity = 1.0 if self._highlighted in (NONE, number) else FADED
        top, width = SIDE + number * self._row_height(), float(self.width() - 2 * SIDE)
        line = QRectF(SIDE, top, width, self._text_height())
        figures = part.figure + SEPARATOR + part.share
        painter.setFont(theme.font(theme.SMALL_PX, families=theme.MONO))
        painter.setPen(colours.colour("soft"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figures)
        room = width - QFontMetricsF(painter.font()).horizontalAdvance(figures) - SPARE_WIDTH
        painter.setFont(theme.font())
        painter.setPen(colours.colour("text"))
        name = QFontMetricsF(painter.font()).elidedText(part.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        largest = max(other.size for other in self._parts)
        track = QRectF(SIDE, line.bottom() + BETWEEN, width, BAR)
        painter.fillPath(_rounded(track), colours.colour("raised"))
        track.setWidth(max(LEAST_BAR, width * part.size / largest))
        fill_area(painter, _rounded(track), part.role, opacity)

    def sizeHint(self) -> QSize:
        return QSize(360, round(2 * SIDE + self._row_height() * len(self._parts)))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())

    def _paint(self, painter: QPainter) -> None:
        for number, part in enumerate(self._parts):
            self._draw_row(painter, number, part)


def _rounded(area: QRectF) -> QPainterPath:
    path = QPainterPath()
    radius = min(BAR, area.width()) / 2
    path.addRoundedRect(area, radius, radius)
    return path
