"""What a campaign brought is asked for with a file, and answered in words and with a small picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.campaign import Conclusion, Effect, Outcome, Uplift
from segdesk.ui.panels.uplift_panel import CampaignChoice, UpliftPanel
from segdesk.ui.plots.interval import Interval, IntervalPlot
from segdesk.words.campaign_words import effect_text
from tests.ui.finding import child

CHOICES = (
    CampaignChoice(3, "Campaign 3 · today · customers.csv", "50 contacted for 100, 30 held back."),
    CampaignChoice(1, "Campaign 1 · 2 May · customers.csv", "9 contacted for 18, 9 held back."),
)
MORE = Effect(Outcome.SPENDING, 50, 30, 1250.0, 1000.0, 250.0, 100.0, 400.0, 210.0, Conclusion.MORE)
FEW = Effect(Outcome.BUYING, 9, 9, 0.5, 0.4, 0.1, -0.35, 0.55, 0.6, Conclusion.TOO_FEW)


def uplift_of(*effects: Effect, absent: int = 0) -> Uplift:
    return Uplift(3, "june.csv", "total_spend", False, absent, 0, effects)


@pytest.fixture
def panel(qtbot: QtBot) -> UpliftPanel:
    result = UpliftPanel()
    qtbot.addWidget(result)
    result.resize(1024, 620)
    result.show_campaigns(CHOICES)
    result.show()
    qtbot.waitActive(result)
    return result


def said(panel: UpliftPanel, name: str) -> str:
    return child(panel, QLabel, name).text().replace("\u200b", "")


def test_that_without_a_campaign_one_is_planned(panel: UpliftPanel, qtbot: QtBot):
    panel.show_campaigns(())
    assert not child(panel, QFrame, "uplift_known").isVisible()
    assert panel.campaign_id is None
    with qtbot.waitSignal(panel.plan_requested):
        qtbot.mouseClick(child(panel, QPushButton, "uplift_plan"), Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(panel.file_chosen):
        panel._on_dropped(Path("june.csv"))  # the window would import it, and here it means nothing


def test_that_the_campaign_in_view_is_told(panel: UpliftPanel, qtbot: QtBot):
    assert (panel.campaign_id, said(panel, "uplift_line")) == (3, CHOICES[0].line)
    campaigns = child(panel, QComboBox, "uplift_campaigns")
    campaigns.setFocus()
    qtbot.keyClick(campaigns, Qt.Key.Key_Down)
    assert (panel.campaign_id, said(panel, "uplift_line")) == (1, CHOICES[1].line)
    with qtbot.waitSignal(panel.file_requested):
        qtbot.mouseClick(child(panel, QPushButton, "uplift_choose"), Qt.MouseButton.LeftButton)


def test_that_an_answer_stands_in_words_with_its_figures(panel: UpliftPanel):
    panel.show_progress("Reading the file", 0.3)
    assert not child(panel, QComboBox, "uplift_campaigns").isEnabled()
    panel.show_uplift(uplift_of(MORE, FEW, absent=2))
    assert said(panel, "uplift_spending_sentence") == (
        "The contacted spent 250 more each than those held back (95% interval +100 to +400)."
    )
    assert said(panel, "uplift_spending_figures") == "Contacted (50): 1,250 · held back (30): 1,000"
    assert said(panel, "uplift_buying_sentence").startswith("Too few to tell")
    assert said(panel, "uplift_absent") == "2 customers of the campaign aren't in the file and are left out."
    picture = child(panel, IntervalPlot, "uplift_spending_interval")
    assert picture.accessibleDescription() == effect_text(MORE)
    panel.show_uplift(uplift_of(MORE))
    assert not child(panel, QLabel, "uplift_absent").isVisible()


def test_that_escape_stops_and_else_leads_back(panel: UpliftPanel, qtbot: QtBot):
    panel.show_progress("Reading the file", 0.3)
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.keyClick(child(panel, QPushButton, "uplift_cancel"), Qt.Key.Key_Escape)
    panel.show_invite()
    assert child(panel, QComboBox, "uplift_campaigns").isEnabled()
    with qtbot.waitSignal(panel.back_requested):
        qtbot.keyClick(child(panel, QPushButton, "uplift_choose"), Qt.Key.Key_Escape)


def test_that_the_column_of_spending_is_asked_for_where_it_is_not_known(panel: UpliftPanel, qtbot: QtBot):
    panel.show_failure("june.csv has no column that says what customers spent.", ("visits", "basket"))
    columns = child(panel, QComboBox, "uplift_columns")
    columns.setCurrentText("basket")
    with qtbot.waitSignal(panel.column_chosen) as wanted:
        qtbot.mouseClick(child(panel, QAbstractButton, "uplift_use"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["basket"]
    panel.show_failure("None of the campaign's customers are in june.csv.")
    assert not child(panel, QFrame, "uplift_question").isVisible()
    qtbot.mouseClick(child(panel, QAbstractButton, "uplift_again"), Qt.MouseButton.LeftButton)
    assert child(panel, QWidget, "uplift_zone").isVisible()


def test_that_nothing_is_always_in_sight_of_an_interval(qtbot: QtBot):
    plot = IntervalPlot(name="interval", says="Difference")
    qtbot.addWidget(plot)
    plot.resize(296, 78)
    # 48 pixels on each side leave 200: 0 … 400 is 2 a pixel, so 100 stands at 48 + 50.
    plot.show_interval(Interval(100, 250, 400, "+100", "+250", "+400"), says="")
    assert [plot._place(value) for value in (0, 100, 400)] == [48, 98, 248]
    plot.show_interval(Interval(-300, -200, -100, "-300", "-200", "-100"), says="")
    assert [plot._place(value) for value in (-300, 0)] == [48, 248]
    plot.show_interval(Interval(0, 0, 0, "0", "0", "0"), says="")
    assert plot._place(0) == 148
    assert not plot.grab().isNull()
