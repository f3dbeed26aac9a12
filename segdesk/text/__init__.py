"""Sentences by key: ``t("file.no_rows", path=…)`` is ``no_rows`` of ``file.ftl``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from segdesk.paths import resource

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGE = "en"

LONGEST_FACT = 500
"""Letters of one fact. Nobody reads a longer column name or list, and Fluent refuses more than 1,000."""


@cache
def _bundle(language: str, area: str) -> FluentBundle:
    # Imported late: the first window shows before Fluent and Babel are needed.
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    source = resource("text", language, f"{area}.ftl").read_text("utf-8")
    bundle.add_resource(FluentResource(source))
    return bundle


def t(key: str, **facts: object) -> str:
    """Give the sentence for ``area.name`` with ``facts`` filled in.

    Raises
    ------
    KeyError
        No such sentence, or a fact it needs is missing: a bug, never the user's fault.
    """
    area, _, name = key.partition(".")
    bundle = _bundle(LANGUAGE, area)
    try:
        message = bundle.get_message(name)
    except LookupError:
        raise KeyError(key) from None
    if message.value is None:
        raise KeyError(key)
    shown = {name: _shortened(fact) for name, fact in facts.items()}
    text, errors = bundle.format_pattern(message.value, shown)
    if errors:
        raise KeyError(f"{key}: {errors}")
    return str(text).replace("\n", " ")  # a long sentence is wrapped in its file, not on screen


def _shortened(fact: object) -> object:
    if isinstance(fact, str) and len(fact) > LONGEST_FACT:
        return fact[: LONGEST_FACT - 1] + "…"
    return fact
