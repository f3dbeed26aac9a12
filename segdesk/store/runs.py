"""Saves what a run found, and reads it back as it was."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdesk.model.recipe import Recipe
from segdesk.model.result import Cut, FeatureConfig, Projection, Segmentation
from segdesk.store import catalogue, json_text
from segdesk.store.arrays import array, save_array
from segdesk.store.cells import CHUNK_ROWS
from segdesk.store.db import atomic
from segdesk.store.names import colours

_COORDINATES = "coordinates"


@dataclass(frozen=True, slots=True)
class _Axes:
    """A projection without its coordinates."""

    columns: tuple[str, ...]
    loadings: tuple[tuple[float, ...], ...]
    explained: tuple[float, ...]


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
                cuts, parameters, projection, seed, versions, created_at, seconds)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
            (
                dataset_id,
                json_text.encode(recipe),
                recipe.method.value,
                segmentation.segments,
                json_text.encode(segmentation.features),
                json_text.encode(metrics(segmentation.cut(segmentation.segments), segmentation.features)),
                json_text.encode(segmentation.cuts),
                json_text.encode(segmentation.parameters),
                _axes(segmentation.projection),
                recipe.seed,
                json_text.encode(versions),
                created_at.astimezone(UTC).isoformat(timespec="microseconds"),
                seconds,
            ),
        )
        run_id = int(found.fetchone()[0])
        for name, values in _arrays(segmentation).items():
            save_array(connection, run_id, name, values)
        _insert_assignments(connection, run_id, segmentation, report)
    return run_id


def metrics(cut: Cut, features: FeatureConfig) -> dict[str, object]:
    """Give the figures of a cut under SegmentIQ's names.

    ``n_encoded_features`` counts the features that were clustered: after PCA, its directions.
    """
    return {
        "n_samples": sum(cut.sizes) + cut.outliers,
        "n_clusters": cut.segments,
        "n_outliers": cut.outliers,
        "n_encoded_features": features.pca_components if features.pca_applied else features.encoded_features,
        "silhouette_score": cut.quality.silhouette,
        "silhouette_error": cut.quality.silhouette_error,
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
    query = "SELECT n_clusters, cuts, parameters, projection FROM clustering_runs WHERE id = ?"
    segments, cuts, parameters, axes = connection.execute(query, (run_id,)).fetchone()
    found = json_text.decode(cuts, tuple[Cut, ...])
    return Segmentation(
        segments=segments,
        cuts=tuple(replace(cut, colours=colours(connection, run_id, cut.segments)) for cut in found),
        linkage=array(connection, run_id, "linkage"),
        labels=_saved(connection, run_id, "labels"),
        silhouettes=_saved(connection, run_id, "silhouettes"),
        features=features,
        parameters=json.loads(parameters),
        projection=_projection(connection, run_id, axes),
    )


def labels(connection: sqlite3.Connection, run_id: int, segments: int | None = None) -> NDArray[np.int8]:
    """Give each customer's segment, from 0, in the file's order, in the run's own cut or another.

    Raises
    ------
    StoreError
        ``database.no_run``.
    """
    wanted = catalogue.run(connection, run_id).segments if segments is None else segments
    (cuts,) = connection.execute("SELECT cuts FROM clustering_runs WHERE id = ?", (run_id,)).fetchone()
    position = [cut["segments"] for cut in json.loads(cuts)].index(wanted)
    line: NDArray[np.int8] = _saved(connection, run_id, "labels")[position]
    return line


def _arrays(segmentation: Segmentation) -> dict[str, NDArray[Any]]:
    arrays: dict[str, NDArray[Any]] = {
        "labels": segmentation.labels,
        "silhouettes": segmentation.silhouettes,
    }
    if segmentation.linkage is not None:
        arrays["linkage"] = segmentation.linkage
    if segmentation.projection is not None:
        arrays[_COORDINATES] = segmentation.projection.coordinates
    return arrays


def _axes(projection: Projection | None) -> str | None:
    """Write what the axes mean; the coordinates are saved as an array."""
    if projection is None:
        return None
    return json_text.encode(_Axes(projection.columns, projection.loadings, projection.explained))


def _projection(connection: sqlite3.Connection, run_id: int, axes: str | None) -> Projection | None:
    if axes is None:
        return None
    saved = json_text.decode(axes, _Axes)
    coordinates = _saved(connection, run_id, _COORDINATES)
    return Projection(coordinates, saved.columns, saved.loadings, saved.explained)


def _saved(connection: sqlite3.Connection, run_id: int, name: str) -> NDArray[Any]:
    found = array(connection, run_id, name)
    assert found is not None  # saved with every run that needs it
    return found


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
