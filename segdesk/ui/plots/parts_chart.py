"""What the donut and the bars have in common: parts that can be pointed at or stepped through."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QKeyEvent

from segdesk.charts.specs import Part
from segdesk.ui.plots.painting import in_words
from segdesk.ui.plots.pointing import NONE, PointedChart, stepped


class PartsChart(PointedChart):
    """A painted chart of parts, of which one may be highlighted by pointer, keys or from outside.

    Signals: ``hovered(int)``, the part now pointed at or stepped to, -1 for none.
    """

    hovered = Signal(int)

    def __init__(self, *, name: str, says: str) -> None:
        super().__init__(name=name)
        self.setAccessibleName(says)
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

    def _follow(self, point: QPointF | None) -> None:
        self._point_at(NONE if point is None else self.part_at(point))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = stepped(event, self._highlighted, len(self._parts))
        if number is None:
            super().keyPressEvent(event)
        else:
            self._point_at(number)
