"""Boxes with violins, and stacked bars, drawn with matplotlib. Imported late, by ``render``."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from segdesk.charts.canvas import MARGIN, SMALL_POINTS, blank, dot, short
from segdesk.charts.palette import Palette
from segdesk.charts.parts import Part
from segdesk.charts.spread import SHADES, SpreadSpec, StackSpec

WIDTH, HEAD, ROW, FOOT = 10.0, 1.0, 0.72, 0.95
NAME_SHARE = 0.34
NAME_LETTERS = 34
VIOLIN = 0.40
BOX = 0.16
LEAST_WORD_SHARE = 0.09
"""A narrower part of a bar has no room for a word."""
LETTERS_IN_A_BAR = 64


def spread_figure(spec: SpreadSpec, palette: Palette) -> Figure:
    """Draw a violin with a box in it for each segment."""
    figure, axes = _rows(len(spec.parts), spec.title, spec.note, palette)
    axes.set_xlim(spec.low, spec.high)
    for place, word in spec.ticks:
        axes.axvline(place, color=palette.code("line"), linewidth=0.7, zorder=0)
        axes.text(
            place,
            len(spec.parts) + 0.1,
            word,
            ha="center",
            va="top",
            size=SMALL_POINTS,
            color=palette.code("muted"),
        )
    axes.axvline(spec.middle, color=palette.code("soft"), linewidth=1, linestyle=":", zorder=1)
    axes.text(
        spec.middle, -0.06, spec.middle_label, ha="center", size=SMALL_POINTS - 1, color=palette.code("soft")
    )
    for row, (part, marks, density) in enumerate(zip(spec.parts, spec.marks, spec.densities, strict=True)):
        _name(axes, part, row, palette)
        if marks[2] == marks[2]:
            _violin(axes, row + 0.5, density, spec, palette.code(part.role))
            _box(axes, row + 0.5, marks, palette.code(part.role), palette)
    return figure


def stack_figure(spec: StackSpec, palette: Palette) -> Figure:
    """Draw one bar of shares for each segment and one for everybody."""
    rows = len(spec.shares)
    figure, axes = _rows(rows, spec.title, spec.note, palette)
    axes.set_xlim(0, 1)
    for row, shares in enumerate(spec.shares):
        part = spec.parts[row] if row < len(spec.parts) else None
        if part is not None:
            _name(axes, part, row, palette)
        else:
            _word(axes, spec.overall_label, row, palette)
        start = 0.0
        for level, share in enumerate(shares):
            if not share > 0:
                continue
            colour = palette.code(part.role if part is not None else "muted")
            opacity = SHADES[min(level, len(SHADES) - 1)]
            bar = Rectangle(
                (start, row + 0.2), share, 0.6, facecolor=(colour, opacity), edgecolor=palette.code("card")
            )
            axes.add_patch(bar)
            if share >= LEAST_WORD_SHARE:
                words = short(spec.levels[level], max(2, int(share * LETTERS_IN_A_BAR)))
                axes.text(
                    start + share / 2,
                    row + 0.5,
                    words,
                    ha="center",
                    va="center",
                    size=SMALL_POINTS - 1,
                    color=palette.code("text"),
                )
            start += share
    return figure


def _rows(rows: int, title: str, note: str, palette: Palette) -> tuple[Figure, Axes]:
    height = HEAD + ROW * rows + FOOT
    figure, axes = blank((WIDTH, height), title, palette)
    axes.set_position((NAME_SHARE, FOOT / height, 1 - NAME_SHARE - MARGIN, ROW * rows / height))
    axes.set_ylim(rows, 0)
    figure.text(MARGIN, 0.22 / height, note, size=SMALL_POINTS, color=palette.code("muted"))
    return figure, axes


def _name(axes: Axes, part: Part, row: int, palette: Palette) -> None:
    low, high = axes.get_xlim()
    # The axes begin at NAME_SHARE of the figure's width; the dot stands at its margin.
    unit = (high - low) / (1 - NAME_SHARE - MARGIN)
    dot(axes, low - (NAME_SHARE - MARGIN) * unit, row + 0.5, part, palette)
    _word(axes, part.label, row, palette)


def _word(axes: Axes, text: str, row: int, palette: Palette) -> None:
    low, high = axes.get_xlim()
    unit = (high - low) / (1 - NAME_SHARE - MARGIN)
    left = low - (NAME_SHARE - MARGIN - 0.018) * unit
    axes.text(
        left, row + 0.5, short(text, NAME_LETTERS), va="center", size=SMALL_POINTS, color=palette.code("text")
    )


def _violin(axes: Axes, y: float, density: tuple[float, ...], spec: SpreadSpec, colour: str) -> None:
    step = (spec.high - spec.low) / len(density)
    x = [spec.low + (i + 0.5) * step for i in range(len(density))]
    above, below = [y - VIOLIN * d for d in density], [y + VIOLIN * d for d in density]
    axes.fill_between(x, above, below, color=colour, alpha=0.3, linewidth=0)


def _box(
    axes: Axes, y: float, marks: tuple[float, float, float, float, float], colour: str, palette: Palette
) -> None:
    p5, p25, p50, p75, p95 = marks
    axes.plot([p5, p95], [y, y], color=colour, linewidth=1.4)
    axes.add_patch(
        Rectangle(
            (p25, y - BOX), p75 - p25, 2 * BOX, facecolor=palette.code("card"), edgecolor=colour, zorder=3
        )
    )
    axes.plot([p50, p50], [y - BOX, y + BOX], color=palette.code("text"), linewidth=2, zorder=4)
