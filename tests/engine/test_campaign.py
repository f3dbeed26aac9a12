"""Who is in a campaign, and who is held back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdesk.engine.campaign import (
    CONTACTED,
    HELD_BACK,
    affordable,
    assign,
    rank_by_sales,
    smallest_difference,
)
from segdesk.errors import RunError
from segdesk.model.campaign_plan import held_back_of, is_amount, quotas

TWO_HUNDREDS = np.repeat(np.array([0, 1], np.int8), 100)
ALL = np.ones(200, dtype=np.bool_)


def counts(parts: np.ndarray, labels: np.ndarray, part: int) -> list[int]:
    return [int(((parts == part) & (labels == segment)).sum()) for segment in range(2)]


def test_that_a_budget_is_used_up_exactly():
    # 120 in, 30 held back (the least), 90 contacted; one more would be 91. All of segment 1 (100), 20 of
    # segment 0; 30 shared out as 100 : 20 is 25 and 5.
    parts = assign(TWO_HUNDREDS, ALL, order=(1, 0), contacts=90, share=0.1, seed=0)
    assert counts(parts, TWO_HUNDREDS, CONTACTED) == [15, 75]
    assert counts(parts, TWO_HUNDREDS, HELD_BACK) == [5, 25]


def test_that_a_large_budget_takes_everybody():
    parts = assign(TWO_HUNDREDS, ALL, order=(0, 1), contacts=10**6, share=0.2, seed=0)
    assert counts(parts, TWO_HUNDREDS, CONTACTED) == [80, 80]  # 20 % of 200 are 40
    assert counts(parts, TWO_HUNDREDS, HELD_BACK) == [20, 20]


def test_that_the_same_seed_draws_the_same_customers_and_another_does_not():
    draw = [assign(TWO_HUNDREDS, ALL, order=(0,), contacts=40, share=0.1, seed=s).tolist() for s in (1, 1, 2)]
    assert draw[0] == draw[1]
    assert draw[0] != draw[2]


def test_that_who_may_not_be_in_is_in_neither_group():
    may = ALL.copy()
    may[::2] = False
    parts = assign(TWO_HUNDREDS, may, order=(0, 1), contacts=10**6, share=0.1, seed=0)
    assert not parts[~may].any()
    assert parts[may].all()


def test_that_nobody_to_contact_is_told():
    with pytest.raises(RunError, match=r"campaign\.nobody"):
        assign(TWO_HUNDREDS, ~ALL, order=(0, 1), contacts=9, share=0.1, seed=0)


@given(
    sizes=st.lists(st.integers(0, 60), min_size=1, max_size=4).filter(lambda sizes: sum(sizes) > 1),
    contacts=st.integers(1, 200),
    share=st.floats(0.01, 0.5),
)
def test_that_no_more_are_contacted_than_the_budget_pays_for(sizes: list[int], contacts: int, share: float):
    labels = np.repeat(np.arange(len(sizes), dtype=np.int8), sizes)
    may = np.ones(len(labels), dtype=np.bool_)
    parts = assign(labels, may, order=range(len(sizes)), contacts=contacts, share=share, seed=3)
    contacted, held = int((parts == CONTACTED).sum()), int((parts == HELD_BACK).sum())
    assert contacted <= contacts
    assert held == held_back_of(contacted + held, share)
    # Somebody is left only where the budget is used up.
    assert contacted + held == len(labels) or contacted + 1 >= contacts


def test_that_tenths_are_tenths():
    assert affordable("10", "0.1") == 100  # 10 // 0.1 is 99 in floats
    with pytest.raises(RunError, match=r"campaign\.no_budget"):
        affordable("1", "2")


def test_that_at_least_thirty_are_held_back_but_never_more_than_half():
    assert [held_back_of(n, 0.1) for n in (10, 60, 200, 301, 1000)] == [5, 30, 30, 31, 100]


def test_that_segments_are_ranked_by_what_a_customer_brings():
    labels = np.array([0, 0, 0, 1, 1, 2], np.int8)
    nan = float("nan")
    sales = np.array([1, 2, nan, 9, 1, nan])  # means 1.5, 5, unknown
    assert rank_by_sales(labels, sales, 3) == (1, 0, 2)
    assert rank_by_sales(labels, None, 3) == (0, 1, 2)


def test_that_the_smallest_visible_difference_is_as_worked_by_hand():
    # 50 against 50, half of each at 0 and half at 2: variance 100/99, standard error sqrt(100/99 · 2/50) =
    # 0.201008, times 1.959964 + 0.841621 = 0.563141.
    values = np.tile([0.0, 2.0], 50)
    parts = np.repeat(np.array([CONTACTED, HELD_BACK], np.int8), 50)
    assert smallest_difference(values, parts) == pytest.approx(0.563141, abs=1e-5)
    assert np.isnan(smallest_difference(None, parts))


def test_that_a_plan_says_the_same_as_the_campaign():
    # As above: 120 in, of whom 30 are held back.
    first, second = quotas([100, 100], 90, 0.1)
    assert (first.contacted, first.held_back, second.contacted, second.held_back) == (75, 25, 15, 5)
    assert [quota.selected for quota in quotas([0, 0], 90, 0.1)] == [0, 0]


@pytest.mark.parametrize(
    ("text", "is_one"), [("0.1", True), ("1500", True), ("0", False), ("1,5", False), ("", False)]
)
def test_that_an_amount_is_above_0_with_a_point(text: str, is_one: bool):
    assert is_amount(text) is is_one
