"""The familiar scores of recency, frequency and money, 1 to 5, and the names that go with them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segdesk.model.rfm_names import SEGMENT_OF

SCORES = 5


def quintiles(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Score customers from 1 to 5 by the share of customers whose value is lower.

    1 is for fewer than a fifth below, 5 for four fifths or more. Equal values always have the same
    score, so a large tie at the bottom (most customers bought once) is all 1, whatever the row order.

    Source
    ------
    Hughes (1994), "Strategic Database Marketing": five equal parts for each; the tie rule is ours.
    """
    below = np.searchsorted(np.sort(values), values, side="left")
    return np.asarray(1 + SCORES * below // len(values))


def score_texts(*scores: NDArray[np.int64]) -> list[str]:
    """Write the scores one after the other: "545"."""
    return [str(score) for score in _joined(*scores)]


def segment_names(
    recency: NDArray[np.int64], frequency: NDArray[np.int64], money: NDArray[np.int64]
) -> list[str]:
    """Name each customer's segment."""
    return [SEGMENT_OF[score] for score in _joined(recency, frequency, money)]


def _joined(*scores: NDArray[np.int64]) -> list[int]:
    total = np.zeros_like(scores[0])
    for score in scores:
        total = total * 10 + score
    return list(total.tolist())
