from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.roles import ColumnRole
from segdesk.ui.panels.results_menus import EXPORTS
from segdesk.ui.panels.results_panel import TABS, ResultsPanel
from segdesk.ui.session import View
from segdesk.ui.widgets.motion import FadeStack, set_reduced_motion
from tests.ui.sample_views import COLUMNS, FakeReader, view_of

THREE = (0, 0, 0, 0, 0, 1, 1, 2)
TWO = (0, 0, 0, 0, 0, 1, 1, 1)


class _ChartTab(QWidget):
    """Stands in for a tab with charts: notes the views it is shown."""

    cut_chosen = Signal(int)
    keep_requested = Signal()
    save_requested = Signal(object, str)

    def __init__(self, describe_rows: object = None) -> None:
        super().__init__()
        self.setObjectName("chart_tab")
        self.describe_rows = describe_rows
        self.views: list[View] = []

    def show_view(self, view: View) -> None:
        """Note a view."""
        self.views.append(view)


@pytest.fixture
def _chart_tabs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put stand-ins where the panel imports the tabs with charts from."""
    for name, tab in (("dendrogram_tab", "DendrogramTab"), ("distribution_tab", "DistributionTab")):
        module = ModuleType(name)
        setattr(module, tab, _ChartTab)
        monkeypatch.setitem(sys.modules, f"segdesk.ui.panels.results.{name}", module)


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot, _chart_tabs: None) -> Iterator[ResultsPanel]:
    """Give an empty panel on screen, without motion."""
    set_reduced_motion(qapp, True)
    reader = FakeReader()
    result = ResultsPanel(reader)
    qtbot.addWidget(result)
    result.resize(1366, 640)
    result.show()
    yield result
    set_reduced_motion(qapp, False)
    reader.close()


@pytest.fixture
def view() -> View:
    """Give eight customers in three segments, or two."""
    return view_of(THREE, TWO)


def child(panel: QWidget, name: str) -> QWidget:
    """Give a widget by its name."""
    found = panel.findChild(QWidget, name)
    assert found is not None
    return found


def chart_tab(panel: QWidget) -> _ChartTab:
    """Give the stand-in that was built."""
    found = panel.findChild(_ChartTab, "chart_tab")
    assert found is not None
    return found


def words(panel: QWidget, name: str) -> str:
    """Give what a label says."""
    found = panel.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_that_tabs_are_made_ahead_one_at_a_time_and_show_the_view_when_chosen(
    panel: ResultsPanel, view: View
):
    stack = panel.findChild(FadeStack)
    assert stack is not None
    made = [stack.count() for _ in TABS if panel.make_page()]
    assert made == list(range(1, len(TABS) + 1))
    assert not panel.make_page()
    panel.show_view(view, COLUMNS)
    for key in TABS:
        panel.show_tab(key)
    assert stack.count() == len(TABS)  # those that were made are shown


def test_that_the_header_says_what_was_run(panel: ResultsPanel, view: View):
    panel.show_view(view, COLUMNS)
    assert words(panel, "results_title") == "supermarket_customers.csv"
    assert words(panel, "run_line").startswith("Balanced groups (Ward) · 3 segments · ")


def test_that_a_long_name_is_cut_short_and_told_in_full(panel: ResultsPanel, view: View):
    name = "customers " * 40
    panel.show_view(replace(view, run=replace(view.run, dataset_name=name)), COLUMNS)
    assert "…" in words(panel, "results_title")
    assert child(panel, "results_title").toolTip() == name


def test_that_another_cut_is_a_view_until_it_is_kept(panel: ResultsPanel, view: View, qtbot: QtBot):
    panel.show_view(view, COLUMNS)
    assert not child(panel, "view_only").isVisible()
    assert not child(panel, "keep_view").isVisible()
    panel.show_view(replace(view, segments=2), COLUMNS)
    assert child(panel, "view_only").isVisible()
    with qtbot.waitSignal(panel.keep_requested):
        qtbot.mouseClick(child(panel, "keep_view"), Qt.MouseButton.LeftButton)


def test_that_the_tree_keeps_its_own_button_only(panel: ResultsPanel, view: View):
    panel.show_view(replace(view, segments=2), COLUMNS)
    panel.show_tab("dendrogram")
    assert not child(panel, "keep_view").isVisible()
    assert child(panel, "view_only").isVisible()
    panel.show_tab("overview")
    assert child(panel, "keep_view").isVisible()


def test_that_hidden_tabs_follow_when_they_are_shown(panel: ResultsPanel, view: View):
    panel.show_view(view, COLUMNS)
    panel.show_tab("dendrogram")
    tree = chart_tab(panel)
    assert tree.views == [view]
    panel.show_tab("overview")
    two = replace(view, segments=2)
    panel.show_view(view, COLUMNS)
    panel.show_view(two, COLUMNS)
    assert tree.views == [view]
    panel.show_tab("dendrogram")
    assert tree.views == [view, two]
    panel.show_tab("customers")
    panel.show_tab("dendrogram")
    assert tree.views == [view, two]


def test_that_the_tab_in_front_follows_at_once(panel: ResultsPanel, view: View):
    panel.show_view(view, COLUMNS)
    panel.show_view(replace(view, segments=2), COLUMNS)
    assert words(panel, "segments_figure") == "2"


def test_that_tabs_are_built_when_they_are_first_shown(panel: ResultsPanel, view: View):
    panel.show_view(view, COLUMNS)
    assert panel.findChild(_ChartTab) is None
    assert panel.findChild(QWidget, "customers_tab") is None
    panel.show_tab("distribution")
    assert chart_tab(panel).isVisible()


def test_that_a_segments_card_opens_its_customers(panel: ResultsPanel, view: View, qtbot: QtBot):
    panel.show_view(view, COLUMNS)
    qtbot.mouseClick(child(panel, "segment_card_1"), Qt.MouseButton.LeftButton)
    assert child(panel, "customers_tab").isVisible()
    assert words(panel, "customers_count") == "2 of 8 customers"


def test_that_what_a_tab_asks_for_is_passed_on(panel: ResultsPanel, view: View, qtbot: QtBot):
    panel.show_view(view, COLUMNS)
    panel.show_tab("dendrogram")
    with qtbot.waitSignal(panel.cut_chosen) as cut:
        chart_tab(panel).cut_chosen.emit(2)
    assert cut.args == [2]
    with qtbot.waitSignal(panel.save_requested) as save:
        chart_tab(panel).save_requested.emit("spec", ".png")
    assert save.args == ["spec", ".png"]
    with qtbot.waitSignal(panel.keep_requested):
        chart_tab(panel).keep_requested.emit()


@pytest.mark.parametrize("kind", EXPORTS)
def test_that_the_export_menu_says_what_is_wanted(panel: ResultsPanel, qtbot: QtBot, kind: str):
    action = panel.findChild(QAction, f"export_{kind}")
    assert action is not None
    with qtbot.waitSignal(panel.export_requested) as wanted:
        action.trigger()
    assert wanted.args == [kind]


def test_that_customers_are_named_by_the_identifier_or_else_by_row(panel: ResultsPanel, view: View):
    panel.show_view(view, COLUMNS)
    # The made-up reader numbers customers from 1001; people count rows from 1.
    assert list(panel.describe_rows([0, 16])) == ["1001", "1017"]
    panel.show_view(view, tuple(c for c in COLUMNS if c.role is not ColumnRole.IDENTIFIER))
    assert list(panel.describe_rows([0, 1233])) == ["row 1", "row 1234"]


def test_that_everything_fits_the_smallest_window_with_longer_text(panel: ResultsPanel, view: View):
    panel.show_view(replace(view, segments=2), COLUMNS)
    for button in panel.findChildren(QPushButton):
        button.setText(button.text() + "x" * (len(button.text()) * 4 // 10))
    assert panel.minimumSizeHint().width() <= 1024
    assert panel.minimumSizeHint().height() <= 560
