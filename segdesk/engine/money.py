"""What customers are worth to the store: which column says it, and what one purchase brings."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from segdesk.model.aspects import (
    Aspect,
    MoneyRank,
    aspect_of,
    is_money_of_a_purchase,
    is_part_of_money,
    money_rank,
    visits_a_year,
)
from segdesk.model.portrait import Basis, Purchase
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Table

_ROLES = (ColumnRole.MEASURE, ColumnRole.DESCRIBE)

FEWEST_KNOWN = 5
"""Customers of a segment whose purchases are known; of fewer a mean says nothing."""

Floats = NDArray[np.float64]


def sales_column(summaries: Iterable[ColumnSummary]) -> str | None:
    """Find the column that says what a customer has brought the store in all; None where none does.

    The rule, over columns of numbers that are used or described: a name with a word for money
    (``monetary``, ``total_spend``, ``revenue``, ``Umsatz``, or ``Total`` alone), and without one that makes
    it something else (a score, a share, an average). ``money_rank`` says which of several comes first,
    and then the file's order. A name with a further word is money for a part (``MntWines``): it counts
    only where it is the file's only one.
    """
    whole: list[tuple[MoneyRank, int, str]] = []
    parts: list[str] = []
    for position, summary in enumerate(summaries):
        if summary.kind is Kind.NUMBER and summary.role in _ROLES:
            rank = money_rank(summary.name)
            if rank is not None:
                whole.append((rank, position, summary.name))
            elif is_part_of_money(summary.name):
                parts.append(summary.name)
    if whole:
        return min(whole)[2]
    return parts[0] if len(parts) == 1 else None


def sales_by_segment(sales: Column, labels: NDArray[np.int8], segments: int) -> tuple[Floats, Floats]:
    """Add up each segment's sales, and give them with their shares of everybody's.

    Returns
    -------
    Both of shape ``(segments + 1,)``, the last for customers without a segment. A missing value
    counts as nothing. Shares are nan where all sales together aren't above 0.
    """
    own = np.where(labels < 0, segments, labels).astype(np.int64)
    sums = np.bincount(own, np.nan_to_num(sales.values), segments + 1).astype(np.float64)
    total = float(sums.sum())
    return sums, sums / total if total > 0 else np.full(segments + 1, np.nan)


def purchase_values(
    table: Table, summaries: Iterable[ColumnSummary], sales: str | None
) -> tuple[Basis, tuple[str, ...], Floats] | None:
    """Say what one purchase of each customer is worth, as far as the file tells; nan where it isn't known.

    The rule: a column with the money of an average basket; else sales over the number of purchases; else
    sales over the visits of a year (daily 365, weekly 52, monthly 12, rarely 4), for which the sales are
    taken to be a year's. None where the file has none of these.
    """
    used = [summary for summary in summaries if summary.role in (*_ROLES, ColumnRole.CATEGORY)]
    numbers = [summary.name for summary in used if summary.kind is Kind.NUMBER]
    basket = next((name for name in numbers if is_money_of_a_purchase(name)), None)
    if basket is not None:
        return Basis.BASKET, (basket,), table.column(basket).values
    visits = next((summary for summary in used if aspect_of(summary.name) is Aspect.VISITS), None)
    if sales is None or visits is None:
        return None
    column = table.column(visits.name)
    times = column.values if column.kind is Kind.NUMBER else _times_a_year(column)
    worth = np.where(times > 0, table.column(sales).values / np.where(times > 0, times, 1.0), np.nan)
    basis = Basis.PER_PURCHASE if column.kind is Kind.NUMBER else Basis.PER_VISIT
    return basis, (sales, visits.name), worth


def _times_a_year(column: Column) -> Floats:
    if column.kind is not Kind.TEXT:
        return np.full(len(column.values), np.nan)
    known = [visits_a_year(level) for level in column.levels]
    times = np.array([np.nan if each is None else each for each in known] + [np.nan])
    return np.asarray(times[column.values])


def purchase(basis: Basis, columns: tuple[str, ...], values: Floats) -> Purchase | None:
    """Describe what a segment's customers spend at a time; None where too few tell."""
    known = values[np.isfinite(values)]
    if len(known) < FEWEST_KNOWN:
        return None
    return Purchase(
        basis=basis,
        columns=columns,
        customers=len(known),
        mean=float(known.mean()),
        deviation=float(known.std(ddof=1)),
        low=float(known.min()),
        high=float(known.max()),
    )
