import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segdesk.charts.dendrogram import Branch, cut_height, grow_tree
from segdesk.ui import theme
from segdesk.ui.plots.dendrogram import DendrogramPlot
from tests.ui.tree_views import LINKAGE, tree_view

TREE = grow_tree(LINKAGE)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def plot(qapp: QApplication, qtbot: QtBot) -> DendrogramPlot:
    theme.apply_theme(qapp, theme.load_theme("dark"))
    widget = DendrogramPlot()
    qtbot.addWidget(widget)
    widget.resize(700, 400)
    widget.show_tree(TREE, (2, 3, 4, 5), ("1", "1", "1", "1", "1"))
    widget.show_cut(3, tree_view(3).labels)
    # What the window does: the view follows at once.
    widget.cut_chosen.connect(lambda segments: widget.show_cut(segments, tree_view(segments).labels))
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def height_point(plot: DendrogramPlot, height: float) -> QPoint:
    """Give a point right of the tree at a height, where no branch is."""
    box = plot.getPlotItem().getViewBox()
    (_, right), _ = box.viewRange()
    point: QPoint = box.mapViewToScene(QPointF(right - 2.0, height)).toPoint()
    return point


def test_that_dragging_the_line_passes_through_the_cuts_and_snaps(qtbot: QtBot, plot: DendrogramPlot):
    heard: list[int] = []
    plot.cut_chosen.connect(heard.append)
    view = plot.viewport()
    qtbot.mousePress(view, LEFT, pos=plot.line_point().toPoint())
    # 3 segments between heights 2 and 6, 4 between 1 and 2, 2 between 6 and 9.
    for height in (3.0, 1.5, 7.0):
        qtbot.mouseMove(view, height_point(plot, height))
    qtbot.mouseRelease(view, LEFT, pos=height_point(plot, 7.0))
    assert heard == [4, 2]
    assert plot.line_point().y() == pytest.approx(height_point(plot, cut_height(TREE, 2)).y(), abs=1)


def test_that_a_click_at_a_height_cuts_there(qtbot: QtBot, plot: DendrogramPlot):
    qtbot.mouseClick(plot.viewport(), LEFT, pos=height_point(plot, 1.6))
    assert plot.segments == 4


def test_that_a_drag_beside_the_line_pans_and_does_not_cut(qtbot: QtBot, plot: DendrogramPlot):
    start = height_point(plot, 8.0)
    with qtbot.assertNotEmitted(plot.cut_chosen):
        qtbot.mousePress(plot.viewport(), LEFT, pos=start)
        qtbot.mouseMove(plot.viewport(), start + QPoint(60, 0))
        qtbot.mouseRelease(plot.viewport(), LEFT, pos=start + QPoint(60, 0))


def test_that_a_double_click_shows_all_and_keeps_the_cut(qtbot: QtBot, plot: DendrogramPlot):
    whole = plot.getPlotItem().getViewBox().viewRange()
    qtbot.keyClick(plot, Qt.Key.Key_PageUp)
    assert plot.getPlotItem().getViewBox().viewRange() != whole
    at = height_point(plot, 4.5)
    qtbot.mouseClick(plot.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(plot.viewport(), LEFT, pos=at)
    qtbot.mouseRelease(plot.viewport(), LEFT, pos=at)
    assert plot.getPlotItem().getViewBox().viewRange() == whole
    assert plot.segments == 3


@pytest.mark.parametrize(
    ("key", "segments"),
    [(Qt.Key.Key_Down, 4), (Qt.Key.Key_Plus, 4), (Qt.Key.Key_Up, 2), (Qt.Key.Key_Minus, 2)],
)
def test_that_keys_move_the_line_by_one_segment(
    qtbot: QtBot, plot: DendrogramPlot, key: Qt.Key, segments: int
):
    qtbot.keyClick(plot, key)
    assert plot.segments == segments


def test_that_the_line_stops_at_the_fewest_and_the_most_segments(qtbot: QtBot, plot: DendrogramPlot):
    for _ in range(5):
        qtbot.keyClick(plot, Qt.Key.Key_Plus)
    assert plot.segments == 5
    for _ in range(5):
        qtbot.keyClick(plot, Qt.Key.Key_Minus)
    assert plot.segments == 2


def test_that_keys_zoom_and_pan_and_home_shows_all_again(qtbot: QtBot, plot: DendrogramPlot):
    box = plot.getPlotItem().getViewBox()
    whole = box.viewRange()
    qtbot.keyClick(plot, Qt.Key.Key_PageUp)
    zoomed = box.viewRange()
    assert zoomed[0][1] - zoomed[0][0] < whole[0][1] - whole[0][0]
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert box.viewRange()[0][0] > zoomed[0][0]
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert box.viewRange() == whole


def test_that_pointing_at_a_branch_tells_who_is_in_it(qtbot: QtBot, plot: DendrogramPlot):
    heard: list[Branch | None] = []
    plot.branch_hovered.connect(heard.append)
    pair = TREE.ids.index(6)  # customers 2 and 3
    qtbot.mouseMove(plot.viewport(), plot.node_point(pair).toPoint())
    qtbot.mouseMove(plot.viewport(), height_point(plot, 7.5))
    branch, nothing = heard
    assert branch is not None
    assert (branch.customers, branch.segments, sorted(branch.rows)) == (2, (1,), [2, 3])
    assert nothing is None


@pytest.mark.parametrize("name", ["dark", "light"])
def test_that_branches_below_the_cut_have_their_segments_colours(
    qapp: QApplication, plot: DendrogramPlot, name: str
):
    theme.apply_theme(qapp, theme.load_theme(name))
    picture = plot.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    wanted = {
        theme.load_theme(name).code(role) for role in ("segment_0", "segment_1", "segment_2", "muted", "card")
    }
    assert wanted <= seen
    assert theme.load_theme(name).code("segment_3") not in seen
