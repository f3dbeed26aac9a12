"""Import a file: read it, guess what its columns are, save it as a dataset."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from segdesk.engine.clean import apply_changes, log, suggest
from segdesk.engine.reading import read_table
from segdesk.engine.rfm import looks_like
from segdesk.engine.roles import summarise_columns
from segdesk.errors import InputError
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.reading import Reading, ReadingChoices
from segdesk.model.roles import ColumnSummary
from segdesk.model.table import Table
from segdesk.store import catalogue
from segdesk.store.datasets import save_dataset
from segdesk.store.db import atomic, opened

FILE_DECIDES = ReadingChoices()

READING_ENDS = 0.45
SUMMARISING_ENDS = 0.6
"""Measured on 1,000,000 x 12: reading and typing take about half of the whole import."""


def import_file(
    report: Report,
    *,
    database: Path,
    source: Path,
    choices: ReadingChoices = FILE_DECIDES,
    replaces: int | None = None,
    accepts: bool = False,
) -> int:
    """Save the file as a dataset, tidied, and give its id.

    Parameters
    ----------
    choices
        What the user says about the file; it overrides what the file seems to say.
    replaces
        The dataset of an earlier reading of the same file: the roles that the user chose there are
        kept, and the dataset goes, unless it has runs.
    accepts
        Whether every suggestion is taken; they then are among the choices that are saved.

    Raises
    ------
    InputError
        ``file.*``: the file can't be read as a customer table; ``tidy.*``, ``rfm.*``: the changes, or
        the columns of sales that were named, don't fit it.
    StoreError
        ``database.*``: it can't be saved.
    """
    report(Progress(Stage.READING, 0.0))
    table = read_table(
        source, choices=choices, report=lambda share: report(Progress(Stage.READING, share * READING_ENDS))
    )
    report(Progress(Stage.PREPARING, READING_ENDS))
    table, summaries, reading = tidied(table, choices, accepts)
    try:
        with source.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        raise InputError("file.changed", name=source.name) from None
    report(Progress(Stage.SAVING, SUMMARISING_ENDS))

    def saving(share: float) -> None:
        report(Progress(Stage.SAVING, SUMMARISING_ENDS + share * (1 - SUMMARISING_ENDS)))

    with opened(database, "write") as connection, atomic(connection):
        if replaces is not None:
            summaries = _with_roles_of(catalogue.columns(connection, replaces), summaries)
        dataset_id = save_dataset(
            connection,
            table,
            summaries,
            name=source.name,
            original_path=str(source.resolve()),
            sha256=sha256,
            imported_at=datetime.now(UTC),
            reading=reading,
            report=saving,
        )
        if replaces is not None and not catalogue.runs(connection, replaces):
            catalogue.delete_dataset(connection, replaces)
    return dataset_id


def tidied(
    table: Table, choices: ReadingChoices, accepts: bool
) -> tuple[Table, tuple[ColumnSummary, ...], Reading]:
    """Tidy a table that was read as the choices say, and tell how it came about.

    Raises
    ------
    InputError
        ``tidy.*``, ``rfm.*``: the changes, or the columns of sales that were named, don't fit it.
    """
    summaries = summarise_columns(table)
    looks = looks_like(table, summaries, choices.sales)
    # Sales become customers first: a till line has no age, and setting it aside changes the takings.
    suggestions = suggest(table, summaries) if looks.kind == "customers" else ()
    changes = choices.changes
    if changes is None:
        changes = tuple(suggestion.change for suggestion in suggestions if suggestion.is_safe)
    if accepts:
        changes = tuple(entry.change for entry in log(table, suggestions, changes))
        choices = replace(choices, changes=changes)
    told = log(table, suggestions, changes)
    cleaned = apply_changes(table, summaries, changes)
    tidied = cleaned.table
    receipt = tidied.receipt
    if receipt is not None and looks.kind == "transactions":
        receipt = replace(receipt, sales=looks)
    return tidied, cleaned.summaries, Reading(choices, tidied.dialect, receipt, looks.kind, told)


def _with_roles_of(
    before: tuple[ColumnSummary, ...], now: tuple[ColumnSummary, ...]
) -> tuple[ColumnSummary, ...]:
    chosen = {(column.name, column.kind): column.role for column in before if column.is_changed}
    return tuple(
        replace(column, role=role, guess=column.role)
        if (role := chosen.get((column.name, column.kind), column.role)) is not column.role
        else column
        for column in now
    )
