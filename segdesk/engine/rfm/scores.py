"""The familiar scores of recency, frequency and money, 1 to 5, and the names that go with them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SCORES = 5

SEGMENTS = {
    "champions": "555 554 544 545 454 455 445",
    "loyal": "543 444 435 355 354 345 344 335",
    "potential loyalists": "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 "
    "353 352 351 342 341 333 323",
    "new": "512 511 422 421 412 411 311",
    "promising": "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313",
    "need attention": "535 534 443 434 343 334 325 324",
    "about to sleep": "331 321 312 221 213 231 241 251",
    "at risk": "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124",
    "can't lose": "155 154 144 214 215 115 114 113",
    "hibernating": "332 322 233 232 223 222 132 123 122 212 211",
    "lost": "111 112 121 131 141 151",
}
"""Scores of recency, frequency and money in this order, by the name of the segment.

Source: the table that marketing programs share, among them Bloomreach Engagement ("RFM segmentation")
and Squeezely ("How to use the RFM app"). It names each of the 125 scores once.
"""

SEGMENT_OF = {int(score): name for name, listed in SEGMENTS.items() for score in listed.split()}


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
