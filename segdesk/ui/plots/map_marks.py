"""What stands around the points of a map: grid, box, and arrows for what the directions mean."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from segdesk.charts.curves import ticks
from segdesk.charts.scatter import ScatterSpec
from segdesk.ui import theme
from segdesk.ui.plots.map_view import LEFT, MapView

HEAD = 7.0
"""The length of an arrow's head."""
LABEL_PAD = 4.0
LONGEST_LABEL = 170.0

_EDGES = [(a, b) for a, b in product(range(8), range(8)) if a < b and bin(a ^ b).count("1") == 1]
"""Corners of a box that have two coordinates in common."""


def draw_flat_axes(
    painter: QPainter, plot: QRectF, frame: tuple[tuple[float, float], ...], titles: tuple[str, ...]
) -> None:
    """Draw a quiet grid and both directions' titles; their numbers would mean nothing."""
    colours = theme.current()
    (left, right), (low, high) = frame
    for value in ticks(left, right, about=6):
        x = plot.left() + (value - left) / (right - left) * plot.width()
        painter.setPen(QPen(colours.colour("muted" if value == 0 else "line", 0.6), 1))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
    for value in ticks(low, high, about=5):
        y = plot.bottom() - (value - low) / (high - low) * plot.height()
        painter.setPen(QPen(colours.colour("muted" if value == 0 else "line", 0.6), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
    painter.setFont(theme.font(theme.TINY_PX))
    painter.setPen(colours.colour("muted"))
    foot = QRectF(plot.left(), plot.bottom() + 4, plot.width(), 18)
    painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, _short(painter, titles[0], plot.width()))
    painter.save()
    painter.translate(LEFT / 2, plot.center().y())
    painter.rotate(-90)
    side = QRectF(-plot.height() / 2, -9, plot.height(), 18)
    painter.drawText(side, Qt.AlignmentFlag.AlignCenter, _short(painter, titles[1], plot.height()))
    painter.restore()


def draw_box(painter: QPainter, view: MapView, width: int, height: int, titles: tuple[str, ...]) -> None:
    """Draw the box around the space, and a title along one edge of each direction."""
    colours = theme.current()
    corners = np.array(list(product(*view.frame)))
    seen = view.on_screen(corners, width, height)
    for a, b in _EDGES:
        is_behind = seen[[a, b], 2].mean() < 0
        painter.setPen(QPen(colours.colour("line" if is_behind else "muted", 0.9 if is_behind else 0.35), 1))
        painter.drawLine(QPointF(*seen[a, :2]), QPointF(*seen[b, :2]))
    painter.setFont(theme.font(theme.TINY_PX))
    # Corners count in binary: 4, 2 and 1 differ from corner 0 in the first, second and third direction.
    taken: list[QRectF] = []
    for axis, title in enumerate(titles):
        a, b = _lowest_edge(seen, 4 >> axis)
        middle = QPointF(*((seen[a, :2] + seen[b, :2]) / 2))
        words = _short(painter, title, 260)
        text = QFontMetricsF(painter.font()).horizontalAdvance(words)
        left = min(max(middle.x() - text / 2, 4.0), width - text - 4)
        top = min(max(middle.y() + 4, 2.0), height - 20.0)
        area = QRectF(left - LABEL_PAD, top, text + 2 * LABEL_PAD, 18)
        while any(area.intersects(other) for other in taken):
            area.translate(0, -area.height())
        taken.append(area)
        painter.fillRect(area, colours.colour("card", 0.7))
        painter.setPen(colours.colour("muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def _lowest_edge(seen: np.ndarray, bit: int) -> tuple[int, int]:
    """Give the edge along a direction that lies lowest on the screen, where no points hide its title."""
    edges = [(a, a | bit) for a in range(8) if not a & bit]
    if bit == 1:  # upright edges: the one farthest to the left
        return min(edges, key=lambda edge: float(seen[list(edge), 0].mean()))
    return max(edges, key=lambda edge: float(seen[list(edge), 1].mean()))


def draw_arrows(painter: QPainter, view: MapView, width: int, height: int, spec: ScatterSpec) -> None:
    """Draw where columns grow, from the average customer outwards."""
    colours = theme.current()
    ends = np.array([(0.0,) * len(spec.axes), *(arrow.at for arrow in spec.arrows)]) * spec.radius
    seen = view.on_screen(ends, width, height)
    start = QPointF(*seen[0, :2])
    painter.setFont(theme.font(theme.TINY_PX))
    room = view.plot(width, height).adjusted(2, 2, -2, -2)
    taken: list[QRectF] = []
    # From the top down, so that labels that give way stay in the order of their arrows.
    for arrow, place in sorted(zip(spec.arrows, seen[1:], strict=True), key=lambda pair: float(pair[1][1])):
        end = QPointF(*place[:2])
        painter.setPen(QPen(colours.colour("text", 0.85), 1.4))
        painter.drawLine(start, end)
        angle = math.atan2(end.y() - start.y(), end.x() - start.x())
        for side in (-1, 1):
            turn = angle + side * math.radians(150)
            painter.drawLine(end, end + QPointF(HEAD * math.cos(turn), HEAD * math.sin(turn)))
        area = _label_area(painter, arrow.label, start, end, taken, room)
        taken.append(area)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("card", 0.78))
        painter.drawRoundedRect(area, 4, 4)
        painter.setPen(colours.colour("text"))
        words = _short(painter, arrow.label, LONGEST_LABEL)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def _label_area(
    painter: QPainter, text: str, start: QPointF, end: QPointF, taken: list[QRectF], room: QRectF
) -> QRectF:
    """Put a label beyond its arrow's tip, or as near to it as other labels and the edges allow."""
    metrics = QFontMetricsF(painter.font())
    width = min(metrics.horizontalAdvance(text), LONGEST_LABEL) + 2 * LABEL_PAD
    height = metrics.height() + 2
    left = end.x() + 3 if end.x() >= start.x() else end.x() - width - 3
    left = min(max(left, room.left()), room.right() - width)
    top = min(max(end.y() - height / 2, room.top()), room.bottom() - height)
    # Nearest first: as it is, then one line down, one up, two down …
    away = [0.0, *(side * step * height for step in range(1, len(taken) + 2) for side in (1, -1))]
    areas = [QRectF(left, top + step, width, height) for step in away]
    free = [area for area in areas if room.contains(area) and not any(map(area.intersects, taken))]
    return free[0] if free else areas[0]


def _short(painter: QPainter, text: str, width: float) -> str:
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)
