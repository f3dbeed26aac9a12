"""The four advisers' figures as charts and as one table."""

from __future__ import annotations

import math

from segdesk.charts.curves import CurveSpec
from segdesk.charts.specs import TableSpec
from segdesk.model.findings import Adviser, Choice, Nearness, Vote
from segdesk.text import t
from segdesk.words import wording

ENOUGH_STRENGTH = 0.8
"""From here on segments are found again: Tibshirani & Walther (2005), section 3."""

ADVISERS = tuple(Adviser)


def reading(vote: Vote) -> str:
    """Say what an adviser names and how far to trust it."""
    # A string: a number of segments needs no plural of its own, 0 is "can't tell".
    return t(f"howmany.says_{vote.adviser}", segments=vote.says or 0)


def curve_of(choice: Choice, adviser: Adviser) -> CurveSpec:
    """Draw an adviser's figure over the number of segments, the choice marked."""
    vote = choice.vote(adviser)
    is_strength = adviser is Adviser.STRENGTH
    return CurveSpec(
        title=t(f"howmany.title_{adviser}"),
        x_label=t("howmany.segments_axis"),
        y_label=t(f"howmany.figure_{adviser}"),
        x=tuple(float(k) for k in vote.segments),
        y=vote.figures,
        reading=reading(vote),
        errors=vote.errors if any(vote.errors) else (),  # all 0: exact, from all customers
        marked=float(choice.segments),
        marked_label=t("howmany.chosen"),
        level=ENOUGH_STRENGTH if is_strength else None,
        level_label=t("howmany.level") if is_strength else "",
    )


def nearness_of(nearness: Nearness) -> CurveSpec:
    """Draw how far customers are from their neighbours, and the distance that tells crowds apart."""
    eps = wording.number(nearness.eps, 2)
    inside = sum(1 for distance in nearness.distances if distance <= nearness.eps) / len(nearness.distances)
    return CurveSpec(
        title=t("howmany.nearness_title"),
        x_label=t("howmany.nearness_share"),
        y_label=t("howmany.nearness_distance", neighbours=str(nearness.neighbours)),
        x=nearness.shares,
        y=nearness.distances,
        reading=t("howmany.nearness_reading", eps=eps, share=wording.percent(inside)),
        level=nearness.eps,
        level_label=t("howmany.nearness_eps", eps=eps),
        has_dots=False,
    )


def nearness_table_of(nearness: Nearness) -> TableSpec:
    """Write the distances down."""
    headers = (
        t("howmany.nearness_share"),
        t("howmany.nearness_distance", neighbours=str(nearness.neighbours)),
    )
    rows = tuple(zip(nearness.shares, nearness.distances, strict=True))
    return TableSpec(title=t("howmany.nearness_title"), headers=headers, rows=rows)


def table_of(choice: Choice) -> TableSpec:
    """Write all advisers' figures down, one line for each number of segments."""
    votes = {vote.adviser: vote for vote in choice.votes}
    numbers = sorted({k for vote in choice.votes for k in vote.segments})
    return TableSpec(
        title=t("howmany.table_name"),
        headers=(t("howmany.segments"), *(t(f"howmany.figure_{adviser}") for adviser in ADVISERS)),
        rows=tuple((k, *(_figure(votes.get(adviser), k) for adviser in ADVISERS)) for k in numbers),
    )


def _figure(vote: Vote | None, segments: int) -> float | str:
    if vote is None or segments not in vote.segments:
        return ""
    value = vote.figures[vote.segments.index(segments)]
    return value if math.isfinite(value) else ""
