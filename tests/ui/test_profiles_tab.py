"""The Profiles tab."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from segdesk.charts.profile import ProfileSpec
from segdesk.charts.specs import TableSpec
from segdesk.ui.panels.results.profiles_tab import ProfilesTab
from segdesk.ui.plots.heatmap import Heatmap
from segdesk.ui.plots.parallel import Parallel
from segdesk.ui.plots.radar import Radars
from segdesk.ui.plots.spread import Spread
from tests.picture_examples import TABLE
from tests.ui.finding import cells, child
from tests.ui.picture_views import picture_view


@pytest.fixture
def tab(qtbot: QtBot) -> ProfilesTab:
    widget = ProfilesTab()
    qtbot.addWidget(widget)
    widget.resize(1000, 460)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def filled(tab: ProfilesTab) -> ProfilesTab:
    tab.show_view(picture_view())
    tab.show_profile(TABLE)
    return tab


def test_that_figures_are_asked_for_once_for_each_cut(qtbot: QtBot, tab: ProfilesTab):
    with qtbot.waitSignal(tab.profile_requested) as caught:
        tab.show_view(picture_view())
    assert caught.args == [2]
    assert child(tab, QLabel, "profiles_message").text() == "Describing the segments…"
    tab.show_profile(TABLE)
    assert child(tab, Heatmap).isVisible()
    with qtbot.assertNotEmitted(tab.profile_requested):
        tab.show_view(picture_view())


def test_that_figures_of_another_run_are_kept_but_not_shown(tab: ProfilesTab):
    tab.show_view(picture_view())
    tab.show_view(picture_view(run_id=8))
    tab.show_profile(TABLE)  # of run 7
    assert not child(tab, Heatmap).isVisible()
    tab.show_view(picture_view())
    assert child(tab, Heatmap).isVisible()


def test_that_figures_from_before_it_was_first_looked_at_are_asked_for_again(tab: ProfilesTab, qtbot: QtBot):
    tab.show_profile(TABLE)  # a portrait asked for it; a person may have been erased since
    with qtbot.waitSignal(tab.profile_requested):
        tab.show_view(picture_view())
    assert not child(tab, Heatmap).isVisible()


def test_that_the_three_ways_to_look_each_show_their_picture(qtbot: QtBot, filled: ProfilesTab):
    assert child(filled, Radars).isVisible()
    qtbot.mouseClick(child(filled, QPushButton, "profiles_view_parallel"), Qt.MouseButton.LeftButton)
    assert child(filled, Parallel).isVisible()
    qtbot.mouseClick(child(filled, QPushButton, "profiles_view_column"), Qt.MouseButton.LeftButton)
    assert child(filled, Spread).isVisible()
    assert child(filled, QLabel, "spread_title").text() == "annual income in each segment"


def test_that_a_heading_opens_its_column(filled: ProfilesTab):
    child(filled, Heatmap).column_chosen.emit(2)
    assert child(filled, QComboBox, "profile_column").currentText() == "tier"
    assert child(filled, Spread).isVisible()
    assert child(filled, QLabel, "profile_column_share").text().startswith("20% of its differences")


def test_that_the_columns_are_offered_most_telling_first(filled: ProfilesTab):
    box = child(filled, QComboBox, "profile_column")
    assert [box.itemText(i) for i in range(box.count())] == ["annual income", "age", "tier", "joined"]


def test_that_picking_a_segment_in_a_picture_selects_its_customers(filled: ProfilesTab):
    child(filled, Heatmap).segment_picked.emit(1)
    rows = filled.selection.rows
    assert rows is not None
    assert rows.tolist() == [False, False, False, True, True, False]
    # The line below the segments is those without one.
    child(filled, Radars).segment_picked.emit(2)
    assert filled.selection.segment == -1


def test_that_a_picture_has_its_figures_as_a_table(qtbot: QtBot, filled: ProfilesTab):
    qtbot.mouseClick(child(filled, QPushButton, "heatmap_table_toggle"), Qt.MouseButton.LeftButton)
    table = child(filled, QTableWidget, "heatmap_table")
    assert table.isVisible()
    assert cells(table)[0][1:4] == ["60", "60", "Bronze 70%"]


@pytest.mark.parametrize(("suffix", "kind"), [("png", ProfileSpec), ("pdf", ProfileSpec), ("csv", TableSpec)])
def test_that_pictures_and_figures_can_be_saved(
    qtbot: QtBot, filled: ProfilesTab, suffix: str, kind: type[ProfileSpec | TableSpec]
):
    action = filled.findChild(QAction, f"heatmap_save_{suffix}")
    assert action is not None
    with qtbot.waitSignal(filled.save_requested) as caught:
        action.trigger()
    assert isinstance(caught.args[0], kind)
    assert caught.args[1] == f".{suffix}"


def test_that_too_few_measures_are_explained(tab: ProfilesTab):
    tab.show_view(picture_view())
    tab.show_profile(replace(TABLE, columns=TABLE.columns[2:3]))
    assert child(tab, QLabel, "profiles_no_radar").isVisible()
    child(tab, QPushButton, "profiles_view_parallel").click()
    assert "Lines need two measures" in child(tab, QLabel, "profiles_message").text()


def test_that_a_run_in_which_nothing_varies_is_explained(tab: ProfilesTab):
    tab.show_view(picture_view())
    tab.show_profile(replace(TABLE, columns=()))
    assert "nothing to compare" in child(tab, QLabel, "profiles_message").text()


def test_that_the_tab_fits_the_smallest_window(filled: ProfilesTab):
    least = filled.minimumSizeHint()
    assert least.width() <= 976
    assert least.height() <= 400


def test_that_figures_that_wont_come_are_tried_again(tab: ProfilesTab, qtbot: QtBot):
    tab.show_view(picture_view())
    again = child(tab, QPushButton, "profiles_message_again")
    assert not again.isVisible()
    tab.show_failure("The disk is full.")
    assert child(tab, QLabel, "profiles_message").text() == "The disk is full."
    with qtbot.waitSignal(tab.profile_requested) as asked:
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert asked.args == [2]
    assert child(tab, QLabel, "profiles_message").text() == "Describing the segments…"
    assert not again.isVisible()
    tab.show_profile(TABLE)
    tab.show_failure("Too late.")  # they are there: nothing to complain of
    assert child(tab, Heatmap).isVisible()


def test_that_figures_are_asked_for_again_once_somebody_was_erased(filled: ProfilesTab, qtbot: QtBot):
    view = picture_view()
    with qtbot.assertNotEmitted(filled.profile_requested):
        filled.show_view(view)
    cut = replace(view.cut, sizes=(view.cut.sizes[0] - 1, *view.cut.sizes[1:]))
    fewer = replace(view, segmentation=replace(view.segmentation, cuts=(cut,)))
    with qtbot.waitSignal(filled.profile_requested):
        filled.show_view(fewer)
