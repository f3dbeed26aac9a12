"""The How many tab: four charts to choose on, the reason, the figures, and the verdict's details."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from segdesk.charts.curves import CurveSpec
from segdesk.charts.specs import TableSpec
from segdesk.model.findings import Adviser, Choice, Nearness, Reality
from segdesk.model.notes import Note
from segdesk.model.recipe import Method
from segdesk.ui.panels.results.how_many_charts import curve_of, table_of
from segdesk.ui.panels.results.how_many_tab import HowManyTab
from segdesk.ui.plots.curve import Curve
from segdesk.ui.plots.share_bars import ShareBars
from segdesk.ui.session import View
from tests.ui.finding import cells, child, text
from tests.ui.sample_findings import choice_of, reliability_of, verdict_of
from tests.ui.sample_views import view_of


def view_with(*counts: int) -> View:
    """Give a view of 40 customers that can be cut into these numbers of segments, the first in view."""
    return view_of(*((np.arange(40) % k).astype(np.int8) for k in counts))


def reason_given(choice: Choice) -> Choice:
    """Give a choice whose reason has a sentence already."""
    return replace(choice, reason=Note("verdict.means_natural"))


@pytest.fixture
def tab(qtbot: QtBot) -> HowManyTab:
    """Give a tab of a run that can be cut into two to seven, seen cut into four."""
    result = HowManyTab()
    qtbot.addWidget(result)
    result.resize(1318, 700)
    result.show()
    result.show_view(view_with(4, 2, 3, 5, 6, 7))
    result.show_choice(reason_given(choice_of()))
    return result


def curve(tab: HowManyTab, adviser: Adviser = Adviser.GAP) -> Curve:
    return child(tab, Curve, f"curve_{adviser}")


def click_dot(qtbot: QtBot, chart: Curve, position: int) -> None:
    at = chart.point_of(position)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y())))


def test_that_four_charts_say_what_they_see_and_how_far_to_trust_them(tab: HowManyTab):
    assert text(tab, "reading_gap").startswith("Says 4:")
    assert "Trust it most" in text(tab, "reading_gap")
    assert "one half of your customers" in text(tab, "reading_strength")
    assert text(tab, "reading_elbow").startswith("Sees no bend.")
    assert text(tab, "reading_silhouette").startswith("Says 4: the highest point.")
    assert all(curve(tab, adviser).isVisible() for adviser in Adviser)


def test_that_the_charts_carry_errors_the_choice_and_the_level():
    choice = choice_of(4)
    gap, strength = (curve_of(choice, adviser) for adviser in (Adviser.GAP, Adviser.STRENGTH))
    assert gap.x[0] == 1.0
    assert gap.errors[0] == 0.02
    assert gap.marked == 4.0
    assert gap.level is None
    # Tibshirani & Walther 2005: 0.8 and more is well separated.
    assert strength.level == 0.8


def test_that_exact_figures_have_no_error_bars():
    choice = choice_of()
    exact = replace(choice.vote(Adviser.SILHOUETTE), errors=(0.0,) * 9)
    assert curve_of(replace(choice, votes=(exact,)), Adviser.SILHOUETTE).errors == ()


def test_that_no_groups_are_said_as_such():
    told = curve_of(choice_of(3, gap=1), Adviser.GAP).reading
    assert told.startswith("Says: no groups.")


def test_that_the_reason_and_the_limits_stand_below(tab: HowManyTab):
    assert text(tab, "how_many_title") == "Why 4 segments"
    assert text(tab, "how_many_reason").startswith("Your customers do fall into separate groups")
    limits = text(tab, "how_many_limits")
    assert "at most 7 segments, the smallest of at least 45 customers" in limits
    assert "1,284 customers" in limits
    assert not child(tab, QLabel, "how_many_in_view").isVisible()


def test_that_a_click_on_a_dot_cuts_there(tab: HowManyTab, qtbot: QtBot):
    # The gap's dots are 1, 2, 3 …: position 4 is five segments.
    qtbot.waitUntil(lambda: curve(tab).width() > 200)
    with qtbot.waitSignal(tab.cut_chosen) as chosen:
        click_dot(qtbot, curve(tab), 4)
    assert chosen.args == [5]


@pytest.mark.parametrize("position", [0, 3, 8])
def test_that_numbers_without_a_cut_and_the_one_in_view_cannot_be_chosen(
    tab: HowManyTab, qtbot: QtBot, position: int
):
    # One segment and nine aren't cuts of this run; four is in view already.
    qtbot.waitUntil(lambda: curve(tab).width() > 200)
    with qtbot.assertNotEmitted(tab.cut_chosen):
        click_dot(qtbot, curve(tab), position)


def test_that_arrow_keys_and_enter_cut(tab: HowManyTab, qtbot: QtBot):
    chart = curve(tab, Adviser.SILHOUETTE)
    chart.setFocus()
    # The first key points at the choice, the second at the next number, five.
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    with qtbot.waitSignal(tab.cut_chosen) as chosen:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [5]


def test_that_another_cut_in_view_is_said(tab: HowManyTab):
    view = view_with(4, 2, 3, 5)
    tab.show_view(replace(view, segments=5))
    assert text(tab, "how_many_in_view") == "You are looking at 5 segments."
    assert text(tab, "how_many_title") == "Why 4 segments"


def test_that_the_table_holds_all_figures_and_cuts(tab: HowManyTab, qtbot: QtBot):
    table = child(tab, QTableWidget, "how_many_figures")
    rows = cells(table)
    assert rows[0] == ["1", "0.21", "1.00", "9,000", "–"]
    assert rows[3] == ["4", "0.71", "0.86", "2,900", "0.53"]
    assert table.currentRow() == 3
    with qtbot.waitSignal(tab.cut_chosen) as chosen:
        table.setCurrentCell(4, 0)
    assert chosen.args == [5]
    grey = table.item(8, 0)  # nine segments aren't a cut of this run
    assert grey is not None
    assert not grey.flags() & Qt.ItemFlag.ItemIsEnabled


def test_that_charts_and_figures_are_saved(tab: HowManyTab, qtbot: QtBot):
    saved: list[tuple[object, str]] = []
    tab.save_requested.connect(lambda spec, suffix: saved.append((spec, suffix)))
    for kind in ("png", "svg", "csv"):
        action = child(tab, QPushButton, "save_gap").menu().findChild(QAction, f"save_gap_{kind}")
        assert action is not None
        action.trigger()
    assert [suffix for _, suffix in saved] == [".png", ".svg", ".csv"]
    assert isinstance(saved[0][0], CurveSpec)
    assert isinstance(saved[2][0], TableSpec)
    # A gap in a curve is an empty cell, not the word nan.
    assert table_of(choice_of()).rows[9] == (10, 0.62, 0.37, 2000.0, "")


def test_that_charts_stand_two_by_two_in_a_narrow_window(tab: HowManyTab, qtbot: QtBot):
    def tops() -> list[int]:
        return [child(tab, QFrame, f"adviser_{adviser}").y() for adviser in Adviser]

    qtbot.waitUntil(lambda: len(set(tops())) == 1)
    tab.resize(976, 500)
    qtbot.waitUntil(lambda: len(set(tops())) == 2)


def test_that_asking_shows_progress_and_can_be_cancelled(tab: HowManyTab, qtbot: QtBot):
    tab.show_choice(None)
    assert "hasn't been looked at" in text(tab, "how_many_status")
    assert not curve(tab).isVisible()
    with qtbot.waitSignal(tab.choice_requested):
        qtbot.mouseClick(child(tab, QPushButton, "how_many_ask"), Qt.MouseButton.LeftButton)
    tab.show_pending("Looking how many segments there are", 0.25)
    assert text(tab, "how_many_status") == "Looking how many segments there are"
    assert child(tab, QProgressBar, "how_many_progress").value() == 250
    assert not child(tab, QPushButton, "how_many_ask").isVisible()
    with qtbot.waitSignal(tab.cancel_requested):
        qtbot.mouseClick(child(tab, QPushButton, "how_many_cancel"), Qt.MouseButton.LeftButton)
    tab.show_failure("It was cancelled.")
    assert text(tab, "how_many_status") == "It was cancelled."
    assert child(tab, QPushButton, "how_many_ask").text() == "Try again"


def test_that_a_density_method_is_said_to_find_the_number_itself(
    tab: HowManyTab, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("segdesk.words.wording.method_term", lambda method: method.upper())
    view = view_with(4)
    recipe = replace(view.run.recipe, method=Method.HDBSCAN)
    cut = replace(view.cut, outliers=312)
    view = replace(
        view,
        run=replace(view.run, recipe=recipe),
        segmentation=replace(view.segmentation, cuts=(cut,)),
    )
    tab.show_view(view)
    told = text(tab, "how_many_itself")
    assert told.startswith("HDBSCAN finds the number of segments by itself")
    assert "It found 4 segments and left 312 customers without one." in told
    assert not curve(tab).isVisible()
    assert not child(tab, QLabel, "how_many_status").isVisible()


def test_that_the_details_show_tests_repeats_and_columns(tab: HowManyTab):
    details = child(tab, QFrame, "verdict_details")
    assert not details.isVisible()
    tab.show_verdict(verdict_of(Reality.NATURAL, 0.002))
    assert details.isVisible()
    assert text(details, "verdict_test_dip") == "p = 0.031"
    assert text(details, "verdict_test_silhouette") == "p = 0.002"
    assert text(details, "verdict_test_gap") == "4"
    # The view's silhouette is 0.53, chance's 0.22.
    assert text(details, "verdict_silhouette_row") == "0.53, 0.22 by chance: +0.31 above chance"
    assert text(details, "verdict_repeats_row") == "–"
    tab.show_reliability(reliability_of([0.91, 0.88, 0.8, 0.69], dominance=(("City", 0.71), ("age", 0.1))))
    table = child(details, QTableWidget, "verdict_stability")
    assert [row[1:] for row in cells(table)] == [
        ["Solid", "0.91"],
        ["Solid", "0.88"],
        ["Usable", "0.80"],
        ["Fuzzy", "0.69"],
    ]
    assert text(details, "verdict_repeats_row") == "100"
    assert "One column decides nearly everything" in text(details, "verdict_columns_line")
    bars = child(details, ShareBars, "verdict_columns")
    assert bars.accessibleDescription() == "City: 71% change segment; age: 10% change segment"


def test_that_another_cuts_repeats_are_not_shown(tab: HowManyTab):
    tab.show_verdict(verdict_of())
    tab.show_reliability(reliability_of([0.9, 0.9]))
    assert not child(tab, QTableWidget, "verdict_stability").isVisible()
    tab.show_verdict(None)
    assert not child(tab, QFrame, "verdict_details").isVisible()


def test_that_the_details_come_into_sight(tab: HowManyTab, qtbot: QtBot):
    tab.resize(1318, 400)
    tab.show_verdict(verdict_of())
    tab.show_details()
    details = child(tab, QFrame, "verdict_details")
    qtbot.waitUntil(lambda: 0 < details.mapTo(tab, QPoint(0, 0)).y() + 60 < 400)


def test_that_the_distance_that_tells_crowds_apart_is_shown_where_one_is_used(tab: HowManyTab):
    assert not child(tab, QFrame, "nearness_card").isVisible()
    tab.show_nearness(Nearness(5, (0.25, 0.5, 0.75, 1.0), (0.2, 0.3, 0.5, 4.0), 0.5))
    assert child(tab, QFrame, "nearness_card").isVisible()
    assert "within 0.50 of each other" in text(tab, "reading_nearness")
    assert "75% have enough neighbours" in text(tab, "reading_nearness")
    tab.show_nearness(None)
    assert not child(tab, QFrame, "nearness_card").isVisible()
