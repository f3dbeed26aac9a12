"""A switch."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from segdesk.ui import theme
from segdesk.ui.widgets.focus import has_ring


class Toggle(QAbstractButton):
    """On or off; Space turns it. Signals: ``toggled(bool)``."""

    def __init__(self, *, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(40, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(1, (self.height() - 20) / 2, 38, 20)
        on = self.isChecked()
        edge = "gold_bright" if has_ring(self) else ("gold" if on else "muted")
        painter.setPen(QPen(colours.colour(edge), 1.5))
        painter.setBrush(colours.colour("gold" if on and self.isEnabled() else "raised"))
        painter.drawRoundedRect(track, 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("on_gold" if on else "muted"))
        left = track.right() - 17 if on else track.left() + 3
        painter.drawEllipse(QRectF(left, track.top() + 3, 14, 14))
