from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from segdesk.errors import StoreError
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column, Table
from segdesk.store.datasets import save_dataset
from segdesk.store.db import opened
from segdesk.ui.reader import RowReader
from tests.ui.sample_views import column


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database with two datasets: three customers, and one."""
    path = tmp_path_factory.mktemp("reader") / "segdesk.sqlite"
    summaries = (column("age"), column("town", Kind.TEXT, ColumnRole.CATEGORY))
    ages = (np.array([40.0, 20.0, 30.0]), np.array([55.0]))
    towns = ((np.array([0, 1, 0], np.int32), ("Jimma", "Adama")), (np.array([0], np.int32), ("Gondar",)))
    with opened(path, "write") as connection:
        for age, (codes, levels) in zip(ages, towns, strict=True):
            table = Table((Column("age", Kind.NUMBER, age), Column("town", Kind.TEXT, codes, levels)))
            save_dataset(
                connection,
                table,
                summaries,
                name="customers",
                original_path="customers.csv",
                sha256="",
                imported_at=datetime(2026, 1, 1, tzinfo=UTC),
            )
    return path


@pytest.fixture
def reader(qtbot: QtBot, database: Path) -> Iterator[RowReader]:
    """Give a reader of the first dataset."""
    result = RowReader(database)
    result.open(1)
    yield result
    result.close()


def test_that_rows_come_in_the_order_asked_for(reader: RowReader):
    assert reader.rows([2, 0]) == [(30, "Jimma"), (40, "Jimma")]
    assert reader.rows([1], [1]) == [("Adama",)]


def test_that_an_order_is_answered_with_its_ticket(reader: RowReader, qtbot: QtBot):
    with qtbot.waitSignal(reader.ordered) as answer:
        ticket = reader.order(position=0)
    # Ages 40, 20, 30: rising they are rows 1, 2, 0.
    assert answer.args[0] == ticket
    assert answer.args[1].tolist() == [1, 2, 0]


def test_that_a_search_finds_rows_by_any_column(reader: RowReader, qtbot: QtBot):
    with qtbot.waitSignal(reader.ordered) as answer:
        reader.order(position=0, descending=True, search="jimma")
    assert answer.args[1].tolist() == [0, 2]


def test_that_only_the_newest_order_is_answered(reader: RowReader, qtbot: QtBot):
    answered: list[int] = []
    reader.ordered.connect(lambda ticket, _order: answered.append(ticket))
    for _ in range(20):
        reader.order(position=0)
    newest = reader.order(position=1)
    qtbot.waitUntil(lambda: bool(answered))
    qtbot.wait(50)
    assert answered == [newest]


def test_that_an_order_for_another_dataset_goes_unanswered(reader: RowReader, qtbot: QtBot):
    answers: list[list[int]] = []
    reader.ordered.connect(lambda _ticket, order: answers.append(order.tolist()))
    reader.order(position=0)
    reader.open(2)
    reader.order(position=0)
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(50)
    assert answers == [[0]]


def test_that_a_lost_database_is_told_and_gives_no_rows(qtbot: QtBot, tmp_path: Path):
    reader = RowReader(tmp_path / "gone.sqlite")
    reader.open(1)
    with qtbot.waitSignal(reader.failed) as failure:
        assert reader.rows([0]) == []
    assert isinstance(failure.args[0], StoreError)
    assert failure.args[0].code == "database.missing"
    with qtbot.waitSignal(reader.failed) as failure:
        reader.order(position=0)
    assert failure.args[0].code == "database.missing"
    reader.close()


def test_that_closing_joins_the_thread_even_in_the_midst_of_an_order(qtbot: QtBot, database: Path):
    reader = RowReader(database)
    reader.open(1)
    answered: list[int] = []
    reader.ordered.connect(lambda ticket, _order: answered.append(ticket))
    reader.order(position=0, search="a")
    reader.close()
    assert not reader._thread.isRunning()
    qtbot.wait(20)
    assert answered == []
