"""Specs drawn with matplotlib, without pyplot: no window, no global state. Imported late, by ``render``."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle, Wedge

from segdesk.charts.canvas import MARGIN, SMALL_POINTS, TEXT_POINTS, blank, dot, fill, short
from segdesk.charts.palette import Palette
from segdesk.charts.specs import BarsSpec, DendrogramSpec, DonutSpec, donut_spans

LEAF_POINTS = 8
DENDROGRAM_INCHES = (14, 8)
"""SegmentIQ's size."""
DONUT_INCHES = (9.0, 5.2)
BARS_WIDTH, BARS_HEAD, BARS_FOOT, BAR_ROW = 9.0, 1.0, 0.45, 0.5
LEGEND_ROWS = 10
CUT_LABEL_SHARE = 0.11
NAME_LETTERS = 52
"""Longer names are cut short with an ellipsis, as on screen."""
LEGEND_LETTERS = 136
"""In all columns of a dendrogram's legend together."""
LEAF_LETTERS = 18
LINE_POINTS = 1.4


def donut_figure(spec: DonutSpec, palette: Palette) -> Figure:
    """Draw a ring with its legend to the right."""
    rows = max(LEGEND_ROWS, len(spec.parts))
    width, height = DONUT_INCHES[0], DONUT_INCHES[1] * max(1.0, rows / (LEGEND_ROWS * 1.4))
    figure, axes = blank((width, height), spec.title, palette)
    share = 4.0 / width
    axes.set_position((MARGIN, 0.05, share, 0.8))
    axes.set_aspect("equal")
    axes.set(xlim=(-1.05, 1.05), ylim=(-1.05, 1.05))
    for part, (start, span) in zip(spec.parts, donut_spans([p.size for p in spec.parts]), strict=True):
        # matplotlib counts anticlockwise from the right, the spec clockwise from the top.
        wedge = Wedge((0, 0), 1.0, 90 - start - span, 90 - start, width=0.31)
        axes.add_patch(wedge)
        fill(wedge, part, palette, edge="card", points=1.6 if len(spec.parts) > 1 else 0.0)
    axes.text(0, 0.06, spec.centre, ha="center", va="center", size=26, color=palette.code("text"))
    axes.text(
        0, -0.19, spec.centre_label, ha="center", va="center", size=TEXT_POINTS, color=palette.code("muted")
    )
    legend = figure.add_axes((MARGIN + share + 0.04, 0.08, 1 - share - 2 * MARGIN - 0.04, 0.76))
    legend.set_axis_off()
    legend.set(xlim=(0, 1), ylim=(rows, 0))
    offset = (rows - len(spec.parts)) / 2 + 0.5
    for number, part in enumerate(spec.parts):
        y = number + offset
        dot(legend, 0.02, y, part, palette)
        legend.text(
            0.06, y, short(part.label, 36), va="center", size=SMALL_POINTS + 1, color=palette.code("text")
        )
        words = f"{part.figure}  ·  {part.share}"
        legend.text(1, y, words, va="center", ha="right", size=SMALL_POINTS + 1, color=palette.code("soft"))
    return figure


def bars_figure(spec: BarsSpec, palette: Palette) -> Figure:
    """Draw one bar under each part's name."""
    rows = len(spec.parts)
    height = BARS_HEAD + BARS_FOOT + BAR_ROW * rows
    figure, axes = blank((BARS_WIDTH, height), spec.title, palette)
    axes.set_position((MARGIN, BARS_FOOT / height, 1 - 2 * MARGIN, BAR_ROW * rows / height))
    axes.set(xlim=(0, 1), ylim=(rows, 0))
    largest = max(part.size for part in spec.parts)
    for number, part in enumerate(spec.parts):
        name, words = short(part.label, NAME_LETTERS), f"{part.figure}  ·  {part.share}"
        axes.text(0, number + 0.32, name, va="center", size=TEXT_POINTS, color=palette.code("text"))
        axes.text(
            1, number + 0.32, words, va="center", ha="right", size=TEXT_POINTS, color=palette.code("soft")
        )
        axes.add_patch(
            Rectangle((0, number + 0.62), 1, 0.2, facecolor=palette.code("raised"), edgecolor="none")
        )
        bar = Rectangle((0, number + 0.62), part.size / largest, 0.2)
        axes.add_patch(bar)
        fill(bar, part, palette, edge=part.role, points=0.8)
    figure.text(MARGIN, 0.12 / height, spec.note, size=SMALL_POINTS, color=palette.code("muted"))
    return figure


