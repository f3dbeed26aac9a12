"""How sure each customer's segment is, who is borderline, and who has no segment, in the Customers tab."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from segdesk.model.findings import Reliability
from segdesk.ui.panels.results.customers_model import OWN_COLUMNS, CustomersModel
from segdesk.ui.panels.results.customers_own import Own
from segdesk.ui.panels.results.customers_tab import CustomersTab
from segdesk.ui.session import View
from tests.ui.customers_on_screen import customers_tab
from tests.ui.finding import child
from tests.ui.sample_findings import reliability_of
from tests.ui.sample_views import COLUMNS, FakeReader, view_of

# Ten customers in three segments, then in two.
THREE = (0, 1, 2, 0, 1, 0, 2, 0, 1, 0)
TWO = (0, 1, 0, 0, 1, 0, 0, 0, 1, 0)
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
UNKNOWN = math.nan


def reliability() -> Reliability:
    """Rows 1, 4 and 6 are below 75 %; row 9 wasn't looked at; columns 0 and 2 decide."""
    return reliability_of(
        [0.9, 0.7, 0.9],
        certainty=[1.0, 0.6, 0.9, 0.8, 0.5, 0.75, 0.7, 0.95, 0.85, UNKNOWN],
        second=[-1, 0, 1, 1, 2, 1, 0, -1, 0, -1],
        deciding=[-1, 2, 0, 0, 0, 2, 0, -1, 2, -1],
    )


@pytest.fixture
def view() -> View:
    return view_of(THREE, TWO)


@pytest.fixture
def tab(qtbot: QtBot, reader: FakeReader, view: View) -> CustomersTab:
    return customers_tab(qtbot, reader, view)


def model_of(tab: CustomersTab) -> CustomersModel:
    found = child(tab, QTableView, "customers_table").model()
    assert isinstance(found, CustomersModel)
    return found


def shown(tab: CustomersTab) -> list[int]:
    return [int(row) for row in model_of(tab).row_indexes]


