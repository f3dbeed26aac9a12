"""Who the customers of a segment are: the figures, sentences and advice of its card."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from segdesk.model.result import Trait
from segdesk.model.roles import Kind

NINE_IN_TEN = 1.645
"""Standard errors to either side of a mean that hold nine in ten outcomes."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """One of up to five traits of a card; ``ratio`` is the value over that of all customers.

    It is nan where it says nothing: for a level, a date, a measure that isn't above 0 in both.
    """

    trait: Trait
    ratio: float


@dataclass(frozen=True, slots=True)
class Condition:
    """One part of a rule: ``low <= value < high``, or one of ``levels``.

    A limit that is None isn't there. A date's limits are days since 1970-01-01. A missing value
    never meets a condition.
    """

    column: str
    low: float | None = None
    high: float | None = None
    levels: tuple[str, ...] = ()
    kind: Kind = Kind.NUMBER


@dataclass(frozen=True, slots=True)
class Rule:
    """Who meets all conditions is mostly in the segment.

    ``coverage`` is the share of the segment that the rule finds, ``precision`` the share of those it
    finds who are in the segment. ``is_held_out``: measured on customers that the rule wasn't made
    from; otherwise on those that it was, which flatters it.
    """

    conditions: tuple[Condition, ...]
    coverage: float
    precision: float
    is_held_out: bool


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do: a ``code`` of the actions table, or the user's own ``text``."""

    code: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """An action, the entry of the actions table that has it, and the trait that called for it."""

    code: str
    action: Action
    because: Trait


class Basis(StrEnum):
    """Where the value of one purchase comes from."""

    BASKET = "basket"
    PER_PURCHASE = "per_purchase"
    PER_VISIT = "per_visit"


@dataclass(frozen=True, slots=True)
class Purchase:
    """What one purchase of a segment's customers is worth, in the file's own money.

    ``customers`` is how many it is known of. ``low`` and ``high`` are the least and the most.
    """

    basis: Basis
    columns: tuple[str, ...]
    customers: int
    mean: float
    deviation: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Portrait:
    """One segment's card.

    ``name`` is the user's, empty where they gave none. ``sales`` and ``sales_share`` are nan where
    no column says what a customer is worth. ``typical`` is the row of the customer nearest to the
    segment's centre. ``persona`` is the code of the actions table's entry, empty where none fits, and
    ``persona_name`` what the user calls it where it is a kind of customer of theirs.
    """

    segment: int
    name: str
    size: int
    share: float
    sales: float
    sales_share: float
    contrasts: tuple[Contrast, ...]
    typical: int
    rule: Rule | None
    persona: str
    advice: tuple[Advice, ...]
    purchase: Purchase | None
    persona_name: str = ""


@dataclass(frozen=True, slots=True)
class Portraits:
    """The cards of one cut of a run, in the order of its segments.

    ``sales_column`` is empty where none is known. ``outliers`` counts the customers without a
    segment, ``outlier_sales_share`` what they bring.
    """

    run_id: int
    segments: int
    sales_column: str
    portraits: tuple[Portrait, ...]
    outliers: int = 0
    outlier_sales_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Gain:
    """What one more purchase of some customers brings, and between what nine in ten outcomes lie."""

    customers: int
    low: float
    middle: float
    high: float


def one_more_purchase(purchase: Purchase, size: int, share: float) -> Gain:
    """Say what it brings if ``share`` of a segment's ``size`` customers bought once more.

    Each is taken to spend what one of the segment's customers, drawn at random, spends at a time. The
    range holds nine in ten outcomes: it is wide where few customers come or where they spend very
    different sums, and where the mean is known from few. It never leaves what so many customers can spend
    by the least and the most that is known.

    Source
    ------
    The prediction interval of a mean of m from a sample of n: s·√(1/m + 1/n); e.g. Hahn & Meeker (1991),
    Statistical Intervals, section 4.7, with the normal quantile in the place of Student's.
    """
    customers = min(size, max(1, round(share * size))) if share > 0 and size else 0
    if not customers:
        return Gain(0, 0.0, 0.0, 0.0)
    middle = customers * purchase.mean
    error = purchase.deviation * math.sqrt(1 / customers + 1 / max(purchase.customers, 1))
    reach = NINE_IN_TEN * customers * error
    low, high = max(middle - reach, customers * purchase.low), min(middle + reach, customers * purchase.high)
    return Gain(customers, low, middle, high)
