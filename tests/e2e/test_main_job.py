"""The main job by drop, click and key: a file becomes segments, and is found again tomorrow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QSlider, QTableView
from pytestqt.qtbot import QtBot

from segdesk.paths import Paths
from segdesk.store import catalogue
from segdesk.store.db import integrity, opened
from tests.e2e.conftest import SAMPLE, Desk, text

Start = Callable[..., Desk]


def saved(paths: Paths) -> tuple[int, int]:
    """How many datasets and runs the database holds."""
    with opened(paths.database, "read") as connection:
        return len(catalogue.datasets(connection)), len(catalogue.runs(connection))


def segmented(desk: Desk, path: Path, segments: int = 4) -> None:
    """Drop a file and find segments in it."""
    desk.drop(path)
    desk.until_shown("columns")
    desk.key(Qt.Key.Key_2, control=True)
    slider = desk.find("segments_slider")
    assert isinstance(slider, QSlider)
    while slider.value() != segments:
        desk.qtbot.keyClick(slider, Qt.Key.Key_Right if slider.value() < segments else Qt.Key.Key_Left)
    desk.key(Qt.Key.Key_R, control=True)
    desk.until_shown("results")


def test_the_day_of_a_store_manager(qtbot: QtBot, start: Start, shared_data: Path, tmp_path: Path) -> None:
    desk = start()
    desk.drop(shared_data / "ethiopia" / "ethiopian_supermarket_customers.csv")
    desk.until_shown("columns")
    desk.click("columns_continue")
    desk.until_shown("configure")
    slider = desk.find("segments_slider")
    assert isinstance(slider, QSlider)
    assert slider.value() == 4
    desk.click("segments_auto")
    desk.click("find_segments")
    desk.until_shown("results")

    view = desk.app.session.view
    assert view is not None
    assert (view.run.segments, int(sum(view.cut.sizes)), len(set(view.names))) == (4, 50, 4)

    desk.click("tab_customers")
    search = desk.find("customers_search")
    assert isinstance(search, QLineEdit)
    table = desk.find("customers_table")
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == 50
    qtbot.keyClicks(search, "hawassa")
    # grep -c Hawassa ethiopian_supermarket_customers.csv
    with (shared_data / "ethiopia" / "ethiopian_supermarket_customers.csv").open() as file:
        expected = sum("Hawassa" in line for line in file)
    qtbot.waitUntil(lambda: table.model().rowCount() == expected)

    # Four named lists to close the day with.
    desk.app.flow.export("lists", tmp_path / "lists")
    desk.until_idle()
    lists = [path for path in (tmp_path / "lists").glob("*.csv") if path.name != "All customers.csv"]
    assert len(lists) == 4
    assert sum(len(path.read_text("utf-8-sig").splitlines()) - 1 for path in lists) == 50
    desk.close()

    tomorrow = start()
    tomorrow.click("dataset_1_runs")
    tomorrow.until_shown("results")
    again = tomorrow.app.session.view
    assert again is not None
    assert np.array_equal(again.labels, view.labels)
    assert again.cut == view.cut
    assert again.names == view.names


def test_that_a_file_named_at_the_start_is_opened(start: Start) -> None:
    start(SAMPLE).until_shown("columns")


def test_that_a_path_can_be_pasted(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(str(SAMPLE))
    desk.qtbot.keyClick(desk.find("import_panel"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.until_shown("columns")


def test_that_the_sample_is_a_click_away(desk: Desk) -> None:
    desk.click("try_sample")
    desk.until_shown("columns")
    assert saved(desk.paths) == (1, 0)


def test_that_a_file_can_be_dropped_on_any_panel(desk: Desk) -> None:
    segmented(desk, SAMPLE)
    desk.drop(SAMPLE, desk.window.panel("results"))
    desk.until_shown("columns")
    assert saved(desk.paths) == (2, 1)


def test_that_going_back_loses_nothing(desk: Desk) -> None:
    segmented(desk, SAMPLE)
    view = desk.app.session.view
    desk.key(Qt.Key.Key_2, control=True)
    desk.until_shown("configure")
    slider = desk.find("segments_slider")
    assert isinstance(slider, QSlider)
    assert slider.value() == 4  # the choices are as they were
    desk.key(Qt.Key.Key_1, control=True)
    desk.until_shown("columns")
    desk.key(Qt.Key.Key_3, control=True)
    desk.until_shown("results")
    assert desk.app.session.view is view


def test_that_every_tab_follows_a_cut_without_a_new_run(desk: Desk) -> None:
    segmented(desk, SAMPLE)
    desk.click("tab_dendrogram")
    plot = desk.find("dendrogram_plot")
    desk.qtbot.keyClick(plot, Qt.Key.Key_Down)
    view = desk.app.session.view
    assert view is not None
    assert view.segments == 5  # a lower line cuts more branches
    assert not desk.app.runner.is_busy
    assert saved(desk.paths) == (1, 1)
    desk.click("tab_customers")
    pills = [w for w in desk.find("customers_tab").findChildren(QLabel) if w.isVisible()]
    assert pills
    desk.click("tab_overview")
    assert text(desk, "segments_figure") == "5"


def test_that_keeping_a_cut_saves_it_as_a_run(desk: Desk) -> None:
    segmented(desk, SAMPLE)
    desk.app.session.cut(6)
    desk.key(Qt.Key.Key_K, control=True)
    desk.until_idle()
    view = desk.app.session.view
    assert view is not None
    assert (view.run.segments, view.is_kept) == (6, True)
    assert saved(desk.paths) == (1, 2)


def test_that_escape_cancels_and_keeps_nothing(desk: Desk, tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    lines = [",".join(f"{value:.5f}" for value in row) for row in rng.normal(size=(9_000, 8))]
    path = tmp_path / "many.csv"
    path.write_text("a,b,c,d,e,f,g,h\n" + "\n".join(lines) + "\n")
    desk.drop(path)
    desk.until_shown("columns")
    desk.key(Qt.Key.Key_2, control=True)
    desk.click("find_segments")
    assert desk.app.runner.is_busy
    desk.key(Qt.Key.Key_Escape)
    assert not desk.app.runner.is_busy
    assert desk.find("find_segments").isEnabled()
    assert saved(desk.paths) == (1, 0)
    assert integrity(desk.paths.database) == ()
    desk.click("find_segments")  # and the next run works
    desk.until_shown("results")


@pytest.mark.parametrize(
    ("content", "word"), [(b"", "empty"), (b"PK\x03\x04 and so on", "zip"), (b"name\n", "")]
)
def test_that_a_file_that_cannot_be_read_gets_a_sentence(
    desk: Desk, tmp_path: Path, content: bytes, word: str
) -> None:
    (tmp_path / "bad.csv").write_bytes(content)
    desk.drop(tmp_path / "bad.csv")
    desk.until_idle()
    desk.qtbot.waitUntil(desk.window.banner.isVisible)
    assert word in desk.window.banner.text
    assert desk.window.panel_shown == "import"
    assert desk.find("drop_zone").isEnabled()


def test_that_deleting_can_be_undone_until_the_app_closes(desk: Desk, home: Paths) -> None:
    segmented(desk, SAMPLE)
    desk.app.library.delete_dataset(1)
    assert saved(home) == (0, 0)
    assert desk.window.panel_shown == "import"
    desk.key(Qt.Key.Key_Z, control=True)
    assert saved(home) == (1, 1)
    desk.app.library.delete_dataset(1)
    desk.close()
    with opened(home.database, "read") as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert "rows_1" not in tables


def test_that_a_role_changed_by_the_user_stays_and_can_be_undone(desk: Desk) -> None:
    from segdesk.model.roles import ColumnRole

    desk.click("try_sample")
    desk.until_shown("columns")

    def role(name: str) -> ColumnRole:
        with opened(desk.paths.database, "read") as connection:
            return next(c.role for c in catalogue.columns(connection, 1) if c.name == name)

    assert role("age") == ColumnRole.MEASURE
    desk.app.library.set_role(1, 1, ColumnRole.DESCRIBE)
    assert role("age") == ColumnRole.DESCRIBE
    desk.key(Qt.Key.Key_Z, control=True)
    assert role("age") == ColumnRole.MEASURE


def test_that_history_reopens_and_deletes_runs(desk: Desk) -> None:
    segmented(desk, SAMPLE, 3)
    desk.key(Qt.Key.Key_2, control=True)
    desk.key(Qt.Key.Key_R, control=True)
    desk.until_idle()
    desk.window.history_asked.emit()
    titles = [action.objectName() for action in desk.window.history_menu.actions()]
    assert titles[:2] == ["open_run_2", "open_run_1"]
    assert [action.isChecked() for action in desk.window.history_menu.actions()[:2]] == [True, False]
    desk.window.history_menu.actions()[1].trigger()
    view = desk.app.session.view
    assert view is not None
    assert view.run.id == 1
    desk.app.library.delete_run(1)
    assert desk.app.session.view is None
    assert saved(desk.paths) == (1, 1)


def test_that_themes_change_at_once_and_are_remembered(desk: Desk) -> None:
    from segdesk.ui import theme

    segmented(desk, SAMPLE)
    desk.window.action("theme_light").trigger()
    assert theme.current().name == "light"
    assert "light" in desk.paths.settings.read_text()
    desk.window.action("theme_dark").trigger()
    assert theme.current().name == "dark"
