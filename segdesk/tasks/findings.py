"""What is looked for once a run is on screen: how many, are they real, would they come back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from threadpoolctl import threadpool_limits

from segdesk.engine.choose import choose
from segdesk.engine.encode import encode, unrotated
from segdesk.engine.methods.density import k_distances
from segdesk.engine.stability import reliability
from segdesk.engine.validation import validate
from segdesk.engine.verdict import judge_reality
from segdesk.model.events import Found, PartsReport, Progress, Report, Stage
from segdesk.model.findings import Choice, Finding, Nearness
from segdesk.model.recipe import Method, Recipe
from segdesk.model.table import Features
from segdesk.store import findings
from segdesk.store.catalogue import columns, dataset, run
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.store.runs import labels
from segdesk.tasks.memory import usable_memory

# Where a stage ends, as a share of the whole.
_CHOSEN, _TESTED = 0.2, 0.6


def how_many(report: Report, *, database: Path, dataset_id: int, recipe: Recipe) -> Choice:
    """Say how many segments a dataset has; nothing is saved.

    Raises
    ------
    InputError
        ``recipe.*``: the choices don't fit the dataset.
    RunError
        ``method.*``: there is nothing to choose from.
    StoreError
        ``database.*``
    """
    report(Progress(Stage.PREPARING, 0.0))
    with opened(database, "read") as connection:
        summaries = columns(connection, dataset_id)
        rows = dataset(connection, dataset_id).rows
        validate(recipe, [summary.name for summary in summaries], rows=rows)
        recipe = replace(recipe, columns=recipe.used)
        table = read_table(connection, dataset_id, [use.name for use in recipe.used])
    # One thread: sums that are shared out among threads are rounded differently with their number.
    with threadpool_limits(limits=1):
        features = encode(table, recipe)
        report(Progress(Stage.CHOOSING, _CHOSEN))
        return choose(features, seed=recipe.seed, unrotated=unrotated(table, recipe))


def judge_run(report: PartsReport, *, database: Path, run_id: int, segments: int) -> int:
    """Find out about a run and one of its cuts what isn't known yet; give the run's number.

    First how near customers are, for a method that goes by it, and how many segments there are; then
    whether they are real, and whether those of the cut would come back. Each is saved as soon as it is
    found, and told as ``Found(Finding)``: who cancels keeps what is there.

    Raises
    ------
    RunError
        ``method.*``: there is nothing to choose from.
    StoreError
        ``database.*``
    """
    report(Progress(Stage.PREPARING, 0.0))
    with opened(database, "read") as connection:
        info = run(connection, run_id)
        choice, verdict = findings.choice(connection, run_id), findings.verdict(connection, run_id)
        is_near = findings.nearness(connection, run_id) is not None
        is_repeated = findings.reliability(connection, run_id, segments) is not None
        recipe = replace(info.recipe, columns=info.recipe.used)
        table = read_table(connection, info.dataset_id, [use.name for use in recipe.used])
        cut = labels(connection, run_id, segments)
    seed = recipe.seed
    with threadpool_limits(limits=1):
        features, before = encode(table, recipe), unrotated(table, recipe)
        if recipe.method is Method.DBSCAN and not is_near:
            near = _nearness(features, info.parameters, seed)
            with opened(database, "write") as connection:
                findings.save_nearness(connection, run_id, near)
            report(Found(Finding.NEARNESS))
        if choice is None:
            report(Progress(Stage.CHOOSING, 0.0))
            choice = choose(features, seed=seed, unrotated=before)
            with opened(database, "write") as connection:
                findings.save_choice(connection, run_id, choice)
            report(Found(Finding.CHOICE))
        if verdict is None:
            progress = _stage(report, Stage.TESTING, _CHOSEN, _TESTED)
            verdict = judge_reality(features, choice, seed=seed, unrotated=before, report=progress)
            with opened(database, "write") as connection:
                findings.save_verdict(connection, run_id, verdict)
            report(Found(Finding.VERDICT))
        if not is_repeated:
            found = reliability(
                table,
                recipe,
                cut,
                segments,
                seed=seed,
                report=_stage(report, Stage.REPEATING, _TESTED, 1.0),
                memory=usable_memory(),
            )
            with opened(database, "write") as connection:
                findings.save_reliability(connection, run_id, found)
            report(Found(Finding.RELIABILITY))
    return run_id


def _nearness(features: Features, parameters: dict[str, float], seed: int) -> Nearness:
    neighbours = int(parameters["min_samples"])
    curve = k_distances(features.matrix, neighbours, seed=seed)
    return Nearness(
        neighbours, tuple(curve.shares.tolist()), tuple(curve.distances.tolist()), parameters["eps"]
    )


def _stage(report: PartsReport, stage: Stage, start: float, end: float) -> Callable[[float], None]:
    """Turn the share that is done of one stage into the share of the whole job."""
    report(Progress(stage, start))
    return lambda share: report(Progress(stage, start + (end - start) * share))
