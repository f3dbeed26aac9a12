"""The main window: menus, panels on demand, foot, geometry."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdesk.settings import SETTINGS
from segdesk.ui.actions import ACTIONS, MENUS
from segdesk.ui.widgets.motion import set_reduced_motion
from segdesk.ui.window import BREATH_MS, PANEL_STEPS, MainWindow
from tests.ui.finding import child


@pytest.fixture
def made() -> list[str]:
    """Note which panels are made, in order."""
    return []


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, made: list[str]) -> Iterator[MainWindow]:
    def maker(key: str) -> QWidget:
        made.append(key)
        return QWidget()

    set_reduced_motion(qapp, True)
    result = MainWindow()
    qtbot.addWidget(result)
    result.show()
    result.furnish({key: lambda key=key: maker(key) for key in PANEL_STEPS})  # type: ignore[misc]
    yield result
    set_reduced_motion(qapp, False)


def test_that_every_declared_action_is_in_its_menu_with_its_shortcut(window: MainWindow):
    assert len(window.menuBar().actions()) == len(MENUS)
    for info in ACTIONS:
        action = window.action(info.key)
        assert action.text()
        assert len(action.shortcuts()) == len(info.shortcuts), info.key


def test_that_no_two_actions_share_a_shortcut(window: MainWindow):
    shortcuts = [keys.toString() for action in window.findChildren(QAction) for keys in action.shortcuts()]
    assert len(shortcuts) == len(set(shortcuts))


def test_that_choices_in_the_menu_are_choices_of_a_setting(window: MainWindow, qtbot: QtBot):
    choices = {setting.key: setting.choices for setting in SETTINGS}
    offered = [info for info in ACTIONS if info.choice]
    assert offered
    for info in offered:
        assert info.choice is not None
        assert info.choice[1] in choices[info.choice[0]]
        with qtbot.waitSignal(window.setting_chosen) as chosen:
            window.action(info.key).trigger()
        assert tuple(chosen.args) == info.choice


def test_that_panels_are_made_when_they_are_first_shown(window: MainWindow, made: list[str]):
    assert made == []
    window.show_panel("columns")
    window.show_panel("import")
    window.show_panel("columns")
    assert made == ["columns", "import"]
    assert (window.panel_shown, window.steps.current) == ("columns", "import")


def test_that_the_other_panels_are_made_in_idle_moments(window: MainWindow, made: list[str], qtbot: QtBot):
    window.show_panel("import")
    window.make_panels()
    assert len(made) == 2  # one at a time: the window stays awake
    qtbot.waitUntil(lambda: set(made) == set(PANEL_STEPS))
    assert window.panel_shown == "import"


def test_that_the_pages_of_a_panel_are_made_after_the_panels(
    window: MainWindow, made: list[str], qtbot: QtBot
):
    pages = ["first", "second"]
    window.panel("results").make_page = lambda: bool(pages) and bool(pages.pop())  # type: ignore[attr-defined]
    window.make_panels()
    qtbot.waitUntil(lambda: not pages)
    assert set(made) == set(PANEL_STEPS)


def test_that_a_window_that_closes_makes_no_more_panels(window: MainWindow, made: list[str], qtbot: QtBot):
    window.make_panels()
    with qtbot.waitSignal(window.closing):
        window.close()
    qtbot.wait(2 * BREATH_MS)
    assert len(made) == 1


def test_that_undo_and_redo_say_what_they_would_do(window: MainWindow):
    window.offer_undo("delete a.csv", "")
    assert "delete a.csv" in window.action("undo").text()
    assert (window.action("undo").isEnabled(), window.action("redo").isEnabled()) == (True, False)


def test_that_the_foot_offers_cancel_while_something_is_done(window: MainWindow, qtbot: QtBot):
    cancel = child(window, QPushButton, "cancel")
    assert not cancel.isVisible()
    window.say_progress("Reading the file · 10%")
    assert child(window, QLabel, "progress").text() == "Reading the file · 10%"
    with qtbot.waitSignal(window.acted) as acted:
        cancel.click()
    assert acted.args == ["cancel"]
    window.say_progress("")
    assert not cancel.isVisible()


def test_that_the_title_names_the_open_file(window: MainWindow):
    window.say_file("branch.csv")
    assert window.windowTitle() == "branch.csv – SegDesk"
    window.say_file("")
    assert window.windowTitle() == "SegDesk"


def test_that_geometry_comes_back(window: MainWindow, qtbot: QtBot):
    window.resize(1024, 699)  # no larger than the screen, which Qt would cut it down to
    saved = bytes(window.saveGeometry().toHex().data()).decode("ascii")
    again = MainWindow(saved)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (1024, 699)


@pytest.mark.parametrize("damaged", ["zz", "00ff", "not hex at all"])
def test_that_damaged_geometry_gives_the_first_size(qtbot: QtBot, damaged: str):
    window = MainWindow(damaged)
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (1366, 820)
