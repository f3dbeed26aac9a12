"""Maps of customers drawn with matplotlib. Imported late, by ``render``."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from segdesk.charts.canvas import MARGIN, SMALL_POINTS, blank, dot, short
from segdesk.charts.palette import Palette
from segdesk.charts.scatter import ScatterSpec
from segdesk.charts.shading import density_image

MAP_INCHES = (11.0, 7.6)
MAP_SHARE = 0.68
LEGEND_LETTERS = 32
ELEVATION, AZIMUTH = 18.0, -55.0


def scatter_figure(spec: ScatterSpec, palette: Palette) -> Figure:
    """Draw the map, flat or in space, with arrows for what the axes mean and the segments' names."""
    figure, axes = blank(MAP_INCHES, spec.title, palette)
    if len(spec.axes) > 2:
        axes.remove()
        _space(figure, spec, palette)
    else:
        axes.set_position((MARGIN + 0.05, 0.13, MAP_SHARE - 0.05, 0.74))
        _flat(axes, spec, palette)
    legend = figure.add_axes((MAP_SHARE + 2 * MARGIN, 0.13, 1 - MAP_SHARE - 3 * MARGIN, 0.74))
    legend.set_axis_off()
    rows = max(16, len(spec.parts))
    legend.set(xlim=(0, 1), ylim=(rows, 0))
    for row, part in enumerate(spec.parts):
        dot(legend, 0.02, row + 0.5, part, palette)
        words = short(part.label, LEGEND_LETTERS)
        legend.text(0.09, row + 0.5, words, va="center", size=SMALL_POINTS, color=palette.code("soft"))
    figure.text(MARGIN, 0.03, spec.caption, size=SMALL_POINTS, color=palette.code("muted"))
    return figure


def _size(points: int) -> float:
    return float(np.clip(2_400 / math.sqrt(max(points, 1)) / 3, 3, 36))


def _flat(axes: Axes, spec: ScatterSpec, palette: Palette) -> None:
    axes.set_axis_on()
    (left, right), (low, high) = spec.frame
    if spec.density is not None:
        colours = [_rgb(palette.code(part.role)) for part in spec.parts]
        image = density_image(spec.density.counts, colours)
        axes.imshow(
            image, extent=(left, right, low, high), origin="lower", aspect="auto", interpolation="nearest"
        )
    else:
        codes = [palette.code(part.role) for part in spec.parts]
        axes.scatter(
            spec.points[:, 0],
            spec.points[:, 1],
            c=[codes[number] for number in spec.numbers],
            s=_size(len(spec.points)),
            linewidths=0.3,
            edgecolors=palette.code("card"),
        )
    for arrow in spec.arrows:
        x, y = (value * spec.radius for value in arrow.at[:2])
        axes.annotate(
            "", (x, y), (0, 0), arrowprops={"arrowstyle": "->", "color": palette.code("text"), "lw": 1.1}
        )
        side = "left" if x >= 0 else "right"
        axes.annotate(
            short(arrow.label, 24),
            (x, y),
            (4 if x >= 0 else -4, 3),
            textcoords="offset points",
            ha=side,
            size=SMALL_POINTS,
            color=palette.code("text"),
            bbox={"boxstyle": "round,pad=0.15", "fc": (palette.code("card"), 0.75), "ec": "none"},
        )
    axes.set(xlim=(left, right), ylim=(low, high))
    axes.set_xlabel(spec.axes[0], size=SMALL_POINTS, color=palette.code("muted"))
    axes.set_ylabel(spec.axes[1], size=SMALL_POINTS, color=palette.code("muted"))
    axes.tick_params(length=0, labelcolor=palette.code("muted"), labelsize=SMALL_POINTS)
    axes.grid(color=palette.code("line"), linewidth=0.5)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _space(figure: Figure, spec: ScatterSpec, palette: Palette) -> None:
    space: Any = figure.add_axes((0.0, 0.09, MAP_SHARE + MARGIN, 0.8), projection="3d", computed_zorder=False)
    space.set_facecolor("none")
    space.view_init(ELEVATION, AZIMUTH)
    colours = [palette.code(part.role) for part in spec.parts]
    space.scatter(
        *spec.points.T,
        c=[colours[number] for number in spec.numbers],
        s=_size(len(spec.points)),
        linewidths=0,
        rasterized=True,
    )
    for arrow in spec.arrows:
        end = [value * spec.radius for value in arrow.at]
        space.plot(*([0, value] for value in end), color=palette.code("text"), linewidth=1.1, zorder=5)
        space.text(*end, short(arrow.label, 20), size=SMALL_POINTS - 1, color=palette.code("text"), zorder=6)
    labels = (space.set_xlabel, space.set_ylabel, space.set_zlabel)
    for name, axis, title in zip(labels, (space.xaxis, space.yaxis, space.zaxis), spec.axes, strict=True):
        name(title, size=SMALL_POINTS, color=palette.code("muted"))
        axis.set_pane_color((0, 0, 0, 0))
        axis.line.set_color(palette.code("line"))
        axis._axinfo["grid"].update(color=palette.code("line"), linewidth=0.5)
    space.tick_params(
        labelcolor=palette.code("muted"), labelsize=SMALL_POINTS - 1, color=palette.code("line")
    )
    (space.set_xlim(spec.frame[0]), space.set_ylim(spec.frame[1]), space.set_zlim(spec.frame[2]))


def _rgb(code: str) -> tuple[float, float, float]:
    red, green, blue = to_rgb(code)
    return red, green, blue
