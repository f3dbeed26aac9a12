"""The same jobs without a window: progress on stderr, one JSON document on stdout with ``--json``."""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import click

from segdesk import __version__, documents, wording
from segdesk.errors import SegdeskError, StoreError
from segdesk.model import cost
from segdesk.model.events import Progress, Stage
from segdesk.model.reading import ReadingChoices
from segdesk.options import LARGEST_ID, Wishes, accept_option, reading_options, recipe_options
from segdesk.paths import Paths
from segdesk.store import catalogue
from segdesk.store.db import integrity, opened
from segdesk.text import t

MENDABLE = 2
BUG = 1

LONG_SECONDS = 60
"""Who waits longer wants to know beforehand."""

ID = click.IntRange(0, LARGEST_ID)

_F = TypeVar("_F", bound=Callable[..., Any])
_T = TypeVar("_T")


def run_command(arguments: list[str]) -> int:
    """Run one command and give its exit code: 0, 2 for what the user can mend, 1 for a bug."""
    try:
        # Not commands.main(): that ends the process with 1 where a reader such as `head` has enough.
        with commands.make_context("segdesk", list(arguments)) as context:
            return int(commands.invoke(context) or 0)
    except click.exceptions.Exit as end:  # after --help and --version
        return end.exit_code
    except BrokenPipeError:
        _forget_stdout()
        return 0  # the reader, `head` for one, has seen enough
    except SegdeskError as error:
        return _mendable(wording.failure_text(error))
    except click.ClickException as error:
        return _mendable(t("cli.usage", problem=error.format_message()))
    except (click.Abort, KeyboardInterrupt):
        return _mendable(t("cli.stopped"))
    except MemoryError:
        return _mendable(t("job.memory"))
    except Exception:
        click.echo(t("cli.bug") + "\n" + traceback.format_exc(), err=True)
        return BUG


def _mendable(sentence: str) -> int:
    click.echo(sentence, err=True)
    return MENDABLE


def _forget_stdout() -> None:
    """Send what is still waiting to be printed nowhere, or Python would complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _set_database(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.find_root().obj = value


def _common(command: _F) -> _F:
    """Add the options that every command has."""
    return click.option(
        "--database",
        type=click.Path(path_type=Path, dir_okay=False),
        callback=_set_database,
        expose_value=False,
        help=t("cli.help_database"),
    )(command)


_json_option = click.option("as_json", "--json", is_flag=True, help=t("cli.help_json"))


@click.group(help=t("cli.help"), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="SegDesk")
@_common
def commands() -> None:
    """Hold the commands."""


def _database() -> Path:
    chosen = click.get_current_context().find_root().obj
    return chosen if isinstance(chosen, Path) else Paths.of_user().database


def _print(document: object, lines: list[str], as_json: bool) -> None:
    _write(
        json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) if as_json else "\n".join(lines)
    )


def _write(text: str) -> None:
    try:
        click.echo(text)
    except BrokenPipeError:
        raise
    except OSError:
        _forget_stdout()
        raise StoreError("cli.cannot_print") from None


class _Reporter:
    """Writes progress to stderr: a moving line on a terminal, one line a stage elsewhere.

    ``seconds`` is how long the job is expected to take.
    """

    def __init__(self, seconds: float = 0.0) -> None:
        self._last = ""
        self._seconds = seconds
        self._is_terminal = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, progress: Progress) -> None:
        if progress.stage is Stage.CLUSTERING and self._seconds > LONG_SECONDS:
            _tell(t("cli.long", time=wording.duration(self._seconds)) + "\n")
        stage = t(f"stage.{progress.stage}")
        text = f"{stage} {wording.percent(progress.share)}" if self._is_terminal else stage
        if text != self._last:
            _tell(f"\r\x1b[K{text}" if self._is_terminal else f"{text}\n")
            self._last = text

    def __enter__(self) -> _Reporter:
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_terminal and self._last:
            _tell("\r\x1b[K")


def _tell(text: str) -> None:
    # Who doesn't listen to the progress any more still gets the result.
    with suppress(OSError):
        click.echo(text, nl=False, err=True)


def _import(source: Path, choices: ReadingChoices, *, accepts: bool = False) -> int:
    from segdesk.tasks.import_file import import_file

    with _Reporter() as reporter:
        return import_file(reporter, database=_database(), source=source, choices=choices, accepts=accepts)


def _dataset_id(source: str, choices: ReadingChoices, *, accepts: bool = False) -> int:
    """Give a saved dataset's number, or import a file."""
    is_number = source.isascii() and source.isdigit() and int(source) <= LARGEST_ID
    is_id = is_number and not Path(source).exists()
    return int(source) if is_id else _import(Path(source), choices, accepts=accepts)


