"""Heatmap, radars and parallel lines drawn with matplotlib. Imported late, by ``render``."""

from __future__ import annotations

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from segdesk.charts.canvas import MARGIN, SMALL_POINTS, blank, dot, short
from segdesk.charts.palette import Palette
from segdesk.charts.parts import Part
from segdesk.charts.profile import ParallelSpec, ProfileSpec, RadarSpec, shade

NAME_INCHES, COLUMN_INCHES, ROW_INCHES = 3.6, 1.25, 0.5
HEAD_INCHES, FOOT_INCHES = 1.45, 0.35
NAME_LETTERS, COLUMN_LETTERS, CELL_LETTERS = 34, 16, 14
RADAR_INCHES = 3.4
RADARS_IN_A_ROW = 4
RINGS = (0.25, 0.5, 0.75, 1.0)
PARALLEL_INCHES = (12.0, 6.0)
BAND_ALPHA = 0.12


def profile_figure(spec: ProfileSpec, palette: Palette) -> Figure:
    """Draw the heatmap with its values, and everybody's in the last line."""
    columns, rows = len(spec.columns), len(spec.parts) + 1
    width = NAME_INCHES + COLUMN_INCHES * columns + 0.5
    height = HEAD_INCHES + ROW_INCHES * rows + FOOT_INCHES
    figure, axes = blank((width, height), spec.title, palette)
    figure.text(MARGIN, 1 - 0.85 / height, spec.hint, size=SMALL_POINTS, color=palette.code("muted"))
    axes.set_position((0, FOOT_INCHES / height, 1, ROW_INCHES * rows / height))
    axes.set(xlim=(0, width), ylim=(rows, 0))
    for column, name in enumerate(spec.columns):
        x = NAME_INCHES + (column + 0.5) * COLUMN_INCHES
        axes.text(
            x, -0.25, short(name, COLUMN_LETTERS), ha="center", size=SMALL_POINTS, color=palette.code("muted")
        )
    for row, (part, cells) in enumerate(zip(spec.parts, spec.cells, strict=True)):
        _name(axes, part, row, width, palette)
        for column, cell in enumerate(cells):
            role, opacity = shade(cell.effect)
            _cell(axes, column, row, short(cell.text, CELL_LETTERS), (palette.code(role), opacity), palette)
    last = rows - 1
    axes.text(MARGIN * width, last + 0.5, spec.overall_label, va="center", color=palette.code("muted"))
    for column, text in enumerate(spec.overall):
        _cell(axes, column, last, short(text, CELL_LETTERS), (palette.code("card"), 0.0), palette)
    return figure


def _name(axes: Axes, part: Part, row: int, width: float, palette: Palette) -> None:
    dot(axes, MARGIN * width, row + 0.5, part, palette)
    words = short(part.label, NAME_LETTERS)
    axes.text(
        MARGIN * width + 0.18,
        row + 0.5,
        words,
        va="center",
        size=SMALL_POINTS + 1,
        color=palette.code("text"),
    )


def _cell(axes: Axes, column: int, row: int, text: str, fill: tuple[str, float], palette: Palette) -> None:
    x = NAME_INCHES + column * COLUMN_INCHES
    box = FancyBboxPatch(
        (x + 0.06, row + 0.12),
        COLUMN_INCHES - 0.12,
        0.76,
        boxstyle="round,pad=0,rounding_size=0.06",
        facecolor=fill,
        edgecolor="none",
        mutation_aspect=1.0,
    )
    axes.add_patch(box)
    axes.text(
        x + COLUMN_INCHES / 2,
        row + 0.5,
        text,
        ha="center",
        va="center",
        size=SMALL_POINTS,
        color=palette.code("text"),
    )


