"""Who of a dataset may be contacted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.contact import OptOut, may_tell, opted_out
from segdesk.store.catalogue import columns, dataset
from segdesk.store.catalogue import run as saved_run
from segdesk.store.datasets import read_table
from segdesk.store.db import opened

if TYPE_CHECKING:  # only store knows SQLite; the others hand a connection on
    from sqlite3 import Connection


def opt_out_of(connection: Connection, dataset_id: int) -> OptOut:
    """Find who asked not to be contacted.

    Raises
    ------
    StoreError
        ``database.no_dataset``
    """
    names = may_tell([column.name for column in columns(connection, dataset_id)])
    if not names:
        return OptOut((), np.zeros(dataset(connection, dataset_id).rows, dtype=np.bool_))
    return opted_out(read_table(connection, dataset_id, names))


def count_opted_out(*, database: Path, run_id: int) -> tuple[tuple[str, ...], int]:
    """Give the columns that tell who asked not to be contacted, and how many did.

    Raises
    ------
    StoreError
        ``database.*``
    """
    with opened(database, "read") as connection:
        found = opt_out_of(connection, saved_run(connection, run_id).dataset_id)
    return found.columns, int(found.rows.sum())


def first_of_each(names: Sequence[str | None]) -> NDArray[np.bool_]:
    """Tell which rows are the first of a customer: one with two rows would be in both groups."""
    seen: set[str | None] = {None}
    result = np.zeros(len(names), dtype=np.bool_)
    for row, name in enumerate(names):
        if name not in seen:
            seen.add(name)
            result[row] = True
    return result
