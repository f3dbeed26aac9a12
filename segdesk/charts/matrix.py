"""How measures go together, two by two: a triangle of coloured cells."""

from __future__ import annotations

from dataclasses import dataclass

from segdesk.charts.profile import DEEPEST

TOGETHER, OPPOSITE = "above", "below"
"""The colour roles of measures that rise together, and of those that rise as the other falls."""


@dataclass(frozen=True, slots=True)
class MatrixSpec:
    """A symmetric matrix of -1 … 1, of which the half below the diagonal is drawn.

    ``names`` stand on the diagonal and name row and column at once. A value is nan where there is
    none. ``figures`` are the values as written. ``legend`` says what -1 and 1 mean.
    """

    title: str
    names: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    figures: tuple[tuple[str, ...], ...]
    legend: tuple[str, str]
    caption: str


def cell_role(value: float) -> str:
    """Give the colour role of a value."""
    return TOGETHER if value > 0 else OPPOSITE


def cell_opacity(value: float) -> float:
    """Give how much of its colour a cell has; a value that isn't there has none."""
    return DEEPEST * min(1.0, abs(value)) if value == value else 0.0
