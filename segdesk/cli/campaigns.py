"""Commands for campaigns: ``campaign``, ``uplift``."""

from __future__ import annotations

from pathlib import Path

import click

from segdesk.cli.base import (
    ID,
    Reporter,
    commands,
    common,
    database,
    json_option,
    opt_out_option,
    print_document,
)
from segdesk.cli.options import LARGEST_ID, reading_options
from segdesk.cli.runs import list_wishes, names_of, segment_numbers
from segdesk.model.campaign import CONTROL_SHARE, CampaignWishes
from segdesk.model.reading import ReadingChoices
from segdesk.store import catalogue
from segdesk.store.campaigns import campaign as saved_campaign
from segdesk.store.db import opened
from segdesk.store.exported import written_files
from segdesk.text import t
from segdesk.words import campaign_words


@commands.command("campaign", help=t("cli.help_campaign"))
@click.argument("run_id", type=ID)
@click.option("--budget", required=True, help=t("cli.help_budget"))
@click.option("--cost", required=True, help=t("cli.help_cost"))
@click.option("--segments", "order", default="", help=t("cli.help_segments"))
@click.option("--control", type=float, default=CONTROL_SHARE, show_default=True, help=t("cli.help_control"))
@click.option("--seed", type=click.IntRange(0, LARGEST_ID), default=0, help=t("cli.help_campaign_seed"))
@click.option("--identifier", default="", metavar="COLUMN", help=t("cli.help_identifier"))
@click.option("--sales", default="", metavar="COLUMN", help=t("cli.help_sales"))
@click.option(
    "--out", "folder", type=click.Path(path_type=Path), required=True, help=t("cli.help_campaign_out")
)
@click.option(
    "--format", "lists_as", type=click.Choice(["csv", "xlsx"]), default="csv", help=t("cli.help_format")
)
@click.option("--columns", "names", default=None, help=t("cli.help_list_columns"))
@opt_out_option
@json_option
@common
def campaign_command(  # noqa: PLR0913 (one for each option)
    *,
    run_id: int,
    budget: str,
    cost: str,
    order: str,
    control: float,
    seed: int,
    identifier: str,
    sales: str,
    folder: Path,
    lists_as: str,
    names: str | None,
    respects_opt_out: bool,
    as_json: bool,
) -> None:
    """Choose whom to write to within a budget, and hold some back."""
    from segdesk.tasks.campaign import KIND, make_campaign

    wishes = CampaignWishes(
        budget, cost, segment_numbers(order), control, seed, identifier, sales, respects_opt_out
    )
    lists = list_wishes(run_id, lists_as, names, respects_opt_out)
    with opened(database(), "read") as connection:
        run = catalogue.run(connection, run_id)
        called = names_of(connection, run_id)
    with Reporter() as reporter:
        number = make_campaign(
            reporter,
            database=database(),
            run_id=run_id,
            segments=run.segments,
            wishes=wishes,
            lists=campaign_words.campaign_lists(
                called, columns=lists.columns, is_workbook=lists.is_workbook, file=run.dataset_name
            ),
            folder=folder,
        )
    with opened(database(), "read") as connection:
        made = saved_campaign(connection, number).campaign
        written = written_files(connection, str(folder.resolve()))
    files = [str(folder / file.name) for file in written if file.kind == KIND]
    document = campaign_words.campaign_document(number, made, called, files)
    print_document(document, [*campaign_words.campaign_lines(number, made, called), "", *files], as_json)


@commands.command("uplift", help=t("cli.help_uplift"))
@click.argument("campaign_id", type=ID)
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--column", default="", help=t("cli.help_uplift_column"))
@reading_options
@json_option
@common
def uplift_command(
    *, campaign_id: int, source: Path, column: str, choices: ReadingChoices, as_json: bool
) -> None:
    """Say what a campaign brought."""
    from segdesk.tasks.uplift import measure_uplift

    with Reporter() as reporter:
        found = measure_uplift(
            reporter,
            database=database(),
            campaign_id=campaign_id,
            source=source,
            choices=choices,
            column=column,
        )
    print_document(campaign_words.uplift_document(found), campaign_words.uplift_lines(found), as_json)
