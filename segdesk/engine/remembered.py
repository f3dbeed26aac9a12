"""What a recipe remembers of its columns, so that a later file can be held beside them without the first one.

No customer is in it: of amounts and dates there are evenly spread quantiles without the extremes, of
categories the values, of identifiers and texts the name alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from segdesk.engine.transform import as_levels
from segdesk.model.recipe import ColumnUse
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column, Table

FIGURES = 20
"""Enough to see that a distribution lies elsewhere; beyond the outermost lies a fortieth of the customers."""

MOST_LEVELS = 200
"""A category with more values than this is hardly one, and would swell the recipe."""

_FARTHEST = 1e12
"""Seconds from 1970, 30,000 years: what lies beyond is no date."""

_TELLING = (ColumnRole.MEASURE, ColumnRole.DESCRIBE, ColumnRole.DATE)
"""Roles whose amounts and dates are remembered."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A column as a recipe remembers it.

    ``figures`` are quantiles of its amounts, or of its dates in seconds from 1970; of a category that is
    written in figures they are its values. ``currency`` is as the file had it.
    """

    name: str
    kind: Kind
    figures: tuple[float, ...] = ()
    levels: tuple[str, ...] = ()
    currency: str = ""


def remember(
    table: Table,
    uses: Collection[ColumnUse],
    *,
    sources: Collection[str] = (),
    currencies: Mapping[str, str] | None = None,
) -> tuple[Remembered, ...]:
    """Give what is worth remembering of a table's columns.

    Parameters
    ----------
    sources
        Columns that others are made from: they are looked for in a later file, whatever their role.
    """
    roles = {use.name: use.role for use in uses}
    money = currencies or {}
    return tuple(
        _remembered(
            column,
            roles.get(column.name, ColumnRole.IGNORED),
            is_source=column.name in sources,
            currency=money.get(column.name, ""),
        )
        for column in table.columns
    )


def recall(
    known: Collection[Remembered], uses: Collection[ColumnUse], sources: Collection[str] = ()
) -> Table:
    """Give a table that stands for the first one; its columns are of different length.

    A column of which nothing is known has no values: an amount, where it is measured, else words.
    """
    columns = {each.name: _recalled(each) for each in known}
    for use in uses:
        if use.name not in columns:
            columns[use.name] = _unknown(use.name, is_measure=use.role is ColumnRole.MEASURE)
    for name in sources:
        columns.setdefault(name, _unknown(name, is_measure=False))
    return Table(tuple(columns.values()))


def _remembered(column: Column, role: ColumnRole, *, is_source: bool, currency: str) -> Remembered:
    if role is ColumnRole.IDENTIFIER:
        return Remembered(column.name, column.kind)
    if role is ColumnRole.CATEGORY or (is_source and column.kind is Kind.TEXT):
        return _category(column, currency)
    if column.kind is Kind.TEXT or not (is_source or role in _TELLING):
        return Remembered(column.name, column.kind, currency=currency)
    return Remembered(column.name, column.kind, figures=_quantiles(column), currency=currency)


def _category(column: Column, currency: str) -> Remembered:
    if column.kind is not Kind.TEXT:
        distinct = np.unique(_numbers(column))
        figures = tuple(distinct.tolist()) if len(distinct) <= MOST_LEVELS else ()
        return Remembered(column.name, column.kind, figures=figures, currency=currency)
    codes, levels = as_levels(column)
    counts = np.bincount(codes[codes >= 0], minlength=len(levels))
    seen = [levels[i] for i in np.argsort(-counts, kind="stable") if counts[i]]
    return Remembered(column.name, column.kind, levels=tuple(seen) if len(seen) <= MOST_LEVELS else ())


def _quantiles(column: Column) -> tuple[float, ...]:
    values = _numbers(column)
    if len(values) < FIGURES:
        return ()
    places = (np.arange(FIGURES) + 0.5) / FIGURES
    return tuple(float(f"{value:.6g}") for value in np.quantile(values, places).tolist())


def _numbers(column: Column) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    known = column.values[~column.is_missing]
    if column.kind is Kind.DATE:
        known = known.astype("datetime64[s]").astype(np.int64)
    values = known.astype(np.float64)
    return values[np.isfinite(values)]


def _recalled(each: Remembered) -> Column:
    if each.kind is Kind.TEXT:
        levels = tuple(dict.fromkeys(each.levels))
        return Column(each.name, each.kind, np.arange(len(levels), dtype=np.int32), levels)
    values = np.array(each.figures, dtype=np.float64)
    if each.kind is Kind.DATE:
        values = values[np.abs(values) < _FARTHEST]
        return Column(each.name, each.kind, values.astype(np.int64).astype("datetime64[s]"))
    return Column(each.name, each.kind, values[np.isfinite(values)])


def _unknown(name: str, *, is_measure: bool) -> Column:
    if is_measure:
        return Column(name, Kind.NUMBER, np.zeros(0))
    return Column(name, Kind.TEXT, np.zeros(0, dtype=np.int32))
