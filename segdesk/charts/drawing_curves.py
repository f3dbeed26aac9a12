"""Curves drawn with matplotlib. Imported late, by ``render``."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from segdesk.charts.canvas import MARGIN, SMALL_POINTS, TEXT_POINTS, blank
from segdesk.charts.curves import CurveSpec
from segdesk.charts.palette import Palette

CURVE_INCHES = (7.5, 4.8)
MOST_X_WORDS = 20


def curve_figure(spec: CurveSpec, palette: Palette) -> Figure:
    """Draw a curve with its marked point and, below, how to read it."""
    figure, axes = blank(CURVE_INCHES, spec.title, palette)
    axes.set_position((MARGIN + 0.07, 0.24, 1 - 2 * MARGIN - 0.07, 0.6))
    axes.set_axis_on()
    axes.plot(spec.x, spec.y, color=palette.code("soft"), linewidth=1.6, zorder=2)
    if spec.errors:
        axes.errorbar(spec.x, spec.y, yerr=spec.errors, fmt="none", ecolor=palette.code("muted"), capsize=3)
    if spec.has_dots:
        axes.plot(spec.x, spec.y, "o", color=palette.code("soft"), markersize=5, zorder=3)
        if len(spec.x) <= MOST_X_WORDS:
            axes.set_xticks(spec.x, [f"{x:g}" for x in spec.x])
    _marks(axes, spec, palette)
    axes.set_xlabel(spec.x_label, size=SMALL_POINTS, color=palette.code("muted"))
    axes.set_ylabel(spec.y_label, size=SMALL_POINTS, color=palette.code("muted"))
    axes.tick_params(length=0, labelcolor=palette.code("soft"), labelsize=SMALL_POINTS)
    axes.grid(axis="y", color=palette.code("line"), linewidth=0.6)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_visible(False)
    figure.text(
        MARGIN, 0.045, spec.reading, size=SMALL_POINTS, color=palette.code("soft"), wrap=True, va="bottom"
    )
    return figure


def _marks(axes: Axes, spec: CurveSpec, palette: Palette) -> None:
    gold = palette.code("gold")
    marked = spec.marked_at
    if marked is not None and spec.y[marked] == spec.y[marked]:
        at = (spec.x[marked], spec.y[marked])
        axes.axvline(at[0], color=gold, linewidth=0.9, linestyle=":", zorder=1)
        axes.plot(*at, "o", color=gold, markersize=9, zorder=4)
        axes.annotate(
            spec.marked_label,
            at,
            (8, 8),
            textcoords="offset points",
            size=TEXT_POINTS,
            color=gold,
        )
    if spec.level is not None:
        axes.axhline(spec.level, color=gold, linewidth=1.1, linestyle="--", zorder=1)
        axes.annotate(
            spec.level_label,
            (0.01, spec.level),
            (0, 4),
            xycoords=("axes fraction", "data"),
            textcoords="offset points",
            size=SMALL_POINTS,
            color=gold,
        )
