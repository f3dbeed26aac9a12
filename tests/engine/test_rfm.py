"""One row per customer: figures worked by hand, on a real file by pandas, and whatever the lines are."""

from __future__ import annotations

import dataclasses
import datetime
import statistics
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdesk.engine.reading import read_table
from segdesk.engine.rfm import CustomersTable, customers_from, recognise
from segdesk.engine.roles import summarise_columns
from segdesk.errors import InputError
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Table
from segdesk.model.transactions import TransactionColumns
from tests.engine.tables import date, number, table, text

COLUMNS = TransactionColumns(
    customer="customer",
    date="date",
    quantity="quantity",
    unit_price="price",
    invoice="invoice",
    category="category",
)
EPOCH = datetime.date(1970, 1, 1)


class Line(NamedTuple):
    """One line of a till roll; ``day`` counts from January 2024, 0 is blank."""

    invoice: str
    customer: str
    day: int
    quantity: float
    price: float
    category: str = "Food"

    @property
    def date(self) -> datetime.date:
        return datetime.date(2023, 12, 31) + datetime.timedelta(self.day)


# Abebe buys on 1, 5, 11 and 31 January, and brings one thing back; Hana buys once.
ROLL = (
    Line("1001", "Abebe", 1, 2, 10.0),
    Line("1001", "Abebe", 1, 1, 5.0, "Drinks"),
    Line("1002", "Hana", 5, 3, 10.0),
    Line("1003", "Abebe", 5, 1, 15.0),
    Line("1004", "Abebe", 11, 4, 5.0, "Drinks"),
    Line("C1005", "Abebe", 12, -1, 12.0),
    Line("1006", "Abebe", 31, 1, 20.0),
    Line("1007", "", 33, 1, 100.0),
)


def sales(lines: list[Line] | tuple[Line, ...], **more: list[str]) -> Table:
    return table(
        text("invoice", [line.invoice for line in lines]),
        text("customer", [line.customer for line in lines]),
        date("date", [line.date.isoformat() if line.day else "NaT" for line in lines]),
        number("quantity", [line.quantity for line in lines]),
        number("price", [line.price for line in lines]),
        text("category", [line.category for line in lines]),
        *(text(name, values) for name, values in more.items()),
    )


def figures(made: CustomersTable, row: int) -> dict[str, object]:
    """Give a customer's row as Python values, text as text and dates as ISO days."""
    found: dict[str, object] = {}
    for column in made.table.columns:
        value = column.values[row]
        if column.levels:
            found[column.name] = column.levels[value]
        else:
            is_date = column.values.dtype.kind == "M"
            found[column.name] = str(value.astype("datetime64[D]")) if is_date else float(value)
    return found


def picked(made: CustomersTable, row: int, *names: str) -> list[object]:
    found = figures(made, row)
    return [found[name] for name in names]


def notes(made: CustomersTable) -> dict[str, dict[str, object]]:
    return {note.code: dict(note.facts) for note in made.notes}


def test_that_two_customers_come_out_as_worked_by_hand():
    made = customers_from(sales(ROLL), COLUMNS)
    abebe, hana = figures(made, 0), figures(made, 1)
    # The file's last day is 2 February (day 33), a line without a customer.
    # Bought 20 + 5 + 15 + 20 + 20 = 80, brought back 12. Gaps: 4, 6, 20.
    assert {name: value for name, value in abebe.items() if not name.startswith("rfm")} == {
        "customer": "Abebe",
        "recency_days": 2,
        "frequency": 4,
        "monetary": 68,
        "average_basket": 20,
        "first_purchase": "2024-01-01",
        "last_purchase": "2024-01-31",
        "tenure_days": 32,
        "days_between_purchases": 10,
        "median_days_between_purchases": 6,
        "share_Food": 55 / 80,
        "share_Drinks": 25 / 80,
        "returns": 1,
        "returned_share": 12 / 80,
        "lines": 6,
    }
    assert (hana["recency_days"], hana["frequency"], hana["monetary"]) == (28, 1, 30)
    assert (hana["share_Food"], hana["share_Drinks"], hana["returned_share"]) == (1, 0, 0)
    assert np.isnan(hana["days_between_purchases"])  # type: ignore[call-overload]
    # Of two customers the better has half below: 1 + floor(5 × 1/2) = 3. Abebe is better in all three.
    assert (abebe["rfm_score"], abebe["rfm_segment"]) == ("333", "potential loyalists")
    assert (hana["rfm_score"], hana["rfm_segment"]) == ("111", "lost")


