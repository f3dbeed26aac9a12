"""A new file, read as the one before and held beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from segdesk.engine.clean import apply_changes, log
from segdesk.engine.reading import read_table
from segdesk.engine.rfm import customers_from, looks_like
from segdesk.engine.roles import summarise_columns
from segdesk.engine.schema_doctor import examine, mapped, matched, refuse_unlike, with_names
from segdesk.errors import InputError
from segdesk.model.changes import Change, ChangeKind, Suggestion
from segdesk.model.notes import Note
from segdesk.model.placement import Consent, Renamed, SchemaMatch
from segdesk.model.reading import Dialect, Reading, ReadingChoices
from segdesk.model.recipe import ColumnUse
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Table
from segdesk.model.transactions import NOTHING_SAID

_SETTLED = ("decimal", "thousands", "dayfirst")
"""What an ambiguous file leaves open and an earlier one may have settled."""


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
    sets_aside: bool = False,
) -> NewFile:
    """Read a file as an earlier one was, and say what became of its columns.

    What the new file leaves open (the order of days and months, the decimal mark) is read as the old
    file settled it. Columns are made as they were. A file of sales becomes customers where the old one did.

    Parameters
    ----------
    sets_aside
        Whether rows are set aside as they were; without, whoever is in the file gets an answer.

    Raises
    ------
    InputError
        ``file.*``, ``rfm.*``: it can't be read as a customer table.
    """
    choices = reading.choices if reading is not None else ReadingChoices()
    plain, choices, notes = _read(source, choices, reading, report)
    if choices.sales != NOTHING_SAID:
        looks = looks_like(plain, summarise_columns(plain), choices.sales)
        if looks.columns is None:
            raise InputError(looks.reason.code, **looks.reason.facts)
        plain = customers_from(plain, looks.columns).table
    changes = _made(reading, sets_aside)
    first = _names_of_sources(before, changes, plain)
    table, made = _changed(with_names(plain, first), changes)
    now = _currencies(plain.receipt)
    old = _currencies(reading.receipt if reading is not None else None)
    match = examine(before, uses, table, currencies=(old, now))
    match = replace(match, renamed=(*first, *match.renamed), notes=notes)
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


def _made(reading: Reading | None, sets_aside: bool) -> tuple[Change, ...]:
    if reading is None:
        return ()
    made = [each.change for each in reading.suggestions if each.is_applied]
    return tuple(change for change in made if sets_aside or change.kind is not ChangeKind.SET_ASIDE)


def _names_of_sources(before: Table, changes: tuple[Change, ...], plain: Table) -> tuple[Renamed, ...]:
    """Find the columns that others are made from, where they have another name now."""
    sources = {name for change in changes for name in change.columns}
    known = [column.name for column in before.columns if column.name in sources]
    uses = tuple(ColumnUse(name, ColumnRole.DESCRIBE) for name in known)
    return examine(before, uses, plain).renamed if uses else ()


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


def _currencies(receipt: object) -> dict[str, str]:
    totals = getattr(receipt, "totals", ())
    return {total.column: total.currency for total in totals if total.currency}
