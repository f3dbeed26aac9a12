"""Curves as data."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdesk.charts.curves import CurveSpec, thinned, ticks
from segdesk.charts.profile import DEEPEST, shade


def test_that_a_curve_reaches_to_the_ends_of_its_errors_and_its_level():
    curve = CurveSpec("T", "x", "y", (1, 2, 3), (1, 5, math.nan), "", (0.5, 1, 0.1), level=9)
    assert (curve.low, curve.high) == (0.5, 9)


def test_that_the_marked_point_is_found_by_its_x():
    curve = CurveSpec("T", "x", "y", (2, 3), (1, 5), "", marked=3)
    assert curve.marked_at == 1
    assert CurveSpec("T", "x", "y", (2, 3), (1, 5), "", marked=9).marked_at is None


def test_that_a_long_list_keeps_both_ends_when_thinned():
    places, values = thinned([float(i * i) for i in range(1_001)], most=5)
    assert places == (0, 250, 500, 750, 1000)
    assert values[-1] == 1_000_000
    assert thinned([3.0, 4.0]) == ((0, 1), (3, 4))


def test_that_ticks_are_round_numbers_as_a_person_would_choose():
    assert ticks(0, 1, about=5) == (0, 0.2, 0.4, 0.6, 0.8, 1.0)
    assert ticks(17, 103, about=4) == (20, 40, 60, 80, 100)
    assert ticks(5, 5) == (5,)


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_that_ticks_stay_within_their_ends(low: float, span: float):
    found = ticks(low, low + span)
    slack = 1e-6 * (abs(low) + span)
    assert all(low - slack <= tick <= low + span + slack for tick in found)


@pytest.mark.parametrize(
    ("effect", "role", "opacity"),
    [(1.5, "above", DEEPEST), (-0.75, "below", DEEPEST / 2), (9, "above", DEEPEST), (0.01, "above", 0.0)],
)
def test_that_a_difference_has_its_colour_and_depth(effect: float, role: str, opacity: float):
    found, depth = shade(effect)
    assert found == role
    assert depth == pytest.approx(opacity)


def test_that_an_unknown_difference_has_no_colour():
    assert shade(math.nan)[1] == 0
