"""A recipe as a file: how to read, and how to segment. Last month's choices, to be used again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from segdesk.engine.validation import validate
from segdesk.errors import InputError, StoreError
from segdesk.model.reading import ReadingChoices
from segdesk.model.recipe import Recipe
from segdesk.store import recipes
from segdesk.store.catalogue import dataset, reading, run
from segdesk.store.db import opened

LARGEST_FILE = 4 * 2**20
"""Bytes; a recipe of two thousand columns has under half a megabyte."""


@dataclass(frozen=True, slots=True)
class SavedRecipe:
    """The part of an exported recipe that decides a result; what else stands in the file only tells."""

    recipe: Recipe
    reading: ReadingChoices = field(default_factory=ReadingChoices)


def read_recipe(path: Path) -> SavedRecipe:
    """Read what an export wrote as its recipe. Nothing in it is ever run.

    Raises
    ------
    InputError
        ``recipe.no_file``: it can't be opened. ``recipe.too_large``; ``recipe.not_saved``: it holds
        something else; ``recipe.*``: its choices can't work.
    """
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST_FILE + 1)
    except OSError:
        raise InputError("recipe.no_file", path=str(path)) from None
    if len(text) > LARGEST_FILE:
        raise InputError("recipe.too_large", path=str(path), most=str(LARGEST_FILE // 2**20))
    return _decoded(text, str(path))


def saved_recipe(database: Path, name: str) -> SavedRecipe:
    """Give a recipe that was saved under a name.

    Raises
    ------
    InputError
        ``recipe.*``: it has been altered.
    StoreError
        ``database.no_recipe``
    """
    with opened(database, "read") as connection:
        return _decoded(recipes.recipe_document(connection, name).encode(), name)


def save_run_recipe(database: Path, run_id: int, name: str) -> str:
    """Save a run's recipe and how its file was read under a name; give the name.

    Raises
    ------
    StoreError
        ``database.no_run``, ``database.recipe_taken``
    """
    with opened(database, "write") as connection:
        info = run(connection, run_id)
        how = reading(connection, info.dataset_id)
        document = {
            "reading": how.choices if how is not None else ReadingChoices(),
            "recipe": info.recipe,
            "dataset": {"name": dataset(connection, info.dataset_id).name},
            "versions": info.versions,
        }
        text = msgspec.json.encode(document).decode()
        return recipes.save_recipe(connection, name, text, created_at=datetime.now(UTC))


def import_recipe(database: Path, path: Path, name: str) -> str:
    """Save the recipe in a file under a name; give the name.

    Raises
    ------
    InputError
        ``recipe.*``, as of ``read_recipe``.
    StoreError
        ``database.recipe_taken``
    """
    text = msgspec.json.encode(read_recipe(path)).decode()
    with opened(database, "write") as connection:
        return recipes.save_recipe(connection, name, text, created_at=datetime.now(UTC))


def export_recipe(database: Path, name: str, path: Path) -> str:
    """Write a saved recipe as a file; give its path.

    Raises
    ------
    StoreError
        ``database.no_recipe``; ``export.cannot_write``
    """
    with opened(database, "read") as connection:
        text = recipes.recipe_document(connection, name).encode()
    try:
        path.write_bytes(msgspec.json.format(text, indent=2))
    except OSError:
        raise StoreError("export.cannot_write", path=str(path)) from None
    return str(path)


def _decoded(text: bytes, name: str) -> SavedRecipe:
    try:
        saved = msgspec.json.decode(text, type=SavedRecipe)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise InputError("recipe.not_saved", path=name) from None
    # Against its own columns: what the choices say must be possible before there is a table.
    validate(saved.recipe, [use.name for use in saved.recipe.columns])
    return saved
