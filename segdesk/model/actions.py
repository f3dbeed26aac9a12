"""The marketing actions, declared in ``resources/actions.toml``: for whom, and which trait calls for them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from segdesk.model.aspects import Aspect
from segdesk.paths import resource


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
    """A kind of segment and its actions. Of ``needs`` all signs must hold, of ``needs_any`` one."""

    code: str
    kind: EntryKind
    signs: tuple[Sign, ...] = ()
    needs: tuple[Aspect, ...] = ()
    needs_any: tuple[Aspect, ...] = ()
    actions: tuple[DeclaredAction, ...] = ()


@cache
def declared() -> tuple[Entry, ...]:
    """Give the entries in the table's order."""
    table = tomllib.loads(resource("actions.toml").read_text("utf-8"))
    return tuple(
        Entry(
            code=entry["code"],
            kind=EntryKind(entry["kind"]),
            signs=tuple(
                Sign(Aspect(sign["aspect"]), Standing(sign["is"]), float(sign.get("weight", 1)))
                for sign in entry.get("signs", ())
            ),
            needs=_aspects(entry.get("needs", ())),
            needs_any=_aspects(entry.get("needs_any", ())),
            actions=tuple(
                DeclaredAction(action["code"], _aspects(action["because"])) for action in entry["actions"]
            ),
        )
        for entry in table["entry"]
    )


def _aspects(names: list[str] | tuple[()]) -> tuple[Aspect, ...]:
    return tuple(Aspect(name) for name in names)
