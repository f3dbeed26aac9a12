"""All the choices that decide a result. If it can change a result it is here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from segdesk.model.roles import ColumnRole

FEWEST_SEGMENTS = 2
MOST_SEGMENTS = 20
USUAL_MOST_SEGMENTS = 7
"""The data is given no more unless the user asks: few stores run eight campaigns at once."""

AUTO_MOST_SEGMENTS = 10
"""Automatic choice looks at 2 … 10: nobody runs eleven campaigns unasked."""


class Method(StrEnum):
    """How segments are found; ``model.methods`` says what each can do."""

    WARD = "ward"
    COMPLETE = "complete"
    AVERAGE = "average"
    SINGLE = "single"
    KMEANS = "kmeans"
    GMM = "gmm"
    GMM_DIAGONAL = "gmm_diagonal"
    DBSCAN = "dbscan"
    HDBSCAN = "hdbscan"


class Encoding(StrEnum):
    """How columns become numbers that can be compared."""

    BALANCED = "balanced"
    CLASSIC = "classic"
    STANDARDISED = "standardised"
    RAW = "raw"


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What one column does in a recipe; ``influence`` multiplies its weight, 0 leaves it out."""

    name: str
    role: ColumnRole
    influence: float = 1.0

    @property
    def is_used(self) -> bool:
        """Whether segments are made from this column."""
        return self.role.is_used and self.influence > 0


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to do with a dataset. ``segments=None`` lets the data suggest a number.

    ``pca`` is a number of directions (int), a share of variance to keep (float below 1) or
    None. ``parameters`` holds the method's own, by the names of ``model.methods``; one that is
    absent is taken from the data. Same recipe, dataset and versions: the same labels, bit for bit.
    """

    columns: tuple[ColumnUse, ...]
    method: Method = Method.WARD
    segments: int | None = None
    encoding: Encoding = Encoding.BALANCED
    pca: int | float | None = None
    seed: int = 0
    parameters: dict[str, float] = field(default_factory=dict)

    @property
    def used(self) -> tuple[ColumnUse, ...]:
        """The columns that segments are made from."""
        return tuple(c for c in self.columns if c.is_used)
