"""k-means: segments around centres, for several numbers of segments at once."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster import hierarchy
from scipy.spatial.distance import pdist
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning
from threadpoolctl import threadpool_limits

from segdesk.engine.methods.hierarchical import cut
from segdesk.engine.methods.ordering import largest_first
from segdesk.engine.methods.seeding import library_seed
from segdesk.errors import RunError
from segdesk.model.cost import POLISHED_ROWS

STARTS = 10

SAMPLE_ROWS = 20_000
"""Up to here every start sees all rows. Beyond, the starts see a sample of so many, and all rows
then take a few steps from there: the same inertia within 0.2 % at a seventh of the time."""

_SWAPS = 3
"""So many times for every start a centre of the best result is put elsewhere: where there are few rows for
a segment, starts alone stay some percent above the least inertia."""

_SWAP_STEPS = 2

_MOST_MOVES = 2
"""Per row; a few in a hundred rows are moved."""

FULL_STEPS = 5
"""The steps of all rows after the sample; by then centres hardly move."""

_MOST_STEPS = 300

_GLANCE_ROWS = 1_000
_CHUNK = 16_384
"""Rows held beside their centres at a time: a million take a few MB more than their matrix."""

_ROUNDING = 1e-12
"""What averaging and rotating leave between alike rows, as a share of the largest number."""


def kmeans_sweep(
    matrix: NDArray[np.float64],
    counts: Sequence[int],
    *,
    seed: int,
    starts: int = STARTS,
    polish: bool = False,
) -> tuple[NDArray[np.int8], NDArray[np.float64]]:
    """Find each of several numbers of segments by k-means.

    A number's result doesn't depend on which others are asked for.

    Parameters
    ----------
    matrix
        Shape ``(rows, features)``, without nan.
    counts
        Numbers of segments, each in 1 … min(rows, 127).
    seed
        0 or above; the same seed gives the same labels, bit for bit.
    starts
        How many times each number is begun anew; the best is kept.
    polish
        Look further where there are up to ``POLISHED_ROWS`` rows: ten times the work, for as little
        inertia as anybody's.

    Returns
    -------
    Labels of shape ``(len(counts), rows)``: every line holds exactly that many segments, 0 the
    largest, of equal sizes the one with the earlier first row. Where fewer rows differ than there
    are segments, alike rows are parted. And each line's inertia: the summed squared distances to
    the segments' means.

    Raises
    ------
    RunError
        ``method.too_few_rows``: fewer rows than segments.

    Source
    ------
    Lloyd (1982), IEEE Trans. Inf. Theory 28, 129-137; Arthur & Vassilvitskii (2007), SODA, for the
    starts (greedy, as in scikit-learn); for few rows Hartigan (1975), Clustering Algorithms, 4.3
    (moves of single rows) and Fränti (2018), J. Big Data 5:13 (random swaps of centres).
    """
    rows = len(matrix)
    if max(counts, default=1) > rows:
        raise RunError("method.too_few_rows", rows=rows)
    labels = np.empty((len(counts), rows), dtype=np.int8)
    inertias = np.empty(len(counts))
    kinds, n_kinds = kinds_of(matrix, max(counts, default=1))
    sample = _sample(rows, seed)
    # One thread: sums that are shared out among threads are rounded differently each time.
    with threadpool_limits(limits=1), warnings.catch_warnings():
        # Fewer segments than asked for are dealt with below.
        warnings.simplefilter("ignore", ConvergenceWarning)
        for line, count in enumerate(counts):
            if count >= n_kinds:
                found: NDArray[np.integer] = kinds
            elif polish and rows <= POLISHED_ROWS:
                found = _polished_best(matrix, count, library_seed(seed, count), starts)
            else:
                found = _fitted(matrix, sample, count, library_seed(seed, count), starts)
            labels[line] = largest_first(parted(found, count))
            inertias[line] = inertia(matrix, labels[line])
    return labels, inertias


def kinds_of(matrix: NDArray[np.float64], most: int) -> tuple[NDArray[np.int64], int]:
    """Tell apart the kinds of rows, as long as there are at most ``most``.

    Returns
    -------
    Each row's kind, and how many there are. Where there are more than ``most``, the count is
    ``most + 1`` and the numbers mean nothing.
    """
    tolerance = _ROUNDING * max(float(matrix.max(initial=0.0)), -float(matrix.min(initial=0.0)))
    if len(matrix) > _GLANCE_ROWS:
        # As a rule a few rows tell that there are more kinds, and a million needn't be compared.
        glance = _kinds(matrix[:: len(matrix) // _GLANCE_ROWS], most, tolerance)
        if glance[1] > most:
            return np.zeros(len(matrix), dtype=np.int64), most + 1
    return _kinds(matrix, most, tolerance)


def _kinds(matrix: NDArray[np.float64], most: int, tolerance: float) -> tuple[NDArray[np.int64], int]:
    kinds = np.zeros(len(matrix), dtype=np.int64)
    left = np.arange(len(matrix))
    count = 0
    while len(left) and count <= most:
        alike = (np.abs(matrix[left] - matrix[left[0]]) <= tolerance).all(axis=1)
        kinds[left[alike]] = count
        left = left[~alike]
        count += 1
    return kinds, count


def parted(labels: NDArray[np.integer], count: int) -> NDArray[np.int64]:
    """Halve the largest segments, in the order of rows, until there are ``count``."""
    result: NDArray[np.int64] = np.unique(labels, return_inverse=True)[1].astype(np.int64)
    for new in range(int(result.max()) + 1, count):
        rows = np.flatnonzero(result == np.bincount(result).argmax())
        result[rows[(len(rows) + 1) // 2 :]] = new
    return result


def inertia(matrix: NDArray[np.float64], labels: NDArray[np.integer]) -> float:
    """Sum the squared distances of rows to the means of their segments; outliers (-1) don't count."""
    count = int(labels.max(initial=-1)) + 1
    if not count:
        return 0.0
    chunks = [slice(start, start + _CHUNK) for start in range(0, len(matrix), _CHUNK)]
    sums, sizes = np.zeros((count, matrix.shape[1])), np.zeros(count)
    for part in chunks:
        members = labels[part, None] == np.arange(count)
        sums += members.T.astype(np.float64) @ matrix[part]
        sizes += members.sum(axis=0)
    centres = sums / np.maximum(sizes, 1)[:, None]
    total = 0.0
    for part in chunks:
        inside = labels[part] >= 0
        away = matrix[part][inside] - centres[labels[part][inside]]
        total += float(np.einsum("ij,ij->", away, away))
    return total


