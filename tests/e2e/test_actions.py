"""Marketing actions and kinds of customers of one's own, by mouse and keyboard; and taking things back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QListWidget, QMenu

from segdesk.jobs.catalogue import Job
from segdesk.model.portrait import Action
from segdesk.model.roles import ColumnRole
from segdesk.store import catalogue
from segdesk.store.actions import own_actions, own_personas
from segdesk.store.db import opened
from segdesk.store.names import names
from tests.e2e.conftest import PATIENCE_MS, SAMPLE, Desk, text

PREMIUM = "Like: Premium shoppers"


@pytest.fixture
def found(desk: Desk) -> Desk:
    """A SegDesk that has found the sample's segments, and knows who they are."""
    desk.find_segments(SAMPLE)
    _until(
        desk, lambda: any(label.isVisible() for label in desk.window.findChildren(QLabel, "segment_sales_0"))
    )
    # Whether they hold is another story, and whoever changes something while it is saved is told so.
    _until(desk, lambda: not desk.app.insights._settled.isActive())
    desk.app.insights._studies.cancel(Job.JUDGE)
    return desk


def _until(desk: Desk, is_so: Callable[[], bool]) -> None:
    desk.qtbot.waitUntil(is_so, timeout=PATIENCE_MS)


def press(desk: Desk, key: Qt.Key, *, shift: bool = False, control: bool = False) -> None:
    """Press a key where the keyboard is."""
    keys = Qt.KeyboardModifier.NoModifier
    keys |= Qt.KeyboardModifier.ShiftModifier if shift else keys
    keys |= Qt.KeyboardModifier.ControlModifier if control else keys
    desk.qtbot.keyClick(QApplication.focusWidget() or desk.window, key, keys)


def undo(desk: Desk) -> None:
    press(desk, Qt.Key.Key_Z, control=True)


def redo(desk: Desk) -> None:
    press(desk, Qt.Key.Key_Z, control=True, shift=True)


def lines(desk: Desk) -> list[str]:
    widget = desk.find("actions_list")
    assert isinstance(widget, QListWidget)
    return [widget.item(row).text() for row in range(widget.count())]


def written(desk: Desk) -> dict[str, tuple[Action, ...]]:
    with opened(desk.paths.database, "read") as connection:
        return own_actions(connection)


def open_premium(desk: Desk) -> None:
    """Open the page of the segment that is like premium shoppers, and its actions."""
    personas = [text(desk, f"segment_persona_{number}") for number in range(4)]
    desk.click(f"segment_more_{personas.index(PREMIUM)}")
    desk.find("portrait_actions")
    desk.click("edit_actions")
    desk.until_shown("actions")


def advised(desk: Desk) -> list[str]:
    """Give what the segment's page says is to be done, once it is there."""
    found: list[str] = []

    def is_there() -> bool:
        with suppress(RuntimeError):  # labels go while they are looked at
            labels = desk.find("portrait_actions").findChildren(QLabel)
            found[:] = [label.text() for label in labels if label.isVisible()]
        return bool(found)

    _until(desk, is_there)
    return found


