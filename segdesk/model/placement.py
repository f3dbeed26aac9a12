"""New customers placed in a run's segments, a new file held beside an old one, and who moved between two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segdesk.model.notes import Note

UNLIKE = -1
"""The segment of a customer who looks like none of the run's segments."""

NOBODY = -2
"""Before: a customer who joined. After: one who left."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well two ways of parting customers agree: adjusted Rand index, and the share placed alike."""

    adjusted_rand: float
    equal: float


@dataclass(frozen=True, slots=True)
class Trust:
    """What placing with a run is worth, measured on ``rows`` of its own customers, ``splits`` times.

    ``nested`` is the honest figure: segments and placer from one half, the other half segmented on its
    own. ``together`` holds the placed half beside the run, which knew both. ``abstained`` is the share of
    the run's own customers who would be called unlike all: false alarms.
    """

    nested: Agreement
    together: Agreement
    abstained: float
    splits: int
    rows: int


@dataclass(frozen=True, slots=True, eq=False)
class Placement:
    """Where new customers go.

    ``segment`` (int8) is ``UNLIKE`` for who looks like none; ``nearest`` (int8) is where they would go all
    the same, ``second`` (int8) the next best, -1 for none (or, of a density method, no segment).
    ``confidence`` (float32, 0 … 1) is that of ``nearest``, ``unlikeness`` (float32) the share of the run's
    own customers who are more like the others than this one is.
    """

    segment: NDArray[np.int8]
    nearest: NDArray[np.int8]
    second: NDArray[np.int8]
    confidence: NDArray[np.float32]
    unlikeness: NDArray[np.float32]

    def __post_init__(self) -> None:
        for name in ("segment", "nearest", "second", "confidence", "unlikeness"):
            getattr(self, name).flags.writeable = False

    @property
    def abstained(self) -> int:
        """How many look like none of the segments."""
        return int((self.segment == UNLIKE).sum())


class UnitChange(StrEnum):
    """What became of a column's unit."""

    SCALE = "scale"
    CURRENCY = "currency"


@dataclass(frozen=True, slots=True)
class Renamed:
    """A column that another name stands for now; ``score`` (0 … 1) is how alike name and values are."""

    old: str
    new: str
    score: float
    is_same_word: bool


@dataclass(frozen=True, slots=True)
class NewLevels:
    """Values of a category that the old file hadn't, commonest first, and how many customers have them."""

    column: str
    levels: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class ChangedUnit:
    """A column that seems to count in something else; times ``factor`` it is as before (0: unknown)."""

    column: str
    kind: UnitChange
    factor: float
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class SchemaMatch:
    """A new file held beside the table of a run. Names are the old file's, but for ``added``.

    ``missing`` are columns that segments are made from or described with; ``changed_kinds`` hold words
    where there were numbers or dates. ``renamed`` and ``units`` are proposals. ``notes`` tell what the old
    file settled about reading the new one.
    """

    renamed: tuple[Renamed, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    new_levels: tuple[NewLevels, ...] = ()
    units: tuple[ChangedUnit, ...] = ()
    changed_kinds: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def needs_consent(self) -> bool:
        """Whether something is proposed that a person should look at first."""
        return any(not each.is_same_word for each in self.renamed) or bool(self.units)


@dataclass(frozen=True, slots=True)
class PlaceRequest:
    """What is to become of the placed customers.

    ``out`` is a CSV file to write; ``names`` are the segments' names for it, and ``unlike`` what stands
    for who looks like none. ``saves`` keeps them as a dataset with a placement. ``renews`` learns anew how
    to place.
    """

    names: tuple[str, ...]
    unlike: str
    out: Path | None = None
    saves: bool = False
    renews: bool = False


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """What came of placing a file: how many customers, how many went where, and what was noticed.

    ``sizes`` has an item for each segment, ``unlike`` counts who looks like none. ``gaps`` are notes on
    what had to be made up. ``placement`` is the number it was saved under, 0 where it wasn't; ``path`` the
    list that was written, empty for none.
    """

    run_id: int
    rows: int
    sizes: tuple[int, ...]
    unlike: int
    confidence: float
    kind: str
    trust: Trust | None
    match: SchemaMatch
    gaps: tuple[Note, ...]
    placement: int = 0
    path: str = ""


@dataclass(frozen=True, slots=True)
class PlacedOne:
    """Where one customer goes; the fields are those of ``Placement``."""

    segment: int
    nearest: int
    second: int
    confidence: float
    unlikeness: float
    gaps: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Consent:
    """What the user says to the proposals: yes to all, or which column is which and by which factor.

    ``names`` gives the run's column by the file's, empty for one that stands for none; ``scales`` the
    factor by the run's column.
    """

    accepts: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)


NOTHING_AGREED = Consent()


class Fate(StrEnum):
    """What became of a segment between two snapshots (MONIC)."""

    SURVIVED = "survived"
    SPLIT = "split"
    MERGED = "merged"
    DISAPPEARED = "disappeared"
    APPEARED = "appeared"


@dataclass(frozen=True, slots=True)
class Transition:
    """What became of old segments (``before``) as new ones (``after``), and the share they have in common."""

    fate: Fate
    before: tuple[int, ...]
    after: tuple[int, ...]
    shared: float


@dataclass(frozen=True, slots=True)
class Flow:
    """Customers who went from one segment to another, or from and to ``NOBODY``.

    ``sales`` are those customers' sales in the newer file (in the older one for who left); nan where no
    column tells.
    """

    before: int
    after: int
    customers: int
    sales: float


class Risk(StrEnum):
    """Why a customer is on the call list."""

    MOVED = "moved"
    SLIDING = "sliding"


@dataclass(frozen=True, slots=True)
class Call:
    """A customer to call: who, from where to where, and their sales in both files (nan: not known)."""

    identifier: str
    risk: Risk
    before: int
    after: int
    sales_before: float
    sales_now: float


@dataclass(frozen=True, slots=True)
class Migration:
    """What changed between two runs.

    ``moved`` is the share of shared customers who moved under the old model, ``moved_refit`` under the new
    fit; ``goalposts`` the share of the newer file's customers whom the two put apart. ``noise`` is what two
    draws of the older month alone move, on average, when each is segmented anew. ``sales_moved`` are the
    sales of who moved, now. ``movers`` are the identifiers of all who moved under the old model, with their
    segments. ``origins`` has the old segment for each new one, -1 for none. ``unlike`` customers of the newer
    file look like none of the old segments.
    """

    run_before: int
    run_after: int
    identifier: str
    segments: int
    segments_after: int
    shared: int
    joined: int
    left: int
    moved: float
    moved_refit: float
    goalposts: float
    noise: float
    sales_column: str
    sales_moved: float
    unlike: int
    origins: tuple[int, ...]
    transitions: tuple[Transition, ...]
    flows: tuple[Flow, ...]
    calls: tuple[Call, ...]
    movers: tuple[tuple[str, int, int], ...]
    match: SchemaMatch


@dataclass(frozen=True, slots=True)
class Rerun:
    """A recipe used again: the new run, the one that it repeats (0: none), and what was noticed.

    ``origins`` has the old segment for each new one, -1 for none. ``left_out`` are columns that the file
    hasn't.
    """

    run_id: int
    before_id: int
    origins: tuple[int, ...]
    left_out: tuple[str, ...]
    match: SchemaMatch
