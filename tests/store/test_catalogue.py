"""Lists, roles, deleting with undo, purging."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import numpy as np
import pytest

from segdesk.errors import StoreError
from segdesk.model.notes import Note
from segdesk.model.roles import ColumnRole
from segdesk.model.saved import DatasetInfo
from segdesk.store import catalogue, datasets, runs
from segdesk.store.db import opened
from tests.store import examples

Connection = sqlite3.Connection


@pytest.fixture
def saved(connection: Connection) -> tuple[int, int]:
    dataset_id = examples.save(connection, examples.customers())
    return dataset_id, examples.save_run(connection, dataset_id, examples.segmentation())


def test_that_a_dataset_is_described_as_it_was_saved(connection: Connection) -> None:
    east = timezone(timedelta(hours=3))
    dataset_id = examples.save(connection, examples.customers(), imported_at=examples.NOON.astimezone(east))
    assert catalogue.dataset(connection, dataset_id) == DatasetInfo(
        id=dataset_id,
        name="customers",
        original_path="/home/abebe/customers.csv",
        sha256="ab" * 32,
        rows=4,
        columns=4,
        imported_at=examples.NOON,
        runs=0,
        notes=(Note("file.blanks", {"column": "age", "count": 1}),),
    )
    # Addis Ababa's 15:00 is 12:00 in UTC.
    assert catalogue.dataset(connection, dataset_id).imported_at.utcoffset() == timedelta(0)


def test_that_lists_are_newest_first(connection: Connection) -> None:
    hour = timedelta(hours=1)
    second = examples.save(connection, examples.customers(), imported_at=examples.NOON)
    first = examples.save(connection, examples.customers(), imported_at=examples.NOON - hour)
    third = examples.save(connection, examples.customers(), imported_at=examples.NOON)
    assert [info.id for info in catalogue.datasets(connection)] == [third, second, first]
    found = examples.segmentation()
    late = examples.save_run(connection, second, found, created_at=examples.NOON + hour)
    early = examples.save_run(connection, second, found)
    other = examples.save_run(connection, first, found, created_at=examples.NOON + 2 * hour)
    assert [info.id for info in catalogue.runs(connection)] == [other, late, early]
    assert [info.id for info in catalogue.runs(connection, second)] == [late, early]
    assert [info.runs for info in catalogue.datasets(connection)] == [0, 2, 1]


def test_that_a_run_is_described_as_it_was_saved(connection: Connection, saved: tuple[int, int]) -> None:
    info = catalogue.run(connection, saved[1])
    assert info.recipe == examples.RECIPE
    assert (info.dataset_id, info.dataset_name, info.segments) == (saved[0], "customers", 3)
    assert (info.silhouette, info.seconds, info.created_at) == (0.532, 1.5, examples.NOON)
    assert info.versions == {"segdesk": "0.1.0", "numpy": "2.4.0"}
    assert catalogue.feature_config(connection, saved[1]) == examples.FEATURES


def test_that_a_run_without_a_silhouette_has_nan(connection: Connection) -> None:
    found = examples.segmentation()
    cuts = tuple(replace(cut, quality=replace(cut.quality, silhouette=float("nan"))) for cut in found.cuts)
    dataset_id = examples.save(connection, examples.customers())
    run_id = examples.save_run(connection, dataset_id, replace(found, cuts=cuts))
    assert math.isnan(catalogue.run(connection, run_id).silhouette)


def test_that_without_pca_there_are_no_directions_rather_than_nan(connection: Connection) -> None:
    features = replace(
        examples.FEATURES,
        pca_applied=False,
        pca_components=None,
        pca_explained_variance=None,
        pca_variances=(),
        notes=(Note("clean.odd", {"share": float("nan")}),),
    )
    dataset_id = examples.save(connection, examples.customers())
    run_id = examples.save_run(connection, dataset_id, replace(examples.segmentation(), features=features))
    read = catalogue.feature_config(connection, run_id)
    assert read.pca_components is None
    assert read.pca_explained_variance is None
    share = read.notes[0].facts["share"]
    assert isinstance(share, float)
    assert math.isnan(share)


def test_that_columns_come_back_as_they_were_saved(connection: Connection, saved: tuple[int, int]) -> None:
    assert catalogue.columns(connection, saved[0]) == examples.summaries(examples.customers())


def test_that_numbers_from_numpy_are_saved_as_numbers(connection: Connection) -> None:
    table = examples.customers()
    plain = examples.summaries(table)
    odd = replace(
        plain[0],
        missing=np.int64(1),  # type: ignore[arg-type]
        histogram=(np.int64(2), np.int64(1)),  # type: ignore[arg-type]
        reason=Note("role.share", {"share": np.float64(0.5), "count": np.int64(2)}),  # type: ignore[dict-item]
    )
    dataset_id = datasets.save_dataset(
        connection,
        table,
        (odd, *plain[1:]),
        name="n",
        original_path="p",
        sha256="",
        imported_at=examples.NOON,
    )
    read = catalogue.columns(connection, dataset_id)[0]
    assert read == replace(plain[0], reason=Note("role.share", {"share": 0.5, "count": 2}))
    assert connection.execute("SELECT typeof(missing) FROM dataset_columns").fetchone() == ("integer",)


def test_that_a_changed_role_is_kept_beside_the_guess(path: Path, saved: tuple[int, int]) -> None:
    with opened(path, "write") as connection:
        catalogue.set_role(connection, saved[0], 2, ColumnRole.IGNORED)
    with opened(path, "read") as connection:
        roles = [column.role for column in catalogue.columns(connection, saved[0])]
        assert roles[2:] == [ColumnRole.IGNORED, ColumnRole.DESCRIBE]
        query = "SELECT role, guessed_role FROM dataset_columns WHERE position = 2"
        assert connection.execute(query).fetchall() == [("ignored", "describe")]


def test_that_a_deleted_dataset_takes_its_runs_out_of_sight_and_brings_them_back(
    connection: Connection, saved: tuple[int, int]
) -> None:
    dataset_id, run_id = saved
    before = catalogue.datasets(connection), catalogue.runs(connection)
    catalogue.delete_dataset(connection, dataset_id)
    assert catalogue.datasets(connection) == ()
    assert catalogue.runs(connection) == catalogue.runs(connection, dataset_id) == ()
    assert connection.execute(f"SELECT * FROM assignments_{dataset_id}").fetchall() == []
    catalogue.restore_dataset(connection, dataset_id)
    assert (catalogue.datasets(connection), catalogue.runs(connection)) == before
    assert runs.segmentation(connection, run_id).segments == 3


def test_that_a_run_deleted_on_its_own_stays_deleted_when_its_dataset_comes_back(
    connection: Connection, saved: tuple[int, int]
) -> None:
    dataset_id, run_id = saved
    catalogue.delete_run(connection, run_id)
    assert catalogue.runs(connection) == ()
    assert catalogue.dataset(connection, dataset_id).runs == 0
    assert connection.execute(f"SELECT * FROM assignments_{dataset_id}").fetchall() == []
    catalogue.delete_dataset(connection, dataset_id)
    catalogue.restore_dataset(connection, dataset_id)
    assert catalogue.runs(connection) == ()
    catalogue.restore_run(connection, run_id)
    assert [info.id for info in catalogue.runs(connection)] == [run_id]


def test_that_what_is_deleted_is_not_there_for_anyone(connection: Connection, saved: tuple[int, int]) -> None:
    dataset_id, run_id = saved
    catalogue.delete_dataset(connection, dataset_id)
    dataset_questions: list[Callable[[], object]] = [
        lambda: catalogue.dataset(connection, dataset_id),
        lambda: catalogue.columns(connection, dataset_id),
        lambda: catalogue.delete_dataset(connection, dataset_id),
        lambda: catalogue.set_role(connection, dataset_id, 0, ColumnRole.IGNORED),
        lambda: datasets.read_table(connection, dataset_id),
        lambda: datasets.rows(connection, dataset_id, [0]),
        lambda: datasets.row_order(connection, dataset_id, position=None, descending=False, search=""),
        lambda: examples.save_run(connection, dataset_id, examples.segmentation()),
        lambda: catalogue.restore_dataset(connection, dataset_id + 1),
    ]
    run_questions: list[Callable[[], object]] = [
        lambda: catalogue.run(connection, run_id),
        lambda: catalogue.feature_config(connection, run_id),
        lambda: runs.segmentation(connection, run_id),
        lambda: runs.labels(connection, run_id),
        lambda: catalogue.delete_run(connection, run_id + 1),
        lambda: catalogue.restore_run(connection, run_id + 1),
    ]
    for code, questions in (("no_dataset", dataset_questions), ("no_run", run_questions)):
        for question in questions:
            with pytest.raises(StoreError) as refused:
                question()
            assert refused.value.code == f"database.{code}"
            assert examples.sentence(refused.value)


def test_that_a_column_that_is_not_there_has_no_role(connection: Connection, saved: tuple[int, int]) -> None:
    with pytest.raises(StoreError):
        catalogue.set_role(connection, saved[0], 4, ColumnRole.IGNORED)


def test_that_purging_removes_the_deleted_for_good_and_nothing_else(connection: Connection) -> None:
    gone = examples.save(connection, examples.customers())
    kept = examples.save(connection, examples.customers())
    examples.save_run(connection, gone, examples.segmentation())
    gone_run = examples.save_run(connection, kept, examples.segmentation())
    kept_run = examples.save_run(connection, kept, examples.segmentation())
    catalogue.delete_dataset(connection, gone)
    catalogue.delete_run(connection, gone_run)
    catalogue.purge(connection)
    for table, column in (
        ("datasets", "id"),
        ("dataset_columns", "dataset_id"),
        ("clustering_runs", "dataset_id"),
    ):
        assert connection.execute(f"SELECT DISTINCT {column} FROM {table}").fetchall() == [(kept,)]
    for table in ("run_arrays", "cluster_assignments"):
        assert connection.execute(f"SELECT DISTINCT run_id FROM {table}").fetchall() == [(kept_run,)]
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert {f"rows_{kept}", f"assignments_{kept}"} <= names
    assert not {f"rows_{gone}", f"assignments_{gone}"} & names
    with pytest.raises(StoreError):
        catalogue.restore_dataset(connection, gone)
    assert runs.labels(connection, kept_run).tolist() == [0, 1, 2, 0]


def test_that_purging_gives_the_space_back_and_numbers_never_return(path: Path) -> None:
    with opened(path, "write"):
        pass
    empty = path.stat().st_size
    with opened(path, "write") as connection:
        first = examples.save(connection, examples.large(20_000))
    full = path.stat().st_size
    with opened(path, "write") as connection:
        catalogue.delete_dataset(connection, first)
        catalogue.purge(connection)
    # 20,000 rows of six 8-byte numbers are about 1 MB; a page or two may stay.
    assert full > 900_000
    assert path.stat().st_size <= empty + 3 * 4096
    with opened(path, "write") as connection:
        assert examples.save(connection, examples.customers()) == first + 1


def test_that_deleting_the_row_in_any_tool_cascades(connection: Connection, saved: tuple[int, int]) -> None:
    connection.execute("DELETE FROM datasets WHERE id = ?", (saved[0],))
    for table in ("dataset_columns", "clustering_runs", "run_arrays", "cluster_assignments"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
