"""A half circle that fills up to a share: two of them say how far a result can be trusted."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QRectF, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from segdesk.ui import theme
from segdesk.ui.widgets.motion import is_motion_reduced

WIDTH, HEIGHT = 104, 60
ARC_PX = 9
FILL_MS = 600
HALF_TURN = 180
QT_DEGREE = 16
"""Qt counts angles in sixteenths of a degree."""


class Dial(QWidget):
    """A gauge over the upper half of a circle; it fills once, softly, when its share is first known."""

    def __init__(self, *, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._share: float | None = None
        self._shown = 0.0
        self._role = "line"
        self._fill = QVariantAnimation(self)
        self._fill.setDuration(FILL_MS)
        self._fill.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fill.valueChanged.connect(self._on_filled)

    @property
    def share(self) -> float | None:
        """The share that it stands for, 0 … 1; None for not known."""
        return self._share

    @property
    def role(self) -> str:
        """The colour role of its arc."""
        return self._role

    def show_share(self, share: float | None, role: str, *, says: str) -> None:
        """Fill up to a share, or for None show the empty track; ``says`` tells it in words."""
        is_new = share is not None and self._share is None
        if share is not None:
            share = min(max(share, 0.0), 1.0)
        if (share, role) == (self._share, self._role):
            return
        self._share, self._role = share, role
        self.setAccessibleDescription(says)
        self._fill.stop()
        if is_new and self.isVisible() and not is_motion_reduced():
            self._fill.setStartValue(0.0)
            self._fill.setEndValue(share)
            self._fill.start()
        else:
            self._shown = share or 0.0
            self.update()

    @Slot(object)
    def _on_filled(self, value: float) -> None:
        self._shown = value
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = min((self.width() - ARC_PX) / 2, self.height() - ARC_PX - 1.0)
        circle = QRectF(self.width() / 2 - radius, ARC_PX / 2 + 0.5, 2 * radius, 2 * radius)
        pen = QPen(colours.colour("raised"), ARC_PX)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(circle, 0, HALF_TURN * QT_DEGREE)
        if self._share is not None:
            pen.setColor(colours.colour(self._role))
            painter.setPen(pen)
            # From the left end, clockwise; Qt's positive angles go the other way.
            painter.drawArc(circle, HALF_TURN * QT_DEGREE, -round(self._shown * HALF_TURN * QT_DEGREE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
