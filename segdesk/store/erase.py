"""Takes one person out of the database, down to the file's bytes."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from segdesk.model.roles import ColumnSummary, Kind
from segdesk.store import json_text
from segdesk.store.db import opened

_LEAST_PART = 4
"""A shorter text is taken out only where it is all there is: "7" is part of too much."""

_HIDDEN = "…"

_DOCUMENTS = (
    ("datasets", "warnings", "id = ?1"),
    ("dataset_readings", "choices", "dataset_id = ?1"),
    ("dataset_readings", "dialect", "dataset_id = ?1"),
    ("dataset_readings", "receipt", "dataset_id = ?1"),
    ("dataset_readings", "suggestions", "dataset_id = ?1"),
    ("comparisons", "document", "dataset_id = ?1"),
    ("dataset_columns", "reason", "dataset_id = ?1"),
    ("clustering_runs", "feature_config", "dataset_id = ?1"),
    ("clustering_runs", "cuts", "dataset_id = ?1"),
    ("run_findings", "document", "run_id IN (SELECT id FROM clustering_runs WHERE dataset_id = ?1)"),
    ("campaigns", "document", "run_id IN (SELECT id FROM clustering_runs WHERE dataset_id = ?1)"),
)
"""Where JSON may quote a cell: table, column, whose rows belong to a dataset."""


@contextmanager
def wiping(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the database to write; what is deleted is overwritten, and in the end the file is written anew."""
    with opened(path, "write") as connection:
        connection.execute("PRAGMA secure_delete = ON")
        yield connection
        # The log may hold pages as they were; then all pages are copied without what is free.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def rows_of(connection: sqlite3.Connection, column: str, value: str) -> dict[int, tuple[int, ...]]:
    """Find the rows that hold a value in a column of that name, by dataset.

    Names are compared whatever their case; a number as a number.
    """
    found: dict[int, tuple[int, ...]] = {}
    columns = connection.execute("SELECT dataset_id, position, name, kind FROM dataset_columns").fetchall()
    for dataset_id, position, name, kind in columns:
        if name.casefold() != column.casefold():
            continue
        sought: str | float = value.strip()
        if kind == Kind.NUMBER.value:
            try:
                sought = float(sought)
            except ValueError:
                continue
        cell = f"trim(c{position})" if kind == Kind.TEXT.value else f"c{position}"
        query = f"SELECT row_index FROM rows_{dataset_id} WHERE {cell} = ? ORDER BY row_index"
        rows = tuple(row for (row,) in connection.execute(query, (sought,)))
        if rows:
            found[dataset_id] = tuple(sorted({*found.get(dataset_id, ()), *rows}))
    return found


def own_texts(connection: sqlite3.Connection, dataset_id: int, rows: Sequence[int]) -> frozenset[str]:
    """Give the words that stand in these rows of a dataset and in no other."""
    query = "SELECT position FROM dataset_columns WHERE dataset_id = ? AND kind = ?"
    listed = json.dumps(list(rows))
    inside = "row_index IN (SELECT value FROM json_each(?1))"
    found: set[str] = set()
    for (position,) in connection.execute(query, (dataset_id, Kind.TEXT.value)).fetchall():
        cell = f"c{position}"
        own = connection.execute(
            f"""
            SELECT DISTINCT {cell} FROM rows_{dataset_id} WHERE {inside} AND {cell} IS NOT NULL
            EXCEPT SELECT {cell} FROM rows_{dataset_id} WHERE NOT {inside}""",
            (listed,),
        )
        found |= {text for (text,) in own}
    return frozenset(found)


def delete_rows(connection: sqlite3.Connection, dataset_id: int, rows: Sequence[int]) -> tuple[int, ...]:
    """Delete a dataset's rows and all that is said of them one by one; the others move up.

    Returns
    -------
    The placements that lost customers.
    """
    _delete(connection, f"rows_{dataset_id}", "1", rows)
    connection.execute("UPDATE datasets SET rows = rows - ? WHERE id = ?", (len(rows), dataset_id))
    for (run_id,) in _runs(connection, dataset_id):
        _delete(connection, "cluster_assignments", f"run_id = {run_id}", rows)
    query = "SELECT id FROM placements WHERE dataset_id = ?"
    placements = tuple(number for (number,) in connection.execute(query, (dataset_id,)).fetchall())
    for number in placements:
        _delete(connection, "placed_customers", f"placement_id = {number}", rows)
    return placements


