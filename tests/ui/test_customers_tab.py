from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from segdesk.model.roles import ColumnRole, Kind
from segdesk.ui.panels.results import cells
from segdesk.ui.panels.results.customers_model import FIT_COLUMN, OWN_COLUMNS, SEGMENT_COLUMN, CustomersModel
from segdesk.ui.panels.results.customers_tab import CustomersTab
from segdesk.ui.session import View
from tests.ui.customers_on_screen import customers_tab
from tests.ui.sample_views import COLUMNS, FakeReader, column, view_of

# Ten customers in three segments, then in two: segment 2 of three joins segment 0.
THREE = (0, 1, 2, 0, 1, 0, 2, 0, 1, 0)
TWO = (0, 1, 0, 0, 1, 0, 0, 0, 1, 0)
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def view() -> View:
    """Give the ten customers in three segments; silhouettes -0.2 … 0.7 by tenths, the last unknown."""
    silhouettes = [*np.arange(-2, 7) / 10, np.nan]
    return view_of(THREE, TWO, silhouettes=silhouettes)


@pytest.fixture
def model(reader: FakeReader, view: View) -> CustomersModel:
    """Give a model of the ten customers."""
    result = CustomersModel(reader)
    result.show_view(view, COLUMNS, view.names)
    return result


@pytest.fixture
def tab(qtbot: QtBot, reader: FakeReader, view: View) -> CustomersTab:
    """Give a tab of the ten customers, on screen."""
    return customers_tab(qtbot, reader, view)


def shown(model: CustomersModel) -> list[int]:
    """Give the rows that show, from the top down."""
    return [int(row) for row in model.row_indexes]


