"""Two snapshots: who is who, what became of each segment, who moved, who is to be called."""

from __future__ import annotations

from typing import Any

import numpy as np

from segdesk.engine.prune import without_leaves
from segdesk.engine.resampling import Repeatable
from segdesk.engine.roles import summarise_columns
from segdesk.engine.snapshots import (
    Scored,
    calls,
    expected_noise,
    find_identifier,
    flows,
    kept_numbers,
    shared_rows,
    strengths,
    transitions,
)
from segdesk.model.placement import NOBODY, Fate, Flow, Risk, Transition
from segdesk.model.roles import ColumnRole
from tests.engine.tables import number, recipe, table, text, three_crowds


def labels(*values: int) -> Any:
    return np.array(values, dtype=np.int8)


def test_that_customers_are_paired_by_what_names_one_person_only() -> None:
    before = text("id", ["a", "b", "c", "c", ""])
    now = text("id", ["d", " b ", "a", "c", ""])
    rows = shared_rows(before, now)
    assert [each.tolist() for each in rows[:2]] == [[0, 1], [2, 1]]
    assert rows[2] == ("a", "b")
    # A number and the same number as text are one customer.
    assert shared_rows(number("id", [7, 8]), text("id", ["8", "9"]))[2] == ("8",)


def test_that_the_identifier_is_the_one_that_most_share() -> None:
    values = np.random.default_rng(0).integers(0, 9, 40)
    made = table(
        text("card", [f"k{i}" for i in range(40)]),
        text("code", [f"x{i}" for i in range(40)]),
        number("v", values),
    )
    later = table(text("card", [f"q{i}" for i in range(40)]), text("code", [f"x{i + 5}" for i in range(40)]))
    assert find_identifier(summarise_columns(made), made, later) == "code"
    assert find_identifier(summarise_columns(made), made, table(number("v", [1, 2]))) is None


def test_that_segments_keep_their_numbers() -> None:
    assert kept_numbers({0: 1, 1: 0, 2: 2}, 3) == (1, 0, 2)
    # Old 4 has no place among three, old 0 is gone: the lowest free numbers are left.
    assert kept_numbers({4: 0, 1: 2}, 3) == (0, 2, 1)


def test_that_monic_tells_what_became_of_each_segment() -> None:
    # Eight of ten of 0 stay. 1 goes to 1 and 2, four each. All of 2 and 3 are in 3. 4 is nobody's half.
    before = labels(*[0] * 10, *[1] * 10, *[2] * 5, *[3] * 5)
    now = labels(*[0] * 8, 4, 4, *[1] * 4, *[2] * 4, 4, 4, *[3] * 10)
    assert transitions(before, now, (4, 5)) == (
        Transition(Fate.SURVIVED, (0,), (0,), 0.8),
        Transition(Fate.SPLIT, (1,), (1, 2), 0.8),
        Transition(Fate.MERGED, (2, 3), (3,), 1.0),
        Transition(Fate.APPEARED, (), (4,), 0.0),
    )
    # Spread over five, none of which holds a quarter.
    scattered = transitions(labels(*[0] * 10), labels(*list(range(5)) * 2), (1, 5))
    assert [each.fate for each in scattered] == [Fate.DISAPPEARED, *[Fate.APPEARED] * 5]


def scored(**values: Any) -> Scored:
    rows = len(values["own"])
    told: dict[str, Any] = {
        "identifiers": tuple(f"c{i}" for i in range(rows)),
        "before": values["own"],
        "second": np.full(rows, -1, np.int8),
        "sure_before": np.ones(rows, np.float32),
        "sure_now": np.ones(rows, np.float32),
        "sales_before": np.arange(rows, dtype=np.float64),
        "sales_now": np.full(rows, 10.0),
    }
    return Scored(**(told | values))


def test_that_a_customer_whom_the_model_had_elsewhere_anyway_has_not_moved() -> None:
    found = scored(own=labels(0, 0, 0), before=labels(0, 1, 1), now=labels(1, 1, 0))
    assert found.is_moved.tolist() == [True, False, False]


def test_that_flows_add_up_with_those_who_came_and_went() -> None:
    found = scored(own=labels(0, 0, 1), now=labels(0, 1, 1))
    assert flows(found, (labels(1), np.array([3.0])), (labels(0), np.array([4.0]))) == (
        Flow(NOBODY, 1, 1, 3.0),
        Flow(0, NOBODY, 1, 4.0),
        Flow(0, 0, 1, 10.0),
        Flow(0, 1, 1, 10.0),
        Flow(1, 1, 1, 10.0),
    )


def test_that_who_goes_or_slides_to_a_weaker_segment_is_called() -> None:
    strength = np.array([100.0, 50.0])
    found = scored(
        own=labels(0, 1, 0, 0),
        now=labels(1, 0, 0, 0),
        second=labels(0, 1, 1, 1),
        sure_before=np.array([1, 1, 0.95, 0.95], np.float32),
        sure_now=np.array([1, 1, 0.55, 0.9], np.float32),
    )
    # c0 fell, c1 rose, c2 is doubtful now, c3 is as sure as ever; the better customer comes first.
    told = [(call.identifier, call.risk, call.before, call.after) for call in calls(found, strength)]
    assert told == [("c2", Risk.SLIDING, 0, 1), ("c0", Risk.MOVED, 0, 1)]
    assert calls(found, np.full(2, np.nan)) == ()


def test_that_strength_is_a_median_turned_round_for_recency() -> None:
    values = np.array([1.0, 3.0, 8.0, np.nan, 5.0])
    found = strengths(values, labels(0, 0, 1, 1, -1), 3, less_is_better=True)
    assert found[:2].tolist() == [-2.0, -8.0]
    assert np.isnan(found[2])


def test_that_plain_crowds_make_no_noise() -> None:
    made, crowd = three_crowds()
    choice = recipe({"x": ColumnRole.MEASURE, "y": ColumnRole.MEASURE}, segments=3)
    assert expected_noise(Repeatable.of(made, choice, 3, memory=10**10), crowd) == 0.0


def test_that_a_tree_without_a_leaf_is_the_tree_of_the_others() -> None:
    from scipy.cluster.hierarchy import is_valid_linkage, linkage

    points = np.array([[0.0], [1.0], [10.0], [12.0], [30.0]])
    # Single linkage of who is left is the old tree without the leaf where the leaf bridged nothing.
    tree = without_leaves(linkage(points, "single"), [1])
    assert is_valid_linkage(tree)
    assert tree.tolist() == [[1, 2, 2, 2], [0, 4, 9, 3], [3, 5, 18, 4]]
    two = without_leaves(linkage(points, "single"), [0, 4])
    assert two.tolist() == [[1, 2, 2, 2], [0, 3, 9, 3]]
