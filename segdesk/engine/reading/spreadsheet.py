"""Spreadsheets (xlsx, xlsb, xls, ods): the sheet with the table, its header, its typed cells."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import python_calamine as calamine

from segdesk.engine.reading.footer import footer_of
from segdesk.engine.reading.header import find_header
from segdesk.engine.reading.numbers import EXACT, file_mark
from segdesk.engine.reading.parse import MISSING, UNKNOWN, Levels, RawColumn, is_code
from segdesk.errors import InputError
from segdesk.model.notes import Note
from segdesk.model.reading import Guess, LeftOut, ReadingChoices
from segdesk.model.roles import Kind
from segdesk.model.table import Column

_SAMPLE_ROWS = 2_000

_MOST_CELLS = 40_000_000
"""More cells than this don't fit in a small laptop's memory: 40 columns of a million rows."""

_RIVAL_SHARE = 0.3
"""Another sheet this large beside the largest: then the choice was a guess."""

_SHOWN = 3
_SHOWN_LINES = 10
_REPORTED_ROWS = 2_000
_LISTED = 12

Cell = Any
"""str, float, int, bool, date, datetime, time or timedelta, as calamine gives them."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A sheet's column: ready dates, or raw values that are typed like a text file's."""

    name: str
    raw: RawColumn | None
    dates: Column | None = None


@dataclass(slots=True)
class Sheet:
    """A sheet's columns and how they were found. ``mark`` is the decimal mark of numbers kept as text."""

    format: str
    title: str
    titles: tuple[str, ...]
    header_row: int
    lines: int
    mark: str
    columns: list[Cells]
    notes: list[Note] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def read_sheet(
    raw: bytes, format_name: str, choices: ReadingChoices, *, name: str, report: Callable[[float], None]
) -> Sheet:
    """Read the sheet that holds the table, or the one that was chosen.

    Raises
    ------
    InputError
        ``file.password``, ``file.broken_spreadsheet``, ``file.no_such_sheet``, ``file.empty_spreadsheet``,
        ``file.too_large_sheet``, and what the header says.
    """
    page = _guarded(raw, choices, name, report)
    rows = page.rows
    records = [[text_of(c) for c in row] for row in rows[:_SAMPLE_ROWS]]
    records = _trimmed(records)
    if not any(len(r) > 1 for r in records):
        is_empty = not any(records)
        raise InputError("file.empty_spreadsheet" if is_empty else "file.one_column", name=name)
    header = find_header(records, chosen=choices.header_row, name=name)
    header_row = header.top + 1 if header.below > header.top else 0
    lines = len(rows)
    mark = choices.decimal or file_mark(
        [[c for c in row if isinstance(c, str)] for row in rows[:_SAMPLE_ROWS]]
    )
    sheet = Sheet(
        format_name,
        page.title,
        page.titles,
        header_row,
        lines,
        mark,
        [],
        list(header.notes),
        [*page.guesses, *header.guesses],
    )
    if header.top:
        where = tuple(range(1, 1 + min(header.top, _SHOWN_LINES)))
        sheet.left_out.append(LeftOut(Note("note.title_lines", {"count": header.top}), header.top, where))
    body = _body(rows, header.below, header.width, sheet)
    if not body:
        raise InputError("file.only_header", name=name, columns=len(header.names))
    missing = MISSING | UNKNOWN if choices.unknown_is_missing else MISSING
    for position, column_name in enumerate(header.names):
        cells = [row[position] if position < len(row) else "" for row in body]
        sheet.columns.append(_column(column_name, cells, mark or ".", missing))
        report(0.6 + 0.2 * (position + 1) / len(header.names))
    return sheet


@dataclass(frozen=True, slots=True)
class _Page:
    """A chosen sheet's rows as calamine gives them."""

    title: str
    titles: tuple[str, ...]
    guesses: list[Guess]
    rows: list[list[Cell]]


