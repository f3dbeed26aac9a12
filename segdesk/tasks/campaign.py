"""Make a campaign: lists of whom to write to and whom to hold back, kept for a later look."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.campaign import (
    CONTACTED,
    HELD_BACK,
    affordable,
    assign,
    mean_sales,
    rank_by_sales,
    segment_rows,
    smallest_difference,
)
from segdesk.engine.contact import OptOut
from segdesk.engine.customer_keys import identifier_column, keys
from segdesk.engine.money import sales_column
from segdesk.errors import InputError
from segdesk.model.campaign import Campaign, CampaignWishes
from segdesk.model.campaign_plan import MOST_HELD_BACK, is_amount
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.lists import CampaignLists
from segdesk.model.roles import ColumnSummary, Kind
from segdesk.model.saved import RunInfo
from segdesk.store.campaigns import save_campaign
from segdesk.store.catalogue import columns, run
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.store.runs import labels
from segdesk.tasks.contacts import first_of_each, opt_out_of
from segdesk.tasks.delivery import delivered
from segdesk.tasks.lists import NOWHERE, ListPlan, chosen_columns, list_names, write_csv_lists
from segdesk.tasks.workbook import ListSummary, write_workbook

if TYPE_CHECKING:  # only store knows SQLite; the others hand a connection on
    from sqlite3 import Connection

_PLANNED = 0.3

KIND = "campaign"
"""A campaign's lists take the place of another campaign's in the same folder, never of a run's lists."""


def make_campaign(  # noqa: PLR0913 (what is wanted, and where it goes)
    report: Report,
    *,
    database: Path,
    run_id: int,
    segments: int,
    wishes: CampaignWishes,
    lists: CampaignLists,
    folder: Path,
    is_beside: bool = False,
) -> int:
    """Choose customers within a budget, hold some back, write both lists into ``folder``; give its number.

    ``is_beside``: files of the same names stay, and the new ones get "(2)".

    Raises
    ------
    InputError
        ``campaign.*``: the wishes don't fit.
    RunError
        ``campaign.no_budget``, ``campaign.nobody``.
    StoreError
        ``export.*``, ``database.*``.
    """
    report(Progress(Stage.CHOOSING, 0.0))
    _check(wishes, segments)
    with opened(database, "read") as connection:
        info = run(connection, run_id)
        campaign, parts, found = _planned(connection, info, segments, wishes)
    report(Progress(Stage.EXPORTING, _PLANNED))
    with (
        delivered(folder, database=database, kind_of=lambda _: KIND, is_beside=is_beside) as unfinished,
        opened(database, "read") as connection,
    ):
        _write(report, connection, unfinished, info, parts, found, lists)
    # Last: lists that couldn't be written leave no campaign behind that nobody got.
    report(Progress(Stage.SAVING, 1.0))
    with opened(database, "write") as connection:
        return save_campaign(connection, campaign, parts, created_at=datetime.now(UTC))


def _check(wishes: CampaignWishes, segments: int) -> None:
    for amount in (wishes.budget, wishes.cost):
        if not is_amount(amount):
            raise InputError("campaign.not_money", text=amount)
    if not 0 < wishes.control_share <= MOST_HELD_BACK:
        raise InputError("campaign.control_share", most=f"{MOST_HELD_BACK:.0%}")
    for position, segment in enumerate(wishes.order):
        if not 0 <= segment < segments:
            raise InputError("campaign.no_segment", segment=str(segment), last=str(segments - 1))
        if segment in wishes.order[:position]:
            raise InputError("campaign.repeated_segment", segment=str(segment))


def _planned(
    connection: Connection, info: RunInfo, segments: int, wishes: CampaignWishes
) -> tuple[Campaign, NDArray[np.int8], NDArray[np.int8]]:
    """Give the campaign, what each customer is in it, and each customer's segment."""
    found = labels(connection, info.id, segments)
    summaries = columns(connection, info.dataset_id)
    opt_out = opt_out_of(connection, info.dataset_id)
    if not wishes.respects_opt_out:
        opt_out = OptOut((), np.zeros(len(found), dtype=np.bool_))
    identifier = _named(summaries, wishes.identifier) or identifier_column(summaries) or ""
    can_be_followed = np.ones(len(found), dtype=np.bool_)
    if identifier:
        can_be_followed = first_of_each(
            keys(read_table(connection, info.dataset_id, [identifier]).columns[0])
        )
    sales = _named(summaries, wishes.sales, number=True) or sales_column(summaries) or ""
    values = read_table(connection, info.dataset_id, [sales]).columns[0].values if sales else None
    may_be_in = ~opt_out.rows & can_be_followed
    order = wishes.order or rank_by_sales(found, values, segments)
    parts = assign(
        found,
        may_be_in,
        order=order,
        contacts=affordable(wishes.budget, wishes.cost),
        share=wishes.control_share,
        seed=wishes.seed,
    )
    in_order = np.isin(found, order)
    campaign = Campaign(
        run_id=info.id,
        segments=segments,
        wishes=wishes,
        identifier=identifier,
        sales=sales,
        rows=segment_rows(found, may_be_in, parts, mean_sales(found, values, segments), order),
        opted_out=int((opt_out.rows & in_order).sum()),
        opt_out_columns=opt_out.columns,
        unknown=int((~can_be_followed & ~opt_out.rows & in_order).sum()),
        smallest=smallest_difference(values, parts),
    )
    return campaign, parts, found


def _named(summaries: tuple[ColumnSummary, ...], name: str, *, number: bool = False) -> str:
    """Give the name of a column that the user named, empty where they didn't."""
    if not name:
        return ""
    found = next((summary for summary in summaries if summary.name == name), None)
    if found is None:
        raise InputError("campaign.no_column", name=name)
    if number and found.kind is not Kind.NUMBER:
        raise InputError("campaign.not_numbers", name=name)
    return name


def _write(
    report: Report,
    connection: Connection,
    folder: Path,
    info: RunInfo,
    parts: NDArray[np.int8],
    found: NDArray[np.int8],
    lists: CampaignLists,
) -> None:
    where = np.full(len(parts), NOWHERE, dtype=np.int64)
    where[parts == CONTACTED], where[parts == HELD_BACK] = 0, 1
    chosen, positions = chosen_columns(connection, info.dataset_id, lists.columns)
    names = (lists.contact, lists.held_back)
    plan = ListPlan(info.dataset_id, names, where, found, lists.segment_names, chosen, positions)

    def tell(share: float) -> None:
        report(Progress(Stage.EXPORTING, _PLANNED + (1 - _PLANNED) * share))

    if lists.workbook is None:
        write_csv_lists(connection, folder, replace(plan, names=tuple(list_names(names, taken=""))), tell)
        return
    counts = [int((where == number).sum()) for number in range(len(names))]
    summary = [
        ListSummary(None, name, count, count, sum(counts)) for name, count in zip(names, counts, strict=True)
    ]
    path = folder / lists.workbook.file_name
    write_workbook(connection, path, plan, summary, lists.workbook, tell, created=info.created_at)
