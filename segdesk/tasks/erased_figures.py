"""What is counted of a dataset besides its rows, once a person is gone: receipt, suggestions, campaigns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.campaign import mean_sales, segment_rows, smallest_difference
from segdesk.engine.clean.sentences import describe, outside
from segdesk.engine.customer_keys import keys
from segdesk.engine.reading.receipt import duplicate_rows
from segdesk.model.campaign import Campaign
from segdesk.model.changes import ChangeKind, Suggestion
from segdesk.model.notes import Note
from segdesk.model.reading import LeftOut, Receipt
from segdesk.model.roles import Kind
from segdesk.model.table import Column, Table
from segdesk.store import catalogue, erase
from segdesk.store.campaigns import campaign_parts, campaigns
from segdesk.store.datasets import read_table
from segdesk.store.db import Connection
from segdesk.store.runs import labels
from segdesk.tasks.contacts import first_of_each, opt_out_of

_CENTS = 2
"""Money has no more decimals: what adding and taking away leaves behind them is the computer's."""


def count_reading_anew(connection: Connection, dataset_id: int, before: Table, rows: Sequence[int]) -> None:
    """Take rows that are gone already out of a receipt, and their values out of what could be tidied."""
    reading = catalogue.reading(connection, dataset_id)
    if reading is None:
        return
    after = read_table(connection, dataset_id)
    receipt = reading.receipt
    if receipt is not None:
        made = {s.change.name for s in reading.suggestions if s.is_applied and s.change.name}
        is_own = [column.name not in made for column in before.columns]
        receipt = _without(receipt, _own(before, is_own), _own(after, is_own), rows)
    suggestions = tuple(
        found for each in reading.suggestions if (found := _told_anew(each, after)) is not None
    )
    erase.save_reading(connection, dataset_id, receipt, suggestions)


def count_campaigns_anew(connection: Connection, run_id: int) -> int:
    """Count each segment's part in a run's campaigns from who is left in them; give how many there are."""
    saved = campaigns(connection, run_id)
    for each in saved:
        found = labels(connection, run_id, each.campaign.segments)
        parts = campaign_parts(connection, each.id)
        erase.save_campaign_figures(connection, each.id, _counted(connection, each.campaign, found, parts))
    return len(saved)


def _own(table: Table, is_own: Sequence[bool]) -> tuple[Column, ...]:
    return tuple(c for c, own in zip(table.columns, is_own, strict=True) if own) or table.columns


def _without(
    receipt: Receipt, before: Sequence[Column], after: Sequence[Column], rows: Sequence[int]
) -> Receipt:
    """Write a receipt for who is left. The file's lines stay: the difference is told as left out."""
    blanks = sum(int(column.is_missing[list(rows)].sum()) for column in before)
    gone = {c.name: float(np.nansum(c.values[list(rows)])) for c in before if c.kind is Kind.NUMBER}
    totals = tuple(
        replace(each, total=round(each.total - gone.get(each.column, 0.0), _CENTS)) for each in receipt.totals
    )
    told = replace(
        receipt,
        rows=receipt.rows - len(rows),
        left_out=_with_erased(receipt.left_out, len(rows)),
        blanks=max(0, receipt.blanks - blanks),
        totals=totals,
    )
    if receipt.rows != len(before[0].values):
        return told
    copies = duplicate_rows(before) - duplicate_rows(after)
    dates = next((c for c in after if c.kind is Kind.DATE and not c.is_missing.all()), None)
    if dates is not None and receipt.first_date:
        days = dates.values[~dates.is_missing].astype("datetime64[D]")
        told = replace(told, first_date=str(days.min()), last_date=str(days.max()))
    return replace(told, duplicates=max(0, receipt.duplicates - copies))


def _with_erased(left_out: Sequence[LeftOut], count: int) -> tuple[LeftOut, ...]:
    reason = Note("erase.left_out", {})
    known = sum(each.count for each in left_out if each.reason.code == reason.code)
    others = (each for each in left_out if each.reason.code != reason.code)
    return (*others, LeftOut(reason, known + count))


def _told_anew(suggestion: Suggestion, table: Table) -> Suggestion | None:
    """Say anew whom an open suggestion would set aside; None where that was the person alone."""
    columns = {column.name: column for column in table.columns}
    change = suggestion.change
    is_open = change.kind is ChangeKind.SET_ASIDE and not suggestion.is_applied
    if not is_open or not set(change.columns) <= columns.keys():
        return suggestion
    if not outside(columns[change.columns[0]], change).any():
        return None
    return replace(suggestion, note=describe(change, columns))


def _counted(
    connection: Connection, campaign: Campaign, found: NDArray[np.int8], parts: NDArray[np.int8]
) -> Campaign:
    dataset_id = catalogue.run(connection, campaign.run_id).dataset_id
    is_opted_out = np.zeros(len(found), dtype=np.bool_)
    if campaign.wishes.respects_opt_out:
        is_opted_out = opt_out_of(connection, dataset_id).rows
    can_be_followed = np.ones(len(found), dtype=np.bool_)
    if campaign.identifier:
        can_be_followed = first_of_each(
            keys(read_table(connection, dataset_id, [campaign.identifier]).columns[0])
        )
    values = None
    if campaign.sales:
        values = read_table(connection, dataset_id, [campaign.sales]).columns[0].values
    order = tuple(row.segment for row in campaign.rows)
    in_order = np.isin(found, order)
    may_be_in = ~is_opted_out & can_be_followed
    return replace(
        campaign,
        rows=segment_rows(found, may_be_in, parts, mean_sales(found, values, campaign.segments), order),
        opted_out=int((is_opted_out & in_order).sum()),
        unknown=int((~can_be_followed & ~is_opted_out & in_order).sum()),
        smallest=smallest_difference(values, parts),
    )
