"""What one more purchase brings, worked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdesk.model.portrait import Basis, Gain, Purchase, one_more_purchase


def purchase(*, low: float = 0.0, high: float = 1000.0, known: int = 100) -> Purchase:
    return Purchase(Basis.BASKET, ("basket",), known, 200.0, 50.0, low, high)


def test_that_the_range_is_that_of_the_mean_of_so_many_purchases():
    # 10 % of 250 are 25 customers, who spend 25 × 200 = 5,000. The error of the mean of 25 beside one known
    # from 100 is 50·√(1/25 + 1/100) = 50·√0.05 = 11.1803; 1.645 times that for 25 customers is 459.79.
    gain = one_more_purchase(purchase(), 250, 0.1)
    assert (gain.customers, gain.middle) == (25, 5000)
    assert [gain.low, gain.high] == pytest.approx([4540.21, 5459.79], abs=0.01)


def test_that_the_range_never_leaves_what_customers_can_spend():
    # One customer: 200 ± 1.645·50·√(1 + 1/100) = 200 ± 82.7, but nobody spends under 150 or over 260.
    assert one_more_purchase(purchase(low=150, high=260), 5, 0.1) == Gain(1, 150, 200, 260)


def test_that_nobody_brings_nothing():
    assert one_more_purchase(purchase(), 0, 0.1) == Gain(0, 0, 0, 0)
    assert one_more_purchase(purchase(), 50, 0.0) == Gain(0, 0, 0, 0)


@given(st.integers(1, 10_000), st.floats(0.001, 1), st.integers(1, 500))
def test_that_the_most_likely_lies_inside_the_range(size: int, share: float, known: int):
    gain = one_more_purchase(purchase(known=known), size, share)
    assert 1 <= gain.customers <= size
    assert gain.low <= gain.middle <= gain.high
