"""Complete and average linkage in half the memory: distances held to seven digits instead of sixteen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

from segdesk.model.recipe import Method

_BLOCK_PAIRS = 2_000_000
"""Distances worked out at a time before they are shortened: 16 MB."""

Singles = NDArray[np.float32]


class _Pairs:
    """The distances of all pairs, each once, as SciPy lines them up."""

    def __init__(self, matrix: NDArray[np.float64]) -> None:
        rows = len(matrix)
        first = np.arange(rows, dtype=np.int64)
        # The pair (i, j), i < j, stands at begins[i] + j.
        self._begins = rows * first - first * (first + 1) // 2 - first - 1
        self._values: Singles = np.empty(rows * (rows - 1) // 2, dtype=np.float32)
        step = max(1, _BLOCK_PAIRS // rows)
        for start in range(0, rows - 1, step):
            block = cdist(matrix[start : start + step], matrix[start:])
            for line, away in enumerate(block):
                row = start + line
                begin = self._begins[row] + row + 1
                self._values[begin : begin + rows - row - 1] = away[line + 1 :]

    def of(self, row: int, others: NDArray[np.int64]) -> Singles:
        """Give one row's distances to others, itself not among them."""
        return self._values[self._places(row, others)]

    def put(self, row: int, others: NDArray[np.int64], values: Singles) -> None:
        """Change one row's distances to others."""
        self._values[self._places(row, others)] = values

    def _places(self, row: int, others: NDArray[np.int64]) -> NDArray[np.int64]:
        return np.where(others < row, self._begins[others] + row, self._begins[row] + others)


def linkage_in_single(matrix: NDArray[np.float64], method: Method) -> NDArray[np.float64]:
    """Build the tree of merges of complete or average linkage.

    Heights differ from those of double precision in the seventh digit, so that customers may be joined in
    another order where distances are that near to each other.

    Parameters
    ----------
    matrix
        Shape ``(rows, features)``, two rows or more.

    Returns
    -------
    SciPy's linkage matrix, ``(rows - 1, 4)``.

    Source
    ------
    Murtagh (1985), Multidimensional Clustering Algorithms, COMPSTAT lectures 4 (chains of nearest
    neighbours); Müllner (2011), arXiv:1109.2378, section 3.2.
    """
    rows = len(matrix)
    pairs = _Pairs(matrix)
    sizes = np.ones(rows)
    left = np.arange(rows)
    merges = np.empty((rows - 1, 3))
    chain: list[int] = []
    done = 0
    while done < rows - 1:
        if not chain:
            chain.append(int(left[0]))
        last = chain[-1]
        others = left[left != last]
        away = pairs.of(last, others)
        nearest = int(away.argmin())
        before = chain[-2] if len(chain) > 1 else -1
        # Of equally near ones the one before: else a chain could go round in circles.
        is_mutual = before >= 0 and bool(pairs.of(last, np.array([before]))[0] <= away[nearest])
        if not is_mutual:
            chain.append(int(others[nearest]))
            continue
        merges[done] = last, before, away[nearest]
        done += 1
        del chain[-2:]
        rest = others[others != before]
        pairs.put(before, rest, _joined(pairs, (last, before), rest, sizes, method))
        sizes[before] += sizes[last]
        left = left[left != last]
    return _as_scipy(merges)


def _joined(
    pairs: _Pairs, pair: tuple[int, int], rest: NDArray[np.int64], sizes: NDArray[np.float64], method: Method
) -> Singles:
    """Give the distances of two that become one, to the rest."""
    one, other = pairs.of(pair[0], rest), pairs.of(pair[1], rest)
    if method is Method.COMPLETE:
        return np.maximum(one, other)
    share = sizes[pair[0]] / (sizes[pair[0]] + sizes[pair[1]])
    return np.asarray(share * one.astype(np.float64) + (1 - share) * other, dtype=np.float32)


def _as_scipy(merges: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sort merges by height, and number what they make."""
    rows = len(merges) + 1
    result = np.empty((rows - 1, 4))
    above = list(range(2 * rows - 1))
    sizes = [1.0] * rows + [0.0] * (rows - 1)

    def top(node: int) -> int:
        while above[node] != node:
            above[node] = above[above[node]]  # half of the way is saved for the next time
            node = above[node]
        return node

    for line, number in enumerate(np.argsort(merges[:, 2], kind="stable").tolist()):
        one, other = sorted((top(int(merges[number, 0])), top(int(merges[number, 1]))))
        node = rows + line
        above[one] = above[other] = node
        sizes[node] = sizes[one] + sizes[other]
        result[line] = one, other, merges[number, 2], sizes[node]
    return result
