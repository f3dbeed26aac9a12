"""Makes the new columns of changes: ages, tenures, sums, joined levels."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.clean.dates import age_reference, full_years, last_day, reference_day
from segdesk.engine.clean.sentences import is_between
from segdesk.errors import InputError
from segdesk.model.changes import Change, ChangeKind
from segdesk.model.roles import Kind
from segdesk.model.table import Column

_NAMELESS = (ChangeKind.FOLD, ChangeKind.SET_ASIDE, ChangeKind.MISSING)
"""They change what is there and may make no column of their own."""


def check(change: Change, columns: Mapping[str, Column]) -> None:
    """Refuse a change that doesn't fit the columns.

    Raises
    ------
    InputError
        ``tidy.no_columns``, ``tidy.no_column``, ``tidy.wrong_kind``, ``tidy.no_name``, ``tidy.name_taken``.
    """
    kinds = {
        ChangeKind.AGE: (Kind.NUMBER, Kind.DATE),
        ChangeKind.TENURE: (Kind.DATE,),
        ChangeKind.TOTAL: (Kind.NUMBER,),
        ChangeKind.HOUSEHOLD: (Kind.NUMBER,),
        ChangeKind.FOLD: (Kind.TEXT,),
        ChangeKind.SET_ASIDE: (Kind.NUMBER, Kind.DATE),
        ChangeKind.MISSING: (Kind.NUMBER,),
    }[change.kind]
    for name in change.columns:
        if name not in columns:
            raise InputError("tidy.no_column", column=name)
        if columns[name].kind not in kinds:
            raise InputError("tidy.wrong_kind", column=name, needed=str(kinds[0]))
    if not change.columns:
        raise InputError("tidy.no_columns")
    is_in_place = change.kind is ChangeKind.FOLD and change.name in change.columns
    if change.name in columns and not is_in_place:
        raise InputError("tidy.name_taken", name=change.name)
    if not change.name and change.kind not in _NAMELESS:
        raise InputError("tidy.no_name", columns=", ".join(change.columns))


def make(change: Change, columns: Mapping[str, Column]) -> tuple[Column, ...]:
    """Give the columns that a change makes; the change has been checked and sets no rows aside.

    Raises
    ------
    InputError
        ``tidy.no_reference``, ``tidy.reference``
    """
    if change.kind is ChangeKind.MISSING:
        return tuple(_blanked(columns[name], change) for name in change.columns)
    return (_made(change, columns),)


def _made(change: Change, columns: Mapping[str, Column]) -> Column:
    """Give the one column that a change makes.

    Raises
    ------
    InputError
        ``tidy.no_reference``, ``tidy.reference``
    """
    first = columns[change.columns[0]]
    match change.kind:
        case ChangeKind.AGE:
            return Column(change.name, Kind.NUMBER, _ages(first, age_reference(change, columns.values())))
        case ChangeKind.TENURE:
            day = reference_day(change) or last_day(first)
            if day is None:
                raise InputError("tidy.no_reference", column=first.name)
            days = (day - first.values.astype("datetime64[D]")).astype(np.float64)
            return Column(change.name, Kind.NUMBER, np.where(first.is_missing, np.nan, days))
        case ChangeKind.FOLD:
            return _folded(first, change)
        case _:
            values = np.sum([columns[name].values for name in change.columns], axis=0)
            return Column(change.name, Kind.NUMBER, values)


def _blanked(column: Column, change: Change) -> Column:
    """Take the values between the limits out of a column."""
    return Column(column.name, Kind.NUMBER, np.where(is_between(column, change), np.nan, column.values))


def _ages(column: Column, day: np.datetime64) -> NDArray[np.float64]:
    if column.kind is Kind.NUMBER:
        return np.asarray(float(str(day.astype("datetime64[Y]"))) - column.values)
    return full_years(column.values, day)


def _folded(column: Column, change: Change) -> Column:
    """Rename levels and join those that then are equal, in order of appearance."""
    renamed = dict(change.levels)
    new: dict[str, int] = {}
    codes = [new.setdefault(renamed.get(level, level), len(new)) for level in column.levels]
    recoded = np.array([*codes, -1], dtype=np.int32)  # -1, missing, finds the last
    return Column(change.name or column.name, Kind.TEXT, recoded[column.values], tuple(new))
