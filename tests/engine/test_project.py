"""Where customers stand on the map."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from segdesk.engine.project import project
from segdesk.model.table import Features


def features(rows: ArrayLike, *, sources: tuple[str, ...] = (), names: tuple[str, ...] = ()) -> Features:
    """Give features named a, b, c … where nothing else is said."""
    matrix = np.array(rows, dtype=np.float64)
    letters = tuple("abcdefgh"[: matrix.shape[1]])
    return Features(matrix, names or letters, sources or names or letters)


def test_that_a_line_in_the_plane_is_one_axis_along_it():
    # (0, 0), (3, 4), (6, 8): all on one line through (3, 4), 5 apart; the centre is (3, 4).
    found = project(features([[0, 0], [3, 4], [6, 8]]))
    assert found.coordinates.tolist() == [
        [pytest.approx(-5)],
        [pytest.approx(0, abs=1e-6)],
        [pytest.approx(5)],
    ]
    assert found.explained == pytest.approx((1.0,))
    # A point's place on the line decides both columns: both correlate fully.
    assert np.array(found.loadings) == pytest.approx(np.array([[1.0, 1.0]]))


def test_that_a_cross_has_its_long_arm_first_with_the_share_worked_by_hand():
    # Variances: a: (16 + 16) / 4 = 8, b: (1 + 1) / 4 = 0.5; covariance 0. Shares 8 / 8.5 and 0.5 / 8.5.
    found = project(features([[4, 0], [-4, 0], [0, 1], [0, -1]]))
    assert found.explained == pytest.approx((8 / 8.5, 0.5 / 8.5))
    assert found.coordinates == pytest.approx(np.array([[4, 0], [-4, 0], [0, 1], [0, -1]]), abs=1e-6)
    assert found.loadings[0] == pytest.approx((1, 0), abs=1e-9)
    assert found.loadings[1] == pytest.approx((0, 1), abs=1e-9)


def test_that_a_category_is_told_by_its_strongest_level():
    # city=A is 1 for the two first rows, city=B and city=C for one each: axis 1 follows "is it A?",
    # together with the measure that is high for A. The levels have one arrow, A's.
    rows = [[1, 0, 0, 5], [1, 0, 0, 5], [0, 1, 0, -5], [0, 0, 1, -5]]
    names = ("city=A", "city=B", "city=C", "spend")
    found = project(features(rows, names=names, sources=("city", "city", "city", "spend")))
    assert found.columns == ("city=A", "spend")
    assert found.loadings[0] == pytest.approx((1, 1), abs=1e-6)


def test_that_directions_stand_for_themselves_and_shares_are_of_all_the_variance():
    # PCA kept 0.6 + 0.2 of the variance; the scores' own variances are 9 and 3, so 3/4 and 1/4 of 0.8.
    scores = np.array([[3.0, np.sqrt(3)], [3.0, -np.sqrt(3)], [-3.0, np.sqrt(3)], [-3.0, -np.sqrt(3)]])
    found = project(Features(scores, ("PC1", "PC2"), (), explained=(0.6, 0.2), encoded=5))
    assert found.columns == ("PC1", "PC2")
    assert found.explained == pytest.approx((0.6, 0.2))


def test_that_customers_who_are_all_alike_have_no_axes():
    found = project(features([[2, 7], [2, 7], [2, 7]]))
    assert found.coordinates.shape == (3, 0)
    assert (found.explained, found.loadings) == ((), ())


def test_that_a_column_that_never_varies_correlates_with_nothing():
    found = project(features([[0, 7], [1, 7], [2, 7]]))
    assert np.array(found.loadings) == pytest.approx(np.array([[1.0, 0.0]]))


def test_that_an_axis_points_to_where_its_first_strongest_column_grows():
    # b = -a: both weigh the same, so the axis follows a, the first of equals.
    found = project(features([[0, 0], [1, -1], [2, -2]]))
    assert found.loadings[0] == pytest.approx((1, -1))


def test_that_coordinates_cannot_be_written_to():
    assert not project(features([[0, 1], [2, 5], [1, 1]])).coordinates.flags.writeable


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(4, 60), st.integers(1, 8))
def test_that_axes_are_uncorrelated_and_fall_in_variance(seed: int, rows: int, width: int):
    matrix = np.random.default_rng(seed).normal(size=(rows, width))
    found = project(Features(matrix, tuple(map(str, range(width))), tuple(map(str, range(width)))))
    again = project(Features(matrix.copy(), tuple(map(str, range(width))), tuple(map(str, range(width)))))
    covariance = np.cov(found.coordinates.astype(float), rowvar=False, bias=True).reshape(
        len(found.explained), -1
    )
    assert np.array_equal(found.coordinates, again.coordinates)
    assert len(found.explained) == min(3, width, rows - 1)
    assert np.all(np.diff(found.explained) <= 1e-12)
    assert covariance - np.diag(np.diag(covariance)) == pytest.approx(np.zeros_like(covariance), abs=1e-3)
    assert np.diag(covariance) / matrix.var(axis=0).sum() == pytest.approx(
        np.array(found.explained), rel=1e-3
    )
