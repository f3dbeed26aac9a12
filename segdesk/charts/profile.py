"""What segments are like: heatmap, radars, parallel lines."""

from __future__ import annotations

from dataclasses import dataclass

from segdesk.charts.parts import Part

STRONGEST_EFFECT = 1.5
"""Standard deviations from which a cell has its full colour: 87 of 100 customers are on one side of it."""

DEEPEST = 0.56
"""The opacity of a full colour; text on it keeps a contrast of 4.5 in both themes."""

FAINTEST = 0.05
FEWEST_AXES, MOST_AXES = 3, 8
"""A radar needs three axes to be a shape, and beyond eight its words run into each other."""

MOST_LINES = 12
"""Axes of a picture of parallel lines."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One segment in one column: the value written, its standardised difference, and a sentence."""

    text: str
    effect: float
    says: str


@dataclass(frozen=True, slots=True)
class ProfileSpec:
    """Segments by columns, the most telling column first; ``overall`` is everybody's value in each."""

    title: str
    hint: str
    columns: tuple[str, ...]
    parts: tuple[Part, ...]
    cells: tuple[tuple[Cell, ...], ...]
    overall_label: str
    overall: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RadarSpec:
    """One small radar for each segment; ``values`` are 0 … 1 on each axis, 0.5 is the middle customer."""

    title: str
    note: str
    axes: tuple[str, ...]
    parts: tuple[Part, ...]
    values: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class ParallelSpec:
    """One line for each segment across upright axes.

    ``middles``, ``lows`` and ``highs`` are 0 … 1: the share of all customers below the segment's
    median and quartiles. ``bottoms`` and ``tops`` are the words at the ends of each axis, and
    ``figures`` the medians in words.
    """

    title: str
    note: str
    axes: tuple[str, ...]
    bottoms: tuple[str, ...]
    tops: tuple[str, ...]
    parts: tuple[Part, ...]
    middles: tuple[tuple[float, ...], ...]
    lows: tuple[tuple[float, ...], ...]
    highs: tuple[tuple[float, ...], ...]
    figures: tuple[tuple[str, ...], ...]


def shade(effect: float) -> tuple[str, float]:
    """Give the colour role of a difference and its opacity."""
    role = "above" if effect > 0 else "below"
    if effect != effect:  # nan: nobody has a value
        return role, 0.0
    strength = min(abs(effect) / STRONGEST_EFFECT, 1.0)
    opacity = DEEPEST * strength
    return role, opacity if opacity >= FAINTEST else 0.0
