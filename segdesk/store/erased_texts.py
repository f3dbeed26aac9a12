"""Takes a person's words out of everything that quotes them: documents, names, paths, recipes."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from segdesk.model.roles import ColumnRole, Kind

LEAST_PART = 4
"""A shorter text is taken out only where it is all there is: "7" is part of too much."""

_HIDDEN = "…"

_OWN_WORDS = frozenset({"code", "kind", "method", "role", "encoding"})
"""What stands under these keys is SegDesk's, whatever a cell says."""

_DOCUMENTS = (
    ("datasets", "warnings", "id = ?1"),
    ("dataset_readings", "choices", "dataset_id = ?1"),
    ("dataset_readings", "dialect", "dataset_id = ?1"),
    ("dataset_readings", "receipt", "dataset_id = ?1"),
    ("dataset_readings", "suggestions", "dataset_id = ?1"),
    ("dataset_columns", "reason", "dataset_id = ?1"),
    ("clustering_runs", "feature_config", "dataset_id = ?1"),
    ("clustering_runs", "cuts", "dataset_id = ?1"),
    ("run_findings", "document", "run_id IN (SELECT id FROM clustering_runs WHERE dataset_id = ?1)"),
    ("campaigns", "document", "run_id IN (SELECT id FROM clustering_runs WHERE dataset_id = ?1)"),
)
"""Where JSON may quote a cell: table, column, whose rows belong to a dataset."""

_TYPED = (
    ("datasets", "name"),
    ("datasets", "original_path"),
    ("segment_names", "name"),
    ("own_actions", "actions"),
    ("own_personas", "name"),
    ("own_personas", "signs"),
    ("exported_files", "folder"),
    ("exported_files", "name"),
)
"""What a user typed, or a path: a file may be called after a person."""


def own_texts(
    connection: sqlite3.Connection, dataset_id: int, rows: Sequence[int], *, only_identifiers: bool = False
) -> frozenset[str]:
    """Give the words that stand in these rows of a dataset and in no other."""
    query = "SELECT position FROM dataset_columns WHERE dataset_id = ? AND kind = ?"
    if only_identifiers:
        query += f" AND role = '{ColumnRole.IDENTIFIER.value}'"
    listed = json.dumps(list(rows))
    inside = "row_index IN (SELECT value FROM json_each(?1))"
    found: set[str] = set()
    for (position,) in connection.execute(query, (dataset_id, Kind.TEXT.value)).fetchall():
        cell = f"c{position}"
        own = connection.execute(
            f"""
            SELECT DISTINCT {cell} FROM rows_{dataset_id} WHERE {inside} AND {cell} IS NOT NULL
            EXCEPT SELECT {cell} FROM rows_{dataset_id} WHERE NOT {inside}""",
            (listed,),
        )
        found |= {text for (text,) in own}
    return frozenset(found)


def hide_texts(connection: sqlite3.Connection, dataset_id: int, texts: Collection[str]) -> None:
    """Take texts out of everything that quotes cells of a dataset."""
    names = connection.execute("SELECT name FROM dataset_columns WHERE dataset_id = ?", (dataset_id,))
    kept = {name for (name,) in names}
    for table, column, condition in _DOCUMENTS:
        query = f"SELECT DISTINCT {column} FROM {table} WHERE {condition} AND {column} IS NOT NULL"
        for (document,) in connection.execute(query, (dataset_id,)).fetchall():
            hidden = _hidden(json.loads(document), texts, kept)
            changed = json.dumps(hidden, ensure_ascii=False)
            if hidden != json.loads(document):
                update = f"UPDATE {table} SET {column} = ?2 WHERE {condition} AND {column} = ?3"
                connection.execute(update, (dataset_id, changed, document))


def hide_typed(connection: sqlite3.Connection, names: Collection[str]) -> None:
    """Take a person's names out of what users typed, and out of paths."""
    for table, column in _TYPED:
        for (typed,) in connection.execute(f"SELECT DISTINCT {column} FROM {table}").fetchall():
            if (hidden := _hidden(typed, names)) != typed:
                update = f"UPDATE OR REPLACE {table} SET {column} = ? WHERE {column} = ?"
                connection.execute(update, (hidden, typed))


def hide_in_recipes(connection: sqlite3.Connection, names: Collection[str], texts: AbstractSet[str]) -> int:
    """Take a person's names and other words out of saved recipes; give how many recipes changed."""
    changed = 0
    for number, name, document in connection.execute("SELECT id, name, document FROM recipes").fetchall():
        before = json.loads(document)
        after, told = _forgetful(json.loads(document), names, texts), _hidden(name, names)
        if after != before or told != name:
            if told != name:  # two recipes may be called after the same person
                told = f"{told} {number}"
            update = "UPDATE recipes SET name = ?, document = ? WHERE id = ?"
            connection.execute(update, (told, json.dumps(after, ensure_ascii=False), number))
            changed += 1
    return changed


def _forgetful(document: Any, names: Collection[str], texts: AbstractSet[str]) -> Any:
    """Take texts out of the values that a recipe joins and of what it remembers of its file.

    The names of columns and of methods are the recipe's own words.
    """
    for change in (document.get("reading") or {}).get("changes") or ():
        pairs = change.get("levels") or ()
        change["levels"] = [pair for pair in pairs if texts.isdisjoint(pair)]
    if "dataset" in document:
        remembered = document["dataset"].get("columns") or ()
        kept = {column["name"] for column in remembered if isinstance(column, dict) and "name" in column}
        document["dataset"] = _hidden(document["dataset"], {*names, *texts}, kept)
    return document


def _hidden(value: Any, texts: Collection[str], kept: Collection[str] = ()) -> Any:
    """Take texts out of a document, whole words only; ``kept`` are names of columns."""
    words = sorted((text for text in texts if len(text) >= LEAST_PART), key=len, reverse=True)
    # Not \b: an underscore ends a customer's number in a file's name.
    inside = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})(?![^\W_])") if words else None

    def hide(value: Any) -> Any:
        match value:
            case str() if value not in kept:
                if value in texts:
                    return _HIDDEN
                return value if inside is None else inside.sub(_HIDDEN, value)
            case list():
                return [hide(item) for item in value]
            case dict():
                return {key: item if key in _OWN_WORDS else hide(item) for key, item in value.items()}
        return value

    return hide(value)
