"""Keeps the names that users give to the segments of a run's cut, and colours that came with them.

Light: the window reads them itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from segdesk.errors import StoreError
from segdesk.store import catalogue
from segdesk.store.db import atomic

LONGEST_NAME = 80
"""Characters: longer ones would fit no list, no sheet and no legend."""


def names(connection: sqlite3.Connection, run_id: int, segments: int) -> dict[int, str]:
    """Give the users' names of a cut's segments, by segment; those without one aren't in it."""
    query = "SELECT segment, name FROM segment_names WHERE run_id = ? AND segments = ? ORDER BY segment"
    return dict(connection.execute(query, (run_id, segments)).fetchall())


def save_name(connection: sqlite3.Connection, run_id: int, segments: int, segment: int, name: str) -> str:
    """Name a segment, and give the name as it was saved: one line, without blanks around it.

    An empty name takes the user's away, so that SegDesk's own comes back.

    Raises
    ------
    StoreError
        ``database.no_run``; ``names.taken``: another segment of the cut is called so.
    """
    told = " ".join(name.split())[:LONGEST_NAME].rstrip()
    with atomic(connection):
        catalogue.run(connection, run_id)
        for other, taken in names(connection, run_id, segments).items():
            if other != segment and told and taken.casefold() == told.casefold():
                raise StoreError("names.taken", name=told)
        _save(connection, run_id, segments, segment, told)
    return told


def save_names(connection: sqlite3.Connection, run_id: int, segments: int, given: Mapping[int, str]) -> None:
    """Put names in the place of all that the users gave to a cut's segments.

    Raises
    ------
    StoreError
        ``database.no_run``.
    """
    with atomic(connection):
        catalogue.run(connection, run_id)
        where = (run_id, segments)
        connection.execute("DELETE FROM segment_names WHERE run_id = ? AND segments = ?", where)
        for segment, name in given.items():
            _save(connection, run_id, segments, segment, name)


def colours(connection: sqlite3.Connection, run_id: int, segments: int) -> tuple[int, ...]:
    """Give the places in the palette that a cut's segments kept, by segment; empty for their own numbers."""
    query = "SELECT segment, colour FROM segment_colours WHERE run_id = ? AND segments = ?"
    kept = dict(connection.execute(query, (run_id, segments)).fetchall())
    return tuple(kept.get(segment, segment) for segment in range(segments)) if kept else ()


def save_colours(connection: sqlite3.Connection, run_id: int, segments: int, given: Sequence[int]) -> None:
    """Put colours, one for each segment, in the place of those of a cut's segments.

    Raises
    ------
    StoreError
        ``database.no_run``.
    """
    with atomic(connection):
        catalogue.run(connection, run_id)
        where = (run_id, segments)
        connection.execute("DELETE FROM segment_colours WHERE run_id = ? AND segments = ?", where)
        connection.executemany(
            "INSERT INTO segment_colours VALUES (?, ?, ?, ?)",
            [(*where, segment, colour) for segment, colour in enumerate(given) if colour != segment],
        )


def _save(connection: sqlite3.Connection, run_id: int, segments: int, segment: int, name: str) -> None:
    if name:
        query = "INSERT OR REPLACE INTO segment_names VALUES (?, ?, ?, ?)"
        connection.execute(query, (run_id, segments, segment, name))
    else:
        query = "DELETE FROM segment_names WHERE run_id = ? AND segments = ? AND segment = ?"
        connection.execute(query, (run_id, segments, segment))
