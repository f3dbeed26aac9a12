"""The donut and the bars: pointing, stepping, and what a screen reader hears."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segdesk.charts.specs import BarsSpec, DonutSpec, parts
from segdesk.ui import theme
from segdesk.ui.plots.bars import Bars
from segdesk.ui.plots.donut import Donut

PARTS = parts(
    ["Families", "Students", "Others"], [2, 1, 1], figures=["2", "1", "1"], shares=["50%", "25%", "25%"]
)


@pytest.fixture(autouse=True)
def _dark(qapp: QApplication):
    theme.apply_theme(qapp, theme.load_theme("dark"))


@pytest.fixture
def donut(qtbot: QtBot) -> Donut:
    widget = Donut()
    qtbot.addWidget(widget)
    widget.resize(212, 212)
    widget.show_spec(DonutSpec("Title", PARTS, "4", "customers"))
    widget.show()
    return widget


@pytest.fixture
def bars(qtbot: QtBot) -> Bars:
    widget = Bars()
    qtbot.addWidget(widget)
    widget.show_spec(BarsSpec("Title", PARTS))
    widget.resize(400, widget.sizeHint().height())
    widget.show()
    return widget


# The ring's centre is (106, 106), its radius 100 and its hole's 69: half of it is 85 from the centre.
@pytest.mark.parametrize(
    ("at", "part"),
    [
        (QPoint(106 + 85, 106), 0),  # a quarter past: the first half of the circle
        (QPoint(106 - 60, 106 + 60), 1),  # between six and nine o'clock
        (QPoint(106 - 60, 106 - 60), 2),  # between nine and twelve
        (QPoint(106, 106), -1),  # in the hole
        (QPoint(2, 2), -1),  # outside
    ],
)
def test_that_the_slice_under_the_pointer_is_told(donut: Donut, at: QPoint, part: int):
    assert donut.part_at(at.toPointF()) == part


def test_that_pointing_at_a_slice_highlights_it_until_the_pointer_leaves(qtbot: QtBot, donut: Donut):
    heard: list[int] = []
    donut.hovered.connect(heard.append)
    qtbot.mouseMove(donut, QPoint(191, 106))
    qtbot.mouseMove(donut, QPoint(106, 106))
    assert heard == [0, -1]
    assert donut.highlighted == -1


def test_that_arrow_keys_step_through_the_parts(qtbot: QtBot, donut: Donut):
    heard: list[int] = []
    donut.hovered.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(donut, key)
    assert heard == [0, 1, 0, 2]


def test_that_a_highlight_from_outside_is_not_told_again(qtbot: QtBot, bars: Bars):
    with qtbot.assertNotEmitted(bars.hovered):
        bars.highlight(1)
    assert bars.toolTip() == "Students"


def test_that_each_bar_is_pointed_at_in_its_own_row(bars: Bars):
    rows = [bars.part_at(QPoint(100, y).toPointF()) for y in range(bars.height())]
    assert sorted(set(rows)) == [-1, 0, 1, 2]
    assert [row for row in rows if row >= 0] == sorted(row for row in rows if row >= 0)


def test_that_the_largest_bar_fills_the_width_and_half_as_many_half(bars: Bars):
    picture = bars.grab().toImage()
    ratio = picture.devicePixelRatio()
    colours = theme.current()

    def width(role: str) -> float:
        wanted = QColor(colours.code(role)).rgb()
        rows = range(picture.height())
        return max(sum(picture.pixel(x, y) == wanted for x in range(picture.width())) for y in rows) / ratio

    # 400 wide less 6 on either side: 388, and half of it.
    assert width("segment_0") == pytest.approx(388, abs=3)
    assert width("segment_1") == pytest.approx(194, abs=3)


def test_that_a_screen_reader_hears_the_numbers(donut: Donut, bars: Bars):
    said = "Families: 2 (50%); Students: 1 (25%); Others: 1 (25%)"
    assert donut.accessibleDescription() == bars.accessibleDescription() == said


def test_that_a_change_of_theme_repaints(qapp: QApplication, donut: Donut):
    def slice_colour() -> str:
        return donut.grab().toImage().pixelColor(191, 106).name()

    assert slice_colour() == theme.load_theme("dark").code("segment_0")
    theme.apply_theme(qapp, theme.load_theme("light"))
    assert slice_colour() == theme.load_theme("light").code("segment_0")