def describe_anew(
    connection: sqlite3.Connection, dataset_id: int, summaries: Sequence[ColumnSummary]
) -> None:
    """Put counts and examples of the rows that are left in the place of the old ones; roles stay."""
    connection.executemany(
        """
        UPDATE dataset_columns SET missing = ?, "distinct" = ?, examples = ?, histogram = ?
        WHERE dataset_id = ? AND position = ?""",
        (
            (
                int(each.missing),
                int(each.distinct),
                json_text.encode(each.examples),
                json_text.encode(each.histogram),
                dataset_id,
                position,
            )
            for position, each in enumerate(summaries)
        ),
    )


def hide_texts(connection: sqlite3.Connection, dataset_id: int, texts: Collection[str]) -> None:
    """Take texts out of everything that quotes cells of a dataset."""
    for table, column, condition in _DOCUMENTS:
        query = f"SELECT DISTINCT {column} FROM {table} WHERE {condition} AND {column} IS NOT NULL"
        for (document,) in connection.execute(query, (dataset_id,)).fetchall():
            hidden = _hidden(json.loads(document), texts)
            changed = json.dumps(hidden, ensure_ascii=False)
            if hidden != json.loads(document):
                update = f"UPDATE {table} SET {column} = ?2 WHERE {condition} AND {column} = ?3"
                connection.execute(update, (dataset_id, changed, document))


def change_documents(
    connection: sqlite3.Connection, table: str, column: str, run_id: int, change: Callable[[Any], Any]
) -> None:
    """Rewrite the JSON of one run in ``clustering_runs`` or ``run_findings``."""
    key = "id" if table == "clustering_runs" else "run_id"
    query = f"SELECT DISTINCT {column} FROM {table} WHERE {key} = ?"
    for (document,) in connection.execute(query, (run_id,)).fetchall():
        text = json.dumps(change(json.loads(document)), ensure_ascii=False)
        update = f"UPDATE {table} SET {column} = ? WHERE {key} = ? AND {column} = ?"
        connection.execute(update, (text, run_id, document))


def array_names(connection: sqlite3.Connection, run_id: int) -> tuple[str, ...]:
    """Give the names of a run's arrays."""
    query = "SELECT name FROM run_arrays WHERE run_id = ?"
    return tuple(name for (name,) in connection.execute(query, (run_id,)).fetchall())


def runs_of(connection: sqlite3.Connection, dataset_id: int) -> tuple[int, ...]:
    """Give the numbers of a dataset's runs."""
    return tuple(run_id for (run_id,) in _runs(connection, dataset_id))


def remove_run(connection: sqlite3.Connection, run_id: int) -> None:
    """Remove a run for good."""
    connection.execute("DELETE FROM clustering_runs WHERE id = ?", (run_id,))


def backups(path: Path) -> tuple[Path, ...]:
    """Give the copies of older databases beside this one."""
    return tuple(sorted(path.parent.glob(f"{path.stem}-backup-v*{path.suffix}")))


def _runs(connection: sqlite3.Connection, dataset_id: int) -> list[tuple[int]]:
    return connection.execute("SELECT id FROM clustering_runs WHERE dataset_id = ?", (dataset_id,)).fetchall()


def _delete(connection: sqlite3.Connection, table: str, condition: str, rows: Sequence[int]) -> None:
    gone = sorted(rows)
    connection.execute(
        f"DELETE FROM {table} WHERE {condition} AND row_index IN (SELECT value FROM json_each(?))",
        (json.dumps(gone),),
    )
    connection.create_function("rows_before", 1, lambda row: bisect_left(gone, row), deterministic=True)
    # By way of numbers below 0: no two rows may have the same one at any time.
    connection.execute(
        f"UPDATE {table} SET row_index = rows_before(row_index) - row_index - 1 WHERE {condition}"
    )
    connection.execute(f"UPDATE {table} SET row_index = -row_index - 1 WHERE {condition}")


def _hidden(value: Any, texts: Collection[str]) -> Any:
    match value:
        case str():
            for text in texts:
                if value == text:
                    return _HIDDEN
                if len(text) >= _LEAST_PART and text in value:
                    value = value.replace(text, _HIDDEN)
            return value
        case list():
            return [_hidden(item, texts) for item in value]
        case dict():
            return {key: _hidden(item, texts) for key, item in value.items()}
    return value
