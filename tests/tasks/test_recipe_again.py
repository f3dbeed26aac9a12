"""A saved recipe stands on its own: it knows a later file's columns though its first file is gone."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from segdesk.choices import column_uses
from segdesk.errors import InputError, StoreError
from segdesk.model.placement import Consent
from segdesk.model.recipe import Encoding, Recipe
from segdesk.store import catalogue, recipes
from segdesk.store.db import opened
from segdesk.store.runs import labels
from segdesk.tasks.customers import make_customers
from segdesk.tasks.import_file import import_file
from segdesk.tasks.rerun import examine_recipe, rerun
from segdesk.tasks.saved_recipe import export_recipe, import_recipe, read_recipe, save_run_recipe
from segdesk.tasks.segment import segment
from tests.tasks.months import NEXT, SAMPLE, rewritten, run_of, sales_of
from tests.tasks.reporting import quiet
from tests.tasks.two_kinds import priced, two_kinds


def handed_on(tmp_path: Path, run_id: int, database: Path) -> Path:
    """Export a run's recipe and import it into another database, where its first file never was."""
    save_run_recipe(quiet, database=database, run_id=run_id, name="monthly")
    export_recipe(quiet, database=database, name="monthly", path=tmp_path / "monthly.json")
    other = tmp_path / "other.sqlite"
    import_recipe(quiet, database=other, path=tmp_path / "monthly.json", name="monthly")
    return other


@pytest.fixture
def other(tmp_path: Path) -> Path:
    database = tmp_path / "db.sqlite"
    return handed_on(tmp_path, run_of(database, SAMPLE), database)


def test_that_an_exported_recipe_holds_no_customer_and_no_number_of_a_run(
    other: Path, tmp_path: Path
) -> None:
    text = (tmp_path / "monthly.json").read_text("utf-8")
    assert "run_id" not in json.loads(text)
    first = SAMPLE.read_text("utf-8").splitlines()[1].split(",")[0]
    assert first not in text
    with opened(other, "read") as connection:
        (kept,) = recipes.kept_recipes(connection)
    assert (kept.run_id, kept.dataset) == (0, SAMPLE.name)
    assert kept.recipe is not None
    assert kept.recipe.segments == 4


def test_that_renamed_columns_and_units_are_proposed_from_memory(other: Path, tmp_path: Path) -> None:
    source = rewritten(NEXT, tmp_path / "renamed.csv", "annual_income,", "income_etb,")
    found = examine_recipe(quiet, database=other, recipe="monthly", source=source)
    assert [(each.old, each.new) for each in found.renamed] == [("annual_income", "income_etb")]
    assert (found.missing, found.new_levels, found.units) == ((), (), ())
    with pytest.raises(InputError, match=r"schema\.consent"):
        rerun(quiet, database=other, source=source, recipe="monthly")
    renamed = rerun(quiet, database=other, source=source, recipe="monthly", consent=Consent(accepts=True))
    plain = rerun(quiet, database=other, source=NEXT, recipe="MONTHLY")
    assert plain.before_id == 0
    with opened(other, "read") as connection:
        assert (labels(connection, renamed.run_id) == labels(connection, plain.run_id)).all()


def test_that_changed_units_and_currencies_are_known_from_memory(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    run_id = run_of(database, priced(tmp_path / "may.csv", "ETB", 1.0), segments=2)
    other = handed_on(tmp_path, run_id, database)
    dollars = priced(tmp_path / "june.csv", "USD", 1 / 57.5)
    found = examine_recipe(quiet, database=other, recipe="monthly", source=dollars)
    assert [(unit.column, unit.before, unit.now) for unit in found.units] == [("spend", "ETB", "USD")]
    cents = priced(tmp_path / "cents.csv", "ETB", 100.0)
    found = examine_recipe(quiet, database=other, recipe="monthly", source=cents)
    assert [(unit.column, unit.factor) for unit in found.units] == [("spend", 0.01)]


def test_that_a_recipe_of_sales_makes_customers_of_sales(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    may = import_file(quiet, database=database, source=sales_of(tmp_path / "may.csv", month=5, growing=0))
    customers = make_customers(quiet, database=database, dataset_id=may, name="may")
    with opened(database, "read") as connection:
        chosen = column_uses(catalogue.columns(connection, customers), None, Encoding.BALANCED)
    run_id = segment(quiet, database=database, dataset_id=customers, recipe=Recipe(chosen, segments=2))
    other = handed_on(tmp_path, run_id, database)
    june = sales_of(tmp_path / "june.csv", month=6, growing=4)
    found = rerun(quiet, database=other, source=june, recipe="monthly")
    with opened(other, "read") as connection:
        info = catalogue.run(connection, found.run_id)
        assert catalogue.dataset(connection, info.dataset_id).rows == 90  # customers, not lines
    assert found.left_out == ()


def test_that_a_recipe_that_is_not_there_is_refused(other: Path) -> None:
    with pytest.raises(StoreError, match=r"database\.no_recipe"):
        examine_recipe(quiet, database=other, recipe="weekly", source=NEXT)
    with pytest.raises(StoreError, match=r"database\.no_recipe"):
        rerun(quiet, database=other, source=NEXT, recipe="weekly")


def test_that_a_recipe_made_by_hand_needs_nothing_but_its_columns(tmp_path: Path) -> None:
    uses = [{"name": name, "role": "measure"} for name in ("age", "spend")]
    path = tmp_path / "hand.json"
    path.write_text(json.dumps({"recipe": {"columns": uses, "method": "kmeans", "segments": 2}}), "utf-8")
    database = tmp_path / "db.sqlite"
    source = two_kinds(tmp_path / "may.csv")
    found = rerun(quiet, database=database, source=source, recipe=read_recipe(path))
    with opened(database, "read") as connection:
        sizes = np.bincount(labels(connection, found.run_id)).tolist()
    assert sizes == [40, 24]


@pytest.mark.parametrize(
    "columns",
    [
        [{"name": "age", "kind": "exec"}],
        [{"name": "age", "kind": "number", "figures": ["import os"]}],
        [{"name": 4, "kind": "number"}],
        {"age": "number"},
    ],
)
def test_that_tampered_memories_are_refused_in_words(tmp_path: Path, columns: object) -> None:
    uses = [{"name": "age", "role": "measure"}]
    document = {"recipe": {"columns": uses}, "dataset": {"name": "x", "columns": columns}}
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(document), "utf-8")
    with pytest.raises(InputError, match=r"recipe\.not_saved"):
        read_recipe(path)


@pytest.mark.parametrize("figure", [1e300, -1e300, 1e15])
def test_that_wild_figures_do_no_harm(tmp_path: Path, figure: float) -> None:
    uses = [{"name": "age", "role": "measure"}, {"name": "spend", "role": "measure"}]
    columns = [
        {"name": "age", "kind": "number", "figures": [figure] * 30},
        {"name": "spend", "kind": "date", "figures": [figure] * 30},
    ]
    path = tmp_path / "wild.json"
    document = {"recipe": {"columns": uses, "segments": 2}, "dataset": {"columns": columns}}
    path.write_text(json.dumps(document), "utf-8")
    source = two_kinds(tmp_path / "may.csv")
    found = rerun(
        quiet,
        database=tmp_path / "db.sqlite",
        source=source,
        recipe=read_recipe(path),
        consent=Consent(True, scales={"age": 1.0}),
    )
    assert found.run_id
