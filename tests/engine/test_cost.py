"""What a run will cost is told before it starts."""

from __future__ import annotations

import pytest

from segdesk.model.cost import Machine, estimate, fit_seconds, method_memory, sweep_counts
from segdesk.model.recipe import Method, Recipe


@pytest.mark.parametrize("method", list(Method))
def test_that_more_customers_cost_more(method: Method) -> None:
    costs = [estimate(rows, 20, method) for rows in (100, 1000, 3000, 10_000, 40_000, 100_000)]
    # Up to 3,000 rows SciPy holds all distances whatever the method: look at either side of that.
    for side in (costs[:3], costs[3:]):
        assert [c.memory for c in side] == sorted(c.memory for c in side)
    # The sample of customers that are scored takes over at 10,000, the tree goes on growing.
    # Up to 500 rows k-means looks further, which takes longer than a thousand rows without.
    seconds = [c.seconds for c in costs][method is Method.KMEANS :]
    assert seconds == sorted(seconds)


@pytest.mark.parametrize(
    ("method", "rows", "features", "seconds"),
    [
        # Measured without the kernel on the machine that the constants come from (two shared cores).
        (Method.WARD, 3_000, 19, 0.37),
        (Method.WARD, 10_000, 19, 2.0),
        (Method.WARD, 20_000, 50, 27.9),
        (Method.WARD, 40_000, 19, 19.9),
        (Method.COMPLETE, 20_000, 19, 12.8),
        (Method.AVERAGE, 10_000, 19, 5.0),
        (Method.SINGLE, 40_000, 19, 9.7),
    ],
)
def test_that_estimates_are_within_a_factor_of_two(
    method: Method, rows: int, features: int, seconds: float
) -> None:
    estimated = estimate(rows, features, method, Machine(has_kernel=False)).seconds
    assert seconds / 2 < estimated < seconds * 2


def test_that_pairwise_methods_need_all_distances() -> None:
    # 50,000 customers: 50,000 · 49,999 / 2 · 8 bytes, and the tree of 2 · 4 · 8 bytes a row.
    expected = 50_000 * 49_999 // 2 * 8 + 50_000 * 64
    assert method_memory(50_000, 20, Method.COMPLETE) == expected
    assert method_memory(50_000, 20, Method.WARD) < expected / 100


@pytest.mark.parametrize(
    ("method", "rows", "features", "seconds"),
    [
        # Processor seconds on the same machine: a sweep of 2 … 10, or one look for crowds.
        (Method.KMEANS, 400, 6, 2.2),
        (Method.KMEANS, 20_000, 18, 2.9),
        (Method.KMEANS, 40_000, 18, 3.1),
        (Method.DBSCAN, 20_000, 18, 5.4),
        (Method.DBSCAN, 20_000, 50, 7.8),
        (Method.HDBSCAN, 20_000, 18, 5.4),
        (Method.HDBSCAN, 20_000, 50, 25.2),
    ],
)
def test_that_estimates_without_a_tree_are_within_a_factor_of_two(
    method: Method, rows: int, features: int, seconds: float
) -> None:
    recipe = Recipe((), method)
    counts = sweep_counts(rows, features, recipe) or (2,)  # crowds are looked for once
    estimated = sum(fit_seconds(rows, features, recipe, count) for count in counts)
    assert seconds / 2 < estimated < seconds * 2


@pytest.mark.parametrize(
    ("method", "rows", "features", "segments", "seconds"),
    [
        (Method.GMM, 20_000, 18, 8, 1.4),
        (Method.GMM, 20_000, 50, 3, 3.8),
        (Method.GMM, 20_000, 50, 8, 11.8),
        (Method.GMM_DIAGONAL, 20_000, 18, 8, 0.47),
        (Method.GMM_DIAGONAL, 20_000, 50, 8, 0.91),
    ],
)
def test_that_clouds_are_estimated_within_a_factor_of_two(
    method: Method, rows: int, features: int, segments: int, seconds: float
) -> None:
    # Measured with three starts.
    recipe = Recipe((), method, parameters={"starts": 3})
    assert seconds / 2 < fit_seconds(rows, features, recipe, segments) < seconds * 2


@pytest.mark.parametrize(
    ("method", "rows", "features", "seconds"),
    [
        # The compiled kernel on one thread of the same machine; the tree only, not the whole run.
        (Method.WARD, 5_000, 53, 0.33),
        (Method.WARD, 20_000, 18, 0.22),
        (Method.WARD, 20_000, 53, 2.7),
        (Method.WARD, 100_000, 4, 0.64),
        (Method.WARD, 100_000, 18, 1.9),
        (Method.WARD, 100_000, 53, 59.0),
        (Method.WARD, 1_000_000, 18, 16.7),
        (Method.SINGLE, 20_000, 18, 0.43),
        (Method.SINGLE, 100_000, 4, 0.36),
        (Method.SINGLE, 100_000, 18, 5.2),
        (Method.SINGLE, 100_000, 53, 14.7),
    ],
)
def test_that_trees_of_the_kernel_are_estimated_within_a_factor_of_two(
    method: Method, rows: int, features: int, seconds: float
) -> None:
    assert seconds / 2 < fit_seconds(rows, features, Recipe((), method), 2) < seconds * 2
