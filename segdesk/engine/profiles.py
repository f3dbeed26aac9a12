"""What sets each segment apart, by effect sizes; never by tests on the columns that made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.describe import number_text
from segdesk.engine.naming import names_postcode
from segdesk.engine.skew import is_skewed, signed_log
from segdesk.model.recipe import ColumnUse, Recipe
from segdesk.model.result import Trait
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column, Table

MOST_TRAITS = 5
SMALLEST_EFFECT = 0.1
"""In standard deviations; half of what Cohen (1988) calls small. Less sets nobody apart."""

_MOST_LEVELS = 50
"""A profile never names rarer levels than the fifty commonest."""

_TIE = 1e-9

_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """A column's known rows in ascending order, and their standard scores."""

    name: str
    kind: Kind
    rows: NDArray[np.int64]
    values: NDArray[np.float64]
    scores: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Category:
    """A column's rows with one of its commonest levels, and every level's overall share."""

    name: str
    codes: NDArray[np.int64]
    known: NDArray[np.bool_]
    levels: tuple[str, ...]
    shares: NDArray[np.float64]


def traits(
    table: Table, recipe: Recipe, labels: NDArray[np.int8], segments: int
) -> tuple[tuple[Trait, ...], ...]:
    """Give each segment's strongest traits in one cut; see ``describe_all``."""
    return describe_all(table, recipe, labels[None, :], [segments])[0]


def describe_all(
    table: Table, recipe: Recipe, labels: NDArray[np.int8], segments: Sequence[int]
) -> tuple[tuple[tuple[Trait, ...], ...], ...]:
    """Give each segment's strongest traits in every cut.

    Parameters
    ----------
    labels
        Shape ``(cuts, rows)``; -1 is an outlier, who counts among all customers but in no segment.
    segments
        How many segments each line of ``labels`` holds.

    Returns
    -------
    For each cut and segment up to five traits, strongest effect first and one per column, over
    the columns used and those only described. A measure whose median lies to the other side than its
    mean is none. A skewed measure's effect is taken on the signed
    log scale, its value shown as it is. Dates are in days since 1970-01-01.

    Source
    ------
    Cohen (1988), Statistical Power Analysis, ch. 2: the standardised difference, here from all
    customers' mean in all customers' standard deviations.
    """
    columns = [p for use in recipe.columns if (p := prepared(table, use)) is not None]
    return tuple(
        _cut_traits(columns, line.astype(np.int64), count)
        for line, count in zip(labels, segments, strict=True)
    )


def column_traits(
    column: Measure | Category, labels: NDArray[np.int8], segments: int
) -> tuple[Trait | None, ...]:
    """Give what one column says of each segment, None where it doesn't set it apart."""
    found = _cut_traits([column], labels.astype(np.int64), segments)
    return tuple(traits[0] if traits else None for traits in found)


def prepared(table: Table, use: ColumnUse) -> Measure | Category | None:
    """Make a column ready for describing; None where it is left out or doesn't vary."""
    if not (use.is_used or use.role is ColumnRole.DESCRIBE):
        return None
    column = table.column(use.name)
    if _is_measure(column, use):
        return _as_measure(column)
    return _as_category(column)


def _is_measure(column: Column, use: ColumnUse) -> bool:
    if column.kind is Kind.TEXT or use.role is ColumnRole.CATEGORY:
        return False
    if use.role is ColumnRole.MEASURE or column.kind is Kind.DATE:
        return True
    # Only described: a median of postcodes or of yes and no says nothing, their shares do.
    known = column.values[np.isfinite(column.values)]
    is_flag = not len(known) or bool(((known == known.min()) | (known == known.max())).all())
    return not (names_postcode(column.name) or is_flag)


def _as_measure(column: Column) -> Measure | None:
    if column.kind is Kind.DATE:
        days = (column.values - np.datetime64("1970-01-01", "s")) / _DAY
        values = np.where(column.is_missing, np.nan, days)
    else:
        values = column.values
    rows = np.flatnonzero(np.isfinite(values))
    rows = rows[np.argsort(values[rows], kind="stable")]
    ordered = values[rows]
    scale = signed_log(ordered) if is_skewed(ordered) else ordered
    if not len(rows) or ordered[0] == ordered[-1]:
        return None
    scale = scale / np.abs(scale).max()
    deviation = float(scale.std())
    if deviation == 0:
        return None
    return Measure(column.name, column.kind, rows, ordered, (scale - scale.mean()) / deviation)


