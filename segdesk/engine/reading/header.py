"""Where a table's header is among its first rows, and its names: never blank, never twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from segdesk.engine.reading.dates import looks_like_date
from segdesk.engine.reading.numbers import looks_like_number
from segdesk.engine.reading.parse import MISSING
from segdesk.errors import InputError
from segdesk.model.notes import Note
from segdesk.model.reading import Guess

_MOST_TITLE_RECORDS = 20
"""A report's title and filters rarely take more lines than this."""

_MOST_HEADER_RECORDS = 4
"""Headings of more lines than this are a table of their own."""

_MOST_COLUMNS = 1_000
"""SQLite's tables end at 2,000 columns; nobody reads a profile of a thousand."""

_JUDGED_ROWS = 200
_ALIKE_WIDTHS = 0.8
"""Widths nearly as common as the commonest: then the first table's counts."""

UNNAMED = "column_"
"""How the names of columns without a heading begin; their position follows."""

_SHOWN = 3
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Header:
    """Which records are the header (``top`` … ``below - 1``; none where they are equal) and what it says."""

    names: tuple[str, ...]
    width: int
    top: int
    below: int
    notes: tuple[Note, ...]
    guesses: tuple[Guess, ...]


def find_header(records: Sequence[Sequence[str]], *, chosen: int | None, name: str) -> Header:
    """Find the header among a file's first records; ``chosen`` counts them from 1, 0 says there is none.

    Raises
    ------
    InputError
        ``file.too_many_columns``, ``file.no_such_row``.
    """
    width = usual_width(records)
    if width > _MOST_COLUMNS:
        raise InputError("file.too_many_columns", name=name, columns=width, most=_MOST_COLUMNS)
    if chosen is not None and chosen > len(records):
        raise InputError("file.no_such_row", name=name, row=chosen, rows=len(records))
    top = chosen - 1 if chosen else _header_position(records, width)
    notes = [Note("note.title_lines", {"count": top})] if top else []
    rows = [r for r in records[top + 1 :] if r]
    if chosen == 0 or (chosen is None and rows and _is_data(records[top], rows)):
        names = column_names([""] * width, notes=[])
        notes.append(Note("note.no_header", {"columns": width}))
        examples = tuple(zip(records[top], names, strict=False))[:_SHOWN]
        guesses = () if chosen == 0 else (Guess("header_row", names, examples),)
        return Header(names, width, top, top, tuple(notes), guesses)
    lines = 1 if chosen else _header_lines(records[top:], width)
    titles = _joined(records[top : top + lines])
    # R writes row names without a heading of their own.
    titles = [""] * (width - len(titles) == 1) + titles
    titles = (titles + [""] * width)[: max(width, len(titles))]
    while len(titles) > width and not titles[-1].strip():
        titles.pop()
    guesses = ()
    if chosen is None and _may_be_value(titles, rows):
        guesses = (Guess("header_row", (), tuple((t, t) for t in titles[:_SHOWN])),)
    names = column_names(titles, notes=notes)
    return Header(names, max(width, len(names)), top, top + lines, tuple(notes), guesses)


def usual_width(records: Sequence[Sequence[str]]) -> int:
    """Give the commonest number of fields; of two that are about as common, the first in the file."""
    counts = Counter(len(r) for r in records if len(r) > 1)
    most = max(counts.values(), default=0)
    return next((width for width, count in counts.items() if count >= _ALIKE_WIDTHS * most), 1)


def _header_position(records: Sequence[Sequence[str]], width: int) -> int:
    """Give the first record that is as wide as the table and mostly filled, as far as it is ever filled."""
    usual = [r for r in records[:_JUDGED_ROWS] if len(r) == width]
    used = sum(any(c.strip() for c in column[1:]) for column in zip(*usual, strict=True))
    for i, record in enumerate(records[: _MOST_TITLE_RECORDS + 1]):
        filled = sum(bool(c.strip()) for c in record)
        if filled > width and _is_heading(records[i + 1 : i + 2], width):
            continue  # a title that holds separators
        if len(record) >= width - (i == 0) and filled >= max(2, min(len(record), used) / 2):
            return i
    return next((i for i, record in enumerate(records) if any(c.strip() for c in record)), 0)


