"""Customer lists as a workbook: typed cells, one sheet for each list, a summary first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from segdesk.charts.palette import load_palette
from segdesk.errors import StoreError
from segdesk.model.lists import EXCEL_ROWS, WorkbookWords
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.store.datasets import read_table
from segdesk.tasks.lists import NOWHERE, ListPlan, pages

if TYPE_CHECKING:  # only store knows SQLite; the others hand a connection on
    from sqlite3 import Connection

LONGEST_SHEET_NAME = 31
"""Excel's limit, in UTF-16 units."""

LONGEST_CELL = 32_767
"""Excel's limit for the letters of one cell."""

EXACT_DIGITS = 15
"""Excel keeps so many digits of a number, and makes zeros of the rest."""

LONG_IDENTIFIER = 1e11
"""From twelve digits on Excel shows a number as 1.23457E+11."""

PRINT_THEME = "light"

NARROWEST, WIDEST = 9, 42
"""Widths of columns, in letters."""

_UNSAFE_IN_SHEETS = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_RESERVED = frozenset({"history"})
"""Excel keeps this name for itself."""

_FIRST_DAY = datetime(1900, 3, 1)
"""Before it Excel's days are one off: it believes in a 29 February 1900."""


@dataclass(frozen=True, slots=True)
class ListSummary:
    """One line of the first sheet: a list's own number, all customers of it, and those on its sheet.

    Its share is that among ``of`` customers.
    """

    number: int | None
    name: str
    customers: int
    listed: int
    of: int


def sheet_names(names: Sequence[str], *, taken: str) -> list[str]:
    """Give each list a sheet name that Excel accepts, no two alike whatever their case."""
    used = {taken.casefold(), *_RESERVED}
    result: list[str] = []
    for name in names:
        stem = " ".join(_UNSAFE_IN_SHEETS.sub(" ", name).split()).strip("' ") or "-"
        candidate, copy = _cut(stem, LONGEST_SHEET_NAME), 1
        while candidate.casefold() in used:
            copy += 1
            ending = f" ({copy})"
            candidate = _cut(stem, LONGEST_SHEET_NAME - len(ending)) + ending
        used.add(candidate.casefold())
        result.append(candidate)
    return result


def _cut(text: str, units: int) -> str:
    """Cut a text to so many UTF-16 units, never through a letter, nor ending in an apostrophe."""
    while len(text.encode("utf-16-le")) // 2 > units:
        text = text[:-1]
    return text.rstrip("' ") or "-"


def write_workbook(
    connection: Connection,
    path: Path,
    plan: ListPlan,
    summary: Sequence[ListSummary],
    words: WorkbookWords,
    tell: Callable[[float], None],
    *,
    created: datetime,
) -> None:
    """Write the lists as the sheets of a workbook. The same lists are the same file, byte for byte.

    Raises
    ------
    StoreError
        ``export.too_many_rows``: a list has more customers than a sheet has rows.
    """
    import xlsxwriter

    counts = np.bincount(plan.where[plan.where != NOWHERE], minlength=len(plan.names))
    if counts.max(initial=0) >= EXCEL_ROWS:
        raise StoreError("export.too_many_rows", customers=int(counts.max()), most=EXCEL_ROWS - 1)
    # Rows go to the disk as they are written: a million of them would take gigabytes.
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent)})
    book.set_properties({"created": created.replace(tzinfo=None), "title": words.title})
    looks = _Looks(book)
    names = sheet_names(plan.names, taken=words.summary)
    _write_summary(book.add_worksheet(words.summary), looks, words, list(zip(summary, names, strict=True)))
    writers = [_writer(connection, plan, position, looks) for position in range(len(plan.columns))]
    sheets = [
        _begun(book.add_worksheet(name), looks, plan, int(count))
        for name, count in zip(names, counts, strict=True)
    ]
    filled = [0] * len(sheets)
    for done, lines in pages(connection, plan):
        for cells, where, segment in lines:
            if where != NOWHERE:
                filled[where] += 1
                _write_row(sheets[where], filled[where], cells, writers)
                _write_segment(sheets[where], filled[where], len(cells), segment, plan, looks)
        tell(done / len(plan.where))
    book.close()


class _Looks:
    """The workbook's formats."""

    def __init__(self, book: Any) -> None:
        paper = load_palette(PRINT_THEME)
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.head = book.add_format(
            {
                "bold": True,
                "bg_color": paper.code("gold_tint"),
                "bottom": 1,
                "text_wrap": True,
                "valign": "top",
            }
        )
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self.text = book.add_format({"num_format": "@"})
        self.share = book.add_format({"num_format": "0.0%"})
        self.count = book.add_format({"num_format": "#,##0"})
        self.bold_count = book.add_format({"num_format": "#,##0", "bold": True, "top": 1})
        self.bold = book.add_format({"bold": True, "top": 1})
        self.link = book.add_format({"underline": 1, "font_color": paper.code("gold")})


