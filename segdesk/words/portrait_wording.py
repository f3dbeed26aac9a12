"""A segment's card in sentences, for the window, the command line and reports alike."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from segdesk.model.aspects import Aspect, aspect_of
from segdesk.model.portrait import Basis, one_more_purchase
from segdesk.model.roles import Kind
from segdesk.text import figures, t
from segdesk.words import wording

if TYPE_CHECKING:  # they bring NumPy
    from collections.abc import Mapping, Sequence

    from segdesk.model.actions import Sign, Standing
    from segdesk.model.portrait import Action, Advice, Condition, Contrast, Portrait, Rule

EQUAL = 0.05
"""1.04 times the average is the average."""

MOST_TIMES = 20
"""Beyond, nobody pictures a multiple: the two numbers say more."""

WHAT_IF = 0.1
"""The share of customers that is taken to buy once more where nobody says another."""


def contrast_text(contrast: Contrast, currencies: Mapping[str, str] | None = None) -> str:
    """Say one thing that sets a segment apart: "income 2.1× the average: 98,000 against 46,000 ETB"."""
    trait = contrast.trait
    says_times = math.isfinite(contrast.ratio) and 1 / MOST_TIMES <= contrast.ratio <= MOST_TIMES
    # A share of a scale is no multiple: an age isn't 1.4 times another.
    if not says_times or abs(contrast.ratio - 1) < EQUAL or aspect_of(trait.column) is Aspect.AGE:
        return wording.trait_text(trait)
    currency = (currencies or {}).get(trait.column, "")
    overall = wording.measure(trait.column, trait.kind, trait.overall)
    return t(
        "portrait.contrast",
        column=wording.column_words(trait.column),
        times=times(contrast.ratio),
        value=wording.measure(trait.column, trait.kind, trait.value),
        overall=wording.money(overall, currency) if currency else overall,
    )


def times(ratio: float) -> str:
    """Write a multiple: 2.1, 0.66."""
    return figures.plain(ratio, 0 if ratio >= 10 else 1 if ratio >= 1 else 2)


def rule_text(rule: Rule) -> str:
    """Say a rule with its figures: "age under 32 and visits daily or weekly: finds 91%, right 88%"."""
    return t(
        "portrait.rule" if rule.is_held_out else "portrait.rule_flattered",
        conditions=conditions_text(rule.conditions),
        coverage=wording.percent(rule.coverage),
        precision=wording.percent(rule.precision),
    )


def conditions_text(conditions: Sequence[Condition]) -> str:
    """Say the conditions that must all hold."""
    return _listed("portrait.and", [condition_text(condition) for condition in conditions])


def condition_text(condition: Condition) -> str:
    """Say one condition."""
    column = wording.column_words(condition.column)
    if condition.levels:
        return t("portrait.one_of", column=column, levels=_listed("portrait.or", condition.levels))
    low, high = (
        None if limit is None else wording.measure(condition.column, condition.kind, limit)
        for limit in (condition.low, condition.high)
    )
    is_date = condition.kind is Kind.DATE
    if low is None:
        return t("portrait.before" if is_date else "portrait.below", column=column, high=high)
    if high is None:
        return t("portrait.since" if is_date else "portrait.from", column=column, low=low)
    return t("portrait.from_to" if is_date else "portrait.between", column=column, low=low, high=high)


def _listed(key: str, items: Sequence[str]) -> str:
    if len(items) == 1:
        return items[0]
    first, last = figures.listed(items[:-1]), items[-1]
    if key == "portrait.or":
        return t("portrait.or", first=first, last=last)
    return t("portrait.and", first=first, last=last)


def persona_name(persona: str, own: str = "") -> str:
    """Name an entry of the actions table, or give the user's ``own`` name for it; empty for none."""
    return own or (t(f"actions.entry_{persona}") if persona else "")


def signs_text(signs: Sequence[Sign]) -> str:
    """Say what a persona of the user's is recognised by."""
    return figures.listed(
        t("personas.sign", aspect=aspect_name(sign.aspect), standing=standing_name(sign.standing))
        for sign in signs
    )


def aspect_name(aspect: Aspect) -> str:
    """Name what a sign speaks of."""
    return t(f"personas.aspect_{aspect}")


def standing_name(standing: Standing) -> str:
    """Say where a segment stands."""
    return t(f"personas.standing_{standing}")


def action_text(action: Action) -> str:
    """Say an action: the table's, or the user's own."""
    return action.text or t(f"actions.action_{action.code}")


def advice_text(advice: Advice) -> str:
    """Say what to do, and which trait called for it."""
    return t("portrait.advice", action=action_text(advice.action), trait=wording.trait_text(advice.because))


def share_text(portrait: Portrait) -> str:
    """Hold a segment's share of customers against its share of sales, where that is known."""
    share = wording.percent(portrait.share)
    if not math.isfinite(portrait.sales_share):
        return t("portrait.share", share=share)
    return t("portrait.sales", share=share, sales=wording.percent(portrait.sales_share))


def gain_text(portrait: Portrait, name: str, share: float = WHAT_IF, currency: str = "") -> str:
    """Say what it brings if a share of a segment's customers bought once more; empty where nothing tells."""
    if portrait.purchase is None:
        return ""
    gain = one_more_purchase(portrait.purchase, portrait.size, share)
    middle = wording.number(gain.middle, 0)
    return t(
        "portrait.gain",
        share=wording.percent(share),
        name=name,
        middle=wording.money(middle, currency),
        low=wording.number(gain.low, 0),
        high=wording.number(gain.high, 0),
    )


def basis_text(portrait: Portrait) -> str:
    """Say where the worth of a purchase comes from; empty where nothing tells."""
    if portrait.purchase is None:
        return ""
    columns = [wording.column_words(column) for column in portrait.purchase.columns]
    match portrait.purchase.basis:
        case Basis.BASKET:
            return t("portrait.gain_basket", column=columns[0])
        case Basis.PER_PURCHASE:
            return t("portrait.gain_per_purchase", sales=columns[0], visits=columns[1])
        case Basis.PER_VISIT:
            return t("portrait.gain_per_visit", sales=columns[0], visits=columns[1])
