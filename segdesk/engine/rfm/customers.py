"""Lines of sales to one row per customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.rfm import ranks
from segdesk.engine.rfm.carry import carried
from segdesk.engine.rfm.lines import Lines, lines_of
from segdesk.engine.rfm.scores import quintiles, score_texts, segment_names
from segdesk.engine.roles import summarise_columns
from segdesk.errors import InputError
from segdesk.model.notes import Note
from segdesk.model.reading import ColumnTotal, Receipt
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Table
from segdesk.model.transactions import TransactionColumns

MOST_SHARES = 8
"""Categories with a share of their own; more would outweigh recency, frequency and money."""

FEWEST_CUSTOMERS = 2

_DECIMALS = 6
"""Of money; what is beyond comes from adding floats: 3817.0799999999986."""

_SAID_ALREADY = ("lines", "returns", "median_days_between_purchases")
"""They follow what frequency, returned_share and days_between_purchases say."""

_SCORES = ("rfm_r", "rfm_f", "rfm_m", "rfm_score", "rfm_segment")

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class CustomersTable:
    """One row per customer; ``summaries`` say what each column is for, ``notes`` which rules applied.

    ``table`` carries the notes too, and a receipt of the lines.
    """

    table: Table
    summaries: tuple[ColumnSummary, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Visits:
    """When each customer bought, all of one length; gaps are nan for one day of purchases."""

    first: Integers
    last: Integers
    days: Integers
    mean_gap: Floats
    median_gap: Floats


def customers_from(table: Table, columns: TransactionColumns) -> CustomersTable:
    """Make one row per customer, in the order of their first lines.

    ``segdesk.engine.rfm.lines`` has the rules for which lines count. A purchase is an invoice with
    money on it, or a day with one where the file has no invoice numbers.

    Returns
    -------
    A table with the customer's column as in the file, the columns that say the same on all of a
    customer's lines (``segdesk.engine.rfm.carry``), and then

    recency_days
        From the last purchase to the file's last day, in whole calendar days, 0 or more.
    frequency
        Purchases.
    monetary
        Money of purchases less that of returns.
    average_basket
        Money of purchases for each; nan for who bought nothing.
    first_purchase, last_purchase, tenure_days
        Days of purchases; for who bought nothing, of any lines. Tenure is from the first purchase to
        the file's last day: the T of Fader, Hardie & Lee (2005), Marketing Science 24, 275-284.
    days_between_purchases, median_days_between_purchases
        Between one day with a purchase and the next; nan for a single day.
    share_…
        Of the money of purchases, for the ``MOST_SHARES`` categories with the most of it, and
        ``share_other`` where there are more or lines have none. They sum to 1; nan for who bought nothing.
    returns, returned_share
        Lines that were returned; their money in that of purchases, at most 1.
    lines
        All that count.
    rfm_r, rfm_f, rfm_m, rfm_score, rfm_segment
        As in ``segdesk.engine.rfm.scores``.

    Raises
    ------
    InputError
        ``rfm.too_few_customers``: fewer than two are left; ``rfm.no_amount``: no column has money.
    """
    lines = lines_of(table, columns)
    count = lines.customers
    if count < FEWEST_CUSTOMERS:
        raise InputError("rfm.too_few_customers", customers=count, lines=table.rows)
    visits = _visits(lines, count)
    customer = table.column(columns.customer)
    shares, share_notes = _shares(lines, count, table.column(columns.category) if columns.category else None)
    figures = _figures(lines, visits, count, shares)
    said = {getattr(columns, field.name) for field in fields(columns)}
    taken = {customer.name, *(column.name for column in figures)}
    carried_over, carry_notes = carried(table, lines, said, taken)
    made = (_customer_column(customer, lines.first_rows), *carried_over, *figures)
    result = Table(made)
    names = {column.name for column in carried_over}
    summaries = _with_roles(summarise_columns(result), names)
    notes = (*_notes(lines, columns), *share_notes, *carry_notes)
    return CustomersTable(
        table=replace(result, notes=notes, receipt=_receipt(table, lines, summaries, made)),
        summaries=summaries,
        notes=notes,
    )


def _figures(lines: Lines, visits: _Visits, count: int, shares: Sequence[Column]) -> list[Column]:
    bought = np.bincount(lines.customer, lines.bought, count)
    returned = np.bincount(lines.customer, lines.returned, count)
    frequency = _frequency(lines, visits, count)
    recency = lines.last_day - visits.last
    monetary = np.round(bought - returned, _DECIMALS)
    scores = quintiles(-recency.astype(np.float64)), quintiles(frequency), quintiles(monetary)
    came_back = np.where(bought > 0, returned / np.where(bought > 0, bought, 1.0), returned > 0)
    return [
        _number("recency_days", recency),
        _number("frequency", frequency),
        _number("monetary", monetary),
        _number("average_basket", np.round(_divided(bought, frequency), _DECIMALS)),
        _date("first_purchase", visits.first),
        _date("last_purchase", visits.last),
        _number("tenure_days", lines.last_day - visits.first),
        _number("days_between_purchases", visits.mean_gap),
        _number("median_days_between_purchases", visits.median_gap),
        *shares,
        _number("returns", np.bincount(lines.customer, lines.returned > 0, count)),
        _number("returned_share", np.minimum(came_back, 1.0)),
        _number("lines", np.bincount(lines.customer, minlength=count)),
        *(_number(name, score) for name, score in zip(_SCORES, scores, strict=False)),
        _text("rfm_score", score_texts(*scores)),
        _text("rfm_segment", segment_names(*scores)),
    ]


def _frequency(lines: Lines, visits: _Visits, count: int) -> Floats:
    """Count each customer's purchases; a line without an invoice number goes with its day."""
    if lines.invoice is None:
        return visits.days.astype(np.float64)
    is_purchase = lines.bought > 0
    day = lines.day - lines.day.min()
    invoices = int(lines.invoice.max()) + 1
    number = np.where(lines.invoice >= 0, lines.invoice, invoices + day)[is_purchase]
    pairs = np.unique(lines.customer[is_purchase] * (invoices + int(day.max()) + 1) + number)
    return np.bincount(pairs // (invoices + int(day.max()) + 1), minlength=count).astype(np.float64)


def _visits(lines: Lines, count: int) -> _Visits:
    """Find each customer's days with a purchase, sorted; all their days where there is none."""
    is_purchase = lines.bought > 0
    has_bought = np.bincount(lines.customer, is_purchase, count) > 0
    used = is_purchase | ~has_bought[lines.customer]
    start = int(lines.day.min())
    span = int(lines.day.max()) - start + 1
    pairs = np.unique(lines.customer[used] * span + (lines.day[used] - start))
    customer, day = pairs // span, pairs % span + start
    begins = np.searchsorted(customer, np.arange(count))
    ends = np.append(begins[1:], len(pairs)) - 1
    first, last, days = day[begins], day[ends], ends - begins + 1
    mean = _divided(last - first, days - 1)
    return _Visits(first, last, np.where(has_bought, days, 0), mean, _median_gaps(customer, day, days))


def _median_gaps(customer: Integers, day: Integers, days: Integers) -> Floats:
    is_gap = customer[1:] == customer[:-1]
    owner, gap = customer[1:][is_gap], np.diff(day)[is_gap]
    gap = gap[np.lexsort((gap, owner))]
    gaps = days - 1
    begins = np.cumsum(gaps) - gaps
    some = gaps > 0
    median = np.full(len(days), np.nan)
    lower = gap[begins[some] + (gaps[some] - 1) // 2]
    median[some] = (lower + gap[begins[some] + gaps[some] // 2]) / 2
    return median


def _shares(lines: Lines, count: int, category: Column | None) -> tuple[list[Column], list[Note]]:
    """Give each category's share of a customer's purchases, the greatest categories first."""
    if category is None or lines.category is None:
        return [], []
    levels = len(category.levels)
    code = np.where(lines.category >= 0, lines.category, levels)
    totals = np.bincount(code, lines.bought, levels + 1)
    named = [level.casefold() != "other" for level in category.levels]
    ranked = [c for c in np.argsort(-totals[:levels], kind="stable").tolist() if totals[c] > 0 and named[c]]
    kept = ranked[:MOST_SHARES]
    place = np.full(levels + 1, len(kept))
    place[kept] = np.arange(len(kept))
    width = len(kept) + 1
    money = np.bincount(lines.customer * width + place[code], lines.bought, count * width).reshape(
        count, width
    )
    shares = _divided(money, money.sum(axis=1, keepdims=True))
    names = [f"share_{category.levels[c]}" for c in kept]
    if totals.sum() > totals[kept].sum():
        names.append("share_other")
    notes = (
        [Note("rfm.categories", {"kept": len(kept), "all": len(ranked)})] if len(ranked) > len(kept) else []
    )
    return [_number(name, shares[:, i]) for i, name in enumerate(names)], notes


def _notes(lines: Lines, columns: TransactionColumns) -> tuple[Note, ...]:
    last = str(np.datetime64(lines.last_day, "D"))
    notes = [
        Note("rfm.last_day", {"date": last}),
        Note("rfm.frequency_days") if columns.invoice is None else Note("rfm.frequency_invoices"),
        *lines.notes,
    ]
    if lines.duplicates:
        notes.append(Note("rfm.duplicate_lines", {"count": lines.duplicates}))
    has_bought = np.bincount(lines.customer, lines.bought > 0, lines.customers) > 0
    if count := int((~has_bought).sum()):
        notes.append(Note("rfm.bought_nothing", {"count": count}))
    if ranks.customer(columns.customer) == ranks.PERSON_NAME:
        notes.append(Note("rfm.by_name", {"column": columns.customer}))
    return tuple(notes)


def _receipt(
    table: Table, lines: Lines, summaries: Sequence[ColumnSummary], made: Sequence[Column]
) -> Receipt:
    monetary = next(column.values for column in made if column.name == "monetary")
    return Receipt(
        lines=table.rows,
        rows=lines.customers,
        left_out=lines.left_out,
        duplicates=lines.duplicates,
        blanks=sum(summary.missing for summary in summaries),
        first_date=str(np.datetime64(int(lines.day.min()), "D")),
        last_date=str(np.datetime64(int(lines.day.max()), "D")),
        totals=(ColumnTotal("monetary", round(float(monetary.sum()), 2), lines.currency),),
    )


def _with_roles(summaries: tuple[ColumnSummary, ...], carried_over: set[str]) -> tuple[ColumnSummary, ...]:
    """Say what each column is for: what is known here needs no guess, what was carried over does."""
    identifier, *others = summaries
    reason = identifier.reason if identifier.role is ColumnRole.IDENTIFIER else Note("reason.id_name")
    return (
        replace(identifier, role=ColumnRole.IDENTIFIER, reason=reason),
        *(summary if summary.name in carried_over else _with_role(summary) for summary in others),
    )


def _with_role(summary: ColumnSummary) -> ColumnSummary:
    if summary.role is ColumnRole.IGNORED:
        return summary  # the same for every customer
    if summary.name in _SCORES:
        return replace(summary, role=ColumnRole.DESCRIBE, reason=Note("rfm.scores_describe"))
    if summary.name in _SAID_ALREADY:
        return replace(summary, role=ColumnRole.DESCRIBE, reason=Note("rfm.said_already"))
    if summary.name == "days_between_purchases" and summary.missing:
        return replace(summary, role=ColumnRole.DESCRIBE, reason=Note("rfm.blank_for_one_purchase"))
    if summary.kind is Kind.NUMBER and summary.role in (ColumnRole.CATEGORY, ColumnRole.IDENTIFIER):
        return replace(summary, role=ColumnRole.MEASURE, reason=None)
    return summary


def _customer_column(customer: Column, first_rows: Integers) -> Column:
    values = customer.values[first_rows]
    if customer.kind is not Kind.TEXT:
        return Column(customer.name, customer.kind, values)
    # Customers are in the order of their first rows, so their levels are too.
    levels = tuple(customer.levels[code] for code in values.tolist())
    return Column(customer.name, Kind.TEXT, np.arange(len(levels), dtype=np.int32), levels)


def _divided(amount: NDArray[np.number], by: NDArray[np.number]) -> Floats:
    """Divide, nan where it is by 0."""
    some = by > 0
    return np.where(some, amount / np.where(some, by, 1), np.nan)


def _number(name: str, values: NDArray[np.number] | NDArray[np.bool_]) -> Column:
    return Column(name, Kind.NUMBER, np.array(values, dtype=np.float64))


def _date(name: str, days: Integers) -> Column:
    return Column(name, Kind.DATE, days.astype("datetime64[D]").astype("datetime64[s]"))


def _text(name: str, values: Sequence[str]) -> Column:
    codes = {level: code for code, level in enumerate(dict.fromkeys(values))}
    return Column(name, Kind.TEXT, np.array([codes[v] for v in values], dtype=np.int32), tuple(codes))