def _guarded(raw: bytes, choices: ReadingChoices, name: str, report: Callable[[float], None]) -> _Page:
    """Read a sheet's rows, and put calamine's failures into the user's terms."""
    try:
        return _page(raw, choices, name, report)
    except calamine.PasswordError:
        raise InputError("file.password", name=name) from None
    except (calamine.CalamineError, OSError, ValueError, OverflowError, MemoryError):
        raise InputError("file.broken_spreadsheet", name=name) from None
    except BaseException as error:
        # Calamine's Rust panics at some damaged files; the exception's class isn't exported.
        if type(error).__name__ == "PanicException":
            raise InputError("file.broken_spreadsheet", name=name) from None
        raise


def _page(raw: bytes, choices: ReadingChoices, name: str, report: Callable[[float], None]) -> _Page:
    with calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw)) as workbook:
        metas = workbook.sheets_metadata
        titles = tuple(meta.name for meta in metas if meta.typ == calamine.SheetTypeEnum.WorkSheet)
        hidden = {meta.name for meta in metas if meta.visible != calamine.SheetVisibleEnum.Visible}
        if choices.sheet is not None and choices.sheet not in titles:
            listed = ", ".join(titles[:_LISTED])
            raise InputError("file.no_such_sheet", name=name, sheet=choices.sheet, sheets=listed)
        if choices.sheet is None:
            title, guesses = _largest(workbook, titles, hidden, name)
        else:
            title, guesses = choices.sheet, []
        report(0.1)
        page = workbook.get_sheet_by_name(title)
        height, width = _size(page)
        if height * width > _MOST_CELLS:
            raise InputError("file.too_large_sheet", name=name, rows=height, columns=width)
        return _Page(title, titles, guesses, _rows(page, height, report))


def _size(page: calamine.CalamineSheet) -> tuple[int, int]:
    return (page.end[0] + 1, page.end[1] + 1) if page.end is not None else (0, 0)


def _largest(
    workbook: calamine.CalamineWorkbook, titles: Sequence[str], hidden: set[str], name: str
) -> tuple[str, list[Guess]]:
    """Choose the sheet with the most cells; hidden ones count only where nothing else does."""
    sizes: dict[str, tuple[int, int]] = {}
    for title in titles:
        try:
            height, width = _size(workbook.get_sheet_by_name(title))
        except (calamine.CalamineError, ValueError):
            continue  # a damaged sheet beside the one that is wanted
        sizes[title] = (height, width if width > 1 else 0)
    shown = {t: s for t, s in sizes.items() if t not in hidden and s[0] * s[1]} or {
        t: s for t, s in sizes.items() if s[0] * s[1]
    }
    if not shown:
        code = "file.one_column" if any(h for h, _ in sizes.values()) else "file.empty_spreadsheet"
        raise InputError(code if sizes else "file.broken_spreadsheet", name=name)
    areas = {t: h * w for t, (h, w) in shown.items()}
    best = max(areas, key=lambda t: areas[t])
    rivals = [t for t in areas if t != best and areas[t] >= _RIVAL_SHARE * areas[best]]
    if not rivals:
        return best, []
    examples = tuple((t, f"{shown[t][0]} × {shown[t][1]}") for t in [best, *rivals][:_SHOWN])
    return best, [Guess("sheet", (), examples)]


def _rows(page: calamine.CalamineSheet, height: int, report: Callable[[float], None]) -> list[list[Cell]]:
    """Give all rows from the sheet's first on; equal texts are kept once."""
    texts: dict[str, str] = {}
    rows: list[list[Cell]] = []
    for row in page.iter_rows():
        rows.append([texts.setdefault(c, c) if isinstance(c, str) else c for c in row])
        if len(rows) % _REPORTED_ROWS == 0:
            report(0.1 + 0.5 * min(1.0, len(rows) / max(1, height)))
    return rows


