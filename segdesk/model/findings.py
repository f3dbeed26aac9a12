"""What is found about a run after it is on screen: how many, are they real, would they come back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from segdesk.model.notes import Note
from segdesk.model.recipe import Method, Recipe


class Adviser(StrEnum):
    """Who votes on the number of segments, the most trustworthy first."""

    GAP = "gap"
    STRENGTH = "strength"
    ELBOW = "elbow"
    SILHOUETTE = "silhouette"


@dataclass(frozen=True, slots=True)
class Vote:
    """What one adviser says: its figure for each number of segments, and the number it names.

    ``errors`` are standard errors, empty where the figure has none. ``says`` is None where the
    adviser can't tell; 1 means no groups.
    """

    adviser: Adviser
    segments: tuple[int, ...]
    figures: tuple[float, ...]
    says: int | None
    errors: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The number of segments that was chosen, by whom, and within which business limits.

    ``reason`` is a code of ``choose.*``. ``rows`` is how many customers were looked at.
    ``least`` is the smallest segment allowed, in customers of the whole dataset.
    """

    segments: int
    reason: Note
    votes: tuple[Vote, ...]
    most: int
    least: int
    rows: int

    def vote(self, adviser: Adviser) -> Vote:
        """Give one adviser's vote."""
        return next(vote for vote in self.votes if vote.adviser is adviser)


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near customers are to their ``neighbours``-th nearest, and ``eps``, the distance DBSCAN went by.

    ``shares[i]`` of the customers are within ``distances[i]``; both ascend.
    """

    neighbours: int
    shares: tuple[float, ...]
    distances: tuple[float, ...]
    eps: float


class Reality(StrEnum):
    """Are they real? STATISTICS §2."""

    NATURAL = "natural"
    SLICES = "slices"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a run's features hold groups at all.

    ``dip_p`` and ``silhouette_p`` are the two tests' p values, ``p`` the one that the word rests
    on; ``gap_segments`` what the gap statistic says (1: no groups). ``chance[i]`` is the mean
    silhouette of ``segments[i]`` segments on data without groups. ``rows`` were looked at.
    """

    reality: Reality
    p: float
    dip_p: float
    silhouette_p: float
    gap_segments: int
    segments: tuple[int, ...]
    chance: tuple[float, ...]
    rows: int


class Finding(StrEnum):
    """The parts of what is found about a run, in the order in which they are looked for."""

    NEARNESS = "nearness"
    CHOICE = "choice"
    VERDICT = "verdict"
    RELIABILITY = "reliability"


class Stability(StrEnum):
    """Would it come back? Hennig 2007, in words."""

    SOLID = "solid"
    USABLE = "usable"
    FUZZY = "fuzzy"
    UNSTABLE = "unstable"


@dataclass(frozen=True, slots=True)
class Dominance:
    """How much of the result hangs on one column: the share of customers who change segment without it."""

    column: str
    moved: float


@dataclass(frozen=True, slots=True, eq=False)
class ReliabilityFigures:
    """Whether the segments of one cut would come back, without what that means for each customer.

    ``jaccard`` and ``words`` have one item for each segment. ``rows`` customers were drawn from;
    each repeat places the others with those who are like them. ``dominance`` is in descending order.
    """

    segments: int
    repeats: int
    rows: int
    jaccard: tuple[float, ...]
    words: tuple[Stability, ...]
    borderline: int
    columns: tuple[str, ...]
    dominance: tuple[Dominance, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Reliability(ReliabilityFigures):
    """Whether the segments of one cut would come back, and who is sure of theirs.

    ``certainty`` (float32) is each customer's share of repeats in the same segment, ``second``
    (int8) the segment they went to most often otherwise, -1 for none, and ``deciding`` (int16) the
    position in ``columns`` of the column that decides between the two, -1 for none. Arrays are nan
    or -1 for outliers.
    """

    certainty: NDArray[np.float32]
    second: NDArray[np.int8]
    deciding: NDArray[np.int16]


BORDERLINE = 0.75
"""A customer who stays in less than this share of repeats sits between two segments."""


MOST_UNASSIGNED = 0.2
"""A campaign that leaves out more than one customer in five isn't one for the store's customers."""


@dataclass(frozen=True, slots=True)
class Contender:
    """One method in a comparison; ``failure`` says why there are no figures.

    ``silhouette``, ``davies_bouldin`` and ``calinski_harabasz`` are on the one common matrix and
    leave outliers out; ``unassigned`` is the outliers' share, ``balance`` the smallest segment's
    size over the largest's. ``stability`` is the mean bootstrapped Jaccard.
    """

    method: Method
    recipe: Recipe
    failure: Note | None = None
    segments: int = 0
    sizes: tuple[int, ...] = ()
    silhouette: float = float("nan")
    davies_bouldin: float = float("nan")
    calinski_harabasz: float = float("nan")
    stability: float = float("nan")
    unassigned: float = 0.0
    balance: float = float("nan")
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """All methods on the same features. ``agreement[i][j]`` is the adjusted Rand index, nan where
    one of the two failed. ``recommended`` is a position in ``contenders``, None where all failed.
    """

    contenders: tuple[Contender, ...]
    agreement: tuple[tuple[float, ...], ...]
    recommended: int | None
    reason: Note
    rows: int


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """What is known so far of one cut of a run."""

    choice: Choice | None = None
    verdict: Verdict | None = None
    reliability: Reliability | None = None
    nearness: Nearness | None = None

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to be worked out."""
        return self.choice is not None and self.verdict is not None and self.reliability is not None
