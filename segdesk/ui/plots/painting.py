"""What the painted charts share: how a segment's area, dot and line look."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPixmap

from segdesk.charts.specs import Part
from segdesk.text import t
from segdesk.ui import theme

PALE = 0.30
"""The fill of an area whose colour an earlier segment has; its hatching is in full colour."""

FADED = 0.28
"""The rest of a chart while one part is highlighted."""


def fill_area(painter: QPainter, path: QPainterPath, role: str, opacity: float = 1.0) -> None:
    """Fill a shape with a segment's colour; pale and hatched if the colour is taken already."""
    colours = theme.current()
    if colours.is_repeat(role):
        painter.fillPath(path, colours.colour(role, PALE * opacity))
        painter.fillPath(path, QBrush(colours.colour(role, opacity), Qt.BrushStyle.BDiagPattern))
    else:
        painter.fillPath(path, colours.colour(role, opacity))


def dot(role: str, size: int, ratio: float) -> QPixmap:
    """Give a segment's dot; a ring if the colour is taken already."""
    colours = theme.current()
    result = QPixmap(round(size * ratio), round(size * ratio))
    result.fill(Qt.GlobalColor.transparent)
    result.setDevicePixelRatio(ratio)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if colours.is_repeat(role):
        painter.setPen(QPen(colours.colour(role), 2))
        painter.drawEllipse(QPointF(size / 2, size / 2), size / 2 - 1.5, size / 2 - 1.5)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour(role))
        painter.drawEllipse(QRectF(0.5, 0.5, size - 1, size - 1))
    painter.end()
    return result


def in_words(parts: tuple[Part, ...]) -> str:
    """Tell a chart's numbers, for screen readers."""
    return "; ".join(
        t("chart.part_says", label=part.label, figure=part.figure, share=part.share) for part in parts
    )


def draw_focus(painter: QPainter, area: QRectF) -> None:
    """Draw the gold frame of the widget that has the keyboard."""
    painter.setPen(QPen(theme.current().colour("gold_bright"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