def _as_category(column: Column) -> Category | None:
    if column.kind is Kind.TEXT:
        codes, levels = column.values.astype(np.int64), column.levels
    else:
        known = ~column.is_missing
        distinct, inverse = np.unique(column.values[known], return_inverse=True)
        codes = np.full(len(column.values), -1, dtype=np.int64)
        codes[known] = inverse
        is_number = column.kind is Kind.NUMBER
        levels = tuple(number_text(float(v)) if is_number else str(v) for v in distinct)
    counts = np.bincount(codes[codes >= 0], minlength=len(levels))
    if np.count_nonzero(counts) < 2:
        return None
    top = np.argsort(-counts, kind="stable")[:_MOST_LEVELS]
    recoded = np.full(len(levels) + 1, -1, dtype=np.int64)
    recoded[top] = np.arange(len(top))
    shares = counts[top] / counts.sum()
    return Category(column.name, recoded[codes], codes >= 0, tuple(levels[i] for i in top), shares)


def _cut_traits(
    columns: Sequence[Measure | Category], labels: NDArray[np.int64], count: int
) -> tuple[tuple[Trait, ...], ...]:
    found: list[list[Trait]] = [[] for _ in range(count)]
    for column in columns:
        if isinstance(column, Measure):
            _add_measure(column, labels[column.rows], count, found)
        else:
            _add_category(column, labels, count, found)
    return tuple(tuple(sorted(each, key=lambda t: -abs(t.effect))[:MOST_TRAITS]) for each in found)


def _add_measure(column: Measure, labels: NDArray[np.int64], count: int, found: list[list[Trait]]) -> None:
    placed = labels >= 0
    labels, scores, values = labels[placed], column.scores[placed], column.values[placed]
    sizes = np.bincount(labels, minlength=count)
    with np.errstate(invalid="ignore"):
        effects = np.bincount(labels, weights=scores, minlength=count) / sizes
    telling = np.abs(effects) >= SMALLEST_EFFECT  # nan is not
    if not telling.any():
        return
    # Values are ascending already, so sorting by segment leaves every segment's in order.
    grouped = values[np.argsort(labels.astype(np.int8), kind="stable")]
    ends = np.cumsum(sizes)
    overall = _middle(column.values)
    for segment in np.flatnonzero(telling):
        own = grouped[ends[segment] - sizes[segment] : ends[segment]]
        effect, value = float(effects[segment]), _middle(own)
        if (value - overall) * effect < 0:
            continue  # a few far values pull the mean away: "higher: 1.3 against 1.5" tells nobody anything
        found[segment].append(Trait(column.name, effect, value, overall, kind=column.kind))


def _middle(ordered: NDArray[np.float64]) -> float:
    half = len(ordered) // 2
    return float(ordered[half] if len(ordered) % 2 else ordered[half - 1] / 2 + ordered[half] / 2)


def _add_category(column: Category, labels: NDArray[np.int64], count: int, found: list[list[Trait]]) -> None:
    levels = len(column.levels)
    named = (column.codes >= 0) & (labels >= 0)
    cells = np.bincount(labels[named] * levels + column.codes[named], minlength=count * levels)
    sizes = np.bincount(labels[column.known & (labels >= 0)], minlength=count)
    spread = np.sqrt(column.shares * (1 - column.shares))
    with np.errstate(invalid="ignore"):
        shares = cells.reshape(count, levels) / sizes[:, None]
    effects = np.nan_to_num((shares - column.shares) / spread)
    # Of two levels the share of one is what the other lacks: name the one the segment has.
    strength = np.abs(effects) * np.where(effects > 0, 1 + _TIE, 1)
    for segment, level in enumerate(strength.argmax(axis=1)):
        effect = float(effects[segment, level])
        if abs(effect) >= SMALLEST_EFFECT:
            share = float(shares[segment, level])
            overall = float(column.shares[level])
            found[segment].append(Trait(column.name, effect, share, overall, column.levels[level]))
