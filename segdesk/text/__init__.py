"""Sentences by key: ``t("file.no_rows", path=…)`` is ``no_rows`` of ``file.ftl`` in the user's language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from segdesk.paths import resource
from segdesk.text.writing import SOURCE_LANGUAGE, writing

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle
    from fluent.runtime.resolver import Pattern

LONGEST_FACT = 500
"""Letters of one fact. Nobody reads a longer column name or list, and Fluent refuses more than 1,000."""


def read_area(language: str, area: str) -> str:
    """Give the file that holds an area's sentences in a language; empty where there is none yet."""
    path = resource("text", language, f"{area}.ftl")
    return path.read_text("utf-8") if path.exists() else ""


def areas() -> tuple[str, ...]:
    """Give the names of all areas of sentences."""
    return tuple(sorted(path.stem for path in resource("text", SOURCE_LANGUAGE).glob("*.ftl")))


def read_ahead(area: str) -> None:
    """Read an area's sentences before the first of them is asked for, which takes up to 1/20 s."""
    _bundle(writing().language, area)


@cache
def _bundle(language: str, area: str) -> FluentBundle:
    # Imported late: the first window shows before Fluent and Babel are needed.
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(read_area(language, area)))
    return bundle


@cache
def _found(language: str, key: str) -> tuple[FluentBundle, Pattern]:
    """Find a sentence in a language, or in English where nobody has translated it yet."""
    area, _, name = key.partition(".")
    for each in (language, SOURCE_LANGUAGE):
        bundle = _bundle(each, area)
        if bundle.has_message(name) and (pattern := bundle.get_message(name).value) is not None:
            return bundle, pattern
    raise KeyError(key)


def in_source_language(key: str) -> str:
    """Give a sentence without facts in English, whatever the user's language is."""
    bundle, pattern = _found(SOURCE_LANGUAGE, key)
    return str(bundle.format_pattern(pattern)[0])


def t(key: str, **facts: object) -> str:
    """Give the sentence for ``area.name`` with ``facts`` filled in.

    Raises
    ------
    KeyError
        No such sentence, or a fact it needs is missing: a bug, never the user's fault.
    """
    bundle, pattern = _found(writing().language, key)
    shown = {name: _shortened(fact) for name, fact in facts.items()}
    text, errors = bundle.format_pattern(pattern, shown)
    if errors:
        raise KeyError(f"{key}: {errors}")
    return str(text).replace("\n", " ")  # a long sentence is wrapped in its file, not on screen


def _shortened(fact: object) -> object:
    if isinstance(fact, str) and len(fact) > LONGEST_FACT:
        return fact[: LONGEST_FACT - 1] + "…"
    return fact
