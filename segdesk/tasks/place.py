"""Place new customers in a run's segments: a file of them, or one."""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from segdesk.engine.describe import shown
from segdesk.engine.place import Placer, place
from segdesk.engine.roles import summarise_columns
from segdesk.engine.transform import Applied, Gap
from segdesk.errors import InputError, StoreError
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.notes import Note
from segdesk.model.placement import (
    NOTHING_AGREED,
    Consent,
    PlacedFile,
    PlacedOne,
    Placement,
    PlaceRequest,
    SchemaMatch,
)
from segdesk.model.reading import Reading
from segdesk.model.roles import Kind
from segdesk.model.table import Column, Table
from segdesk.store.catalogue import reading as saved_reading
from segdesk.store.catalogue import run
from segdesk.store.datasets import read_table, save_dataset
from segdesk.store.db import atomic, opened
from segdesk.store.placements import save_placement
from segdesk.tasks.lists import safe_cell
from segdesk.tasks.new_file import NewFile, agreed, read_alike
from segdesk.tasks.placer import placer_of

_READ, _LEARNED, _PLACED = 0.2, 0.7, 0.85
_SHOWN = 3

HEADINGS = ("segment", "segment_name", "confidence", "second_best", "second_best_name", "nearest")


def examine_file(
    report: Report, *, database: Path, run_id: int, source: Path, consent: Consent = NOTHING_AGREED
) -> SchemaMatch:
    """Hold a file beside a run's own and give what is proposed, after what was said; nothing is saved.

    Raises
    ------
    InputError
        ``file.*``, ``rfm.*``
    StoreError
        ``database.*``
    """
    return _read(report, database, run_id, source, consent).match


def place_file(
    report: Report,
    *,
    database: Path,
    run_id: int,
    source: Path,
    request: PlaceRequest,
    consent: Consent = NOTHING_AGREED,
) -> PlacedFile:
    """Place a file's customers in a run's segments.

    Raises
    ------
    InputError
        ``file.*``, ``rfm.*``: the file can't be read; ``schema.*``: it doesn't fit the run.
    RunError
        ``place.damaged``: what was kept for placing has been altered.
    StoreError
        ``database.*``; ``export.cannot_write``
    """
    new = _read(report, database, run_id, source, consent)
    with opened(database, "read") as connection:
        info = run(connection, run_id)
    table, match = agreed(new, info.recipe.columns, consent)
    placer, trust = placer_of(
        lambda progress: report(Progress(progress.stage, _READ + (_LEARNED - _READ) * progress.share)),
        database=database,
        run_id=run_id,
        segments=info.segments,
        renews=request.renews,
    )
    report(Progress(Stage.PLACING, _LEARNED))
    with threadpool_limits(limits=1):
        placed, applied = place(placer, table)
    number = _saved(report, database, run_id, source, new, placed) if request.saves else 0
    if request.out is not None:
        report(Progress(Stage.EXPORTING, _PLACED))
        _write(request.out, new.plain, placed, request)
    return PlacedFile(
        run_id=run_id,
        rows=table.rows,
        sizes=tuple(np.bincount(placed.segment[placed.segment >= 0], minlength=info.segments).tolist()),
        unlike=placed.abstained,
        confidence=float(placed.confidence.mean()),
        kind=placer.kind,
        trust=trust,
        match=match,
        gaps=gap_notes(applied, table.rows),
        placement=number,
        path="" if request.out is None else str(request.out),
    )


def place_one(
    report: Report, *, database: Path, run_id: int, values: Mapping[str, str | float | None]
) -> PlacedOne:
    """Place one customer, typed into a form; a column that isn't given is filled with what is typical.

    Parameters
    ----------
    values
        By the run's column: a number, a word, a date as ISO text, or None.

    Raises
    ------
    InputError
        ``place.not_a_number``, ``place.not_a_date``; ``schema.no_columns``: nothing of use is given.
    RunError
        ``place.damaged``
    """
    with opened(database, "read") as connection:
        info = run(connection, run_id)
    placer, _ = placer_of(report, database=database, run_id=run_id, segments=info.segments)
    table = _one_row(placer, values)
    with threadpool_limits(limits=1):
        placed, applied = place(placer, table)
    return PlacedOne(
        segment=int(placed.segment[0]),
        nearest=int(placed.nearest[0]),
        second=int(placed.second[0]),
        confidence=float(placed.confidence[0]),
        unlikeness=float(placed.unlikeness[0]),
        gaps=gap_notes(applied, 1),
    )