def text(tab: CustomersTab, row: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    model = model_of(tab)
    return model.data(model.index(row, column), role)


def sort(tab: CustomersTab, column: int, order: Qt.SortOrder = ASCENDING) -> None:
    child(tab, QTableView, "customers_table").sortByColumn(column, order)


def borderline(tab: CustomersTab) -> QPushButton:
    return child(tab, QPushButton, "borderline_only")


def test_that_three_columns_come_when_the_reliability_is_known(tab: CustomersTab, view: View):
    assert model_of(tab).columnCount() == OWN_COLUMNS + len(COLUMNS)
    tab.show_reliability(reliability())
    model = model_of(tab)
    assert [model.heading(column) for column in range(6)] == [
        "Segment",
        "Fit",
        "How sure",
        "Second best",
        "What decides it",
        "customer_id",
    ]
    # Row 1: 60 %, otherwise in segment 0, decided by the third column, age.
    told = [text(tab, 1, column) for column in (Own.SURE, Own.SECOND, Own.DECIDING)]
    assert told == ["60%", view.names[0], "age"]
    assert [text(tab, 9, column) for column in (Own.SURE, Own.SECOND, Own.DECIDING)] == ["–", "–", "–"]
    assert text(tab, 1, 5) == "1002"
    tab.show_reliability(None)
    assert model_of(tab).columnCount() == OWN_COLUMNS + len(COLUMNS)
    assert text(tab, 1, OWN_COLUMNS) == "1002"


def test_that_tool_tips_say_what_the_cells_mean(tab: CustomersTab, view: View):
    tab.show_reliability(reliability())
    tip = Qt.ItemDataRole.ToolTipRole
    assert text(tab, 1, Own.SURE, tip) == "In 60% of 100 repeats this customer came into the same segment."
    one, other = view.names[1], view.names[0]
    assert text(tab, 1, Own.DECIDING, tip) == f"age decides between “{one}” and “{other}”."
    assert "Not judged" in str(text(tab, 9, Own.SURE, tip))
    assert isinstance(text(tab, 1, Own.SECOND, Qt.ItemDataRole.DecorationRole), QIcon)
    assert text(tab, 0, Own.SECOND, Qt.ItemDataRole.DecorationRole) is None


def test_that_how_sure_sorts_with_the_unknown_last(tab: CustomersTab):
    tab.show_reliability(reliability())
    sort(tab, Own.SURE)
    # 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0, unknown
    assert shown(tab) == [4, 1, 6, 5, 3, 8, 2, 7, 0, 9]
    sort(tab, Own.SURE, DESCENDING)
    assert shown(tab) == [0, 7, 2, 8, 3, 5, 6, 1, 4, 9]
    sort(tab, Own.SECOND, DESCENDING)
    # Second best: 2 for row 4; 1 for 2, 3, 5; 0 for 1, 6, 8; none for 0, 7, 9.
    assert shown(tab) == [4, 2, 3, 5, 1, 6, 8, 0, 7, 9]


def test_that_borderline_customers_are_counted_and_filtered(tab: CustomersTab, qtbot: QtBot):
    assert not borderline(tab).isVisible()
    tab.show_reliability(reliability())
    # 0.75 itself isn't borderline.
    assert borderline(tab).text() == "Borderline  3"
    borderline(tab).setFocus()
    qtbot.keyClick(borderline(tab), Qt.Key.Key_Space)
    assert shown(tab) == [1, 4, 6]
    assert child(tab, QLabel, "customers_count").text() == "3 of 10 customers"
    tab.show_segment(1)
    assert shown(tab) == [1, 4]
    qtbot.mouseClick(borderline(tab), Qt.MouseButton.LeftButton)
    assert shown(tab) == [1, 4, 8]


def test_that_the_filter_goes_with_the_reliability(tab: CustomersTab, view: View, qtbot: QtBot):
    tab.show_reliability(reliability())
    qtbot.mouseClick(borderline(tab), Qt.MouseButton.LeftButton)
    # Two segments: what is known is about another cut.
    tab.show_view(replace(view, segments=2), COLUMNS)
    assert shown(tab) == list(range(10))
    assert not borderline(tab).isVisible()
    assert not borderline(tab).isChecked()
    tab.show_view(view, COLUMNS)
    assert borderline(tab).isVisible()
    assert not borderline(tab).isChecked()


def test_that_a_sort_by_a_column_of_the_file_stays_when_columns_come_and_go(
    tab: CustomersTab, reader: FakeReader
):
    header = child(tab, QTableView, "customers_table").horizontalHeader()
    sort(tab, OWN_COLUMNS + 1, DESCENDING)
    reader.answer(range(9, -1, -1))
    tab.show_reliability(reliability())
    assert shown(tab) == list(range(9, -1, -1))
    assert header.sortIndicatorSection() == OWN_COLUMNS + 3 + 1
    assert header.sortIndicatorOrder() == DESCENDING
    tab.show_reliability(None)
    assert header.sortIndicatorSection() == OWN_COLUMNS + 1
    assert reader.orders == [(1, True, "")]


def test_that_a_sort_by_a_column_that_goes_is_let_go(tab: CustomersTab):
    tab.show_reliability(reliability())
    sort(tab, Own.SURE)
    tab.show_reliability(None)
    assert shown(tab) == list(range(10))
    assert child(tab, QTableView, "customers_table").horizontalHeader().sortIndicatorSection() == -1


def test_that_a_reliability_of_other_customers_is_not_shown(tab: CustomersTab):
    tab.show_reliability(reliability_of([0.9, 0.9, 0.9], certainty=[0.5, 0.5]))
    assert model_of(tab).columnCount() == OWN_COLUMNS + len(COLUMNS)
    assert not borderline(tab).isVisible()


def test_that_rows_are_copied_with_what_is_found(tab: CustomersTab, view: View):
    tab.show_reliability(reliability())
    copied = model_of(tab).copied([1], [0, 2, 3, 4, 5])
    assert copied == [[view.names[1], "60%", view.names[0], "age", "1002"]]


def test_that_customers_without_a_segment_say_so_and_are_filtered(tab: CustomersTab, qtbot: QtBot):
    pill = child(tab, QPushButton, "segment_none")
    assert not pill.isVisible()
    view = view_of(THREE, dataset_id=2)
    labels = np.array([[-1, 1, 2, 0, 1, 0, 2, 0, -1, 0]], np.int8)
    cut = replace(view.cut, sizes=(4, 2, 2), outliers=2)
    tab.show_view(replace(view, segmentation=replace(view.segmentation, cuts=(cut,), labels=labels)), COLUMNS)
    assert text(tab, 0, Own.SEGMENT) == "No segment"
    assert pill.text() == " No segment  2"
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert shown(tab) == [0, 8]
    tab.show_segment(None)
    sort(tab, Own.SEGMENT)
    # Segments 0, 1, 2, then those without.
    assert shown(tab) == [3, 5, 7, 9, 1, 4, 2, 6, 0, 8]
    sort(tab, Own.SEGMENT, DESCENDING)
    assert shown(tab)[-2:] == [0, 8]
    tab.show_segment(-1)
    assert pill.isChecked()
    # Back to a run where everybody has a segment: the filter has nobody left to show.
    tab.show_view(view, COLUMNS)
    assert sorted(shown(tab)) == list(range(10))
    assert not pill.isVisible()
    assert child(tab, QPushButton, "segment_all").isChecked()
