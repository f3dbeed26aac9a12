"""A file of sales: which of its columns say what, and the customers made out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from segdesk.model.notes import Note
from segdesk.model.roles import ColumnSummary
from segdesk.model.table import Table

Looks = Literal["customers", "transactions"]


@dataclass(frozen=True, slots=True)
class TransactionColumns:
    """Names of the columns of a file of invoices or till lines; None where it has no such column.

    A line's money is ``amount``, or else ``quantity`` times ``unit_price``. Beside an ``amount``
    the ``quantity`` only tells its sign. ``invoice`` groups the lines of one purchase; ``status``
    says whether an order was cancelled or sent back.
    """

    customer: str
    date: str
    amount: str | None = None
    quantity: str | None = None
    unit_price: str | None = None
    invoice: str | None = None
    category: str | None = None
    currency: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class LooksLike:
    """What a file's rows seem to be, and why.

    ``columns`` is None for customers, and for sales that can't be turned into customers; then
    ``reason`` says what is missing.
    """

    kind: Looks
    columns: TransactionColumns | None
    reason: Note


@dataclass(frozen=True, slots=True, eq=False)
class CustomersTable:
    """One row per customer; ``summaries`` say what each column is for, ``notes`` which rules applied.

    ``table`` carries the notes too, and a receipt of the lines.
    """

    table: Table
    summaries: tuple[ColumnSummary, ...]
    notes: tuple[Note, ...]
