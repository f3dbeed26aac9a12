"""What a run found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from segdesk.model.findings import Choice
from segdesk.model.notes import Note
from segdesk.model.roles import Kind


class Band(StrEnum):
    """SegmentIQ's four words for a silhouette (Kaufman & Rousseeuw 1990)."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


_BANDS = ((0.70, Band.EXCELLENT), (0.50, Band.GOOD), (0.25, Band.FAIR))
"""SegmentIQ's bands, after Kaufman & Rousseeuw (1990), p. 88."""


def band(silhouette: float) -> Band:
    """Give SegmentIQ's word for a silhouette."""
    return next((word for least, word in _BANDS if silhouette > least), Band.POOR)


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that sets a segment apart from all customers.

    For a measure ``value`` and ``overall`` are medians and ``effect`` the difference of means
    in standard deviations; a date's are days since 1970-01-01. For a category ``level`` is the
    level, ``value`` and ``overall`` its shares, and ``effect`` the share's difference in standard
    deviations.
    """

    column: str
    effect: float
    value: float
    overall: float
    level: str = ""
    kind: Kind = Kind.NUMBER


@dataclass(frozen=True, slots=True)
class Quality:
    """How well one cut separates. ``silhouette_error`` is the standard error of a sampled
    silhouette, 0 where it is exact.
    """

    silhouette: float
    silhouette_error: float
    band: Band
    davies_bouldin: float
    calinski_harabasz: float


@dataclass(frozen=True, slots=True)
class Cut:
    """One number of segments, largest segment first. All tuples have ``segments`` items.

    ``outliers`` counts the customers whom a density method left without a segment. ``standard`` are
    the codes of the standard names of recency, frequency and money, where the file has these.
    ``given`` are the names that the user gave to segments, as the window shows them; ``colours`` the places
    in the palette that segments kept from an earlier run, empty where these are their own numbers. Both
    are kept beside the run, not in it.
    """

    segments: int
    quality: Quality
    sizes: tuple[int, ...]
    segment_silhouettes: tuple[float, ...]
    traits: tuple[tuple[Trait, ...], ...]
    outliers: int = 0
    standard: tuple[str, ...] = ()
    given: tuple[tuple[int, str], ...] = ()
    colours: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Excluded:
    """A column that was left out of the sums, and why."""

    name: str
    reason: Note


@dataclass(frozen=True, slots=True)
class FeatureConfig:
    """What was used, left out, filled in and rescaled."""

    numeric_features: tuple[str, ...]
    categorical_features: tuple[str, ...]
    excluded: tuple[Excluded, ...]
    total_original_features: int
    encoded_features: int
    pca_applied: bool
    pca_components: int | None
    pca_explained_variance: float | None
    pca_variances: tuple[float, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """Where customers stand on the first principal components, up to three.

    ``coordinates`` is ``(rows, axes)`` float32. ``loadings[a][j]`` is the correlation of axis ``a``
    with column ``columns[j]``; ``explained`` each axis's share of the variance.
    """

    coordinates: NDArray[np.float32]
    columns: tuple[str, ...]
    loadings: tuple[tuple[float, ...], ...]
    explained: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Segmentation:
    """Everything a run computed; the run's own cut is ``cut(segments)``.

    ``linkage`` is SciPy's ``(rows - 1, 4)``, or None for a method without a tree. ``labels`` and
    ``silhouettes`` have shape ``(cuts, rows)``, one line for each item of ``cuts`` in the same
    order. A label is -1 and a silhouette nan for an outlier; a silhouette is nan for a customer
    outside the sample too. ``parameters`` are the method's own as they were used, with those that
    were taken from the data. ``choice`` says how the number of segments was chosen, where the
    recipe left it to the data and the run is new.
    """

    segments: int
    cuts: tuple[Cut, ...]
    linkage: NDArray[np.float64] | None
    labels: NDArray[np.int8]
    silhouettes: NDArray[np.float32]
    features: FeatureConfig
    parameters: dict[str, float] = field(default_factory=dict)
    projection: Projection | None = None
    choice: Choice | None = None

    def __post_init__(self) -> None:
        for array in (self.linkage, self.labels, self.silhouettes):
            if array is not None:
                array.flags.writeable = False

    def position(self, segments: int) -> int:
        """Give the line of ``labels`` for that number of segments."""
        return next(i for i, cut in enumerate(self.cuts) if cut.segments == segments)

    def cut(self, segments: int) -> Cut:
        """Give the cut into that number of segments."""
        return self.cuts[self.position(segments)]

    def named(self, segments: int, given: Mapping[int, str]) -> Segmentation:
        """Give the same with the user's names in the cut into that number of segments."""
        position, pairs = self.position(segments), tuple(sorted(given.items()))
        if self.cuts[position].given == pairs:
            return self
        return self._with(replace(self.cuts[position], given=pairs))

    def coloured(self, segments: int, colours: tuple[int, ...]) -> Segmentation:
        """Give the same with kept colours in the cut into that number of segments."""
        return self._with(replace(self.cut(segments), colours=colours))

    def _with(self, cut: Cut) -> Segmentation:
        position = self.position(cut.segments)
        return replace(self, cuts=(*self.cuts[:position], cut, *self.cuts[position + 1 :]))
