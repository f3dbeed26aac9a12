"""What the tasks promise: a file becomes a dataset, a recipe a run, a run files."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from segdesk.charts.export import ExportRequest
from segdesk.errors import InputError, RunError, StoreError
from segdesk.exports import KINDS, export_request
from segdesk.model.events import Progress
from segdesk.model.recipe import ColumnUse, Method, Recipe
from segdesk.model.roles import ColumnRole
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.store.runs import labels, segmentation
from segdesk.tasks.export import draw_chart, export_run
from segdesk.tasks.import_file import import_file
from segdesk.tasks.lists import list_names, safe_cell
from segdesk.tasks.segment import keep_cut, segment
from tests.tasks.reporting import quiet

ROWS = 24


@pytest.fixture
def source(tmp_path: Path) -> Path:
    # Ages repeat within each kind, so that only the spending tells the three kinds apart.
    spends = [10] * 12 + [500] * 8 + [900] * 4
    lines = [f"{name(i)},{20 + 5 * (i % 4)},{spend + i % 3}" for i, spend in enumerate(spends)]
    path = tmp_path / "till.csv"
    path.write_text("client_id,age,spend\n" + "\n".join(lines) + "\n")
    return path


def name(i: int) -> str:
    return '=HYPERLINK("x")' if i == 0 else f"k{i:03d}"


RECIPE = Recipe(
    (
        ColumnUse("client_id", ColumnRole.IDENTIFIER),
        ColumnUse("age", ColumnRole.MEASURE, influence=0.0),
        ColumnUse("spend", ColumnRole.MEASURE),
    ),
    segments=3,
)


@pytest.fixture
def run_id(database: Path, source: Path) -> int:
    dataset_id = import_file(quiet, database=database, source=source)
    return segment(quiet, database=database, dataset_id=dataset_id, recipe=RECIPE)


def test_that_an_import_remembers_where_the_rows_came_from(database: Path, source: Path) -> None:
    dataset_id = import_file(quiet, database=database, source=source)
    with opened(database, "read") as connection:
        info = catalogue.dataset(connection, dataset_id)
    assert (info.name, info.rows, info.columns) == ("till.csv", ROWS, 3)
    assert info.original_path == str(source)
    assert info.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()


def test_that_progress_only_grows(database: Path, source: Path) -> None:
    heard: list[Progress] = []
    dataset_id = import_file(heard.append, database=database, source=source)
    imported = [p.share for p in heard]
    assert imported == sorted(imported)
    heard.clear()
    run_id = segment(heard.append, database=database, dataset_id=dataset_id, recipe=RECIPE)
    with opened(database, "read") as connection:
        request = export_request(segmentation(connection, run_id), 3)
    segmented = [p.share for p in heard]
    assert segmented == sorted(segmented)
    heard.clear()
    export_run(heard.append, database=database, run_id=run_id, folder=source.parent / "o", request=request)
    exported = [p.share for p in heard]
    assert exported == sorted(exported)
    assert all(0 <= share <= 1 for share in imported + segmented + exported)


def test_that_a_run_finds_the_kinds_that_are_in_the_file(database: Path, run_id: int) -> None:
    with opened(database, "read") as connection:
        assert labels(connection, run_id).tolist() == [0] * 12 + [1] * 8 + [2] * 4
        assert catalogue.cut(connection, run_id).sizes == (12, 8, 4)


def test_that_another_number_of_a_run_without_a_tree_is_kept(database: Path, source: Path) -> None:
    dataset_id = import_file(quiet, database=database, source=source)
    recipe = replace(RECIPE, method=Method.KMEANS, segments=3)
    run_id = segment(quiet, database=database, dataset_id=dataset_id, recipe=recipe)
    kept = keep_cut(quiet, database=database, run_id=run_id, segments=2)
    with opened(database, "read") as connection:
        found = segmentation(connection, run_id)
        assert found.linkage is None
        assert [cut.segments for cut in found.cuts] == list(range(2, 11))
        assert labels(connection, run_id).tolist() == [0] * 12 + [1] * 8 + [2] * 4
        assert catalogue.run(connection, kept).segments == 2
        assert catalogue.run(connection, kept).parameters == {"starts": 10}
        # 12 at 10 and 12 at 500 and 900: of equal size the first comes first.
        assert labels(connection, kept).tolist() == [0] * 12 + [1] * 12
        assert found.projection is not None
        assert found.projection.coordinates.shape == (ROWS, 1)  # only spending was used


def test_that_numbers_left_out_for_their_time_are_told(
    database: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("segdesk.model.cost.SWEEP_SECONDS", 0.0)
    dataset_id = import_file(quiet, database=database, source=source)
    recipe = replace(RECIPE, method=Method.KMEANS, segments=3)
    run_id = segment(quiet, database=database, dataset_id=dataset_id, recipe=recipe)
    with opened(database, "read") as connection:
        found = segmentation(connection, run_id)
    assert [cut.segments for cut in found.cuts] == [2, 3, 4]
    notes = {note.code: note.facts for note in found.features.notes}
    assert notes["note.short_sweep"] == {"segments": "2, 3, 4"}


def test_that_a_number_that_a_mixture_cant_find_is_refused(database: Path, tmp_path: Path) -> None:
    source = tmp_path / "two.csv"
    # Two places, and differences far below what a cloud's spread is.
    lines = [f"{i},{1 + (i % 2) + i * 1e-9:.9f},{i % 7}" for i in range(40)]
    source.write_text("client_id,x,unused\n" + "\n".join(lines) + "\n")
    dataset_id = import_file(quiet, database=database, source=source)
    recipe = Recipe((ColumnUse("x", ColumnRole.MEASURE),), Method.GMM, segments=9)
    with pytest.raises(RunError, match=r"method\.fewer_segments"):
        segment(quiet, database=database, dataset_id=dataset_id, recipe=recipe)


def test_that_the_same_recipe_gives_the_same_bits(database: Path, run_id: int) -> None:
    again = segment(quiet, database=database, dataset_id=1, recipe=RECIPE)
    with opened(database, "read") as connection:
        first, second = segmentation(connection, run_id), segmentation(connection, again)
    assert np.array_equal(first.labels, second.labels)
    assert first.linkage is not None
    assert second.linkage is not None
    assert np.array_equal(first.linkage, second.linkage)
    assert np.array_equal(first.silhouettes, second.silhouettes, equal_nan=True)
    assert first.cuts == second.cuts


def test_that_auto_suggests_the_number_with_the_best_silhouette(database: Path, run_id: int) -> None:
    auto = Recipe(RECIPE.columns)
    again = segment(quiet, database=database, dataset_id=1, recipe=auto)
    with opened(database, "read") as connection:
        assert catalogue.run(connection, again).segments == 3  # three spends, far apart
        assert catalogue.run(connection, again).recipe.segments is None


def test_that_a_kept_cut_is_a_run_of_its_own(database: Path, run_id: int) -> None:
    kept = keep_cut(quiet, database=database, run_id=run_id, segments=2)
    with opened(database, "read") as connection:
        before, after = catalogue.run(connection, run_id), catalogue.run(connection, kept)
        assert (before.segments, after.segments) == (3, 2)
        assert after.recipe.segments == 2
        assert labels(connection, kept).tolist() == [0] * 12 + [1] * 12


def test_that_a_method_that_needs_more_memory_than_there_is_is_refused(
    database: Path, run_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Poor:
        available = 1000

    monkeypatch.setattr("psutil.virtual_memory", Poor)
    recipe = Recipe(RECIPE.columns, method=Method.COMPLETE)
    with pytest.raises(RunError) as refusal:
        segment(quiet, database=database, dataset_id=1, recipe=recipe)
    assert refusal.value.code == "method.memory"
    with opened(database, "read") as connection:
        assert [info.id for info in catalogue.runs(connection)] == [run_id]


def test_that_more_segments_than_customers_are_refused(database: Path, tmp_path: Path) -> None:
    (tmp_path / "few.csv").write_text("client,age\na,20\nb,31\nc,47\n")
    dataset_id = import_file(quiet, database=database, source=tmp_path / "few.csv")
    recipe = Recipe((ColumnUse("age", ColumnRole.MEASURE),), segments=3)
    with pytest.raises(InputError) as refusal:
        segment(quiet, database=database, dataset_id=dataset_id, recipe=recipe)
    assert refusal.value.code == "recipe.too_many_segments"


def exported(database: Path, run_id: int, folder: Path, kind: str = "all") -> set[str]:
    with opened(database, "read") as connection:
        request = export_request(segmentation(connection, run_id), 3, kind)
    export_run(quiet, database=database, run_id=run_id, folder=folder, request=request)
    return {path.name for path in folder.iterdir()}


def test_that_each_kind_of_export_writes_its_files(database: Path, run_id: int, tmp_path: Path) -> None:
    files = {kind: exported(database, run_id, tmp_path / kind, kind) for kind in KINDS}
    assert files["charts_png"] == {"Tree.png", "Shares.png", "Sizes.png", "Map of customers.png"}
    assert files["charts_svg"] == {"Tree.svg", "Shares.svg", "Sizes.svg", "Map of customers.svg"}
    assert files["recipe"] == {"Recipe.json"}
    assert len(files["lists"]) == 4
    assert files["all"] == files["lists"] | files["charts_png"] | files["charts_svg"] | files["recipe"]


def test_that_an_export_shows_the_cut_in_view(database: Path, run_id: int, tmp_path: Path) -> None:
    with opened(database, "read") as connection:
        request = export_request(segmentation(connection, run_id), 2)
    export_run(quiet, database=database, run_id=run_id, folder=tmp_path / "o", request=request)
    with (tmp_path / "o" / "All customers.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [row["segment"] for row in csv.DictReader(file)]
    assert found == ["0"] * 12 + ["1"] * 12  # the run itself has three segments
    assert json.loads((tmp_path / "o" / "Recipe.json").read_text("utf-8"))["recipe"]["segments"] == 2


def test_that_lists_open_in_a_spreadsheet_without_running_anything(
    database: Path, run_id: int, tmp_path: Path
) -> None:
    exported(database, run_id, tmp_path / "out", "lists")
    path = tmp_path / "out" / "All customers.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # without it Excel reads ብር as rubbish
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["client_id", "age", "spend", "segment", "segment_name"]
    assert rows[1][:4] == ['\'=HYPERLINK("x")', "20", "10", "0"]
    assert len(rows) == 1 + ROWS


def test_that_an_exported_recipe_can_be_read_by_anyone(database: Path, run_id: int, tmp_path: Path) -> None:
    exported(database, run_id, tmp_path / "out", "recipe")
    document = json.loads((tmp_path / "out" / "Recipe.json").read_text("utf-8"))
    assert document["recipe"]["method"] == "ward"
    assert document["dataset"]["rows"] == ROWS
    assert "scipy" in document["versions"]


def test_that_a_folder_that_cannot_be_written_is_told(database: Path, run_id: int, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(StoreError) as failure:
        exported(database, run_id, tmp_path / "taken")
    assert failure.value.code == "export.cannot_write"
    assert str(tmp_path / "taken") in str(failure.value.facts["path"])


def test_that_a_failed_export_leaves_nothing_unfinished(database: Path, run_id: int, tmp_path: Path) -> None:
    (tmp_path / "out" / "Recipe.json").mkdir(parents=True)  # a folder where a file should go
    with pytest.raises(StoreError):
        exported(database, run_id, tmp_path / "out", "recipe")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["Recipe.json"]


def test_that_one_chart_is_drawn_where_the_user_says(database: Path, run_id: int, tmp_path: Path) -> None:
    with opened(database, "read") as connection:
        request = export_request(segmentation(connection, run_id), 3, "charts_png")
    path = tmp_path / "mine.png"
    assert draw_chart(quiet, spec=request.charts[1].spec, path=path) == str(path)
    assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("start", ["=1+1", "+251911", "-x", "@a", "\tx", "\rx"])
def test_that_text_that_could_be_a_formula_is_marked_as_text(start: str) -> None:
    assert safe_cell(start) == "'" + start


def test_that_numbers_stay_numbers_and_blanks_stay_blank() -> None:
    assert [safe_cell(value) for value in (-5, 2.5, None, "Gold")] == [-5, 2.5, "", "Gold"]


def test_that_list_names_suit_every_system_and_differ() -> None:
    names = ("High <spend>: a/b?", "high  spend  a b", "...", "All customers", "x" * 300)
    assert list_names(names, taken="All customers.csv") == [
        "High spend a b.csv",
        "high spend a b (2).csv",
        "segment.csv",
        "All customers (2).csv",
        "x" * 80 + ".csv",
    ]


def test_that_an_export_without_wishes_writes_nothing(database: Path, run_id: int, tmp_path: Path) -> None:
    export_run(quiet, database=database, run_id=run_id, folder=tmp_path / "o", request=ExportRequest(3))
    assert list((tmp_path / "o").iterdir()) == []
