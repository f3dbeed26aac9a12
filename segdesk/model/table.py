"""A file that has been read: typed columns of equal length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdesk.model.notes import Note
from segdesk.model.reading import Dialect, Receipt
from segdesk.model.roles import Kind


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One typed column; its array is read-only.

    ``values`` holds float64 with nan for missing (number), datetime64[s] with NaT (date), or
    int32 codes into ``levels`` with -1 (text). Levels are distinct, in order of appearance.
    """

    name: str
    kind: Kind
    values: NDArray[Any]
    levels: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.values.flags.writeable = False

    @property
    def is_missing(self) -> NDArray[np.bool_]:
        """Which rows have no value."""
        match self.kind:
            case Kind.NUMBER:
                return np.asarray(np.isnan(self.values))
            case Kind.DATE:
                return np.asarray(np.isnat(self.values))
            case Kind.TEXT:
                return np.asarray(self.values < 0)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A customer file, read. Column names are distinct.

    ``dialect`` and ``receipt`` say how; a table that was saved and read back doesn't carry them.
    """

    columns: tuple[Column, ...]
    notes: tuple[Note, ...] = ()
    dialect: Dialect | None = None
    receipt: Receipt | None = None

    @property
    def rows(self) -> int:
        """How many customers there are."""
        return len(self.columns[0].values) if self.columns else 0

    def column(self, name: str) -> Column:
        """Give the column of that name."""
        return next(c for c in self.columns if c.name == name)


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """The matrix that is clustered: ``(rows, features)`` float64, read-only.

    ``sources[j]`` is the name of the table's column that feature ``j`` came from; after PCA
    features are directions and ``sources`` is empty. ``explained`` is each kept direction's
    share of the variance.
    """

    matrix: NDArray[np.float64]
    names: tuple[str, ...]
    sources: tuple[str, ...]
    explained: tuple[float, ...] = ()
    encoded: int = 0
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        self.matrix.flags.writeable = False
