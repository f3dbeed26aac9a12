import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdesk.charts.specs import LEAST_DEGREES, DonutSpec, donut_spans, parts


def test_that_slices_follow_one_another_in_proportion():
    # 2 : 1 : 1 of 360 degrees.
    assert donut_spans([2, 1, 1]) == ((0, 180), (180, 90), (270, 90))


def test_that_one_customer_of_a_million_is_still_seen_and_the_rest_gives_the_room():
    (_, large), (start, small) = donut_spans([999_999, 1])
    assert small == pytest.approx(LEAST_DEGREES)
    assert large == start == pytest.approx(360 - LEAST_DEGREES)


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=20))
def test_that_slices_fill_the_circle_and_keep_their_order_of_size(sizes: list[int]):
    widths = [width for _, width in donut_spans(sizes)]
    assert sum(widths) == pytest.approx(360)
    assert min(widths) >= LEAST_DEGREES - 1e-9
    order = sorted(range(len(sizes)), key=lambda i: sizes[i])
    assert all(widths[a] <= widths[b] + 1e-9 for a, b in pairwise(order))


def test_that_a_spec_survives_the_way_to_the_worker():
    made = parts(["A", "B"], [3, 1], figures=["3", "1"], shares=["75%", "25%"])
    spec = DonutSpec("Title", made, "4", "customers")
    assert pickle.loads(pickle.dumps(spec)) == spec
    assert [part.role for part in made] == ["segment_0", "segment_1"]
