"""Finds columns that say the same as an earlier one: they would count twice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from segdesk.model.table import Column

NEAR_COPY = 0.95
"""|r| above this: three such copies of one column took ARI from .76 to .60 (STATISTICS.md §6)."""

_BLOCK_ROWS = 20_000
_ROUNDING = 1e-12


def find(measures: Sequence[Column]) -> list[tuple[str, str]]:
    """Give (copy, original) for measures correlated beyond ``NEAR_COPY`` with an earlier, kept one."""
    if len(measures) < 2:
        return []
    r = pairwise_correlations([c.values for c in measures])
    return _against_kept([c.name for c in measures], np.nan_to_num(np.abs(r)) > NEAR_COPY)


def pairwise_correlations(measures: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Give Pearson's r of every two measures over the rows where both are known, else nan.

    Shape ``(measures, measures)``. Each measure has one known value or more.
    """
    standard = [_standardised(values) for values in measures]
    count = len(standard)
    both, xy, x, xx = (np.zeros((count, count)) for _ in range(4))
    # A block of rows at a time: three hundred columns of a large table stay small in memory.
    for start in range(0, len(standard[0]), _BLOCK_ROWS):
        block = np.column_stack([values[start : start + _BLOCK_ROWS] for values in standard])
        known = (~np.isnan(block)).astype(np.float64)
        filled = np.nan_to_num(block, copy=False)
        both += known.T @ known
        xy += filled.T @ filled
        x += filled.T @ known
        xx += (filled**2).T @ known
    with np.errstate(invalid="ignore", divide="ignore"):
        variance = xx - x**2 / both
        # What is left of a constant's sums is rounding, and would look like a correlation.
        variance[variance <= _ROUNDING * xx] = 0.0
        spread = np.sqrt(variance * variance.T)
        return np.where(spread > 0, (xy - x * x.T / both) / spread, np.nan)


def find_same_levels(categories: Sequence[Column]) -> list[tuple[str, str]]:
    """Give (copy, original) for categories whose levels match an earlier one's one to one."""
    parts = [np.unique(c.values, return_inverse=True)[1] for c in categories]
    sizes = [int(p.max()) + 1 for p in parts]
    same = np.zeros((len(parts), len(parts)), dtype=np.bool_)
    for i in range(len(parts)):
        for j in range(i):
            if sizes[i] == sizes[j]:
                pairs = np.bincount(parts[i] * sizes[j] + parts[j], minlength=sizes[i] * sizes[j])
                same[i, j] = np.count_nonzero(pairs) == sizes[i]
    return _against_kept([c.name for c in categories], same)


def _standardised(values: NDArray[np.float64]) -> NDArray[np.float64]:
    largest = np.nanmax(np.abs(values))  # scaled first: sums of huge numbers leave a float's range
    scaled = values / largest if largest > 0 else values
    return np.asarray(scaled - np.nanmean(scaled))


def _against_kept(names: Sequence[str], alike: NDArray[np.bool_]) -> list[tuple[str, str]]:
    kept: list[int] = []
    found: list[tuple[str, str]] = []
    for i, name in enumerate(names):
        original = next((j for j in kept if alike[i, j]), None)
        if original is None:
            kept.append(i)
        else:
            found.append((name, names[original]))
    return found
