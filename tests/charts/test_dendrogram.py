from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from segdesk.charts import dendrogram
from segdesk.charts.dendrogram import ABOVE_CUT, Tree, grow_tree
from segdesk.charts.specs import Stroke

# Customers 0 and 1 join at height 1 (node 4), 2 and 3 at 2 (node 5), both pairs at 6 (node 6).
PAIRS = np.array([[0, 1, 1, 2], [2, 3, 2, 2], [4, 5, 6, 4]], float)
TWO = np.array([0, 0, 1, 1], np.int8)
THREE = np.array([1, 2, 0, 0], np.int8)


def chain(rows: int) -> NDArray[np.float64]:
    """Join customer after customer to one long chain, as single linkage does: heights 1, 2, 3 …"""
    steps = np.arange(rows - 1, dtype=float)
    older = np.where(steps == 0, 0, rows + steps - 1)
    return np.column_stack(
        [np.where(steps == 0, 0, steps + 1), np.where(steps == 0, 1, older), steps + 1, steps + 2]
    )


@pytest.fixture
def tree() -> Tree:
    return grow_tree(PAIRS)


def test_that_joins_stand_over_the_middle_of_what_they_join(tree: Tree):
    # Leaves 0 … 3 at x = 0 … 3; node 4 between 0 and 1, node 5 between 2 and 3, the root between those.
    assert tree.x.tolist() == [0, 1, 2, 3, 0.5, 2.5, 1.5]
    assert tree.heights.tolist() == [0, 0, 0, 0, 1, 2, 6]
    assert tree.customers.tolist() == [1, 1, 1, 1, 2, 2, 4]
    assert (tree.rows, tree.leaves, tree.top, tree.is_collapsed) == (4, 4, 6, False)


def test_that_early_joins_collapse_into_leaves_that_count_their_customers():
    small = grow_tree(PAIRS, joins=2)
    # Of three joins the last two are shown: the pair 0, 1 is one leaf.
    assert small.ids == (4, 2, 3, 5, 6)
    assert small.customers.tolist() == [2, 1, 1, 2, 4]
    assert small.is_collapsed


def test_that_no_more_than_the_last_50_joins_are_shown():
    shown = grow_tree(chain(1000))
    assert shown.leaves == 51
    assert int(shown.customers[: shown.leaves].sum()) == 1000
    assert shown.heights[shown.leaves :].tolist() == list(range(950, 1000))


def test_that_a_long_chain_is_no_danger():
    # Far deeper than Python's limit of recursion.
    long = grow_tree(chain(50_000))
    labels = np.zeros(50_000, np.int8)
    branch = dendrogram.describe_branch(long, len(long.ids) - 1, dendrogram.node_segments(long, labels))
    assert branch.customers == 50_000
    assert len(set(branch.rows)) == 3


def test_that_leaves_stand_in_scipys_order(shared_data: Path):
    from scipy.cluster.hierarchy import dendrogram as scipy_dendrogram
    from scipy.cluster.hierarchy import linkage

    source = shared_data / "customers" / "Mall_Customers.csv"
    values = np.loadtxt(source, delimiter=",", skiprows=1, usecols=(2, 3, 4))
    made = linkage(values, "ward")
    expected = scipy_dendrogram(made, p=51, truncate_mode="lastp", no_plot=True)
    shown = grow_tree(made)
    assert list(shown.ids[: shown.leaves]) == expected["leaves"]
    # SciPy puts leaves at 5, 15, 25 …: its middle of the top join is ours times ten plus five.
    top = max(zip(expected["icoord"], expected["dcoord"], strict=True), key=lambda pair: pair[1][1])
    assert shown.x[-1] * 10 + 5 == pytest.approx((top[0][0] + top[0][3]) / 2)


def test_that_branches_have_their_segment_and_joins_of_several_none(tree: Tree):
    assert dendrogram.node_segments(tree, TWO).tolist() == [0, 0, 1, 1, 0, 1, ABOVE_CUT]
    assert dendrogram.node_segments(tree, THREE).tolist() == [1, 2, 0, 0, ABOVE_CUT, 0, ABOVE_CUT]


