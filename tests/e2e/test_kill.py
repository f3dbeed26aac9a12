"""kill -9 at any moment: what had finished is there, nothing is half done, and the next job works.

Issue 2, acceptance 5, from outside: whole processes of the command line, which run the worker's tasks.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from segdesk.model.events import Stage
from segdesk.store.db import integrity
from segdesk.text import t

# More than SQLite keeps in memory before it writes to the disk, so that a save can be caught midway.
MANY, FEW = 60_000, 4_000
PATIENCE_S = 60.0
POLL_S = 0.001

Moment = Callable[[subprocess.Popen[str], Path], None]


def command(database: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "segdesk", "--database", str(database), *words]


def document(database: Path, *words: str) -> dict[str, int]:
    done = subprocess.run(
        [*command(database, *words), "--json"],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, int] = json.loads(done.stdout)
    return found


def customers(path: Path, rows: int) -> Path:
    rng = np.random.default_rng(rows)
    figures = rng.normal(size=(rows, 5)).round(3).tolist()
    lines = [f"C{i},{','.join(map(str, line))},some words about {i}" for i, line in enumerate(figures)]
    path.write_text("customer_id,a,b,c,d,e,remark\n" + "\n".join(lines) + "\n")
    return path


def at_stage(stage: Stage) -> Moment:
    """Wait until the process says that it has come so far, or has ended."""

    def wait(process: subprocess.Popen[str], _wal: Path) -> None:
        assert process.stderr is not None
        for line in process.stderr:
            if line.strip() == t(f"stage.{stage}"):
                return

    return wait


def in_the_save(bytes_written: int) -> Moment:
    """Wait until so many bytes of the transaction have reached the disk, or the process has ended."""

    def wait(process: subprocess.Popen[str], wal: Path) -> None:
        at_stage(Stage.SAVING)(process, wal)
        deadline = time.monotonic() + PATIENCE_S
        while process.poll() is None and (not wal.exists() or wal.stat().st_size <= bytes_written):
            assert time.monotonic() < deadline
            time.sleep(POLL_S)

    return wait


def kill(moment: Moment, database: Path, *words: str) -> None:
    with subprocess.Popen(
        command(database, *words), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        moment(process, database.with_name(f"{database.name}-wal"))
        process.kill()


def saved(database: Path) -> tuple[set[int], set[int]]:
    """Give the datasets and runs, having seen that each is whole and that nothing else is there."""
    with closing(sqlite3.connect(database)) as connection:

        def column(query: str) -> list[int]:
            return [value for (value,) in connection.execute(query)]

        datasets = dict(connection.execute("SELECT id, rows FROM datasets").fetchall())
        runs = dict(connection.execute("SELECT id, dataset_id FROM clustering_runs").fetchall())
        objects = set(
            connection.execute(
                "SELECT type, name FROM sqlite_master WHERE name GLOB 'rows_*' OR name GLOB 'assignments_*'"
            )
        )
        assert objects == {("table", f"rows_{i}") for i in datasets} | {
            ("view", f"assignments_{i}") for i in datasets
        }
        for dataset_id, rows in datasets.items():
            assert column(f"SELECT count(*) FROM rows_{dataset_id}") == [rows]
            assert column(f"SELECT count(*) FROM dataset_columns WHERE dataset_id = {dataset_id}") == [7]
        assert set(column("SELECT DISTINCT dataset_id FROM dataset_columns")) == set(datasets)
        assert set(column("SELECT DISTINCT run_id FROM cluster_assignments")) == set(runs)
        assert set(column("SELECT DISTINCT run_id FROM run_arrays")) == set(runs)
        for run_id, dataset_id in runs.items():
            query = f"SELECT count(*) FROM cluster_assignments WHERE run_id = {run_id}"
            assert column(query) == [datasets[dataset_id]]
            assert column(f"SELECT count(*) FROM run_arrays WHERE run_id = {run_id}") == [4]
    assert integrity(database) == ()
    return set(datasets), set(runs)


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_that_a_process_killed_at_any_moment_leaves_nothing_half_done(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    few, many = customers(tmp_path / "few.csv", FEW), customers(tmp_path / "many.csv", MANY)
    dataset_id = document(database, "import", str(few))["dataset_id"]
    run_id = document(database, "segment", str(dataset_id), "--k", "3")["run_id"]
    labels = command(database, "labels", str(run_id))
    before = subprocess.run(labels, capture_output=True, check=True, timeout=PATIENCE_S).stdout
    datasets, runs = saved(database)
    assert (datasets, runs) == ({dataset_id}, {run_id})

    for moment in (
        at_stage(Stage.READING),
        at_stage(Stage.PREPARING),
        in_the_save(0),
        in_the_save(1_000_000),
        in_the_save(4_000_000),
    ):
        kill(moment, database, "import", str(many))
        found = saved(database)
        assert datasets <= found[0]  # the last moment may come when all is done
        assert found[1] == runs
        datasets = found[0]
    for moment in (at_stage(Stage.CLUSTERING), at_stage(Stage.DESCRIBING), in_the_save(0)):
        kill(moment, database, "segment", str(dataset_id), "--k", "4")
        found = saved(database)
        assert runs <= found[1]
        runs = found[1]

    assert subprocess.run(labels, capture_output=True, check=True, timeout=PATIENCE_S).stdout == before
    latest = document(database, "import", str(many))["dataset_id"]
    assert saved(database) == (datasets | {latest}, runs)
