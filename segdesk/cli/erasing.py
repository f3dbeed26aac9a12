"""The command that removes one person: ``erase``."""

from __future__ import annotations

from dataclasses import asdict

import click

from segdesk.cli.base import Reporter, commands, common, database, json_option, print_document
from segdesk.text import t
from segdesk.words.erased_words import erased_sentences


@commands.command("erase", help=t("cli.help_erase"))
@click.option("--column", required=True, help=t("cli.help_erase_column"))
@click.option("--value", required=True, help=t("cli.help_erase_value"))
@json_option
@common
def erase_command(*, column: str, value: str, as_json: bool) -> None:
    """Remove one person everywhere."""
    from segdesk.tasks.erase import erase_person

    with Reporter() as reporter:
        found = erase_person(reporter, database=database(), column=column, value=value)
    print_document(asdict(found), erased_sentences(found), as_json)
