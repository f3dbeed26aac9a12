"""Starts the window or the command line."""

from __future__ import annotations

import os
import sys

COMMANDS = (
    "import", "customers", "segment", "datasets", "runs", "show", "labels", "export", "delete", "check",
    "choose", "compare", "verdict", "profile", "campaign", "uplift", "report",
    "predict", "rerun", "migrate", "recipes", "erase",
)  # fmt: skip
"""The command line's words; a test keeps the list true. Anything that can be a file is for the window."""

_FOR_COMMAND_LINE = {*COMMANDS, "--help", "-h", "--version"}


def main(arguments: list[str] | None = None) -> int:
    """Run SegDesk and give its exit code."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # first of all: a frozen worker starts here too
    arguments = sys.argv[1:] if arguments is None else arguments
    if _is_command(_first_word(arguments)):
        from segdesk.cli import run_command

        return run_command(arguments)
    from segdesk.app import run_window

    return run_window(arguments)


def _is_command(word: str) -> bool:
    # A lone word that is no file was meant as a command: the command line says which there are.
    is_typo = word.isalpha() and not os.path.exists(word)
    return word in _FOR_COMMAND_LINE or is_typo


def _first_word(arguments: list[str]) -> str:
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--database":
            rest = rest[1:]
        elif not word.startswith("--database="):
            return word
    return ""


if __name__ == "__main__":
    sys.exit(main())
