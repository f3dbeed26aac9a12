"""Customers out of sales: a dataset of transactions becomes one with a row per customer."""

from __future__ import annotations

import csv
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from segdesk.engine.rfm import customers_from, looks_like
from segdesk.errors import InputError, StoreError
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.reading import Reading, ReadingChoices
from segdesk.store import catalogue
from segdesk.store.datasets import read_table, rows, save_dataset
from segdesk.store.db import opened
from segdesk.tasks.export import PAGE_ROWS, safe_cell

READING_ENDS = 0.35
MAKING_ENDS = 0.9
"""Measured on 1,000,000 lines of 100,000 customers: 1.9 s to read back, 2.8 s to add up, 0.5 s to save."""


def make_customers(report: Report, *, database: Path, dataset_id: int, name: str) -> int:
    """Save one row per customer of a dataset of sales as a dataset called ``name``; give its id.

    Raises
    ------
    InputError
        ``rfm.not_sales``; ``rfm.no_customer``, ``rfm.no_date``, ``rfm.no_amount``: sales that can't
        become customers; ``rfm.too_few_customers``.
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
    looks = looks_like(sales, summaries)
    if looks.columns is None:
        if looks.kind == "customers":
            raise InputError("rfm.not_sales", name=source.name)
        raise InputError(looks.reason.code, **looks.reason.facts)
    customers = customers_from(sales, looks.columns)
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
            reading=Reading(reading.choices if reading else ReadingChoices(), None, customers.table.receipt),
            report=lambda share: report(Progress(Stage.SAVING, MAKING_ENDS + (1 - MAKING_ENDS) * share)),
        )


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
