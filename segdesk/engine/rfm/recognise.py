"""Tells a file of sales from a file of customers, by its columns' names and by what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.rfm import ranks
from segdesk.errors import InputError
from segdesk.model.notes import Note
from segdesk.model.roles import ColumnSummary, Kind
from segdesk.model.table import Column, Table
from segdesk.model.transactions import NOTHING_SAID, LooksLike, SaleColumns, TransactionColumns

REPEATED = 1.1
"""Lines per customer from which customers come back; a customer list with a few people twice has less."""

CLEARLY_REPEATED = 1.5
"""Lines per customer that say "sales" even where the date or the money is missing."""

_PROBE = 50_000
"""Rows that are enough to see how two columns go together."""

_FILLED = 0.1
"""A column with fewer values than this share of the rows says too little."""

_LONGEST_INVOICE = 500
"""Lines; a number that comes more often is no invoice's."""

_BARE_SHARE, _BARE_LEVELS = 0.02, 20
"""A column called just "Customer" may hold "new" and "returning": so many values make it people."""

_MOST_CATEGORIES = 200
_MOST_CURRENCIES = 50

_ALIKE = 0.9
"""Share of the invoices of several lines whose lines all say the same: then it is the invoice's total."""

_FEWEST_INVOICES = 5

CONTACT = frozenset({"reason.email", "reason.phone"})

CANCELLED = re.compile(r"cancel|void|storn|annul|declin|reject|failed", re.IGNORECASE)
SENT_BACK = re.compile(r"return|refund|charge.?back|rück|retour|rembours|erstatt", re.IGNORECASE)
"""What a status says of an order that was never carried out, and of one whose goods came back."""

Rank = Callable[[str], int]


_KINDS = {
    "date": ("rfm.not_dates", (Kind.DATE,)),
    "amount": ("rfm.not_numbers", (Kind.NUMBER,)),
    "quantity": ("rfm.not_numbers", (Kind.NUMBER,)),
    "unit_price": ("rfm.not_numbers", (Kind.NUMBER,)),
    "category": ("rfm.not_words", (Kind.TEXT,)),
    "currency": ("rfm.not_words", (Kind.TEXT,)),
    "status": ("rfm.not_words", (Kind.TEXT,)),
}
"""What a column has to hold to say its part of a sale; customers and invoices may be anything."""


def recognise(
    table: Table, summaries: tuple[ColumnSummary, ...], chosen: SaleColumns = NOTHING_SAID
) -> TransactionColumns | None:
    """Give the columns to make customers from; None where that isn't possible or not called for."""
    return looks_like(table, summaries, chosen).columns


def looks_like(
    table: Table, summaries: tuple[ColumnSummary, ...], chosen: SaleColumns = NOTHING_SAID
) -> LooksLike:
    """Say whether rows are customers or sales.

    They are sales where customers come back (``REPEATED`` lines each) with a date and money,
    where each line has an invoice number, a date of sale and money, or where the user says which
    columns tell it. Everything else is customers.

    Parameters
    ----------
    summaries
        One for each column of ``table``, in the same order.
    chosen
        What the user says of the columns; it stands above what they seem to be.

    Returns
    -------
    The kind with its reason: ``rfm.repeated``, ``rfm.invoices``, ``rfm.chosen``; ``rfm.no_customer``,
    ``rfm.no_date``, ``rfm.no_amount`` for sales that can't become customers; ``rfm.one_row_each``,
    ``rfm.no_sales``.

    Raises
    ------
    InputError
        ``rfm.no_column``, ``rfm.not_dates``, ``rfm.not_numbers``, ``rfm.not_words``: a column that the
        user names isn't there or holds something else.
    """
    _check(table, chosen)
    search = _Search(table, summaries, chosen)
    found = search.found()
    lines, customers = search.lines_and_customers(found.customer)
    ratio = lines / customers if customers else 0.0
    date_rank = ranks.date(found.date) if found.date else 0
    has_money = found.amount is not None or _has_quantity_and_price(found)
    is_sale = found.invoice is not None and date_rank >= ranks.SURE_DATE and has_money
    if found.customer is not None and found.date is not None and has_money:
        columns = _columns(found, found.customer, found.date)
        if ratio >= REPEATED:
            reason = Note("rfm.repeated", {"customers": customers, "lines": lines})
            return LooksLike("transactions", columns, reason, found)
        if is_sale:
            reason = Note("rfm.invoices", {"column": found.invoice or ""})
            return LooksLike("transactions", columns, reason, found)
        if chosen != NOTHING_SAID:
            return LooksLike("transactions", columns, Note("rfm.chosen"), found)
    is_missing = ratio >= CLEARLY_REPEATED and (found.date is not None) != has_money
    if found.customer is not None and (is_missing or chosen != NOTHING_SAID):
        return LooksLike("transactions", None, Note("rfm.no_amount" if found.date else "rfm.no_date"), found)
    is_till = date_rank >= ranks.SURE_DATE and _has_quantity_and_price(found)
    if found.customer is None and (is_sale or is_till or chosen != NOTHING_SAID):
        return LooksLike("transactions", None, Note("rfm.no_customer"), found)
    is_one_each = found.customer is not None and ratio < REPEATED
    return LooksLike("customers", None, Note("rfm.one_row_each" if is_one_each else "rfm.no_sales"))


