"""Every column in every segment, for the pictures: medians, spreads, shares, and which columns tell most."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.profiles import Category, Measure, prepared
from segdesk.model.profile import (
    CategoryLine,
    CategoryProfile,
    ColumnProfile,
    MeasureLine,
    MeasureProfile,
    ProfileTable,
)
from segdesk.model.recipe import Recipe
from segdesk.model.table import Table

MARKS = (5, 25, 50, 75, 95)
_QUARTILES = (1, 2, 3)
"""The places of the quartiles in ``MARKS``."""

MOST_LEVELS = 8
"""Levels that a stacked bar can show apart; all rarer ones are one."""

BINS = 48
"""Points of a density curve: as fine as a small picture shows."""

_OUTSIDE = 0.5
"""Per cent of the customers at either end whom a density curve leaves out: one millionaire would press all
others into a line."""

_BANDWIDTH = 1.5
"""Bins by which a density curve is smoothed."""


def profile_table(
    table: Table, recipe: Recipe, labels: NDArray[np.int8], segments: int, *, run_id: int
) -> ProfileTable:
    """Describe every column used and every column only described, in each segment of one cut.

    Parameters
    ----------
    labels
        Shape ``(rows,)``, each in ``0 .. segments - 1``, or -1 for a customer without a segment.

    Returns
    -------
    Columns by importance, the share of their variance that lies between segments: η² for a measure
    (on the scale that its effects are on), Cramér's V² for a category. Columns that never vary are
    left out. Customers without a segment are one more line at the end, and count for nobody's
    importance.

    Source
    ------
    Cohen (1988), Statistical Power Analysis, 2nd ed., pp. 281 (η²) and 223 (Cramér's V); effects as
    in ``profiles``. Silverman (1986), Density Estimation, section 2.4 (a smoothed histogram).
    """
    outliers = bool((labels < 0).any())
    own = np.where(labels < 0, segments, labels).astype(np.int64)
    lines = segments + outliers
    columns: list[ColumnProfile] = []
    for use in recipe.columns:
        match prepared(table, use):
            case Measure() as measure:
                columns.append(_measure(measure, own, lines, segments))
            case Category() as category:
                columns.append(_category(category, own, lines, segments))
    columns.sort(key=lambda column: -column.importance)
    return ProfileTable(run_id, segments, outliers, tuple(columns))


def _measure(column: Measure, labels: NDArray[np.int64], lines: int, segments: int) -> MeasureProfile:
    values, own = column.values, labels[column.rows]
    low, high = np.percentile(values, (_OUTSIDE, 100 - _OUTSIDE)).tolist()
    if not low < high:  # nearly everybody has the same value
        low, high = float(values[0]), float(values[-1])
    sizes = np.bincount(own, minlength=lines)
    sums = np.bincount(own, weights=column.scores, minlength=lines)
    with np.errstate(invalid="ignore"):
        effects = sums / sizes
    # Scores have variance 1 over all who have a value: what lies between segments is a share.
    members = slice(0, segments)
    taken = sizes[members].sum()
    mean = sums[members].sum() / taken if taken else 0.0
    squares = np.bincount(own, weights=column.scores**2, minlength=lines)[members].sum()
    between = float(np.nansum(sizes[members] * (effects[members] - mean) ** 2))
    whole = float(squares - taken * mean**2)
    ends = np.cumsum(sizes)
    grouped = values[np.argsort(own, kind="stable")]  # ascending within each segment
    parts = [grouped[end - size : end] for end, size in zip(ends, sizes, strict=True)]
    return MeasureProfile(
        name=column.name,
        kind=column.kind,
        importance=between / whole if whole > 0 else 0.0,
        low=low,
        high=high,
        overall=_measure_line(values, 0.0, values, low, high),
        lines=tuple(
            _measure_line(part, float(effect), values, low, high)
            for part, effect in zip(parts, effects, strict=True)
        ),
    )


def _measure_line(
    own: NDArray[np.float64], effect: float, everybody: NDArray[np.float64], low: float, high: float
) -> MeasureLine:
    """Describe values in ascending order."""
    nan = float("nan")
    if not len(own):
        return MeasureLine(nan, (nan,) * 5, (nan,) * 3, (0.0,) * BINS)
    p5, p25, p50, p75, p95 = np.percentile(own, MARKS).tolist()
    at = np.array([p25, p50, p75])
    below = np.searchsorted(everybody, at, side="left")
    upto = np.searchsorted(everybody, at, side="right")
    r25, r50, r75 = ((below + upto) / 2 / len(everybody)).tolist()
    return MeasureLine(effect, (p5, p25, p50, p75, p95), (r25, r50, r75), _density(own, low, high))


def _density(own: NDArray[np.float64], low: float, high: float) -> tuple[float, ...]:
    counts, _ = np.histogram(own, bins=BINS, range=(low, high))
    steps = np.arange(-4, 5)
    kernel = np.exp(-0.5 * (steps / _BANDWIDTH) ** 2)
    smooth = np.convolve(counts, kernel, mode="same")
    top = float(smooth.max())
    return tuple((smooth / top).tolist()) if top > 0 else (0.0,) * BINS


def _category(column: Category, labels: NDArray[np.int64], lines: int, segments: int) -> CategoryProfile:
    levels = len(column.levels)
    # Rarer levels than the column keeps count as one more.
    codes = np.where(column.codes >= 0, column.codes, levels)[column.known]
    own = labels[column.known]
    counts = np.bincount(own * (levels + 1) + codes, minlength=lines * (levels + 1)).reshape(lines, -1)
    everybody = counts.sum(axis=0)
    overall = everybody / everybody.sum()
    shown = min(levels, MOST_LEVELS)
    has_rest = bool(everybody[shown:].any())
    return CategoryProfile(
        name=column.name,
        importance=_cramer(counts[:segments]),
        levels=column.levels[:shown],
        has_rest=has_rest,
        overall=_category_line(everybody, overall, shown, has_rest),
        lines=tuple(_category_line(line, overall, shown, has_rest) for line in counts),
    )


def _category_line(
    counts: NDArray[np.int64], overall: NDArray[np.float64], shown: int, has_rest: bool
) -> CategoryLine:
    total = counts.sum()
    if not total:
        return CategoryLine(float("nan"), -1, (float("nan"),) * (shown + has_rest))
    shares = counts / total
    commonest = int(np.argmax(shares[:shown]))
    spread = float(np.sqrt(overall[commonest] * (1 - overall[commonest])))
    effect = float((shares[commonest] - overall[commonest]) / spread) if spread > 0 else 0.0
    told = [*shares[:shown].tolist(), *([float(shares[shown:].sum())] if has_rest else [])]
    return CategoryLine(effect, commonest, tuple(told))


def _cramer(counts: NDArray[np.int64]) -> float:
    """Give Cramér's V squared of a table of counts, 0 where one of its sides has no choice."""
    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    least = min(counts.shape) - 1
    if least < 1:
        return 0.0
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0) / counts.sum()
    return float(((counts - expected) ** 2 / expected).sum() / counts.sum() / least)
