"""How many segments? The gap statistic decides, prediction strength seconds, and limits are told."""

from __future__ import annotations

import math
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from segdesk.engine.gap import gap_vote
from segdesk.engine.nulls import fit_null
from segdesk.engine.strength import STRONG, strength_vote
from segdesk.engine.sweep import Sweep, count_kinds, sample, silhouettes, sweep
from segdesk.errors import RunError
from segdesk.model.findings import Adviser, Choice, Vote
from segdesk.model.notes import Note
from segdesk.model.recipe import AUTO_MOST_SEGMENTS, FEWEST_SEGMENTS, USUAL_MOST_SEGMENTS
from segdesk.model.table import Features

LEAST_SHARE = 0.02
LEAST_CUSTOMERS = 30
LEAST_SMALL_SHARE = 0.05
"""A segment worth a campaign: 2 % of the customers, and 30 of them where that isn't above 5 % of all
(from 600 customers on); 5 % where there are fewer."""

ENOUGH_RISE = 0.65
"""A number that comes back must reach so much of the rise of the gap, or it joins groups that are there.
Fixed by packaging/calibrate.py: at 0.5 noise columns hid groups, at 0.75 sizes did."""


def choose(
    features: Features, *, seed: int, rows_total: int | None = None, unrotated: Features | None = None
) -> Choice:
    """Choose a number of segments, whatever the method: the question is about the customers.

    1. The gap says 1: there are no groups. A number is needed still: the most segments with a prediction
       strength of 0.8, or else the best silhouette. Its reason says that this is a choice, not a discovery.
    2. The gap says more. Of the numbers with a prediction strength of 0.8 that reach 65 % of the gap's
       rise up to 7, the fewest where one more segment doesn't come back, or doesn't raise the gap by over a
       standard error; without any, the gap's own number, if it is 7 or less. A gap that rises on and on
       (a long cloud of many columns does it) names none: the rule of 1 then.
    3. Limits: at most 7, the smallest segment ``least_size`` customers. A number beyond them gives way to
       the one with the largest gap within them.

    Parameters
    ----------
    features
        Exactly what is clustered; a sample of ``sweep.SAMPLE_ROWS`` rows is looked at.
    rows_total
        How many customers the features stand for, where they are a sample already.
    unrotated
        The same rows before PCA, where there was one: tables without groups are drawn from it.

    Raises
    ------
    RunError
        ``method.too_few_rows``, ``method.all_same``.
    """
    with threadpool_limits(limits=1, user_api="blas"):
        return _chosen(features, seed, rows_total or len(features.matrix), unrotated)


def _chosen(features: Features, seed: int, rows_total: int, unrotated: Features | None) -> Choice:
    rows = len(features.matrix)
    if rows <= FEWEST_SEGMENTS:
        raise RunError("method.too_few_rows", rows=rows)
    picked = sample(features, seed=seed)
    few = replace(features, matrix=features.matrix[picked])
    before = None if unrotated is None else replace(unrotated, matrix=unrotated.matrix[picked])
    kinds = count_kinds(few.matrix)
    if kinds < FEWEST_SEGMENTS:
        raise RunError("method.all_same")
    most = min(AUTO_MOST_SEGMENTS, kinds, len(picked) - 1)
    rng = np.random.default_rng(seed)
    found = sweep(few.matrix, most)
    gap = gap_vote(found.inertias, fit_null(few, before), rng)
    votes = (
        gap,
        strength_vote(few.matrix, most, rng),
        _elbow_vote(found.inertias),
        _silhouette_vote(found, is_sample=len(picked) < rows_total),
    )
    least = least_size(rows_total)
    smallest = [
        int(np.bincount(line, minlength=i + 1).min()) * rows_total / len(picked)
        for i, line in enumerate(found.labels)
    ]
    allowed = [
        k for k in range(FEWEST_SEGMENTS, most + 1) if k <= USUAL_MOST_SEGMENTS and smallest[k - 1] >= least
    ]
    segments, reason = decide(votes, allowed)
    return Choice(segments, reason, votes, USUAL_MOST_SEGMENTS, least, len(picked))


def least_size(rows: int) -> int:
    """Give the smallest segment allowed among so many customers."""
    return max(math.ceil(LEAST_SHARE * rows), min(LEAST_CUSTOMERS, int(LEAST_SMALL_SHARE * rows)), 1)