def test_that_every_rule_is_counted():
    made = customers_from(sales([*ROLL, ROLL[0], Line("1008", "Hana", 6, 1, 0.0)]), COLUMNS)
    assert notes(made) == {
        "rfm.last_day": {"date": "2024-02-02"},
        "rfm.frequency_invoices": {},
        "rfm.lines_without_customer": {"count": 1, "value": 100},
        "rfm.returns": {"count": 1, "value": 12},
        "rfm.lines_without_money": {"count": 1},
        "rfm.duplicate_lines": {"count": 1},
    }
    assert made.table.notes == made.notes
    receipt = made.table.receipt
    assert receipt is not None
    assert (receipt.lines, receipt.rows, receipt.duplicates) == (10, 2, 1)
    assert [(entry.reason.code, entry.count) for entry in receipt.left_out] == [
        ("rfm.lines_without_customer", 1)
    ]
    assert (receipt.first_date, receipt.last_date) == ("2024-01-01", "2024-01-31")
    assert receipt.totals[0].total == 68 + 30 + 20  # and Abebe's first line again
    # A gift on 6 January is a line, and no purchase.
    assert picked(made, 1, "frequency", "lines", "last_purchase") == [1, 2, "2024-01-05"]


def test_that_lines_of_one_day_are_a_purchase_where_there_are_no_invoices():
    lines = [Line("", "A", 1, 1, 5), Line("", "A", 1, 1, 5), Line("", "A", 3, 1, 5), Line("", "B", 3, 1, 5)]
    made = customers_from(sales(lines), dataclasses.replace(COLUMNS, invoice=None))
    assert [figures(made, row)["frequency"] for row in (0, 1)] == [2, 1]
    assert "rfm.frequency_days" in notes(made)
    # The same where the column is there and these lines have no number in it.
    with_one = customers_from(sales([*lines, Line("7", "B", 3, 1, 5)]), COLUMNS)
    assert [figures(with_one, row)["frequency"] for row in (0, 1)] == [2, 2]


def test_that_a_cancellation_counts_against_the_customer_whatever_its_sign():
    lines = [Line("1", "A", 1, 1, 50), Line("C2", "A", 2, 1, 20), Line("3", "B", 2, 1, 5)]
    made = customers_from(sales(lines), COLUMNS)
    assert picked(made, 0, "monetary", "frequency", "returns") == [30, 1, 1]


def test_that_a_c_before_every_number_is_no_cancellation():
    lines = [Line("C1", "A", 1, 1, 50), Line("C2", "A", 2, 1, 20), Line("C3", "B", 2, 1, 5)]
    made = customers_from(sales(lines), COLUMNS)
    assert picked(made, 0, "monetary", "frequency", "returns") == [70, 2, 0]


def test_that_an_amount_is_used_as_it_is_and_quantity_tells_its_sign():
    lines = [Line("1", "A", 1, 3, 50), Line("2", "A", 2, -1, 20), Line("3", "B", 2, 1, 5)]
    columns = dataclasses.replace(COLUMNS, amount="price", unit_price=None)
    made = customers_from(sales(lines), columns)
    assert [figures(made, row)["monetary"] for row in (0, 1)] == [50 - 20, 5]


def test_that_only_the_commonest_currency_is_added_up():
    lines = [Line(str(i), "AB"[i % 2], 1 + i, 1, 10) for i in range(6)]
    made = customers_from(
        sales(lines, currency=["ETB", "ETB", "USD", "ETB", "", "EUR"]),
        dataclasses.replace(COLUMNS, currency="currency"),
    )
    # A has lines 0, 2 (USD), 4 (none: taken for the main one); B has 1, 3, 5 (EUR).
    assert [figures(made, row)["monetary"] for row in (0, 1)] == [20, 20]
    assert notes(made)["rfm.other_currencies"] == {"count": 2, "currency": "ETB", "others": "USD, EUR"}
    assert made.table.receipt is not None
    assert made.table.receipt.totals[0].currency == "ETB"


def test_that_a_cancelled_order_never_was_and_a_returned_one_leaves_no_money():
    lines = [Line(str(i), customer, 1 + i, 1, 10) for i, customer in enumerate("AAAABC")]
    status = ["Delivered", "Cancelled", "Returned", "Shipped", "Delivered", "cancelled"]
    made = customers_from(
        sales(lines, status=status), dataclasses.replace(COLUMNS, status="status", category=None)
    )
    assert made.table.rows == 2  # C cancelled all there was
    assert picked(made, 0, "monetary", "frequency", "returns") == [20, 3, 1]
    assert notes(made)["rfm.cancelled_orders"] == {"count": 2}
    assert notes(made)["rfm.customers_without_lines"] == {"count": 1}


