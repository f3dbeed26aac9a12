"""The comparison of methods: rows that come in, the best marked, one used, two side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.methods import METHODS
from segdesk.model.notes import Note
from segdesk.model.recipe import Method
from segdesk.text import t
from segdesk.ui.panels.compare_agreement import likeness
from segdesk.ui.panels.compare_figures import FIGURES, ratio_text, seconds_text
from segdesk.ui.panels.compare_model import FIRST_FIGURE, METHOD_COLUMN, USE_COLUMN
from segdesk.ui.panels.compare_panel import ComparePanel
from segdesk.ui.panels.compare_table import CompareTable
from segdesk.ui.plots.heat_table import HeatTable
from segdesk.words import wording
from tests.ui.finding import cells, child
from tests.ui.sample_comparisons import FIGURES as GIVEN
from tests.ui.sample_comparisons import all_failed, comparison, contender

LEFT = Qt.MouseButton.LeftButton
KEYS = [figure.key for figure in FIGURES]


@pytest.fixture
def panel(qtbot: QtBot) -> ComparePanel:
    made = ComparePanel()
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    return made


def table(panel: ComparePanel) -> CompareTable:
    return child(panel, CompareTable, "compare_table")


def cell(panel: ComparePanel, method: Method, key: str = "") -> QModelIndex:
    view = table(panel)
    row = [row.method for row in view._model.rows].index(method)
    return view.model().index(row, FIRST_FIGURE + KEYS.index(key) if key else METHOD_COLUMN)


def methods(panel: ComparePanel) -> list[Method]:
    return [row.method for row in table(panel)._model.rows]


def bests(panel: ComparePanel, key: str) -> set[Method]:
    model = table(panel)._model
    return {each.method for each in METHODS if model.is_best(cell(panel, each.method, key))}


def go_to(panel: ComparePanel, method: Method) -> CompareTable:
    view = table(panel)
    view.setCurrentIndex(cell(panel, method))
    return view


def test_that_without_a_comparison_one_is_offered(panel: ComparePanel, qtbot: QtBot):
    with qtbot.waitSignal(panel.compare_requested):
        qtbot.mouseClick(child(panel, QPushButton, "compare_start"), LEFT)


def test_that_methods_come_in_one_by_one(panel: ComparePanel, qtbot: QtBot):
    panel.show_running()
    assert methods(panel) == [each.method for each in METHODS]
    assert cell(panel, Method.KMEANS, "segments").data() == t("compare_panel.pending")
    panel.add_contender(contender(Method.KMEANS))
    # 1 of 9 methods: 0.111 of 1,000 steps.
    assert child(panel, QProgressBar, "compare_bar").value() == 111
    assert child(panel, QLabel, "compare_stage").text() == "Comparing 1 of 9 methods"
    shown = [cell(panel, Method.KMEANS, key).data() for key in KEYS]
    assert shown == ["4", "0.54", "0.93", "0.69", "1,903", "0%", "2.1 : 1", "0.3 s"]
    assert cell(panel, Method.WARD, "segments").data() == t("compare_panel.pending")
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.mouseClick(child(panel, QPushButton, "compare_cancel"), LEFT)


def test_that_escape_cancels_as_long_as_methods_come_in(panel: ComparePanel, qtbot: QtBot):
    panel.show_running()
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.keyClick(table(panel), Qt.Key.Key_Escape)
    panel.show_comparison(comparison())
    with qtbot.assertNotEmitted(panel.cancel_requested):
        qtbot.keyClick(table(panel), Qt.Key.Key_Escape)


def test_that_progress_never_goes_back_when_a_method_comes_in(panel: ComparePanel):
    panel.show_running()
    panel.show_progress("…", 0.5)
    panel.add_contender(contender(Method.WARD))
    assert child(panel, QProgressBar, "compare_bar").value() == 500


def test_that_a_failed_method_says_why_in_place_of_its_figures(panel: ComparePanel, qtbot: QtBot):
    panel.show_comparison(comparison())
    index = cell(panel, Method.SINGLE, "segments")
    assert index.data() == wording.note_text(Note("method.all_same"))
    assert index.data(Qt.ItemDataRole.ToolTipRole) == index.data()
    view = table(panel)
    assert view.columnSpan(index.row(), FIRST_FIGURE) == USE_COLUMN
    view = go_to(panel, Method.SINGLE)
    with qtbot.assertNotEmitted(panel.use_requested):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view._model.pair == ()


def test_that_the_best_of_each_column_is_marked(panel: ComparePanel):
    # Read from the figures of sample_comparisons: more is better but for Davies–Bouldin and time.
    panel.show_comparison(comparison())
    # DBSCAN leaves out 21.2 % of the customers, HDBSCAN 14.7 %: of DBSCAN that is too many to boast with.
    assert bests(panel, "silhouette") == {Method.HDBSCAN}
    assert bests(panel, "davies_bouldin") == {Method.HDBSCAN}
    assert bests(panel, "calinski_harabasz") == {Method.KMEANS}
    assert bests(panel, "stability") == {Method.KMEANS}
    assert bests(panel, "balance") == {Method.GMM}
    assert bests(panel, "seconds") == {Method.KMEANS}
    assert bests(panel, "segments") == set()  # neither more nor fewer is better
    assert bests(panel, "unassigned") == set()  # six of eight leave nobody out: no merit of one
    says = cell(panel, Method.KMEANS, "stability").data(Qt.ItemDataRole.AccessibleTextRole)
    assert says == "0.93, the best"


def test_that_the_recommended_method_is_named_with_its_reason(panel: ComparePanel, qtbot: QtBot):
    reason = Note("compare.none")
    made = comparison(reason)
    panel.show_comparison(made)
    assert child(panel, QLabel, "compare_title").text() == "Recommended: Round groups (k-means), 4 segments"
    assert child(panel, QLabel, "compare_reason").text() == wording.note_text(reason)
    assert "12,840 customers" in child(panel, QLabel, "compare_rows").text()
    says = cell(panel, Method.KMEANS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert says == "Round groups, recommended"
    with qtbot.waitSignal(panel.use_requested) as asked:
        qtbot.mouseClick(child(panel, QPushButton, "use_recommended"), LEFT)
    assert asked.args == [contender(Method.KMEANS).recipe]


def test_that_enter_and_the_link_use_a_method_with_its_number_of_segments(panel: ComparePanel, qtbot: QtBot):
    panel.show_comparison(comparison())
    view = go_to(panel, Method.COMPLETE)
    with qtbot.waitSignal(panel.use_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (asked.args[0].method, asked.args[0].segments) == (Method.COMPLETE, 5)
    index = view.model().index(cell(panel, Method.GMM).row(), USE_COLUMN)
    with qtbot.waitSignal(panel.use_requested) as asked:
        qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
    assert asked.args[0].method is Method.GMM


def test_that_two_ticked_methods_can_be_put_side_by_side(panel: ComparePanel, qtbot: QtBot):
    panel.show_comparison(comparison())
    button = child(panel, QPushButton, "put_side_by_side")
    assert not button.isEnabled()
    qtbot.keyClick(go_to(panel, Method.HDBSCAN), Qt.Key.Key_Space)
    assert not button.isEnabled()
    view = table(panel)
    box = view.visualRect(cell(panel, Method.WARD))
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(box.left() + 15, box.center().y()))
    with qtbot.waitSignal(panel.pair_requested) as asked:
        qtbot.mouseClick(button, LEFT)
    assert [recipe.method for recipe in asked.args] == [Method.HDBSCAN, Method.WARD]
    assert child(panel, QLabel, "pair_hint").text() == t("compare_panel.pair_working")
    # A third one takes the place of the first; ticking again takes back.
    qtbot.keyClick(go_to(panel, Method.GMM), Qt.Key.Key_Space)
    assert [recipe.method for recipe in view._model.pair] == [Method.WARD, Method.GMM]
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [recipe.method for recipe in view._model.pair] == [Method.WARD]
    assert not button.isEnabled()


def test_that_a_click_beside_the_box_ticks_nothing(panel: ComparePanel, qtbot: QtBot):
    panel.show_comparison(comparison())
    view = table(panel)
    area = view.visualRect(cell(panel, Method.WARD))
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(area.left() + 90, area.center().y()))
    assert view._model.pair == ()


def test_that_a_heading_sorts_and_who_has_no_figure_stays_last(panel: ComparePanel):
    panel.show_comparison(comparison())
    view = table(panel)
    view.selectRow(cell(panel, Method.GMM).row())
    column = FIRST_FIGURE + KEYS.index("silhouette")
    by_silhouette = sorted(GIVEN, key=lambda method: GIVEN[method][1])
    view.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    assert methods(panel) == [*by_silhouette, Method.SINGLE]
    view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert methods(panel) == [*by_silhouette[::-1], Method.SINGLE]
    # The sentence moves with its row, and so does the selection.
    assert view.columnSpan(len(METHODS) - 1, FIRST_FIGURE) == USE_COLUMN
    assert view.columnSpan(cell(panel, Method.WARD).row(), FIRST_FIGURE) == 1
    assert methods(panel)[view.currentIndex().row()] is Method.GMM
    view.sortByColumn(METHOD_COLUMN, Qt.SortOrder.AscendingOrder)
    names = [wording.method_name(method) for method in methods(panel)]
    assert names == sorted(names)
    view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert methods(panel) == [each.method for each in METHODS]


def test_that_a_key_sorts_by_the_column_and_turns_the_order_round(panel: ComparePanel, qtbot: QtBot):
    panel.show_comparison(comparison())
    view = table(panel)
    view.setCurrentIndex(cell(panel, Method.WARD, "seconds"))
    qtbot.keyClick(view, Qt.Key.Key_S)
    # 0.3 s is the shortest time, 96 s the longest; single linkage has none.
    assert (methods(panel)[0], methods(panel)[-2:]) == (Method.KMEANS, [Method.HDBSCAN, Method.SINGLE])
    qtbot.keyClick(view, Qt.Key.Key_S)
    assert (methods(panel)[0], methods(panel)[-2:]) == (Method.HDBSCAN, [Method.KMEANS, Method.SINGLE])


def test_that_agreement_is_written_in_numbers_and_words(panel: ComparePanel):
    panel.show_comparison(comparison())
    shown = cells(child(panel, HeatTable, "agreement_table"))
    # Eight methods have figures; 0.97 − 0.11 for neighbours in the list of methods.
    assert (len(shown), len(shown[0])) == (8, 8)
    assert shown[0][:3] == ["·", "0.86", "0.75"]
    item = child(panel, HeatTable, "agreement_table").item(0, 1)
    assert item is not None
    assert (
        item.data(Qt.ItemDataRole.AccessibleTextRole)
        == "Balanced groups and Far-apart groups: 0.86, much alike"
    )


def test_that_an_agreement_a_little_below_zero_is_zero(panel: ComparePanel):
    made = comparison()
    none = tuple(tuple(-0.001 for _ in line) for line in made.agreement)
    panel.show_comparison(replace(made, agreement=none))
    assert cells(child(panel, HeatTable, "agreement_table"))[0][1] == "0.00"


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.95, "nearly the same"), (0.7, "much alike"), (0.4, "rather different"), (0.1, "hardly alike")],
)
def test_that_an_agreement_has_its_words(value: float, words: str):
    assert likeness(value) == words


def test_that_nothing_is_recommended_where_all_failed(panel: ComparePanel):
    panel.show_comparison(all_failed())
    assert child(panel, QLabel, "compare_title").text() == t("compare_panel.nothing")
    assert child(panel, QLabel, "compare_reason").text() == wording.note_text(Note("compare.none"))
    assert not child(panel, QPushButton, "use_recommended").isVisible()
    assert not child(panel, HeatTable, "agreement_table").isVisible()


def test_that_a_failure_keeps_what_has_come_in(panel: ComparePanel, qtbot: QtBot):
    panel.show_running()
    panel.add_contender(contender(Method.WARD))
    panel.show_failure("The disk is full.")
    assert methods(panel) == [Method.WARD]
    assert child(panel, QLabel, "compare_reason").text() == "The disk is full."
    with qtbot.waitSignal(panel.compare_requested):
        qtbot.mouseClick(child(panel, QPushButton, "compare_again"), LEFT)


def test_that_a_comparison_that_is_gone_is_not_shown_any_more(panel: ComparePanel):
    panel.show_comparison(comparison())
    panel.show_comparison(None)
    assert child(panel, QPushButton, "compare_start").isVisible()
    assert methods(panel) == []


@pytest.mark.parametrize(("balance", "text"), [(0.5, "2 : 1"), (0.4, "2.5 : 1"), (0.01, "100 : 1")])
def test_that_balance_reads_as_a_ratio(balance: float, text: str):
    assert ratio_text(balance).replace(".0", "") == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.01, "< 0.1 s"), (0.34, "0.3 s"), (42.4, "42 s"), (96.0, "1:36 min")]
)
def test_that_time_is_short(seconds: float, text: str):
    assert seconds_text(seconds) == text


@pytest.mark.parametrize("width", [1024, 1366])
def test_that_every_column_is_in_sight(panel: ComparePanel, qtbot: QtBot, width: int):
    panel.resize(width, 560)
    panel.show_comparison(comparison())
    qtbot.wait(1)
    assert table(panel).horizontalScrollBar().maximum() == 0
    for name in ("compare_again", "use_recommended"):
        widget = child(panel, QWidget, name)
        assert widget.width() >= widget.minimumSizeHint().width(), name