def _sample(rows: int, seed: int) -> NDArray[np.int64] | None:
    if rows <= SAMPLE_ROWS:
        return None
    rng = np.random.default_rng(seed)
    return np.sort(rng.choice(rows, size=SAMPLE_ROWS, replace=False))


def _fitted(
    matrix: NDArray[np.float64], sample: NDArray[np.int64] | None, count: int, seed: int, starts: int
) -> NDArray[np.integer]:
    first = KMeans(count, n_init=starts, max_iter=_MOST_STEPS, random_state=seed)
    if sample is None:
        return np.asarray(first.fit(matrix).labels_)
    centres = first.fit(matrix[sample]).cluster_centers_
    full = KMeans(count, init=centres, n_init=1, max_iter=FULL_STEPS)
    return np.asarray(full.fit(matrix).labels_)


def _polished_best(matrix: NDArray[np.float64], count: int, seed: int, starts: int) -> NDArray[np.integer]:
    """Polish every start's result and Ward's, swap the best one's centres about, and give the best of all."""
    random = np.random.RandomState(seed)
    model = KMeans(count, n_init=1, max_iter=_MOST_STEPS, random_state=random)
    tree = hierarchy.linkage(pdist(matrix), method="ward")
    best = _polished(matrix, cut(tree, [count])[0].astype(np.int64), count)
    least = inertia(matrix, best)
    for attempt in range(starts * (1 + _SWAPS)):
        begun = (
            model.fit(matrix).labels_.astype(np.int64)
            if attempt < starts
            else _swapped(matrix, best, count, random)
        )
        labels = _polished(matrix, begun, count)
        spread = inertia(matrix, labels)
        if spread < least:
            best, least = labels, spread
    return best


def _swapped(
    matrix: NDArray[np.float64], labels: NDArray[np.int64], count: int, random: np.random.RandomState
) -> NDArray[np.int64]:
    """Put one centre, by chance, where a row is, by chance, and take some of Lloyd's steps from there.

    Where that leaves a segment empty, everything stays as it was.
    """
    centres = _means(matrix, labels, count)
    centres[random.randint(count)] = matrix[random.randint(len(matrix))]
    moved = labels
    for _ in range(_SWAP_STEPS):
        moved = _squares(matrix, centres).argmin(axis=1)
        if len(np.unique(moved)) < count:
            return labels.copy()
        centres = _means(matrix, moved, count)
    return moved


def _means(matrix: NDArray[np.float64], labels: NDArray[np.int64], count: int) -> NDArray[np.float64]:
    return np.stack([matrix[labels == segment].mean(axis=0) for segment in range(count)])


def _squares(matrix: NDArray[np.float64], centres: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.stack([((matrix - centre) ** 2).sum(axis=1) for centre in centres], axis=1)


def _polished(matrix: NDArray[np.float64], labels: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Move single rows, the most worthwhile first, until no move lowers the inertia."""
    rows = np.arange(len(matrix))
    sizes = np.bincount(labels, minlength=count).astype(np.float64)
    if not sizes.all():
        return labels
    squares = _squares(matrix, _means(matrix, labels, count))
    least = _ROUNDING * float(squares[rows, labels].sum())
    for _ in range(_MOST_MOVES * len(matrix)):
        own = sizes[labels]
        saved = np.where(own > 1, own / np.maximum(own - 1, 1) * squares[rows, labels], 0.0)
        added = sizes / (sizes + 1) * squares
        added[rows, labels] = np.inf
        gains = saved[:, None] - added
        row, new = np.unravel_index(gains.argmax(), gains.shape)
        if gains[row, new] <= least:
            break
        old = labels[row]
        labels[row] = new
        for segment in (old, new):
            own_rows = matrix[labels == segment]
            sizes[segment] = len(own_rows)
            squares[:, segment] = ((matrix - own_rows.mean(axis=0)) ** 2).sum(axis=1)
    return labels
