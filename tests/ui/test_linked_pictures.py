"""One selection in all pictures and in the customers' table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from segdesk.ui.panels.results.customers_tab import CustomersTab
from segdesk.ui.panels.results_panel import ResultsPanel
from segdesk.ui.selection import Selection
from tests.picture_examples import TABLE
from tests.ui.finding import child
from tests.ui.picture_views import picture_view
from tests.ui.sample_views import COLUMNS, FakeReader


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[FakeReader]:
    result = FakeReader()
    yield result
    result.close()


def test_that_the_table_shows_those_who_are_picked_out_and_all_again(qtbot: QtBot, reader: FakeReader):
    selection = Selection()
    tab = CustomersTab(reader, selection)
    qtbot.addWidget(tab)
    view = picture_view()
    tab.show_view(view, COLUMNS)
    table = child(tab, QTableView, "customers_table")
    assert table.model().rowCount() == 6
    selection.pick(np.array([False, True, False, True, False, True]), source="map")
    assert table.model().rowCount() == 3
    # Together with the filter for the first segment, which holds customers 0 to 2: only customer 1.
    tab.show_segment(0)
    assert table.model().rowCount() == 1
    assert child(tab, QLabel, "customers_count").text().startswith("1 of 6")
    tab.show_segment(None)
    child(tab, QPushButton, "customers_picked").click()
    assert table.model().rowCount() == 6


def test_that_escape_picks_nobody_out_in_any_tab(qtbot: QtBot, reader: FakeReader):
    panel = ResultsPanel(reader)
    qtbot.addWidget(panel)
    panel.resize(1200, 700)
    view = picture_view()
    panel.profile_requested.connect(lambda _segments: panel.show_profile(TABLE))
    panel.show_view(view, COLUMNS)
    panel.show()
    for key in ("profiles", "map", "customers"):
        panel.show_tab(key)
    panel.selection.pick_segment(view.labels, 1, source="test")
    assert child(panel, QTableView, "customers_table").model().rowCount() == 2
    pills = [child(panel, QPushButton, f"{name}_picked") for name in ("profiles", "map", "customers")]
    assert all(pill.text() == "2 customers picked out" for pill in pills)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.selection.count == 0
    assert all(pill.isHidden() for pill in pills)
