"""Keeps the users' own marketing actions and kinds of customers, beside those of the actions table."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from segdesk.errors import StoreError
from segdesk.model.actions import OwnPersona, Sign
from segdesk.model.portrait import Action
from segdesk.store import json_text
from segdesk.store.db import atomic

LONGEST_ACTION = 200
"""Characters: an action is one line of a card."""

LONGEST_NAME = 60
"""Characters: a persona's name stands in the foot of a card."""


def own_actions(connection: sqlite3.Connection) -> dict[str, tuple[Action, ...]]:
    """Give the users' actions by the code of their entry; entries that they left alone aren't in it."""
    found = connection.execute("SELECT entry, actions FROM own_actions ORDER BY entry")
    return {entry: json_text.decode(text, tuple[Action, ...]) for entry, text in found}


def save_actions(connection: sqlite3.Connection, entry: str, actions: Sequence[Action]) -> None:
    """Put actions in the place of an entry's; none at all is a choice too."""
    kept = tuple(
        Action(action.code, tidied)
        for action in actions
        if (tidied := _line(action.text, LONGEST_ACTION)) or action.code
    )
    with atomic(connection):
        connection.execute(
            "INSERT OR REPLACE INTO own_actions VALUES (?, ?)", (entry, json_text.encode(kept))
        )


def forget_actions(connection: sqlite3.Connection, entry: str) -> None:
    """Give an entry its declared actions back."""
    with atomic(connection):
        connection.execute("DELETE FROM own_actions WHERE entry = ?", (entry,))


def own_personas(connection: sqlite3.Connection) -> tuple[OwnPersona, ...]:
    """Give the kinds of customers that the user declared, the oldest first."""
    found = connection.execute("SELECT code, name, signs FROM own_personas ORDER BY length(code), code")
    return tuple(
        OwnPersona(code, name, json_text.decode(signs, tuple[Sign, ...])) for code, name, signs in found
    )


def save_persona(connection: sqlite3.Connection, persona: OwnPersona) -> None:
    """Keep a persona of the user's, in the place of the one of its code.

    Raises
    ------
    StoreError
        ``personas.no_name``; ``personas.taken``: another one is called so.
    """
    told = persona_name(persona.name)
    if not told:
        raise StoreError("personas.no_name")
    with atomic(connection):
        for other in own_personas(connection):
            if other.code != persona.code and other.name.casefold() == told.casefold():
                raise StoreError("personas.taken", name=told)
        connection.execute(
            "INSERT OR REPLACE INTO own_personas VALUES (?, ?, ?)",
            (persona.code, told, json_text.encode(persona.signs)),
        )


def forget_persona(connection: sqlite3.Connection, code: str) -> None:
    """Remove a persona of the user's with its actions."""
    with atomic(connection):
        connection.execute("DELETE FROM own_personas WHERE code = ?", (code,))
        connection.execute("DELETE FROM own_actions WHERE entry = ?", (code,))


def persona_name(name: str) -> str:
    """Give a persona's name as it is kept: one line of limited length."""
    return _line(name, LONGEST_NAME)


def _line(text: str, longest: int) -> str:
    return " ".join(text.split())[:longest].rstrip()
