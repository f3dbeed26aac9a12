"""The card of each segment, worked by hand on a few customers."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from segdesk.engine.encode import encode
from segdesk.engine.portrait import Given, medoids, portraits
from segdesk.engine.roles import summarise_columns
from segdesk.model.portrait import Action, Portraits
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Table
from tests.engine.tables import number, recipe, table, text

LABELS = np.array([0] * 12 + [1] * 6 + [-1] * 2, np.int8)
ROLES = {
    "sales": ColumnRole.MEASURE,
    "average_basket": ColumnRole.DESCRIBE,
    "town": ColumnRole.CATEGORY,
    "rfm_m": ColumnRole.DESCRIBE,
    "phone": ColumnRole.IDENTIFIER,
}


def customers() -> Table:
    """Twelve who bring 10 each, six who bring 100 each, and two of nobody's who bring 40."""
    return table(
        number("sales", [10] * 12 + [100] * 6 + [40, 40]),
        number("average_basket", [1, 2, 3, 4, 5, 6] * 2 + [20] * 6 + [7, 8]),
        text("town", ["Adama"] * 12 + ["Jimma"] * 6 + ["Adama", "Jimma"]),
        number("rfm_m", [1] * 12 + [5] * 6 + [3, 3]),
        text("phone", [f"09{i:08d}" for i in range(20)]),
    )


def drawn(**given: Any) -> Portraits:
    made, uses = customers(), recipe(ROLES)
    features = encode(made, uses)
    return portraits(made, summarise_columns(made), uses, features, LABELS, Given(2, **given), run_id=3)


def test_that_sizes_and_sales_are_shares_of_everybody():
    found = drawn()
    # 12 · 10 + 6 · 100 + 2 · 40 = 800.
    assert (found.run_id, found.segments, found.sales_column) == (3, 2, "sales")
    assert [(p.size, p.share, p.sales, p.sales_share) for p in found.portraits] == [
        (12, 0.6, 120, 0.15),
        (6, 0.3, 600, 0.75),
    ]
    assert (found.outliers, found.outlier_sales_share) == (2, 0.1)


def test_that_contrasts_tell_how_many_times_the_average():
    rich = drawn().portraits[1]
    by_column = {contrast.trait.column: contrast for contrast in rich.contrasts}
    # The median of all sales is 10, theirs 100; of the baskets 1 … 6 twice, 20 six times, 7 and 8 it is 5.5.
    assert by_column["sales"].ratio == 10
    assert by_column["average_basket"].ratio == pytest.approx(20 / 5.5)
    assert math.isnan(by_column["town"].ratio)
    assert by_column["town"].trait.level == "Jimma"


def test_that_scores_and_identifiers_are_in_no_contrast_and_no_rule():
    for card in drawn().portraits:
        assert not {c.trait.column for c in card.contrasts} & {"rfm_m", "phone"}
        assert card.rule is not None
        assert not {c.column for c in card.rule.conditions} & {"rfm_m", "phone"}


def test_that_a_purchase_is_what_the_segments_own_baskets_are():
    few, rich = (card.purchase for card in drawn().portraits)
    assert few is not None
    assert rich is not None
    assert (few.mean, few.low, few.high, few.customers) == (3.5, 1, 6, 12)
    assert (rich.mean, rich.deviation) == (20, 0)


def test_that_names_and_actions_of_the_user_are_on_the_card():
    found = drawn(standard=("lost", ""), names={1: "Best"}, actions={"lost": [Action(text="Let them be")]})
    assert [card.name for card in found.portraits] == ["", "Best"]
    assert found.portraits[0].persona == "lost"
    assert [advice.action.text for advice in found.portraits[0].advice] == ["Let them be"]


def test_that_the_same_customers_have_the_same_portraits():
    assert repr(drawn()) == repr(drawn())


def test_that_without_money_sales_are_unknown():
    made = table(number("age", [20, 21, 22, 60, 61, 62]))
    uses = recipe({"age": ColumnRole.MEASURE})
    labels = np.array([0, 0, 0, 1, 1, 1], np.int8)
    found = portraits(made, summarise_columns(made), uses, encode(made, uses), labels, Given(2), run_id=1)
    assert (found.sales_column, found.outliers, found.outlier_sales_share) == ("", 0, 0)
    assert all(math.isnan(card.sales_share) and card.purchase is None for card in found.portraits)


def test_that_the_typical_customer_is_nearest_to_the_middle():
    matrix = np.array([[0.0], [4.0], [5.0], [9.0], [50.0], [52.0]])
    # Segment 0: mean 4.5, rows 1 and 2 are as near, the first counts. Segment 1: mean 51, again the first.
    labels = np.array([0, 0, 0, 0, 1, 1], np.int8)
    assert medoids(matrix, labels, 3) == (1, 4, -1)
