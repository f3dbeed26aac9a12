"""Grabs every panel, tab and menu: ``python packaging/pictures.py FOLDER [--theme light] [--file F]``.

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
from functools import partial
from pathlib import Path
from unittest import mock

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
)

from segdesk.app import App
from segdesk.paths import resource
from segdesk.settings import Settings
from segdesk.ui.panels.compare_table import CompareTable
from segdesk.ui.panels.results.profiles_tab import VIEWS
from segdesk.ui.window import MainWindow

README_PICTURE = Path(__file__).parent / "overview.png"
SAMPLE = resource("samples", "supermarket_customers.csv")
NEXT_QUARTER = resource("samples", "supermarket_customers_next_quarter.csv")
SIZE = (1366, 768)
PATIENCE_S = 900
"""A tree of 40,000 customers takes minutes, and comparing methods on them."""

SETTLE_MS = 250
MOST_PARTS = 4
LEAST_SCROLL = 24
"""Less is a margin: nothing is hidden below."""

NOW = "today 14:32"
"""What every picture says of the time, so that the same window gives the same picture."""


def main() -> None:
    """Make the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--theme", choices=("dark", "light"), default="dark")
    parser.add_argument("--file", type=Path, default=SAMPLE, help="what is imported")
    parser.add_argument("--later", type=Path, help="next month's file; the sample's own, else the same file")
    parser.add_argument("--readme", action="store_true")
    asked = parser.parse_args()
    if asked.readme:
        with tempfile.TemporaryDirectory() as folder:
            grab(Path(folder), theme="dark")
            os.replace(Path(folder) / "overview.png", README_PICTURE)
    elif asked.folder:
        later = asked.later or (NEXT_QUARTER if asked.file == SAMPLE else asked.file)
        grab(asked.folder, theme=asked.theme, file=asked.file, later=later)
    else:
        parser.error("name a folder")


def grab(folder: Path, *, theme: str, file: Path = SAMPLE, later: Path = NEXT_QUARTER) -> None:
    """Do the main job on ``file`` and save a picture of each panel, tab and menu in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as home, mock.patch("segdesk.words.wording.when", return_value=NOW):
        settings = Settings(Path(home) / "settings.json")
        settings["theme"], settings["motion"], settings["welcomed"] = theme, "reduced", "yes"
        window = MainWindow()
        window.resize(*SIZE)
        window.show()
        app = App(application, window, settings, Path(home) / "segdesk.sqlite")
        app.begin()
        try:
            _walk(app, window, folder, file, later)
        finally:
            window.close()


def _walk(app: App, window: MainWindow, folder: Path, file: Path, later: Path) -> None:
    save = partial(_save, window, folder)
    for panel in ("welcome", "settings", "about", "import"):
        window.show_panel(panel)
        save(panel)
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
    _walk_results(app, window, save)
    _walk_methods(app, window, save)
    _walk_onward(app, window, save, later)
    window.show_panel("results")
    view = app.session.view
    assert view is not None
    app.session.cut(view.segments + 2)
    window.panel("results").show_tab("dendrogram")  # type: ignore[attr-defined]
    save("another-cut")
    window.show_panel("import")
    save("files")
    _walk_erasing(app, window, save)


def _walk_results(app: App, window: MainWindow, save: Callable[..., None]) -> None:
    save("overview")
    for menu in ("next", "export"):
        _save_menu(window, save, menu)
    _press(window, "segment_more_0")
    _until(lambda: app.insights.is_idle)
    save("segment")
    window.show_panel("actions")
    save("actions")
    _press(window, "actions_back")
    _press(window, "portrait_back")
    results = window.panel("results")
    for tab in ("how_many", "profiles", "map", "distribution", "dendrogram", "customers"):
        results.show_tab(tab)  # type: ignore[attr-defined]
        _until(lambda: app.insights.is_idle)
        save(tab)
        if tab == "profiles":
            for view in VIEWS[1:]:
                _press(window, f"profiles_view_{view}")
                save(f"profiles-{view}")


def _walk_methods(app: App, window: MainWindow, save: Callable[..., None]) -> None:
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


def _walk_onward(app: App, window: MainWindow, save: Callable[..., None], later: Path) -> None:
    """Show what comes after a run, with ``later`` for next month's file."""
    window.show_panel("results")
    _choose(window, "next_newcomers")
    _until(lambda: app.next_month.is_idle)
    save("newcomers-start")
    window.panel("newcomers").file_chosen.emit(later)  # type: ignore[attr-defined]
    _until(lambda: app.next_month.is_idle)
    _accept_columns(app, window, save, "newcomers")
    save("newcomers")
    window.show_panel("results")
    _choose(window, "next_months")
    save("months-start")
    window.panel("months").file_chosen.emit(later)  # type: ignore[attr-defined]
    _until(lambda: app.next_month.is_idle)
    _accept_columns(app, window, save, "months")
    save("months")
    window.show_panel("results")
    _choose(window, "next_campaign")
    for name, amount in (("campaign_cost", "2"), ("campaign_budget", "100")):
        field = window.findChild(QLineEdit, name)
        assert field is not None
        field.setText(amount)
    save("campaign")


