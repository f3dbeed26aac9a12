"""The drawn parts of a PDF report: dials, pills, bars. Imported late, in the worker."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from segdesk.charts.palette import Palette
from segdesk.charts.report_fonts import BODY, BOLD, MONO, marked, runs, shortened, width_of
from segdesk.charts.specs import DendrogramSpec
from segdesk.model.report import Badge, Dial

REPEAT_OPACITY = 0.4
"""A segment whose colour is taken is pale, as in charts."""

SIDE, TOP, BOTTOM = 20 * mm, 24 * mm, 20 * mm
WIDTH = A4[0] - 2 * SIDE
HEIGHT = A4[1] - TOP - BOTTOM

_PAD = 7


class Ink:
    """Colours and type of one report."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette

    def colour(self, role: str) -> Color:
        """Give a role's colour."""
        colour = HexColor(self._palette.code(role))
        if self._palette.is_repeat(role):
            colour.alpha = REPEAT_OPACITY
        return colour

    def mixed(self, role: str, opacity: float) -> Color:
        """Give a role's colour on white paper at an opacity."""
        full = HexColor(self._palette.code(role))
        parts = (1 - opacity + opacity * part for part in (full.red, full.green, full.blue))
        return Color(*parts)

    def paragraph(  # noqa: PLR0913 (a style has that many sides)
        self,
        text: str,
        size: float = 9.5,
        *,
        font: str = BODY,
        role: str = "text",
        leading: float = 0.0,
        align: str = "left",
        after: float = 0.0,
        indent: float = 0.0,
    ) -> Paragraph:
        """Set a text that wraps."""
        style = ParagraphStyle(
            "text",
            fontName=font,
            fontSize=size,
            leading=leading or size * 1.5,
            textColor=self.colour(role),
            alignment={"left": 0, "right": TA_RIGHT, "centre": TA_CENTER}[align],
            spaceAfter=after,
            leftIndent=indent,
            splitLongWords=True,
        )
        return Paragraph(marked(text, font), style)


def draw_runs(canvas: Canvas, x: float, y: float, text: str, font: str, size: float) -> None:
    """Write one line."""
    for name, part in runs(text, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, part)
        x += canvas.stringWidth(part, name, size)


