"""Prediction strength: would the other half of the customers have been parted in the same way?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.sweep import nearest_centre, sweep
from segdesk.model.findings import Adviser, Vote

STRONG = 0.8
"""Tibshirani & Walther's threshold, section 3: with 0.8 to 0.9 segments are well told apart."""

SPLITS = 5
"""Random halves; each half once teaches the other."""

_ROWS_PER_SEGMENT = 4
"""A half with fewer rows per segment than this says nothing about so many."""


def strength_vote(matrix: NDArray[np.float64], most: int, rng: np.random.Generator) -> Vote:
    """Give the prediction strength of 1, 2, 3 … ``most`` segments.

    Returns
    -------
    Figures of 0 … 1 with their standard errors over the halves. ``says`` is the most segments with
    0.8 or more; None where there are too few rows to halve.

    Source
    ------
    Tibshirani & Walther (2005), "Cluster validation by prediction strength", J. Comput. Graph. Stat.
    14, 511-528, section 2.
    """
    half = len(matrix) // 2
    most = min(most, half // _ROWS_PER_SEGMENT)
    if most <= 1:
        return Vote(Adviser.STRENGTH, (), (), None)
    found = []
    for _ in range(SPLITS):
        order = rng.permutation(len(matrix))
        one, other = matrix[order[:half]], matrix[order[half : 2 * half]]
        sweeps = sweep(one, most), sweep(other, most)
        found.append(_strengths(sweeps[0].labels, _told(one, sweeps[1].centres, other)))
        found.append(_strengths(sweeps[1].labels, _told(other, sweeps[0].centres, one)))
    strengths = np.array(found)
    means = strengths.mean(axis=0)
    errors = strengths.std(axis=0) / np.sqrt(len(found))
    says = int(np.flatnonzero(means >= STRONG)[-1]) + 1
    counts = tuple(range(1, most + 1))
    return Vote(Adviser.STRENGTH, counts, tuple(means.tolist()), says, tuple(errors.tolist()))


def _told(
    rows: NDArray[np.float64], centres: tuple[NDArray[np.float64], ...], learnt: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Give the rows' segments by the centres that the other half found, around its own mean."""
    return np.array([nearest_centre(rows - learnt.mean(axis=0), each) for each in centres])


def _strengths(own: NDArray[np.int8], told: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.array([prediction_strength(a, b) for a, b in zip(own, told, strict=True)])


def prediction_strength(own: NDArray[np.int8], told: NDArray[np.int64]) -> float:
    """Give the least share, over a half's own segments, of pairs that the other half keeps together.

    Parameters
    ----------
    own, told
        Shape ``(rows,)``: segments found in these rows, and those that the other half's centres tell.
        A row alone in its segment has no pairs and isn't counted.
    """
    crossed = np.zeros((int(own.max()) + 1, int(told.max()) + 1))
    np.add.at(crossed, (own.astype(np.int64), told), 1.0)
    sizes = crossed.sum(axis=1)
    pairs = sizes * (sizes - 1.0)
    kept = (crossed * (crossed - 1.0)).sum(axis=1)
    known = pairs > 0
    return float((kept[known] / pairs[known]).min()) if known.any() else 0.0
