from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from scipy.cluster import hierarchy

from segdesk.engine import kernel
from segdesk.errors import RunError

Floats = NDArray[np.float64]
ROWS = 1_500
RELATIVE = 1e-9


def random() -> np.random.Generator:
    return np.random.default_rng(7)


def one_hot(rows: int) -> Floats:
    measures = random().lognormal(size=(rows, 4))
    categories = [np.eye(levels)[random().integers(0, levels, rows)] for levels in (5, 5, 4)]
    return np.hstack([np.log1p(measures), *categories])


# Ten shapes without ties: random doubles never give two equal distances.
SHAPES: dict[str, Callable[[], Floats]] = {
    "four measures and three categories": lambda: one_hot(2 * ROWS),
    "one column": lambda: random().normal(size=(ROWS, 1)),
    "two columns": lambda: random().normal(size=(ROWS, 2)),
    "eight columns": lambda: random().normal(size=(ROWS, 8)),
    "forty columns": lambda: random().normal(size=(ROWS // 2, 40)),
    "skewed": lambda: random().lognormal(0, 2, (ROWS, 3)),
    "along a line": lambda: random().normal(size=(ROWS, 1)) * np.ones(6) + 1e-3 * random().random((ROWS, 6)),
    "far from the origin": lambda: 1e7 + random().random((ROWS, 4)),
    "very small numbers": lambda: 1e-170 * random().normal(size=(ROWS, 5)),
    "very large numbers": lambda: 1e150 * random().random((ROWS, 5)),
}


def is_sound(tree: Floats) -> bool:
    return bool(hierarchy.is_valid_linkage(tree) and hierarchy.is_monotonic(tree))


def ward_distance(a: Floats, b: Floats) -> float:
    # SciPy's height of merging two sets of rows: sqrt(2ab/(a+b)) times the distance of the centroids.
    apart = float(np.linalg.norm(a.mean(axis=0) - b.mean(axis=0)))
    return float(np.sqrt(2 * len(a) * len(b) / (len(a) + len(b)))) * apart


def assert_greedy(points: Floats, tree: Floats) -> None:
    """Each merge is of a pair that is nearest at that time, worked naively."""
    clusters = {i: points[[i]] for i in range(len(points))}
    for step, (a, b, height, size) in enumerate(tree):
        least = min(ward_distance(x, y) for x, y in combinations(clusters.values(), 2))
        first, second = clusters.pop(int(a)), clusters.pop(int(b))
        assert ward_distance(first, second) == pytest.approx(height, rel=1e-9, abs=1e-9)
        assert height == pytest.approx(least, rel=1e-9, abs=1e-9)
        clusters[len(points) + step] = np.vstack([first, second])
        assert len(first) + len(second) == size


@pytest.mark.parametrize("shape", SHAPES)
def test_that_heights_are_scipys_on_data_without_ties(shape):
    points = SHAPES[shape]()
    # SciPy's squares overflow or vanish there, so it gets the same rows times a power of two.
    scale = 2.0 ** -np.floor(np.log2(np.abs(points).max()))
    tree = kernel.ward(points).linkage
    expected = hierarchy.linkage(points * scale, "ward")
    assert is_sound(tree)
    assert tree[:, 2] * scale == pytest.approx(expected[:, 2], rel=RELATIVE)
    assert (tree[:, [0, 1, 3]] == expected[:, [0, 1, 3]]).all()


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 120), st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_that_any_random_points_give_scipys_heights(rows, columns, seed):
    points = np.random.default_rng(seed).normal(size=(rows, columns))
    tree = kernel.ward(points, threads=2).linkage
    assert is_sound(tree)
    assert tree[:, 2] == pytest.approx(hierarchy.linkage(points, "ward")[:, 2], rel=RELATIVE)


@settings(max_examples=60, deadline=None)
@given(
    arrays(
        np.float64, st.tuples(st.integers(2, 24), st.integers(1, 3)), elements=st.integers(-3, 3).map(float)
    )
)
def test_that_on_tied_data_each_merge_is_of_a_nearest_pair(points):
    tree = kernel.ward(points).linkage
    assert is_sound(tree)
    assert_greedy(points, tree)


@pytest.mark.parametrize(
    "points",
    [
        random().integers(0, 4, (3_000, 3)).astype(float),
        random().integers(0, 20, (3_000, 4)).astype(float) / 3,
        np.repeat(random().normal(size=(100, 5)), 25, axis=0),
        np.full((500, 4), 0.1),
        np.arange(2_000.0)[:, None],
        np.round(random().normal(size=(3_000, 1)), 1),
        np.array([[0.0], [-0.0]]),
    ],
    ids=["duplicates", "grid", "copies", "constant", "evenly spaced", "one column", "both zeros"],
)
def test_that_tied_and_equal_rows_give_a_sound_tree(points):
    tree = kernel.ward(points).linkage
    assert tree.shape == (len(points) - 1, 4)
    assert is_sound(tree)
    # As many merges at height 0 as rows that have been there before.
    assert (tree[:, 2] == 0).sum() == len(points) - len(np.unique(points, axis=0))


def test_that_three_points_merge_as_worked_by_hand():
    # 0 and 1 merge at 1. Their centroid 0.5 is 9.5 from 10: sqrt(2·2·1/3)·9.5.
    tree = kernel.ward(np.array([[0.0], [10.0], [1.0]])).linkage
    assert tree[0].tolist() == [0, 2, 1, 2]
    assert tree[1] == pytest.approx([1, 3, np.sqrt(4 / 3) * 9.5, 3])


@pytest.mark.parametrize("width", [3, 30])
def test_that_the_result_is_the_same_bits_for_any_number_of_threads(width):
    points = random().normal(size=(2_000, width)).round(2)
    one, two, three = (kernel.ward(points, threads=threads).linkage for threads in (1, 2, 3))
    assert one.tobytes() == two.tobytes() == three.tobytes()


def test_that_the_order_of_rows_does_not_matter_without_ties():
    points = one_hot(ROWS)
    order = random().permutation(ROWS)
    tree, shuffled = kernel.ward(points).linkage, kernel.ward(points[order]).linkage
    assert shuffled[:, 2] == pytest.approx(tree[:, 2], rel=1e-12)
    for count in (2, 5, 50, 1_000):
        labels = hierarchy.fcluster(tree, count, "maxclust")[order]
        again = hierarchy.fcluster(shuffled, count, "maxclust")
        assert len(set(zip(labels, again, strict=True))) == len(set(labels)) == len(set(again))


def test_that_a_weight_counts_as_so_many_equal_rows():
    points = random().normal(size=(200, 3))
    weights = random().integers(1, 5, 200)
    repeated = kernel.ward(np.repeat(points, weights, axis=0)).linkage
    weighted = kernel.ward(points, weights=weights.astype(np.float64)).linkage
    assert weighted[:, 2] == pytest.approx(repeated[repeated[:, 2] > 0, 2], rel=RELATIVE)
    assert weighted[-1, 3] == len(points)


@pytest.mark.parametrize("weights", [np.zeros(3), np.array([1, -1, 1.0]), np.array([1, np.nan, 1])])
def test_that_weights_are_above_zero(weights):
    with pytest.raises(ValueError, match="above 0"):
        kernel.ward(np.eye(3), weights=weights)


def test_that_each_row_has_its_weight():
    with pytest.raises(ValueError, match="one weight"):
        kernel.ward(np.eye(3), weights=np.ones(2))


def test_that_merges_done_are_told_and_only_grow():
    told: list[int] = []
    kernel.ward(random().normal(size=(3_000, 4)), progress=told.append)
    assert told
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 2_999


def test_that_what_a_listener_raises_ends_the_run():
    def stop(merges: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kernel.ward(random().normal(size=(500, 4)), progress=stop)


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("build", [kernel.ward, kernel.single])
def test_that_what_is_not_finite_is_refused(build, wrong):
    points = random().normal(size=(10, 2))
    points[3, 1] = wrong
    with pytest.raises(RunError) as caught:
        build(points)
    assert caught.value.code == "method.not_finite"


@pytest.mark.parametrize("build", [kernel.ward, kernel.single])
def test_that_one_row_has_no_tree(build):
    with pytest.raises(RunError) as caught:
        build(np.zeros((1, 2)))
    assert caught.value.code == "method.too_few_rows"


def test_that_points_are_scanned_where_boxes_tell_little():
    # 18 independent columns: nearly all points are about as far as the nearest. Categories and four
    # measures: few are near.
    independent = kernel.ward(random().normal(size=(3_000, 18)))
    customers = kernel.ward(one_hot(3_000))
    assert independent.scanned
    assert independent.visited > 0.5
    assert not customers.scanned
    assert customers.visited < 0.1


def test_that_boxes_alone_end_without_a_tree_where_they_tell_little():
    assert kernel.ward_by_boxes(random().normal(size=(3_000, 18))) is None
    customers = kernel.ward_by_boxes(one_hot(3_000))
    assert customers is not None
    assert customers.linkage.tobytes() == kernel.ward(one_hot(3_000)).linkage.tobytes()
