"""A file of sales: which of its columns say what."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from segdesk.model.notes import Note

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
class SaleColumns:
    """The same as far as it is known or wished.

    Said by the user, None lets the file decide and an empty name says that there is no such
    column. Found in a file, None is for what it hasn't.
    """

    customer: str | None = None
    date: str | None = None
    amount: str | None = None
    quantity: str | None = None
    unit_price: str | None = None
    invoice: str | None = None
    category: str | None = None
    currency: str | None = None
    status: str | None = None

    def over(self, other: SaleColumns) -> SaleColumns:
        """Give what the other one says, with what is said here in its place."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return replace(other, **{name: column for name, column in said.items() if column is not None})


NOTHING_SAID = SaleColumns()


@dataclass(frozen=True, slots=True)
class LooksLike:
    """What a file's rows seem to be, and why.

    ``columns`` is None for customers, and for sales that can't be turned into customers; then
    ``reason`` says what is missing, and ``found`` which columns are there all the same.
    """

    kind: Looks
    columns: TransactionColumns | None
    reason: Note
    found: SaleColumns = NOTHING_SAID
