"""Commands that make a run or show one: ``segment``, ``show``, ``labels``, ``export``."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from segdesk import documents
from segdesk.cli.base import ID, Reporter, commands, common, database, json_option, print_document, write
from segdesk.cli.files import dataset_of
from segdesk.errors import SegdeskError
from segdesk.model import cost
from segdesk.model.reading import ReadingChoices
from segdesk.options import Wishes, accept_option, reading_options, recipe_options
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.text import t


@commands.command("segment", help=t("cli.help_segment"))
@click.argument("source", metavar="FILE|DATASET_ID")
@recipe_options
@click.option("--export", "folder", type=click.Path(path_type=Path), default=None, help=t("cli.help_export"))
@accept_option
@reading_options
@json_option
@common
def segment_command(
    *,
    source: str,
    wishes: Wishes,
    choices: ReadingChoices,
    accepts: bool,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Import a file if need be, and find its segments."""
    from segdesk.tasks.segment import segment

    dataset_id = dataset_of(source, wishes.choices(choices), accepts=accepts)
    with opened(database(), "read") as connection:
        summaries = catalogue.columns(connection, dataset_id)
        rows = catalogue.dataset(connection, dataset_id).rows
    recipe = wishes.recipe(summaries)
    expected = cost.estimate(rows, cost.count_features(recipe, summaries), recipe.method)
    with Reporter(expected.seconds) as reporter, _ends_at_once():
        run_id = segment(reporter, database=database(), dataset_id=dataset_id, recipe=recipe)
    if folder is None:
        show_run(run_id, as_json)
        return
    try:
        export_files(run_id, folder)
    except SegdeskError:
        show_run(run_id, as_json)  # the run is saved: a script needs its number
        raise
    show_run(run_id, as_json, folder)


@contextmanager
def _ends_at_once() -> Iterator[None]:
    """Let Ctrl+C end the process: a tree in the making doesn't return to Python to hear of it.

    Nothing is lost by it, since a run is saved in one transaction.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def show_run(run_id: int, as_json: bool, folder: Path | None = None) -> None:
    """Print a run, and where its files are."""
    with opened(database(), "read") as connection:
        info = catalogue.run(connection, run_id)
        cut = catalogue.cut(connection, run_id)
        features = catalogue.feature_config(connection, run_id)
    lines = documents.run_lines(info, cut, features)
    if folder is not None:
        lines.append(t("cli.exported", folder=str(folder)))
    print_document(documents.run(info, cut, features), lines, as_json)


@commands.command("show", help=t("cli.help_show"))
@click.argument("run_id", type=ID)
@json_option
@common
def show_command(run_id: int, as_json: bool) -> None:
    """Show a run."""
    show_run(run_id, as_json)


@commands.command("labels", help=t("cli.help_labels"))
@click.argument("run_id", type=ID)
@common
def labels_command(run_id: int) -> None:
    """Print each row's segment as CSV."""
    from segdesk.store.runs import labels

    with opened(database(), "read") as connection:
        found = labels(connection, run_id)
    lines = [f"{row},{segment}" for row, segment in enumerate(found.tolist())]
    write("\n".join(["row_index,segment", *lines]))


def export_files(run_id: int, folder: Path) -> list[Path]:
    """Write a run's files into a folder, and give their paths."""
    from segdesk.exports import export_request
    from segdesk.store.runs import segmentation
    from segdesk.tasks.export import export_run, file_names

    with opened(database(), "read") as connection:
        segments = catalogue.run(connection, run_id).segments
        request = export_request(segmentation(connection, run_id), segments)
    with Reporter() as reporter:
        export_run(reporter, database=database(), run_id=run_id, folder=folder, request=request)
    return [folder / name for name in sorted(file_names(request))]


@commands.command("export", help=t("cli.help_export_command"))
@click.argument("run_id", type=ID)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@json_option
@common
def export_command(run_id: int, folder: Path, as_json: bool) -> None:
    """Write a run's lists, charts and recipe into a folder."""
    files = [str(path) for path in export_files(run_id, folder)]
    print_document({"run_id": run_id, "files": files}, files, as_json)
