"""A report as a PDF on A4. Imported late, in the worker."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path
from typing import Any, cast

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    Image,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
)

from segdesk.charts.palette import Palette
from segdesk.charts.profile import ProfileSpec, shade
from segdesk.charts.render import picture_bytes
from segdesk.charts.report_cards import card_table, till_flow
from segdesk.charts.report_fonts import BODY, BOLD, MONO, SERIF, register, shortened, width_of
from segdesk.charts.report_parts import (
    BOTTOM,
    HEIGHT,
    SIDE,
    TOP,
    WIDTH,
    Bar,
    Dot,
    HalfRing,
    Ink,
    Pill,
    Rule,
    ShareStrip,
    Tree,
    bare,
    draw_runs,
)
from segdesk.charts.specs import DendrogramSpec
from segdesk.charts.specs import Picture as ChartPicture
from segdesk.model.report import (
    Cover,
    Dial,
    Pairs,
    Part,
    Picture,
    ReportContent,
    Section,
    Sentences,
    TillPage,
)

PICTURE_DOTS = 200
"""Dots per inch of the pictures' own size, twice that on paper."""

SEGMENTS_ACROSS = 6
"""Columns of the heatmap that a page has room for; more go on below."""

ROOM_FOR_SECTION = 0.4
"""A section begins on a new page where less of this one is left."""

Flow = list[Flowable]


