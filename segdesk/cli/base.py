"""What every command has: its group, its database, its printing, its progress."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import click

from segdesk import __version__
from segdesk.cli.complaints import HelpWords
from segdesk.cli.options import LARGEST_ID
from segdesk.errors import StoreError
from segdesk.model.events import Found, Progress, Stage
from segdesk.paths import Paths
from segdesk.settings import Settings
from segdesk.text import t
from segdesk.text.writing import CODES
from segdesk.words import wording

MENDABLE = 2
"""The exit code for what the user can mend."""

LONG_SECONDS = 60
"""Who waits longer wants to know beforehand."""

ID = click.IntRange(0, LARGEST_ID)

_F = TypeVar("_F", bound=Callable[..., Any])


def forget_stdout() -> None:
    """Send what is still waiting to be printed nowhere, or Python would complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _set_database(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.find_root().obj = value


def common(command: _F) -> _F:
    """Add the options that every command has."""
    language = click.option(
        "--language",
        type=click.Choice(CODES),
        expose_value=False,  # __main__ has read it: what follows is written in it already
        help=t("cli.help_language"),
    )
    return language(_database_option(command))


def _database_option(command: _F) -> _F:
    return click.option(
        "--database",
        type=click.Path(path_type=Path, dir_okay=False),
        callback=_set_database,
        expose_value=False,
        help=t("cli.help_database"),
    )(command)


json_option = click.option("as_json", "--json", is_flag=True, help=t("cli.help_json"))


opt_out_option = click.option(
    "--respect-opt-out/--all", "respects_opt_out", default=True, help=t("cli.help_opt_out")
)


class _Command(click.Command):
    """A command whose option ``--help`` speaks the user's language."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the option."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = t("cli.help_help")
        return option


class _Commands(_Command, click.Group):
    """All of them."""

    command_class = _Command
    group_class = type  # a group within is one of these too


click.Context.formatter_class = HelpWords


@click.group(cls=_Commands, help=t("cli.help"), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="SegDesk", help=t("cli.help_version"))
@common
def commands() -> None:
    """Hold the commands."""


def database() -> Path:
    """Give the database that the command works on."""
    chosen = click.get_current_context().find_root().obj
    if isinstance(chosen, Path):
        return chosen
    paths = Paths.of_user()
    return Settings(paths.settings).database(paths)


def print_document(document: object, lines: list[str], as_json: bool) -> None:
    """Print the answer: a JSON document, or lines for people."""
    write(
        json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) if as_json else "\n".join(lines)
    )


def write(text: str) -> None:
    """Print to stdout; a full disk gets a sentence."""
    try:
        click.echo(text)
    except BrokenPipeError:
        raise
    except OSError:
        forget_stdout()
        raise StoreError("cli.cannot_print") from None


class Reporter:
    """Writes progress to stderr: a moving line on a terminal, one line a stage elsewhere.

    ``seconds`` is how long the job is expected to take.
    """

    def __init__(self, seconds: float = 0.0) -> None:
        self._last = ""
        self._seconds = seconds
        self._is_terminal = sys.stderr is not None and sys.stderr.isatty()

    def __call__(self, event: Progress | Found) -> None:
        """Tell how far the job is; what it has found stands in its answer."""
        if isinstance(event, Progress):
            self._tell(event)

    def _tell(self, progress: Progress) -> None:
        if progress.stage is Stage.CLUSTERING and self._seconds > LONG_SECONDS:
            tell(t("cli.long", time=wording.duration(self._seconds)) + "\n")
        stage = t(f"stage.{progress.stage}")
        text = f"{stage} {wording.percent(progress.share)}" if self._is_terminal else stage
        if text != self._last:
            tell(f"\r\x1b[K{text}" if self._is_terminal else f"{text}\n")
            self._last = text

    def __enter__(self) -> Reporter:
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_terminal and self._last:
            tell("\r\x1b[K")


def tell(text: str) -> None:
    """Print to stderr."""
    # Who doesn't listen to the progress any more still gets the result.
    with suppress(OSError):
        click.echo(text, nl=False, err=True)
