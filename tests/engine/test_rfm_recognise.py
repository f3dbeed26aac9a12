"""Sales or customers? By names in several languages and by what is in the columns."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from segdesk.engine.reading import read_table
from segdesk.engine.rfm import looks_like, ranks, recognise
from segdesk.engine.roles import summarise_columns
from segdesk.errors import InputError
from segdesk.model.table import Column, Table
from segdesk.model.transactions import LooksLike, SaleColumns, TransactionColumns
from tests.engine.tables import date, number, table, text

ROWS = 60


def look(*columns: Column) -> LooksLike:
    whole = table(*columns)
    return looks_like(whole, summarise_columns(whole))


def ids(name: str, people: int) -> Column:
    return text(name, [f"K{i * 7 % people:03d}" for i in range(ROWS)])


def days(name: str, step: int = 3) -> Column:
    start = np.datetime64("2024-01-01")
    return date(name, [str(start + i * step % 300) for i in range(ROWS)])


def amounts(name: str) -> Column:
    return number(name, [3.5 + i * 11 % 37 for i in range(ROWS)])


def counts(name: str) -> Column:
    return number(name, [1 + i * 5 % 7 for i in range(ROWS)])


def invoices(name: str) -> Column:
    return text(name, [f"{5000 + i // 3}" for i in range(ROWS)])


def made(found: Table) -> TransactionColumns | None:
    return recognise(found, summarise_columns(found))


@pytest.mark.parametrize(
    ("customer", "day", "quantity", "price", "invoice"),
    [
        ("Customer ID", "Invoice Date", "Quantity", "Unit Price", "Invoice No"),
        ("customerid", "invoicedate", "qty", "unitprice", "invoiceno"),
        ("Kundennummer", "Rechnungsdatum", "Menge", "Einzelpreis", "Rechnungs-Nr."),
        ("Kunden-Nr", "Kaufdatum", "Stück", "Stückpreis", "Belegnummer"),
        ("N° client", "Date de facture", "Quantité", "Prix unitaire", "Numéro de facture"),
        ("yedenbegna kutir", "ken", "bizat", "waga", "yederesegn kutir"),
        ("የደንበኛ ቁጥር", "ቀን", "ብዛት", "ዋጋ", "የደረሰኝ ቁጥር"),
    ],
)
def test_that_sales_are_known_in_other_languages(
    customer: str, day: str, quantity: str, price: str, invoice: str
):
    found = look(ids(customer, 12), days(day), counts(quantity), amounts(price), invoices(invoice))
    assert found.kind == "transactions"
    assert found.columns == TransactionColumns(
        customer=customer, date=day, quantity=quantity, unit_price=price, invoice=invoice
    )
    assert found.reason.facts == {"customers": 12, "lines": ROWS}


def test_that_what_was_paid_beats_what_it_cost_before():
    columns = (ids("customer_id", 9), days("order_date"), counts("quantity"), amounts("price"))
    found = look(*columns, amounts("sales_amount"), number("final_amount", [float(i) for i in range(ROWS)]))
    assert found.columns is not None
    assert (found.columns.amount, found.columns.quantity, found.columns.unit_price) == (
        "final_amount",
        "quantity",
        None,
    )


def test_that_a_price_alone_is_the_amount():
    found = look(ids("client", 30), days("date"), amounts("price"))
    assert found.columns == TransactionColumns(customer="client", date="date", amount="price")


def test_that_an_invoices_total_on_each_of_its_lines_is_not_added_up():
    total = number("invoice_total", [100.0 + i // 3 for i in range(ROWS)])
    columns = (ids("customer_id", 9), days("date"), invoices("invoice_id"), total)
    with_lines = look(*columns, counts("quantity"), amounts("unit_price"))
    assert with_lines.columns is not None
    assert (with_lines.columns.amount, with_lines.columns.unit_price) == (None, "unit_price")
    assert look(*columns).columns is not None  # the best there is


def test_that_days_of_birth_joining_and_delivery_are_not_those_of_sales():
    columns = (ids("customer_id", 12), amounts("amount"))
    found = look(
        *columns, days("birth_date"), days("join_date"), days("delivery_date"), days("order_date", 5)
    )
    assert found.columns is not None
    assert found.columns.date == "order_date"
    only = look(*columns, days("delivery_date", 5))
    assert only.columns is not None
    assert only.columns.date == "delivery_date"


def test_that_a_date_that_never_changes_for_a_customer_is_not_that_of_sales():
    person = np.array([i * 7 % 12 for i in range(ROWS)])
    start = np.datetime64("2020-01-01")
    same = date("date", [str(start + int(p) * 11) for p in person])
    found = look(ids("customer_id", 12), same, days("moment"), amounts("amount"))
    assert found.columns is not None
    assert found.columns.date == "moment"


def test_that_category_currency_and_status_are_found():
    status = text("order_status", ["Delivered", "Cancelled", "Delivered"] * (ROWS // 3))
    found = look(
        ids("customer_id", 12),
        days("date"),
        amounts("amount"),
        text("Sub-Category", ["Tea", "Coffee", "Milk"] * (ROWS // 3)),
        text("Category", ["Food", "Drinks", "Soap"] * (ROWS // 3)),
        text("Currency", ["ETB", "ETB", "USD"] * (ROWS // 3)),
        status,
    )
    assert found.columns is not None
    assert dataclasses.astuple(found.columns)[-3:] == ("Category", "Currency", "order_status")
    calm = look(
        ids("customer_id", 12), days("date"), amounts("amount"), text("status", ["a", "b"] * (ROWS // 2))
    )
    assert calm.columns is not None
    assert calm.columns.status is None  # it says nothing about what was cancelled


def test_that_sales_that_lack_something_say_what():
    day, money, person = days("date"), amounts("amount"), ids("customer_id", 12)
    assert look(day, counts("quantity"), amounts("price")).reason.code == "rfm.no_customer"
    assert look(day, money, invoices("invoice")).reason.code == "rfm.no_customer"
    assert look(person, money, counts("quantity")).reason.code == "rfm.no_date"
    assert look(person, day, text("item", ["tea", "milk"] * (ROWS // 2))).reason.code == "rfm.no_amount"
    for lacking in ((day, money, invoices("invoice")), (person, money)):
        assert look(*lacking).kind == "transactions"
        assert look(*lacking).columns is None


def test_that_a_customer_list_stays_one():
    person = text("customer_id", [f"K{i:03d}" for i in range(ROWS)])
    assert look(person, days("last_purchase_date"), amounts("total_spend")).kind == "customers"
    assert look(person, days("date"), amounts("amount")).reason.code == "rfm.one_row_each"
    twice = text("customer_id", [f"K{max(i, 2):03d}" for i in range(ROWS)])  # two people came twice
    assert look(twice, days("date"), amounts("amount")).kind == "customers"
    assert look(ids("customer_id", 12), days("joined"), amounts("income")).kind == "customers"
    kinds = text("Customer", ["new", "old"] * (ROWS // 2))
    assert look(kinds, days("date"), amounts("amount")).reason.code == "rfm.no_sales"


def test_that_an_invoice_number_makes_sales_of_customers_who_came_once():
    person = text("customer_id", [f"K{i:03d}" for i in range(ROWS)])
    found = look(person, days("invoice_date"), amounts("amount"), invoices("invoice_no"))
    assert (found.kind, found.reason.code) == ("transactions", "rfm.invoices")
    assert found.columns is not None


def test_that_customers_without_a_number_go_by_name_or_contact():
    found = look(ids("Customer Name", 12), days("date"), amounts("amount"))
    assert found.columns is not None
    assert found.columns.customer == "Customer Name"
    mail = text("contact", [f"p{i * 7 % 12}@example.com" for i in range(ROWS)])
    found = look(mail, days("date"), amounts("amount"))
    assert found.columns is not None
    assert found.columns.customer == "contact"


def test_that_one_id_for_each_order_gives_way_to_the_one_for_each_person():
    each = text("customer_id", [f"o{i}" for i in range(ROWS)])
    found = look(each, ids("customer_unique_id", 12), days("order_date"), amounts("amount"))
    assert found.columns is not None
    assert found.columns.customer == "customer_unique_id"


@pytest.mark.parametrize(
    "name",
    [
        "Customer type",
        "customer_city",
        "CustomerDOB",
        "customer_zip_code_prefix",
        "num_customers",
        "Member since",
    ],
)
def test_that_what_is_said_of_customers_is_not_their_number(name: str):
    assert ranks.customer(name) == 0


@pytest.mark.parametrize(
    "name",
    [
        "Tax 5%",
        "gross income",
        "cogs",
        "Discount",
        "profit_amount",
        "CustAccountBalance",
        "Spending Score",
        "freight",
    ],
)
def test_that_taxes_profits_and_scores_are_not_what_was_spent(name: str):
    assert ranks.amount(name) == 0


def test_that_names_of_money_rank_by_how_sure_they_are_of_what_was_paid():
    names = ("Net Sales", "Total Amount", "Umsatz", "bezahlt", "Purchase", "Preis", "Cost")
    found = [ranks.amount(name) for name in names]
    assert found == sorted(found, reverse=True)
    assert found[-1] == 0
    assert len(set(found)) == len(names)


REAL = {
    "customers/SYNTHETIC_new_retail_data_schema.csv": (
        "Customer_ID",
        "Date",
        "Total_Amount",
        "Transaction_ID",
    ),
    "customers/panchanyam_retail_dataset.csv": ("customer_id", "order_date", "final_amount", "order_id"),
    "transactions/online_retail_germany.csv": ("CustomerID", "InvoiceDate", None, "InvoiceNo"),
}


@pytest.mark.parametrize("name", REAL)
def test_that_real_sales_are_known(shared_data: Path, name: str):
    columns = made(read_table(shared_data / name))
    assert columns is not None
    assert (columns.customer, columns.date, columns.amount, columns.invoice) == REAL[name]


def test_that_real_sales_without_customers_say_so(shared_data: Path):
    found = read_table(shared_data / "customers" / "supermarket_sales.csv")
    looks = looks_like(found, summarise_columns(found))
    assert (looks.kind, looks.columns, looks.reason.code) == ("transactions", None, "rfm.no_customer")
    assert (looks.found.date, looks.found.amount) == ("Date", "Total")


@pytest.mark.parametrize(
    "name",
    [
        "customers/smartcart_customers.csv",
        "customers/Mall_Customers.csv",
        "customers/Telco-Customer-Churn.csv",
        "customers/Wholesale_customers_clean.csv",
        "customers/marketing_data_country_BOM.csv",
        "customers/pycaret_jewellery.csv",
        "customers/bank-additional-full.csv",
        "ethiopia/ethiopian_supermarket_customers.csv",
    ],
)
def test_that_real_customer_files_stay_customers(shared_data: Path, name: str):
    found = read_table(shared_data / name)
    assert looks_like(found, summarise_columns(found)).kind == "customers"


def chosen(said: SaleColumns, *columns: Column) -> LooksLike:
    whole = table(*columns)
    return looks_like(whole, summarise_columns(whole), said)


# Nobody could guess who "wer" is; without more, these are sales without a customer number.
TILL = (ids("wer", 12), days("date"), counts("quantity"), amounts("unit_price"), amounts("net_total"))


def test_that_the_user_says_who_bought():
    assert look(*TILL).reason.code == "rfm.no_customer"
    found = chosen(SaleColumns(customer="wer"), *TILL)
    assert found.columns == TransactionColumns("wer", "date", amount="net_total", quantity="quantity")
    assert found.reason.code == "rfm.repeated"


def test_that_a_named_price_stands_above_an_amount_that_was_found():
    found = chosen(SaleColumns(customer="wer", unit_price="unit_price"), *TILL)
    assert found.columns == TransactionColumns("wer", "date", quantity="quantity", unit_price="unit_price")


def test_that_the_empty_name_is_no_column():
    found = chosen(SaleColumns(customer="wer", amount="", quantity=""), *TILL)
    # A price without a quantity is what was paid.
    assert found.columns == TransactionColumns("wer", "date", amount="unit_price")
    found = chosen(SaleColumns(customer="", amount="net_total"), *TILL)
    assert (found.kind, found.columns, found.reason.code) == ("transactions", None, "rfm.no_customer")
    assert found.found.date == "date"


def test_that_rows_are_sales_where_the_user_says_so():
    once = (text("who", [f"K{i}" for i in range(ROWS)]), days("paid on"), amounts("sum"))
    assert look(*once).kind == "customers"
    found = chosen(SaleColumns(customer="who", date="paid on", amount="sum"), *once)
    assert (found.kind, found.reason.code) == ("transactions", "rfm.chosen")
    assert found.columns == TransactionColumns("who", "paid on", amount="sum")
    found = chosen(SaleColumns(customer="who", date=""), *once)
    assert (found.columns, found.reason.code) == (None, "rfm.no_date")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (SaleColumns(customer="nobody"), "rfm.no_column"),
        (SaleColumns(date="wer"), "rfm.not_dates"),
        (SaleColumns(amount="wer"), "rfm.not_numbers"),
        (SaleColumns(category="quantity"), "rfm.not_words"),
    ],
)
def test_that_a_column_that_does_not_fit_is_refused(said: SaleColumns, code: str):
    with pytest.raises(InputError) as caught:
        chosen(said, *TILL)
    assert caught.value.code == code


def test_that_what_is_said_later_stands_above():
    before = SaleColumns(customer="a", date="d", amount="")
    assert SaleColumns(customer="b", amount="sum").over(before) == SaleColumns("b", "d", "sum")
    assert SaleColumns(date="").over(before) == SaleColumns("a", "", "")
