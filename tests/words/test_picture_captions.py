"""The words of profiles and maps."""

from __future__ import annotations

import math

import pytest

from segdesk.charts.spread import SpreadSpec, StackSpec
from segdesk.model.profile import ProfileTable
from segdesk.words import captions
from segdesk.words import picture_captions as made
from tests.picture_examples import CURVE, CUT, PROJECTION, TABLE, TIER, measure, segmentation


def test_that_customers_without_a_segment_come_last_in_grey():
    parts = captions.segment_parts(CUT)
    assert [part.label for part in parts][-1] == "No segment"
    # 3, 2 and 1 of 6 customers.
    assert [part.share for part in parts] == ["50%", "33%", "17%"]
    assert [part.role for part in parts] == ["segment_0", "segment_1", "muted"]
    assert captions.donut_of(CUT).centre == "6"


def test_that_the_bars_say_how_unequal_the_segments_are():
    # 3 to 2 customers.
    assert captions.bars_of(CUT).note == "Largest to smallest segment: 1.50 to 1"


def test_that_the_heatmap_writes_medians_and_commonest_levels():
    spec = made.profile_of(TABLE, CUT)
    assert spec.columns == ("annual income", "age", "tier", "joined")
    assert [cell.text for cell in spec.cells[0]][:3] == ["60", "60", "Bronze 70%"]
    assert [cell.text for cell in spec.cells[2]][:3] == ["–", "–", "–"]
    assert spec.overall[:3] == ("50", "50", "Bronze 50%")
    # 60 days after 1 January 1970.
    assert spec.cells[0][3].text == "2 Mar 1970"


def test_that_a_cell_says_its_difference_in_a_sentence():
    cells = made.profile_of(TABLE, CUT).cells
    assert cells[0][0].says.endswith("annual income 60 against 50, 1.0 standard deviations above average")
    assert cells[1][0].says.endswith("annual income 40 against 50, 0.8 standard deviations below average")
    assert cells[1][2].says.endswith("tier most often Gold, 80% against 30% of all customers")
    assert cells[2][0].says == "No segment: annual income isn't known"


def test_that_radars_take_measures_only_and_need_three():
    spec = made.radar_of(TABLE, CUT)
    assert spec is not None
    assert spec.axes == ("annual income", "age", "joined")
    assert spec.values[0] == (0.8, 0.8, 0.8)
    assert made.radar_of(ProfileTable(7, 2, True, TABLE.columns[:3]), CUT) is None


def test_that_lines_need_two_measures():
    spec = made.parallel_of(TABLE, CUT)
    assert spec is not None
    assert spec.figures[1][:2] == ("40", "40")
    assert spec.lows[0] == pytest.approx((0.7, 0.7, 0.7))
    assert made.parallel_of(ProfileTable(7, 2, True, TABLE.columns[:1]), CUT) is None


def test_that_a_measure_is_spread_and_a_category_stacked():
    spread = made.spread_of(measure("annual_income"), CUT)
    assert isinstance(spread, SpreadSpec)
    assert spread.marks[0] == (40, 50, 60, 70, 80)
    assert "half between 50 and 70, median 60" in spread.says[0]
    assert spread.ticks[0] == (0, "0")
    stack = made.spread_of(TIER, CUT)
    assert isinstance(stack, StackSpec)
    assert stack.levels == ("Bronze", "Gold", "all others")
    assert stack.shares[-1] == (0.5, 0.3, 0.2)


def test_that_a_map_says_what_its_directions_show():
    flat = made.map_of(segmentation(), 2, axes=2)
    assert flat.axes[0] == "Direction 1 · 50% of the differences"
    assert flat.caption == "All 6 customers, each a dot: near ones are alike."
    assert flat.numbers.tolist() == [0, 0, 0, 1, 1, 2]
    assert [arrow.label for arrow in flat.arrows] == ["annual income", "tier Gold"]
    assert flat.density is None
    space = made.map_of(segmentation(), 2, axes=3)
    assert space.points.shape == (6, 3)
    assert space.axes[2] == "Direction 3 · 10%"


def test_that_a_direction_that_is_not_there_is_said_so():
    assert made.axis_title(PROJECTION, 3) == "Spread out to be seen"


def test_that_each_picture_has_its_figures_as_a_table():
    heat = made.twin_of(made.profile_of(TABLE, CUT))
    assert heat.headers == ("Segment", "annual income", "age", "tier", "joined")
    assert heat.rows[-1][:2] == ("All customers", "50")
    radar, parallel = made.radar_of(TABLE, CUT), made.parallel_of(TABLE, CUT)
    assert radar is not None
    assert parallel is not None
    assert made.twin_of(radar).rows[0][1:] == ("80%", "80%", "80%")
    assert made.twin_of(parallel).rows[1][1] == "40"
    spread = made.twin_of(made.spread_of(measure("age"), CUT))
    assert spread.headers[1:] == (
        "5th percentile",
        "Lower quartile",
        "Median",
        "Upper quartile",
        "95th percentile",
    )
    assert spread.rows[0][1:] == (40, 50, 60, 70, 80)
    stack = made.twin_of(made.spread_of(TIER, CUT))
    assert stack.rows[0][1:] == ("70%", "20%", "10%")
    assert stack.rows[-1][0] == "All customers"
    assert made.twin_of(CURVE).rows == ((1, 0.1), (2, 0.5), (3, 0.4))
    assert made.twin_of(captions.bars_of(CUT)).rows[0][1:] == (3, "50%")


def test_that_the_map_has_its_segments_middles_and_every_customer_as_tables():
    middles = made.map_centres_of(segmentation(), 2)
    # Segment 1 holds (-2, -1, 0) and (-3, -1, -1).
    assert middles.rows[1][2:] == ("−2.50", "−1.00", "−0.50")
    everybody = made.map_customers_of(segmentation(), 2, ("one", "two"))
    assert everybody.rows[3] == (4, "two", -2.0, -1.0, 0.0)
    assert everybody.rows[5][1] == "No segment"


def test_that_nobody_is_shown_as_a_number():
    cells = made.profile_of(TABLE, CUT).cells[2]
    assert all(math.isnan(cell.effect) for cell in cells)
