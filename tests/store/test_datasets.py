"""Tables go in and come out as they were; rows, order and search."""

from __future__ import annotations

import math
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from segdesk.errors import StoreError
from segdesk.model.table import Table
from segdesk.store import cells, datasets
from segdesk.store.db import opened
from tests.store import examples
from tests.store.any_table import tables

Connection = sqlite3.Connection


def assert_same(read: Table, saved: Table) -> None:
    assert read.notes == saved.notes
    assert [column.name for column in read.columns] == [column.name for column in saved.columns]
    for ours, theirs in zip(read.columns, saved.columns, strict=True):
        assert (ours.kind, ours.levels) == (theirs.kind, theirs.levels)
        assert ours.values.dtype == theirs.values.dtype
        assert ours.values.tobytes() == theirs.values.tobytes()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(table=tables())
def test_that_any_table_comes_back_bit_for_bit(connection: Connection, table: Table) -> None:
    assert_same(datasets.read_table(connection, examples.save(connection, table)), table)


def test_that_a_table_longer_than_a_chunk_comes_back(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (cells, datasets):
        monkeypatch.setattr(module, "CHUNK_ROWS", 3)
    shares: list[float] = []
    # Whole for two chunks and a date for two: the last value decides the type of all.
    table = Table(
        (
            examples.number("n", [1, 2, 3, None, 5, 6, 7.5]),
            examples.text("t", ["a", None, "b", "a", "c", "b", "a"]),
            examples.date("d", ["2020-01-01"] * 6 + ["2020-01-01T00:00:01"]),
        )
    )
    dataset_id = examples.save(connection, table, report=shares.append)
    assert shares == [3 / 7, 6 / 7, 1.0]
    assert_same(datasets.read_table(connection, dataset_id), table)


def test_that_only_the_columns_asked_for_are_read_in_that_order(connection: Connection) -> None:
    table = examples.customers()
    dataset_id = examples.save(connection, table)
    read = datasets.read_table(connection, dataset_id, ["joined", "age"])
    assert_same(read, Table((table.column("joined"), table.column("age")), table.notes))
    with pytest.raises(StoreError) as refused:
        datasets.read_table(connection, dataset_id, ["Age"])
    assert refused.value.code == "database.no_column"
    assert "Age" in examples.sentence(refused.value)


def test_that_any_tool_reads_typed_rows_and_their_names(path: Path) -> None:
    with opened(path, "write") as connection:
        examples.save(connection, examples.customers())
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT * FROM rows_1").fetchall() == [
            (0, 34, 10.5, "Mekelle", "2024-02-29"),
            (1, None, 0.1, "addis ababa", None),
            (2, 27, None, None, "2020-01-01"),
            (3, 34, 1_000_000.0, "Bahir Dar", "2021-07-05"),
        ]
        types = other.execute("SELECT typeof(c0), typeof(c1), typeof(c2), typeof(c3) FROM rows_1").fetchone()
        assert types == ("integer", "real", "text", "text")
        names = other.execute("SELECT name FROM dataset_columns WHERE dataset_id = 1 ORDER BY position")
        assert names.fetchall() == [("age",), ("spend",), ("city",), ("joined",)]


def test_that_names_that_differ_only_in_case_are_two_columns(connection: Connection) -> None:
    table = Table(
        (examples.number("Age", [1]), examples.number("age", [2]), examples.text("a \"b\" 'c'", ["x"]))
    )
    dataset_id = examples.save(connection, table)
    assert_same(datasets.read_table(connection, dataset_id), table)
    assert datasets.rows(connection, dataset_id, [0]) == [(1, 2, "x")]


def test_that_numbers_beyond_exact_integers_stay_real(connection: Connection) -> None:
    # 2**53 + 2 is a float64, 2**53 + 1 isn't.
    table = Table((examples.number("n", [2.0**53 + 2, 1.0]), examples.number("i", [math.inf, 1.0])))
    dataset_id = examples.save(connection, table)
    assert_same(datasets.read_table(connection, dataset_id), table)
    query = f"SELECT typeof(c0), typeof(c1) FROM rows_{dataset_id}"
    assert connection.execute(query).fetchone() == ("real", "real")


def test_that_a_path_that_is_not_utf8_can_be_saved(connection: Connection) -> None:
    table = examples.customers()
    dataset_id = datasets.save_dataset(
        connection,
        table,
        examples.summaries(table),
        name="caf\udce9",
        original_path="/home/caf\udce9.csv",
        sha256="",
        imported_at=examples.NOON,
    )
    path = connection.execute("SELECT original_path FROM datasets WHERE id = ?", (dataset_id,)).fetchone()
    assert path == ("/home/caf\\udce9.csv",)


