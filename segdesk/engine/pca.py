"""Principal components: fewer directions that keep most of the differences."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segdesk.model.notes import Note


def rotate(
    matrix: NDArray[np.float64], pca: float
) -> tuple[NDArray[np.float64], tuple[float, ...], list[Note]]:
    """Project rows on their principal components.

    Parameters
    ----------
    matrix
        Shape ``(rows, features)``.
    pca
        A number of components (int; more than there can be are fewer, with a note), or the share
        of the variance to keep (float below 1: the fewest components that exceed it).

    Returns
    -------
    Scores of shape ``(rows, components)``, each component's share of the variance, and notes.
    Signs are fixed: every component's largest score in size is positive, as in scikit-learn's
    ``svd_flip``, so the same data gives the same scores.
    """
    centred = matrix - matrix.mean(axis=0)
    u, s, _ = np.linalg.svd(centred, full_matrices=False)
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
    scores = u[:, :kept] * (s[:kept] * signs[:kept])
    return np.ascontiguousarray(scores), tuple(float(r) for r in ratios[:kept]), notes
