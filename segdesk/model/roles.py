"""What a column is and what it is used for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from segdesk.model.notes import Note


class Kind(StrEnum):
    """How a column's values are stored."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"


class ColumnRole(StrEnum):
    """What a column is used for. Only measures and categories enter the sums by default."""

    MEASURE = "measure"
    CATEGORY = "category"
    DATE = "date"
    IDENTIFIER = "identifier"
    TEXT = "text"
    DESCRIBE = "describe"
    IGNORED = "ignored"

    @property
    def is_used(self) -> bool:
        """Whether segments are made from such a column."""
        return self in (ColumnRole.MEASURE, ColumnRole.CATEGORY)


@dataclass(frozen=True, slots=True)
class ColumnSummary:
    """What the columns panel, the command line and the database say about a column.

    ``histogram`` counts values in up to 12 bins (numbers and dates, equal width between the
    1st and 99th percentile with the rest in the end bins) or for the up to 12 commonest values
    (text). ``examples`` are shown as the file would show them. ``guess`` is the role SegDesk
    proposed where the user chose another one.
    """

    name: str
    kind: Kind
    role: ColumnRole
    reason: Note | None
    missing: int
    distinct: int
    examples: tuple[str, ...]
    histogram: tuple[int, ...]
    guess: ColumnRole | None = None

    @property
    def guessed(self) -> ColumnRole:
        """The role that SegDesk proposed."""
        return self.guess or self.role

    @property
    def is_changed(self) -> bool:
        """Whether the role is the user's choice."""
        return self.role is not self.guessed
