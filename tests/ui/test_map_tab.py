"""The Map of customers tab."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget, QToolTip
from pytestqt.qtbot import QtBot

from segdesk.charts.scatter import ScatterSpec
from segdesk.model.result import Projection
from segdesk.ui.panels.results import map_tab
from segdesk.ui.panels.results.map_tab import MapTab
from segdesk.ui.plots.scatter import ScatterPlot
from tests.picture_examples import PROJECTION
from tests.ui.finding import cells, child
from tests.ui.picture_views import picture_view


@pytest.fixture
def tab(qtbot: QtBot) -> MapTab:
    widget = MapTab(describe_rows=lambda rows: [f"customer {row}" for row in rows])
    qtbot.addWidget(widget)
    widget.resize(1100, 460)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.show_view(picture_view())
    return widget


def test_that_the_first_map_of_very_many_comes_a_moment_after_its_tab(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(map_tab, "AT_ONCE_ROWS", 0)
    widget = MapTab()
    qtbot.addWidget(widget)
    widget.resize(1100, 460)
    widget.show()
    view = picture_view()
    widget.show_view(view)
    plot = child(widget, ScatterPlot)
    assert plot.accessibleName() == ""  # it says what it shows once it shows it
    qtbot.waitUntil(lambda: plot.accessibleName() != "")
    plot.setAccessibleName("")
    widget.show_view(view)  # another look at the same run doesn't flicker
    assert plot.accessibleName() != ""


def test_that_a_run_of_an_older_segdesk_says_what_to_do(tab: MapTab):
    tab.show_view(picture_view(None))
    assert "Find segments again" in child(tab, QLabel, "map_message").text()
    assert not child(tab, ScatterPlot).isVisible()


def test_that_customers_who_are_all_alike_have_no_map(tab: MapTab):
    alike = Projection(np.zeros((6, 0), np.float32), ("a",), (), ())
    tab.show_view(picture_view(alike))
    assert "alike" in child(tab, QLabel, "map_message").text()


def test_that_directions_are_named_for_their_columns(tab: MapTab):
    assert child(tab, QLabel, "map_direction_0").text() == "Direction 1 · 50%"
    assert child(tab, QLabel, "map_meaning_0").text() == "more annual income · less tier Gold"
    assert child(tab, QLabel, "map_meaning_1").text() == "more tier Gold"
    assert "80%" in child(tab, QLabel, "map_together").text()
    assert child(tab, QLabel, "map_direction_2").isHidden()


def test_that_space_shows_a_third_direction(qtbot: QtBot, tab: MapTab):
    qtbot.mouseClick(child(tab, QPushButton, "map_view_space"), Qt.MouseButton.LeftButton)
    assert child(tab, QLabel, "map_meaning_2").text() == "more age"
    assert "90%" in child(tab, QLabel, "map_together").text()


def test_that_two_directions_are_flat_only(tab: MapTab):
    flat = Projection(PROJECTION.coordinates[:, :2], PROJECTION.columns, PROJECTION.loadings[:2], (0.5, 0.3))
    child(tab, QPushButton, "map_view_space").click()
    tab.show_view(picture_view(flat))
    assert not child(tab, QPushButton, "map_view_space").isEnabled()
    assert "80%" in child(tab, QLabel, "map_together").text()


def test_that_directions_that_hold_everything_hide_nothing(tab: MapTab):
    whole = Projection(PROJECTION.coordinates[:, :2], PROJECTION.columns, PROJECTION.loadings[:2], (0.7, 0.3))
    tab.show_view(picture_view(whole))
    assert child(tab, QLabel, "map_together").text().startswith("The directions shown hold all")


def test_that_a_customer_is_named_with_its_segment(qtbot: QtBot, tab: MapTab):
    plot = child(tab, ScatterPlot)
    qtbot.mouseMove(plot, plot.place_of(5).toPoint())
    assert QToolTip.text() == "customer 5\nNo segment"
    qtbot.mouseMove(plot, QPoint(2, 2))


def test_that_a_click_picks_a_customer_and_a_click_beside_nobody(qtbot: QtBot, tab: MapTab):
    plot = child(tab, ScatterPlot)
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.place_of(3).toPoint())
    assert tab.selection.rows is not None
    assert np.flatnonzero(tab.selection.rows).tolist() == [3]
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert tab.selection.rows is None


def test_that_a_row_of_the_list_picks_its_segment(tab: MapTab):
    table = child(tab, QTableWidget, "map_segments")
    assert [row[1] for row in cells(table)] == ["3", "2", "1"]
    table.selectRow(1)
    assert (tab.selection.segment, tab.selection.count) == (1, 2)
    table.selectRow(2)
    assert (tab.selection.segment, tab.selection.count) == (-1, 1)
    tab.selection.clear()
    assert not table.selectionModel().hasSelection()


def test_that_another_picture_s_segment_is_marked_in_the_list(tab: MapTab):
    tab.selection.pick_segment(picture_view().labels, 0, source="profiles")
    assert child(tab, QTableWidget, "map_segments").selectionModel().selectedRows()[0].row() == 0


def test_that_the_table_shows_the_segments_middles_and_the_file_everybody(qtbot: QtBot, tab: MapTab):
    child(tab, QPushButton, "map_table_toggle").click()
    assert len(cells(child(tab, QTableWidget, "map_table"))) == 3
    action = tab.findChild(QAction, "map_save_csv")
    assert action is not None
    with qtbot.waitSignal(tab.save_requested) as caught:
        action.trigger()
    assert len(caught.args[0].rows) == 6


def test_that_the_map_can_be_saved_as_it_is_shown(qtbot: QtBot, tab: MapTab):
    child(tab, QPushButton, "map_view_space").click()
    action = tab.findChild(QAction, "map_save_svg")
    assert action is not None
    with qtbot.waitSignal(tab.save_requested) as caught:
        action.trigger()
    spec, suffix = caught.args
    assert isinstance(spec, ScatterSpec)
    assert (len(spec.axes), suffix) == (3, ".svg")


def test_that_the_tab_fits_the_smallest_window(tab: MapTab):
    least = tab.minimumSizeHint()
    assert least.width() <= 976
    assert least.height() <= 400
