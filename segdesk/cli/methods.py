"""Commands about methods and how far to trust them: ``choose``, ``compare``, ``verdict``."""

from __future__ import annotations

import click

from segdesk.cli.base import ID, Reporter, commands, common, database, json_option, print_document
from segdesk.cli.files import dataset_of
from segdesk.cli.options import Wishes, accept_option, reading_options, recipe_options
from segdesk.model.reading import ReadingChoices
from segdesk.model.recipe import Recipe
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.store.names import names
from segdesk.text import t
from segdesk.words import findings_documents, wording


def _asked(source: str, wishes: Wishes, choices: ReadingChoices, accepts: bool) -> tuple[int, Recipe]:
    """Give the dataset, imported if need be, and the recipe for it."""
    dataset_id = dataset_of(source, wishes.choices(choices), accepts=accepts)
    with opened(database(), "read") as connection:
        return dataset_id, wishes.recipe(catalogue.columns(connection, dataset_id))


@commands.command("choose", help=t("cli.help_choose"))
@click.argument("source", metavar="FILE|DATASET_ID")
@recipe_options
@accept_option
@reading_options
@json_option
@common
def choose_command(
    *, source: str, wishes: Wishes, choices: ReadingChoices, accepts: bool, as_json: bool
) -> None:
    """Say how many segments there are."""
    from segdesk.tasks.findings import how_many

    dataset_id, recipe = _asked(source, wishes, choices, accepts)
    with Reporter() as reporter:
        found = how_many(reporter, database=database(), dataset_id=dataset_id, recipe=recipe)
    document = {"dataset_id": dataset_id, **findings_documents.choice(found)}
    print_document(document, findings_documents.choice_lines(found), as_json)


@commands.command("compare", help=t("cli.help_compare"))
@click.argument("source", metavar="FILE|DATASET_ID")
@recipe_options
@accept_option
@reading_options
@json_option
@common
def compare_command(
    *, source: str, wishes: Wishes, choices: ReadingChoices, accepts: bool, as_json: bool
) -> None:
    """Compare all methods."""
    from segdesk.store.findings import comparison
    from segdesk.tasks.compare import compare

    dataset_id, recipe = _asked(source, wishes, choices, accepts)
    with Reporter() as reporter:
        compare(reporter, database=database(), dataset_id=dataset_id, recipe=recipe)
    with opened(database(), "read") as connection:
        found = comparison(connection, dataset_id)
    assert found is not None  # it was saved just now
    document = findings_documents.comparison(dataset_id, found)
    print_document(document, findings_documents.comparison_lines(found), as_json)


@commands.command("verdict", help=t("cli.help_verdict"))
@click.argument("run_id", type=ID)
@json_option
@common
def verdict_command(run_id: int, as_json: bool) -> None:
    """Say whether a run's segments are real and would come back."""
    from segdesk.store.findings import reliability, verdict
    from segdesk.tasks.findings import judge_run

    with opened(database(), "read") as connection:
        cut = catalogue.cut(connection, run_id)
    with Reporter() as reporter:
        judge_run(reporter, database=database(), run_id=run_id, segments=cut.segments)
    with opened(database(), "read") as connection:
        found, repeated = verdict(connection, run_id), reliability(connection, run_id, cut.segments)
        own = names(connection, run_id, cut.segments)
    assert found is not None  # both were saved at the latest just now
    assert repeated is not None
    called = wording.segment_names(cut, own)
    document = findings_documents.verdict(run_id, cut, found, repeated, called)
    print_document(document, findings_documents.verdict_lines(found, repeated, called), as_json)
