"""Remembers which columns were chosen for lists: for a file, and for next month's with the same columns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from segdesk.settings import Settings

KEY = "list_columns"

MOST = 20
"""Kinds of files that are remembered; the settings stay small."""


def remembered_columns(settings: Settings, names: Sequence[str]) -> tuple[str, ...]:
    """Give the columns chosen last for a file with these, in their order; none where it is new."""
    chosen = _read(settings).get(_kind_of(names), [])
    return tuple(name for name in chosen if name in names)


def remember_columns(settings: Settings, names: Sequence[str], chosen: Sequence[str]) -> None:
    """Remember the columns that were chosen for a file with these."""
    saved = _read(settings)
    saved.pop(_kind_of(names), None)
    if chosen and tuple(chosen) != tuple(names):  # all of them as they stand is what a new file gets
        saved[_kind_of(names)] = list(chosen)
    newest = dict(list(saved.items())[-MOST:])
    settings[KEY] = json.dumps(newest, ensure_ascii=False) if newest else ""


def _kind_of(names: Sequence[str]) -> str:
    return sha256("\n".join(sorted(names)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _read(settings: Settings) -> dict[str, list[str]]:
    """Give what is saved; whatever isn't lists of names, by hand or by another version, is left out."""
    try:
        saved = json.loads(settings[KEY] or "{}")
    except ValueError:
        return {}
    if not isinstance(saved, dict):
        return {}
    return {
        str(kind): chosen
        for kind, chosen in saved.items()
        if isinstance(chosen, list) and all(isinstance(name, str) for name in chosen)
    }
