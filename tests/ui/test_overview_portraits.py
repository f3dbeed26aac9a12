"""What a card says of a segment's customers, and how it is renamed where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from segdesk.ui.panels.results.overview_tab import OverviewTab
from segdesk.ui.panels.results.segment_card import telling_contrasts
from segdesk.ui.session import Session, View
from segdesk.words import captions
from tests.ui.finding import child
from tests.ui.sample_portraits import portraits_of
from tests.ui.sample_views import view_of

# Eight customers in segments of 5, 2 and 1, which bring 1/8, 2/8 and 5/8 of the sales (portraits_of).
THREE = (0, 0, 0, 0, 0, 1, 1, 2)
TWO = (0, 0, 0, 0, 0, 1, 1, 1)


@pytest.fixture
def view() -> View:
    return view_of(THREE, TWO)


@pytest.fixture
def tab(qtbot: QtBot, view: View) -> OverviewTab:
    result = OverviewTab()
    qtbot.addWidget(result)
    result.resize(1318, 520)
    result.show_view(view)
    result.show()
    qtbot.waitActive(result)
    return result


def card(tab: OverviewTab, number: int) -> QAbstractButton:
    return child(tab, QAbstractButton, f"segment_card_{number}")


def start_editing(tab: OverviewTab, qtbot: QtBot, number: int) -> QLineEdit:
    card(tab, number).setFocus()
    qtbot.keyClick(card(tab, number), Qt.Key.Key_F2)
    edit = child(tab, QLineEdit, f"segment_name_edit_{number}")
    assert edit.isVisible()
    return edit


def test_that_a_card_says_sales_contrasts_advice_and_persona(tab: OverviewTab, view: View):
    tab.show_portraits(portraits_of(view), {"annual_income": "ETB"})
    assert child(tab, QLabel, "segment_sales_2").text() == "62%"  # 5 of 8
    # 88,000 / 52,000 = 1.69.
    said = card(tab, 0).accessibleDescription()
    assert "Annual income 1.7× the average: 88,000 against 52,000 ETB" in said
    assert "12% of sales" in said
    assert child(tab, QLabel, "segment_advice_1").text() == "Family bulk packages, multi-buy promotions"
    assert child(tab, QLabel, "segment_persona_1").text() == "Like: Budget-conscious families"


def test_that_a_card_says_less_where_nothing_is_known(tab: OverviewTab, view: View):
    tab.show_portraits(portraits_of(view, with_sales=False))
    assert not child(tab, QLabel, "segment_sales_0").isVisible()
    assert "sales" not in card(tab, 0).accessibleDescription()
    tab.show_portraits(None)
    assert not child(tab, QPushButton, "segment_more_0").isVisible()
    assert not child(tab, QLabel, "segment_advice_0").isVisible()


def test_that_the_portraits_of_another_cut_are_not_shown(tab: OverviewTab, view: View):
    tab.show_portraits(portraits_of(view))
    tab.show_view(replace(view, segments=2))
    assert not child(tab, QLabel, "segment_sales_0").isVisible()
    tab.show_view(view)
    assert child(tab, QLabel, "segment_sales_0").isVisible()


def test_that_a_persona_is_not_said_twice(tab: OverviewTab, view: View):
    named = replace(view, given={0: "Premium shoppers of the city"})
    tab.show_view(named)
    tab.show_portraits(portraits_of(named))
    assert child(tab, QLabel, "segment_persona_0").text() == ""


def test_that_an_ordinary_segment_says_so(view: View):
    portrait = portraits_of(view).portraits[0]
    assert telling_contrasts(replace(portrait, contrasts=())) == ["Close to all customers in every column."]


def test_that_more_and_enter_open_the_page_while_a_click_lists_the_customers(
    tab: OverviewTab, view: View, qtbot: QtBot
):
    tab.show_portraits(portraits_of(view))
    with qtbot.waitSignal(tab.portrait_opened) as opened:
        qtbot.mouseClick(child(tab, QPushButton, "segment_more_1"), Qt.MouseButton.LeftButton)
    assert opened.args == [1]
    with qtbot.waitSignal(tab.portrait_opened) as opened:
        qtbot.keyClick(card(tab, 2), Qt.Key.Key_Return)
    assert opened.args == [2]
    with qtbot.waitSignal(tab.segment_opened) as listed, qtbot.assertNotEmitted(tab.portrait_opened):
        qtbot.mouseClick(card(tab, 2), Qt.MouseButton.LeftButton)
    assert listed.args == [2]


def test_that_f2_renames_and_enter_saves(tab: OverviewTab, view: View, qtbot: QtBot):
    edit = start_editing(tab, qtbot, 1)
    assert edit.selectedText() == view.names[1]
    qtbot.keyClicks(edit, "  Big   baskets ")
    with qtbot.waitSignal(tab.name_chosen) as chosen, qtbot.assertNotEmitted(tab.segment_opened):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert chosen.args == [1, "Big baskets"]
    assert not edit.isVisible()
    assert card(tab, 1).hasFocus()


def test_that_the_pencil_renames_and_leaving_the_line_saves(tab: OverviewTab, qtbot: QtBot):
    qtbot.mouseClick(child(tab, QPushButton, "rename_0"), Qt.MouseButton.LeftButton)
    edit = child(tab, QLineEdit, "segment_name_edit_0")
    qtbot.keyClicks(edit, "Regulars")
    with qtbot.waitSignal(tab.name_chosen) as chosen:
        card(tab, 2).setFocus()
    assert chosen.args == [0, "Regulars"]


def test_that_esc_leaves_a_name_as_it_was(tab: OverviewTab, view: View, qtbot: QtBot):
    edit = start_editing(tab, qtbot, 1)
    qtbot.keyClicks(edit, "Something else")
    with qtbot.assertNotEmitted(tab.name_chosen):
        qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert child(tab, QLabel, "segment_name_1").text() == view.names[1]
    assert card(tab, 1).hasFocus()


def test_that_a_name_of_another_segment_is_refused_in_words(tab: OverviewTab, view: View, qtbot: QtBot):
    edit = start_editing(tab, qtbot, 1)
    edit.setText(view.names[0].upper())
    with qtbot.assertNotEmitted(tab.name_chosen):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    refusal = child(tab, QLabel, "segment_name_refusal_1")
    assert refusal.isVisible()
    assert view.names[0].upper() in refusal.text()
    assert edit.isVisible()
    qtbot.keyClicks(edit, "x")
    assert not refusal.isVisible()


def test_that_an_empty_name_brings_the_derived_one_back(tab: OverviewTab, view: View, qtbot: QtBot):
    edit = start_editing(tab, qtbot, 0)
    edit.clear()
    with qtbot.assertNotEmitted(tab.name_chosen):  # it is SegDesk's own already
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    tab.show_view(replace(view, given={0: "Mine"}))
    assert child(tab, QLabel, "segment_name_0").text() == "Mine"
    edit = start_editing(tab, qtbot, 0)
    edit.clear()
    with qtbot.waitSignal(tab.name_chosen) as chosen:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert chosen.args == [0, ""]


def test_that_a_given_name_stands_everywhere_and_belongs_to_its_cut(view: View):
    session = Session()
    session.open_view(view)
    session.rename({0: "Mine"})
    assert session.view is not None
    assert session.view.names[0] == "Mine"
    assert [part.label for part in captions.segment_parts(session.view.cut)] == list(session.view.names)
    session.cut(2)
    assert session.view.names == replace(view, segments=2).names
    session.cut(3, {1: "Back"})
    assert session.view.names[1] == "Back"


def test_that_portraits_that_wont_come_are_said_above_the_cards_and_tried_again(
    tab: OverviewTab, view: View, qtbot: QtBot
):
    line = child(tab, QLabel, "overview_portraits")
    assert not line.isVisible()
    tab.show_portraits_failed("The disk is full.")
    assert line.isVisible()
    assert "The disk is full." in line.text()
    with qtbot.waitSignal(tab.portraits_requested):
        qtbot.mouseClick(child(tab, QPushButton, "overview_portraits_again"), Qt.MouseButton.LeftButton)
    tab.show_portraits(portraits_of(view))
    assert not line.isVisible()
