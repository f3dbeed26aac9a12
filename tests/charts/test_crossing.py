"""Who went where, and which segments belong together."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segdesk.charts.crossing import best_match, cross


def test_that_customers_are_counted_by_both_results():
    # A: 0 0 0 1 1 2, B: 1 1 0 0 0 2. Of A's 0 two are in B's 1 and one in B's 0; of A's 1 both in 0.
    labels = np.array([0, 0, 0, 1, 1, 2], np.int8)
    other = np.array([1, 1, 0, 0, 0, 2], np.int8)
    crossing = cross(labels, other, segments=3, other_segments=3)
    assert crossing.counts.tolist() == [[1, 2, 0], [2, 0, 0], [0, 0, 1]]
    # Matching 0-1, 1-0, 2-2 keeps 2 + 2 + 1 = 5 of 6.
    assert (crossing.match, crossing.stayed, crossing.customers) == ((1, 0, 2), 5, 6)
    assert crossing.columns == (1, 0, 2)
    assert (crossing.row_sums.tolist(), crossing.column_sums.tolist()) == ([3, 2, 1], [3, 2, 1])


def test_that_outliers_stand_last_and_match_nobody():
    # The one customer without a segment in A is in B's only segment; B has none without.
    labels, other = np.array([0, 0, -1, 1], np.int8), np.array([0, 0, 0, 0], np.int8)
    crossing = cross(labels, other, segments=2, other_segments=1)
    assert crossing.counts.tolist() == [[2], [1], [1]]
    assert crossing.match == (0, -1, -1)


def test_that_outliers_of_both_have_a_row_and_a_column():
    labels, other = np.array([0, -1, -1, 1], np.int8), np.array([0, -1, 1, 1], np.int8)
    crossing = cross(labels, other, segments=2, other_segments=2)
    assert crossing.counts.tolist() == [[1, 0, 0], [0, 1, 0], [0, 1, 1]]
    assert crossing.columns == (0, 1, 2)


def test_that_a_segment_is_called_after_its_match():
    # B's 1 is A's 0, B's 0 is A's 1, B's 2 is new.
    labels, other = np.array([0, 0, 0, 1, 1, 1], np.int8), np.array([1, 1, 2, 0, 0, -1], np.int8)
    crossing = cross(labels, other, segments=2, other_segments=3)
    assert [crossing.partner(column) for column in range(4)] == [1, 0, 2, -1]


def test_that_the_best_match_is_not_the_greedy_one():
    # Greedy takes 10 and is left with 0: 10. The other diagonal keeps 9 + 9 = 18.
    assert best_match(np.array([[10, 9], [9, 0]])) == (1, 0)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.data())
def test_that_no_other_match_keeps_more(rows: int, columns: int, data: st.DataObject):
    cell = st.integers(0, 9)
    counts = np.array(
        data.draw(st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=rows, max_size=rows))
    )
    match = best_match(counts)
    kept = [column for column in match if column >= 0]
    assert len(kept) == len(set(kept)) == min(rows, columns)
    tall = counts if rows <= columns else counts.T
    best = max(
        sum(tall[i, p] for i, p in enumerate(way)) for way in permutations(range(tall.shape[1]), len(tall))
    )
    assert sum(counts[row, column] for row, column in enumerate(match) if column >= 0) == best


@pytest.mark.parametrize("segments", [20, 21])
def test_that_the_same_result_crosses_itself_on_the_diagonal(segments: int):
    labels = np.arange(segments, dtype=np.int8)
    crossing = cross(labels, labels, segments=segments, other_segments=segments)
    assert crossing.match == tuple(range(segments))
    assert crossing.stayed == segments
