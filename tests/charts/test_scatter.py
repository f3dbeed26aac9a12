"""Maps of customers as data."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdesk.charts import scatter
from segdesk.charts.shading import density_image
from segdesk.charts.space import inside, nearest, turned
from segdesk.model.result import Projection


def projection(
    loadings: tuple[tuple[float, ...], ...], columns: tuple[str, ...], rows: int = 4
) -> Projection:
    places = np.arange(rows * len(loadings), dtype=np.float32).reshape(rows, -1)
    return Projection(places, columns, loadings, tuple(0.5 for _ in loadings))


def test_that_outliers_are_the_last_part():
    assert scatter.part_numbers(np.array([0, -1, 1], np.int8), 2).tolist() == [0, 2, 1]


def test_that_few_customers_are_all_drawn():
    assert scatter.sample_rows(np.zeros(5, np.int8), most=10).tolist() == [0, 1, 2, 3, 4]


def test_that_a_sample_is_in_proportion_and_keeps_small_segments_whole():
    # 9,000, 960 and 40 of 10,000; a sample of 1,000 takes 900, 96 and, as 60 is the least, all 40.
    numbers = np.repeat(np.array([0, 1, 2], np.int8), [9_000, 960, 40])
    rows = scatter.sample_rows(numbers, most=1_000)
    assert np.bincount(numbers[rows]).tolist() == [900, 96, 40]
    assert np.all(np.diff(rows) > 0)
    assert np.array_equal(rows, scatter.sample_rows(numbers, most=1_000))


def test_that_density_counts_each_part_in_its_cell():
    # A frame of 2 × 2 cells over 0 … 2: (0.5, 0.5) lies below left, (1.5, 1.5) above right.
    points = np.array([[0.5, 0.5], [0.5, 0.5], [1.5, 1.5], [9, 9]], np.float32)
    numbers = np.array([0, 1, 1, 0], np.int8)
    counts = scatter.density_of(points, numbers, 2, ((0, 2), (0, 2)), grid=(2, 2)).counts
    assert counts.tolist() == [[[1, 0], [0, 0]], [[1, 0], [0, 1]]]


def test_that_a_cell_has_the_mixed_colour_of_its_customers_and_depth_by_the_logarithm():
    # Cells of 4 (one red, three blue) and of 2 blue customers: depth 1 and log 2 / log 4 = 1/2.
    counts = np.array([[[1, 0, 0]], [[3, 2, 0]]], np.uint32)
    image = density_image(counts, [(1, 0, 0), (0, 0, 1)])
    assert image[0, 0].tolist() == pytest.approx([0.25, 0, 0.75, 1.0])
    assert image[0, 1].tolist() == pytest.approx([0, 0, 1, 0.3 + 0.7 / 2])
    assert image[0, 2].tolist() == [0, 0, 0, 0]


def test_that_an_empty_map_is_an_empty_picture():
    assert not density_image(np.zeros((1, 2, 2), np.uint32), [(1, 1, 1)]).any()


def test_that_arrows_are_the_columns_the_axes_tell_most_of():
    found = scatter.strongest_arrows(
        projection(((0.9, 0.1, -0.3), (0.1, 0.2, 0.5)), ("a", "b", "c")), 2, ["A", "B", "C"]
    )
    # Lengths 0.906, 0.224 and 0.583; the second is too short.
    assert [arrow.label for arrow in found] == ["A", "C"]
    assert found[1].at == (-0.3, 0.5)


def test_that_every_arrow_ends_within_the_frame():
    # Along x there is room for 2 / 0.5 = 4 to the left and 1 / 0.8 = 1.25 to the right; y has room enough.
    arrows = (scatter.Arrow("a", (0.8, 0.0)), scatter.Arrow("b", (-0.5, 0.1)))
    assert scatter.arrow_radius(((-2, 1), (-9, 9)), arrows) == pytest.approx(1.25 * scatter.ARROW_SHARE)


def test_that_a_lone_axis_is_spread_out_sideways():
    places = scatter.place_customers(projection(((1.0,),), ("a",)), 2)
    assert places.shape == (4, 2)
    assert places[:, 0].tolist() == [0, 1, 2, 3]
    assert len(set(places[:, 1].tolist())) == 4


def test_that_the_frame_of_few_holds_everybody():
    points = np.array([[0, 5], [10, 5]], np.float32)
    (left, right), (low, high) = scatter.frame_of(points)
    assert left < 0 < 10 < right
    assert low < 5 < high


def test_that_the_frame_of_nobody_can_still_be_drawn():
    assert scatter.frame_of(np.empty((0, 3), np.float32)) == ((-1, 1),) * 3


def test_that_a_quarter_turn_brings_the_right_hand_to_the_back():
    # Seen from the front x points right and y away. Turned by 90° the x direction points away.
    seen = turned(np.array([[1.0, 0, 0], [0, 0, 1.0]]), yaw=90, pitch=0)
    assert seen[0] == pytest.approx([0, 0, -1], abs=1e-12)
    assert seen[1] == pytest.approx([0, 1, 0], abs=1e-12)


def test_that_tipped_by_ninety_degrees_one_looks_from_above():
    seen = turned(np.array([[0, 0, 1.0], [0, 1.0, 0]]), yaw=0, pitch=90)
    assert seen[0] == pytest.approx([0, 0, 1], abs=1e-12)
    assert seen[1] == pytest.approx([0, 1, 0], abs=1e-12)


@given(st.floats(0, 360), st.floats(-89, 89))
def test_that_turning_changes_no_distance(yaw: float, pitch: float):
    points = np.array([[0.0, 0, 0], [3, 4, 12]])
    seen = turned(points, yaw=yaw, pitch=pitch)
    assert math.dist(seen[0], seen[1]) == pytest.approx(13)  # 3² + 4² + 12² = 13²


def test_that_the_nearest_point_is_found_within_reach_only():
    places = np.array([[0.0, 0.0], [10.0, 0.0]])
    assert nearest(places, 7, 0, reach=5) == 1
    assert nearest(places, 5, 40, reach=9) is None
    assert nearest(np.empty((0, 2)), 0, 0, reach=9) is None


def test_that_a_lasso_holds_what_is_in_it():
    # A notched outline: (2, 1) lies in the notch, outside.
    outline = [(0, 0), (4, 0), (4, 4), (2, 0.5), (0, 4)]
    places = np.array([[0.5, 1.0], [3.5, 1.0], [2.0, 1.0], [9.0, 9.0]])
    assert inside(places, outline).tolist() == [True, True, False, False]
    assert not inside(places, outline[:2]).any()


def test_that_a_million_customers_are_framed_by_some_of_them() -> None:
    points = np.random.default_rng(3).normal(size=(1_000_000, 2)).astype(np.float32)
    (left, right), _ = scatter.frame_of(points)
    # The 0.1 and 99.9 percentiles of a normal distribution are -3.09 and 3.09; the air is 6 % of 6.18.
    assert left == pytest.approx(-3.46, abs=0.12)
    assert right == pytest.approx(3.46, abs=0.12)
