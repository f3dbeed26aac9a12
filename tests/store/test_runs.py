"""A run reopens exactly as it was, for SegDesk and for any other tool."""

from __future__ import annotations

import json
import math
import sqlite3
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from segdesk.model.result import Projection, Segmentation
from segdesk.model.table import Table
from segdesk.store import catalogue, cells, datasets, runs
from segdesk.store.arrays import array, save_array
from segdesk.store.db import opened
from tests.store import examples
from tests.store.any_table import tables

Connection = sqlite3.Connection


def test_that_a_run_reopens_exactly_as_it_was(path: Path) -> None:
    found = examples.segmentation(500)
    with opened(path, "write") as connection:
        dataset_id = examples.save(connection, examples.large(500))
        run_id = examples.save_run(connection, dataset_id, found)
    with opened(path, "read") as connection:
        read = runs.segmentation(connection, run_id)
    assert (read.segments, read.features) == (found.segments, found.features)
    # As text: nan equals itself there, and asdict shows every field.
    assert repr([asdict(cut) for cut in read.cuts]) == repr([asdict(cut) for cut in found.cuts])
    assert type(read.cuts[0].quality.band) is type(found.cuts[0].quality.band)
    for name in ("linkage", "labels", "silhouettes"):
        ours, theirs = getattr(read, name), getattr(found, name)
        assert (ours.dtype, ours.shape) == (theirs.dtype, theirs.shape)
        assert ours.tobytes() == theirs.tobytes()


def test_that_arrays_of_any_layout_come_back(connection: Connection) -> None:
    found = examples.segmentation(6)
    turned = replace(found, linkage=np.asfortranarray(found.linkage), labels=found.labels[::-1][::-1])
    dataset_id = examples.save(connection, examples.customers())
    run_id = examples.save_run(connection, dataset_id, turned)
    read = runs.segmentation(connection, run_id)
    assert read.linkage is not None
    assert found.linkage is not None
    assert np.array_equal(read.linkage, found.linkage)
    assert np.array_equal(read.labels, found.labels)


@pytest.mark.parametrize("segments", [2, 3, 4])
def test_that_labels_are_those_of_the_runs_own_cut(connection: Connection, segments: int) -> None:
    dataset_id = examples.save(connection, examples.large(7))
    run_id = examples.save_run(connection, dataset_id, examples.segmentation(7, segments=segments))
    # Customer i is in segment i mod k.
    assert runs.labels(connection, run_id).tolist() == [i % segments for i in range(7)]
    # Seven customers over three segments: 3, 2, 2; over four: 2, 2, 2, 1.
    sizes = {2: (4, 3), 3: (3, 2, 2), 4: (2, 2, 2, 1)}
    assert catalogue.cut(connection, run_id).sizes == sizes[segments]


def test_that_infinity_and_nan_in_a_cut_become_nan(connection: Connection) -> None:
    found = examples.segmentation()
    quality = replace(found.cuts[1].quality, calinski_harabasz=math.inf, davies_bouldin=math.nan)
    cuts = (found.cuts[0], replace(found.cuts[1], quality=quality), found.cuts[2])
    dataset_id = examples.save(connection, examples.customers())
    run_id = examples.save_run(connection, dataset_id, replace(found, cuts=cuts))
    read = runs.segmentation(connection, run_id).cut(3)
    assert math.isnan(read.quality.calinski_harabasz)
    assert math.isnan(read.quality.davies_bouldin)
    assert math.isnan(read.segment_silhouettes[0])
    assert read.segment_silhouettes[1] == 0.5


def test_that_any_tool_reads_a_run(path: Path) -> None:
    found = examples.segmentation()
    with opened(path, "write") as connection:
        examples.save_run(connection, examples.save(connection, examples.customers()), found)
    with closing(sqlite3.connect(path)) as other:
        query = "SELECT method, n_clusters, seed, state, metrics, feature_config, recipe FROM clustering_runs"
        method, n_clusters, seed, state, metrics, feature_config, recipe = other.execute(query).fetchone()
        assert (method, n_clusters, seed, state) == ("average", 3, 7, "finished")
        # Four customers over three segments: 0, 1, 2, 0. After PCA two directions were clustered.
        assert json.loads(metrics) == {
            "n_samples": 4,
            "n_clusters": 3,
            "n_outliers": 0,
            "n_encoded_features": 2,
            "silhouette_score": 0.532,
            "silhouette_error": 0.0,
            "silhouette_band": "good",
            "davies_bouldin": None,
            "calinski_harabasz": 12.25,
            "cluster_sizes": {"0": 2, "1": 1, "2": 1},
        }
        assert json.loads(feature_config)["excluded"][0]["name"] == "joined"
        assert json.loads(recipe)["columns"][0] == {"name": "age", "role": "measure", "influence": 2.0}
        assignments = other.execute("SELECT row_index, cluster_label, silhouette FROM cluster_assignments")
        expected = [
            (row, label, None if row == 1 else pytest.approx(float(found.silhouettes[1, row])))
            for row, label in enumerate([0, 1, 2, 0])
        ]
        assert assignments.fetchall() == expected


