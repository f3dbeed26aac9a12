"""Gaussian mixtures: segments as overlapping clouds, each of its own size and shape."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.mixture import GaussianMixture
from threadpoolctl import threadpool_limits

from segdesk.engine.methods.centroid import kinds_of, parted
from segdesk.engine.methods.ordering import largest_first
from segdesk.engine.methods.seeding import library_seed
from segdesk.errors import RunError
from segdesk.model.cost import MIXTURE_ROWS

Shape = Literal["full", "diag"]

_SPREAD = 1e-6
"""Added to every variance, as a share of the mean one: scikit-learn's own value for standardised data."""

_FLAG_SPREAD = 1e-2
"""The same where a feature has two values only. In a segment that holds one of them it has no spread
at all, and without more a pure segment would be worth more than any likeness in the measures."""

_WIDER = 100.0
"""Where a cloud is still flat, so many times the spread is added, and again."""

_WIDEST = 1.0
"""With the mean variance added, no cloud is flat: beyond, something else is wrong."""

_MOST_STEPS = 300


@dataclass(frozen=True, slots=True, eq=False)
class Mixtures:
    """What was found for each number of segments.

    ``labels`` is ``(segments, rows)``. ``fewer`` maps a number that couldn't be found to how many
    clouds hold anybody; ``unsettled`` are the numbers whose clouds still moved at the last step.
    The rows ``looked_at`` shaped the clouds.
    """

    segments: tuple[int, ...]
    labels: NDArray[np.int8]
    fewer: dict[int, int]
    unsettled: tuple[int, ...]
    looked_at: NDArray[np.int64]


def mixture_sweep(
    matrix: NDArray[np.float64], counts: Sequence[int], *, shape: Shape, seed: int, starts: int
) -> Mixtures:
    """Fit a mixture of Gaussians for each of several numbers of segments.

    Everybody belongs to the likeliest cloud. Beyond ``MIXTURE_ROWS`` rows the clouds are fitted to a
    sample of so many. A number's result doesn't depend on which others are asked for.

    Parameters
    ----------
    matrix
        Shape ``(rows, features)``, without nan.
    counts
        Numbers of segments, each in 1 … min(rows, 127).
    shape
        ``full``: clouds point in any direction; ``diag``: along the features only.

    Raises
    ------
    RunError
        ``method.too_few_rows``: fewer rows than segments; ``method.flat_clouds``: these numbers
        can't be described by clouds.

    Source
    ------
    Dempster, Laird & Rubin (1977), JRSS-B 39, 1-38; McLachlan & Peel (2000), Finite Mixture Models,
    3.8 (spread added against singular covariances).
    """
    rows = len(matrix)
    if max(counts, default=1) > rows:
        raise RunError("method.too_few_rows", rows=rows)
    kinds, n_kinds = kinds_of(matrix, max(counts, default=1))
    looked_at = np.arange(rows)
    if rows > MIXTURE_ROWS:
        looked_at = np.sort(np.random.default_rng(seed).choice(rows, size=MIXTURE_ROWS, replace=False))
    part = matrix if len(looked_at) == rows else matrix[looked_at]
    kept: list[NDArray[np.int8]] = []
    fewer: dict[int, int] = {}
    unsettled: list[int] = []
    for count in counts:
        if count >= n_kinds:
            kept.append(largest_first(parted(kinds, count)))
            continue
        # One thread: sums that are shared out among threads are rounded differently each time.
        with threadpool_limits(limits=1):
            model = _fitted(part, count, shape, seed, starts)
            labels = largest_first(model.predict(matrix))
        found = int(labels.max()) + 1
        if found < count:
            fewer[count] = found
            continue
        kept.append(labels)
        if not model.converged_:
            unsettled.append(count)
    segments = tuple(count for count in counts if count not in fewer)
    stacked = np.stack(kept) if kept else np.empty((0, rows), dtype=np.int8)
    return Mixtures(segments, stacked, fewer, tuple(unsettled), looked_at)


def _fitted(matrix: NDArray[np.float64], count: int, shape: Shape, seed: int, starts: int) -> GaussianMixture:
    scale = float(matrix.var(axis=0).mean())
    share = _FLAG_SPREAD if _has_flag(matrix) else _SPREAD
    while share <= _WIDEST:
        model = GaussianMixture(
            count,
            covariance_type=shape,
            reg_covar=share * scale,
            max_iter=_MOST_STEPS,
            n_init=starts,
            random_state=library_seed(seed, count),
        )
        try:
            with warnings.catch_warnings():
                # The caller says what is to be said.
                warnings.simplefilter("ignore", ConvergenceWarning)
                return model.fit(matrix)
        except ValueError:  # "ill-defined empirical covariance"
            share *= _WIDER
    raise RunError("method.flat_clouds")


def _has_flag(matrix: NDArray[np.float64]) -> bool:
    low, high = matrix.min(axis=0), matrix.max(axis=0)
    return bool(((matrix == low) | (matrix == high)).all(axis=0).any())
