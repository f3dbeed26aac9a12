"""What the donut and the bars have in common: parts that can be pointed at or stepped through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from segdesk.charts.specs import Part
from segdesk.ui.plots.painting import in_words

NONE = -1

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class PartsChart(QWidget):
    """A painted chart of parts, of which one may be highlighted by pointer, keys or from outside.

    Signals: ``hovered(int)``, the part now pointed at or stepped to, -1 for none.
    """

    hovered = Signal(int)

    def __init__(self, *, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._parts: tuple[Part, ...] = ()
        self._highlighted = NONE

    @property
    def highlighted(self) -> int:
        """The part that stands out, -1 for none."""
        return self._highlighted

    def highlight(self, number: int) -> None:
        """Make a part stand out, or with -1 none."""
        if number != self._highlighted:
            self._highlighted = number
            self.setToolTip(self._parts[number].label if number != NONE else "")
            self.update()

    def part_at(self, point: QPointF) -> int:
        """Give the part under a point of the widget, -1 for none."""
        raise NotImplementedError

    def _show_parts(self, parts: tuple[Part, ...]) -> None:
        self._parts = parts
        self._highlighted = NONE
        self.setAccessibleDescription(in_words(parts))
        self.updateGeometry()
        self.update()

    def _point_at(self, number: int) -> None:
        if number != self._highlighted:
            self.highlight(number)
            self.hovered.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.part_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(NONE)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(NONE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._parts:
            super().keyPressEvent(event)
            return
        first = 0 if step > 0 else len(self._parts) - 1
        chosen = first if self._highlighted == NONE else (self._highlighted + step) % len(self._parts)
        self._point_at(chosen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()
