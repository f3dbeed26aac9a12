"""Saves a table as a dataset and reads it back, whole or by rows.

Each dataset has a table ``rows_<id>`` with the columns ``c0``, ``c1`` … (SQLite ignores case in
column names, files don't; the names are in ``dataset_columns``): whole numbers as INTEGER, other
numbers as REAL, dates as ISO text, a missing value as NULL.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from segdesk.errors import StoreError
from segdesk.model.reading import Reading
from segdesk.model.roles import ColumnSummary, Kind
from segdesk.model.table import Table
from segdesk.store import catalogue, json_text
from segdesk.store.assignments_view import create_view
from segdesk.store.cells import CHUNK_ROWS, ColumnBuilder, cell_type, cells, date_unit
from segdesk.store.db import atomic
from segdesk.store.search import any_cell_has

MOST_COLUMNS = 1_999
"""SQLite's own limit of 2,000 columns, less the one for the row's number."""


def save_dataset(  # noqa: PLR0913 (a row has that many fields)
    connection: sqlite3.Connection,
    table: Table,
    summaries: tuple[ColumnSummary, ...],
    *,
    name: str,
    original_path: str,
    sha256: str,
    imported_at: datetime,
    reading: Reading | None = None,
    report: Callable[[float], None] | None = None,
) -> int:
    """Save a table with its columns' roles in one transaction, and give the dataset's number.

    Parameters
    ----------
    summaries
        One for each column of ``table``, in the same order.
    imported_at
        With its time zone; kept in UTC.
    reading
        How the table came out of its file, if it came out of one.
    report
        Called with the share of rows written, above 0 and up to 1.

    Raises
    ------
    StoreError
        ``database.too_many_columns``: more than ``MOST_COLUMNS``.
    """
    if len(table.columns) > MOST_COLUMNS:
        raise StoreError("database.too_many_columns", columns=len(table.columns), most=MOST_COLUMNS)
    with atomic(connection):
        found = connection.execute(
            """
            INSERT INTO datasets (name, original_path, sha256, rows, imported_at, warnings)
            VALUES (?, ?, ?, ?, ?, ?) RETURNING id""",
            (
                _encodable(name),
                _encodable(original_path),
                sha256,
                table.rows,
                imported_at.astimezone(UTC).isoformat(timespec="microseconds"),
                json_text.encode(table.notes),
            ),
        )
        dataset_id = int(found.fetchone()[0])
        _insert_columns(connection, dataset_id, summaries)
        if reading is not None:
            _insert_reading(connection, dataset_id, reading)
        types = [cell_type(column) for column in table.columns]
        _create_rows_table(connection, dataset_id, types)
        _insert_rows(connection, dataset_id, table, report)
        create_view(connection, dataset_id, [column.name for column in table.columns], types)
    return dataset_id


def read_table(connection: sqlite3.Connection, dataset_id: int, names: Sequence[str] | None = None) -> Table:
    """Give a dataset's table as it was saved, or only the columns ``names``, in their order.

    Every value comes back bit for bit, but for -0.0, which SQLite keeps as 0.0.

    Raises
    ------
    StoreError
        ``database.no_dataset``; ``database.no_column``.
    """
    info = catalogue.dataset(connection, dataset_id)
    kinds = _kinds(connection, dataset_id)
    wanted = tuple(kinds) if names is None else tuple(names)
    for name in wanted:
        if name not in kinds:
            raise StoreError("database.no_column", name=name)
    builders = [ColumnBuilder(name, kinds[name][1], info.rows) for name in wanted]
    if builders:
        selected = ", ".join(f"c{kinds[name][0]}" for name in wanted)
        found = connection.execute(f"SELECT {selected} FROM rows_{dataset_id} ORDER BY row_index")
        while chunk := found.fetchmany(CHUNK_ROWS):
            for builder, values in zip(builders, zip(*chunk, strict=True), strict=True):
                builder.append(values)
    return Table(tuple(builder.column() for builder in builders), info.notes)


def rows(
    connection: sqlite3.Connection,
    dataset_id: int,
    row_indexes: Iterable[int],
    positions: Sequence[int] | None = None,
) -> list[tuple[object, ...]]:
    """Give rows in the order asked, with all columns or those at ``positions``.

    A cell is an int, a float, text (a date as ISO text) or None.

    Raises
    ------
    StoreError
        ``database.no_dataset``.
    """
    width = catalogue.dataset(connection, dataset_id).columns
    selected = [f"r.c{int(position)}" for position in (range(width) if positions is None else positions)]
    asked = [int(index) for index in row_indexes]
    if not selected:
        return [()] * len(asked)
    # The numbers travel as one JSON list: any count of them, and SQLite keeps their order.
    query = f"""
        SELECT {", ".join(selected)}
        FROM json_each(?) AS asked CROSS JOIN rows_{dataset_id} AS r ON r.row_index = asked.value
        ORDER BY asked.key"""
    return connection.execute(query, (json.dumps(asked),)).fetchall()


def row_order(
    connection: sqlite3.Connection,
    dataset_id: int,
    *,
    position: int | None,
    descending: bool,
    search: str,
) -> NDArray[np.int64]:
    """Give the numbers of the rows that hold ``search`` anywhere, sorted by a column.

    Parameters
    ----------
    position
        The column to sort by, None for the file's order. Missing values come last both ways, and
        equal rows stay in the file's order.
    search
        Plain text, found whatever its case; empty finds every row.

    Raises
    ------
    StoreError
        ``database.no_dataset``.
    """
    catalogue.dataset(connection, dataset_id)
    query = f"SELECT row_index FROM rows_{dataset_id}"
    parameters: tuple[str, ...] = ()
    if search:
        kinds = [kind for _, kind in _kinds(connection, dataset_id).values()]
        condition, parameters = any_cell_has(connection, search, kinds)
        query += f" WHERE {condition}"
    direction = "DESC" if descending else "ASC"
    if position is None:
        query += f" ORDER BY row_index {direction}"
    else:
        cell = f"c{int(position)}"
        query += f" ORDER BY {cell} IS NULL, {cell} COLLATE NOCASE {direction}, row_index"
    found = connection.execute(query, parameters)
    return np.fromiter((index for (index,) in found), np.int64)


def _kinds(connection: sqlite3.Connection, dataset_id: int) -> dict[str, tuple[int, Kind]]:
    """Give position and kind by name, in the file's order."""
    query = "SELECT name, position, kind FROM dataset_columns WHERE dataset_id = ? ORDER BY position"
    return {name: (position, Kind(kind)) for name, position, kind in connection.execute(query, (dataset_id,))}


