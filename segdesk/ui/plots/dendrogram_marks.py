"""What is written over the tree: the cut line with its label, and the leaves' words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from segdesk.ui import theme

ABOVE = 8
FLAT_ROOM, MOST_ROOM = 22, 96
"""Pixels below the tree for the leaves' words, lying flat or upright."""
LEAF_PX = 10
PILL_WIDTH, PILL_HEIGHT = 128, 26
PILL_ROOM = PILL_WIDTH + 12
"""Pixels right of the last leaf: the label covers no branch there."""
PILL_PAD = 12
LEAST_SPACING = 11
"""Closer leaves than this many pixels have no words: they would run into each other."""
BELOW_LEAF = 6


def are_leaves_named(spacing: float) -> bool:
    """Whether leaves so many pixels apart have words below them."""
    return spacing >= LEAST_SPACING


def leaf_room(words: Sequence[str]) -> int:
    """Give the room that the leaves' words need below the tree."""
    measure = QFontMetricsF(theme.font(LEAF_PX, families=theme.MONO))
    widest = max(measure.horizontalAdvance(word) for word in words)
    return FLAT_ROOM if widest <= LEAST_SPACING else min(MOST_ROOM, round(widest) + 2 * BELOW_LEAF)


def pill_area(plot: QRectF, line: float) -> QRectF:
    """Give where the cut's label is, for a line at that height of the widget."""
    return QRectF(plot.right() - PILL_WIDTH - 2, line - PILL_HEIGHT / 2, PILL_WIDTH, PILL_HEIGHT)


def draw_cut(painter: QPainter, plot: QRectF, line: float, words: str) -> None:
    """Draw the dashed line and its label; nothing where the line is out of view."""
    if not plot.top() - 1 <= line <= plot.bottom() + 1:
        return
    colours = theme.current()
    pen = QPen(colours.colour("gold_bright"), 1.5)
    pen.setDashPattern([4, 3])
    area = pill_area(plot, line)
    font = theme.font(theme.SMALL_PX, weight=600)
    needed = QFontMetricsF(font).horizontalAdvance(words) + 2 * PILL_PAD
    area.setLeft(min(area.left(), area.right() - needed))
    painter.setPen(pen)
    painter.drawLine(QPointF(plot.left(), line), QPointF(area.left(), line))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour("gold"))
    painter.drawRoundedRect(area, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
    painter.setFont(font)
    painter.setPen(colours.colour("on_gold"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def draw_leaves(painter: QPainter, plot: QRectF, places: Sequence[float], words: Sequence[str]) -> None:
    """Write each leaf's words below it, upright where they are too wide; none where too close."""
    spacing = places[1] - places[0] if len(places) > 1 else plot.width()
    if not are_leaves_named(spacing):
        return
    font = theme.font(LEAF_PX, families=theme.MONO)
    measure = QFontMetricsF(font)
    room = leaf_room(words) - BELOW_LEAF
    flat = room == FLAT_ROOM - BELOW_LEAF
    painter.setFont(font)
    painter.setPen(theme.current().colour("muted"))
    for place, word in zip(places, words, strict=True):
        if not plot.left() <= place <= plot.right():
            continue
        if flat:
            area = QRectF(place - spacing / 2, plot.bottom() + BELOW_LEAF, spacing, measure.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)
            continue
        short = measure.elidedText(word, Qt.TextElideMode.ElideMiddle, room)
        painter.save()
        painter.translate(place, plot.bottom() + BELOW_LEAF)
        painter.rotate(-90)
        area = QRectF(-room, -measure.height() / 2, room, measure.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short)
        painter.restore()