def test_that_without_pca_the_features_are_the_encoded_ones() -> None:
    cut = examples.segmentation().cut(3)
    plain = replace(examples.FEATURES, pca_applied=False, pca_components=None)
    assert runs.metrics(cut, plain)["n_encoded_features"] == 5


def without_tree() -> Segmentation:
    """Give what a density method leaves: no tree, one cut, the last customer in no segment."""
    found = examples.segmentation(5)
    labels = np.array([[0, 0, 1, 1, -1]], np.int8)
    cut = replace(found.cut(2), sizes=(2, 2), outliers=1)
    coordinates = np.arange(10, dtype=np.float32).reshape(5, 2)
    places = Projection(coordinates, ("age", "city=Adama"), ((0.9, -0.1), (0.2, 0.8)), (0.7, 0.2))
    return replace(
        found,
        segments=2,
        cuts=(cut,),
        linkage=None,
        labels=labels,
        silhouettes=np.array([[0.5, 0.5, 0.25, 0.25, np.nan]], np.float32),
        parameters={"eps": 0.75, "min_samples": 4},
        projection=places,
    )


def test_that_a_run_without_a_tree_comes_back_with_its_outliers_and_places(connection: Connection) -> None:
    found = without_tree()
    run_id = examples.save_run(connection, examples.save(connection, examples.large(5)), found)
    read = runs.segmentation(connection, run_id)
    assert read.linkage is None
    assert read.parameters == {"eps": 0.75, "min_samples": 4}
    assert read.cuts[0].outliers == 1
    assert runs.labels(connection, run_id).tolist() == [0, 0, 1, 1, -1]
    assert np.array_equal(read.silhouettes, found.silhouettes, equal_nan=True)
    assert read.projection is not None
    assert found.projection is not None
    assert read.projection.coordinates.dtype == np.float32
    assert np.array_equal(read.projection.coordinates, found.projection.coordinates)
    assert read.projection.columns == ("age", "city=Adama")
    assert read.projection.loadings == ((0.9, -0.1), (0.2, 0.8))
    assert read.projection.explained == (0.7, 0.2)
    assert catalogue.run(connection, run_id).parameters == {"eps": 0.75, "min_samples": 4}
    rows = connection.execute("SELECT cluster_label, silhouette FROM cluster_assignments ORDER BY row_index")
    assert rows.fetchall()[-1] == (-1, None)
    (metrics,) = connection.execute("SELECT metrics FROM clustering_runs").fetchone()
    # Five customers: two segments of two, and one without.
    assert (json.loads(metrics)["n_samples"], json.loads(metrics)["n_outliers"]) == (5, 1)


def test_that_a_run_of_the_last_release_still_opens(path: Path) -> None:
    found = examples.segmentation()
    with opened(path, "write") as connection:
        run_id = examples.save_run(connection, examples.save(connection, examples.customers()), found)
    with closing(sqlite3.connect(path)) as old:  # as version 2 of the database had it
        old.execute("UPDATE clustering_runs SET recipe = json_remove(recipe, '$.parameters')")
        for i in range(len(found.cuts)):
            old.execute(f"UPDATE clustering_runs SET cuts = json_remove(cuts, '$[{i}].outliers')")
        old.execute("ALTER TABLE clustering_runs DROP COLUMN parameters")
        old.execute("ALTER TABLE clustering_runs DROP COLUMN projection")
        later = """SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN (
            'datasets', 'dataset_columns', 'clustering_runs', 'run_arrays', 'cluster_assignments',
            'dataset_readings', '_sqlite_migrations', 'sqlite_sequence') AND name NOT LIKE 'rows_%'"""
        for (table,) in old.execute(later).fetchall():
            old.execute(f"DROP TABLE {table}")
        old.execute("DELETE FROM _sqlite_migrations WHERE name >= 'm003'")
        old.execute("PRAGMA user_version = 2")
        old.commit()
    with opened(path, "read") as connection:
        read = runs.segmentation(connection, run_id)
        assert read.linkage is not None
        assert found.linkage is not None
        assert np.array_equal(read.linkage, found.linkage)
        assert np.array_equal(read.labels, found.labels)
        assert [cut.outliers for cut in read.cuts] == [0, 0, 0]
        assert (read.parameters, read.projection) == ({}, None)
        info = catalogue.run(connection, run_id)
        assert info.recipe == examples.RECIPE
        assert info.parameters == {}
    assert path.with_name(f"{path.stem}-backup-v2{path.suffix}").is_file()


def payloads(connection: Connection, table: Table) -> list[dict[str, object]]:
    dataset_id = examples.save(connection, table)
    run_id = examples.save_run(connection, dataset_id, examples.segmentation(max(table.rows, 2)))
    query = f"SELECT payload FROM assignments_{dataset_id} WHERE run_id = ? ORDER BY row_index"
    return [json.loads(payload) for (payload,) in connection.execute(query, (run_id,))]


