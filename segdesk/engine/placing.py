"""Customers one by one: how often each stays in their segment, where else they go, and what decides it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from segdesk.model.table import Features

VOTERS = 5
"""A customer who wasn't drawn goes with most of so many drawn ones like them: one alone is luck."""

NEIGHBOURS = 12
"""Who is drawn is in 63 % of the repeats: of twelve, five are in all but two repeats of a hundred."""

COMPARED_PAIRS = 2e8
"""Customers times sampled customers that are compared: seconds. Beyond, fewer sampled ones are."""

_TILE_ROWS = 4_096
"""Customers compared at a time, so that their distances take tens of megabytes."""

Place = Callable[[NDArray[np.int64], NDArray[np.int8], int], NDArray[np.int8]]
"""``(rows, went, segments)`` of a repeat to the segment of each customer outside the sample."""


class Tally:
    """Counts where each customer went, repeat by repeat.

    ``labels`` has shape ``(rows,)``, each in -1 … segments - 1; a repeat's segments are the original ones
    that its own are most like, -1 for none.
    """

    def __init__(self, labels: NDArray[np.int8], segments: int) -> None:
        self._labels = labels
        # A byte is enough for the hundred repeats that are made.
        self._went = np.zeros((len(labels), segments), dtype=np.uint8)
        self._seen = np.zeros(len(labels), dtype=np.uint8)

    def add(self, rows: NDArray[np.int64], went: NDArray[np.int8]) -> None:
        """Count one repeat's customers, each of them once."""
        self._seen[rows] += 1
        somewhere = went >= 0
        self._went[rows[somewhere], went[somewhere]] += 1

    @property
    def certainty(self) -> NDArray[np.float32]:
        """Each customer's share of repeats in their own segment, nan for outliers and who was in none."""
        own = self._went[np.arange(len(self._labels)), np.maximum(self._labels, 0)]
        is_known = (self._labels >= 0) & (self._seen > 0)
        share = own / np.maximum(self._seen, 1)
        return np.where(is_known, share, np.nan).astype(np.float32)

    @property
    def second(self) -> NDArray[np.int8]:
        """The segment that each customer went to most often beside their own, -1 for none."""
        elsewhere = self._went.copy()
        elsewhere[np.arange(len(self._labels)), np.maximum(self._labels, 0)] = 0
        is_known = (self._labels >= 0) & (elsewhere.max(axis=1) > 0)
        return np.where(is_known, elsewhere.argmax(axis=1), -1).astype(np.int8)


def by_centre(matrix: NDArray[np.float64], outside: NDArray[np.int64]) -> Place:
    """Place customers as k-means does: where the mean of a repeat's segment is nearest."""

    def place(rows: NDArray[np.int64], went: NDArray[np.int8], segments: int) -> NDArray[np.int8]:
        held = np.unique(went[went >= 0])
        if not len(held):
            return np.full(len(outside), -1, dtype=np.int8)
        centres = np.array([matrix[rows[went == segment]].mean(axis=0) for segment in held])
        # Of all customers, since a copy of those outside would be nearly as large as the table; without
        # their own squares, which are the same for every centre.
        nearest = (np.einsum("ij,ij->i", centres, centres) - 2 * matrix @ centres.T).argmin(axis=1)
        placed: NDArray[np.int8] = held[nearest[outside]]
        return placed

    return place


def by_likeness(matrix: NDArray[np.float64], outside: NDArray[np.int64], drawn: NDArray[np.int64]) -> Place:
    """Place customers with most of the drawn ones who are most like them."""
    like = _most_like(matrix, outside, drawn)

    def place(rows: NDArray[np.int64], went: NDArray[np.int8], segments: int) -> NDArray[np.int8]:
        # One segment more for outliers, and -2 for who isn't in this repeat.
        where = np.full(len(matrix), -2, dtype=np.int8)
        where[rows] = went
        votes = np.zeros((len(outside), segments + 1), dtype=np.uint8)
        left = np.full(len(outside), VOTERS)
        for neighbour in like.T:
            vote = where[neighbour]
            counts = (vote > -2) & (left > 0)
            votes[np.flatnonzero(counts), vote[counts]] += 1  # -1 is the last
            left -= counts
        # The nearer ones' votes stand first where two segments have as many.
        most = votes.argmax(axis=1)
        return np.where(most == segments, -1, most).astype(np.int8)

    return place


def _most_like(
    matrix: NDArray[np.float64], outside: NDArray[np.int64], drawn: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Give each customer's ``NEIGHBOURS`` nearest drawn ones, the nearest first."""
    fewer = max(NEIGHBOURS, int(COMPARED_PAIRS / max(len(outside), 1)))
    candidates = drawn if fewer >= len(drawn) else drawn[:: -(-len(drawn) // fewer)]
    points = matrix[candidates]
    squares = np.einsum("ij,ij->i", points, points)
    count = min(NEIGHBOURS, len(candidates))
    result = np.empty((len(outside), count), dtype=np.int64)
    for start in range(0, len(outside), _TILE_ROWS):
        rows = outside[start : start + _TILE_ROWS]
        far = squares - 2 * matrix[rows] @ points.T
        near = np.argpartition(far, count - 1, axis=1)[:, :count]
        order = np.argsort(np.take_along_axis(far, near, axis=1), axis=1, kind="stable")
        result[start : start + len(rows)] = candidates[np.take_along_axis(near, order, axis=1)]
    return result


def deciding(
    features: Features, columns: tuple[str, ...], labels: NDArray[np.int8], second: NDArray[np.int8]
) -> NDArray[np.int16]:
    """Give the column that tells most whether a customer belongs to their segment or the second one.

    A column's say is what its features add to the squared distance to the second segment's mean,
    less what they add to that to the own one's; the greatest in size counts.

    Parameters
    ----------
    features
        With ``sources``; ``matrix`` of shape ``(rows, features)``.

    Returns
    -------
    Shape ``(rows,)``: positions in ``columns``; -1 where there is no second segment or none has a say.
    """
    result = np.full(len(labels), -1, dtype=np.int16)
    position = {name: i for i, name in enumerate(columns)}
    belongs = np.zeros((len(features.sources), len(columns)))
    belongs[np.arange(len(features.sources)), [position[name] for name in features.sources]] = 1.0
    centres = {own: features.matrix[labels == own].mean(axis=0) for own in np.unique(labels) if own >= 0}
    for own, centre in centres.items():
        for other, far in centres.items():
            pair = np.flatnonzero((labels == own) & (second == other))
            for start in range(0, len(pair), _TILE_ROWS):
                rows = pair[start : start + _TILE_ROWS]
                points = features.matrix[rows]
                say = np.abs(((points - far) ** 2 - (points - centre) ** 2) @ belongs)
                result[rows] = np.where(say.max(axis=1) > 0, say.argmax(axis=1), -1)
    return result
