"""A process killed in the midst of a save leaves nothing half done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from segdesk.store import catalogue, runs
from segdesk.store.db import integrity, opened
from tests.store import examples

ROOT = Path(__file__).resolve().parents[2]
ROWS = 60_000

# Saves, and waits to be killed when half of the rows are written.
SAVE = """
import sys, time
from pathlib import Path
from segdesk.store.db import opened
from tests.store import examples

def wait(share):
    if share > 0.5:
        print("half", flush=True)
        time.sleep(60)

with opened(Path(sys.argv[1]), "write") as connection:
    {action}
"""
ACTIONS = {
    "dataset": f"examples.save(connection, examples.large({ROWS}), name='half', report=wait)",
    "run": f"examples.save_run(connection, 1, examples.segmentation({ROWS}), report=wait)",
}


@pytest.mark.parametrize("what", ["dataset", "run"])
def test_that_a_save_that_is_killed_leaves_nothing_half_done(path: Path, what: str) -> None:
    with opened(path, "write") as connection:
        dataset_id = examples.save(connection, examples.large(ROWS), name="finished")
        run_id = examples.save_run(connection, dataset_id, examples.segmentation(ROWS))
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    code = SAVE.format(action=ACTIONS[what])
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half\n"
        process.kill()
    # It had written, so there was something to undo.
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0
    with opened(path, "read") as connection:
        assert [info.name for info in catalogue.datasets(connection)] == ["finished"]
        assert [info.id for info in catalogue.runs(connection)] == [run_id]
        assert runs.segmentation(connection, run_id).labels.shape == (3, ROWS)
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == tables
        assert connection.execute("SELECT count(*) FROM rows_1").fetchone() == (ROWS,)
        assert connection.execute("SELECT count(*) FROM cluster_assignments").fetchone() == (ROWS,)
    assert integrity(path) == ()
    with opened(path, "write") as connection:
        examples.save_run(connection, dataset_id, examples.segmentation(ROWS))
