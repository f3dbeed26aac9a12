"""The strip at the top of the results: its states, its words, its buttons."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from segdesk.model.findings import Reality
from segdesk.ui import theme
from segdesk.ui.panels.results.verdict_strip import STOPS, VerdictStrip
from segdesk.ui.plots.dial import Dial
from segdesk.ui.widgets.motion import set_reduced_motion
from tests.ui.finding import child
from tests.ui.sample_findings import reliability_of, verdict_of

NAMES = ("Families", "Professionals", "Premium", "Occasional")
BUTTONS = ("verdict_check", "verdict_again", "verdict_cancel", "verdict_details_open")
LOWEST_WINDOW, USUAL_WINDOW = 976, 1318


@pytest.fixture
def strip(qtbot: QtBot, qapp: QApplication):
    """Give a strip as wide as in a window of 1366 pixels, without motion."""
    set_reduced_motion(qapp, True)
    result = VerdictStrip()
    qtbot.addWidget(result)
    result.resize(USUAL_WINDOW, 96)
    result.show()
    yield result
    set_reduced_motion(qapp, False)


def words(strip: VerdictStrip, name: str) -> str:
    return child(strip, QLabel, name).text()


def buttons(strip: VerdictStrip) -> set[str]:
    """Give the buttons that show."""
    return {name for name in BUTTONS if child(strip, QPushButton, name).isVisible()}


def tell(strip: VerdictStrip, reality: Reality, jaccard: Sequence[float], p: float = 0.002) -> None:
    strip.show_verdict(verdict_of(reality, p))
    strip.show_reliability(reliability_of(jaccard), NAMES[: len(jaccard)])


def test_that_nothing_known_is_offered_to_be_checked(strip: VerdictStrip, qtbot: QtBot):
    assert words(strip, "real_title") == words(strip, "back_title") == "Not checked yet"
    assert child(strip, Dial, "real_dial").share is None
    assert buttons(strip) == {"verdict_check"}
    check = child(strip, QPushButton, "verdict_check")
    with qtbot.waitSignal(strip.check_requested):
        qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(strip.check_requested):
        qtbot.keyClick(check, Qt.Key.Key_Space)


def test_that_running_shows_stage_progress_and_cancel(strip: VerdictStrip, qtbot: QtBot):
    strip.show_progress("Are they real?", 0.3)
    bar = child(strip, QProgressBar, "verdict_progress")
    assert bar.isVisible()
    assert bar.value() == 300
    assert bar.accessibleName() == "Are they real? · 30%"
    assert words(strip, "verdict_advice") == "Are they real?"
    assert (words(strip, "real_title"), words(strip, "back_title")) == ("Being checked …", "Waiting")
    assert buttons(strip) == {"verdict_cancel"}
    with qtbot.waitSignal(strip.cancel_requested):
        qtbot.mouseClick(child(strip, QPushButton, "verdict_cancel"), Qt.MouseButton.LeftButton)


def test_that_the_first_answer_shows_while_the_second_is_on_its_way(strip: VerdictStrip):
    strip.show_progress("Are they real?", 0.4)
    strip.show_verdict(verdict_of())
    strip.show_progress("Would they come back?", 0.6)
    assert words(strip, "real_title") == "Natural groups"
    assert words(strip, "real_line") == "stands out from chance, p = 0.002"
    assert words(strip, "back_title") == "Being checked …"
    assert buttons(strip) == {"verdict_cancel", "verdict_details_open"}


def test_that_both_answers_end_the_waiting(strip: VerdictStrip, qtbot: QtBot):
    strip.show_progress("Would they come back?", 0.9)
    tell(strip, Reality.NATURAL, [0.91, 0.88, 0.86, 0.69])
    assert not child(strip, QProgressBar, "verdict_progress").isVisible()
    assert words(strip, "back_title") == "Solid, one fuzzy"
    assert words(strip, "back_line") == "in 100 repeats: 0.91 · 0.88 · 0.86 · 0.69"
    assert words(strip, "verdict_advice") == "Act on the first 3 segments."
    # (0.91 + 0.88 + 0.86 + 0.69) / 4 = 0.835
    assert child(strip, Dial, "back_dial").share == pytest.approx(0.835)
    assert buttons(strip) == {"verdict_details_open"}
    with qtbot.waitSignal(strip.details_requested):
        qtbot.keyClick(child(strip, QPushButton, "verdict_details_open"), Qt.Key.Key_Space)


@pytest.mark.parametrize("reality", Reality)
def test_that_the_first_dial_has_a_stop_and_a_colour_for_each_verdict(strip: VerdictStrip, reality: Reality):
    strip.show_verdict(verdict_of(reality))
    dial = child(strip, Dial, "real_dial")
    assert (dial.share, dial.role) == STOPS[reality]
    assert words(strip, "real_title") in dial.accessibleDescription()
    assert STOPS[Reality.NOTHING][0] < STOPS[Reality.SLICES][0] < STOPS[Reality.NATURAL][0]


@pytest.mark.parametrize(
    ("jaccard", "role"),
    [
        ((0.9, 0.9), "success"),
        ((0.9, 0.8), "gold_bright"),
        ((0.9, 0.3), "gold_bright"),
        ((0.7, 0.3), "warning"),
        ((0.5, 0.3), "error"),
    ],
)
def test_that_only_all_solid_is_green(strip: VerdictStrip, jaccard: tuple[float, ...], role: str):
    tell(strip, Reality.NATURAL, jaccard)
    assert child(strip, Dial, "back_dial").role == role


def test_that_a_verdict_alone_offers_the_rest(strip: VerdictStrip):
    strip.show_verdict(verdict_of(Reality.SLICES, 0.34))
    assert "that is a choice, not a discovery" in words(strip, "verdict_advice")
    assert buttons(strip) == {"verdict_check", "verdict_details_open"}


def test_that_a_failure_is_explained_and_can_be_tried_again(strip: VerdictStrip, qtbot: QtBot):
    strip.show_progress("Are they real?", 0.1)
    strip.show_failure("This computer ran <out> of memory.")
    assert child(strip, QLabel, "verdict_advice").accessibleName() == "This computer ran <out> of memory."
    assert "&lt;out&gt;" in words(strip, "verdict_advice")
    assert words(strip, "real_title") == "Not checked yet"
    assert buttons(strip) == {"verdict_again"}
    with qtbot.waitSignal(strip.check_requested):
        qtbot.mouseClick(child(strip, QPushButton, "verdict_again"), Qt.MouseButton.LeftButton)


def test_that_another_run_starts_anew(strip: VerdictStrip):
    tell(strip, Reality.NATURAL, [0.9, 0.9])
    strip.show_pending()
    assert words(strip, "real_title") == words(strip, "back_title") == "Not checked yet"
    assert child(strip, Dial, "back_dial").share is None
    assert buttons(strip) == {"verdict_check"}


def test_that_the_whole_verdict_can_be_read_out(strip: VerdictStrip):
    tell(strip, Reality.NATURAL, [0.9, 0.9])
    assert strip.accessibleDescription() == (
        "Are they real? Natural groups, stands out from chance, p = 0.002. "
        "Would they come back? All solid, in 100 repeats: 0.90 · 0.90. "
        "You can act on both segments."
    )


def test_that_a_reliability_of_another_number_of_segments_is_not_shown(strip: VerdictStrip):
    strip.show_verdict(verdict_of())
    strip.show_reliability(reliability_of([0.9, 0.9, 0.9]), NAMES)
    assert words(strip, "back_title") == "Not checked yet"


def test_that_another_cut_forgets_a_failure_but_not_the_verdict(strip: VerdictStrip):
    strip.show_verdict(verdict_of())
    strip.show_failure("It was cancelled.")
    strip.show_idle()
    assert words(strip, "real_title") == "Natural groups"
    assert buttons(strip) == {"verdict_check", "verdict_details_open"}


def test_that_names_are_never_read_as_markup(strip: VerdictStrip):
    strip.show_verdict(verdict_of())
    strip.show_reliability(reliability_of([0.5, 0.9, 0.4]), ("A", "<b>B</b> & C", "D"))
    assert "&lt;b&gt;B&lt;/b&gt; &amp; C" in words(strip, "verdict_advice")
    assert child(strip, QLabel, "verdict_advice").accessibleName().startswith("Act on <b>B</b> & C only.")


def test_that_labels_say_between_which_segments_customers_sit(strip: VerdictStrip):
    found = reliability_of([0.9, 0.65], certainty=[0.6, 0.9, 0.5], second=[1, 1, 0])
    strip.show_verdict(verdict_of())
    strip.show_reliability(found, NAMES[:2], labels=np.array([0, 0, 1], np.int8))
    told = child(strip, QLabel, "verdict_advice").accessibleName()
    assert "Professionals overlaps with Families: 2 customers sit between them." in told
    # Labels of another dataset say nothing about these customers.
    strip.show_reliability(found, NAMES[:2], labels=np.array([0], np.int8))
    told = child(strip, QLabel, "verdict_advice").accessibleName()
    assert "2 customers sit between two segments." in told


@pytest.mark.parametrize("width", [LOWEST_WINDOW, USUAL_WINDOW])
@pytest.mark.parametrize("count", [2, 9, 20])
def test_that_the_strip_stays_low_with_long_names_and_many_segments(
    strip: VerdictStrip, qtbot: QtBot, width: int, count: int
):
    names = [
        f"Very high number_of_visits_per_month_since_last_year, mostly Platinum {i}" for i in range(count)
    ]
    labels = np.arange(count * 10, dtype=np.int8) % count
    found = reliability_of(
        [0.6 + 0.35 * i / count for i in range(count)],
        certainty=np.full(count * 10, 0.6),
        second=(labels + 1) % count,
        dominance=(("number_of_visits_per_month", 0.9),),
    )
    strip.show_verdict(verdict_of(Reality.SLICES, 0.34))
    strip.show_reliability(found, names, labels=labels)
    strip.resize(width, strip.sizeHint().height())
    advice = child(strip, QLabel, "verdict_advice")
    qtbot.waitUntil(lambda: advice.heightForWidth(advice.width()) <= advice.height() + 1)
    assert strip.sizeHint().height() <= 96
    assert strip.minimumSizeHint().width() <= LOWEST_WINDOW
    # What doesn't fit is in the tool tip.
    assert "90% change segment" in advice.toolTip()


def test_that_the_dial_paints_its_share_from_the_left(qtbot: QtBot, qapp: QApplication):
    set_reduced_motion(qapp, True)
    dial = Dial(name="dial", says="Dial")
    qtbot.addWidget(dial)
    dial.show()
    dial.show_share(0.5, "success", says="Half.")
    picture, ratio = dial.grab().toImage(), dial.devicePixelRatioF()
    colours = theme.current()
    # The arc's middle line is 47 px from the centre, which is 52 px from the left and 52 px down.
    left = picture.pixelColor(int((52 - 33) * ratio), int((52 - 33) * ratio))
    right = picture.pixelColor(int((52 + 33) * ratio), int((52 - 33) * ratio))
    assert left == colours.colour("success")
    assert right == colours.colour("raised")
    assert dial.accessibleDescription() == "Half."
    set_reduced_motion(qapp, False)


def test_that_the_dial_moves_once_and_then_jumps(qtbot: QtBot):
    dial = Dial(name="dial", says="Dial")
    qtbot.addWidget(dial)
    dial.show()
    dial.show_share(0.8, "success", says="Much.")
    assert dial._shown < 0.8
    qtbot.waitUntil(lambda: dial._shown == pytest.approx(0.8))
    dial.show_share(0.3, "warning", says="Little.")
    assert dial._shown == 0.3
    dial.show_share(None, "line", says="Nothing.")
    assert dial._shown == 0.0
