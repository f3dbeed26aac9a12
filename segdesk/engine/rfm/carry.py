"""What lines of sales say about their customer: a gender, a town, a member tier, carried over to the row.

The rule: of the customers with two lines or more that have a value, at least ``SAME`` have one value
only, and at most half as many as chance would bring have several: a rare word is the same on most
customers' lines by chance, and says nothing of them. A customer's value is that of their last line
which has one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.rfm.lines import Lines
from segdesk.engine.rfm.recognise import codes
from segdesk.model.notes import Note
from segdesk.model.roles import Kind
from segdesk.model.table import Column, Table

SAME = 0.95
"""Share of customers with one value only: the others moved house, or were misspelt once."""

_CHANCE = 0.5
"""Customers with several values, in those that there would be if values fell on lines at random."""

_FEWEST = 5
"""Customers of two lines or more; with fewer, one value each may be chance."""

_PROBE = 20_000
_CLEARLY = 0.25
"""Of the customers on the first lines looked at; from here on a column isn't looked at in full."""

_SHOWN = 8
"""So many names fit a sentence."""

_TAKEN = "{}_on_lines"
"""Beside a column that is made here, one of the file's that has its name is called so."""

Integers = NDArray[np.int64]


def carried(
    table: Table, lines: Lines, used: Collection[str], taken: Collection[str]
) -> tuple[tuple[Column, ...], tuple[Note, ...]]:
    """Give the columns that belong to customers, one value for each, and the note that says so.

    Parameters
    ----------
    used
        The columns that say something of the sale, which are never the customer's.
    taken
        Names that the new table has already.
    """
    order = np.lexsort((np.arange(len(lines.rows)), lines.day, lines.customer))
    customer, rows = lines.customer[order], lines.rows[order]
    found = []
    several = 0
    for column in table.columns:
        if column.name in used or not _may_be_theirs(column, customer[:_PROBE], rows[:_PROBE]):
            continue
        owner, value, known = _known(column, customer, rows)
        mixed = _mixed(owner, value)
        if mixed is None:
            continue
        several += mixed
        name = _TAKEN.format(column.name) if column.name in taken else column.name
        last = np.full(lines.customers, -1)
        last[owner] = rows[known]  # of several on one customer the last one stays
        found.append(_at(column, last, name))
    if not found:
        return (), ()
    names = [column.name for column in found]
    shown = ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
    return tuple(found), (Note("rfm.carried", {"columns": shown, "count": len(names), "several": several}),)


def _may_be_theirs(column: Column, customer: Integers, rows: Integers) -> bool:
    """Look at some customers only: most columns say something of the sale, and show it at once."""
    owner, value, _ = _known(column, customer, rows)
    repeated, mixed = _repeated_and_mixed(owner, value)
    return mixed <= _CLEARLY * max(repeated, 1)


def _known(column: Column, customer: Integers, rows: Integers) -> tuple[Integers, Integers, Integers]:
    """Give the customers, the values' numbers and the places of the lines that have a value."""
    values = codes(replace(column, values=column.values[rows]))
    is_known = values >= 0
    return customer[is_known], values[is_known], np.flatnonzero(is_known)


def _repeated_and_mixed(owner: Integers, value: Integers) -> tuple[int, int]:
    """Count the customers with two lines or more, and those with several values; ``owner`` is sorted."""
    if not len(owner):
        return 0, 0
    begins = np.flatnonzero(np.append(True, owner[1:] != owner[:-1]))
    lengths = np.diff(np.append(begins, len(owner)))
    differs = value != np.repeat(value[begins], lengths)
    return int((lengths > 1).sum()), int(np.logical_or.reduceat(differs, begins).sum())


def _mixed(owner: Integers, value: Integers) -> int | None:
    """Count the customers with several values; None where the column isn't the customers'."""
    repeated, mixed = _repeated_and_mixed(owner, value)
    if repeated < _FEWEST or mixed > (1 - SAME) * repeated:
        return None
    counts = np.bincount(value)
    if (counts > 0).sum() < 2:
        return None  # the same for everyone
    lines_each = np.bincount(owner)
    return mixed if mixed <= _CHANCE * _by_chance(counts, lines_each[lines_each > 1]) else None


def _by_chance(counts: Integers, lines_each: Integers) -> float:
    """Expect how many customers have several values where these fall on lines at random."""
    shares = counts / counts.sum()
    lengths, customers = np.unique(lines_each, return_counts=True)
    alike = np.array([float((shares**length).sum()) for length in lengths])
    return float((customers * (1.0 - alike)).sum())


def _at(column: Column, rows: Integers, name: str) -> Column:
    """Give the values in some rows; -1 is none."""
    is_none = rows < 0
    values = column.values[rows].copy()
    if column.kind is Kind.NUMBER:
        values[is_none] = np.nan
        return Column(name, column.kind, values)
    if column.kind is Kind.DATE:
        values[is_none] = np.datetime64("NaT", "s")
        return Column(name, column.kind, values)
    values[is_none] = -1
    found, first = np.unique(values, return_index=True)
    kept = found[np.argsort(first)]
    kept = kept[kept >= 0]
    renumbered = np.full(len(column.levels) + 1, -1, dtype=np.int32)  # -1, missing, finds the last
    renumbered[kept] = np.arange(len(kept), dtype=np.int32)
    return Column(name, Kind.TEXT, renumbered[values], tuple(column.levels[i] for i in kept.tolist()))