def test_that_lines_without_a_date_or_an_amount_or_with_a_stand_in_are_left_out():
    lines = [
        ROLL[0]._replace(day=0),
        *ROLL[1:],
        Line("1", "Guest", 3, 1, 1),
        Line("2", "Walk-in customer", 3, 1, 1),
        Line("3", "Hana", 3, float("nan"), 1),
    ]
    made = customers_from(sales(lines), COLUMNS)
    assert made.table.rows == 2
    assert notes(made)["rfm.lines_without_customer"] == {"count": 3, "value": 102}
    assert notes(made)["rfm.lines_without_date"] == {"count": 1}
    assert notes(made)["rfm.lines_without_amount"] == {"count": 1}
    assert figures(made, 0)["first_purchase"] == "2024-01-01"  # Abebe's second line of that day


def test_that_who_only_returned_has_a_row_and_no_basket():
    made = customers_from(sales([*ROLL, Line("C9", "Sara", 9, -2, 5)]), COLUMNS)
    names = ("frequency", "monetary", "returned_share", "recency_days", "last_purchase")
    assert picked(made, 2, *names) == [0, -10, 1, 24, "2024-01-09"]
    nothing = picked(made, 2, "average_basket", "share_Food", "share_Drinks")
    assert [str(value) for value in nothing] == ["nan"] * 3
    assert notes(made)["rfm.bought_nothing"] == {"count": 1}


def test_that_many_categories_keep_the_eight_that_bring_most():
    names = [f"c{i}" for i in range(10)]
    lines = [Line(str(i), "AB"[i % 2], 1, 1, 10 - i, name) for i, name in enumerate(names)]
    lines.append(Line("99", "A", 1, 1, 30, "Other"))
    made = customers_from(sales(lines), COLUMNS)
    shares = [c.name for c in made.table.columns if c.name.startswith("share_")]
    assert shares == [f"share_c{i}" for i in range(8)] + ["share_other"]
    # A bought c0, c2, c4, c6, c8 for 10 + 8 + 6 + 4 + 2 = 30, and "Other" for 30.
    assert figures(made, 0)["share_other"] == pytest.approx(32 / 60)
    assert notes(made)["rfm.categories"] == {"kept": 8, "all": 10}


def test_that_too_few_customers_are_refused():
    with pytest.raises(InputError) as caught:
        customers_from(sales(ROLL[:2]), COLUMNS)
    assert caught.value.code == "rfm.too_few_customers"
    nobody = [line._replace(customer="") for line in ROLL]
    with pytest.raises(InputError) as caught:
        customers_from(sales(nobody), COLUMNS)
    assert caught.value.facts == {"customers": 0, "lines": 8}


def test_that_columns_without_money_are_refused():
    with pytest.raises(InputError) as caught:
        customers_from(sales(ROLL), TransactionColumns("customer", "date", quantity="quantity"))
    assert caught.value.code == "rfm.no_amount"


def test_that_scores_and_dates_describe_and_measures_make_segments():
    lines = [
        Line(str(i), f"k{i % 40}", 1 + i * i % 300, 1 + i % 4, 5 + i % 7, ("Food", "Drinks", "Soap")[i % 3])
        for i in range(400)
    ]
    roles = {s.name: s.role for s in customers_from(sales(lines), COLUMNS).summaries}
    assert roles["customer"] is ColumnRole.IDENTIFIER
    assert {roles[f"rfm_{name}"] for name in ("r", "f", "m", "score", "segment")} <= {
        ColumnRole.DESCRIBE,
        ColumnRole.IGNORED,
    }
    assert roles["rfm_segment"] is ColumnRole.DESCRIBE
    assert roles["first_purchase"] is roles["last_purchase"] is ColumnRole.DATE
    assert roles["recency_days"] is roles["monetary"] is roles["share_Food"] is ColumnRole.MEASURE
    assert roles["lines"] in (ColumnRole.DESCRIBE, ColumnRole.IGNORED)


def test_that_few_whole_figures_are_still_measures():
    # Everybody buys once or twice: two values, which in a customer file would be a category.
    lines = [Line(str(i), f"k{i % 30}", 1 + i % 17, 1, 5.5 + i % 9) for i in range(45)]
    roles = {s.name: s.role for s in customers_from(sales(lines), COLUMNS).summaries}
    assert roles["frequency"] is ColumnRole.MEASURE


