"""A short list of shares as bars on one scale from nothing to all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from segdesk.ui import theme
from segdesk.words import wording

ROW, BAR = 24, 8
NAME_SHARE = 0.42
FIGURE_PX = 48
BETWEEN = 10
LEAST_BAR = 2.0
"""Even a share near nothing is seen."""


class ShareBars(QWidget):
    """Names with their shares; a share above ``loud_from`` stands out.

    The accessible description is the caller's: only it knows what the shares are of.
    """

    def __init__(self, *, name: str, says: str, loud_from: float) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._loud_from = loud_from
        self._shares: tuple[tuple[str, float], ...] = ()

    def show_shares(self, shares: Sequence[tuple[str, float]], *, says: str) -> None:
        """Show other shares, each 0 … 1; ``says`` tells them in words."""
        self._shares = tuple(shares)
        self.setAccessibleDescription(says)
        self.setToolTip(says)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, ROW * len(self._shares))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, ROW * len(self._shares))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name_px = self.width() * NAME_SHARE
        track_px = max(1.0, self.width() - name_px - FIGURE_PX - 2 * BETWEEN)
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        for row, (name, share) in enumerate(self._shares):
            top = float(row * ROW)
            is_loud = share > self._loud_from
            painter.setFont(theme.font(theme.SMALL_PX))
            painter.setPen(colours.colour("text" if is_loud else "soft"))
            shown = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideMiddle, name_px)
            painter.drawText(QRectF(0, top, name_px, ROW), middle, shown)
            painter.setFont(theme.font(theme.SMALL_PX, families=theme.MONO))
            place = QRectF(self.width() - FIGURE_PX, top, FIGURE_PX, ROW)
            painter.drawText(place, middle | right, wording.percent(share))
            painter.setPen(Qt.PenStyle.NoPen)
            bar = QRectF(name_px + BETWEEN, top + (ROW - BAR) / 2, track_px, BAR)
            painter.setBrush(colours.colour("raised"))
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
            bar.setWidth(max(LEAST_BAR, track_px * min(share, 1.0)))
            painter.setBrush(colours.colour("warning" if is_loud else "soft"))
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
