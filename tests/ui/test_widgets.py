"""The reusable widgets: steps, banner, small bars, roles, long titles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from segdesk.model.roles import ColumnRole, Kind
from segdesk.ui.widgets.banner import Banner
from segdesk.ui.widgets.elided import ElidedLabel
from segdesk.ui.widgets.role_chooser import ROLE_ICONS, RoleMenu, pill_width, roles_for
from segdesk.ui.widgets.sparkbars import THINNEST, bar_rects
from segdesk.ui.widgets.step_bar import STEPS, StepBar


@pytest.fixture
def bar(qtbot: QtBot) -> StepBar:
    result = StepBar()
    qtbot.addWidget(result)
    return result


def step(bar: StepBar, key: str) -> QAbstractButton:
    found = bar.findChild(QAbstractButton, f"step_{key}")
    assert isinstance(found, QAbstractButton)
    return found


def states(bar: StepBar) -> dict[str, object]:
    return {key: getattr(step(bar, key), "state", None) for key in STEPS}


def test_that_at_first_only_import_can_be_reached(bar: StepBar):
    assert states(bar) == {"import": "current", "configure": "closed", "results": "closed"}
    assert not step(bar, "configure").isEnabled()


def test_that_steps_before_the_current_one_are_done(bar: StepBar):
    bar.set_reachable({"import", "configure"})
    bar.set_current("configure")
    assert states(bar) == {"import": "done", "configure": "current", "results": "closed"}


def test_that_a_step_one_may_go_to_but_has_not_seen_is_open_and_not_done(bar: StepBar):
    bar.set_reachable({"import", "configure"})
    assert states(bar) == {"import": "current", "configure": "open", "results": "closed"}


def test_that_going_back_keeps_what_was_done(bar: StepBar):
    bar.set_reachable({"import", "configure", "results"})
    assert states(bar) == {"import": "current", "configure": "done", "results": "done"}


def test_that_a_click_on_a_reachable_step_chooses_it(qtbot: QtBot, bar: StepBar):
    bar.set_reachable({"import", "configure"})
    with qtbot.waitSignal(bar.chosen) as blocker:
        qtbot.mouseClick(step(bar, "configure"), Qt.MouseButton.LeftButton)
    assert blocker.args == ["configure"]
    assert bar.current == "import"  # the window decides


def test_that_neither_the_current_nor_a_closed_step_can_be_chosen(qtbot: QtBot, bar: StepBar):
    with qtbot.assertNotEmitted(bar.chosen):
        qtbot.mouseClick(step(bar, "import"), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(step(bar, "results"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_arrows_move_between_open_steps_and_a_key_chooses(qtbot: QtBot, bar: StepBar, key: Qt.Key):
    bar.set_reachable({"import", "results"})
    with qtbot.waitExposed(bar):
        bar.show()
    step(bar, "import").setFocus()
    qtbot.keyClick(step(bar, "import"), Qt.Key.Key_Right)
    assert step(bar, "results").hasFocus()
    with qtbot.waitSignal(bar.chosen) as blocker:
        qtbot.keyClick(step(bar, "results"), key)
    assert blocker.args == ["results"]
    qtbot.keyClick(step(bar, "results"), Qt.Key.Key_Right)
    assert step(bar, "import").hasFocus()  # round again


def test_that_a_step_says_its_number_and_state(bar: StepBar):
    assert step(bar, "import").accessibleName() == "Step 1, Import, you are here"
    assert step(bar, "results").accessibleName() == "Step 3, Results, not reachable yet"


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    result = Banner()
    qtbot.addWidget(result)
    return result


def test_that_a_banner_is_hidden_until_it_has_something_to_say(banner: Banner):
    assert banner.isHidden()
    banner.show_message("warning", "The disk is nearly full.")
    assert not banner.isHidden()
    assert banner.text == "The disk is nearly full."
    assert banner.accessibleName() == "The disk is nearly full."
    banner.show_message("info", "")
    assert banner.isHidden()


def test_that_a_banner_tells_which_button_was_pressed(qtbot: QtBot, banner: Banner):
    banner.show_message("error", "It stopped.", (("again", "Try again"), ("details", "Copy details")))
    button = banner.findChild(QAbstractButton, "banner_action_details")
    assert isinstance(button, QAbstractButton)
    assert button.text() == "Copy details"
    with qtbot.waitSignal(banner.action_chosen) as blocker:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert blocker.args == ["details"]


def test_that_the_next_message_has_only_its_own_buttons(banner: Banner):
    banner.show_message("error", "It stopped.", (("again", "Try again"),))
    old = banner.findChild(QAbstractButton, "banner_action_again")
    assert isinstance(old, QAbstractButton)
    banner.show_message("info", "It went on.")
    assert old.isHidden()


def test_that_closing_a_banner_hides_it_and_says_so(qtbot: QtBot, banner: Banner):
    banner.show_message("info", "Something")
    close = banner.findChild(QAbstractButton, "banner_close")
    assert isinstance(close, QAbstractButton)
    with qtbot.waitSignal(banner.dismissed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    assert banner.text == ""


def test_that_bars_are_as_high_as_their_counts_and_stand_on_the_foot():
    # 10 px for the highest of 4, so 2 is 5 px; four bars of 100 px take 25 each, 1 of it the gap.
    bars = bar_rects(QRectF(0, 0, 100, 10), (4, 2, 0, 1))
    assert [bar.height() for bar in bars] == [10, 5, 0, 2.5]
    assert [bar.left() for bar in bars] == [0, 25, 50, 75]
    assert {bar.width() for bar in bars} == {24}
    assert {bar.bottom() for bar in bars} == {10}


def test_that_one_customer_among_thousands_is_still_seen():
    bars = bar_rects(QRectF(0, 0, 100, 20), (10_000, 1))
    assert bars[1].height() == THINNEST


@pytest.mark.parametrize("counts", [(), (0, 0)])
def test_that_nothing_to_count_gives_no_bars(counts: tuple[int, ...]):
    assert bar_rects(QRectF(0, 0, 100, 20), counts) == []


def test_that_words_can_not_measure_and_only_days_are_dates():
    assert ColumnRole.MEASURE not in roles_for(Kind.TEXT, ColumnRole.CATEGORY)
    assert ColumnRole.DATE not in roles_for(Kind.NUMBER, ColumnRole.MEASURE)
    assert {ColumnRole.DATE, ColumnRole.MEASURE} <= set(roles_for(Kind.DATE, ColumnRole.DATE))


def test_that_the_role_a_column_has_is_always_among_its_roles():
    for kind in Kind:
        for role in ColumnRole:
            assert role in roles_for(kind, role)


def test_that_every_role_has_an_icon_of_its_own():
    assert set(ROLE_ICONS) == set(ColumnRole)
    assert len(set(ROLE_ICONS.values())) == len(ColumnRole)


def test_that_a_longer_name_makes_a_wider_pill(qapp: object):
    assert pill_width("Identifier") > pill_width("Id")


def test_that_picking_a_role_tells_it(qtbot: QtBot):
    owner = QLabel()
    qtbot.addWidget(owner)
    menu = RoleMenu(owner, column="gender", kind=Kind.TEXT, role=ColumnRole.CATEGORY)
    wanted = next(action for action in menu.actions() if action.objectName() == "role_describe")
    with qtbot.waitSignal(menu.chosen) as blocker:
        wanted.trigger()
    assert blocker.args == [ColumnRole.DESCRIBE]


def test_that_a_title_too_long_for_its_place_is_told_in_the_tool_tip(qtbot: QtBot):
    title = ElidedLabel("title", name="title")
    qtbot.addWidget(title)
    title.setText("the_customers_of_all_branches_in_october_and_november.csv")
    title.resize(title.sizeHint().width() + 20, 40)
    title.show()
    assert title.toolTip() == ""
    title.resize(120, 40)
    qtbot.waitUntil(lambda: title.toolTip() == title.text())
    assert title.minimumSizeHint().width() < 300
