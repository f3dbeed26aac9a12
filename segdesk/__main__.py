"""Starts the window or the command line."""

from __future__ import annotations

import os
import sys

COMMANDS = (
    "import", "customers", "segment", "datasets", "runs", "show", "labels", "export", "delete", "check",
    "choose", "compare", "verdict", "profile", "campaign", "uplift", "report",
    "predict", "rerun", "migrate", "recipes", "actions", "erase",
)  # fmt: skip
"""The command line's words; a test keeps the list true. Anything that can be a file is for the window."""

SELFTEST = "--selftest"
CONSOLE = "segdesk-cli"
DATABASE_SUFFIX = ".segdesk"
"""Of a database that is kept or handed on as a file; the installers make it open with SegDesk."""

_FOR_COMMAND_LINE = {*COMMANDS, "--help", "-h", "--version"}

_WITH_VALUE = ("--database", "--language")


def main(arguments: list[str] | None = None) -> int:
    """Run SegDesk and give its exit code."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # first of all: a frozen worker starts here too
        _settle_in()
    arguments = _opening(sys.argv[1:] if arguments is None else arguments)
    if arguments[:1] == [SELFTEST]:
        from segdesk.selftest import run_selftest

        return run_selftest(arguments[1:])
    if _is_command(_first_word(arguments)) or _is_console():
        _choose_language(arguments)  # before the command line is imported: its help is made of sentences
        from segdesk.cli import run_command

        return run_command(arguments or ["--help"])
    from segdesk.app import run_window

    return run_window(arguments, _said_language(arguments))


def _settle_in() -> None:
    """Make a frozen copy a good guest on its system."""
    from segdesk.paths import cache_of_user

    # A windowed program has no output on Windows; libraries that write a line there would fail.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    # Where matplotlib keeps its list of fonts: else it looks through all of them at each start.
    os.environ.setdefault("MPLCONFIGDIR", str(cache_of_user() / "matplotlib"))
    if sys.platform == "linux":
        # A file browser that we start, and that may be made with Qt too, wants the system's own libraries.
        os.environ.pop("QT_PLUGIN_PATH", None)
        os.environ.pop("QML2_IMPORT_PATH", None)
        os.environ.pop("LD_LIBRARY_PATH", None)
        if (original := os.environ.pop("LD_LIBRARY_PATH_ORIG", None)) is not None:
            os.environ["LD_LIBRARY_PATH"] = original


def _opening(arguments: list[str]) -> list[str]:
    """Read a double-clicked SegDesk file as what it is: a database by another name."""
    if len(arguments) == 1 and arguments[0].lower().endswith(DATABASE_SUFFIX):
        return ["--database", arguments[0]]
    return arguments


def _is_console() -> bool:
    """Whether this is the bundle's program for terminals, which never opens a window."""
    is_frozen = bool(getattr(sys, "frozen", False))
    return is_frozen and os.path.splitext(os.path.basename(sys.argv[0]))[0] == CONSOLE


def _is_command(word: str) -> bool:
    # A lone word that is no file was meant as a command: the command line says which there are.
    is_typo = word.isalpha() and not os.path.exists(word)
    return word in _FOR_COMMAND_LINE or is_typo


def _first_word(arguments: list[str]) -> str:
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word in _WITH_VALUE:
            rest = rest[1:]
        elif word.partition("=")[0] not in _WITH_VALUE:
            return word
    return ""


def _choose_language(arguments: list[str]) -> None:
    from segdesk.paths import Paths
    from segdesk.settings import Settings
    from segdesk.text.writing import chosen_by, use

    use(chosen_by(Settings(Paths.of_user().settings), _said_language(arguments)))


def _said_language(arguments: list[str]) -> str:
    after = [*arguments[1:], ""]
    said = [
        word.partition("=")[2] or following
        for word, following in zip(arguments, after, strict=False)
        if word.partition("=")[0] == "--language"
    ]
    return said[-1] if said else ""


if __name__ == "__main__":
    sys.exit(main())
