"""All methods on the same features, side by side, and which of them to take."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.choose import least_size
from segdesk.engine.matching import adjusted_rand
from segdesk.engine.methods import fit
from segdesk.engine.quality import judge
from segdesk.engine.resampling import DRAWN_SHARE, Repeatable, repeats, sample
from segdesk.engine.stability import mean_jaccards, word
from segdesk.errors import RunError
from segdesk.model.cost import fit_seconds
from segdesk.model.findings import MOST_UNASSIGNED, Comparison, Contender, Stability
from segdesk.model.methods import METHODS, info
from segdesk.model.notes import Fact, Note
from segdesk.model.recipe import Method, Recipe
from segdesk.model.table import Features, Table

COMPARED_ROWS = 10_000
"""Beyond, so many customers are drawn, or trees that compare all pairs would take minutes and gigabytes."""

REPEATS = 20
REPEATED_ROWS = 1_000
"""Repeats of each contender, and the customers they draw from: a mean Jaccard is known to about ±.04,
enough to tell the words apart, at a fifth of what the verdict on a run takes."""

FEWEST_REPEATS = 5
REPEATS_SECONDS = 5.0
"""By estimate; of costlier methods there are fewer repeats."""

CHEAPEST_FIRST = (
    Method.KMEANS,
    Method.SINGLE,
    Method.WARD,
    Method.GMM_DIAGONAL,
    Method.DBSCAN,
    Method.HDBSCAN,
    Method.AVERAGE,
    Method.COMPLETE,
    Method.GMM,
)
"""Whoever waits sees the first result soon."""

SIMPLEST_FIRST = (
    Method.KMEANS,
    Method.WARD,
    Method.COMPLETE,
    Method.AVERAGE,
    Method.SINGLE,
    Method.GMM_DIAGONAL,
    Method.GMM,
    Method.HDBSCAN,
    Method.DBSCAN,
)
"""How easily a method is told to a colleague, and a new customer placed by it."""

AS_GOOD = 0.02
"""Silhouettes this near each other say nothing about which method is better."""

_FIRM_FIRST = {Stability.SOLID: 0, Stability.USABLE: 0, Stability.FUZZY: 1, Stability.UNSTABLE: 2}
"""Solid isn't put above usable: two coarse halves nearly always are steadier than five good segments."""


