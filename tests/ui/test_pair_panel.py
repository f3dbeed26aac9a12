"""Two results side by side: who went where, and one selection in all of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from segdesk.charts.palette import OUTLIER_ROLE
from segdesk.model.profile import MeasureLine, MeasureProfile, ProfileTable
from segdesk.model.recipe import Method
from segdesk.model.result import Projection
from segdesk.model.roles import Kind
from segdesk.ui.panels.pair_panel import PairPanel
from segdesk.ui.plots.bars import Bars
from segdesk.ui.plots.heat_table import HeatTable
from segdesk.ui.plots.heatmap import Heatmap
from segdesk.ui.plots.scatter import ScatterPlot
from segdesk.ui.plots.twin_table import TwinTable
from segdesk.ui.session import View
from tests.ui.finding import cells, child
from tests.ui.sample_views import view_of

LEFT = Qt.MouseButton.LeftButton
# Ten customers. Of A's first segment four stay in B's first, one goes to B's second; of A's second two
# go to B's second and three have no segment.
A = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
B = [0, 0, 0, 0, 1, 1, 1, -1, -1, -1]
POINTS = np.column_stack([np.arange(10), np.arange(10) % 3]).astype(np.float32)
MAP = Projection(POINTS, ("age", "income"), ((0.9, 0.1), (0.1, 0.9)), (0.6, 0.3))


def view(labels: list[int], method: Method, run_id: int, *, with_map: bool = True) -> View:
    known = [label for label in labels if label >= 0]
    made = view_of(known)
    cut = replace(made.cut, outliers=labels.count(-1))
    segmentation = replace(
        made.segmentation,
        cuts=(cut,),
        labels=np.array([labels], np.int8),
        silhouettes=np.zeros((1, len(labels)), np.float32),
        projection=MAP if with_map else None,
    )
    run = replace(made.run, id=run_id, recipe=replace(made.run.recipe, method=method))
    return View(run, segmentation, cut.segments)


def profile(run_id: int, segments: int, *, has_outliers: bool) -> ProfileTable:
    line = MeasureLine(0.5, (1.0, 2.0, 3.0, 4.0, 5.0), (0.2, 0.5, 0.8), (0.0, 1.0, 0.0))
    lines = (line,) * (segments + has_outliers)
    return ProfileTable(
        run_id, segments, has_outliers, (MeasureProfile("age", Kind.NUMBER, 0.4, 0.0, 9.0, line, lines),)
    )


@pytest.fixture
def panel(qtbot: QtBot) -> PairPanel:
    made = PairPanel()
    qtbot.addWidget(made)
    made.resize(1366, 1800)
    made.show()
    made.show_pair(view(A, Method.WARD, 3), view(B, Method.HDBSCAN, 4))
    return made


def picked(panel: PairPanel) -> list[int]:
    rows = panel._selection.rows
    return [] if rows is None else np.flatnonzero(rows).tolist()


def test_that_both_results_are_named_with_their_sizes(panel: PairPanel):
    assert child(panel, QLabel, "pair_method_a").text() == "Balanced groups"
    assert child(panel, QLabel, "pair_facts_b").text() == "HDBSCAN · 2 segments · silhouette 0.53"
    assert "5 (50%)" in child(panel, Bars, "pair_bars_a").accessibleDescription()
    assert "No segment: 3 (30%)" in child(panel, Bars, "pair_bars_b").accessibleDescription()


def test_that_the_crossing_counts_who_went_where(panel: PairPanel):
    shown = cells(child(panel, HeatTable, "crossing_table"))
    assert shown == [["4", "1", "0", "5"], ["0", "2", "3", "5"], ["4", "3", "3", "10"]]
    # Matched are first with first and second with second: 4 + 2 of 10.
    summary = child(panel, QLabel, "pair_summary").text()
    assert summary.startswith("60% of the customers (6 of 10) stand in segments that match.")
    item = child(panel, HeatTable, "crossing_table").item(0, 0)
    assert item is not None
    assert item.toolTip().startswith("4 customers are in ")
    assert item.toolTip().endswith("80% of A’s segment.")


def test_that_segments_that_match_have_the_same_colour(panel: PairPanel):
    # B's second is A's first here; B's first is A's second, and B's third has no match.
    other = view([1, 1, 1, 2, 2, 0, 0, 0, 0, -1], Method.GMM, 9)
    panel.show_pair(view(A, Method.WARD, 3), other)
    roles = [part.role for part in child(panel, Bars, "pair_bars_b")._parts]
    assert roles == ["segment_1", "segment_0", "segment_2", OUTLIER_ROLE]
    spec = child(panel, ScatterPlot, "pair_scatter_b")._spec
    assert spec is not None
    assert [part.role for part in spec.parts] == roles


@pytest.mark.parametrize(
    ("row", "column", "rows"),
    [
        (0, 0, [0, 1, 2, 3]),
        (1, 2, [7, 8, 9]),  # no segment in B
        (1, 3, [5, 6, 7, 8, 9]),  # the whole of A's second
        (2, 1, [4, 5, 6]),  # the whole of B's second
        (0, 2, []),
    ],
)
def test_that_a_cell_picks_its_customers_out(
    panel: PairPanel, qtbot: QtBot, row: int, column: int, rows: list[int]
):
    table = child(panel, HeatTable, "crossing_table")
    table.setCurrentCell(row, column)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert picked(panel) == rows
    assert child(panel, QPushButton, "crossing_customers").isEnabled() is bool(rows)


def test_that_picked_customers_can_be_shown_and_let_go(panel: PairPanel, qtbot: QtBot):
    table = child(panel, HeatTable, "crossing_table")
    area = table.visualRect(table.model().index(1, 1))
    qtbot.mouseClick(table.viewport(), LEFT, pos=area.center())
    with qtbot.waitSignal(panel.customers_requested) as asked:
        qtbot.mouseClick(child(panel, QPushButton, "crossing_customers"), LEFT)
    shown, rows = asked.args
    assert (shown.run.id, np.flatnonzero(rows).tolist()) == (3, [5, 6])
    assert child(panel, QLabel, "crossing_picked").text() == "2 customers are picked out."
    qtbot.mouseClick(child(panel, QPushButton, "crossing_forget"), LEFT)
    assert picked(panel) == []


def test_that_the_pointer_shows_the_same_customer_in_both_maps(panel: PairPanel, qtbot: QtBot):
    one, other = (child(panel, ScatterPlot, f"pair_scatter_{letter}") for letter in "ab")
    qtbot.mouseMove(one, one.place_of(8).toPoint())
    assert other._hovered == 8
    assert child(panel, QLabel, "pair_map_line_a").text().startswith("Row 9: ")
    assert child(panel, QLabel, "pair_map_line_b").text() == "Row 9: No segment"
    qtbot.mouseMove(one, QPoint(1, 1))
    assert other._hovered == -1


def test_that_a_click_and_a_lasso_pick_customers_out_everywhere(panel: PairPanel, qtbot: QtBot):
    one, other = (child(panel, ScatterPlot, f"pair_scatter_{letter}") for letter in "ab")
    qtbot.mouseClick(other, LEFT, pos=other.place_of(2).toPoint())
    assert picked(panel) == [2]
    assert one._picked is not None
    assert np.flatnonzero(one._picked).tolist() == [2]
    one.rows_lassoed.emit(POINTS[:, 0] > 6)
    assert picked(panel) == [7, 8, 9]
    qtbot.mouseClick(one, LEFT, pos=QPoint(2, 2))
    assert picked(panel) == []


def test_that_a_profile_goes_to_its_own_side(panel: PairPanel):
    one, other = (child(panel, Heatmap, f"pair_heatmap_{letter}") for letter in "ab")
    panel.show_profile(profile(4, 2, has_outliers=True))
    assert (one.isVisible(), other.isVisible()) == (False, True)
    assert child(panel, QLabel, "pair_waiting_a").isVisible()
    panel.show_profile(profile(3, 5, has_outliers=False))  # another cut of that run
    assert not one.isVisible()
    panel.show_profile(profile(3, 2, has_outliers=False))
    assert one.isVisible()


def test_that_a_profile_is_there_as_a_table_too(panel: PairPanel):
    toggle = child(panel, QPushButton, "pair_heatmap_b_table_toggle")
    assert not toggle.isVisible()
    panel.show_profile(profile(4, 2, has_outliers=True))
    toggle.click()
    table = child(panel, TwinTable, "pair_heatmap_b_table")
    assert table.isVisible()
    assert not child(panel, Heatmap, "pair_heatmap_b").isVisible()
    # Two segments, those without one, and all customers; the median of each is 3.
    assert table.rowCount() == 4
    assert {cells(table)[row][-1] for row in range(3)} == {"3"}
    toggle.click()
    assert child(panel, Heatmap, "pair_heatmap_b").isVisible()


def test_that_a_line_of_a_profile_picks_its_segment_out(panel: PairPanel):
    panel.show_profile(profile(4, 2, has_outliers=True))
    heatmap = child(panel, Heatmap, "pair_heatmap_b")
    heatmap.segment_picked.emit(2)
    assert picked(panel) == [7, 8, 9]
    heatmap.segment_picked.emit(0)
    assert picked(panel) == [0, 1, 2, 3]
    heatmap.segment_picked.emit(0)
    assert picked(panel) == []


def test_that_profiles_are_asked_for_and_results_can_be_opened(panel: PairPanel, qtbot: QtBot):
    asked: list[tuple[int, int]] = []
    panel.profile_requested.connect(lambda run, segments: asked.append((run, segments)))
    panel.show_pair(view(A, Method.WARD, 3), view(B, Method.HDBSCAN, 4))
    assert asked == [(3, 2), (4, 2)]
    with qtbot.waitSignal(panel.open_requested) as opened:
        qtbot.keyClick(child(panel, QPushButton, "pair_open_b"), Qt.Key.Key_Space)
    assert opened.args == [4]
    with qtbot.waitSignal(panel.back_requested):
        qtbot.mouseClick(child(panel, QPushButton, "pair_back"), LEFT)


def test_that_a_result_without_a_map_says_so(panel: PairPanel):
    panel.show_pair(view(A, Method.WARD, 3, with_map=False), view(B, Method.HDBSCAN, 4))
    assert not child(panel, ScatterPlot, "pair_scatter_a").isVisible()
    assert "no map" in child(panel, QLabel, "pair_map_line_a").text()
    child(panel, HeatTable, "crossing_table").chosen.emit(0, 0)
    assert picked(panel) == [0, 1, 2, 3]


def test_that_twenty_segments_are_reached_by_scrolling(panel: PairPanel, qtbot: QtBot):
    labels = list(range(20)) * 2
    many = [replace_map(view(labels, Method.WARD, run)) for run in (5, 6)]
    panel.resize(1024, 560)
    panel.show_pair(many[0], many[1])
    qtbot.wait(1)
    table = child(panel, HeatTable, "crossing_table")
    assert table.columnWidth(0) >= 62
    assert table.horizontalScrollBar().maximum() > 0


def replace_map(made: View) -> View:
    return View(made.run, replace(made.segmentation, projection=None), made.segments)


def test_that_a_profile_that_wont_come_is_said_and_tried_again(panel: PairPanel, qtbot: QtBot):
    other = panel._views[1]
    panel.show_profile_failed(other.run.id, other.segments, "The disk is full.")
    assert child(panel, QLabel, "pair_waiting_b").text() == "The disk is full."
    assert "Working out" in child(panel, QLabel, "pair_waiting_a").text()
    with qtbot.waitSignal(panel.profile_requested) as asked:
        qtbot.mouseClick(child(panel, QPushButton, "pair_waiting_b_again"), LEFT)
    assert asked.args == [other.run.id, other.segments]
    assert "Working out" in child(panel, QLabel, "pair_waiting_b").text()
