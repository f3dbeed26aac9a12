"""Commands for next month: ``rerun``, ``migrate``, ``recipes``."""

from __future__ import annotations

from pathlib import Path

import click

from segdesk.cli.base import ID, Reporter, commands, common, database, json_option, print_document
from segdesk.cli.files import is_id
from segdesk.cli.place import consent_options, names_of
from segdesk.model.placement import Consent, Rerun
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.store.recipes import delete_recipe, recipe_names
from segdesk.text import t
from segdesk.words import documents, migration_documents


@commands.command("rerun", help=t("cli.help_rerun"))
@click.argument("recipe", metavar="RECIPE|RUN_ID")
@click.argument("file", type=click.Path(path_type=Path))
@consent_options
@json_option
@common
def rerun_command(*, recipe: str, file: Path, consent: Consent, as_json: bool) -> None:
    """Use a recipe again on a new file."""
    found = _rerun(recipe, file, consent)
    names = names_of(found.run_id)
    with opened(database(), "read") as connection:
        info = catalogue.run(connection, found.run_id)
        cut = catalogue.cut(connection, found.run_id)
        features = catalogue.feature_config(connection, found.run_id)
    document = documents.run(info, cut, features) | migration_documents.rerun(found)
    lines = migration_documents.rerun_lines(found, file.name, names) + documents.run_lines(
        info, cut, features
    )
    print_document(document, lines, as_json)


def _rerun(recipe: str, file: Path, consent: Consent) -> Rerun:
    from segdesk.tasks.rerun import rerun
    from segdesk.tasks.saved_recipe import read_recipe, saved_recipe

    if is_id(recipe):
        names = names_of(int(recipe))
        with Reporter() as reporter:
            return rerun(
                reporter, database=database(), source=file, run_id=int(recipe), names=names, consent=consent
            )
    is_file = Path(recipe).exists() or not database().exists()
    saved = read_recipe(Path(recipe)) if is_file else saved_recipe(database(), recipe)
    with Reporter() as reporter:
        return rerun(reporter, database=database(), source=file, saved=saved, consent=consent)


@commands.command("migrate", help=t("cli.help_migrate"))
@click.argument("run_id", metavar="RUN_ID_A", type=ID)
@click.argument("other", metavar="RUN_ID_B|FILE")
@consent_options
@json_option
@common
def migrate_command(*, run_id: int, other: str, consent: Consent, as_json: bool) -> None:
    """Compare two snapshots."""
    from segdesk.tasks.migrate import migrate

    is_run = is_id(other)
    after = int(other) if is_run else _rerun(str(run_id), Path(other), consent).run_id
    with Reporter() as reporter:
        # A file's columns were put right when it was read.
        agreed = consent if is_run else Consent(consent.accepts)
        found = migrate(reporter, database=database(), before_id=run_id, after_id=after, consent=agreed)
    names = names_of(run_id), names_of(after)
    lines = migration_documents.migration_lines(found, names)
    print_document(migration_documents.migration(found, names), lines, as_json)


@commands.group("recipes", help=t("cli.help_recipes"))
def recipes_command() -> None:
    """Hold the commands about recipes."""


@recipes_command.command("list", help=t("cli.help_recipes_list"))
@json_option
@common
def list_command(as_json: bool) -> None:
    """List the saved recipes."""
    names: tuple[str, ...] = ()
    if database().exists():
        with opened(database(), "read") as connection:
            names = recipe_names(connection)
    print_document(list(names), list(names) or [t("cli.no_recipes")], as_json)


@recipes_command.command("save", help=t("cli.help_recipes_save"))
@click.argument("run_id", type=ID)
@click.argument("name")
@json_option
@common
def save_command(run_id: int, name: str, as_json: bool) -> None:
    """Save a run's recipe."""
    from segdesk.tasks.saved_recipe import save_run_recipe

    _print_saved(save_run_recipe(database(), run_id, name), as_json)


@recipes_command.command("import", help=t("cli.help_recipes_import"))
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("name")
@json_option
@common
def import_recipe_command(file: Path, name: str, as_json: bool) -> None:
    """Save the recipe in a file."""
    from segdesk.tasks.saved_recipe import import_recipe

    _print_saved(import_recipe(database(), file, name), as_json)


def _print_saved(name: str, as_json: bool) -> None:
    print_document({"recipe": name}, [t("cli.recipe_saved", name=name)], as_json)


@recipes_command.command("export", help=t("cli.help_recipes_export"))
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@common
def export_recipe_command(name: str, file: Path, as_json: bool) -> None:
    """Write a saved recipe as a file."""
    from segdesk.tasks.saved_recipe import export_recipe

    path = export_recipe(database(), name, file)
    print_document({"recipe": name, "file": path}, [t("cli.recipe_written", path=path)], as_json)


@recipes_command.command("delete", help=t("cli.help_recipes_delete"))
@click.argument("name")
@json_option
@common
def delete_recipe_command(name: str, as_json: bool) -> None:
    """Delete a saved recipe."""
    with opened(database(), "write") as connection:
        delete_recipe(connection, name)
    print_document({"deleted": "recipe", "name": name}, [t("cli.recipe_deleted", name=name)], as_json)