def dendrogram_figure(spec: DendrogramSpec, palette: Palette) -> Figure:
    """Draw the tree with its cut, leaf labels and legend, at SegmentIQ's 14 by 8 inches."""
    figure, axes = blank(DENDROGRAM_INCHES, spec.title, palette)
    longest = max(len(short(label, LEAF_LETTERS)) for label in spec.leaves)
    columns = min(4, len(spec.parts))
    legend_rows = -(-len(spec.parts) // columns)
    legend_height = 0.032 * legend_rows
    bottom = 0.065 + legend_height + 0.0105 * longest + 0.03
    axes.set_position((MARGIN + 0.035, bottom, 1 - 2 * MARGIN - 0.035, 0.87 - bottom))
    axes.set_axis_on()
    _tree(axes, spec, palette)
    _cut(axes, spec, palette)
    legend = figure.add_axes((MARGIN, 0.055, 1 - 2 * MARGIN, legend_height))
    legend.set_axis_off()
    legend.set(xlim=(0, columns), ylim=(legend_rows, 0))
    letters = LEGEND_LETTERS // columns
    for number, part in enumerate(spec.parts):
        column, row = divmod(number, legend_rows)
        dot(legend, column + 0.02, row + 0.5, part, palette)
        words = f"{short(part.label, letters)}  {part.figure}"
        legend.text(
            column + 0.05, row + 0.5, words, va="center", size=SMALL_POINTS, color=palette.code("soft")
        )
    figure.text(MARGIN, 0.02, spec.caption, size=SMALL_POINTS, color=palette.code("muted"))
    return figure


def _tree(axes: Axes, spec: DendrogramSpec, palette: Palette) -> None:
    for stroke in spec.strokes:
        points = list(zip(stroke.x, stroke.y, strict=True))
        style = (0, (3.0, 1.6)) if palette.is_repeat(stroke.role) else "solid"
        lines = LineCollection(
            list(zip(points[0::2], points[1::2], strict=True)),
            colors=palette.code(stroke.role),
            linewidths=LINE_POINTS,
            linestyles=[style],
            capstyle="butt" if palette.is_repeat(stroke.role) else "projecting",
        )
        axes.add_collection(lines)
    axes.set(xlim=(-1, _right(spec)), ylim=(0, (spec.top or 1.0) * 1.05))
    axes.set_ylabel(spec.axis, size=SMALL_POINTS, color=palette.code("muted"), labelpad=8)
    axes.set_xticks(
        range(len(spec.leaves)), [short(label, LEAF_LETTERS) for label in spec.leaves], rotation=90
    )
    axes.tick_params(length=0, labelcolor=palette.code("soft"), labelsize=LEAF_POINTS)
    axes.grid(axis="y", color=palette.code("line"), linewidth=0.6)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _right(spec: DendrogramSpec) -> float:
    """Leave a tenth of the width free, where the cut's label covers no branch."""
    return len(spec.leaves) * (1 + CUT_LABEL_SHARE)


def _cut(axes: Axes, spec: DendrogramSpec, palette: Palette) -> None:
    axes.axhline(spec.cut, color=palette.code("gold_bright"), linewidth=1.3, linestyle=(0, (4, 3)), zorder=3)
    axes.text(
        _right(spec),
        spec.cut,
        spec.cut_label,
        ha="right",
        va="center",
        size=TEXT_POINTS,
        color=palette.code("on_gold"),
        bbox={"boxstyle": "round,pad=0.45,rounding_size=0.9", "fc": palette.code("gold"), "ec": "none"},
        zorder=4,
    )
