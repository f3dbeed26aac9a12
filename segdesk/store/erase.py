"""Takes one person out of the database, down to the file's bytes."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from segdesk.errors import StoreError
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.store import json_text
from segdesk.store.db import opened
from segdesk.store.erased_texts import LEAST_PART

if TYPE_CHECKING:
    from segdesk.model.campaign import Campaign
    from segdesk.model.changes import Suggestion
    from segdesk.model.reading import Receipt

_OF_CUT = ("certainty", "second", "deciding")
"""Arrays that a cut's reliability brings."""


@contextmanager
def wiping(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the database to write; what is deleted is overwritten, and in the end the file is written anew.

    Raises
    ------
    StoreError
        ``erase.still_open``: all is saved, but another program reads the database as it was.
    """
    with opened(path, "write") as connection:
        connection.execute("PRAGMA secure_delete = ON")
        yield connection
        # The log may hold pages as they were; then all pages are copied without what is free.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        is_busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:
            raise StoreError("erase.still_open", path=str(path))


def rows_of(connection: sqlite3.Connection, column: str, value: str) -> dict[int, tuple[int, ...]]:
    """Find the rows that hold a value in a column of that name, by dataset.

    Names are compared whatever their case and the signs between their words; a number as a number.
    """
    found: dict[int, tuple[int, ...]] = {}
    query = """
        SELECT c.dataset_id, c.position, c.name, c.kind FROM dataset_columns c
        JOIN datasets d ON d.id = c.dataset_id WHERE d.deleted_at IS NULL"""
    for dataset_id, position, name, kind in connection.execute(query).fetchall():
        if _plain(name) == _plain(column) and (
            rows := _rows_of(connection, dataset_id, position, kind, value)
        ):
            found[dataset_id] = tuple(sorted({*found.get(dataset_id, ()), *rows}))
    return found


def elsewhere(connection: sqlite3.Connection, column: str, value: str) -> tuple[tuple[str, str], ...]:
    """Give dataset and column wherever a value is found under a column of another name.

    A short text or a number that isn't a customer's is part of too many lives to be called the same.
    """
    query = """
        SELECT c.dataset_id, c.position, c.name, c.kind, c.role, d.name FROM dataset_columns c
        JOIN datasets d ON d.id = c.dataset_id WHERE d.deleted_at IS NULL ORDER BY d.id DESC, c.position"""
    found = []
    for dataset_id, position, name, kind, role, dataset in connection.execute(query).fetchall():
        is_telling = role == ColumnRole.IDENTIFIER.value or (
            kind == Kind.TEXT.value and len(value.strip()) >= LEAST_PART
        )
        is_other = is_telling and _plain(name) != _plain(column)
        if is_other and _rows_of(connection, dataset_id, position, kind, value, limit="LIMIT 1"):
            found.append((dataset, name))
    return tuple(found)


def _rows_of(
    connection: sqlite3.Connection, dataset_id: int, position: int, kind: str, value: str, limit: str = ""
) -> tuple[int, ...]:
    sought: str | float = value.strip()
    if kind == Kind.NUMBER.value:
        try:
            sought = float(sought)
        except ValueError:
            return ()
    cell = f"trim(c{position})" if kind == Kind.TEXT.value else f"c{position}"
    query = f"SELECT row_index FROM rows_{dataset_id} WHERE {cell} = ? ORDER BY row_index {limit}"
    return tuple(row for (row,) in connection.execute(query, (sought,)))


def _plain(name: str) -> str:
    """Make Customer_ID, "customer id" and CustomerId one name."""
    return "".join(letter for letter in name.casefold() if letter.isalnum()) or name


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


def forget_cuts(connection: sqlite3.Connection, run_id: int, segments: Sequence[int]) -> int:
    """Remove all that is said of cuts that aren't there any more; give how many campaigns that were."""
    gone = json.dumps(list(segments))
    query = """
        SELECT id FROM campaigns WHERE run_id = ?1
        AND document ->> '$.segments' IN (SELECT value FROM json_each(?2))"""
    campaigns = [number for (number,) in connection.execute(query, (run_id, gone)).fetchall()]
    names = [f"campaign_{number}" for number in campaigns]
    names += [f"{name}_{count}" for name in _OF_CUT for count in segments]
    inside = "run_id = ?1 AND {} IN (SELECT value FROM json_each(?2))"
    for table in ("segment_names", "segment_colours", "run_findings", "placements"):
        connection.execute(f"DELETE FROM {table} WHERE {inside.format('segments')}", (run_id, gone))
    connection.execute(f"DELETE FROM campaigns WHERE {inside.format('id')}", (run_id, json.dumps(campaigns)))
    connection.execute(f"DELETE FROM run_arrays WHERE {inside.format('name')}", (run_id, json.dumps(names)))
    return len(campaigns)


def forget_comparisons(connection: sqlite3.Connection, dataset_id: int) -> None:
    """Remove a dataset's comparisons of methods: their sizes would still count everybody."""
    connection.execute("DELETE FROM comparisons WHERE dataset_id = ?", (dataset_id,))


def save_reading(
    connection: sqlite3.Connection,
    dataset_id: int,
    receipt: Receipt | None,
    suggestions: Sequence[Suggestion],
) -> None:
    """Put a receipt and what could be tidied in the place of a dataset's own."""
    connection.execute(
        "UPDATE dataset_readings SET receipt = ?, suggestions = ? WHERE dataset_id = ?",
        (json_text.encode(receipt), json_text.encode(tuple(suggestions)), dataset_id),
    )


def save_campaign_figures(connection: sqlite3.Connection, number: int, campaign: Campaign) -> None:
    """Put a campaign's figures in the place of the old ones; who is in it stays."""
    update = "UPDATE campaigns SET document = ? WHERE id = ?"
    connection.execute(update, (json_text.encode(campaign), number))


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
    """Give the copies of older databases that SegDesk made beside this one, whole and unfinished."""
    # Not by a pattern of the stem: a name may hold signs that a pattern reads otherwise.
    start, ends = f"{path.stem}-backup-v", (path.suffix, f"{path.suffix}.part")
    return tuple(
        sorted(
            each for each in path.parent.iterdir() if each.name.startswith(start) and each.name.endswith(ends)
        )
    )


def delete_backups(path: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Delete those copies; give which are gone, and which another program keeps."""
    gone, kept = [], []
    for backup in backups(path):
        try:
            backup.unlink()
            gone.append(backup)
        except OSError:
            kept.append(backup)
    return tuple(gone), tuple(kept)


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
