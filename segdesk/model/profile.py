"""What every segment is like in every column: small enough to be sent, and all that the pictures need."""

from __future__ import annotations

from dataclasses import dataclass

from segdesk.model.roles import Kind


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One segment's values of a measure; nan all through where nobody has one.

    ``effect`` is the difference of means in standard deviations. ``marks`` are the 5th, 25th, 50th,
    75th and 95th percentile; a date's are days since 1970-01-01. ``ranks`` says of the 25th, 50th
    and 75th what share of all customers lies below (equals count half). ``density`` is the curve of
    the values over the column's ``low`` … ``high``, its highest point 1.
    """

    effect: float
    marks: tuple[float, float, float, float, float]
    ranks: tuple[float, float, float]
    density: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """One segment's values of a category: the position of its commonest level, -1 where nobody has
    one, the share of each of the column's levels, the last being all rarer ones', and the
    standardised difference of the commonest level's share.
    """

    effect: float
    commonest: int
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class MeasureProfile:
    """A measure in every segment. ``importance`` is the share of its variance that lies between segments.

    ``low`` and ``high`` are where the middle 99 % of all customers lie.
    """

    name: str
    kind: Kind
    importance: float
    low: float
    high: float
    overall: MeasureLine
    lines: tuple[MeasureLine, ...]


@dataclass(frozen=True, slots=True)
class CategoryProfile:
    """A category in every segment. ``importance`` is Cramér's V squared.

    ``levels`` are the commonest, most common first; ``has_rest`` says that the shares have one more
    item, for all rarer levels.
    """

    name: str
    importance: float
    levels: tuple[str, ...]
    has_rest: bool
    overall: CategoryLine
    lines: tuple[CategoryLine, ...]


ColumnProfile = MeasureProfile | CategoryProfile


@dataclass(frozen=True, slots=True)
class ProfileTable:
    """The columns used and described of one cut, the most telling first.

    ``lines`` of a column are the segments in their order; where ``has_outliers`` one more follows for
    the customers without a segment.
    """

    run_id: int
    segments: int
    has_outliers: bool
    columns: tuple[ColumnProfile, ...]

    def column(self, name: str) -> ColumnProfile:
        """Give the column of that name."""
        return next(column for column in self.columns if column.name == name)

    @property
    def measures(self) -> tuple[MeasureProfile, ...]:
        """The measures and dates, the most telling first."""
        return tuple(column for column in self.columns if isinstance(column, MeasureProfile))
