"""Principal components: fewer directions that keep most of the differences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdesk.model.notes import Note


@dataclass(frozen=True, slots=True, eq=False)
class Rotation:
    """Directions, kept to turn other rows the same way.

    ``mean`` has shape ``(features,)``, ``components`` ``(features, directions)``; ``explained`` is each
    direction's share of the variance.
    """

    mean: NDArray[np.float64]
    components: NDArray[np.float64]
    explained: tuple[float, ...]


def find_rotation(matrix: NDArray[np.float64], pca: float) -> tuple[Rotation, list[Note]]:
    """Find the principal components of rows.

    Parameters
    ----------
    matrix
        Shape ``(rows, features)``.
    pca
        A number of components (int; more than there can be are fewer, with a note), or the share
        of the variance to keep (float below 1: the fewest components that exceed it).

    Returns
    -------
    The rotation and notes. Signs are fixed: every component's largest score in size is positive, as in
    scikit-learn's ``svd_flip``, so the same data gives the same scores.
    """
    mean = matrix.mean(axis=0)
    u, s, directions = np.linalg.svd(matrix - mean, full_matrices=False)
    signs = np.sign(u[np.argmax(np.abs(u), axis=0), np.arange(u.shape[1])])
    signs[signs == 0] = 1.0
    variance = s**2
    total = float(variance.sum())
    ratios = variance / total if total > 0 else np.zeros_like(variance)
    most = len(s)
    notes: list[Note] = []
    if isinstance(pca, int):
        kept = min(pca, most)
        if kept < pca:
            notes.append(Note("note.pca_fewer", {"asked": pca, "used": kept}))
    else:
        kept = min(int(np.searchsorted(np.cumsum(ratios), pca, side="right")) + 1, most)
    components = np.ascontiguousarray((directions[:kept] * signs[:kept, None]).T)
    return Rotation(mean, components, tuple(float(r) for r in ratios[:kept])), notes


def turned(matrix: NDArray[np.float64], rotation: Rotation) -> NDArray[np.float64]:
    """Project rows on a rotation's directions, shape ``(rows, directions)``."""
    return np.ascontiguousarray((matrix - rotation.mean) @ rotation.components)
