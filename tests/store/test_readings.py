"""How a file was read is kept with its dataset, and databases from before that still open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from segdesk.model.changes import Change, ChangeKind, Suggestion
from segdesk.model.notes import Note
from segdesk.model.reading import (
    ColumnTotal,
    Dialect,
    Guess,
    LeftOut,
    Reading,
    ReadingChoices,
    Receipt,
)
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Table
from segdesk.model.transactions import LooksLike, SaleColumns, TransactionColumns
from segdesk.store import catalogue, datasets, db, schema
from segdesk.store.db import opened
from tests.store import examples

DIALECT = Dialect(
    encoding="utf-16-le",
    delimiter=";",
    quotechar='"',
    decimal=",",
    thousands="\u202f",
    header_row=4,
    guesses=(Guess("decimal", ("spend",), (("0,435", "0.435"),)),),
)
RECEIPT = Receipt(
    lines=12,
    rows=8,
    left_out=(LeftOut(Note("note.total_row"), 1, (12,)),),
    duplicates=1,
    blanks=3,
    first_date="2024-01-31",
    last_date="",
    totals=(ColumnTotal("spend", 1234.5, "ETB"),),
)

SOLD = TransactionColumns("Kunde", "Datum", amount="Betrag")
ASIDE = Change(ChangeKind.SET_ASIDE, ("age",), high=89.5)
FOLD = Change(ChangeKind.FOLD, ("tier",), levels=(("gold", "Gold"), ("GOLD", "Gold")))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "segdesk.sqlite"


def save(connection: sqlite3.Connection, reading: Reading | None) -> int:
    table = Table((examples.number("age", [1, 2]),))
    summary = ColumnSummary("age", Kind.NUMBER, ColumnRole.MEASURE, None, 0, 2, (), ())
    return datasets.save_dataset(
        connection,
        table,
        (summary,),
        name="a.csv",
        original_path="/a.csv",
        sha256="",
        imported_at=examples.NOON,
        reading=reading,
    )


@pytest.mark.parametrize(
    "reading",
    [
        Reading(ReadingChoices(), DIALECT, RECEIPT),
        Reading(ReadingChoices(decimal=",", dayfirst=False, ethiopian_dates=("joined",)), DIALECT, RECEIPT),
        Reading(ReadingChoices(sheet="Customers", header_row=0), None, None, "transactions"),
        Reading(ReadingChoices(changes=()), DIALECT, RECEIPT),
        Reading(
            ReadingChoices(sales=SaleColumns(customer="Kunde", category="")),
            DIALECT,
            replace(RECEIPT, sales=LooksLike("transactions", SOLD, Note("rfm.chosen"), SaleColumns("Kunde"))),
            "transactions",
        ),
        Reading(
            ReadingChoices(),
            DIALECT,
            replace(RECEIPT, sales=LooksLike("transactions", None, Note("rfm.no_customer"))),
            "transactions",
        ),
        Reading(
            ReadingChoices(changes=(FOLD, ASIDE)),
            DIALECT,
            RECEIPT,
            suggestions=(
                Suggestion(FOLD, Note("tidy.fold", {"column": "tier"}), is_safe=True, is_applied=True),
                Suggestion(ASIDE, Note("tidy.above", {"count": 2}), is_safe=False),
            ),
        ),
    ],
)
def test_that_a_reading_comes_back_as_it_was(path: Path, reading: Reading) -> None:
    with opened(path, "write") as connection:
        dataset_id = save(connection, reading)
        assert catalogue.reading(connection, dataset_id) == reading


def test_that_a_reading_of_before_sales_columns_still_opens(path: Path) -> None:
    with opened(path, "write") as connection:
        dataset_id = save(connection, Reading(ReadingChoices(decimal=","), DIALECT, RECEIPT, "transactions"))
        for column in ("choices", "receipt"):
            query = f"UPDATE dataset_readings SET {column} = json_remove({column}, '$.sales')"
            assert connection.execute(query).rowcount == 1
        reading = catalogue.reading(connection, dataset_id)
    assert reading == Reading(ReadingChoices(decimal=","), DIALECT, RECEIPT, "transactions")


def test_that_a_dataset_without_a_reading_says_so(path: Path) -> None:
    with opened(path, "write") as connection:
        assert catalogue.reading(connection, save(connection, None)) is None


def test_that_a_reading_goes_with_its_dataset(path: Path) -> None:
    with opened(path, "write") as connection:
        dataset_id = save(connection, Reading(ReadingChoices(), DIALECT, RECEIPT))
        catalogue.delete_dataset(connection, dataset_id)
        catalogue.purge(connection)
        assert connection.execute("SELECT count(*) FROM dataset_readings").fetchone() == (0,)


def test_that_a_database_of_the_first_version_keeps_its_datasets(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        schema.migrations.apply(Database(connection), stop_before="m002_readings")
        connection.execute(f"PRAGMA application_id = {db.APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute(
            "INSERT INTO datasets (name, original_path, sha256, rows, imported_at, warnings)"
            " VALUES ('old.csv', '', '', 0, '2026-01-01T00:00:00+00:00', '[]')"
        )
    with opened(path, "write") as connection:
        assert [info.name for info in catalogue.datasets(connection)] == ["old.csv"]
        assert catalogue.reading(connection, 1) is None
        assert catalogue.reading(connection, save(connection, Reading(ReadingChoices(), None, RECEIPT)))