@pytest.mark.parametrize(("segments", "height"), [(2, 4.0), (3, 1.5), (4, 0.5)])
def test_that_the_line_lies_halfway_between_two_joins(tree: Tree, segments: int, height: float):
    # Joins at 1, 2 and 6: two segments between 2 and 6, three between 1 and 2, four below 1.
    assert dendrogram.cut_height(tree, segments) == height


@pytest.mark.parametrize(
    ("height", "segments"), [(9.0, 2), (6.0, 2), (5.0, 2), (2.0, 2), (1.9, 3), (1.0, 3), (0.9, 4), (0.0, 4)]
)
def test_that_a_height_gives_the_segments_that_it_cuts(tree: Tree, height: float, segments: int):
    # Above the root there would be one segment: the fewest there can be is two.
    assert dendrogram.segments_at(tree, height, (2, 3, 4)) == segments


def test_that_a_height_gives_the_nearest_cut_there_is(tree: Tree):
    assert dendrogram.segments_at(tree, 0.0, (2, 3)) == 3


@pytest.mark.parametrize("rows", [2, 3, 30, 200])
def test_that_line_and_height_agree_for_every_cut(rows: int):
    grown = grow_tree(chain(rows))
    cuts = tuple(range(2, min(20, rows) + 1))
    assert [dendrogram.segments_at(grown, dendrogram.cut_height(grown, k), cuts) for k in cuts] == list(cuts)


def test_that_lines_turn_from_the_segments_colour_to_grey_at_the_cut(tree: Tree):
    made = dendrogram.strokes(tree, dendrogram.node_segments(tree, TWO), 4.0)
    grey, first, second = made
    # Stems of nodes 4 and 5 from the cut up to the root, and the root's bar.
    assert grey == Stroke("muted", (0.5, 0.5, 2.5, 2.5, 0.5, 2.5), (4, 6, 4, 6, 6, 6))
    # Stems of customers 0 and 1, node 4's stem up to the cut, node 4's bar.
    assert first == Stroke("segment_0", (0, 0, 1, 1, 0.5, 0.5, 0, 1), (0, 1, 0, 1, 1, 4, 1, 1))
    assert second.role == "segment_1"


def test_that_a_segment_of_one_customer_has_a_colour_too(tree: Tree):
    made = dendrogram.strokes(tree, dendrogram.node_segments(tree, THREE), 1.5)
    # Customer 0 is segment 1: its stem ends at its join (height 1), below the cut.
    assert Stroke("segment_1", (0, 0), (0, 1)) in made


@pytest.mark.parametrize(
    ("x", "y", "node"),
    [
        (0.05, 0.5, 0),  # the stem of customer 0
        (0.2, 1.02, 4),  # the bar of customers 0 and 1
        (0.5, 3.0, 4),  # the stem above it
        (1.0, 6.0, 6),  # the root's bar
        (1.5, 3.0, None),  # empty
    ],
)
def test_that_the_pointer_finds_the_nearest_line(tree: Tree, x: float, y: float, node: int | None):
    assert dendrogram.node_near(tree, x, y, unit=(100, 100), reach=7) == node


def test_that_a_branch_says_who_is_in_it(tree: Tree):
    nodes = dendrogram.node_segments(tree, THREE)
    left = dendrogram.describe_branch(tree, 4, nodes)
    assert (left.customers, left.segments, sorted(left.rows)) == (2, (1, 2), [0, 1])
    leaf = dendrogram.describe_branch(tree, 3, nodes)
    assert (leaf.customers, leaf.segments, leaf.rows) == (1, (0,), (3,))


def test_that_a_branch_shows_off_with_all_that_lies_below_it(tree: Tree):
    stroke = dendrogram.branch_strokes(tree, 5)
    lines = set(zip(stroke.x[0::2], stroke.y[0::2], stroke.x[1::2], stroke.y[1::2], strict=True))
    # Its stem to the root, its bar, and the stems of customers 2 and 3.
    assert lines == {(2.5, 2, 2.5, 6), (2, 2, 3, 2), (2, 0, 2, 2), (3, 0, 3, 2)}
