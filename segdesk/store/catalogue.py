"""Which datasets and runs there are, and what happens to them as a whole.

Free of NumPy and msgspec when imported: the first window shows these lists.
"""

from __future__ import annotations

import json
import math
import sqlite3
from dataclasses import fields, replace
from datetime import datetime
from typing import TYPE_CHECKING

from segdesk.errors import StoreError
from segdesk.model.changes import Change, Suggestion
from segdesk.model.reading import Dialect, Reading, ReadingChoices, Receipt
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.saved import DatasetInfo, RunInfo
from segdesk.model.transactions import LooksLike, SaleColumns
from segdesk.store import json_text
from segdesk.store.db import atomic

if TYPE_CHECKING:
    from segdesk.model.result import Cut, FeatureConfig

_HIDE = """
    UPDATE {} SET deleted_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = ? AND deleted_at IS NULL"""
_RESTORE = "UPDATE {} SET deleted_at = NULL WHERE id = ?"

_DATASETS = """
    SELECT id, name, original_path, sha256, rows,
        (SELECT count(*) FROM dataset_columns c WHERE c.dataset_id = d.id),
        imported_at,
        (SELECT count(*) FROM clustering_runs r WHERE r.dataset_id = d.id AND r.deleted_at IS NULL),
        warnings
    FROM datasets d WHERE d.deleted_at IS NULL"""

_RUNS = """
    SELECT r.id, r.dataset_id, d.name, r.recipe, r.n_clusters, r.metrics, r.created_at, r.seconds,
        r.versions, r.parameters
    FROM clustering_runs r JOIN datasets d ON d.id = r.dataset_id
    WHERE r.deleted_at IS NULL AND d.deleted_at IS NULL"""

# Null in a feature configuration is nan, except where these say that no PCA was applied.
_WITHOUT_PCA = frozenset({"pca_components", "pca_explained_variance"})

# Null in what a user said about a file means that the file decides, in a change that there is no limit,
# in columns of sales that there is no such column.
_UNSAID = frozenset(
    field.name for kind in (ReadingChoices, Dialect, Change, SaleColumns, LooksLike) for field in fields(kind)
)
_NO_SALES = frozenset({"sales"}) | {field.name for kind in (SaleColumns, LooksLike) for field in fields(kind)}


def datasets(connection: sqlite3.Connection) -> tuple[DatasetInfo, ...]:
    """Give the datasets, newest first, without deleted ones."""
    found = connection.execute(f"{_DATASETS} ORDER BY d.imported_at DESC, d.id DESC")
    return tuple(_dataset_info(row) for row in found)


def dataset(connection: sqlite3.Connection, dataset_id: int) -> DatasetInfo:
    """Give one dataset.

    Raises
    ------
    StoreError
        ``database.no_dataset``: there is none of that number, or it was deleted.
    """
    row = connection.execute(f"{_DATASETS} AND d.id = ?", (dataset_id,)).fetchone()
    if row is None:
        raise _no_dataset(dataset_id)
    return _dataset_info(row)


def runs(connection: sqlite3.Connection, dataset_id: int | None = None) -> tuple[RunInfo, ...]:
    """Give the runs, of one dataset or of all, newest first, without deleted ones."""
    query = f"{_RUNS} AND (?1 IS NULL OR r.dataset_id = ?1) ORDER BY r.created_at DESC, r.id DESC"
    return tuple(_run_info(row) for row in connection.execute(query, (dataset_id,)))


def run(connection: sqlite3.Connection, run_id: int) -> RunInfo:
    """Give one run.

    Raises
    ------
    StoreError
        ``database.no_run``: there is none of that number, or it or its dataset was deleted.
    """
    row = connection.execute(f"{_RUNS} AND r.id = ?", (run_id,)).fetchone()
    if row is None:
        raise _no_run(run_id)
    return _run_info(row)


def columns(connection: sqlite3.Connection, dataset_id: int) -> tuple[ColumnSummary, ...]:
    """Give a dataset's columns in the file's order, with the roles they have now.

    Raises
    ------
    StoreError
        ``database.no_dataset``.
    """
    dataset(connection, dataset_id)
    query = """
        SELECT name, kind, role, reason, missing, "distinct", examples, histogram, nullif(guessed_role, role)
        FROM dataset_columns WHERE dataset_id = ? ORDER BY position"""
    return tuple(
        ColumnSummary(
            name=name,
            kind=Kind(kind),
            role=ColumnRole(role),
            reason=None if reason is None else json_text.decode_note(reason),
            missing=missing,
            distinct=distinct,
            examples=tuple(json.loads(examples)),
            histogram=tuple(json.loads(histogram)),
            guess=guess and ColumnRole(guess),
        )
        for name, kind, role, reason, missing, distinct, examples, histogram, guess in connection.execute(
            query, (dataset_id,)
        )
    )


def reading(connection: sqlite3.Connection, dataset_id: int) -> Reading | None:
    """Give how a dataset came out of its file; None where that wasn't kept.

    Raises
    ------
    StoreError
        ``database.no_dataset``.
    """
    dataset(connection, dataset_id)
    query = """
        SELECT choices, dialect, receipt, looks_like, suggestions
        FROM dataset_readings WHERE dataset_id = ?"""
    row = connection.execute(query, (dataset_id,)).fetchone()
    if row is None:
        return None
    choices, dialect, receipt, looks_like, suggestions = row
    return Reading(
        choices=json_text.decode(choices, ReadingChoices, optional=_UNSAID),
        dialect=None if dialect == "null" else json_text.decode(dialect, Dialect, optional=_UNSAID),
        receipt=None if receipt == "null" else json_text.decode(receipt, Receipt, optional=_NO_SALES),
        looks_like=looks_like,
        suggestions=json_text.decode(suggestions, tuple[Suggestion, ...], optional=_UNSAID),
    )


