"""What sets segments apart."""

from __future__ import annotations

import numpy as np
import pytest

from segdesk.engine.profiles import describe_all, traits
from segdesk.model.roles import ColumnRole
from tests.engine.tables import date, number, recipe, table, text

MEASURE, CATEGORY, DESCRIBE = ColumnRole.MEASURE, ColumnRole.CATEGORY, ColumnRole.DESCRIBE
HALVES = np.array([0, 0, 1, 1], dtype=np.int8)


def test_that_a_measures_trait_is_as_worked_by_hand() -> None:
    # 1, 3, 5, 7: mean 4, population deviation sqrt(5). Segment 0 has mean 2: effect -2/sqrt(5).
    found = traits(table(number("x", [1, 3, 5, 7])), recipe({"x": MEASURE}), HALVES, 2)
    (trait,) = found[0]
    assert (trait.column, trait.value, trait.overall, trait.level) == ("x", 2, 4, "")
    assert trait.effect == pytest.approx(-2 / np.sqrt(5))
    assert found[1][0].effect == pytest.approx(2 / np.sqrt(5))


def test_that_a_categorys_trait_is_as_worked_by_hand() -> None:
    # Gold: 3 of 4 overall, 2 of 2 in segment 0. Effect (1 - 3/4) / sqrt(3/4 · 1/4) = 1/sqrt(3).
    made = table(text("tier", ["Gold", "Gold", "Gold", "Silver"]))
    found = traits(made, recipe({"tier": CATEGORY}), HALVES, 2)
    (trait,) = found[0]
    assert (trait.level, trait.value, trait.overall) == ("Gold", 1, 0.75)
    assert trait.effect == pytest.approx(1 / np.sqrt(3))


def test_that_blanks_do_not_count() -> None:
    made = table(number("x", [1, np.nan, 5, 7]), text("t", ["a", "", "b", "b"]))
    found = traits(made, recipe({"x": MEASURE, "t": CATEGORY}), HALVES, 2)
    by_column = {t.column: t for t in found[0]}
    assert (by_column["x"].value, by_column["x"].overall) == (1, 5)
    # a with 1 of 1 against 1 of 3, b with 0 of 1 against 2 of 3: alike, so what the segment has.
    assert (by_column["t"].level, by_column["t"].value) == ("a", 1)
    assert by_column["t"].overall == pytest.approx(1 / 3)


def test_that_a_segment_without_values_has_no_trait_there() -> None:
    made = table(number("x", [np.nan, np.nan, 5, 7]), text("t", ["", "", "a", "b"]))
    assert traits(made, recipe({"x": MEASURE, "t": CATEGORY}), HALVES, 2)[0] == ()


def test_that_skewed_measures_are_compared_on_the_log_scale_and_shown_in_money() -> None:
    spend = np.array([1.0, 2, 3, 4, 5, 6, 7, 10_000])
    labels = np.array([0, 0, 0, 0, 1, 1, 1, 1], dtype=np.int8)
    (trait,) = traits(table(number("spend", spend)), recipe({"spend": MEASURE}), labels, 2)[1]
    logs = np.log1p(spend)
    assert trait.effect == pytest.approx((logs[4:].mean() - logs.mean()) / logs.std())
    assert (trait.value, trait.overall) == (6.5, 4.5)


def test_that_the_five_strongest_come_first_one_per_column() -> None:
    rng = np.random.default_rng(0)
    labels = (np.arange(200) % 2).astype(np.int8)
    columns = [number(f"x{i}", labels * i + rng.normal(size=200)) for i in range(8)]
    found = traits(table(*columns), recipe({c.name: MEASURE for c in columns}), labels, 2)
    for segment in found:
        effects = [abs(t.effect) for t in segment]
        assert effects == sorted(effects, reverse=True)
        # The columns were made ever more different.
        assert [t.column for t in segment] == ["x7", "x6", "x5", "x4", "x3"]


