"""Numbers segments from the largest, whatever method found them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def rank_segments(sizes: NDArray[Any], firsts: NDArray[np.int64]) -> NDArray[np.int8]:
    """Give each segment its number: 0 the largest; of equal sizes the one with the earlier first row."""
    rank = np.empty(len(sizes), dtype=np.int8)
    rank[np.lexsort((firsts, -sizes))] = np.arange(len(sizes))
    return rank


def largest_first(labels: NDArray[np.integer]) -> NDArray[np.int8]:
    """Renumber a line of labels from the largest segment; those below 0 are outliers and become -1."""
    result = np.full(len(labels), -1, dtype=np.int8)
    rows = np.flatnonzero(labels >= 0)
    if not len(rows):
        return result
    _, first, inverse, sizes = np.unique(
        labels[rows], return_index=True, return_inverse=True, return_counts=True
    )
    result[rows] = rank_segments(sizes, rows[first])[inverse]
    return result
