"""What a table that was read in holds, in Python's own values."""

from __future__ import annotations

from segdesk.model.reading import Dialect
from segdesk.model.roles import Kind
from segdesk.model.table import Table


def values(table: Table, name: str) -> list[object]:
    """Give a column's cells, ``None`` where there is nothing."""
    column = table.column(name)
    if column.kind is Kind.TEXT:
        return [column.levels[c] if c >= 0 else None for c in column.values]
    return [None if m else v for v, m in zip(column.values.tolist(), column.is_missing, strict=True)]


def dialect(table: Table) -> Dialect:
    """Give what the file was found to be written in."""
    assert table.dialect is not None
    return table.dialect
