"""Places new customers in the segments that a run has found."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdesk.engine import familiar, forest
from segdesk.engine.clouds import Clouds, checked_clouds, cloud_logs, settled
from segdesk.engine.familiar import FALSE_ALARMS, Familiarity
from segdesk.engine.feature_rules import MeasureRule, Transform, checked_features, width
from segdesk.engine.forest import Forest
from segdesk.engine.matching import adjusted_rand, moved
from segdesk.engine.resampling import Repeatable, sample, taken
from segdesk.engine.transform import Applied, apply, learn
from segdesk.errors import RunError
from segdesk.model.methods import Family, info
from segdesk.model.placement import UNLIKE, Agreement, Placement, Trust
from segdesk.model.recipe import Method, Recipe
from segdesk.model.table import Table

SPLITS = 5
MEASURED_ROWS = 4_000
"""The agreement is measured on so many customers at most: it mustn't cost more than the run did."""

LEAST_ROWS = 40
"""Halves of fewer say nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Centres:
    """k-means' own rule: the nearest of ``centres`` (segments, features).

    ``spread`` is the mean squared distance to the own centre per feature; with it distances become shares
    (a mixture of equal round clouds).
    """

    centres: NDArray[np.float64]
    spread: NDArray[np.float64]

    @property
    def arrays(self) -> dict[str, NDArray[Any]]:
        """The arrays by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


Model = Centres | Clouds | Forest

MODELS: dict[str, type[Model]] = {"centres": Centres, "clouds": Clouds, "forest": Forest}
"""Each kind by the name that it is saved under."""


@dataclass(frozen=True, slots=True, eq=False)
class Placer:
    """All that is needed to place a customer.

    ``has_outliers`` says that the model knows one class more: no segment at all.
    """

    segments: int
    has_outliers: bool
    transform: Transform
    model: Model
    familiar: Familiarity

    @property
    def kind(self) -> str:
        """The model's name in ``MODELS``."""
        return next(name for name, each in MODELS.items() if isinstance(self.model, each))

    @property
    def classes(self) -> int:
        """How many classes the model tells apart."""
        return self.segments + self.has_outliers


def make_placer(table: Table, recipe: Recipe, labels: NDArray[np.int8], segments: int) -> Placer:
    """Learn to place customers as a run did.

    k-means and mixtures place by their own rule; trees and density methods have none, and a random
    forest learns theirs.

    Parameters
    ----------
    table, recipe
        The run's.
    labels
        Shape ``(rows,)``, each in -1 … segments - 1.
    """
    transform, matrix, _ = learn(table, recipe)
    has_outliers = bool((labels < 0).any())
    model = _model(matrix, recipe.method, labels, segments, recipe.seed)
    known = familiar.get_to_know(matrix, _measures(transform), seed=recipe.seed)
    return Placer(segments, has_outliers, transform, model, known)


def place(placer: Placer, table: Table, *, moves_dates: bool = False) -> tuple[Placement, Applied]:
    """Place a table's customers.

    Who is less like the run's customers than all but ``FALSE_ALARMS`` of these themselves looks like
    none of the segments.

    Parameters
    ----------
    moves_dates
        As in ``transform.apply``.

    Returns
    -------
    The placement, and what had to be made up for it.

    Raises
    ------
    InputError
        ``schema.not_numbers``, ``schema.not_dates``.
    """
    applied = apply(placer.transform, table, moves_dates=moves_dates)
    shares = class_shares(placer, applied.matrix)
    order = np.argsort(-shares, axis=1, kind="stable")
    rows = np.arange(len(shares))
    nearest = _segment(order[:, 0], placer.segments)
    second = _segment(order[:, 1], placer.segments)
    unlike = familiar.unlikeness(placer.familiar, applied.matrix)
    segment = np.where(unlike > 1 - FALSE_ALARMS, UNLIKE, nearest).astype(np.int8)
    confidence = shares[rows, order[:, 0]].astype(np.float32)
    return Placement(segment, nearest, second, confidence, unlike.astype(np.float32)), applied


