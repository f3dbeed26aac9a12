"""A new file, read as the one before and held beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from segdesk.engine.clean import apply_changes, log, suggest
from segdesk.engine.reading import read_table
from segdesk.engine.rfm import customers_from, looks_like
from segdesk.engine.roles import summarise_columns
from segdesk.engine.schema_doctor import examine, mapped, matched, refuse_unlike, with_names
from segdesk.errors import InputError
from segdesk.model.changes import Change, ChangeKind, Suggestion
from segdesk.model.notes import Note
from segdesk.model.placement import NOTHING_AGREED, Consent, SchemaMatch
from segdesk.model.reading import Dialect, Reading, ReadingChoices, Receipt
from segdesk.model.recipe import ColumnUse
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Table
from segdesk.model.transactions import NOTHING_SAID

_SETTLED = ("decimal", "thousands", "dayfirst")
"""What an ambiguous file leaves open and an earlier one may have settled."""


class Tidying(StrEnum):
    """What is done to a new file of what was done to the old one.

    ``COLUMNS``: all but setting rows aside, so that whoever is in the file gets an answer. ``SAFELY``: what
    is safe in the new file, where nobody knows of the old one.
    """

    ALL = "all"
    COLUMNS = "columns"
    SAFELY = "safely"


@dataclass(frozen=True, slots=True, eq=False)
class NewFile:
    """A file as it was read (``plain``), and under the run's names with its derived columns (``table``).

    ``choices`` is how it was read, ``made`` the log of what was tidied.
    """

    plain: Table
    table: Table
    match: SchemaMatch
    choices: ReadingChoices
    made: tuple[Suggestion, ...]


def read_alike(
    source: Path,
    before: Table,
    uses: tuple[ColumnUse, ...],
    reading: Reading | None,
    *,
    report: Callable[[float], None],
    tidying: Tidying = Tidying.COLUMNS,
    consent: Consent = NOTHING_AGREED,
) -> NewFile:
    """Read a file as an earlier one was, and say what became of its columns.

    What the new file leaves open (the order of days and months, the decimal mark) is read as the old
    file settled it. Columns are made as they were. A file of sales becomes customers where the old one did.

    Parameters
    ----------
    consent
        What has been said about the columns. A name that was said, or declined, counts before others are
        made from its column, and units are looked for in the column that was chosen.

    Raises
    ------
    InputError
        ``file.*``, ``rfm.*``: it can't be read as a customer table; ``schema.no_such_column``.
    """
    choices = reading.choices if reading is not None else ReadingChoices()
    plain, choices, notes = _read(source, choices, reading, report)
    if choices.sales != NOTHING_SAID:
        looks = looks_like(plain, summarise_columns(plain), choices.sales)
        if looks.columns is None:
            raise InputError(looks.reason.code, **looks.reason.facts)
        plain = customers_from(plain, looks.columns).table
    changes = _changes(plain, reading, tidying)
    found = _sources(before, changes, plain, consent)
    first = {each.new: each.old for each in found.renamed}
    table, made = _changed(with_names(plain, found.renamed), changes)
    now = {first.get(name, name): currency for name, currency in currencies(plain.receipt).items()}
    old = currencies(reading.receipt if reading is not None else None)
    rest = {new: name for new, name in consent.names.items() if new not in first}
    match = examine(before, uses, table, currencies=(old, now), names=rest)
    needed = tuple(name for name in found.missing if _is_needed(name, changes, table))
    match = replace(
        match,
        renamed=(*found.renamed, *match.renamed),
        missing=tuple(dict.fromkeys((*needed, *match.missing))),
        notes=notes,
    )
    choices = replace(choices, changes=tuple(each.change for each in made))
    return NewFile(plain, table, match, choices, made)


def agreed(new: NewFile, uses: tuple[ColumnUse, ...], consent: Consent) -> tuple[Table, SchemaMatch]:
    """Give the table under the run's names and in its units, with what was agreed about it.

    Raises
    ------
    InputError
        ``schema.*``: proposals that nobody agreed to, or columns that aren't there.
    """
    match = mapped(new.match, consent.names, consent.scales)
    table = matched(new.table, match, accepts=consent.accepts)
    refuse_unlike(match, uses)
    return table, match


def _read(
    source: Path, choices: ReadingChoices, reading: Reading | None, report: Callable[[float], None]
) -> tuple[Table, ReadingChoices, tuple[Note, ...]]:
    table = read_table(source, choices=choices, report=report)
    before, now = reading.dialect if reading is not None else None, table.dialect
    if before is None or now is None:
        return table, choices, ()
    settled, codes = _settled(choices, before, now)
    if codes:
        table = read_table(source, choices=settled, report=report)
        return table, settled, tuple(Note("schema.settled", {"what": what}) for what in codes)
    if None not in (before.dayfirst, now.dayfirst) and before.dayfirst is not now.dayfirst:
        return table, choices, (Note("schema.date_order", {"order": "day" if now.dayfirst else "month"}),)
    return table, choices, ()


def _settled(choices: ReadingChoices, before: Dialect, now: Dialect) -> tuple[ReadingChoices, list[str]]:
    """Answer what the new file leaves open as the old one did, and say what was answered."""
    asked = {guess.field for guess in now.guesses}
    answered = []
    for what in _SETTLED:
        old = getattr(before, what)
        if what in asked and getattr(choices, what) is None and old not in (None, "", getattr(now, what)):
            choices = replace(choices, **{what: old})
            answered.append(what)
    return choices, answered


def _changes(plain: Table, reading: Reading | None, tidying: Tidying) -> tuple[Change, ...]:
    if tidying is Tidying.SAFELY:
        return tuple(each.change for each in suggest(plain, summarise_columns(plain)) if each.is_safe)
    made = () if reading is None else reading.suggestions
    return tuple(
        each.change
        for each in made
        if each.is_applied and (tidying is Tidying.ALL or each.change.kind is not ChangeKind.SET_ASIDE)
    )


def _sources(before: Table, changes: tuple[Change, ...], plain: Table, consent: Consent) -> SchemaMatch:
    """Find the columns that others are made from, where they have another name now or are gone."""
    sources = {name for change in changes for name in change.columns}
    uses = tuple(ColumnUse(c.name, ColumnRole.DESCRIBE) for c in before.columns if c.name in sources)
    made = {change.name for change in changes}
    present = {column.name for column in plain.columns}
    gone = {use.name for use in uses} - present - made
    fresh = present - {column.name for column in before.columns}
    # Who stands for another column, or for none, isn't proposed here.
    names = {new: old if old in gone else "" for new, old in consent.names.items() if new in fresh}
    found = examine(before, tuple(use for use in uses if use.name in gone), plain, names=names)
    return SchemaMatch(renamed=found.renamed, missing=found.missing)


def _is_needed(source: str, changes: tuple[Change, ...], table: Table) -> bool:
    """Tell whether something can't be made without a column that is gone, and isn't there by itself."""
    names = {column.name for column in table.columns}
    return any(source in change.columns and change.name not in names for change in changes)


def _changed(table: Table, changes: tuple[Change, ...]) -> tuple[Table, tuple[Suggestion, ...]]:
    """Make the changes whose columns are there; what the others would have made is missing."""
    names = {column.name for column in table.columns}
    possible = []
    for change in changes:
        if set(change.columns) <= names:
            possible.append(change)
            names |= {change.name} - {""}
    if not possible:
        return table, ()
    return apply_changes(table, summarise_columns(table), possible).table, log(table, (), possible)


def currencies(receipt: Receipt | None) -> dict[str, str]:
    """Give the currencies that a file's columns were written in, by column."""
    totals = () if receipt is None else receipt.totals
    return {total.column: total.currency for total in totals if total.currency}