class Pill(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A word in a coloured outline, at the right edge."""

    def __init__(self, badge: Badge, ink: Ink, room: float) -> None:
        super().__init__()
        self._badge, self._ink = badge, ink
        self._text = shortened(badge.text, BODY, 8, room - 2 * _PAD)
        self.width, self.height = width_of(self._text, BODY, 8) + 2 * _PAD, 16.0
        self.hAlign = "RIGHT"

    def draw(self) -> None:
        """Draw it."""
        canvas = self.canv
        canvas.setStrokeColor(self._ink.colour("line"))
        canvas.setLineWidth(0.8)
        canvas.roundRect(0, 0, self.width, self.height, self.height / 2, stroke=1, fill=0)
        canvas.setFillColor(self._ink.colour(self._badge.tone))
        draw_runs(canvas, _PAD, 5, self._text, BODY, 8)


class HalfRing(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A dial: a half ring, turned as far as the answer goes."""

    RADIUS, THICK = 27.0, 7.0

    def __init__(self, dial: Dial, ink: Ink) -> None:
        super().__init__()
        self._dial, self._ink = dial, ink
        self.width, self.height = 2 * self.RADIUS + self.THICK, self.RADIUS + self.THICK

    def draw(self) -> None:
        """Draw it."""
        canvas, dial, ink = self.canv, self._dial, self._ink
        low, high = self.THICK / 2, self.THICK / 2 + 2 * self.RADIUS
        canvas.setLineWidth(self.THICK)
        canvas.setLineCap(1)
        canvas.setStrokeColor(ink.colour("raised"))
        canvas.arc(low, low - self.RADIUS, high, low + self.RADIUS, 0, 180)
        if dial.share > 0:
            canvas.setStrokeColor(ink.colour(dial.tone))
            canvas.arc(
                low, low - self.RADIUS, high, low + self.RADIUS, 180 - 180 * dial.share, 180 * dial.share
            )


class ShareStrip(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """All segments in one bar, each as wide as its share."""

    def __init__(self, shares: list[tuple[str, float]], ink: Ink, width: float, height: float = 16) -> None:
        super().__init__()
        self._shares, self._ink = shares, ink
        self.width, self.height = width, height

    def draw(self) -> None:
        """Draw it."""
        canvas, x = self.canv, 0.0
        path = canvas.beginPath()
        path.roundRect(0, 0, self.width, self.height, 4)
        canvas.saveState()
        canvas.clipPath(path, stroke=0, fill=0)
        for role, share in self._shares:
            canvas.setFillColor(self._ink.colour(role))
            canvas.rect(x, 0, max(self.width * share - 1.2, 0.3), self.height, stroke=0, fill=1)
            x += self.width * share
        canvas.restoreState()


class Bar(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A thin bar with its words to the right."""

    def __init__(self, share: float, text: str, role: str, ink: Ink, *, width: float, most: float) -> None:
        super().__init__()
        self._share, self._text, self._role, self._ink = share, text, role, ink
        self._most = max(most, 1e-9)
        self.width, self.height = width, 10.0

    def draw(self) -> None:
        """Draw it."""
        canvas, room = self.canv, self.width - 42
        canvas.setFillColor(self._ink.colour("raised"))
        canvas.roundRect(0, 1.5, room, 6, 3, stroke=0, fill=1)
        if self._share > 0:
            canvas.setFillColor(self._ink.colour(self._role))
            canvas.roundRect(0, 1.5, max(room * min(self._share / self._most, 1), 3), 6, 3, stroke=0, fill=1)
        canvas.setFillColor(self._ink.colour("text"))
        draw_runs(canvas, room + 8, 1.2, self._text, MONO, 8.5)


class Dot(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A segment's colour."""

    def __init__(self, role: str, ink: Ink, size: float = 8) -> None:
        super().__init__()
        self._role, self._ink = role, ink
        self.width = self.height = size

    def draw(self) -> None:
        """Draw it."""
        self.canv.setFillColor(self._ink.colour(self._role))
        self.canv.circle(self.width / 2, self.height / 2, self.width / 2, stroke=0, fill=1)


class Tree(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """The tree of joins with its cut, all lines and no letters but the cut's."""

    HEIGHT = 210.0

    def __init__(self, spec: DendrogramSpec, ink: Ink, width: float) -> None:
        super().__init__()
        self._spec, self._ink = spec, ink
        self.width, self.height = width, self.HEIGHT

    def draw(self) -> None:
        """Draw it."""
        canvas, spec, ink = self.canv, self._spec, self._ink
        label = width_of(spec.cut_label, BOLD, 8) + 2 * _PAD
        across = (self.width - label - 8) / max(len(spec.leaves), 1)
        up = (self.height - 8) / (spec.top or 1.0)
        canvas.setLineWidth(0.9)
        canvas.setLineCap(2)
        for stroke in spec.strokes:
            canvas.setStrokeColor(ink.colour(stroke.role))
            points = [(across * (x + 0.5), up * y) for x, y in zip(stroke.x, stroke.y, strict=True)]
            ends = zip(points[0::2], points[1::2], strict=True)
            canvas.lines([(*start, *end) for start, end in ends])
        height = up * spec.cut
        canvas.setStrokeColor(ink.colour("gold_bright"))
        canvas.setDash(4, 3)
        canvas.line(0, height, self.width - label, height)
        canvas.setDash()
        canvas.setFillColor(ink.colour("gold"))
        canvas.roundRect(self.width - label, height - 8, label, 16, 8, stroke=0, fill=1)
        canvas.setFillColor(ink.colour("on_gold"))
        draw_runs(canvas, self.width - label + _PAD, height - 3, spec.cut_label, BOLD, 8)


class Rule(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A short gold line under a title."""

    def __init__(self, ink: Ink, width: float = 44) -> None:
        super().__init__()
        self._ink = ink
        self.width, self.height = width, 14.0

    def draw(self) -> None:
        """Draw it."""
        self.canv.setStrokeColor(self._ink.colour("gold"))
        self.canv.setLineWidth(2)
        self.canv.line(0, 9, self.width, 9)


def bare(between: float) -> list[tuple[Any, ...]]:
    """Give a table style without padding but ``between`` above and below each row."""
    return [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), between),
        ("BOTTOMPADDING", (0, 0), (-1, -1), between),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
