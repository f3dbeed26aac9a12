"""Which lines of a file of sales count, and what each is: a purchase, a return, or neither.

The rules, each counted in a note:

* a line without a customer, a date or an amount is left out, and so is an order whose status says
  that it was cancelled; stand-ins such as "guest" are no customer;
* of several currencies the commonest is used, lines in others are left out, lines without one stay;
* a cancellation is an invoice number of C and digits where most are digits alone. A cancellation,
  a negative amount and a negative quantity are returns: they take money away;
* an order whose status says that it came back is a purchase and a return of the same money;
* a line without money (a gift, a correction of stock) is counted, but is no purchase;
* a line equal to an earlier one in every column stays: a till writes one for each scan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.lines import line_numbers
from segdesk.engine.rfm.recognise import CANCELLED, SENT_BACK, codes
from segdesk.errors import InputError
from segdesk.model.notes import Fact, Note
from segdesk.model.reading import LeftOut
from segdesk.model.roles import Kind
from segdesk.model.table import Column, Table
from segdesk.model.transactions import TransactionColumns

_STAND_IN = re.compile(
    r"(walk.?in|guest|anonymous|cash|unknown|none|null|n/?a|no|laufkund\w*|inconnu)( customer| client)?",
    re.IGNORECASE,
)
_CANCELLATION = re.compile(r"[Cc]-?\d+")
_DIGITS = re.compile(r"\d+")

SHOWN_LINES = 10
"""Line numbers kept for each reason, as in an import's receipt."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """The lines that count, all arrays of one length.

    ``rows`` are their places in the table. ``customer`` numbers customers by first appearance,
    ``first_rows`` has each one's first row in the file. ``day`` counts days since 1970. ``bought``
    and ``returned`` are money, 0 or more. ``invoice`` and ``category`` are codes with -1 for missing,
    None where the file has no such column. ``last_day`` is the last of the whole file, lines that are
    left out included.
    """

    rows: NDArray[np.int64]
    customer: NDArray[np.int64]
    first_rows: NDArray[np.int64]
    day: NDArray[np.int64]
    bought: NDArray[np.float64]
    returned: NDArray[np.float64]
    invoice: NDArray[np.int64] | None
    category: NDArray[np.int64] | None
    last_day: int
    currency: str
    duplicates: int
    left_out: tuple[LeftOut, ...]
    notes: tuple[Note, ...]

    @property
    def customers(self) -> int:
        """How many customers have a line that counts."""
        return len(self.first_rows)


def lines_of(table: Table, columns: TransactionColumns) -> Lines:
    """Apply the rules. ``rfm.*`` notes count what each rule did."""
    money, is_return = _money(table, columns)
    date = table.column(columns.date)
    keep, currency, left_out = _kept(table, columns, money)
    people = codes(table.column(columns.customer))
    rows = np.flatnonzero(keep)
    _, first, numbers = np.unique(people[keep], return_index=True, return_inverse=True)
    order = np.argsort(first)
    position = np.empty_like(order)
    position[order] = np.arange(len(order))
    value, back = money[keep], is_return[keep]
    returned = np.where(back, np.abs(value), 0.0)
    bought = np.where(back, 0.0, value)
    returned += np.where(_has_status(table, columns.status, SENT_BACK)[keep], bought, 0.0)
    days = date.values.astype("datetime64[D]").astype(np.int64)
    known = days[~date.is_missing]
    return Lines(
        rows=rows,
        customer=position[numbers],
        first_rows=rows[first[order]],
        day=days[keep],
        bought=bought,
        returned=returned,
        invoice=_codes_of(table, columns.invoice, keep),
        category=_codes_of(table, columns.category, keep),
        last_day=int(known.max()) if len(known) else 0,
        currency=currency,
        duplicates=_duplicates(table),
        left_out=left_out,
        notes=_notes(left_out, returned, value, lost=_lost(table.column(columns.customer), people, keep)),
    )


def _codes_of(table: Table, name: str | None, keep: Flags) -> NDArray[np.int64] | None:
    return None if name is None else codes(table.column(name))[keep]


def _money(table: Table, columns: TransactionColumns) -> tuple[NDArray[np.float64], Flags]:
    """Give each line's money, and which lines are returns."""
    priced = columns.amount or columns.unit_price
    if priced is None:
        raise InputError("rfm.no_amount")
    quantity = table.column(columns.quantity).values if columns.quantity else np.ones(table.rows)
    price = np.asarray(table.column(priced).values, dtype=np.float64)
    money = price if columns.amount else quantity * price
    is_return = (money < 0) | (quantity < 0)
    if columns.invoice is not None:
        is_return |= _is_cancellation(table.column(columns.invoice))
    return money, is_return & (money != 0)


