"""The first screen."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.saved import DatasetInfo
from segdesk.ui.panels.import_panel import ImportPanel
from segdesk.ui.widgets.drop_zone import DropZone

LEFT = Qt.MouseButton.LeftButton


def dataset(number: int, *, runs: int = 2, rows: int = 1284) -> DatasetInfo:
    # A day before noon is yesterday whatever the time of the test.
    noon = datetime.now().astimezone().replace(hour=12, minute=0)
    return DatasetInfo(
        id=number,
        name=f"branch_{number}.csv",
        original_path=f"/data/branch_{number}.csv",
        sha256="",
        rows=rows,
        columns=10,
        imported_at=(noon - timedelta(days=1)).astimezone(UTC),
        runs=runs,
        notes=(),
    )


@pytest.fixture
def panel(qtbot: QtBot) -> ImportPanel:
    result = ImportPanel()
    result.resize(1024, 560)
    qtbot.addWidget(result)
    with qtbot.waitExposed(result):
        result.show()
    return result


W = TypeVar("W", bound=QWidget)


def child(panel: QWidget, kind: type[W], name: str) -> W:
    found = panel.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def test_that_nothing_heavy_is_imported_for_the_first_screen():
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from segdesk.ui.panels.import_panel import ImportPanel\n"
        "panel = ImportPanel()\n"
        "heavy = {'numpy', 'msgspec', 'pyqtgraph', 'pandas', 'scipy', 'sklearn', 'matplotlib'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "signal"), [("choose_file", "file_requested"), ("try_sample", "sample_requested")]
)
def test_that_the_buttons_ask(qtbot: QtBot, panel: ImportPanel, name: str, signal: str):
    with qtbot.waitSignal(getattr(panel, signal)):
        qtbot.mouseClick(child(panel, QAbstractButton, name), LEFT)


def test_that_a_click_on_the_zone_opens_the_chooser(qtbot: QtBot, panel: ImportPanel):
    zone = child(panel, DropZone, "drop_zone")
    with qtbot.waitSignal(panel.file_requested):
        qtbot.mouseClick(zone, LEFT, pos=QPoint(30, 30))  # away from the buttons


def test_that_a_dropped_file_is_chosen(qtbot: QtBot, panel: ImportPanel):
    zone = child(panel, DropZone, "drop_zone")
    with qtbot.waitSignal(panel.file_chosen) as blocker:
        zone.dropped.emit(Path("/data/customers.csv"))
    assert blocker.args == [Path("/data/customers.csv")]


def test_that_a_path_on_the_clipboard_is_pasted(qtbot: QtBot, panel: ImportPanel):
    QGuiApplication.clipboard().setText('"/data/my customers.csv"')
    panel.setFocus()
    with qtbot.waitSignal(panel.file_chosen) as blocker:
        qtbot.keyClick(panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert blocker.args == [Path("/data/my customers.csv")]


def test_that_several_copied_files_are_told(qtbot: QtBot, panel: ImportPanel):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/data/a.csv"), QUrl.fromLocalFile("/data/b.csv")])
    QGuiApplication.clipboard().setMimeData(data)
    panel.setFocus()
    with qtbot.waitSignals([panel.file_chosen, panel.several_dropped]):
        qtbot.keyClick(panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_that_an_empty_list_says_what_will_be_there(panel: ImportPanel):
    assert child(panel, QWidget, "dataset_list").isHidden()
    assert child(panel, QLabel, "import_files_hint").text().startswith("Nothing here yet.")


def test_that_a_row_says_rows_day_and_runs(panel: ImportPanel):
    panel.show_datasets((dataset(7, runs=3),))
    row = child(panel, QWidget, "dataset_7")
    assert row.accessibleName() == "branch_7.csv, 1,284 customers · yesterday, 3 runs"
    assert child(panel, QAbstractButton, "dataset_7_runs").text() == "3 runs"


def test_that_one_run_is_singular_and_none_shows_no_pill(panel: ImportPanel):
    panel.show_datasets((dataset(1, runs=1, rows=1), dataset(2, runs=0)))
    assert child(panel, QAbstractButton, "dataset_1_runs").text() == "1 run"
    assert child(panel, QAbstractButton, "dataset_2_runs").isHidden()
    assert "1 customer ·" in child(panel, QWidget, "dataset_1").accessibleName()


def test_that_a_click_opens_and_the_pill_shows_runs(qtbot: QtBot, panel: ImportPanel):
    panel.show_datasets((dataset(7), dataset(8)))
    with qtbot.waitSignal(panel.dataset_opened) as opened:
        qtbot.mouseClick(child(panel, QWidget, "dataset_8"), LEFT)
    assert opened.args == [8]
    with qtbot.assertNotEmitted(panel.dataset_opened), qtbot.waitSignal(panel.runs_requested) as runs:
        qtbot.mouseClick(child(panel, QAbstractButton, "dataset_7_runs"), LEFT)
    assert runs.args == [7]


def test_that_arrows_move_enter_opens_and_delete_deletes(qtbot: QtBot, panel: ImportPanel):
    panel.show_datasets((dataset(7), dataset(8), dataset(9)))
    rows = [child(panel, QWidget, f"dataset_{number}") for number in (7, 8, 9)]
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    with qtbot.waitSignal(panel.dataset_opened) as opened:
        qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert opened.args == [8]
    with qtbot.waitSignal(panel.delete_requested) as deleted:
        qtbot.keyClick(rows[1], Qt.Key.Key_Delete)
    assert deleted.args == [8]
    qtbot.keyClick(rows[1], Qt.Key.Key_Up)
    qtbot.keyClick(rows[0], Qt.Key.Key_Up)
    assert rows[0].hasFocus()


def test_that_the_bin_shows_with_the_keyboard_and_tab_reaches_it(qtbot: QtBot, panel: ImportPanel):
    panel.show_datasets((dataset(7), dataset(8)))
    row, other = (child(panel, QWidget, f"dataset_{number}") for number in (7, 8))
    bin_7, bin_8 = (child(panel, QAbstractButton, f"dataset_{number}_delete") for number in (7, 8))
    assert bin_7.isHidden()
    row.setFocus()
    assert bin_7.isVisible()
    qtbot.keyClick(row, Qt.Key.Key_Tab)
    assert bin_7.hasFocus()
    with qtbot.waitSignal(panel.delete_requested) as deleted:
        qtbot.keyClick(bin_7, Qt.Key.Key_Space)
    assert deleted.args == [7]
    other.setFocus()
    qtbot.waitUntil(bin_7.isHidden)
    assert bin_8.isVisible()


def test_that_tab_passes_a_long_list_in_three_stops(qtbot: QtBot, panel: ImportPanel):
    panel.show_datasets(tuple(dataset(number) for number in range(1, 30)))
    # The rows out of sight are made in idle moments.
    qtbot.waitUntil(lambda: panel.findChild(QWidget, "dataset_29") is not None)
    names = ["", "_runs", "_delete"]
    reached = [
        number
        for number in range(1, 30)
        for name in names
        if child(panel, QWidget, f"dataset_{number}{name}").focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert reached == [1, 1, 1]


def test_that_the_keyboard_keeps_its_place_when_a_dataset_goes(qtbot: QtBot, panel: ImportPanel):
    panel.show_datasets((dataset(7), dataset(8), dataset(9)))
    child(panel, QWidget, "dataset_8").setFocus()
    panel.show_datasets((dataset(7), dataset(9)))
    qtbot.waitUntil(lambda: child(panel, QWidget, "dataset_9").hasFocus())


def test_that_a_row_may_vanish_in_answer_to_its_own_click(qtbot: QtBot, panel: ImportPanel):
    panel.show_datasets((dataset(7), dataset(8)))
    panel.delete_requested.connect(lambda _number: panel.show_datasets((dataset(8),)))
    child(panel, QWidget, "dataset_7").setFocus()
    qtbot.mouseClick(child(panel, QAbstractButton, "dataset_7_delete"), LEFT)
    assert panel.findChild(QWidget, "dataset_7") is None
    qtbot.waitUntil(lambda: child(panel, QWidget, "dataset_8").hasFocus())


def test_that_many_files_scroll_and_few_do_not(qtbot: QtBot, panel: ImportPanel):
    card = child(panel, QWidget, "dataset_list")
    panel.show_datasets(tuple(dataset(number) for number in range(1, 30)))
    qtbot.waitUntil(lambda: 0 < card.height() < panel.height())
    panel.show_datasets((dataset(1), dataset(2)))
    rows = [child(panel, QWidget, f"dataset_{number}") for number in (1, 2)]
    qtbot.waitUntil(lambda: card.height() == sum(row.height() for row in rows) + 2)


def test_that_reading_shows_its_stage_and_can_be_cancelled(qtbot: QtBot, panel: ImportPanel):
    panel.set_busy("Reading the file", 0.25)
    assert panel.is_busy
    assert child(panel, QLabel, "import_stage").text() == "Reading the file"
    assert child(panel, QLabel, "import_share").text() == "25%"
    bar = child(panel, QProgressBar, "import_progress")
    assert bar.value() == bar.maximum() / 4
    assert not child(panel, QAbstractButton, "choose_file").isVisible()
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.mouseClick(child(panel, QAbstractButton, "import_cancel"), LEFT)
    panel.set_busy(None)
    assert not panel.is_busy
    assert child(panel, QAbstractButton, "choose_file").isVisible()


def test_that_no_other_file_is_taken_while_one_is_read(qtbot: QtBot, panel: ImportPanel):
    panel.set_busy("Reading the file", 0.25)
    QGuiApplication.clipboard().setText("/data/customers.csv")
    with qtbot.assertNotEmitted(panel.file_chosen):
        qtbot.keyClick(panel, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not child(panel, DropZone, "drop_zone").acceptDrops()


def test_that_the_keyboard_moves_to_cancel_and_back(panel: ImportPanel):
    panel.setFocus()
    assert child(panel, QAbstractButton, "choose_file").hasFocus()
    panel.set_busy("Reading the file", 0.25)
    assert child(panel, QAbstractButton, "import_cancel").hasFocus()
    panel.set_busy(None)
    assert child(panel, QAbstractButton, "choose_file").hasFocus()


def test_that_it_fits_the_smallest_window(panel: ImportPanel):
    panel.show_datasets(tuple(dataset(number) for number in range(1, 30)))
    smallest = panel.minimumSizeHint()
    # 1024 × 640 less the head, the menu and the foot of the window.
    assert smallest.width() <= 1024
    assert smallest.height() <= 500