def gap_notes(applied: Applied, rows: int) -> tuple[Note, ...]:
    """Say what had to be made up to place customers."""
    return tuple(note for gap in applied.gaps for note in _gap_notes(gap, rows))


def _gap_notes(gap: Gap, rows: int) -> list[Note]:
    notes = []
    if gap.is_absent:
        notes.append(Note("place.absent", {"column": gap.column}))
    elif gap.missing:
        notes.append(Note("place.filled", {"column": gap.column, "count": gap.missing, "rows": rows}))
    if gap.unknown:
        listed = ", ".join(gap.levels[:_SHOWN])
        notes.append(Note("place.unknown", {"column": gap.column, "count": gap.unknown, "levels": listed}))
    return notes


def _read(report: Report, database: Path, run_id: int, source: Path, consent: Consent) -> NewFile:
    report(Progress(Stage.READING, 0.0))
    with opened(database, "read") as connection:
        info = run(connection, run_id)
        reading = saved_reading(connection, info.dataset_id)
        before = read_table(connection, info.dataset_id)
    progress = lambda share: report(Progress(Stage.READING, share * _READ))  # noqa: E731 (said where it is used)
    return read_alike(source, before, info.recipe.columns, reading, report=progress, consent=consent)


def _saved(report: Report, database: Path, run_id: int, source: Path, new: NewFile, placed: Placement) -> int:
    report(Progress(Stage.SAVING, _PLACED))
    try:
        with source.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise InputError("file.changed", name=source.name) from None
    with opened(database, "write") as connection, atomic(connection):
        dataset_id = save_dataset(
            connection,
            new.plain,
            summarise_columns(new.plain),
            name=source.name,
            original_path=str(source.resolve()),
            sha256=sha256,
            imported_at=datetime.now(UTC),
            reading=Reading(new.choices, new.plain.dialect, new.plain.receipt),
        )
        segments = run(connection, run_id).segments
        return save_placement(connection, run_id, segments, dataset_id, placed, created_at=datetime.now(UTC))


def _write(path: Path, table: Table, placed: Placement, request: PlaceRequest) -> None:
    """Write the customers as they came, with their segments, as CSV for spreadsheets; whole or not at all."""
    unfinished = path.with_name(path.name + ".unfinished")
    names = (*request.names, request.unlike)  # -1 is the last
    taken = {column.name for column in table.columns}
    headings = [f"{name}_" if name in taken else name for name in HEADINGS]
    missing = [column.is_missing for column in table.columns]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*(safe_cell(column.name) for column in table.columns), *headings])
            for row in range(table.rows):
                cells = [
                    "" if gone[row] else _cell(column, row)
                    for column, gone in zip(table.columns, missing, strict=True)
                ]
                segment, second = int(placed.segment[row]), int(placed.second[row])
                told = [segment, safe_cell(names[segment]), round(float(placed.confidence[row]), 4)]
                told += [second, safe_cell(names[second]), int(placed.nearest[row])]
                writer.writerow([*cells, *told])
        os.replace(unfinished, path)
    except OSError as error:
        raise StoreError("export.cannot_write", path=str(error.filename2 or error.filename or path)) from None
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _cell(column: Column, row: int) -> object:
    text = shown(column, column.values[row])
    return text if column.kind is Kind.NUMBER else safe_cell(text)


def _one_row(placer: Placer, values: Mapping[str, str | float | None]) -> Table:
    rules = placer.transform.rules
    given = {name: value for name, value in values.items() if value is not None and str(value).strip()}
    if not any(name in given for name in rules.columns):
        raise InputError("schema.no_columns", columns=", ".join(rules.columns))
    columns = [
        _typed(rule.column, rule.kind, given[rule.column]) for rule in rules.measures if rule.column in given
    ]
    columns += [
        _typed(rule.column, Kind.TEXT, given[rule.column])
        for rule in rules.categories
        if rule.column in given
    ]
    return Table(tuple(columns))


def _typed(name: str, kind: Kind, value: str | float | None) -> Column:
    text = str(value).strip()
    if kind is Kind.NUMBER:
        try:
            return Column(name, kind, np.array([float(text)]))
        except ValueError:
            raise InputError("place.not_a_number", column=name, text=text) from None
    if kind is Kind.DATE:
        try:
            return Column(name, kind, np.array([np.datetime64(text, "s")]))
        except ValueError:
            raise InputError("place.not_a_date", column=name, text=text) from None
    level = text if isinstance(value, str) else _level(float(text))
    return Column(name, kind, np.zeros(1, dtype=np.int32), (level,))


def _level(value: float) -> str:
    return f"{value:.0f}" if value.is_integer() else repr(value)
