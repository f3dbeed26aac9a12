from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.cluster import hierarchy
from scipy.spatial.distance import pdist

from segdesk.engine import kernel


def random() -> np.random.Generator:
    return np.random.default_rng(3)


@pytest.mark.parametrize("columns", [1, 2, 4, 8, 18])
@pytest.mark.parametrize("rows", [2, 9, 3_000])
def test_that_heights_are_scipys(rows, columns):
    points = random().normal(size=(rows, columns))
    tree = kernel.single(points, threads=2).linkage
    assert hierarchy.is_valid_linkage(tree)
    assert tree[:, 2] == pytest.approx(hierarchy.linkage(points, "single")[:, 2], rel=1e-9)


@settings(max_examples=60, deadline=None)
@given(
    arrays(
        np.float64, st.tuples(st.integers(2, 60), st.integers(1, 3)), elements=st.integers(-4, 4).map(float)
    )
)
def test_that_heights_are_scipys_on_tied_data_too(points):
    # However ties break, a minimum spanning tree has the same lengths.
    tree = kernel.single(points).linkage
    assert hierarchy.is_valid_linkage(tree)
    assert hierarchy.is_monotonic(tree)
    assert tree[:, 2] == pytest.approx(hierarchy.linkage(pdist(points), "single")[:, 2], rel=1e-9)


@pytest.mark.parametrize("rows", [300, 4_000])
def test_that_a_tied_grid_gives_the_same_bits_for_any_number_of_threads(rows):
    points = random().integers(0, 30, (rows, 3)).astype(float)
    one, two, three = (kernel.single(points, threads=threads).linkage for threads in (1, 2, 3))
    assert one.tobytes() == two.tobytes() == three.tobytes()


def test_that_a_chain_is_linked_as_worked_by_hand():
    # Gaps of 1, 3 and 2 between 0, 1, 4 and 6.
    tree = kernel.single(np.array([[0.0], [1.0], [4.0], [6.0]])).linkage
    assert tree.tolist() == [[0, 1, 1, 2], [2, 3, 2, 2], [4, 5, 3, 4]]


def test_that_points_are_scanned_where_boxes_tell_little():
    assert kernel.single(random().normal(size=(3_000, 18))).scanned
    assert not kernel.single(random().normal(size=(3_000, 2))).scanned


def test_that_merges_done_are_told():
    told: list[int] = []
    kernel.single(random().normal(size=(2_000, 3)), progress=told.append)
    assert told == sorted(told)
    assert told