def test_that_actions_are_added_edited_removed_and_taken_back_by_key(found: Desk) -> None:
    open_premium(found)
    before = lines(found)
    found.click("new_action")
    found.qtbot.keyClicks(found.find("new_action"), "Tasting evening")
    press(found, Qt.Key.Key_Return)
    assert lines(found) == [*before, "Tasting evening"]
    undo(found)  # the keyboard is still in the line, which has nothing of its own to take back
    assert (lines(found), written(found)) == (before, {})
    redo(found)
    assert lines(found) == [*before, "Tasting evening"]

    actions = found.find("actions_list")
    assert isinstance(actions, QListWidget)
    actions.setFocus()
    actions.setCurrentRow(0)
    press(found, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    found.qtbot.keyClicks(editor, "Wine for the best")
    found.qtbot.keyClick(editor, Qt.Key.Key_Return)
    _until(found, lambda: Action(text="Wine for the best") in written(found)["premium"])
    undo(found)
    assert lines(found)[0] == before[0]
    redo(found)

    actions.setFocus()
    actions.setCurrentRow(1)
    press(found, Qt.Key.Key_Delete)
    mine = ["Wine for the best", *before[2:], "Tasting evening"]
    assert lines(found) == mine
    undo(found)
    assert len(lines(found)) == len(mine) + 1
    redo(found)

    found.click("actions_back")
    found.until_shown("results")
    _until(found, lambda: "Wine for the best" in advised(found))
    assert "Tasting evening" in advised(found)
    assert before[1] not in advised(found)


def test_that_actions_are_there_after_a_restart_and_can_be_given_up(
    desk: Desk, start: Callable[..., Desk]
) -> None:
    desk.window.show_panel("actions")  # of premium shoppers, the first
    before = lines(desk)
    desk.qtbot.keyClicks(desk.find("new_action"), "Tasting evening")
    desk.click("add_action")
    desk.close()
    again = start()
    assert written(again)["premium"][-1] == Action(text="Tasting evening")
    again.window.show_panel("actions")
    assert lines(again) == [*before, "Tasting evening"]
    again.click("reset_actions")
    assert (lines(again), written(again)) == (before, {})
    undo(again)
    assert lines(again) == [*before, "Tasting evening"]


def test_that_a_kind_of_customer_is_made_named_recognised_and_taken_back(found: Desk) -> None:
    open_premium(found)
    found.click("new_persona")
    found.qtbot.keyClicks(found.find("persona_name"), "Friends of the house")
    press(found, Qt.Key.Key_Return)
    _until(found, lambda: _personas(found) == ["Friends of the house"])
    found.click("add_sign")
    _until(found, lambda: bool(found.window.findChildren(QComboBox, "sign_aspect_0")))
    found.qtbot.keyClicks(found.find("new_action"), "Invite them to dinner")
    found.qtbot.keyClick(found.find("new_action"), Qt.Key.Key_Return)
    assert lines(found) == ["Invite them to dinner"]
    found.click("actions_back")
    found.until_shown("results")
    # High spending is that of the premium shoppers alone, whose page is still open.
    _until(found, lambda: text(found, "portrait_persona") == "Like: Friends of the house")
    assert "Invite them to dinner" in advised(found)
    for _ in range(4):  # the action, the sign, the name, the kind itself
        undo(found)
    assert (_personas(found), written(found)) == ([], {})
    _until(found, lambda: text(found, "portrait_persona") == PREMIUM)
    for _ in range(4):
        redo(found)
    assert _personas(found) == ["Friends of the house"]
    _until(found, lambda: text(found, "portrait_persona") == "Like: Friends of the house")


def _personas(desk: Desk) -> list[str]:
    with opened(desk.paths.database, "read") as connection:
        return [persona.name for persona in own_personas(connection)]


def test_that_a_kind_of_customer_is_deleted_with_its_actions_and_comes_back_with_them(found: Desk) -> None:
    open_premium(found)
    for _ in range(2):
        found.click("new_persona")
        found.qtbot.keyClicks(found.find("new_action"), "Call them")
        found.qtbot.keyClick(found.find("new_action"), Qt.Key.Key_Return)
    assert _personas(found) == ["My customers 1", "My customers 2"]
    found.click("remove_persona")
    assert (_personas(found), list(written(found))) == (["My customers 1"], ["own_1"])
    undo(found)
    assert (_personas(found), list(written(found))) == (
        ["My customers 1", "My customers 2"],
        ["own_1", "own_2"],
    )
    # Nobody's name twice: it is said, and the old one stays.
    entries = found.find("actions_entries")
    assert isinstance(entries, QListWidget)
    entries.setCurrentRow(1)
    name = found.find("persona_name")
    assert isinstance(name, QLineEdit)
    name.setFocus()
    name.selectAll()
    found.qtbot.keyClicks(name, "my CUSTOMERS 1")
    found.qtbot.keyClick(name, Qt.Key.Key_Return)
    found.qtbot.waitUntil(found.window.banner.isVisible)
    assert "called “my CUSTOMERS 1” already" in found.window.banner.text
    assert _personas(found) == ["My customers 1", "My customers 2"]
    assert name.text() == "My customers 2"


def test_that_names_roles_and_deletions_are_taken_back_from_any_page(found: Desk) -> None:
    view = found.app.session.view
    assert view is not None

    def called() -> dict[int, str]:
        with opened(found.paths.database, "read") as connection:
            return names(connection, 1, view.segments)

    def role() -> ColumnRole:
        with opened(found.paths.database, "read") as connection:
            return next(c.role for c in catalogue.columns(connection, 1) if c.name == "age")

    def runs() -> int:
        with opened(found.paths.database, "read") as connection:
            return len(catalogue.runs(connection))

    found.click("rename_0")
    edit = found.find("segment_name_edit_0")
    assert isinstance(edit, QLineEdit)
    edit.selectAll()
    found.qtbot.keyClicks(edit, "Families")
    found.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert called() == {0: "Families"}
    found.app.library.set_role(1, 1, ColumnRole.DESCRIBE)  # by click: tests/e2e/test_main_job.py
    found.key(Qt.Key.Key_2, control=True)
    found.until_shown("configure")
    assert found.window.panel_shown == "configure"
    undo(found)
    assert (role(), called()) == (ColumnRole.MEASURE, {0: "Families"})
    undo(found)
    assert called() == {}
    found.key(Qt.Key.Key_1, control=True)
    redo(found)
    redo(found)
    assert (role(), called()) == (ColumnRole.DESCRIBE, {0: "Families"})
    found.window.history_asked.emit()
    delete = next(a for a in found.window.history_menu.actions() if a.menu() is not None)
    menu = delete.menu()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    assert runs() == 0
    undo(found)
    assert runs() == 1
    redo(found)
    assert runs() == 0
    undo(found)
    undo(found)  # what came before the deletion is still there to be taken back
    assert role() == ColumnRole.MEASURE


def test_that_what_couldnt_be_worked_out_is_said_and_tried_again(found: Desk) -> None:
    _until(found, lambda: found.app.insights.is_idle)
    aside = found.paths.database.with_suffix(".aside")
    found.paths.database.rename(aside)
    try:
        found.click("tab_profiles")
        again = found.find("profiles_message_again")
        assert "Describing" not in text(found, "profiles_message")
    finally:
        aside.rename(found.paths.database)
    assert again.isVisible()
    found.click("profiles_message_again")
    found.find("heatmap")
