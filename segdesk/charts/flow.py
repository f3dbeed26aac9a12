"""Who went from where to where: bands between two rows of segments (a Sankey picture), as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from segdesk.charts.parts import Part

GAP = 0.045
"""Between two segments of a side, as a share of the height."""

LEAST_SEGMENTS = 0.55
"""However many segments there are, at least so much of the height shows customers, the rest are gaps."""


@dataclass(frozen=True, slots=True)
class Band:
    """Customers who went from one item of ``before`` to one of ``after``; ``says`` tells it in a sentence."""

    before: int
    after: int
    size: int
    is_move: bool
    says: str


@dataclass(frozen=True, slots=True)
class FlowSpec:
    """Two sides of equal sums with bands between them; ``headings`` stand above the sides."""

    title: str
    headings: tuple[str, str]
    before: tuple[Part, ...]
    after: tuple[Part, ...]
    bands: tuple[Band, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the height, 0 (top) … 1."""

    top: float
    height: float

    @property
    def middle(self) -> float:
        """Where its middle is."""
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class FlowPlaces:
    """Where segments stand, and where each band leaves and arrives, all to one scale."""

    before: tuple[Span, ...]
    after: tuple[Span, ...]
    leaves: tuple[Span, ...]
    arrives: tuple[Span, ...]


def flow_places(spec: FlowSpec) -> FlowPlaces:
    """Give every segment and band its place; bands leave and arrive in the order of the other side."""
    whole = max(sum(part.size for part in spec.before), sum(part.size for part in spec.after), 1)
    gaps = max(len(spec.before), len(spec.after), 1) - 1
    gap = min(GAP, (1 - LEAST_SEGMENTS) / gaps) if gaps else 0.0
    scale = (1 - gap * gaps) / whole
    before, after = (_stacked(side, scale, gap) for side in (spec.before, spec.after))
    leaves, arrives = [Span(0, 0)] * len(spec.bands), [Span(0, 0)] * len(spec.bands)
    order = range(len(spec.bands))
    reached = [span.top for span in before]
    for number in sorted(order, key=lambda i: (spec.bands[i].before, spec.bands[i].after)):
        band = spec.bands[number]
        leaves[number] = Span(reached[band.before], band.size * scale)
        reached[band.before] += band.size * scale
    reached = [span.top for span in after]
    for number in sorted(order, key=lambda i: (spec.bands[i].after, spec.bands[i].before)):
        band = spec.bands[number]
        arrives[number] = Span(reached[band.after], band.size * scale)
        reached[band.after] += band.size * scale
    return FlowPlaces(before, after, tuple(leaves), tuple(arrives))


def _stacked(side: Sequence[Part], scale: float, gap: float) -> tuple[Span, ...]:
    spans, top = [], 0.0
    for part in side:
        spans.append(Span(top, part.size * scale))
        top += part.size * scale + gap
    return tuple(spans)


def apart(middles: Sequence[float], least: float, *, end: float) -> tuple[float, ...]:
    """Move words, given in order by their middles, until they are ``least`` apart within 0 … ``end``."""
    placed: list[float] = []
    for middle in middles:
        placed.append(max(middle, placed[-1] + least if placed else least / 2))
    limit = end - least / 2
    for number in range(len(placed) - 1, -1, -1):
        placed[number] = min(placed[number], limit)
        limit = placed[number] - least
    return tuple(placed)
