"""Commands that read a file: ``import`` and ``customers``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from segdesk.cli.base import Reporter, commands, common, database, json_option, print_document
from segdesk.cli.options import (
    LARGEST_ID,
    Wishes,
    accept_option,
    reading_options,
    recipe_option,
    sale_options,
    saved_recipe,
)
from segdesk.model.reading import ReadingChoices
from segdesk.model.transactions import NOTHING_SAID, SaleColumns
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.text import t
from segdesk.words import documents, wording


def import_source(source: Path, choices: ReadingChoices, *, accepts: bool = False) -> int:
    """Import a file, and give its dataset's number."""
    from segdesk.tasks.import_file import import_file

    with Reporter() as reporter:
        return import_file(reporter, database=database(), source=source, choices=choices, accepts=accepts)


def dataset_of(source: str, choices: ReadingChoices, *, accepts: bool = False) -> int:
    """Give a saved dataset's number, or import a file.

    Where the choices name the columns of sales, as those of an earlier run do, sales become customers.
    """
    if is_id(source):
        return int(source)
    dataset_id = import_source(Path(source), choices, accepts=accepts)
    if choices.sales == NOTHING_SAID:
        return dataset_id
    with opened(database(), "read") as connection:
        reading = catalogue.reading(connection, dataset_id)
    is_sales = reading is not None and reading.looks_like == "transactions"
    return _make_customers(dataset_id, NOTHING_SAID) if is_sales else dataset_id


def is_id(source: str) -> bool:
    """Tell whether a word is a saved thing's number: digits, and no file is called so."""
    is_number = source.isascii() and source.isdigit() and int(source) <= LARGEST_ID
    return is_number and not Path(source).exists()


def _make_customers(sales: int, columns: SaleColumns) -> int:
    from segdesk.tasks.customers import make_customers

    with opened(database(), "read") as connection:
        name = t("cli.customers_of", name=catalogue.dataset(connection, sales).name)
    with Reporter() as reporter:
        return make_customers(reporter, database=database(), dataset_id=sales, name=name, columns=columns)


@commands.command("import", help=t("cli.help_import"))
@click.argument("file", type=click.Path(path_type=Path))
@accept_option
@reading_options
@json_option
@common
def import_command(*, file: Path, choices: ReadingChoices, accepts: bool, as_json: bool) -> None:
    """Import a file as a dataset."""
    dataset_id = import_source(file, choices, accepts=accepts)
    with opened(database(), "read") as connection:
        info = catalogue.dataset(connection, dataset_id)
        columns = catalogue.columns(connection, dataset_id)
        reading = catalogue.reading(connection, dataset_id)
    lines = [*documents.dataset_lines(info, columns), *documents.suggestion_lines(reading)]
    sales = reading.receipt.sales if reading is not None and reading.receipt is not None else None
    if sales is not None:
        lines.append(
            t("cli.looks_like_sales", id=str(info.id)) if sales.columns else wording.note_text(sales.reason)
        )
    print_document(documents.dataset(info, columns, reading), lines, as_json)


@commands.command("customers", help=t("cli.help_customers"))
@click.argument("source", metavar="FILE|DATASET_ID")
@click.option("--out", type=click.Path(path_type=Path), required=True, help=t("cli.help_out"))
@sale_options
@recipe_option
@reading_options
@json_option
@common
def customers_command(
    *,
    source: str,
    columns: SaleColumns,
    choices: ReadingChoices,
    saved: Path | None,
    out: Path,
    as_json: bool,
) -> None:
    """Make one row per customer of a file of sales, and write them as CSV."""
    from segdesk.tasks.customers import write_rows

    choices = Wishes(saved_recipe(saved), None, {}).choices(choices)
    choices = replace(choices, sales=columns.over(choices.sales))
    # A saved dataset isn't read again: what is said of its columns is for the customers.
    is_saved = is_id(source)
    sales = int(source) if is_saved else import_source(Path(source), choices)
    made = _make_customers(sales, choices.sales if is_saved else NOTHING_SAID)
    with Reporter() as reporter:
        path = write_rows(reporter, database=database(), dataset_id=made, path=out)
    with opened(database(), "read") as connection:
        info, summaries = catalogue.dataset(connection, made), catalogue.columns(connection, made)
        reading = catalogue.reading(connection, made)
    lines = [*documents.dataset_lines(info, summaries), t("cli.written", path=path)]
    print_document(documents.customers(info, summaries, reading, sales=sales, path=path), lines, as_json)
