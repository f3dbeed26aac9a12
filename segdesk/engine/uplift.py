"""What a campaign brought: the contacted against those held back, with an interval."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from segdesk.engine.campaign import REACH
from segdesk.model.campaign import Conclusion, Effect, Outcome
from segdesk.model.campaign_plan import FEWEST_HELD_BACK

CONFIDENCE = 0.95

FEWEST_BUYERS = 5
"""Fewer who bought, or who didn't, in both groups together are chance, not a rate."""

VISIBLE = 0.2
"""If an uplift of a fifth could not have been seen, "no difference" says nothing: too few to tell."""

ROUNDING = 1e-9
"""Of the largest figure; a smaller difference is what adding floats leaves."""

Numbers = NDArray[np.float64]


def spending_effect(
    contacted: Numbers,
    held_back: Numbers,
    *,
    contacted_before: Numbers | None = None,
    held_back_before: Numbers | None = None,
) -> Effect:
    """Compare what the contacted spent with what those held back did.

    Parameters
    ----------
    contacted, held_back
        Each customer's spending, without nan; two customers at least in each.
    contacted_before, held_back_before
        The same customers' spending before, or None. What it predicts is taken out of the difference:
        customers were drawn at random, so that changes its noise and not its expectation.

    Source
    ------
    Welch (1947), Biometrika 34, 28–35. Deng, Xu, Kohavi & Walker (2013), "Improving the sensitivity of
    online controlled experiments by utilizing pre-experiment data", WSDM, section 3.2.
    """
    means = float(contacted.mean()), float(held_back.mean())
    is_adjusted = False
    if contacted_before is not None and held_back_before is not None:
        contacted, held_back, is_adjusted = _adjusted(
            contacted, held_back, contacted_before, held_back_before
        )
    difference = float(contacted.mean() - held_back.mean())
    scale = float(np.abs(np.concatenate([contacted, held_back])).max(initial=0.0))
    if abs(difference) <= ROUNDING * scale:
        difference = 0.0
    parts = contacted.var(ddof=1) / len(contacted), held_back.var(ddof=1) / len(held_back)
    error = math.sqrt(sum(parts))
    error = error if error > ROUNDING * scale else 0.0
    freedom = (
        sum(parts) ** 2 / (parts[0] ** 2 / (len(contacted) - 1) + parts[1] ** 2 / (len(held_back) - 1))
        if error > 0
        else math.inf
    )
    reach = float(stats.t.ppf((1 + CONFIDENCE) / 2, freedom)) * error
    return _effect(
        Outcome.SPENDING,
        (len(contacted), len(held_back)),
        means,
        (difference, difference - reach, difference + reach),
        smallest=REACH * error,
        is_enough=min(len(contacted), len(held_back)) >= FEWEST_HELD_BACK,
        is_adjusted=is_adjusted,
    )


def _adjusted(
    contacted: Numbers, held_back: Numbers, contacted_before: Numbers, held_back_before: Numbers
) -> tuple[Numbers, Numbers, bool]:
    """Take out of the spending what the spending before predicts."""
    known = ~np.isnan(contacted_before), ~np.isnan(held_back_before)
    if not (known[0].all() and known[1].all()):
        return contacted, held_back, False
    before = np.concatenate([contacted_before, held_back_before])
    after = np.concatenate([contacted, held_back])
    spread = before.var()
    if spread <= 0:
        return contacted, held_back, False
    slope = float(((before - before.mean()) * (after - after.mean())).mean() / spread)
    return (
        contacted - slope * (contacted_before - before.mean()),
        held_back - slope * (held_back_before - before.mean()),
        True,
    )


def buying_effect(contacted: NDArray[np.bool_], held_back: NDArray[np.bool_]) -> Effect:
    """Compare the shares who bought.

    Source
    ------
    Newcombe (1998), "Interval estimation for the difference between independent proportions",
    Statistics in Medicine 17, 873–890, method 10 (Wilson's intervals combined).
    """
    sizes = len(contacted), len(held_back)
    shares = float(contacted.mean()), float(held_back.mean())
    difference = shares[0] - shares[1]
    (low1, high1), (low2, high2) = (_wilson(share, size) for share, size in zip(shares, sizes, strict=True))
    low = difference - math.hypot(shares[0] - low1, high2 - shares[1])
    high = difference + math.hypot(high1 - shares[0], shares[1] - low2)
    buyers = int(contacted.sum() + held_back.sum())
    pooled = buyers / sum(sizes)
    error = math.sqrt(pooled * (1 - pooled) * (1 / sizes[0] + 1 / sizes[1]))
    is_enough = min(sizes) >= FEWEST_HELD_BACK and min(buyers, sum(sizes) - buyers) >= FEWEST_BUYERS
    return _effect(
        Outcome.BUYING, sizes, shares, (difference, low, high), smallest=REACH * error, is_enough=is_enough
    )


def _wilson(share: float, size: int) -> tuple[float, float]:
    z = float(stats.norm.ppf((1 + CONFIDENCE) / 2))
    middle = (share + z**2 / (2 * size)) / (1 + z**2 / size)
    reach = z / (1 + z**2 / size) * math.sqrt(share * (1 - share) / size + z**2 / (4 * size**2))
    return middle - reach, middle + reach


def _effect(
    outcome: Outcome,
    sizes: tuple[int, int],
    means: tuple[float, float],
    interval: tuple[float, float, float],
    *,
    smallest: float,
    is_enough: bool,
    is_adjusted: bool = False,
) -> Effect:
    difference, low, high = interval
    return Effect(
        outcome=outcome,
        contacted=sizes[0],
        held_back=sizes[1],
        contacted_mean=means[0],
        held_back_mean=means[1],
        difference=difference,
        low=low,
        high=high,
        smallest=smallest,
        conclusion=_conclusion(means[1], low, high, smallest, is_enough=is_enough),
        is_adjusted=is_adjusted,
    )


def _conclusion(usual: float, low: float, high: float, smallest: float, *, is_enough: bool) -> Conclusion:
    """Say what an interval means. Too few: the groups are small, or a fifth more would have gone unseen."""
    if not is_enough:
        return Conclusion.TOO_FEW
    if low > 0:
        return Conclusion.MORE
    if high < 0:
        return Conclusion.LESS
    return Conclusion.NO_DIFFERENCE if smallest <= VISIBLE * abs(usual) else Conclusion.TOO_FEW
