"""Hierarchical clustering: one tree, from which any number of segments is cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import fastcluster
import numpy as np
from numpy.typing import NDArray
from scipy.cluster import hierarchy
from scipy.spatial.distance import pdist

from segdesk.engine import kernel
from segdesk.engine.methods.limits import refuse_too_large
from segdesk.engine.methods.ordering import rank_segments
from segdesk.engine.methods.single_precision import linkage_in_single
from segdesk.errors import RunError
from segdesk.model.cost import PAIRWISE, SCIPY_ROWS, fits_in_half_only
from segdesk.model.recipe import Method
from segdesk.model.table import Features

_LINKAGES: dict[Method, Literal["ward", "complete", "average", "single"]] = {
    Method.WARD: "ward",
    Method.COMPLETE: "complete",
    Method.AVERAGE: "average",
    Method.SINGLE: "single",
}
"""Each method by the name that SciPy and fastcluster have for it."""


PAIRS_IN_CACHE = ((2_000, 10), (9_000, 40))
"""Measured on clouds of 4 to 80 independent columns. Where boxes tell too little, a matrix of distances is
quicker than looking at all points for up to so many rows of so many columns or more."""

VECTORS_ROWS = 1_500
"""Measured likewise: up to so many rows of fewer columns fastcluster is some milliseconds quicker."""

_DISTANCE_BYTES = 4
"""Of a pair of rows, each pair once."""


class _Distances:
    """All distances, handed to fastcluster without a second copy.

    WORKAROUND https://github.com/fastcluster/fastcluster: ``linkage`` begins with ``numpy.array(X)``,
    which copies an array whatever ``preserve_input`` says, but asks any other object for its own.
    """

    def __init__(self, values: NDArray[np.float64]) -> None:
        self._values = values

    def __array__(self, dtype: object = None, copy: bool | None = None) -> NDArray[np.float64]:
        return self._values


def linkage(
    features: Features, method: Method, *, memory: int, progress: kernel.Progress | None = None
) -> NDArray[np.float64]:
    """Build the tree of merges.

    SciPy builds that of few rows, so that ties break as everybody else's do; beyond, the compiled kernel
    those of Ward and single linkage, and fastcluster the others, all where there is no kernel, and those of
    Ward that it is quicker at.

    Parameters
    ----------
    features
        ``matrix`` of shape ``(rows, features)``.
    memory
        Free bytes.
    progress
        Told the merges done, where the kernel is at work.

    Returns
    -------
    SciPy's linkage matrix, ``(rows - 1, 4)``: two nodes, their distance, rows below.

    Raises
    ------
    RunError
        ``method.memory``, ``method.memory_rows``: more than fits; ``method.too_few_rows``;
        ``method.all_same``: no row differs from another; ``method.not_finite``.

    Source
    ------
    Müllner (2013), "fastcluster", J. Stat. Softw. 53(9): exact, as SciPy's.
    """
    matrix = features.matrix
    rows, width = matrix.shape
    if rows < 2:
        raise RunError("method.too_few_rows", rows=rows)
    kernel.refuse_not_finite(matrix)
    if (matrix == matrix[0]).all():
        raise RunError("method.all_same")
    refuse_too_large(rows, width, method, memory=memory)
    if rows <= SCIPY_ROWS:
        # Rows that happen to be symmetric would be taken for a matrix of distances, with a warning.
        return np.asarray(hierarchy.linkage(pdist(matrix), method=_LINKAGES[method]))
    if fits_in_half_only(rows, width, method, memory):
        return linkage_in_single(matrix, method)
    if method in PAIRWISE:
        return _by_pairs(matrix, method)
    if not kernel.available():
        return _by_vectors(matrix, method)
    if method is Method.SINGLE:
        return kernel.single(matrix, progress=progress).linkage
    return _ward(matrix, memory, progress)


def _ward(matrix: NDArray[np.float64], memory: int, progress: kernel.Progress | None) -> NDArray[np.float64]:
    rows, width = matrix.shape
    suits_pairs = any(rows <= most and width >= columns for most, columns in PAIRS_IN_CACHE)
    suits_pairs &= rows * rows * _DISTANCE_BYTES <= memory
    if not suits_pairs and rows > VECTORS_ROWS:
        return kernel.ward(matrix, progress=progress).linkage
    tree = kernel.ward_by_boxes(matrix, progress=progress)
    if tree is not None:
        return tree.linkage
    return _by_pairs(matrix, Method.WARD) if suits_pairs else _by_vectors(matrix, Method.WARD)


def _by_pairs(matrix: NDArray[np.float64], method: Method) -> NDArray[np.float64]:
    distances = _Distances(pdist(matrix))
    return np.asarray(fastcluster.linkage(distances, method=_LINKAGES[method], preserve_input=False))


def _by_vectors(matrix: NDArray[np.float64], method: Method) -> NDArray[np.float64]:
    return np.asarray(fastcluster.linkage_vector(matrix, method=_LINKAGES[method]))


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
    return rank_segments(size, first)[inverse]
