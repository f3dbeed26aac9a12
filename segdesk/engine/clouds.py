"""A mixture's own way of placing: the clouds' posterior, as plain arrays."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.mixture import GaussianMixture
from threadpoolctl import threadpool_limits

from segdesk.errors import RunError

_STEPS = 100
_ROWS = 20_000
"""Beyond, a sample shapes the clouds."""

_SPREADS = (1e-6, 1e-4, 1e-2, 1.0)
"""Added to every variance as a share of the mean one; the run may have needed any of them."""

_SAME = 0.999
"""With so many of the run's labels given back, no other spread is tried."""


@dataclass(frozen=True, slots=True, eq=False)
class Clouds:
    """``weights`` (clouds,), ``means`` (clouds, features), inverse Cholesky ``factors`` of the covariances.

    Factors are ``(clouds, features, features)``, or ``(clouds, features)`` for clouds along the features.
    """

    weights: NDArray[np.float64]
    means: NDArray[np.float64]
    factors: NDArray[np.float64]

    @property
    def arrays(self) -> dict[str, NDArray[Any]]:
        """The arrays by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def settled(matrix: NDArray[np.float64], labels: NDArray[np.int8], clouds: int, *, is_full: bool) -> Clouds:
    """Find the clouds that a run's segments are: from these, EM takes the last steps again.

    A run keeps its labels only. Clouds shaped from them are next to the ones that gave them, and the
    same steps lead back to these. The spread added to the variances is the one that gives most labels back.

    Source
    ------
    Dempster, Laird & Rubin (1977), JRSS-B 39, 1-38.
    """
    if len(matrix) > _ROWS:
        step = -(-len(matrix) // _ROWS)
        kept = np.union1d(
            np.arange(0, len(matrix), step), [np.flatnonzero(labels == c)[0] for c in range(clouds)]
        )
        matrix, labels = matrix[kept], labels[kept]
    weights = np.bincount(labels, minlength=clouds) / len(labels)
    means = np.stack([matrix[labels == each].mean(axis=0) for each in range(clouds)])
    best, given_back = None, -1.0
    for share in _SPREADS:
        found = _fitted(matrix, labels, (weights, means), share, is_full)
        if found is None:
            continue
        same = float((cloud_logs(found, matrix).argmax(axis=1) == labels).mean())
        if same > given_back:
            best, given_back = found, same
        if given_back >= _SAME:
            break
    if best is None:
        raise RunError("method.flat_clouds")
    return best


def _fitted(
    matrix: NDArray[np.float64],
    labels: NDArray[np.int8],
    begun: tuple[NDArray[np.float64], NDArray[np.float64]],
    share: float,
    is_full: bool,
) -> Clouds | None:
    """Take EM's steps from the run's segments; None where a cloud is flat."""
    weights, means = begun
    added = share * float(matrix.var(axis=0).mean())
    model = GaussianMixture(
        len(weights),
        covariance_type="full" if is_full else "diag",
        reg_covar=added,
        max_iter=_STEPS,
        weights_init=weights,
        means_init=means,
        random_state=0,
    )
    try:
        model.set_params(precisions_init=_precisions(matrix, labels, means, added, is_full))
        with threadpool_limits(limits=1), warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.fit(matrix)
    except ValueError:  # "ill-defined empirical covariance", or a precision that isn't one
        return None
    return Clouds(model.weights_, model.means_, model.precisions_cholesky_)


def cloud_logs(clouds: Clouds, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the logarithm of each cloud's weighted density at each row, up to a constant."""
    logs = np.empty((len(matrix), len(clouds.weights)))
    for each, (weight, mean, factor) in enumerate(
        zip(clouds.weights, clouds.means, clouds.factors, strict=True)
    ):
        centred = matrix - mean
        turned = centred @ factor if factor.ndim == 2 else centred * factor
        diagonal = np.diagonal(factor) if factor.ndim == 2 else factor
        squares = (np.clip(turned, -1e150, 1e150) ** 2).sum(axis=1)
        logs[:, each] = np.log(weight) + np.log(diagonal).sum() - squares / 2
    return logs


def checked_clouds(clouds: Clouds, *, inputs: int, classes: int) -> Clouds:
    """Give them back if they are clouds of so many features.

    Raises
    ------
    RunError
        ``place.damaged``
    """
    factors = clouds.factors
    is_shaped = (
        clouds.weights.shape == (classes,)
        and clouds.means.shape == (classes, inputs)
        and factors.shape in ((classes, inputs), (classes, inputs, inputs))
        and all(np.isfinite(each).all() for each in clouds.arrays.values())
        and bool((clouds.weights > 0).all())
    )
    diagonals = np.diagonal(factors, axis1=1, axis2=2) if is_shaped and factors.ndim == 3 else factors
    if not is_shaped or not (diagonals > 0).all():
        raise RunError("place.damaged")
    return clouds


def _precisions(
    matrix: NDArray[np.float64],
    labels: NDArray[np.int8],
    means: NDArray[np.float64],
    added: float,
    is_full: bool,
) -> NDArray[np.float64]:
    found = []
    for each, mean in enumerate(means):
        centred = matrix[labels == each] - mean
        if is_full:
            spread = centred.T @ centred / len(centred) + added * np.eye(matrix.shape[1])
            inverse = np.linalg.inv(spread)
            found.append((inverse + inverse.T) / 2)
        else:
            found.append(1 / ((centred**2).mean(axis=0) + added))
    return np.stack(found)
