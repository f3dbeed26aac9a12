"""A card for each segment."""

from __future__ import annotations

from segdesk.charts.palette import segment_role
from segdesk.model.portrait import Portrait
from segdesk.model.report import Card, Section
from segdesk.model.report_facts import FEWEST_SHOWN, ReportFacts
from segdesk.model.result import Trait
from segdesk.text import t
from segdesk.words import portrait_wording, wording
from segdesk.words.report_words.known import Known, badge, currencies, is_known, is_small


def who_they_are(known: Known, facts: ReportFacts) -> Section:
    """Say who the customers of each segment are."""
    cards = tuple(_card(known, facts, portrait) for portrait in facts.portraits.portraits)
    return Section(t("report.who_title"), t("report.who_intro"), cards=cards)


def _card(known: Known, facts: ReportFacts, portrait: Portrait) -> Card:
    segment = portrait.segment
    if is_small(known, segment):
        return _small_card(known, segment)
    currency = currencies(known)
    money = currency.get(facts.portraits.sales_column, "")
    figures = [
        (wording.number(portrait.size), t("report.figure_customers", count=portrait.size)),
        (wording.percent(portrait.share), t("report.figure_share")),
    ]
    if is_known(portrait.sales_share):
        figures.append((wording.percent(portrait.sales_share), t("report.figure_sales_share")))
        each = wording.number(portrait.sales / portrait.size, 0) if portrait.size else "–"
        column = wording.column_words(facts.portraits.sales_column)
        figures.append((wording.money(each, money), t("report.figure_each", column=column)))
    told = [
        contrast
        for contrast in portrait.contrasts
        if known.is_full
        or (contrast.trait.column not in facts.hidden and not _tells_few(contrast.trait, portrait))
    ]
    rule = portrait.rule
    is_told = rule is not None and (
        known.is_full or not {condition.column for condition in rule.conditions} & set(facts.hidden)
    )
    return Card(
        role=segment_role(segment, known.cut.colours),
        name=known.names[segment],
        badge=badge(known, segment),
        figures=tuple(figures),
        traits_title=t("report.traits_title"),
        traits=tuple(_capital(portrait_wording.contrast_text(each, currency)) for each in told),
        rule=_capital(portrait_wording.rule_text(rule)) if rule is not None and is_told else "",
        actions_title=t("report.actions_title"),
        actions=tuple(
            (
                portrait_wording.action_text(each.action),
                t("report.because", trait=wording.trait_text(each.because)),
            )
            for each in portrait.advice
        ),
        typical_title=t("report.typical_title"),
        typical=facts.typical[segment] if known.is_full else (),
        note=portrait_wording.gain_text(portrait, t("report.them"), currency=money),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small_card(known: Known, segment: int) -> Card:
    return Card(
        role=segment_role(segment, known.cut.colours),
        name=known.names[segment],
        badge=None,
        figures=(),
        traits_title="",
        traits=(),
        rule="",
        actions_title="",
        actions=(),
        typical_title="",
        typical=(),
        note=t("report.small_note", count=str(FEWEST_SHOWN)),
    )


def _tells_few(trait: Trait, portrait: Portrait) -> bool:
    """Tell whether a trait is that of a handful of customers, who could be known by it."""
    return bool(trait.level) and 0 < trait.value * portrait.size < FEWEST_SHOWN
