"""What lists and headers show of things that are saved. Free of numpy: the first window needs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from segdesk.model.notes import Note
from segdesk.model.recipe import Recipe


@dataclass(frozen=True, slots=True)
class DatasetInfo:
    """A saved dataset. ``imported_at`` is in UTC; ``runs`` counts its runs."""

    id: int
    name: str
    original_path: str
    sha256: str
    rows: int
    columns: int
    imported_at: datetime
    runs: int
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class RunInfo:
    """A saved run, without its arrays. ``created_at`` is in UTC.

    ``parameters`` are the method's own as they were used, with those taken from the data.
    """

    id: int
    dataset_id: int
    dataset_name: str
    recipe: Recipe
    segments: int
    silhouette: float
    created_at: datetime
    seconds: float
    versions: dict[str, str]
    parameters: dict[str, float] = field(default_factory=dict)
