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
from segdesk.errors import InputError
from segdesk.model.reading import ReadingChoices
from segdesk.model.roles import Kind
from segdesk.model.table import Table
from tests.engine.read_back import values

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
    return values(table, table.columns[1].name)


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


@pytest.mark.parametrize(
    ("cells", "expected", "unit"),
    [
        (["31 kg", "12 kg", "7 kg"], [31, 12, 7], "kg"),
        (["12km", "7,5km", "8km"], [12, 7.5, 8], "km"),
        (["3 yrs", "1 yr", "7 yrs"], [3, 1, 7], "yrs"),
        (["12 ሊትር", "7 ሊትር", "9 ሊትር"], [12, 7, 9], "ሊትር"),
        (["2 kids", "3 kids", "n/a"], [2, 3, None], "kids"),
        (["5", "6 kg", "7 kg"], [5, 6, 7], "kg"),
    ],
)
def test_that_one_unit_behind_all_numbers_is_taken_off_and_told(
    read: Read, cells: list[str], expected: list[float | None], unit: str
) -> None:
    table = read(cells)
    assert column(table) == expected
    told = [note.facts["unit"] for note in table.notes if note.code == "note.unit_removed"]
    assert told == [unit]


@pytest.mark.parametrize(
    "cells",
    [
        ["12A", "14A", "15A"],
        ["9th", "10th", "11th"],
        ["5 pm", "6 pm", "7 pm"],
        ["1 Jan", "2 Jan", "3 Jan"],
        ["5 kg", "600 g", "7 kg"],
        ["18-25 yrs", "26-30 yrs", "31-40 yrs"],
        ["5", "6", "7 kg"],
        ["5 Main", "5 Main", "5 Main"],
    ],
)
def test_that_other_words_behind_numbers_are_no_units(read: Read, cells: list[str]) -> None:
    assert column(read(cells)) == cells


@pytest.mark.parametrize(
    ("cells", "expected", "otherwise"),
    [
        (["1.234", "5.678", "9.012"], [1.234, 5.678, 9.012], {"decimal": ","}),
        (["1,234", "5,678", "9,012"], [1.234, 5.678, 9.012], {"decimal": "."}),
    ],
)
def test_that_three_digits_behind_every_mark_are_a_guess_with_an_override(
    read: Read, cells: list[str], expected: list[float], otherwise: dict[str, str]
) -> None:
    table = read(cells, "x")
    assert column(table) == expected
    assert table.dialect is not None
    (guess,) = table.dialect.guesses
    assert (guess.field, guess.columns) == ("decimal", ("x",))
    assert guess.examples[0] == (cells[0], "1.234")
    assert column(read(cells, "x", **otherwise)) == [1234, 5678, 9012]


@pytest.mark.parametrize(
    "cells",
    [
        ["101,102", "103", "101,102,104"],  # one, two, three of them
        ["101,102", "102,103", "103,101"],  # what is first here is last there
        ["101 102", "103", "102 104"],
    ],
)
def test_that_lists_of_codes_are_no_thousands(read: Read, cells: list[str]) -> None:
    assert column(read(cells, "bought")) == cells


def test_that_amounts_in_thousands_stay_amounts(read: Read) -> None:
    assert column(read(["101,500", "350,000", "1,200,000"], "x")) == [101_500, 350_000, 1_200_000]
    assert column(read(["101 500", "350 000", "95 000"], "x")) == [101_500, 350_000, 95_000]
    # Neither ends in zeros, but the heading speaks of money, or the user does.
    assert column(read(["101 512", "350 217"], "income")) == [101_512, 350_217]
    assert column(read(["101 512", "350 217"], "x")) == ["101 512", "350 217"]
    assert column(read(["101 512", "350 217"], "x", thousands=" ")) == [101_512, 350_217]


def test_that_dates_of_a_column_that_is_not_there_are_refused(read: Read) -> None:
    with pytest.raises(InputError) as caught:
        read(["01/01/2000", "02/01/2000"], "joined", ethiopian_dates=("Joined on",))
    assert caught.value.code == "reading.no_such_column"
    assert caught.value.facts["columns"] == "name, joined"


@pytest.mark.parametrize(
    ("headings", "totals"),
    [
        ("UnitPrice\tQuantity\tTotal", ["Total"]),
        ("Einzelpreis\tMenge\tSumme Umsatz", ["Summe Umsatz"]),
        ("price\tqty\tamount", ["amount"]),
        ("price\tbrand\ttax", ["price", "tax"]),  # no quantity: each line's own price
    ],
)
def test_that_prices_of_one_piece_are_not_added_up(tmp_path: Path, headings: str, totals: list[str]) -> None:
    path = tmp_path / "till.csv"
    path.write_text(f"{headings}\n" + "".join(f"{i}.5\t{i}\t{2 * i}.5\n" for i in range(1, 6)))
    receipt = read_table(path).receipt
    assert receipt is not None
    assert [total.column for total in receipt.totals] == totals