def _trimmed(records: list[list[str]]) -> list[list[str]]:
    """Cut the columns that are empty in every record: sheets are wider than their tables."""
    width = max((i + 1 for r in records for i, c in enumerate(r) if c.strip()), default=0)
    return [r[:width] if any(c.strip() for c in r) else [] for r in records]


def _body(rows: list[list[Cell]], below: int, width: int, sheet: Sheet) -> list[list[Cell]]:
    """Give the table's rows: without what stands below it, and without blank rows."""
    end = len(rows)
    while end > below and _is_blank(rows[end - 1]):
        end -= 1
    tail = ((i, [text_of(c).strip() for c in rows[i][:width]]) for i in range(end - 1, below - 1, -1))
    footer = footer_of(tail, width)
    for code, found in (("note.total_row", footer.totals), ("note.footnotes", footer.notes)):
        if found:
            note = Note(code, {"count": len(found)})
            sheet.notes.append(note)
            sheet.left_out.append(LeftOut(note, len(found), tuple(i + 1 for i in sorted(found))))
    body = rows[below : footer.cut if footer.cut is not None else end]
    blank = [below + i for i, row in enumerate(body) if _is_blank(row[:width])]
    if blank:
        note = Note("note.blank_rows", {"count": len(blank)})
        sheet.notes.append(note)
        sheet.left_out.append(LeftOut(note, len(blank), tuple(i + 1 for i in blank[:_SHOWN_LINES])))
        gone = set(blank)
        body = [row for i, row in enumerate(body, start=below) if i not in gone]
    return body


def _is_blank(row: Sequence[Cell]) -> bool:
    return all(c is None or (isinstance(c, str) and not c.strip()) for c in row)


def text_of(cell: Cell, mark: str = ".") -> str:
    """Write a cell as a text file would have it."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case int() | float():
            return f"{cell:.15g}".replace(".", mark)
        case dt.datetime():
            return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ", "seconds")
        case dt.date() | dt.time():
            return cell.isoformat()
        case dt.timedelta():
            seconds = round(cell.total_seconds())
            return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        case _:
            return ""


def _column(name: str, cells: list[Cell], mark: str, missing: frozenset[str]) -> Cells:
    kinds = {_kind(c, missing) for c in cells} - {""}
    if kinds == {"number"}:
        values = np.array([c if _kind(c, missing) == "number" else np.nan for c in cells], dtype=np.float64)
        if not (np.abs(values[~np.isnan(values)]) >= EXACT).any():
            return Cells(name, RawColumn(values, np.empty(0, np.int32), ()))
    if kinds == {"date"}:
        dates = np.array(list(_days(cells, missing)), dtype="datetime64[s]")
        return Cells(name, None, Column(name, Kind.DATE, dates))
    levels = Levels(missing)
    texts = [None if _kind(c, missing) == "" else text_of(c, mark) for c in cells]
    levels.add(np.array(texts, dtype=object))
    raw = levels.column()
    if kinds == {"text"} and raw.levels and not is_code(raw.levels):
        numbers = pd.to_numeric(pd.Series(raw.levels, dtype=object), errors="coerce").to_numpy(np.float64)
        is_plain = all(level.isascii() and level.isdigit() for level in raw.levels)
        # Digits kept as text (an exported till list) are numbers all the same.
        if is_plain and np.isfinite(numbers).all():
            return Cells(name, RawColumn(np.append(numbers, np.nan)[raw.codes], np.empty(0, np.int32), ()))
    return Cells(name, raw)


def _days(cells: Sequence[Cell], missing: frozenset[str]) -> Iterator[np.datetime64]:
    for cell in cells:
        yield np.datetime64("NaT" if _kind(cell, missing) == "" else cell, "s")


def _kind(cell: Cell, missing: frozenset[str]) -> str:
    match cell:
        case str():
            return "" if cell.strip() in missing else "text"
        case bool():
            return "text"
        case int() | float():
            return "number"
        case dt.date():
            return "date"
        case None:
            return ""
        case _:
            return "text"
