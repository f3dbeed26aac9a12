"""What a campaign brought."""

from __future__ import annotations

import numpy as np
import pytest

from segdesk.engine.uplift import buying_effect, spending_effect
from segdesk.model.campaign import Conclusion


def test_that_welchs_interval_is_as_worked_by_hand():
    # Means 12 and 9, variances 4 and 4 of three each: error sqrt(4/3 + 4/3) = 1.632993, 4 degrees of freedom,
    # t = 2.776445: 3 ± 4.533916.
    effect = spending_effect(np.array([10.0, 12, 14]), np.array([7.0, 9, 11]))
    assert (effect.difference, effect.low, effect.high) == pytest.approx((3, 3 - 4.533916, 3 + 4.533916))
    assert effect.conclusion is Conclusion.TOO_FEW


def test_that_newcombes_interval_is_the_published_one():
    # Newcombe (1998), Table II, column a: 56/70 against 48/80, method 10: 0.0524 to 0.3339.
    effect = buying_effect(np.arange(70) < 56, np.arange(80) < 48)
    assert (effect.low, effect.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert effect.conclusion is Conclusion.MORE


@pytest.mark.parametrize(("uplift", "conclusion"), [(400.0, Conclusion.MORE), (-400.0, Conclusion.LESS)])
def test_that_a_planted_uplift_is_found(uplift: float, conclusion: Conclusion):
    draw = np.random.default_rng(5)
    contacted, held_back = draw.normal(1000 + uplift, 300, 400), draw.normal(1000, 300, 60)
    effect = spending_effect(contacted, held_back)
    assert effect.conclusion is conclusion
    assert effect.low < uplift < effect.high


def test_that_nineteen_intervals_in_twenty_hold_the_truth_and_few_find_what_is_not_there():
    # Spending is skewed as in stores; the planted uplift is 50. Of 300 campaigns 95 %, give or take three
    # standard errors of 1.3 %.
    draw = np.random.default_rng(11)
    holds = seen = 0
    for _ in range(300):
        contacted, held_back = draw.gamma(2, 500, 500) + 50, draw.gamma(2, 500, 100)
        effect = spending_effect(contacted, held_back)
        holds += effect.low <= 50 <= effect.high
        nothing = spending_effect(contacted - 50, held_back)
        seen += nothing.conclusion in (Conclusion.MORE, Conclusion.LESS)
    assert 0.91 <= holds / 300 <= 0.99
    assert seen / 300 <= 0.09


def test_that_no_difference_is_said_only_where_a_fifth_would_have_been_seen():
    draw = np.random.default_rng(2)
    many = spending_effect(draw.normal(1000, 100, 500), draw.normal(1000, 100, 500))
    wild = spending_effect(draw.normal(1000, 3000, 40), draw.normal(1000, 3000, 40))
    assert (many.conclusion, wild.conclusion) == (Conclusion.NO_DIFFERENCE, Conclusion.TOO_FEW)


def test_that_spending_before_makes_the_interval_narrower_around_the_same_truth():
    draw = np.random.default_rng(4)
    before = draw.gamma(2, 500, 600)
    after = before + draw.normal(0, 50, 600)
    after[:500] += 40
    plain = spending_effect(after[:500], after[500:])
    adjusted = spending_effect(
        after[:500], after[500:], contacted_before=before[:500], held_back_before=before[500:]
    )
    assert plain.conclusion is Conclusion.TOO_FEW
    assert adjusted.is_adjusted
    assert adjusted.conclusion is Conclusion.MORE
    assert adjusted.low < 40 < adjusted.high
    assert adjusted.contacted_mean == plain.contacted_mean


def test_that_an_unchanged_file_shows_no_difference():
    before = np.arange(200.0)
    effect = spending_effect(
        before[::2], before[1::2], contacted_before=before[::2], held_back_before=before[1::2]
    )
    assert (effect.difference, effect.low, effect.high) == (0, 0, 0)
    assert effect.conclusion is Conclusion.NO_DIFFERENCE


def test_that_four_buyers_are_too_few():
    effect = buying_effect(np.arange(100) < 4, np.zeros(100, dtype=np.bool_))
    assert effect.conclusion is Conclusion.TOO_FEW
