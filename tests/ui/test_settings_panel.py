"""The settings page shows every declared setting and asks for changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.recipe import Method
from segdesk.settings import SETTINGS
from segdesk.ui.panels.settings_panel import SettingsPanel
from tests.ui.finding import child

VALUES = {setting.key: setting.default for setting in SETTINGS}
ON_PAGE = [setting for setting in SETTINGS if setting.section]


@pytest.fixture
def panel(qtbot: QtBot) -> SettingsPanel:
    made = SettingsPanel()
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.show_settings(VALUES, place="/home/a/segdesk.sqlite", is_usual=True)
    return made


def combo(panel: SettingsPanel, key: str) -> QComboBox:
    return child(panel, QComboBox, f"setting_{key}")


def test_that_every_choice_of_every_setting_is_offered_and_asked_for(panel: SettingsPanel, qtbot: QtBot):
    for setting in ON_PAGE:
        shown = combo(panel, setting.key)
        assert [shown.itemData(i) for i in range(shown.count())] == list(setting.choices)
        assert all(shown.itemText(i) for i in range(shown.count()))
        assert shown.currentData() == setting.default
        other = next(value for value in setting.choices if value != setting.default)
        with qtbot.waitSignal(panel.setting_chosen) as chosen:
            shown.setCurrentIndex(shown.findData(other))
        assert chosen.args == [setting.key, other]


def test_that_the_usual_method_is_one_of_all_methods():
    offered = next(setting for setting in SETTINGS if setting.key == "method")
    assert offered.choices == tuple(Method)


def test_that_showing_what_is_chosen_asks_for_nothing(panel: SettingsPanel, qtbot: QtBot):
    with qtbot.assertNotEmitted(panel.setting_chosen):
        panel.show_settings(VALUES | {"theme": "light"}, place="/b", is_usual=False)
    assert combo(panel, "theme").currentData() == "light"


def test_that_the_unreviewed_language_says_so(panel: SettingsPanel):
    languages = combo(panel, "language")
    assert languages.itemText(languages.findData("am")) == "አማርኛ (being reviewed)"
    assert languages.itemText(languages.findData("en")) == "English"


def test_that_the_usual_place_is_offered_only_to_who_left_it(panel: SettingsPanel, qtbot: QtBot):
    usual = child(panel, QPushButton, "database_usual")
    assert not usual.isVisible()
    panel.show_settings(VALUES, place="/b", is_usual=False)
    with qtbot.waitSignal(panel.usual_place_requested):
        usual.click()


def test_that_the_old_copy_is_shown_until_it_is_deleted(panel: SettingsPanel, qtbot: QtBot):
    delete = child(panel, QPushButton, "database_delete")
    assert not delete.isVisible()
    panel.show_settings(VALUES | {"database_before": "/old.sqlite"}, place="/b", is_usual=False)
    assert "/old.sqlite" in child(panel, QLabel, "database_before").text()
    with qtbot.waitSignal(panel.old_copy_refused):
        delete.click()


def test_that_nothing_else_is_asked_of_data_on_its_way(panel: SettingsPanel):
    panel.set_moving(True)
    assert child(panel, QLabel, "database_moving").isVisible()
    assert not child(panel, QPushButton, "database_move").isEnabled()
    panel.set_moving(False)
    assert child(panel, QPushButton, "database_move").isEnabled()


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("database_move", "move_requested"),
        ("database_open", "folder_requested"),
        ("settings_reset", "reset_requested"),
        ("settings_back", "back_requested"),
    ],
)
def test_that_each_button_asks_for_its_own(panel: SettingsPanel, qtbot: QtBot, name: str, signal: str):
    with qtbot.waitSignal(getattr(panel, signal)):
        child(panel, QPushButton, name).click()


def test_that_escape_leads_back(panel: SettingsPanel, qtbot: QtBot):
    with qtbot.waitSignal(panel.back_requested):
        qtbot.keyClick(child(panel, QWidget, "setting_theme"), Qt.Key.Key_Escape)
