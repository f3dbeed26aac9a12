"""A report as one HTML file that needs nothing else: fonts, pictures and styles are inside."""

from __future__ import annotations

import base64
import math
import re
from html import escape
from string import Template
from typing import cast

from segdesk.charts.palette import Palette
from segdesk.charts.profile import ProfileSpec, shade
from segdesk.charts.render import picture_bytes
from segdesk.charts.specs import Picture as ChartPicture
from segdesk.model.report import (
    Badge,
    Card,
    Cover,
    Dial,
    Pairs,
    Part,
    Picture,
    ReportContent,
    Section,
    Sentences,
    Share,
    TillPage,
    TillStep,
)
from segdesk.paths import resource

_FONTS = (
    ("Instrument Serif", 400, "InstrumentSerif-Regular.ttf"),
    ("Sora", 400, "Sora-Regular.ttf"),
    ("Sora", 600, "Sora-SemiBold.ttf"),
    ("JetBrains Mono", 400, "JetBrainsMono-Regular.ttf"),
)
_ETHIOPIC_FONTS = (
    ("Noto Sans Ethiopic", 400, "NotoSansEthiopic-Regular.ttf"),
    ("Noto Sans Ethiopic", 600, "NotoSansEthiopic-SemiBold.ttf"),
)
_ETHIOPIC = re.compile("[\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f]")
"""Its font is as large as the others together: only where it is needed."""

_FAMILIES = {
    "serif": '"Instrument Serif", "Noto Sans Ethiopic", Georgia, serif',
    "body": 'Sora, "Noto Sans Ethiopic", system-ui, sans-serif',
    "mono": '"JetBrains Mono", "Noto Sans Ethiopic", monospace',
}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
"""Should anything in a file ever pass for a tag, a browser still loads and runs nothing."""

REPEAT_OPACITY = 0.4


def html_of(content: ReportContent, *, palette: Palette) -> str:
    """Write a report. Every text is escaped; the same content is the same file."""
    page = _Page(palette)
    body = page.cover(content.cover) if content.cover is not None else ""
    body += "".join(
        page.section(section, is_first=not body and not n) for n, section in enumerate(content.sections)
    )
    faces = _FONTS + (_ETHIOPIC_FONTS if _ETHIOPIC.search(body) else ())
    style = "".join(_face(*face) for face in faces) + _style(palette)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(content.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(content.title)}</title>\n<style>\n{style}\n</style>\n</head>\n"
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _style(palette: Palette) -> str:
    source = resource("report", "report.css").read_text("utf-8")
    return Template(source).substitute(palette.colours | _FAMILIES)


def _face(family: str, weight: int, file: str) -> str:
    data = base64.b64encode(resource("fonts", file).read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
        f'src: url("data:font/ttf;base64,{data}") format("truetype"); }}\n'
    )


