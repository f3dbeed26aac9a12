"""Compare two snapshots: who moved, joined and left, under the old segments and under new ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from segdesk.engine.carry import Seen, carry_names
from segdesk.engine.matching import moved
from segdesk.engine.money import sales_column
from segdesk.engine.place import place
from segdesk.engine.resampling import Repeatable
from segdesk.engine.schema_doctor import examine, mapped, matched, refuse_unlike, without_proposals
from segdesk.engine.snapshots import (
    Scored,
    calls,
    expected_noise,
    find_identifier,
    flows,
    shared_rows,
    strengths,
    total,
    transitions,
)
from segdesk.errors import InputError
from segdesk.model.aspects import Aspect, aspect_of
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.placement import NOTHING_AGREED, Consent, Migration, Placement, SchemaMatch
from segdesk.model.roles import ColumnSummary, Kind
from segdesk.model.saved import RunInfo
from segdesk.model.table import Table
from segdesk.store import catalogue
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.store.facts import column_currencies
from segdesk.store.placements import repeats
from segdesk.store.runs import labels
from segdesk.tasks.memory import usable_memory
from segdesk.tasks.placer import placer_of

_LEARNED, _PLACED = 0.5, 0.7

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Month:
    """One run with its customers; ``before_id`` is the run that it repeats."""

    info: RunInfo
    summaries: tuple[ColumnSummary, ...]
    table: Table
    labels: NDArray[np.int8]
    currencies: Mapping[str, str]
    before_id: int | None


def examine_runs(
    report: Report, *, database: Path, before_id: int, after_id: int, consent: Consent = NOTHING_AGREED
) -> SchemaMatch:
    """Hold the newer run's columns beside the older one's and give what is proposed; nothing is saved.

    Raises
    ------
    InputError
        ``schema.no_such_column``
    StoreError
        ``database.*``
    """
    report(Progress(Stage.PREPARING, 0.0))
    return _examined(_month(database, before_id), _month(database, after_id), consent)


def migrate(
    report: Report, *, database: Path, before_id: int, after_id: int, consent: Consent = NOTHING_AGREED
) -> Migration:
    """Compare two runs of the same store's customers; nothing is saved.

    Raises
    ------
    InputError
        ``migrate.no_identifier``: no column tells who is who; ``migrate.nobody_shared``;
        ``schema.*``: the newer table doesn't fit the older run.
    RunError
        ``place.damaged``
    StoreError
        ``database.*``
    """
    before, after = _month(database, before_id), _month(database, after_id)
    table, match = _agreed(before, after, consent)
    identifier = find_identifier(before.summaries, before.table, table)
    if identifier is None:
        raise InputError(_why_nobody(before, table))
    part = lambda p: report(Progress(p.stage, _LEARNED * p.share))  # noqa: E731 (said where it is used)
    placer, _ = placer_of(part, database=database, run_id=before_id, segments=before.info.segments)
    report(Progress(Stage.PLACING, _LEARNED))
    with threadpool_limits(limits=1):
        old, _ = place(placer, before.table)
        new, _ = place(placer, table, moves_dates=True)
        report(Progress(Stage.REPEATING, _PLACED))
        original = Repeatable.of(
            before.table, before.info.recipe, before.info.segments, memory=usable_memory()
        )
        noise = expected_noise(original, before.labels)
    return _told(before, replace(after, table=table), (old, new), identifier, noise, match)


def _month(database: Path, run_id: int) -> _Month:
    with opened(database, "read") as connection:
        info = catalogue.run(connection, run_id)
        return _Month(
            info,
            catalogue.columns(connection, info.dataset_id),
            read_table(connection, info.dataset_id),
            labels(connection, run_id),
            column_currencies(connection, run_id),
            repeats(connection, run_id),
        )


def _agreed(before: _Month, after: _Month, consent: Consent) -> tuple[Table, SchemaMatch]:
    match = mapped(_examined(before, after, consent), consent.names, consent.scales)
    table = matched(after.table, match, accepts=consent.accepts)
    refuse_unlike(match, before.info.recipe.columns)
    return table, match


def _examined(before: _Month, after: _Month, consent: Consent) -> SchemaMatch:
    # A repeated run's amounts were put into the first one's currency, whatever its file says.
    are_as_written = before.before_id is None and after.before_id is None
    found = examine(
        before.table,
        before.info.recipe.columns,
        after.table,
        currencies=(before.currencies, after.currencies) if are_as_written else ({}, {}),
        names=consent.names,
    )
    # What a repeated run's file had been asked about was settled then, and isn't asked or decided again.
    return without_proposals(found) if after.before_id == before.info.id else found


def _why_nobody(before: _Month, table: Table) -> str:
    names = {column.name for column in table.columns}
    known = [each.name for each in before.summaries if each.role.value == "identifier" and each.name in names]
    return "migrate.nobody_shared" if known else "migrate.no_identifier"


def _told(
    before: _Month,
    after: _Month,
    placed: tuple[Placement, Placement],
    identifier: str,
    noise: float,
    match: SchemaMatch,
) -> Migration:
    rows_before, rows_now, who = shared_rows(before.table.column(identifier), after.table.column(identifier))
    sales = sales_column(before.summaries) or ""
    worth = _numbers(before.table, sales), _numbers(after.table, sales)
    old, new = placed
    scored = Scored(
        who,
        before.labels[rows_before],
        old.nearest[rows_before],
        new.nearest[rows_now],
        new.second[rows_now],
        old.confidence[rows_before],
        new.confidence[rows_now],
        worth[0][rows_before],
        worth[1][rows_now],
    )
    counts = before.info.segments, after.info.segments
    refit = after.labels[rows_now]
    became = carry_names(old=Seen(scored.own, counts[0], who), new=Seen(refit, counts[1], who))
    origins = {now: then for then, now in became.items()}
    joined = np.setdiff1d(np.arange(after.table.rows), rows_now)
    left = np.setdiff1d(np.arange(before.table.rows), rows_before)
    is_moved = scored.is_moved
    return Migration(
        run_before=before.info.id,
        run_after=after.info.id,
        identifier=identifier,
        segments=counts[0],
        segments_after=counts[1],
        shared=len(who),
        joined=len(joined),
        left=len(left),
        moved=float(is_moved.mean()),
        moved_refit=moved(scored.own, refit),
        goalposts=moved(new.nearest, after.labels),
        noise=noise,
        sales_column=sales,
        sales_moved=total(scored.sales_now[is_moved]),
        unlike=new.abstained,
        origins=tuple(origins.get(segment, -1) for segment in range(counts[1])),
        transitions=transitions(new.nearest, after.labels, counts),
        flows=flows(scored, (new.nearest[joined], worth[1][joined]), (before.labels[left], worth[0][left])),
        calls=calls(scored, _strengths(before, worth[0])),
        movers=tuple(
            (who[row], int(scored.own[row]), int(scored.now[row]))
            for row in np.flatnonzero(is_moved).tolist()
        ),
        match=match,
    )


def _strengths(before: _Month, sales: Floats) -> Floats:
    """Say how good each segment is: by sales, else by how recently its customers came."""
    is_recency = not np.isfinite(sales).any()
    name = _recency(before.summaries) if is_recency else None
    values = _numbers(before.table, name or "") if is_recency else sales
    return strengths(values, before.labels, before.info.segments, less_is_better=is_recency)


def _recency(summaries: Iterable[ColumnSummary]) -> str | None:
    numbers = [each.name for each in summaries if each.kind is Kind.NUMBER]
    return next((name for name in numbers if aspect_of(name) is Aspect.RECENCY), None)


def _numbers(table: Table, name: str) -> Floats:
    """Give a column's values, nan for all where it isn't there."""
    found = next((c for c in table.columns if c.name == name and c.kind is Kind.NUMBER), None)
    return np.full(table.rows, np.nan) if found is None else np.asarray(found.values, dtype=np.float64)
