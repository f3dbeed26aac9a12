"""Where the table lies in a text: separator, title lines, header, total row."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from segdesk.engine.reading.dates import looks_like_date
from segdesk.engine.reading.header import column_names, is_blank
from segdesk.engine.reading.numbers import looks_like_number
from segdesk.errors import InputError
from segdesk.model.notes import Note

SEPARATORS = (",", ";", "\t", "|")

_SAMPLE_BYTES = 1 << 20
_SAMPLE_RECORDS = 2_000
"""Enough to see decimals, blanks and titles; small enough to look at twice."""

_MOST_TITLE_RECORDS = 20
"""A report's title and filters rarely take more lines than this."""

_RAGGED_SHARE = 0.2
"""More lines of another length than this: the lines are no rows of one table."""

_FEWEST_RAGGED = 5
"""A handful of odd lines is named in a warning, however short the file."""

_MOST_COLUMNS = 1_000
"""SQLite's tables end at 2,000 columns; nobody reads a profile of a thousand."""

_TOTAL = re.compile(rb'^[\s"\',;|]*(grand\s+)?(total|totals|sum|subtotal|gesamt|summe)\b', re.IGNORECASE)
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Layout:
    """A text's separator, column names, and rows as bytes.

    ``unnamed`` are the names that SegDesk gave, all of them where the file has no header.
    ``first_line`` is the line of the file that ``body`` starts on; ``sample`` holds its first
    records as strings.
    """

    separator: str
    names: tuple[str, ...]
    unnamed: frozenset[str]
    has_no_header: bool
    body: bytes
    first_line: int
    sample: tuple[tuple[str, ...], ...]
    notes: tuple[Note, ...]


def find_layout(data: bytes, *, name: str) -> Layout:
    """Find separator, header and rows.

    Raises
    ------
    InputError
        ``file.one_column``, ``file.ragged``, ``file.only_header``, ``file.too_many_columns``.
    """
    text = _head(data)
    separator = _separator(text, name)
    records, ends = _records(text, separator)
    width = _usual_width(records)
    if width > _MOST_COLUMNS:
        raise InputError("file.too_many_columns", name=name, columns=width, most=_MOST_COLUMNS)
    top = _header_position(records, width)
    notes = [Note("note.title_lines", {"count": top})] if top else []
    header = records[top]
    rows = [tuple(r) for r in records[top + 1 :] if r]
    has_no_header = bool(rows) and _is_data(header, rows)
    if has_no_header:
        notes.append(Note("note.no_header", {"columns": width}))
        rows.insert(0, tuple(header))
        cells, start = [""] * width, ends[top - 1] if top else 0
    else:
        # R writes row names without a heading of their own.
        cells = [""] * (width - len(header) == 1) + header
        cells += [""] * (width - len(cells))
        start = ends[top]
    names = column_names(cells, notes=notes)
    unnamed = frozenset(name for name, cell in zip(names, cells, strict=True) if is_blank(cell))
    if not rows:
        raise InputError("file.only_header", name=name, columns=len(names))
    body = _without_total(_after_line(data, start), notes)
    return Layout(separator, names, unnamed, has_no_header, body, start + 1, tuple(rows), tuple(notes))


def _head(data: bytes) -> str:
    head = data[:_SAMPLE_BYTES]
    if len(data) > len(head):
        head = head[: head.rfind(b"\n") + 1] or head
    return head.decode("utf-8", "replace")


def _records(text: str, separator: str) -> tuple[list[list[str]], list[int]]:
    """Split a text; also give the number of lines read after each record."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    records: list[list[str]] = []
    ends: list[int] = []
    try:
        for record in reader:
            records.append([] if not any(c.strip() for c in record) and len(record) < 2 else record)
            ends.append(reader.line_num)
            if len(records) >= _SAMPLE_RECORDS:
                break
    except csv.Error:
        pass  # a field longer than csv allows: what was read so far will do
    return records, ends


def _separator(text: str, name: str) -> str:
    """Choose the separator that cuts the most lines into the same number of fields."""
    best, best_score = "", 0.0
    for separator in SEPARATORS:
        lengths = [len(r) for r in _records(text, separator)[0] if r]
        if not lengths:
            continue
        width, count = Counter(lengths).most_common(1)[0]
        share = count / len(lengths)
        score = share * share * (1 - 1 / width)
        if score > best_score:
            best, best_score = separator, score
    lengths = [len(r) for r in _records(text, best or ",")[0] if r]
    uncut = sum(n < 2 for n in lengths)
    different = len(lengths) - Counter(lengths).most_common(1)[0][1] if lengths else 0
    if (
        different > _RAGGED_SHARE * len(lengths)
        and len(lengths) > _MOST_TITLE_RECORDS
        and uncut < len(lengths)
    ):
        raise InputError("file.ragged", name=name, rows=different, total=len(lengths))
    if not best:
        raise InputError("file.one_column", name=name)
    return best


def _usual_width(records: Sequence[Sequence[str]]) -> int:
    counts = Counter(len(r) for r in records if len(r) > 1)
    return max(counts, key=lambda width: (counts[width], width)) if counts else 1


def _header_position(records: Sequence[Sequence[str]], width: int) -> int:
    """Give the first record that is as wide as the table and mostly filled."""
    for i, record in enumerate(records[: _MOST_TITLE_RECORDS + 1]):
        filled = sum(bool(c.strip()) for c in record)
        if len(record) >= width - (i == 0) and filled >= max(2, len(record) / 2):
            return i
    return next(i for i, record in enumerate(records) if record)


def _is_data(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first record looks like the rows below it rather than like names."""
    columns = list(zip(*(r for r in rows[:200] if len(r) == len(header)), strict=True))
    if not columns:
        return False
    alike = numeric = 0
    for title, values in zip(header, columns, strict=True):
        filled = [v for v in values if v.strip()]
        if filled and sum(_is_figure(v) for v in filled) > 0.8 * len(filled):
            numeric += 1
            alike += _is_figure(title)
    years = sum(bool(_YEAR.fullmatch(c.strip())) for c in header)
    # Years head columns of figures; other figures don't.
    return numeric > 0 and alike >= 0.5 * numeric and alike > years


def _is_figure(text: str) -> bool:
    return looks_like_number(text) or looks_like_date(text)


def _after_line(data: bytes, lines: int) -> bytes:
    position = 0
    for _ in range(lines):
        found = data.find(b"\n", position)
        if found < 0:
            return b""
        position = found + 1
    return data[position:]


def _without_total(body: bytes, notes: list[Note]) -> bytes:
    trimmed = body.rstrip(b"\n \t")
    start = trimmed.rfind(b"\n") + 1
    if start and _TOTAL.match(trimmed[start:]):
        notes.append(Note("note.total_row"))
        return trimmed[:start]
    return body


def refuse_ragged(*, bad: int, total: int, name: str) -> None:
    """Raise ``file.ragged`` when too many lines differ in length to be rows of one table."""
    if bad >= _FEWEST_RAGGED and bad > _RAGGED_SHARE * total:
        raise InputError("file.ragged", name=name, rows=bad, total=total)
