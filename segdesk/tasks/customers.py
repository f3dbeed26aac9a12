"""Customers out of sales: a dataset of transactions becomes one with a row per customer."""

from __future__ import annotations

import csv
import os
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from segdesk.engine.rfm import customers_from, looks_like
from segdesk.errors import InputError, StoreError
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.reading import Reading, ReadingChoices
from segdesk.model.transactions import NOTHING_SAID, SaleColumns, TransactionColumns
from segdesk.store import catalogue
from segdesk.store.datasets import read_table, rows, save_dataset
from segdesk.store.db import opened
from segdesk.tasks.lists import PAGE_ROWS, safe_cell

READING_ENDS = 0.35
MAKING_ENDS = 0.9
"""Measured on 1,000,000 lines of 100,000 customers: 1.9 s to read back, 2.8 s to add up, 0.5 s to save."""


def make_customers(
    report: Report, *, database: Path, dataset_id: int, name: str, columns: SaleColumns = NOTHING_SAID
) -> int:
    """Save one row per customer of a dataset of sales as a dataset called ``name``; give its id.

    ``columns`` says which columns tell what, above what was said when the file was read. Both are
    saved with the customers, to be used again for next month's file.

    Raises
    ------
    InputError
        ``rfm.not_sales``; ``rfm.no_customer``, ``rfm.no_date``, ``rfm.no_amount``: sales that can't
        become customers; ``rfm.too_few_customers``; ``rfm.no_column``, ``rfm.not_dates``,
        ``rfm.not_numbers``, ``rfm.not_words``: ``columns`` doesn't fit.
    StoreError
        ``database.*``
    """
    report(Progress(Stage.READING, 0.0))
    with opened(database, "read") as connection:
        source = catalogue.dataset(connection, dataset_id)
        summaries = catalogue.columns(connection, dataset_id)
        reading = catalogue.reading(connection, dataset_id)
        sales = read_table(connection, dataset_id)
    report(Progress(Stage.PREPARING, READING_ENDS))
    choices = reading.choices if reading is not None else ReadingChoices()
    choices = replace(choices, sales=columns.over(choices.sales))
    if reading is not None:  # they know the lines of the file
        sales = replace(sales, dialect=reading.dialect, receipt=reading.receipt)
    looks = looks_like(sales, summaries, choices.sales)
    if looks.columns is None:
        if looks.kind == "customers":
            raise InputError("rfm.not_sales", name=source.name)
        raise InputError(looks.reason.code, **looks.reason.facts)
    customers = customers_from(sales, looks.columns)
    choices = replace(choices, sales=_decided(looks.columns))
    report(Progress(Stage.SAVING, MAKING_ENDS))
    with opened(database, "write") as connection:
        return save_dataset(
            connection,
            customers.table,
            customers.summaries,
            name=name,
            original_path=source.original_path,
            sha256=source.sha256,
            imported_at=datetime.now(UTC),
            reading=Reading(choices, None, customers.table.receipt),
            report=lambda share: report(Progress(Stage.SAVING, MAKING_ENDS + (1 - MAKING_ENDS) * share)),
        )


def _decided(columns: TransactionColumns) -> SaleColumns:
    """Say it all: next month's file is added up like this one."""
    return SaleColumns(**{name: column or "" for name, column in asdict(columns).items()})


def write_rows(report: Report, *, database: Path, dataset_id: int, path: Path) -> str:
    """Write a dataset's rows as CSV for spreadsheets (UTF-8 with BOM) and give the file's path.

    The file appears only when it is whole.

    Raises
    ------
    StoreError
        ``export.cannot_write``: the folder is read-only, the disk is full, or another program has
        the file open.
    """
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with (
            opened(database, "read") as connection,
            unfinished.open("w", encoding="utf-8-sig", newline="") as file,
        ):
            total = catalogue.dataset(connection, dataset_id).rows
            writer = csv.writer(file)
            writer.writerow(safe_cell(c.name) for c in catalogue.columns(connection, dataset_id))
            for start in range(0, total, PAGE_ROWS):
                page = range(start, min(start + PAGE_ROWS, total))
                writer.writerows(map(safe_cell, row) for row in rows(connection, dataset_id, page))
                report(Progress(Stage.EXPORTING, page.stop / total))
        os.replace(unfinished, path)
    except OSError as error:
        raise StoreError("export.cannot_write", path=str(error.filename2 or error.filename or path)) from None
    finally:
        with suppress(OSError):
            unfinished.unlink()
    return str(path)
