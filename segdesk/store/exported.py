"""Which files SegDesk wrote into which folders, so that a later export replaces these and no others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from segdesk.store.db import atomic


@dataclass(frozen=True, slots=True)
class Written:
    """A file as SegDesk wrote it: its name, what kind of file it is, and its bytes' SHA-256."""

    name: str
    kind: str
    sha256: str


def written_files(connection: sqlite3.Connection, folder: str) -> tuple[Written, ...]:
    """Give the files that SegDesk wrote into a folder, by name."""
    query = "SELECT name, kind, sha256 FROM exported_files WHERE folder = ? ORDER BY name"
    return tuple(Written(*row) for row in connection.execute(query, (_stored(folder),)))


def save_files(connection: sqlite3.Connection, folder: str, files: Iterable[Written]) -> None:
    """Remember files written into a folder."""
    query = "INSERT OR REPLACE INTO exported_files VALUES (?, ?, ?, ?)"
    rows = [(_stored(folder), _stored(file.name), file.kind, file.sha256) for file in files]
    with atomic(connection):
        connection.executemany(query, rows)


def forget_files(connection: sqlite3.Connection, folder: str, kinds: Iterable[str]) -> None:
    """Forget the files of some kinds in a folder."""
    query = "DELETE FROM exported_files WHERE folder = ? AND kind = ?"
    with atomic(connection):
        connection.executemany(query, [(_stored(folder), kind) for kind in kinds])


def _stored(text: str) -> str:
    """Make a path storable that isn't UTF-8 on the disk: Python holds its bytes as surrogates."""
    return text.encode("utf-8", "backslashreplace").decode()
