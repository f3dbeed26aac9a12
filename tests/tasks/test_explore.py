"""A dataset is looked through in the worker, and what comes back is small."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from segdesk.errors import StoreError
from segdesk.jobs.catalogue import Job
from segdesk.model.events import Progress
from segdesk.model.roles import ColumnRole
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.tasks.explore import explore
from segdesk.tasks.import_file import import_file
from tests.tasks.reporting import quiet

SMALL = 100_000
"""Bytes that pass the pipe without being felt."""


def imported(folder: Path, *, columns: int = 0) -> tuple[Path, int]:
    source, database = folder / "till.csv", folder / "db.sqlite"
    more = [f"m{number}" for number in range(columns)]
    lines = [",".join(["mail", "tier", "spend", *more])]
    for row in range(40):
        figures = [str((row * (number + 7)) % 41 + 0.5) for number in range(columns)]
        spend = 10.5 + row % 4 if row < 38 else 10.5
        lines.append(",".join([f"k{row}@shop.et", "gold" if row % 4 else "silver", str(spend), *figures]))
    source.write_text("\n".join(lines) + "\n", "utf-8")
    return database, import_file(quiet, database=database, source=source)


def test_that_a_saved_dataset_is_looked_through(tmp_path: Path):
    database, dataset_id = imported(tmp_path)
    heard: list[Progress] = []
    found = explore(heard.append, database=database, dataset_id=dataset_id)
    assert (found.dataset_id, found.rows) == (dataset_id, 40)
    mail, tier, spend = found.columns
    assert (mail.is_personal, mail.is_hidden, mail.distinct) == (True, True, 40)
    # Every fourth of 40 is silver.
    assert [(level.name, level.count) for level in tier.levels] == [("gold", 30), ("silver", 10)]
    assert spend.spread is not None
    assert (spend.spread.minimum, spend.spread.maximum) == (10.5, 13.5)
    assert [progress.share for progress in heard] == sorted(progress.share for progress in heard)


def test_that_no_personal_value_comes_back(tmp_path: Path):
    database, dataset_id = imported(tmp_path)
    assert b"@shop.et" not in pickle.dumps(explore(quiet, database=database, dataset_id=dataset_id))


def test_that_the_roles_of_now_decide(tmp_path: Path):
    database, dataset_id = imported(tmp_path)
    with opened(database, "write") as connection:
        catalogue.set_role(connection, dataset_id, 1, ColumnRole.TEXT)
    tier = explore(quiet, database=database, dataset_id=dataset_id).columns[1]
    assert (tier.role, tier.is_hidden, tier.levels) == (ColumnRole.TEXT, True, ())


def test_that_three_hundred_columns_come_back_small(tmp_path: Path):
    database, dataset_id = imported(tmp_path, columns=300)
    found = explore(quiet, database=database, dataset_id=dataset_id)
    assert len(found.columns) == 303
    assert len(found.correlations.names) == 30
    assert len(pickle.dumps(found)) < SMALL


def test_that_a_dataset_that_is_gone_is_said_so(tmp_path: Path):
    database, _ = imported(tmp_path)
    with pytest.raises(StoreError) as caught:
        explore(quiet, database=database, dataset_id=99)
    assert caught.value.code == "database.no_dataset"


def test_that_the_worker_knows_the_job():
    assert f"{explore.__module__}:{explore.__name__}" == Job.EXPLORE
