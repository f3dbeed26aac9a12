"""Keeps recipes under names.

Free of NumPy and msgspec when imported: the window lists them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from segdesk.errors import StoreError
from segdesk.model.recipe import Recipe
from segdesk.store.db import atomic
from segdesk.store.json_text import decode_recipe

LONGEST_NAME = 80

_LIVE_RUNS = """
    SELECT r.id FROM clustering_runs r JOIN datasets d ON d.id = r.dataset_id
    WHERE r.deleted_at IS NULL AND d.deleted_at IS NULL"""


@dataclass(frozen=True, slots=True)
class KeptRecipe:
    """A recipe as a list shows it.

    ``recipe`` is None where it has been altered so that it can't be read. ``dataset`` is the name of the
    file that it was made on, empty where that isn't known. ``run_id`` is the run that it was saved
    from, 0 where there is none any more. ``created_at`` is in UTC.
    """

    name: str
    created_at: datetime
    recipe: Recipe | None
    dataset: str
    run_id: int
    document: str


def save_recipe(connection: sqlite3.Connection, name: str, document: str, *, created_at: datetime) -> str:
    """Keep a recipe's document under a name, and give the name as it was saved.

    Raises
    ------
    StoreError
        ``database.recipe_unnamed``; ``database.recipe_taken``: another one has that name, whatever its case.
    """
    told = _tidied(name)
    when = created_at.astimezone(UTC).isoformat(timespec="microseconds")
    with atomic(connection):
        query = "INSERT INTO recipes (name, document, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        if _is_taken(connection, told) or not connection.execute(query, (told, document, when)).rowcount:
            raise StoreError("database.recipe_taken", name=told)
    return told


def recipe_document(connection: sqlite3.Connection, name: str) -> str:
    """Give the document of that name, whatever its case.

    Raises
    ------
    StoreError
        ``database.no_recipe``
    """
    row = connection.execute("SELECT document FROM recipes WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise StoreError("database.no_recipe", name=name)
    return str(row[0])


def kept_recipes(connection: sqlite3.Connection) -> tuple[KeptRecipe, ...]:
    """Give all recipes, by the alphabet."""
    live = {number for (number,) in connection.execute(_LIVE_RUNS)}
    found = connection.execute("SELECT name, document, created_at FROM recipes ORDER BY name")
    return tuple(_kept(row, live) for row in found)


def kept_recipe(connection: sqlite3.Connection, name: str) -> KeptRecipe:
    """Give the recipe of that name, whatever its case.

    Raises
    ------
    StoreError
        ``database.no_recipe``
    """
    query = "SELECT name, document, created_at FROM recipes WHERE name = ?"
    row = connection.execute(query, (name,)).fetchone()
    if row is None:
        raise StoreError("database.no_recipe", name=name)
    return _kept(row, {number for (number,) in connection.execute(_LIVE_RUNS)})


def rename_recipe(connection: sqlite3.Connection, name: str, new: str) -> str:
    """Give a recipe another name, and that name as it was saved.

    Raises
    ------
    StoreError
        ``database.no_recipe``, ``database.recipe_unnamed``, ``database.recipe_taken``
    """
    told = _tidied(new)
    with atomic(connection):
        recipe_document(connection, name)
        if _is_taken(connection, told, but=name):
            raise StoreError("database.recipe_taken", name=told)
        connection.execute("UPDATE recipes SET name = ? WHERE name = ?", (told, name))
    return told


def delete_recipe(connection: sqlite3.Connection, name: str) -> None:
    """Remove a recipe; ``save_recipe`` brings it back from what was kept.

    Raises
    ------
    StoreError
        ``database.no_recipe``
    """
    if not connection.execute("DELETE FROM recipes WHERE name = ?", (name,)).rowcount:
        raise StoreError("database.no_recipe", name=name)


def repeated_runs(connection: sqlite3.Connection) -> dict[int, int]:
    """Give the run that each run repeats, of those that repeat one."""
    return dict(connection.execute("SELECT run_id, before_id FROM reruns"))


def _tidied(name: str) -> str:
    told = " ".join(name.split())[:LONGEST_NAME].rstrip()
    if not told:
        raise StoreError("database.recipe_unnamed")
    return told


def _is_taken(connection: sqlite3.Connection, name: str, but: str = "") -> bool:
    # Compared here: SQLite's own NOCASE knows no capitals but A to Z.
    names = (str(row[0]).casefold() for row in connection.execute("SELECT name FROM recipes"))
    return name.casefold() in {each for each in names if each != but.casefold()}


def _kept(row: tuple[str, str, str], live: set[int]) -> KeptRecipe:
    name, document, created_at = row
    fields = _fields(document)
    origin = fields.get("dataset")
    source = origin.get("name") if isinstance(origin, dict) else None
    number = fields.get("run_id")
    return KeptRecipe(
        name=name,
        created_at=datetime.fromisoformat(created_at),
        recipe=_recipe(fields),
        dataset=source if isinstance(source, str) else "",
        run_id=number if isinstance(number, int) and number in live else 0,
        document=document,
    )


def _fields(document: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(document)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


def _recipe(fields: Mapping[str, Any]) -> Recipe | None:
    try:
        return decode_recipe(json.dumps(fields["recipe"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
