"""Commands for what is saved: ``datasets``, ``runs``, ``delete``, ``check``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from segdesk.cli.base import ID, MENDABLE, commands, common, database, json_option, print_document
from segdesk.store import catalogue
from segdesk.store.db import integrity, opened
from segdesk.text import t
from segdesk.words import documents

_T = TypeVar("_T")


def _saved(read: Callable[..., tuple[_T, ...]]) -> tuple[_T, ...]:
    """Give what is saved: nothing yet where there is no database."""
    if not database().exists():
        return ()
    with opened(database(), "read") as connection:
        return read(connection)


@commands.command("datasets", help=t("cli.help_datasets"))
@json_option
@common
def datasets_command(as_json: bool) -> None:
    """List the saved datasets."""
    infos = _saved(catalogue.datasets)
    lines = [documents.dataset_line(info) for info in infos] or [t("cli.no_datasets")]
    print_document([documents.dataset(info) for info in infos], lines, as_json)


@commands.command("runs", help=t("cli.help_runs"))
@json_option
@common
def runs_command(as_json: bool) -> None:
    """List the saved runs."""
    infos = _saved(catalogue.runs)
    lines = [documents.run_line(info) for info in infos] or [t("cli.no_runs")]
    print_document([documents.run_summary(info) for info in infos], lines, as_json)


@commands.command("delete", help=t("cli.help_delete"))
@click.argument("what", type=click.Choice(["dataset", "run"]))
@click.argument("saved_id", metavar="ID", type=ID)
@json_option
@common
def delete_command(what: str, saved_id: int, as_json: bool) -> None:
    """Delete a dataset with its runs, or a run."""
    with opened(database(), "read"):  # refuses where there is no database, instead of making one
        pass
    with opened(database(), "write") as connection:
        if what == "dataset":
            catalogue.delete_dataset(connection, saved_id)
        else:
            catalogue.delete_run(connection, saved_id)
        catalogue.purge(connection)
    print_document(
        {"deleted": what, "id": saved_id}, [t("cli.deleted", what=what, id=str(saved_id))], as_json
    )


@commands.command("check", help=t("cli.help_check"))
@json_option
@common
def check_command(as_json: bool) -> int:
    """Check the database's integrity; exit 2 when it is damaged."""
    problems = integrity(database())
    lines = [t("cli.damaged", count=len(problems))] if problems else [t("cli.sound")]
    print_document({"ok": not problems, "problems": list(problems)}, lines, as_json)
    return MENDABLE if problems else 0
