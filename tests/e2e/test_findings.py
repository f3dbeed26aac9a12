"""Whether segments hold, how many there are and how methods compare: asked and answered by click and key."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView, QWidget

from segdesk.model.recipe import Method
from segdesk.store import findings
from segdesk.store.db import opened
from segdesk.ui import insights
from segdesk.ui.panels.results_panel import TABS, ResultsPanel
from segdesk.words import findings_wording
from tests.e2e.conftest import PATIENCE_MS, Desk, text

pytestmark = pytest.mark.xdist_group("findings")  # each keeps two processes busy


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    """Three kinds of customers that nobody could mistake for each other."""
    rng = np.random.default_rng(5)
    centres = np.repeat([[20, 200, 3], [45, 900, 12], [70, 300, 25]], 60, axis=0)
    values = centres + rng.normal(0, [2, 30, 1], (180, 3))
    lines = [f"c{i:03},{a:.1f},{s:.0f},{v:.1f}" for i, (a, s, v) in enumerate(values)]
    path = tmp_path / "customers.csv"
    path.write_text("customer,age,spend,visits\n" + "\n".join(lines) + "\n")
    return path


@pytest.fixture
def found(desk: Desk, customers: Path) -> Desk:
    """A SegDesk that has found segments."""
    desk.find_segments(customers)
    return desk


def until_studied(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: desk.app.insights.is_idle, timeout=PATIENCE_MS)


class Flashes(QObject):
    """Notes widgets that are shown before they have a place: each is a window of its own for a moment."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            is_other = watched.windowType() is Qt.WindowType.Window and watched is not self._window
            if watched.isWindow() and is_other:
                self.names.append(watched.objectName())
        return False


def test_that_no_other_window_flashes_on_the_way(desk: Desk, customers: Path, qapp: QApplication) -> None:
    flashes = Flashes(desk.window)
    qapp.installEventFilter(flashes)
    desk.drop(customers)
    desk.until_shown("columns")
    desk.click("tab_quality")
    desk.key(Qt.Key.Key_R, control=True)
    desk.until_shown("results")
    for tab in TABS:
        desk.click(f"tab_{tab}")
    desk.click("compare")
    desk.window.show_panel("pair")
    until_studied(desk)
    qapp.removeEventFilter(flashes)
    assert flashes.names == []


def test_that_the_verdict_comes_by_itself_and_is_kept(found: Desk) -> None:
    view = found.app.session.view
    assert view is not None
    assert view.segments == 3
    until_studied(found)
    assert text(found, "real_title") == "Natural groups"
    assert text(found, "back_title") == "All solid"
    with opened(found.paths.database, "read") as connection:
        kept = findings.reliability(connection, view.run.id, 3)
        verdict = findings.verdict(connection, view.run.id)
    assert verdict is not None
    assert kept is not None
    assert min(kept.jaccard) > 0.85


def test_that_findings_of_very_many_customers_come_later_and_are_of_their_cut(
    found: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    until_studied(found)
    monkeypatch.setattr(insights, "AT_ONCE_ROWS", 0)
    found.app.session.cut(4, {})
    assert text(found, "real_title") == "Natural groups"  # of every cut
    assert text(found, "back_title") != "All solid"  # that was the other cut
    until_studied(found)
    view = found.app.session.view
    assert view is not None
    with opened(found.paths.database, "read") as connection:
        kept = findings.reliability(connection, view.run.id, 4)
    assert kept is not None
    assert text(found, "back_title") == findings_wording.stability_title(kept.words)
    found.app.session.cut(3, {})
    found.qtbot.waitUntil(lambda: text(found, "back_title") == "All solid")


def test_that_a_check_that_is_stopped_can_be_asked_for_again(found: Desk) -> None:
    found.click("verdict_cancel")
    until_studied(found)
    found.click("verdict_again")
    until_studied(found)
    assert text(found, "back_title") == "All solid"


def test_that_any_number_can_be_chosen_from_the_advisers_charts(found: Desk) -> None:
    until_studied(found)
    found.click("tab_how_many")
    chart = found.find("curve_gap")
    chart.setFocus()
    found.qtbot.keyClick(chart, Qt.Key.Key_Right)  # to the number in view, and on
    found.qtbot.keyClick(chart, Qt.Key.Key_Right)
    found.qtbot.keyClick(chart, Qt.Key.Key_Return)
    view = found.app.session.view
    assert view is not None
    assert view.segments == 4
    assert not view.is_kept


def test_that_two_methods_can_be_compared_and_one_used(found: Desk) -> None:
    found.click("compare")
    found.until_shown("compare")
    found.click("compare_start")
    until_studied(found)
    table = found.find("compare_table")
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == len(Method)
    for row in (0, 4):
        table.setCurrentIndex(table.model().index(row, 0))
        found.qtbot.keyClick(table, Qt.Key.Key_Space)
    found.click("put_side_by_side")
    found.until_shown("pair")
    found.click("pair_back")
    found.until_shown("compare")
    found.click("use_recommended")
    found.until_shown("results")
    found.until_idle()
    view = found.app.session.view
    assert view is not None
    assert view.segments == 3


def test_that_who_is_picked_out_on_the_map_is_picked_out_in_the_table(found: Desk) -> None:
    view = found.app.session.view
    assert view is not None
    found.click("tab_map")
    results = found.window.panel("results")
    assert isinstance(results, ResultsPanel)
    selection = results.selection
    selection.pick(view.labels == 1, source="map")
    found.click("tab_customers")
    table = found.find("customers_table")
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == 60
    found.qtbot.keyClick(results, Qt.Key.Key_Escape)
    assert selection.count == 0


def test_that_a_density_method_leaves_customers_without_a_segment(found: Desk, customers: Path) -> None:
    found.key(Qt.Key.Key_2, control=True)
    found.until_shown("configure")
    found.click("family_density")
    found.click("method_hdbscan")
    found.click("find_segments")
    found.until_idle()
    found.until_shown("results")
    view = found.app.session.view
    assert view is not None
    assert view.run.recipe.method is Method.HDBSCAN
    assert view.segments == 3
    assert view.cut.outliers == int((view.labels == -1).sum())
    tree = found.window.findChild(QAbstractButton, "tab_dendrogram")
    assert tree is not None
    assert not tree.isVisible()


def test_that_the_quality_of_the_columns_is_looked_up(desk: Desk, customers: Path) -> None:
    desk.drop(customers)
    desk.until_shown("columns")
    desk.click("tab_quality")
    until_studied(desk)
    table = desk.find("quality_table")
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == 4
