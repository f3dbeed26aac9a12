"""A file is tidied when it is imported, as far as is safe or as the user says, and the log is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from segdesk.errors import InputError
from segdesk.exports import export_request
from segdesk.model.changes import Change, ChangeKind
from segdesk.model.reading import Reading, ReadingChoices
from segdesk.model.recipe import ColumnUse, Encoding, Recipe
from segdesk.model.roles import ColumnRole
from segdesk.store import catalogue
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.store.runs import segmentation
from segdesk.tasks.export import export_run
from segdesk.tasks.import_file import import_file
from segdesk.tasks.saved_recipe import SavedRecipe, read_recipe
from segdesk.tasks.segment import segment
from tests.tasks.reporting import quiet

ROWS = 40


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "members.csv"
    tiers = ["gold" if i == 3 else ("Gold", "Silver")[i % 2] for i in range(ROWS)]
    born = [1893 if i == 7 else 1950 + 7 * i % 39 for i in range(ROWS)]
    rows = [f"{born[i]},{tiers[i]},2024-01-{1 + i % 28:02d}" for i in range(ROWS)]
    path.write_text("Year_Birth,tier,joined\n" + "\n".join(rows) + "\n")
    return path


def kept(database: Path, dataset_id: int) -> tuple[int, list[str], Reading]:
    with opened(database, "read") as connection:
        reading = catalogue.reading(connection, dataset_id)
        assert reading is not None
        info = catalogue.dataset(connection, dataset_id)
        return info.rows, [c.name for c in catalogue.columns(connection, dataset_id)], reading


def test_that_only_what_is_safe_is_done_unasked(database: Path, source: Path) -> None:
    rows, names, reading = kept(database, import_file(quiet, database=database, source=source))
    assert (rows, names) == (ROWS, ["Year_Birth", "tier", "joined"])
    assert reading.choices.changes is None
    assert [(s.change.kind, s.is_safe, s.is_applied) for s in reading.suggestions] == [
        (ChangeKind.FOLD, True, True),
        (ChangeKind.AGE, False, False),
        (ChangeKind.TENURE, False, False),
        (ChangeKind.SET_ASIDE, False, False),
    ]
    with opened(database, "read") as connection:
        assert set(read_table(connection, 1).column("tier").levels) == {"Gold", "Silver"}


def test_that_accepting_does_all_of_it_and_can_be_done_again(database: Path, source: Path) -> None:
    dataset_id = import_file(quiet, database=database, source=source, accepts=True)
    rows, names, reading = kept(database, dataset_id)
    assert (rows, names) == (ROWS - 1, ["Year_Birth", "tier", "joined", "Age", "Tenure_Days"])
    assert all(suggestion.is_applied for suggestion in reading.suggestions)
    assert reading.receipt is not None
    assert [(out.reason.code, out.count, out.lines) for out in reading.receipt.left_out] == [
        ("tidy.below", 1, (9,))  # row 7, counted from 0, below the header
    ]
    again = import_file(quiet, database=database, source=source, choices=reading.choices)
    assert kept(database, again) == (rows, names, reading)


def test_that_every_change_can_be_undone(database: Path, source: Path) -> None:
    dataset_id = import_file(quiet, database=database, source=source, accepts=True)
    none = ReadingChoices(changes=())
    undone = import_file(quiet, database=database, source=source, choices=none, replaces=dataset_id)
    rows, names, reading = kept(database, undone)
    assert (rows, names) == (ROWS, ["Year_Birth", "tier", "joined"])
    assert not any(suggestion.is_applied for suggestion in reading.suggestions)
    with opened(database, "read") as connection:
        assert "gold" in read_table(connection, undone).column("tier").levels
        assert [s.guess for s in catalogue.columns(connection, undone)] == [None] * 3


def test_that_accepting_adds_to_what_the_user_said(database: Path, source: Path) -> None:
    own = Change(ChangeKind.AGE, ("Year_Birth",), "How_Old", reference="2030")
    choices = ReadingChoices(changes=(own,))
    dataset_id = import_file(quiet, database=database, source=source, choices=choices, accepts=True)
    _, names, reading = kept(database, dataset_id)
    assert names == ["Year_Birth", "tier", "joined", "How_Old", "Tenure_Days"]
    assert reading.choices.changes is not None
    assert reading.choices.changes[0] == own


def test_that_changes_for_another_file_are_refused(database: Path, source: Path) -> None:
    choices = ReadingChoices(changes=(Change(ChangeKind.TOTAL, ("MntWines", "MntMeat"), "All"),))
    with pytest.raises(InputError, match=r"tidy\.no_column"):
        import_file(quiet, database=database, source=source, choices=choices)


def test_that_sales_are_not_tidied_like_customers(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    lines = [
        f"{i // 4},C{i // 4 % 9},2024-01-{1 + i % 28:02d},{5 + i % 7}.50,{'gold' if i == 3 else 'Gold'}"
        for i in range(80)
    ]
    path.write_text("invoice_no,customer_id,date,amount,tier\n" + "\n".join(lines) + "\n")
    _, _, reading = kept(database, import_file(quiet, database=database, source=path))
    assert (reading.looks_like, reading.suggestions) == ("transactions", ())


def test_that_an_exported_recipe_reads_and_segments_the_same_way(
    database: Path, source: Path, tmp_path: Path
) -> None:
    dataset_id = import_file(quiet, database=database, source=source, accepts=True)
    uses = (ColumnUse("Age", ColumnRole.MEASURE, 2.0), ColumnUse("tier", ColumnRole.CATEGORY))
    recipe = Recipe(uses, segments=3, encoding=Encoding.CLASSIC, pca=0.9, seed=4)
    run_id = segment(quiet, database=database, dataset_id=dataset_id, recipe=recipe)
    with opened(database, "read") as connection:
        request = export_request(segmentation(connection, run_id), 3, "recipe")
        reading = catalogue.reading(connection, dataset_id)
    export_run(quiet, database=database, run_id=run_id, folder=tmp_path / "out", request=request)
    assert reading is not None
    saved = read_recipe(tmp_path / "out" / "Recipe.json")
    assert (saved.recipe, saved.reading) == (recipe, reading.choices)
    assert saved.dataset.name == "members.csv"


def test_that_a_recipe_from_before_readings_were_kept_still_serves(tmp_path: Path) -> None:
    path = tmp_path / "Recipe.json"
    document = {"recipe": {"columns": [{"name": "age", "role": "measure"}]}, "versions": {"numpy": "2"}}
    path.write_text(json.dumps(document))
    recipe = Recipe((ColumnUse("age", ColumnRole.MEASURE),))
    assert read_recipe(path) == SavedRecipe(recipe, ReadingChoices())


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"recipe": 1}', b"\xff\xfe", b"a,b\n1,2\n", b'{"recipe": {}}']
)
def test_that_another_file_is_no_recipe(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Recipe.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"recipe\.not_saved"):
        read_recipe(path)


def test_that_a_missing_recipe_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"recipe\.no_file"):
        read_recipe(tmp_path / "gone.json")
