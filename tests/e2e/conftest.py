"""A whole SegDesk for a test: window, worker, database; driven by drop, click and key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from segdesk.app import App
from segdesk.paths import Paths, resource
from segdesk.settings import Settings
from segdesk.ui.window import MainWindow

PATIENCE_MS = 60_000

SAMPLE = resource("samples", "supermarket_customers.csv")
NEXT_QUARTER = resource("samples", "supermarket_customers_next_quarter.csv")


@dataclass
class Desk:
    """What a test drives."""

    app: App
    window: MainWindow
    qtbot: QtBot
    paths: Paths
    is_closed: bool = False

    def drop(self, path: Path, target: QWidget | None = None) -> None:
        """Drop a file on a widget, as the window system would."""
        widget = target or self.window
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        where, copy = QPointF(widget.rect().center()), Qt.DropAction.CopyAction
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(widget, QDragEnterEvent(where.toPoint(), copy, data, buttons, keys))
        QApplication.sendEvent(widget, QDropEvent(where, copy, data, buttons, keys))

    def find(self, name: str) -> QWidget:
        """Give the visible widget of that object name, as soon as there is one."""

        def visible() -> list[QWidget]:
            return [widget for widget in self.window.findChildren(QWidget, name) if widget.isVisible()]

        self.qtbot.waitUntil(lambda: bool(visible()), timeout=PATIENCE_MS)
        return visible()[0]

    def click(self, name: str) -> None:
        """Click the middle of a widget."""
        widget = self.find(name)
        assert widget.isEnabled(), f"{name} is disabled"
        if isinstance(widget, QAbstractButton):
            self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        else:
            self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(8, widget.height() // 2))

    def key(self, key: Qt.Key, *, control: bool = False) -> None:
        """Press a key with the window in front."""
        keys = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.window, key, keys)

    def find_segments(self, path: Path) -> None:
        """Drop a file and find segments in it, all as it is proposed."""
        self.drop(path)
        self.until_shown("columns")
        self.key(Qt.Key.Key_R, control=True)
        self.until_shown("results")

    def close(self) -> None:
        """Close the window as its user would."""
        if not self.is_closed:
            self.is_closed = True
            self.window.close()
            self.window.deleteLater()

    def until_idle(self) -> None:
        """Wait until the running job has ended."""
        self.qtbot.waitUntil(lambda: not self.app.runner.is_busy, timeout=PATIENCE_MS)

    def until_shown(self, panel: str) -> None:
        """Wait until a panel is in front."""
        self.qtbot.waitUntil(lambda: self.window.panel_shown == panel, timeout=PATIENCE_MS)


def text(desk: Desk, name: str) -> str:
    """Give what a label says, as soon as it shows."""
    widget = desk.find(name)
    assert isinstance(widget, QLabel)
    return widget.text()


def _opened(qtbot: QtBot, paths: Paths, file: Path | None = None) -> Desk:
    """Start SegDesk as ``run_window`` does, in the test's own event loop."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings = Settings(paths.settings)
    settings["motion"] = "reduced"
    settings["theme"] = "dark"
    settings["welcomed"] = "yes"
    window = MainWindow(settings["geometry"])
    window.show()
    app = App(application, window, settings, paths.database)
    app.begin(file)
    return Desk(app, window, qtbot, paths)


@pytest.fixture
def start(qtbot: QtBot, home: Paths) -> Iterator[Callable[..., Desk]]:
    """Start SegDesk, with a file or without; it is closed at the end if the test didn't."""
    desks: list[Desk] = []

    def started(file: Path | None = None) -> Desk:
        desks.append(_opened(qtbot, home, file))
        return desks[-1]

    yield started
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(start: Callable[..., Desk]) -> Desk:
    """Give a SegDesk that has just been started."""
    return start()


@pytest.fixture
def found(desk: Desk) -> Desk:
    """Give a SegDesk that has found segments in the sample."""
    desk.find_segments(SAMPLE)
    return desk
