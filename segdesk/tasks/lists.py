"""Customer lists as CSV, and what lists in any format have in common."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from segdesk.errors import StoreError
from segdesk.model.roles import ColumnSummary
from segdesk.store.catalogue import columns
from segdesk.store.datasets import rows

if TYPE_CHECKING:  # only store knows SQLite; the others hand a connection on
    from sqlite3 import Connection

PAGE_ROWS = 20_000
"""Rows held at a time: a few MB, and progress several times a second."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A text cell that starts so is run as a formula by spreadsheets (OWASP, CSV injection)."""

LONGEST_NAME = 80
_UNSAFE_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')

SEGMENT_COLUMNS = ("segment", "segment_name")

NOWHERE = -1


@dataclass(frozen=True, slots=True, eq=False)
class ListPlan:
    """Lists of one dataset's customers.

    ``names`` are files or sheets, one for each list. ``where`` gives each row's list and is ``NOWHERE``
    for who is on none, ``labels`` each row's segment; ``segment_names`` are by segment, and where there
    are outliers theirs is the last. ``columns`` are in the order wanted. ``everybody`` names one more
    list, with all.
    """

    dataset_id: int
    names: tuple[str, ...]
    where: NDArray[np.int64]
    labels: NDArray[np.int8]
    segment_names: tuple[str, ...]
    columns: tuple[ColumnSummary, ...]
    positions: tuple[int, ...]
    everybody: str = ""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, with the two that tell the segment."""
        return (*(column.name for column in self.columns), *SEGMENT_COLUMNS)


Lines = Iterator[tuple[int, list[tuple[tuple[object, ...], int, int]]]]


def chosen_columns(
    connection: Connection, dataset_id: int, names: Sequence[str]
) -> tuple[tuple[ColumnSummary, ...], tuple[int, ...]]:
    """Give the columns of those names with their positions, in the order asked; all where none is named.

    Raises
    ------
    StoreError
        ``database.no_dataset``, ``database.no_column``.
    """
    summaries = columns(connection, dataset_id)
    known = {summary.name: position for position, summary in enumerate(summaries)}
    for name in names:
        if name not in known:
            raise StoreError("database.no_column", name=name)
    positions = tuple(known[name] for name in names) if names else tuple(range(len(summaries)))
    return tuple(summaries[position] for position in positions), positions


def pages(connection: Connection, plan: ListPlan) -> Lines:
    """Give the rows a page at a time, as (rows done, [(cells, list, segment)])."""
    total = len(plan.where)
    for start in range(0, total, PAGE_ROWS):
        stop = min(start + PAGE_ROWS, total)
        cells = rows(connection, plan.dataset_id, range(start, stop), plan.positions)
        where, labels = plan.where[start:stop].tolist(), plan.labels[start:stop].tolist()
        yield stop, list(zip(cells, where, labels, strict=True))


def write_csv_lists(
    connection: Connection, folder: Path, plan: ListPlan, tell: Callable[[float], None]
) -> None:
    """Write each list as a CSV file for spreadsheets, UTF-8 with BOM."""
    with ExitStack() as files:

        def writer(name: str) -> Callable[[Sequence[object]], object]:
            file = files.enter_context((folder / name).open("w", encoding="utf-8-sig", newline=""))
            write = csv.writer(file).writerow
            write([safe_cell(cell) for cell in plan.header])
            return write

        all_rows = writer(plan.everybody) if plan.everybody else None
        own = [writer(name) for name in plan.names]
        # Who has none stands last: -1 counts from the end.
        safe_names = [safe_cell(name) for name in plan.segment_names]
        for done, lines in pages(connection, plan):
            for cells, where, segment in lines:
                line = [*map(safe_cell, cells), segment, safe_names[segment]]
                if all_rows is not None:
                    all_rows(line)
                if where != NOWHERE:
                    own[where](line)
            tell(done / len(plan.where))


def list_names(names: Sequence[str], *, taken: str, suffix: str = ".csv") -> list[str]:
    """Give each list a file name that every system accepts, no two alike."""
    used = {taken.casefold()}
    result: list[str] = []
    for name in names:
        words = " ".join(_UNSAFE_IN_NAMES.sub(" ", name).split())
        stem = words.strip(" .")[:LONGEST_NAME].rstrip(" .") or "segment"
        candidate, copy = f"{stem}{suffix}", 1
        while candidate.casefold() in used:
            copy += 1
            candidate = f"{stem} ({copy}){suffix}"
        used.add(candidate.casefold())
        result.append(candidate)
    return result


def safe_cell(value: object) -> object:
    """Give a cell that no spreadsheet runs as a formula; numbers stay numbers."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return "" if value is None else value
