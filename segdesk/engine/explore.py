"""Looks through a dataset before segments are made: what each column holds, and what is odd."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from segdesk.engine import copies
from segdesk.engine.describe import level_counts, shown
from segdesk.engine.reading.receipt import duplicate_rows
from segdesk.engine.roles import CONSTANT_SHARE
from segdesk.engine.skew import SKEWED, signed_log, skewness
from segdesk.model.exploration import ColumnQuality, Correlations, Exploration, Level, Spread
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Table

MOST_MEASURES = 30
"""More don't fit a picture that can be read on a laptop."""

MOST_LEVELS = 6
"""As many of a category's commonest values as a small bar has room for."""

FAR = 3.0
"""Tukey's outer fences: what lies so many interquartile ranges beyond a quartile is "far out"."""

_SECONDS_IN_DAY = 86_400
_PERCENTS = (0, 1, 25, 50, 75, 99, 100)
"""The ends, the histogram's ends (``engine.describe`` cuts a hundredth off), and the quartiles."""

_PERSONAL = frozenset({"reason.email", "reason.phone", "reason.person_name"})
_NEAR_COPY = "reason.near_copy"
_HIDDEN = (ColumnRole.IDENTIFIER, ColumnRole.TEXT)
_SHOWN = (ColumnRole.MEASURE, ColumnRole.CATEGORY, ColumnRole.DESCRIBE)


def explore(table: Table, summaries: Sequence[ColumnSummary], *, dataset_id: int) -> Exploration:
    """Describe every column of a dataset, and how its measures go together.

    Parameters
    ----------
    summaries
        One for each column of ``table``, in the same order, with the roles they have now.

    Returns
    -------
    Personal data stay out of it: of names, e-mail addresses, phones, identifiers and free text only
    the kind, the missing and the distinct values are told.
    """
    columns = list(zip(table.columns, summaries, strict=True))
    described = tuple(_quality(column, summary) for column, summary in columns)
    compared = [
        (column, summary, quality)
        for (column, summary), quality in zip(columns, described, strict=True)
        if not quality.is_hidden and not quality.is_constant
    ]
    measures = [(c, q) for c, s, q in compared if c.kind is Kind.NUMBER and _was(s, ColumnRole.MEASURE)]
    categories = [c for c, s, _ in compared if _was(s, ColumnRole.CATEGORY)]
    found = copies.find([c for c, _ in measures]) + _same_levels(categories)
    place = {column.name: position for position, column in enumerate(table.columns)}
    return Exploration(
        dataset_id=dataset_id,
        rows=table.rows,
        duplicates=duplicate_rows(table.columns) if table.columns else 0,
        columns=described,
        copies=tuple(sorted(found, key=lambda pair: place[pair[0]])),
        correlations=correlate(measures),
    )


def correlate(measures: Sequence[tuple[Column, ColumnQuality]]) -> Correlations:
    """Give Pearson's r of every two measures, those that are skewed on a log scale.

    That is the scale on which segments compare customers, and one large order doesn't decide it.
    r is taken over the customers who have both values. Of more than ``MOST_MEASURES`` those with
    the strongest correlations are kept, in the table's order.

    Source: Pearson (1895), "Notes on regression and inheritance in the case of two parents"; the
    signed logarithm where g1 > 1 is that of ``engine.encode``.
    """
    if len(measures) < 2:
        return Correlations(measures=len(measures))
    logged = [_is_skewed(quality) for _, quality in measures]
    r = copies.pairwise_correlations(
        [signed_log(c.values) if log else c.values for (c, _), log in zip(measures, logged, strict=True)]
    )
    r = np.clip(r, -1.0, 1.0)
    strength = np.nan_to_num(np.abs(r))
    np.fill_diagonal(strength, 0.0)
    kept = np.sort(np.argsort(-strength.max(axis=1), kind="stable")[:MOST_MEASURES]).tolist()
    return Correlations(
        names=tuple(measures[i][0].name for i in kept),
        r=tuple(tuple(float(r[i, j]) for j in kept) for i in kept),
        logged=tuple(measures[i][0].name for i in kept if logged[i]),
        measures=len(measures),
    )


def outlier_fences(lower: float, upper: float) -> tuple[float, float] | None:
    """Give Tukey's outer fences of the quartiles, None where half of the values are the same.

    Source: Tukey (1977), "Exploratory Data Analysis", section 2D: "far out".
    """
    reach = FAR * (upper - lower)
    return (lower - reach, upper + reach) if reach > 0 else None


