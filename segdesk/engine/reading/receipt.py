"""The import receipt: what became of a file's lines, to compare with the till."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from segdesk.model.reading import ColumnTotal, LeftOut, Receipt
from segdesk.model.roles import Kind
from segdesk.model.table import Column

_MONEY = re.compile(
    r"(?:^|[^a-z])(?:amounts?|totals?|prices?|sales|revenue|spend|spent|spending|incomes?|costs?|charges?|paid|"
    r"payments?|turnover|value|cogs|tax|profit|mnt|birr|etb|usd|eur|price|betrag|umsatz|preis|ዋጋ|ገቢ|ብር)"
    r"(?:[^a-z]|$)|^mnt|^total(?=[A-Z])|(?<=[a-z])(?:Price|Amount|Charges|Sales|Spend|Cost|Total|Paid|Revenue)\b",
    re.IGNORECASE,
)
_NO_MONEY = re.compile(
    r"score|ind?e?x|idx|rate|ratio|pct|percent|%|count|number|purchases|visits|qty|quantit|points|days",
    re.IGNORECASE,
)

_PRICE = re.compile(r"price|preis|prix|cost|waga|ዋጋ", re.IGNORECASE)
_OF_ONE = re.compile(
    r"\b(?:units?|each|per|pieces?|pcs?|stk|unitaire|list)\b|\bst[üu]e?ck|unitprice|einzel", re.IGNORECASE
)
_BARE_PRICE = re.compile(
    r"(?:item|product|selling|sales?|retail)? ?(?:price|preis|prix|waga|ዋጋ)s?", re.IGNORECASE
)
_QUANTITY = re.compile(
    r"\b(?:qty|quantity|quantities|units|pieces|pcs|menge|anzahl|quantit[ée])\b|ብዛት", re.IGNORECASE
)

_SHOWN_LINES = 10
"""Line numbers kept for each reason."""

_ODD = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def make_receipt(
    columns: Sequence[Column], *, lines: int, left_out: Sequence[LeftOut], currencies: Mapping[str, str]
) -> Receipt:
    """Count and add up what was read.

    ``lines`` is the number of lines in the file; ``currencies`` names the column's currency as
    written. Columns headed like amounts are added up too, prices of one piece never: their sum
    compares with nothing.
    """
    rows = len(columns[0].values)
    blanks = sum(int(c.is_missing.sum()) for c in columns)
    first, last = _span(columns)
    has_quantity = any(_QUANTITY.search(_spaced(c.name)) for c in columns if c.kind is Kind.NUMBER)
    totals = tuple(
        ColumnTotal(c.name, float(np.nansum(c.values)), currencies.get(c.name, ""))
        for c in columns
        if c.kind is Kind.NUMBER
        and (c.name in currencies or is_money(c.name))
        and not _is_price_of_one(c.name, beside_quantity=has_quantity)
        and not c.is_missing.all()
    )
    left_out = tuple(replace(left, lines=left.lines[:_SHOWN_LINES]) for left in left_out)
    return Receipt(lines, rows, left_out, duplicate_rows(columns), blanks, first, last, totals)


def is_money(name: str) -> bool:
    """Tell whether a heading speaks of amounts of money."""
    plain = name.replace("_", " ")
    return _MONEY.search(plain) is not None and _NO_MONEY.search(plain) is None


def _is_price_of_one(name: str, *, beside_quantity: bool) -> bool:
    """Tell whether a heading is that of the price of one piece; a bare "price" beside a quantity is."""
    plain = _spaced(name)
    if _PRICE.search(plain) and _OF_ONE.search(plain):
        return True
    return beside_quantity and _BARE_PRICE.fullmatch(plain.strip()) is not None


def _spaced(name: str) -> str:
    """Write UnitPrice and unit_price as "Unit Price"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-.]+", " ", name)


def _span(columns: Sequence[Column]) -> tuple[str, str]:
    """Give the first and the last day of the first column of dates that has one."""
    for column in columns:
        if column.kind is Kind.DATE and not column.is_missing.all():
            days = column.values[~column.is_missing].astype("datetime64[D]")
            return str(days.min()), str(days.max())
    return "", ""


def duplicate_rows(columns: Sequence[Column]) -> int:
    """Count the rows that equal an earlier one in every column."""
    mixed = np.zeros(len(columns[0].values), dtype=np.uint64)
    for column in columns:
        # Two different rows get the same 64 bits about once in 10^7 tables of a million rows.
        mixed ^= _bits(column)
        mixed *= _ODD
        mixed ^= mixed >> np.uint64(29)
        mixed *= _MIX
        mixed ^= mixed >> np.uint64(32)
    mixed.sort()
    return int((mixed[1:] == mixed[:-1]).sum())


def _bits(column: Column) -> NDArray[np.uint64]:
    if column.kind is Kind.TEXT:
        return column.values.astype(np.int64).view(np.uint64)
    if column.kind is Kind.DATE:
        return column.values.astype(np.int64).view(np.uint64)
    # + 0.0 makes minus zero plus zero; all blanks are alike.
    return np.where(np.isnan(column.values), np.nan, column.values + 0.0).view(np.uint64)
