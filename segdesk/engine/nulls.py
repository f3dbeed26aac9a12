"""Tables without groups that are otherwise like the customers': what chance alone would look like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri
from scipy.stats import rankdata

from segdesk.model.table import Features

FEW_VALUES = 10
"""A measure with at most so many different values (a rating, a number of children) is taken as steps."""

_FITTING_ROWS = 2_000
_FITTING_STEPS = 8
"""The latent correlations are corrected so often for what steps and categories take off them."""

_WIDE = 300
"""Beyond so many latents they are corrected once only: each correction takes seconds then."""

_GUMBEL = 1.28
"""The deviation of a Gumbel variable: with such errors log shares would be the levels' exact utilities."""

_FLAT = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """The features of one column, and what of the Gaussian they hang on.

    ``features`` and ``latents`` are positions; ``values`` the sorted values of a measure, or the distinct
    rows of a category or of steps (``(levels, features)``), and ``codes`` each row's level, empty for a
    measure.
    """

    features: slice
    latents: slice
    values: NDArray[np.float64]
    codes: NDArray[np.int64]

    @property
    def is_measure(self) -> bool:
        return not len(self.codes)

    @property
    def is_nominal(self) -> bool:
        return bool(self.latents.stop - self.latents.start > 1)


@dataclass(frozen=True, slots=True, eq=False)
class Null:
    """One Gaussian behind all columns, fitted to a table.

    ``root`` maps independent normals to latents; ``utilities`` are the categories' levels' own.
    ``rotation`` (with ``centre``) takes a drawn table to the principal components that were clustered.
    """

    blocks: tuple[_Block, ...]
    width: int
    rows: int
    root: NDArray[np.float64]
    utilities: NDArray[np.float64]
    box: _Box
    centre: NDArray[np.float64]
    rotation: NDArray[np.float64] | None


@dataclass(frozen=True, slots=True, eq=False)
class _Box:
    """The measures' principal axes: ``whiten`` takes their latents to independent normals."""

    columns: NDArray[np.int64]
    latents: NDArray[np.int64]
    whiten: NDArray[np.float64]
    axes: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    centre: NDArray[np.float64]


def fit_null(features: Features, unrotated: Features | None = None) -> Null:
    """Fit tables without groups to features.

    Every column keeps its own distribution; ranks are joined through one Gaussian. A category's level is
    the one whose latent utility is greatest, its correlation with everything else that of the table.

    Parameters
    ----------
    features
        ``matrix`` of shape ``(rows, features)``: a sample of what was clustered.
    unrotated
        The same rows before PCA, where there was one: tables are then drawn there and rotated. Without
        it each direction counts as a measure.

    Source
    ------
    Nelsen (2006), An Introduction to Copulas, section 2.3; Cario & Nelson (1997), "Modeling and
    generating random vectors with arbitrary marginal distributions and correlation matrix" (NORTA:
    the correction of the latent correlations); Thurstone (1927) for levels as greatest utilities.
    """
    base = features if unrotated is None else unrotated
    blocks = _blocks(base)
    centre = base.matrix.mean(axis=0)
    rotation = None
    if unrotated is not None:
        rotation = np.linalg.lstsq(base.matrix - centre, features.matrix, rcond=None)[0]
    wanted = _correlations(_scores(base.matrix, blocks))
    latent, utilities = _fitted(wanted, blocks)
    box = _box(base.matrix, blocks, latent)
    return Null(
        blocks, base.matrix.shape[1], len(base.matrix), _root(latent), utilities, box, centre, rotation
    )


def draw_copula(null: Null, rng: np.random.Generator) -> NDArray[np.float64]:
    """Draw a table whose columns keep their distributions."""
    latents = rng.standard_normal((null.rows, len(null.root))) @ null.root.T
    matrix = np.empty((null.rows, null.width))
    for block in null.blocks:
        matrix[:, block.features] = _values(block, latents[:, block.latents], null.utilities[block.latents])
    return _rotated(null, matrix)


