"""Which column tells customers apart, and what each customer is called in two files alike."""

from __future__ import annotations

from collections.abc import Iterable

from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column


def identifier_column(summaries: Iterable[ColumnSummary]) -> str | None:
    """Find the column of customer numbers: of the identifiers the one with most values, then the first."""
    found = [summary for summary in summaries if summary.role is ColumnRole.IDENTIFIER]
    best = max(found, key=lambda summary: summary.distinct, default=None)
    return best.name if best is not None else None


def keys(column: Column) -> list[str | None]:
    """Give each row's value as text that is the same in another file; None where it is missing.

    Blanks at the ends and capitals don't count, nor whether a whole number is written with decimals.
    """
    missing = column.is_missing.tolist()
    if column.kind is Kind.TEXT:
        levels = [level.strip().casefold() or None for level in column.levels]
        return [
            None if gap else levels[code] for code, gap in zip(column.values.tolist(), missing, strict=True)
        ]
    if column.kind is Kind.DATE:
        return [None if gap else str(day) for day, gap in zip(column.values, missing, strict=True)]
    return [
        None if gap else str(int(value)) if value.is_integer() else repr(value)
        for value, gap in zip(column.values.tolist(), missing, strict=True)
    ]
