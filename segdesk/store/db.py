"""Opens the database: safe settings, versions, backups, and SQLite's errors as codes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Literal

from segdesk.errors import StoreError

Connection = sqlite3.Connection
"""What ``opened`` gives, by a name for who doesn't know SQLite."""

SCHEMA_VERSION = 8
"""How many migrations schema.py holds; kept in the file as ``user_version``."""

APPLICATION_ID = 0x5E6DE5C
"""Marks a file as SegDesk's own, so that no other program's database is ever written to."""

PATIENCE = 60.0
"""Longer than a million customers take to save: a job waits for another process's, then says why it can't."""

# SQLite's primary result codes (https://sqlite.org/rescode.html) that a user can do something about.
_CODES = {
    3: "database.read_only",  # PERM
    5: "database.busy",  # BUSY
    6: "database.busy",  # LOCKED
    8: "database.read_only",  # READONLY
    10: "database.disk_error",  # IOERR
    11: "database.unreadable",  # CORRUPT
    13: "database.disk_full",  # FULL
    14: "database.cannot_open",  # CANTOPEN
    15: "database.busy",  # PROTOCOL: the lock could not be had
    18: "database.too_big",  # TOOBIG
    23: "database.read_only",  # AUTH
    26: "database.unreadable",  # NOTADB
}


@contextmanager
def opened(
    path: Path, mode: Literal["read", "write"], *, patience: float = PATIENCE
) -> Iterator[sqlite3.Connection]:
    """Open the database at ``path`` and close it again, whatever happens.

    ``"write"`` creates the folder and the file where they are missing and brings an older
    database up to date, after a backup. ``"read"`` never changes or creates anything (but an
    older database, which it can't read otherwise, is brought up to date first), and is not held
    up by a writer. ``patience`` is how many seconds to wait for another writer.

    Raises
    ------
    StoreError
        ``database.missing`` (reading only), ``database.newer``, ``database.foreign``,
        ``database.unreadable``, ``database.busy``, ``database.disk_full``,
        ``database.read_only``, ``database.folder``, ``database.cannot_open``,
        ``database.disk_error``, ``database.too_big``, ``database.no_backup``.
    """
    with _translated(path):
        connection = _open_to_read(path, patience) if mode == "read" else _open_to_write(path, patience)
        with closing(connection):
            yield connection


@contextmanager
def atomic(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep all that is written inside, or nothing; joins a transaction that is already open."""
    if connection.in_transaction:
        yield
        return
    # IMMEDIATE: find out about another writer now, not halfway through.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite itself has rolled back already after some errors, such as a full disk.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def integrity(path: Path) -> tuple[str, ...]:
    """Give what is wrong inside the database, in SQLite's technical words; empty when all is well."""
    with opened(path, "read") as connection:
        problems = [str(text) for (text,) in connection.execute("PRAGMA integrity_check") if text != "ok"]
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            problems.append(f"{table} row {row}: no such row in {parent}")
        return tuple(problems)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into codes; one that only a bug can cause passes as it is."""
    try:
        yield
    except sqlite3.Error as error:
        # The upper bits say more than a sentence could use.
        code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if code is None:
            raise
        raise StoreError(code, path=str(path)) from error


def _connect(path: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    # isolation_level=None: transactions are where atomic() says, never begun by Python on its own.
    return sqlite3.connect(path, timeout=patience, isolation_level=None)


def _open_to_read(path: Path, patience: float) -> sqlite3.Connection:
    try:
        is_there = path.is_file()
    except OSError as error:
        raise StoreError("database.cannot_open", path=str(path)) from error
    if not is_there:
        raise StoreError("database.missing", path=str(path))
    # Not by a mode=ro address: that can't put right what a killed writer left in the log.
    connection = _connect(path, patience)
    try:
        version = _version(connection, path)
        if version == 0:
            raise StoreError("database.missing", path=str(path))
        if version < SCHEMA_VERSION:
            _migrate(connection, path)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _open_to_write(path: Path, patience: float) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("database.folder", path=str(path.parent)) from error
    connection = _connect(path, patience)
    try:
        if _version(connection, path) < SCHEMA_VERSION:
            _migrate(connection, path)
        # After migrating: a migration that rebuilds a table mustn't cascade its rows away.
        connection.execute("PRAGMA foreign_keys = ON")
        # What was reported as finished survives a power cut too, not only a killed process.
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """Give the schema version, 0 for an empty file; refuse what isn't ours to touch."""
    if not _number(connection, "SELECT count(*) FROM sqlite_master"):
        return 0
    if _number(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise StoreError("database.foreign", path=str(path))
    version = _number(connection, "PRAGMA user_version")
    if version > SCHEMA_VERSION:
        raise StoreError("database.newer", path=str(path))
    return version


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    # Imported only when there is something to migrate: sqlite-utils takes over a second to import.
    from segdesk.store import schema

    # Both have effect only while the file is empty, and outside a transaction. Incremental:
    # purging a dataset gives its space back to the disk.
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("PRAGMA journal_mode = WAL")
    with atomic(connection):
        version = _version(connection, path)  # again: another process may have been quicker
        if version == SCHEMA_VERSION:
            return
        if version:
            _back_up(path, version)
        schema.apply(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _back_up(path: Path, version: int) -> None:
    """Copy the database beside itself, under its final name only once the copy is whole."""
    backup = path.with_name(f"{path.stem}-backup-v{version}{path.suffix}")
    part = backup.with_name(f"{backup.name}.part")
    try:
        part.unlink(missing_ok=True)
        with closing(_connect(path)) as source, closing(_connect(part)) as copy:
            source.backup(copy)
        os.replace(part, backup)
    except OSError as error:
        raise StoreError("database.no_backup", path=str(backup)) from error


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
