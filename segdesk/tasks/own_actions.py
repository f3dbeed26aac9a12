"""The users' marketing actions and kinds of customers as a file: to carry to another laptop, or to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from segdesk.errors import InputError, StoreError
from segdesk.model.actions import MOST_SIGNS, OwnPersona, Sign, Standing, declared, free_code
from segdesk.model.aspects import Aspect
from segdesk.model.portrait import Action
from segdesk.store.actions import (
    own_actions,
    own_personas,
    persona_name,
    save_actions,
    save_persona,
)
from segdesk.store.db import atomic, opened

LARGEST_FILE = 2**20
"""Bytes; ten actions for each of a hundred kinds of customers have a quarter of it."""

MOST = 100
"""Personas, and actions of one: more, and nobody would find his way."""


@dataclass(frozen=True, slots=True)
class Told:
    """How many entries' actions and how many personas were written or read."""

    actions: int
    personas: int


@dataclass(frozen=True, slots=True)
class _Sign:
    aspect: str
    standing: str


@dataclass(frozen=True, slots=True)
class _Persona:
    name: str
    signs: tuple[_Sign, ...]
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """What the file holds: actions by the code of their entry, and personas with theirs."""

    actions: dict[str, tuple[Action, ...]] = field(default_factory=dict)
    personas: tuple[_Persona, ...] = ()


def export_actions(database: Path, path: Path) -> Told:
    """Write the users' actions and personas as JSON.

    Raises
    ------
    StoreError
        ``database.*``; ``export.cannot_write``
    """
    with opened(database, "read") as connection:
        actions, personas = own_actions(connection), own_personas(connection)
    codes = {persona.code for persona in personas}
    document = _File(
        actions={entry: own for entry, own in actions.items() if entry not in codes},
        personas=tuple(
            _Persona(
                persona.name,
                tuple(_Sign(sign.aspect.value, sign.standing.value) for sign in persona.signs),
                actions.get(persona.code, ()),
            )
            for persona in personas
        ),
    )
    try:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(document), indent=2))
    except OSError:
        raise StoreError("export.cannot_write", path=str(path)) from None
    return Told(len(document.actions), len(personas))


def import_actions(database: Path, path: Path) -> Told:
    """Take actions and personas from a file; what it doesn't speak of stays. Nothing in it is ever run.

    A persona takes the place of the user's own of the same name.

    Raises
    ------
    InputError
        ``personas.no_file``, ``personas.too_large``, ``personas.not_actions``: it can't be read;
        ``personas.unknown``: it names something that SegDesk doesn't know; ``personas.*``: a persona isn't
        whole. Nothing is changed then.
    StoreError
        ``database.*``
    """
    found = _read(path)
    for entry, actions in found.actions.items():
        _check("entry", entry, [each.code for each in declared()])
        _check_actions(actions)
    personas = [_persona(each) for each in found.personas]
    names = [persona.name.casefold() for persona in personas]
    if len(set(names)) < len(names):
        twice = next(persona.name for persona in personas if names.count(persona.name.casefold()) > 1)
        raise InputError("personas.taken", name=twice)
    with opened(database, "write") as connection, atomic(connection):
        for entry, actions in found.actions.items():
            save_actions(connection, entry, actions)
        for told, persona in zip(found.personas, personas, strict=True):
            known = own_personas(connection)
            same = [old.code for old in known if old.name.casefold() == persona.name.casefold()]
            code = same[0] if same else free_code(known)
            save_persona(connection, replace(persona, code=code))
            save_actions(connection, code, told.actions)
    return Told(len(found.actions), len(personas))


def _read(path: Path) -> _File:
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST_FILE + 1)
    except OSError:
        raise InputError("personas.no_file", path=str(path)) from None
    if len(text) > LARGEST_FILE:
        raise InputError("personas.too_large", path=str(path), most=str(LARGEST_FILE // 2**20))
    try:
        found = msgspec.json.decode(text.removeprefix(b"\xef\xbb\xbf"), type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise InputError("personas.not_actions", path=str(path)) from None
    sizes = [
        len(found.personas),
        *map(len, found.actions.values()),
        *(len(p.actions) for p in found.personas),
    ]
    if not (found.actions or found.personas) or max(sizes) > MOST:
        raise InputError("personas.not_actions", path=str(path))
    return found


def _persona(told: _Persona) -> OwnPersona:
    """Check a persona of a file; it has no code yet."""
    name = persona_name(told.name)
    if not name:
        raise InputError("personas.no_name")
    for sign in told.signs:
        _check("aspect", sign.aspect, list(Aspect))
        _check("standing", sign.standing, list(Standing))
    aspects = {sign.aspect for sign in told.signs}
    if not aspects:
        raise InputError("personas.no_signs", name=name)
    if len(aspects) < len(told.signs):
        raise InputError("personas.twice", name=name)
    if len(aspects) > MOST_SIGNS:
        raise InputError("personas.many_signs", name=name, most=str(MOST_SIGNS))
    _check_actions(told.actions)
    signs = tuple(Sign(Aspect(sign.aspect), Standing(sign.standing)) for sign in told.signs)
    return OwnPersona("", name, signs)


def _check_actions(actions: Sequence[Action]) -> None:
    known = [action.code for entry in declared() for action in entry.actions]
    for action in actions:
        if action.code or not action.text.strip():
            _check("action", action.code, known)


def _check(what: str, value: str, known: Sequence[str]) -> None:
    """Refuse a code that SegDesk doesn't know, and say which it does."""
    if value not in known:
        raise InputError("personas.unknown", what=what, value=value, known=", ".join(dict.fromkeys(known)))
