"""Every sentence that code asks for is there, fits its facts, and every sentence is asked for."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

import segdesk.model
from tests.house.source import RESOURCES, Module, called, modules, strings

ENGLISH = RESOURCES / "text" / "en"
KEY = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
ERRORS = ("InputError", "RunError", "StoreError")


class _References(Visitor):
    """Collects the facts and the other messages that a message needs."""

    def __init__(self) -> None:
        self.facts: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:
        self.facts.add(node.id.name)

    def visit_MessageReference(self, node: fluent.MessageReference) -> None:
        self.messages.add(node.id.name)


@dataclass(frozen=True)
class Ask:
    """A place in code that asks for a sentence; ``facts`` is None where they aren't written out."""

    where: str
    key: str
    facts: frozenset[str] | None


@cache
def messages() -> dict[str, _References]:
    """Give every message by its key."""
    found = {}
    for path in sorted(ENGLISH.glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, fluent.Message):
                references = _References()
                references.visit(entry)
                found[f"{path.stem}.{entry.id.name}"] = references
    return found


def _literals(node: ast.expr) -> Iterator[str]:
    """Give the keys that an expression can be: a literal, or either side of a choice."""
    match node:
        case ast.Constant(value=str(key)):
            yield key
        case ast.IfExp(body=body, orelse=orelse):
            yield from _literals(body)
            yield from _literals(orelse)


def _dict_keys(node: ast.expr | None) -> frozenset[str] | None:
    if node is None:
        return frozenset()
    if isinstance(node, ast.Dict) and all(isinstance(key, ast.Constant) for key in node.keys):
        return frozenset(str(key.value) for key in node.keys if isinstance(key, ast.Constant))
    return None


def _asks(module: Module) -> Iterator[Ask]:
    for call in ast.walk(module.tree):
        if not isinstance(call, ast.Call) or not call.args or called(call) not in ("t", "Note", *ERRORS):
            continue
        if called(call) == "Note":
            named = {keyword.arg: keyword.value for keyword in call.keywords}
            facts = _dict_keys(call.args[1] if len(call.args) > 1 else named.get("facts"))
        else:
            names = [keyword.arg for keyword in call.keywords]
            facts = None if None in names else frozenset(str(name) for name in names)
        for key in _literals(call.args[0]):
            yield Ask(module.where(call), key, facts)


@cache
def asks() -> tuple[Ask, ...]:
    """Give every place that asks for a sentence by a written-out key."""
    return tuple(ask for module in modules() for ask in _asks(module))


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the keys that code builds, ``t(f"stage.{stage}")``, as patterns with their places."""
    found = []
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr):
                pattern = "".join(
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_]+"
                    for part in node.values
                )
                if re.match(r"[a-z][a-z0-9_]*\\\.", pattern):
                    found.append((module.where(node), re.compile(pattern)))
    return tuple(found)


def test_that_every_ftl_file_parses():
    junk = [
        f"{path.name}: {entry.content}"
        for path in sorted(ENGLISH.glob("*.ftl"))
        for entry in FluentParser().parse(path.read_text("utf-8")).body
        if isinstance(entry, fluent.Junk)
    ]
    assert not junk, "\n".join(junk)


def test_that_no_message_is_written_twice():
    for path in sorted(ENGLISH.glob("*.ftl")):
        body = FluentParser().parse(path.read_text("utf-8")).body
        names = [entry.id.name for entry in body if isinstance(entry, fluent.Message)]
        assert sorted(names) == sorted(set(names)), path.name


def test_that_every_key_has_the_form_area_name():
    assert [key for key in messages() if not KEY.fullmatch(key)] == []


def test_that_every_sentence_asked_for_is_there():
    missing = [f"{ask.where} {ask.key}" for ask in asks() if ask.key not in messages()]
    assert not missing, "\n".join(missing)


def test_that_every_sentence_gets_the_facts_it_needs():
    lacking = [
        f"{ask.where} {ask.key} lacks {sorted(messages()[ask.key].facts - ask.facts)}"
        for ask in asks()
        if ask.key in messages() and ask.facts is not None and messages()[ask.key].facts - ask.facts
    ]
    assert not lacking, "\n".join(lacking)


def test_that_every_built_key_finds_a_sentence():
    areas = {key.partition(".")[0] for key in messages()}
    lost = [
        f"{where} {pattern.pattern}"
        for where, pattern in patterns()
        if pattern.pattern.partition("\\.")[0] in areas and not any(map(pattern.fullmatch, messages()))
    ]
    assert not lost, "\n".join(lost)


def _enums() -> list[type[StrEnum]]:
    found = []
    for info in pkgutil.iter_modules(segdesk.model.__path__, "segdesk.model."):
        for thing in vars(importlib.import_module(info.name)).values():
            if isinstance(thing, type) and issubclass(thing, StrEnum) and thing.__module__ == info.name:
                found.append(thing)
    return found


@pytest.mark.parametrize("enum", _enums(), ids=lambda enum: str(enum.__name__))
def test_that_a_family_of_sentences_has_one_for_each_value(enum: type[StrEnum]):
    # "words.role_measure" is there, so "words.role_" names roles: then all roles have their sentence.
    # The stem is the enum's last word, ColumnRole -> role.
    stem = re.findall("[A-Z][a-z]+", enum.__name__)[-1].lower()
    for prefix in {f"words.{stem}_", f"{stem}."}:
        built = any(pattern.pattern.startswith(re.escape(prefix)) for _, pattern in patterns())
        if built:
            assert [f"{prefix}{value}" for value in enum if f"{prefix}{value}" not in messages()] == []


def test_that_every_sentence_is_asked_for():
    written = {str(string.value) for module in modules() for string in strings(module)}
    referred = {
        f"{key.partition('.')[0]}.{name}" for key, found in messages().items() for name in found.messages
    }
    unused = [
        key
        for key in messages()
        if key not in written | referred and not any(p.fullmatch(key) for _, p in patterns())
    ]
    assert not unused, "\n".join(unused)
