"""Find segments: prepare, cluster, judge, describe, and save all of it as a run."""

from __future__ import annotations

import platform
import time
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import numpy as np
import psutil
from threadpoolctl import threadpool_limits

from segdesk import __version__
from segdesk.engine.choose import suggest
from segdesk.engine.encode import encode, feature_config
from segdesk.engine.methods.hierarchical import count_kinds, cut, linkage, refuse_too_large
from segdesk.engine.profiles import describe_all
from segdesk.engine.quality import judge
from segdesk.model.cost import count_features, run_memory
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.notes import Note
from segdesk.model.recipe import FEWEST_SEGMENTS, MOST_SEGMENTS, Recipe
from segdesk.model.result import Cut, Segmentation
from segdesk.model.roles import ColumnSummary
from segdesk.model.table import Table
from segdesk.store.catalogue import columns, dataset, run
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.store.runs import save_run, segmentation

USABLE_MEMORY = 0.9
"""The share of the free memory that a tree may take; the rest is for whatever else is needed meanwhile."""

LIBRARIES = ("numpy", "scipy", "scikit-learn", "fastcluster")
"""The libraries whose versions can change a label."""


def segment(report: Report, *, database: Path, dataset_id: int, recipe: Recipe) -> int:
    """Apply a recipe to a dataset and give the id of the saved run.

    Raises
    ------
    InputError
        ``recipe.*``: the choices don't fit the dataset.
    RunError
        ``method.*``: this method can't do these customers on this machine.
    StoreError
        ``database.*``
    """
    began = time.perf_counter()
    report(Progress(Stage.PREPARING, 0.0))
    with opened(database, "read") as connection:
        summaries = columns(connection, dataset_id)
        rows = dataset(connection, dataset_id).rows
        # Before anything is read: who has too many customers hears of it at once.
        features = count_features(recipe, summaries)
        refuse_too_large(rows, features, recipe.method, memory=_memory(), needs=run_memory)
        table = read_table(connection, dataset_id)
    result = find_segments(table, summaries, recipe, report)
    report(Progress(Stage.SAVING, 0.9))
    with opened(database, "write") as connection:
        return save_run(
            connection,
            dataset_id,
            recipe,
            result,
            created_at=datetime.now(UTC),
            seconds=time.perf_counter() - began,
            versions=versions(),
        )


def find_segments(
    table: Table, summaries: tuple[ColumnSummary, ...], recipe: Recipe, report: Report
) -> Segmentation:
    """Prepare, cluster, judge and describe; nothing is saved.

    On one thread: sums that are shared out among threads are rounded differently with their number,
    and the window's worker has another number of them than the command line.
    """
    with threadpool_limits(limits=1, user_api="blas"):
        return _found(table, summaries, recipe, report)


def _found(
    table: Table, summaries: tuple[ColumnSummary, ...], recipe: Recipe, report: Report
) -> Segmentation:
    features = encode(table, recipe)
    report(Progress(Stage.CLUSTERING, 0.1))
    tree = linkage(features, recipe.method, memory=_memory())
    report(Progress(Stage.JUDGING, 0.5))
    counts = range(FEWEST_SEGMENTS, min(MOST_SEGMENTS, table.rows - 1) + 1)
    labels = cut(tree, counts)
    judged = judge(features, labels, seed=recipe.seed)
    report(Progress(Stage.DESCRIBING, 0.75))
    traits = describe_all(table, recipe, labels, counts)
    cuts = tuple(
        Cut(
            segments=segments,
            quality=judged.qualities[i],
            sizes=tuple(np.bincount(labels[i], minlength=segments).tolist()),
            segment_silhouettes=judged.segment_silhouettes[i],
            traits=traits[i],
        )
        for i, segments in enumerate(counts)
    )
    chosen = recipe.segments or suggest({c.segments: c.quality.silhouette for c in cuts})
    kinds = count_kinds(tree)
    if chosen > kinds:
        alike = Note("note.same_customers", {"kinds": kinds, "segments": chosen})
        features = replace(features, notes=(*features.notes, alike))
    config = feature_config(summaries, recipe, features)
    return Segmentation(chosen, cuts, tree, labels, judged.silhouettes, config)


def _memory() -> int:
    return int(psutil.virtual_memory().available * USABLE_MEMORY)


def keep_cut(report: Report, *, database: Path, run_id: int, segments: int) -> int:
    """Save another cut of a run's tree as a run of its own, and give its id.

    Raises
    ------
    StoreError
        ``database.no_run``
    """
    report(Progress(Stage.SAVING, 0.1))
    with opened(database, "write") as connection:
        info = run(connection, run_id)
        result = replace(segmentation(connection, run_id), segments=segments)
        return save_run(
            connection,
            info.dataset_id,
            replace(info.recipe, segments=segments),
            result,
            created_at=datetime.now(UTC),
            seconds=info.seconds,
            versions=info.versions,
        )


def versions() -> dict[str, str]:
    """Give the versions that a bit-identical repeat needs."""
    found = {name: version(name) for name in LIBRARIES}
    return {"segdesk": __version__, "python": platform.python_version(), **found}