class _Page:
    """Writes the parts of a page in the colours of a palette."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette

    def cover(self, cover: Cover) -> str:
        """Write the first page."""
        strip = "".join(
            f'<i style="flex:{share.share:.5f};{self._fill(share.role)}"></i>' for share in cover.shares
        )
        return (
            f'<header><div class="brand">SegDesk</div><h1>{escape(cover.title)}</h1>'
            f'<p class="subtitle">{escape(cover.subtitle)}</p>{_pairs(cover.facts, "facts")}'
            f'<div class="dials">{"".join(map(self._dial, cover.dials))}</div>'
            f"{''.join(f'<p>{escape(text)}</p>' for text in cover.advice)}"
            f'<h3>{escape(cover.shares_title)}</h3><div class="strip" aria-hidden="true">{strip}</div>'
            f'{self._share_table(cover)}<p class="muted">{escape(cover.shares_note)}</p>'
            f'<p class="muted">{escape(cover.privacy)}</p></header>\n'
        )

    def section(self, section: Section, *, is_first: bool = False) -> str:
        """Write a chapter."""
        intro = f'<p class="intro">{escape(section.intro)}</p>' if section.intro else ""
        cards = "".join(map(self._card, section.cards))
        parts = "".join(map(self._part, section.parts))
        kind = "" if is_first else ' class="page"'
        return f"<section{kind}><h2>{escape(section.title)}</h2>{intro}{cards}{parts}</section>\n"

    def _fill(self, role: str) -> str:
        opacity = f";opacity:{REPEAT_OPACITY}" if self._palette.is_repeat(role) else ""
        return f"background:{self._palette.code(role)}{opacity}"

    def _dial(self, dial: Dial) -> str:
        angle = math.pi * (1 - dial.share)
        end = f"{50 + 40 * math.cos(angle):.2f} {50 - 40 * math.sin(angle):.2f}"
        arc = 'fill="none" stroke-width="10" stroke-linecap="round"'
        rest, colour = self._palette.code("raised"), self._palette.code(dial.tone)
        ring = f'<path d="M10 50 A40 40 0 0 1 90 50" {arc} stroke="{rest}"/>'
        if dial.share > 0:
            ring += f'<path d="M10 50 A40 40 0 0 1 {end}" {arc} stroke="{colour}"/>'
        return (
            f'<div class="dial"><svg viewBox="0 0 100 58" aria-hidden="true">{ring}</svg>'
            f'<div><span class="muted">{escape(dial.question)}</span><strong>{escape(dial.answer)}</strong>'
            f'<span class="muted">{escape(dial.line)}</span></div></div>'
        )

    def _share_table(self, cover: Cover) -> str:
        has_sales = any(share.sales == share.sales for share in cover.shares)
        sales = f"<th>{escape(cover.sales_heading)}</th>" if has_sales else ""
        most = max(max(s.share, s.sales if s.sales == s.sales else 0.0) for s in cover.shares) or 1.0
        rows = "".join(self._share_row(share, most, has_sales=has_sales) for share in cover.shares)
        head = f"<tr><th></th><th>{escape(cover.share_heading)}</th>{sales}<th></th></tr>"
        return f'<table class="shares"><thead>{head}</thead><tbody>{rows}</tbody></table>'

    def _share_row(self, share: Share, most: float, *, has_sales: bool) -> str:
        sales = f"<td>{self._bar(share.sales, share.sales_text, share.role, most)}</td>" if has_sales else ""
        bar = self._bar(share.share, share.share_text, share.role, most)
        return (
            f'<tr><td><span class="dot" style="{self._fill(share.role)}"></span> '
            f'<span class="name">{escape(share.name)}</span><br>'
            f'<span class="muted">{escape(share.customers)}</span></td><td>{bar}</td>{sales}'
            f"<td>{self._pill(share.badge)}</td></tr>"
        )

    def _bar(self, share: float, text: str, role: str, most: float) -> str:
        width = 100 * share / most if share == share else 0.0
        filled = f'<b style="width:{width:.1f}%;{self._fill(role)}"></b>'
        return f'<span class="bar"><i>{filled}</i>{escape(text)}</span>'

    def _pill(self, badge: Badge | None) -> str:
        if badge is None:
            return ""
        return (
            f'<span class="pill" style="color:{self._palette.code(badge.tone)}">{escape(badge.text)}</span>'
        )

    def _card(self, card: Card) -> str:
        figures = "".join(
            f"<div><b>{escape(f)}</b><span class='muted'>{escape(w)}</span></div>" for f, w in card.figures
        )
        parts = [f'<div class="figures">{figures}</div>' if figures else ""]
        if halves := [half for half in (_traits(card), _actions(card)) if half]:
            inner = "".join(f"<div>{half}</div>" for half in halves)
            parts.append(f'<div class="halves">{inner}</div>')
        if card.typical:
            text = " · ".join(f"{name}: {value}" for name, value in card.typical)
            parts.append(
                f'<div class="label">{escape(card.typical_title)}</div><p class="rule">{escape(text)}</p>'
            )
        if card.note:
            parts.append(f'<p class="rule">{escape(card.note)}</p>')
        edge = self._palette.code(card.role)
        return (
            f'<article class="card" style="border-left-color:{edge}">{self._pill(card.badge)}'
            f"<h3>{escape(card.name)}</h3>{''.join(parts)}</article>"
        )

    def _part(self, part: Part) -> str:
        match part:
            case Pairs():
                return _title(part.title) + _pairs(part.rows, "pairs")
            case Sentences():
                return _title(part.title) + _list(part.sentences, "log")
            case Picture(spec=ProfileSpec() as spec):
                return self._heatmap(spec)
            case Picture():
                data, _ = picture_bytes(cast(ChartPicture, part.spec), "svg", palette=self._palette)
                drawn = data.decode()[data.decode().index("<svg") :]
                named = f'<svg role="img" aria-label="{escape(part.says)}" ' + drawn.removeprefix("<svg")
                return f"<figure>{named}<figcaption>{escape(part.says)}</figcaption></figure>"
            case TillPage():
                return self._till(part)

    def _heatmap(self, spec: ProfileSpec) -> str:
        heads = "".join(
            f'<th><span class="dot" style="{self._fill(part.role)}"></span> {escape(part.label)}</th>'
            for part in spec.parts
        )
        rows = ""
        for at, column in enumerate(spec.columns):
            cells = "".join(self._cell(line[at].text, line[at].effect) for line in spec.cells)
            overall = f'<td class="muted">{escape(spec.overall[at])}</td>'
            rows += f"<tr><td>{escape(column)}</td>{cells}{overall}</tr>"
        everybody = f'<th class="muted">{escape(spec.overall_label)}</th>'
        table = f"<thead><tr><th></th>{heads}{everybody}</tr></thead><tbody>{rows}</tbody>"
        hint = f'<p class="hint">{escape(spec.hint)}</p>'
        return f'{_title(spec.title)}{hint}<div class="scroll"><table class="heat">{table}</table></div>'

    def _cell(self, text: str, effect: float) -> str:
        role, opacity = shade(effect)
        colour = f"{self._palette.code(role)}{round(255 * opacity):02x}"
        return f'<td style="background:{colour}">{escape(text)}</td>'

    def _till(self, page: TillPage) -> str:
        steps = "".join(self._step(step, page) for step in page.steps)
        notes = "".join(f'<p class="intro">{escape(note)}</p>' for note in page.notes)
        return f'<p class="intro">{escape(page.intro)}</p>{steps}{notes}'

    def _step(self, step: TillStep, page: TillPage) -> str:
        answers = self._answer(page.yes_word, step.yes, step.yes_role, step.yes_note)
        answers += self._answer(page.no_word, step.no, step.no_role, step.no_note)
        return (
            f'<div class="step"><b>{escape(step.number)}</b><div><p>{escape(step.text)}</p>'
            f"<dl>{answers}</dl></div></div>"
        )

    def _answer(self, word: str, text: str, role: str, note: str) -> str:
        dot = f'<span class="dot" style="{self._fill(role)}"></span> ' if role else ""
        return (
            f'<dt>{escape(word)}</dt><dd>{dot}{escape(text)} <span class="muted">{escape(note)}</span></dd>'
        )


def _traits(card: Card) -> str:
    """Write what sets a segment apart, and its rule."""
    traits = f'<div class="label">{escape(card.traits_title)}</div>{_list(card.traits, "")}'
    rule = f'<p class="rule">{escape(card.rule)}</p>'
    return (traits if card.traits else "") + (rule if card.rule else "")


def _actions(card: Card) -> str:
    """Write what to do about a segment, each with its reason."""
    items = "".join(
        f'<li><span class="action">{escape(action)}</span> <span class="muted">{escape(why)}</span></li>'
        for action, why in card.actions
    )
    title = f'<div class="label gold">{escape(card.actions_title)}</div>'
    return f"{title}<ul>{items}</ul>" if items else ""


def _title(title: str) -> str:
    return f"<h3>{escape(title)}</h3>" if title else ""


def _pairs(rows: tuple[tuple[str, str], ...], kind: str) -> str:
    lines = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows)
    return f'<table class="{kind}"><tbody>{lines}</tbody></table>'


def _list(lines: tuple[str, ...], kind: str) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<ul class="{kind}">{items}</ul>' if kind else f"<ul>{items}</ul>"
