"""Rows of text to raw columns: floats where every value is a plain number, else codes and levels."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from segdesk.engine.reading.numbers import EXACT
from segdesk.errors import InputError

MISSING = frozenset(
    mark
    for word in (
        "NA",
        "N/A",
        "n.a.",
        "n.a",
        "#N/A",
        "NaN",
        "null",
        "none",
        "nil",
        "#NULL!",
        "#DIV/0!",
        "#REF!",
        "#VALUE!",
    )
    for mark in (word, word.upper(), word.lower(), word.capitalize())
) | {
    "",
    "-",
    "--",
    "---",
    "–",
    "—",
    "?",
    "??",
    ".",
    "..",
    "\\N",
    "<NA>",
    "(null)",
    "(none)",
    "(blank)",
    "#N/A N/A",
}
"""Marks that mean "no value" in any column. "unknown" is an answer unless the user says otherwise."""

UNKNOWN = frozenset(mark for word in ("unknown", "unk") for mark in (word, word.upper(), word.capitalize()))

_CHUNK_ROWS = 1 << 15
"""Rows parsed at a time."""

_PROBE_ROWS = 5_000
"""Rows read first to see which columns are numbers."""

_QUOTED, _UNQUOTED = 0, 3
"""csv.QUOTE_MINIMAL and csv.QUOTE_NONE as pandas wants them."""

_CODE = re.compile(r"0\d+|[+-]?\d{16,}")


@dataclass(frozen=True, slots=True)
class RawColumn:
    """A column as parsed: ``numbers``, or ``codes`` into ``levels`` with -1 for missing.

    ``infinite`` counts the numbers that became missing because they were infinite.
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


@dataclass(frozen=True, slots=True)
class Plan:
    """How to parse a body: its marks, which columns to keep letter for letter, what means missing."""

    separator: str
    quote: str
    width: int
    decimal: str
    zero_columns: frozenset[int]
    text_columns: frozenset[int]
    missing: frozenset[str]


class _Watched(io.BytesIO):
    """Bytes that report how far they have been read."""

    def __init__(self, data: bytes, report: Callable[[float], None]) -> None:
        super().__init__(data)
        self._size = max(1, len(data))
        self._report = report

    def read(self, size: int | None = -1, /) -> bytes:
        self._report(self.tell() / self._size)
        return super().read(size)


def parse(held: list[bytes], plan: Plan, *, name: str, report: Callable[[float], None]) -> Parsed:
    """Parse rows with pandas' C engine; ``held`` is emptied of its one body as soon as that is read.

    Raises
    ------
    InputError
        ``file.unreadable_rows``: no way of quoting makes rows of it.
    """
    for quoting in (_QUOTED, _UNQUOTED) if plan.quote else (_UNQUOTED,):
        try:
            columns = _parse(held, plan, quoting, report)
        except (pd.errors.ParserError, pd.errors.EmptyDataError, OverflowError, ValueError):
            continue
        return Parsed(columns, quoting == _UNQUOTED and bool(plan.quote))
    raise InputError("file.unreadable_rows", name=name)


def _options(plan: Plan, quoting: int) -> dict[str, Any]:
    return {
        "sep": plan.separator,
        "decimal": plan.decimal,
        "quoting": quoting,
        "header": None,
        "names": list(range(plan.width)),
        # usecols also makes pandas cut rows that are too long instead of refusing them.
        "usecols": list(range(plan.width)),
        "index_col": False,
        "skipinitialspace": True,
        "keep_default_na": False,
        "na_values": sorted(plan.missing),
        "low_memory": False,
        "encoding": "utf-8",
        "encoding_errors": "replace",
        "engine": "c",
    }