@dataclass(frozen=True, slots=True, eq=False)
class Contest:
    """What all contenders share: customers, features, the number of segments where one is asked for."""

    table: Table
    recipe: Recipe
    features: Features
    segments: int
    memory: int


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A contender and its labels, ``(rows,)``; None where it failed."""

    contender: Contender
    labels: NDArray[np.int8] | None


def contend(contest: Contest, method: Method, *, clock: Callable[[], float]) -> Entry:
    """Find segments by one method and judge them.

    Parameters
    ----------
    clock
        Gives seconds; only differences count, and no figure but ``seconds`` depends on them.

    Returns
    -------
    Silhouette, Davies-Bouldin and Calinski-Harabasz on the common features without outliers, and the
    mean bootstrapped Jaccard of its segments. A method that can't do these customers says why.
    """
    is_asked = method is contest.recipe.method
    recipe = replace(
        contest.recipe,
        method=method,
        segments=None if info(method).finds_count else contest.segments,
        parameters=contest.recipe.parameters if is_asked else {},
    )
    began = clock()
    try:
        fitted = fit(contest.features, recipe, segments=(contest.segments,), memory=contest.memory)
    except RunError as error:
        return Entry(Contender(method, recipe, failure=Note(error.code, _told(error.facts))), None)
    took = clock() - began
    labels = fitted.labels[0]
    return Entry(replace(_judged(contest, recipe, labels), seconds=took), labels)


def _told(facts: dict[str, object]) -> dict[str, Fact]:
    return {name: fact if isinstance(fact, str | int | float) else str(fact) for name, fact in facts.items()}


def _judged(contest: Contest, recipe: Recipe, labels: NDArray[np.int8]) -> Contender:
    assigned = labels >= 0
    sizes = np.bincount(labels[assigned])
    quality = judge(contest.features, labels[None], seed=recipe.seed).qualities[0]
    return Contender(
        recipe.method,
        recipe,
        segments=len(sizes),
        sizes=tuple(sizes.tolist()),
        silhouette=quality.silhouette,
        davies_bouldin=quality.davies_bouldin,
        calinski_harabasz=quality.calinski_harabasz,
        stability=_stability(contest, recipe, labels, len(sizes)),
        unassigned=1 - float(assigned.mean()),
        balance=float(sizes.min() / sizes.max()),
    )


def _stability(contest: Contest, recipe: Recipe, labels: NDArray[np.int8], segments: int) -> float:
    random = np.random.default_rng(recipe.seed)
    original = Repeatable.of(contest.table, recipe, segments, memory=contest.memory)
    drawn = sample(labels, REPEATED_ROWS, random)
    each = fit_seconds(
        round(DRAWN_SHARE * len(drawn)), contest.features.matrix.shape[1], original.recipe, segments
    )
    count = max(FEWEST_REPEATS, min(REPEATS, int(REPEATS_SECONDS / each)))
    made = [repeat.jaccard for repeat in repeats(original, labels, drawn, count, random)]
    known = [mean for mean in mean_jaccards(made, segments) if not math.isnan(mean)]
    return sum(known) / len(known) if known else math.nan


def comparison(entries: Sequence[Entry], rows: int) -> Comparison:
    """Put all entries side by side, in the order in which methods are declared.

    Parameters
    ----------
    rows
        How many customers were looked at.
    """
    declared = [each.method for each in METHODS]
    ordered = sorted(entries, key=lambda entry: declared.index(entry.contender.method))
    contenders = tuple(entry.contender for entry in ordered)
    recommended, reason = recommend(contenders, rows)
    agreement = tuple(tuple(_agreement(one, other) for other in ordered) for one in ordered)
    return Comparison(contenders, agreement, recommended, reason, rows)


def _agreement(one: Entry, other: Entry) -> float:
    if one.labels is None or other.labels is None:
        return math.nan
    return adjusted_rand(one.labels, other.labels)


def recommend(contenders: Sequence[Contender], rows: int) -> tuple[int | None, Note]:
    """Say which one to take, and why.

    Of those that leave at most a fifth of the customers out and whose smallest segment is worth a
    campaign, those whose segments come back (solid or usable), or else are fuzzy at least; of these
    the best separated; of those about as well separated the simplest. Where none qualifies, the same
    among all that found segments.

    Returns
    -------
    A position in ``contenders``, None where all failed, and the reason.
    """
    found = [i for i, each in enumerate(contenders) if each.segments > 1]
    if not found:
        return None, Note("compare.none")
    least = least_size(rows)
    sound = [
        i for i in found
        if contenders[i].unassigned <= MOST_UNASSIGNED and min(contenders[i].sizes) >= least
    ]  # fmt: skip
    best, simplest = _best(contenders, sound or found)
    chosen = contenders[simplest]
    facts: dict[str, str | int | float] = {
        "stability": word(chosen.stability).value,
        "silhouette": f"{chosen.silhouette:.2f}",
    }
    if not sound:
        return simplest, Note("compare.none_sound", {**facts, "least": least})
    if len(sound) == 1:
        return simplest, Note("compare.only_sound", {**facts, "least": least})
    if simplest != best:
        return simplest, Note("compare.simplest", facts)
    return simplest, Note("compare.best", facts)


def _best(contenders: Sequence[Contender], among: Sequence[int]) -> tuple[int, int]:
    """Give the firm one that separates best, and the simplest of those about as good."""
    rank = {i: _FIRM_FIRST[word(contenders[i].stability)] for i in among}
    firm = [i for i in among if rank[i] == min(rank.values())]
    best = max(firm, key=lambda i: contenders[i].silhouette)
    as_good = [i for i in firm if contenders[i].silhouette >= contenders[best].silhouette - AS_GOOD]
    return best, min(as_good, key=lambda i: SIMPLEST_FIRST.index(contenders[i].method))
