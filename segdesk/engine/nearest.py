"""Each row's nearest among some thousands, for a million rows."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_TILE_ROWS, _TILE_AMONG = 512, 2_048
"""Their distances (4 MB) stay in a processor's cache."""

_SINGLE_REACH = 1e15
"""Squares of larger numbers come near the end of what single precision holds."""


def nearest(
    among: NDArray[np.float64], points: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Give the position of each point's nearest row of ``among``, and its distance.

    Looked for in single precision, but for huge numbers: where two are equally near to six digits, either
    may be it. The distance is that of the one found, in double precision.
    """
    middle = among.mean(axis=0)
    reach = max((float(np.abs(end - middle).max()) for end in _ends(among, points)), default=0.0)
    dtype = np.float32 if reach < _SINGLE_REACH else np.float64
    targets = _targets((among - middle).astype(dtype))
    positions = np.empty(len(points), dtype=np.int64)
    distances = np.empty(len(points))
    for start in range(0, len(points), _TILE_ROWS):
        part = slice(start, start + _TILE_ROWS)
        found = _nearest_in_tiles((points[part] - middle).astype(dtype), targets)
        positions[part] = found
        away = points[part] - among[found]
        distances[part] = np.sqrt(np.einsum("ij,ij->i", away, away))
    return positions, distances


def _ends(*matrices: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Give the lowest and highest values of each column."""
    return [end for rows in matrices if len(rows) for end in (rows.min(axis=0), rows.max(axis=0))]


def _targets(rows: NDArray[Any]) -> NDArray[Any]:
    """Give what rows are multiplied with for squared distances, but for their own lengths."""
    return np.ascontiguousarray(np.column_stack([-2 * rows, np.einsum("ij,ij->i", rows, rows)]).T)


def _nearest_in_tiles(rows: NDArray[Any], targets: NDArray[Any]) -> NDArray[np.int64]:
    rows = np.column_stack([rows, np.ones(len(rows), dtype=rows.dtype)])
    line = np.arange(len(rows))
    best = np.full(len(rows), np.inf, dtype=rows.dtype)
    positions = np.zeros(len(rows), dtype=np.int64)
    for first in range(0, targets.shape[1], _TILE_AMONG):
        squares = rows @ targets[:, first : first + _TILE_AMONG]
        found = squares.argmin(axis=1)
        least = squares[line, found]
        is_nearer = least < best
        best[is_nearer] = least[is_nearer]
        positions[is_nearer] = found[is_nearer] + first
    return positions
