"""Counts what a column holds: distinct values, examples and a small histogram."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdesk.model.roles import Kind
from segdesk.model.table import Column

_BINS = 12
_EXAMPLES = 3
_PLAIN = 1e15
"""Beyond this an exponent is easier to read than the digits."""

_TAIL = 1.0
"""Percentiles cut off at either end, so that one outlier doesn't flatten the histogram."""


def level_counts(column: Column) -> tuple[NDArray[Any], NDArray[np.int64]]:
    """Give the distinct values (numbers and dates ascending, text as codes) and their counts."""
    values = column.values[~column.is_missing]
    if column.kind is Kind.TEXT:
        return np.arange(len(column.levels)), np.bincount(values, minlength=len(column.levels))
    return np.unique(values, return_counts=True)


def examples(column: Column, values: NDArray[Any], counts: NDArray[np.int64]) -> tuple[str, ...]:
    """Give up to three distinct values as the file would show them, commonest first.

    Where no value comes twice, they are those of the first rows.
    """
    if not len(values):
        return ()
    if counts.max() == 1:
        first = column.values[~column.is_missing][:_EXAMPLES]
        return tuple(shown(column, value) for value in first)
    top = np.argsort(-counts, kind="stable")[:_EXAMPLES]
    return tuple(shown(column, value) for value in values[top])


def shown(column: Column, value: Any) -> str:
    """Write one value as the file would: 5 and not 5.0, dates without an empty time."""
    match column.kind:
        case Kind.TEXT:
            return column.levels[int(value)]
        case Kind.DATE:
            return str(value).replace("T", " ").removesuffix(" 00:00:00")
        case Kind.NUMBER:
            return number_text(float(value))


def number_text(value: float) -> str:
    """Write a number in the fewest digits that read back the same, without a trailing ``.0``."""
    return f"{value:.0f}" if value.is_integer() and abs(value) < _PLAIN else repr(value)


def histogram(column: Column, counts: NDArray[np.int64]) -> tuple[int, ...]:
    """Count values in up to 12 bins, as ``ColumnSummary`` describes."""
    if not len(counts):
        return ()
    if column.kind is Kind.TEXT:
        return tuple(int(n) for n in np.sort(counts)[::-1][:_BINS])
    known = column.values[~column.is_missing].astype(np.float64)
    low, high = np.percentile(known, [_TAIL, 100 - _TAIL])
    if low == high:
        low, high = known.min(), known.max()
    bins = min(_BINS, len(counts))
    if low == high:
        return (len(known),)
    # Halved before subtracting: the span of two huge numbers may not fit a float.
    share = (known / 2 - low / 2) / (high / 2 - low / 2)
    position = np.clip(np.floor(np.clip(share, 0, 1) * bins), 0, bins - 1).astype(np.int64)
    return tuple(int(n) for n in np.bincount(position, minlength=bins))
