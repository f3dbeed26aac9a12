"""Which lines of the file a table's rows stood in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segdesk.model.table import Table


def line_numbers(table: Table, rows: NDArray[np.int64]) -> tuple[int, ...]:
    """Give the lines, counted from 1, of rows counted from 0; empty where they can't be known.

    They are known when each line below the header is one row or is named as left out.
    """
    if table.receipt is None or table.dialect is None:
        return ()
    first = table.dialect.header_row + 1
    gone: set[int] = set()
    for entry in table.receipt.left_out:
        if entry.lines and max(entry.lines) < first:
            continue  # titles above the header
        if len(entry.lines) != entry.count:
            return ()
        gone.update(entry.lines)
    lines = [line for line in range(first, table.receipt.lines + 1) if line not in gone]
    return tuple(lines[row] for row in rows.tolist()) if len(lines) == table.rows else ()