def radar_figure(spec: RadarSpec, palette: Palette) -> Figure:
    """Draw one small radar for each segment, four in a row."""
    across = min(RADARS_IN_A_ROW, len(spec.parts))
    down = -(-len(spec.parts) // across)
    width, height = max(RADAR_INCHES * across, 6.0), 1.0 + RADAR_INCHES * down + 0.4
    figure, _ = blank((width, height), spec.title, palette)
    figure.text(MARGIN, 0.18 / height, spec.note, size=SMALL_POINTS, color=palette.code("muted"))
    cell = width / across
    for number, (part, values) in enumerate(zip(spec.parts, spec.values, strict=True)):
        row, column = divmod(number, across)
        bottom = 0.4 + RADAR_INCHES * (down - row - 1)
        axes = figure.add_axes((column * cell / width, bottom / height, cell / width, RADAR_INCHES / height))
        axes.set_axis_off()
        axes.set_aspect("equal")
        axes.set(xlim=(-1.9, 1.9), ylim=(-1.9, 1.6))
        _radar(axes, spec.axes, part, values, palette)
    return figure


def _radar(
    axes: Axes, names: tuple[str, ...], part: Part, values: tuple[float, ...], palette: Palette
) -> None:
    angles = [math.pi / 2 - 2 * math.pi * i / len(names) for i in range(len(names))]
    closed = [*angles, angles[0]]
    for ring in RINGS:
        x, y = [ring * math.cos(a) for a in closed], [ring * math.sin(a) for a in closed]
        axes.plot(x, y, color=palette.code("line"), linewidth=1.4 if ring == 0.5 else 0.7)
    radii = [0.0 if value != value else value for value in values]
    x = [r * math.cos(a) for r, a in zip([*radii, radii[0]], closed, strict=True)]
    y = [r * math.sin(a) for r, a in zip([*radii, radii[0]], closed, strict=True)]
    style = "--" if palette.is_repeat(part.role) else "-"
    axes.fill(x, y, color=palette.code(part.role), alpha=0.28, linewidth=0)
    axes.plot(x, y, color=palette.code(part.role), linewidth=1.8, linestyle=style)
    for angle, name in zip(angles, names, strict=True):
        across = math.cos(angle)
        side = "center" if abs(across) < 0.2 else "left" if across > 0 else "right"
        axes.text(
            1.1 * across,
            1.12 * math.sin(angle),
            short(name, COLUMN_LETTERS),
            ha=side,
            va="center",
            size=SMALL_POINTS - 2,
            color=palette.code("muted"),
        )
    axes.text(0, -1.6, short(part.label, 36), ha="center", size=SMALL_POINTS, color=palette.code("text"))


def parallel_figure(spec: ParallelSpec, palette: Palette) -> Figure:
    """Draw one line for each segment with the band of its middle half, and the segments' names below."""
    columns = min(2, len(spec.parts))
    legend_rows = -(-len(spec.parts) // columns)
    height = PARALLEL_INCHES[1] + 0.25 * legend_rows
    figure, axes = blank((PARALLEL_INCHES[0], height), spec.title, palette)
    foot = (1.1 + 0.25 * legend_rows) / height
    axes.set_position((MARGIN + 0.02, foot, 1 - 2 * MARGIN - 0.04, 1 - foot - 1.35 / height))
    axes.set(xlim=(-0.3, len(spec.axes) - 0.7), ylim=(0, 1))
    at = list(range(len(spec.axes)))
    for x, name, low, high in zip(at, spec.axes, spec.bottoms, spec.tops, strict=True):
        axes.plot([x, x], [0, 1], color=palette.code("line"), linewidth=1)
        axes.text(
            x, 1.07, short(name, COLUMN_LETTERS), ha="center", size=SMALL_POINTS, color=palette.code("soft")
        )
        axes.text(x, 1.02, high, ha="center", size=SMALL_POINTS - 1, color=palette.code("muted"))
        axes.text(x, -0.02, low, ha="center", va="top", size=SMALL_POINTS - 1, color=palette.code("muted"))
    for part, middle, low_line, high_line in zip(
        spec.parts, spec.middles, spec.lows, spec.highs, strict=True
    ):
        colour = palette.code(part.role)
        style = "--" if palette.is_repeat(part.role) else "-"
        axes.fill_between(at, low_line, high_line, color=colour, alpha=BAND_ALPHA, linewidth=0)
        axes.plot(at, middle, color=colour, linewidth=2, linestyle=style, marker="o", markersize=4)
    legend = figure.add_axes((MARGIN, 0.4 / height, 1 - 2 * MARGIN, 0.25 * legend_rows / height))
    legend.set_axis_off()
    legend.set(xlim=(0, columns), ylim=(legend_rows, 0))
    for number, part in enumerate(spec.parts):
        column, row = divmod(number, legend_rows)
        dot(legend, column + 0.02, row + 0.5, part, palette)
        legend.text(
            column + 0.05,
            row + 0.5,
            short(part.label, 60),
            va="center",
            size=SMALL_POINTS,
            color=palette.code("soft"),
        )
    figure.text(MARGIN, 0.15 / height, spec.note, size=SMALL_POINTS, color=palette.code("muted"))
    return figure
