"""Commands for next month: ``rerun``, ``migrate``."""

from __future__ import annotations

from pathlib import Path

import click

from segdesk.cli.base import ID, Reporter, commands, common, database, json_option, print_document
from segdesk.cli.files import is_id
from segdesk.cli.place import consent_options, names_of
from segdesk.model.placement import NOTHING_AGREED, Consent, Rerun
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.store.recipes import kept_recipe
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

    run_id, saved = 0, None
    if is_id(recipe):
        run_id = int(recipe)
    elif Path(recipe).exists() or not database().exists():
        saved = read_recipe(Path(recipe))
    else:
        with opened(database(), "read") as connection:
            run_id = kept_recipe(connection, recipe).run_id
        saved = None if run_id else saved_recipe(database(), recipe)
    with Reporter() as reporter:
        if saved is not None:
            return rerun(reporter, database=database(), source=file, recipe=saved, consent=consent)
        # Of the run that it was saved from: so the segments keep their numbers and names.
        names = names_of(run_id)
        return rerun(reporter, database=database(), source=file, run_id=run_id, names=names, consent=consent)


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
        agreed = consent if is_run else NOTHING_AGREED
        found = migrate(reporter, database=database(), before_id=run_id, after_id=after, consent=agreed)
    names = names_of(run_id), names_of(after)
    lines = migration_documents.migration_lines(found, names)
    print_document(migration_documents.migration(found, names), lines, as_json)
