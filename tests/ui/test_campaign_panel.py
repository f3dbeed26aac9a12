"""A campaign is planned before the eyes of who plans it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPushButton, QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from segdesk.exports import ListWishes
from segdesk.model.campaign import CampaignWishes
from segdesk.ui.panels.campaign_panel import CampaignPanel
from segdesk.ui.session import View
from tests.ui.finding import child, text
from tests.ui.sample_findings import reliability_of
from tests.ui.sample_portraits import portraits_of
from tests.ui.sample_views import COLUMNS, view_of


@pytest.fixture
def view() -> View:
    """Give 200 customers in two halves."""
    return view_of(np.repeat([0, 1], 100))


@pytest.fixture
def panel(qtbot: QtBot, view: View) -> CampaignPanel:
    result = CampaignPanel()
    qtbot.addWidget(result)
    result.resize(1366, 640)
    result.show_view(view)
    result.show()
    qtbot.waitActive(result)
    return result


def ask(panel: CampaignPanel, qtbot: QtBot, *, cost: str, budget: str) -> None:
    qtbot.keyClicks(child(panel, QLineEdit, "campaign_cost"), cost)
    qtbot.keyClicks(child(panel, QLineEdit, "campaign_budget"), budget)


def test_that_the_plan_is_told_while_one_types(panel: CampaignPanel, qtbot: QtBot):
    # 45 pays for 90 at 0.5. As in tests/engine/test_campaign.py: all of the first segment and 20 of the
    # second are in, 30 of them are held back, 25 and 5; 80 of the second are beyond the budget.
    ask(panel, qtbot, cost="0.5", budget="45.3")
    assert text(panel, "campaign_plan_0") == "75 to contact, 25 held back"
    assert text(panel, "campaign_plan_1") == "15 to contact, 5 held back, 80 beyond the budget"
    assert text(panel, "campaign_sum") == "90 to contact for 45"
    assert text(panel, "campaign_rest").startswith("0.30 of the budget is left. 30 are held back")


def test_that_a_segment_that_is_left_out_makes_room(panel: CampaignPanel, qtbot: QtBot):
    ask(panel, qtbot, cost="0.5", budget="45")
    qtbot.keyClick(child(panel, QAbstractButton, "campaign_segment_0"), Qt.Key.Key_Space)
    # 100 in, 30 held back, 70 to contact: the money is enough for all.
    assert text(panel, "campaign_plan_0") == "100 customers"
    assert text(panel, "campaign_plan_1") == "70 to contact, 30 held back"
    qtbot.keyClick(child(panel, QAbstractButton, "campaign_segment_1"), Qt.Key.Key_Space)
    assert text(panel, "campaign_rest") == "Choose a segment."
    assert not child(panel, QPushButton, "make_campaign").isEnabled()


def test_that_the_wishes_are_asked_for_with_enter(panel: CampaignPanel, qtbot: QtBot):
    ask(panel, qtbot, cost="2", budget="100")
    slider = child(panel, QSlider, "campaign_control")
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.keyClick(child(panel, QAbstractButton, "campaign_opt_out"), Qt.Key.Key_Space)
    with qtbot.waitSignal(panel.campaign_requested) as wanted:
        qtbot.keyClick(child(panel, QLineEdit, "campaign_budget"), Qt.Key.Key_Return)
    assert wanted.args == [
        CampaignWishes("100", "2", (0, 1), control_share=0.5, respects_opt_out=False),
        ListWishes(respects_opt_out=False),
    ]
    with qtbot.waitSignal(panel.campaign_requested):
        qtbot.mouseClick(child(panel, QPushButton, "make_campaign"), Qt.MouseButton.LeftButton)


def test_that_what_is_no_money_is_refused_in_words(panel: CampaignPanel, qtbot: QtBot):
    ask(panel, qtbot, cost="two", budget="100")
    assert child(panel, QLabel, "campaign_cost_refusal").isVisible()
    assert not child(panel, QLabel, "campaign_budget_refusal").isVisible()
    with qtbot.assertNotEmitted(panel.campaign_requested):
        qtbot.keyClick(child(panel, QLineEdit, "campaign_budget"), Qt.Key.Key_Return)
    child(panel, QLineEdit, "campaign_cost").setText("200")
    assert not child(panel, QLabel, "campaign_cost_refusal").isVisible()
    assert text(panel, "campaign_rest") == "The budget doesn’t pay for one customer."


def test_that_who_brings_most_comes_first(panel: CampaignPanel, view: View, qtbot: QtBot):
    assert text(panel, "campaign_ordered").startswith("Ordered by size")
    three = view_of([0] * 5 + [1] * 2 + [2])
    # portraits_of: they bring 1/8, 2/8 and 5/8 of the sales, so per customer the last brings most.
    panel.show_view(three, portraits_of(three))
    assert text(panel, "campaign_ordered").startswith("Ordered by sales")
    ask(panel, qtbot, cost="1", budget="3")
    with qtbot.waitSignal(panel.campaign_requested) as wanted:
        qtbot.mouseClick(child(panel, QPushButton, "make_campaign"), Qt.MouseButton.LeftButton)
    assert wanted.args[0].order == (2, 1, 0)
    tops = [child(panel, QLabel, f"campaign_name_{number}") for number in (2, 1, 0)]
    qtbot.waitUntil(lambda: sorted(tops, key=lambda each: each.mapTo(panel, each.pos()).y()) == tops)


def test_that_a_choice_outlives_a_new_name_and_not_another_cut(
    panel: CampaignPanel, view: View, qtbot: QtBot
):
    first = child(panel, QAbstractButton, "campaign_segment_0")
    first.click()
    panel.show_view(view)
    assert not first.isChecked()
    panel.show_view(view_of([0] * 5 + [1] * 2 + [2]))
    assert first.isChecked()
    with qtbot.waitSignal(panel.back_requested):
        qtbot.keyClick(first, Qt.Key.Key_Escape)


def test_that_a_comma_may_stand_before_decimals_and_not_among_thousands(panel: CampaignPanel, qtbot: QtBot):
    ask(panel, qtbot, cost="0,5", budget="45")
    assert text(panel, "campaign_sum") == "90 to contact for 45"
    child(panel, QLineEdit, "campaign_budget").setText("1,500")
    assert child(panel, QLabel, "campaign_budget_refusal").isVisible()
    assert not child(panel, QLabel, "campaign_sum").isVisible()


def order_of(panel: CampaignPanel) -> tuple[int, ...]:
    wishes = panel.wishes
    assert wishes is not None
    return wishes.order


def test_that_a_segment_is_moved_up_and_the_order_is_ones_own(panel: CampaignPanel, qtbot: QtBot):
    panel.show_view(view_of([0] * 5 + [1] * 4 + [2] * 3))
    ask(panel, qtbot, cost="1", budget="3")
    assert order_of(panel) == (0, 1, 2)
    up = child(panel, QPushButton, "campaign_up_2")
    up.setFocus()
    qtbot.keyClick(up, Qt.Key.Key_Space)
    assert order_of(panel) == (0, 2, 1)
    assert text(panel, "campaign_ordered").startswith("In your own order")
    qtbot.mouseClick(child(panel, QPushButton, "campaign_down_0"), Qt.MouseButton.LeftButton)
    assert order_of(panel) == (2, 0, 1)
    assert not up.isEnabled()
    # Another name for a segment changes nothing; another order does.
    panel.show_view(view_of([0] * 5 + [1] * 4 + [2] * 3))
    assert order_of(panel) == (2, 0, 1)
    qtbot.mouseClick(child(panel, QPushButton, "campaign_order_size"), Qt.MouseButton.LeftButton)
    assert order_of(panel) == (0, 1, 2)


def test_that_the_surest_segment_comes_first_once_it_is_known(panel: CampaignPanel, qtbot: QtBot):
    three = view_of([0] * 5 + [1] * 4 + [2] * 3)
    panel.show_view(three)
    sureness = child(panel, QPushButton, "campaign_order_sureness")
    assert not sureness.isEnabled()
    panel.show_view(three, None, reliability_of((0.6, 0.7, 0.9)))
    ask(panel, qtbot, cost="1", budget="3")
    qtbot.mouseClick(sureness, Qt.MouseButton.LeftButton)
    assert order_of(panel) == (2, 1, 0)


def test_that_columns_and_the_draw_are_asked_for_behind_a_button(panel: CampaignPanel, qtbot: QtBot):
    panel.show_columns(COLUMNS, chosen=("region", "customer_id"), format_="xlsx")
    ask(panel, qtbot, cost="2", budget="100")
    seed = child(panel, QSpinBox, "campaign_seed")
    assert not seed.isVisible()
    qtbot.mouseClick(child(panel, QPushButton, "campaign_more"), Qt.MouseButton.LeftButton)
    assert seed.isVisible()
    seed.setValue(7)
    sales = child(panel, QComboBox, "campaign_sales")
    # Only numbers can be what customers spent.
    assert sales.findText("region") == -1
    sales.setCurrentText("annual_income")
    child(panel, QComboBox, "campaign_identifier").setCurrentText("customer_id")
    with qtbot.waitSignal(panel.campaign_requested) as wanted:
        qtbot.mouseClick(child(panel, QPushButton, "make_campaign"), Qt.MouseButton.LeftButton)
    assert wanted.args == [
        CampaignWishes("100", "2", (0, 1), seed=7, identifier="customer_id", sales="annual_income"),
        ListWishes(is_workbook=True, columns=("region", "customer_id")),
    ]
    qtbot.mouseClick(child(panel, QPushButton, "campaign_none"), Qt.MouseButton.LeftButton)
    assert not child(panel, QPushButton, "make_campaign").isEnabled()