def _insert_reading(connection: sqlite3.Connection, dataset_id: int, reading: Reading) -> None:
    texts = (json_text.encode(part) for part in (reading.choices, reading.dialect, reading.receipt))
    suggestions = json_text.encode(reading.suggestions)
    query = "INSERT INTO dataset_readings VALUES (?, ?, ?, ?, ?, ?)"
    connection.execute(query, (dataset_id, *texts, reading.looks_like, suggestions))


def _insert_columns(
    connection: sqlite3.Connection, dataset_id: int, summaries: tuple[ColumnSummary, ...]
) -> None:
    connection.executemany(
        "INSERT INTO dataset_columns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                dataset_id,
                position,
                summary.name,
                summary.kind.value,
                summary.role.value,
                summary.guessed.value,
                None if summary.reason is None else json_text.encode(summary.reason),
                int(summary.missing),
                int(summary.distinct),
                json_text.encode(summary.examples),
                json_text.encode(summary.histogram),
            )
            for position, summary in enumerate(summaries)
        ),
    )


def _create_rows_table(connection: sqlite3.Connection, dataset_id: int, types: Sequence[type]) -> None:
    from sqlite_utils import Database  # over a second to import, and the window never saves a dataset

    columns = {"row_index": int} | {f"c{position}": each for position, each in enumerate(types)}
    Database(connection, execute_plugins=False).create_table(f"rows_{dataset_id}", columns, pk="row_index")


def _insert_rows(
    connection: sqlite3.Connection, dataset_id: int, table: Table, report: Callable[[float], None] | None
) -> None:
    marks = ", ".join("?" * (1 + len(table.columns)))
    query = f"INSERT INTO rows_{dataset_id} VALUES ({marks})"
    units = [date_unit(column) if column.kind is Kind.DATE else "D" for column in table.columns]
    for start in range(0, table.rows, CHUNK_ROWS):
        stop = min(start + CHUNK_ROWS, table.rows)
        columns = [
            cells(column, start, stop, unit) for column, unit in zip(table.columns, units, strict=True)
        ]
        connection.executemany(query, zip(range(start, stop), *columns, strict=True))
        if report is not None:
            report(stop / table.rows)


def _encodable(text: str) -> str:
    """Make a path storable that isn't UTF-8 on the disk: Python holds its bytes as surrogates."""
    return text.encode("utf-8", "backslashreplace").decode()
