"""The marketing actions, declared in ``resources/actions.toml``: for whom, and which trait calls for them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from segdesk.model.aspects import Aspect
from segdesk.paths import resource

OWN = "own_"
"""What the codes of users' personas begin with, and no entry's of the table."""

MOST_SIGNS = 5
"""Of a persona of the user's, all of which must hold: of more, hardly a segment has all."""


class EntryKind(StrEnum):
    """How an entry finds its segments."""

    PERSONA = "persona"
    RFM = "rfm"
    TRAIT = "trait"
    OTHER = "other"


class Standing(StrEnum):
    """Where a segment stands among all customers of the file."""

    HIGH = "high"
    LOW = "low"
    MIDDLE = "middle"
    NOT_LOW = "not_low"


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that an entry is recognised by."""

    aspect: Aspect
    standing: Standing
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class DeclaredAction:
    """An action's code, and the aspects that can call for it, the best reason first."""

    code: str
    because: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A kind of segment and its actions.

    Of ``needs`` all signs must hold, of ``needs_any`` one, and none of ``unless``, which speak against it.
    """

    code: str
    kind: EntryKind
    signs: tuple[Sign, ...] = ()
    needs: tuple[Aspect, ...] = ()
    needs_any: tuple[Aspect, ...] = ()
    unless: tuple[Sign, ...] = ()
    actions: tuple[DeclaredAction, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnPersona:
    """A kind of customer that a user declared: a segment of which all ``signs`` hold, so none without signs.

    ``code`` stands for its entry where actions are kept.
    """

    code: str
    name: str
    signs: tuple[Sign, ...] = ()

    @property
    def entry(self) -> Entry:
        """The same as an entry; its actions are the user's and kept apart."""
        needs = tuple(sign.aspect for sign in self.signs)
        return Entry(self.code, EntryKind.PERSONA, self.signs, needs)


def free_code(personas: Sequence[OwnPersona]) -> str:
    """Give a code that no persona of the user's has, nor had while there were others after it."""
    numbers = (int(persona.code.removeprefix(OWN)) for persona in personas)
    return f"{OWN}{max(numbers, default=0) + 1}"


@cache
def declared() -> tuple[Entry, ...]:
    """Give the entries in the table's order."""
    table = tomllib.loads(resource("actions.toml").read_text("utf-8"))
    return tuple(
        Entry(
            code=entry["code"],
            kind=EntryKind(entry["kind"]),
            signs=_signs(entry.get("signs", ())),
            needs=_aspects(entry.get("needs", ())),
            needs_any=_aspects(entry.get("needs_any", ())),
            unless=_signs(entry.get("unless", ())),
            actions=tuple(
                DeclaredAction(action["code"], _aspects(action["because"])) for action in entry["actions"]
            ),
        )
        for entry in table["entry"]
    )


def _signs(table: list[dict[str, Any]] | tuple[()]) -> tuple[Sign, ...]:
    return tuple(
        Sign(Aspect(sign["aspect"]), Standing(sign["is"]), float(sign.get("weight", 1))) for sign in table
    )


def _aspects(names: list[str] | tuple[()]) -> tuple[Aspect, ...]:
    return tuple(Aspect(name) for name in names)
