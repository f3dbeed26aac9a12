"""Are they real? Whether the customers form groups at all, before any chart is believed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from segdesk.engine.dip import FEWEST_ROWS, dip_p
from segdesk.engine.nulls import draw_copula, draw_uniform, fit_null, measures
from segdesk.engine.sweep import sample, silhouettes, sweep
from segdesk.model.findings import Adviser, Choice, Reality, Verdict
from segdesk.model.recipe import FEWEST_SEGMENTS
from segdesk.model.table import Features

SIGNIFICANT = 0.05

PILOT_DRAWS = 20
"""Tables without groups that tell what silhouettes chance gives."""

MOST_DRAWS = 99
"""Further ones that are counted: the least p value is 1/100."""

ENOUGH_ABOVE = 10
"""As many above the customers' own: the p value is known well enough (Besag & Clifford)."""

AXES = 3
"""Principal components whose dip is looked at: groups that further ones tell show in the silhouette."""

_COMMON = 0.1
"""A measure is left out of the dip where more customers than this share one value: its hump at that value
(those who bought no fish) is no group of customers."""

SHAKY = 0.65
"""Below this prediction strength at every number there is nothing to hold on to: half-way between the 0.5
that cutting a round cloud in two at random gives and the 0.8 that counts as strong."""

_LEAST_DEVIATION = 1e-3
"""Silhouettes this close are alike: where there is but one column, chance draws the very customers."""

Share = Callable[[float], None]
Draw = Callable[[np.random.Generator], NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class _Chance:
    """What chance gives: mean silhouettes by number, and how often it does as well as the customers."""

    means: NDArray[np.float64]
    p: float


def judge_reality(
    features: Features,
    choice: Choice,
    *,
    seed: int,
    unrotated: Features | None = None,
    report: Share | None = None,
) -> Verdict:
    """Tell whether the customers form groups.

    *Natural*: ``p`` below 0.05. It is the smaller of the two tests' p values, doubled because there are
    two; without the silhouette's where the gap statistic says that there are no groups.

    * The dip of the measures' first three principal components (smallest p value times their number).
    * The best silhouette of 2 … 10 segments, each in standard deviations above its mean in tables without
      groups; p is the share of such tables that do as well. Two kinds of them must be beaten: columns
      that keep their distributions, and measures that evenly fill the box of their principal axes
      (skewed boxes passed for groups in 25 % of the draws else).

    *Nothing*: not natural, and no number of segments has a prediction strength of 0.65. *Slices* otherwise.

    Parameters
    ----------
    features
        Exactly what was clustered.
    choice
        ``choose`` of the same features.
    unrotated
        The same rows before PCA. Needed after PCA of a table with categories: its directions then have
        humps that are nothing but levels.
    report
        Is told the share of the work that is done.

    Source
    ------
    STATISTICS.md, section 2; Hartigan & Hartigan (1985), Ann. Statist. 13, 70-84; Besag & Clifford (1991),
    "Sequential Monte Carlo p-values", Biometrika 78, 301-304.
    """
    with threadpool_limits(limits=1, user_api="blas"):
        picked = sample(features, seed=seed)
        few = replace(features, matrix=features.matrix[picked])
        base = few if unrotated is None else replace(unrotated, matrix=unrotated.matrix[picked])
        rng = np.random.default_rng(seed)
        axes_p = _dip_p(base, rng)
        counts = choice.vote(Adviser.SILHOUETTE).segments
        null = fit_null(few, None if unrotated is None else base)
        tell = report or _quiet
        against = _against(few.matrix, partial(draw_copula, null), counts[-1], rng, lambda x: tell(x / 2))
        silhouette_p = against.p
        if silhouette_p < SIGNIFICANT:
            even = _against(
                few.matrix, partial(draw_uniform, null), counts[-1], rng, lambda x: tell((1 + x) / 2)
            )
            silhouette_p = max(silhouette_p, even.p)
        tell(1.0)
    gap_says = choice.vote(Adviser.GAP).says or 1
    p = min(1.0, 2.0 * min(axes_p, silhouette_p)) if gap_says > 1 else axes_p
    reality = Reality.NATURAL if p < SIGNIFICANT else _without_groups(choice)
    chance = tuple(against.means.tolist())
    return Verdict(reality, p, axes_p, silhouette_p, gap_says, counts, chance, len(picked))


def _quiet(_: float) -> None:
    pass


def _without_groups(choice: Choice) -> Reality:
    strengths = choice.vote(Adviser.STRENGTH).figures[1:]
    return Reality.SLICES if max(strengths, default=0.0) >= SHAKY else Reality.NOTHING


def _against(
    matrix: NDArray[np.float64], draw: Draw, most: int, rng: np.random.Generator, report: Share
) -> _Chance:
    own = _mean_silhouettes(matrix, most)
    drawn = []
    for i in range(PILOT_DRAWS):
        drawn.append(_mean_silhouettes(draw(rng), most))
        report((i + 1) / (PILOT_DRAWS + MOST_DRAWS))
    pilot = np.array(drawn)
    centre = pilot.mean(axis=0)
    spread = np.maximum(pilot.std(axis=0, ddof=1), _LEAST_DEVIATION)
    best = float(((own - centre) / spread).max())
    above = 0
    for i in range(MOST_DRAWS):
        drawn.append(_mean_silhouettes(draw(rng), most))
        above += bool(((drawn[-1] - centre) / spread).max() >= best)
        report((PILOT_DRAWS + i + 1) / (PILOT_DRAWS + MOST_DRAWS))
        if above == ENOUGH_ABOVE:
            return _Chance(np.mean(drawn, axis=0), ENOUGH_ABOVE / (i + 1))
    return _Chance(np.mean(drawn, axis=0), (above + 1) / (MOST_DRAWS + 1))


def _mean_silhouettes(matrix: NDArray[np.float64], most: int) -> NDArray[np.float64]:
    found = sweep(matrix, most)
    lines = found.labels[FEWEST_SEGMENTS - 1 :]
    return np.asarray(silhouettes(np.sqrt(found.squares), lines).mean(axis=1))


def _dip_p(features: Features, rng: np.random.Generator) -> float:
    """Give the p value of the dip test on the measures' principal components."""
    matrix = features.matrix
    smooth = [j for j in measures(features) if _commonest(matrix[:, j]) <= _COMMON]
    if not smooth or len(matrix) < FEWEST_ROWS:
        return 1.0
    part = np.column_stack([_smeared(matrix[:, j], rng) for j in smooth])
    part -= part.mean(axis=0)
    _, sizes, axes = np.linalg.svd(part, full_matrices=False)
    kept = [axis for axis, size in zip(axes, sizes, strict=True) if size > 0][:AXES]
    return min([1.0, *(len(kept) * dip_p(part @ axis) for axis in kept)])


def _commonest(values: NDArray[np.float64]) -> float:
    return float(np.unique(values, return_counts=True)[1].max()) / len(values)


def _smeared(values: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """Spread equal values evenly half-way to their neighbours: whole numbers have no humps of their own."""
    distinct, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    middles = (distinct[1:] + distinct[:-1]) / 2.0
    low = np.concatenate([[2.0 * distinct[0] - middles[0]], middles])
    high = np.concatenate([middles, [2.0 * distinct[-1] - middles[-1]]])
    spread = low[place] + (high - low)[place] * rng.random(len(values))
    return np.where(counts[place] > 1, spread, values)
