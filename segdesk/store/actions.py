"""Keeps the users' own marketing actions: what stands in the place of an entry's of the actions table."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from segdesk.model.portrait import Action
from segdesk.store import json_text
from segdesk.store.db import atomic

LONGEST_ACTION = 200
"""Characters: an action is one line of a card."""


def own_actions(connection: sqlite3.Connection) -> dict[str, tuple[Action, ...]]:
    """Give the users' actions by the code of their entry; entries that they left alone aren't in it."""
    found = connection.execute("SELECT entry, actions FROM own_actions ORDER BY entry")
    return {entry: json_text.decode(text, tuple[Action, ...]) for entry, text in found}


def save_actions(connection: sqlite3.Connection, entry: str, actions: Sequence[Action]) -> None:
    """Put actions in the place of an entry's; none at all is a choice too."""
    kept = tuple(
        Action(action.code, tidied) for action in actions if (tidied := _text(action)) or action.code
    )
    with atomic(connection):
        connection.execute(
            "INSERT OR REPLACE INTO own_actions VALUES (?, ?)", (entry, json_text.encode(kept))
        )


def forget_actions(connection: sqlite3.Connection, entry: str) -> None:
    """Give an entry its declared actions back."""
    with atomic(connection):
        connection.execute("DELETE FROM own_actions WHERE entry = ?", (entry,))


def _text(action: Action) -> str:
    return " ".join(action.text.split())[:LONGEST_ACTION].rstrip()
