"""What the command line says to words that it doesn't understand, and the headings of its help."""

from __future__ import annotations

import re

import click

from segdesk.text import t

# Click keeps what was typed in its sentence only, in quotes or, a number out of its range, as the first word.
_QUOTED = re.compile("'([^']*)'")
_IN_BRACKETS = re.compile(r"\((.*)\)")


def complaint(error: click.ClickException) -> str:
    """Say what is wrong with what was typed. Click's own sentences are in English only."""
    # By name: older versions of click don't have all of them.
    match type(error).__name__:
        case "NoSuchCommand":
            name = str(getattr(error, "command_name", ""))
            nearest = ", ".join(getattr(error, "possibilities", None) or ())
            if nearest:
                return t("cli.no_command_but", name=name, nearest=nearest)
            return t("cli.no_command", name=name)
        case "NoSuchOption":
            return t("cli.no_option", name=str(getattr(error, "option_name", "")))
        case "BadOptionUsage":
            return t("cli.no_value", name=str(getattr(error, "option_name", "")))
    if isinstance(error, click.MissingParameter):
        return t("cli.no_parameter", name=_name(error))
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    extra = _IN_BRACKETS.search(error.message)
    return t("cli.too_much", words=extra[1]) if extra else t("cli.not_understood")


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    names = (
        error.param.opts
        if isinstance(error.param, click.Option)
        else (error.param.make_metavar(_context(error)),)
    )
    return str(names[-1])


def _context(error: click.BadParameter) -> click.Context:
    return error.ctx or click.get_current_context()


def _bad_value(error: click.BadParameter) -> str:
    name, kind = _name(error), error.param.type if error.param is not None else None
    quoted = _QUOTED.search(error.message)
    value = quoted[1] if quoted else error.message.partition(" ")[0]
    match kind:
        case click.Choice():
            return t("cli.bad_choice", name=name, value=value, choices=", ".join(map(str, kind.choices)))
        case click.IntRange() | click.FloatRange():
            low, high = (None if end is None else str(end) for end in (kind.min, kind.max))
            if low is not None and high is not None:
                return t("cli.bad_between", name=name, value=value, low=low, high=high)
            return t("cli.bad_number", name=name, value=value)
        case click.types.IntParamType() | click.types.FloatParamType():
            return t("cli.bad_number", name=name, value=value)
        case click.Path():
            return t("cli.bad_path", name=name, value=value)
    return t("cli.bad_value", name=name, value=value)


class HelpWords(click.HelpFormatter):
    """Writes help with headings in the user's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        super().write_usage(prog, args, prefix if prefix is not None else f"{t('cli.usage_word')} ")

    def write_heading(self, heading: str) -> None:
        """Write one of click's headings."""
        known = {"Options": t("cli.options_word"), "Commands": t("cli.commands_word")}
        super().write_heading(known.get(heading, heading))
