"""Saves what a run found, and reads it back as it was."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdesk.model.recipe import Recipe
from segdesk.model.result import Cut, Segmentation
from segdesk.store import catalogue, json_text
from segdesk.store.cells import CHUNK_ROWS
from segdesk.store.db import atomic

# The fastest level: linkages and silhouettes are mostly noise, which no level makes much smaller.
_ZLIB_LEVEL = 1

_ARRAYS = ("linkage", "labels", "silhouettes")


def save_run(  # noqa: PLR0913 (a row has that many fields)
    connection: sqlite3.Connection,
    dataset_id: int,
    recipe: Recipe,
    segmentation: Segmentation,
    *,
    created_at: datetime,
    seconds: float,
    versions: dict[str, str],
    report: Callable[[float], None] | None = None,
) -> int:
    """Save a finished run in one transaction, and give its number.

    Parameters
    ----------
    created_at
        With its time zone; kept in UTC.
    report
        Called with the share of customers written, above 0 and up to 1.

    Raises
    ------
    StoreError
        ``database.no_dataset``: it was deleted meanwhile.
    """
    with atomic(connection):
        catalogue.dataset(connection, dataset_id)
        found = connection.execute(
            """
            INSERT INTO clustering_runs (dataset_id, recipe, method, n_clusters, feature_config, metrics,
                cuts, seed, versions, created_at, seconds)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
            (
                dataset_id,
                json_text.encode(recipe),
                recipe.method.value,
                segmentation.segments,
                json_text.encode(segmentation.features),
                json_text.encode(metrics(segmentation)),
                json_text.encode(segmentation.cuts),
                recipe.seed,
                json_text.encode(versions),
                created_at.astimezone(UTC).isoformat(timespec="microseconds"),
                seconds,
            ),
        )
        run_id = int(found.fetchone()[0])
        for name in _ARRAYS:
            _insert_array(connection, run_id, name, getattr(segmentation, name))
        _insert_assignments(connection, run_id, segmentation, report)
    return run_id


def metrics(segmentation: Segmentation) -> dict[str, object]:
    """Give the figures of a run's own cut under SegmentIQ's names.

    ``n_encoded_features`` counts the features that were clustered: after PCA, its directions.
    """
    cut = segmentation.cut(segmentation.segments)
    features = segmentation.features
    return {
        "n_samples": sum(cut.sizes),
        "n_clusters": cut.segments,
        "n_encoded_features": features.pca_components if features.pca_applied else features.encoded_features,
        "silhouette_score": cut.quality.silhouette,
        "silhouette_band": cut.quality.band.value,
        "davies_bouldin": cut.quality.davies_bouldin,
        "calinski_harabasz": cut.quality.calinski_harabasz,
        "cluster_sizes": {str(label): size for label, size in enumerate(cut.sizes)},
    }


def segmentation(connection: sqlite3.Connection, run_id: int) -> Segmentation:
    """Give everything a run computed, exactly as it was.

    Raises
    ------
    StoreError
        ``database.no_run``.
    """
    features = catalogue.feature_config(connection, run_id)
    query = "SELECT n_clusters, cuts FROM clustering_runs WHERE id = ?"
    segments, cuts = connection.execute(query, (run_id,)).fetchone()
    return Segmentation(
        segments=segments,
        cuts=json_text.decode(cuts, tuple[Cut, ...]),
        linkage=_array(connection, run_id, "linkage"),
        labels=_array(connection, run_id, "labels"),
        silhouettes=_array(connection, run_id, "silhouettes"),
        features=features,
    )


def labels(connection: sqlite3.Connection, run_id: int) -> NDArray[np.int8]:
    """Give each customer's segment in the run's own cut, from 0, in the file's order.

    Raises
    ------
    StoreError
        ``database.no_run``.
    """
    segments = catalogue.run(connection, run_id).segments
    (cuts,) = connection.execute("SELECT cuts FROM clustering_runs WHERE id = ?", (run_id,)).fetchone()
    position = [cut["segments"] for cut in json.loads(cuts)].index(segments)
    line: NDArray[np.int8] = _array(connection, run_id, "labels")[position]
    return line


def _insert_array(connection: sqlite3.Connection, run_id: int, name: str, array: NDArray[Any]) -> None:
    data = zlib.compress(np.ascontiguousarray(array).data, _ZLIB_LEVEL)
    connection.execute(
        "INSERT INTO run_arrays VALUES (?, ?, ?, ?, ?)",
        (run_id, name, array.dtype.str, json.dumps(array.shape), data),
    )


def _array(connection: sqlite3.Connection, run_id: int, name: str) -> NDArray[Any]:
    query = "SELECT dtype, shape, data FROM run_arrays WHERE run_id = ? AND name = ?"
    dtype, shape, data = connection.execute(query, (run_id, name)).fetchone()
    return np.frombuffer(zlib.decompress(data), dtype).reshape(json.loads(shape))


def _insert_assignments(
    connection: sqlite3.Connection,
    run_id: int,
    segmentation: Segmentation,
    report: Callable[[float], None] | None,
) -> None:
    position = segmentation.position(segmentation.segments)
    labels = segmentation.labels[position]
    silhouettes = segmentation.silhouettes[position]
    query = "INSERT INTO cluster_assignments VALUES (?, ?, ?, ?)"
    for start, stop in _parts(len(labels)):
        # SQLite takes nan, a customer outside the sample, as NULL.
        columns = labels[start:stop].tolist(), silhouettes[start:stop].tolist()
        connection.executemany(query, zip(repeat(run_id), range(start, stop), *columns, strict=False))
        if report is not None:
            report(stop / len(labels))


def _parts(rows: int) -> Iterator[tuple[int, int]]:
    for start in range(0, rows, CHUNK_ROWS):
        yield start, min(start + CHUNK_ROWS, rows)
