"""A difference with its interval, held against nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from segdesk.ui import theme

HEIGHT, BAR, DOT = 78, 12, 7
SIDE = 48
"""Pixels beside the line, for figures at its very ends."""
MIDDLE = 36.0
FIGURES, ZERO = 54.0, 4.0
LINE = 18.0


@dataclass(frozen=True, slots=True)
class Interval:
    """A difference between ``low`` and ``high``, with the words for each."""

    low: float
    value: float
    high: float
    low_text: str
    value_text: str
    high_text: str


class IntervalPlot(QWidget):
    """Painted on one line with the nothing that it is held against; the figures stand beside the marks."""

    def __init__(self, *, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._interval: Interval | None = None

    def show_interval(self, interval: Interval, *, says: str) -> None:
        """Show another difference; ``says`` tells it in words."""
        self._interval = interval
        self.setAccessibleDescription(says)
        self.setToolTip(says)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._interval is None:
            return
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        interval = self._interval
        low, zero, value, high = (self._place(x) for x in (interval.low, 0.0, interval.value, interval.high))
        painter.setPen(QPen(colours.colour("line"), 1))
        painter.drawLine(QPointF(SIDE / 2, MIDDLE), QPointF(self.width() - SIDE / 2, MIDDLE))
        role = "success" if interval.low > 0 else "error" if interval.high < 0 else "muted"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour(role, 0.45))
        painter.drawRoundedRect(QRectF(low, MIDDLE - BAR / 2, high - low, BAR), BAR / 2, BAR / 2)
        painter.setPen(QPen(colours.colour("soft"), 1.5))
        painter.drawLine(QPointF(zero, MIDDLE - 14), QPointF(zero, MIDDLE + 14))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("text"))
        painter.drawEllipse(QPointF(value, MIDDLE), DOT, DOT)
        self._write(painter, interval, (low, zero, value, high))

    def _place(self, value: float) -> float:
        """Give a difference's place; nothing is always in sight."""
        assert self._interval is not None
        least, most = min(self._interval.low, 0.0), max(self._interval.high, 0.0)
        share = (value - least) / (most - least) if most > least else 0.5
        return SIDE + share * (self.width() - 2 * SIDE)

    def _write(self, painter: QPainter, interval: Interval, places: tuple[float, ...]) -> None:
        low, zero, value, high = places
        colours = theme.current()
        painter.setFont(theme.font(theme.SMALL_PX, families=theme.MONO))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(colours.colour("soft"))
        ends = ((low, interval.low_text), (high, interval.high_text))
        apart = abs(high - low) > sum(metrics.horizontalAdvance(text) for _, text in ends) / 2 + 12
        if apart:  # else they would stand on each other, and the sentence has both
            for place, text in ends:
                self._write_at(painter, place, FIGURES, text)
        painter.setPen(colours.colour("text"))
        self._write_at(painter, value, ZERO, interval.value_text)
        room = (metrics.horizontalAdvance(interval.value_text) + metrics.horizontalAdvance("0")) / 2 + 8
        if abs(zero - value) > room:
            painter.setPen(colours.colour("muted"))
            self._write_at(painter, zero, ZERO, "0")

    def _write_at(self, painter: QPainter, place: float, top: float, text: str) -> None:
        wide = QFontMetricsF(painter.font()).horizontalAdvance(text) + 4
        left = min(max(place - wide / 2, 0.0), self.width() - wide)
        painter.drawText(QRectF(left, top, wide, LINE), Qt.AlignmentFlag.AlignCenter, text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
