"""Reference days: from the change, else from the table's own dates; never from the clock."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.clean.names import names_birth, names_later_day
from segdesk.errors import InputError
from segdesk.model.changes import Change
from segdesk.model.roles import Kind
from segdesk.model.table import Column

_YEAR = re.compile(r"\d{4}")


def reference_day(change: Change) -> np.datetime64 | None:
    """Give the day that the change names; of a year it is the last.

    Raises
    ------
    InputError
        ``tidy.reference``: it is no year and no day.
    """
    text = change.reference
    if not text:
        return None
    if _YEAR.fullmatch(text):
        text += "-12-31"
    try:
        return np.datetime64(date.fromisoformat(text), "D")
    except ValueError:
        raise InputError("tidy.reference", text=change.reference) from None


def last_day(column: Column) -> np.datetime64 | None:
    """Give the latest day of a column of dates."""
    if column.is_missing.all():
        return None
    return np.datetime64(column.values[~column.is_missing].max(), "D")


def last_day_of_all(columns: Iterable[Column]) -> np.datetime64 | None:
    """Give the latest day on which something happened: no birthdays, and no days to come."""
    days = [
        day
        for column in columns
        if column.kind is Kind.DATE and not names_birth(column.name) and not names_later_day(column.name)
        if (day := last_day(column)) is not None
    ]
    return max(days, default=None)


def age_reference(change: Change, columns: Iterable[Column]) -> np.datetime64:
    """Give the day on which ages are counted.

    Raises
    ------
    InputError
        ``tidy.no_reference``: neither the change nor any column says.
    """
    day = reference_day(change) or last_day_of_all(columns)
    if day is None:
        raise InputError("tidy.no_reference", column=change.columns[0])
    return day


def full_years(births: NDArray[np.datetime64], day: np.datetime64) -> NDArray[np.float64]:
    """Count birthdays up to a day."""
    days = births.astype("datetime64[D]")
    is_missing = np.isnat(days)
    months = days.astype("datetime64[M]")
    month = day.astype("datetime64[M]")
    passed = (month - months).astype(np.float64)
    passed -= (days - months) > (day - month)  # the month isn't full yet
    return np.where(is_missing, np.nan, np.floor(passed / 12))