def draw_uniform(null: Null, rng: np.random.Generator) -> NDArray[np.float64]:
    """Draw a table whose measures fill the box of their principal axes; categories and steps keep theirs.

    Source: Tibshirani, Walther & Hastie (2001), JRSS-B 63, 411-423, section 3 (b).
    """
    latents = rng.standard_normal((null.rows, len(null.root))) @ null.root.T
    matrix = np.empty((null.rows, null.width))
    for block in null.blocks:
        if not block.is_measure:
            utilities = null.utilities[block.latents]
            matrix[:, block.features] = _values(block, latents[:, block.latents], utilities)
    box = null.box
    shares = ndtr(latents[:, box.latents] @ box.whiten)
    matrix[:, box.columns] = (box.low + (box.high - box.low) * shares) @ box.axes.T + box.centre
    return _rotated(null, matrix)


def _rotated(null: Null, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    return matrix if null.rotation is None else np.asarray((matrix - null.centre) @ null.rotation)


def measures(features: Features) -> NDArray[np.int64]:
    """Give the positions of the features that are measures, not categories nor a few steps."""
    return np.array([b.features.start for b in _blocks(features) if b.is_measure], dtype=np.int64)


def _blocks(features: Features) -> tuple[_Block, ...]:
    sources: Sequence[str] = features.sources or features.names
    starts = [i for i, source in enumerate(sources) if i == 0 or source != sources[i - 1]]
    blocks = []
    latent = 0
    for start, end in zip(starts, [*starts[1:], len(sources)], strict=True):
        part = features.matrix[:, start:end]
        levels, codes = np.unique(part, axis=0, return_inverse=True)
        if end - start == 1 and len(levels) > FEW_VALUES:
            values, codes, width = np.sort(part[:, 0]), np.empty(0, dtype=np.int64), 1
        else:
            # Two levels, or steps, lie on one line.
            values, width = levels, len(levels) if end - start > 1 and len(levels) > 2 else 1
        blocks.append(_Block(slice(start, end), slice(latent, latent + width), values, codes.reshape(-1)))
        latent += width
    return tuple(blocks)


def _normal_scores(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(ndtri((rankdata(values) - 0.5) / len(values)))


def _scores(matrix: NDArray[np.float64], blocks: tuple[_Block, ...]) -> NDArray[np.float64]:
    """Give what stands for the table in correlations: normal scores, and 0/1 for a category's levels."""
    scores = np.empty((len(matrix), blocks[-1].latents.stop))
    for block in blocks:
        if block.is_measure:
            scores[:, block.latents.start] = _normal_scores(matrix[:, block.features.start])
        else:
            _put_levels(scores, block, block.codes)
    return scores


def _put_levels(scores: NDArray[np.float64], block: _Block, codes: NDArray[np.int64]) -> None:
    if block.is_nominal:
        scores[:, block.latents] = codes[:, None] == np.arange(len(block.values))
    else:
        scores[:, block.latents.start] = _normal_scores(codes.astype(np.float64))


def _correlations(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    centred = scores - scores.mean(axis=0)
    lengths = np.sqrt((centred**2).sum(axis=0))
    centred = np.where(lengths > _FLAT, centred / np.maximum(lengths, _FLAT), 0.0)
    return np.asarray(centred.T @ centred)


def _fitted(
    wanted: NDArray[np.float64], blocks: tuple[_Block, ...]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the latents' correlations and the levels' utilities that bring about the wanted ones."""
    inside = np.zeros(wanted.shape, dtype=bool)
    utilities = np.zeros(len(wanted))
    for block in blocks:
        inside[block.latents, block.latents] = True
        if block.is_nominal:
            shares = np.bincount(block.codes, minlength=len(block.values)) / len(block.codes)
            utilities[block.latents] = np.log(shares) / _GUMBEL
    goal = np.where(inside, np.eye(len(wanted)), wanted)
    latent = goal.copy()
    if all(block.is_measure for block in blocks):
        return _proper(latent), utilities
    # Always the same normals: the correction must not chase chance.
    normals = np.random.default_rng(0).standard_normal((_FITTING_ROWS, len(wanted)))
    for _ in range(_FITTING_STEPS if len(wanted) <= _WIDE else 1):
        latents = normals @ _root(_proper(latent)).T
        drawn, utilities = _drawn_scores(latents, blocks, utilities)
        missing = np.where(inside, 0.0, wanted - _correlations(drawn))
        latent = np.clip(latent + missing, -1.0, 1.0)
    return _proper(latent), utilities


def _drawn_scores(
    latents: NDArray[np.float64], blocks: tuple[_Block, ...], utilities: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    scores = latents.copy()
    better = utilities.copy()
    for block in blocks:
        if block.is_measure:
            continue
        codes = _levels(block, latents[:, block.latents], utilities[block.latents])
        _put_levels(scores, block, codes)
        if block.is_nominal:
            wanted = np.bincount(block.codes, minlength=len(block.values)) / len(block.codes)
            got = np.bincount(codes, minlength=len(block.values)) / len(codes)
            better[block.latents] += np.log(wanted / np.maximum(got, 1.0 / len(codes))) / _GUMBEL
    return scores, better


def _levels(block: _Block, latents: NDArray[np.float64], utilities: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give the level that each row's latents lead to."""
    if block.is_nominal:
        return np.asarray((latents + utilities).argmax(axis=1))
    bounds = np.cumsum(np.bincount(block.codes, minlength=len(block.values)))[:-1] / len(block.codes)
    order = np.argsort(np.argsort(latents[:, 0], kind="stable"), kind="stable")
    return np.searchsorted(bounds, (order + 0.5) / len(order))


def _values(
    block: _Block, latents: NDArray[np.float64], utilities: NDArray[np.float64]
) -> NDArray[np.float64]:
    if block.is_measure:
        order = np.argsort(np.argsort(latents[:, 0], kind="stable"), kind="stable")
        return block.values[order][:, None]
    return np.asarray(block.values[_levels(block, latents, utilities)])


def _proper(correlations: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the correlation matrix near by that can be: none of its eigenvalues below 0, 1 on the diagonal."""
    values, vectors = np.linalg.eigh((correlations + correlations.T) / 2.0)
    lifted = (vectors * np.maximum(values, _FLAT)) @ vectors.T
    deviations = np.sqrt(np.diag(lifted))
    return np.asarray(lifted / np.outer(deviations, deviations))


def _root(correlations: NDArray[np.float64]) -> NDArray[np.float64]:
    values, vectors = np.linalg.eigh(correlations)
    return np.asarray(vectors * np.sqrt(np.maximum(values, 0.0)))


def _box(matrix: NDArray[np.float64], blocks: tuple[_Block, ...], latent: NDArray[np.float64]) -> _Box:
    chosen = [block for block in blocks if block.is_measure]
    columns = np.array([block.features.start for block in chosen], dtype=np.int64)
    latents = np.array([block.latents.start for block in chosen], dtype=np.int64)
    part = matrix[:, columns]
    centre = part.mean(axis=0)
    deviations = part.std(axis=0)
    axes = np.linalg.eigh((part - centre).T @ (part - centre))[1]
    turned = deviations[:, None] * axes
    values, vectors = np.linalg.eigh(turned.T @ latent[np.ix_(latents, latents)] @ turned)
    kept = values > _FLAT * max(float(values.max(initial=0.0)), _FLAT)
    inverse = np.where(kept, 1.0 / np.sqrt(np.where(kept, values, 1.0)), 0.0)
    whiten = turned @ (vectors * inverse) @ vectors.T
    along = (part - centre) @ axes
    if not len(columns):
        along = np.zeros((1, 0))
    return _Box(columns, latents, whiten, axes, along.min(axis=0), along.max(axis=0), centre)
