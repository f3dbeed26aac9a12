"""What the window reads: at once what is small, else later; only what was asked for last is answered."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from segdesk.errors import StoreError
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.ui.reads import Reads
from tests.store import examples


@pytest.fixture
def reads(qapp: object, tmp_path: Path) -> Iterator[Reads]:
    """Give reads from a database with one dataset."""
    with opened(tmp_path / "data.sqlite", "write") as connection:
        examples.save(connection, examples.customers())
    made = Reads(tmp_path / "data.sqlite")
    yield made
    made.close()


def count(connection: sqlite3.Connection) -> int:
    return len(catalogue.datasets(connection))


def refuse(connection: sqlite3.Connection) -> int:
    raise StoreError("database.no_run")


def test_that_what_is_read_at_once_is_answered_at_once(reads: Reads):
    heard: list[object] = []
    reads.answered.connect(heard.append)
    reads.ask(count, at_once=True)
    assert heard == [1]
    assert not reads.is_busy


def test_that_what_takes_long_is_answered_later(reads: Reads, qtbot: QtBot):
    heard: list[object] = []
    reads.answered.connect(heard.append)
    reads.ask(count, at_once=False)
    assert reads.is_busy
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [1]
    assert not reads.is_busy


@pytest.mark.parametrize("at_once", [True, False])
def test_that_only_what_was_asked_for_last_is_answered(reads: Reads, qtbot: QtBot, at_once: bool):
    heard: list[object] = []
    reads.answered.connect(heard.append)
    reads.ask(lambda _connection: "first", at_once=False)
    reads.ask(lambda _connection: "second", at_once=at_once)
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(50)
    assert heard == ["second"]


def test_that_what_is_forgotten_is_not_answered(reads: Reads, qtbot: QtBot):
    reads.ask(count, at_once=False)
    with qtbot.assertNotEmitted(reads.answered, wait=100):
        reads.forget()
    assert not reads.is_busy


@pytest.mark.parametrize("at_once", [True, False])
def test_that_a_failure_is_told(reads: Reads, qtbot: QtBot, at_once: bool):
    with qtbot.waitSignal(reads.failed) as told:
        reads.ask(refuse, at_once=at_once)
    assert told.args[0].code == "database.no_run"
    assert not reads.is_busy


def test_that_closing_waits_for_the_thread_and_answers_nothing(reads: Reads, qtbot: QtBot):
    done: list[int] = []
    reads.ask(lambda connection: done.append(count(connection)), at_once=False)
    qtbot.waitUntil(lambda: bool(done))
    with qtbot.assertNotEmitted(reads.answered, wait=50):
        reads.ask(count, at_once=False)
        reads.close()
        reads.ask(count, at_once=False)
    assert not reads.is_busy
