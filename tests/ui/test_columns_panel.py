"""What was read, and what each column is used for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.changes import Change, ChangeKind, Suggestion
from segdesk.model.notes import Note
from segdesk.model.reading import Reading, ReadingChoices
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.saved import DatasetInfo
from segdesk.ui.panels.columns_cells import ColumnCells, wrapped
from segdesk.ui.panels.columns_model import Cell
from segdesk.ui.panels.columns_panel import ColumnsPanel
from segdesk.ui.panels.columns_table import ColumnsTable
from segdesk.ui.panels.rows_preview import RowsPreview, cell_text
from segdesk.ui.theme import font

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
W = TypeVar("W", bound=QWidget)

COLUMNS = (
    ColumnSummary(
        "customer_id",
        Kind.NUMBER,
        ColumnRole.IDENTIFIER,
        Note("reason.row_number"),
        missing=0,
        distinct=50,
        examples=("1", "2", "3"),
        histogram=(5, 5, 5),
    ),
    ColumnSummary("age", Kind.NUMBER, ColumnRole.MEASURE, None, 3, 30, ("25", "32", "45"), (4, 9, 2)),
    ColumnSummary("gender", Kind.TEXT, ColumnRole.CATEGORY, None, 1, 2, ("Female", "Male"), (30, 19)),
)
HEAD: Sequence[tuple[object, ...]] = ((1.0, 25.0, "Female"), (2.0, None, "Male"))


def dataset(number: int = 1, notes: tuple[Note, ...] = ()) -> DatasetInfo:
    return DatasetInfo(number, "customers.csv", "", "", 2000, 3, datetime.now(UTC), 0, notes)


def child(panel: QWidget, kind: type[W], name: str) -> W:
    found = panel.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def keep(panel: ColumnsPanel, position: int, role: ColumnRole) -> None:
    """Answer a wish for another role as the flow does once it is saved."""
    columns = list(panel.columns)
    columns[position] = replace(columns[position], role=role, guess=columns[position].guessed)
    panel.show_dataset(dataset(), tuple(columns), HEAD)


@pytest.fixture
def panel(qtbot: QtBot) -> ColumnsPanel:
    result = ColumnsPanel()
    result.resize(1366, 640)
    result.show_dataset(dataset(), COLUMNS, HEAD)
    result.role_changed.connect(lambda position, role: keep(result, position, role))
    qtbot.addWidget(result)
    with qtbot.waitExposed(result):
        result.show()
    return result


def table(panel: ColumnsPanel) -> ColumnsTable:
    return child(panel, ColumnsTable, "columns_table")


def text(panel: ColumnsPanel, row: int, cell: Cell) -> str:
    return str(table(panel).model().index(row, cell).data())


def says(panel: ColumnsPanel, row: int, cell: Cell) -> str:
    return str(table(panel).model().index(row, cell).data(Qt.ItemDataRole.AccessibleTextRole))


def figure(panel: ColumnsPanel, name: str) -> str:
    return child(panel, QLabel, f"receipt_{name}").text()


def middle(panel: ColumnsPanel, row: int, cell: Cell) -> QPoint:
    return table(panel).visualRect(table(panel).model().index(row, cell)).center()


def pick(qtbot: QtBot, panel: ColumnsPanel, role: ColumnRole) -> None:
    """Choose a role in the open menu, as the keyboard would."""
    menu = next(menu for menu in panel.findChildren(QMenu, "role_menu") if menu.isVisible())
    menu.setActiveAction(next(a for a in menu.actions() if a.objectName() == f"role_{role}"))
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_that_the_head_tells_name_and_size(panel: ColumnsPanel):
    assert child(panel, QLabel, "columns_title").text() == "customers.csv"
    assert child(panel, QLabel, "columns_about").text() == "2,000 customers · 3 columns"


def test_that_each_column_shows_role_examples_and_missing_share(panel: ColumnsPanel):
    assert [text(panel, row, Cell.ROLE) for row in range(3)] == ["Identifier", "Measure", "Category"]
    assert text(panel, 1, Cell.EXAMPLE) == "25, 32, 45"
    # 0, 3 and 1 of 2,000 customers: 0 %, 0.15 % and 0.05 %.
    assert text(panel, 0, Cell.MISSING) == "0%"
    assert text(panel, 1, Cell.MISSING) in ("0.1%", "0.2%")
    assert says(panel, 2, Cell.MISSING) == "1 of 2,000 values is missing"


def test_that_a_few_missing_are_never_shown_as_none(qtbot: QtBot):
    panel = ColumnsPanel()
    qtbot.addWidget(panel)
    many = DatasetInfo(1, "big.csv", "", "", 1_000_000, 3, datetime.now(UTC), 0, ())
    panel.show_dataset(many, COLUMNS, HEAD)
    assert text(panel, 2, Cell.MISSING) == "< 0.1%"
    assert text(panel, 0, Cell.MISSING) == "0%"


def test_that_a_histogram_is_told_in_numbers_and_left_out_where_every_value_differs(panel: ColumnsPanel):
    assert "4, 9, 2" in says(panel, 1, Cell.VALUES)
    assert table(panel).columns_model.counts(0) == ()


def test_that_the_receipt_counts_what_is_there(panel: ColumnsPanel):
    found = {name: figure(panel, name) for name in ("rows", "columns", "used", "missing")}
    assert found == {"rows": "2,000", "columns": "3", "used": "2", "missing": "4"}


def test_that_a_role_is_changed_by_mouse(qtbot: QtBot, panel: ColumnsPanel):
    qtbot.mouseClick(table(panel).viewport(), LEFT, pos=middle(panel, 0, Cell.ROLE))
    with qtbot.waitSignal(panel.role_changed) as blocker:
        pick(qtbot, panel, ColumnRole.MEASURE)
    assert blocker.args == [0, ColumnRole.MEASURE]
    assert text(panel, 0, Cell.ROLE) == "Measure"
    assert text(panel, 0, Cell.NOTE) == "your choice"
    assert figure(panel, "used") == "3"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F4])
def test_that_a_role_is_changed_by_keyboard(qtbot: QtBot, panel: ColumnsPanel, key: Qt.Key):
    table(panel).setFocus()
    qtbot.keyClick(table(panel), Qt.Key.Key_Down)
    qtbot.keyClick(table(panel), key)
    with qtbot.waitSignal(panel.role_changed) as blocker:
        pick(qtbot, panel, ColumnRole.DESCRIBE)
    assert blocker.args == [1, ColumnRole.DESCRIBE]


def test_that_picking_the_same_role_changes_nothing(qtbot: QtBot, panel: ColumnsPanel):
    table(panel).activate(table(panel).model().index(1, Cell.ROLE))
    with qtbot.assertNotEmitted(panel.role_changed):
        pick(qtbot, panel, ColumnRole.MEASURE)


def test_that_undo_in_the_note_goes_back_to_the_suggestion(qtbot: QtBot, panel: ColumnsPanel):
    panel.role_changed.emit(0, ColumnRole.MEASURE)
    panel.role_changed.emit(0, ColumnRole.CATEGORY)
    with qtbot.waitSignal(panel.role_changed) as blocker:
        qtbot.mouseClick(table(panel).viewport(), LEFT, pos=middle(panel, 0, Cell.NOTE))
    assert blocker.args == [0, ColumnRole.IDENTIFIER]
    assert text(panel, 0, Cell.NOTE) != "your choice"


def test_that_a_click_on_a_note_without_a_choice_does_nothing(qtbot: QtBot, panel: ColumnsPanel):
    with qtbot.assertNotEmitted(panel.role_changed):
        qtbot.mouseClick(table(panel).viewport(), LEFT, pos=middle(panel, 0, Cell.NOTE))
    assert panel.findChildren(QMenu, "role_menu") == []


def test_that_enter_on_the_note_undoes_too(qtbot: QtBot, panel: ColumnsPanel):
    panel.role_changed.emit(1, ColumnRole.IGNORED)
    assert says(panel, 1, Cell.NOTE) == "your choice. Press Enter to go back to Measure"
    panel.setFocus()
    table(panel).setCurrentIndex(table(panel).model().index(1, Cell.NOTE))
    qtbot.keyClick(table(panel), Qt.Key.Key_Return)
    assert panel.columns[1].role is ColumnRole.MEASURE


def test_that_showing_the_same_dataset_again_keeps_the_place(panel: ColumnsPanel):
    table(panel).setCurrentIndex(table(panel).model().index(2, Cell.NAME))
    panel.role_changed.emit(1, ColumnRole.IGNORED)
    assert table(panel).currentIndex().row() == 2
    assert text(panel, 1, Cell.NOTE) == "your choice"


def test_that_a_choice_made_before_is_known_when_the_dataset_opens(panel: ColumnsPanel):
    chosen = replace(COLUMNS[1], role=ColumnRole.IGNORED, guess=ColumnRole.MEASURE)
    panel.show_dataset(dataset(2), (COLUMNS[0], chosen, COLUMNS[2]), HEAD)
    assert text(panel, 1, Cell.NOTE) == "your choice"


def test_that_one_can_go_on_only_with_a_used_column(qtbot: QtBot, panel: ColumnsPanel):
    button, sentence = (
        child(panel, QAbstractButton, "columns_continue"),
        child(panel, QLabel, "columns_blocked"),
    )
    assert sentence.isHidden()
    with qtbot.waitSignal(panel.continue_requested):
        qtbot.mouseClick(button, LEFT)
    panel.role_changed.emit(1, ColumnRole.IGNORED)
    panel.role_changed.emit(2, ColumnRole.DESCRIBE)
    assert not button.isEnabled()
    assert not sentence.isHidden()
    panel.role_changed.emit(0, ColumnRole.MEASURE)
    assert button.isEnabled()
    assert sentence.isHidden()


def test_that_back_asks_to_go_back(qtbot: QtBot, panel: ColumnsPanel):
    with qtbot.waitSignal(panel.back_requested):
        qtbot.mouseClick(child(panel, QAbstractButton, "columns_back"), LEFT)


def test_that_the_first_rows_show_as_the_file_has_them(qtbot: QtBot, panel: ColumnsPanel):
    toggle, preview = child(panel, QAbstractButton, "show_rows"), child(panel, RowsPreview, "rows_preview")
    qtbot.mouseClick(toggle, LEFT)
    assert preview.isVisible()
    assert not table(panel).isVisible()
    model = preview.model()
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert rows == [["1", "25", "Female"], ["2", "–", "Male"]]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert heads == ["customer_id", "age", "gender"]
    qtbot.mouseClick(toggle, LEFT)
    assert table(panel).isVisible()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (45000.0, "45000"),
        (1.5, "1.5"),
        (-3.0, "-3"),
        (float("nan"), "–"),
        (None, "–"),
        ("01569", "01569"),
        (datetime(2023, 9, 4), "2023-09-04"),
        (datetime(2023, 9, 4, 17, 5), "2023-09-04 17:05:00"),
        (datetime(2023, 9, 4).date(), "2023-09-04"),
        (7, "7"),
    ],
)
def test_that_a_value_is_written_as_the_file_would(value: object, written: str):
    assert cell_text(value) == written


def test_that_doubts_come_before_what_was_tidied(panel: ColumnsPanel):
    tidied = Note("note.unit_removed", {"column": "income", "unit": "ETB"})
    doubt = Note("note.bad_dates", {"column": "joined", "values": "31-02-2020", "count": 3})
    panel.show_dataset(dataset(notes=(tidied, doubt)), COLUMNS, HEAD)
    sentences = [child(panel, QLabel, f"columns_note_{number}").text() for number in range(2)]
    assert "joined" in sentences[0]
    assert "ETB" in sentences[1]


def test_that_a_file_that_was_read_as_it_is_says_so(panel: ColumnsPanel):
    assert child(panel, QLabel, "columns_note_0").text().startswith("The file was read as it is.")


def test_that_the_card_is_as_high_as_its_rows_and_scrolls_when_there_is_no_room(
    qtbot: QtBot, panel: ColumnsPanel
):
    card = child(panel, QWidget, "columns_card")
    qtbot.waitUntil(lambda: card.height() == card.maximumHeight())
    assert not table(panel).verticalScrollBar().isVisible()
    wide = tuple(
        ColumnSummary(f"c{i}", Kind.NUMBER, ColumnRole.MEASURE, None, 0, 9, ("1",), (1, 2))
        for i in range(300)
    )
    panel.show_dataset(dataset(2), wide, [(0.0,) * 300])
    qtbot.waitUntil(lambda: table(panel).verticalScrollBar().isVisible())
    assert card.height() < panel.height()


@pytest.mark.parametrize("width", [1024, 1366, 2560])
def test_that_all_columns_fit_the_window(qtbot: QtBot, panel: ColumnsPanel, width: int):
    panel.resize(width, 560)
    view: QTableView = table(panel)
    qtbot.waitUntil(lambda: sum(view.columnWidth(cell) for cell in Cell) == view.viewport().width())


def test_that_it_fits_the_smallest_window(panel: ColumnsPanel):
    smallest = panel.minimumSizeHint()
    # 1024 × 640 less the head, the menu and the foot of the window.
    assert smallest.width() <= 1024
    assert smallest.height() <= 500


def test_that_a_note_takes_two_lines_and_the_rest_is_left_out(qapp: object):
    words = "one two three four five six seven eight nine ten eleven twelve"
    lines = wrapped(words, font(), 120, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert wrapped("one", font(), 120, 2) == ["one"]


def test_that_what_does_not_fit_is_told_in_the_tool_tip(panel: ColumnsPanel):
    view = table(panel)
    cells = view.itemDelegate()
    assert isinstance(cells, ColumnCells)
    long = "a_column_with_a_name_that_is_longer_than_any_table_should_have_it"
    columns = (ColumnSummary(long, Kind.NUMBER, ColumnRole.MEASURE, None, 0, 9, ("1",), (1,)), *COLUMNS)
    panel.show_dataset(dataset(3), columns, HEAD)
    assert cells.tip(0, Cell.NAME) == long
    assert cells.tip(1, Cell.NAME) == ""
    assert cells.tip(2, Cell.MISSING) == "3 of 2,000 values are missing"


def test_that_suggestions_are_done_and_undone_by_reading_again(qtbot: QtBot, panel: ColumnsPanel):
    def suggestion(name: str, *, is_applied: bool) -> Suggestion:
        change = Change(ChangeKind.TENURE, ("joined",), name)
        note = Note("note.quotes_ignored")
        return Suggestion(change, note, is_safe=False, is_applied=is_applied)

    done, waiting = suggestion("done", is_applied=True), suggestion("waiting", is_applied=False)
    reading = Reading(ReadingChoices(decimal=","), None, None, suggestions=(done, waiting))
    panel.show_dataset(dataset(), COLUMNS, HEAD, reading)
    with qtbot.waitSignal(panel.reading_changed) as told:
        qtbot.mouseClick(child(panel, QAbstractButton, "suggestion_0"), LEFT)
    assert told.args == [ReadingChoices(decimal=",", changes=())]
    with qtbot.waitSignal(panel.reading_changed) as told:
        qtbot.mouseClick(child(panel, QAbstractButton, "suggestion_1"), LEFT)
    assert told.args == [ReadingChoices(decimal=",", changes=(done.change, waiting.change))]
