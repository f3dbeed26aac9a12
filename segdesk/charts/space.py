"""Points in space on a flat screen: turning, nearest point, lasso. Plain NumPy, so it is tested as data."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]


def turned(points: NDArray[np.float64] | Points, *, yaw: float, pitch: float) -> NDArray[np.float64]:
    """Look at points from another side.

    Parameters
    ----------
    points
        Shape ``(points, 3)``; the third direction points up.
    yaw, pitch
        Degrees: how far the space is turned about the upright axis, and tipped towards the eye.

    Returns
    -------
    Shape ``(points, 3)``: to the right, up, and nearer to the eye. Distances stay as they are.
    """
    a, b = math.radians(yaw), math.radians(pitch)
    spin = np.array([[math.cos(a), -math.sin(a), 0], [math.sin(a), math.cos(a), 0], [0, 0, 1]])
    # Seen from the front: x to the right, z up, -y towards the eye; then tipped by the pitch.
    tip = np.array([[1, 0, 0], [0, math.sin(b), math.cos(b)], [0, -math.cos(b), math.sin(b)]])
    return np.asarray(points @ (tip @ spin).T)


def nearest(places: NDArray[np.float64], x: float, y: float, *, reach: float) -> int | None:
    """Give the position of the point nearest to (x, y), None beyond ``reach``; ``places`` is (points, 2)."""
    if not len(places):
        return None
    away = (places[:, 0] - x) ** 2 + (places[:, 1] - y) ** 2
    best = int(np.argmin(away))
    return best if away[best] <= reach**2 else None


def inside(places: NDArray[np.float64], outline: Sequence[tuple[float, float]]) -> NDArray[np.bool_]:
    """Tell which points lie within a closed outline (even-odd rule).

    Source
    ------
    Shimrat (1962), Algorithm 112: Position of point relative to polygon, Commun. ACM 5(8).
    """
    result = np.zeros(len(places), bool)
    if len(outline) < 3:
        return result
    corners = np.array(outline, np.float64)
    low, high = corners.min(axis=0), corners.max(axis=0)
    across, up = places[:, 0], places[:, 1]
    near = np.flatnonzero((across >= low[0]) & (across <= high[0]) & (up >= low[1]) & (up <= high[1]))
    x, y = places[near, 0], places[near, 1]
    crossed = np.zeros(len(near), bool)
    for (x1, y1), (x2, y2) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if y1 != y2:
            crossed ^= ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    result[near] = crossed
    return result
