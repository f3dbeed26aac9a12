"""What a customer is called: by the file's identifier, or by the row."""

from __future__ import annotations

from collections.abc import Sequence

from segdesk.model.roles import ColumnRole, ColumnSummary
from segdesk.text import t
from segdesk.ui.reader import RowReader


def describe_rows(reader: RowReader, columns: Sequence[ColumnSummary], rows: Sequence[int]) -> Sequence[str]:
    """Name customers by the file's identifier, or by their row where there is none."""
    roles = [column.role for column in columns]
    if ColumnRole.IDENTIFIER not in roles:
        return [_row_name(row) for row in rows]
    found = reader.rows(list(rows), [roles.index(ColumnRole.IDENTIFIER)])
    if len(found) != len(rows):
        return [_row_name(row) for row in rows]
    return [
        _row_name(row) if value is None else _plain(value) for row, (value,) in zip(rows, found, strict=True)
    ]


def _row_name(row: int) -> str:
    # Counted from 1 by people, and never with a thousands separator: it is a name, not a number.
    return t("results.row", number=str(row + 1))


def _plain(value: object) -> str:
    is_whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if is_whole and isinstance(value, float) else str(value)
