"""Files dropped on the zone, on any other widget, or pasted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from segdesk.ui.widgets.drop_zone import DropZone, FileDrops, pasted_files

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def files(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(path) if "://" in path else QUrl.fromLocalFile(path) for path in paths])
    return data


def enter(widget: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(
    widget: QWidget, data: QMimeData, action: Qt.DropAction = Qt.DropAction.CopyAction
) -> tuple[bool, Qt.DropAction]:
    """Drag in and drop; give whether it was accepted and as what. The event mustn't outlive its data."""
    enter(widget, data)
    event = QDropEvent(QPointF(5, 5), action, data, LEFT, NO_KEYS, QEvent.Type.Drop)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted(), event.dropAction()


@pytest.fixture
def zone(qtbot: QtBot) -> DropZone:
    result = DropZone(name="drop_zone")
    result.resize(200, 100)
    qtbot.addWidget(result)
    return result


def test_that_a_dropped_file_is_taken(qtbot: QtBot, zone: DropZone):
    with qtbot.assertNotEmitted(zone.several_dropped), qtbot.waitSignal(zone.dropped) as blocker:
        drop(zone, files("/data/customers.csv"))
    assert blocker.args == [Path("/data/customers.csv")]


def test_that_of_several_files_the_first_is_taken_and_their_number_told(zone: DropZone):
    said: list[object] = []
    zone.dropped.connect(said.append)
    zone.several_dropped.connect(said.append)
    drop(zone, files("/data/a.csv", "/data/b.csv", "/data/c.csv"))
    assert said == [Path("/data/a.csv"), 3]


@pytest.mark.parametrize(
    ("offered", "done"),
    [
        (Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.CopyAction),
        (Qt.DropAction.MoveAction, Qt.DropAction.IgnoreAction),
    ],
)
def test_that_the_dropped_file_is_never_moved(zone: DropZone, offered: Qt.DropAction, done: Qt.DropAction):
    assert drop(zone, files("/data/customers.csv"), offered) == (True, done)


def test_that_a_file_held_over_the_zone_brightens_it_until_it_leaves(zone: DropZone):
    assert enter(zone, files("/data/customers.csv"))
    assert zone.is_hovered
    QApplication.sendEvent(zone, QDragLeaveEvent())
    assert not zone.is_hovered


def test_that_what_is_no_local_file_is_refused(qtbot: QtBot, zone: DropZone):
    with qtbot.assertNotEmitted(zone.dropped):
        assert not enter(zone, files("https://example.org/customers.csv"))
        words = QMimeData()
        words.setText("just words")
        assert not enter(zone, words)
        assert not drop(zone, words)[0]
    assert not zone.is_hovered


def test_that_a_closed_zone_takes_neither_clicks_nor_files(qtbot: QtBot, zone: DropZone):
    zone.set_open(False)
    assert not zone.acceptDrops()
    with qtbot.assertNotEmitted(zone.clicked):
        qtbot.mouseClick(zone, LEFT)
    zone.set_open(True)
    with qtbot.waitSignal(zone.clicked):
        qtbot.mouseClick(zone, LEFT)


def test_that_any_widget_can_be_made_to_take_files(qtbot: QtBot):
    panel = QWidget()
    qtbot.addWidget(panel)
    drops = FileDrops(panel)
    with qtbot.waitSignal(drops.hovered) as hovered:
        assert enter(panel, files("/data/customers.csv"))
    assert hovered.args == [True]
    with qtbot.waitSignal(drops.dropped) as blocker:
        drop(panel, files("/data/customers.csv"))
    assert blocker.args == [Path("/data/customers.csv")]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/data/customers.csv", "/data/customers.csv"),
        ("  /data/my customers.csv \n", "/data/my customers.csv"),
        # As Windows copies a path.
        ('"/data/customers.csv"', "/data/customers.csv"),
        ("file:///data/my%20customers.csv", "/data/my customers.csv"),
        ("\n/data/a.csv\n/data/b.csv", "/data/a.csv"),
    ],
)
def test_that_a_pasted_path_or_url_is_a_file(text: str, path: str):
    data = QMimeData()
    data.setText(text)
    assert pasted_files(data) == [Path(path)]


def test_that_files_copied_in_a_file_manager_win_over_their_names():
    data = files("/data/a.csv", "/data/b.csv")
    data.setText("a.csv")
    assert pasted_files(data) == [Path("/data/a.csv"), Path("/data/b.csv")]


def test_that_blank_text_is_no_file():
    data = QMimeData()
    data.setText(" \n ")
    assert pasted_files(data) == []
    assert pasted_files(QMimeData()) == []


def test_that_a_home_folder_is_understood():
    data = QMimeData()
    data.setText("~/customers.csv")
    assert pasted_files(data) == [Path.home() / "customers.csv"]
