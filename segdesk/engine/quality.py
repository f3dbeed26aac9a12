"""How well segments separate: silhouette, Davies-Bouldin, Calinski-Harabasz."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

from segdesk.engine.distance_sums import Cells, cells_of, summed_distances
from segdesk.model.cost import EXACT_ROWS, SAMPLE_ROWS
from segdesk.model.result import Quality, band
from segdesk.model.table import Features

_LARGE_SHARE = 500
"""A cell with more than 1/500 of all rows is a stratum of its own: of 2,000 sampled rows four are its."""

_CHUNK = 16_384
"""Rows held beside their centres at a time: a million customers take a few MB more than their matrix."""


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """The quality of several cuts; ``silhouettes`` is ``(cuts, rows)``, nan outside the sample."""

    qualities: tuple[Quality, ...]
    segment_silhouettes: tuple[tuple[float, ...], ...]
    silhouettes: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Sample:
    """Rows to look at, each from a stratum of so many rows and standing for ``weights`` of them."""

    rows: NDArray[np.int64]
    stratum: NDArray[np.int64]
    sizes: NDArray[np.int64]
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
    cells = cells_of(labels)
    sample = _sample(cells, seed)
    sums = summed_distances(features.matrix, cells, None if sample.is_exact else sample.rows)
    scores = np.full(labels.shape, np.nan, dtype=np.float32)
    qualities = []
    by_segment = []
    end = 0
    for line, count in enumerate(cells.counts):
        segment_of = cells.labels[:, line]
        placed = segment_of >= 0
        sizes = np.bincount(segment_of[placed], weights=cells.sizes[placed], minlength=count).astype(float)
        segment = segment_of[cells.cell[sample.rows]]
        own = _silhouettes(sums[:, end : end + count], segment, sizes)
        end += count
        scores[line, sample.rows] = own
        mean, error = _mean_and_error(own, sample)
        by_segment.append(_segment_means(own, segment, sample.weights, count))
        db, ch = _centroid_figures(features.matrix, labels[line], sizes)
        qualities.append(Quality(mean, error, band(mean), db, ch))
    return Judged(tuple(qualities), tuple(by_segment), scores)


def _sample(cells: Cells, seed: int) -> _Sample:
    rows = len(cells.cell)
    if rows <= EXACT_ROWS:
        return _Sample(np.arange(rows), cells.cell, cells.sizes, np.ones(rows), True)
    rng = np.random.default_rng(seed)
    stratum = _strata(cells)[cells.cell]
    sizes = np.bincount(stratum)
    # Two at least of every stratum, or there is no spread to take an error from.
    wanted = np.maximum(2, np.round(SAMPLE_ROWS * sizes / rows)).astype(np.int64)
    wanted = np.minimum(wanted, sizes)
    order = np.argsort(stratum, kind="stable")
    ends = np.cumsum(sizes)
    chosen = [
        np.sort(rng.choice(order[end - size : end], size=take, replace=False))
        for end, size, take in zip(ends, sizes, wanted, strict=True)
    ]
    picked = np.concatenate(chosen)
    own = stratum[picked]
    return _Sample(picked, own, sizes, (sizes / wanted)[own], False)


def _strata(cells: Cells) -> NDArray[np.int64]:
    """Give each cell's stratum: small cells of a million customers would make thousands of them.

    Those are put together with others of the smallest segment that they are in, so that a small segment
    has rows of its own in the sample. Outliers of a cut are never put together with others.
    """
    is_small = cells.sizes * _LARGE_SHARE < cells.sizes.sum()
    is_small &= (cells.labels >= 0).all(axis=1)
    stratum = np.arange(len(cells.sizes))
    names = [(line, segment) for line, count in enumerate(cells.counts) for segment in range(count)]
    members = [cells.labels[:, line] == segment for line, segment in names]
    whole = [int(cells.sizes[member].sum()) for member in members]
    for number in sorted(range(len(names)), key=lambda each: -whole[each]):
        stratum[members[number] & is_small] = len(cells.sizes) + number
    return np.asarray(np.unique(stratum, return_inverse=True)[1])


def _silhouettes(
    totals: NDArray[np.float64], own: NDArray[np.int64], sizes: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Give rows' silhouettes in a cut, by their summed distances to its segments and their own segment."""
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


def _mean_and_error(scores: NDArray[np.float64], sample: _Sample) -> tuple[float, float]:
    placed = ~np.isnan(scores)
    scores, stratum = scores[placed], sample.stratum[placed]
    mean = float(np.average(scores, weights=sample.weights[placed]))
    if sample.is_exact:
        return mean, 0.0
    taken = np.bincount(stratum, minlength=len(sample.sizes)).astype(np.float64)
    sizes = np.where(taken > 0, sample.sizes, 0)  # no customer is taken where all are outliers
    taken = np.maximum(taken, 1)
    centre = np.bincount(stratum, weights=scores, minlength=len(taken)) / taken
    squares = np.bincount(stratum, weights=(scores - centre[stratum]) ** 2, minlength=len(taken))
    spread = squares / np.maximum(taken - 1, 1)
    share = sizes / sizes.sum()
    variance = float((share**2 * spread / taken * (1 - taken / sample.sizes)).sum())
    return mean, float(np.sqrt(variance))


def _segment_means(
    scores: NDArray[np.float64], segment: NDArray[np.int64], weights: NDArray[np.float64], count: int
) -> tuple[float, ...]:
    placed = segment >= 0
    scores, segment, weights = scores[placed], segment[placed], weights[placed]
    sums = np.bincount(segment, weights=scores * weights, minlength=count)
    with np.errstate(invalid="ignore"):  # nan for a segment of a few customers that the sample missed
        means = sums / np.bincount(segment, weights=weights, minlength=count)
    return tuple(means.tolist())


def _centroid_figures(
    matrix: NDArray[np.float64], labels: NDArray[np.int8], sizes: NDArray[np.float64]
) -> tuple[float, float]:
    """Give Davies-Bouldin and Calinski-Harabasz; outliers (-1) don't count."""
    count, rows = len(sizes), float(sizes.sum())
    sums = np.zeros((count, matrix.shape[1]))
    for part, own in _parts(matrix, labels):
        sums += (own[:, None] == np.arange(count)).astype(np.float64).T @ part
    centres = sums / sizes[:, None]
    distances, within = np.zeros(count), 0.0
    for part, own in _parts(matrix, labels):
        away = part - centres[own]
        squares = np.einsum("ij,ij->i", away, away)
        distances += np.bincount(own, weights=np.sqrt(squares), minlength=count)
        within += float(squares.sum())
    spread = distances / sizes
    apart = cdist(centres, centres)
    # As scikit-learn has it: segments at the same place count as infinitely far apart, and
    # segments without any spread score 1. No figure is ever missing then.
    apart[apart == 0] = np.inf
    middle = sums.sum(axis=0) / rows
    between = float((sizes * ((centres - middle) ** 2).sum(axis=1)).sum())
    db = float(np.mean(((spread[:, None] + spread) / apart).max(axis=1)))
    ch = between * (rows - count) / (within * (count - 1)) if within > 0 else 1.0
    return db, ch


def _parts(
    matrix: NDArray[np.float64], labels: NDArray[np.int8]
) -> Iterator[tuple[NDArray[np.float64], NDArray[np.int64]]]:
    """Give rows and their segments, so many at a time, without outliers."""
    for start in range(0, len(matrix), _CHUNK):
        part = slice(start, start + _CHUNK)
        rows, own = matrix[part], labels[part].astype(np.int64)
        inside = own >= 0
        yield (rows, own) if inside.all() else (rows[inside], own[inside])
