"""Recipes are kept under names, whatever their case, and listed with what they are."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime

import pytest

from segdesk.errors import StoreError
from segdesk.model.recipe import Method
from segdesk.store import catalogue
from segdesk.store.placements import save_rerun
from segdesk.store.recipes import (
    LONGEST_NAME,
    delete_recipe,
    kept_recipe,
    kept_recipes,
    recipe_document,
    rename_recipe,
    repeated_runs,
    save_recipe,
)
from tests.store import examples

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
FIELDS = {
    "columns": [{"name": "age", "role": "measure", "influence": 1.0}],
    "method": "kmeans",
    "segments": 3,
    "encoding": "balanced",
    "pca": None,
    "seed": 0,
}


def document(**more: object) -> str:
    return json.dumps({"recipe": FIELDS, "dataset": {"name": "may.csv"}} | more)


def save(connection: sqlite3.Connection, name: str, text: str) -> str:
    return save_recipe(connection, name, text, created_at=NOON)


def test_that_recipes_are_listed_by_name_with_what_they_are(connection: sqlite3.Connection):
    dataset_id = examples.save(connection, examples.customers())
    run_id = examples.save_run(connection, dataset_id, examples.segmentation())
    save(connection, "  Whole   year ", document(run_id=run_id))
    save(connection, "autumn", document(run_id=99))
    autumn, year = kept_recipes(connection)
    assert (autumn.name, year.name) == ("autumn", "Whole year")
    assert year.recipe is not None
    assert (year.recipe.method, year.recipe.segments, year.dataset) == (Method.KMEANS, 3, "may.csv")
    assert (year.created_at, year.run_id) == (NOON, run_id)
    assert autumn.run_id == 0  # there is no such run
    catalogue.delete_run(connection, run_id)
    assert kept_recipe(connection, "whole YEAR").run_id == 0
    catalogue.restore_run(connection, run_id)
    assert kept_recipe(connection, "whole YEAR").run_id == run_id


@pytest.mark.parametrize(
    "text",
    ["", "[", "[]", "[" * 10_000, '{"recipe": 4}', '{"recipe": {"columns": [3]}}', '{"dataset": "x"}'],
)
def test_that_a_damaged_recipe_is_listed_as_such(connection: sqlite3.Connection, text: str):
    save(connection, "bad", text)
    (kept,) = kept_recipes(connection)
    assert (kept.recipe, kept.dataset, kept.run_id) == (None, "", 0)


def test_that_a_name_is_taken_whatever_its_case(connection: sqlite3.Connection):
    save(connection, "Été", document())
    save(connection, "two", document())
    for wanted in ("ÉTÉ", " été "):
        with pytest.raises(StoreError, match=r"database\.recipe_taken"):
            save(connection, wanted, document())
        with pytest.raises(StoreError, match=r"database\.recipe_taken"):
            rename_recipe(connection, "two", wanted)
    assert rename_recipe(connection, "Été", "ÉTÉ") == "ÉTÉ"  # only its case


@pytest.mark.parametrize("wanted", ["", "   ", "\n"])
def test_that_a_recipe_needs_a_name(connection: sqlite3.Connection, wanted: str):
    with pytest.raises(StoreError, match=r"database\.recipe_unnamed"):
        save(connection, wanted, document())
    save(connection, "one", document())
    with pytest.raises(StoreError, match=r"database\.recipe_unnamed"):
        rename_recipe(connection, "one", wanted)


def test_that_a_name_has_eighty_letters_at_most(connection: sqlite3.Connection):
    assert save(connection, "a" * 100, document()) == "a" * LONGEST_NAME == "a" * 80


def test_that_what_is_deleted_can_be_put_back(connection: sqlite3.Connection):
    save(connection, "monthly", document())
    kept = kept_recipe(connection, "monthly")
    delete_recipe(connection, "MONTHLY")
    for missing in (delete_recipe, recipe_document, kept_recipe):
        with pytest.raises(StoreError, match=r"database\.no_recipe"):
            missing(connection, "monthly")
    save_recipe(connection, kept.name, kept.document, created_at=kept.created_at)
    assert kept_recipe(connection, "monthly") == kept


def test_that_it_is_known_which_run_repeats_which(connection: sqlite3.Connection):
    dataset_id = examples.save(connection, examples.customers())
    first, second = (examples.save_run(connection, dataset_id, examples.segmentation()) for _ in range(2))
    save_rerun(connection, second, first)
    assert repeated_runs(connection) == {second: first}
