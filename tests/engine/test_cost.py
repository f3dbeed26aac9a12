"""What a run will cost is told before it starts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from segdesk.model.cost import Machine, estimate, fit_seconds, method_memory, sweep_counts
from segdesk.model.recipe import Method, Recipe

Estimate = Callable[[Method, int, int], float]


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


def test_that_pairwise_methods_need_all_distances() -> None:
    # 50,000 customers: 50,000 · 49,999 / 2 · 8 bytes, and the tree of 2 · 4 · 8 bytes a row.
    expected = 50_000 * 49_999 // 2 * 8 + 50_000 * 64
    assert method_memory(50_000, 20, Method.COMPLETE) == expected
    assert method_memory(50_000, 20, Method.WARD) < expected / 100


def run_without_kernel(method: Method, rows: int, features: int) -> float:
    return estimate(rows, features, method, Machine(has_kernel=False)).seconds


def sweep(method: Method, rows: int, features: int) -> float:
    recipe = Recipe((), method)
    counts = sweep_counts(rows, features, recipe) or (2,)  # crowds are looked for once
    return sum(fit_seconds(rows, features, recipe, count) for count in counts)


def three_clouds(method: Method, rows: int, features: int) -> float:
    return fit_seconds(rows, features, Recipe((), method, parameters={"starts": 3}), 3)


def eight_clouds(method: Method, rows: int, features: int) -> float:
    return fit_seconds(rows, features, Recipe((), method, parameters={"starts": 3}), 8)


def tree(method: Method, rows: int, features: int) -> float:
    return fit_seconds(rows, features, Recipe((), method), 2)


@pytest.mark.parametrize(
    ("estimated", "method", "rows", "features", "measured"),
    [
        # Seconds on the machine that the constants come from (two shared cores).
        (run_without_kernel, Method.WARD, 3_000, 19, 0.37),
        (run_without_kernel, Method.WARD, 10_000, 19, 2.0),
        (run_without_kernel, Method.WARD, 20_000, 50, 27.9),
        (run_without_kernel, Method.WARD, 40_000, 19, 19.9),
        (run_without_kernel, Method.COMPLETE, 20_000, 19, 12.8),
        (run_without_kernel, Method.AVERAGE, 10_000, 19, 5.0),
        (run_without_kernel, Method.SINGLE, 40_000, 19, 9.7),
        # Processor seconds on the same machine: a sweep of 2 … 10, or one look for crowds.
        (sweep, Method.KMEANS, 400, 6, 2.2),
        (sweep, Method.KMEANS, 20_000, 18, 2.9),
        (sweep, Method.KMEANS, 40_000, 18, 3.1),
        (sweep, Method.DBSCAN, 20_000, 18, 5.4),
        (sweep, Method.DBSCAN, 20_000, 50, 7.8),
        (sweep, Method.HDBSCAN, 20_000, 18, 5.4),
        (sweep, Method.HDBSCAN, 20_000, 50, 25.2),
        # Measured with three starts.
        (eight_clouds, Method.GMM, 20_000, 18, 1.4),
        (three_clouds, Method.GMM, 20_000, 50, 3.8),
        (eight_clouds, Method.GMM, 20_000, 50, 11.8),
        (eight_clouds, Method.GMM_DIAGONAL, 20_000, 18, 0.47),
        (eight_clouds, Method.GMM_DIAGONAL, 20_000, 50, 0.91),
        # The compiled kernel on one thread of the same machine; the tree only, not the whole run.
        (tree, Method.WARD, 5_000, 53, 0.33),
        (tree, Method.WARD, 20_000, 18, 0.22),
        (tree, Method.WARD, 20_000, 53, 2.7),
        (tree, Method.WARD, 100_000, 4, 0.64),
        (tree, Method.WARD, 100_000, 18, 1.9),
        (tree, Method.WARD, 100_000, 53, 59.0),
        (tree, Method.WARD, 1_000_000, 18, 16.7),
        (tree, Method.SINGLE, 20_000, 18, 0.43),
        (tree, Method.SINGLE, 100_000, 4, 0.36),
        (tree, Method.SINGLE, 100_000, 18, 5.2),
        (tree, Method.SINGLE, 100_000, 53, 14.7),
    ],
)
def test_that_estimates_are_within_a_factor_of_two_of_what_was_measured(
    estimated: Estimate, method: Method, rows: int, features: int, measured: float
) -> None:
    assert measured / 2 < estimated(method, rows, features) < measured * 2
