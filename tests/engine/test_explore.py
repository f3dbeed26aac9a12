"""What the data quality page is told about columns, checked by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from segdesk.engine.explore import MOST_MEASURES, explore, outlier_fences
from segdesk.engine.reading import read_table
from segdesk.engine.roles import summarise_columns
from segdesk.model.exploration import ColumnQuality, Exploration, Level
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Table
from tests.engine.tables import date, number, table, text

NAN = math.nan


def summary(column: Column, role: ColumnRole) -> ColumnSummary:
    known = column.values[~column.is_missing]
    distinct = len(np.unique(known))
    return ColumnSummary(
        column.name, column.kind, role, None, int(column.is_missing.sum()), distinct, (), (1,)
    )


def explored(found: Table, roles: Sequence[ColumnRole]) -> Exploration:
    summaries = [summary(column, role) for column, role in zip(found.columns, roles, strict=True)]
    return explore(found, summaries, dataset_id=7)


def quality(column: Column, role: ColumnRole = ColumnRole.MEASURE) -> ColumnQuality:
    return explored(table(column), [role]).columns[0]


def test_that_quartiles_leave_missing_values_out():
    found = quality(number("age", [1, 2, 3, 4, 5, NAN]))
    assert found.missing == 1
    assert found.spread is not None
    # Of 1 2 3 4 5 the quartiles are 2, 3 and 4; symmetrical, so without skew.
    assert (found.spread.minimum, found.spread.lower, found.spread.median) == (1, 2, 3)
    assert (found.spread.upper, found.spread.maximum) == (4, 5)
    assert found.spread.skew == pytest.approx(0)


def test_that_fences_stand_three_interquartile_ranges_beyond_the_quartiles():
    # Tukey (1977): quartiles 10 and 20, so 10 - 30 and 20 + 30.
    assert outlier_fences(10, 20) == (-20, 50)
    assert outlier_fences(5, 5) is None


def test_that_a_value_beyond_a_fence_is_an_outlier():
    # -20 … 20 twice and one -100: quartiles -10 and 10, or nearly so, fences near -70 and 70. A tail
    # to low values isn't put on a log scale.
    found = quality(number("change", [*range(-20, 21), *range(-20, 21), -100]))
    assert found.spread is not None
    assert found.spread.outliers == 1


def test_that_a_long_tail_is_measured_on_a_log_scale():
    # Powers of two up to 2^19: their logarithms lie evenly, so nothing is far out; without the log
    # the quartiles are near 2^5 and 2^14, the upper fence near 65,000, and 2^17 to 2^19 beyond it.
    found = quality(number("spend", [2.0**power for power in range(20)]))
    assert found.spread is not None
    assert found.spread.skew is not None
    assert found.spread.skew > 1
    assert found.spread.outliers == 0


def test_that_no_fence_is_drawn_where_half_of_the_values_are_the_same():
    found = quality(number("returns", [0] * 30 + [1, 2, 3]))
    assert found.spread is not None
    assert found.spread.outliers is None


def test_that_a_date_is_told_in_days_and_has_no_skew():
    found = quality(date("joined", ["1970-01-02", "1970-01-04", "1970-01-03", "NaT"]), ColumnRole.DATE)
    assert found.spread is not None
    assert (found.spread.minimum, found.spread.median, found.spread.maximum) == (1, 2, 3)
    assert found.spread.skew is None


def test_that_a_category_tells_its_commonest_levels():
    found = quality(text("tier", ["gold", "silver", "gold", "", "gold", "bronze"]), ColumnRole.CATEGORY)
    assert found.levels == (Level("gold", 3), Level("silver", 1), Level("bronze", 1))
    assert (found.missing, found.spread, found.histogram) == (1, None, ())


def test_that_codes_are_told_as_levels_too():
    found = quality(number("channel", [2, 1, 2, 2]), ColumnRole.CATEGORY)
    assert found.levels == (Level("2", 3), Level("1", 1))


@pytest.mark.parametrize("role", [ColumnRole.IDENTIFIER, ColumnRole.TEXT])
def test_that_what_tells_customers_apart_is_not_shown(role: ColumnRole):
    found = quality(text("id", ["k1", "k2", "k3"]), role)
    assert found.is_hidden
    assert (found.levels, found.histogram, found.spread) == ((), (), None)
    assert (found.distinct, found.missing) == (3, 0)


@pytest.mark.parametrize("role", [ColumnRole.CATEGORY, ColumnRole.IGNORED, ColumnRole.DESCRIBE])
def test_that_personal_data_stays_hidden_whatever_it_is_used_as(role: ColumnRole):
    found = table(text("contact", [f"abebe{i}@mail.et" for i in range(30)]), number("age", range(30)))
    summaries = list(summarise_columns(found))
    assert summaries[0].role is ColumnRole.IDENTIFIER
    summaries[0] = ColumnSummary(
        **{name: getattr(summaries[0], name) for name in ("name", "kind", "reason", "missing", "distinct")},
        role=role,
        examples=(),
        histogram=(1, 2),
        guess=ColumnRole.IDENTIFIER,
    )
    result = explore(found, summaries, dataset_id=1).columns[0]
    assert result.is_personal
    assert result.is_hidden
    assert result.levels == ()


def test_that_constants_are_called_out():
    # 199 of 200 are the same: 99.5 %. Of 49 in 50 that is 98 %, and not constant.
    most = number("country", [1] * 199 + [2])
    some = number("city", ([1] * 49 + [2]) * 4)
    nothing = number("fax", [NAN] * 200)
    words = text("shop", ["Bole"] * 200)
    roles = [ColumnRole.DESCRIBE, ColumnRole.CATEGORY, ColumnRole.IGNORED, ColumnRole.IGNORED]
    found = explored(table(most, some, nothing, words), roles).columns
    assert [column.same_share for column in found] == [pytest.approx(0.995), 0, 0, 1]
    assert [column.is_constant for column in found] == [True, False, True, True]


def test_that_r_is_pearsons_over_the_rows_that_both_know():
    # Where both are known: x = 1 2 3 4, y = 2 1 4 3. Deviations -1.5 -.5 .5 1.5 and -.5 -1.5 1.5 .5;
    # products .75 + .75 + .75 + .75 = 3, squares 5 and 5: r = 0.6.
    x = number("x", [1, 2, 3, 4, NAN, 3])
    y = number("y", [2, 1, 4, 3, 2, NAN])
    found = explored(table(x, y), [ColumnRole.MEASURE] * 2).correlations
    assert found.names == ("x", "y")
    assert found.r[0][1] == pytest.approx(0.6)
    assert found.r[1][0] == found.r[0][1]
    assert found.r[0][0] == pytest.approx(1)


def test_that_skewed_measures_are_compared_on_a_log_scale():
    steps = np.arange(1, 21, dtype=np.float64)
    tail = number("tail", np.expm1(steps))
    found = explored(table(number("steps", steps), tail), [ColumnRole.MEASURE] * 2).correlations
    # log(1 + expm1(step)) is the step itself.
    assert found.logged == ("tail",)
    assert found.r[0][1] == pytest.approx(1)


def test_that_what_never_meets_has_no_correlation():
    one, other = number("one", [1, 2, 3, NAN, NAN, NAN]), number("other", [NAN, NAN, NAN, 1, 2, 5])
    found = explored(table(one, other), [ColumnRole.MEASURE] * 2).correlations
    assert math.isnan(found.r[0][1])


def test_that_a_constant_part_has_no_correlation():
    # Where both are known, one is always 0.1: no spread, and rounding mustn't make one.
    one, other = number("one", [0.1] * 7 + [5, 9]), number("other", [*range(7), NAN, NAN])
    found = explored(table(one, other), [ColumnRole.MEASURE] * 2).correlations
    assert math.isnan(found.r[0][1])


def test_that_of_many_measures_the_most_telling_are_kept_in_the_files_order():
    rng = np.random.default_rng(5)
    noise = [number(f"noise{i}", rng.standard_normal(400)) for i in range(MOST_MEASURES)]
    base = rng.standard_normal(400)
    pair = [number("first", base + 0.3 * rng.standard_normal(400)), number("last", base)]
    columns = [pair[0], *noise, pair[1]]
    found = explored(table(*columns), [ColumnRole.MEASURE] * len(columns)).correlations
    assert found.measures == MOST_MEASURES + 2
    assert len(found.names) == MOST_MEASURES
    assert (found.names[0], found.names[-1]) == ("first", "last")


def test_that_near_copies_are_named_of_measures_and_of_categories():
    rng = np.random.default_rng(1)
    birr = rng.uniform(10, 90, 100)
    city = ["Bole" if i % 2 else "Piassa" for i in range(100)]
    columns = (
        text("city", city),
        number("birr", birr),
        number("dollar", birr / 57),
        text("code", ["B" if c == "Bole" else "P" for c in city]),
    )
    roles = [ColumnRole.CATEGORY, ColumnRole.MEASURE, ColumnRole.MEASURE, ColumnRole.CATEGORY]
    assert explored(table(*columns), roles).copies == (("dollar", "birr"), ("code", "city"))


def test_that_a_copy_that_was_set_aside_on_import_is_still_named():
    birr = [3.5, 1.0, 7.25, 2.0, 9.0, 4.0]
    found = table(number("birr", birr), number("dollar", [b / 2 for b in birr]))
    summaries = summarise_columns(found)
    assert summaries[1].role is ColumnRole.DESCRIBE
    result = explore(found, summaries, dataset_id=1)
    assert result.copies == (("dollar", "birr"),)
    assert result.correlations.names == ("birr", "dollar")


def test_that_repeated_rows_are_counted():
    # The third row equals the first in both columns; the fourth in one only.
    found = explored(
        table(number("a", [1, 2, 1, 1]), text("b", ["x", "y", "x", "y"])),
        [ColumnRole.MEASURE, ColumnRole.CATEGORY],
    )
    assert (found.rows, found.duplicates, found.dataset_id) == (4, 1, 7)


def test_that_the_smartcart_file_is_told_as_pandas_tells_it(shared_data: Path):
    import pandas as pd

    source = shared_data / "customers" / "smartcart_customers.csv"
    read = read_table(source)
    found = explore(read, summarise_columns(read), dataset_id=1)
    frame = pd.read_csv(source)
    by_name = {column.name: column for column in found.columns}
    income = by_name["Income"]
    assert income.missing == frame["Income"].isna().sum()
    assert income.spread is not None
    expected = frame["Income"].quantile([0, 0.25, 0.5, 0.75, 1])
    spread = income.spread
    told = [spread.minimum, spread.lower, spread.median, spread.upper, spread.maximum]
    assert told == pytest.approx(expected.tolist())
    assert by_name["ID"].is_hidden
    assert by_name["Complain"].is_constant  # 21 of 2,240 complained: 99.06 % did not
    bought = ["MntWines", "MntMeatProducts"]
    i, j = (found.correlations.names.index(name) for name in bought)
    expected_r = frame[bought].map(np.log1p).corr().iloc[0, 1]
    assert found.correlations.r[i][j] == pytest.approx(expected_r)
    assert by_name["Dt_Customer"].kind is Kind.DATE