Write = Callable[[Any, int, int, Any], object]


def _writer(connection: Connection, plan: ListPlan, position: int, looks: _Looks) -> Write:
    """Say how a column's cells are written."""
    column = plan.columns[position]
    if column.kind is Kind.DATE:
        return lambda sheet, row, at, cell: _write_date(sheet, row, at, cell, looks)
    if column.kind is Kind.NUMBER and not _is_long_identifier(connection, plan.dataset_id, column):
        return _write_number
    return lambda sheet, row, at, cell: _write_text(sheet, row, at, cell, looks)


def _is_long_identifier(connection: Connection, dataset_id: int, column: ColumnSummary) -> bool:
    """Tell whether a number is a name for something, and too long for Excel to show."""
    if column.role is not ColumnRole.IDENTIFIER:
        return False
    values = read_table(connection, dataset_id, [column.name]).columns[0].values
    return bool(np.nanmax(np.abs(values), initial=0.0) >= LONG_IDENTIFIER)


def _write_row(sheet: Any, row: int, cells: tuple[object, ...], writers: list[Write]) -> None:
    for at, (cell, write) in enumerate(zip(cells, writers, strict=True)):
        if cell is not None:
            write(sheet, row, at, cell)


def _write_segment(sheet: Any, row: int, at: int, segment: int, plan: ListPlan, looks: _Looks) -> None:
    sheet.write_number(row, at, segment)
    _write_text(sheet, row, at + 1, plan.segment_names[segment], looks)


def _write_number(sheet: Any, row: int, at: int, cell: float) -> None:
    if abs(cell) >= 10**EXACT_DIGITS and isinstance(cell, int):
        sheet.write_string(row, at, str(cell))
    else:
        sheet.write_number(row, at, cell)


def _write_text(sheet: Any, row: int, at: int, cell: object, looks: _Looks) -> None:
    # write_string, never write(): that makes formulas, links and numbers of text that looks like them.
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    sheet.write_string(
        row, at, text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…", looks.text
    )


def _write_date(sheet: Any, row: int, at: int, cell: str, looks: _Looks) -> None:
    moment = datetime.fromisoformat(cell) if not cell.startswith(("-", "+")) else None
    if moment is None or moment < _FIRST_DAY:  # Excel has no such day
        sheet.write_string(row, at, cell)
    else:
        sheet.write_datetime(row, at, moment, looks.moment if "T" in cell else looks.day)


def _begun(sheet: Any, looks: _Looks, plan: ListPlan, rows: int) -> Any:
    """Give a list's sheet its widths, its heading and its filter."""
    examples = [column.examples for column in plan.columns] + [(), plan.segment_names]
    for at, (name, shown) in enumerate(zip(plan.header, examples, strict=True)):
        width = max(map(len, (name, *shown)))
        sheet.set_column(at, at, min(max(width + 2, NARROWEST), WIDEST))
        sheet.write_string(0, at, name, looks.head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), len(plan.header) - 1)
    return sheet


def _write_summary(
    sheet: Any, looks: _Looks, words: WorkbookWords, lines: list[tuple[ListSummary, str]]
) -> None:
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 44)
    sheet.set_column(2, 5, 14)
    sheet.set_column(6, 6, LONGEST_SHEET_NAME + 2)
    sheet.write_string(0, 0, words.title, looks.title)
    row = 1
    for label, fact in words.facts:
        sheet.write_string(row, 1, label)
        sheet.write_string(row, 2, fact)
        row += 1
    left_out = sum(line.customers - line.listed for line, _ in lines)
    if left_out:
        sheet.write_string(row, 1, words.opt_out)
        row += 1
    row += 1
    heads = (
        words.number,
        words.list_name,
        words.customers,
        words.share,
        words.listed,
        words.left_out,
        words.sheet,
    )
    for at, head in enumerate(heads):
        sheet.write_string(row, at, head, looks.head)
    everybody = sum(line.customers for line, _ in lines)
    for line, name in lines:
        row += 1
        if line.number is not None:
            sheet.write_number(row, 0, line.number)
        sheet.write_string(row, 1, line.name)
        sheet.write_number(row, 2, line.customers, looks.count)
        sheet.write_number(row, 3, line.customers / line.of if line.of else 0.0, looks.share)
        sheet.write_number(row, 4, line.listed, looks.count)
        sheet.write_number(row, 5, line.customers - line.listed, looks.count)
        quoted = name.replace("'", "''")
        sheet.write_url(row, 6, f"internal:'{quoted}'!A1", looks.link, name)
    row += 1
    sheet.write_string(row, 1, words.total, looks.bold)
    for at, figure in ((2, everybody), (4, everybody - left_out), (5, left_out)):
        sheet.write_number(row, at, figure, looks.bold_count)
