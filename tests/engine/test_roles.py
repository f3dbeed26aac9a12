"""Guesses of roles, and what is shown of a column."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdesk.engine.describe import number_text
from segdesk.engine.naming import names_identifier
from segdesk.engine.roles import level_limit, summarise_columns
from segdesk.model.roles import ColumnRole, ColumnSummary
from segdesk.model.table import Column
from segdesk.model.words import words
from tests.engine.tables import date, number, table, text

RNG = np.random.default_rng(5)
ROWS = 500
NOISE = RNG.normal(size=ROWS)


def guess(column: Column) -> tuple[ColumnRole, str]:
    summary = summarise_columns(table(column))[0]
    return summary.role, summary.reason.code if summary.reason else ""


def strings(pattern: str, count: int = ROWS) -> list[str]:
    return [pattern.format(i) for i in range(count)]


@pytest.mark.parametrize(
    ("column", "role", "reason"),
    [
        (number("x", np.arange(ROWS) + 1000), ColumnRole.IDENTIFIER, "reason.row_number"),
        (number("x", ROWS - np.arange(ROWS)), ColumnRole.IDENTIFIER, "reason.row_number"),
        (number("x", np.cumsum(RNG.integers(1, 4, ROWS))), ColumnRole.IDENTIFIER, "reason.row_number"),
        (number("customerID", RNG.permutation(9000)[:ROWS]), ColumnRole.IDENTIFIER, "reason.unique"),
        (number("x", RNG.permutation(ROWS) + 1), ColumnRole.IDENTIFIER, "reason.unique"),
        (number("till", RNG.permutation(10**6)[:ROWS] + 10**9), ColumnRole.IDENTIFIER, "reason.unique"),
        (number("InvoiceNo", RNG.integers(1, 200, ROWS)), ColumnRole.IDENTIFIER, "reason.id_name"),
        (number("income", RNG.permutation(90_000)[:ROWS]), ColumnRole.MEASURE, ""),
        (number("income", np.sort(RNG.permutation(90_000)[:ROWS])), ColumnRole.MEASURE, ""),
        (number("spend", NOISE), ColumnRole.MEASURE, ""),
        (number("spend", np.exp(2 * NOISE)), ColumnRole.MEASURE, "reason.skewed"),
        (number("children", RNG.integers(0, 3, ROWS)), ColumnRole.MEASURE, ""),
        (number("rating", RNG.integers(1, 6, ROWS)), ColumnRole.MEASURE, ""),
        (number("Region", RNG.integers(1, 4, ROWS)), ColumnRole.CATEGORY, "reason.codes"),
        (number("Cluster", RNG.integers(0, 5, ROWS)), ColumnRole.CATEGORY, "reason.codes"),
        (number("Kebele", RNG.integers(1, 60, ROWS)), ColumnRole.DESCRIBE, "reason.many_levels"),
        (number("campaign", RNG.integers(1, 60, ROWS)), ColumnRole.MEASURE, ""),
        (number("promotion", RNG.integers(0, 4, ROWS)), ColumnRole.MEASURE, ""),
        (number("Home Latitude", 9 + NOISE), ColumnRole.DESCRIBE, "reason.coordinate"),
        (number("P.O. Box", RNG.integers(1000, 9999, ROWS)), ColumnRole.DESCRIBE, "reason.postcode"),
        (number("store_id", RNG.integers(1, 9, ROWS)), ColumnRole.CATEGORY, "reason.codes"),
        (number("member", RNG.integers(0, 2, ROWS)), ColumnRole.CATEGORY, ""),
        (number("opt_out", RNG.integers(0, 2, ROWS)), ColumnRole.DESCRIBE, "reason.contact"),
        (text("Do not contact", ["yes", "no"] * 50), ColumnRole.DESCRIBE, "reason.contact"),
        (text("newsletter", ["ja", "nein", ""] * 50), ColumnRole.DESCRIBE, "reason.contact"),
        (text("ፈቃድ", ["አዎ", "አይ"] * 50), ColumnRole.DESCRIBE, "reason.contact"),
        (text("opt_out", ["letter", "telephone"] * 50), ColumnRole.CATEGORY, ""),
        (number("Postal Code", RNG.integers(1000, 9999, ROWS)), ColumnRole.DESCRIBE, "reason.postcode"),
        (number("Mobile", RNG.integers(10**8, 10**9, ROWS)), ColumnRole.IDENTIFIER, "reason.phone"),
        (number("x", np.full(ROWS, 4.2)), ColumnRole.IGNORED, "reason.constant"),
        (number("x", np.full(ROWS, np.nan)), ColumnRole.IGNORED, "reason.empty"),
        # 3 of 500 differ: 99.4 % are the same.
        (number("x", np.r_[1, 2, 3, np.zeros(ROWS - 3)]), ColumnRole.DESCRIBE, "reason.constant"),
        (date("joined", [f"2020-01-{1 + i % 28:02d}" for i in range(ROWS)]), ColumnRole.DATE, "reason.date"),
        (text("card", strings("C{:05d}")), ColumnRole.IDENTIFIER, "reason.unique"),
        (text("mail", strings("a{}@example.com")), ColumnRole.IDENTIFIER, "reason.email"),
        (text("x", strings("+251 911 {:06d}")), ColumnRole.IDENTIFIER, "reason.phone"),
        (text("phone", strings("0911-{:06d}")), ColumnRole.IDENTIFIER, "reason.phone"),
        (text("full name", strings("Abebe {:03d}", 250) * 2), ColumnRole.IDENTIFIER, "reason.person_name"),
        (text("order_ref", strings("O{}", 250) * 2), ColumnRole.IDENTIFIER, "reason.id_name"),
        (
            text("said", strings("the {} people here are very friendly", 250) * 2),
            ColumnRole.TEXT,
            "reason.free_text",
        ),
        (text("at", [f"{i % 24:02d}:{i % 60:02d}" for i in range(ROWS)]), ColumnRole.DESCRIBE, "reason.time"),
        (text("town", strings("t{}", 250) * 2), ColumnRole.DESCRIBE, "reason.many_levels"),
        (text("town", strings("t{}", 20) * 25), ColumnRole.CATEGORY, ""),
        # 19 towns with 25 customers (475 of 500) and 25 with one: the commonest 20 hold 95 %.
        (
            text("town", strings("t{}", 19) * 25 + strings("z{}", 25)),
            ColumnRole.CATEGORY,
            "reason.grouped_levels",
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Column) else None,
)
def test_that_columns_get_their_roles(column: Column, role: ColumnRole, reason: str) -> None:
    assert guess(column) == (role, reason)


def test_that_a_limit_grows_with_small_tables() -> None:
    # 5 % of the rows, at least 8, at most 20.
    assert [level_limit(n) for n in (10, 50, 160, 200, 399, 400, 10**6)] == [8, 8, 8, 10, 19, 20, 20]


def summaries(*columns: Column) -> dict[str, ColumnSummary]:
    return {s.name: s for s in summarise_columns(table(*columns))}


def test_that_the_later_of_two_copies_only_describes() -> None:
    found = summaries(
        number("net", NOISE), number("gross", -1.19 * NOISE + 3), number("age", RNG.normal(size=ROWS))
    )
    assert found["net"].role is ColumnRole.MEASURE
    assert found["gross"].role is ColumnRole.DESCRIBE
    assert found["gross"].reason is not None
    assert found["gross"].reason.facts == {"of": "net"}
    assert found["age"].role is ColumnRole.MEASURE


def test_that_copies_are_found_despite_blanks() -> None:
    gross = 1.19 * NOISE
    gross[::3] = np.nan
    assert summaries(number("net", NOISE), number("gross", gross))["gross"].role is ColumnRole.DESCRIBE


def test_that_levels_under_other_names_are_a_copy() -> None:
    towns, codes = ["Bole", "Jimma", "Mekelle"], ["A", "B", "C"]
    picks = RNG.integers(0, 3, ROWS)
    found = summaries(
        text("town", [towns[i] for i in picks]),
        text("branch", [codes[i] for i in picks]),
        text("tier", [codes[i] for i in RNG.integers(0, 3, ROWS)]),
    )
    assert found["branch"].role is ColumnRole.DESCRIBE
    assert found["tier"].role is ColumnRole.CATEGORY


def test_that_examples_are_the_commonest_as_the_file_shows_them() -> None:
    found = summaries(
        number("n", [5, 5, 2.5, np.nan]),
        text("t", ["b", "a", "a", ""]),
        date("d", ["2020-01-02", "2020-01-02", "2020-01-03T04:05:06", "NaT"]),
        number("u", [30, 10, 20, 15]),
    )
    assert found["n"].examples == ("5", "2.5")
    assert found["t"].examples == ("a", "b")
    assert found["d"].examples == ("2020-01-02", "2020-01-03 04:05:06")
    assert found["u"].examples == ("30", "10", "20")  # none comes twice: the first rows
    assert (found["n"].missing, found["n"].distinct) == (1, 2)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(5.0, "5"), (-3.0, "-3"), (0.1, "0.1"), (0.7913287771988531, "0.7913287771988531"), (1e300, "1e+300")],
)
def test_that_numbers_are_shown_in_their_fewest_digits(value: float, shown: str) -> None:
    assert number_text(value) == shown


def test_that_a_histogram_counts_every_value_and_tames_outliers() -> None:
    counts = summaries(number("x", [*range(1200), 1e9]))["x"].histogram
    # 1,201 values; the 99th percentile is about 1,188, so each of 12 bins holds about a hundred.
    assert len(counts) == 12
    assert sum(counts) == 1201
    assert max(counts) < 130


def test_that_histograms_hold_for_text_constants_and_extremes() -> None:
    found = summaries(
        text("t", ["a", "b", "a"]),
        number("c", [7, 7, 7]),
        number("huge", [-1.7e308, 0, 1.7e308]),
        number("empty", [np.nan] * 3),
    )
    assert found["t"].histogram == (2, 1)
    assert found["c"].histogram == (3,)
    assert found["huge"].histogram == (1, 1, 1)
    assert found["empty"].histogram == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("customerID", True),
        ("customer_id", True),
        ("CUSTOMERID", True),
        ("Kundennummer", True),
        ("InvoiceNo", True),
        ("የደንበኛ መለያ", True),
        ("NumStorePurchases", False),
        ("No of children", False),
        ("paid", False),
        ("annual_income", False),
        ("#", False),
    ],
)
def test_that_names_tell_identifiers(name: str, expected: bool) -> None:
    assert names_identifier(name) is expected


def test_that_names_are_cut_into_words() -> None:
    assert words("customerID") == ("customer", "id")
    assert words("Tax 5%") == ("tax", "5")
    assert words("MntWines") == ("mnt", "wines")


@given(st.lists(st.floats(allow_infinity=False) | st.integers(-3, 3).map(float), min_size=2, max_size=60))
def test_that_any_numbers_are_summarised(values: list[float]) -> None:
    summary = summarise_columns(table(number("x", values)))[0]
    known = [v for v in values if v == v]
    assert sum(summary.histogram) == len(known)
    assert summary.missing == len(values) - len(known)
    assert summary.distinct == len(set(known))
