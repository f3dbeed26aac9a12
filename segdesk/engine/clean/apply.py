"""Makes changes to a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.clean.making import check, make
from segdesk.engine.clean.sentences import describe, outside
from segdesk.engine.lines import line_numbers
from segdesk.engine.reading.receipt import make_receipt
from segdesk.engine.roles import summarise_columns
from segdesk.errors import InputError
from segdesk.model.changes import Change, ChangeKind
from segdesk.model.notes import Note
from segdesk.model.reading import LeftOut, Receipt
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Table

FEWEST_ROWS = 2
"""What reading asks of a file: with fewer there is nobody to compare."""

SHOWN_LINES = 50
"""Enough to look rows up by hand; the receipt is no second copy of the file."""


@dataclass(frozen=True, slots=True, eq=False)
class Cleaned:
    """A tidied table with its columns' roles. ``is_kept`` says which of the rows as read are in it."""

    table: Table
    summaries: tuple[ColumnSummary, ...]
    is_kept: NDArray[np.bool_]
    left_out: tuple[LeftOut, ...]


def apply_changes(table: Table, summaries: tuple[ColumnSummary, ...], changes: Sequence[Change]) -> Cleaned:
    """Make the changes in their order.

    New columns stand behind the file's. A column that went into another one isn't used for the sums
    any more: parts of a total still describe segments, a birth year or an ungrouped category says nothing new
    and is left out. Rows are set aside last, so a reference day comes from all of the file's rows.

    Returns
    -------
    The tidied table. Its receipt says which rows were set aside, with their lines in the file where these
    are known.

    Raises
    ------
    InputError
        ``tidy.*``: a change needs a column that isn't there or is of another kind, a name that is taken,
        or leaves nobody.
    """
    columns = {column.name: column for column in table.columns}
    is_kept = np.ones(table.rows, dtype=np.bool_)
    left_out: list[LeftOut] = []
    replaced: dict[str, tuple[ColumnRole, str]] = {}
    for change in changes:
        check(change, columns)
        if change.kind is ChangeKind.SET_ASIDE:
            is_outside = outside(columns[change.columns[0]], change) & is_kept
            if is_outside.any():
                left_out.append(_left_out(table, describe(change, columns, is_kept), is_outside))
                is_kept &= ~is_outside
            continue
        for column in make(change, columns):
            columns[column.name] = column
            if column.name not in change.columns:
                is_sum = change.kind in (ChangeKind.TOTAL, ChangeKind.HOUSEHOLD)
                role = ColumnRole.DESCRIBE if is_sum else ColumnRole.IGNORED
                replaced |= dict.fromkeys(change.columns, (role, column.name))
    if is_kept.sum() < FEWEST_ROWS:
        raise InputError("tidy.nobody_left", rows=table.rows)
    if not changes:
        return Cleaned(table, summaries, is_kept, ())
    kept = tuple(columns.values())
    receipt = table.receipt
    if left_out:
        kept = tuple(_rows(column, is_kept) for column in kept)
        if receipt is not None:
            receipt = _without(receipt, [_rows(c, is_kept) for c in table.columns], left_out)
    tidied = replace(table, columns=kept, receipt=receipt)
    return Cleaned(tidied, _summaries(tidied, replaced), is_kept, tuple(left_out))


def _rows(column: Column, is_kept: NDArray[np.bool_]) -> Column:
    """Give a column's kept rows, with the levels that are still there in order of appearance."""
    values = column.values[is_kept]
    if column.kind is not Kind.TEXT:
        return replace(column, values=values)
    found, first = np.unique(values, return_index=True)
    codes = found[np.argsort(first)]
    codes = codes[codes >= 0]
    renumbered = np.full(len(column.levels) + 1, -1, dtype=np.int32)  # -1, missing, finds the last
    renumbered[codes] = np.arange(len(codes), dtype=np.int32)
    return Column(column.name, Kind.TEXT, renumbered[values], tuple(column.levels[i] for i in codes))


def _left_out(table: Table, reason: Note, is_outside: NDArray[np.bool_]) -> LeftOut:
    rows = np.flatnonzero(is_outside)
    return LeftOut(reason, len(rows), line_numbers(table, rows[:SHOWN_LINES]))


def _without(receipt: Receipt, read: Sequence[Column], left_out: Sequence[LeftOut]) -> Receipt:
    """Write the receipt for the rows that stay; it counts the file's own columns only."""
    currencies = {total.column: total.currency for total in receipt.totals if total.currency}
    return make_receipt(
        read, lines=receipt.lines, left_out=[*receipt.left_out, *left_out], currencies=currencies
    )


def _summaries(table: Table, replaced: dict[str, tuple[ColumnRole, str]]) -> tuple[ColumnSummary, ...]:
    """Guess the roles anew: a column isn't a near copy of one that it replaces."""
    standing = tuple(c for c in table.columns if c.name not in replaced)
    found = {s.name: s for s in summarise_columns(replace(table, columns=standing))}
    for name, (role, into) in replaced.items():
        (summary,) = summarise_columns(replace(table, columns=(table.column(name),)))
        if summary.role.is_used:
            summary = replace(summary, role=role, reason=Note("reason.part_of", {"column": into}))
        found[name] = summary
    return tuple(found[column.name] for column in table.columns)
