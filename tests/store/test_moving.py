"""A database is moved whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from segdesk.errors import StoreError
from segdesk.store import moving
from segdesk.store.db import integrity, opened
from segdesk.store.moving import copy_database, remove_database, set_aside


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "here" / "segdesk.sqlite"
    with opened(path, "write") as connection:
        connection.execute("CREATE TABLE mark (said TEXT)")
        connection.execute("INSERT INTO mark VALUES ('kept')")
    return path


@pytest.fixture
def there(tmp_path: Path) -> Path:
    folder = tmp_path / "there"
    folder.mkdir()
    return folder


def marks(database: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT said FROM mark").fetchall()


def test_that_the_copy_is_whole_and_sound_and_the_original_stays(database: Path, there: Path):
    copy = copy_database(database, there)
    assert copy == there / "segdesk.sqlite"
    assert marks(copy) == marks(database) == [("kept",)]
    assert integrity(copy) == ()
    assert [path.name for path in there.iterdir()] == ["segdesk.sqlite"]


def test_that_what_another_program_has_just_written_is_copied_too(database: Path, there: Path):
    with opened(database, "write") as connection:  # still open: the words lie in the log beside the file
        connection.execute("INSERT INTO mark VALUES ('late')")
        assert marks(copy_database(database, there)) == [("kept",), ("late",)]


def test_that_nobody_writes_while_it_is_copied(database: Path, there: Path, monkeypatch: pytest.MonkeyPatch):
    refused = []

    def look(path: Path) -> tuple[str, ...]:
        with pytest.raises(StoreError) as caught, opened(database, "write", patience=0.0) as connection:
            connection.execute("INSERT INTO mark VALUES ('lost')")
        refused.append(caught.value.code)
        return ()

    monkeypatch.setattr(moving, "integrity", look)
    copy_database(database, there)
    assert refused == ["database.busy"]


def test_that_a_damaged_copy_is_never_used(database: Path, there: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(moving, "integrity", lambda _path: ("page 3 is lost",))
    with pytest.raises(StoreError) as caught:
        copy_database(database, there)
    assert caught.value.code == "database.bad_copy"
    assert list(there.iterdir()) == []
    assert marks(database) == [("kept",)]


def test_that_a_folder_with_a_database_is_refused(database: Path, there: Path):
    copy_database(database, there)
    with pytest.raises(StoreError) as caught:
        copy_database(database, there)
    assert caught.value.code == "database.already_there"


def test_that_a_folder_that_cannot_be_written_is_refused(database: Path, tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    for folder in (tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(StoreError) as caught:
            copy_database(database, folder)
        assert caught.value.code == "database.no_folder"


def test_that_what_a_killed_attempt_left_is_written_over(database: Path, there: Path):
    (there / "segdesk.sqlite.part").write_bytes(b"half of it")
    assert marks(copy_database(database, there)) == [("kept",)]


def test_that_a_database_set_aside_takes_a_free_name_and_can_be_removed(database: Path):
    taken = database.with_name("segdesk-before-move.sqlite")
    taken.write_text("of an earlier move")
    aside = set_aside(database)
    assert aside.name == "segdesk-before-move-2.sqlite"
    assert not database.exists()
    assert marks(aside) == [("kept",)]
    remove_database(aside)
    assert os.listdir(database.parent) == [taken.name]


def test_that_what_cannot_be_renamed_keeps_its_name(database: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_names: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.replace", refuse)
    assert set_aside(database) == database
