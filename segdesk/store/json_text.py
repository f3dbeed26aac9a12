"""Model values as JSON text, and back.

JSON has no nan: it is written as ``null`` and comes back as nan. msgspec is imported late, since
lists that the first window shows are read without it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, TypeVar

from segdesk.model.notes import Note
from segdesk.model.recipe import ColumnUse, Encoding, Method, Recipe
from segdesk.model.roles import ColumnRole

T = TypeVar("T")


def encode(value: object) -> str:
    """Write a dataclass, or anything built of them, as JSON; nan and infinity become ``null``."""
    import msgspec

    return msgspec.json.encode(value, enc_hook=_python_scalar).decode()


def decode(text: str, kind: type[T], *, optional: frozenset[str] = frozenset()) -> T:
    """Read what ``encode`` wrote; ``null`` is nan except for the fields named in ``optional``."""
    import msgspec

    return msgspec.convert(_with_nan(json.loads(text), optional), kind)


def decode_note(text: str) -> Note:
    """Read one note."""
    return _note(json.loads(text))


def decode_notes(text: str) -> tuple[Note, ...]:
    """Read a list of notes."""
    return tuple(_note(item) for item in json.loads(text))


def decode_recipe(text: str) -> Recipe:
    """Read a recipe."""
    fields = json.loads(text)
    uses = (ColumnUse(c["name"], ColumnRole(c["role"]), c["influence"]) for c in fields["columns"])
    return Recipe(
        columns=tuple(uses),
        method=Method(fields["method"]),
        segments=fields["segments"],
        encoding=Encoding(fields["encoding"]),
        pca=fields["pca"],
        seed=fields["seed"],
        parameters=fields.get("parameters", {}),  # runs of earlier releases have none
    )


def _note(item: Mapping[str, Any]) -> Note:
    return Note(item["code"], _with_nan(item["facts"], frozenset()))


def _with_nan(value: Any, optional: frozenset[str]) -> Any:
    match value:
        case None:
            return math.nan
        case list():
            return [_with_nan(item, optional) for item in value]
        case dict():
            return {
                key: item if item is None and key in optional else _with_nan(item, optional)
                for key, item in value.items()
            }
    return value


def _python_scalar(value: Any) -> object:
    """Give the Python number or text inside a NumPy scalar, which msgspec doesn't know."""
    return value.item()
