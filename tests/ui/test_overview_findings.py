"""What the Overview says once a view's verdict and reliability are known, and of those without a segment."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.findings import Reality
from segdesk.text import t
from segdesk.ui.panels.results.overview_tab import OverviewTab
from segdesk.ui.session import View
from tests.ui.finding import child
from tests.ui.sample_findings import reliability_of, verdict_of
from tests.ui.sample_views import quality, view_of

# Eight customers in three segments; then two of them without one.
THREE = (0, 0, 0, 0, 0, 1, 1, 2)
WITH_OUTLIERS = (0, 0, 0, -1, -1, 1, 1, 2)


def view_with_outliers() -> View:
    """Give a density method's view: segments of 3, 2 and 1 customers, and two customers in none."""
    view = view_of(THREE)
    cut = replace(view.cut, sizes=(3, 2, 1), outliers=2)
    labels = np.array([WITH_OUTLIERS], np.int8)
    return replace(view, segmentation=replace(view.segmentation, cuts=(cut,), labels=labels))


@pytest.fixture
def tab(qtbot: QtBot) -> OverviewTab:
    result = OverviewTab()
    qtbot.addWidget(result)
    result.resize(1318, 520)
    result.show()
    return result


def label(tab: QWidget, name: str) -> QLabel:
    return child(tab, QLabel, name)


def test_that_each_card_says_whether_its_segment_would_come_back(tab: OverviewTab):
    tab.show_view(view_of(THREE))
    assert not label(tab, "segment_reliability_0").isVisible()
    tab.show_reliability(reliability_of([0.91, 0.8, 0.3]))
    assert [label(tab, f"segment_reliability_{i}").text() for i in range(3)] == [
        "Solid",
        "Usable",
        "Don't act on it",
    ]
    card = child(tab, QAbstractButton, "segment_card_2")
    assert "Don't act on it" in card.accessibleDescription()
    assert "0.30" in label(card, "segment_reliability_2").toolTip()
    tab.show_reliability(None)
    assert not label(tab, "segment_reliability_0").isVisible()
    assert "Don't act" not in card.accessibleDescription()


def test_that_another_cuts_reliability_is_not_shown(tab: OverviewTab):
    tab.show_view(view_of(THREE))
    tab.show_reliability(reliability_of([0.9, 0.9]))
    assert not label(tab, "segment_reliability_0").isVisible()


def test_that_the_reliability_may_come_before_the_view(tab: OverviewTab):
    tab.show_reliability(reliability_of([0.91, 0.8, 0.3]))
    tab.show_view(view_of(THREE))
    assert label(tab, "segment_reliability_1").text() == "Usable"


def test_that_the_silhouette_says_how_far_it_is_above_chance(tab: OverviewTab):
    # Three segments: 0.53 against 0.25 by chance.
    tab.show_view(view_of(THREE, made=quality(0.53)))
    assert not label(tab, "silhouette_above").isVisible()
    tab.show_verdict(verdict_of(Reality.NATURAL, segments=(2, 3), chance=(0.3, 0.25)))
    assert label(tab, "silhouette_above").text() == "· +0.28 above chance"
    tab.show_verdict(verdict_of(segments=(2,), chance=(0.3,)))
    assert not label(tab, "silhouette_above").isVisible()


def test_that_customers_without_a_segment_are_counted_and_have_a_card(tab: OverviewTab, qtbot: QtBot):
    tab.show_view(view_with_outliers())
    assert label(tab, "customers_figure").text() == "8"
    # 2 of 8.
    assert label(tab, "customers_detail").text() == "2 have no segment (25%)"
    card = child(tab, QAbstractButton, "segment_card_none")
    assert card.isVisible()
    assert card.accessibleName() == "No segment"
    assert "2 customers · 25%" in card.accessibleDescription()
    qtbot.waitUntil(lambda: card.y() > child(tab, QAbstractButton, "segment_card_0").y())
    with qtbot.waitSignal(tab.segment_opened) as opened:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert opened.args == [-1]


def test_that_a_view_without_outliers_has_no_such_card(tab: OverviewTab):
    tab.show_view(view_with_outliers())
    tab.show_view(view_of(THREE))
    assert not child(tab, QAbstractButton, "segment_card_none").isVisible()
    assert label(tab, "customers_detail").text() == "each in one segment"


def test_that_the_silhouette_says_its_scale_where_the_verdict_speaks(tab: OverviewTab):
    tab.show_view(view_of(THREE))
    band = label(tab, "silhouette_meaning").text()
    tab.show_verdict(verdict_of(Reality.NATURAL))
    assert label(tab, "silhouette_meaning").text() == t("overview.silhouette_scale")
    tab.show_verdict(None)
    assert label(tab, "silhouette_meaning").text() == band