def _accept_columns(app: App, window: MainWindow, save: Callable[..., None], panel: str) -> None:
    """Go on with the columns as they are proposed, where the file's aren't the run's own."""
    button = window.panel(panel).findChild(QAbstractButton, "consent_go_on")
    if button is not None and button.isVisible():
        save(f"{panel}-columns")
        button.click()
        _until(lambda: app.next_month.is_idle)


def _walk_erasing(app: App, window: MainWindow, save: Callable[..., None]) -> None:
    window.action("erase").trigger()
    save("erase-start")
    column, value = window.findChild(QComboBox, "erase_column"), window.findChild(QLineEdit, "erase_value")
    assert column is not None
    assert value is not None
    value.setText(_first_value(app, column.currentText()))
    _press(window, "erase_look")
    again = window.findChild(QLineEdit, "erase_again")
    assert again is not None
    _until(again.isVisible)
    save("erase")


def _first_value(app: App, column: str) -> str:
    """Give what the newest dataset's first row holds in a column."""
    infos = app.library.datasets()
    assert infos
    found = app.library.dataset(infos[0].id)
    assert found is not None
    position = [each.name for each in found.columns].index(column)
    return str(found.head[0][position])


def _save(window: MainWindow, folder: Path, name: str, *, is_whole: bool = True) -> None:
    """Save what is shown; ``is_whole``: and what more there is to scroll to, as ``name-2`` and so on."""
    window.toaster.clear()
    QTest.qWait(SETTLE_MS)
    area = _scrolled(window)
    window.grab().save(str(folder / f"{name}.png"))
    if area is None or not is_whole:
        return
    bar = area.verticalScrollBar()
    for part in range(2, MOST_PARTS + 1):
        if bar.value() >= bar.maximum():
            break
        bar.setValue(bar.value() + bar.pageStep())
        QTest.qWait(SETTLE_MS)
        window.grab().save(str(folder / f"{name}-{part}.png"))
    bar.setValue(0)


def _scrolled(window: MainWindow) -> QScrollArea | None:
    """Give the tallest page in view that doesn't fit."""
    shown = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    longer = [area for area in shown if area.verticalScrollBar().maximum() > LEAST_SCROLL]
    return max(longer, key=lambda area: area.width() * area.height(), default=None)


def _save_menu(window: MainWindow, save: Callable[..., None], name: str) -> None:
    """Save the window with a button's menu open: a window's own picture leaves its menus out."""
    button = window.findChild(QPushButton, name)
    assert button is not None
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    QTest.qWait(SETTLE_MS)
    overlay = QLabel(window)
    overlay.setPixmap(menu.grab())
    overlay.adjustSize()
    overlay.move(button.mapTo(window, button.rect().bottomRight()) - QPoint(overlay.width(), 0))
    menu.close()
    overlay.show()
    save(f"menu-{name}", is_whole=False)
    overlay.deleteLater()


def _choose(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None
    action.trigger()


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
