"""From where a map is looked at: the part of the plane in view, or the angles and the zoom in space."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from segdesk.charts.space import turned

LEFT, RIGHT, TOP, BOTTOM = 26.0, 8.0, 8.0, 24.0
YAW, PITCH = 32.0, 18.0
STEEPEST = 89.0
DEEPEST_ZOOM, WIDEST_ZOOM = 0.005, 1.0
"""Of the whole plane."""
CLOSEST, FARTHEST = 8.0, 0.5
"""Magnifications in space."""
DEGREES_FOR_A_WIDTH = 220.0
FILL = 1.12
"""Of the smaller side, for the box's diagonal: as it is first seen, all corners are in view."""

Frame = tuple[tuple[float, float], ...]


class MapView:
    """How coordinates become places on the screen."""

    def __init__(self, *, is_flat: bool, frame: Frame = ((-1.0, 1.0), (-1.0, 1.0))) -> None:
        self.is_flat = is_flat
        self._whole = frame
        self.frame = frame
        self.yaw, self.pitch, self.magnification = YAW, PITCH, 1.0

    def reset(self) -> None:
        """Look at everything again."""
        self.frame = self._whole
        self.yaw, self.pitch, self.magnification = YAW, PITCH, 1.0

    def plot(self, width: float, height: float) -> QRectF:
        """Give the area that points are drawn in."""
        if not self.is_flat:
            return QRectF(0, 0, width, height)
        return QRectF(LEFT, TOP, max(1.0, width - LEFT - RIGHT), max(1.0, height - TOP - BOTTOM))

    def on_screen(
        self, points: NDArray[np.float32] | NDArray[np.float64], width: float, height: float
    ) -> NDArray[np.float64]:
        """Give where points are drawn: ``(points, 2)``, or in space ``(points, 3)`` with the nearness."""
        plot = self.plot(width, height)
        if self.is_flat:
            (left, right), (low, high) = self.frame
            x = plot.left() + (points[:, 0] - left) / (right - left) * plot.width()
            y = plot.bottom() - (points[:, 1] - low) / (high - low) * plot.height()
            return np.column_stack([x, y]).astype(np.float64)
        ends = np.array(self._whole)
        half = float((ends[:, 1] - ends[:, 0]).max()) / 2
        seen = turned((points - ends.mean(axis=1)) / half, yaw=self.yaw, pitch=self.pitch)
        diagonal = float(np.linalg.norm(ends[:, 1] - ends[:, 0])) / 2 / half
        scale = min(width, height) / 2 * FILL * self.magnification / diagonal
        seen[:, 0] = width / 2 + seen[:, 0] * scale
        seen[:, 1] = height / 2 - seen[:, 1] * scale
        return seen

    def shows(self, points: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Tell which points of a flat map are in view."""
        (left, right), (low, high) = self.frame
        x, y = points[:, 0], points[:, 1]
        return np.asarray((x >= left) & (x <= right) & (y >= low) & (y <= high))

    def drag(self, x: float, y: float, width: float, height: float) -> None:
        """Follow the hand by so many pixels."""
        if self.is_flat:
            plot = self.plot(width, height)
            self.pan(-x / plot.width(), y / plot.height())
        else:
            degrees = DEGREES_FOR_A_WIDTH / max(1.0, min(width, height))
            self.turn(x * degrees, -y * degrees)

    def pan(self, across: float, up: float) -> None:
        """Move the flat view by shares of itself, no further than its whole."""
        moved = []
        for (low, high), (least, most), share in zip(self.frame, self._whole, (across, up), strict=True):
            step = min(max((high - low) * share, least - low), most - high)
            moved.append((low + step, high + step))
        self.frame = tuple(moved)

    def turn(self, yaw: float, pitch: float) -> None:
        """Turn the space by degrees; never over the top."""
        self.yaw = (self.yaw + yaw) % 360
        self.pitch = min(max(self.pitch - pitch, -STEEPEST), STEEPEST)

    def zoom(self, by: float, x: float, y: float, width: float, height: float) -> None:
        """Come nearer (above 1) or go back; in a flat view what is at (x, y) stays there."""
        if not self.is_flat:
            self.magnification = min(max(self.magnification * by, FARTHEST), CLOSEST)
            return
        plot = self.plot(width, height)
        shares = ((x - plot.left()) / plot.width(), (plot.bottom() - y) / plot.height())
        ends = []
        for (low, high), (least, most), share in zip(self.frame, self._whole, shares, strict=True):
            whole = most - least
            span = min(max((high - low) / by, whole * DEEPEST_ZOOM), whole * WIDEST_ZOOM)
            kept = low + min(max(share, 0.0), 1.0) * (high - low)
            start = kept - min(max(share, 0.0), 1.0) * span
            start = min(max(start, least), most - span)
            ends.append((start, start + span))
        self.frame = tuple(ends)
