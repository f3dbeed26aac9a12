"""Every column in every segment, worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from segdesk.engine.profile_table import profile_table
from segdesk.model.profile import CategoryProfile, MeasureProfile, ProfileTable
from segdesk.model.recipe import Recipe
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Column, Table
from tests.engine.tables import number, recipe, table, text

LABELS = np.array([0, 0, 0, 0, 1, 1, 1, 1], np.int8)


def profile(
    *columns: Column, labels: np.ndarray = LABELS, roles: dict[str, ColumnRole] | None = None
) -> ProfileTable:
    made: Table = table(*columns)
    given = roles or {c.name: ColumnRole.CATEGORY if c.levels else ColumnRole.MEASURE for c in columns}
    choices: Recipe = recipe(given)
    return profile_table(made, choices, labels, int(labels.max()) + 1, run_id=7)


def measure(found: ProfileTable, name: str) -> MeasureProfile:
    column = found.column(name)
    assert isinstance(column, MeasureProfile)
    return column


def category(found: ProfileTable, name: str) -> CategoryProfile:
    column = found.column(name)
    assert isinstance(column, CategoryProfile)
    return column


def test_that_a_measure_that_segments_decide_wholly_is_all_important():
    # 1 or 3 by segment: mean 2, deviation 1, so effects -1 and 1; nothing varies within a segment.
    found = measure(profile(number("spend", [1, 1, 1, 1, 3, 3, 3, 3])), "spend")
    assert found.importance == pytest.approx(1.0)
    assert [line.effect for line in found.lines] == pytest.approx([-1.0, 1.0])
    assert [line.marks[2] for line in found.lines] == [1, 3]


def test_that_importance_is_the_share_of_variance_between_segments():
    # Means 2 and 4 around 3: between 8·1 = 8. Within: each 0 and 4 (or 2 and 6) two away: 8·4 = 32.
    # Eta squared 8 / 40.
    found = measure(profile(number("spend", [0, 4, 0, 4, 2, 6, 2, 6])), "spend")
    assert found.importance == pytest.approx(0.2)


def test_that_marks_are_the_percentiles_and_ranks_the_shares_below():
    # Segment 0 holds 1 … 4, segment 1 5 … 8. NumPy's linear percentiles of 1 … 4: 25th 1.75, median 2.5,
    # 75th 3.25. Below 1.75 is 1 of 8, below 2.5 are 2, below 3.25 are 3.
    found = measure(profile(number("spend", [1, 2, 3, 4, 5, 6, 7, 8])), "spend")
    assert found.lines[0].marks[1:4] == pytest.approx((1.75, 2.5, 3.25))
    assert found.lines[0].ranks == pytest.approx((1 / 8, 2 / 8, 3 / 8))


def test_that_equals_count_half_below():
    # Everybody but one has 0: seven equals count 3.5 of 8.
    found = measure(profile(number("visits", [0, 0, 0, 0, 0, 0, 0, 9])), "visits")
    assert found.lines[0].ranks[1] == pytest.approx(3.5 / 8)


def test_that_a_density_peaks_where_the_values_are():
    values = np.concatenate([np.zeros(50), np.full(50, 10.0)])
    labels = np.repeat(np.array([0, 1], np.int8), 50)
    found = measure(profile(number("spend", values), labels=labels), "spend")
    first = found.lines[0].density
    assert max(first) == first[0] == 1.0
    assert first[-1] == pytest.approx(0.0, abs=1e-6)


def test_that_a_category_tells_the_commonest_level_and_its_difference():
    # Gold: 3 of 4 in segment 0, 1 of 4 in segment 1, half of all; spread sqrt(0.5 · 0.5) = 0.5.
    found = category(
        profile(text("tier", ["Gold", "Gold", "Gold", "Tin", "Tin", "Tin", "Tin", "Gold"])), "tier"
    )
    assert [found.levels[line.commonest] for line in found.lines] == ["Gold", "Tin"]
    assert [line.effect for line in found.lines] == pytest.approx([0.5, 0.5])
    # Chi squared of ((3, 1), (1, 3)) is 4 · 1² / 2 = 2; over 8 customers 0.25.
    assert found.importance == pytest.approx(0.25)


def test_that_rarer_levels_are_one():
    names = [f"city {i:02d}" for i in range(10) for _ in range(20 - i)]
    labels = (np.arange(len(names)) % 2).astype(np.int8)
    found = category(profile(text("city", names), labels=labels), "city")
    assert len(found.levels) == 8
    assert found.has_rest
    # 20 + 19 + … + 11 = 155, of which the last two levels have 12 + 11.
    assert found.overall.shares[-1] == pytest.approx(23 / 155)
    assert all(sum(line.shares) == pytest.approx(1) for line in found.lines)


def test_that_the_most_telling_column_comes_first():
    found = profile(number("noise", [1, 2, 1, 2, 1, 2, 1, 2]), number("spend", [1, 1, 1, 2, 9, 9, 9, 8]))
    assert [column.name for column in found.columns] == ["spend", "noise"]


def test_that_customers_without_a_segment_are_a_last_line_and_count_for_nobody():
    labels = np.array([0, 0, 1, 1, -1, -1], np.int8)
    found = profile(number("spend", [1, 1, 3, 3, 100, 100]), labels=labels)
    assert found.has_outliers
    spend = measure(found, "spend")
    assert len(spend.lines) == 3
    assert spend.lines[2].marks[2] == 100
    # Within the two segments nothing varies: all of the variance lies between them.
    assert spend.importance == pytest.approx(1.0)


def test_that_a_segment_without_any_value_has_none():
    values = [1, 2, 3, 4, np.nan, np.nan, np.nan, np.nan]
    line = measure(profile(number("spend", values)), "spend").lines[1]
    assert math.isnan(line.effect)
    assert math.isnan(line.marks[2])
    words = category(profile(text("tier", ["a", "b", "a", "b", "", "", "", ""])), "tier").lines[1]
    assert words.commonest == -1


def test_that_columns_that_say_nothing_are_left_out():
    columns = (number("one", [5] * 8), number("id", range(8)), number("age", [1, 2, 3, 4, 5, 6, 7, 8]))
    roles = {"one": ColumnRole.MEASURE, "id": ColumnRole.IDENTIFIER, "age": ColumnRole.DESCRIBE}
    assert [column.name for column in profile(*columns, roles=roles).columns] == ["age"]
