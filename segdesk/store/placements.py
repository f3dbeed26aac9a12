"""Keeps who was placed where, and which run repeats which."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import numpy as np

from segdesk.errors import StoreError
from segdesk.model.placement import Placement
from segdesk.store import catalogue
from segdesk.store.db import atomic


def save_placement(
    connection: sqlite3.Connection,
    run_id: int,
    segments: int,
    dataset_id: int,
    placement: Placement,
    *,
    created_at: datetime,
) -> int:
    """Save where a dataset's customers were placed, in one transaction, and give the placement's number.

    Raises
    ------
    StoreError
        ``database.no_run``, ``database.no_dataset``: it was deleted meanwhile.
    """
    with atomic(connection):
        catalogue.run(connection, run_id)
        catalogue.dataset(connection, dataset_id)
        found = connection.execute(
            """
            INSERT INTO placements (run_id, dataset_id, segments, created_at) VALUES (?, ?, ?, ?)
            RETURNING id""",
            (run_id, dataset_id, segments, created_at.astimezone(UTC).isoformat(timespec="microseconds")),
        )
        placement_id = int(found.fetchone()[0])
        columns = (
            placement.segment,
            placement.nearest,
            placement.second,
            placement.confidence,
            placement.unlikeness,
        )
        connection.executemany(
            f"INSERT INTO placed_customers VALUES ({placement_id}, ?, ?, ?, ?, ?, ?)",
            zip(range(len(placement.segment)), *(c.tolist() for c in columns), strict=True),
        )
    return placement_id


def placement(connection: sqlite3.Connection, placement_id: int) -> tuple[int, int, int, Placement]:
    """Give a saved placement: its run, the cut's segments, the dataset, and where everybody went.

    Raises
    ------
    StoreError
        ``database.no_placement``.
    """
    query = """
        SELECT p.run_id, p.segments, p.dataset_id FROM placements p
        JOIN datasets d ON d.id = p.dataset_id JOIN clustering_runs r ON r.id = p.run_id
        WHERE p.id = ? AND d.deleted_at IS NULL AND r.deleted_at IS NULL"""
    row = connection.execute(query, (placement_id,)).fetchone()
    if row is None:
        raise StoreError("database.no_placement", id=str(placement_id))
    found = connection.execute(
        """
        SELECT segment, nearest, second, confidence, unlikeness FROM placed_customers
        WHERE placement_id = ? ORDER BY row_index""",
        (placement_id,),
    ).fetchall()
    values = np.array(found, dtype=np.float64).reshape(len(found), 5)
    segment, nearest, second = (values[:, i].astype(np.int8) for i in range(3))
    confidence, unlikeness = (values[:, i].astype(np.float32) for i in (3, 4))
    return *row, Placement(segment, nearest, second, confidence, unlikeness)


def placements(connection: sqlite3.Connection, run_id: int) -> tuple[int, ...]:
    """Give the numbers of a run's saved placements, newest first."""
    query = "SELECT id FROM placements WHERE run_id = ? ORDER BY id DESC"
    return tuple(number for (number,) in connection.execute(query, (run_id,)))


def save_rerun(connection: sqlite3.Connection, run_id: int, before_id: int) -> None:
    """Remember that one run repeats another on newer data."""
    connection.execute("INSERT OR REPLACE INTO reruns VALUES (?, ?)", (run_id, before_id))


def repeats(connection: sqlite3.Connection, run_id: int) -> int | None:
    """Give the run that a run repeats; None where it repeats none."""
    row = connection.execute("SELECT before_id FROM reruns WHERE run_id = ?", (run_id,)).fetchone()
    return None if row is None else int(row[0])
