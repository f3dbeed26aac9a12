"""Amounts, dates and codes are read as what people mean by them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdesk.engine.reading import read_table
from segdesk.engine.reading.ethiopian import ethiopian_days
from segdesk.engine.reading.receipt import is_money
from segdesk.model.reading import ReadingChoices
from segdesk.model.roles import Kind
from segdesk.model.table import Table

Read = Callable[..., Table]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read one column of cells beside a column of names."""

    def write_and_read(cells: list[str], heading: str = "amount", **choices: object) -> Table:
        path = tmp_path / "customers.csv"
        path.write_text(f"name\t{heading}\n" + "".join(f"n{i}\t{c}\n" for i, c in enumerate(cells)), "utf-8")
        return read_table(path, choices=ReadingChoices(**choices))  # type: ignore[arg-type]

    return write_and_read


def column(table: Table) -> list[object]:
    found = table.columns[1]
    if found.kind is Kind.TEXT:
        return [found.levels[c] if c >= 0 else None for c in found.values]
    return [None if m else v for v, m in zip(found.values.tolist(), found.is_missing, strict=True)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["(1,234.50)", "20.00", "(3)"], [-1234.5, 20, -3]),
        (["1.234,50-", "20,00", "3,25-"], [-1234.5, 20, -3.25]),
        (["−5", "7", "−1"], [-5, 7, -1]),
        (["R$ 1.234,50", "R$ 20,00", "-R$ 3,25"], [1234.5, 20, -3.25]),
        (["-$5.50", "($1,200.00)", "$3"], [-5.5, -1200, 3]),
        (["12.50 ብር", "1,300.00 ብር", "7 ብር"], [12.5, 1300, 7]),
        (["USD 12", "USD 13", "USD 14.5"], [12, 13, 14.5]),
        (["£1,234.5", "£2", "£3"], [1234.5, 2, 3]),
        (["12 %", "7.5 %", "100 %"], [12, 7.5, 100]),
        (["1\u202f234,5", "999,5", "12\u202f345\u202f678,0"], [1234.5, 999.5, 12345678]),
        (["1\u00a0234,5", "2 345,5", "7,0"], [1234.5, 2345.5, 7]),
        (["1’234.50", "12’345.00", "1.5"], [1234.5, 12345, 1.5]),
        (["12,34,567.5", "1,000.25", "99.75"], [1234567.5, 1000.25, 99.75]),
        (["$5", "$6", "$7", "0"], [5, 6, 7, 0]),
    ],
)
def test_that_amounts_are_read_as_people_write_them(
    read: Read, cells: list[str], expected: list[float]
) -> None:
    assert column(read(cells)) == expected


@pytest.mark.parametrize(
    "cells",
    [
        ["1;2;3", "4;5", "6"],
        ["1, 2", "3, 4, 5", "6"],
        ["A12", "B7", "C3"],
        ["$5", "€6", "£7"],
        ["+251 911 123456", "+251 922 654321", "x"],
        ["(5", "6)", "(7)"],
        ["yes", "no", "yes"],
        ["00123", "00456", "7"],
        ["1000000000000001", "2", "3"],
        ["10-12", "5-7", "1-2"],
    ],
)
def test_that_codes_and_words_stay_text(read: Read, cells: list[str]) -> None:
    assert column(read(cells)) == cells


def test_that_the_money_columns_keep_their_currency(read: Read) -> None:
    table = read(["$5.50", "$1,200.00", "$3"], "paid")
    assert table.receipt is not None
    total = table.receipt.totals[0]
    # 5.50 + 1200 + 3.
    assert (total.column, total.total, total.currency) == ("paid", 1208.5, "$")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["31 January 2014", "1 December 2014"], ["2014-01-31", "2014-12-01"]),
        (["Jan-31-2014", "Dec-01-2014"], None),
        (["31/Jan/2014", "01/Dec/2014"], ["2014-01-31", "2014-12-01"]),
        (["2014 Jan 31", "2014 Dec 01"], ["2014-01-31", "2014-12-01"]),
        (["2014-Jan-31", "2014-Dec-01"], ["2014-01-31", "2014-12-01"]),
        (["20140131", "20141201", "20140630"], ["2014-01-31", "2014-12-01", "2014-06-30"]),
        (["2014/01/31", "2014/12/01"], ["2014-01-31", "2014-12-01"]),
        (["may 3, 2014", "JUNE 4, 2014"], ["2014-05-03", "2014-06-04"]),
    ],
)
def test_that_dates_in_any_common_order_are_read(
    read: Read, cells: list[str], expected: list[str] | None
) -> None:
    table = read(cells, "when")
    if expected is None:
        assert table.columns[1].kind is Kind.TEXT or str(table.columns[1].values[0])[:10] == "2014-01-31"
    else:
        assert [str(v)[:10] for v in table.columns[1].values] == expected


