"""The page of one segment, walked through by keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from segdesk.model.profile import CategoryLine, CategoryProfile, MeasureLine, MeasureProfile, ProfileTable
from segdesk.model.roles import ColumnRole, Kind
from segdesk.ui.panels.results.portrait_page import PortraitPage
from segdesk.ui.panels.results.segments_compare import compared
from segdesk.ui.plots.twin_table import TwinTable
from segdesk.ui.session import View
from segdesk.ui.widgets.wrapping_row import WrappingRow
from tests.ui.finding import cells, child, text
from tests.ui.sample_findings import reliability_of
from tests.ui.sample_portraits import portraits_of
from tests.ui.sample_views import COLUMNS, FakeReader, view_of

# Eight customers in segments of 5, 2 and 1, which bring 1/8, 2/8 and 5/8 of the sales (portraits_of).
THREE = (0, 0, 0, 0, 0, 1, 1, 2)


def line(median: float) -> MeasureLine:
    """Make a line of which only the 50th percentile is told."""
    return MeasureLine(0.0, (0.0, 0.0, median, 0.0, 0.0), (0.0, 0.0, 0.0), (0.0, 1.0))


def level(position: int, *shares: float) -> CategoryLine:
    return CategoryLine(0.0, position, shares)


PROFILE = ProfileTable(
    7,
    3,
    False,
    (
        MeasureProfile(
            "annual_income", Kind.NUMBER, 0.5, 0, 1, line(52_000), tuple(map(line, (88_000, 34_000, 50_000)))
        ),
        CategoryProfile(
            "tier",
            0.3,
            ("Basic", "Gold"),
            False,
            level(0, 0.75, 0.25),
            (level(1, 0.4, 0.6), level(0, 0.9, 0.1), level(-1, 0.0, 0.0)),
        ),
    ),
)


@pytest.fixture
def view() -> View:
    return view_of(THREE)


@pytest.fixture
def page(qtbot: QtBot, view: View) -> PortraitPage:
    reader = FakeReader()
    result = PortraitPage(reader)
    qtbot.addWidget(result)
    reader.setParent(result)
    result.resize(1318, 600)
    result.show_view(view, COLUMNS)
    result.show_portraits(portraits_of(view), {"basket_value": "ETB"})
    result.show()
    qtbot.waitActive(result)
    return result


def scroll(page: PortraitPage) -> QScrollArea:
    return child(page, QScrollArea, "portrait_scroll")


def pairs(page: PortraitPage, name: str) -> list[str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # those of the segment before
    return [found.text() for found in child(page, QWidget, name).findChildren(QLabel) if found.text()]


def test_that_the_page_says_who_they_are(page: PortraitPage, view: View):
    page.show_segment(0)
    assert text(page, "segment_name_page") == view.names[0]
    assert text(page, "portrait_size") == "5"
    assert text(page, "portrait_position") == "1 of 3"
    assert text(page, "contrast_0") == "Annual income 1.7× the average: 88,000 against 52,000"
    assert text(page, "contrast_1") == "Membership tier Platinum: 62% against 21%"
    assert not child(page, QLabel, "contrast_3").isVisible()
    # 5 of 8 customers bring 1/8 of the sales.
    assert (text(page, "share_of_customers"), text(page, "share_of_sales")) == ("62%", "12%")
    assert text(page, "portrait_rule") == "Annual income 65,000 or more"
    assert text(page, "portrait_rule_finds") == "Finds 91% of them. Of those it finds, 88% belong here."
    assert not child(page, QLabel, "portrait_rule_flattered").isVisible()
    told = pairs(page, "portrait_actions")
    assert told[:2] == ["VIP loyalty rewards", "because of higher annual income: 88,000 against 52,000"]


def test_that_a_typical_customer_is_a_row_of_the_file(page: PortraitPage, view: View):
    page.show_segment(0)
    # FakeReader: row 3 is customer 1004 with an income of 4 × 1000.5, and born in 1980 + 3.
    told = pairs(page, "typical_customer")
    assert told == [
        "customer id",
        "1004",
        "annual income",
        "4,002",
        "region",
        "Addis Ababa",
        "year of birth",
        "1983",
    ]
    assert "Row 4 " in text(page, "typical_row")
    page.show_portraits(portraits_of(view, typical=2))
    assert "not given" in pairs(page, "typical_customer")  # an even row has no region


def test_that_what_was_left_out_is_not_said_of_a_typical_customer(page: PortraitPage, view: View):
    hidden = tuple(replace(c, role=ColumnRole.IGNORED) if c.name == "region" else c for c in COLUMNS)
    page.show_view(view, hidden)
    assert "region" not in pairs(page, "typical_customer")


def test_that_a_flattered_or_missing_rule_says_so(page: PortraitPage, view: View):
    page.show_segment(2)
    assert text(page, "portrait_rule") == "Age under 32 and visit frequency Daily or Weekly"
    assert child(page, QLabel, "portrait_rule_flattered").isVisible()
    found = portraits_of(view)
    page.show_portraits(replace(found, portraits=tuple(replace(p, rule=None) for p in found.portraits)))
    assert not child(page, QLabel, "portrait_rule").isVisible()
    assert text(page, "portrait_rule_finds").startswith("No short rule")


def test_that_arrow_keys_walk_and_esc_goes_back(page: PortraitPage, qtbot: QtBot):
    page.show_segment(0)
    assert scroll(page).hasFocus()
    with qtbot.waitSignal(page.segment_shown) as shown:
        qtbot.keyClick(scroll(page), Qt.Key.Key_Right)
    assert shown.args == [1]
    qtbot.keyClick(scroll(page), Qt.Key.Key_Left)
    qtbot.keyClick(scroll(page), Qt.Key.Key_Left)
    assert page.segment == 2  # before the first comes the last
    with qtbot.waitSignal(page.back_requested):
        qtbot.keyClick(scroll(page), Qt.Key.Key_Escape)


def test_that_buttons_walk_list_and_go_back(page: PortraitPage, qtbot: QtBot):
    page.show_segment(0)
    qtbot.mouseClick(child(page, QPushButton, "portrait_next"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(child(page, QPushButton, "portrait_previous"), Qt.Key.Key_Space)
    assert page.segment == 0
    with qtbot.waitSignal(page.customers_requested) as wanted:
        qtbot.mouseClick(child(page, QPushButton, "portrait_customers"), Qt.MouseButton.LeftButton)
    assert wanted.args == [0]
    with qtbot.waitSignal(page.actions_requested) as entry:
        qtbot.mouseClick(child(page, QPushButton, "edit_actions"), Qt.MouseButton.LeftButton)
    assert entry.args == ["premium"]
    with qtbot.waitSignal(page.back_requested):
        qtbot.mouseClick(child(page, QPushButton, "portrait_back"), Qt.MouseButton.LeftButton)


def test_that_f2_renames_the_segment_in_view(page: PortraitPage, qtbot: QtBot):
    page.show_segment(1)
    qtbot.keyClick(scroll(page), Qt.Key.Key_F2)
    edit = child(page, QLineEdit, "segment_name_edit_page")
    qtbot.keyClicks(edit, "Savers")
    with qtbot.waitSignal(page.name_chosen) as chosen:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert chosen.args == [1, "Savers"]
    assert scroll(page).hasFocus()


def test_that_one_more_purchase_is_reckoned_by_the_slider(page: PortraitPage, qtbot: QtBot):
    page.show_segment(0)
    slider = child(page, QSlider, "what_if_share")
    # A tenth of 5 customers is one at least, who spends 40 on average. One more purchase by one of them lies
    # within 1.645 × 10 × √(1 + 1/100) = 16.53 of that: 23 to 57.
    assert text(page, "what_if_gain") == "+ 40 ETB"
    assert text(page, "what_if_range") == "from 1 customer, between 23 and 57"
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert text(page, "what_if_percent") == "100%"
    assert text(page, "what_if_gain") == "+ 200 ETB"
    assert page.segment == 0
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert page.segment == 0  # the key is the slider's
    assert text(page, "what_if_percent") == "99%"


def test_that_a_file_without_sales_says_so(page: PortraitPage, view: View):
    page.show_portraits(portraits_of(view, with_sales=False))
    assert not child(page, QWidget, "what_if_card").isVisible()
    assert not child(page, QLabel, "share_of_sales").isVisible()
    assert text(page, "money_note") == "No column says what a customer brings in sales."


def test_that_reliability_is_said_in_words(page: PortraitPage):
    page.show_segment(2)
    assert text(page, "portrait_promise") == "Not checked yet."
    page.show_reliability(reliability_of([0.91, 0.8, 0.3]))
    assert text(page, "portrait_reliability") == "Don't act on it"
    assert "falls apart" in text(page, "portrait_promise")
    assert "0.30" in text(page, "portrait_repeats")


def test_that_the_page_waits_for_portraits_and_says_why_there_are_none(page: PortraitPage, view: View):
    page.show_portraits(None)
    waiting = child(page, QLabel, "portrait_waiting")
    assert waiting.isVisible()
    page.show_failure("The disk is full.")
    assert "The disk is full." in waiting.text()
    page.show_portraits(replace(portraits_of(view), run_id=99))  # another run's
    assert waiting.isVisible()
    page.show_portraits(portraits_of(view))
    assert not waiting.isVisible()


def test_that_two_segments_stand_beside_all(page: PortraitPage, view: View, qtbot: QtBot):
    page.show_segment(0)
    page.show_profile(PROFILE)
    table = child(page, TwinTable, "segments_compare_table")
    assert cells(table) == [
        ["annual income", "88,000", "34,000", "52,000"],
        ["tier", "Gold 60%", "Basic 90%", "Basic 75%"],
    ]
    third = child(page, QAbstractButton, "compare_segment_2")
    qtbot.keyClick(third, Qt.Key.Key_Space)
    assert cells(table)[1] == ["tier", "Gold 60%", "Basic 90%", "–", "Basic 75%"]
    qtbot.keyClick(third, Qt.Key.Key_Space)
    assert table.columnCount() == 4
    assert compared(PROFILE, view.names, (2,)).headers == ("Column", view.names[2], "All customers")


def test_that_a_fourth_segment_waits_for_a_free_place(qtbot: QtBot):
    page = PortraitPage(FakeReader())
    qtbot.addWidget(page)
    page.show_view(view_of((0, 0, 1, 1, 2, 2, 3, 3)), COLUMNS)
    page.show_segment(0)
    pills = [child(page, QAbstractButton, f"compare_segment_{i}") for i in range(4)]
    pills[2].click()
    assert [pill.isEnabled() for pill in pills] == [True, True, True, False]
    pills[0].click()
    assert pills[3].isEnabled()


def test_that_the_figures_are_asked_for_when_the_page_shows(qtbot: QtBot, view: View):
    page = PortraitPage(FakeReader())
    qtbot.addWidget(page)
    with qtbot.assertNotEmitted(page.profile_requested):
        page.show_view(view, COLUMNS)
    with qtbot.waitSignal(page.profile_requested) as wanted:
        page.show()
    assert wanted.args == [3]


def test_that_the_page_fits_the_smallest_window(page: PortraitPage):
    # 1024 wide less the panel's margins of 24 on both sides.
    page.show_reliability(reliability_of([0.91, 0.8, 0.3]))
    assert page.minimumSizeHint().width() <= 976


def test_that_pills_go_on_in_the_next_line(qtbot: QtBot):
    row = WrappingRow(spacing=6)
    qtbot.addWidget(row)
    for _ in range(3):
        square = QWidget()
        square.setFixedSize(100, 20)
        row.add(square)
    row.resize(306, 60)  # three of 100 and 6 between each two need 312
    row.show()
    squares = row.findChildren(QWidget)
    assert [(each.x(), each.y()) for each in squares] == [(0, 0), (106, 0), (0, 26)]
    assert row.heightForWidth(306) == 46
    assert row.heightForWidth(312) == 20


def test_that_what_wont_come_is_tried_again(page: PortraitPage, qtbot: QtBot):
    page.show_profile_failed("The disk is full.")
    assert text(page, "segments_compare_waiting") == "The disk is full."
    with qtbot.waitSignal(page.profile_requested):
        qtbot.mouseClick(
            child(page, QPushButton, "segments_compare_waiting_again"), Qt.MouseButton.LeftButton
        )
    assert text(page, "segments_compare_waiting").startswith("Adding up")
    page.show_portraits(None)
    page.show_failure("The disk is full.")
    with qtbot.waitSignal(page.portraits_requested):
        qtbot.mouseClick(child(page, QPushButton, "portrait_waiting_again"), Qt.MouseButton.LeftButton)