@commands.command("import", help=t("cli.help_import"))
@click.argument("file", type=click.Path(path_type=Path))
@accept_option
@reading_options
@_json_option
@_common
def import_command(*, file: Path, choices: ReadingChoices, accepts: bool, as_json: bool) -> None:
    """Import a file as a dataset."""
    dataset_id = _import(file, choices, accepts=accepts)
    with opened(_database(), "read") as connection:
        info = catalogue.dataset(connection, dataset_id)
        columns = catalogue.columns(connection, dataset_id)
        reading = catalogue.reading(connection, dataset_id)
    lines = [*documents.dataset_lines(info, columns), *documents.suggestion_lines(reading)]
    if reading is not None and reading.looks_like == "transactions":
        lines.append(t("cli.looks_like_sales", id=str(info.id)))
    _print(documents.dataset(info, columns, reading), lines, as_json)


@commands.command("customers", help=t("cli.help_customers"))
@click.argument("source", metavar="FILE|DATASET_ID")
@click.option("--out", type=click.Path(path_type=Path), required=True, help=t("cli.help_out"))
@reading_options
@_json_option
@_common
def customers_command(*, source: str, choices: ReadingChoices, out: Path, as_json: bool) -> None:
    """Make one row per customer of a file of sales, and write them as CSV."""
    from segdesk.tasks.customers import make_customers, write_rows

    database, sales = _database(), _dataset_id(source, choices)
    with opened(database, "read") as connection:
        name = t("cli.customers_of", name=catalogue.dataset(connection, sales).name)
    with _Reporter() as reporter:
        made = make_customers(reporter, database=database, dataset_id=sales, name=name)
        path = write_rows(reporter, database=database, dataset_id=made, path=out)
    with opened(database, "read") as connection:
        info, columns = catalogue.dataset(connection, made), catalogue.columns(connection, made)
        reading = catalogue.reading(connection, made)
    lines = [*documents.dataset_lines(info, columns), t("cli.written", path=path)]
    _print(documents.customers(info, columns, reading, sales=sales, path=path), lines, as_json)


@commands.command("segment", help=t("cli.help_segment"))
@click.argument("source", metavar="FILE|DATASET_ID")
@recipe_options
@click.option("--export", "folder", type=click.Path(path_type=Path), default=None, help=t("cli.help_export"))
@accept_option
@reading_options
@_json_option
@_common
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

    dataset_id = _dataset_id(source, wishes.choices(choices), accepts=accepts)
    with opened(_database(), "read") as connection:
        summaries = catalogue.columns(connection, dataset_id)
        rows = catalogue.dataset(connection, dataset_id).rows
    recipe = wishes.recipe(summaries)
    expected = cost.estimate(rows, cost.count_features(recipe, summaries), recipe.method)
    with _Reporter(expected.seconds) as reporter, _ends_at_once():
        run_id = segment(reporter, database=_database(), dataset_id=dataset_id, recipe=recipe)
    if folder is None:
        _show(run_id, as_json)
        return
    try:
        _export(run_id, folder)
    except SegdeskError:
        _show(run_id, as_json)  # the run is saved: a script needs its number
        raise
    _show(run_id, as_json, folder)


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