def _was(summary: ColumnSummary, role: ColumnRole) -> bool:
    """Whether a column is or was of a role: a near copy was one until it was set aside."""
    if summary.role is role:
        return True
    is_copy = summary.reason is not None and summary.reason.code == _NEAR_COPY
    is_number = summary.kind is Kind.NUMBER
    was = ColumnRole.MEASURE if is_number else ColumnRole.CATEGORY
    return summary.role is ColumnRole.DESCRIBE and (summary.guessed is role or (is_copy and was is role))


def _is_skewed(quality: ColumnQuality) -> bool:
    return quality.spread is not None and (quality.spread.skew or 0.0) > SKEWED


def _quality(column: Column, summary: ColumnSummary) -> ColumnQuality:
    is_personal = summary.reason is not None and summary.reason.code in _PERSONAL
    is_hidden = is_personal or _tells_customers_apart(summary)
    known = column.values[~column.is_missing]
    spread = levels = None
    if not is_hidden and len(known):
        if column.kind is Kind.TEXT or summary.role is ColumnRole.CATEGORY:
            levels = _commonest(column)
        else:
            spread = _spread(column, known)
    return ColumnQuality(
        name=column.name,
        kind=column.kind,
        role=summary.role,
        missing=len(column.values) - len(known),
        distinct=summary.distinct,
        is_personal=is_personal,
        is_hidden=is_hidden,
        histogram=() if spread is None else summary.histogram,
        levels=levels or (),
        spread=spread,
        same_share=_same_share(column, known, summary.distinct),
    )


def _tells_customers_apart(summary: ColumnSummary) -> bool:
    """Whether a column's values aren't shown: by its role, and by the guess unless it is put to use."""
    return summary.role in _HIDDEN or (summary.guessed in _HIDDEN and summary.role not in _SHOWN)


def _same_share(column: Column, known: NDArray[np.generic], distinct: int) -> float:
    """Give the share of the commonest value where it is beyond ``CONSTANT_SHARE``, else 0."""
    if not len(known) or distinct > (1 - CONSTANT_SHARE) * len(known) + 1:
        return 0.0
    if column.kind is Kind.TEXT:
        count = int(np.bincount(known.astype(np.int64)).max())
    else:
        # A value that more than half of the rows have is the middle one.
        middle = np.partition(known, len(known) // 2)[len(known) // 2]
        count = int(np.count_nonzero(known == middle))
    share = count / len(known)
    return share if share > CONSTANT_SHARE else 0.0


def _commonest(column: Column) -> tuple[Level, ...]:
    values, counts = level_counts(column)
    top = np.argsort(-counts, kind="stable")[:MOST_LEVELS]
    return tuple(Level(shown(column, values[i]), int(counts[i])) for i in top)


def _spread(column: Column, known: NDArray[np.generic]) -> Spread:
    """Describe the known values of a measure or, in days, of a date."""
    is_date = column.kind is Kind.DATE
    values = known.astype(np.float64)
    if is_date:
        values = values / _SECONDS_IN_DAY
    marks = [float(mark) for mark in np.percentile(values, _PERCENTS)]
    minimum, low, lower, median, upper, high, maximum = marks
    if low == high:
        low, high = minimum, maximum
    skew = None if is_date else skewness(values)
    # On a log scale where values are skewed: a long tail isn't a mistake, what leaves it behind may be.
    is_logged = skew is not None and skew > SKEWED
    scaled = signed_log(values) if is_logged else values
    quartiles = np.percentile(scaled, (25, 75)) if is_logged else (lower, upper)
    fences = outlier_fences(float(quartiles[0]), float(quartiles[1]))
    outliers = None
    if fences is not None:
        outliers = int(np.count_nonzero((scaled < fences[0]) | (scaled > fences[1])))
    return Spread(minimum, lower, median, upper, maximum, low, high, outliers, skew)


def _same_levels(categories: Sequence[Column]) -> list[tuple[str, str]]:
    """Give (copy, original) of categories that match one to one, comparing only likely pairs."""
    # Columns that match have the same counts: among three hundred few are left to be compared.
    counted = [(tuple(sorted(_counts(column))), position) for position, column in enumerate(categories)]
    found: list[tuple[str, str]] = []
    for _, group in groupby(sorted(counted), key=lambda pair: pair[0]):
        alike = [categories[position] for _, position in group]
        if len(alike) > 1:
            found += copies.find_same_levels(alike)
    return found


def _counts(column: Column) -> list[int]:
    counts = level_counts(column)[1]
    return [*(int(count) for count in counts if count), int(column.is_missing.sum())]
