"""Rows of text to raw columns: floats where every value is a plain number, else codes and levels."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from segdesk.engine.reading.numbers import EXACT
from segdesk.errors import InputError

MISSING = frozenset(
    (
        "",
        "NA",
        "N/A",
        "n/a",
        "na",
        "#N/A",
        "NaN",
        "nan",
        "null",
        "NULL",
        "Null",
        "-",
        "--",
        "?",
        "#NULL!",
        "#DIV/0!",
    )
)
"""Marks that mean "no value" in any column. "unknown" and "none" are answers, and stay."""

_PROBE_ROWS = 5_000
"""Rows read first to see which columns are numbers."""

_QUOTED, _UNQUOTED = 0, 3
"""csv.QUOTE_MINIMAL and csv.QUOTE_NONE as pandas wants them."""

_CODE = re.compile(r"0\d+|[+-]?\d{16,}")


@dataclass(frozen=True, slots=True)
class RawColumn:
    """A column as parsed: ``numbers``, or ``codes`` into ``levels`` with -1 for missing.

    ``infinite`` counts the "inf" among numbers; they are missing.
    """

    numbers: NDArray[np.float64] | None
    codes: NDArray[np.int32]
    levels: tuple[str, ...]
    infinite: int = 0


@dataclass(frozen=True, slots=True)
class Parsed:
    """A body's columns; ``quotes_ignored`` when quotation marks made no sense as quotes."""

    columns: tuple[RawColumn, ...]
    quotes_ignored: bool


class _Watched(io.BytesIO):
    """Bytes that report how far they have been read."""

    def __init__(self, data: bytes, report: Callable[[float], None]) -> None:
        super().__init__(data)
        self._size = max(1, len(data))
        self._report = report

    def read(self, size: int | None = -1, /) -> bytes:
        self._report(self.tell() / self._size)
        return super().read(size)


def parse(
    body: bytes,
    *,
    separator: str,
    width: int,
    decimal: str,
    zero_columns: Collection[int],
    name: str,
    report: Callable[[float], None],
) -> Parsed:
    """Parse rows with pandas' C engine.

    Raises
    ------
    InputError
        ``file.unreadable_rows``: no way of quoting makes rows of it.
    """
    for quoting in (_QUOTED, _UNQUOTED):
        options = _options(separator, width, decimal, quoting)
        try:
            columns = _parse(body, options, width, zero_columns, report)
        except (pd.errors.ParserError, pd.errors.EmptyDataError, OverflowError):
            continue
        return Parsed(columns, quoting == _UNQUOTED)
    raise InputError("file.unreadable_rows", name=name)


def _options(separator: str, width: int, decimal: str, quoting: int) -> dict[str, Any]:
    return {
        "sep": separator,
        "decimal": decimal,
        "quoting": quoting,
        "header": None,
        "names": list(range(width)),
        # usecols also makes pandas cut rows that are too long instead of refusing them.
        "usecols": list(range(width)),
        "index_col": False,
        "skipinitialspace": True,
        "keep_default_na": False,
        "na_values": list(MISSING),
        "low_memory": False,
        "encoding": "utf-8",
        "encoding_errors": "replace",
        "engine": "c",
    }


def _parse(
    body: bytes,
    options: dict[str, Any],
    width: int,
    zero_columns: Collection[int],
    report: Callable[[float], None],
) -> tuple[RawColumn, ...]:
    probe = pd.read_csv(io.BytesIO(body), nrows=_PROBE_ROWS, **options)
    as_text = {i: object for i in range(width) if not _is_numeric(probe[i])}
    frame = pd.read_csv(_Watched(body, lambda share: report(0.7 * share)), dtype=as_text, **options)
    numeric = {i for i in range(width) if i not in as_text and _is_numeric(frame[i])}
    doubtful = {i for i in numeric if i in zero_columns or _is_huge(frame[i])}
    texts = _texts(
        body, options, [i for i in range(width) if i not in as_text and i not in numeric - doubtful]
    )
    columns = []
    for i in range(width):
        column = _coded(texts.get(i, frame[i])) if i in texts or i in as_text else None
        is_number = column is None or (i in doubtful and not _is_code(column.levels))
        columns.append(_numbers(frame[i]) if is_number else column)
        report(0.7 + 0.3 * (i + 1) / width)
    return tuple(c for c in columns if c is not None)


def _texts(body: bytes, options: dict[str, Any], columns: Sequence[int]) -> dict[int, pd.Series[Any]]:
    """Read columns a second time, letter for letter."""
    if not columns:
        return {}
    again = pd.read_csv(io.BytesIO(body), dtype=object, **(options | {"usecols": list(columns)}))
    return {i: again[i] for i in columns}


def _is_numeric(column: pd.Series[Any]) -> bool:
    return column.dtype.kind in "iuf"


def _is_huge(column: pd.Series[Any]) -> bool:
    """Tell whether a numeric column may be longer digits than a float can hold."""
    values = column.to_numpy()
    with np.errstate(invalid="ignore"):
        return bool((values >= EXACT).any() or (values <= -EXACT).any())


def _is_code(levels: Sequence[str]) -> bool:
    """Digits with leading zeros, or too long for a float, name something: they stay text."""
    return any(_CODE.fullmatch(level) and (level[0] == "0" or abs(int(level)) >= EXACT) for level in levels)


def _numbers(column: pd.Series[Any]) -> RawColumn:
    values = column.to_numpy(dtype=np.float64, copy=True)
    infinite = np.isinf(values)
    values[infinite] = np.nan
    return RawColumn(values, np.empty(0, dtype=np.int32), (), int(infinite.sum()))


def _coded(column: pd.Series[Any]) -> RawColumn:
    """Strip levels, join those that then are equal, and number them in order of appearance."""
    codes, raw = pd.factorize(column.to_numpy(), use_na_sentinel=True)
    numbers: dict[str, int] = {}
    recoded = np.full(len(raw) + 1, -1, dtype=np.int32)
    for i, level in enumerate(str(level).strip() for level in raw):
        if level not in MISSING:
            recoded[i] = numbers.setdefault(level, len(numbers))
    return RawColumn(None, recoded[codes], tuple(numbers))
