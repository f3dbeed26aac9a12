"""The command that makes a report: ``report``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from segdesk.choices import chosen_columns
from segdesk.cli.base import ID, Reporter, commands, common, database, json_option, print_document
from segdesk.cli.runs import names_of
from segdesk.store import catalogue, findings
from segdesk.store.db import opened
from segdesk.store.runs import segmentation
from segdesk.text import t

if TYPE_CHECKING:
    from segdesk.words.report_words import Known


@commands.command("report", help=t("cli.help_report"))
@click.argument("run_id", type=ID)
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--full", "is_full", is_flag=True, help=t("cli.help_full"))
@click.option("--till-card", "is_till_card", is_flag=True, help=t("cli.help_till_card"))
@click.option("--ask", "names", default=None, help=t("cli.help_ask"))
@json_option
@common
def report_command(
    *, run_id: int, path: Path, is_full: bool, is_till_card: bool, names: str | None, as_json: bool
) -> None:
    """Make a report on a run, or a card for the till."""
    from segdesk.tasks.report import gather_report, gather_till, write_report
    from segdesk.words.report_words import report_content, till_content

    known = known_of(run_id, is_full=is_full)
    with Reporter() as reporter:
        if is_till_card:
            with opened(database(), "read") as connection:
                summaries = catalogue.columns(connection, known.dataset.id)
            ask = () if names is None else chosen_columns(summaries, names)
            card = gather_till(reporter, database=database(), run_id=run_id, segments=known.segments, ask=ask)
            content = till_content(known, card)
        else:
            facts = gather_report(
                reporter, database=database(), run_id=run_id, segments=known.segments, is_full=is_full
            )
            content = report_content(known, facts)
        written = write_report(reporter, content=content, path=path)
    document = {"run_id": run_id, "file": written, "full": is_full, "till_card": is_till_card}
    print_document(document, [t("report.written", path=written)], as_json)


def known_of(run_id: int, *, is_full: bool) -> Known:
    """Give what is saved about a run's own cut."""
    from segdesk.words.report_words import Known

    with opened(database(), "read") as connection:
        info = catalogue.run(connection, run_id)
        return Known(
            info=info,
            dataset=catalogue.dataset(connection, info.dataset_id),
            reading=catalogue.reading(connection, info.dataset_id),
            segmentation=segmentation(connection, run_id),
            segments=info.segments,
            choice=findings.choice(connection, run_id),
            verdict=findings.verdict(connection, run_id),
            reliability=findings.reliability(connection, run_id, info.segments),
            names=names_of(connection, run_id)[: info.segments],
            is_full=is_full,
        )
