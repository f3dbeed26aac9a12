"""A campaign: whom to write to within a budget, whom to hold back, and what it brought."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CONTROL_SHARE = 0.1
"""One in ten is held back unless the user says otherwise: little is lost, and most uplifts can be seen."""


@dataclass(frozen=True, slots=True)
class CampaignWishes:
    """What the user asks for. Money is written as typed, so that 0.1 is a tenth.

    ``order`` ranks segments, the first to be written to first; empty ranks them by sales per customer.
    ``identifier`` and ``sales`` name columns, empty lets SegDesk find them.
    """

    budget: str
    cost: str
    order: tuple[int, ...] = ()
    control_share: float = CONTROL_SHARE
    seed: int = 0
    identifier: str = ""
    sales: str = ""
    respects_opt_out: bool = True


@dataclass(frozen=True, slots=True)
class CampaignSegment:
    """One segment in a campaign. ``reachable`` customers may be written to; of them ``contacted`` are,
    ``held_back`` are watched, and the rest is beyond the budget. ``sales`` is the mean per customer,
    nan where it isn't known.
    """

    segment: int
    size: int
    reachable: int
    contacted: int
    held_back: int
    sales: float


@dataclass(frozen=True, slots=True)
class Campaign:
    """A saved campaign, in the order in which its segments were taken.

    ``opted_out`` customers asked not to be contacted, by the columns ``opt_out_columns``; ``unknown``
    have no customer number of their own and can't be followed. ``smallest`` is the smallest difference
    in mean sales that the two groups can show (power 80 %), nan where sales aren't known. Who
    is in it is kept beside it, as an array of ``Part``.
    """

    run_id: int
    segments: int
    wishes: CampaignWishes
    identifier: str
    sales: str
    rows: tuple[CampaignSegment, ...]
    opted_out: int
    opt_out_columns: tuple[str, ...]
    unknown: int
    smallest: float

    @property
    def contacted(self) -> int:
        """How many customers are written to."""
        return sum(row.contacted for row in self.rows)

    @property
    def held_back(self) -> int:
        """How many customers are held back."""
        return sum(row.held_back for row in self.rows)


class Conclusion(StrEnum):
    """What a campaign's figures say."""

    MORE = "more"
    LESS = "less"
    NO_DIFFERENCE = "no_difference"
    TOO_FEW = "too_few"


class Outcome(StrEnum):
    """What is compared between the contacted and the held back."""

    SPENDING = "spending"
    BUYING = "buying"


@dataclass(frozen=True, slots=True)
class Effect:
    """One comparison: the two groups' means (shares for buying), and their difference.

    ``low`` … ``high`` is the 95 % interval of ``difference``. ``smallest`` is the smallest difference
    that would have been seen in four of five campaigns. ``is_adjusted``: what each customer spent
    before was taken into account, so the difference isn't quite that of the two means.
    """

    outcome: Outcome
    contacted: int
    held_back: int
    contacted_mean: float
    held_back_mean: float
    difference: float
    low: float
    high: float
    smallest: float
    conclusion: Conclusion
    is_adjusted: bool = False


@dataclass(frozen=True, slots=True)
class Uplift:
    """What a campaign brought, by a later file.

    ``column`` holds the spending there, empty where there is none. ``contacted_absent`` and
    ``held_back_absent`` count who isn't in the file: in a file of sales they spent nothing
    (``absent_is_zero``), in a file of customers they aren't known and are left out.
    """

    campaign_id: int
    file: str
    column: str
    absent_is_zero: bool
    contacted_absent: int
    held_back_absent: int
    effects: tuple[Effect, ...]
