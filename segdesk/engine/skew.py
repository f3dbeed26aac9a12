"""Skewness, and the signed logarithm that mends it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SKEWED = 1.0
"""Beyond this a few large spenders decide every segment (STATISTICS.md §5)."""


def skewness(values: NDArray[np.float64]) -> float:
    """Give the moment coefficient of skewness, m3 / m2^1.5, over the finite values.

    Source: Joanes & Gill (1998), "Comparing measures of sample skewness and kurtosis", g1.
    """
    known = values[np.isfinite(values)]
    if not len(known):
        return 0.0
    largest = np.abs(known).max()
    if largest == 0:
        return 0.0
    centred = known / largest  # keeps third powers within range
    centred = centred - centred.mean()
    variance = float(np.mean(centred**2))
    if variance <= np.finfo(np.float64).eps ** 2:
        return 0.0
    return float(np.mean(centred**3) / variance**1.5)


def is_skewed(values: NDArray[np.float64]) -> bool:
    """Tell whether a measure is better compared on a log scale."""
    return skewness(values) > SKEWED


def signed_log(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give sign(x)·log(1 + |x|): a logarithm that also takes zero and refunds."""
    return np.asarray(np.sign(values) * np.log1p(np.abs(values)))