def test_that_the_german_shop_agrees_with_pandas(shared_data: Path):
    path = shared_data / "transactions" / "online_retail_germany.csv"
    found = read_table(path)
    columns = recognise(found, summarise_columns(found))
    assert columns is not None
    made = customers_from(found, columns).table

    file = pd.read_csv(path, encoding="utf-8-sig", dtype={"InvoiceNo": str})
    file["day"] = pd.to_datetime(file["InvoiceDate"], format="%m/%d/%Y %H:%M").dt.normalize()
    file["money"] = file["Quantity"] * file["UnitPrice"]
    bought = file[~file["InvoiceNo"].str.startswith("C") & (file["money"] > 0)].groupby("CustomerID")
    everybody = file.groupby("CustomerID", sort=False)
    expected = pd.DataFrame({"monetary": everybody["money"].sum(), "last": everybody["day"].max()})
    expected["last"] = bought["day"].max().reindex(expected.index).fillna(expected["last"])
    expected["recency"] = (file["day"].max() - expected["last"]).dt.days
    expected["frequency"] = bought["InvoiceNo"].nunique().reindex(expected.index).fillna(0)

    assert made.rows == file["CustomerID"].nunique() == 95
    assert made.column("CustomerID").values.tolist() == expected.index.tolist()
    assert made.column("recency_days").values.tolist() == expected["recency"].tolist()
    assert made.column("frequency").values.tolist() == expected["frequency"].tolist()
    np.testing.assert_allclose(made.column("monetary").values, expected["monetary"], rtol=0, atol=1e-6)


LINES = st.lists(
    st.builds(
        Line,
        invoice=st.sampled_from(["", "1", "2", "3", "4", "C5", "C6"]),
        customer=st.sampled_from(["", "A", "B", "C", "D"]),
        day=st.integers(1, 400),
        quantity=st.integers(-3, 9).map(float),
        price=st.integers(0, 40).map(lambda quarters: quarters / 4),
        category=st.sampled_from(["", "Food", "Drinks", "Soap"]),
    ),
    min_size=2,
    max_size=40,
)


def is_bought(line: Line) -> bool:
    return line.quantity > 0 and line.price > 0 and not is_cancelled(line)


def is_cancelled(line: Line) -> bool:
    return line.invoice.startswith("C")


@given(lines=LINES)
def test_that_any_lines_add_up(lines: list[Line]):
    # More plain numbers than cancellations, so that "C" means one.
    whole = [
        *lines,
        *(Line(str(n), customer, 7, 1, 1.0) for n, customer in ((101, "A"), (102, "B"), (103, "A"))),
    ]
    made = customers_from(sales(whole), COLUMNS)
    people = list(dict.fromkeys(line.customer for line in whole if line.customer))
    last = max(line.date for line in whole)
    assert list(made.table.column("customer").levels) == people
    for row, person in enumerate(people):
        own = [line for line in whole if line.customer == person]
        bought = [line for line in own if is_bought(line)]
        spent = sum(line.quantity * line.price for line in bought)
        back = sum(abs(line.quantity * line.price) for line in own if line.quantity < 0 or is_cancelled(line))
        days = sorted({line.date for line in bought or own})
        gaps = [(later - day).days for day, later in pairwise(days)]
        found = figures(made, row)
        assert found["monetary"] == spent - back
        assert found["frequency"] == len({line.invoice or line.date for line in bought})
        assert found["recency_days"] == (last - days[-1]).days
        assert found["tenure_days"] == (last - days[0]).days
        assert found["lines"] == len(own)
        for name, mean in (
            ("days_between_purchases", statistics.mean),
            ("median_days_between_purchases", statistics.median),
        ):
            assert found[name] == pytest.approx(mean(gaps) if gaps else np.nan, nan_ok=True)
        shares = [value for name, value in found.items() if name.startswith("share_")]
        assert sum(shares) == pytest.approx(1.0 if spent else np.nan, nan_ok=True)  # type: ignore[arg-type]
        assert 0 <= found["returned_share"] <= 1  # type: ignore[operator]


@given(lines=LINES)
def test_that_the_money_of_all_customers_is_that_of_their_lines(lines: list[Line]):
    plain = [line._replace(invoice=line.invoice.replace("C", "9")) for line in lines]
    whole = [*plain, Line("101", "A", 7, 1, 1.0), Line("102", "B", 8, 1, 1.0)]
    made = customers_from(sales(whole), COLUMNS)
    expected = sum(line.quantity * line.price for line in whole if line.customer)
    assert made.table.column("monetary").values.sum() == expected
    recency = made.table.column("recency_days").values
    assert recency.min() >= 0
    with_customer = [line for line in whole if line.customer and is_bought(line)]
    if max(whole, key=lambda line: line.day).day == max(line.day for line in with_customer):
        assert recency.min() == 0
