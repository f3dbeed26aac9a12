"""Language, data and welcome in the whole window: it changes at once, and nothing that was open is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdesk.app import App
from segdesk.paths import Paths
from segdesk.settings import Settings
from segdesk.text.writing import use, writing
from segdesk.ui.window import MainWindow
from tests.e2e.conftest import PATIENCE_MS, SAMPLE, Desk


@pytest.fixture(autouse=True)
def _same_language_after() -> Iterator[None]:
    before = writing()
    yield
    use(before)


def choose(desk: Desk, setting: str, value: str) -> None:
    """Choose a setting on its page, and wait until the window has followed."""
    combo = desk.find(f"setting_{setting}")
    assert isinstance(combo, QComboBox)
    central = desk.window.centralWidget()
    combo.setCurrentIndex(combo.findData(value))
    desk.qtbot.waitUntil(lambda: desk.window.centralWidget() is not central, timeout=PATIENCE_MS)


def test_that_another_language_is_there_at_once_and_the_result_stays_open(desk: Desk) -> None:
    desk.drop(SAMPLE)
    desk.until_shown("columns")
    desk.window.action("run").trigger()
    desk.until_shown("results")
    desk.app.session.cut(3)
    view = desk.app.session.view
    assert view is not None
    desk.window.action("settings").trigger()
    choose(desk, "language", "am")
    assert desk.window.panel_shown == "settings"
    step = desk.find("step_results")
    assert isinstance(step, QWidget)
    assert "ውጤቶች" in step.accessibleName()
    after = desk.app.session.view
    assert after is not None
    assert (after.run.id, after.segments) == (view.run.id, 3)
    desk.window.action("results").trigger()
    desk.until_shown("results")
    desk.window.action("settings").trigger()
    choose(desk, "language", "en")
    assert "Results" in desk.find("step_results").accessibleName()


def test_that_the_data_is_moved_and_the_old_copy_deleted_when_asked(desk: Desk) -> None:
    desk.drop(SAMPLE)
    desk.until_shown("columns")
    folder = desk.paths.data.parent / "elsewhere"
    folder.mkdir()
    old = desk.paths.database
    desk.app.preferences.move(folder)
    desk.qtbot.waitUntil(lambda: not old.exists(), timeout=PATIENCE_MS)
    assert desk.app.library.database == folder / old.name
    assert [info.name for info in desk.app.library.datasets() or ()] == [SAMPLE.name]
    assert desk.window.panel_shown == "columns"
    assert Settings(desk.paths.settings).database(desk.paths) == folder / old.name
    kept = old.with_name("segdesk-before-move.sqlite")
    assert kept.exists()
    desk.window.action("settings").trigger()
    desk.click("database_delete")
    assert not kept.exists()
    delete = desk.window.findChild(QPushButton, "database_delete")
    assert delete is not None
    assert not delete.isVisible()


def test_that_a_folder_that_cannot_be_used_changes_nothing(desk: Desk) -> None:
    desk.drop(SAMPLE)
    desk.until_shown("columns")
    desk.app.preferences.move(desk.paths.data / "nowhere")
    desk.qtbot.waitUntil(lambda: "nowhere" in desk.window.banner.text, timeout=PATIENCE_MS)
    assert desk.app.library.database == desk.paths.database
    assert desk.paths.database.exists()


def test_that_a_reset_can_be_taken_back(desk: Desk) -> None:
    desk.window.action("settings").trigger()
    desk.click("settings_reset")
    assert Settings(desk.paths.settings)["motion"] == "system"
    toast = next(button for button in desk.window.findChildren(QPushButton) if button.text() == "Undo")
    toast.click()
    assert Settings(desk.paths.settings)["motion"] == "reduced"
    assert desk.window.action("motion_reduced").isChecked()


def test_that_the_usual_method_is_where_a_new_file_starts(desk: Desk) -> None:
    desk.window.action("settings").trigger()
    combo = desk.find("setting_method")
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("kmeans"))
    desk.drop(SAMPLE)
    desk.until_shown("columns")
    desk.window.action("configure").trigger()
    card = desk.find("method_kmeans")
    assert isinstance(card, QPushButton)
    assert card.isChecked()


def test_that_the_welcome_is_shown_once(home: Paths, start: Callable[..., Desk]) -> None:
    desk = start()
    assert desk.window.panel_shown == "import"  # as for everybody who has seen it
    settings = desk.app._settings
    settings["welcomed"] = "no"
    desk.app.preferences.welcome_once()
    assert desk.window.panel_shown == "welcome"
    desk.click("welcome_sample")
    desk.until_shown("columns")
    assert Settings(home.settings)["welcomed"] == "yes"


def test_that_the_second_start_brings_the_first_window_its_file(desk: Desk) -> None:
    desk.window.showMinimized()
    desk.app.come_to_front(SAMPLE)
    assert not desk.window.isMinimized()
    desk.until_shown("columns")


def test_that_data_on_a_disk_that_is_gone_is_said(home: Paths, desk: Desk, qtbot: QtBot) -> None:
    settings = desk.app._settings
    settings["database"] = str(home.data / "unplugged" / "segdesk.sqlite")
    desk.close()
    window = MainWindow()
    app = App(desk.app._app, window, settings, settings.database(home))
    app.begin()
    assert "unplugged" in window.banner.text
    usual = Paths.of_user().database
    app.preferences.move(usual.parent)  # as the button of the usual place does
    qtbot.waitUntil(lambda: app.library.database == usual, timeout=PATIENCE_MS)
    assert (settings["database"], settings["database_before"]) == ("", "")
    assert not (home.data / "unplugged").exists()
    window.close()
    window.deleteLater()
