"""Hierarchical clustering: one tree, from which any number of segments is cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import fastcluster
import numpy as np
from numpy.typing import NDArray
from scipy.cluster import hierarchy
from scipy.spatial.distance import pdist

from segdesk.errors import RunError
from segdesk.model.cost import SCIPY_ROWS, linkage_memory
from segdesk.model.recipe import Method
from segdesk.model.table import Features

Needs = Callable[[int, int, Method], int]

_PAIRWISE = (Method.COMPLETE, Method.AVERAGE)
"""These need all n(n-1)/2 distances at once; Ward and single get by with the points."""


_ROUNDING = 1e-12
"""What averaging and rotating leave between alike rows, as a share of the greatest distance."""

_ROW_BYTES = 64
"""A row of the tree: no method takes less for a row."""


class _Distances:
    """All distances, handed to fastcluster without a second copy.

    WORKAROUND https://github.com/fastcluster/fastcluster: ``linkage`` begins with ``numpy.array(X)``,
    which copies an array whatever ``preserve_input`` says, but asks any other object for its own.
    """

    def __init__(self, values: NDArray[np.float64]) -> None:
        self._values = values

    def __array__(self, dtype: object = None, copy: bool | None = None) -> NDArray[np.float64]:
        return self._values


def linkage(features: Features, method: Method, *, memory: int) -> NDArray[np.float64]:
    """Build the tree of merges.

    Parameters
    ----------
    features
        ``matrix`` of shape ``(rows, features)``.
    memory
        Free bytes.

    Returns
    -------
    SciPy's linkage matrix, ``(rows - 1, 4)``: two nodes, their distance, rows below.

    Raises
    ------
    RunError
        ``method.memory``, ``method.memory_rows``: more than fits; ``method.too_few_rows``;
        ``method.all_same``: no row differs from another.

    Source
    ------
    Müllner (2013), "fastcluster", J. Stat. Softw. 53(9): exact, as SciPy's.
    """
    matrix = features.matrix
    rows, width = matrix.shape
    if rows < 2:
        raise RunError("method.too_few_rows", rows=rows)
    if (matrix == matrix[0]).all():
        raise RunError("method.all_same")
    refuse_too_large(rows, width, method, memory=memory)
    if rows <= SCIPY_ROWS:
        return np.asarray(hierarchy.linkage(matrix, method=method.value))
    if method in _PAIRWISE:
        distances = _Distances(pdist(matrix))
        return np.asarray(fastcluster.linkage(distances, method=method.value, preserve_input=False))
    return np.asarray(fastcluster.linkage_vector(matrix, method=method.value))


def refuse_too_large(
    rows: int, features: int, method: Method, *, memory: int, needs: Needs = linkage_memory
) -> None:
    """Raise where a run needs more than ``memory`` bytes; ``needs`` estimates that, in bytes.

    Raises
    ------
    RunError
        ``method.memory``, ``method.memory_rows``.
    """
    needed = needs(rows, features, method)
    if needed <= memory:
        return
    raise RunError(
        "method.memory" if method in _PAIRWISE else "method.memory_rows",
        method=method.value,
        rows=rows,
        needed_gb=f"{needed / 1e9:,.1f}",
        free_gb=f"{memory / 1e9:,.1f}",
        most_rows=_most_rows(features, method, memory, needs),
    )


def _most_rows(width: int, method: Method, memory: int, needs: Needs) -> int:
    low, high = 1, 2 + memory // _ROW_BYTES
    while high - low > 1:
        middle = (low + high) // 2
        if needs(middle, width, method) <= memory:
            low = middle
        else:
            high = middle
    return low


def count_kinds(linkage: NDArray[np.float64]) -> int:
    """Count the rows that differ: a tree joins alike rows at no distance, but for rounding."""
    heights = linkage[:, 2]
    return 1 + int(np.count_nonzero(heights > _ROUNDING * heights[-1]))


def cut(linkage: NDArray[np.float64], segments: Sequence[int]) -> NDArray[np.int8]:
    """Cut a tree into each of several numbers of segments.

    Parameters
    ----------
    linkage
        Shape ``(rows - 1, 4)``, heights ascending.
    segments
        Numbers of segments, each in 1 … min(rows, 127).

    Returns
    -------
    Shape ``(len(segments), rows)``. Every line holds exactly that many segments, 0 the largest;
    of equal sizes the one with the earlier first row comes first. Cuts are nested.

    Raises
    ------
    RunError
        ``method.too_few_rows``: fewer rows than segments.
    """
    rows = len(linkage) + 1
    finest = max(segments, default=1)
    if finest > rows:
        raise RunError("method.too_few_rows", rows=rows)
    pieces, roots = _finest_pieces(linkage, finest)
    sizes = np.bincount(pieces, minlength=finest)
    firsts = np.full(finest, rows, dtype=np.int64)
    np.minimum.at(firsts, pieces, np.arange(rows))
    merges = linkage[rows - finest :, :2].astype(np.int64)
    labels = np.empty((len(segments), rows), dtype=np.int8)
    for line, count in enumerate(segments):
        numbers = _ordered(_joined(roots, merges[: finest - count], rows + rows - finest), sizes, firsts)
        labels[line] = numbers[pieces]
    return labels


def _finest_pieces(linkage: NDArray[np.float64], finest: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give each row's piece once the last ``finest - 1`` merges are undone, and the pieces' nodes."""
    rows = len(linkage) + 1
    kept = rows - finest
    ancestor = np.arange(rows + kept)
    ancestor[linkage[:kept, :2].astype(np.int64)] = rows + np.arange(kept)[:, None]
    while True:
        # Each pass doubles the steps climbed: some twenty passes for any tree.
        above = ancestor[ancestor]
        if (above == ancestor).all():
            break
        ancestor = above
    roots, pieces = np.unique(ancestor[:rows], return_inverse=True)
    return pieces, roots


def _joined(roots: NDArray[np.int64], merges: NDArray[np.int64], next_node: int) -> NDArray[np.int64]:
    """Redo the first of the undone merges: give each piece's node after them."""
    nodes = roots.copy()
    for i, pair in enumerate(merges):
        nodes[(nodes == pair[0]) | (nodes == pair[1])] = next_node + i
    return nodes


def _ordered(
    nodes: NDArray[np.int64], sizes: NDArray[np.int64], firsts: NDArray[np.int64]
) -> NDArray[np.int8]:
    """Rank segments from the largest, given each piece's node, size and first row."""
    distinct, inverse = np.unique(nodes, return_inverse=True)
    size = np.bincount(inverse, weights=sizes)
    first = np.full(len(distinct), np.iinfo(np.int64).max)
    np.minimum.at(first, inverse, firsts)
    rank = np.empty(len(distinct), dtype=np.int8)
    rank[np.lexsort((first, -size))] = np.arange(len(distinct))
    return rank[inverse]
