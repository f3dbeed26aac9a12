"""Bytes to a Table: encoding, separator, decimal mark, dates and types, all from the data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.reading.encoding import Decoded, decode
from segdesk.engine.reading.ethiopian import in_ethiopian
from segdesk.engine.reading.header import blank_headings, is_made_up
from segdesk.engine.reading.kinds import Findings, typed
from segdesk.engine.reading.layout import Layout, find_layout
from segdesk.engine.reading.numbers import Prior, certain_mark, file_mark, may_be_thousands
from segdesk.engine.reading.parse import MISSING, UNKNOWN, Plan, RawColumn, parse
from segdesk.engine.reading.receipt import make_receipt
from segdesk.engine.reading.sniff import find_marks
from segdesk.engine.reading.source import load
from segdesk.engine.reading.spreadsheet import Sheet, read_sheet
from segdesk.errors import InputError
from segdesk.model.notes import Note
from segdesk.model.reading import Dialect, LeftOut, ReadingChoices
from segdesk.model.table import Column, Table

FEWEST_ROWS = 2
FILE_DECIDES = ReadingChoices()

Tell = Callable[[float], None]


def read_table(path: Path, *, choices: ReadingChoices = FILE_DECIDES, report: Tell | None = None) -> Table:
    """Read a customer file: CSV in any usual dress, or a spreadsheet.

    Parameters
    ----------
    path
        A file with one row per customer (or per sale).
    choices
        What the user says about the file; it stands above what the file seems to say.
    report
        Is told the share done, 0 … 1.

    Returns
    -------
    The table with its dialect and receipt; its notes say everything that was decided or mended.

    Raises
    ------
    InputError
        ``file.*``: the file can't be read as a table, with the reason; ``reading.no_such_column``.
    """
    tell = report or (lambda _share: None)
    tell(0.0)
    source = load(path)
    if source.workbook:
        sheet = read_sheet(source.raw, source.workbook, choices, name=path.name, report=tell)
        return _from_sheet(sheet, choices, path.name, tell)
    # Nobody holds on to a text that the next step has taken: memory stays at twice the file here.
    decoded = [decode(source.raw, chosen=choices.encoding, name=path.name)]
    del source
    tell(0.05)
    return _from_text(decoded.pop(), choices, path.name, tell)


def read_dialect(path: Path, *, choices: ReadingChoices = FILE_DECIDES) -> Dialect:
    """Say how a text file is written without reading its rows, also where they can't be read.

    Raises
    ------
    InputError
        ``file.*``: it can't be opened, or isn't text.
    """
    source = load(path)
    if source.workbook:
        return Dialect(source.workbook)
    decoded = decode(source.raw, chosen=choices.encoding, name=path.name)
    text = _plain_ends(decoded.data[: 1 << 20]).decode("utf-8", "replace")
    marks = find_marks(text, separator=choices.delimiter, quote=choices.quotechar, name=path.name)
    return Dialect(decoded.encoding, marks.separator, marks.quote, guesses=decoded.guesses)


def _from_text(decoded: Decoded, choices: ReadingChoices, name: str, tell: Tell) -> Table:
    encoding, guesses = decoded.encoding, [*decoded.guesses]
    notes = [*decoded.notes]
    held = [decoded.data]
    del decoded
    layout = find_layout(_plain_ends(held.pop()), choices, name=name)
    _refuse_unknown(choices, layout.header.names, name)
    tell(0.2)
    notes += layout.notes
    guesses += layout.guesses
    mark = choices.decimal or file_mark(layout.sample)
    is_standard = layout.marks.is_standard
    missing = MISSING | UNKNOWN if choices.unknown_is_missing else MISSING
    plan = Plan(
        separator=layout.marks.separator if is_standard else ",",
        quote=layout.marks.quote if is_standard else '"',
        width=layout.header.width,
        decimal=mark or ".",
        zero_columns=layout.zero_columns,
        text_columns=_letter_for_letter(layout, choices, mark),
        missing=missing,
    )
    held = [layout.body]
    layout.body = b""
    parsed = parse(held, plan, name=name, report=lambda share: tell(0.2 + 0.6 * share))
    if parsed.quotes_ignored:
        notes.append(Note("note.quotes_ignored"))
    left_out = list(layout.left_out)
    raw = _without_blank_rows(parsed.columns, notes, left_out)
    del parsed
    findings = Findings()
    for position, column_name in enumerate(layout.header.names):
        if raw[position].numbers is not None:
            _remember_comma(column_name, position, layout.sample, mark, findings)
    prior = Prior(mark, layout.marks.separator, choices.decimal, choices.thousands)
    columns = _typed(raw, layout.header.names, prior, choices, findings, lambda s: tell(0.8 + 0.18 * s))
    kept = [column.name for column in columns]
    notes += blank_headings(layout.header.names, kept, header_row=layout.header_row)
    notes += findings.notes()
    refuse_small(columns, name)
    dialect = Dialect(
        encoding=encoding,
        delimiter=layout.marks.separator,
        quotechar=layout.marks.quote,
        decimal=_decimal(mark, findings),
        thousands=_thousands(choices, findings),
        dayfirst=_day_first(choices, findings),
        header_row=layout.header_row,
        guesses=(*guesses, *findings.guesses()),
    )
    receipt = make_receipt(columns, lines=layout.lines, left_out=left_out, currencies=findings.currencies)
    tell(1.0)
    return Table(tuple(columns), tuple(notes), dialect, receipt)


def _plain_ends(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def _from_sheet(sheet: Sheet, choices: ReadingChoices, name: str, tell: Tell) -> Table:
    notes, left_out = list(sheet.notes), list(sheet.left_out)
    findings = Findings()
    mark = choices.decimal or sheet.mark
    prior = Prior(mark, "", choices.decimal, choices.thousands)
    raw = [
        c.raw if c.raw is not None else RawColumn(np.empty(0), np.empty(0, np.int32), ())
        for c in sheet.columns
    ]
    columns: list[Column] = []
    _refuse_unknown(choices, [cells.name for cells in sheet.columns], name)
    for position, (cells, column) in enumerate(zip(sheet.columns, raw, strict=True)):
        if cells.dates is not None:
            is_ethiopian = cells.name in choices.ethiopian_dates
            columns.append(in_ethiopian(cells.dates) if is_ethiopian else cells.dates)
        else:
            columns += _typed([column], [cells.name], prior, choices, findings, lambda _s: None)
        tell(0.8 + 0.18 * (position + 1) / len(raw))
    kept = [column.name for column in columns]
    notes += blank_headings([c.name for c in sheet.columns], kept, header_row=sheet.header_row)
    notes += findings.notes()
    refuse_small(columns, name)
    dialect = Dialect(
        encoding=sheet.format,
        decimal=_decimal(mark, findings),
        thousands=_thousands(choices, findings),
        dayfirst=_day_first(choices, findings),
        header_row=sheet.header_row,
        sheet=sheet.title,
        sheets=sheet.titles,
        guesses=(*sheet.guesses, *findings.guesses()),
    )
    receipt = make_receipt(columns, lines=sheet.lines, left_out=left_out, currencies=findings.currencies)
    tell(1.0)
    return Table(tuple(columns), tuple(notes), dialect, receipt)


def _letter_for_letter(layout: Layout, choices: ReadingChoices, mark: str) -> frozenset[int]:
    """Name the columns that pandas must not turn into numbers: a mark in them may part thousands."""
    doubtful = set()
    for position, column_name in enumerate(layout.header.names):
        cells = [r[position].strip() for r in layout.sample if position < len(r)]
        cells = [c for c in cells if c and c not in MISSING]
        is_open = not mark or choices.thousands == mark or (choices.decimal and choices.decimal != ".")
        if column_name in choices.ethiopian_dates or (is_open and may_be_thousands(cells)):
            doubtful.add(position)
    return frozenset(doubtful)


def _without_blank_rows(
    columns: Sequence[RawColumn], notes: list[Note], left_out: list[LeftOut]
) -> list[RawColumn]:
    missing: NDArray[np.bool_] | None = None
    for column in columns:
        absent = column.codes < 0 if column.numbers is None else np.isnan(column.numbers)
        missing = absent if missing is None else missing & absent
    if missing is None or not missing.any():
        return list(columns)
    count = int(missing.sum())
    notes.append(Note("note.blank_rows", {"count": count}))
    # Lines with nothing at all on them are known already.
    known = [left for left in left_out if left.reason.code == "note.blank_rows"]
    total = count + sum(left.count for left in known)
    left_out[:] = [left for left in left_out if left not in known]
    lines = known[0].lines if known else ()
    left_out.append(LeftOut(Note("note.blank_rows", {"count": total}), total, lines))
    keep = ~missing
    return [
        RawColumn(None, c.codes[keep], c.levels)
        if c.numbers is None
        else RawColumn(c.numbers[keep], c.codes, c.levels)
        for c in columns
    ]


def _typed(
    raw: list[RawColumn],
    names: Sequence[str],
    prior: Prior,
    choices: ReadingChoices,
    findings: Findings,
    tell: Tell,
) -> list[Column]:
    columns = []
    for position, (name, column) in enumerate(zip(names, raw, strict=True)):
        is_empty = (
            bool((column.codes < 0).all()) if column.numbers is None else bool(np.isnan(column.numbers).all())
        )
        if is_empty and is_made_up(name):
            findings.empty += 1  # only separators at the line ends
            continue
        columns.append(typed(name, column, prior=prior, choices=choices, findings=findings))
        tell((position + 1) / len(raw))
    return columns


def _remember_comma(
    name: str, position: int, sample: Sequence[Sequence[str]], mark: str, findings: Findings
) -> None:
    """Keep an example of a decimal comma that pandas read by itself."""
    if mark != ",":
        return
    cells = (r[position].strip() for r in sample if position < len(r))
    cell = next((c for c in cells if certain_mark(c) == ","), None)
    if cell is not None:
        findings.commas.append((name, cell, cell.replace(",", ".")))


def _decimal(mark: str, findings: Findings) -> str:
    if mark:
        return mark
    examples = [es[0] for _, es in findings.doubts.get("decimal", ()) if es]
    is_comma = any("," in text and "." in value for text, value in examples)
    return "," if is_comma else "."


def _thousands(choices: ReadingChoices, findings: Findings) -> str:
    if choices.thousands is not None:
        return choices.thousands
    return max(findings.groups, key=lambda group: findings.groups[group], default="")


def _day_first(choices: ReadingChoices, findings: Findings) -> bool | None:
    if choices.dayfirst is not None:
        return choices.dayfirst
    return findings.day_first[0] if findings.day_first else None


def _refuse_unknown(choices: ReadingChoices, names: Sequence[str], name: str) -> None:
    """Raise where the user named a column for its dates that the file hasn't."""
    for column in choices.ethiopian_dates:
        if column not in names:
            raise InputError("reading.no_such_column", name=name, column=column, columns=", ".join(names))


def refuse_small(columns: Sequence[Column], name: str) -> None:
    """Raise where there is nothing to compare: fewer than two columns or rows."""
    if len(columns) < 2:
        raise InputError("file.one_column", name=name)
    rows = len(columns[0].values)
    if rows < FEWEST_ROWS:
        raise InputError("file.too_few_rows", name=name, rows=rows)
