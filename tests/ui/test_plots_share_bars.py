"""Shares as bars on one scale."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from segdesk.ui import theme
from segdesk.ui.plots.share_bars import BETWEEN, FIGURE_PX, NAME_SHARE, ROW, ShareBars


def test_that_bars_have_one_scale_and_only_a_loud_one_stands_out(qtbot: QtBot):
    bars = ShareBars(name="bars", says="Columns", loud_from=0.5)
    qtbot.addWidget(bars)
    bars.show_shares([("City", 0.8), ("age", 0.2)], says="City: 80%; age: 20%")
    bars.resize(400, bars.sizeHint().height())
    bars.show()
    assert bars.sizeHint().height() == 2 * ROW
    assert bars.accessibleDescription() == "City: 80%; age: 20%"
    left = 400 * NAME_SHARE + BETWEEN
    track = 400 - 400 * NAME_SHARE - FIGURE_PX - 2 * BETWEEN
    picture, ratio, colours = bars.grab().toImage(), bars.devicePixelRatioF(), theme.current()

    def at(share: float, row: int) -> object:
        return picture.pixelColor(int((left + track * share) * ratio), int((row + 0.5) * ROW * ratio))

    # At 40 % of the track only the bar of 80 % is filled; at 90 % neither is.
    assert at(0.4, 0) == colours.colour("warning")
    assert at(0.1, 1) == colours.colour("soft")
    assert at(0.4, 1) == at(0.9, 0) == colours.colour("raised")
