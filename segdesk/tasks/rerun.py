"""Last month's recipe on a new file: read, tidied and segmented as before, segments keep their numbers."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.carry import Seen, carried_colours, carried_names, carry_names, common_profiles
from segdesk.engine.roles import summarise_columns
from segdesk.engine.snapshots import find_identifier, kept_numbers, renumbered
from segdesk.engine.transform import as_levels
from segdesk.errors import InputError
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.methods import info as about
from segdesk.model.placement import NOTHING_AGREED, Consent, Rerun, SchemaMatch
from segdesk.model.reading import Reading
from segdesk.model.recipe import Recipe
from segdesk.model.result import Segmentation
from segdesk.model.roles import ColumnSummary, Kind
from segdesk.model.table import Table
from segdesk.store import catalogue
from segdesk.store.datasets import read_table, save_dataset
from segdesk.store.db import Connection, atomic, opened
from segdesk.store.findings import save_choice
from segdesk.store.names import colours, save_colours, save_names
from segdesk.store.placements import save_rerun
from segdesk.store.runs import labels, save_run
from segdesk.tasks.new_file import NewFile, Tidying, agreed, read_alike
from segdesk.tasks.saved_recipe import SavedRecipe, read_with, saved_recipe
from segdesk.tasks.segment import find_segments, versions

_READ, _FOUND = 0.3, 0.9


@dataclass(frozen=True, slots=True, eq=False)
class _Before:
    """The run that is repeated."""

    run_id: int
    segments: int
    table: Table
    summaries: tuple[ColumnSummary, ...]
    labels: NDArray[np.int8]
    colours: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Prepared:
    """A new file, ready to be segmented."""

    table: Table
    summaries: tuple[ColumnSummary, ...]
    reading: Reading
    recipe: Recipe
    left_out: tuple[str, ...]
    match: SchemaMatch


def rerun(
    report: Report,
    *,
    database: Path,
    source: Path,
    run_id: int | None = None,
    recipe: str | SavedRecipe = "",
    names: Sequence[str] = (),
    consent: Consent = NOTHING_AGREED,
) -> Rerun:
    """Use a run's recipe, or a saved one, on a new file.

    The file is read with the choices of then and what was tidied then is tidied again; the roles
    come from the recipe. A run's repeat has as many segments, and each has the number of the segment it
    was, so that colours stay.

    Parameters
    ----------
    run_id, recipe
        One of the two: a run, or a saved recipe or its name.
    names
        What the run's segments are called; those that live on keep their names.

    Raises
    ------
    InputError
        ``file.*``, ``tidy.*``, ``rfm.*``: the file can't be read as before; ``schema.*``: it doesn't fit the
        recipe; ``recipe.*``
    RunError
        ``method.*``
    StoreError
        ``database.*``
    """
    began = time.perf_counter()
    report(Progress(Stage.READING, 0.0))
    progress = _Reading(report)
    before = None if run_id is None else _before(database, run_id)
    if before is not None:
        prepared = _like_run(database, before, source, consent, progress)
    else:
        saved = saved_recipe(database, recipe) if isinstance(recipe, str) else recipe
        new = read_with(saved, source, report=progress, tidying=Tidying.ALL, consent=consent)
        prepared = _prepared(new, saved.recipe, consent)
    result = find_segments(prepared.table, prepared.summaries, prepared.recipe, _Part(report))
    became = {} if before is None else _became(before, prepared, result)
    numbers = kept_numbers(became, result.segments)
    result = renumbered(result, numbers)
    living_on = {old: numbers[new] for old, new in became.items()}
    origins = {new: old for old, new in living_on.items()}
    report(Progress(Stage.SAVING, _FOUND))
    sha256 = _sha256(source)
    with opened(database, "write") as connection, atomic(connection):
        new_id = _saved(connection, source, sha256, prepared, result, time.perf_counter() - began)
        if before is not None:
            save_rerun(connection, new_id, before.run_id)
            kept = carried_colours(living_on, before.colours, result.segments)
            save_colours(connection, new_id, result.segments, kept)
        if names:
            given = carried_names(living_on, names)
            save_names(connection, new_id, result.segments, given)
    return Rerun(
        new_id,
        before.run_id if before is not None else 0,
        tuple(origins.get(segment, -1) for segment in range(result.segments)),
        prepared.left_out,
        prepared.match,
    )


def examine_recipe(
    report: Report, *, database: Path, recipe: str, source: Path, consent: Consent = NOTHING_AGREED
) -> SchemaMatch:
    """Hold a file beside what a saved recipe remembers and give what is proposed; nothing is saved.

    Raises
    ------
    InputError
        ``file.*``, ``rfm.*``; ``recipe.*``; ``schema.no_such_column``
    StoreError
        ``database.*``
    """
    report(Progress(Stage.READING, 0.0))
    saved = saved_recipe(database, recipe)
    return read_with(saved, source, report=_Reading(report), consent=consent).match


def _saved(
    connection: Connection,
    source: Path,
    sha256: str,
    prepared: _Prepared,
    result: Segmentation,
    seconds: float,
) -> int:
    """Save the file as a dataset with its run, and give the run's number."""
    dataset_id = save_dataset(
        connection,
        prepared.table,
        prepared.summaries,
        name=source.name,
        original_path=str(source.resolve()),
        sha256=sha256,
        imported_at=datetime.now(UTC),
        reading=prepared.reading,
    )
    run_id = save_run(
        connection,
        dataset_id,
        prepared.recipe,
        result,
        created_at=datetime.now(UTC),
        seconds=seconds,
        versions=versions(),
    )
    if result.choice is not None:
        save_choice(connection, run_id, result.choice)
    return run_id


