"""The command about who the customers of each segment are: ``profile``."""

from __future__ import annotations

import click

from segdesk.cli.base import ID, Reporter, commands, common, database, json_option, print_document
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.text import t
from segdesk.words import portrait_documents, wording


@commands.command("profile", help=t("cli.help_profile"))
@click.argument("run_id", type=ID)
@json_option
@common
def profile_command(run_id: int, as_json: bool) -> None:
    """Say who the customers of each segment are, and what to do for them."""
    from segdesk.store.facts import column_currencies, described_cells
    from segdesk.store.findings import reliability
    from segdesk.tasks.portrait import portray

    with opened(database(), "read") as connection:
        cut = catalogue.cut(connection, run_id)
    with Reporter() as reporter:
        found = portray(reporter, database=database(), run_id=run_id, segments=cut.segments)
    with opened(database(), "read") as connection:
        typical = described_cells(connection, run_id, [p.typical for p in found.portraits])
        repeated = reliability(connection, run_id, cut.segments)
        currencies = column_currencies(connection, run_id)
    names = wording.segment_names(cut, {p.segment: p.name for p in found.portraits if p.name})
    words = () if repeated is None else repeated.words
    document = portrait_documents.portraits(found, names, typical, reliability=words, currencies=currencies)
    lines = portrait_documents.portrait_lines(found, names, typical, reliability=words, currencies=currencies)
    print_document(document, lines, as_json)
