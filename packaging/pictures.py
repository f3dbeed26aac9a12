"""Grabs every panel and tab on the bundled sample: ``python packaging/pictures.py FOLDER [--theme light]``.

``python packaging/pictures.py --readme`` makes the README's picture anew. Set QT_SCALE_FACTOR=2 to
see what a 200 % display shows.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from segdesk.app import App
from segdesk.paths import resource
from segdesk.settings import Settings
from segdesk.ui.panels.compare_table import CompareTable
from segdesk.ui.window import MainWindow

README_PICTURE = Path(__file__).parent / "overview.png"
SAMPLE = resource("samples", "supermarket_customers.csv")
SIZE = (1366, 768)
PATIENCE_S = 240
SETTLE_MS = 250
NOW = "today 14:32"
"""What every picture says of the time, so that the same window gives the same picture."""


def main() -> None:
    """Make the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--theme", choices=("dark", "light"), default="dark")
    parser.add_argument("--file", type=Path, default=SAMPLE)
    parser.add_argument("--readme", action="store_true")
    asked = parser.parse_args()
    if asked.readme:
        with tempfile.TemporaryDirectory() as folder:
            grab(Path(folder), theme="dark")
            os.replace(Path(folder) / "overview.png", README_PICTURE)
    elif asked.folder:
        grab(asked.folder, theme=asked.theme, file=asked.file)
    else:
        parser.error("name a folder")


def grab(folder: Path, *, theme: str, file: Path = SAMPLE) -> None:
    """Do the main job on ``file`` and save a picture of each panel and tab in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as home, mock.patch("segdesk.words.wording.when", return_value=NOW):
        settings = Settings(Path(home) / "settings.json")
        settings["theme"], settings["motion"] = theme, "reduced"
        window = MainWindow()
        window.resize(*SIZE)
        window.show()
        app = App(application, window, settings, Path(home) / "segdesk.sqlite")
        app.begin()
        try:
            _walk(app, window, folder, file)
        finally:
            window.close()


def _walk(app: App, window: MainWindow, folder: Path, file: Path) -> None:
    def save(name: str) -> None:
        window.toaster.clear()
        QTest.qWait(SETTLE_MS)
        window.grab().save(str(folder / f"{name}.png"))

    save("import")
    window.dropped.emit(file)
    _until(lambda: window.panel_shown == "columns")
    save("columns")
    _press(window, "tab_quality")
    _until(lambda: app.insights.is_idle)
    save("quality")
    window.show_panel("configure")
    save("configure")
    window.action("run").trigger()
    _until(lambda: window.panel_shown == "results")
    _until(lambda: app.insights.is_idle)  # the verdict is part of every picture
    save("overview")
    _press(window, "segment_more_0")
    _until(lambda: app.insights.is_idle)
    save("segment")
    _press(window, "portrait_back")
    for tab in ("how_many", "profiles", "map", "distribution", "dendrogram", "customers"):
        window.panel("results").show_tab(tab)  # type: ignore[attr-defined]
        _until(lambda: app.insights.is_idle)
        save(tab)
    _press(window, "compare")
    save("compare-start")
    _press(window, "compare_start")
    _until(lambda: app.insights.is_idle)
    save("compare")
    table = window.findChild(CompareTable)
    assert table is not None
    for row in (0, 1):
        table.setCurrentIndex(table.model().index(row, 0))
        QTest.keyClick(table, Qt.Key.Key_Space)
    _press(window, "put_side_by_side")
    _until(lambda: window.panel_shown == "pair" and app.insights.is_idle)
    save("pair")
    window.show_panel("results")
    view = app.session.view
    assert view is not None
    app.session.cut(view.segments + 2)
    window.panel("results").show_tab("dendrogram")  # type: ignore[attr-defined]
    save("another-cut")
    window.show_panel("import")
    save("files")


def _press(window: MainWindow, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def _until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > deadline:
            sys.exit("SegDesk didn't get there in time.")
        QTest.qWait(20)


if __name__ == "__main__":
    main()
