"""The same jobs without a window: progress on stderr, one JSON document on stdout with ``--json``."""

from __future__ import annotations

import traceback

import click

from segdesk.cli import (  # noqa: F401 (each adds its commands)
    actions,
    campaigns,
    erasing,
    files,
    methods,
    months,
    place,
    profile,
    recipes,
    reports,
    runs,
    saved,
)
from segdesk.cli.base import MENDABLE, commands, forget_stdout
from segdesk.cli.complaints import complaint
from segdesk.errors import SegdeskError
from segdesk.text import t
from segdesk.words import wording

BUG = 1


def run_command(arguments: list[str]) -> int:
    """Run one command and give its exit code: 0, 2 for what the user can mend, 1 for a bug."""
    try:
        # Not commands.main(): that ends the process with 1 where a reader such as `head` has enough.
        with commands.make_context("segdesk", list(arguments)) as context:
            return int(commands.invoke(context) or 0)
    except click.exceptions.Exit as end:  # after --help and --version
        return end.exit_code
    except BrokenPipeError:
        forget_stdout()
        return 0  # the reader, `head` for one, has seen enough
    except SegdeskError as error:
        return _mendable(wording.failure_text(error))
    except click.ClickException as error:
        return _mendable(t("cli.usage", problem=complaint(error)))
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
