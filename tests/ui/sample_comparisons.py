"""Comparisons of methods, made by hand."""

from __future__ import annotations

from dataclasses import replace

from segdesk.model.findings import Comparison, Contender
from segdesk.model.methods import METHODS
from segdesk.model.notes import Note
from segdesk.model.recipe import ColumnUse, Method, Recipe
from segdesk.model.roles import ColumnRole

NAN = float("nan")
USES = (ColumnUse("age", ColumnRole.MEASURE), ColumnUse("income", ColumnRole.MEASURE))

# Segments, silhouette, Davies–Bouldin, Calinski–Harabasz, stability, unassigned, balance, seconds.
FIGURES = {
    Method.WARD: (4, 0.53, 0.71, 1834.2, 0.91, 0.0, 0.42, 0.8),
    Method.COMPLETE: (5, 0.41, 0.94, 1210.5, 0.72, 0.0, 0.08, 2.1),
    Method.AVERAGE: (3, 0.48, 0.80, 990.0, 0.64, 0.0, 0.011, 2.0),
    Method.KMEANS: (4, 0.54, 0.69, 1902.7, 0.93, 0.0, 0.47, 0.3),
    Method.GMM: (4, 0.50, 0.77, 1650.1, 0.86, 0.0, 0.51, 5.4),
    Method.GMM_DIAGONAL: (5, 0.44, 0.88, 1402.3, 0.79, 0.0, 0.33, 2.2),
    Method.DBSCAN: (3, 0.58, 0.61, 1105.9, 0.70, 0.212, 0.19, 3.9),
    Method.HDBSCAN: (4, 0.56, 0.64, 1288.4, 0.81, 0.147, 0.30, 96.0),
}
FAILURE = Note("method.all_same")
REASON = Note("compare.none")


def contender(method: Method) -> Contender:
    """Give a method with its figures; single linkage has failed."""
    figures = FIGURES.get(method)
    if figures is None:
        return Contender(method, Recipe(USES, method), failure=FAILURE)
    segments, silhouette, davies, calinski, stability, unassigned, balance, seconds = figures
    return Contender(
        method,
        Recipe(USES, method, segments),
        None,
        segments,
        tuple(range(segments, 0, -1)),
        silhouette,
        davies,
        calinski,
        stability,
        unassigned,
        balance,
        seconds,
    )


def comparison(reason: Note = REASON) -> Comparison:
    """Give a complete comparison that recommends k-means."""
    contenders = tuple(contender(each.method) for each in METHODS)
    agreement = tuple(
        tuple(
            _agreement(i, j) if one.failure is None and other.failure is None else NAN
            for j, other in enumerate(contenders)
        )
        for i, one in enumerate(contenders)
    )
    methods = [each.method for each in contenders]
    return Comparison(contenders, agreement, methods.index(Method.KMEANS), reason, 12_840)


def _agreement(one: int, other: int) -> float:
    return 1.0 if one == other else round(0.97 - 0.11 * abs(one - other), 2)


def all_failed() -> Comparison:
    """Give a comparison in which no method came to an end."""
    made = comparison()
    failed = tuple(replace(Contender(c.method, c.recipe), failure=FAILURE) for c in made.contenders)
    nothing = tuple(tuple(NAN for _ in failed) for _ in failed)
    return Comparison(failed, nothing, None, Note("compare.none"), 12_840)
