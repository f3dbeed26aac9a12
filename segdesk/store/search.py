"""Finds plain text in any cell of a row, whatever its case."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from segdesk.model.roles import Kind

# SQLite allows expressions 1,000 deep and a chain of ORs is as deep as it is long: chains of chains.
_CHAIN = 100


def any_cell_has(
    connection: sqlite3.Connection, search: str, kinds: Sequence[Kind]
) -> tuple[str, tuple[str, ...]]:
    """Give the condition on ``c0``, ``c1`` … (of those ``kinds``) and its parameter.

    SQLite's LIKE knows the case of A to Z only, so a search for other letters that have case goes
    through Python, and through text columns alone, since no number or date holds such a letter.
    """
    if search.isascii() or search.lower() == search.upper():
        conditions = [f"c{position} LIKE ?1 ESCAPE '\\'" for position in range(len(kinds))]
        return _any(conditions), (f"%{_escaped(search)}%",)
    connection.create_function("has_folded", 2, _has_folded, deterministic=True)
    conditions = [f"has_folded(c{position}, ?1)" for position, kind in enumerate(kinds) if kind is Kind.TEXT]
    return _any(conditions), (search.casefold(),)


def _has_folded(cell: str | None, sought: str) -> bool:
    return cell is not None and sought in cell.casefold()


def _escaped(search: str) -> str:
    for special in ("\\", "%", "_"):
        search = search.replace(special, f"\\{special}")
    return search


def _any(conditions: list[str]) -> str:
    chains = [conditions[start : start + _CHAIN] for start in range(0, len(conditions), _CHAIN)]
    # "?1 IS NULL" is never so: it stands where there is no column to look in.
    return " OR ".join(f"({' OR '.join(chain)})" for chain in chains) or "?1 IS NULL"