def _is_cancellation(invoice: Column) -> Flags:
    if invoice.kind is not Kind.TEXT:
        return np.zeros(len(invoice.values), np.bool_)
    marked = np.array([_CANCELLATION.fullmatch(level) is not None for level in invoice.levels], np.bool_)
    plain = sum(_DIGITS.fullmatch(level) is not None for level in invoice.levels)
    if plain <= marked.sum():
        return np.zeros(len(invoice.values), np.bool_)  # a shop that writes C before all its numbers
    return _of_levels(invoice, marked)


def _of_levels(column: Column, flags: Flags) -> Flags:
    """Carry what is known of each level to the rows; a missing value has no flag."""
    return np.asarray(np.append(flags, False)[column.values])


def _has_status(table: Table, name: str | None, pattern: re.Pattern[str]) -> Flags:
    if name is None:
        return np.zeros(table.rows, np.bool_)
    column = table.column(name)
    return _of_levels(
        column, np.array([pattern.search(level) is not None for level in column.levels], np.bool_)
    )


def _kept(
    table: Table, columns: TransactionColumns, money: NDArray[np.float64]
) -> tuple[Flags, str, tuple[LeftOut, ...]]:
    """Say which lines count, in which currency, and why the others don't: each has one reason."""
    foreign, currency, others = _foreign(table, columns.currency)
    nobody = _is_nobody(table.column(columns.customer))
    total = float(np.nansum(money[nobody]))
    reasons: tuple[tuple[Flags, str, dict[str, Fact]], ...] = (
        (nobody, "rfm.lines_without_customer", {"value": round(total, 2)}),
        (foreign, "rfm.other_currencies", {"currency": currency, "others": others}),
        (table.column(columns.date).is_missing, "rfm.lines_without_date", {}),
        (~np.isfinite(money), "rfm.lines_without_amount", {}),
        (_has_status(table, columns.status, CANCELLED), "rfm.cancelled_orders", {}),
    )
    keep = np.ones(table.rows, np.bool_)
    left_out = []
    for applies, code, facts in reasons:
        now = keep & applies
        keep &= ~applies
        if count := int(now.sum()):
            where = line_numbers(table, np.flatnonzero(now)[:SHOWN_LINES])
            left_out.append(LeftOut(Note(code, {"count": count, **facts}), count, where))
    return keep, currency, tuple(left_out)


def _is_nobody(customer: Column) -> Flags:
    if customer.kind is not Kind.TEXT:
        return customer.is_missing
    stand_ins = np.array([_STAND_IN.fullmatch(level) is not None for level in customer.levels], np.bool_)
    return customer.is_missing | _of_levels(customer, stand_ins)


def _foreign(table: Table, name: str | None) -> tuple[Flags, str, str]:
    """Find the lines in another currency than the commonest one."""
    if name is None:
        return np.zeros(table.rows, np.bool_), "", ""
    column = table.column(name)
    counts = np.bincount(column.values[column.values >= 0], minlength=len(column.levels))
    main = int(np.argmax(counts))
    others = [level for code, level in enumerate(column.levels) if code != main]
    return (column.values >= 0) & (column.values != main), column.levels[main], ", ".join(others)


def _duplicates(table: Table) -> int:
    """Count the rows that are equal to an earlier one in every column."""
    mixed = np.zeros(table.rows, np.uint64)
    for column in table.columns:
        values = column.values
        if column.kind is Kind.NUMBER:
            values = np.where(np.isnan(values), np.nan, values + 0.0)  # one kind of nan, one zero
        bits = np.ascontiguousarray(values).astype(values.dtype if values.itemsize == 8 else np.int64)
        mixed = _mix(mixed ^ bits.view(np.uint64))
    return table.rows - len(np.unique(mixed))


def _mix(bits: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread bits so that different rows hardly ever meet (SplitMix64, Steele et al. 2014)."""
    bits = bits + np.uint64(0x9E3779B97F4A7C15)
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(bits ^ (bits >> np.uint64(31)))


def _lost(customer: Column, people: NDArray[np.int64], keep: Flags) -> int:
    """Count the customers all of whose lines are left out."""
    known = people[~_is_nobody(customer)]
    return len(np.unique(known)) - len(np.unique(people[keep]))


def _notes(
    left_out: tuple[LeftOut, ...], returned: NDArray[np.float64], money: NDArray[np.float64], *, lost: int
) -> tuple[Note, ...]:
    notes = [entry.reason for entry in left_out]
    if lost:
        notes.append(Note("rfm.customers_without_lines", {"count": lost}))
    if count := int((returned > 0).sum()):
        notes.append(Note("rfm.returns", {"count": count, "value": round(float(returned.sum()), 2)}))
    if count := int((money == 0).sum()):
        notes.append(Note("rfm.lines_without_money", {"count": count}))
    return tuple(notes)
