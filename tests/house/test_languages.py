"""Each other language says the same as English: nothing missing, nothing more, with the same facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

import pytest
from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from segdesk.text.writing import LANGUAGES, SOURCE_LANGUAGE
from tests.house.source import RESOURCES

TEXT = RESOURCES / "text"
OTHERS = [language.code for language in LANGUAGES if language.code != SOURCE_LANGUAGE]
COMPLETE = [code for code in OTHERS if next(lang for lang in LANGUAGES if lang.code == code).is_complete]
PLURALS = {"zero", "one", "two", "few", "many", "other"}
COUNTS = (0, 1, 2, 5, 11, 1_000)
WORDS = re.compile(r"[A-Za-z]{3,}")

SAME = frozenset(
    {
        "howmany.figure_gap",
        "report_panel.pdf",
        *(
            f"words.term_{method}"
            for method in (
                "ward", "complete", "average", "single", "kmeans", "gmm", "gmm_diagonal", "dbscan", "hdbscan",
            )
        ),
    }
)  # fmt: skip
"""Sentences that are the same in every language: names, as statisticians write them."""


@dataclass
class Sentence(Visitor):
    """What a message is made of: its facts, the messages it quotes, its choices by the fact they ask."""

    text: str
    facts: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
    choices: dict[str, list[dict[str, set[str]]]] = field(default_factory=dict)

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:
        self.facts.add(node.id.name)

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:
        self.quoted.add(node.id.name)

    def visit_SelectExpression(self, node: fluent.SelectExpression) -> None:
        asked = next(iter(_facts(node.selector)), "")
        self.choices.setdefault(asked, []).append({_key(each): _facts(each.value) for each in node.variants})
        self.generic_visit(node)


class _Facts(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:
        self.found.add(node.id.name)


def _facts(node: fluent.SyntaxNode) -> set[str]:
    visitor = _Facts()
    visitor.visit(node)
    return visitor.found


def _key(variant: fluent.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, fluent.Identifier) else key.value


def parsed(text: str) -> tuple[dict[str, Sentence], list[str]]:
    """Give a file's messages by their names, and what is wrong with the file."""
    found: dict[str, Sentence] = {}
    wrong = []
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, fluent.Junk):
            wrong.append(f"can't be read: {(entry.content or '').strip()[:80]}")
        if isinstance(entry, fluent.Message):
            if entry.id.name in found:
                wrong.append(f"{entry.id.name} is written twice")
            span = entry.value.span if entry.value else None
            sentence = Sentence(text[span.start : span.end] if span else "")
            sentence.visit(entry)
            found[entry.id.name] = sentence
    return found, wrong


@cache
def sentences(language: str) -> dict[str, Sentence]:
    """Give every sentence of a language by its key."""
    return {
        f"{path.stem}.{name}": sentence
        for path in sorted((TEXT / language).glob("*.ftl"))
        for name, sentence in parsed(path.read_text("utf-8"))[0].items()
    }


def differences(source: Sentence, other: Sentence, language: str) -> list[str]:
    """Say how a translated sentence doesn't fit the one it was made from."""
    found = []
    if source.facts != other.facts:
        found.append(f"facts {sorted(other.facts)}, not {sorted(source.facts)}")
    categories = set(Locale(language).plural_form.rules) | {"other"}
    for fact, choices in other.choices.items():
        kinds = [set(choice) for choice in source.choices.get(fact, [])]
        for choice in choices:
            if set(choice) & PLURALS:
                found += _plural_faults(fact, choice, categories)
            elif set(choice) not in kinds:
                found.append(f"${fact} is asked for {sorted(choice)}, not {[sorted(each) for each in kinds]}")
    return found


def _plural_faults(fact: str, choice: dict[str, set[str]], categories: set[str]) -> Iterator[str]:
    unknown = {key for key in choice if key in PLURALS and key not in categories}
    if unknown:
        yield f"${fact}: this language has no {sorted(unknown)}"
    if "other" not in choice:
        yield f"${fact}: *[other] is missing"
    # [one] may stand for other numbers than 1: for 0 in Amharic. Where [other] says the number, so must it.
    elif "one" in choice and fact in choice["other"] and fact not in choice["one"]:
        yield f"${fact}: [one] is more than 1 here, so it has to say {{ ${fact} }}"


