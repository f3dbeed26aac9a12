"""A dataset of four columns, made by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.saved import DatasetInfo


def column(name: str, role: ColumnRole, distinct: int = 30) -> ColumnSummary:
    kind = Kind.NUMBER if role is ColumnRole.MEASURE else Kind.TEXT
    return ColumnSummary(name, kind, role, None, 0, distinct, (), ())


COLUMNS = (
    column("customer_id", ColumnRole.IDENTIFIER),
    column("age", ColumnRole.MEASURE),
    column("income", ColumnRole.MEASURE),
    column("region", ColumnRole.CATEGORY, 4),
)


def dataset(rows: int = 600) -> DatasetInfo:
    return DatasetInfo(1, "customers.csv", "", "", rows, len(COLUMNS), datetime.now(UTC), 0, ())
