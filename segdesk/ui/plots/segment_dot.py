"""A segment's dot beside its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from segdesk.charts.palette import segment_role
from segdesk.ui.plots.painting import dot


class SegmentDot(QLabel):
    """The dot of one segment, which follows the theme."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._segment, self._size = 0, size
        self.setFixedSize(size, size)
        self._tint()

    def show_segment(self, segment: int) -> None:
        """Show another segment's dot."""
        self._segment = segment
        self._tint()

    def _tint(self) -> None:
        self.setPixmap(dot(segment_role(self._segment), self._size, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._tint()
