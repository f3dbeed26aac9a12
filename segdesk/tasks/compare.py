"""Compare all methods on one dataset."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from segdesk.engine.choose import choose
from segdesk.engine.compare import CHEAPEST_FIRST, COMPARED_ROWS, Contest, comparison, contend
from segdesk.engine.encode import encode, unrotated
from segdesk.engine.resampling import taken
from segdesk.engine.validation import validate
from segdesk.model.events import Found, PartsReport, Progress, Stage
from segdesk.model.findings import Comparison
from segdesk.model.recipe import Recipe
from segdesk.model.table import Table
from segdesk.store.catalogue import columns, dataset
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.store.findings import save_comparison
from segdesk.tasks.memory import usable_memory

_PREPARED = 0.1


def compare(report: PartsReport, *, database: Path, dataset_id: int, recipe: Recipe) -> int:
    """Find segments by every method, and give the number of the saved comparison.

    All get the recipe's columns and its number of segments or, where it has none, the one that the
    data suggest. Each contender is told as ``Found(Contender)`` as soon as it is judged; what is saved
    is the whole.

    Raises
    ------
    InputError
        ``recipe.*``: the choices don't fit the dataset.
    StoreError
        ``database.*``
    """
    report(Progress(Stage.PREPARING, 0.0))
    with opened(database, "read") as connection:
        summaries = columns(connection, dataset_id)
        rows = dataset(connection, dataset_id).rows
        validate(recipe, [summary.name for summary in summaries], rows=rows)
        table = read_table(connection, dataset_id, [use.name for use in recipe.used])
    with threadpool_limits(limits=1):
        found = _compared(report, table, recipe)
    report(Progress(Stage.SAVING, 1.0))
    with opened(database, "write") as connection:
        return save_comparison(connection, dataset_id, recipe, found, created_at=datetime.now(UTC))


def _compared(report: PartsReport, table: Table, recipe: Recipe) -> Comparison:
    rows = table.rows
    if rows > COMPARED_ROWS:
        drawn = np.random.default_rng(recipe.seed).choice(rows, COMPARED_ROWS, replace=False)
        table = taken(table, np.sort(drawn))
    used = replace(recipe, columns=recipe.used)  # no others were read
    features = encode(table, used)
    report(Progress(Stage.CHOOSING, _PREPARED / 2))
    segments = recipe.segments
    if segments is None:
        before = unrotated(table, used)
        segments = choose(features, seed=recipe.seed, rows_total=rows, unrotated=before).segments
    contest = Contest(table, recipe, features, segments, usable_memory())
    entries = []
    for done, method in enumerate(CHEAPEST_FIRST):
        report(Progress(Stage.COMPARING, _PREPARED + (1 - _PREPARED) * done / len(CHEAPEST_FIRST)))
        entry = contend(contest, method, clock=time.perf_counter)
        report(Found(entry.contender))
        entries.append(entry)
    return comparison(entries, table.rows)
