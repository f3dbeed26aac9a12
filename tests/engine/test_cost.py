"""What a run will cost is told before it starts."""

from __future__ import annotations

import pytest

from segdesk.model.cost import estimate, linkage_memory
from segdesk.model.recipe import Method


@pytest.mark.parametrize("method", list(Method))
def test_that_more_customers_cost_more(method: Method) -> None:
    costs = [estimate(rows, 20, method) for rows in (100, 1000, 3000, 10_000, 40_000, 100_000)]
    # Up to 3,000 rows SciPy holds all distances whatever the method: look at either side of that.
    for side in (costs[:3], costs[3:]):
        assert [c.memory for c in side] == sorted(c.memory for c in side)
    # The sample of customers that are scored takes over at 10,000, the tree goes on growing.
    assert [c.seconds for c in costs] == sorted(c.seconds for c in costs)


@pytest.mark.parametrize(
    ("method", "rows", "features", "seconds"),
    [
        # Measured on the machine that the constants come from (two shared cores).
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
    assert seconds / 2 < estimate(rows, features, method).seconds < seconds * 2


def test_that_pairwise_methods_need_all_distances() -> None:
    # 50,000 customers: 50,000 · 49,999 / 2 · 8 bytes, and the tree of 2 · 4 · 8 bytes a row.
    expected = 50_000 * 49_999 // 2 * 8 + 50_000 * 64
    assert linkage_memory(50_000, 20, Method.COMPLETE) == expected
    assert linkage_memory(50_000, 20, Method.WARD) < expected / 100