def class_shares(placer: Placer, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give how likely each row belongs to each class, shape ``(rows, classes)``, lines summing to 1."""
    match placer.model:
        case Forest():
            return forest.ask(placer.model, matrix)
        case Clouds():
            logs = cloud_logs(placer.model, matrix)
        case Centres(centres, spread):
            far = np.stack([((matrix - centre) ** 2).sum(axis=1) for centre in centres], axis=1)
            logs = -far / (2 * max(float(spread[0]), np.finfo(np.float64).tiny))
    logs = logs - logs.max(axis=1, keepdims=True)
    shares = np.exp(logs)
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))


def measure_trust(original: Repeatable, labels: NDArray[np.int8]) -> Trust | None:
    """Measure how well a run places: segments and placer from one half, held beside the other half's own.

    Returns
    -------
    Means over ``SPLITS`` random halves; None for fewer than ``LEAST_ROWS`` customers, and where no half can
    be parted.
    """
    random = np.random.default_rng(original.recipe.seed)
    drawn = sample(labels, MEASURED_ROWS, random)
    if len(drawn) < LEAST_ROWS:
        return None
    found = []
    for _ in range(SPLITS):
        mixed = random.permutation(drawn)
        first, second = np.sort(mixed[: len(mixed) // 2]), np.sort(mixed[len(mixed) // 2 :])
        figures = _split_figures(original, labels, first, second)
        if figures is not None:
            found.append(figures)
    if not found:
        return None
    means = [float(value) for value in np.mean(found, axis=0)]
    return Trust(Agreement(*means[:2]), Agreement(*means[2:4]), means[4], len(found), len(drawn))


def checked(placer: Placer) -> Placer:
    """Give back a placer that was saved, if all its parts fit each other.

    Raises
    ------
    RunError
        ``place.damaged``
    """
    inputs = checked_features(placer.transform)
    if not 1 < placer.segments < np.iinfo(np.int8).max:
        raise RunError("place.damaged")
    familiar.checked(placer.familiar, inputs=inputs)
    match placer.model:
        case Forest():
            forest.checked(placer.model, inputs=inputs, classes=placer.classes)
        case Clouds():
            checked_clouds(placer.model, inputs=inputs, classes=placer.segments)
        case Centres(centres, spread):
            is_shaped = centres.shape == (placer.segments, inputs) and spread.shape == (1,)
            if not is_shaped or not (np.isfinite(centres).all() and np.isfinite(spread).all()):
                raise RunError("place.damaged")
    return placer


def _split_figures(
    original: Repeatable, labels: NDArray[np.int8], first: NDArray[np.int64], second: NDArray[np.int64]
) -> tuple[float, ...] | None:
    from_first, from_second = original.labels(first), original.labels(second)
    if from_first.max() < 1 or from_second.max() < 1:
        return None
    placer = make_placer(taken(original.table, first), original.recipe, from_first, int(from_first.max()) + 1)
    placed, _ = place(placer, taken(original.table, second))
    figures: list[float] = []
    for other in (from_second, labels[second]):
        figures += [adjusted_rand(placed.nearest, other), 1 - moved(placed.nearest, other)]
    return (*figures, float((placed.unlikeness > 1 - FALSE_ALARMS).mean()))


def _model(
    matrix: NDArray[np.float64], method: Method, labels: NDArray[np.int8], segments: int, seed: int
) -> Model:
    family = info(method).family
    if family is Family.CENTROID:
        centres = np.stack([matrix[labels == each].mean(axis=0) for each in range(segments)])
        return Centres(centres, np.array([np.mean((matrix - centres[labels]) ** 2)]))
    if family is Family.MIXTURE:
        return settled(matrix, labels, segments, is_full=method is Method.GMM)
    rows = np.arange(len(matrix))
    if len(rows) > forest.GROWN_ROWS:
        rows = sample(labels, forest.GROWN_ROWS, np.random.default_rng(seed))
    classes = np.where(labels < 0, segments, labels).astype(np.int64)[rows]
    count = segments + bool((labels < 0).any())
    return forest.grow(matrix[rows], classes, count, seed=seed % 2**32)


def _measures(transform: Transform) -> NDArray[np.int64]:
    """Give which features are measures; directions all are."""
    if transform.rotation is not None:
        return np.arange(transform.rotation.components.shape[1])
    positions: list[int] = []
    position = 0
    for rule in transform.rules.ordered:
        if isinstance(rule, MeasureRule):
            positions.append(position)
        position += width(rule)
    return np.array(positions, dtype=np.int64)


def _segment(classes: NDArray[np.int64], segments: int) -> NDArray[np.int8]:
    return np.where(classes < segments, classes, UNLIKE).astype(np.int8)
