"""Scores of 1 to 5, and a name for each of the 125."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdesk.engine.rfm.scores import quintiles, score_texts, segment_names
from segdesk.model.rfm_names import SEGMENTS


def test_that_ten_different_values_make_five_pairs():
    assert quintiles(np.arange(10.0)).tolist() == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_that_equal_values_have_the_score_of_the_lowest_place_they_take():
    # Six of ten bought once: none below them, so 1. Then 6, 7, 8 and 9 are below:
    # 1 + floor(5 × 0.6) = 4, then 4, 5, 5.
    assert quintiles(np.array([1.0, 1, 1, 1, 1, 1, 2, 3, 4, 5])).tolist() == [1] * 6 + [4, 4, 5, 5]


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=60))
def test_that_scores_follow_the_values_and_not_the_rows(values: list[int]):
    scores = quintiles(np.array(values, dtype=np.float64))
    assert set(scores.tolist()) <= {1, 2, 3, 4, 5}
    pairs = sorted(zip(values, scores.tolist(), strict=True))
    assert [score for _, score in pairs] == sorted(scores.tolist())
    assert len(set(pairs)) == len(set(values))


def test_that_each_score_has_one_name():
    listed = [score for scores in SEGMENTS.values() for score in scores.split()]
    assert sorted(listed) == ["".join(digits) for digits in product("12345", repeat=3)]


@pytest.mark.parametrize(
    ("score", "name"),
    [
        ("555", "champions"),
        ("511", "new"),
        ("155", "can't lose"),
        ("253", "at risk"),
        ("111", "lost"),
        ("334", "need attention"),
    ],
)
def test_that_the_familiar_names_are_where_they_belong(score: str, name: str):
    # From the published table; "champions" bought lately, often and much, "lost" none of it.
    digits = [np.array([int(digit)]) for digit in score]
    assert segment_names(*digits) == [name]
    assert score_texts(*digits) == [score]
