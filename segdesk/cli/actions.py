"""Commands about the user's own marketing actions: ``actions list``, ``export``, ``import``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from segdesk.cli.base import commands, common, database, json_option, print_document
from segdesk.store.actions import own_actions, own_personas
from segdesk.store.db import opened
from segdesk.text import t
from segdesk.words import portrait_documents

if TYPE_CHECKING:
    from segdesk.model.actions import OwnPersona
    from segdesk.model.portrait import Action

FILE = click.argument("path", metavar="FILE", type=click.Path(path_type=Path))


@commands.group("actions", help=t("cli.help_actions"))
def actions_command() -> None:
    """Hold the commands about actions."""


@actions_command.command("list", help=t("cli.help_actions_list"))
@json_option
@common
def list_command(as_json: bool) -> None:
    """List the user's actions and kinds of customers."""
    actions: dict[str, tuple[Action, ...]] = {}
    personas: tuple[OwnPersona, ...] = ()
    if database().exists():
        with opened(database(), "read") as connection:
            actions, personas = own_actions(connection), own_personas(connection)
    lines = portrait_documents.own_lines(actions, personas)
    document = portrait_documents.own_document(actions, personas)
    print_document(document, lines or [t("cli.actions_none")], as_json)


@actions_command.command("export", help=t("cli.help_actions_export"))
@FILE
@json_option
@common
def export_command(path: Path, as_json: bool) -> None:
    """Write them as a file."""
    from segdesk.tasks.own_actions import export_actions

    told = export_actions(database(), path)
    line = t("cli.actions_written", path=str(path), actions=told.actions, personas=told.personas)
    print_document({"file": str(path), "actions": told.actions, "personas": told.personas}, [line], as_json)


@actions_command.command("import", help=t("cli.help_actions_import"))
@FILE
@json_option
@common
def import_command(path: Path, as_json: bool) -> None:
    """Take them from a file."""
    from segdesk.tasks.own_actions import import_actions

    told = import_actions(database(), path)
    line = t("cli.actions_read", actions=told.actions, personas=told.personas)
    print_document({"actions": told.actions, "personas": told.personas}, [line], as_json)
