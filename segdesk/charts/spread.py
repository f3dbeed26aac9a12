"""How one column is spread in each segment: boxes with densities, or stacked shares."""

from __future__ import annotations

from dataclasses import dataclass

from segdesk.charts.parts import Part


@dataclass(frozen=True, slots=True)
class SpreadSpec:
    """A measure in each segment, on one scale from ``low`` to ``high``.

    ``marks`` are the 5th, 25th, 50th, 75th and 95th percentile; ``densities`` the outline of each
    violin over the scale, 0 … 1. ``ticks`` are places on the scale with their words. ``says`` tells
    each segment's numbers; ``middle`` is everybody's median.
    """

    title: str
    note: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    parts: tuple[Part, ...]
    marks: tuple[tuple[float, float, float, float, float], ...]
    densities: tuple[tuple[float, ...], ...]
    says: tuple[str, ...]
    middle: float
    middle_label: str


@dataclass(frozen=True, slots=True)
class StackSpec:
    """The shares of a category's levels in each part; the last line of ``shares`` is everybody's."""

    title: str
    note: str
    levels: tuple[str, ...]
    parts: tuple[Part, ...]
    shares: tuple[tuple[float, ...], ...]
    overall_label: str


SHADES = (0.50, 0.44, 0.38, 0.33, 0.29, 0.25, 0.22, 0.19, 0.17)
"""Opacities of a bar's levels, from the commonest to the rarest: colours belong to segments, so levels are
shades of them; text on the deepest keeps its contrast."""