def original(connection: Connection, table: Table) -> list[dict[str, object]]:
    """Give the rows as JSON can say them: infinity it can't."""
    names = [column.name for column in table.columns]
    dataset_id = catalogue.datasets(connection)[0].id
    rows = datasets.rows(connection, dataset_id, range(table.rows))
    return [
        {name: None if cell in (math.inf, -math.inf) else cell for name, cell in zip(names, row, strict=True)}
        for row in rows
    ]


def test_that_the_view_joins_each_assignment_with_its_original_row(connection: Connection) -> None:
    dataset_id = examples.save(connection, examples.customers())
    run_id = examples.save_run(connection, dataset_id, examples.segmentation())
    view = connection.execute(f"SELECT * FROM assignments_{dataset_id} ORDER BY row_index")
    assert [name for name, *_ in view.description] == [
        "run_id", "row_index", "cluster_label", "silhouette", "payload",
    ]  # fmt: skip
    first, second, *_ = view.fetchall()
    assert first[:3] == (run_id, 0, 0)
    assert first[4] == '{"age":34,"spend":10.5,"city":"Mekelle","joined":"2024-02-29"}'
    assert second[:4] == (run_id, 1, 1, None)
    assert json.loads(second[4]) == {"age": None, "spend": 0.1, "city": "addis ababa", "joined": None}


def test_that_the_payload_holds_names_and_values_that_need_quoting(connection: Connection) -> None:
    table = Table(
        (
            examples.number("Age", [34, None]),
            examples.number("age", [0.1 + 0.2, 1 / 3]),
            examples.text('it\'s "100 %s" \\ መቀሌ\n', ['say "hi" \\ %d', "\x00\x1f"]),
            examples.number("much", [math.inf, 1e300]),
        )
    )
    assert payloads(connection, table) == [
        {"Age": 34, "age": 0.1 + 0.2, 'it\'s "100 %s" \\ መቀሌ\n': 'say "hi" \\ %d', "much": None},
        {"Age": None, "age": 1 / 3, 'it\'s "100 %s" \\ መቀሌ\n': "\x00\x1f", "much": 1e300},
    ]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(table=tables())
def test_that_any_payload_is_the_original_row(connection: Connection, table: Table) -> None:
    found = payloads(connection, table)
    assert found == original(connection, table)


@pytest.mark.parametrize("width", [90, 91, 300])
def test_that_the_payload_of_a_wide_table_is_whole(connection: Connection, width: int) -> None:
    table = Table(tuple(examples.number(f"column {i}", [i, i + 0.5]) for i in range(width)))
    assert payloads(connection, table) == [
        {f"column {i}": i for i in range(width)},
        {f"column {i}": i + 0.5 for i in range(width)},
    ]


def test_that_saving_reports_the_share_done(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (cells, runs):
        monkeypatch.setattr(module, "CHUNK_ROWS", 3)
    shares: list[float] = []
    dataset_id = examples.save(connection, examples.large(7))
    run_id = examples.save_run(connection, dataset_id, examples.segmentation(7), report=shares.append)
    assert shares == [3 / 7, 6 / 7, 1.0]
    query = "SELECT cluster_label FROM cluster_assignments WHERE run_id = ? ORDER BY row_index"
    assert [label for (label,) in connection.execute(query, (run_id,))] == [0, 1, 2, 0, 1, 2, 0]


@pytest.mark.parametrize(
    "values",
    [
        np.random.default_rng(0).normal(size=(400_000,)).astype(np.float32),
        np.where(np.random.default_rng(0).random((3, 400_000)) < 0.01, 1.0, np.nan).astype(np.float32),
        np.zeros((0, 4)),
        np.array(7, np.int8),
    ],
    ids=["noise", "mostly nothing", "empty", "lone"],
)
def test_that_large_and_odd_arrays_come_back_bit_for_bit(connection: Connection, values: np.ndarray) -> None:
    dataset_id = examples.save(connection, examples.large(7))
    run_id = examples.save_run(connection, dataset_id, examples.segmentation(7))
    save_array(connection, run_id, "tried", values)
    found = array(connection, run_id, "tried")
    assert found is not None
    assert (found.dtype, found.shape) == (values.dtype, values.shape)
    assert found.tobytes() == values.tobytes()


def test_that_what_is_mostly_nothing_is_saved_small_and_noise_as_it_is(connection: Connection) -> None:
    dataset_id = examples.save(connection, examples.large(7))
    run_id = examples.save_run(connection, dataset_id, examples.segmentation(7))
    noise = np.random.default_rng(1).bytes(2_000_000)
    save_array(connection, run_id, "noise", np.frombuffer(noise, np.uint8))
    save_array(connection, run_id, "nothing", np.zeros(2_000_000, np.uint8))
    query = "SELECT name, length(data) FROM run_arrays WHERE name IN ('noise', 'nothing')"
    sizes = dict(connection.execute(query).fetchall())
    # zlib stores what it can't shrink in blocks of at most 65,535 bytes with 5 bytes before each.
    assert 2_000_000 <= sizes["noise"] <= 2_000_000 + 5 * 200
    assert sizes["nothing"] < 20_000
