"""Segments of files that tell recency, frequency and money have standard names."""

from __future__ import annotations

import numpy as np
import pytest

from segdesk.engine.standard import standard_names
from segdesk.model.recipe import Recipe
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Table
from tests.engine.tables import number, recipe, table

M, D = ColumnRole.MEASURE, ColumnRole.DESCRIBE
RFM = recipe({"recency_days": M, "frequency": M, "monetary": D})


def customers() -> Table:
    """Ten customers, the later the better in all three."""
    rank = np.arange(10.0)
    return table(
        number("recency_days", 100 - rank), number("frequency", rank), number("monetary", rank * 100)
    )


def test_that_the_best_are_champions_and_the_worst_lost():
    labels = np.array([[1, 1, 1, 1, 0, 0, 0, 0, 2, 2]], np.int8)
    # Scores are 1 1 2 2 3 3 4 4 5 5 in all three. Medians: 3.5 → 4, which is 444, loyal; 1.5 → 2, which is
    # 222, hibernating; and 5, which is 555, champions.
    assert standard_names(customers(), RFM, labels, [3]) == (("loyal", "hibernating", "champions"),)


def test_that_every_cut_has_its_names():
    labels = np.array([[0] * 10, [0] * 8 + [1] * 2], np.int8)
    # All: median 3, 333, potential loyalists; the first eight: 2.5 → 3.
    names = standard_names(customers(), RFM, labels, [1, 2])
    assert names == (("potential_loyalists",), ("potential_loyalists", "champions"))


@pytest.mark.parametrize("missing", ["recency_days", "frequency", "monetary"])
def test_that_without_one_of_the_three_there_are_none(missing: str):
    roles = {name: M for name in ("recency_days", "frequency", "monetary") if name != missing}
    labels = np.zeros((1, 10), np.int8)
    ignored = recipe(roles | {missing: ColumnRole.IGNORED})
    assert standard_names(customers(), ignored, labels, [1]) == ((),)


def test_that_a_segment_of_which_nothing_is_known_has_no_name():
    made = customers()
    blank = number("frequency", [np.nan, np.nan, *range(8)])
    some = table(made.column("recency_days"), blank, made.column("monetary"))
    labels = np.array([[1, 1, *[0] * 8]], np.int8)
    assert standard_names(some, RFM, labels, [2])[0][1] == ""


def test_that_outliers_are_in_no_segment():
    labels = np.array([[-1] * 8 + [0] * 2], np.int8)
    assert standard_names(customers(), RFM, labels, [1]) == (("champions",),)


def test_that_the_total_is_the_money_and_not_a_months():
    rank = np.arange(10.0)
    both = table(
        number("recency_days", 100 - rank),
        number("frequency", rank),
        number("monthly_spend", rank[::-1]),
        number("total_spend", rank),
    )
    uses: Recipe = recipe({"recency_days": M, "frequency": M, "monthly_spend": M, "total_spend": M})
    assert standard_names(both, uses, np.array([[0] * 8 + [1] * 2], np.int8), [2])[0][1] == "champions"
