"""One small curve with a marked point: how a figure changes with the number of segments, or along a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CURVE_POINTS = 400
"""More than a small chart has pixels across would change nothing."""


@dataclass(frozen=True, slots=True)
class CurveSpec:
    """A curve through ``(x, y)`` with one point marked and one line on how to read it.

    ``errors`` are as long as ``y``, or empty; a nan in ``y`` is a gap. ``marked`` is the x of the
    point that counts, None for none, and ``marked_label`` the word beside it. ``level`` draws a
    horizontal line, with ``level_label`` on it. ``has_dots``: every point can be chosen, as a number
    of segments can; a curve without dots is one long line, as the distances of DBSCAN's customers.
    """

    title: str
    x_label: str
    y_label: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    reading: str
    errors: tuple[float, ...] = ()
    marked: float | None = None
    marked_label: str = ""
    level: float | None = None
    level_label: str = ""
    has_dots: bool = True

    @property
    def low(self) -> float:
        """The lowest figure, its error included."""
        return min(self._ends(-1), default=0.0)

    @property
    def high(self) -> float:
        """The highest figure, its error included."""
        return max(self._ends(1), default=1.0)

    @property
    def marked_at(self) -> int | None:
        """The position of the marked point, None where it isn't one of them."""
        return self.x.index(self.marked) if self.marked in self.x else None

    def _ends(self, sign: int) -> list[float]:
        errors = self.errors or (0.0,) * len(self.y)
        ends = [
            y + sign * (error if error == error else 0.0)
            for y, error in zip(self.y, errors, strict=True)
            if y == y
        ]
        return ends if self.level is None else [*ends, self.level]


def thinned(
    values: Sequence[float], *, most: int = CURVE_POINTS
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Give positions and values of a long list, thinned evenly to at most ``most``, both ends kept."""
    count = len(values)
    if count <= most:
        return tuple(map(float, range(count))), tuple(map(float, values))
    chosen = [round(i * (count - 1) / (most - 1)) for i in range(most)]
    return tuple(map(float, chosen)), tuple(float(values[i]) for i in chosen)


def ticks(low: float, high: float, *, about: int = 3) -> tuple[float, ...]:
    """Give round numbers in low … high, about as many as asked: steps of 1, 2 or 5 times a power of ten."""
    span = high - low
    if not span > 0 or span == float("inf"):
        return (low,)
    exponent = _floor_log10(span / about)
    steps = [multiple * 10.0**exponent for multiple in (1, 2, 5, 10)]
    step = min(steps, key=lambda each: abs(span / each - about))
    first = -(-low // step)
    count = int((high - first * step) / step + 1e-9) + 1
    return tuple(round((first + i) * step, 12) for i in range(count))


def _floor_log10(value: float) -> int:
    return int(f"{value:e}".split("e")[1])
