"""Opening: what is created, what is refused, what is backed up."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from segdesk.errors import StoreError
from segdesk.store import catalogue, db, schema
from segdesk.store.db import atomic, integrity, opened
from segdesk.text import t
from tests.store import examples

Mode = Literal["read", "write"]
MODES: tuple[Mode, ...] = ("read", "write")

STORE = Path(db.__file__).parent
FACTS = {"path": "segdesk.sqlite", "id": "3", "name": "age", "columns": 2_100, "most": 1_999}


def test_that_writing_creates_the_folder_and_a_sound_database(path: Path) -> None:
    with opened(path, "write") as connection:
        assert catalogue.datasets(connection) == ()
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert integrity(path) == ()


def test_that_the_version_counts_the_migrations() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        assert len(schema.migrations.pending(Database(connection))) == db.SCHEMA_VERSION


def test_that_every_refusal_has_a_sentence() -> None:
    source = "".join(file.read_text("utf-8") for file in STORE.glob("*.py"))
    codes = set(re.findall(r'"(database\.\w+)"', source))
    assert "database.newer" in codes
    for code in codes:
        assert len(t(code, **FACTS)) > len("What happened. What to do.")


def test_that_reading_creates_nothing(path: Path) -> None:
    with pytest.raises(StoreError) as refused, opened(path, "read"):
        pass
    assert refused.value.code == "database.missing"
    assert str(path) in examples.sentence(refused.value)
    assert not path.parent.exists()


def test_that_an_empty_file_is_no_database_yet_but_may_become_one(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with pytest.raises(StoreError) as refused, opened(path, "read"):
        pass
    assert refused.value.code == "database.missing"
    with opened(path, "write") as connection:
        assert catalogue.datasets(connection) == ()


def test_that_reading_cannot_write(path: Path) -> None:
    with opened(path, "write") as connection:
        dataset_id = examples.save(connection, examples.customers())
    with pytest.raises(StoreError) as refused, opened(path, "read") as connection:
        catalogue.delete_dataset(connection, dataset_id)
    assert refused.value.code == "database.read_only"
    assert examples.sentence(refused.value)


@pytest.mark.parametrize("mode", MODES)
def test_that_a_newer_database_is_refused_and_left_alone(path: Path, mode: Mode) -> None:
    with opened(path, "write"):
        pass
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {db.SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError) as refused, opened(path, mode):
        pass
    assert refused.value.code == "database.newer"
    assert "newer" in examples.sentence(refused.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize("mode", MODES)
def test_that_another_programs_database_is_refused_and_left_alone(path: Path, mode: Mode) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE moz_places (url)")
    before = path.read_bytes()
    with pytest.raises(StoreError) as refused, opened(path, mode):
        pass
    assert refused.value.code == "database.foreign"
    assert examples.sentence(refused.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"name,age\nAbebe,34\n", b"\x00\xff" * 4096])
def test_that_a_file_that_is_no_database_is_refused(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    for mode in MODES:
        with pytest.raises(StoreError) as refused, opened(path, mode):
            pass
        assert refused.value.code == "database.unreadable"
        assert examples.sentence(refused.value)
    assert path.read_bytes() == content


def test_that_a_damaged_page_is_found(path: Path) -> None:
    with opened(path, "write") as connection:
        examples.save(connection, examples.large(5_000))
    page = 4096
    content = bytearray(path.read_bytes())
    for start in range(20 * page, 40 * page, page):
        content[start : start + 100] = b"\x07" * 100
    path.write_bytes(content)
    try:
        problems = integrity(path)
    except StoreError as error:
        problems = (error.code,)
    assert problems


def test_that_a_row_without_its_parent_is_found(path: Path) -> None:
    with opened(path, "write"):
        pass
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("INSERT INTO cluster_assignments VALUES (99, 0, 1, NULL)")
    assert len(integrity(path)) == 1
    assert "clustering_runs" in integrity(path)[0]


@pytest.mark.parametrize("mode", MODES)
def test_that_a_folder_in_the_files_place_is_refused(path: Path, mode: Mode) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreError) as refused, opened(path, mode):
        pass
    assert refused.value.code == {"read": "database.missing", "write": "database.cannot_open"}[mode]
    assert examples.sentence(refused.value)


def test_that_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(StoreError) as refused, opened(tmp_path / "data" / "segdesk.sqlite", "write"):
        pass
    assert refused.value.code == "database.folder"
    assert examples.sentence(refused.value)


def test_that_a_file_that_may_not_be_looked_at_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "is_file", forbidden)
    with pytest.raises(StoreError) as refused, opened(path, "read"):
        pass
    assert refused.value.code == "database.cannot_open"


def test_that_a_second_writer_is_told_to_wait(path: Path) -> None:
    with opened(path, "write") as first, atomic(first):
        with (
            pytest.raises(StoreError) as refused,
            opened(path, "write", patience=0.05) as second,
            atomic(second),
        ):
            pass
        assert refused.value.code == "database.busy"
        assert examples.sentence(refused.value)


def save_where_20_pages_are_left(path: Path) -> None:
    with opened(path, "write") as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 20}")
        examples.save(connection, examples.large(50_000))


def test_that_a_full_disk_keeps_what_was_there_and_nothing_else(path: Path) -> None:
    with opened(path, "write") as connection:
        examples.save(connection, examples.customers())
    with pytest.raises(StoreError) as refused:
        save_where_20_pages_are_left(path)
    assert refused.value.code == "database.disk_full"
    assert examples.sentence(refused.value)
    with opened(path, "read") as connection:
        assert [info.name for info in catalogue.datasets(connection)] == ["customers"]
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'rows_2'").fetchone() == (
            0,
        )
    assert integrity(path) == ()


def test_that_a_bug_in_a_query_stays_a_bug(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), opened(path, "write") as connection:
        connection.execute("SELECT nonsense FROM datasets")


def save_both_and_fail(connection: sqlite3.Connection) -> None:
    with atomic(connection):
        dataset_id = examples.save(connection, examples.customers())
        examples.save_run(connection, dataset_id, examples.segmentation())
        raise RuntimeError


def test_that_atomic_undoes_everything_and_joins_an_outer_one(connection: sqlite3.Connection) -> None:
    with pytest.raises(RuntimeError):
        save_both_and_fail(connection)
    assert catalogue.datasets(connection) == ()
    assert connection.execute("SELECT count(*) FROM clustering_runs").fetchone() == (0,)
    assert not connection.in_transaction


def test_that_a_reader_sees_the_last_finished_state_while_a_writer_is_busy(path: Path) -> None:
    with opened(path, "write") as writer:
        examples.save(writer, examples.customers(), name="before")
        with atomic(writer):
            examples.save(writer, examples.large(30_000), name="in the making")
            with opened(path, "read") as reader:
                assert [info.name for info in catalogue.datasets(reader)] == ["before"]
        with opened(path, "read") as reader:
            assert {info.name for info in catalogue.datasets(reader)} == {"before", "in the making"}


def add_a_column(database: Database) -> None:
    database.execute("ALTER TABLE datasets ADD COLUMN colour TEXT")


def fail(database: Database) -> None:
    add_a_column(database)
    raise RuntimeError


def plan_migration(monkeypatch: pytest.MonkeyPatch, migration: object) -> None:
    """Pretend that this SegDesk has one migration more."""
    later = Migrations("segdesk")
    later()(schema.m001_datasets_and_runs)
    later()(migration)  # type: ignore[type-var]
    monkeypatch.setattr(schema, "migrations", later)
    monkeypatch.setattr(db, "SCHEMA_VERSION", db.SCHEMA_VERSION + 1)


@pytest.mark.parametrize("mode", MODES)
def test_that_an_older_database_is_backed_up_and_then_migrated(
    path: Path, monkeypatch: pytest.MonkeyPatch, mode: Mode
) -> None:
    with opened(path, "write") as connection:
        dataset_id = examples.save(connection, examples.customers())
        examples.save_run(connection, dataset_id, examples.segmentation())
    old = db.SCHEMA_VERSION
    plan_migration(monkeypatch, add_a_column)
    with opened(path, mode) as connection:
        assert connection.execute("SELECT name, colour FROM datasets").fetchall() == [("customers", None)]
        assert len(catalogue.runs(connection)) == 1
    backup = path.with_name(f"segdesk-backup-v{old}.sqlite")
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (old,)
        assert copy.execute("SELECT name FROM datasets").fetchall() == [("customers",)]
        assert "colour" not in {row[1] for row in copy.execute("PRAGMA table_info(datasets)")}
    assert not list(path.parent.glob("*.part"))


def test_that_a_migration_that_fails_leaves_the_database_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(path, "write") as connection:
        examples.save(connection, examples.customers())
    old = db.SCHEMA_VERSION
    plan_migration(monkeypatch, fail)
    with pytest.raises(RuntimeError), opened(path, "write"):
        pass
    monkeypatch.undo()
    with opened(path, "read") as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (old,)
        assert "colour" not in {row[1] for row in connection.execute("PRAGMA table_info(datasets)")}


def test_that_no_migration_runs_without_its_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(path, "write"):
        pass
    path.with_name(f"segdesk-backup-v{db.SCHEMA_VERSION}.sqlite").mkdir()
    plan_migration(monkeypatch, add_a_column)
    with pytest.raises(StoreError) as refused, opened(path, "write"):
        pass
    assert refused.value.code == "database.no_backup"
    assert examples.sentence(refused.value)
    with closing(sqlite3.connect(path)) as other:
        assert "colour" not in {row[1] for row in other.execute("PRAGMA table_info(datasets)")}


def test_that_a_fresh_database_needs_no_backup(path: Path) -> None:
    with opened(path, "write"):
        pass
    assert [file.name for file in path.parent.iterdir()] == ["segdesk.sqlite"]
