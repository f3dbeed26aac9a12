"""A language that nobody speaks: English, marked and two fifths longer. Made here, never shipped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Transformer

from segdesk import text
from segdesk.text.writing import Writing, use, writing

CODE = "am"
"""It stands in the place of a language that Babel knows."""

LONGER = 0.4
WORD = "lóng"
MARKS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")


def longer(words: str) -> str:
    """Give a text with marked vowels and two fifths more letters, in words that can wrap."""
    letters = sum(map(str.isalpha, words))
    if not letters:
        return words
    core, after = words.rstrip(), words[len(words.rstrip()) :]
    more, pad = round(LONGER * letters), ""
    while sum(map(str.isalpha, pad)) < more:
        pad += f" {WORD}"
    return core.translate(MARKS) + pad[: more + pad.count(" ")] + after


class _Longer(Transformer):
    def visit_TextElement(self, node: fluent.TextElement) -> fluent.TextElement:
        node.value = longer(node.value)
        return node


def pseudo_area(english: str) -> str:
    """Give an area's sentences in the pseudo-language."""
    resource = FluentParser().parse(english)
    kept = ("date", "day")  # patterns, which aren't read by people
    for entry in resource.body:
        if isinstance(entry, fluent.Message) and entry.id.name not in kept:
            _Longer().visit(entry)
    return FluentSerializer().serialize(resource)


@contextmanager
def pseudo_language() -> Iterator[None]:
    """Speak the pseudo-language."""
    read, before = text.read_area, writing()

    def read_pseudo(language: str, area: str) -> str:
        english = read("en", area)
        return pseudo_area(english) if language == CODE else english

    def forget() -> None:
        text._bundle.cache_clear()
        text._found.cache_clear()

    with mock.patch.object(text, "read_area", read_pseudo):
        forget()
        use(Writing(language=CODE))
        try:
            yield
        finally:
            use(before)
            forget()
