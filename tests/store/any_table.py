"""Any table that the store can keep, for what must hold of all."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from segdesk.model.table import Column, Table
from tests.store import examples

# Seconds of the years 1 and 9999, the first and last that ISO 8601 writes with four digits.
FIRST, LAST = (int(np.datetime64(day, "s").astype(np.int64)) for day in ("0001-01-01", "9999-12-31"))
DAY = 86_400

# -0.0 is the one number that SQLite doesn't keep: it comes back as 0.0.
numbers = st.floats(allow_nan=False).map(lambda value: value + 0.0)
whole = st.integers(-(2**53), 2**53).map(float)
seconds = st.integers(FIRST, LAST)
midnights = st.integers(FIRST // DAY, LAST // DAY).map(lambda day: day * DAY)


@st.composite
def columns(draw: st.DrawFn, name: str, rows: int) -> Column:
    def some(values: st.SearchStrategy[Any]) -> list[Any]:
        return draw(st.lists(st.none() | values, min_size=rows, max_size=rows))

    match draw(st.sampled_from(["number", "whole", "date", "time", "text"])):
        case "number":
            return examples.number(name, some(numbers))
        case "whole":
            return examples.number(name, some(whole))
        case "text":
            return examples.text(name, some(st.text(max_size=5)))
        case date_or_time:
            moments = some(midnights if date_or_time == "date" else seconds)
            dates = [None if moment is None else str(np.datetime64(moment, "s")) for moment in moments]
            return examples.date(name, dates)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Give any table of up to twelve rows and six columns."""
    rows = draw(st.integers(0, 12))
    names = draw(st.lists(st.text(max_size=8), unique=True, max_size=6))
    return Table(tuple(draw(columns(name, rows)) for name in names))