def test_that_a_dataset_that_fails_halfway_leaves_nothing(connection: Connection) -> None:
    def fail(share: float) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        examples.save(connection, examples.customers(), report=fail)
    tables = "SELECT count(*) FROM sqlite_master WHERE name LIKE 'rows%' OR name LIKE 'assignments%'"
    assert connection.execute(tables).fetchone() == (0,)
    assert connection.execute("SELECT count(*) FROM dataset_columns").fetchone() == (0,)


def test_that_as_many_columns_as_sqlite_takes_can_be_saved_and_searched(connection: Connection) -> None:
    table = Table(tuple(examples.number(f"n{i}", [i, None]) for i in range(datasets.MOST_COLUMNS)))
    dataset_id = examples.save(connection, table)
    assert_same(datasets.read_table(connection, dataset_id), table)
    assert len(datasets.rows(connection, dataset_id, [1])[0]) == datasets.MOST_COLUMNS
    assert order(connection, dataset_id, search="1998") == [0]
    wider = Table((*table.columns, examples.number("last", [0, 0])))
    with pytest.raises(StoreError) as refused:
        examples.save(connection, wider)
    assert refused.value.code == "database.too_many_columns"
    assert "2,000" in examples.sentence(refused.value)


def test_that_rows_come_in_the_order_asked_with_the_columns_asked(connection: Connection) -> None:
    dataset_id = examples.save(connection, examples.customers())
    assert datasets.rows(connection, dataset_id, [3, 0, 3], [2, 0]) == [
        ("Bahir Dar", 34),
        ("Mekelle", 34),
        ("Bahir Dar", 34),
    ]
    chosen = np.array([2])
    assert datasets.rows(connection, dataset_id, chosen) == [(27, None, None, "2020-01-01")]
    assert datasets.rows(connection, dataset_id, []) == []
    assert datasets.rows(connection, dataset_id, [1, 2], []) == [(), ()]


def order(
    connection: Connection,
    dataset_id: int,
    *,
    position: int | None = None,
    descending: bool = False,
    search: str = "",
) -> list[int]:
    found = datasets.row_order(
        connection, dataset_id, position=position, descending=descending, search=search
    )
    assert found.dtype == np.int64
    return [int(index) for index in found]


@pytest.mark.parametrize(
    ("position", "descending", "expected"),
    [
        (None, False, [0, 1, 2, 3]),
        (None, True, [3, 2, 1, 0]),
        (0, False, [2, 0, 3, 1]),  # 27, 34, 34 as in the file, missing
        (0, True, [0, 3, 2, 1]),  # 34, 34 still as in the file, 27, missing
        (2, False, [1, 3, 0, 2]),  # addis ababa, Bahir Dar, Mekelle: capitals don't matter
        (3, True, [0, 3, 2, 1]),
    ],
)
def test_that_rows_are_sorted_with_missing_last_and_ties_as_in_the_file(
    connection: Connection, position: int | None, descending: bool, expected: list[int]
) -> None:
    dataset_id = examples.save(connection, examples.customers())
    assert order(connection, dataset_id, position=position, descending=descending) == expected


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("ADDIS", [1]),
        ("ba", [1, 3]),
        ("34", [0, 3]),
        ("2020-01", [2]),
        ("10.5", [0]),
        ("%", []),
        ("_", []),
        ("\\", []),
        ("nowhere", []),
        ("é", []),
    ],
)
def test_that_search_is_plain_text_in_any_column_whatever_its_case(
    connection: Connection, search: str, expected: list[int]
) -> None:
    dataset_id = examples.save(connection, examples.customers())
    assert order(connection, dataset_id, search=search) == expected


def test_that_search_knows_the_case_of_every_script(connection: Connection) -> None:
    places = ["MÜNCHEN", "Straße", "መቀሌ", "100 %_\\", None, "Ünye"]
    dataset_id = examples.save(connection, Table((examples.text("place", places),)))
    assert order(connection, dataset_id, search="ü") == [0, 5]
    assert order(connection, dataset_id, search="STRAßE") == [1]
    assert order(connection, dataset_id, search="ቀሌ") == [2]
    assert order(connection, dataset_id, search="%_\\") == [3]


def test_that_search_finds_nothing_where_there_is_no_text_or_no_column(connection: Connection) -> None:
    numbers_only = examples.save(connection, Table((examples.number("n", [1]),)))
    assert order(connection, numbers_only, search="é") == []
    assert order(connection, examples.save(connection, Table(())), search="a") == []


def test_that_search_sorts_what_it_found(connection: Connection) -> None:
    dataset_id = examples.save(connection, examples.customers())
    assert order(connection, dataset_id, search="20", position=0, descending=False) == [2, 0, 3]


def test_that_notes_without_a_number_keep_nan(connection: Connection) -> None:
    note = replace(examples.customers().notes[0], facts={"share": math.nan, "count": 2})
    dataset_id = examples.save(connection, Table((), (note,)))
    share, count = datasets.read_table(connection, dataset_id).notes[0].facts.values()
    assert isinstance(share, float)
    assert math.isnan(share)
    assert count == 2
