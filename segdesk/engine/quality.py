"""How well segments separate: silhouette, Davies-Bouldin, Calinski-Harabasz."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

from segdesk.model.cost import EXACT_ROWS, SAMPLE_ROWS
from segdesk.model.result import Quality, band
from segdesk.model.table import Features

_TILE = 1_024
"""Rows compared with as many at a time: their distances (8 MB) stay in a processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """The quality of several cuts; ``silhouettes`` is ``(cuts, rows)``, nan outside the sample."""

    qualities: tuple[Quality, ...]
    segment_silhouettes: tuple[tuple[float, ...], ...]
    silhouettes: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """Rows that share all their labels: ``cell`` of each row, each cell's ``labels`` and size."""

    cell: NDArray[np.int64]
    labels: NDArray[np.int64]
    sizes: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class _Sample:
    """Rows to look at, each standing for ``weights`` rows of its cell."""

    rows: NDArray[np.int64]
    weights: NDArray[np.float64]
    is_exact: bool


def judge(features: Features, labels: NDArray[np.int8], *, seed: int) -> Judged:
    """Judge all cuts in one pass over the distances.

    Parameters
    ----------
    features
        ``matrix`` of shape ``(rows, features)``: exactly what was clustered.
    labels
        Shape ``(cuts, rows)``; each line holds all of ``0 .. segments - 1``, two or more. -1 is an
        outlier: left out of that line's figures, its silhouette nan.
    seed
        Picks the sample when there are more than ``EXACT_ROWS`` rows.

    Returns
    -------
    Exact silhouettes up to ``EXACT_ROWS`` rows; beyond, those of a sample stratified by cell, with
    the standard error of the stratified mean. A customer alone in a segment scores 0.

    Source
    ------
    Rousseeuw (1987), J. Comput. Appl. Math. 20, 53-65; Davies & Bouldin (1979), IEEE PAMI 1(2);
    Caliński & Harabasz (1974), Commun. Stat. 3(1); Cochran (1977), Sampling Techniques, 5.3.
    """
    cells = _cells(labels)
    sample = _sample(cells, seed)
    sums = _distance_sums(features.matrix, cells, sample.rows)
    shape = labels.shape
    scores = np.full(shape, np.nan, dtype=np.float32)
    qualities = []
    by_segment = []
    for line in range(shape[0]):
        segment_of = cells.labels[:, line]
        own = _silhouettes(sums, segment_of, cells, sample)
        scores[line, sample.rows] = own
        count = int(segment_of.max()) + 1
        mean, error = _mean_and_error(own, cells, sample)
        by_segment.append(_segment_means(own, segment_of[cells.cell[sample.rows]], sample.weights, count))
        inside = labels[line] >= 0
        is_whole = bool(inside.all())
        db, ch = _centroid_figures(
            features.matrix if is_whole else features.matrix[inside], labels[line][inside], count
        )
        qualities.append(Quality(mean, error, band(mean), db, ch))
    return Judged(tuple(qualities), tuple(by_segment), scores)


def _cells(labels: NDArray[np.int8]) -> _Cells:
    cell = np.zeros(labels.shape[1], dtype=np.int64)
    for line in labels:
        # Renumbered after each cut, so that the codes stay small however many cuts there are.
        _, cell = np.unique(cell * (int(line.max()) + 2) + line + 1, return_inverse=True)
    sizes = np.bincount(cell)
    first = np.empty(len(sizes), dtype=np.int64)
    first[cell[::-1]] = np.arange(len(cell))[::-1]
    return _Cells(cell, labels[:, first].T.astype(np.int64), sizes)


def _sample(cells: _Cells, seed: int) -> _Sample:
    rows = len(cells.cell)
    if rows <= EXACT_ROWS:
        return _Sample(np.arange(rows), np.ones(rows), True)
    rng = np.random.default_rng(seed)
    # Two at least of every cell, or there is no spread to take an error from.
    wanted = np.maximum(2, np.round(SAMPLE_ROWS * cells.sizes / rows)).astype(np.int64)
    wanted = np.minimum(wanted, cells.sizes)
    order = np.argsort(cells.cell, kind="stable")
    ends = np.cumsum(cells.sizes)
    chosen = [
        np.sort(rng.choice(order[end - size : end], size=take, replace=False))
        for end, size, take in zip(ends, cells.sizes, wanted, strict=True)
    ]
    picked = np.concatenate(chosen)
    return _Sample(picked, (cells.sizes / wanted)[cells.cell[picked]], False)


