"""A segment's dot beside its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from segdesk.charts.palette import OUTLIER_ROLE
from segdesk.ui.plots.painting import dot


class SegmentDot(QLabel):
    """The dot of one segment, which follows the theme."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._role, self._size = OUTLIER_ROLE, size
        self.setFixedSize(size, size)
        self._tint()

    def show_role(self, role: str) -> None:
        """Show a segment's dot: ``segment_role`` gives its role."""
        self._role = role
        self._tint()

    def _tint(self) -> None:
        self.setPixmap(dot(self._role, self._size, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._tint()
