"""Numbers that stand for "not known" are found and become blanks; numbers that mean what they say stay."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdesk.engine.clean import apply_changes, log, suggest
from segdesk.engine.reading import read_table
from segdesk.engine.roles import summarise_columns
from segdesk.model.changes import Change, ChangeKind
from segdesk.model.table import Column, Table
from tests.engine import tables

ROWS = 200


def spread(low: float, high: float, count: int = ROWS) -> list[float]:
    """Give so many values that go from low to high in a mixed-up order."""
    steps = np.linspace(low, high, count).round(1)
    return [float(steps[7 * i % count]) for i in range(count)]  # 7 and 200 have no factor in common


def with_code(values: list[float], code: float, times: int = 8) -> list[float]:
    """Put a code in the place of every tenth value."""
    return [code if i % 10 == 0 and i < 10 * times else value for i, value in enumerate(values)]


def placeholders(*columns: Column) -> list[tuple[float | None, tuple[str, ...]]]:
    table = tables.table(*columns)
    found = [s for s in suggest(table, summarise_columns(table)) if s.change.kind is ChangeKind.MISSING]
    assert not any(s.is_safe or s.is_applied for s in found)
    assert all(s.change.low == s.change.high for s in found)
    return [(s.change.low, s.change.columns) for s in found]


@pytest.mark.parametrize("code", [-1.0, -9.0, -99.0, -999.0, -9999.0, -88.0])
def test_that_a_usual_code_below_is_found_in_one_column(code: float) -> None:
    column = tables.number("recency", with_code(spread(1, 120), code))
    assert placeholders(column) == [(code, ("recency",))]


@pytest.mark.parametrize("code", [999.0, 9999.0, 99999.0])
def test_that_a_row_of_nines_far_above_is_found(code: float) -> None:
    # The others lie between 0 and 40: 999 is 24 times that range away.
    assert placeholders(tables.number("pdays", with_code(spread(0, 40), code))) == [(code, ("pdays",))]


def test_that_an_unusual_code_takes_two_columns() -> None:
    gas = tables.number("gas", with_code(spread(600, 2_000), -200))
    heat = tables.number("heat", with_code(spread(-4, 45), -200))
    assert placeholders(gas) == []
    assert placeholders(gas, heat) == [(-200.0, ("gas", "heat"))]


def test_that_an_unusual_code_that_is_far_from_positive_numbers_takes_one() -> None:
    # From -200 to 1 are more than two ranges of 1 to 60.
    assert placeholders(tables.number("visits", with_code(spread(1, 60), -200))) == [(-200.0, ("visits",))]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("balance", with_code(spread(-500, 9_000), -999)),  # others are in the red
        ("balance", with_code(spread(0, 9_000), -250)),  # an overdraft that many have
        ("temperature", spread(-30, 40)),
        ("temperature", with_code(spread(-30, 40), -40)),
        ("change", [float(i % 3 - 1) for i in range(ROWS)]),  # -1, 0 or 1
        ("answer", [float(i % 7 - 1) for i in range(ROWS)]),  # -1 to 5
        ("returns", with_code(spread(0, 5), -1)),  # -1 is next to them
        ("recency", with_code(spread(1, 120), -99, times=3)),  # typed three times only
        ("price", with_code(spread(1, 40), 999)),  # a dear article
        ("score", with_code(spread(300, 900), 999)),  # not far from the others
        ("age", with_code(spread(18, 95), 99)),  # people of 99
        ("income", with_code(spread(10_000, 90_000), 99_999)),  # the highest of many
        ("rate", with_code(spread(1, 120), -9.5)),  # no whole number
    ],
)
def test_that_numbers_that_mean_what_they_say_stay(name: str, values: list[float]) -> None:
    assert placeholders(tables.number(name, values)) == []


def test_that_a_few_values_say_nothing() -> None:
    assert placeholders(tables.number("recency", with_code(spread(1, 120, 31), -99, times=4))) == []


def test_that_customers_with_a_code_for_their_age_are_not_set_aside() -> None:
    ages = with_code(spread(18, 80), -1)
    table = tables.table(tables.number("age", ages))
    found = suggest(table, summarise_columns(table))
    assert [s.change.kind for s in found] == [ChangeKind.MISSING]


def test_that_codes_become_blanks_and_are_told_once() -> None:
    first, second = with_code(spread(1, 60), -200), with_code(spread(-4, 45), -200, times=5)
    table = tables.table(tables.number("a", first), tables.number("b", second))
    summaries = summarise_columns(table)
    (suggestion,) = suggest(table, summaries)
    # 8 cells of one column and 5 of the other.
    assert suggestion.note.facts == {"columns": "a, b", "value": "-200", "count": 13}
    cleaned = apply_changes(table, summaries, [suggestion.change])
    for name, values in (("a", first), ("b", second)):
        expected = [np.nan if value == -200 else value for value in values]
        assert np.array_equal(cleaned.table.column(name).values, expected, equal_nan=True)
    assert [summary.missing for summary in cleaned.summaries] == [8, 5]
    assert cleaned.is_kept.all()
    told = log(table, [suggestion], [suggestion.change])
    assert [(each.change, each.is_applied) for each in told] == [(suggestion.change, True)]


def test_that_a_change_of_an_absent_column_is_refused() -> None:
    from segdesk.errors import InputError

    table = tables.table(tables.number("a", spread(1, 60)))
    change = Change(ChangeKind.MISSING, ("b",), low=-200, high=-200)
    with pytest.raises(InputError, match=r"tidy\.no_column"):
        apply_changes(table, summarise_columns(table), [change])


def found_in(path: Path) -> dict[float | None, int]:
    table: Table = read_table(path)
    kinds = (s for s in suggest(table, summarise_columns(table)) if s.change.kind is ChangeKind.MISSING)
    return {s.change.low: len(s.change.columns) for s in kinds}


def test_that_the_air_quality_files_code_is_found(shared_data: Path) -> None:
    # Its description: "Missing values are tagged with -200 value", in all 13 columns of measurements.
    assert found_in(shared_data / "messy" / "realworld" / "AirQualityUCI.csv") == {-200.0: 13}


def test_that_the_banks_code_is_found_and_customers_of_shops_have_none(shared_data: Path) -> None:
    folder = shared_data / "customers"
    # Its description: "999 means client was not previously contacted".
    table = read_table(folder / "bank-additional-full.csv")
    (only,) = suggest(table, summarise_columns(table))  # people of 91 to 98 are just old
    assert (only.change.low, only.change.columns) == (999.0, ("pdays",))
    for name in ("smartcart_customers.csv", "Mall_Customers.csv", "Telco-Customer-Churn.csv"):
        assert found_in(folder / name) == {}
