"""Made-up portraits of a view's segments."""

from __future__ import annotations

import math

from segdesk.model.portrait import (
    Action,
    Advice,
    Basis,
    Condition,
    Contrast,
    Portrait,
    Portraits,
    Purchase,
    Rule,
)
from segdesk.model.result import Trait
from segdesk.ui.session import View

NAN = float("nan")
PERSONAS = ("premium", "budget_families", "young_professionals", "occasional")
ACTIONS = (
    ("vip_rewards", "early_access", "premium_delivery"),
    ("family_bulk", "multi_buy"),
    ("app_deals", "quick_checkout"),
    ("win_back", "miss_you"),
)
RULES = (
    Rule((Condition("annual_income", low=65_000),), 0.91, 0.88, True),
    Rule((Condition("annual_income", high=40_000), Condition("age", low=38)), 0.84, 0.8, True),
    Rule(
        (Condition("age", high=32), Condition("visit_frequency", levels=("Daily", "Weekly"))),
        0.9,
        0.86,
        False,
    ),
    None,
)

ONE_PURCHASE = Purchase(Basis.BASKET, ("basket_value",), 100, 40.0, 10.0, 5.0, 90.0)


def ratio(trait: Trait) -> float:
    """Give the ratio of a measure above 0."""
    return NAN if trait.level else trait.value / trait.overall


def portraits_of(view: View, *, with_sales: bool = True, typical: int = 3) -> Portraits:
    """Make the portraits of a view, four kinds in turn; sales are shared out in reverse order of size."""
    cut, customers = view.cut, len(view.labels)
    total = sum(cut.sizes)
    made = []
    for number in range(cut.segments):
        kind = number % len(PERSONAS)
        because = cut.traits[number][0]
        share = cut.sizes[cut.segments - 1 - number] / total if with_sales else NAN
        made.append(
            Portrait(
                segment=number,
                name=view.given.get(number, ""),
                size=cut.sizes[number],
                share=cut.sizes[number] / customers,
                sales=share * 1_000_000,
                sales_share=share,
                contrasts=tuple(Contrast(trait, ratio(trait)) for trait in cut.traits[number]),
                typical=typical,
                rule=RULES[kind],
                persona=PERSONAS[kind],
                advice=tuple(Advice(PERSONAS[kind], Action(code), because) for code in ACTIONS[kind]),
                purchase=ONE_PURCHASE if with_sales else None,
            )
        )
    assert all(math.isnan(p.sales) or p.sales >= 0 for p in made)
    return Portraits(view.run.id, cut.segments, "basket_value" if with_sales else "", tuple(made))