def _show(run_id: int, as_json: bool, folder: Path | None = None) -> None:
    with opened(_database(), "read") as connection:
        info = catalogue.run(connection, run_id)
        cut = catalogue.cut(connection, run_id)
        features = catalogue.feature_config(connection, run_id)
    lines = documents.run_lines(info, cut, features)
    if folder is not None:
        lines.append(t("cli.exported", folder=str(folder)))
    _print(documents.run(info, cut, features), lines, as_json)


def _saved(read: Callable[..., tuple[_T, ...]]) -> tuple[_T, ...]:
    """Give what is saved: nothing yet where there is no database."""
    if not _database().exists():
        return ()
    with opened(_database(), "read") as connection:
        return read(connection)


@commands.command("datasets", help=t("cli.help_datasets"))
@_json_option
@_common
def datasets_command(as_json: bool) -> None:
    """List the saved datasets."""
    infos = _saved(catalogue.datasets)
    lines = [documents.dataset_line(info) for info in infos] or [t("cli.no_datasets")]
    _print([documents.dataset(info) for info in infos], lines, as_json)


@commands.command("runs", help=t("cli.help_runs"))
@_json_option
@_common
def runs_command(as_json: bool) -> None:
    """List the saved runs."""
    infos = _saved(catalogue.runs)
    lines = [documents.run_line(info) for info in infos] or [t("cli.no_runs")]
    _print([documents.run_summary(info) for info in infos], lines, as_json)


@commands.command("show", help=t("cli.help_show"))
@click.argument("run_id", type=ID)
@_json_option
@_common
def show_command(run_id: int, as_json: bool) -> None:
    """Show a run."""
    _show(run_id, as_json)


@commands.command("labels", help=t("cli.help_labels"))
@click.argument("run_id", type=ID)
@_common
def labels_command(run_id: int) -> None:
    """Print each row's segment as CSV."""
    from segdesk.store.runs import labels

    with opened(_database(), "read") as connection:
        found = labels(connection, run_id)
    lines = [f"{row},{segment}" for row, segment in enumerate(found.tolist())]
    _write("\n".join(["row_index,segment", *lines]))


def _export(run_id: int, folder: Path) -> list[Path]:
    from segdesk.exports import export_request
    from segdesk.store.runs import segmentation
    from segdesk.tasks.export import export_run, file_names

    with opened(_database(), "read") as connection:
        segments = catalogue.run(connection, run_id).segments
        request = export_request(segmentation(connection, run_id), segments)
    with _Reporter() as reporter:
        export_run(reporter, database=_database(), run_id=run_id, folder=folder, request=request)
    return [folder / name for name in sorted(file_names(request))]


@commands.command("export", help=t("cli.help_export_command"))
@click.argument("run_id", type=ID)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@_json_option
@_common
def export_command(run_id: int, folder: Path, as_json: bool) -> None:
    """Write a run's lists, charts and recipe into a folder."""
    files = [str(path) for path in _export(run_id, folder)]
    _print({"run_id": run_id, "files": files}, files, as_json)


@commands.command("delete", help=t("cli.help_delete"))
@click.argument("what", type=click.Choice(["dataset", "run"]))
@click.argument("saved_id", metavar="ID", type=ID)
@_json_option
@_common
def delete_command(what: str, saved_id: int, as_json: bool) -> None:
    """Delete a dataset with its runs, or a run."""
    with opened(_database(), "read"):  # refuses where there is no database, instead of making one
        pass
    with opened(_database(), "write") as connection:
        if what == "dataset":
            catalogue.delete_dataset(connection, saved_id)
        else:
            catalogue.delete_run(connection, saved_id)
        catalogue.purge(connection)
    _print({"deleted": what, "id": saved_id}, [t("cli.deleted", what=what, id=str(saved_id))], as_json)


@commands.command("check", help=t("cli.help_check"))
@_json_option
@_common
def check_command(as_json: bool) -> int:
    """Check the database's integrity; exit 2 when it is damaged."""
    problems = integrity(_database())
    lines = [t("cli.damaged", count=len(problems))] if problems else [t("cli.sound")]
    _print({"ok": not problems, "problems": list(problems)}, lines, as_json)
    return MENDABLE if problems else 0
