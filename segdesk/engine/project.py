"""Where customers stand on a map: the first principal components of what was clustered."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segdesk.model.result import Projection
from segdesk.model.table import Features

MOST_AXES = 3
"""As many as a picture has directions."""

_CHUNK = 65_536
"""Rows centred at a time: a million customers take a few MB more than their matrix, not twice its size."""

_NOTHING = 1e-12
"""A direction with less of the variance is what rounding left."""

_TIE = 1e-6


def project(features: Features) -> Projection:
    """Give every customer's place on the first principal components, up to three.

    Parameters
    ----------
    features
        ``matrix`` of shape ``(rows, features)``: exactly what was clustered.

    Returns
    -------
    A projection with as many axes as the matrix has directions that differ, three at most; none
    where all rows are alike. Loadings are correlations. A category's levels share one place in
    ``columns``: the level that the axes tell most of, by its feature's name (``city=Adama``).
    After PCA the columns are the directions themselves. ``explained`` is of all the variance that
    there was before PCA. Signs are fixed: an axis points to where its strongest feature grows.

    Source
    ------
    Jolliffe (2002), Principal Component Analysis, 2nd ed., sections 2.3 (correlations of variables
    and components) and 5.3 (biplots).
    """
    matrix = features.matrix
    mean = matrix.mean(axis=0)
    covariance = _covariance(matrix, mean)
    # Of the small square matrix, not of the tall one: 0.1 s for a million customers, where a full
    # decomposition as in ``pca`` takes seconds and a copy of everything.
    values, vectors = np.linalg.eigh(covariance)
    values, vectors = values[::-1][:MOST_AXES], vectors[:, ::-1][:, :MOST_AXES]
    total = float(np.trace(covariance))
    kept = values > _NOTHING * total
    values, vectors = values[kept], _pointed(vectors[:, kept])
    coordinates = np.empty((len(matrix), len(values)), np.float32)
    for start in range(0, len(matrix), _CHUNK):
        part = slice(start, start + _CHUNK)
        coordinates[part] = (matrix[part] - mean) @ vectors
    correlations = _correlations(vectors, values, covariance)
    columns, chosen = _columns(features, (correlations**2 * values).sum(axis=1))
    before = sum(features.explained) if features.explained else 1.0
    coordinates.flags.writeable = False
    return Projection(
        coordinates=coordinates,
        columns=columns,
        loadings=tuple(tuple(line) for line in correlations[chosen].T.tolist()),
        explained=tuple((values / total * before).tolist()) if len(values) else (),
    )


def _covariance(matrix: NDArray[np.float64], mean: NDArray[np.float64]) -> NDArray[np.float64]:
    result = np.zeros((matrix.shape[1], matrix.shape[1]))
    for start in range(0, len(matrix), _CHUNK):
        centred = matrix[start : start + _CHUNK] - mean
        result += centred.T @ centred
    return result / len(matrix)


def _pointed(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn every direction so that its strongest feature, the first of equals, counts upwards."""
    sizes = np.abs(vectors)
    strongest = np.argmax(sizes >= sizes.max(axis=0, initial=0.0) * (1 - _TIE), axis=0)
    return np.asarray(vectors * np.sign(vectors[strongest, np.arange(vectors.shape[1])]))


def _correlations(
    vectors: NDArray[np.float64], values: NDArray[np.float64], covariance: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Give each feature's correlation with each axis, shape ``(features, axes)``; 0 for a constant."""
    deviations = np.sqrt(np.diag(covariance))
    with np.errstate(divide="ignore", invalid="ignore"):
        found = vectors * np.sqrt(values) / deviations[:, None]
    found[deviations == 0] = 0.0
    return np.clip(found, -1.0, 1.0)


def _columns(features: Features, strength: NDArray[np.float64]) -> tuple[tuple[str, ...], list[int]]:
    """Give one feature for each source column, the one that most is told of, long axes counting most."""
    if not features.sources:
        return features.names, list(range(len(features.names)))
    best: dict[str, int] = {}
    for position, source in enumerate(features.sources):
        if source not in best or strength[position] > strength[best[source]]:
            best[source] = position
    chosen = list(best.values())
    return tuple(features.names[position] for position in chosen), chosen
