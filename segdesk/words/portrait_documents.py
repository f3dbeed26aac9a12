"""Portraits as ``segdesk profile`` prints them: a JSON document, and lines of text."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from segdesk.model.portrait import one_more_purchase
from segdesk.text import t
from segdesk.words import findings_wording, portrait_wording, wording

if TYPE_CHECKING:  # they bring NumPy
    from collections.abc import Mapping, Sequence

    from segdesk.model.actions import OwnPersona
    from segdesk.model.findings import Stability
    from segdesk.model.portrait import Action, Contrast, Portrait, Portraits, Rule

Document = dict[str, Any]
Typical = dict[str, object]


def portraits(
    found: Portraits,
    names: Sequence[str],
    typical: Sequence[Typical],
    *,
    reliability: Sequence[Stability] = (),
    currencies: Mapping[str, str] | None = None,
) -> Document:
    """Give the cards of a run. ``typical`` are the cells of the typical customers, by column."""
    return {
        "run_id": found.run_id,
        "n_clusters": found.segments,
        "sales_column": found.sales_column or None,
        "n_outliers": found.outliers,
        "outlier_sales_share": _figure(found.outlier_sales_share),
        "segments": [
            _card(portrait, names, typical[portrait.segment], currencies)
            | {"reliability": str(reliability[portrait.segment]) if reliability else None}
            for portrait in found.portraits
        ],
    }


def _card(
    portrait: Portrait, names: Sequence[str], typical: Typical, currencies: Mapping[str, str] | None
) -> Document:
    name = names[portrait.segment]
    called = portrait_wording.persona_name(portrait.persona, portrait.persona_name)
    persona = {"code": portrait.persona, "name": called}
    return {
        "segment": portrait.segment,
        "name": name,
        "is_own_name": bool(portrait.name),
        "size": portrait.size,
        "share": portrait.share,
        "sales": _figure(portrait.sales),
        "sales_share": _figure(portrait.sales_share),
        "persona": persona if portrait.persona else None,
        "contrasts": [_contrast(contrast, currencies) for contrast in portrait.contrasts],
        "typical": {"row_index": portrait.typical, "values": typical},
        "rule": None if portrait.rule is None else _rule(portrait.rule),
        "actions": [
            {
                "entry": advice.code,
                "code": advice.action.code or None,
                "text": portrait_wording.action_text(advice.action),
                "because": wording.trait_text(advice.because),
                "because_column": advice.because.column,
            }
            for advice in portrait.advice
        ],
        "what_if": _what_if(portrait, name),
    }


def _contrast(contrast: Contrast, currencies: Mapping[str, str] | None) -> Document:
    trait = contrast.trait
    return {
        "column": trait.column,
        "level": trait.level or None,
        "effect": _figure(trait.effect),
        "value": _figure(trait.value),
        "overall": _figure(trait.overall),
        "ratio": _figure(contrast.ratio),
        "text": portrait_wording.contrast_text(contrast, currencies),
    }


def _rule(rule: Rule) -> Document:
    return {
        "conditions": [
            {
                "column": condition.column,
                "low": condition.low,
                "high": condition.high,
                "levels": list(condition.levels),
            }
            for condition in rule.conditions
        ],
        "coverage": rule.coverage,
        "precision": rule.precision,
        "held_out": rule.is_held_out,
        "text": portrait_wording.rule_text(rule),
    }


def _what_if(portrait: Portrait, name: str) -> Document | None:
    if portrait.purchase is None:
        return None
    gain = one_more_purchase(portrait.purchase, portrait.size, portrait_wording.WHAT_IF)
    return {
        "share": portrait_wording.WHAT_IF,
        "customers": gain.customers,
        "low": gain.low,
        "middle": gain.middle,
        "high": gain.high,
        "basis": str(portrait.purchase.basis),
        "text": portrait_wording.gain_text(portrait, name),
    }


def portrait_lines(
    found: Portraits,
    names: Sequence[str],
    typical: Sequence[Typical],
    *,
    reliability: Sequence[Stability] = (),
    currencies: Mapping[str, str] | None = None,
) -> list[str]:
    """Give the cards of a run in plain words."""
    lines: list[str] = []
    for portrait in found.portraits:
        name = names[portrait.segment]
        lines.append(
            t(
                "portrait.segment_line",
                number=str(portrait.segment),
                name=name,
                size=t("portrait.size", size=portrait.size),
                brings=portrait_wording.share_text(portrait),
            )
        )
        details = _details(portrait, name, typical[portrait.segment], currencies)
        if reliability:
            word = reliability[portrait.segment]
            details.insert(0, findings_wording.stability_sentence(word))
        lines += [*(f"     {line}" for line in details), ""]
    if found.outliers:
        lines.append(t("portrait.outliers", size=t("portrait.size", size=found.outliers)))
    if not found.sales_column:
        lines.append(t("portrait.no_sales"))
    return lines


def _details(
    portrait: Portrait, name: str, typical: Typical, currencies: Mapping[str, str] | None
) -> list[str]:
    lines = [portrait_wording.contrast_text(contrast, currencies) for contrast in portrait.contrasts]
    if portrait.persona:
        persona = portrait_wording.persona_name(portrait.persona, portrait.persona_name)
        lines.insert(0, t("portrait.persona_line", persona=persona))
    if portrait.rule is not None:
        lines.append(t("portrait.rule_line", rule=portrait_wording.rule_text(portrait.rule)))
    cells = [
        t("portrait.value", column=wording.column_words(column), value=str(value))
        for column, value in typical.items()
    ]
    lines.append(t("portrait.typical_line", row=str(portrait.typical), values=", ".join(cells)))
    lines += [t("portrait.advice_line", advice=portrait_wording.advice_text(a)) for a in portrait.advice]
    if portrait.purchase is not None:
        lines += [portrait_wording.gain_text(portrait, name), portrait_wording.basis_text(portrait)]
    return lines


def _figure(value: float) -> float | None:
    """Give a number as JSON can say it."""
    return value if math.isfinite(value) else None


def own_document(actions: Mapping[str, Sequence[Action]], personas: Sequence[OwnPersona]) -> Document:
    """Give the user's actions by entry, and their kinds of customers."""
    codes = {persona.code for persona in personas}
    return {
        "actions": {
            entry: [portrait_wording.action_text(action) for action in own]
            for entry, own in actions.items()
            if entry not in codes
        },
        "personas": [
            {
                "name": persona.name,
                "signs": [
                    {"aspect": sign.aspect.value, "standing": sign.standing.value} for sign in persona.signs
                ],
                "actions": [portrait_wording.action_text(each) for each in actions.get(persona.code, ())],
            }
            for persona in personas
        ],
    }


def own_lines(actions: Mapping[str, Sequence[Action]], personas: Sequence[OwnPersona]) -> list[str]:
    """Say the same, a line for each kind of customer."""
    codes = {persona.code for persona in personas}
    lines = [
        t("cli.actions_of", name=portrait_wording.persona_name(entry), actions=_listed(own))
        for entry, own in actions.items()
        if entry not in codes
    ]
    for persona in personas:
        signs = portrait_wording.signs_text(persona.signs) or t("cli.actions_empty")
        own = _listed(actions.get(persona.code, ()))
        lines.append(t("cli.actions_of_own", name=persona.name, signs=signs, actions=own))
    return lines


def _listed(actions: Sequence[Action]) -> str:
    texts = [portrait_wording.action_text(action) for action in actions]
    return "; ".join(texts) or t("cli.actions_empty")
