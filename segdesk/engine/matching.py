"""Two ways of parting the same customers, held beside each other. A label of -1 is an outlier."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

Labels = NDArray[np.int8] | NDArray[np.int64]


def overlaps(first: Labels, second: Labels, counts: tuple[int, int]) -> NDArray[np.int64]:
    """Count the customers in each pair of segments, shape ``counts``; outliers of either are in none."""
    both = (first >= 0) & (second >= 0)
    pairs = first[both].astype(np.int64) * counts[1] + second[both]
    return np.bincount(pairs, minlength=counts[0] * counts[1]).reshape(counts)


def jaccards(first: Labels, second: Labels, counts: tuple[int, int]) -> NDArray[np.float64]:
    """Give each pair of segments' customers in both over customers in either, shape ``counts``.

    A line is nan where the first way has no customers in that segment.

    Source
    ------
    Jaccard (1901), as in Hennig (2007), CSDA 52, 258-271, equation (1).
    """
    shared = overlaps(first, second, counts)
    sizes = np.bincount(first[first >= 0], minlength=counts[0])
    others = np.bincount(second[second >= 0], minlength=counts[1])
    either = sizes[:, None] + others - shared
    result = shared / np.maximum(either, 1)
    result[sizes == 0] = np.nan
    return np.asarray(result)


def moved(first: Labels, second: Labels) -> float:
    """Give the share of customers who change segment, once segments are paired so that the fewest do.

    Outliers are paired with outliers only. Segments without a partner have lost all their customers.
    """
    counts = int(first.max(initial=-1)) + 1, int(second.max(initial=-1)) + 1
    shared = overlaps(first, second, counts)
    stayed = int(shared[linear_sum_assignment(shared, maximize=True)].sum())
    return 1.0 - (stayed + int(((first < 0) & (second < 0)).sum())) / len(first)


def adjusted_rand(first: Labels, second: Labels) -> float:
    """Give the agreement of two ways: 1 the same, about 0 what chance gives. Outliers count as one segment.

    Source
    ------
    Hubert & Arabie (1985), J. Classif. 2, 193-218, equation (5).
    """
    shifted = first.astype(np.int64) + 1, second.astype(np.int64) + 1
    counts = int(shifted[0].max()) + 1, int(shifted[1].max()) + 1
    shared = overlaps(*shifted, counts)
    together = _pairs(shared)
    in_first, in_second = _pairs(shared.sum(axis=1)), _pairs(shared.sum(axis=0))
    by_chance = in_first * in_second / max(_pairs(shared.sum()), 1.0)
    most = (in_first + in_second) / 2
    # Nothing to disagree about: both have one segment, or both one for each customer.
    return 1.0 if most == by_chance else (together - by_chance) / (most - by_chance)


def _pairs(sizes: NDArray[np.int64] | np.int64) -> float:
    counts = np.asarray(sizes, dtype=np.float64)
    return float((counts * (counts - 1) / 2).sum())
