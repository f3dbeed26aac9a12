"""Moves the database to another folder: a whole, checked copy there before anything is given up here."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from segdesk.errors import StoreError
from segdesk.store.db import atomic, integrity, opened

PART = ".part"
LEFT_BEHIND = "-before-move"


def copy_database(database: Path, folder: Path) -> Path:
    """Copy the database into a folder, and give the copy's path once it is known to be sound.

    Nobody else writes meanwhile, and the original stays as it is.

    Raises
    ------
    StoreError
        ``database.no_folder``: there is no such folder, or nothing may be written there.
        ``database.already_there``: the folder holds a database. ``database.bad_copy``: what was
        written can't be read back, as on a failing disk. ``database.*``
    """
    target = folder / database.name
    _refuse_unwritable(folder)
    if target.exists():
        raise StoreError("database.already_there", path=str(target))
    part = target.with_name(target.name + PART)
    try:
        with opened(database, "write") as source, atomic(source):
            part.unlink(missing_ok=True)  # of an attempt that was killed
            _copy(database, part)
            if integrity(part):
                raise StoreError("database.bad_copy", path=str(folder))
            os.replace(part, target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError("database.bad_copy", path=str(folder)) from error
    finally:
        _remove(part)
    return target


def _copy(database: Path, part: Path) -> None:
    # From a connection of its own: the one that keeps writers away is inside a transaction.
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = WAL").fetchone()


def set_aside(database: Path) -> Path:
    """Give the database that has been moved away another name, so that nobody goes on with it.

    Where it can't be renamed, as while another program has it open on Windows, it keeps its name.
    """
    number, stem = 1, f"{database.stem}{LEFT_BEHIND}"
    aside = database.with_name(f"{stem}{database.suffix}")
    while aside.exists():
        number += 1
        aside = database.with_name(f"{stem}-{number}{database.suffix}")
    try:
        os.replace(database, aside)
    except OSError:
        return database
    return aside


def remove_database(database: Path) -> None:
    """Delete a database that was set aside, with what SQLite keeps beside it.

    Raises
    ------
    StoreError
        ``database.read_only``: it may not be deleted.
    """
    try:
        _remove(database)
    except OSError as error:
        raise StoreError("database.read_only", path=str(database)) from error


def _remove(database: Path) -> None:
    for path in (database, *(database.with_name(database.name + end) for end in ("-wal", "-shm"))):
        path.unlink(missing_ok=True)


def _refuse_unwritable(folder: Path) -> None:
    # By writing: what a folder's rights say isn't what happens, on Windows and on network drives.
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise StoreError("database.no_folder", path=str(folder)) from error
