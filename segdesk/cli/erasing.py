"""The command that removes one person: ``erase``."""

from __future__ import annotations

from dataclasses import asdict

import click

from segdesk.cli.base import Reporter, commands, common, database, json_option, print_document
from segdesk.text import t


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
    facts = {"rows": found.rows, "datasets": found.datasets, "runs": found.runs}
    lines = [t("erase.done", **facts, placements=found.placements)]
    lines += [t("erase.removed_run", id=str(run_id)) for run_id in found.removed_runs]
    lines += [t("erase.backup", path=path) for path in found.backups]
    print_document(asdict(found), [*lines, t("erase.files")], as_json)
