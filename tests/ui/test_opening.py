"""Opening a saved run: at once where it is small, else after a thread has read it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from segdesk.errors import StoreError
from segdesk.ui import opening
from segdesk.ui.library import Library
from segdesk.ui.opening import Opening
from segdesk.ui.session import Session, View


@pytest.fixture
def session(qapp: object) -> Session:
    return Session()


@pytest.fixture
def opener(session: Session, two_runs: Library) -> Iterator[Opening]:
    made = Opening(session, two_runs)
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
    opener: Opening, session: Session, two_runs: Library, qtbot: QtBot
):
    opener.open(1)
    with qtbot.assertNotEmitted(opener.opened, wait=500):
        two_runs.delete_run(1)
    assert session.view is None


@pytest.mark.usefixtures("large")
def test_that_closing_waits_for_the_thread_and_shows_nothing(opener: Opening, session: Session, qtbot: QtBot):
    opener.open(1)
    with qtbot.assertNotEmitted(opener.opened, wait=100):
        opener.close()
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


def test_that_a_run_that_is_not_there_is_told_at_once(opener: Opening, two_runs: Library, qtbot: QtBot):
    with qtbot.waitSignal(two_runs.failed) as told:
        opener.open(99)
    assert told.args[0].code == "database.no_run"
