"""Column names: stripped, never blank, never twice."""

from __future__ import annotations

from collections.abc import Sequence

from segdesk.model.notes import Note


def column_names(cells: Sequence[str], *, notes: list[Note]) -> tuple[str, ...]:
    """Make distinct names out of a header's cells and note what had to change."""
    names: list[str] = []
    taken = {_clean(c) for c in cells}
    blank: list[str] = []
    repeated: list[str] = []
    seen: set[str] = set()
    for position, cell in enumerate(cells, start=1):
        name = _clean(cell)
        if not name:
            name = _free(f"column_{position}", taken)
            blank.append(name)
        elif name in seen:
            name = _free(name, taken)
            repeated.append(name)
        taken.add(name)
        seen.add(name)
        names.append(name)
    if blank:
        notes.append(Note("note.blank_headers", {"count": len(blank), "names": ", ".join(blank[:5])}))
    if repeated:
        notes.append(
            Note("note.repeated_headers", {"count": len(repeated), "names": ", ".join(repeated[:5])})
        )
    return tuple(names)


def _clean(cell: str) -> str:
    return " ".join(cell.replace("\ufeff", "").split())


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"