def _check(table: Table, chosen: SaleColumns) -> None:
    kinds = {column.name: column.kind for column in table.columns}
    for field in fields(chosen):
        name = getattr(chosen, field.name)
        if not name:
            continue
        if name not in kinds:
            raise InputError("rfm.no_column", column=name, columns=", ".join(kinds))
        code, fitting = _KINDS.get(field.name, ("", (kinds[name],)))
        if kinds[name] not in fitting:
            raise InputError(code, column=name)


def _has_quantity_and_price(found: SaleColumns) -> bool:
    return found.quantity is not None and found.unit_price is not None


def _columns(found: SaleColumns, customer: str, date: str) -> TransactionColumns:
    known = {field.name: getattr(found, field.name) for field in fields(found)}
    price = None if found.amount else found.unit_price
    return TransactionColumns(**known | {"customer": customer, "date": date, "unit_price": price})


class _Search:
    """Looks at one table's columns by name and content."""

    def __init__(self, table: Table, summaries: tuple[ColumnSummary, ...], chosen: SaleColumns) -> None:
        self._table = table
        self._chosen = chosen
        self._summaries = [s for s in summaries if table.rows - s.missing >= _FILLED * table.rows]

    def found(self) -> SaleColumns:
        """Choose a column for each part of a sale."""
        chosen = self._chosen
        customer = _said(chosen.customer, self._customer)
        invoice = _said(chosen.invoice, lambda: self._invoice(customer))
        quantity = _said(chosen.quantity, lambda: self._number(ranks.quantity))
        price = _said(chosen.unit_price, lambda: self._number(ranks.unit_price))
        # Who names the price of a piece wants it used.
        amount = None if chosen.unit_price else self._amount(invoice, quantity, price)
        amount = _said(chosen.amount, lambda: amount)
        if amount is None and quantity is None:
            amount, price = price, None
        return SaleColumns(
            customer=customer,
            date=_said(chosen.date, lambda: self._date(customer)),
            amount=amount,
            quantity=quantity,
            unit_price=price,
            invoice=invoice,
            category=_said(chosen.category, lambda: self._text(ranks.category, 2, _MOST_CATEGORIES)),
            currency=_said(chosen.currency, lambda: self._text(ranks.currency, 1, _MOST_CURRENCIES)),
            status=_said(chosen.status, self._status),
        )

    def lines_and_customers(self, customer: str | None) -> tuple[int, int]:
        """Count the lines with a customer, and the customers."""
        summary = next((s for s in self._summaries if s.name == customer), None)
        return (0, 0) if summary is None else (self._table.rows - summary.missing, summary.distinct)

    def _customer(self) -> str | None:
        fitting = []
        for summary in self._summaries:
            rank = ranks.customer(summary.name)
            if rank == 0 and summary.reason is not None and summary.reason.code in CONTACT:
                rank = 1
            bare = max(3, min(_BARE_LEVELS, int(_BARE_SHARE * self._table.rows)))
            fewest = 2 if rank >= ranks.NAMED_ID else bare
            if rank and summary.distinct >= fewest and self._is_code(summary):
                fitting.append((-rank, summary.distinct, summary.name))
        return min(fitting)[-1] if fitting else None

    def _invoice(self, customer: str | None) -> str | None:
        fitting = []
        for summary in self._summaries:
            rank = ranks.invoice(summary.name)
            lines = self._table.rows - summary.missing
            is_many = summary.distinct >= 2 and lines <= _LONGEST_INVOICE * summary.distinct
            if rank and is_many and summary.name != customer and self._is_code(summary):
                fitting.append((-rank, -summary.distinct, summary.name))
        return min(fitting)[-1] if fitting else None

    def _is_code(self, summary: ColumnSummary) -> bool:
        if summary.kind is not Kind.NUMBER:
            return summary.kind is Kind.TEXT
        values = self._probe(summary.name)
        return bool((values[~np.isnan(values)] % 1 == 0).all())

    def _date(self, customer: str | None) -> str | None:
        """Prefer a date that changes between a customer's lines: those that don't are birthdays."""
        dated = [s for s in self._summaries if s.kind is Kind.DATE and (ranks.date(s.name))]
        if len(dated) < 2 or customer is None:
            return max(dated, key=lambda s: ranks.date(s.name)).name if dated else None
        people = self._codes(customer)
        keys = {s.name: (self._varies(people, s.name), ranks.date(s.name)) for s in dated}
        return max(keys, key=keys.__getitem__)

    def _varies(self, people: NDArray[np.int64], name: str) -> bool:
        order = np.argsort(people, kind="stable")
        values = self._probe(name)[order]
        same_person = (people[order][1:] == people[order][:-1]) & (people[order][1:] >= 0)
        return bool((same_person & (values[1:] != values[:-1])).sum() > (1 - _ALIKE) * same_person.sum())

    def _number(self, rank: Rank) -> str | None:
        fitting = [s for s in self._summaries if s.kind is Kind.NUMBER and rank(s.name)]
        return max(fitting, key=lambda s: rank(s.name)).name if fitting else None

    def _amount(self, invoice: str | None, quantity: str | None, price: str | None) -> str | None:
        """Prefer what each line says of itself to an invoice's total, which is repeated on its lines."""
        fitting = [
            s for s in self._summaries if s.kind is Kind.NUMBER and ranks.amount(s.name) >= ranks.SURE_AMOUNT
        ]
        lines = [s for s in fitting if not self._is_invoice_total(self._probe(s.name), invoice)]
        if not lines and quantity and price:
            product = self._probe(quantity) * self._probe(price)
            if not self._is_invoice_total(product, invoice):
                return None
        candidates = lines or fitting
        return max(candidates, key=lambda s: ranks.amount(s.name)).name if candidates else None

    def _is_invoice_total(self, values: NDArray[Any], invoice: str | None) -> bool:
        if invoice is None:
            return False
        bills = self._codes(invoice)
        order = np.argsort(bills, kind="stable")
        bills, values = bills[order], values[order]
        inside = (bills[1:] == bills[:-1]) & (bills[1:] >= 0)
        several = np.unique(bills[1:][inside])
        mixed = np.unique(bills[1:][inside & (values[1:] != values[:-1])])
        return len(several) >= _FEWEST_INVOICES and len(mixed) <= (1 - _ALIKE) * len(several)

    def _text(self, rank: Rank, fewest: int, most: int) -> str | None:
        fitting = [
            s
            for s in self._summaries
            if s.kind is Kind.TEXT and fewest <= s.distinct <= most and rank(s.name)
        ]
        return max(fitting, key=lambda s: rank(s.name)).name if fitting else None

    def _status(self) -> str | None:
        name = self._text(ranks.status, 2, _MOST_CATEGORIES)
        levels: Sequence[str] = self._table.column(name).levels if name else ()
        return name if any(CANCELLED.search(level) or SENT_BACK.search(level) for level in levels) else None

    def _probe(self, name: str) -> NDArray[Any]:
        return self._table.column(name).values[:_PROBE]

    def _codes(self, name: str) -> NDArray[np.int64]:
        return codes(self._table.column(name), _PROBE)


def _said(chosen: str | None, find: Callable[[], str | None]) -> str | None:
    """Take what the user says, the empty name for no such column, else look for it."""
    return find() if chosen is None else chosen or None


def codes(column: Column, most: int | None = None) -> NDArray[np.int64]:
    """Give each row the number of its value; -1 is missing."""
    values = column.values[:most]
    if column.kind is Kind.TEXT:
        return values.astype(np.int64)
    found = np.unique(values, return_inverse=True)[1].astype(np.int64)
    return np.where(column.is_missing[:most], -1, found)
