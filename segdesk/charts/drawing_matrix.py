"""A matrix drawn with matplotlib. Imported late, by ``render``."""

from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from segdesk.charts.canvas import MARGIN, SMALL_POINTS, blank, short
from segdesk.charts.matrix import MatrixSpec, cell_opacity, cell_role
from segdesk.charts.palette import Palette

CELL_INCHES = 0.48
NAME_INCHES = 2.3
HEAD_INCHES, FOOT_INCHES = 0.9, 1.1
LEAST_INCHES = (8.0, 4.0)
NAME_LETTERS = 28
CELL_POINTS = 8
GAP = 0.04
NAME_GAP = 0.15
LEGEND_STEPS = 21
LEGEND_INCHES = 2.6
CAPTION_LETTERS_PER_INCH = 14


def matrix_figure(spec: MatrixSpec, palette: Palette) -> Figure:
    """Draw the lower triangle with its names on the diagonal, the legend and the caption."""
    count = len(spec.names)
    side = CELL_INCHES * count
    width = max(LEAST_INCHES[0], (side + NAME_INCHES) / (1 - MARGIN))
    height = max(LEAST_INCHES[1], side + HEAD_INCHES + FOOT_INCHES)
    figure, axes = blank((width, height), spec.title, palette)
    bottom = 1 - (HEAD_INCHES + side) / height
    axes.set_position((MARGIN, bottom, 1 - MARGIN, side / height))
    axes.set(xlim=(0, (1 - MARGIN) * width / CELL_INCHES), ylim=(count, 0))
    for row, name in enumerate(spec.names):
        for column in range(row):
            value = spec.values[row][column]
            face = (palette.code(cell_role(value)), cell_opacity(value))
            ground = Rectangle((column, row), 1 - GAP, 1 - GAP, facecolor=palette.code("raised"))
            axes.add_patch(ground)
            axes.add_patch(Rectangle((column, row), 1 - GAP, 1 - GAP, facecolor=face))
            axes.text(
                column + 0.5,
                row + 0.5,
                spec.figures[row][column],
                ha="center",
                va="center",
                size=CELL_POINTS,
                color=palette.code("text"),
            )
        axes.text(
            row + (NAME_GAP if row else 0),
            row + 0.5,
            short(name, NAME_LETTERS),
            va="center",
            color=palette.code("text"),
        )
    _legend(figure, spec, palette, MARGIN, height)
    letters = int(width * CAPTION_LETTERS_PER_INCH)
    figure.text(
        MARGIN, 0.2 / height, short(spec.caption, letters), size=SMALL_POINTS, color=palette.code("muted")
    )
    return figure


def _legend(figure: Figure, spec: MatrixSpec, palette: Palette, left: float, height: float) -> None:
    width = LEGEND_INCHES / figure.get_figwidth()
    axes = figure.add_axes((left, 0.78 / height, width, 0.14 / height))
    axes.set_axis_off()
    axes.set(xlim=(0, LEGEND_STEPS), ylim=(0, 1))
    half = LEGEND_STEPS // 2
    for step in range(LEGEND_STEPS):
        share = (step - half) / half
        axes.add_patch(Rectangle((step, 0), 1, 1, facecolor=palette.code("raised")))
        axes.add_patch(
            Rectangle((step, 0), 1, 1, facecolor=(palette.code(cell_role(share)), cell_opacity(share)))
        )
    for place, words, side in ((left, spec.legend[0], "left"), (left + width, spec.legend[1], "right")):
        figure.text(place, 0.52 / height, words, ha=side, size=CELL_POINTS, color=palette.code("soft"))
