"""Finds values that can't be true, or that stand so far alone that they decide everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.clean.dates import last_day_of_all
from segdesk.engine.clean.names import names_age, names_birth, names_income
from segdesk.engine.clean.sentences import describe, figures, outside
from segdesk.model.changes import Change, ChangeKind, Suggestion
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column

YOUNGEST, OLDEST = 5.0, 90.0
"""Hardly a customer is younger or older; a birth year of 1900 is what a form says if nobody fills it in."""

_ALONE = 5.0
"""Years between them and the rest. Old customers thin out year by year; mistakes stand apart."""

_IMPOSSIBLE = 110.0
"""Older than this is nobody who shops, whoever comes before."""

_MEDIAN_AGES = (12, 90)
"""What half of the customers are older than, where a column holds ages at all."""

_MOST_OUTSIDE = 0.05
"""More than this share outside isn't a handful of mistakes: the column means something else."""

_FEWEST_VALUES = 30
"""Quartiles of fewer values say little of what is far away."""

_FAR = 3.0
"""Tukey's far out: this many interquartile ranges beyond the quartile (1977, section 2D)."""

_GAP = 2.0
"""And alone: at least twice the next lower value. A long tail has no such gap."""

_FEW_ALONE = 0.005
"""A larger share that stands apart is a kind of customer, not a mistake."""


def suggestions(columns: Sequence[Column], roles: Mapping[str, ColumnRole]) -> Iterator[Suggestion]:
    """Give the rows that had better be set aside; none is safe, since customers go with them."""
    latest = last_day_of_all(columns)
    for column in columns:
        if column.kind is Kind.TEXT or column.is_missing.all():
            continue
        if names_age(column.name) and column.kind is Kind.NUMBER:
            found = _ages(column)
        elif names_birth(column.name) and latest is not None:
            found = _births(column, int(str(latest.astype("datetime64[Y]"))))
        elif names_income(column.name) and roles[column.name] is ColumnRole.MEASURE:
            found = _incomes(column)
        else:
            continue
        if found is not None:
            yield Suggestion(found, describe(found, {column.name: column}), is_safe=False)


def _births(column: Column, year: int) -> Change | None:
    low, high = _age_limits(year - figures(column))
    change = Change(
        ChangeKind.SET_ASIDE,
        (column.name,),
        low=None if high is None else year - high,
        high=None if low is None else year - low,
    )
    return change if outside(column, change).any() else None


def _ages(column: Column) -> Change | None:
    low, high = _age_limits(column.values)
    change = Change(ChangeKind.SET_ASIDE, (column.name,), low=low, high=high)
    return change if outside(column, change).any() else None


def _age_limits(ages: NDArray[np.float64]) -> tuple[float | None, float | None]:
    """Give the ages below and above which customers can't be what they say, None where none are."""
    known = ages[np.isfinite(ages)]
    inside = known[(known >= YOUNGEST) & (known <= OLDEST)]
    is_age = len(known) and _MEDIAN_AGES[0] <= float(np.median(known)) <= _MEDIAN_AGES[1]
    if not is_age or len(known) - len(inside) > _MOST_OUTSIDE * len(known):
        return None, None
    younger, older = known[known < YOUNGEST], known[known > OLDEST]
    low = high = None
    if len(younger):
        low = YOUNGEST if inside.min() - younger.max() >= _ALONE else 0.0
    if len(older):
        high = OLDEST if older.min() - inside.max() >= _ALONE else _IMPOSSIBLE
    return low, high


def _incomes(column: Column) -> Change | None:
    """Find incomes beyond Tukey's far fence on a log scale that also stand alone.

    Incomes are skewed: on the plain scale the fence cuts through a normal long tail.
    """
    values = np.sort(column.values[np.isfinite(column.values) & (column.values > 0)])
    if len(values) < _FEWEST_VALUES:
        return None
    low, high = np.percentile(np.log(values), [25, 75])
    fence = float(np.exp(min(high + _FAR * (high - low), 700.0)))  # beyond, exp leaves a float's range
    tail = int(np.searchsorted(values, fence, side="right"))
    for start in range(max(tail, 1), len(values)):
        if values[start] >= _GAP * values[start - 1]:
            if len(values) - start > max(1.0, _FEW_ALONE * len(values)):
                return None
            limit = _rounded(max(fence, float(values[start - 1])))
            limit = limit if limit < values[start] else float(values[start - 1])
            return Change(ChangeKind.SET_ASIDE, (column.name,), high=limit)
    return None


def _rounded(value: float) -> float:
    """Round up to two figures: a limit for people to read."""
    step = 10.0 ** (np.floor(np.log10(value)) - 1)
    return float(np.ceil(value / step) * step)