def test_that_excels_day_numbers_are_dates_only_under_a_heading_of_dates(read: Read) -> None:
    # Microsoft's own example: serial 39448 is 1 January 2008.
    table = read(["39448", "39449.5"], "order date")
    assert [str(v) for v in table.columns[1].values] == ["2008-01-01T00:00:00", "2008-01-02T12:00:00"]
    assert {n.code for n in table.notes} == {"note.counted_dates"}
    assert column(read(["39448", "39449"], "income")) == [39448, 39449]


@pytest.mark.parametrize(
    ("ethiopian", "gregorian"),
    [
        # The Ethiopian millennium was celebrated on 12 September 2007.
        ((2000, 1, 1), "2007-09-12"),
        # Enkutatash falls on 11 September, on the 12th before a Gregorian leap year.
        ((2013, 1, 1), "2020-09-11"),
        ((2012, 1, 1), "2019-09-12"),
        # Genna (29 Tahsas) is 7 January; the battle of Adwa is remembered on 23 Yekatit, 2 March.
        ((2013, 4, 29), "2021-01-07"),
        ((1888, 6, 23), "1896-03-01"),
        # The last day of a leap year is 6 Pagume.
        ((2011, 13, 6), "2019-09-11"),
        ((2012, 13, 6), "NaT"),
        ((2012, 14, 1), "NaT"),
        ((2012, 2, 31), "NaT"),
    ],
)
def test_that_known_ethiopian_days_fall_where_they_fell(
    ethiopian: tuple[int, int, int], gregorian: str
) -> None:
    year, month, day = (np.array([part]) for part in ethiopian)
    assert str(ethiopian_days(year, month, day)[0]) == gregorian


@given(st.integers(1800, 2200), st.integers(1, 13), st.integers(1, 30))
def test_that_the_day_after_is_one_day_later(year: int, month: int, day: int) -> None:
    last = 30 if month < 13 else 5 + (year % 4 == 3)
    after = (year, month, day + 1) if day < last else (year, month + 1, 1) if month < 13 else (year + 1, 1, 1)
    years, months, days = (np.array(pair) for pair in zip((year, month, min(day, last)), after, strict=True))
    first, second = ethiopian_days(years, months, days)
    assert second - first == np.timedelta64(1, "D")


def test_that_named_columns_are_read_in_the_ethiopian_calendar(read: Read) -> None:
    cells = ["01/01/2000", "06/13/2011", "29 Tahsas 2013", "1 መስከረም 2013"]
    table = read(cells, "joined", ethiopian_dates=("joined",))
    # Month 13 can only be the second number: the day comes first.
    assert [str(v)[:10] for v in table.columns[1].values] == [
        "2007-09-12", "2019-09-11", "2021-01-07", "2020-09-11",
    ]  # fmt: skip
    assert read(cells[:1] * 2, "joined").columns[1].values[0].item() == dt.datetime(2000, 1, 1)


def test_that_impossible_ethiopian_dates_are_blank_and_told(read: Read) -> None:
    table = read(["30/12/2012", "31/12/2012", "01/01/2013"], "joined", ethiopian_dates=("joined",))
    assert table.columns[1].is_missing.tolist() == [False, True, False]
    assert [n.facts["values"] for n in table.notes if n.code == "note.bad_dates"] == ["31/12/2012"]


def test_that_amounts_are_told_from_scores_and_counts() -> None:
    assert all(
        map(is_money, ("Income", "MntWines", "UnitPrice", "total_spend", "Total_Amount", "ዓመታዊ ገቢ", "Spend"))
    )
    assert not any(
        map(is_money, ("Spending Score (1-100)", "age", "Total_Purchases", "cons.price.idx", "Recency"))
    )
