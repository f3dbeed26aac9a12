"""The pictures on screen: what they paint, say, and let choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from segdesk.charts.palette import load_palette
from segdesk.charts.profile import DEEPEST
from segdesk.charts.scatter import MOST_POINTS, place_customers, sample_rows
from segdesk.charts.spread import SHADES
from segdesk.ui import theme
from segdesk.ui.plots import raster
from segdesk.ui.plots.curve import Curve
from segdesk.ui.plots.heatmap import Heatmap, fitted
from segdesk.ui.plots.map_view import MapView
from segdesk.ui.plots.parallel import Parallel
from segdesk.ui.plots.radar import Radars
from segdesk.ui.plots.scatter import NOBODY, ScatterPlot
from segdesk.ui.plots.spread import Spread
from segdesk.ui.plots.twin_table import TwinTable
from segdesk.words import picture_captions
from tests.picture_examples import CURVE, CUT, PROJECTION, TABLE, TIER, measure, segmentation
from tests.ui.finding import cells

NUMBERS = np.array([0, 0, 0, 1, 1, 2], np.int8)
LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, plot: QWidget, width: int = 900, height: int = 420) -> None:
    qtbot.addWidget(plot)
    plot.resize(width, height)
    with qtbot.waitExposed(plot):
        plot.show()


def click(qtbot: QtBot, widget: QWidget, at: QPointF) -> None:
    qtbot.mouseClick(widget, LEFT, pos=at.toPoint())


def colours_of(plot: QWidget) -> set[str]:
    image = plot.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }


@pytest.fixture
def heatmap(qtbot: QtBot) -> Heatmap:
    plot = Heatmap()
    shown(qtbot, plot)
    plot.show_spec(picture_captions.profile_of(TABLE, CUT))
    return plot


def scatter_plot(qtbot: QtBot, axes: int) -> ScatterPlot:
    plot = ScatterPlot()
    shown(qtbot, plot)
    spec = picture_captions.map_of(segmentation(), 2, axes=axes)
    plot.show_map(spec, place_customers(PROJECTION, axes), NUMBERS)
    return plot


def test_that_a_click_in_the_heatmap_picks_the_segment(qtbot: QtBot, heatmap: Heatmap):
    with qtbot.waitSignal(heatmap.segment_picked) as caught:
        click(qtbot, heatmap.viewport(), heatmap.cell_rect(1, 2).center())
    assert caught.args == [1]


def test_that_a_heading_opens_its_column(qtbot: QtBot, heatmap: Heatmap):
    at = heatmap.cell_rect(0, 3).center()
    with qtbot.waitSignal(heatmap.column_chosen) as caught:
        click(qtbot, heatmap.viewport(), QPointF(at.x(), 8))
    assert caught.args == [3]


def test_that_the_heatmap_is_walked_by_keys(qtbot: QtBot, heatmap: Heatmap):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(heatmap, key)
    assert (
        "annual income 40" in heatmap.accessibleDescription() or "age 40" in heatmap.accessibleDescription()
    )
    with qtbot.waitSignal(heatmap.segment_picked) as caught:
        qtbot.keyClick(heatmap, Qt.Key.Key_Return)
    assert caught.args == [1]
    with qtbot.waitSignal(heatmap.column_chosen):
        qtbot.keyClick(heatmap, Qt.Key.Key_C)


def test_that_many_columns_scroll_and_names_stay(qtbot: QtBot, heatmap: Heatmap):
    many = replace(TABLE, columns=tuple(measure(f"a column called {i}") for i in range(30)))
    heatmap.show_spec(picture_captions.profile_of(many, CUT))
    assert heatmap.horizontalScrollBar().maximum() > 0
    for _ in range(30):  # the first comes to the first column
        qtbot.keyClick(heatmap, Qt.Key.Key_Right)
    last = heatmap.cell_rect(0, 29)
    assert last.right() <= heatmap.viewport().width()


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize(
    ("roles", "depth"),
    [(("above", "below"), DEEPEST), (tuple(f"segment_{i}" for i in range(10)), SHADES[0])],
)
def test_that_words_can_be_read_on_the_deepest_colours(name: str, roles: tuple[str, ...], depth: float):
    # WCAG 2.1, 1.4.3: small text needs a contrast of 4.5.
    colours = load_palette(name)
    for role in roles:
        ground = raster.mixed(
            raster.packed([QColor(colours.code(role))]), QColor(colours.code("card")), depth
        )
        code = f"#{int(ground[0]) & 0xFFFFFF:06x}"
        assert contrast(code, colours.code("text")) >= 4.5, role


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(code: str) -> float:
    """Give WCAG's relative luminance."""
    shares = [int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.03928 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def make_radars() -> Radars:
    plot, spec = Radars(), picture_captions.radar_of(TABLE, CUT)
    assert spec is not None
    plot.show_spec(spec)
    return plot


def make_parallel() -> Parallel:
    plot, spec = Parallel(), picture_captions.parallel_of(TABLE, CUT)
    assert spec is not None
    plot.show_spec(spec)
    return plot


def make_spread() -> Spread:
    plot = Spread()
    plot.show_spec(picture_captions.spread_of(measure("age"), CUT))
    return plot


def make_stack() -> Spread:
    plot = Spread()
    plot.show_spec(picture_captions.spread_of(TIER, CUT))
    return plot


@pytest.mark.parametrize("make", [make_radars, make_parallel, make_spread, make_stack])
def test_that_each_picture_shows_all_segments_and_is_used_by_keys(
    qtbot: QtBot, make: Callable[[], Radars | Parallel | Spread]
):
    plot = make()
    shown(qtbot, plot)
    assert plot.accessibleName()
    assert "No segment" in plot.accessibleDescription()
    before = colours_of(plot)
    assert len(before) > 8
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.toolTip()
    with qtbot.waitSignal(plot.segment_picked) as caught:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert caught.args == [1]
    plot.pick(1)
    assert colours_of(plot) != before


def test_that_a_click_on_a_row_picks_its_segment(qtbot: QtBot):
    plot = make_spread()
    shown(qtbot, plot)
    with qtbot.waitSignal(plot.segment_picked) as caught:
        qtbot.mouseClick(plot, LEFT, pos=QPoint(300, 20 + 3))
    assert caught.args == [0]


def test_that_a_curve_is_chosen_on_by_click_and_keys(qtbot: QtBot):
    plot = Curve()
    shown(qtbot, plot, 320, 220)
    plot.show_spec(CURVE)
    assert "It says 2." in plot.accessibleDescription()
    with qtbot.waitSignal(plot.chosen) as caught:
        click(qtbot, plot, plot.point_of(2))
    assert caught.args == [3.0]
    plot.leaveEvent(QEvent(QEvent.Type.Leave))
    # The first key comes to the marked point, the second to the next one.
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    with qtbot.waitSignal(plot.chosen) as caught:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert caught.args == [1.0]


def test_that_a_curve_without_dots_offers_nothing_to_choose(qtbot: QtBot):
    plot = Curve()
    shown(qtbot, plot, 320, 220)
    plot.show_spec(replace(CURVE, has_dots=False, marked=None, level=0.3, level_label="eps"))
    assert plot.focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(plot.chosen):
        click(qtbot, plot, QPointF(160, 100))


@pytest.mark.parametrize("axes", [2, 3])
def test_that_pointing_at_a_customer_names_the_row_and_a_click_picks_it(qtbot: QtBot, axes: int):
    plot = scatter_plot(qtbot, axes)
    at = plot.place_of(4)
    with qtbot.waitSignal(plot.customer_hovered) as caught:
        qtbot.mouseMove(plot, at.toPoint())
    assert caught.args == [4]
    with qtbot.waitSignal(plot.customer_picked) as caught:
        click(qtbot, plot, at)
    assert caught.args == [4]
    with qtbot.waitSignal(plot.customer_picked) as caught:
        click(qtbot, plot, QPointF(3, 3))
    assert caught.args == [NOBODY]


@pytest.mark.parametrize(
    ("axes", "modifier"),
    [(2, Qt.KeyboardModifier.NoModifier), (3, Qt.KeyboardModifier.ShiftModifier)],
)
def test_that_a_lasso_gives_the_customers_in_it(qtbot: QtBot, axes: int, modifier: Qt.KeyboardModifier):
    plot = scatter_plot(qtbot, axes)
    at = plot.place_of(5).toPoint()
    corners = [at + QPoint(x, y) for x, y in ((-12, -12), (12, -12), (12, 12), (-12, 12))]
    qtbot.mousePress(plot, LEFT, modifier, corners[0])
    for corner in (*corners, corners[0]):
        qtbot.mouseMove(plot, corner)
    with qtbot.waitSignal(plot.rows_lassoed) as caught:
        qtbot.mouseRelease(plot, LEFT, modifier, corners[0])
    assert caught.args[0].tolist() == [False] * 5 + [True]


def test_that_space_turns_by_hand_and_by_keys_and_comes_back(qtbot: QtBot):
    plot = scatter_plot(qtbot, 3)
    start = plot.place_of(3)
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    turned = plot.place_of(3)
    assert turned != start
    qtbot.mousePress(plot, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(100, 100))
    qtbot.mouseMove(plot, QPoint(140, 110))
    qtbot.mouseMove(plot, QPoint(180, 120))
    qtbot.mouseRelease(plot, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(180, 120))
    assert plot.place_of(3) != turned
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert plot.place_of(3) == start


def test_that_a_flat_map_zooms_and_moves_by_keys(qtbot: QtBot):
    plot = scatter_plot(qtbot, 2)
    apart = plot.place_of(0).x() - plot.place_of(3).x()
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    nearer = plot.place_of(0).x() - plot.place_of(3).x()
    assert nearer == pytest.approx(apart * 1.25)
    before = plot.place_of(0).x()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.place_of(0).x() < before


def test_that_picked_customers_keep_their_colour_and_others_fade(qtbot: QtBot):
    plot = scatter_plot(qtbot, 2)
    plot.show_arrows(False)
    first, second = plot.place_of(0).toPoint(), plot.place_of(3).toPoint()
    colour = theme.current().segment(0).name()
    other = theme.current().segment(1).name()
    image = plot.grab().toImage()
    assert image.pixelColor(first).name() == colour
    assert image.pixelColor(second).name() == other
    plot.show_picked(NUMBERS == 0)
    image = plot.grab().toImage()
    assert image.pixelColor(first).name() == colour
    assert image.pixelColor(second).name() != other


def test_that_very_many_customers_are_a_density_with_all_of_them_to_point_at(qtbot: QtBot):
    rng = np.random.default_rng(0)
    rows = MOST_POINTS + 5_000
    places = rng.normal(size=(rows, 2)).astype(np.float32)
    numbers = (places[:, 0] > 0).astype(np.int8)
    spec = replace(
        picture_captions.map_of(segmentation(), 2, axes=2), frame=((-4.5, 4.5), (-4.5, 4.5)), arrows=()
    )
    plot = ScatterPlot()
    shown(qtbot, plot)
    plot.show_map(spec, places, numbers)
    far = int(np.argmax(places[:, 1]))
    with qtbot.waitSignal(plot.customer_hovered) as caught:
        qtbot.mouseMove(plot, plot.place_of(far).toPoint())
    assert caught.args == [far]
    whole = colours_of(plot)
    plot.show_picked(numbers == 1)
    assert colours_of(plot) != whole
    # So near that the customers in view are few: they are dots again, in their full colour.
    plot.show_picked(None)
    for _ in range(8):
        qtbot.keyClick(plot, Qt.Key.Key_Plus)
    assert theme.current().segment(0).name() in colours_of(plot)


def test_that_the_sample_in_space_is_what_can_be_pointed_at(qtbot: QtBot):
    rng = np.random.default_rng(0)
    places = rng.normal(size=(MOST_POINTS + 5_000, 3)).astype(np.float32)
    numbers = np.zeros(len(places), np.int8)
    plot = ScatterPlot()
    shown(qtbot, plot)
    plot.show_map(replace(picture_captions.map_of(segmentation(), 2, axes=3), arrows=()), places, numbers)
    drawn = set(sample_rows(numbers).tolist())
    seen: list[int] = []
    plot.customer_hovered.connect(seen.append)
    for row in range(0, len(places), 500):
        qtbot.mouseMove(plot, plot.place_of(row).toPoint())
    assert {row for row in seen if row != NOBODY} <= drawn


def test_that_all_corners_of_space_are_in_view_at_first():
    view = MapView(is_flat=False, frame=((-1, 1), (-1, 1), (-1, 1)))
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], np.float32)
    seen = view.on_screen(corners, 900, 420)
    assert seen[:, :2].min() >= 0
    assert seen[:, 1].max() <= 420


