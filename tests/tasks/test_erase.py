"""One person goes from everywhere, down to the bytes; everything else stays and holds together."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdesk.errors import InputError, StoreError
from segdesk.model.findings import Reliability, Stability
from segdesk.model.placement import PlaceRequest
from segdesk.model.recipe import Method
from segdesk.store import catalogue
from segdesk.store.datasets import read_table
from segdesk.store.db import integrity, opened
from segdesk.store.findings import reliability, save_reliability
from segdesk.store.placements import placement
from segdesk.store.runs import labels, segmentation
from segdesk.tasks.erase import erase_person
from segdesk.tasks.place import place_file
from tests.tasks.months import SAMPLE, run_of
from tests.tasks.reporting import quiet

WHO = "ET00423"


def bytes_of(database: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(database.parent.glob(f"{database.name}*")))


def judged_by_hand(database: Path, run_id: int) -> None:
    """Save what a long job would find out about each customer."""
    random = np.random.default_rng(0)
    found = Reliability(
        segments=4,
        repeats=9,
        rows=612,
        jaccard=(0.9,) * 4,
        words=(Stability.SOLID,) * 4,
        borderline=1,
        columns=("age", "total_spend"),
        dominance=(),
        certainty=random.random(612).astype(np.float32),
        second=random.integers(-1, 4, 612).astype(np.int8),
        deciding=random.integers(-1, 3, 612).astype(np.int16),
    )
    with opened(database, "write") as connection:
        save_reliability(connection, run_id, found)


def test_that_a_person_is_gone_from_everything(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    run_id = run_of(database, SAMPLE)
    judged_by_hand(database, run_id)
    request = PlaceRequest(tuple("ABCD"), "none", saves=True)
    number = place_file(quiet, database=database, run_id=run_id, source=SAMPLE, request=request).placement
    with opened(database, "read") as connection:
        ids = read_table(connection, 1).column("customer_id")
        before = segmentation(connection, run_id)
        certain = reliability(connection, run_id, 4)
        placed = placement(connection, number)[3]
    row = int(np.flatnonzero(ids.values == ids.levels.index(WHO))[0])
    assert WHO.encode() in bytes_of(database)
    (tmp_path / "db-backup-v3.sqlite").write_text("older")
    found = erase_person(quiet, database=database, column="Customer_ID", value=f" {WHO} ")
    assert (found.rows, found.datasets, found.runs, found.placements) == (2, 2, 1, 1)
    assert found.removed_runs == ()
    assert [Path(path).name for path in found.backups] == ["db-backup-v3.sqlite"]
    assert not (tmp_path / "db-backup-v3.sqlite").exists()
    assert WHO.encode() not in bytes_of(database)
    assert integrity(database) == ()
    with opened(database, "read") as connection:
        kept = read_table(connection, 1).column("customer_id")
        assert [kept.levels[code] for code in kept.values] == [
            ids.levels[code] for i, code in enumerate(ids.values) if i != row
        ]
        after = segmentation(connection, run_id)
        assert catalogue.dataset(connection, 1).rows == 611
        assert (after.labels == np.delete(before.labels, row, axis=1)).all()
        for cut, line in zip(after.cuts, after.labels, strict=True):
            assert list(cut.sizes) == np.bincount(line).tolist()
        assert after.linkage is not None
        assert after.linkage.shape == (610, 4)
        assert after.linkage[-1, 3] == 611
        assert after.projection is not None
        assert before.projection is not None
        assert (after.projection.coordinates == np.delete(before.projection.coordinates, row, axis=0)).all()
        judged = reliability(connection, run_id, 4)
        assert judged is not None
        assert certain is not None
        expected = np.delete(certain.certainty, row)
        assert np.array_equal(judged.certainty, expected, equal_nan=True)
        assert judged.borderline == int((expected < 0.75).sum())
        left = placement(connection, number)[3]
        assert (left.segment == np.delete(placed.segment, row)).all()
        query = "SELECT cluster_label FROM cluster_assignments WHERE run_id = ? ORDER BY row_index"
        told = [label for (label,) in connection.execute(query, (run_id,))]
        assert told == labels(connection, run_id).tolist()
    # What placed is made anew from who is left.
    again = place_file(quiet, database=database, run_id=run_id, source=SAMPLE, request=request)
    assert again.rows == 612


def test_that_the_tree_cut_anew_gives_the_saved_segments(tmp_path: Path) -> None:
    from segdesk.engine.methods.hierarchical import cut
    from tests.engine.tables import is_same_partition

    database = tmp_path / "db.sqlite"
    run_id = run_of(database, SAMPLE)
    erase_person(quiet, database=database, column="customer_id", value=WHO)
    with opened(database, "read") as connection:
        found = segmentation(connection, run_id)
    assert found.linkage is not None
    for line, counts in zip(found.labels, found.cuts, strict=True):
        anew = cut(found.linkage, [counts.segments])[0]
        assert is_same_partition(anew.tolist(), line.tolist())


def small(path: Path, rows: int) -> Path:
    lines = [f"k{i},{i % 7},{i % 5}" for i in range(rows - 1)]
    path.write_text("code,a,b\n" + "\n".join([*lines, "far away,900,900"]) + "\n", "utf-8")
    return path


def test_that_a_run_whose_segment_was_one_person_goes_too(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    run_id = run_of(database, small(tmp_path / "small.csv", 40), segments=2, method=Method.SINGLE)
    with opened(database, "read") as connection:
        assert catalogue.cut(connection, run_id).sizes == (39, 1)
    found = erase_person(quiet, database=database, column="code", value="far away")
    assert found.removed_runs == (run_id,)
    with opened(database, "read") as connection:
        assert catalogue.runs(connection) == ()
        assert catalogue.dataset(connection, 1).rows == 39
    assert b"far away" not in bytes_of(database)


def test_that_who_isnt_there_changes_nothing(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    with pytest.raises(StoreError, match=r"database\.missing"):
        erase_person(quiet, database=database, column="code", value="x")
    run_of(database, small(tmp_path / "small.csv", 40))
    for column, value in (("code", "nobody"), ("shoe", "k1"), ("a", "many")):
        with pytest.raises(InputError, match=r"erase\.nobody"):
            erase_person(quiet, database=database, column=column, value=value)
    with opened(database, "read") as connection:
        assert catalogue.dataset(connection, 1).rows == 40


def test_that_a_dataset_of_one_is_refused_whole(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    run_of(database, small(tmp_path / "small.csv", 40))
    path = tmp_path / "pair.csv"
    path.write_text("code,a,b\nk1,3,4\nk2,5,6\n", "utf-8")
    from segdesk.tasks.import_file import import_file

    import_file(quiet, database=database, source=path)
    with pytest.raises(InputError, match=r"erase\.last_rows"):
        erase_person(quiet, database=database, column="code", value="k1")
    with opened(database, "read") as connection:
        assert [info.rows for info in catalogue.datasets(connection)] == [2, 40]


def test_that_all_rows_of_a_person_go(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    path = tmp_path / "visits.csv"
    rows = [f"{'anna' if i % 9 == 0 else f'p{i}'},{i % 6},{i % 4}" for i in range(60)]
    path.write_text("who,a,b\n" + "\n".join(rows) + "\n", "utf-8")
    run_id = run_of(database, path, segments=3)
    with opened(database, "read") as connection:
        before = labels(connection, run_id)
    found = erase_person(quiet, database=database, column="who", value="anna")
    # 0, 9 … 54: seven of sixty.
    assert found.rows == 7
    with opened(database, "read") as connection:
        assert (labels(connection, run_id) == before[[i for i in range(60) if i % 9]]).all()
