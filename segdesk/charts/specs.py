"""Charts as data: numbers, ready-made words and colour roles. Small, and safe to send to the worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from segdesk.charts.curves import CurveSpec
from segdesk.charts.flow import FlowSpec
from segdesk.charts.matrix import MatrixSpec
from segdesk.charts.palette import segment_role
from segdesk.charts.parts import Part
from segdesk.charts.profile import ParallelSpec, ProfileSpec, RadarSpec
from segdesk.charts.scatter import ScatterSpec
from segdesk.charts.spread import SpreadSpec, StackSpec

__all__ = [
    "BarsSpec",
    "DendrogramSpec",
    "DonutSpec",
    "Part",
    "Picture",
    "Spec",
    "Stroke",
    "TableSpec",
    "donut_spans",
    "parts",
]

LEAST_DEGREES = 2.5
"""A thinner slice would vanish in the gaps: one customer of a million must still be seen."""

CIRCLE = 360.0


@dataclass(frozen=True, slots=True)
class DonutSpec:
    """A ring of parts with a figure in its middle and a word below that."""

    title: str
    parts: tuple[Part, ...]
    centre: str
    centre_label: str


@dataclass(frozen=True, slots=True)
class BarsSpec:
    """Horizontal bars, one for each part; ``note`` is a line below them."""

    title: str
    parts: tuple[Part, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """The figures behind a picture, for a CSV file and for a table on screen.

    Cells are ready-made words, or numbers for a spreadsheet to reckon with.
    """

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str | float | int, ...], ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """Straight lines of one colour: points 0 and 1 are joined, 2 and 3, and so on."""

    role: str
    x: tuple[float, ...]
    y: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class DendrogramSpec:
    """A tree of joins, cut at height ``cut``.

    Leaves stand at x = 0, 1, 2 … with their words in ``leaves``; ``top`` is the highest join.
    """

    title: str
    axis: str
    caption: str
    strokes: tuple[Stroke, ...]
    leaves: tuple[str, ...]
    top: float
    cut: float
    cut_label: str
    parts: tuple[Part, ...]


Picture = (
    DonutSpec
    | BarsSpec
    | DendrogramSpec
    | CurveSpec
    | ScatterSpec
    | ProfileSpec
    | RadarSpec
    | ParallelSpec
    | SpreadSpec
    | StackSpec
    | MatrixSpec
    | FlowSpec
)
Spec = Picture | TableSpec


def parts(
    labels: Sequence[str],
    sizes: Sequence[int],
    *,
    figures: Sequence[str],
    shares: Sequence[str],
    colours: Sequence[int] = (),
) -> tuple[Part, ...]:
    """Make the parts of a chart from what the caller says of each segment, in their order.

    ``colours`` are those that the segments kept, if any.
    """
    rows = zip(labels, sizes, figures, shares, strict=True)
    return tuple(
        Part(label, size, figure, share, segment_role(number, colours))
        for number, (label, size, figure, share) in enumerate(rows)
    )


def donut_spans(sizes: Sequence[int]) -> tuple[tuple[float, float], ...]:
    """Give where each slice starts and how wide it is, clockwise from the top, in degrees.

    The widths add up to 360. None is thinner than ``LEAST_DEGREES`` (or an equal share, if
    that is less): the wider slices give up what the thin ones need, in proportion to how much
    wider they are.
    """
    total = sum(sizes)
    least = min(LEAST_DEGREES, CIRCLE / len(sizes))
    widths = [CIRCLE * size / total for size in sizes]
    spare = sum(max(0.0, width - least) for width in widths)
    needed = sum(max(0.0, least - width) for width in widths)
    keep = 1 - needed / spare if spare else 1.0
    widths = [least + max(0.0, width - least) * keep for width in widths]
    return tuple((sum(widths[:position]), width) for position, width in enumerate(widths))
