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
from segdesk.store.db import opened
from segdesk.tasks.import_file import import_file
from segdesk.tasks.saved_recipe import save_run_recipe
from segdesk.tasks.segment import segment
from segdesk.ui.library import Library, read_view
from tests.tasks.reporting import quiet

ROWS = "age,town\n" + "".join(
    f"{20 + i % 3 * 20 + i % 2},{'Adama' if i % 3 else 'Jimma'}\n" for i in range(30)
)
RECIPE = Recipe((ColumnUse("age", ColumnRole.MEASURE), ColumnUse("town", ColumnRole.CATEGORY)), segments=3)


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


def test_that_a_view_is_the_run_as_it_was_saved(database: Path):
    with opened(database, "read") as connection:
        view = read_view(connection, 1)
    assert (view.segments, view.is_kept, len(view.labels)) == (3, True, 30)


def test_that_a_runs_own_cut_has_the_names_that_the_user_gave(library: Library):
    library.name_segment(1, 3, 1, "Regulars")
    cut = library.cut(1)
    assert cut is not None
    assert (cut.segments, sum(cut.sizes), cut.given) == (3, 30, ((1, "Regulars"),))


def test_that_what_is_not_there_is_told_and_gives_none(library: Library, qtbot: QtBot):
    with qtbot.waitSignal(library.failed) as told:
        assert library.cut(99) is None
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


def test_that_before_the_first_file_there_is_nothing_to_complain_of(tmp_path: Path, qtbot: QtBot) -> None:
    library = Library(tmp_path / "none.sqlite")
    with qtbot.assertNotEmitted(library.failed):
        assert library.datasets() == ()
        assert library.actions() == {}
        assert library.personas() == ()


def keep_recipe(database: Path, name: str) -> None:
    save_run_recipe(quiet, database=database, run_id=1, name=name)


def recipe_names(library: Library) -> list[str]:
    return [kept.name for kept in library.recipes()]


def test_that_a_recipes_name_and_its_deletion_can_be_undone_and_redone(
    qtbot: QtBot, library: Library, database: Path
):
    keep_recipe(database, "Monthly")
    (before,) = library.recipes()
    with qtbot.waitSignal(library.recipes_changed):
        library.rename_recipe("Monthly", "Every month")
    with qtbot.waitSignals([library.recipes_changed, library.undo_offered]):
        library.delete_recipe("Every month")
    assert recipe_names(library) == []
    library.undo.undo()
    library.undo.undo()
    assert library.recipes() == (before,)
    library.undo.redo()
    assert recipe_names(library) == ["Every month"]


def test_that_a_recipes_name_that_is_taken_is_refused_and_nothing_to_undo(
    qtbot: QtBot, library: Library, database: Path
):
    keep_recipe(database, "one")
    keep_recipe(database, "two")
    with qtbot.waitSignal(library.failed) as failed:
        library.rename_recipe("one", "TWO")
    assert failed.args[0].code == "database.recipe_taken"
    assert not library.undo.canUndo()
    with qtbot.waitSignal(library.failed) as failed:
        library.delete_recipe("three")
    assert failed.args[0].code == "database.no_recipe"
    assert recipe_names(library) == ["one", "two"]


def test_that_there_are_no_recipes_and_repeats_at_first(library: Library, tmp_path: Path):
    assert library.recipes() == ()
    assert library.repeated_runs() == {}
    assert Library(tmp_path / "none.sqlite").recipes() == ()
