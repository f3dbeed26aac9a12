"""Saves what is found about a run once it is there, part by part, and reads it back as it was.

Each part is saved in a transaction of its own: a job that is stopped keeps what it has found.
Saving a part again replaces it.
"""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, TypeVar

from segdesk.model.findings import (
    Choice,
    Comparison,
    Finding,
    Findings,
    Nearness,
    Reliability,
    ReliabilityFigures,
    Verdict,
)
from segdesk.model.recipe import Recipe
from segdesk.store import catalogue, json_text
from segdesk.store.arrays import array, save_array
from segdesk.store.db import atomic

T = TypeVar("T")

_WHOLE = 0
"""The number of segments of a finding that isn't about one cut."""

_ARRAYS = ("certainty", "second", "deciding")

# Null is nan except where it says that there is none: an adviser who can't tell, a contender that
# didn't fail, no recommended one, a recipe that leaves its numbers to the data.
_NONE = frozenset({"says", "failure", "recommended", "segments", "pca"})


def save_choice(connection: sqlite3.Connection, run_id: int, choice: Choice) -> None:
    """Save how the number of segments was chosen.

    Raises
    ------
    StoreError
        ``database.no_run``: it was deleted meanwhile.
    """
    _save(connection, run_id, Finding.CHOICE, _WHOLE, choice)


def choice(connection: sqlite3.Connection, run_id: int) -> Choice | None:
    """Give how the number of segments was chosen; None where that isn't known yet."""
    return _finding(connection, run_id, Finding.CHOICE, _WHOLE, Choice)


def save_nearness(connection: sqlite3.Connection, run_id: int, nearness: Nearness) -> None:
    """Save how near the run's customers are to each other.

    Raises
    ------
    StoreError
        ``database.no_run``: it was deleted meanwhile.
    """
    _save(connection, run_id, Finding.NEARNESS, _WHOLE, nearness)


def nearness(connection: sqlite3.Connection, run_id: int) -> Nearness | None:
    """Give how near the run's customers are to each other; None where that isn't known or of no use."""
    return _finding(connection, run_id, Finding.NEARNESS, _WHOLE, Nearness)


def save_verdict(connection: sqlite3.Connection, run_id: int, verdict: Verdict) -> None:
    """Save whether the run's features hold groups at all.

    Raises
    ------
    StoreError
        ``database.no_run``: it was deleted meanwhile.
    """
    _save(connection, run_id, Finding.VERDICT, _WHOLE, verdict)


def verdict(connection: sqlite3.Connection, run_id: int) -> Verdict | None:
    """Give whether the run's features hold groups; None where that isn't known yet."""
    return _finding(connection, run_id, Finding.VERDICT, _WHOLE, Verdict)


def save_reliability(connection: sqlite3.Connection, run_id: int, reliability: Reliability) -> None:
    """Save whether the segments of one cut would come back, in one transaction.

    Raises
    ------
    StoreError
        ``database.no_run``: it was deleted meanwhile.
    """
    figures = ReliabilityFigures(**_by_name(reliability))
    with atomic(connection):
        _save(connection, run_id, Finding.RELIABILITY, reliability.segments, figures)
        for name in _ARRAYS:
            save_array(connection, run_id, f"{name}_{reliability.segments}", getattr(reliability, name))


def reliability(connection: sqlite3.Connection, run_id: int, segments: int) -> Reliability | None:
    """Give whether the segments of that cut would come back; None where that isn't known yet."""
    figures = _finding(connection, run_id, Finding.RELIABILITY, segments, ReliabilityFigures)
    found = {name: array(connection, run_id, f"{name}_{segments}") for name in _ARRAYS}
    certainty, second, deciding = (found[name] for name in _ARRAYS)
    if figures is None or certainty is None or second is None or deciding is None:
        return None
    return Reliability(**_by_name(figures), certainty=certainty, second=second, deciding=deciding)


def findings(connection: sqlite3.Connection, run_id: int, segments: int) -> Findings:
    """Give what is known so far of one cut of a run."""
    return Findings(
        choice=choice(connection, run_id),
        verdict=verdict(connection, run_id),
        reliability=reliability(connection, run_id, segments),
        nearness=nearness(connection, run_id),
    )


def save_comparison(
    connection: sqlite3.Connection,
    dataset_id: int,
    recipe: Recipe,
    comparison: Comparison,
    *,
    created_at: datetime,
) -> int:
    """Save a comparison of methods in place of the dataset's earlier ones, and give its number.

    Raises
    ------
    StoreError
        ``database.no_dataset``: it was deleted meanwhile.
    """
    with atomic(connection):
        catalogue.dataset(connection, dataset_id)
        connection.execute("DELETE FROM comparisons WHERE dataset_id = ?", (dataset_id,))
        found = connection.execute(
            """
            INSERT INTO comparisons (dataset_id, recipe, document, created_at)
            VALUES (?, ?, ?, ?) RETURNING id""",
            (
                dataset_id,
                json_text.encode(recipe),
                json_text.encode(comparison),
                created_at.astimezone(UTC).isoformat(timespec="microseconds"),
            ),
        )
        return int(found.fetchone()[0])


def comparison(connection: sqlite3.Connection, dataset_id: int) -> Comparison | None:
    """Give the dataset's newest comparison of methods; None where there is none yet."""
    query = "SELECT document FROM comparisons WHERE dataset_id = ? ORDER BY id DESC LIMIT 1"
    row = connection.execute(query, (dataset_id,)).fetchone()
    return None if row is None else json_text.decode(row[0], Comparison, optional=_NONE)


def _by_name(figures: ReliabilityFigures) -> dict[str, Any]:
    return {field.name: getattr(figures, field.name) for field in fields(ReliabilityFigures)}


def _save(
    connection: sqlite3.Connection, run_id: int, kind: Finding, segments: int, document: object
) -> None:
    with atomic(connection):
        catalogue.run(connection, run_id)
        connection.execute(
            "INSERT OR REPLACE INTO run_findings VALUES (?, ?, ?, ?)",
            (run_id, kind.value, segments, json_text.encode(document)),
        )


def _finding(
    connection: sqlite3.Connection, run_id: int, kind: Finding, segments: int, made_of: type[T]
) -> T | None:
    query = "SELECT document FROM run_findings WHERE run_id = ? AND kind = ? AND segments = ?"
    row = connection.execute(query, (run_id, kind.value, segments)).fetchone()
    return None if row is None else json_text.decode(row[0], made_of, optional=_NONE)
