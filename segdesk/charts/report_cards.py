"""Cards and till cards in a PDF report. Imported late, in the worker."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable, Spacer, Table

from segdesk.charts.report_fonts import BODY, BOLD, MONO, MONO_BOLD, SERIF
from segdesk.charts.report_parts import WIDTH, Dot, Ink, Pill, bare
from segdesk.model.report import Card, TillPage, TillStep

CARD_LETTERS = 200
"""Of one line on a card: with names of any length a card stays shorter than a page."""

Flow = list[Flowable]


def card_table(card: Card, ink: Ink) -> Table:
    """Draw a segment's card."""
    inner = WIDTH - 26
    badge_room = 96.0 if card.badge is not None else 0.0
    name = ink.paragraph(_capped(card.name), 16, font=SERIF, leading=19)
    pill = Pill(card.badge, ink, badge_room) if card.badge is not None else ""
    title_style = [*bare(0), ("ALIGN", (1, 0), (1, 0), "RIGHT")]
    rows: list[list[Any]] = [
        [Table([[name, pill]], colWidths=[inner - badge_room, badge_room], style=title_style)]
    ]
    if card.figures:
        rows.append([_figures(card.figures, ink, inner)])
    left, right = _told(card, ink), _actions(card, ink)
    if left or right:
        columns = [inner * 0.5, inner * 0.5] if right else [inner, 0.1]
        rows.append(
            [
                Table(
                    [[left, right]],
                    colWidths=columns,
                    style=[*bare(0), ("RIGHTPADDING", (0, 0), (0, 0), 14)],
                )
            ]
        )
    if card.typical:
        text = " · ".join(f"{name}: {value}" for name, value in card.typical)
        rows.append([ink.paragraph(card.typical_title, 8, role="muted", font=BOLD)])
        rows.append([ink.paragraph(text[: CARD_LETTERS * 10], 8.5, role="soft", leading=11.5)])
    if card.note:
        rows.append([ink.paragraph(_capped(card.note), 9, role="soft")])
    style = [
        ("LEFTPADDING", (0, 0), (-1, -1), 16),
        ("RIGHTPADDING", (0, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, 0), 10),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 11),
        ("BOX", (0, 0), (-1, -1), 0.7, ink.colour("line")),
        ("LINEBEFORE", (0, 0), (0, -1), 4, ink.colour(card.role)),
    ]
    return Table(rows, colWidths=[WIDTH], style=style, splitByRow=1)


def _capped(text: str, letters: int = CARD_LETTERS) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _told(card: Card, ink: Ink) -> Flow:
    """Give what sets a segment apart, and the rule to know it by."""
    flow: Flow = []
    if card.traits:
        flow.append(ink.paragraph(card.traits_title, 8, role="muted", font=BOLD, after=2))
    flow += [ink.paragraph(_capped(line), 9, leading=12.5, after=2.5) for line in card.traits]
    if card.rule:
        flow.append(ink.paragraph(_capped(card.rule, 2 * CARD_LETTERS), 8.5, role="soft", leading=12))
    return flow


def _actions(card: Card, ink: Ink) -> Flow:
    """Give what to do, each with its reason."""
    flow: Flow = []
    if card.actions:
        flow.append(ink.paragraph(card.actions_title, 8, role="gold", font=BOLD, after=2))
    for action, because in card.actions:
        flow.append(ink.paragraph(_capped(action), 9, role="gold_bright", font=BOLD, leading=12.5))
        if because:
            flow.append(ink.paragraph(_capped(because), 8, role="muted", leading=10, after=2))
    return flow


def _figures(figures: tuple[tuple[str, str], ...], ink: Ink, width: float) -> Table:
    cells = [
        [ink.paragraph(figure, 15, font=MONO, leading=18), ink.paragraph(words, 8, role="muted")]
        for figure, words in figures
    ]
    return Table([cells], colWidths=[width / len(cells)] * len(cells), style=bare(1))


def till_flow(page: TillPage, ink: Ink) -> Flow:
    """Draw the questions of a till card."""
    flow: Flow = []
    if page.intro:
        flow.append(ink.paragraph(page.intro, 9.5, role="soft", after=8))
    for step in page.steps:
        flow += [_till_step(step, page, ink), Spacer(1, 6)]
    return [*flow, Spacer(1, 4), *(ink.paragraph(note, 9, role="soft", after=3) for note in page.notes)]


def _till_step(step: TillStep, page: TillPage, ink: Ink) -> Table:
    number = ink.paragraph(step.number, 20, font=SERIF, role="gold", leading=24, align="centre")
    room = WIDTH - 48 - 44
    answers = Table(
        [
            _answer(page.yes_word, step.yes, step.yes_role, step.yes_note, ink),
            _answer(page.no_word, step.no, step.no_role, step.no_note, ink),
        ],
        colWidths=[30, 14, room - 44 - 78, 78],
        style=[*bare(1), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")],
        hAlign="LEFT",
    )
    cell = [ink.paragraph(_capped(step.text), 12, font=BOLD, leading=15, after=1), answers]
    style = [
        ("BOX", (0, 0), (-1, -1), 0.7, ink.colour("line")),
        ("BACKGROUND", (0, 0), (0, 0), ink.colour("gold_tint")),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ("LEFTPADDING", (0, 0), (0, 0), 4),
        ("RIGHTPADDING", (0, 0), (0, 0), 4),
        ("LEFTPADDING", (1, 0), (1, 0), 12),
    ]
    return Table([[number, cell]], colWidths=[44, WIDTH - 44], style=style)


def _answer(word: str, text: str, role: str, note: str, ink: Ink) -> list[Any]:
    font, colour = (BOLD, "text") if role else (BODY, "soft")
    return [
        ink.paragraph(word, 9.5, font=MONO_BOLD, role="gold", leading=12),
        Dot(role, ink) if role else "",
        ink.paragraph(_capped(text), 9.5, font=font, role=colour, leading=12),
        ink.paragraph(note, 8, role="muted", leading=12, align="right"),
    ]
