"""F1 explains what has the keyboard; the question mark explains the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.recipe import Method
from segdesk.model.roles import ColumnRole
from segdesk.text import t
from segdesk.ui.help import TOPICS, Help, HelpBubble, topic_of
from segdesk.ui.window import PANEL_STEPS, MainWindow


def page() -> QWidget:
    """Make a panel with a control that is explained, and one that isn't."""
    made = QWidget()
    column = QVBoxLayout(made)
    for name in ("method_kmeans", "unheard_of"):
        button = QPushButton(name)
        button.setObjectName(name)
        column.addWidget(button)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.furnish(dict.fromkeys(PANEL_STEPS, page))
    made.show_panel("configure")
    Help(made)
    yield made
    for bubble in made.findChildren(HelpBubble):
        bubble.close()


def ask(window: MainWindow, name: str, qtbot: QtBot) -> list[str]:
    """Press F1 with the keyboard on a control, and give the sentences of the bubble."""
    button = window.panel("configure").findChild(QPushButton, name)
    assert button is not None
    button.setFocus()
    window.action("explain").trigger()
    bubble = window.findChild(HelpBubble)
    assert bubble is not None
    return [label.text() for label in bubble.findChildren(QLabel) if label.objectName()]


def test_that_f1_explains_what_has_the_keyboard(window: MainWindow, qtbot: QtBot):
    assert ask(window, "method_kmeans", qtbot) == [t("help.method_kmeans")]


def test_that_the_page_is_explained_where_the_control_needs_no_words(window: MainWindow, qtbot: QtBot):
    of_page = [t(f"help.{topic.key}") for topic in TOPICS if topic.page == "configure"]
    assert ask(window, "unheard_of", qtbot) == of_page


def test_that_the_question_mark_explains_the_page(window: MainWindow):
    window.help_mark.click()
    bubble = window.findChild(HelpBubble)
    assert bubble is not None
    assert bubble.findChild(QLabel, "help_method_ward") is not None
    assert t("help.method_ward") in bubble.accessibleDescription()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_that_the_bubble_goes_by_key(window: MainWindow, qtbot: QtBot, key: Qt.Key):
    ask(window, "method_kmeans", qtbot)
    bubble = window.findChild(HelpBubble)
    assert bubble is not None
    qtbot.keyClick(bubble, key)
    assert not bubble.isVisible()


@pytest.mark.parametrize("place", [QRect(0, 0, 40, 20), QRect(1300, 700, 40, 20), QRect(500, 750, 9, 9)])
def test_that_the_bubble_stays_inside_the_window(window: MainWindow, place: QRect):
    bubble = HelpBubble(window, TOPICS)
    bubble.show_beside(place.translated(window.pos()), window)
    assert window.geometry().contains(bubble.geometry())


def test_that_the_systems_aids_are_told_the_same(window: MainWindow):
    button = window.panel("configure").findChild(QPushButton, "method_kmeans")
    assert button is not None
    assert button.whatsThis() == t("help.method_kmeans")


def test_that_every_method_and_role_is_explained():
    keys = {topic.key for topic in TOPICS}
    assert {f"method_{method}" for method in Method} | {f"role_{role}" for role in ColumnRole} <= keys
    assert all(topic_of(f"method_{method}") is not None for method in Method)


def test_that_every_page_but_those_that_explain_themselves_has_help():
    assert {topic.page for topic in TOPICS} == set(PANEL_STEPS) - {"about", "welcome"}


def test_that_no_control_is_explained_twice():
    controls = [control for topic in TOPICS for control in topic.controls]
    assert len(controls) == len(set(controls))
    assert {control: topic_of(control) for topic in TOPICS for control in topic.controls} == {
        control: topic for topic in TOPICS for control in topic.controls
    }
