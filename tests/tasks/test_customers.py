"""A dataset of sales becomes one of customers, and rows become a file that spreadsheets read."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdesk.errors import InputError, StoreError
from segdesk.model.events import Progress
from segdesk.model.roles import ColumnRole
from segdesk.model.transactions import SaleColumns
from segdesk.store import catalogue
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.tasks.customers import make_customers, write_rows
from segdesk.tasks.import_file import import_file
from tests.tasks.reporting import quiet


def imported(database: Path, header: str, lines: list[str]) -> int:
    source = database.parent / "till.csv"
    source.write_text(header + "\n" + "\n".join(lines) + "\n")
    return import_file(quiet, database=database, source=source)


@pytest.fixture
def sales(database: Path) -> int:
    lines = [f"{100 + i},{('K1', 'K2')[i % 2]},2024-03-0{1 + i},{10 * (i + 1)}.5" for i in range(6)]
    return imported(database, "invoice_no,customer_id,date,amount", lines)


def test_that_customers_are_saved_with_their_roles_notes_and_receipt(database: Path, sales: int) -> None:
    heard: list[Progress] = []
    made = make_customers(heard.append, database=database, dataset_id=sales, name="March")
    with opened(database, "read") as connection:
        source, info = (catalogue.dataset(connection, number) for number in (sales, made))
        roles = {column.name: column.role for column in catalogue.columns(connection, made)}
        reading = catalogue.reading(connection, made)
        table = read_table(connection, made)
    assert (info.name, info.rows, info.original_path) == ("March", 2, source.original_path)
    assert roles["customer_id"] is ColumnRole.IDENTIFIER
    assert roles["rfm_segment"] is ColumnRole.DESCRIBE
    assert [note.code for note in info.notes] == ["rfm.last_day", "rfm.frequency_invoices"]
    assert reading is not None
    assert reading.receipt is not None
    assert (reading.looks_like, reading.receipt.lines) == ("customers", 6)
    assert table.column("monetary").values.tolist() == [10.5 + 30.5 + 50.5, 20.5 + 40.5 + 60.5]
    shares = [progress.share for progress in heard]
    assert shares == sorted(shares)
    assert shares[-1] == 1


@pytest.mark.parametrize(
    ("header", "line", "code"),
    [
        ("customer_id,age,spend", "K{i},{i},7.5", "rfm.not_sales"),
        ("invoice_no,date,quantity,price", "{i},2024-03-0{i},2,7.{i}", "rfm.no_customer"),
        ("customer_id,item,amount", "K{half},x{i},7.{i}", "rfm.no_date"),
        ("customer_id,date,item", "K{half},2024-03-0{i},x{i}", "rfm.no_amount"),
    ],
)
def test_that_what_cannot_become_customers_says_why(
    database: Path, header: str, line: str, code: str
) -> None:
    dataset_id = imported(database, header, [line.format(i=i, half=i // 4) for i in range(1, 9)])
    with pytest.raises(InputError) as caught:
        make_customers(quiet, database=database, dataset_id=dataset_id, name="x")
    assert caught.value.code == code
    with opened(database, "read") as connection:
        assert len(catalogue.datasets(connection)) == 1


def test_that_chosen_columns_stand_above_what_was_found_and_are_kept(database: Path) -> None:
    lines = [f"{1 + i // 2},{'ABC'[i // 2]},W{i % 2},2024-03-0{1 + i},{10 + i},{5 + i}" for i in range(6)]
    till = imported(database, "invoice_no,customer_id,waiter,date,amount,tip", lines)
    said = SaleColumns(customer="waiter", amount="tip")
    made = make_customers(quiet, database=database, dataset_id=till, name="Waiters", columns=said)
    with opened(database, "read") as connection:
        reading = catalogue.reading(connection, made)
        table = read_table(connection, made)
    # W0 has 5 + 7 + 9, W1 has 6 + 8 + 10.
    assert table.column("waiter").levels == ("W0", "W1")
    assert table.column("monetary").values.tolist() == [21, 24]
    # Next month is added up the same way, whatever its columns look like then.
    assert reading is not None
    assert reading.choices.sales == SaleColumns("waiter", "date", "tip", "", "", "invoice_no", "", "", "")


def test_that_lines_left_out_are_named(database: Path) -> None:
    lines = [f"{i},{'' if i in (2, 4) else 'K1' if i % 2 else 'K2'},2024-03-0{i},{i}.5" for i in range(1, 8)]
    till = imported(database, "invoice_no,customer_id,date,amount", lines)
    made = make_customers(quiet, database=database, dataset_id=till, name="x")
    with opened(database, "read") as connection:
        reading = catalogue.reading(connection, made)
    assert reading is not None
    assert reading.receipt is not None
    # The headings are line 1 of the file, so sale 2 is line 3.
    assert [(out.count, out.lines) for out in reading.receipt.left_out] == [(2, (3, 5))]


def test_that_sales_keep_why_they_cannot_become_customers(database: Path) -> None:
    lines = [f"{i},2024-03-0{i},2,7.{i}" for i in range(1, 9)]
    till = imported(database, "invoice_no,date,quantity,price", lines)
    with opened(database, "read") as connection:
        reading = catalogue.reading(connection, till)
    assert reading is not None
    assert reading.receipt is not None
    sales = reading.receipt.sales
    assert sales is not None
    assert (sales.columns, sales.reason.code, sales.found.date) == (None, "rfm.no_customer", "date")


def test_that_a_file_that_cannot_be_written_leaves_nothing(database: Path, sales: int) -> None:
    folder = database.parent / "folder"
    folder.mkdir()
    for path in (folder, database / "below_a_file.csv"):
        with pytest.raises(StoreError) as caught:
            write_rows(quiet, database=database, dataset_id=sales, path=path)
        assert caught.value.code == "export.cannot_write"
    assert list(folder.iterdir()) == []
    assert [path.name for path in database.parent.iterdir() if "unfinished" in path.name] == []
