"""A column's values as SQLite's cells, a chunk at a time, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from segdesk.model.roles import Kind
from segdesk.model.table import Column

CHUNK_ROWS = 20_000
"""Rows that are Python objects at one time: memory stays flat, and overhead is spread thin."""

LARGEST_INTEGER = 2.0**53
"""Above it neighbouring whole numbers are the same float64, so such a column stays REAL."""

DateUnit = Literal["D", "s"]


def cell_type(column: Column) -> type[int] | type[float] | type[str]:
    """Give the type of a column's cells; dates are ISO text."""
    if column.kind is not Kind.NUMBER:
        return str
    return int if all(_is_whole(chunk) for chunk in _chunks(column)) else float


def date_unit(column: Column) -> DateUnit:
    """Give the unit that says all of a date column: days where every time is midnight."""
    return "D" if all(_is_midnight(chunk) for chunk in _chunks(column)) else "s"


def cells(column: Column, start: int, stop: int, unit: DateUnit) -> list[Any]:
    """Give rows ``start`` to ``stop``. SQLite takes nan as NULL, and 3.0 in an INTEGER column as 3."""
    values = column.values[start:stop]
    match column.kind:
        case Kind.NUMBER:
            return list(values.tolist())
        case Kind.DATE:
            texts = np.datetime_as_string(values, unit=unit).astype(object)
            texts[np.isnat(values)] = None
            return list(texts.tolist())
        case Kind.TEXT:
            levels = column.levels
            return [levels[code] if code >= 0 else None for code in values.tolist()]


class ColumnBuilder:
    """Collects a column from its cells. Levels are numbered as they appear."""

    def __init__(self, name: str, kind: Kind, rows: int) -> None:
        self._name = name
        self._kind = kind
        self._values: NDArray[Any] = np.empty(rows, _DTYPES[kind])
        self._filled = 0
        self._codes = _Codes({None: -1})

    def append(self, cells: Sequence[Any]) -> None:
        """Add the next rows' cells."""
        start, self._filled = self._filled, self._filled + len(cells)
        match self._kind:
            case Kind.NUMBER:
                values = cells
            case Kind.DATE:
                values = ["NaT" if cell is None else cell for cell in cells]
            case Kind.TEXT:
                values = [self._codes[cell] for cell in cells]
        self._values[start : self._filled] = np.array(values, self._values.dtype)

    def column(self) -> Column:
        """Give the column when all rows are in."""
        levels = tuple(level for level in self._codes if level is not None)
        return Column(self._name, self._kind, self._values, levels)


_DTYPES = {
    Kind.NUMBER: np.dtype(np.float64),
    Kind.DATE: np.dtype("datetime64[s]"),
    Kind.TEXT: np.dtype(np.int32),
}


class _Codes(dict[str | None, int]):
    """A code for each level, made when it is first asked for; None is there already, as -1."""

    def __missing__(self, level: str | None) -> int:
        self[level] = code = len(self) - 1
        return code


def _chunks(column: Column) -> Iterator[NDArray[Any]]:
    for start in range(0, len(column.values), CHUNK_ROWS):
        yield column.values[start : start + CHUNK_ROWS]


def _is_whole(values: NDArray[np.float64]) -> bool:
    present = values[~np.isnan(values)]
    return bool(np.all((np.abs(present) <= LARGEST_INTEGER) & (np.trunc(present) == present)))


def _is_midnight(values: NDArray[np.datetime64]) -> bool:
    present = values[~np.isnat(values)]
    return bool(np.all(present.astype("datetime64[D]") == present))
