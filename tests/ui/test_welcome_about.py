"""The first screen, and what SegDesk says about itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdesk.ui.panels.about_panel import AboutFacts, AboutPanel
from segdesk.ui.panels.welcome_panel import WelcomePanel
from segdesk.ui.preferences import licences
from tests.ui.finding import child


@pytest.fixture
def welcome(qtbot: QtBot) -> WelcomePanel:
    made = WelcomePanel()
    qtbot.addWidget(made)
    made.resize(1024, 560)
    made.show()
    return made


@pytest.fixture
def about(qtbot: QtBot) -> AboutPanel:
    places = {"data": Path("/d"), "log": Path("/l"), "settings": Path("/s")}
    made = AboutPanel(AboutFacts("1.2.3", places, licences()))
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    return made


@pytest.mark.parametrize(
    ("name", "signal"),
    [("welcome_sample", "sample_requested"), ("welcome_open", "file_requested"), ("welcome_skip", "skipped")],
)
def test_that_each_way_to_begin_is_one_click(welcome: WelcomePanel, qtbot: QtBot, name: str, signal: str):
    with qtbot.waitSignal(getattr(welcome, signal)):
        child(welcome, QPushButton, name).click()


def test_that_the_welcome_says_that_nothing_leaves_the_computer(welcome: WelcomePanel):
    assert "Nothing leaves this computer" in child(welcome, QLabel, "welcome_private").text()


def test_that_escape_skips_the_welcome(welcome: WelcomePanel, qtbot: QtBot):
    with qtbot.waitSignal(welcome.skipped):
        qtbot.keyClick(welcome, Qt.Key.Key_Escape)


def test_that_about_marks_the_language_that_nobody_has_reviewed(about: AboutPanel):
    assert child(about, QLabel, "about_en").text() == "English"
    assert child(about, QLabel, "about_am").text() == "አማርኛ: awaiting a native reader's review"


def test_that_about_says_where_things_are_and_opens_them(about: AboutPanel, qtbot: QtBot):
    for key, folder in (("data", "/d"), ("log", "/l")):
        assert child(about, QLabel, f"about_{key}").text() == folder
        with qtbot.waitSignal(about.folder_requested) as asked:
            child(about, QPushButton, f"about_open_{key}").click()
        assert asked.args == [Path(folder)]
    assert child(about, QLabel, "about_settings").text() == "/s"


def test_that_every_licence_can_be_read(about: AboutPanel):
    choice, text = child(about, QComboBox, "licence_choice"), child(about, QPlainTextEdit, "licence_text")
    assert "MIT License" in text.toPlainText()
    names = [choice.itemText(i) for i in range(choice.count())]
    assert {"SegDesk", "sora", "noto-sans-ethiopic", "lucide"} <= set(names)
    choice.setCurrentIndex(names.index("lucide"))
    assert "ISC License" in text.toPlainText()
    choice.setCurrentIndex(names.index("sora"))
    assert "SIL OPEN FONT LICENSE" in text.toPlainText().upper()


def test_that_about_leads_back_and_copies(about: AboutPanel, qtbot: QtBot):
    with qtbot.waitSignal(about.copy_requested):
        child(about, QPushButton, "about_copy").click()
    with qtbot.waitSignal(about.back_requested):
        qtbot.keyClick(child(about, QWidget, "about_back"), Qt.Key.Key_Escape)
