"""Whom to write to within a budget, whom to hold back, and how large an uplift the two can show."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from segdesk.errors import RunError
from segdesk.model.campaign import CampaignSegment
from segdesk.model.campaign_plan import most_contacts, quotas

NOT_IN, CONTACTED, HELD_BACK = 0, 1, 2
"""What a customer is in a campaign."""

POWER = 0.8
SIGNIFICANCE = 0.05
REACH = 1.959964 + 0.841621
"""Standard errors of the smallest difference seen in 80 % of campaigns by a two-sided test at 5 %."""

Flags = NDArray[np.bool_]


def rank_by_sales(
    labels: NDArray[np.int8], sales: NDArray[np.float64] | None, segments: int
) -> tuple[int, ...]:
    """Rank segments by mean sales per customer, the highest first; unknown ones last, larger ones first."""
    means = mean_sales(labels, sales, segments)
    return tuple(sorted(range(segments), key=lambda k: (-means[k] if means[k] == means[k] else math.inf, k)))


def mean_sales(
    labels: NDArray[np.int8], sales: NDArray[np.float64] | None, segments: int
) -> tuple[float, ...]:
    """Give the mean sales per customer of each segment, nan where nobody's are known."""
    result = []
    for segment in range(segments):
        own = sales[(labels == segment) & ~np.isnan(sales)] if sales is not None else np.empty(0)
        result.append(float(own.mean()) if len(own) else math.nan)
    return tuple(result)


def affordable(budget: str, cost: str) -> int:
    """Give how many customers a budget pays for, exactly: 10 at 0.1 each is a hundred.

    Raises
    ------
    RunError
        ``campaign.no_budget``: less than one customer.
    """
    most = most_contacts(budget, cost)
    if most < 1:
        raise RunError("campaign.no_budget", budget=budget, cost=cost)
    return most


def assign(
    labels: NDArray[np.int8],
    may_be_in: Flags,
    *,
    order: Sequence[int],
    contacts: int,
    share: float,
    seed: int,
) -> NDArray[np.int8]:
    """Decide who is contacted, who is held back and who isn't in the campaign.

    Segments are taken in ``order`` until ``contacts`` customers are written to; of the last one a random
    part may be. Those held back are drawn at random within each segment, in proportion to what it
    has in the campaign, and cost nothing.

    Parameters
    ----------
    labels
        Shape ``(rows,)``.
    may_be_in
        Shape ``(rows,)``: who can be reached and followed.

    Returns
    -------
    Shape ``(rows,)`` of ``NOT_IN``, ``CONTACTED`` and ``HELD_BACK``.

    Raises
    ------
    RunError
        ``campaign.nobody``: nobody in these segments may be contacted.
    """
    draw = np.random.default_rng(seed)
    pools = [draw.permutation(np.flatnonzero((labels == segment) & may_be_in)) for segment in order]
    found = quotas([len(pool) for pool in pools], contacts, share)
    if not any(quota.selected for quota in found):
        raise RunError("campaign.nobody")
    result = np.full(len(labels), NOT_IN, dtype=np.int8)
    for pool, quota in zip(pools, found, strict=True):
        result[pool[: quota.held_back]] = HELD_BACK
        result[pool[quota.held_back : quota.selected]] = CONTACTED
    return result


def segment_rows(
    labels: NDArray[np.int8],
    may_be_in: Flags,
    parts: NDArray[np.int8],
    sales: Sequence[float],
    order: Sequence[int],
) -> tuple[CampaignSegment, ...]:
    """Count each segment's part in a campaign, in the order in which they were taken."""
    rows = []
    for segment in order:
        own = labels == segment
        rows.append(
            CampaignSegment(
                segment=segment,
                size=int(own.sum()),
                reachable=int((own & may_be_in).sum()),
                contacted=int((parts[own] == CONTACTED).sum()),
                held_back=int((parts[own] == HELD_BACK).sum()),
                sales=sales[segment],
            )
        )
    return tuple(rows)


def smallest_difference(values: NDArray[np.float64] | None, parts: NDArray[np.int8]) -> float:
    """Give the smallest difference of means that 80 % of such campaigns would show, nan where unknown.

    Source
    ------
    (z₀.₉₇₅ + z₀.₈) · s · √(1/n₁ + 1/n₂); e.g. Cohen (1988), Statistical Power Analysis, section 2.4.
    """
    contacted, held_back = int((parts == CONTACTED).sum()), int((parts == HELD_BACK).sum())
    if values is None:
        return math.nan
    own = values[(parts != NOT_IN) & ~np.isnan(values)]
    if len(own) < 2 or not contacted or not held_back:
        return math.nan
    return float(REACH * own.std(ddof=1) * math.sqrt(1 / contacted + 1 / held_back))
