"""Column names: stripped, never blank, never twice."""

from __future__ import annotations

from collections.abc import Sequence

from segdesk.model.notes import Note

_NAMED = 5
"""Columns or values named in one warning."""


def column_names(cells: Sequence[str], *, notes: list[Note]) -> tuple[str, ...]:
    """Make distinct names out of a header's cells and note which had to change; see ``is_blank``."""
    names: list[str] = []
    taken = {_clean(c) for c in cells}
    repeated: list[str] = []
    seen: set[str] = set()
    for position, cell in enumerate(cells, start=1):
        name = _clean(cell)
        if not name:
            name = _free(f"column_{position}", taken)
        elif name in seen:
            name = _free(name, taken)
            repeated.append(name)
        taken.add(name)
        seen.add(name)
        names.append(name)
    if repeated:
        notes.append(Note("note.repeated_headers", {"count": len(repeated), "names": listed(repeated)}))
    return tuple(names)


def is_blank(cell: str) -> bool:
    """Tell whether a header's cell holds no name, so that the column is called by its number."""
    return not _clean(cell)


def listed(names: Sequence[str]) -> str:
    """Name a few columns or values, and say if there are more."""
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")


def _clean(cell: str) -> str:
    return " ".join(cell.replace("\ufeff", "").split())


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"
