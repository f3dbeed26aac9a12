"""Bytes to a Table: encoding, separator, decimal mark, dates and types, all from the data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.reading.kinds import Findings, typed
from segdesk.engine.reading.layout import Layout, find_layout, refuse_ragged
from segdesk.engine.reading.numbers import certain_mark, file_mark
from segdesk.engine.reading.parse import RawColumn, parse
from segdesk.engine.reading.records import scan
from segdesk.engine.reading.source import load
from segdesk.errors import InputError
from segdesk.model.notes import Note
from segdesk.model.table import Column, Table

FEWEST_ROWS = 2


def read_table(path: Path, *, report: Callable[[float], None] | None = None) -> Table:
    """Read a customer file: CSV or TSV in any usual dress.

    Parameters
    ----------
    path
        A text file with one row per customer.
    report
        Is told the share done, 0 … 1.

    Returns
    -------
    The table; its notes say everything that was decided or mended on the way.

    Raises
    ------
    InputError
        ``file.*``: the file can't be read as a table, with the reason.
    """
    tell = report or (lambda _share: None)
    name = path.name
    tell(0.0)
    source = load(path)
    tell(0.05)
    layout = find_layout(source.data, name=name)
    notes = [*source.notes, *layout.notes]
    del source
    width = len(layout.names)
    found = scan(layout.body, separator=layout.separator, width=width, first_line=layout.first_line)
    refuse_ragged(bad=found.short + found.long, total=found.rows, name=name)
    tell(0.2)
    mark = file_mark(layout.sample)
    parsed = parse(
        layout.body,
        separator=layout.separator,
        width=width,
        decimal=mark or ".",
        zero_columns=found.zero_columns,
        name=name,
        report=lambda share: tell(0.2 + 0.6 * share),
    )
    if parsed.quotes_ignored:
        notes.append(Note("note.quotes_ignored"))
    else:
        notes.extend(_ragged_notes(found.short, found.long, found.lines))
    raw = _without_blank_rows(parsed.columns, notes)
    columns = _typed(raw, layout, mark, notes, lambda share: tell(0.8 + 0.2 * share))
    _refuse_small(columns, name)
    tell(1.0)
    return Table(tuple(columns), tuple(notes))


def _ragged_notes(short: int, long: int, lines: Sequence[int]) -> list[Note]:
    where = ", ".join(str(line) for line in lines)
    if not short and not long:
        return []
    return [Note("note.ragged_rows", {"count": short + long, "short": short, "long": long, "lines": where})]


def _without_blank_rows(columns: Sequence[RawColumn], notes: list[Note]) -> Sequence[RawColumn]:
    missing: NDArray[np.bool_] | None = None
    for column in columns:
        absent = column.codes < 0 if column.numbers is None else np.isnan(column.numbers)
        missing = absent if missing is None else missing & absent
    if missing is None or not missing.any():
        return columns
    notes.append(Note("note.blank_rows", {"count": int(missing.sum())}))
    keep = ~missing
    return [
        replace(c, codes=c.codes[keep]) if c.numbers is None else replace(c, numbers=c.numbers[keep])
        for c in columns
    ]


def _typed(
    raw: Sequence[RawColumn], layout: Layout, mark: str, notes: list[Note], tell: Callable[[float], None]
) -> list[Column]:
    findings = Findings()
    columns = []
    for position, (name, column) in enumerate(zip(layout.names, raw, strict=True)):
        is_empty = (
            bool((column.codes < 0).all()) if column.numbers is None else bool(np.isnan(column.numbers).all())
        )
        if is_empty and name in layout.unnamed:
            findings.empty += 1  # only separators at the line ends
            continue
        if name in layout.unnamed and not layout.has_no_header:
            findings.unnamed.append(name)
        if column.numbers is not None:
            _remember_comma(name, position, layout, mark, findings)
        columns.append(typed(name, column, prior=mark, separator=layout.separator, findings=findings))
        tell((position + 1) / len(raw))
    notes.extend(findings.notes())
    return columns


def _remember_comma(name: str, position: int, layout: Layout, mark: str, findings: Findings) -> None:
    """Keep an example of a decimal comma that pandas read by itself."""
    if mark != ",":
        return
    cells = (r[position].strip() for r in layout.sample if position < len(r))
    cell = next((c for c in cells if certain_mark(c) == ","), None)
    if cell is not None:
        findings.commas.append((name, cell, cell.replace(",", ".")))


def _refuse_small(columns: Sequence[Column], name: str) -> None:
    if len(columns) < 2:
        raise InputError("file.one_column", name=name)
    rows = len(columns[0].values)
    if rows < FEWEST_ROWS:
        raise InputError("file.too_few_rows", name=name, rows=rows)
