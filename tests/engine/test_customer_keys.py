"""What a customer is called in two files alike."""

from __future__ import annotations

import numpy as np

from segdesk.engine.customer_keys import identifier_column, keys
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column


def test_that_decimals_capitals_and_blanks_at_the_ends_do_not_count():
    numbers = Column("id", Kind.NUMBER, np.array([17850.0, 2.5, np.nan]))
    texts = Column("id", Kind.TEXT, np.array([0, 1, -1], np.int32), (" K001 ", "0002"))
    days = Column("id", Kind.DATE, np.array(["2024-01-02", "NaT"], "datetime64[s]"))
    assert keys(numbers) == ["17850", "2.5", None]
    assert keys(texts) == ["k001", "0002", None]  # leading zeros are part of a number's name
    assert keys(days) == ["2024-01-02T00:00:00", None]


def test_that_the_identifier_with_most_values_tells_customers_apart():
    def summary(name: str, role: ColumnRole, distinct: int) -> ColumnSummary:
        return ColumnSummary(name, Kind.TEXT, role, None, 0, distinct, (), ())

    card, store = summary("card", ColumnRole.IDENTIFIER, 90), summary("store_id", ColumnRole.IDENTIFIER, 4)
    assert identifier_column([summary("age", ColumnRole.MEASURE, 99), store, card]) == "card"
    assert identifier_column([]) is None
