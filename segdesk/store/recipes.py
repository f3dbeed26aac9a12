"""Keeps recipes under names."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from segdesk.errors import StoreError
from segdesk.store.db import atomic

LONGEST_NAME = 80


def save_recipe(connection: sqlite3.Connection, name: str, document: str, *, created_at: datetime) -> str:
    """Keep a recipe's document under a name, and give the name as it was saved.

    Raises
    ------
    StoreError
        ``database.recipe_taken``: another one has that name, whatever its case.
    """
    told = " ".join(name.split())[:LONGEST_NAME].rstrip()
    when = created_at.astimezone(UTC).isoformat(timespec="microseconds")
    with atomic(connection):
        query = "INSERT INTO recipes (name, document, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        if not told or not connection.execute(query, (told, document, when)).rowcount:
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


def recipe_names(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Give the names, by the alphabet."""
    return tuple(name for (name,) in connection.execute("SELECT name FROM recipes ORDER BY name"))


def rename_recipe(connection: sqlite3.Connection, name: str, new: str) -> str:
    """Give a recipe another name, and that name as it was saved.

    Raises
    ------
    StoreError
        ``database.no_recipe``, ``database.recipe_taken``
    """
    told = " ".join(new.split())[:LONGEST_NAME].rstrip()
    with atomic(connection):
        recipe_document(connection, name)
        is_taken = connection.execute(
            "SELECT 1 FROM recipes WHERE name = ?1 AND name <> ?2 COLLATE NOCASE", (told, name)
        ).fetchone()
        if not told or is_taken:
            raise StoreError("database.recipe_taken", name=told)
        connection.execute("UPDATE recipes SET name = ? WHERE name = ?", (told, name))
    return told


def delete_recipe(connection: sqlite3.Connection, name: str) -> None:
    """Remove a recipe for good.

    Raises
    ------
    StoreError
        ``database.no_recipe``
    """
    if not connection.execute("DELETE FROM recipes WHERE name = ?", (name,)).rowcount:
        raise StoreError("database.no_recipe", name=name)
