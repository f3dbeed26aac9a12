"""Two ways of parting the same customers, held beside each other: figures worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from segdesk.engine.matching import adjusted_rand, jaccards, moved, overlaps

FIRST = np.array([0, 0, 0, 1, 1, 2], np.int8)
SECOND = np.array([1, 1, 0, 0, 0, -1], np.int8)


def test_that_overlaps_count_customers_without_outliers() -> None:
    # Segment 0 has customers 0, 1, 2: two of them in the second way's 1, one in its 0. Segment 1 lies
    # in 0 as a whole. Segment 2's only customer is an outlier.
    assert overlaps(FIRST, SECOND, (3, 2)).tolist() == [[1, 2], [2, 0], [0, 0]]


def test_that_jaccards_are_shared_over_either() -> None:
    # {0, 1, 2} and {2, 3, 4}: 1 of 5. {0, 1, 2} and {0, 1}: 2 of 3. {3, 4} and {2, 3, 4}: 2 of 3.
    # {5} shares nobody: 0 of 4 and 0 of 3.
    expected = [[1 / 5, 2 / 3], [2 / 3, 0], [0, 0]]
    assert jaccards(FIRST, SECOND, (3, 2)) == pytest.approx(np.array(expected))


def test_that_a_segment_without_customers_has_no_jaccard() -> None:
    found = jaccards(np.array([0, 0], np.int8), np.array([0, 1], np.int8), (2, 2))
    assert found[0].tolist() == [0.5, 0.5]
    assert np.isnan(found[1]).all()


def test_that_only_customers_who_change_company_have_moved() -> None:
    # Best pairs: 0 with 1 (two stay) and 1 with 0 (two stay); customers 2 and 5 have moved: 2 of 6.
    assert moved(FIRST, SECOND) == pytest.approx(2 / 6)


def test_that_other_numbers_for_the_same_segments_move_nobody() -> None:
    assert moved(np.array([0, 0, 1, -1], np.int8), np.array([3, 3, 0, -1], np.int8)) == 0


def test_that_outliers_are_paired_with_outliers_only() -> None:
    assert moved(np.array([-1, -1, 0, 0], np.int8), np.array([0, 0, 0, 0], np.int8)) == 0.5
    assert moved(np.array([0, 0, 0], np.int8), np.array([-1, -1, -1], np.int8)) == 1


def test_that_agreement_is_as_worked_by_hand() -> None:
    # {0, 1, 2}, {3, 4, 5} against {0, 1}, {2, 3}, {4, 5}. Shared: 2, 1 | 1, 2: pairs 1 + 1 = 2.
    # Pairs within: 3 + 3 = 6 and 1 + 1 + 1 = 3; all 15. By chance 6·3/15 = 1.2; most (6 + 3)/2 = 4.5.
    # (2 − 1.2) / (4.5 − 1.2) = 0.8 / 3.3.
    one, other = np.array([0, 0, 0, 1, 1, 1], np.int8), np.array([0, 0, 1, 1, 2, 2], np.int8)
    assert adjusted_rand(one, other) == pytest.approx(0.8 / 3.3)


def test_that_two_ways_with_nothing_to_disagree_about_agree() -> None:
    one, alone = np.zeros(4, np.int8), np.arange(4, dtype=np.int8)
    assert adjusted_rand(one, one) == adjusted_rand(alone, alone) == 1


@given(st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 4)), min_size=2, max_size=40))
def test_that_agreement_is_scikit_learns(pairs: list[tuple[int, int]]) -> None:
    one, other = (np.array(line, np.int8) for line in zip(*pairs, strict=True))
    assert adjusted_rand(one, other) == pytest.approx(adjusted_rand_score(one, other))
