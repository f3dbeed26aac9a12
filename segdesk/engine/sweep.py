"""k-means for 1, 2, 3 … segments in one go on a few hundred rows, hundreds of times a second or so.

The null tables of ``verdict`` and the references of ``gap`` need the same sums over and over again:
one table of distances serves the search for starts and the silhouettes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdesk.model.table import Features

_CANDIDATES = 100
"""So many rows are tried as the next centre; more find hardly better ones."""

_MOST_STEPS = 50
"""Lloyd's steps start near their end here: a dozen is usual."""

_ROUNDING = 1e-12
"""What subtracting leaves between alike rows, as a share of the greatest squared distance."""

SAMPLE_ROWS = 1_000
"""So many customers are looked at: groups of 5 % still have 50 of them, and a sweep takes 1/20 s."""

_SAMPLE_CELLS = 100_000
_FEWEST_SAMPLE_ROWS = 300
"""Very wide tables are looked at in fewer rows, for the same time."""


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """Segments for each number: line ``i`` has up to ``i + 1``, fewer where fewer rows differ.

    ``labels`` is ``(most, rows)``, ``inertias`` ``(most,)``, ``squares`` the rows' squared distances;
    ``centres[i]`` is ``(i + 1, features)``.
    """

    labels: NDArray[np.int8]
    inertias: NDArray[np.float64]
    centres: tuple[NDArray[np.float64], ...]
    squares: NDArray[np.float64]


def sample(features: Features, *, seed: int) -> NDArray[np.int64]:
    """Pick the rows to look at, in their order; all where there are no more than ``SAMPLE_ROWS``."""
    rows, width = features.matrix.shape
    most = min(SAMPLE_ROWS, max(_FEWEST_SAMPLE_ROWS, _SAMPLE_CELLS // max(width, 1)))
    if rows <= most:
        return np.arange(rows)
    return np.sort(np.random.default_rng(seed).choice(rows, size=most, replace=False))


def count_kinds(matrix: NDArray[np.float64]) -> int:
    """Count the rows that differ."""
    return len(np.unique(matrix, axis=0))


def sweep(matrix: NDArray[np.float64], most: int) -> Sweep:
    """Find 1 … ``most`` segments by k-means, each begun from the one before and the best further centre.

    Parameters
    ----------
    matrix
        Shape ``(rows, features)``: a sample, as all pairs of rows are compared.
    most
        1 … 127.

    Source
    ------
    Likas, Vlassis & Verbeek (2003), "The global k-means clustering algorithm", Pattern Recognition
    36, 451-461, section 3.1 (the fast variant): no chance in it, so the same rows give the same segments.
    """
    rows = len(matrix)
    matrix = matrix - matrix.mean(axis=0)
    squares = _squared_distances(matrix)
    candidates = np.unique(np.linspace(0, rows - 1, min(rows, _CANDIDATES)).astype(np.int64))
    centres = np.zeros((1, matrix.shape[1]))
    labels = np.zeros((most, rows), dtype=np.int8)
    inertias = np.empty(most)
    found = [centres]
    nearest = np.einsum("ij,ij->i", matrix, matrix)
    inertias[0] = nearest.sum()
    for line in range(1, most):
        gains = np.maximum(nearest - squares[candidates], 0.0).sum(axis=1)
        centres = np.vstack([centres, matrix[candidates[gains.argmax()]]])
        labels[line], nearest, centres = _settled(matrix, centres)
        inertias[line] = nearest.sum()
        found.append(centres)
    return Sweep(labels, inertias, tuple(found), squares)


def _squared_distances(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    lengths = np.einsum("ij,ij->i", matrix, matrix)
    squares = lengths[:, None] + lengths - 2.0 * (matrix @ matrix.T)
    squares[squares < _ROUNDING * float(lengths.max(initial=0.0))] = 0.0
    np.fill_diagonal(squares, 0.0)
    return np.asarray(squares)


def _settled(
    matrix: NDArray[np.float64], centres: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Give labels, squared distances and centres once nobody changes segment any more."""
    lengths = np.einsum("ij,ij->i", matrix, matrix)
    numbers = np.arange(len(centres))
    before = np.full(len(matrix), -1)
    for _ in range(_MOST_STEPS):
        away = np.einsum("ij,ij->i", centres, centres) - 2.0 * (matrix @ centres.T)
        labels = away.argmin(axis=1)
        if (labels == before).all():
            break
        before = labels
        members = (labels[:, None] == numbers).astype(np.float64)
        sizes = members.sum(axis=0)
        # A segment that nobody is in any more stays where it was.
        centres = np.where(
            sizes[:, None] > 0, (members.T @ matrix) / np.maximum(sizes, 1.0)[:, None], centres
        )
    squares = np.maximum(lengths + away[np.arange(len(matrix)), labels], 0.0)
    return labels, squares, centres


def nearest_centre(matrix: NDArray[np.float64], centres: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give the number of each row's nearest centre."""
    away = np.einsum("ij,ij->i", centres, centres) - 2.0 * (matrix @ centres.T)
    return np.asarray(away.argmin(axis=1))


def silhouettes(distances: NDArray[np.float64], labels: NDArray[np.int8]) -> NDArray[np.float64]:
    """Give every row's silhouette in every cut; a row alone in its segment scores 0.

    Parameters
    ----------
    distances
        Shape ``(rows, rows)``, not squared.
    labels
        Shape ``(cuts, rows)``, 0 or above.

    Source
    ------
    Rousseeuw (1987), J. Comput. Appl. Math. 20, 53-65. ``quality.judge`` gives the same numbers; this
    is for the many small tables whose distances are there already.
    """
    counts = labels.max(axis=1).astype(np.int64) + 1
    members = np.concatenate(
        [line[:, None] == np.arange(count) for line, count in zip(labels, counts, strict=True)], axis=1
    ).astype(np.float64)
    totals = distances @ members
    sizes = members.sum(axis=0)
    scores = np.zeros(labels.shape)
    row = np.arange(labels.shape[1])
    end = 0
    for i, count in enumerate(counts):
        part = slice(end, end := end + count)
        scores[i] = _scores(totals[:, part], sizes[part], labels[i], row)
    return scores


def _scores(
    totals: NDArray[np.float64], sizes: NDArray[np.float64], labels: NDArray[np.int8], row: NDArray[np.int64]
) -> NDArray[np.float64]:
    own = labels.astype(np.int64)
    with np.errstate(divide="ignore", invalid="ignore"):
        inside = totals[row, own] / (sizes[own] - 1.0)
        means = np.where(sizes > 0, totals / sizes, np.inf)
        means[row, own] = np.inf
        outside = means.min(axis=1)
        scores = (outside - inside) / np.maximum(inside, outside)
    return np.where((sizes[own] > 1) & np.isfinite(scores), scores, 0.0)