@dataclass(frozen=True, slots=True)
class _Reading:
    """The share of reading as progress of the whole."""

    report: Report

    def __call__(self, share: float) -> None:
        self.report(Progress(Stage.READING, share * _READ))


@dataclass(frozen=True, slots=True)
class _Part:
    """The progress of segmenting as progress of the whole."""

    report: Report

    def __call__(self, progress: Progress) -> None:
        self.report(Progress(progress.stage, _READ + (_FOUND - _READ) * progress.share))


def _before(database: Path, run_id: int) -> _Before:
    with opened(database, "read") as connection:
        info = catalogue.run(connection, run_id)
        return _Before(
            run_id,
            info.segments,
            read_table(connection, info.dataset_id),
            catalogue.columns(connection, info.dataset_id),
            labels(connection, run_id),
            colours(connection, run_id, info.segments),
        )


def _like_run(
    database: Path, before: _Before, source: Path, consent: Consent, progress: _Reading
) -> _Prepared:
    with opened(database, "read") as connection:
        info = catalogue.run(connection, before.run_id)
        reading = catalogue.reading(connection, info.dataset_id)
    new = read_alike(
        source,
        before.table,
        info.recipe.columns,
        reading,
        report=progress,
        tidying=Tidying.ALL,
        consent=consent,
    )
    segments = None if about(info.recipe.method).finds_count else before.segments
    return _prepared(new, replace(info.recipe, segments=segments), consent)


def _prepared(new: NewFile, wanted: Recipe, consent: Consent) -> _Prepared:
    table, match = agreed(new, wanted.columns, consent)
    recipe, left_out = _fitting(wanted, table)
    how = Reading(new.choices, new.plain.dialect, new.table.receipt, suggestions=new.made)
    return _Prepared(table, _with_roles(table, recipe), how, recipe, left_out, match)


def _fitting(recipe: Recipe, table: Table) -> tuple[Recipe, tuple[str, ...]]:
    """Give the recipe for the columns that are there, and the used ones that aren't.

    Raises
    ------
    InputError
        ``schema.no_columns``
    """
    present = {column.name for column in table.columns}
    kept = tuple(use for use in recipe.columns if use.name in present)
    fitting = replace(recipe, columns=kept)
    if not fitting.used:
        raise InputError("schema.no_columns", columns=", ".join(use.name for use in recipe.used))
    return fitting, tuple(use.name for use in recipe.used if use.name not in present)


def _with_roles(table: Table, recipe: Recipe) -> tuple[ColumnSummary, ...]:
    roles = {use.name: use.role for use in recipe.columns}
    return tuple(
        replace(found, role=roles[found.name], guess=found.guessed)
        if found.name in roles and roles[found.name] is not found.role
        else found
        for found in summarise_columns(table)
    )


def _became(before: _Before, prepared: _Prepared, result: Segmentation) -> dict[int, int]:
    """Say which new segment each old one became."""
    now = result.labels[result.position(result.segments)]
    identifier = find_identifier(before.summaries, before.table, prepared.table)
    uses = prepared.recipe.used
    counts = before.segments, result.segments
    profiles = common_profiles(before.table, prepared.table, uses, labels=(before.labels, now), counts=counts)
    seen = [
        Seen(labels, count, _texts(table, identifier), profile)
        for labels, count, table, profile in zip(
            (before.labels, now), counts, (before.table, prepared.table), profiles, strict=True
        )
    ]
    return carry_names(old=seen[0], new=seen[1])


def _texts(table: Table, name: str | None) -> tuple[str, ...]:
    if name is None:
        return ()
    column = table.column(name)
    codes, levels = as_levels(column)
    texts = (*levels, "")  # -1, missing, is the last
    plain = column.kind is not Kind.TEXT
    return tuple(texts[code] if plain else texts[code].strip() for code in codes.tolist())


def _sha256(source: Path) -> str:
    try:
        with source.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise InputError("file.changed", name=source.name) from None