def write_pdf(content: ReportContent, path: Path, *, palette: Palette) -> None:
    """Draw a report. The same content is the same file, byte for byte."""
    register()
    ink = Ink(palette)
    document = BaseDocTemplate(
        str(path),
        pagesize=A4,
        title=content.title,
        author="SegDesk",
        lang=content.language,
        invariant=1,
        leftMargin=SIDE,
        rightMargin=SIDE,
        topMargin=TOP,
        bottomMargin=BOTTOM,
    )
    frame = Frame(SIDE, BOTTOM, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    later = partial(_running_head, content=content, ink=ink)
    templates = [PageTemplate("page", [frame], onPage=later)]
    if content.cover is not None:
        templates.insert(0, PageTemplate("cover", [frame], onPage=partial(_cover_head, ink=ink)))
    document.addPageTemplates(templates)
    document.build(_flow(content, ink, palette), canvasmaker=partial(_NumberedCanvas, ink=ink))


class _NumberedCanvas(Canvas):  # type: ignore[misc]  # reportlab ships no types
    """Writes "3 / 9" on every page but a cover, once it is known how many there are."""

    def __init__(self, *args: Any, ink: Ink, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ink = ink
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 (reportlab's own name)
        """Keep the page open."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write the numbers and the file."""
        for number, page in enumerate(self._pages, start=1):
            self.__dict__.update(page)
            if len(self._pages) > 1:
                text = f"{number} / {len(self._pages)}"
                self.setFillColor(self._ink.colour("muted"))
                draw_runs(self, A4[0] - SIDE - width_of(text, MONO, 8), 11 * mm, text, MONO, 8)
            super().showPage()
        super().save()


def _cover_head(canvas: Canvas, _document: Any, *, ink: Ink) -> None:
    canvas.setFillColor(ink.colour("gold"))
    canvas.rect(0, A4[1] - 5, A4[0], 5, stroke=0, fill=1)


def _running_head(canvas: Canvas, _document: Any, *, content: ReportContent, ink: Ink) -> None:
    y = A4[1] - 14 * mm
    canvas.setFillColor(ink.colour("text"))
    draw_runs(canvas, SIDE, y, "SegDesk", SERIF, 12)
    text = shortened(content.running, BODY, 8, WIDTH - 80)
    canvas.setFillColor(ink.colour("muted"))
    draw_runs(canvas, A4[0] - SIDE - width_of(text, BODY, 8), y, text, BODY, 8)
    canvas.setStrokeColor(ink.colour("gold"))
    canvas.setLineWidth(0.8)
    canvas.line(SIDE, y - 6, A4[0] - SIDE, y - 6)


def _flow(content: ReportContent, ink: Ink, palette: Palette) -> Flow:
    flow: Flow = []
    if content.cover is not None:
        flow += [*_cover(content.cover, ink), NextPageTemplate("page"), PageBreak()]
    before: Section | None = None
    for section in content.sections:
        if before is not None and (_is_page(section) or _is_page(before)):
            flow.append(PageBreak())
        elif before is not None:
            flow += [Spacer(1, 16), CondPageBreak(HEIGHT * ROOM_FOR_SECTION)]
        flow += _section(section, ink, palette)
        before = section
    return flow


def _is_page(section: Section) -> bool:
    """Tell whether a section is a page of its own, to be copied and pinned up."""
    return any(isinstance(part, TillPage) for part in section.parts)


def _cover(cover: Cover, ink: Ink) -> Flow:
    flow: Flow = [
        ink.paragraph("SegDesk", 15, font=SERIF, role="gold"),
        Spacer(1, 22),
        ink.paragraph(cover.title, 34, font=SERIF, leading=40),
        Spacer(1, 8),
        ink.paragraph(cover.subtitle, 12, role="soft", after=4),
        Rule(ink),
        _facts(cover.facts, ink),
        Spacer(1, 14),
    ]
    half = (WIDTH - 24) / 2
    dials = [_dial(dial, ink, half) for dial in cover.dials]
    flow += [
        _boxed(Table([dials], colWidths=[half] * len(dials), style=bare(0)), ink),
        Spacer(1, 10),
        *(ink.paragraph(text, 10.5, after=4) for text in cover.advice),
        Spacer(1, 12),
        ink.paragraph(cover.shares_title, 18, font=SERIF, after=6),
        ShareStrip([(share.role, share.share) for share in cover.shares], ink, WIDTH),
        Spacer(1, 8),
        _share_table(cover, ink),
    ]
    if cover.shares_note:
        flow += [Spacer(1, 6), ink.paragraph(cover.shares_note, 8.5, role="muted")]
    return [*flow, Spacer(1, 12), ink.paragraph(cover.privacy, 8.5, role="muted")]


def _dial(dial: Dial, ink: Ink, width: float) -> Table:
    ring = HalfRing(dial, ink)
    words = [
        ink.paragraph(dial.question, 8, role="muted", leading=11),
        ink.paragraph(dial.answer, 16, font=SERIF, leading=19),
        ink.paragraph(dial.line, 8, role="soft", leading=11),
    ]
    style = [*bare(0), ("TOPPADDING", (0, 0), (0, 0), 5)]
    return Table([[ring, words]], colWidths=[ring.width + 14, width - ring.width - 14], style=style)


def _facts(facts: tuple[tuple[str, str], ...], ink: Ink) -> Table:
    rows = [[ink.paragraph(name, 8.5, role="muted"), ink.paragraph(value, 8.5)] for name, value in facts]
    return Table(rows, colWidths=[34 * mm, WIDTH - 34 * mm], style=bare(1.5), hAlign="LEFT")


def _share_table(cover: Cover, ink: Ink) -> Table:
    has_sales = any(share.sales == share.sales for share in cover.shares)
    has_badges = any(share.badge is not None for share in cover.shares)
    badge_room = 66.0 if has_badges else 0.0
    bar = 100.0
    name_room = WIDTH - 16 - bar * (1 + has_sales) - badge_room - 8
    heads: list[Any] = ["", "", ink.paragraph(cover.share_heading, 8, role="muted")]
    if has_sales:
        heads.append(ink.paragraph(cover.sales_heading, 8, role="muted"))
    rows = [heads + ([""] if has_badges else [])]
    most = max(max(s.share, s.sales if s.sales == s.sales else 0.0) for s in cover.shares)
    for share in cover.shares:
        name = [ink.paragraph(share.name, 9.5, font=BOLD), ink.paragraph(share.customers, 8, role="muted")]
        row: list[Any] = [
            Dot(share.role, ink),
            name,
            Bar(share.share, share.share_text, share.role, ink, width=bar - 8, most=most),
        ]
        if has_sales:
            row.append(Bar(share.sales, share.sales_text, share.role, ink, width=bar - 8, most=most))
        if has_badges:
            row.append(Pill(share.badge, ink, badge_room - 4) if share.badge is not None else "")
        rows.append(row)
    widths = [16.0, name_room, bar, *([bar] if has_sales else []), *([badge_room] if has_badges else [])]
    style = [
        *bare(3),
        ("LINEBELOW", (0, 1), (-1, -2), 0.5, ink.colour("line")),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    return Table(rows, colWidths=widths, style=style, repeatRows=1, hAlign="LEFT")


def _section(section: Section, ink: Ink, palette: Palette) -> Flow:
    head: Flow = [ink.paragraph(section.title, 24, font=SERIF, leading=28), Rule(ink)]
    if section.intro:
        head.append(ink.paragraph(section.intro, 9.5, role="soft", after=10))
    blocks = [[card_table(each, ink), Spacer(1, 10)] for each in section.cards]
    blocks += [_part(part, ink, palette) for part in section.parts]
    # A title never stands alone at the foot of a page.
    first = blocks[0] if blocks else []
    flow: Flow = [KeepTogether([*head, *first])]
    for block in blocks[1:]:
        flow.append(KeepTogether(block))
    return flow


def _part(part: Part, ink: Ink, palette: Palette) -> Flow:
    match part:
        case Pairs():
            return _pairs(part, ink)
        case Sentences():
            return _sentences(part, ink)
        case Picture(spec=ProfileSpec() as spec):
            return _heatmap(spec, part.says, ink)
        case Picture(spec=DendrogramSpec() as spec):
            return _tree(spec, part.says, ink)
        case Picture():
            return _picture(part, ink, palette)
        case TillPage():
            return till_flow(part, ink)


def _pairs(pairs: Pairs, ink: Ink) -> Flow:
    rows = [[ink.paragraph(name, 9, role="muted"), ink.paragraph(value, 9)] for name, value in pairs.rows]
    style = [*bare(3), ("LINEBELOW", (0, 0), (-1, -2), 0.5, ink.colour("line"))]
    table = Table(rows, colWidths=[46 * mm, WIDTH - 46 * mm], style=style, hAlign="LEFT")
    return [*_part_title(pairs.title, ink), table, Spacer(1, 12)]


def _sentences(part: Sentences, ink: Ink) -> Flow:
    rows = [[ink.paragraph("–", 9, role="gold"), ink.paragraph(text, 9)] for text in part.sentences]
    table = Table(rows, colWidths=[12, WIDTH - 12], style=bare(2), hAlign="LEFT")
    return [*_part_title(part.title, ink), table, Spacer(1, 12)]


def _part_title(title: str, ink: Ink) -> Flow:
    return [ink.paragraph(title, 14, font=SERIF, leading=18, after=4)] if title else []


def _picture(part: Picture, ink: Ink, palette: Palette) -> Flow:
    data, inches = picture_bytes(cast(ChartPicture, part.spec), "png", palette=palette, dots=PICTURE_DOTS)
    width = min(WIDTH, HEIGHT * 0.8 * inches[0] / inches[1])
    image = Image(io.BytesIO(data), width=width, height=width * inches[1] / inches[0])
    return [image, ink.paragraph(part.says, 8.5, role="muted", after=12)]


def _tree(spec: DendrogramSpec, says: str, ink: Ink) -> Flow:
    caption = ink.paragraph(says, 8.5, role="muted", after=12)
    return [*_part_title(spec.title, ink), Tree(spec, ink, WIDTH), Spacer(1, 4), caption]


def _heatmap(spec: ProfileSpec, says: str, ink: Ink) -> Flow:
    """Draw columns down and segments across, so that long names wrap."""
    flow: Flow = [*_part_title(spec.title, ink), ink.paragraph(spec.hint, 8.5, role="muted", after=6)]
    for start in range(0, len(spec.parts), SEGMENTS_ACROSS):
        shown = range(start, min(start + SEGMENTS_ACROSS, len(spec.parts)))
        flow += [_heat_table(spec, shown, ink), Spacer(1, 10)]
    return [*flow, ink.paragraph(says, 8.5, role="muted", after=12)] if says else flow


def _heat_table(spec: ProfileSpec, shown: range, ink: Ink) -> Table:
    name_room, all_room = (120.0 if len(shown) < SEGMENTS_ACROSS else 96.0), 64.0
    room = (WIDTH - name_room - all_room) / len(shown)
    heads = [
        [
            Dot(spec.parts[number].role, ink, 7),
            ink.paragraph(spec.parts[number].label, 7.5, font=BOLD, leading=9.5),
        ]
        for number in shown
    ]
    rows: list[list[Any]] = [["", *heads, ink.paragraph(spec.overall_label, 7.5, role="muted", leading=9.5)]]
    style = [
        *bare(3),
        ("LEFTPADDING", (1, 0), (-1, -1), 5),
        ("VALIGN", (0, 1), (-1, -1), "MIDDLE"),
        ("INNERGRID", (0, 1), (-1, -1), 2, ink.colour("card")),
    ]
    for at, column in enumerate(spec.columns):
        cells = [spec.cells[number][at] for number in shown]
        figures = [ink.paragraph(cell.text, 8, font=MONO, leading=10.5) for cell in cells]
        overall = ink.paragraph(spec.overall[at], 8, font=MONO, role="muted", leading=10.5)
        rows.append([ink.paragraph(column, 8.5, leading=11), *figures, overall])
        for across, cell in enumerate(cells, start=1):
            role, opacity = shade(cell.effect)
            style.append(("BACKGROUND", (across, at + 1), (across, at + 1), ink.mixed(role, opacity)))
    widths = [name_room, *[room] * len(shown), all_room]
    return Table(rows, colWidths=widths, style=style, repeatRows=1, hAlign="LEFT")


def _boxed(table: Table, ink: Ink) -> Table:
    style = [
        ("BOX", (0, 0), (-1, -1), 0.7, ink.colour("line")),
        ("TOPPADDING", (0, 0), (-1, -1), 10),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("RIGHTPADDING", (0, 0), (-1, -1), 12),
    ]
    return Table([[table]], colWidths=[WIDTH], style=style)
