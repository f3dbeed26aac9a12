"""The saved things as the window reads and changes them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from segdesk.errors import StoreError
from segdesk.model.recipe import ColumnUse, Recipe
from segdesk.model.roles import ColumnRole
from segdesk.tasks.import_file import import_file
from segdesk.tasks.segment import segment
from segdesk.ui.library import Library

ROWS = "age,town\n" + "".join(
    f"{20 + i % 3 * 20 + i % 2},{'Adama' if i % 3 else 'Jimma'}\n" for i in range(30)
)
RECIPE = Recipe((ColumnUse("age", ColumnRole.MEASURE), ColumnUse("town", ColumnRole.CATEGORY)), segments=3)


def quiet(_progress: object) -> None:
    """Hear how far a task is, and say nothing."""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Give a database with one dataset and one run of it."""
    source, path = tmp_path / "branch.csv", tmp_path / "data.sqlite"
    source.write_text(ROWS)
    dataset_id = import_file(quiet, database=path, source=source)
    segment(quiet, database=path, dataset_id=dataset_id, recipe=RECIPE)
    return path


@pytest.fixture
def library(qapp: object, database: Path) -> Iterator[Library]:
    made = Library(database)
    yield made
    made.close()


def test_that_a_missing_database_holds_nothing_and_is_no_failure(qtbot: QtBot, tmp_path: Path):
    library = Library(tmp_path / "none.sqlite")
    with qtbot.assertNotEmitted(library.failed):
        assert library.datasets() == ()


def test_that_an_opened_dataset_brings_columns_first_rows_and_runs(library: Library):
    found = library.dataset(1)
    assert found is not None
    assert (found.info.name, found.info.rows) == ("branch.csv", 30)
    assert [column.name for column in found.columns] == ["age", "town"]
    assert tuple(found.head[0]) == (20, "Jimma")
    assert [run.segments for run in found.runs] == [3]


def test_that_a_view_is_the_run_as_it_was_saved(library: Library):
    view = library.view(1)
    assert view is not None
    assert (view.segments, view.is_kept, len(view.labels)) == (3, True, 30)


def test_that_what_is_not_there_is_told_and_gives_none(library: Library, qtbot: QtBot):
    with qtbot.waitSignal(library.failed) as told:
        assert library.view(99) is None
    assert isinstance(told.args[0], StoreError)


def test_that_deleting_a_dataset_can_be_undone_and_done_again(library: Library, qtbot: QtBot):
    with qtbot.waitSignals([library.dataset_gone, library.changed, library.undo_offered]):
        library.delete_dataset(1)
    assert library.datasets() == ()
    library.undo.undo()
    assert [info.runs for info in library.datasets() or ()] == [1]
    with qtbot.waitSignal(library.dataset_gone):
        library.undo.redo()
    assert library.datasets() == ()


def test_that_deleting_a_run_can_be_undone(library: Library, qtbot: QtBot):
    with qtbot.waitSignal(library.run_gone) as gone:
        library.delete_run(1)
    assert gone.args == [1]
    assert library.runs(1) == ()
    library.undo.undo()
    assert [run.id for run in library.runs(1) or ()] == [1]


def test_that_a_role_can_be_changed_back_and_forth(library: Library, qtbot: QtBot):
    with qtbot.waitSignal(library.roles_changed):
        library.set_role(1, 0, ColumnRole.DESCRIBE)
    assert next(column.role for column in library.columns(1) or ()) == ColumnRole.DESCRIBE
    library.undo.undo()
    assert next(column.role for column in library.columns(1) or ()) == ColumnRole.MEASURE


def test_that_what_could_not_be_deleted_cannot_be_undone(library: Library, database: Path, qtbot: QtBot):
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with qtbot.waitSignal(library.failed) as told, qtbot.assertNotEmitted(library.undo_offered):
            library.delete_dataset(1)
    assert told.args[0].code == "database.busy"
    assert not library.undo.canUndo()
    assert len(library.datasets() or ()) == 1


def test_that_closing_purges_and_says_nothing_more(database: Path, qtbot: QtBot):
    library = Library(database)
    library.delete_dataset(1)
    with qtbot.assertNotEmitted(library.undo.indexChanged):
        library.close()
    with closing(sqlite3.connect(database)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert "rows_1" not in tables