def _distance_sums(
    matrix: NDArray[np.float64], cells: _Cells, picked: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Give each picked row's summed distance to every cell, shape ``(picked, cells)``."""
    ordered = matrix[np.argsort(cells.cell, kind="stable")]
    ends = np.cumsum(cells.sizes)
    sums = np.zeros((len(picked), len(cells.sizes)))
    points = matrix[picked]
    for cell, (end, size) in enumerate(zip(ends, cells.sizes, strict=True)):
        for begin in range(end - size, end, _TILE):
            others = ordered[begin : min(begin + _TILE, end)]
            for first in range(0, len(picked), _TILE):
                block = slice(first, first + _TILE)
                sums[block, cell] += cdist(points[block], others).sum(axis=1)
    return sums


def _silhouettes(
    sums: NDArray[np.float64], segment_of: NDArray[np.int64], cells: _Cells, sample: _Sample
) -> NDArray[np.float64]:
    """Give the sampled rows' silhouettes in the cut that puts cell ``i`` in ``segment_of[i]``."""
    count = int(segment_of.max()) + 1
    placed = np.flatnonzero(segment_of >= 0)
    sizes = np.bincount(segment_of[placed], weights=cells.sizes[placed], minlength=count)
    joined = np.zeros((len(segment_of), count))
    joined[placed, segment_of[placed]] = 1.0
    totals = sums @ joined
    own = segment_of[cells.cell[sample.rows]]
    line = np.arange(len(own))
    with np.errstate(divide="ignore", invalid="ignore"):
        inside = totals[line, own] / (sizes[own] - 1)
        means = totals / sizes
        means[line, own] = np.inf
        outside = means.min(axis=1)
        scores = (outside - inside) / np.maximum(inside, outside)
    # Alone in a segment, or all at the same place: neither well nor badly placed.
    scores = np.where((sizes[own] > 1) & np.isfinite(scores), scores, 0.0)
    return np.where(own >= 0, scores, np.nan)


def _mean_and_error(scores: NDArray[np.float64], cells: _Cells, sample: _Sample) -> tuple[float, float]:
    placed = ~np.isnan(scores)
    scores, stratum = scores[placed], cells.cell[sample.rows[placed]]
    mean = float(np.average(scores, weights=sample.weights[placed]))
    if sample.is_exact:
        return mean, 0.0
    taken = np.bincount(stratum, minlength=len(cells.sizes)).astype(np.float64)
    sizes = np.where(taken > 0, cells.sizes, 0)  # no customer is taken where all are outliers
    taken = np.maximum(taken, 1)
    centre = np.bincount(stratum, weights=scores, minlength=len(taken)) / taken
    squares = np.bincount(stratum, weights=(scores - centre[stratum]) ** 2, minlength=len(taken))
    spread = squares / np.maximum(taken - 1, 1)
    share = sizes / sizes.sum()
    variance = float((share**2 * spread / taken * (1 - taken / cells.sizes)).sum())
    return mean, float(np.sqrt(variance))


def _segment_means(
    scores: NDArray[np.float64], segment: NDArray[np.int64], weights: NDArray[np.float64], count: int
) -> tuple[float, ...]:
    placed = segment >= 0
    scores, segment, weights = scores[placed], segment[placed], weights[placed]
    sums = np.bincount(segment, weights=scores * weights, minlength=count)
    return tuple(float(x) for x in sums / np.bincount(segment, weights=weights, minlength=count))


def _centroid_figures(
    matrix: NDArray[np.float64], labels: NDArray[np.int8], count: int
) -> tuple[float, float]:
    """Give Davies-Bouldin and Calinski-Harabasz."""
    rows = len(matrix)
    sizes = np.bincount(labels, minlength=count).astype(np.float64)
    centres = (
        np.column_stack([np.bincount(labels, weights=x, minlength=count) for x in matrix.T]) / sizes[:, None]
    )
    squares = ((matrix - centres[labels]) ** 2).sum(axis=1)
    spread = np.bincount(labels, weights=np.sqrt(squares), minlength=count) / sizes
    apart = cdist(centres, centres)
    # As scikit-learn has it: segments at the same place count as infinitely far apart, and
    # segments without any spread score 1. No figure is ever missing then.
    apart[apart == 0] = np.inf
    between = float((sizes * ((centres - matrix.mean(axis=0)) ** 2).sum(axis=1)).sum())
    within = float(squares.sum())
    db = float(np.mean(((spread[:, None] + spread) / apart).max(axis=1)))
    ch = between * (rows - count) / (within * (count - 1)) if within > 0 else 1.0
    return db, ch