def _parse(
    held: list[bytes], plan: Plan, quoting: int, report: Callable[[float], None]
) -> tuple[RawColumn, ...]:
    options = _options(plan, quoting)
    probe = pd.read_csv(io.BytesIO(held[0]), nrows=_PROBE_ROWS, **options)
    as_text = {i for i in range(plan.width) if i in plan.text_columns or not _is_numeric(probe[i])}
    texts = {i: Levels(plan.missing) for i in as_text}
    numbers: dict[int, list[NDArray[np.float64]]] = {i: [] for i in range(plan.width) if i not in as_text}

    def progress(share: float) -> None:
        report(0.7 * share)

    for chunk in _chunks(_Watched(held[0], progress), options, dict.fromkeys(as_text, object)):
        for i, levels in texts.items():
            levels.add(chunk[i].to_numpy(dtype=object, copy=True))
        for i in list(numbers):
            if _is_numeric(chunk[i]):
                numbers[i].append(chunk[i].to_numpy(dtype=np.float64, copy=True))
            else:
                del numbers[i]
    # One column at a time, so that pieces and wholes aren't all held at once.
    whole = {i: np.concatenate(numbers.pop(i)) for i in list(numbers)}
    infinite = {i: _blank_infinite(values) for i, values in whole.items()}
    doubtful = {i for i, values in whole.items() if i in plan.zero_columns or _is_huge(values)}
    unsure = [i for i in range(plan.width) if i not in texts and i not in whole.keys() - doubtful]
    texts |= _letter_for_letter(held[0], options, plan, unsure)
    held.clear()
    columns = []
    for i in range(plan.width):
        found = texts.pop(i, None)
        column = found.column() if found is not None else None
        if column is None or (i in doubtful and not is_code(column.levels)):
            column = RawColumn(whole.pop(i), np.empty(0, dtype=np.int32), (), infinite[i])
        columns.append(column)
        report(0.7 + 0.3 * (i + 1) / plan.width)
    return tuple(columns)


def _letter_for_letter(
    body: bytes, options: dict[str, Any], plan: Plan, columns: Sequence[int]
) -> dict[int, Levels]:
    """Read columns a second time, as text."""
    texts = {i: Levels(plan.missing) for i in columns}
    if texts:
        more = options | {"usecols": sorted(texts), "dtype": object}
        for chunk in _chunks(io.BytesIO(body), more, None):
            for i, levels in texts.items():
                levels.add(chunk[i].to_numpy(dtype=object, copy=True))
    return texts


def _chunks(
    source: io.BytesIO, options: dict[str, Any], as_text: dict[int, type] | None
) -> Iterator[pd.DataFrame]:
    """Parse piece by piece: pandas keeps three copies of what it reads at once."""
    if as_text is not None:
        options = options | {"dtype": as_text}
    with pd.read_csv(source, chunksize=_CHUNK_ROWS, **options) as reader:
        yield from reader


def _is_numeric(column: pd.Series[Any]) -> bool:
    return column.dtype.kind in "iuf"


def _is_huge(values: NDArray[np.float64]) -> bool:
    """Tell whether a numeric column may be longer digits than a float can hold."""
    with np.errstate(invalid="ignore"):
        return bool((values >= EXACT).any() or (values <= -EXACT).any())


def _blank_infinite(values: NDArray[np.float64]) -> int:
    """Blank infinity, which is no amount, and count how often."""
    infinite = np.isinf(values)
    values[infinite] = np.nan
    return int(infinite.sum())


def is_code(levels: Sequence[str]) -> bool:
    """Digits with leading zeros, or too long for a float, name something: they stay text."""
    return any(_CODE.fullmatch(level) and (level[0] == "0" or abs(int(level)) >= EXACT) for level in levels)


class Levels:
    """Gathers a text column: strips its values, joins those that then are equal, in order of appearance."""

    def __init__(self, missing: Collection[str]) -> None:
        self._missing = missing
        self._pieces: list[NDArray[Any]] = []

    def add(self, values: NDArray[Any]) -> None:
        """Add the next values: texts, with None or nan for missing."""
        self._pieces.append(values)

    def column(self) -> RawColumn:
        """Give the column, and let go of what was gathered."""
        values = np.concatenate(self._pieces) if self._pieces else np.empty(0, dtype=object)
        self._pieces.clear()
        codes, raw = pd.factorize(values, use_na_sentinel=True)
        del values
        levels = [str(level).strip() for level in raw]
        if all(a is b and a not in self._missing for a, b in zip(levels, raw, strict=True)):
            # The usual case, and a million identifiers need no dictionary.
            return RawColumn(None, codes.astype(np.int32), tuple(levels))
        numbers: dict[str, int] = {}
        recoded = np.full(len(raw) + 1, -1, dtype=np.int32)
        for i, level in enumerate(levels):
            if level not in self._missing:
                recoded[i] = numbers.setdefault(level, len(numbers))
        return RawColumn(None, recoded[codes], tuple(numbers))
