"""The dip: how far a column's distribution is from having a single hump."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FEWEST_ROWS = 4
"""With fewer any distribution fits a single hump."""

_SCALED = (0.19, 0.3710, 0.4470, 0.4946, 0.5346, 0.5847, 0.6179, 0.6505, 0.7109)
_P = (1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001)
"""Dips of 1,000 evenly spread rows times the root of 1,000, and how often they are reached."""


def dip(values: NDArray[np.float64]) -> float:
    """Give Hartigan's dip statistic: the distance to the closest distribution with a single hump.

    Parameters
    ----------
    values
        Shape ``(n,)``, finite, all different: equal ones are spread first, as a step isn't a hump.

    Returns
    -------
    1/(2n) … 1/4: half the largest difference that can't be helped between the share of rows up to a
    value and that of a distribution which first gets steeper and then flatter.

    Source
    ------
    Hartigan & Hartigan (1985), "The dip test of unimodality", Ann. Statist. 13, 70-84, section 3.
    """
    rows = len(values)
    x, sizes = np.unique(values, return_counts=True)
    above = np.cumsum(sizes).astype(np.float64)
    below = above - sizes
    low, high = 0, len(x) - 1
    least = 1.0
    while low < high:
        part = slice(low, high + 1)
        under = low + _hull(x[part], below[part])
        over = low + _hull(x[part], -above[part])
        lower = np.interp(x[part], x[under], below[under])
        upper = np.interp(x[part], x[over], above[over])
        left, right, apart = _modal(under, over, upper - lower, low)
        if apart <= least:
            break
        sag_left = (above[low : left + 1] - lower[: left - low + 1]).max()
        sag_right = (upper[right - low :] - below[right : high + 1]).max()
        least = max(least, float(sag_left), float(sag_right))
        if (left, right) == (low, high):
            break
        low, high = left, right
    return least / (2 * rows)


def _modal(
    under: NDArray[np.int64], over: NDArray[np.int64], apart: NDArray[np.float64], low: int
) -> tuple[int, int, float]:
    """Give the knots left and right of where the two hulls are furthest apart, and how far that is."""
    at_under = int(under[apart[under - low].argmax()])
    at_over = int(over[apart[over - low].argmax()])
    if apart[at_under - low] > apart[at_over - low]:
        return at_under, int(over[np.searchsorted(over, at_under)]), float(apart[at_under - low])
    left = int(under[np.searchsorted(under, at_over, side="right") - 1])
    return left, at_over, float(apart[at_over - low])


def _hull(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give the knots of the largest convex function that is nowhere above the points."""
    xs, ys = x.tolist(), y.tolist()
    knots: list[int] = []
    for i in range(len(xs)):
        while len(knots) > 1:
            a, b = knots[-2], knots[-1]
            if (ys[b] - ys[a]) * (xs[i] - xs[b]) < (ys[i] - ys[b]) * (xs[b] - xs[a]):
                break
            knots.pop()
        knots.append(i)
    return np.array(knots, dtype=np.int64)


def dip_p(values: NDArray[np.float64]) -> float:
    """Give the share of evenly spread samples whose dip is as large: 0.001 … 1, rather too large than small.

    An even spread is the distribution with a single hump that dips most. The table is that of 1,000 rows;
    with fewer rows the scaled dip is smaller, so that the p value errs to the safe side.

    Source: as ``dip``, section 5; the quantiles are of 20,000 samples drawn by packaging/calibrate.py.
    """
    scaled = dip(values) * np.sqrt(len(values))
    if scaled <= _SCALED[0]:
        return 1.0
    return float(np.exp(np.interp(scaled, _SCALED, np.log(_P))))
