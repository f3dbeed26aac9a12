"""What every drawing for a file starts from: a blank figure with its title, dots, patches, short words."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from segdesk.charts.palette import Palette
from segdesk.charts.specs import Part

TITLE_POINTS, TEXT_POINTS, SMALL_POINTS = 17, 11, 9
REPEAT_ALPHA = 0.35
MARGIN = 0.045


def blank(inches: tuple[float, float], title: str, palette: Palette) -> tuple[Figure, Axes]:
    """Make a figure with its title, and axes all over it that show nothing yet."""
    figure = Figure(figsize=inches)
    # A fixed distance from the top edge, however tall the picture is.
    figure.text(
        MARGIN, 1 - 0.5 / inches[1], title, size=TITLE_POINTS, va="center", color=palette.code("text")
    )
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_facecolor("none")
    axes.set_axis_off()
    return figure, axes


def fill(patch: Patch, part: Part, palette: Palette, *, edge: str, points: float) -> None:
    """Colour a patch; a segment whose colour is taken is pale with hatching."""
    colour = palette.code(part.role)
    if palette.is_repeat(part.role):
        patch.set_facecolor((colour, REPEAT_ALPHA))
        patch.set_hatch("////")
        patch.set_edgecolor(colour)  # the hatching has the edge's colour
    else:
        patch.set_facecolor(colour)
        patch.set_edgecolor(palette.code(edge))
    patch.set_linewidth(points)


def dot(axes: Axes, x: float, y: float, part: Part, palette: Palette) -> None:
    """Draw a segment's dot; a ring if the colour is taken already."""
    colour = palette.code(part.role)
    face = "none" if palette.is_repeat(part.role) else colour
    axes.add_line(
        Line2D(
            [x], [y], marker="o", markersize=7, markerfacecolor=face, markeredgecolor=colour, clip_on=False
        )
    )


def short(text: str, letters: int) -> str:
    """Cut a text short with an ellipsis."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
