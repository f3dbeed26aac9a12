import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from segdesk.charts.specs import BarsSpec, DonutSpec
from segdesk.ui import theme
from segdesk.ui.panels.results.distribution_tab import DistributionTab
from segdesk.ui.plots.bars import Bars
from segdesk.ui.plots.donut import Donut
from tests.ui.finding import cells, child
from tests.ui.sample_views import view_of


@pytest.fixture
def tab(qapp: QApplication, qtbot: QtBot) -> DistributionTab:
    theme.apply_theme(qapp, theme.load_theme("dark"))
    widget = DistributionTab()
    qtbot.addWidget(widget)
    widget.resize(1000, 460)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def rows(tab: DistributionTab) -> list[list[str]]:
    return cells(child(tab, QTableWidget, "segment_sizes"))


def test_that_the_table_tells_sizes_and_shares(tab: DistributionTab):
    # 1,500 + 480 + 20 of 2,000 customers: 75 %, 24 % and 1 %.
    labels = [0] * 1500 + [1] * 480 + [2] * 20
    tab.show_view(view_of(labels))
    assert [row[1:] for row in rows(tab)] == [["1,500", "75%"], ["480", "24%"], ["20", "1%"]]


def test_that_a_row_highlights_its_slice_and_bar(qtbot: QtBot, tab: DistributionTab):
    tab.show_view(view_of([0, 0, 0, 1, 1, 2]))
    sizes = child(tab, QTableWidget, "segment_sizes")
    qtbot.keyClick(sizes, Qt.Key.Key_Down)
    qtbot.keyClick(sizes, Qt.Key.Key_Down)
    chosen = sizes.currentRow()
    assert chosen >= 0
    assert child(tab, Donut).highlighted == child(tab, Bars).highlighted == chosen


def test_that_pointing_at_a_bar_highlights_its_slice(tab: DistributionTab):
    tab.show_view(view_of([0, 0, 0, 1, 1, 2]))
    child(tab, Bars).hovered.emit(1)
    assert child(tab, Donut).highlighted == 1


@pytest.mark.parametrize(("chart", "kind"), [("donut", DonutSpec), ("bars", BarsSpec)])
@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_that_each_chart_can_be_saved(
    qtbot: QtBot, tab: DistributionTab, chart: str, kind: type[DonutSpec | BarsSpec], suffix: str
):
    tab.show_view(view_of([0, 0, 0, 1, 1, 2]))
    with qtbot.waitSignal(tab.save_requested) as caught:
        qtbot.mouseClick(child(tab, QPushButton, f"save_{chart}_{suffix}"), Qt.MouseButton.LeftButton)
    spec, wanted = caught.args
    assert isinstance(spec, kind)
    assert wanted == f".{suffix}"
    assert [part.size for part in spec.parts] == [3, 2, 1]


@pytest.mark.parametrize(("segments", "is_said"), [(10, False), (11, True), (20, True)])
def test_that_repeated_colours_are_explained(tab: DistributionTab, segments: int, is_said: bool):
    tab.show_view(view_of(list(range(segments))))
    note = child(tab, QLabel, "distribution_colours_repeat")
    assert note.isVisible() is is_said
    assert len(rows(tab)) == segments


def test_that_twenty_segments_fit_the_smallest_window(qtbot: QtBot, tab: DistributionTab):
    tab.show_view(view_of(list(range(20))))
    # The smallest window is 1024 × 640; bars, tabs and foot take about 200 of its height.
    least = tab.minimumSizeHint()
    assert least.width() <= 976
    assert least.height() <= 440


def test_that_the_largest_segment_is_compared_with_the_smallest(tab: DistributionTab):
    # 1,500 to 20 customers.
    tab.show_view(view_of([0] * 1500 + [1] * 480 + [2] * 20))
    assert child(tab, QLabel, "size_ratio").text() == "Largest to smallest segment: 75 to 1"
