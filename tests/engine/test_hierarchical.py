"""The tree is SciPy's, and cuts of it are exact, nested and ordered."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster import hierarchy

from segdesk.engine.choose import suggest
from segdesk.engine.methods.centroid import kinds_of
from segdesk.engine.methods.hierarchical import cut, linkage
from segdesk.errors import RunError
from segdesk.model.cost import SCIPY_ROWS, least_memory, method_memory
from segdesk.model.methods import METHODS
from segdesk.model.recipe import Method
from tests.engine.tables import features, is_same_partition

PLENTY = 10**12
TREES = [each.method for each in METHODS if each.has_tree]
NAMES: dict[Method, Literal["ward", "complete", "average", "single"]] = {
    Method.WARD: "ward",
    Method.COMPLETE: "complete",
    Method.AVERAGE: "average",
    Method.SINGLE: "single",
}


@pytest.mark.parametrize("method", TREES)
@pytest.mark.parametrize("rows", [2, 3, 200, SCIPY_ROWS + 200])
def test_that_the_tree_is_scipys(method: Method, rows: int) -> None:
    data = features(np.random.default_rng(rows).normal(size=(rows, 3)))
    tree = linkage(data, method, memory=PLENTY)
    expected = hierarchy.linkage(data.matrix, NAMES[method])
    assert hierarchy.is_valid_linkage(tree)
    assert tree[:, 2] == pytest.approx(expected[:, 2], rel=1e-9)
    counts = range(2, min(20, rows) + 1)
    for line, count in zip(cut(tree, counts), counts, strict=True):
        assert is_same_partition(line.tolist(), hierarchy.fcluster(expected, count, "maxclust").tolist())


@pytest.mark.parametrize("method", TREES)
def test_that_symmetric_rows_are_no_matrix_of_distances(method: Method) -> None:
    # SciPy would warn, and warnings are errors here. The two rows are sqrt 2 apart.
    square = np.array([[0.0, 1.0], [1.0, 0.0]])
    assert linkage(features(square), method, memory=PLENTY)[0, 2] == pytest.approx(math.sqrt(2))


@pytest.mark.parametrize(("rows", "columns"), [(1_500, 9), (1_500, 18), (4_000, 30), (4_000, 12)])
def test_that_many_independent_columns_give_scipys_tree_too(rows: int, columns: int) -> None:
    # Few rows, or more of many columns, go by fastcluster, the last by looking at all points.
    data = features(np.random.default_rng(3).normal(size=(rows, columns)))
    tree = linkage(data, Method.WARD, memory=PLENTY)
    expected = hierarchy.linkage(data.matrix, "ward")
    assert tree[:, 2] == pytest.approx(expected[:, 2], rel=1e-9)


@pytest.mark.parametrize("method", TREES)
@pytest.mark.parametrize("rows", [300, SCIPY_ROWS + 300])
def test_that_ties_give_a_valid_tree_and_full_cuts(method: Method, rows: int) -> None:
    data = features(np.random.default_rng(1).integers(0, 3, size=(rows, 2)))  # nine places
    tree = linkage(data, method, memory=PLENTY)
    assert hierarchy.is_valid_linkage(tree)
    assert hierarchy.is_monotonic(tree)
    for line, count in zip(cut(tree, range(2, 21)), range(2, 21), strict=True):
        assert set(line.tolist()) == set(range(count))


@pytest.mark.parametrize("method", TREES)
@pytest.mark.parametrize("rows", [500, SCIPY_ROWS + 1])
def test_that_the_same_data_gives_the_same_bits(method: Method, rows: int) -> None:
    data = features(np.random.default_rng(2).normal(size=(rows, 2)))
    first, second = (linkage(data, method, memory=PLENTY) for _ in range(2))
    assert first.tobytes() == second.tobytes()


def test_that_ward_on_a_line_is_as_worked_by_hand() -> None:
    # 0, 1 | 10: the pair merges at 1; then sqrt(2·2·1/3) · |10 - 0.5| = sqrt(4/3) · 9.5.
    tree = linkage(features([0, 1, 10]), Method.WARD, memory=PLENTY)
    assert tree.tolist() == [[0, 1, 1, 2], [2, 3, pytest.approx(np.sqrt(4 / 3) * 9.5), 3]]


def test_that_rows_without_a_difference_are_refused() -> None:
    with pytest.raises(RunError, match=r"method\.all_same"):
        linkage(features([[1, 2]] * 5), Method.WARD, memory=PLENTY)


def test_that_alike_rows_are_one_kind() -> None:
    # 1/3 and 0.1 + 0.2 leave rounding behind; the kinds are 1/3, 0.3 and 7.
    data = features([1 / 3, 0.3, 7, 1 - 2 / 3, 0.1 + 0.2, 7, 7])
    kinds, count = kinds_of(data.matrix, 20)
    assert (kinds.tolist(), count) == ([0, 1, 2, 0, 1, 2, 2], 3)
    # Of three kinds, two at most were asked for: there are more.
    assert kinds_of(data.matrix, 2)[1] == 3


def test_that_one_row_is_refused() -> None:
    with pytest.raises(RunError, match=r"method\.too_few_rows"):
        linkage(features([[1.0, 2.0]]), Method.WARD, memory=PLENTY)


@pytest.mark.parametrize("method", [Method.COMPLETE, Method.AVERAGE])
def test_that_too_many_distances_are_refused_with_a_way_out(method: Method) -> None:
    data = features(np.arange(20_000.0))
    # 20,000 · 19,999 / 2 distances of 4 bytes, the fewest that will do, are 0.8 GB.
    with pytest.raises(RunError) as caught:
        linkage(data, method, memory=5 * 10**8)
    facts = caught.value.facts
    assert caught.value.code == "method.memory"
    assert (facts["rows"], facts["needed_gb"], facts["free_gb"]) == (20_000, "0.8", "0.5")
    most = facts["most_rows"]
    assert isinstance(most, int)
    assert least_memory(most, 1, method) <= 5 * 10**8 < least_memory(most + 1, 1, method)


def test_that_ward_needs_little_memory_for_many_rows() -> None:
    # A hundred thousand customers with 20 features on a laptop with 1 GB free.
    assert method_memory(100_000, 20, Method.WARD) < 10**9
    with pytest.raises(RunError, match=r"method\.memory_rows"):
        linkage(features(np.arange(5000.0)), Method.WARD, memory=1000)


def test_that_segments_are_ordered_by_size_then_by_first_row() -> None:
    # Two pairs and a triple: the triple is 0, and of the pairs the one that holds row 0 is 1.
    tree = linkage(features([0, 1, 100, 101, 102, 50, 51]), Method.WARD, memory=PLENTY)
    assert cut(tree, [3]).tolist() == [[1, 1, 0, 0, 0, 2, 2]]


def test_that_as_many_segments_as_rows_is_possible_and_more_is_not() -> None:
    tree = linkage(features([5, 1, 9]), Method.WARD, memory=PLENTY)
    assert cut(tree, [3, 1]).tolist() == [[0, 1, 2], [0, 0, 0]]
    with pytest.raises(RunError, match=r"method\.too_few_rows"):
        cut(tree, [4])


def test_that_a_chain_of_half_a_million_is_cut() -> None:
    # The deepest tree there is: row 0 with row 1, the result with row 2, and so on.
    rows = 500_000
    steps = np.arange(rows - 1.0)
    tree = np.column_stack([np.r_[0, rows + steps[:-1]], steps + 1, steps + 1, steps + 2])
    labels = cut(tree, [2, 20])
    # The last merges add one row each, so 20 segments are one large and the last 19 rows.
    assert labels[1, : rows - 19].any() == np.False_
    assert labels[1, rows - 19 :].tolist() == list(range(1, 20))
    assert labels[0].sum() == 1


@given(st.data())
def test_that_cuts_hold_exactly_k_segments_nested_and_descending(data: st.DataObject) -> None:
    rows = data.draw(st.integers(3, 40))
    points = data.draw(
        st.lists(st.integers(0, 12), min_size=rows, max_size=rows).filter(lambda p: len(set(p)) > 1)
    )
    method = data.draw(st.sampled_from(TREES))
    counts = list(range(1, min(20, rows) + 1))
    labels = cut(linkage(features(points), method, memory=PLENTY), counts)
    for line, count in zip(labels, counts, strict=True):
        sizes = np.bincount(line, minlength=count)
        assert len(sizes) == count
        assert (sizes > 0).all()
        assert (np.diff(sizes) <= 0).all()
    for coarse, fine in pairwise(labels):
        # Nested: every finer segment lies in one coarser segment.
        assert len(set(zip(coarse.tolist(), fine.tolist(), strict=True))) == len(set(fine.tolist()))


def test_that_the_best_silhouette_from_2_to_10_is_suggested() -> None:
    assert suggest({2: 0.3, 4: 0.5, 9: 0.4, 12: 0.9}) == 4
    assert suggest({5: 0.5, 3: 0.5, 2: 0.1}) == 3
    assert suggest({2: float("nan"), 3: -0.2}) == 3
    assert suggest({2: float("nan"), 3: float("nan")}) == 2
    with pytest.raises(RunError):
        suggest({})
