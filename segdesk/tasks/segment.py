"""Find segments: prepare, cluster, judge, describe, and save all of it as a run."""

from __future__ import annotations

import platform
import time
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from segdesk import __version__
from segdesk.engine.choose import choose
from segdesk.engine.encode import encode, feature_config, unrotated
from segdesk.engine.methods import Fitted, fit
from segdesk.engine.methods.limits import refuse_too_large
from segdesk.engine.profiles import describe_all
from segdesk.engine.project import project
from segdesk.engine.quality import judge
from segdesk.engine.standard import standard_names
from segdesk.engine.validation import validate
from segdesk.errors import RunError
from segdesk.model.cost import count_features, least_run_memory, sweep_counts
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.methods import info
from segdesk.model.notes import Fact, Note
from segdesk.model.recipe import AUTO_MOST_SEGMENTS, FEWEST_SEGMENTS, Recipe
from segdesk.model.result import Cut, Quality, Segmentation, Trait
from segdesk.model.roles import ColumnRole, ColumnSummary
from segdesk.model.table import Table
from segdesk.store.catalogue import columns, dataset, run
from segdesk.store.datasets import read_table
from segdesk.store.db import atomic, opened
from segdesk.store.findings import save_choice
from segdesk.store.runs import save_run, segmentation
from segdesk.tasks.memory import usable_memory

# Where a stage ends, as a share of the whole.
_CHOSEN, _CLUSTERED = 0.1, 0.5

LIBRARIES = ("numpy", "scipy", "scikit-learn", "fastcluster", "kneed")
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
        validate(recipe, [summary.name for summary in summaries], rows=rows)
        # Before anything is read: who has too many customers hears of it at once.
        features = count_features(recipe, summaries)
        refuse_too_large(rows, features, recipe.method, memory=usable_memory(), needs=least_run_memory)
        # Reading a million customers' names and numbers back would take longer than to find segments.
        table = read_table(connection, dataset_id, [use.name for use in _told(recipe).columns])
    result = find_segments(table, summaries, recipe, report)
    report(Progress(Stage.SAVING, 0.9))
    with opened(database, "write") as connection, atomic(connection):
        run_id = save_run(
            connection,
            dataset_id,
            recipe,
            result,
            created_at=datetime.now(UTC),
            seconds=time.perf_counter() - began,
            versions=versions(),
        )
        if result.choice is not None:
            save_choice(connection, run_id, result.choice)
    return run_id


def find_segments(
    table: Table, summaries: tuple[ColumnSummary, ...], recipe: Recipe, report: Report
) -> Segmentation:
    """Prepare, cluster, judge and describe; nothing is saved.

    On one thread: sums that are shared out among threads are rounded differently with their number,
    and the window's worker has another number of them than the command line.
    """
    with threadpool_limits(limits=1):
        return _found(table, summaries, recipe, report)


def _found(
    table: Table, summaries: tuple[ColumnSummary, ...], recipe: Recipe, report: Report
) -> Segmentation:
    features = encode(table, _told(recipe))
    choice = None
    if recipe.segments is None and not info(recipe.method).finds_count:
        report(Progress(Stage.CHOOSING, 0.05))
        choice = choose(features, seed=recipe.seed, unrotated=unrotated(table, _told(recipe)))
        recipe = replace(recipe, segments=choice.segments)
    report(Progress(Stage.CLUSTERING, _CHOSEN))
    wanted = sweep_counts(table.rows, features.matrix.shape[1], recipe)

    def building(share: float) -> None:
        report(Progress(Stage.CLUSTERING, _CHOSEN + (_CLUSTERED - _CHOSEN) * share))

    fitted = fit(features, recipe, segments=wanted, memory=usable_memory(), report=building)
    report(Progress(Stage.JUDGING, _CLUSTERED))
    judged = judge(features, fitted.labels, seed=recipe.seed)
    report(Progress(Stage.DESCRIBING, 0.75))
    traits = describe_all(table, recipe, fitted.labels, fitted.segments)
    standard = standard_names(table, recipe, fitted.labels, fitted.segments)
    cuts = tuple(
        replace(
            _cut(segments, fitted.labels[i], judged.qualities[i], judged.segment_silhouettes[i], traits[i]),
            standard=standard[i],
        )
        for i, segments in enumerate(fitted.segments)
    )
    chosen, notes = _chosen(recipe, fitted, wanted)
    features = replace(features, notes=(*features.notes, *fitted.notes, *notes))
    return Segmentation(
        chosen,
        cuts,
        fitted.linkage,
        fitted.labels,
        judged.silhouettes,
        feature_config(summaries, recipe, features),
        fitted.parameters,
        project(features),
        choice,
    )


def _told(recipe: Recipe) -> Recipe:
    """Keep the columns that segments are made from, or described by."""
    told = (use for use in recipe.columns if use.is_used or use.role is ColumnRole.DESCRIBE)
    return replace(recipe, columns=tuple(told))


def _cut(
    segments: int,
    labels: NDArray[np.int8],
    quality: Quality,
    silhouettes: tuple[float, ...],
    traits: tuple[tuple[Trait, ...], ...],
) -> Cut:
    counts = np.bincount(labels.astype(np.int64) + 1, minlength=segments + 1).tolist()
    return Cut(segments, quality, tuple(counts[1:]), silhouettes, traits, outliers=counts[0])


def _chosen(recipe: Recipe, fitted: Fitted, wanted: tuple[int, ...]) -> tuple[int, list[Note]]:
    """Say which cut is the run's own, and what is to be said about it."""
    asked = recipe.segments
    if info(recipe.method).finds_count:
        found = fitted.segments[0]
        facts: dict[str, Fact] = {"found": found, "asked": asked or found}
        return found, [Note("note.found_count", facts)] if asked not in (None, found) else []
    if asked is not None and asked not in fitted.segments:
        raise RunError("method.fewer_segments", segments=asked)
    chosen = asked or fitted.segments[0]
    notes = []
    if chosen > fitted.kinds:
        notes.append(Note("note.same_customers", {"kinds": fitted.kinds, "segments": chosen}))
    usual = range(FEWEST_SEGMENTS, min(AUTO_MOST_SEGMENTS, fitted.labels.shape[1] - 1) + 1)
    if not set(usual) <= set(wanted):
        listed = ", ".join(str(count) for count in wanted)
        notes.append(Note("note.short_sweep", {"segments": listed}))
    return chosen, notes


def keep_cut(report: Report, *, database: Path, run_id: int, segments: int) -> int:
    """Save another cut of a run as a run of its own, and give its id.

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