def _is_heading(records: Sequence[Sequence[str]], width: int) -> bool:
    return any(len(r) == width and all(c.strip() and not _is_figure(c) for c in r) for r in records)


def _header_lines(records: Sequence[Sequence[str]], width: int) -> int:
    """Count the records that together are the header: those without a figure where figures follow."""
    below = [r for r in records[1:] if r][: _JUDGED_ROWS + _MOST_HEADER_RECORDS]
    body = [r for r in below[_MOST_HEADER_RECORDS - 1 :] if len(r) == width]
    if len(body) < 3:
        return 1
    figures = [i for i, column in enumerate(zip(*body, strict=True)) if _is_figures(column)]
    lines = 1
    for record in records[1:_MOST_HEADER_RECORDS]:
        if len(record) != width or len(figures) < 2:
            break
        cells = [record[i].strip() for i in figures]
        if any(not c or c in MISSING or _is_figure(c) for c in cells):
            break
        lines += 1
    return lines


def _is_figures(column: Sequence[str]) -> bool:
    filled = [c for c in column if c.strip() and c.strip() not in MISSING]
    return len(filled) >= 3 and sum(_is_figure(c) for c in filled) > 0.9 * len(filled)


def _joined(records: Sequence[Sequence[str]]) -> list[str]:
    width = max(len(r) for r in records)
    padded = [[*r, *[""] * (width - len(r))] for r in records]
    return [" ".join(c.strip() for c in column if c.strip()) for column in zip(*padded, strict=True)]


def _is_data(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first record looks like the rows below it rather than like names."""
    columns = list(zip(*(r for r in rows[:_JUDGED_ROWS] if len(r) == len(header)), strict=True))
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


def _may_be_value(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a heading also stands among the values below it, in a table without figures."""
    whole = [r for r in rows[:_JUDGED_ROWS] if len(r) == len(titles)]
    if any(_is_figures(column) for column in zip(*whole, strict=True)):
        return False
    return any(t.strip() and any(r[i] == t for r in whole) for i, t in enumerate(titles))


def _is_figure(text: str) -> bool:
    return looks_like_number(text) or looks_like_date(text.strip())


def column_names(cells: Sequence[str], *, notes: list[Note]) -> tuple[str, ...]:
    """Make distinct names out of a header's cells and note which were repeated."""
    names: list[str] = []
    taken = {_clean(c) for c in cells}
    repeated: list[str] = []
    seen: set[str] = set()
    for position, cell in enumerate(cells, start=1):
        name = _clean(cell)
        if not name:
            name = _free(f"{UNNAMED}{position}", taken)
        elif name in seen:
            name = _free(name, taken)
            repeated.append(name)
        taken.add(name)
        seen.add(name)
        names.append(name)
    if repeated:
        notes.append(
            Note("note.repeated_headers", {"count": len(repeated), "names": ", ".join(repeated[:5])})
        )
    return tuple(names)


def blank_headings(names: Sequence[str], kept: Sequence[str], *, header_row: int) -> list[Note]:
    """Note which of the kept columns SegDesk had to name; where there is no header, that is known."""
    unnamed = [name for name in names if name in set(kept) and is_made_up(name)] if header_row else []
    if not unnamed:
        return []
    return [Note("note.blank_headers", {"count": len(unnamed), "names": ", ".join(unnamed[:5])})]


def is_made_up(name: str) -> bool:
    """Whether SegDesk gave a column this name."""
    return name.startswith(UNNAMED) and name[len(UNNAMED) :].isdecimal()


def _clean(cell: str) -> str:
    return " ".join(cell.replace("\ufeff", "").split())


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"
