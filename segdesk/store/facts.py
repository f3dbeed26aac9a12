"""What cards and reports show of the file itself: the typical customers' cells, and currencies."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from segdesk.model.roles import ColumnRole
from segdesk.store import catalogue
from segdesk.store.datasets import rows


def described_cells(
    connection: sqlite3.Connection, run_id: int, row_indexes: Sequence[int]
) -> list[dict[str, object]]:
    """Give some customers' cells in the columns that a run uses and describes: never who they are.

    A row of -1, the typical customer of an empty segment, has none.

    Raises
    ------
    StoreError
        ``database.no_run``.
    """
    info = catalogue.run(connection, run_id)
    shown = {use.name for use in info.recipe.columns if use.is_used or use.role is ColumnRole.DESCRIBE}
    names = [column.name for column in catalogue.columns(connection, info.dataset_id)]
    positions = [position for position, name in enumerate(names) if name in shown]
    known = [row for row in row_indexes if row >= 0]
    cells = dict(zip(known, rows(connection, info.dataset_id, known, positions), strict=True))
    told = [names[position] for position in positions]
    return [dict(zip(told, cells[row], strict=True)) if row >= 0 else {} for row in row_indexes]


def column_currencies(connection: sqlite3.Connection, run_id: int) -> dict[str, str]:
    """Give the currencies that the columns of a run's file were written in, by column.

    Raises
    ------
    StoreError
        ``database.no_run``.
    """
    reading = catalogue.reading(connection, catalogue.run(connection, run_id).dataset_id)
    if reading is None or reading.receipt is None:
        return {}
    return {total.column: total.currency for total in reading.receipt.totals if total.currency}