def test_that_the_rules_see_what_is_wrong():
    source, none = parsed(
        "a = { $n ->\n [one] 1 run\n *[other] { $n } runs\n }\nb = { $w ->\n [up] x\n *[down] y\n }\n"
    )
    assert none == []
    wrong = "a = { $n ->\n [one] 1 ሩጫ\n [few] x\n *[other] { $n } ሩጫዎች\n }\n"
    other, _ = parsed(wrong + "b = { $w ->\n [up] x\n *[low] { $z }\n }\n")
    assert len(differences(source["a"], other["a"], "am")) == 2  # no [few]; [one] writes the number out
    assert len(differences(source["b"], other["b"], "am")) == 2  # $z; [low] for [down]
    assert differences(source["b"], source["b"], "am") == []
    assert parsed("a = x\na = y\n= z")[1] == ["a is written twice", "can't be read: = z"]


@pytest.mark.parametrize("language", OTHERS)
def test_that_its_files_can_be_read_and_have_an_english_namesake(language: str):
    wrong = []
    for path in sorted((TEXT / language).glob("*.ftl")):
        wrong += [f"{path.name}: {fault}" for fault in parsed(path.read_text("utf-8"))[1]]
        if not (TEXT / SOURCE_LANGUAGE / path.name).exists():
            wrong.append(f"{path.name} has no English namesake")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", OTHERS)
def test_that_it_has_no_sentence_that_english_lacks(language: str):
    assert sorted(set(sentences(language)) - set(sentences(SOURCE_LANGUAGE))) == []


@pytest.mark.parametrize("language", OTHERS)
def test_that_its_sentences_take_the_same_facts_and_choices(language: str):
    source = sentences(SOURCE_LANGUAGE)
    wrong = [
        f"{key}: {fault}"
        for key, sentence in sentences(language).items()
        if key in source
        for fault in differences(source[key], sentence, language)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", [SOURCE_LANGUAGE, *OTHERS])
def test_that_its_sentences_can_be_written_for_any_number_and_choice(language: str):
    wrong = []
    for path in sorted((TEXT / language).glob("*.ftl")):
        text = path.read_text("utf-8")
        bundle = FluentBundle([language], use_isolating=False)
        bundle.add_resource(FluentResource(text))
        for name, sentence in parsed(text)[0].items():
            pattern = bundle.get_message(name).value
            assert pattern is not None, f"{path.name}: {name}"
            for facts in _examples(sentence):
                _, errors = bundle.format_pattern(pattern, facts)
                wrong += [f"{path.name}: {name}: {error}" for error in errors]
    assert not wrong, "\n".join(sorted(set(wrong)))


def _examples(sentence: Sentence) -> Iterator[dict[str, object]]:
    """Give facts for every choice of a sentence, also of those it quotes."""
    ways: dict[str, tuple[object, ...]] = dict.fromkeys(sentence.facts, ("x",))
    for fact, choices in sentence.choices.items():
        keys = {key for choice in choices for key in choice}
        ways[fact] = COUNTS if keys & PLURALS else tuple(sorted(keys))
    for values in product(*ways.values()):
        yield dict(zip(ways, values, strict=True))


@pytest.mark.parametrize("language", COMPLETE)
def test_that_a_complete_language_lacks_no_sentence(language: str):
    assert sorted(set(sentences(SOURCE_LANGUAGE)) - set(sentences(language))) == []


@pytest.mark.parametrize("language", COMPLETE)
def test_that_a_complete_language_leaves_no_sentence_in_english(language: str):
    source = sentences(SOURCE_LANGUAGE)
    same = [
        key
        for key, sentence in sentences(language).items()
        if key in source and sentence.text == source[key].text and WORDS.search(_prose(sentence.text))
    ]
    assert sorted(set(same) - SAME) == []


def _prose(text: str) -> str:
    return re.sub(r"\{[^{}]*\}", "", text)
