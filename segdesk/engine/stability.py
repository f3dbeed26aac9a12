"""Would the segments come back, who sits between two of them, and does one column decide everything?"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.encode import encode, unrotated
from segdesk.engine.matching import moved
from segdesk.engine.placing import Tally, by_centre, by_likeness, deciding
from segdesk.engine.resampling import DRAWN_SHARE, Repeatable, repeats, sample
from segdesk.model.cost import fit_seconds
from segdesk.model.findings import BORDERLINE, Dominance, Reliability, Stability
from segdesk.model.methods import Family, info
from segdesk.model.recipe import Recipe
from segdesk.model.table import Features, Table

REPEATS = 100
"""As many as Hennig's own programme makes; a mean Jaccard is then known to about ±.02."""

FEWEST_REPEATS = 10

REPEATS_SECONDS = 20.0
DOMINANCE_SECONDS = 8.0
"""What repeats, and leaving out columns, may take by estimate; else there are fewer of them, or fewer
customers are looked at. By estimate, since by the clock every computer would find another figure."""

FEWEST_ROWS = 300
"""A share of so many customers is known to ±.03."""

PLACINGS = 20_000_000
"""Customers outside the sample are placed so often in all, in every repeat up to 200,000 of them and in
fewer beyond: some ten seconds."""

SAMPLE_ROWS = 1_500
"""Beyond, so many customers are drawn: a repeat of all of them would cost as much as the run itself."""

REPEATS_SHARE = 0.85
"""The rest of the time goes to the columns."""

_WORDS = ((0.85, Stability.SOLID), (0.75, Stability.USABLE), (0.60, Stability.FUZZY))
"""The bands of Hennig's ``fpc::clusterboot``: highly stable, valid, a pattern but with doubtful members."""


def word(jaccard: float) -> Stability:
    """Give the word for a mean bootstrapped Jaccard."""
    return next((word for least, word in _WORDS if jaccard >= least), Stability.UNSTABLE)


def mean_jaccards(made: Sequence[NDArray[np.float64]], segments: int) -> tuple[float, ...]:
    """Give each segment's mean over the repeats that drew customers of it, nan where none did."""
    lines = np.array(made, dtype=np.float64).reshape(len(made), segments)
    counts = (~np.isnan(lines)).sum(axis=0)
    sums = np.nansum(lines, axis=0)
    return tuple(float(s / c) if c else math.nan for s, c in zip(sums, counts, strict=True))


def reliability(
    table: Table,
    recipe: Recipe,
    labels: NDArray[np.int8],
    segments: int,
    *,
    seed: int,
    report: Callable[[float], None],
    memory: int,
) -> Reliability:
    """Repeat a run, and leave out each column in turn.

    Parameters
    ----------
    labels
        Shape ``(rows,)``: the cut in question, each in -1 … segments - 1.
    seed
        Decides every draw.
    report
        Called with the share that is done, above 0 and up to 1.
    memory
        Free bytes.

    Returns
    -------
    Each segment's mean Jaccard with the most like segment of every repeat, and each customer's share
    of repeats in a segment most like their own. With more than ``SAMPLE_ROWS`` customers the repeats
    are made among a sample; each repeat then places all others by its centres (k-means), or with most
    of the sampled customers who are like them.

    Source
    ------
    Hennig (2007), "Cluster-wise assessment of cluster stability", CSDA 52, 258-271.
    """
    random = np.random.default_rng(seed)
    original = Repeatable.of(table, recipe, segments, memory=memory)
    features = encode(original.table, original.recipe)
    drawn = sample(labels, SAMPLE_ROWS, random)
    jaccard, tally = _repeated(original, features, labels, drawn, random, report)
    each = fit_seconds(len(drawn), features.matrix.shape[1], original.recipe, segments)
    most = int(len(drawn) * DOMINANCE_SECONDS / (each * len(recipe.used)))
    looked_at = sample(labels[drawn], max(FEWEST_ROWS, most), random)
    dominance = _dominance(original, labels, drawn[looked_at], report)
    by_column = unrotated(original.table, original.recipe) or features
    columns = tuple(use.name for use in recipe.used)
    means, certainty, second = mean_jaccards(jaccard, segments), tally.certainty, tally.second
    report(1.0)
    return Reliability(
        segments=segments,
        repeats=len(jaccard),
        rows=len(drawn),
        jaccard=means,
        words=tuple(word(mean) for mean in means),
        borderline=int((certainty < BORDERLINE).sum()),
        columns=columns,
        dominance=dominance,
        certainty=certainty,
        second=second,
        deciding=deciding(by_column, columns, labels, second),
    )


def _repeated(
    original: Repeatable,
    features: Features,
    labels: NDArray[np.int8],
    drawn: NDArray[np.int64],
    random: np.random.Generator,
    report: Callable[[float], None],
) -> tuple[list[NDArray[np.float64]], Tally]:
    """Give every repeat's Jaccards, and where each customer went."""
    recipe, segments = original.recipe, original.segments
    outside = np.setdiff1d(np.arange(len(labels)), drawn, assume_unique=True)
    if info(recipe.method).family is Family.CENTROID:
        place = by_centre(features.matrix, outside)
    else:
        place = by_likeness(features.matrix, outside, drawn)
    tally, figures = Tally(labels, segments), []
    each = fit_seconds(round(DRAWN_SHARE * len(drawn)), features.matrix.shape[1], recipe, segments)
    count = max(FEWEST_REPEATS, min(REPEATS, int(REPEATS_SECONDS / each)))
    step = 1 + int(len(outside) * count / PLACINGS)
    for made, repeat in enumerate(repeats(original, labels, drawn, count, random)):
        figures.append(repeat.jaccard)
        tally.add(repeat.rows, repeat.went)
        if len(outside) and made % step == 0:
            tally.add(outside, place(repeat.rows, repeat.went, segments))
        report(REPEATS_SHARE * (made + 1) / count)
    return figures, tally


def _dominance(
    original: Repeatable,
    labels: NDArray[np.int8],
    drawn: NDArray[np.int64],
    report: Callable[[float], None],
) -> tuple[Dominance, ...]:
    """Leave out each column in turn, among the same sampled customers with and without it."""
    uses = original.recipe.columns
    if len(uses) == 1:
        return ()  # without it there is nothing to go by
    with_all = labels if len(drawn) == len(labels) else original.labels(drawn)
    found = []
    for done, use in enumerate(uses):
        found.append(Dominance(use.name, moved(with_all, original.without(use.name).labels(drawn))))
        report(REPEATS_SHARE + (1 - REPEATS_SHARE) * (done + 1) / len(uses))
    return tuple(sorted(found, key=lambda each: -each.moved))
