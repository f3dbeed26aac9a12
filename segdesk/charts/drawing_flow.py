"""Bands between two rows of segments, drawn with matplotlib. Imported late, by ``render``."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from segdesk.charts.canvas import MARGIN, SMALL_POINTS, TEXT_POINTS, blank, fill, short
from segdesk.charts.flow import FlowPlaces, FlowSpec, Span, apart, flow_places
from segdesk.charts.palette import Palette
from segdesk.charts.parts import Part

WIDTH = 11.0
ROW_INCHES, LEAST_INCHES, HEAD_INCHES, FOOT_INCHES = 0.62, 3.4, 1.25, 0.55
NAMES = 0.27
"""The share of the width that names take on either side."""
NODE = 0.014
NAME_LETTERS = 30
STAYED, MOVED = 0.22, 0.62
LINE_GAP = 0.2
HEADING_GAP = 0.32
CAPTION_LETTERS = 150


def flow_figure(spec: FlowSpec, palette: Palette) -> Figure:
    """Draw both sides with their names, and the bands between them."""
    rows = max(len(spec.before), len(spec.after))
    body = max(LEAST_INCHES, ROW_INCHES * rows)
    height = body + HEAD_INCHES + FOOT_INCHES
    figure, axes = blank((WIDTH, height), spec.title, palette)
    axes.set_position((MARGIN, FOOT_INCHES / height, 1 - 2 * MARGIN, body / height))
    axes.set(xlim=(0, 1), ylim=(1, 0))
    places = flow_places(spec)
    _draw_bands(axes, spec, places, palette)
    _draw_side(axes, spec.before, places.before, palette, left=True, body=body)
    _draw_side(axes, spec.after, places.after, palette, left=False, body=body)
    for heading, x, side in zip(spec.headings, (NAMES, 1 - NAMES), ("right", "left"), strict=True):
        axes.text(x, -HEADING_GAP / body, heading, ha=side, size=SMALL_POINTS, color=palette.code("muted"))
    caption = short(spec.caption, CAPTION_LETTERS)
    figure.text(MARGIN, 0.2 / height, caption, size=SMALL_POINTS, color=palette.code("muted"))
    return figure


def _draw_bands(axes: Axes, spec: FlowSpec, places: FlowPlaces, palette: Palette) -> None:
    left, right = NAMES + NODE, 1 - NAMES - NODE
    middle = (left + right) / 2
    for band, leaves, arrives in zip(spec.bands, places.leaves, places.arrives, strict=True):
        points = [
            (left, leaves.top),
            (middle, leaves.top),
            (middle, arrives.top),
            (right, arrives.top),
            (right, arrives.bottom),
            (middle, arrives.bottom),
            (middle, leaves.bottom),
            (left, leaves.bottom),
            (left, leaves.top),
        ]
        curve = [Path.CURVE4] * 3
        codes = [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY]
        colour = palette.code(spec.before[band.before].role)
        face = (colour, MOVED if band.is_move else STAYED)
        axes.add_patch(PathPatch(Path(points, codes), facecolor=face, edgecolor="none"))


def _draw_side(
    axes: Axes, parts: Sequence[Part], spans: Sequence[Span], palette: Palette, *, left: bool, body: float
) -> None:
    x, words_x = (NAMES, NAMES - NODE) if left else (1 - NAMES - NODE, 1 - NAMES + NODE)
    side = "right" if left else "left"
    middles = apart([span.middle for span in spans], ROW_INCHES * 0.7 / body, end=1.0)
    for part, span, middle in zip(parts, spans, middles, strict=True):
        node = Rectangle((x, span.top), NODE, span.height)
        axes.add_patch(node)
        fill(node, part, palette, edge=part.role, points=0.8)
        line = LINE_GAP / body / 2
        name, figures = short(part.label, NAME_LETTERS), f"{part.figure}  ·  {part.share}"
        axes.text(
            words_x, middle - line, name, ha=side, va="center", size=TEXT_POINTS, color=palette.code("text")
        )
        axes.text(
            words_x,
            middle + line,
            figures,
            ha=side,
            va="center",
            size=SMALL_POINTS,
            color=palette.code("soft"),
        )