def decide(votes: Sequence[Vote], allowed: Sequence[int]) -> tuple[int, Note]:
    """Give the number that the votes lead to, and why; ``choose`` says by which rule.

    ``votes`` are in the order of ``Adviser``; ``allowed`` are the numbers within the limits.
    """
    gap, strength, _, silhouette = votes
    strong = [k for k, s in zip(strength.segments, strength.figures, strict=True) if s >= STRONG and k > 1]
    curve = dict(zip(gap.segments, gap.figures, strict=True))
    steady = [k for k in strong if k in allowed]
    scores = dict(zip(silhouette.segments, silhouette.figures, strict=True))
    closest = suggest({k: scores[k] for k in allowed or (FEWEST_SEGMENTS,)})
    if gap.says == 1:
        if steady:
            return steady[-1], Note("choose.slices_steady", {"segments": steady[-1]})
        return closest, Note("choose.slices", {"segments": closest})
    wanted, code = _wanted(gap, strong)
    if wanted > USUAL_MOST_SEGMENTS and code == "choose.gap":
        unclear = steady[-1] if steady else closest
        return unclear, Note("choose.unclear", {"segments": unclear})
    if wanted in allowed:
        return wanted, Note(code, {"segments": wanted})
    near = max(allowed, key=lambda k: curve[k]) if allowed else FEWEST_SEGMENTS
    return near, Note("choose.limited", {"segments": near, "wanted": wanted})


def _wanted(gap: Vote, strong: Sequence[int]) -> tuple[int, str]:
    """Give the number of groups and who says so, where the gap says that there are any."""
    says = gap.says or 1
    figures = dict(zip(gap.segments, gap.figures, strict=True))
    errors = dict(zip(gap.segments, gap.errors, strict=True))
    first = figures[1]
    # Up to the limit only: a category that cuts each of 4 groups in two makes 8, and hides the 4.
    enough = first + ENOUGH_RISE * (max(figures[k] for k in figures if k <= USUAL_MOST_SEGMENTS) - first)
    steady = [k for k in strong if figures[k] >= enough]
    settled = [k for k in steady if k + 1 not in strong or figures[k] >= figures[k + 1] - errors[k + 1]]
    return (settled[0], "choose.agreed") if settled else (says, "choose.gap")


def _elbow_vote(inertias: NDArray[np.float64]) -> Vote:
    """Give the share of the differences that is left within segments, and where kneed sees the elbow.

    Source: Satopää, Albrecht, Irwin & Raghavan (2011), "Finding a 'kneedle' in a haystack", ICDCSW.
    """
    from kneed import KneeLocator  # brings matplotlib and SciPy's signals, which take a second

    shares = inertias / inertias[0]
    counts = range(1, len(shares) + 1)
    with warnings.catch_warnings():
        # It warns where it sees no elbow, and gives None.
        warnings.simplefilter("ignore")
        elbow = KneeLocator(list(counts), shares.tolist(), curve="convex", direction="decreasing").elbow
    return Vote(Adviser.ELBOW, tuple(counts), tuple(shares.tolist()), None if elbow is None else int(elbow))


def _silhouette_vote(found: Sweep, *, is_sample: bool) -> Vote:
    scores = silhouettes(np.sqrt(found.squares), found.labels[1:])
    means = scores.mean(axis=1)
    errors = scores.std(axis=1) / np.sqrt(scores.shape[1]) if is_sample else np.zeros(len(scores))
    counts = tuple(range(FEWEST_SEGMENTS, len(means) + FEWEST_SEGMENTS))
    figures = tuple(means.tolist())
    says = suggest(dict(zip(counts, figures, strict=True)))
    return Vote(Adviser.SILHOUETTE, counts, figures, says, tuple(errors.tolist()))


def suggest(silhouettes: Mapping[int, float]) -> int:
    """Give the number of segments with the best silhouette among 2 … 10, the smallest of equals.

    Raises
    ------
    RunError
        ``method.too_few_rows``: there is no cut to choose from.
    """
    known = {
        k: -2.0 if math.isnan(s) else s
        for k, s in sorted(silhouettes.items())
        if FEWEST_SEGMENTS <= k <= AUTO_MOST_SEGMENTS
    }
    if not known:
        raise RunError("method.too_few_rows", rows=0)
    return max(known, key=lambda k: (known[k], -k))
