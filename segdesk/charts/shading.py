"""Pixels from counts: the picture of where very many customers stand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FAINTEST = 0.30
"""The opacity of a cell with a single customer: a lonely one must still be seen."""


def density_image(
    counts: NDArray[np.uint32], colours: Sequence[tuple[float, float, float]]
) -> NDArray[np.float32]:
    """Give a picture ``(up, across, 4)`` of 0 … 1: hue by whose customers stand there, opacity by how many.

    Parameters
    ----------
    counts
        Shape ``(parts, up, across)``.
    colours
        Red, green and blue of each part, 0 … 1.

    Opacity grows with the logarithm, from ``FAINTEST`` for one customer to 1 for the fullest cell, so
    that thin regions show beside crowded ones. A cell has the mixed colour of its customers.
    """
    total = counts.sum(axis=0)
    top = float(total.max(initial=0))
    result = np.zeros((*total.shape, 4), np.float32)
    if top <= 0:
        return result
    mixed = np.tensordot(counts.astype(np.float64), np.array(colours), axes=(0, 0))
    filled = total > 0
    result[filled, :3] = mixed[filled] / total[filled, None]
    depth = np.log(total[filled]) / np.log(top) if top > 1 else np.ones(int(filled.sum()))
    result[filled, 3] = FAINTEST + (1 - FAINTEST) * depth
    return result
