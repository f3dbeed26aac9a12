"""A histogram small enough for a table's cell."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

GAP = 1.0
THINNEST = 1.5
"""Even one customer is seen."""

WIDEST_SHARE = 0.5
"""One or two bars don't fill the cell: a lone block reads as a button."""


def bar_rects(area: QRectF, counts: tuple[int, ...]) -> list[QRectF]:
    """Give each count's bar, standing on the foot of ``area``; a count of 0 keeps its empty place."""
    highest = max(counts, default=0)
    if highest <= 0:
        return []
    step = min(area.width() / len(counts), area.width() * WIDEST_SHARE)
    bars = []
    for position, count in enumerate(counts):
        height = max(area.height() * count / highest, THINNEST) if count else 0.0
        left = area.left() + position * step
        bars.append(QRectF(left, area.bottom() - height, max(step - GAP, GAP), height))
    return bars


def paint_bars(painter: QPainter, area: QRectF, counts: tuple[int, ...], colour: QColor) -> None:
    """Paint ``counts`` as bars; few counts, as of a category, make wide bars."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for bar in bar_rects(area, counts):
        painter.drawRoundedRect(bar, 1, 1)
    painter.restore()
