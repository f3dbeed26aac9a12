"""Opening a saved run: at once where it is small, else after a thread has read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from segdesk.errors import StoreError
from segdesk.model.recipe import ColumnUse, Recipe
from segdesk.model.roles import ColumnRole
from segdesk.tasks.import_file import import_file
from segdesk.tasks.segment import segment
from segdesk.ui import opening
from segdesk.ui.library import Library
from segdesk.ui.opening import Opening
from segdesk.ui.session import Session, View

ROWS = "age,town\n" + "".join(
    f"{20 + i % 3 * 20 + i % 2},{'Adama' if i % 3 else 'Jimma'}\n" for i in range(30)
)
RECIPE = Recipe((ColumnUse("age", ColumnRole.MEASURE), ColumnUse("town", ColumnRole.CATEGORY)), segments=3)


def quiet(_progress: object) -> None:
    """Hear how far a task is, and say nothing."""


@pytest.fixture
def library(qapp: object, tmp_path: Path) -> Iterator[Library]:
    """Give two runs of one dataset: run 1 found three segments, run 2 two."""
    source, path = tmp_path / "branch.csv", tmp_path / "data.sqlite"
    source.write_text(ROWS)
    dataset_id = import_file(quiet, database=path, source=source)
    for recipe in (RECIPE, replace(RECIPE, segments=2)):
        segment(quiet, database=path, dataset_id=dataset_id, recipe=recipe)
    made = Library(path)
    yield made
    made.close()


@pytest.fixture
def session(qapp: object) -> Session:
    return Session()


@pytest.fixture
def opener(session: Session, library: Library) -> Iterator[Opening]:
    made = Opening(session, library)
    yield made
    made.close()


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every run count as one of very many customers."""
    monkeypatch.setattr(opening, "AT_ONCE_ROWS", 0)


def test_that_a_small_run_is_in_view_at_once(opener: Opening, session: Session):
    shown: list[View] = []
    opener.open(1, shown.append)
    assert session.dataset_id == 1
    assert session.view is not None
    assert session.view.segments == 3
    assert shown == [session.view]


@pytest.mark.usefixtures("large")
def test_that_a_large_run_comes_into_view_after_the_window_went_on(
    opener: Opening, session: Session, qtbot: QtBot
):
    shown: list[View] = []
    opener.open(2, shown.append)
    assert session.view is None
    assert shown == []
    qtbot.waitUntil(lambda: bool(shown))
    assert session.dataset_id == 1
    assert session.view is shown[0]
    assert session.view.segments == 2
    assert len(session.view.labels) == 30


@pytest.mark.usefixtures("large")
def test_that_a_large_run_is_in_view_at_once_for_who_needs_it(opener: Opening, session: Session):
    opener.open(1, at_once=True)
    assert session.view is not None


@pytest.mark.usefixtures("large")
def test_that_the_run_asked_for_last_is_the_only_one_shown(opener: Opening, session: Session, qtbot: QtBot):
    seen: list[int] = []
    first: list[View] = []
    session.view_changed.connect(lambda: seen.append(session.view.run.id if session.view else 0))
    opener.open(1, first.append)
    with qtbot.waitSignal(opener.opened):
        opener.open(2)
    assert seen == [0, 2]  # the dataset without a view, then the second run
    assert first == []


@pytest.mark.usefixtures("large")
def test_that_a_run_deleted_meanwhile_is_not_shown(
    opener: Opening, session: Session, library: Library, qtbot: QtBot
):
    opener.open(1)
    with qtbot.assertNotEmitted(opener.opened, wait=500):
        library.delete_run(1)
    assert session.view is None


@pytest.mark.usefixtures("large")
def test_that_closing_waits_for_the_thread_and_shows_nothing(opener: Opening, session: Session, qtbot: QtBot):
    opener.open(1)
    with qtbot.assertNotEmitted(opener.opened, wait=100):
        opener.close()
    assert not opener._thread.isRunning()
    assert session.view is None


@pytest.mark.usefixtures("large")
def test_that_a_large_run_that_cannot_be_read_is_told(
    opener: Opening, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object) -> View:
        raise StoreError("database.no_run")

    monkeypatch.setattr(opening, "read_view", broken)
    with qtbot.waitSignal(opener.failed) as told:
        opener.open(1)
    assert told.args[0].code == "database.no_run"
    assert session.view is None


def test_that_a_run_that_is_not_there_is_told_at_once(opener: Opening, library: Library, qtbot: QtBot):
    with qtbot.waitSignal(library.failed) as told:
        opener.open(99)
    assert told.args[0].code == "database.no_run"
