"""What the painted charts share: pointer and keys pick something out, and a frame shows the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from segdesk.ui.plots.painting import draw_focus
from segdesk.ui.widgets.focus import has_ring

NONE = -1

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class PointedChart(QWidget):
    """A painted chart in which something stands out until the pointer or the keyboard leaves."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _paint(self, painter: QPainter) -> None:
        """Paint all but the frame; nothing as long as there is nothing to show."""
        raise NotImplementedError

    def _follow(self, point: QPointF | None) -> None:
        """Let stand out what is under a point of the widget; None: nothing any more."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        if has_ring(self):
            draw_focus(painter, QRectF(self.rect()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._follow(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self._follow(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._follow(None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()


def stepped(event: QKeyEvent, current: int, count: int) -> int | None:
    """Give the next of ``count`` things that an arrow key leads to, round and round.

    None for another key, and where there is nothing to step through.
    """
    step = _STEPS.get(Qt.Key(event.key()))
    if step is None or not count:
        return None
    if current == NONE:
        return 0 if step > 0 else count - 1
    return (current + step) % count
