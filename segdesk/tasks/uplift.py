"""Say what a campaign brought, by a later file of customers or of sales."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.campaign import CONTACTED, HELD_BACK
from segdesk.engine.customer_keys import keys
from segdesk.engine.money import sales_column
from segdesk.engine.reading import read_table as read_file
from segdesk.engine.rfm import customers_from, looks_like
from segdesk.engine.roles import summarise_columns
from segdesk.engine.uplift import buying_effect, spending_effect
from segdesk.errors import InputError
from segdesk.model.campaign import Campaign, Uplift
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.reading import ReadingChoices
from segdesk.model.roles import ColumnSummary, Kind
from segdesk.model.table import Column, Table
from segdesk.store.campaigns import campaign as saved_campaign
from segdesk.store.campaigns import campaign_parts
from segdesk.store.catalogue import reading, run
from segdesk.store.datasets import read_table
from segdesk.store.db import opened

_READ = 0.8

FEWEST = 2
"""A mean has no error without two."""

MONETARY = "monetary"
"""What customers made of sales have spent in all."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Later:
    """The later file: what each known customer spent there, and whether it is a file of sales."""

    spending: dict[str, float]
    column: str
    is_sales: bool


def measure_uplift(
    report: Report,
    *,
    database: Path,
    campaign_id: int,
    source: Path,
    choices: ReadingChoices | None = None,
    column: str = "",
) -> Uplift:
    """Compare what the contacted and the held back spent in a later file; nothing is saved.

    Parameters
    ----------
    column
        What they spent, empty lets the file decide.

    Raises
    ------
    InputError
        ``campaign.no_identifier``: the campaign's customers have no numbers; ``campaign.no_such_numbers``,
        ``campaign.no_spending``, ``campaign.no_match``: the file doesn't have them; ``file.*``.
    StoreError
        ``database.*``
    """
    report(Progress(Stage.READING, 0.0))
    with opened(database, "read") as connection:
        campaign = saved_campaign(connection, campaign_id).campaign
        parts = campaign_parts(connection, campaign_id)
        dataset_id = run(connection, campaign.run_id).dataset_id
        how = reading(connection, dataset_id)
        if not campaign.identifier:
            raise InputError("campaign.no_identifier")
        names = [campaign.identifier, *([campaign.sales] if campaign.sales else [])]
        before = read_table(connection, dataset_id, names)
    said = choices or ReadingChoices()
    table = read_file(
        source, choices=said, report=lambda share: report(Progress(Stage.READING, share * _READ))
    )
    if how is not None:
        said = _with_sales(said, how.choices, table)
    later = _later(table, said, campaign, column, source.name)
    report(Progress(Stage.COMPARING, _READ))
    return _compared(campaign_id, source.name, campaign, parts, before, later)


def _with_sales(said: ReadingChoices, before: ReadingChoices, table: Table) -> ReadingChoices:
    """Take the columns of sales from the earlier file where this one has them all."""
    names = {column.name for column in table.columns}
    sales = before.sales
    named = {sales.customer, sales.date, sales.amount, sales.quantity, sales.unit_price, sales.invoice}
    is_same = bool(sales.customer) and {name for name in named if name} <= names
    return replace(said, sales=said.sales.over(sales)) if is_same else said


def _later(table: Table, said: ReadingChoices, campaign: Campaign, column: str, file: str) -> _Later:
    summaries = summarise_columns(table)
    looks = looks_like(table, summaries, said.sales)
    identifier, is_sales = campaign.identifier, False
    if looks.kind == "transactions":
        if looks.columns is None:
            raise InputError(looks.reason.code, **looks.reason.facts)
        made = customers_from(table, looks.columns)
        table, summaries, is_sales = made.table, made.summaries, True
        identifier = looks.columns.customer
    by_name = {each.name.casefold(): each for each in table.columns}
    numbers = by_name.get(identifier.casefold())
    if numbers is None:
        raise InputError("campaign.no_such_numbers", column=identifier, name=file)
    spent = _spending(by_name, summaries, campaign, column, is_sales=is_sales)
    if spent is None or spent.kind is not Kind.NUMBER:
        offered = tuple(each.name for each in table.columns if each.kind is Kind.NUMBER)
        raise InputError("campaign.no_spending", name=file, columns=offered)
    spending: dict[str, float] = {}
    for key, amount in zip(keys(numbers), spent.values.tolist(), strict=True):
        # A customer with two rows has spent both.
        if key is not None and amount == amount:
            spending[key] = spending.get(key, 0.0) + amount
    return _Later(spending, spent.name, is_sales)


def _spending(
    by_name: dict[str, Column],
    summaries: tuple[ColumnSummary, ...],
    campaign: Campaign,
    column: str,
    *,
    is_sales: bool,
) -> Column | None:
    """Find what customers spent: the column asked for, the one of the campaign's file, or by its name."""
    if column:
        return by_name.get(column.casefold())
    wanted = [MONETARY] if is_sales else [campaign.sales, sales_column(summaries) or ""]
    return next((by_name[name.casefold()] for name in wanted if name.casefold() in by_name), None)


def _compared(
    campaign_id: int,
    file: str,
    campaign: Campaign,
    parts: NDArray[np.int8],
    before: Table,
    later: _Later,
) -> Uplift:
    called = keys(before.column(campaign.identifier))
    earlier = before.column(campaign.sales).values if campaign.sales else None
    values = np.array([later.spending.get(key or "", np.nan) for key in called])
    is_absent = np.isnan(values)
    if is_absent[parts != 0].all():
        raise InputError("campaign.no_match", column=campaign.identifier, name=file)
    if later.is_sales:
        values[is_absent] = 0.0
    groups = [(parts == part) & ~np.isnan(values) for part in (CONTACTED, HELD_BACK)]
    if min(int(group.sum()) for group in groups) < FEWEST:
        raise InputError("campaign.too_few_found", name=file)
    contacted, held_back = (values[group] for group in groups)
    effects = [
        spending_effect(
            contacted,
            held_back,
            contacted_before=None if earlier is None else earlier[groups[0]],
            held_back_before=None if earlier is None else earlier[groups[1]],
        )
    ]
    if later.is_sales or (values[groups[0] | groups[1]] == 0).any():
        effects.append(buying_effect(contacted > 0, held_back > 0))
    return Uplift(
        campaign_id=campaign_id,
        file=file,
        column=later.column,
        absent_is_zero=later.is_sales,
        contacted_absent=int((is_absent & (parts == CONTACTED)).sum()),
        held_back_absent=int((is_absent & (parts == HELD_BACK)).sum()),
        effects=tuple(effects),
    )
