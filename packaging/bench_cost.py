"""Holds what a run is said to take beside what it takes: ``packaging/bench_cost.py --rows 1000 10000``.

Prints, for every method, number of customers and number of features, the seconds of one processor and the
peak memory of a whole run, from the saved dataset to the saved run, and the ratio of estimate and truth. The
estimate should be right within a factor of two. Each run has a process of its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from segdesk.errors import RunError
from segdesk.model.cost import Machine, count_features, estimate
from segdesk.model.recipe import ColumnUse, Method, Recipe
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Table
from segdesk.store.datasets import save_dataset
from segdesk.store.db import opened

SEGMENTS = 5
MEASURES = 4
LEVELS = 7
"""Of each category: with four measures, two categories make 18 features."""
FAVOURED = 0.6

_HEADS = (
    ("rows", 10),
    ("feat", 5),
    ("cpu s", 9),
    ("told", 9),
    ("ratio", 7),
    ("MB", 8),
    ("told", 8),
    ("ratio", 7),
)


def customers(rows: int, features: int, seed: int = 0) -> Table:
    """Draw customers of five segments: four amounts, and as many categories as make so many features."""
    random = np.random.default_rng(seed)
    segment = random.choice(SEGMENTS, size=rows, p=(0.32, 0.26, 0.2, 0.14, 0.08))
    columns: list[Column] = []
    for position in range(min(MEASURES, features)):
        amounts = np.exp(5 + random.normal(0, 1.5, SEGMENTS)[segment] + random.normal(size=rows))
        columns.append(Column(f"amount {position}", Kind.NUMBER, amounts.round(2)))
    for position in range((features - MEASURES) // LEVELS):
        favourite = random.integers(0, LEVELS, SEGMENTS)[segment]
        codes = np.where(random.random(rows) < FAVOURED, favourite, random.integers(0, LEVELS, rows))
        names = tuple(f"level {level}" for level in range(LEVELS))
        columns.append(Column(f"category {position}", Kind.TEXT, codes.astype(np.int32), names))
    return Table(tuple(columns))


def summaries(table: Table) -> tuple[ColumnSummary, ...]:
    """Give measures and categories their roles."""
    return tuple(
        ColumnSummary(
            column.name,
            column.kind,
            ColumnRole.MEASURE if column.kind is Kind.NUMBER else ColumnRole.CATEGORY,
            None,
            0,
            max(len(column.levels), 1),
            (),
            (),
        )
        for column in table.columns
    )


def saved(table: Table, path: Path) -> None:
    """Save the table as a dataset."""
    with opened(path, "write") as connection:
        save_dataset(
            connection,
            table,
            summaries(table),
            name="bench",
            original_path="bench.csv",
            sha256="",
            imported_at=datetime.now(UTC),
        )


def measured(path: Path, method: Method, answers: multiprocessing.Queue[tuple[float, float]]) -> None:
    """Find segments in the dataset; answer with processor seconds and MB, nan where it won't fit."""
    import resource

    import kneed  # noqa: F401  (a second, which the worker takes before it is asked)

    from segdesk.store.catalogue import columns
    from segdesk.tasks.segment import segment

    with opened(path, "read") as connection:
        found = columns(connection, 1)
    recipe = Recipe(tuple(ColumnUse(each.name, each.role) for each in found), method, segments=SEGMENTS)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.process_time()
    try:
        segment(lambda _: None, database=path, dataset_id=1, recipe=recipe)
    except RunError as error:
        # Not finding two crowds takes the same time; only what was refused tells nothing.
        if error.code.startswith("method.memory"):
            answers.put((float("nan"), float("nan")))
            return
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answers.put((time.process_time() - began, peak - before))


def row(path: Path, table: Table, method: Method, machine: Machine) -> str:
    """Measure one run and hold it beside the estimate."""
    recipe = Recipe(tuple(ColumnUse(each.name, each.role) for each in summaries(table)), method)
    features = count_features(recipe, summaries(table))
    expected = estimate(table.rows, features, method, machine)
    context = multiprocessing.get_context("spawn")
    answers: multiprocessing.Queue[tuple[float, float]] = context.Queue()
    process = context.Process(target=measured, args=(path, method, answers))
    process.start()
    seconds, memory = answers.get()
    process.join()
    return (
        f"{method:<13}{table.rows:>10,}{features:>5}{seconds:>9.2f}{expected.seconds:>9.2f}"
        f"{expected.seconds / seconds:>7.2f}{memory:>8.0f}{expected.memory / 1e6:>8.0f}"
        f"{expected.memory / 1e6 / max(memory, 1):>7.2f}"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--features", type=int, nargs="+", default=[4, 18, 53])
    parser.add_argument("--methods", nargs="+", choices=list(Method), default=list(Method))
    arguments = parser.parse_args()
    from segdesk.engine.pace import machine

    pace = machine()
    print(f"this machine: {pace}")
    heads = "".join(f"{head:>{wide}}" for head, wide in _HEADS)
    print(f"{'method':<13}{heads}")
    with tempfile.TemporaryDirectory() as folder:
        for rows in arguments.rows:
            for features in arguments.features:
                table = customers(rows, features)
                path = Path(folder) / f"{rows}_{features}.sqlite"
                saved(table, path)
                for method in arguments.methods:
                    print(row(path, table, Method(method), pace), flush=True)
                path.unlink()


if __name__ == "__main__":
    main()
