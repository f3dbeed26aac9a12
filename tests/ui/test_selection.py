"""Customers picked out anywhere are picked out everywhere."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from segdesk.ui.panels.results.selection_pill import SelectionPill
from segdesk.ui.selection import Selection

LABELS = np.array([0, 0, 1, -1], np.int8)


@pytest.fixture
def selection(qtbot: QtBot) -> Selection:
    result = Selection()
    result.follow(1, run_id=7, segments=2)
    return result


def test_that_a_segment_is_picked_and_let_go_by_the_same_act(selection: Selection):
    selection.pick_segment(LABELS, 0, source="map")
    assert (selection.count, selection.segment) == (2, 0)
    selection.pick_segment(LABELS, 0, source="profiles")
    assert (selection.count, selection.segment, selection.rows) == (0, None, None)


def test_that_customers_without_a_segment_can_be_picked(selection: Selection):
    selection.pick_segment(LABELS, -1, source="map")
    assert selection.rows is not None
    assert selection.rows.tolist() == [False, False, False, True]


def test_that_an_empty_lasso_picks_nobody(qtbot: QtBot, selection: Selection):
    with qtbot.waitSignal(selection.changed):
        selection.pick(np.zeros(4, bool), source="map")
    assert selection.rows is None


def test_that_another_cut_keeps_customers_but_no_segment(selection: Selection):
    selection.pick(LABELS == 1, source="map")
    selection.follow(1, run_id=7, segments=3)
    assert selection.count == 1
    selection.pick_segment(LABELS, 1, source="map")
    selection.follow(1, run_id=7, segments=2)
    assert selection.count == 0


def test_that_another_dataset_keeps_nobody(selection: Selection):
    selection.pick(LABELS == 1, source="map")
    selection.follow(2, run_id=9, segments=2)
    assert selection.count == 0


def test_that_the_pill_counts_and_clears(qtbot: QtBot, selection: Selection):
    pill = SelectionPill(selection, name="pill")
    qtbot.addWidget(pill)
    assert pill.isHidden()
    selection.pick(LABELS == 0, source="map")
    assert not pill.isHidden()
    assert pill.text() == "2 customers picked out"
    pill.click()
    assert selection.count == 0
    assert pill.isHidden()
