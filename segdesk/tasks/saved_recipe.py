"""A recipe as a file: how to read, and how to segment. Last month's choices, to be used again."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from segdesk.engine.remembered import Remembered, recall, remember
from segdesk.engine.validation import validate
from segdesk.errors import InputError, StoreError
from segdesk.model.changes import Change, Suggestion
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.methods import info as about
from segdesk.model.notes import Note
from segdesk.model.placement import NOTHING_AGREED, Consent
from segdesk.model.reading import ColumnTotal, Dialect, Reading, ReadingChoices, Receipt
from segdesk.model.recipe import Recipe
from segdesk.store import recipes
from segdesk.store.catalogue import dataset, reading, run
from segdesk.store.datasets import read_table
from segdesk.store.db import Connection, opened
from segdesk.tasks.new_file import NewFile, Tidying, currencies, read_alike

LARGEST_FILE = 16 * 2**20
"""Bytes; a recipe of two thousand columns, with two hundred values each, has under 12 megabytes."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What is remembered of the file that a recipe was made on; all of it may be unknown.

    ``decimal``, ``thousands`` and ``dayfirst`` are what that file settled, where the next one leaves it open.
    """

    name: str = ""
    columns: tuple[Remembered, ...] = ()
    decimal: str = ""
    thousands: str = ""
    dayfirst: bool | None = None


@dataclass(frozen=True, slots=True)
class SavedRecipe:
    """The part of an exported recipe that is used; what else stands in the file only tells.

    ``recipe`` and ``reading`` decide a result, ``dataset`` says what a new file is held beside.
    """

    recipe: Recipe
    reading: ReadingChoices = field(default_factory=ReadingChoices)
    dataset: Origin = field(default_factory=Origin)


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


def document_of(connection: Connection, run_id: int, segments: int | None = None) -> dict[str, Any]:
    """Give a run's recipe with how its file was read and what that file's columns were like.

    Parameters
    ----------
    segments
        Of the cut that is wanted; None for the run's own.

    Raises
    ------
    StoreError
        ``database.no_run``
    """
    info = run(connection, run_id)
    source = dataset(connection, info.dataset_id)
    how = reading(connection, info.dataset_id) or Reading(ReadingChoices(), None, None)
    made = tuple(each.change for each in how.suggestions if each.is_applied)
    choices = how.choices if how.choices.changes is not None else replace(how.choices, changes=made)
    dialect = how.dialect or Dialect("", decimal="")
    columns = remember(
        read_table(connection, info.dataset_id),
        info.recipe.columns,
        sources=_sources(made),
        currencies=currencies(how.receipt),
    )
    origin = Origin(source.name, columns, dialect.decimal, dialect.thousands, dialect.dayfirst)
    counted = None if about(info.recipe.method).finds_count else segments or info.segments
    return {
        "reading": choices,
        "recipe": replace(info.recipe, segments=counted),
        "dataset": asdict(origin) | {"sha256": source.sha256, "rows": source.rows},
        "versions": info.versions,
    }


def save_run_recipe(report: Report, *, database: Path, run_id: int, name: str) -> str:
    """Save a run's recipe and how its file was read under a name; give the name.

    Raises
    ------
    StoreError
        ``database.no_run``, ``database.recipe_taken``
    """
    report(Progress(Stage.SAVING, 0.0))
    with opened(database, "read") as connection:
        document = document_of(connection, run_id) | {"run_id": run_id}
    text = msgspec.json.encode(document).decode()
    with opened(database, "write") as connection:
        return recipes.save_recipe(connection, name, text, created_at=datetime.now(UTC))


def import_recipe(report: Report, *, database: Path, path: Path, name: str) -> str:
    """Save the recipe in a file under a name; give the name.

    Raises
    ------
    InputError
        ``recipe.*``, as of ``read_recipe``.
    StoreError
        ``database.recipe_taken``
    """
    report(Progress(Stage.READING, 0.0))
    text = msgspec.json.encode(read_recipe(path)).decode()
    with opened(database, "write") as connection:
        return recipes.save_recipe(connection, name, text, created_at=datetime.now(UTC))


def export_recipe(report: Report, *, database: Path, name: str, path: Path) -> str:
    """Write a saved recipe as a file; give its path.

    Raises
    ------
    InputError
        ``recipe.*``: it has been altered.
    StoreError
        ``database.no_recipe``; ``export.cannot_write``
    """
    report(Progress(Stage.EXPORTING, 0.0))
    text = msgspec.json.encode(saved_recipe(database, name))
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        unfinished.write_bytes(msgspec.json.format(text, indent=2))
        unfinished.replace(path)
    except OSError:
        raise StoreError("export.cannot_write", path=str(path)) from None
    finally:
        with suppress(OSError):
            unfinished.unlink()
    return str(path)


def read_with(
    saved: SavedRecipe,
    source: Path,
    *,
    report: Callable[[float], None],
    tidying: Tidying = Tidying.COLUMNS,
    consent: Consent = NOTHING_AGREED,
) -> NewFile:
    """Read a file as the one that a recipe was made on, and hold it beside what is remembered of that.

    Raises
    ------
    InputError
        ``file.*``, ``rfm.*``; ``schema.no_such_column``
    """
    origin, changes = saved.dataset, saved.reading.changes
    before = recall(origin.columns, saved.recipe.columns, _sources(changes or ()))
    settled = Dialect("", decimal=origin.decimal, thousands=origin.thousands, dayfirst=origin.dayfirst)
    totals = tuple(ColumnTotal(each.name, 0.0, each.currency) for each in origin.columns if each.currency)
    made = tuple(
        Suggestion(change, Note(change.kind.value), is_safe=False, is_applied=True)
        for change in changes or ()
    )
    reading = Reading(saved.reading, settled, Receipt(0, 0, (), 0, 0, "", "", totals), suggestions=made)
    return read_alike(
        source,
        before,
        saved.recipe.columns,
        reading,
        report=report,
        tidying=Tidying.SAFELY if changes is None else tidying,
        consent=consent,
    )


def _sources(changes: Collection[Change]) -> tuple[str, ...]:
    """Name the columns that others are made from."""
    made = {change.name for change in changes}
    return tuple(dict.fromkeys(name for change in changes for name in change.columns if name not in made))


def _decoded(text: bytes, name: str) -> SavedRecipe:
    try:
        saved = msgspec.json.decode(text, type=SavedRecipe)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise InputError("recipe.not_saved", path=name) from None
    # Against its own columns: what the choices say must be possible before there is a table.
    validate(saved.recipe, [use.name for use in saved.recipe.columns])
    return saved
