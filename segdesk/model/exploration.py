"""What the data quality page shows of a dataset: every column, and how the measures go together."""

from __future__ import annotations

from dataclasses import dataclass

from segdesk.model.roles import ColumnRole, Kind


@dataclass(frozen=True, slots=True)
class Level:
    """One of the commonest values of a category, as the file would show it, and its customers."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How a measure's or a date's values lie; those of a date are days since 1970-01-01.

    ``low`` and ``high`` are where the histogram's first bin begins and its last one ends, without
    the hundredth at either end. ``outliers`` lie beyond Tukey's outer fences, and are None where
    half of the values are the same and no fence can be drawn. ``skew`` is the moment coefficient
    of skewness, None for a date.
    """

    minimum: float
    lower: float
    median: float
    upper: float
    maximum: float
    low: float
    high: float
    outliers: int | None
    skew: float | None


@dataclass(frozen=True, slots=True)
class ColumnQuality:
    """What is in one column.

    ``is_personal``: it holds names, e-mail addresses or phone numbers. ``is_hidden``: its values
    tell one customer from another, so neither they nor their distribution are shown; then
    ``histogram`` and ``levels`` are empty and ``spread`` is None. Otherwise a measure or a date has
    a ``histogram`` and a ``spread``, a category its commonest ``levels``. ``same_share`` is how
    large a part of the known values is the commonest one, for a constant column, else 0.
    """

    name: str
    kind: Kind
    role: ColumnRole
    missing: int
    distinct: int
    is_personal: bool = False
    is_hidden: bool = False
    histogram: tuple[int, ...] = ()
    levels: tuple[Level, ...] = ()
    spread: Spread | None = None
    same_share: float = 0.0

    @property
    def is_constant(self) -> bool:
        """Whether (nearly) all values are the same, so that it tells no customers apart."""
        return self.same_share > 0 or self.distinct == 0


@dataclass(frozen=True, slots=True)
class Correlations:
    """How the measures go together, two by two: Pearson's r over the customers who have both.

    ``r[i][j]`` belongs to ``names[i]`` and ``names[j]`` and is nan where it isn't defined.
    ``logged`` names the measures that are skewed and were put on a log scale first. ``measures``
    counts how many there are; where they are too many for a picture, those with the strongest
    correlations are here.
    """

    names: tuple[str, ...] = ()
    r: tuple[tuple[float, ...], ...] = ()
    logged: tuple[str, ...] = ()
    measures: int = 0


@dataclass(frozen=True, slots=True)
class Exploration:
    """All that is worth knowing about a dataset before segments are made from it.

    ``copies`` are pairs (copy, original) of columns that say nearly the same; ``duplicates`` counts
    the rows that equal an earlier one in every column.
    """

    dataset_id: int
    rows: int
    duplicates: int
    columns: tuple[ColumnQuality, ...]
    copies: tuple[tuple[str, str], ...]
    correlations: Correlations
