"""Which column is money, whose sales are whose, and what a purchase is worth."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from segdesk.engine.money import purchase, purchase_values, sales_by_segment, sales_column
from segdesk.engine.reading import read_table
from segdesk.engine.roles import summarise_columns
from segdesk.model.portrait import Basis
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from tests.engine.tables import number, table, text


def summary(name: str, role: ColumnRole = ColumnRole.MEASURE, kind: Kind = Kind.NUMBER) -> ColumnSummary:
    return ColumnSummary(name, kind, role, None, 0, 9, (), ())


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Amount", "Total_Amount"], "Total_Amount"),
        (["MonthlyCharges", "TotalCharges"], "TotalCharges"),
        (["monthly_spend"], "monthly_spend"),
        (["amount", "sales"], "sales"),
        (["frequency", "monetary", "average_basket"], "monetary"),
        (["Total", "Tax 5%"], "Total"),
        (["MntWines", "MntFruits"], None),
        (["MntWines"], "MntWines"),
        (["age", "income", "spending_score"], None),
        (["ጠቅላላ ሽያጭ"], "ጠቅላላ ሽያጭ"),
    ],
)
def test_that_names_say_which_column_is_the_money(names: list[str], found: str | None):
    assert sales_column([summary(name) for name in names]) == found


def test_that_ignored_columns_and_words_are_no_money():
    hidden = summary("sales", ColumnRole.IGNORED), summary("revenue", ColumnRole.CATEGORY, Kind.TEXT)
    assert sales_column(hidden) is None


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("Telco-Customer-Churn.csv", "TotalCharges"),
        ("SampleSuperstore.csv", "Sales"),
        ("bank-additional-full.csv", None),
        ("Mall_Customers.csv", None),
    ],
)
def test_that_real_files_have_their_money_found(shared_data: Path, file: str, found: str | None):
    assert sales_column(summarise_columns(read_table(shared_data / "customers" / file))) == found


def test_that_sales_are_shared_out_with_those_of_nobodys_segment():
    labels = np.array([0, 0, 1, -1, 1], np.int8)
    sums, shares = sales_by_segment(number("sales", [10, 30, np.nan, 40, 20]), labels, 2)
    assert sums.tolist() == [40, 20, 40]
    assert shares.tolist() == [0.4, 0.2, 0.4]


def test_that_shares_of_no_sales_at_all_are_unknown():
    _, shares = sales_by_segment(number("sales", [5, -5]), np.array([0, 1], np.int8), 2)
    assert all(math.isnan(share) for share in shares)


def test_that_a_basket_of_money_is_worth_what_it_says():
    customers = table(number("sales", [100, 200]), number("average_basket", [10, 20]))
    found = purchase_values(customers, [summary("sales"), summary("average_basket")], "sales")
    assert found is not None
    assert (found[0], found[1], found[2].tolist()) == (Basis.BASKET, ("average_basket",), [10, 20])


def test_that_sales_are_parted_by_purchases_and_none_is_unknown():
    customers = table(number("sales", [100, 200, 50]), number("orders", [4, 0, 2]))
    found = purchase_values(customers, [summary("sales"), summary("orders")], "sales")
    assert found is not None
    assert found[0] is Basis.PER_PURCHASE
    assert np.array_equal(found[2], [25, np.nan, 25], equal_nan=True)


def test_that_words_for_how_often_part_a_years_sales():
    customers = table(number("sales", [520, 120, 9, 9]), text("visits", ["Weekly", "monthly", "", "odd"]))
    uses = [summary("sales"), summary("visits", ColumnRole.CATEGORY, Kind.TEXT)]
    found = purchase_values(customers, uses, "sales")
    assert found is not None
    assert found[0] is Basis.PER_VISIT
    # 520 / 52 and 120 / 12.
    assert np.array_equal(found[2], [10, 10, np.nan, np.nan], equal_nan=True)


def test_that_without_money_or_visits_nothing_is_said():
    assert purchase_values(table(number("orders", [1])), [summary("orders")], None) is None
    assert purchase_values(table(number("sales", [1])), [summary("sales")], "sales") is None


def test_that_a_purchase_is_described_by_those_who_are_known():
    found = purchase(Basis.BASKET, ("basket",), np.array([1, 2, 3, 4, 5, np.nan]))
    assert found is not None
    # The variance of 1 … 5 is (4 + 1 + 0 + 1 + 4) / 4 = 2.5.
    assert (found.customers, found.mean, found.low, found.high) == (5, 3, 1, 5)
    assert found.deviation == pytest.approx(math.sqrt(2.5))
    assert purchase(Basis.BASKET, ("basket",), np.array([1.0, 2, 3, 4])) is None
