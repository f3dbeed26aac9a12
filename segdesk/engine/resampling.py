"""A recipe applied again to other draws of the same customers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.encode import encode
from segdesk.engine.matching import jaccards
from segdesk.engine.methods import fit
from segdesk.errors import RunError
from segdesk.model.methods import info
from segdesk.model.recipe import Recipe
from segdesk.model.table import Column, Table

LEAST_OF_EACH = 10
"""So many customers of every segment are in a sample, or a small segment couldn't be judged at all."""

DRAWN_SHARE = 0.632
"""The customers that a bootstrap draw holds at least once: 1 - 1/e."""

STARTS = 3.0
"""How often k-means and mixtures begin anew in a repeat. The run itself takes the best of more, which a
hundred repeats can't afford; what that costs in likeness makes segments look less steady, never more."""

_COUNTS = ("min_size", "min_samples")
"""Parameters that count customers; among fewer customers they count fewer."""


@dataclass(frozen=True, slots=True, eq=False)
class Repeatable:
    """A table's used columns, and the recipe that parts it into so many segments."""

    table: Table
    recipe: Recipe
    segments: int
    memory: int

    @classmethod
    def of(cls, table: Table, recipe: Recipe, segments: int, *, memory: int) -> Repeatable:
        """Keep of a run what is needed to do it again, and nothing else."""
        kept = Table(tuple(table.column(use.name) for use in recipe.used))
        quick = replace(recipe, columns=recipe.used, segments=segments, parameters=_quick(recipe))
        return cls(kept, quick, segments, memory)

    def without(self, column: str) -> Repeatable:
        """Leave one column out."""
        uses = tuple(use for use in self.recipe.columns if use.name != column)
        return replace(self, recipe=replace(self.recipe, columns=uses))

    def labels(self, rows: NDArray[np.int64]) -> NDArray[np.int8]:
        """Do it again with these customers only, the whole way: transform, encode, fit.

        Returns
        -------
        Shape ``(len(rows),)``; -1 for all where nothing sets these customers apart.
        """
        recipe = _thinned(self.recipe, len(rows) / self.table.rows)
        features = encode(taken(self.table, rows), recipe)
        try:
            fitted = fit(features, recipe, segments=(self.segments,), memory=self.memory)
        except RunError:
            return np.full(len(rows), -1, dtype=np.int8)
        labels: NDArray[np.int8] = fitted.labels[0]
        return labels


@dataclass(frozen=True, slots=True, eq=False)
class Repeat:
    """One repeat: whom it drew, how well each segment came back, and where each customer went.

    ``jaccard`` has one item for each original segment: the figure of the most like one that was
    found, nan where none of its customers were drawn. ``went`` is the original segment that the
    customer's found one is most like, -1 for none.
    """

    rows: NDArray[np.int64]
    jaccard: NDArray[np.float64]
    went: NDArray[np.int8]


def sample(labels: NDArray[np.int8], most: int, random: np.random.Generator) -> NDArray[np.int64]:
    """Draw about ``most`` customers, each segment by its share but ``LEAST_OF_EACH`` of it at least.

    Returns
    -------
    Rows in ascending order: all of them where there are no more than ``most``.
    """
    rows = len(labels)
    if rows <= most:
        return np.arange(rows)
    chosen: list[NDArray[np.int64]] = []
    for label in np.unique(labels):
        members = np.flatnonzero(labels == label)
        wanted = max(LEAST_OF_EACH, round(most * len(members) / rows))
        chosen.append(random.choice(members, size=min(wanted, len(members)), replace=False))
    return np.sort(np.concatenate(chosen))


def repeats(
    original: Repeatable,
    labels: NDArray[np.int8],
    drawn: NDArray[np.int64],
    count: int,
    random: np.random.Generator,
) -> Iterator[Repeat]:
    """Repeat a run up to ``count`` times, each on a bootstrap draw of ``drawn`` without its doubles.

    The same customer twice would be a dense spot that nobody has seen, which trees and density
    methods make a segment of; ``DRAWN_SHARE`` of them are left. A draw too small to be parted is passed over.

    Source
    ------
    Hennig (2007), CSDA 52, 258-271; ``fpc::clusterboot`` with ``multipleboot = FALSE``, its default.
    """
    for _ in range(count):
        rows = drawn[np.unique(random.integers(0, len(drawn), size=len(drawn)))]
        if len(rows) > original.segments:
            yield compared(rows, labels[rows], original.labels(rows), original.segments)


def compared(
    rows: NDArray[np.int64], labels: NDArray[np.int8], found: NDArray[np.int8], segments: int
) -> Repeat:
    """Hold what a repeat found beside the original ``labels`` of the same customers."""
    # One more than are there, so that a repeat that found nothing has something to look at.
    alike = jaccards(labels, found, (segments, int(found.max()) + 2))
    known = np.nan_to_num(alike)
    home = np.where(known.max(axis=0) > 0, known.argmax(axis=0), -1).astype(np.int8)
    return Repeat(rows, alike.max(axis=1), home[found])  # an outlier's -1 is the one more, at home nowhere


def taken(table: Table, rows: NDArray[np.int64]) -> Table:
    """Give a table of these rows only."""
    return Table(tuple(Column(c.name, c.kind, c.values[rows], c.levels) for c in table.columns))


def _quick(recipe: Recipe) -> dict[str, float]:
    """Begin anew less often than the run did."""
    if not any(parameter.name == "starts" for parameter in info(recipe.method).parameters):
        return recipe.parameters
    return recipe.parameters | {"starts": min(recipe.parameters.get("starts", STARTS), STARTS)}


def _thinned(recipe: Recipe, share: float) -> Recipe:
    """Count among a share of the customers what the recipe counts among all."""
    counted = {
        name: max(2.0, float(round(value * share))) if name in _COUNTS else value
        for name, value in recipe.parameters.items()
    }
    return replace(recipe, parameters=counted)
