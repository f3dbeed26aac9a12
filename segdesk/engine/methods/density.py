"""Density methods: segments are where customers crowd together; who stands alone has none."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from sklearn.cluster import HDBSCAN
from sklearn.neighbors import NearestNeighbors
from threadpoolctl import threadpool_limits

from segdesk.engine.methods.ordering import largest_first
from segdesk.engine.nearest import nearest
from segdesk.model.cost import DENSITY_ROWS
from segdesk.model.recipe import MOST_SEGMENTS

MOST_NEIGHBOURS = 50
"""More are never needed to tell a crowd from a chance meeting, whatever the number of features."""

_FEWEST_NEIGHBOURS = 4
"""Ester et al. (1996), 4.2: more than four changes little in two dimensions."""

_NEIGHBOUR_SHARE = 50
"""At most one customer in fifty: among 50 customers a crowd of 36 would be nearly everybody."""

LEAST_SEGMENT = 30
LEAST_SHARE = 0.02
"""The smallest segment worth a campaign: 30 customers and 2 % of all."""

_LEAST_OF_FEW = 5
_FEW_SHARE = 10
"""Of few customers a tenth, and five at least: a table of 50 may have segments too."""

_CURVE_POINTS = 300

_WITHOUT_KNEE = 0.9
"""Where the curve has no knee: the distance within which nine in ten have their neighbours."""

_SMALLEST_EPS = 1e-9
_BLOCK_PAIRS = 1_000_000
"""Pairs looked at in one go: their numbers (some 50 MB at worst) fit any laptop."""


@dataclass(frozen=True, slots=True, eq=False)
class KDistances:
    """Distances of customers to their ``neighbours``-th neighbour in ascending order, up to 300 of them.

    ``shares`` are the shares of customers with at most that distance; ``eps`` is the knee.
    """

    shares: NDArray[np.float64]
    distances: NDArray[np.float64]
    eps: float
    has_knee: bool


@dataclass(frozen=True, slots=True, eq=False)
class Crowds:
    """Labels, ``(rows,)`` with -1 for outliers, and the rows that were looked at for them."""

    labels: NDArray[np.int8]
    found: int
    looked_at: NDArray[np.int64]


def default_neighbours(rows: int, features: int) -> int:
    """Give how many customers make a crowd: twice the features, more of very many customers.

    Source
    ------
    Sander, Ester, Kriegel & Xu (1998), Data Min. Knowl. Discov. 2, 169-194, 5: 2·d; Birant & Kut
    (2007), Data Knowl. Eng. 60, 208-221, 3.2: ln(n).
    """
    wanted = max(2 * features, round(math.log(rows)))
    return max(_FEWEST_NEIGHBOURS, min(wanted, MOST_NEIGHBOURS, rows // _NEIGHBOUR_SHARE))


def default_least(rows: int) -> int:
    """Give the smallest segment to look for."""
    wanted = max(LEAST_SEGMENT, round(LEAST_SHARE * rows))
    return max(_LEAST_OF_FEW, min(wanted, rows // _FEW_SHARE))


def k_distances(matrix: NDArray[np.float64], neighbours: int, *, seed: int = 0) -> KDistances:
    """Give the sorted distances to the n-th neighbour, and the knee where they begin to soar.

    Parameters
    ----------
    neighbours
        How many customers make a crowd, oneself among them, as in DBSCAN.
    seed
        Picks the sample when there are more than ``DENSITY_ROWS`` rows.

    Source
    ------
    Ester, Kriegel, Sander & Xu (1996), KDD, 226-231, 4.2; Satopää et al. (2011), "Finding a
    Kneedle in a Haystack", ICDCS Workshops, 166-171, for the knee.
    """
    points = matrix[_looked_at(len(matrix), seed)]
    with threadpool_limits(limits=1):
        return _curve(_crowd_distances(points, neighbours))


def dbscan(
    matrix: NDArray[np.float64], *, min_samples: int, eps: float | None = None, seed: int
) -> tuple[Crowds, KDistances, float]:
    """Find crowds: customers with ``min_samples`` within ``eps``, and all who are that near to them.

    A customer at the border of several crowds goes with the nearest. Beyond ``DENSITY_ROWS`` rows
    crowds are found in a sample, and everybody else joins the nearest crowded customer within
    ``eps``. Takes memory in proportion to the rows.

    Parameters
    ----------
    eps
        None: the knee of ``k_distances``.

    Returns
    -------
    The crowds, the curve of distances, and the ``eps`` used.

    Source
    ------
    Ester, Kriegel, Sander & Xu (1996), KDD, 226-231.
    """
    chosen = _looked_at(len(matrix), seed)
    points = matrix[chosen]
    with threadpool_limits(limits=1):
        reached = _crowd_distances(points, min_samples)
        curve = _curve(reached)
        within = curve.eps if eps is None else eps
        # Where fewer customers than make a crowd were looked at, nobody is in one.
        is_core = (reached <= within) & (len(points) >= min_samples)
        labels = np.full(len(matrix), -1, dtype=np.int64)
        if is_core.any():
            core = points[is_core]
            crowds = _joined(core, within)
            labels[chosen[is_core]] = crowds
            others = np.flatnonzero(labels < 0)
            position, distance = nearest(core, matrix[others])
            labels[others] = np.where(distance <= within, crowds[position], -1)
    return _ranked(labels, chosen), curve, within


def hdbscan(matrix: NDArray[np.float64], *, min_size: int, min_samples: int, seed: int) -> Crowds:
    """Find crowds of any density that hold ``min_size`` customers or more.

    Beyond ``DENSITY_ROWS`` rows crowds are found in a sample (with as much smaller a ``min_size``),
    and everybody else goes where the nearest customer of the sample is, to no segment too.

    Source
    ------
    Campello, Moulavi & Sander (2013), PAKDD, 160-172.
    """
    chosen = _looked_at(len(matrix), seed)
    points = matrix[chosen]
    share = len(points) / len(matrix)
    model = HDBSCAN(
        min_cluster_size=max(2, round(min_size * share)),
        min_samples=min(min_samples, len(points) - 1),
        copy=True,
    )
    with threadpool_limits(limits=1), warnings.catch_warnings():
        # Alike customers lie infinitely dense: divisions by their distance, and scikit-learn copes.
        warnings.simplefilter("ignore", RuntimeWarning)
        own = model.fit(points).labels_.astype(np.int64)
        labels = own if share == 1 else own[nearest(points, matrix)[0]]
    labels[chosen] = own
    return _ranked(labels, chosen)


def _looked_at(rows: int, seed: int) -> NDArray[np.int64]:
    if rows <= DENSITY_ROWS:
        return np.arange(rows)
    return np.sort(np.random.default_rng(seed).choice(rows, size=DENSITY_ROWS, replace=False))


def _ranked(labels: NDArray[np.int64], looked_at: NDArray[np.int64]) -> Crowds:
    """Give crowds numbers from the largest; those beyond ``MOST_SEGMENTS`` become outliers."""
    names, sizes = np.unique(labels[labels >= 0], return_counts=True)
    small = names[np.argsort(-sizes, kind="stable")[MOST_SEGMENTS:]]
    kept = np.where(np.isin(labels, small), -1, labels)
    return Crowds(largest_first(kept), len(names), looked_at)


def _crowd_distances(points: NDArray[np.float64], neighbours: int) -> NDArray[np.float64]:
    """Give each point's distance to its n-th neighbour, itself the first."""
    index = NearestNeighbors(n_neighbors=min(neighbours, len(points))).fit(points)
    rows = max(1, _BLOCK_PAIRS // min(neighbours, len(points)))
    parts = [index.kneighbors(points[i : i + rows])[0][:, -1] for i in range(0, len(points), rows)]
    return np.concatenate(parts)


def _joined(core: NDArray[np.float64], eps: float) -> NDArray[np.int64]:
    """Give every point its crowd's number; a crowd is reached in steps of at most ``eps``."""
    index = NearestNeighbors(radius=eps).fit(core)
    crowds = np.arange(len(core))
    rows = max(1, _BLOCK_PAIRS // len(core))
    for begin in range(0, len(core), rows):
        near = index.radius_neighbors(core[begin : begin + rows], return_distance=False)
        ends = np.concatenate(near)
        starts = np.repeat(np.arange(begin, begin + len(near)), [len(each) for each in near])
        links = np.divmod(np.unique(crowds[starts] * len(core) + crowds[ends]), len(core))
        graph = coo_array((np.ones(len(links[0])), links), shape=(len(core), len(core)))
        crowds = connected_components(graph, directed=False)[1].astype(np.int64)[crowds]
    return crowds


def _curve(distances: NDArray[np.float64]) -> KDistances:
    ordered = np.sort(distances)
    picked = np.unique(np.linspace(0, len(ordered) - 1, _CURVE_POINTS).round().astype(np.int64))
    shares, heights = (picked + 1) / len(ordered), ordered[picked]
    knee = _knee(shares, heights)
    eps = float(np.quantile(ordered, _WITHOUT_KNEE)) if knee is None else knee
    if eps <= 0:
        above = heights[heights > 0]
        eps = float(above[0]) if len(above) else _SMALLEST_EPS
    return KDistances(shares, heights, eps, knee is not None)


def _knee(shares: NDArray[np.float64], heights: NDArray[np.float64]) -> float | None:
    if heights[0] == heights[-1]:
        return None
    from kneed import KneeLocator  # brings matplotlib and SciPy's signals, which take a second

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # no knee is an answer, not a warning
        found = KneeLocator(shares, heights, curve="convex", direction="increasing").knee_y
    return None if found is None else float(found)
