from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableWidget, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from segdesk.charts.dendrogram import grow_tree
from segdesk.charts.specs import DendrogramSpec
from segdesk.ui import theme
from segdesk.ui.panels.results.dendrogram_tab import DendrogramTab
from segdesk.ui.plots.dendrogram import DendrogramPlot
from tests.ui.finding import button, cells, child
from tests.ui.tree_views import LINKAGE, tree_view


def customers(rows: Sequence[int]) -> list[str]:
    return [f"customer {1001 + row}" for row in rows]


@pytest.fixture
def tab(qapp: QApplication, qtbot: QtBot) -> DendrogramTab:
    theme.apply_theme(qapp, theme.load_theme("dark"))
    widget = DendrogramTab(customers)
    qtbot.addWidget(widget)
    widget.resize(1000, 460)
    widget.show_view(tree_view(4))
    widget.cut_chosen.connect(lambda segments: widget.show_view(tree_view(segments)))
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def table(tab: DendrogramTab, name: str) -> list[list[str]]:
    return cells(child(tab, QTableWidget, name))


def test_that_every_cut_is_listed_with_silhouette_and_smallest_segment(tab: DendrogramTab):
    # Sizes by hand from tree_views.LABELS: 4+1, 2+2+1, 2+1+1+1, five of 1.
    assert table(tab, "dendrogram_cuts") == [
        ["2", "0.20", "1"],
        ["3", "0.30", "1"],
        ["4", "0.40", "1"],
        ["5", "0.50", "1"],
    ]
    assert child(tab, QTableWidget, "dendrogram_cuts").currentRow() == 2


def test_that_the_segments_are_listed_largest_first(tab: DendrogramTab):
    assert [size for _, size in table(tab, "dendrogram_segments")] == ["2", "1", "1", "1"]


def test_that_a_row_of_the_table_chooses_its_cut_by_click_and_by_key(qtbot: QtBot, tab: DendrogramTab):
    heard: list[int] = []
    tab.cut_chosen.connect(heard.append)
    cuts = child(tab, QTableWidget, "dendrogram_cuts")
    place = cuts.visualRect(cuts.model().index(0, 1)).center()
    qtbot.mouseClick(cuts.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(cuts, Qt.Key.Key_Down)
    assert heard == [2, 3]
    assert len(table(tab, "dendrogram_segments")) == 3


def test_that_only_another_cut_can_be_kept_or_left(qtbot: QtBot, tab: DendrogramTab):
    with qtbot.waitSignal(tab.keep_requested):
        qtbot.mouseClick(button(tab, "keep_cut"), Qt.MouseButton.LeftButton)
    assert button(tab, "back_to_run").text() == "Back to 3"
    qtbot.mouseClick(button(tab, "back_to_run"), Qt.MouseButton.LeftButton)
    assert not button(tab, "keep_cut").isEnabled()
    assert not button(tab, "back_to_run").isEnabled()


def test_that_keys_on_the_tree_change_the_whole_tab(qtbot: QtBot, tab: DendrogramTab):
    plot = child(tab, DendrogramPlot, "dendrogram_plot")
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    assert len(table(tab, "dendrogram_segments")) == 5
    assert "Cut into 5 segments" in plot.accessibleDescription()


def test_that_a_branch_names_its_customers(qtbot: QtBot, tab: DendrogramTab):
    plot = child(tab, DendrogramPlot, "dendrogram_plot")
    tree = grow_tree(LINKAGE)
    # Four segments: customers 2 and 3 are the largest one, 0 and 1 one each.
    for node, first, last in (
        (6, "2 customers", "Such as customer 1003, customer 1004"),
        (5, "2 customers", ""),
    ):
        place = plot.node_point(tree.ids.index(node)).toPoint()
        qtbot.mouseMove(plot.viewport(), place - QPoint(4, 0))
        lines = QToolTip.text().splitlines()
        assert lines[0] == first
        assert lines[-1].endswith(last)
    assert lines[1].startswith("Joins 2 segments")


def test_that_a_leaf_of_one_is_named_and_not_counted(qtbot: QtBot, tab: DendrogramTab):
    plot = child(tab, DendrogramPlot, "dendrogram_plot")
    place = plot.node_point(grow_tree(LINKAGE).ids.index(4)).toPoint()
    qtbot.mouseMove(plot.viewport(), place - QPoint(0, 10))
    assert QToolTip.text().splitlines()[0] == "customer 1005"


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_that_the_tree_in_view_is_what_is_saved(qtbot: QtBot, tab: DendrogramTab, kind: str):
    with qtbot.waitSignal(tab.save_requested) as caught:
        qtbot.mouseClick(button(tab, f"save_tree_{kind}"), Qt.MouseButton.LeftButton)
    spec, suffix = caught.args
    assert suffix == f".{kind}"
    assert isinstance(spec, DendrogramSpec)
    # Four segments are cut between the joins at heights 1 and 2.
    assert (spec.cut, spec.cut_label, len(spec.parts)) == (1.5, "4 segments", 4)
    assert sorted(spec.leaves) == customers(range(5))


def test_that_the_caption_says_how_much_is_shown(tab: DendrogramTab):
    caption = child(tab, QLabel, "dendrogram_caption").text()
    assert caption == "All 4 joins of 5 customers. Hover a branch to see who is in it."


def test_that_the_tree_waits_until_it_is_seen(qapp: QApplication, qtbot: QtBot):
    hidden = DendrogramTab()
    qtbot.addWidget(hidden)
    hidden.show_view(tree_view(2))
    assert hidden.findChild(QWidget, "dendrogram_plot") is None
    assert len(table(hidden, "dendrogram_segments")) == 2
