"""The window reads the database without what only the worker needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from segdesk.store.db import opened
from tests.store import examples

ROOT = Path(__file__).resolve().parents[2]

LISTS = """
import sys
from pathlib import Path
from segdesk.store import catalogue, db
with db.opened(Path(sys.argv[1]), "read") as connection:
    assert catalogue.datasets(connection) and catalogue.runs(connection) and catalogue.columns(connection, 1)
with db.opened(Path(sys.argv[1]), "write") as connection:
    catalogue.delete_run(connection, 1)
    catalogue.restore_run(connection, 1)
"""
EVERYTHING = (
    LISTS
    + """
from segdesk.store import datasets, findings, runs
with db.opened(Path(sys.argv[1]), "read") as connection:
    assert runs.segmentation(connection, 1) and len(runs.labels(connection, 1))
    assert datasets.rows(connection, 1, [0]) and datasets.read_table(connection, 1)
    assert len(datasets.row_order(connection, 1, position=0, descending=True, search=""))
    assert findings.choice(connection, 1) is findings.reliability(connection, 1, 2) is None
"""
)
PRINT = "print(*[name for name in sys.argv[2:] if name in sys.modules])"


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        (LISTS, ["numpy", "msgspec", "pandas", "sqlite_utils"]),
        (EVERYTHING, ["pandas", "sqlite_utils", "scipy", "sklearn"]),
    ],
)
def test_that_reading_leaves_the_heavy_libraries_out(path: Path, code: str, unwanted: list[str]) -> None:
    with opened(path, "write") as connection:
        dataset_id = examples.save(connection, examples.customers())
        examples.save_run(connection, dataset_id, examples.segmentation())
    command = [sys.executable, "-c", code + PRINT, str(path), *unwanted]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr, done.stdout.strip()) == (0, "", "")