def test_that_described_columns_count_and_others_do_not() -> None:
    made = table(
        number("used", [1, 2, 8, 9]),
        number("only", [1, 2, 8, 9.5]),
        number("out", [1, 2, 8, 9]),
        number("constant", [4, 4, 4, 4]),
        text("same", ["a", "a", "a", "a"]),
    )
    roles = {
        "used": MEASURE,
        "only": DESCRIBE,
        "out": ColumnRole.IGNORED,
        "constant": DESCRIBE,
        "same": DESCRIBE,
    }
    found = traits(made, recipe(roles), HALVES, 2)
    assert {t.column for t in found[0]} == {"used", "only"}


def test_that_described_flags_and_postcodes_are_shares_not_medians() -> None:
    made = table(number("complained", [0, 0, 1, 1]), number("Zip code", [1000, 1000, 2000, 3000]))
    found = traits(made, recipe({"complained": DESCRIBE, "Zip code": DESCRIBE}), HALVES, 2)
    assert {t.level for t in found[0]} <= {"0", "1", "1000"}
    assert all(0 <= t.value <= 1 for t in found[0])


def test_that_dates_are_compared_by_day() -> None:
    made = table(date("joined", ["1970-01-02", "1970-01-04", "1970-01-10", "NaT"]))
    (trait,) = traits(made, recipe({"joined": DESCRIBE}), HALVES, 2)[0]
    assert (trait.value, trait.overall) == (2, 3)
    by_level = traits(made, recipe({"joined": CATEGORY}), HALVES, 2)[1]
    assert by_level[0].level == "1970-01-10T00:00:00"


def test_that_what_differs_little_is_no_trait() -> None:
    values = np.tile([1.0, 2, 3, 4], 50)
    labels = np.repeat([0, 1], 100).astype(np.int8)
    assert traits(table(number("x", values)), recipe({"x": MEASURE}), labels, 2) == ((), ())


def test_that_all_cuts_at_once_are_each_cut_alone() -> None:
    rng = np.random.default_rng(2)
    made = table(number("x", rng.exponential(size=90)), text("t", list("abc") * 30))
    choice = recipe({"x": MEASURE, "t": CATEGORY})
    labels = np.array([rng.permutation(np.arange(90) % k) for k in (2, 3, 7)], dtype=np.int8)
    together = describe_all(made, choice, labels, [2, 3, 7])
    assert together == tuple(traits(made, choice, line, k) for line, k in zip(labels, (2, 3, 7), strict=True))


def test_that_medians_are_the_segments_own() -> None:
    rng = np.random.default_rng(3)
    values = rng.normal(size=301)
    labels = rng.integers(0, 4, 301).astype(np.int8)
    found = traits(table(number("x", values)), recipe({"x": MEASURE}), labels, 4)
    for segment, own in enumerate(found):
        for trait in own:
            assert trait.value == pytest.approx(np.median(values[labels == segment]))
            assert trait.overall == pytest.approx(np.median(values))


def test_that_outliers_count_among_all_customers_but_in_no_segment() -> None:
    # Spending 0, 0, 10, 10 and an outlier with 30: the median of all is 10, of the segments 0 and 10.
    table_ = table(number("spend", [0, 0, 10, 10, 30]), text("city", ["a", "a", "b", "b", "c"]))
    uses = recipe({"spend": ColumnRole.MEASURE, "city": ColumnRole.CATEGORY})
    found = traits(table_, uses, np.array([0, 0, 1, 1, -1], np.int8), 2)
    assert len(found) == 2
    spend, city = (next(trait for trait in found[0] if trait.column == name) for name in ("spend", "city"))
    assert (spend.value, spend.overall) == (0, 10)
    assert (city.level, city.value) == ("a", 1.0)
    assert city.overall == pytest.approx(0.4)


def test_that_a_mean_dragged_away_from_its_median_is_no_trait() -> None:
    # All: mean -15.25, median 11. The first three: mean 10, median 10, above and below at once;
    # the rest: mean -30.4, median 12.
    spend = number("spend", [10, 10, 10, 12, 12, 12, 12, -200])
    found = traits(table(spend), recipe({"spend": MEASURE}), np.array([0, 0, 0, 1, 1, 1, 1, 1], np.int8), 2)
    assert found == ((), ())
