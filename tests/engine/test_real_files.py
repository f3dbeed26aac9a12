"""The real files in the shared data are read as what they are."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from segdesk.engine.reading import read_table
from segdesk.engine.roles import summarise_columns
from segdesk.errors import InputError
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Table

SUFFIXES = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".zip", ".json"}


def sum_of(table: Table, name: str) -> float:
    return float(np.nansum(table.column(name).values))


@pytest.mark.parametrize(
    ("name", "rows", "columns"),
    [
        # Rows and columns as data/README.md gives them.
        ("ethiopia/ethiopian_supermarket_customers.csv", 50, 8),
        ("customers/smartcart_customers.csv", 2240, 22),
        ("customers/marketing_data_country_BOM.csv", 2240, 28),
        ("customers/Mall_Customers.csv", 200, 5),
        ("customers/Wholesale_customers_clean.csv", 440, 8),
        ("customers/bank-additional-full.csv", 41188, 21),
        ("customers/Telco-Customer-Churn.csv", 7043, 21),
        ("customers/supermarket_sales.csv", 1000, 17),
        ("customers/SampleSuperstore.csv", 9994, 13),
        ("customers/SYNTHETIC_new_retail_data_schema.csv", 5490, 30),
        ("transactions/online_retail_germany.csv", 9495, 8),
        ("messy/realworld/AirQualityUCI.csv", 9357, 15),
    ],
)
def test_that_real_files_have_their_rows_and_columns(
    shared_data: Path, name: str, rows: int, columns: int
) -> None:
    table = read_table(shared_data / name)
    assert (table.rows, len(table.columns)) == (rows, columns)


def test_that_market_baskets_are_refused(shared_data: Path) -> None:
    with pytest.raises(InputError, match=r"file\.ragged"):
        read_table(shared_data / "transactions/Market_Basket_Optimisation.csv")


def test_that_derived_files_hold_the_truth(shared_data: Path) -> None:
    folder = shared_data / "messy/derived_with_truth"
    truth = json.loads((folder / "truth_public.json").read_text("utf-8"))
    for name, true in truth.items():
        if true["rows"] < 2:
            continue
        table = read_table(folder / name)
        assert table.rows == true["rows"], name
        if true["columns"]:
            assert [c.name for c in table.columns] == true["columns"], name
        if true["columns"] and "Spend" in true["columns"] and true["income_sum"] is not None:
            _check_amounts_and_dates(table, true, name)


@pytest.mark.parametrize(
    ("name", "code"),
    [("31_header_only.csv", "file.only_header"), ("33_one_row.csv", "file.too_few_rows")],
)
def test_that_files_without_customers_get_their_own_sentence(shared_data: Path, name: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_table(shared_data / "messy/derived_with_truth" / name)
    assert caught.value.code == code


def test_that_ragged_rows_of_the_derived_file_are_named(shared_data: Path) -> None:
    # The truth counts data rows from 1: rows 5 and 9 stand in lines 6 and 10, the blank row 20 in line 21.
    table = read_table(shared_data / "messy/derived_with_truth/17_ragged_rows.csv")
    note = next(n for n in table.notes if n.code == "note.ragged_rows")
    assert note.facts == {"count": 2, "short": 1, "long": 1, "lines": "6, 10"}
    assert table.receipt is not None
    assert [(left.reason.code, left.lines) for left in table.receipt.left_out] == [("note.blank_rows", (21,))]


def _check_amounts_and_dates(table: Table, true: dict[str, float | str], name: str) -> None:
    assert sum_of(table, "Income") == true["income_sum"], name
    assert table.column("Income").is_missing.sum() == true["income_missing"], name
    assert np.nanmax(table.column("Income").values) == true["income_max"], name
    assert sum_of(table, "Spend") == pytest.approx(true["spend_sum"], abs=1e-6), name
    days = table.column("Dt_Customer").values.astype("M8[D]")
    assert (str(days[0]), str(days.min()), str(days.max())) == (
        true["first_date"],
        true["date_min"],
        true["date_max"],
    ), name


def test_that_cards_and_postcodes_keep_every_digit(shared_data: Path) -> None:
    table = read_table(shared_data / "messy/derived_with_truth/27_constant_empty_longid_leadingzero.csv")
    card, code = table.column("LoyaltyCard"), table.column("Zip")
    assert card.levels[card.values[0]] == "1000000000000000"
    assert code.levels[code.values[1]] == "00037"


def test_that_every_messy_file_is_read_or_refused_with_a_sentence(shared_data: Path) -> None:
    paths = [p for p in sorted((shared_data / "messy").rglob("*")) if p.suffix.lower() in SUFFIXES]
    refused = {path: code for path in paths if (code := _refusal(path))}
    assert {code.partition(".")[0] for code in refused.values()} == {"file"}
    assert 0 < len(refused) < len(paths) / 2


def _refusal(path: Path) -> str:
    try:
        summarise_columns(read_table(path))
    except InputError as error:
        return error.code
    return ""


def roles(path: Path) -> dict[str, tuple[ColumnRole, str]]:
    return {s.name: (s.role, s.reason.code if s.reason else "") for s in summarise_columns(read_table(path))}


def test_that_the_supermarket_sample_gets_its_roles(shared_data: Path) -> None:
    found = roles(shared_data / "ethiopia/ethiopian_supermarket_customers.csv")
    assert found["customer_id"] == (ColumnRole.IDENTIFIER, "reason.row_number")
    # 49 different incomes among 50 customers are still amounts.
    assert found["annual_income"] == (ColumnRole.MEASURE, "")
    for name in ("gender", "region", "membership_tier", "visit_frequency"):
        assert found[name] == (ColumnRole.CATEGORY, "")


def test_that_smartcart_gets_its_roles(shared_data: Path) -> None:
    found = roles(shared_data / "customers/smartcart_customers.csv")
    assert found["ID"] == (ColumnRole.IDENTIFIER, "reason.unique")
    assert found["Dt_Customer"][0] is ColumnRole.DATE
    assert found["Kidhome"][0] is ColumnRole.MEASURE  # 0, 1, 2 children: a count
    assert found["Response"][0] is ColumnRole.CATEGORY
    assert found["MntWines"] == (ColumnRole.MEASURE, "reason.skewed")


def test_that_codes_and_amounts_are_told_apart(shared_data: Path) -> None:
    wholesale = roles(shared_data / "customers/Wholesale_customers_clean.csv")
    assert {wholesale["Channel"][0], wholesale["Region"][0]} == {ColumnRole.CATEGORY}
    sales = roles(shared_data / "customers/supermarket_sales.csv")
    assert sales["gross margin percentage"] == (ColumnRole.IGNORED, "reason.constant")
    assert sales["Total"] == (ColumnRole.DESCRIBE, "reason.near_copy")
    retail = roles(shared_data / "transactions/online_retail_germany.csv")
    for name in ("InvoiceNo", "StockCode", "CustomerID"):
        assert retail[name][0] is ColumnRole.IDENTIFIER


def test_that_people_stay_out(shared_data: Path) -> None:
    found = roles(shared_data / "customers/SYNTHETIC_new_retail_data_schema.csv")
    assert found["Email"] == (ColumnRole.IDENTIFIER, "reason.email")
    assert found["Name"] == (ColumnRole.IDENTIFIER, "reason.person_name")
    assert found["Zipcode"] == (ColumnRole.DESCRIBE, "reason.postcode")


def test_that_odd_blanks_are_numbers_with_blanks(shared_data: Path) -> None:
    charges = read_table(shared_data / "customers/Telco-Customer-Churn.csv").column("TotalCharges")
    assert charges.kind is Kind.NUMBER
    assert charges.is_missing.sum() == 11