def feature_config(connection: sqlite3.Connection, run_id: int) -> FeatureConfig:
    """Give what a run used, left out and filled in.

    Raises
    ------
    StoreError
        ``database.no_run``.
    """
    from segdesk.model.result import FeatureConfig  # brings NumPy

    run(connection, run_id)
    query = "SELECT feature_config FROM clustering_runs WHERE id = ?"
    (text,) = connection.execute(query, (run_id,)).fetchone()
    return json_text.decode(text, FeatureConfig, optional=_WITHOUT_PCA)


def cut(connection: sqlite3.Connection, run_id: int, segments: int | None = None) -> Cut:
    """Give the cut that a run was saved with, or another: sizes, quality and traits of its segments.

    With the colours that its segments kept from an earlier run.

    Raises
    ------
    StoreError
        ``database.no_run``.
    """
    from segdesk.model.result import Cut  # brings NumPy
    from segdesk.store.names import colours  # which looks its runs up here

    wanted = run(connection, run_id).segments if segments is None else segments
    (text,) = connection.execute("SELECT cuts FROM clustering_runs WHERE id = ?", (run_id,)).fetchone()
    found = next(found for found in json_text.decode(text, tuple[Cut, ...]) if found.segments == wanted)
    return replace(found, colours=colours(connection, run_id, wanted))


def set_role(connection: sqlite3.Connection, dataset_id: int, position: int, role: ColumnRole) -> None:
    """Change what a column is used for; the role that was guessed is kept beside it.

    Raises
    ------
    StoreError
        ``database.no_dataset``: no such dataset or column.
    """
    query = """
        UPDATE dataset_columns SET role = ? WHERE dataset_id = ? AND position = ?
            AND dataset_id IN (SELECT id FROM datasets WHERE deleted_at IS NULL)"""
    if not connection.execute(query, (role.value, dataset_id, position)).rowcount:
        raise _no_dataset(dataset_id)


def delete_dataset(connection: sqlite3.Connection, dataset_id: int) -> None:
    """Hide a dataset and its runs until ``restore_dataset`` or ``purge``.

    Raises
    ------
    StoreError
        ``database.no_dataset``.
    """
    if not connection.execute(_HIDE.format("datasets"), (dataset_id,)).rowcount:
        raise _no_dataset(dataset_id)


def restore_dataset(connection: sqlite3.Connection, dataset_id: int) -> None:
    """Undo ``delete_dataset``; its runs come back with it, but for those deleted on their own.

    Raises
    ------
    StoreError
        ``database.no_dataset``: purged, or never there.
    """
    if not connection.execute(_RESTORE.format("datasets"), (dataset_id,)).rowcount:
        raise _no_dataset(dataset_id)


def delete_run(connection: sqlite3.Connection, run_id: int) -> None:
    """Hide a run until ``restore_run`` or ``purge``.

    Raises
    ------
    StoreError
        ``database.no_run``.
    """
    if not connection.execute(_HIDE.format("clustering_runs"), (run_id,)).rowcount:
        raise _no_run(run_id)


def restore_run(connection: sqlite3.Connection, run_id: int) -> None:
    """Undo ``delete_run``.

    Raises
    ------
    StoreError
        ``database.no_run``: purged, or never there.
    """
    if not connection.execute(_RESTORE.format("clustering_runs"), (run_id,)).rowcount:
        raise _no_run(run_id)


def purge(connection: sqlite3.Connection) -> None:
    """Remove for good all that was deleted, and give its space back to the disk.

    Not inside ``atomic``: the space is given back after the transaction.
    """
    with atomic(connection):
        gone = connection.execute("SELECT id FROM datasets WHERE deleted_at IS NOT NULL").fetchall()
        for (dataset_id,) in gone:
            connection.execute(f"DROP VIEW IF EXISTS assignments_{dataset_id}")
            connection.execute(f"DROP TABLE IF EXISTS rows_{dataset_id}")
        connection.execute("DELETE FROM datasets WHERE deleted_at IS NOT NULL")
        connection.execute("DELETE FROM clustering_runs WHERE deleted_at IS NOT NULL")
    # As a script, since execute() stops after the first page.
    connection.executescript("PRAGMA incremental_vacuum")


def _dataset_info(row: tuple[int, str, str, str, int, int, str, int, str]) -> DatasetInfo:
    dataset_id, name, original_path, sha256, rows, width, imported_at, run_count, warnings = row
    return DatasetInfo(
        id=dataset_id,
        name=name,
        original_path=original_path,
        sha256=sha256,
        rows=rows,
        columns=width,
        imported_at=datetime.fromisoformat(imported_at),
        runs=run_count,
        notes=json_text.decode_notes(warnings),
    )


def _run_info(row: tuple[int, int, str, str, int, str, str, float, str, str]) -> RunInfo:
    run_id, dataset_id, dataset_name, recipe, segments, metrics, created_at, seconds, versions, parameters = (
        row
    )
    silhouette = json.loads(metrics)["silhouette_score"]
    return RunInfo(
        id=run_id,
        dataset_id=dataset_id,
        dataset_name=dataset_name,
        recipe=json_text.decode_recipe(recipe),
        segments=segments,
        silhouette=math.nan if silhouette is None else silhouette,
        created_at=datetime.fromisoformat(created_at),
        seconds=seconds,
        versions=json.loads(versions),
        parameters=json.loads(parameters),
    )


# Ready-made text, not a number: 1,024 would be an odd name for a dataset.
def _no_dataset(dataset_id: int) -> StoreError:
    return StoreError("database.no_dataset", id=str(dataset_id))


def _no_run(run_id: int) -> StoreError:
    return StoreError("database.no_run", id=str(run_id))
