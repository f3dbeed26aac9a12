"""Commands about saved recipes: ``list``, ``save``, ``rename``, ``delete``, ``export``, ``import``."""

from __future__ import annotations

from pathlib import Path

import click

from segdesk.cli.base import ID, Reporter, commands, common, database, json_option, print_document
from segdesk.store.db import opened
from segdesk.store.recipes import KeptRecipe, delete_recipe, kept_recipes, rename_recipe
from segdesk.text import t
from segdesk.words import recipe_words


@commands.group("recipes", help=t("cli.help_recipes"))
def recipes_command() -> None:
    """Hold the commands about recipes."""


@recipes_command.command("list", help=t("cli.help_recipes_list"))
@json_option
@common
def list_command(as_json: bool) -> None:
    """List the saved recipes."""
    kept: tuple[KeptRecipe, ...] = ()
    if database().exists():
        with opened(database(), "read") as connection:
            kept = kept_recipes(connection)
    lines = [f"{each.name}  {recipe_words.recipe_line(each)}" for each in kept]
    print_document([recipe_words.recipe(each) for each in kept], lines or [t("cli.no_recipes")], as_json)


@recipes_command.command("save", help=t("cli.help_recipes_save"))
@click.argument("run_id", type=ID)
@click.argument("name")
@json_option
@common
def save_command(run_id: int, name: str, as_json: bool) -> None:
    """Save a run's recipe."""
    from segdesk.tasks.saved_recipe import save_run_recipe

    with Reporter() as reporter:
        saved = save_run_recipe(reporter, database=database(), run_id=run_id, name=name)
    _print_saved(saved, as_json)


@recipes_command.command("import", help=t("cli.help_recipes_import"))
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("name")
@json_option
@common
def import_recipe_command(file: Path, name: str, as_json: bool) -> None:
    """Save the recipe in a file."""
    from segdesk.tasks.saved_recipe import import_recipe

    with Reporter() as reporter:
        saved = import_recipe(reporter, database=database(), path=file, name=name)
    _print_saved(saved, as_json)


@recipes_command.command("rename", help=t("recipes.help_rename"))
@click.argument("name")
@click.argument("new_name")
@json_option
@common
def rename_recipe_command(name: str, new_name: str, as_json: bool) -> None:
    """Give a saved recipe another name."""
    with opened(database(), "read"):  # refuses where there is no database, instead of making one
        pass
    with opened(database(), "write") as connection:
        told = rename_recipe(connection, name, new_name)
    _print_saved(told, as_json)


@recipes_command.command("export", help=t("cli.help_recipes_export"))
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@common
def export_recipe_command(name: str, file: Path, as_json: bool) -> None:
    """Write a saved recipe as a file."""
    from segdesk.tasks.saved_recipe import export_recipe

    with Reporter() as reporter:
        path = export_recipe(reporter, database=database(), name=name, path=file)
    print_document({"recipe": name, "file": path}, [t("cli.recipe_written", path=path)], as_json)


@recipes_command.command("delete", help=t("cli.help_recipes_delete"))
@click.argument("name")
@json_option
@common
def delete_recipe_command(name: str, as_json: bool) -> None:
    """Delete a saved recipe."""
    with opened(database(), "read"):
        pass
    with opened(database(), "write") as connection:
        delete_recipe(connection, name)
    print_document({"deleted": "recipe", "name": name}, [t("cli.recipe_deleted", name=name)], as_json)


def _print_saved(name: str, as_json: bool) -> None:
    print_document({"recipe": name}, [t("cli.recipe_saved", name=name)], as_json)