def test_that_zooming_out_never_leaves_the_map():
    view = MapView(is_flat=True, frame=((0, 10), (0, 10)))
    view.zoom(4, 200, 100, 400, 300)
    view.pan(5, -5)
    (left, right), (low, high) = view.frame
    assert (right, low) == (10, 0)
    view.zoom(0.01, 0, 0, 400, 300)
    assert view.frame == ((0, 10), (0, 10))
    assert left < right
    assert low < high


def test_that_the_last_dot_lies_on_top_and_a_hollow_one_is_a_ring():
    red, blue = QColor("#ff0000"), QColor("#0000ff")
    shades = raster.shades(raster.packed([red, blue]), QColor("#ffffff"), 1.0)
    places = np.array([[10.0, 10.0], [10.0, 10.0]])
    image = raster.stamped((21, 21), places, shades, 5.0, hollow=np.array([False, False]))
    assert image.pixelColor(10, 10) == blue
    assert image.pixelColor(0, 0).alpha() == 0
    ring = raster.stamped((21, 21), places, shades, 5.0, hollow=np.array([False, True]))
    assert ring.pixelColor(10, 10) != blue
    assert ring.pixelColor(14, 10) == blue


def test_that_dots_beyond_the_edge_are_left_out():
    shades = raster.shades(raster.packed([QColor("#ff0000")]), QColor("#ffffff"), 1.0)
    image = raster.stamped((20, 20), np.array([[500.0, -80.0]]), shades, 4.0, hollow=np.array([False]))
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(20) for y in range(20))


def test_that_the_twin_table_writes_words_and_numbers(qtbot: QtBot):
    table = TwinTable(name="twin")
    qtbot.addWidget(table)
    table.show_table(picture_captions.twin_of(CURVE))
    assert cells(table) == [["1", "0.10"], ["2", "0.50"], ["3", "0.40"]]


def test_that_pictures_follow_the_theme(qapp: QApplication, qtbot: QtBot):
    plot = scatter_plot(qtbot, 2)
    dark = colours_of(plot)
    try:
        theme.apply_theme(qapp, theme.load_theme("light"))
        assert colours_of(plot) != dark
    finally:
        theme.apply_theme(qapp, theme.load_theme("dark"))


def test_that_a_share_is_never_cut_in_half(qtbot: QtBot):
    metrics = QFontMetricsF(theme.font())
    narrow = metrics.horizontalAdvance("Addis Ababa 3")
    assert fitted("Addis Ababa 30%", metrics, 1_000) == "Addis Ababa 30%"
    short = fitted("Addis Ababa 30%", metrics, narrow)
    assert short.startswith("Add")
    assert short.endswith("… 30%")
    assert metrics.horizontalAdvance(short) <= narrow
    assert fitted("Imported goods", metrics, narrow).endswith("…")
