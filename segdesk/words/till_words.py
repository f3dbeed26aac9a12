"""The till card as questions and answers."""

from __future__ import annotations

from segdesk.charts.palette import segment_role
from segdesk.model.report import TillPage, TillStep
from segdesk.model.roles import Kind
from segdesk.model.till import TillCard, TillNode
from segdesk.text import t
from segdesk.words import wording

FEWEST_TOLD = 5
"""Of fewer customers a share says nothing, and may say who they are."""


def till_page(card: TillCard, names: tuple[str, ...], colours: tuple[int, ...] = ()) -> TillPage:
    """Say the card's questions in the order in which they are asked.

    ``colours`` are those that the segments kept (``Cut.colours``).
    """
    numbers = {at: str(i) for i, at in enumerate(_questions(card), start=1)}
    steps = []
    for at, number in numbers.items():
        node = card.nodes[at]
        yes, no = card.nodes[node.yes], card.nodes[node.no]
        steps.append(
            TillStep(
                number=number,
                text=_question(node),
                yes=_answer(yes, numbers.get(node.yes), names),
                no=_answer(no, numbers.get(node.no), names),
                yes_role="" if yes.is_question else segment_role(yes.segment, colours),
                no_role="" if no.is_question else segment_role(no.segment, colours),
                yes_note=_note(yes),
                no_note=_note(no),
            )
        )
    return TillPage(
        intro=t("report.till_intro", questions=card.questions),
        yes_word=t("report.till_yes"),
        no_word=t("report.till_no"),
        steps=tuple(steps),
        notes=_notes(card, names),
    )


def _questions(card: TillCard) -> list[int]:
    """Give the questions' positions, the nearest to the first one first."""
    found, waiting = [], [0]
    while waiting:
        at = waiting.pop(0)
        if card.nodes[at].is_question:
            found.append(at)
            waiting += [card.nodes[at].yes, card.nodes[at].no]
    return found


def _question(node: TillNode) -> str:
    column = wording.column_words(node.column)
    column = column[:1].upper() + column[1:]
    if node.kind is Kind.NUMBER:
        return t("report.ask_below", column=column, limit=wording.measure(node.column, node.kind, node.limit))
    return t("report.ask_level", column=column, level=node.level)


def _answer(node: TillNode, number: str | None, names: tuple[str, ...]) -> str:
    return t("report.go_to", number=number) if number is not None else names[node.segment]


def _note(node: TillNode) -> str:
    if node.is_question or node.customers < FEWEST_TOLD:
        return ""
    return t("report.right_in", share=wording.percent(node.share))


def _notes(card: TillCard, names: tuple[str, ...]) -> tuple[str, ...]:
    measured = t(
        "report.till_agreement",
        share=wording.percent(card.agreement),
        low=wording.percent(card.low),
        high=wording.percent(card.high),
        chance=wording.percent(card.chance),
        folds=str(card.folds),
        customers=card.customers,
    )
    each = [
        t("report.till_found", name=name, share=wording.percent(found))
        for name, found in zip(names, card.found, strict=False)
    ]
    return (measured, " · ".join(each), t("report.till_unsure"))
