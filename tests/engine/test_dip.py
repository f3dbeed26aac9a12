"""The dip is the distance to the closest distribution with a single hump."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linprog

from segdesk.engine.dip import dip, dip_p


def closest(values: NDArray[np.float64]) -> float:
    """Give the dip by its definition: for each place of the hump, a linear programme."""
    x = np.unique(values)
    below = np.array([(values < v).mean() for v in x])
    above = np.array([(values <= v).mean() for v in x])
    return min(_closest_at(mode, x, below, above) for mode in range(len(x)))


def _closest_at(
    mode: int, x: NDArray[np.float64], below: NDArray[np.float64], above: NDArray[np.float64]
) -> float:
    # Unknown: left limits g and values h at the points (they differ at the hump only), and the distance.
    n = len(x)
    rows, limits = [], []

    def at_most(terms: dict[int, float], limit: float) -> None:
        row = np.zeros(2 * n + 1)
        for place, factor in terms.items():
            row[place] += factor
        rows.append(row)
        limits.append(limit)

    for i in range(n):
        for place, share in ((i, below[i]), (n + i, above[i])):
            at_most({place: 1.0, 2 * n: -1.0}, share)
            at_most({place: -1.0, 2 * n: -1.0}, -share)
        # h >= g; the same everywhere but at the hump.
        at_most({i: 1.0, n + i: -1.0}, 0.0)
        if i != mode:
            at_most({i: -1.0, n + i: 1.0}, 0.0)
    for i in range(n - 1):
        at_most({n + i: 1.0, i + 1: -1.0}, 0.0)
    for i in range(n - 2):
        first, second = x[i + 1] - x[i], x[i + 2] - x[i + 1]
        # Slopes rise before the hump and fall after it.
        slopes = {i + 1: 1 / first, n + i: -1 / first, i + 2: -1 / second, n + i + 1: 1 / second}
        if i + 2 <= mode:
            at_most(slopes, 0.0)
        if i >= mode:
            at_most({place: -factor for place, factor in slopes.items()}, 0.0)
    goal = np.zeros(2 * n + 1)
    goal[-1] = 1.0
    found = linprog(goal, A_ub=np.array(rows), b_ub=np.array(limits), bounds=(0, 1), method="highs")
    assert found.x is not None
    return float(found.x[-1])


def test_that_two_far_pairs_dip_as_worked_by_hand():
    # 0, 1, 9, 10, and a hump at 9 that is d away at most. At 0 the curve is d at most (nobody is below 0),
    # at 1 it is 1/2 - d at least, and from there on it gets no flatter up to 9, where it may be 1/2 + d:
    # (1/2 - d) + 8 (1/2 - 2d) <= 1/2 + d, so d >= 4/18. A hump at 1 is the same, read backwards.
    assert dip(np.array([0.0, 1.0, 9.0, 10.0])) == pytest.approx(2 / 9)


def test_that_even_steps_dip_no_more_than_any_sample_must():
    assert dip(np.arange(50.0)) == pytest.approx(1 / 100)


@given(st.lists(st.integers(0, 200), min_size=5, max_size=14, unique=True))
@settings(max_examples=25, deadline=None)
def test_that_the_dip_is_the_distance_to_the_closest_single_hump(values: list[int]):
    x = np.array(values, dtype=np.float64)
    assert dip(x) == pytest.approx(max(closest(x), 1 / (2 * len(x))), abs=1e-9)


@given(
    st.lists(st.integers(-50, 50), min_size=2, max_size=60, unique=True), st.floats(0.1, 10), st.floats(-5, 5)
)
@settings(deadline=None)
def test_that_the_dip_is_within_its_bounds_and_the_same_in_other_units(
    values: list[int], factor: float, shift: float
):
    x = np.array(values, dtype=np.float64)
    assert 1 / (2 * len(x)) <= dip(x) <= 1 / 4
    assert dip(-x) == pytest.approx(dip(x))
    assert dip(np.round(x * factor + shift, 9)) == pytest.approx(dip(x), abs=1e-6)


def test_that_a_single_hump_passes_and_two_do_not():
    rng = np.random.default_rng(4)
    assert dip_p(rng.normal(size=500)) > 0.5
    assert dip_p(np.concatenate([rng.normal(size=250), rng.normal(6, 1, size=250)])) == pytest.approx(0.001)


def test_that_evenly_spread_rows_are_called_humped_as_often_as_promised():
    # 1 in 20 at p = 0.05; among 300 samples 15 are expected, and 27 or more once in 400 times.
    rng = np.random.default_rng(5)
    assert sum(dip_p(rng.random(200)) <= 0.05 for _ in range(300)) < 27
