"""Finds the columns that say more together or in another form: ages, tenures, totals, children."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from segdesk.engine.clean.dates import last_day_of_all
from segdesk.engine.clean.names import (
    amount_family,
    names_adults,
    names_age,
    names_birth,
    names_children,
    names_household,
    names_joining,
    names_tenure,
)
from segdesk.model.changes import Change, ChangeKind
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column

AGE, TENURE, TOTAL, CHILDREN, HOUSEHOLD = (
    "Age",
    "Tenure_Days",
    "Total_Spending",
    "Total_Children",
    "Household_Size",
)
"""Names of new columns are data, like the file's own: they go into exports and recipes."""

_FIRST_YEAR = 1900
_MOSTLY = 0.9
"""So many of a birth year's values must be years in which living people were born."""

_FEWEST_AMOUNTS = 3
"""Two amounts may be a before and an after; three of one kind are parts."""

_MOST_CHILDREN = 20
"""A count of more is no count of a household's people."""


def changes(columns: Sequence[Column], roles: Mapping[str, ColumnRole]) -> Iterator[Change]:
    """Give the derived columns that the table would gain by."""
    taken = {column.name for column in columns}
    for change in (
        *_age(columns),
        *_tenure(columns),
        *_totals(columns, roles),
        *_people(columns),
    ):
        # A column of that name is what the file's owner means by it: another beside it would confuse.
        if change.name not in taken:
            taken.add(change.name)
            yield change


def _age(columns: Sequence[Column]) -> Iterator[Change]:
    if any(names_age(column.name) for column in columns):
        return
    latest = last_day_of_all(columns)
    if latest is None:
        return
    year = int(str(latest.astype("datetime64[Y]")))
    column = next((c for c in columns if names_birth(c.name) and _holds_births(c, year)), None)
    if column is not None:
        yield Change(ChangeKind.AGE, (column.name,), AGE)


def _holds_births(column: Column, year: int) -> bool:
    known = column.values[~column.is_missing]
    if not len(known) or column.kind is Kind.TEXT:
        return False
    years = known if column.kind is Kind.NUMBER else known.astype("datetime64[Y]").astype(np.float64) + 1970
    is_possible = (years >= _FIRST_YEAR) & (years <= year) & (years == np.floor(years))
    return bool(is_possible.mean() >= _MOSTLY)


def _tenure(columns: Sequence[Column]) -> Iterator[Change]:
    if any(names_tenure(column.name) for column in columns):
        return
    for column in columns:
        if column.kind is Kind.DATE and names_joining(column.name) and not names_birth(column.name):
            known = column.values[~column.is_missing]
            if len(known) and known.min() < known.max():
                yield Change(ChangeKind.TENURE, (column.name,), TENURE)
                return


def _totals(columns: Sequence[Column], roles: Mapping[str, ColumnRole]) -> Iterator[Change]:
    families: dict[str, list[Column]] = {}
    for column in columns:
        family = amount_family(column.name) if roles[column.name] is ColumnRole.MEASURE else ""
        if family and column.kind is Kind.NUMBER and not (column.values < 0).any():
            families.setdefault(family, []).append(column)
    parts = max(families.values(), key=len, default=[])
    if len(parts) >= _FEWEST_AMOUNTS and not _is_there(parts, columns):
        yield Change(ChangeKind.TOTAL, tuple(part.name for part in parts), TOTAL)


def _people(columns: Sequence[Column]) -> Iterator[Change]:
    counts = [column for column in columns if _is_count(column)]
    children = [column for column in counts if names_children(column.name)]
    adults = [column for column in counts if names_adults(column.name)]
    if len(children) > 1 and not _is_there(children, columns):
        yield Change(ChangeKind.HOUSEHOLD, tuple(c.name for c in children), CHILDREN)
    everyone = [*adults, *children]
    is_told = any(names_household(c.name) and c not in everyone for c in columns)
    if adults and children and not is_told and not _is_there(everyone, columns):
        yield Change(ChangeKind.HOUSEHOLD, tuple(c.name for c in everyone), HOUSEHOLD)


def _is_count(column: Column) -> bool:
    if column.kind is not Kind.NUMBER:
        return False
    known = column.values[~column.is_missing]
    is_whole = bool((known == np.floor(known)).all())
    return bool(len(known)) and is_whole and bool(known.min() >= 0 and known.max() <= _MOST_CHILDREN)


def _is_there(parts: Sequence[Column], columns: Sequence[Column]) -> bool:
    """Tell whether the file has the sum already."""
    total = np.sum([part.values for part in parts], axis=0)
    others = (c for c in columns if c.kind is Kind.NUMBER and all(c is not part for part in parts))
    return any(np.allclose(c.values, total, rtol=1e-6, atol=0.01, equal_nan=True) for c in others)
