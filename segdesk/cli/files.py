"""Commands that read a file: ``import`` and ``customers``."""

from __future__ import annotations

from pathlib import Path

import click

from segdesk import documents
from segdesk.cli.base import Reporter, commands, common, database, json_option, print_document
from segdesk.model.reading import ReadingChoices
from segdesk.options import LARGEST_ID, accept_option, reading_options
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.text import t


def import_source(source: Path, choices: ReadingChoices, *, accepts: bool = False) -> int:
    """Import a file, and give its dataset's number."""
    from segdesk.tasks.import_file import import_file

    with Reporter() as reporter:
        return import_file(reporter, database=database(), source=source, choices=choices, accepts=accepts)


def dataset_of(source: str, choices: ReadingChoices, *, accepts: bool = False) -> int:
    """Give a saved dataset's number, or import a file."""
    is_number = source.isascii() and source.isdigit() and int(source) <= LARGEST_ID
    is_id = is_number and not Path(source).exists()
    return int(source) if is_id else import_source(Path(source), choices, accepts=accepts)


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
    if reading is not None and reading.looks_like == "transactions":
        lines.append(t("cli.looks_like_sales", id=str(info.id)))
    print_document(documents.dataset(info, columns, reading), lines, as_json)


@commands.command("customers", help=t("cli.help_customers"))
@click.argument("source", metavar="FILE|DATASET_ID")
@click.option("--out", type=click.Path(path_type=Path), required=True, help=t("cli.help_out"))
@reading_options
@json_option
@common
def customers_command(*, source: str, choices: ReadingChoices, out: Path, as_json: bool) -> None:
    """Make one row per customer of a file of sales, and write them as CSV."""
    from segdesk.tasks.customers import make_customers, write_rows

    at, sales = database(), dataset_of(source, choices)
    with opened(at, "read") as connection:
        name = t("cli.customers_of", name=catalogue.dataset(connection, sales).name)
    with Reporter() as reporter:
        made = make_customers(reporter, database=at, dataset_id=sales, name=name)
        path = write_rows(reporter, database=at, dataset_id=made, path=out)
    with opened(at, "read") as connection:
        info, columns = catalogue.dataset(connection, made), catalogue.columns(connection, made)
        reading = catalogue.reading(connection, made)
    lines = [*documents.dataset_lines(info, columns), t("cli.written", path=path)]
    print_document(documents.customers(info, columns, reading, sales=sales, path=path), lines, as_json)
