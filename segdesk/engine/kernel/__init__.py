"""Exact Ward and exact single linkage of very many rows, in linear memory.

The compiled part is optional: a wheel that was built without a compiler lacks it, and ``available`` tells.
Its mathematics is at the top of ``kernel.cpp``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdesk.errors import RunError

try:
    from segdesk.engine.kernel import _kernel
except ImportError:  # built without a compiler
    _kernel = None  # type: ignore[assignment]

Progress = Callable[[int], None]
"""Told how many merges are done, about ten times a second at most."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree of merges, and what finding it took.

    ``linkage`` is SciPy's, shape ``(rows - 1, 4)``. ``visited`` is the share of the points that a search
    looked at, measured at the first round. ``scanned`` tells that this was too much, so that every search
    looked at all points in turn instead: the same tree, sooner.
    """

    linkage: NDArray[np.float64]
    visited: float
    scanned: bool


def available() -> bool:
    """Whether the compiled part is here."""
    return _kernel is not None


def ward(
    points: NDArray[np.float64],
    *,
    weights: NDArray[np.float64] | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
) -> Tree:
    """Build the tree of Ward's method, exactly, in memory that grows with the rows and not their square.

    Parameters
    ----------
    points
        Shape ``(rows, columns)``, two rows or more.
    weights
        Shape ``(rows,)``, each above 0: a row counts as so many. The linkage still counts rows.
    threads
        One core is left to the rest of the machine where this is None. The result is the same bits for any.
    progress
        Called from this thread with the merges done.

    Returns
    -------
    On data without ties SciPy's heights to 1e-9, whatever the order of the rows.

    Raises
    ------
    RunError
        ``method.not_finite``, ``method.too_few_rows``.

    Source
    ------
    Murtagh (1983), "A survey of recent advances in hierarchical clustering algorithms", Computer J. 26,
    354-359 (reciprocal nearest neighbours); Ward (1963), JASA 58, 236-244.
    """
    tree = _ward(points, weights, threads, may_scan=True, progress=progress)
    assert tree is not None
    return tree


def ward_by_boxes(
    points: NDArray[np.float64], *, threads: int | None = None, progress: Progress | None = None
) -> Tree | None:
    """Do what ``ward`` does where boxes help; None, after a few searches, where all points were looked at.

    Raises
    ------
    RunError
        ``method.not_finite``, ``method.too_few_rows``.
    """
    return _ward(points, None, threads, may_scan=False, progress=progress)


def _ward(
    points: NDArray[np.float64],
    weights: NDArray[np.float64] | None,
    threads: int | None,
    *,
    may_scan: bool,
    progress: Progress | None,
) -> Tree | None:
    checked = _checked(points)
    if weights is not None and not (np.isfinite(weights).all() and (weights > 0).all()):
        raise ValueError("weights must be above 0 and finite")
    if weights is not None and weights.shape != (len(checked),):
        raise ValueError("one weight for each row")
    linkage, visited, scanned = _kernel.ward(checked, weights, _threads(threads), may_scan, progress)
    return None if linkage is None else Tree(linkage, visited, scanned)


def single(
    points: NDArray[np.float64], *, threads: int | None = None, progress: Progress | None = None
) -> Tree:
    """Build the tree of single linkage, exactly, as ``ward`` does.

    Raises
    ------
    RunError
        ``method.not_finite``, ``method.too_few_rows``.

    Source
    ------
    Gower & Ross (1969), "Minimum spanning trees and single linkage cluster analysis", JRSS-C 18, 54-64.
    """
    return Tree(*_kernel.single(_checked(points), _threads(threads), progress))


def refuse_not_finite(points: NDArray[np.float64]) -> None:
    """Raise ``method.not_finite`` where a number is missing or infinite: it has no distance."""
    if not np.isfinite(points).all():
        raise RunError("method.not_finite")


def _checked(points: NDArray[np.float64]) -> NDArray[np.float64]:
    refuse_not_finite(points)
    if len(points) < 2:
        raise RunError("method.too_few_rows", rows=len(points))
    return np.ascontiguousarray(points, dtype=np.float64)


def _threads(asked: int | None) -> int:
    return max(1, asked or (os.cpu_count() or 1) - 1)
