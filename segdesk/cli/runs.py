"""Commands that make a run or show one: ``segment``, ``show``, ``labels``, ``export``."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from segdesk.choices import chosen_columns
from segdesk.cli.base import (
    ID,
    Reporter,
    commands,
    common,
    database,
    json_option,
    opt_out_option,
    print_document,
    write,
)
from segdesk.cli.files import dataset_of
from segdesk.cli.options import Wishes, accept_option, reading_options, recipe_options
from segdesk.errors import InputError, SegdeskError
from segdesk.exports import EVERY_COLUMN, ListWishes, export_request
from segdesk.model import cost
from segdesk.model.reading import ReadingChoices
from segdesk.paths import Paths
from segdesk.settings import Settings
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.store.names import names as given_names
from segdesk.text import t
from segdesk.words import documents, wording

if TYPE_CHECKING:
    from sqlite3 import Connection


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
    # As the window measured it last; without a window nobody has chosen by it.
    machine = cost.Machine.of(Settings(Paths.of_user().settings)["pace"]) or cost.REFERENCE
    expected = cost.estimate(rows, cost.count_features(recipe, summaries), recipe.method, machine)
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
        own = given_names(connection, run_id, cut.segments)
    lines = documents.run_lines(info, cut, features, own)
    if folder is not None:
        lines.append(t("cli.exported", folder=str(folder)))
    print_document(documents.run(info, cut, features, own), lines, as_json)


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


def names_of(connection: Connection, run_id: int) -> tuple[str, ...]:
    """Give the names of a run's segments, and of the customers without one where there are some."""
    cut = catalogue.cut(connection, run_id)
    own = given_names(connection, run_id, cut.segments)
    return (*wording.segment_names(cut, own), *([t("export.without_segment")] if cut.outliers else []))


def export_files(run_id: int, folder: Path, lists: ListWishes = EVERY_COLUMN) -> list[Path]:
    """Write a run's files into a folder, and give their paths."""
    from segdesk.store.exported import written_files
    from segdesk.store.runs import segmentation
    from segdesk.tasks.export import KINDS, export_run

    with opened(database(), "read") as connection:
        run = catalogue.run(connection, run_id)
        found, names = segmentation(connection, run_id), names_of(connection, run_id)[: run.segments]
        request = export_request(found, run.segments, names=names, lists=lists, run=run)
    with Reporter() as reporter:
        export_run(reporter, database=database(), run_id=run_id, folder=folder, request=request)
    with opened(database(), "read") as connection:
        written = written_files(connection, str(folder.resolve()))
    return [folder / file.name for file in written if file.kind in KINDS]


def list_wishes(
    run_id: int, lists_as: str, names: str | None, respects_opt_out: bool, segments: tuple[int, ...] = ()
) -> ListWishes:
    """Give how lists are wanted, by the options given."""
    with opened(database(), "read") as connection:
        info = catalogue.run(connection, run_id)
        summaries = catalogue.columns(connection, info.dataset_id)
    for position, segment in enumerate(segments):
        if segment >= info.segments:
            raise InputError("campaign.no_segment", segment=str(segment), last=str(info.segments - 1))
        if segment in segments[:position]:
            raise InputError("campaign.repeated_segment", segment=str(segment))
    columns = () if names is None else chosen_columns(summaries, names)
    return ListWishes(lists_as == "xlsx", columns, respects_opt_out, segments, with_everybody=not segments)


def segment_numbers(text: str) -> tuple[int, ...]:
    """Read ``--segments``: numbers with commas."""
    parts = [part.strip() for part in text.split(",")] if text.strip() else []
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise InputError("campaign.no_segments_word", text=text)
    return tuple(map(int, parts))


@commands.command("export", help=t("cli.help_export_command"))
@click.argument("run_id", type=ID)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--format", "lists_as", type=click.Choice(["csv", "xlsx"]), default="csv", help=t("cli.help_format")
)
@click.option("--columns", "names", default=None, help=t("cli.help_list_columns"))
@click.option("--segments", "only", default="", help=t("cli.help_list_segments"))
@opt_out_option
@json_option
@common
def export_command(
    *,
    run_id: int,
    folder: Path,
    lists_as: str,
    names: str | None,
    only: str,
    respects_opt_out: bool,
    as_json: bool,
) -> None:
    """Write a run's lists, charts and recipe into a folder."""
    lists = list_wishes(run_id, lists_as, names, respects_opt_out, segment_numbers(only))
    paths = export_files(run_id, folder, lists)
    files = [str(path) for path in paths]
    document = {"run_id": run_id, "files": files, "opted_out": opted_out(run_id, respects_opt_out)}
    print_document(document, [*files, *opt_out_lines(document["opted_out"])], as_json)


def opted_out(run_id: int, respects_opt_out: bool) -> dict[str, object]:
    """Give how many customers were left out of the lists since they asked for it, and by which columns."""
    from segdesk.tasks.contacts import count_opted_out

    columns, customers = count_opted_out(database=database(), run_id=run_id)
    return {"columns": list(columns), "customers": customers, "left_out": respects_opt_out}


def opt_out_lines(found: Any) -> list[str]:
    """Say who was left out of the lists, or wasn't."""
    if not found["customers"]:
        return []
    columns = ", ".join(found["columns"])
    key = "export.opted_out" if found["left_out"] else "export.opted_out_kept"
    return [t(key, customers=found["customers"], columns=columns)]
