"""Takes customers out of a tree of merges."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


def without_leaves(linkage: NDArray[np.float64], leaves: Iterable[int]) -> NDArray[np.float64]:
    """Give a tree without some leaves: each one's sibling takes the place of the two's merge.

    Parameters
    ----------
    linkage
        SciPy's, ``(rows - 1, 4)``.
    leaves
        Rows; two or more must stay.

    Returns
    -------
    The tree of the others, at the same heights and with rows counted anew.
    """
    for leaf in sorted(leaves, reverse=True):
        linkage = _without(linkage, leaf)
    rows = len(linkage) + 1
    sizes = np.ones(rows + len(linkage))
    for merge, (first, second) in enumerate(linkage[:, :2].astype(np.int64).tolist()):
        sizes[rows + merge] = sizes[first] + sizes[second]
    return np.column_stack([linkage[:, :3], sizes[rows:]])


def _without(linkage: NDArray[np.float64], leaf: int) -> NDArray[np.float64]:
    rows = len(linkage) + 1
    nodes = linkage[:, :2].astype(np.int64)
    merge = int(np.flatnonzero((nodes == leaf).any(axis=1))[0])
    sibling = int(nodes[merge][nodes[merge] != leaf][0])
    renamed = np.arange(2 * rows - 1)
    renamed[leaf + 1 : rows + merge] -= 1  # one leaf fewer
    renamed[rows + merge + 1 :] -= 2  # and one merge
    renamed[rows + merge] = renamed[sibling]
    pairs = np.sort(renamed[np.delete(nodes, merge, axis=0)], axis=1)
    return np.column_stack([pairs, np.delete(linkage[:, 2:], merge, axis=0)])
