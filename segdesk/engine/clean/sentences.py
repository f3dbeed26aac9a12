"""Says what a change does to a table, as notes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.clean.dates import age_reference, last_day, reference_day
from segdesk.engine.describe import number_text
from segdesk.model.changes import Change, ChangeKind
from segdesk.model.notes import Note
from segdesk.model.roles import Kind
from segdesk.model.table import Column

_SHOWN = 8
"""So many values or levels fit a sentence."""


def describe(change: Change, columns: Mapping[str, Column], is_kept: NDArray[np.bool_] | None = None) -> Note:
    """Say what a change does; ``is_kept`` leaves out rows that an earlier one has set aside."""
    first = columns[change.columns[0]]
    match change.kind:
        case ChangeKind.AGE:
            year = str(age_reference(change, columns.values()).astype("datetime64[Y]"))
            return Note("tidy.age", {"name": change.name, "column": first.name, "year": year})
        case ChangeKind.TENURE:
            day = str(reference_day(change) or last_day(first))
            return Note("tidy.tenure", {"name": change.name, "column": first.name, "day": day})
        case ChangeKind.TOTAL:
            return Note("tidy.total", {"name": change.name, "columns": _listed(change.columns)})
        case ChangeKind.HOUSEHOLD:
            return Note("tidy.household", {"name": change.name, "columns": _listed(change.columns)})
        case ChangeKind.FOLD:
            return Note("tidy.fold", {"column": first.name, "levels": fold_text(change)})
        case ChangeKind.SET_ASIDE:
            return _set_aside(change, first, is_kept)
        case ChangeKind.MISSING:
            return _missing(change, columns, is_kept)


def outside(column: Column, change: Change) -> NDArray[np.bool_]:
    """Tell which values a change sets aside."""
    values = figures(column)
    result = np.zeros(len(values), dtype=np.bool_)
    with np.errstate(invalid="ignore"):
        if change.low is not None:
            result |= values < change.low
        if change.high is not None:
            result |= values > change.high
    return result


def is_between(column: Column, change: Change) -> NDArray[np.bool_]:
    """Tell which numbers a change takes for blanks."""
    low = -np.inf if change.low is None else change.low
    high = np.inf if change.high is None else change.high
    return np.asarray((column.values >= low) & (column.values <= high))


def fold_text(change: Change) -> str:
    """List the levels that are renamed, those that become the same one together."""
    olds: dict[str, list[str]] = {}
    for old, new in change.levels:
        olds.setdefault(new, []).append(old)
    return "; ".join(f"{_listed(tuple(listed))} → {new}" for new, listed in olds.items())


def _set_aside(change: Change, column: Column, is_kept: NDArray[np.bool_] | None) -> Note:
    is_outside = outside(column, change)
    if is_kept is not None:
        is_outside &= is_kept
    count = int(is_outside.sum())
    values = _listed(tuple(number_text(float(v)) for v in np.unique(figures(column)[is_outside])))
    low = "" if change.low is None else number_text(float(change.low))
    high = "" if change.high is None else number_text(float(change.high))
    if not low:
        return Note("tidy.above", {"column": column.name, "count": count, "high": high, "values": values})
    if not high:
        return Note("tidy.below", {"column": column.name, "count": count, "low": low, "values": values})
    return Note(
        "tidy.outside",
        {"column": column.name, "count": count, "low": low, "high": high, "values": values},
    )


def _missing(change: Change, columns: Mapping[str, Column], is_kept: NDArray[np.bool_] | None) -> Note:
    hit = [is_between(columns[name], change) for name in change.columns]
    count = sum(int((each if is_kept is None else each & is_kept).sum()) for each in hit)
    value = number_text(float(change.low or 0.0))
    return Note("tidy.missing", {"columns": _listed(change.columns), "value": value, "count": count})


def figures(column: Column) -> NDArray[np.float64]:
    """Give numbers as they are and the years of dates."""
    if column.kind is Kind.NUMBER:
        return np.asarray(column.values, dtype=np.float64)
    years = column.values.astype("datetime64[Y]").astype(np.float64) + 1970
    return np.where(column.is_missing, np.nan, years)


def _listed(items: tuple[str, ...]) -> str:
    shown = ", ".join(items[:_SHOWN])
    return f"{shown} …" if len(items) > _SHOWN else shown