def text(model: CustomersModel, row: int, col: int, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    """Give what a cell says."""
    return model.data(model.index(row, col), role)


def table_of(tab: CustomersTab) -> QTableView:
    """Give the table, by its name."""
    found = tab.findChild(QTableView, "customers_table")
    assert found is not None
    return found


def count_of(tab: CustomersTab) -> str:
    """Give what the count label says."""
    found = tab.findChild(QLabel, "customers_count")
    assert found is not None
    return found.text()


def pill(tab: CustomersTab, name: str) -> QPushButton:
    """Give one pill of the filter."""
    found = tab.findChild(QPushButton, name)
    assert found is not None
    return found


def test_that_a_row_says_segment_fit_and_the_columns_values(model: CustomersModel, view: View):
    assert model.columnCount() == OWN_COLUMNS + len(COLUMNS)
    assert text(model, 1, SEGMENT_COLUMN) == view.names[1]
    # Row 1: silhouette -0.1, id 1002 raw, income 2 x 1000.5 grouped, a town, a year raw.
    assert text(model, 1, FIT_COLUMN) == "loose"
    assert [text(model, 1, OWN_COLUMNS + i) for i in range(4)] == ["1002", "2,001", "Addis Ababa", "1981"]
    assert text(model, 0, OWN_COLUMNS + 2) == "–"


def test_that_fit_is_a_word_with_the_number_as_tool_tip(model: CustomersModel):
    # Row 5 has 0.3, row 8 has 0.6, row 9 was not judged.
    assert [text(model, row, FIT_COLUMN) for row in (5, 8, 9)] == ["fits", "typical", "–"]
    assert "0.30" in str(text(model, 5, FIT_COLUMN, Qt.ItemDataRole.ToolTipRole))
    assert "−0.20" in str(text(model, 0, FIT_COLUMN, Qt.ItemDataRole.ToolTipRole))


def test_that_numbers_stand_to_the_right_and_words_to_the_left(model: CustomersModel):
    income, town = (text(model, 0, OWN_COLUMNS + i, Qt.ItemDataRole.TextAlignmentRole) for i in (1, 2))
    assert isinstance(income, Qt.AlignmentFlag)
    assert isinstance(town, Qt.AlignmentFlag)
    assert income & Qt.AlignmentFlag.AlignRight
    assert town & Qt.AlignmentFlag.AlignLeft


def test_that_segments_sort_without_the_database_and_equals_keep_their_order(
    model: CustomersModel, reader: FakeReader
):
    model.sort(SEGMENT_COLUMN, DESCENDING)
    # Segment 2 has rows 2, 6; segment 1 rows 1, 4, 8; segment 0 rows 0, 3, 5, 7, 9.
    assert shown(model) == [2, 6, 1, 4, 8, 0, 3, 5, 7, 9]
    assert reader.orders == []


def test_that_unknown_fits_come_last_both_ways(model: CustomersModel):
    model.sort(FIT_COLUMN, ASCENDING)
    assert shown(model) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    model.sort(FIT_COLUMN, DESCENDING)
    assert shown(model) == [8, 7, 6, 5, 4, 3, 2, 1, 0, 9]


def test_that_sorting_by_a_column_asks_the_database(model: CustomersModel, reader: FakeReader):
    model.sort(OWN_COLUMNS + 1, DESCENDING)
    assert reader.orders == [(1, True, "")]
    assert shown(model) == list(range(10))
    reader.answer(range(9, -1, -1))
    assert shown(model) == list(range(9, -1, -1))
    model.sort(-1, ASCENDING)
    assert shown(model) == list(range(10))


def test_that_an_answer_nobody_waits_for_changes_nothing(model: CustomersModel, reader: FakeReader):
    model.set_search("jim")
    old = reader._ticket
    model.set_search("")
    reader.ordered.emit(old, np.array([3]))
    assert shown(model) == list(range(10))


def test_that_filter_search_and_sort_work_together(model: CustomersModel, reader: FakeReader):
    model.set_segment(0)
    model.set_search("a")
    model.sort(OWN_COLUMNS, ASCENDING)
    assert reader.orders[-1] == (0, False, "a")
    reader.answer([9, 8, 7, 3, 2])
    # Of these, segment 0 has 9, 7, 3.
    assert shown(model) == [9, 7, 3]


def test_that_another_cut_keeps_the_order_and_asks_nothing(
    model: CustomersModel, reader: FakeReader, view: View, qtbot: QtBot
):
    model.set_search("a")
    model.sort(OWN_COLUMNS, DESCENDING)
    reader.answer([8, 6, 4, 2])
    text(model, 0, OWN_COLUMNS)
    orders, reads = len(reader.orders), len(reader.reads)
    two = replace(view, segments=2)
    with qtbot.waitSignal(model.dataChanged):
        assert not model.show_view(two, COLUMNS, two.names)
    assert shown(model) == [8, 6, 4, 2]
    # Row 6 moved from segment 2 to segment 0.
    assert text(model, 1, SEGMENT_COLUMN) == two.names[0]
    text(model, 0, OWN_COLUMNS)
    assert (len(reader.orders), len(reader.reads)) == (orders, reads)


def test_that_the_filter_follows_its_customers_into_another_cut(model: CustomersModel, view: View):
    two = replace(view, segments=2)
    # Segment 0 (5 customers) becomes 5 of 7: likeness 5 / 7. Segment 2 becomes 2 of 7: too unlike.
    model.set_segment(0)
    model.show_view(two, COLUMNS, two.names)
    assert model.segment == 0
    model.show_view(view, COLUMNS, view.names)
    model.set_segment(2)
    model.show_view(two, COLUMNS, two.names)
    assert model.segment is None
    assert len(shown(model)) == 10


def test_that_another_dataset_starts_anew(model: CustomersModel, reader: FakeReader):
    model.set_segment(1)
    model.set_search("x")
    other = view_of((0, 1, 1), dataset_id=2)
    assert model.show_view(other, COLUMNS, other.names)
    reader.answer([1])
    assert model.segment is None
    assert shown(model) == [0, 1, 2]


def test_that_a_million_customers_are_read_by_pages(reader: FakeReader):
    labels = (np.arange(1_000_000) % 4).astype(np.int8)
    view = view_of(labels)
    model = CustomersModel(reader)
    model.show_view(view, COLUMNS, view.names)
    assert model.rowCount() == 1_000_000
    assert text(model, 999_999, OWN_COLUMNS) == "1001000"
    assert text(model, 999_801, OWN_COLUMNS) == "1000802"
    assert [len(read) for read in reader.reads] == [200]
    model.set_segment(3)
    # Segment 3 has rows 3, 7, 11 …: its last is 999,999.
    assert model.rowCount() == 250_000
    assert text(model, 249_999, OWN_COLUMNS) == "1001000"


def test_that_pages_are_forgotten_in_the_end(reader: FakeReader):
    view = view_of(np.tile([0, 1], 10_000).astype(np.int8))
    model = CustomersModel(reader)
    model.show_view(view, COLUMNS, view.names)
    for row in range(0, 20_000, 200):
        text(model, row, OWN_COLUMNS)
    text(model, 19_999, OWN_COLUMNS)
    assert len(reader.reads) == 100
    text(model, 0, OWN_COLUMNS)
    assert len(reader.reads) == 101


@pytest.mark.parametrize(
    ("value", "is_shown", "is_copied"),
    [
        (1234567, "1,234,567", "1234567"),
        (-1234.5, "−1,234.5", "-1234.5"),
        (0.1 + 0.2, "0.3", "0.30000000000000004"),
        (3.0, "3", "3"),
        (None, "–", ""),
        (float("nan"), "–", ""),
    ],
)
def test_that_a_measure_is_grouped_for_reading_and_plain_for_copying(
    value: object, is_shown: str, is_copied: str
):
    cell = cells.CellColumn.of(column("income"))
    assert cell.shown(value) == is_shown
    assert cell.copied(value) == is_copied


def test_that_identifiers_and_years_have_no_separators():
    number = cells.CellColumn.of(column("id", Kind.NUMBER, ColumnRole.IDENTIFIER, "10045"))
    year = cells.CellColumn.of(column("born", Kind.NUMBER, ColumnRole.MEASURE, "1984", "2001"))
    income = cells.CellColumn.of(column("income", Kind.NUMBER, ColumnRole.MEASURE, "1984", "2501"))
    assert [cell.shown(1984) for cell in (number, year, income)] == ["1984", "1984", "1,984"]


def test_that_a_copied_text_never_runs_as_a_formula():
    cell = cells.CellColumn.of(column("note", Kind.TEXT, ColumnRole.TEXT))
    assert cell.copied("=1+1") == "'=1+1"
    assert cell.copied("plain") == "plain"


def test_that_typing_searches_once_after_a_pause(tab: CustomersTab, reader: FakeReader, qtbot: QtBot):
    search = tab.findChild(QLineEdit, "customers_search")
    qtbot.keyClicks(search, "adama")
    assert reader.orders == []
    qtbot.waitUntil(lambda: len(reader.orders) == 1)
    assert reader.orders == [(None, False, "adama")]
    assert count_of(tab) == "Searching …"
    reader.answer([3, 4])
    assert count_of(tab) == "2 of 10 customers"


def test_that_an_empty_result_says_so(tab: CustomersTab, reader: FakeReader, qtbot: QtBot):
    search = tab.findChild(QLineEdit, "customers_search")
    qtbot.keyClicks(search, "zzz")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    reader.answer([])
    none = tab.findChild(QLabel, "customers_none")
    assert none is not None
    assert none.isVisible()
    assert not table_of(tab).isVisible()


def test_that_a_pill_filters_and_all_shows_everyone(tab: CustomersTab, qtbot: QtBot):
    assert count_of(tab) == "10 customers"
    qtbot.mouseClick(pill(tab, "segment_1"), Qt.MouseButton.LeftButton)
    assert count_of(tab) == "3 of 10 customers"
    qtbot.mouseClick(pill(tab, "segment_all"), Qt.MouseButton.LeftButton)
    assert count_of(tab) == "10 customers"


def test_that_pills_follow_another_cut(tab: CustomersTab, view: View):
    tab.show_segment(0)
    assert pill(tab, "segment_0").isChecked()
    tab.show_view(replace(view, segments=2), COLUMNS)
    assert pill(tab, "segment_0").isChecked()
    assert pill(tab, "segment_0").text().endswith("7")
    assert not pill(tab, "segment_2").isVisible()
    assert count_of(tab) == "7 of 10 customers"


def test_that_the_place_stays_when_the_cut_changes(qtbot: QtBot, reader: FakeReader):
    labels = (np.arange(1000) % 3).astype(np.int8)
    view = view_of(labels, labels % 2)
    tab = CustomersTab(reader)
    qtbot.addWidget(tab)
    tab.resize(900, 400)
    tab.show_view(view, COLUMNS)
    tab.show()
    tab.show_segment(0)
    table_of(tab).verticalScrollBar().setValue(100)
    # In three segments, the 101st customer of segment 0 is row 300. In two, segment 0 holds rows
    # 0, 2, 3, 5, 6 …, two of three, where row 300 is the 201st.
    tab.show_view(replace(view, segments=2), COLUMNS)
    assert table_of(tab).rowAt(0) == 200
    assert tab._model.row_indexes[200] == 300


def test_that_ctrl_c_copies_the_selected_cells_with_headings(tab: CustomersTab, qtbot: QtBot):
    table = table_of(tab)
    model = table.model()
    selection, flags = table.selectionModel(), QItemSelectionModel.SelectionFlag
    selection.select(model.index(0, OWN_COLUMNS), flags.ClearAndSelect)
    selection.select(model.index(1, OWN_COLUMNS + 1), flags.Select)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ("customer_id\tannual_income\n1001\t1000.5\n1002\t2001\n")
    assert count_of(tab) == "2 rows copied"


def test_that_whole_rows_can_be_copied(tab: CustomersTab, view: View):
    table = table_of(tab)
    table.setCurrentIndex(table.model().index(1, OWN_COLUMNS + 3))
    table.actions()[1].trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Segment", "Fit", *(c.name for c in COLUMNS)]
    assert lines[1].split("\t") == [view.names[1], "loose", "1002", "2001", "Addis Ababa", "1981"]


def test_that_copying_everything_stops_where_it_would_take_long(qtbot: QtBot, reader: FakeReader):
    tab = CustomersTab(reader)
    qtbot.addWidget(tab)
    tab.show_view(view_of(np.tile([0, 1], 15_000).astype(np.int8)), COLUMNS)
    table_of(tab).selectAll()
    table_of(tab).actions()[0].trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1 + 20_000
    assert count_of(tab).startswith("The first 20,000 rows")


def test_that_the_context_menu_offers_copying(tab: CustomersTab):
    table = table_of(tab)
    assert table.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    assert [action.objectName() for action in table.actions()] == ["customers_copy", "customers_copy_rows"]


def test_that_clicking_a_heading_sorts(tab: CustomersTab, reader: FakeReader, qtbot: QtBot):
    header = table_of(tab).horizontalHeader()
    place = QPoint(header.sectionViewportPosition(OWN_COLUMNS + 1) + 20, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [position for position, _, _ in reader.orders] == [1]


def test_that_every_control_has_a_name_for_screen_readers(tab: CustomersTab):
    search = tab.findChild(QLineEdit, "customers_search")
    assert search is not None
    assert search.accessibleName()
    assert table_of(tab).accessibleName()
    assert all(pill(tab, f"segment_{i}").accessibleName() for i in range(3))
