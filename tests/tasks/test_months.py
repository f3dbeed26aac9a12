"""Next month: the same recipe again, and who moved in between."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from segdesk.choices import column_uses
from segdesk.errors import InputError, StoreError
from segdesk.model.placement import NOBODY, Consent, Fate, Migration, Risk
from segdesk.model.recipe import Encoding, Recipe
from segdesk.store import catalogue, recipes
from segdesk.store.db import opened
from segdesk.store.names import names
from segdesk.store.placements import repeats
from segdesk.store.runs import labels, segmentation
from segdesk.tasks.customers import make_customers
from segdesk.tasks.import_file import import_file
from segdesk.tasks.migrate import migrate
from segdesk.tasks.rerun import rerun
from segdesk.tasks.saved_recipe import (
    LARGEST_FILE,
    export_recipe,
    import_recipe,
    read_recipe,
    save_run_recipe,
    saved_recipe,
)
from segdesk.tasks.segment import segment
from tests.tasks.months import NEXT, SAMPLE, rewritten, run_of, sales_of, sample_maker
from tests.tasks.reporting import quiet

NAMES = ("one", "two", "three", "four")


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, int]:
    database = tmp_path_factory.mktemp("months") / "db.sqlite"
    first = run_of(database, SAMPLE)
    found = rerun(quiet, database=database, source=NEXT, run_id=first, names=NAMES)
    assert sorted(found.origins) == [0, 1, 2, 3]
    return database, first, found.run_id


@pytest.fixture(scope="module")
def found(months: tuple[Path, int, int]) -> Migration:
    database, first, second = months
    return migrate(quiet, database=database, before_id=first, after_id=second)


def test_that_a_rerun_keeps_numbers_names_roles_and_k(months: tuple[Path, int, int]) -> None:
    database, first, second = months
    maker = sample_maker()
    personas = maker.next_quarter().personas
    with opened(database, "read") as connection:
        assert names(connection, second, 4) == dict(enumerate(NAMES))
        assert repeats(connection, second) == first
        assert repeats(connection, first) is None
        before, after = catalogue.run(connection, first), catalogue.run(connection, second)
        assert after.segments == 4
        roles = {c.name: c.role for c in catalogue.columns(connection, before.dataset_id)}
        assert {c.name: c.role for c in catalogue.columns(connection, after.dataset_id)} == roles
        result = segmentation(connection, second)
        old, new = labels(connection, first), labels(connection, second)
    assert np.bincount(new).tolist() == list(result.cut(4).sizes)
    # Each persona has the number it had: who moved aside, everybody's persona is known in both files.
    then = [persona for persona, _ in maker.customers()]
    now = [personas[line.split(",")[0]] for line in NEXT.read_text("utf-8").splitlines()[1:]]
    for persona in set(then):
        was = np.bincount(old[[each == persona for each in then]]).argmax()
        assert was == np.bincount(new[[each == persona for each in now]]).argmax()


def test_that_planted_moves_are_found_and_hardly_any_others(found: Migration) -> None:
    quarter = sample_maker().next_quarter()
    told = {who for who, _, _ in found.movers}
    planted = set(quarter.moved)
    assert len(told & planted) >= 0.95 * len(planted)  # issue 5, acceptance 1
    assert len(told - planted) <= 0.02 * found.shared
    assert (found.joined, found.left) == (len(quarter.joined), len(quarter.left))
    assert found.identifier == "customer_id"


def test_that_the_figures_of_a_migration_hold_together(found: Migration) -> None:
    assert found.moved == len(found.movers) / found.shared
    # What joined, stayed and went are all customers of both files, each once.
    stayed = sum(f.customers for f in found.flows if NOBODY not in (f.before, f.after))
    assert stayed == found.shared
    assert sum(f.customers for f in found.flows if f.before == NOBODY) == found.joined
    assert sum(f.customers for f in found.flows if f.after == NOBODY) == found.left
    moves = [f for f in found.flows if f.before != f.after and NOBODY not in (f.before, f.after)]
    assert sum(f.sales for f in moves) == pytest.approx(found.sales_moved)
    assert {each.fate for each in found.transitions} == {Fate.SURVIVED}
    assert found.noise < found.moved_refit
    assert found.sales_column == "total_spend"


def test_that_the_call_list_holds_who_went_to_a_weaker_segment(found: Migration) -> None:
    moved = {who: (before, after) for who, before, after in found.movers}
    fallen = [call for call in found.calls if call.risk is Risk.MOVED]
    assert fallen
    for call in fallen:
        assert moved[call.identifier] == (call.before, call.after)
    spent = [call.sales_before for call in found.calls]
    assert spent == sorted(spent, reverse=True)


def test_that_the_same_month_twice_shows_no_moves(months: tuple[Path, int, int]) -> None:
    database, first, _ = months
    found = migrate(quiet, database=database, before_id=first, after_id=first)
    assert (found.moved, found.joined, found.left) == (0, 0, 0)


def test_that_customers_without_a_number_cannot_be_followed(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    first, second = (
        run_of(database, SAMPLE),
        run_of(database, rewritten(NEXT, tmp_path / "n.csv", "ET0", "QQ")),
    )
    with pytest.raises(InputError, match=r"migrate\.nobody_shared"):
        migrate(quiet, database=database, before_id=first, after_id=second)


def test_that_a_renamed_column_is_used_once_agreed(months: tuple[Path, int, int], tmp_path: Path) -> None:
    database, first, second = months
    source = rewritten(NEXT, tmp_path / "renamed.csv", "annual_income,", "income_etb,")
    with pytest.raises(InputError, match=r"schema\.consent"):
        rerun(quiet, database=database, source=source, run_id=first)
    again = rerun(quiet, database=database, source=source, run_id=first, consent=Consent(accepts=True))
    with opened(database, "read") as connection:
        assert (labels(connection, again.run_id) == labels(connection, second)).all()


def test_that_a_column_that_is_gone_is_left_out_and_told(
    months: tuple[Path, int, int], tmp_path: Path
) -> None:
    lines = [line.rsplit(",", 2) for line in NEXT.read_text("utf-8").splitlines()]
    source = tmp_path / "less.csv"
    source.write_text("\n".join(parts[0] for parts in lines), "utf-8")
    found = rerun(quiet, database=months[0], source=source, run_id=months[1])
    assert found.left_out == ("preferred_category",)


def test_that_a_saved_recipe_is_used_by_name_and_as_a_file(
    months: tuple[Path, int, int], tmp_path: Path
) -> None:
    database, first, _ = months
    assert save_run_recipe(quiet, database=database, run_id=first, name="  every   month ") == "every month"
    path = tmp_path / "recipe.json"
    export_recipe(quiet, database=database, name="EVERY MONTH", path=path)
    assert import_recipe(quiet, database=database, path=path, name="copy") == "copy"
    saved = saved_recipe(database, "copy")
    assert saved == read_recipe(path) == saved_recipe(database, "every month")
    found = rerun(quiet, database=database, source=SAMPLE, recipe=saved)
    with opened(database, "read") as connection:
        assert (labels(connection, found.run_id) == labels(connection, first)).all()
        assert [each.name for each in recipes.kept_recipes(connection)] == ["copy", "every month"]
    with opened(database, "write") as connection:
        assert recipes.rename_recipe(connection, "copy", "Copy") == "Copy"  # only its case
        with pytest.raises(StoreError, match=r"database\.recipe_taken"):
            recipes.rename_recipe(connection, "copy", "Every Month")
        recipes.delete_recipe(connection, "copy")
        with pytest.raises(StoreError, match=r"database\.no_recipe"):
            recipes.delete_recipe(connection, "copy")
    with pytest.raises(StoreError, match=r"database\.recipe_taken"):
        save_run_recipe(quiet, database=database, run_id=first, name="Every month")


def test_that_next_months_sales_become_customers_again(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    may = import_file(quiet, database=database, source=sales_of(tmp_path / "may.csv", month=5, growing=0))
    customers = make_customers(quiet, database=database, dataset_id=may, name="may")
    with opened(database, "read") as connection:
        uses = column_uses(catalogue.columns(connection, customers), None, Encoding.BALANCED)
    first = segment(quiet, database=database, dataset_id=customers, recipe=Recipe(uses, segments=2))
    june = sales_of(tmp_path / "june.csv", month=6, growing=4)
    found = rerun(quiet, database=database, source=june, run_id=first)
    assert found.origins == (0, 1)
    moves = migrate(quiet, database=database, before_id=first, after_id=found.run_id)
    # Of the first eight customers the odd ones came three times in May and twelve times in June; days are
    # counted from each month's own end, so that nobody else moves.
    assert {who for who, _, _ in moves.movers} == {"17001", "17003", "17005", "17007"}


def recipe_text(**changes: object) -> str:
    columns = [{"name": "age", "role": "measure", "influence": 1.0}]
    recipe = {"columns": columns, "method": "ward", "segments": 4} | changes
    return json.dumps({"recipe": recipe})


TAMPERED = {
    "code": "import os; os.system('true')",
    "pickle": "\x80\x04cos\nsystem\n.",
    "list": "[]",
    "no recipe": '{"reading": {}}',
    "method": recipe_text(method="__import__"),
    "columns": recipe_text(columns="age"),
    "column": recipe_text(columns=[{"name": 3, "role": "measure"}]),
    "role": recipe_text(columns=[{"name": "age", "role": "exec"}]),
    "word": recipe_text(segments="four"),
    "many": recipe_text(segments=10**9),
    "negative": recipe_text(segments=-4),
    "pca": recipe_text(pca=-1),
    "parameter": recipe_text(parameters={"callback": 1}),
    "influence": recipe_text(columns=[{"name": "age", "role": "measure", "influence": 1e9}]),
    "twice": recipe_text(columns=[{"name": "age", "role": "measure"}] * 2),
    "unused": recipe_text(columns=[]),
    "deep": "[" * 100_000,
    "large": " " * (LARGEST_FILE + 1),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_that_a_tampered_recipe_is_refused_in_words(tmp_path: Path, what: str) -> None:
    path = tmp_path / "recipe.json"
    path.write_text(TAMPERED[what], "utf-8")
    with pytest.raises(InputError) as caught:
        read_recipe(path)
    assert caught.value.code.startswith("recipe.")
