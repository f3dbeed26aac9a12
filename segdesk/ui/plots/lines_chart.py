"""What charts with a line or a shape for each segment share: pointing, picking, stepping through."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from segdesk.charts.parts import Part
from segdesk.ui import theme
from segdesk.ui.plots.painting import FADED, dot
from segdesk.ui.plots.pointing import NONE, PointedChart, stepped

DOT = 10
EDGE = 6.0
NAMES_SHARE = 0.3
LONGEST_NAME = 320.0
NAME_GAP = 9.0


class LinesChart(PointedChart):
    """A painted chart in which one segment may be pointed at, and one picked.

    Signals: ``segment_picked(int)``, a segment's position.
    """

    segment_picked = Signal(int)

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._parts: tuple[Part, ...] = ()
        self._pointed = self._picked = NONE

    def pick(self, number: int) -> None:
        """Let one segment stand out, or with -1 all."""
        if number != self._picked:
            self._picked = number
            self.update()

    def part_at(self, point: QPointF) -> int:
        """Give the segment under a point of the widget, -1 for none."""
        raise NotImplementedError

    def says(self, number: int) -> str:
        """Tell a segment's numbers."""
        raise NotImplementedError

    def _show_parts(self, parts: tuple[Part, ...], title: str) -> None:
        self._parts = parts
        self._pointed = self._picked = NONE
        self.setToolTip("")
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(self.says(number) for number in range(len(parts))))
        self.updateGeometry()
        self.update()

    def _opacity(self, number: int) -> float:
        lit = self._picked if self._picked != NONE else self._pointed
        return 1.0 if lit in (NONE, number) else FADED

    def _names_width(self) -> float:
        metrics = QFontMetricsF(theme.font())
        longest = max((metrics.horizontalAdvance(part.label) for part in self._parts), default=0.0)
        whole = longest + EDGE + DOT + 2 * NAME_GAP
        return min(whole, LONGEST_NAME, self.width() * NAMES_SHARE)

    def _draw_name(self, painter: QPainter, number: int, area: QRectF) -> None:
        part = self._parts[number]
        pixmap = dot(part.role, DOT, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(area.left() + EDGE, area.center().y() - DOT / 2), pixmap)
        painter.setPen(theme.current().colour("text"))
        self._draw_word(painter, part.label, area)

    def _draw_word(self, painter: QPainter, text: str, area: QRectF) -> None:
        painter.setFont(theme.font())
        area = area.adjusted(EDGE + DOT + NAME_GAP, 0, -NAME_GAP, 0)
        words = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _point_at(self, number: int) -> None:
        if number != self._pointed:
            self._pointed = number
            self.setToolTip("" if number == NONE else self.says(number))
            self.setCursor(
                Qt.CursorShape.ArrowCursor if number == NONE else Qt.CursorShape.PointingHandCursor
            )
            self.update()

    def _follow(self, point: QPointF | None) -> None:
        self._point_at(NONE if point is None else self.part_at(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.part_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number != NONE:
            self.segment_picked.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = stepped(event, self._pointed, len(self._parts))
        picks = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if number is not None:
            self._point_at(number)
        elif picks and self._pointed != NONE:
            self.segment_picked.emit(self._pointed)
        else:
            super().keyPressEvent(event)
