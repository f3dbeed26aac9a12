"""Whether a new customer is like any that segments were made of."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.neighbors import NearestNeighbors
from threadpoolctl import threadpool_limits

from segdesk.errors import RunError

FALSE_ALARMS = 0.06
"""The share of the run's own customers who would be called unlike: under one in ten with some to spare."""

REFERENCE_ROWS = 5_000
"""Customers kept to compare with; more change the distances by little."""

NEIGHBOURS = 3

_FOLDS = 10
_FLAT = 1e-8
"""A direction with less than this share of the largest variance says nothing: the sum of 0/1 features."""

_CURVE_POINTS = 400


@dataclass(frozen=True, slots=True, eq=False)
class Familiarity:
    """The run's own customers, to compare others with.

    ``points`` (customers, features) are a sample of them; ``centre`` and ``whitening`` (measures,
    directions) measure how odd a combination of measures is. The three curves are quantiles of the own
    customers' distances, oddness, and rank of the odder of the two, each as if they were new.
    """

    points: NDArray[np.float64]
    measures: NDArray[np.int64]
    centre: NDArray[np.float64]
    whitening: NDArray[np.float64]
    distances: NDArray[np.float64]
    oddness: NDArray[np.float64]
    ranks: NDArray[np.float64]

    @property
    def arrays(self) -> dict[str, NDArray[Any]]:
        """The arrays by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def get_to_know(matrix: NDArray[np.float64], measures: NDArray[np.int64], *, seed: int) -> Familiarity:
    """Learn what the run's own customers are like.

    Two figures are taken of a customer: the distance to the third nearest own customer (how far
    from anybody), and the Mahalanobis distance in the measures (how odd a combination). Each is ranked
    among the own customers, who are measured as if they were new: without themselves, and against
    the other nine tenths. The larger rank counts, ranked once more.

    Parameters
    ----------
    matrix
        Features, shape ``(rows, features)``.
    measures
        Which features are measures, not 0/1.

    Source
    ------
    Ramaswamy, Rastogi & Shim (2000), SIGMOD, 427-438 (distance to the k-th neighbour); Mahalanobis
    (1936); Vovk, Gammerman & Shafer (2005), ch. 2 (ranks among held-out rows).
    """
    random = np.random.default_rng(seed)
    rows = len(matrix)
    chosen = np.arange(rows)
    if rows > REFERENCE_ROWS:
        chosen = np.sort(random.choice(rows, REFERENCE_ROWS, replace=False))
    points = matrix[chosen]
    distances = _distances(points, points, own=True)
    fold = random.permutation(len(points)) % _FOLDS
    oddness = np.zeros(len(points))
    for each in range(_FOLDS):
        own, others = np.flatnonzero(fold == each), np.flatnonzero(fold != each)
        if len(measures) and len(own) and len(others):
            oddness[own] = _odd(points[own][:, measures], *_whitening(points[others][:, measures]))
    centre, whitening = _whitening(points[:, measures])
    curves = _curve(distances), _curve(oddness)
    ranks = np.maximum(_rank(distances, curves[0]), _rank(oddness, curves[1]))
    return Familiarity(points, measures, centre, whitening, *curves, _curve(ranks))


def unlikeness(familiar: Familiarity, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the share of the run's own customers who are more like the others than each row is."""
    ranks = _rank(_distances(familiar.points, matrix, own=False), familiar.distances)
    if len(familiar.measures):
        odd = _odd(matrix[:, familiar.measures], familiar.centre, familiar.whitening)
        ranks = np.maximum(ranks, _rank(odd, familiar.oddness))
    return _rank(ranks, familiar.ranks)


def checked(familiar: Familiarity, *, inputs: int) -> Familiarity:
    """Give it back if it fits features of that number.

    Raises
    ------
    RunError
        ``place.damaged``: what was saved doesn't hold together any more.
    """
    measures = familiar.measures
    is_shaped = (
        familiar.points.ndim == 2
        and familiar.points.shape[1] == inputs
        and len(familiar.points) > 0
        and measures.ndim == 1
        and bool(((measures >= 0) & (measures < inputs)).all())
        and familiar.centre.shape == (len(measures),)
        and familiar.whitening.ndim == 2
        and familiar.whitening.shape[0] == len(measures)
        and all(
            each.ndim == 1 and len(each) for each in (familiar.distances, familiar.oddness, familiar.ranks)
        )
    )
    if not is_shaped or not all(np.isfinite(each).all() for each in familiar.arrays.values()):
        raise RunError("place.damaged")
    return familiar


def _distances(points: NDArray[np.float64], rows: NDArray[np.float64], *, own: bool) -> NDArray[np.float64]:
    neighbours = min(NEIGHBOURS + own, len(points))
    with threadpool_limits(limits=1):
        far = NearestNeighbors(n_neighbors=neighbours).fit(points).kneighbors(rows)[0]
    return np.asarray(far[:, -1])


def _whitening(points: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    centre = points.mean(axis=0)
    if not points.shape[1]:
        return centre, np.zeros((0, 0))
    with threadpool_limits(limits=1):
        _, spread, directions = np.linalg.svd(points - centre, full_matrices=False)
    deviations = spread / np.sqrt(max(len(points) - 1, 1))
    is_wide = deviations**2 > _FLAT * max(float(deviations.max(initial=0.0)) ** 2, np.finfo(float).tiny)
    return centre, np.ascontiguousarray((directions[is_wide] / deviations[is_wide, None]).T)


def _odd(
    rows: NDArray[np.float64], centre: NDArray[np.float64], whitening: NDArray[np.float64]
) -> NDArray[np.float64]:
    return np.asarray(np.sqrt((((rows - centre) @ whitening) ** 2).sum(axis=1)))


def _curve(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give quantiles of values, each of them one that occurs."""
    shares = np.linspace(0, 1, min(_CURVE_POINTS, len(values)))
    return np.asarray(np.quantile(values, shares, method="higher"))


def _rank(values: NDArray[np.float64], curve: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the share of a curve's values below each value; beyond its end above 1, the further the more."""
    return np.searchsorted(curve, values, side="left") / len(curve)
