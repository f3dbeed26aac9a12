"""Customers as points: a map of the first principal components, in two or three directions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdesk.charts.parts import Part
from segdesk.model.result import Projection

MOST_POINTS = 20_000
"""More are a blot on a laptop's screen: in two directions their density is drawn, in three a sample."""

FEWEST_OF_A_SEGMENT = 60
"""A sample shows at least so many of every segment, or all it has: a small one would vanish."""

MOST_ARROWS = 7
SHORTEST_ARROW = 0.35
"""A column that correlates less with what is shown explains too little of it for an arrow."""

GRID = (220, 140)
"""Cells of a density image, across and up: about 4 pixels each on a laptop."""

LOWER, UPPER = 0.1, 99.9
"""The percentiles that a map of many customers reaches to; a few far ones would shrink all others."""

MARGIN = 0.06
ARROW_SHARE = 0.72
"""How far the longest arrow reaches towards the frame; its label stands beyond its tip."""
LEAST_REACH = 1e-6
FLAT_AXES = 2

FRAME_POINTS = 5_000
"""With more customers than this the frame is that of the percentiles."""

COUNTED_TOGETHER = 1 << 15
"""So many customers are counted at a time, within a processor's cache."""

FRAMED_POINTS = 50_000
"""So many, spread over all rows, know the percentiles as well as a million."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """Where a column grows: its correlation with each axis shown, -1 … 1."""

    label: str
    at: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """How many customers of each part stand in each cell: ``(parts, up, across)``, the lowest line first."""

    counts: NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class ScatterSpec:
    """Customers as points, each in its segment's colour.

    ``rows`` are the customers drawn, ``points`` their places, ``(points, 2 or 3)`` float32, and
    ``numbers`` each one's position in ``parts``. ``frame`` is the lowest and highest coordinate to show
    for each axis; ``radius`` is how long an arrow of correlation 1 is. ``density`` stands behind, or for,
    the points of a flat map of very many customers. ``caption`` says what is drawn.
    """

    title: str
    axes: tuple[str, ...]
    rows: NDArray[np.int64]
    points: NDArray[np.float32]
    numbers: NDArray[np.int8]
    parts: tuple[Part, ...]
    arrows: tuple[Arrow, ...]
    frame: tuple[tuple[float, float], ...]
    radius: float
    caption: str
    density: Density | None = None


def place_customers(projection: Projection, axes: int) -> NDArray[np.float32]:
    """Give every customer's place on so many axes; a lone axis is spread out sideways to be seen."""
    coordinates = projection.coordinates[:, :axes]
    missing = axes - coordinates.shape[1]
    if missing <= 0:
        return coordinates
    spread = float(np.abs(coordinates).max(initial=0.0)) / 4 or 1.0
    # The golden ratio's steps fill a line evenly and never repeat: customers of one place stand apart.
    steps = (
        np.arange(1, len(coordinates) + 1)[:, None] * np.array([0.6180339887, 0.7548776662])[:missing]
    ) % 1
    return np.hstack([coordinates, ((steps - 0.5) * spread).astype(np.float32)])


def part_numbers(labels: NDArray[np.int8], segments: int) -> NDArray[np.int8]:
    """Give each customer's position among the parts: outliers (-1) come last."""
    return np.where(labels < 0, segments, labels).astype(np.int8)


def sample_rows(numbers: NDArray[np.int8], most: int = MOST_POINTS) -> NDArray[np.int64]:
    """Pick at most about ``most`` rows, each part in proportion, ascending; always the same ones."""
    rows = len(numbers)
    if rows <= most:
        return np.arange(rows)
    rng = np.random.default_rng(0)
    chosen = []
    for part in range(int(numbers.max()) + 1):
        own = np.flatnonzero(numbers == part)
        wanted = min(len(own), max(FEWEST_OF_A_SEGMENT, round(most * len(own) / rows)))
        chosen.append(rng.choice(own, size=wanted, replace=False))
    return np.sort(np.concatenate(chosen))


def frame_of(points: NDArray[np.float32]) -> tuple[tuple[float, float], ...]:
    """Give the lowest and highest coordinate to show for each axis, with some air around."""
    if not len(points):
        return tuple((-1.0, 1.0) for _ in range(points.shape[1]))
    percentiles = (LOWER, UPPER) if len(points) > FRAME_POINTS else (0, 100)
    frame = []
    for column in points[:: -(-len(points) // FRAMED_POINTS)].T:
        low, high = (float(end) for end in np.percentile(column, percentiles))
        air = max((high - low) * MARGIN, 1e-6)
        frame.append((low - air, high + air))
    return tuple(frame)


def density_of(
    points: NDArray[np.float32],
    numbers: NDArray[np.int8],
    parts: int,
    frame: Sequence[tuple[float, float]],
    *,
    grid: tuple[int, int] = GRID,
) -> Density:
    """Count the customers of each part in each cell of the frame, which has so many across and up."""
    across, up = grid
    (left, right), (low, high) = frame[:2]
    total = parts * up * across
    cells = np.empty(len(points), np.int64)
    for start in range(0, len(points), COUNTED_TOGETHER):
        stretch = slice(start, start + COUNTED_TOGETHER)
        x = _steps(points[stretch, 0], left, right, across)
        y = _steps(points[stretch, 1], low, high, up)
        outside = (x < 0) | (x == across) | (y < 0) | (y == up)
        inside = (numbers[stretch] * np.int32(up) + y) * np.int32(across) + x
        cells[stretch] = np.where(outside, total, inside)
    counts = np.bincount(cells, minlength=total + 1)[:total]
    return Density(counts.reshape(parts, up, across).astype(np.uint32))


def _steps(places: NDArray[np.float32], low: float, high: float, size: int) -> NDArray[np.int32]:
    """Give which of ``size`` steps from low to high each place falls into; -1 or ``size`` for outside."""
    steps = np.floor((places - np.float32(low)) * np.float32(size / (high - low)))
    found: NDArray[np.int32] = np.clip(steps, -1, size).astype(np.int32)
    return found


def strongest_arrows(projection: Projection, axes: int, names: Sequence[str]) -> tuple[Arrow, ...]:
    """Give the columns that the axes shown tell most of, the strongest first. ``names`` are their words."""
    loadings = np.array(projection.loadings[:axes]).reshape(-1, len(projection.columns)).T
    lengths = np.hypot.reduce(loadings, axis=1) if loadings.shape[1] else np.zeros(len(loadings))
    order = np.argsort(-lengths, kind="stable")[:MOST_ARROWS]
    padding = (0.0,) * (axes - loadings.shape[1])
    return tuple(
        Arrow(names[i], (*loadings[i].tolist(), *padding)) for i in order if lengths[i] >= SHORTEST_ARROW
    )


def arrow_radius(frame: Sequence[tuple[float, float]], arrows: Sequence[Arrow]) -> float:
    """Give the length of an arrow of correlation 1, so that every arrow ends within a flat frame.

    In space nothing is cut off at the frame, and a thin third direction makes no arrow short.
    """
    if len(frame) > FLAT_AXES:
        return ARROW_SHARE * max(high - low for low, high in frame) / 2
    lengths = [
        (high if value > 0 else low) / value
        for arrow in arrows
        for value, (low, high) in zip(arrow.at, frame, strict=True)
        if abs(value) > LEAST_REACH
    ]
    return ARROW_SHARE * min(lengths, default=1.0)
