"""What cards show of the file itself."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from segdesk.errors import StoreError
from segdesk.model.recipe import ColumnUse
from segdesk.model.roles import ColumnRole
from segdesk.store.facts import column_currencies, described_cells
from segdesk.store.runs import save_run
from tests.store import examples


def test_that_cells_are_those_of_used_and_described_columns(connection: sqlite3.Connection):
    uses = (
        ColumnUse("age", ColumnRole.MEASURE),
        ColumnUse("spend", ColumnRole.IDENTIFIER),
        ColumnUse("city", ColumnRole.DESCRIBE),
    )
    dataset_id = examples.save(connection, examples.customers())
    run_id = save_run(
        connection,
        dataset_id,
        replace(examples.RECIPE, columns=uses),
        examples.segmentation(),
        created_at=examples.NOON,
        seconds=1.0,
        versions={},
    )
    assert described_cells(connection, run_id, [3, -1, 0, 3]) == [
        {"age": 34, "city": "Bahir Dar"},
        {},
        {"age": 34, "city": "Mekelle"},
        {"age": 34, "city": "Bahir Dar"},
    ]


def test_that_a_file_of_which_nothing_was_kept_has_no_currencies(connection: sqlite3.Connection):
    dataset_id = examples.save(connection, examples.customers())
    run_id = examples.save_run(connection, dataset_id, examples.segmentation())
    assert column_currencies(connection, run_id) == {}
    with pytest.raises(StoreError) as caught:
        column_currencies(connection, run_id + 1)
    assert caught.value.code == "database.no_run"
