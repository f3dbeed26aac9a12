"""What is known of a view: told at once where it is small, else after a thread has read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from segdesk.model.findings import Choice, Findings
from segdesk.model.notes import Note
from segdesk.store.db import opened
from segdesk.store.findings import save_choice
from segdesk.ui import known
from segdesk.ui.known import KnownReader
from segdesk.ui.library import Library
from segdesk.ui.session import View
from tests.store import examples

CHOICE = Choice(
    segments=3,
    reason=Note("compare.none", {"segments": 3, "share": 0.5, "name": "k"}),
    votes=(),
    most=7,
    least=30,
    rows=4,
)


@pytest.fixture
def library(qapp: object, tmp_path: Path) -> Iterator[Library]:
    """Give a saved run; of how it was chosen something is known."""
    with opened(tmp_path / "data.sqlite", "write") as connection:
        dataset_id = examples.save(connection, examples.customers())
        run_id = examples.save_run(connection, dataset_id, examples.segmentation())
        save_choice(connection, run_id, CHOICE)
    made = Library(tmp_path / "data.sqlite")
    yield made
    made.close()


@pytest.fixture
def view(library: Library) -> View:
    found = library.view(1)
    assert found is not None
    return found


@pytest.fixture
def reader(library: Library) -> Iterator[KnownReader]:
    made = KnownReader(library)
    yield made
    made.close()


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every run count as one of very many customers."""
    monkeypatch.setattr(known, "AT_ONCE_ROWS", 0)


def assert_answers(answer: list[object], view: View) -> None:
    of, findings = answer
    assert of is view
    assert isinstance(findings, Findings)
    assert (findings.choice, findings.verdict, findings.reliability) == (CHOICE, None, None)


def test_that_a_small_run_is_answered_at_once(reader: KnownReader, view: View, qtbot: QtBot):
    with qtbot.waitSignal(reader.answered, timeout=0) as answer:
        reader.read(view)
        assert not reader.is_busy
    assert_answers(answer.args, view)


@pytest.mark.usefixtures("large")
def test_that_a_large_run_is_answered_later_and_the_same(reader: KnownReader, view: View, qtbot: QtBot):
    with qtbot.waitSignal(reader.answered) as answer:
        reader.read(view)
        assert reader.is_busy
    assert_answers(answer.args, view)
    assert not reader.is_busy


@pytest.mark.usefixtures("large")
def test_that_only_the_view_asked_about_last_is_answered(reader: KnownReader, view: View, qtbot: QtBot):
    newer = replace(view)
    heard = []
    reader.answered.connect(lambda of, _findings: heard.append(of))
    reader.read(view)
    with qtbot.waitSignal(reader.answered):
        reader.read(newer)
    qtbot.wait(20)
    assert [of is newer for of in heard] == [True]


@pytest.mark.usefixtures("large")
def test_that_what_is_forgotten_is_not_answered(reader: KnownReader, view: View, qtbot: QtBot):
    reader.read(view)
    with qtbot.assertNotEmitted(reader.answered, wait=100):
        reader.forget()
    assert not reader.is_busy


@pytest.mark.usefixtures("large")
def test_that_a_database_that_cannot_be_read_is_told(
    reader: KnownReader, library: Library, view: View, qtbot: QtBot
):
    library.database.write_bytes(b"no database at all, but long enough to be read as one" * 40)
    with qtbot.waitSignal(reader.failed):
        reader.read(view)
    assert not reader.is_busy
