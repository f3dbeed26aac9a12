"""New customers: a file dropped, what differs agreed to, where they went; and one typed in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.placement import Consent, SchemaMatch
from segdesk.text import t
from segdesk.ui.panels.newcomers_panel import NewcomersPanel
from segdesk.ui.panels.newcomers_result import is_drifting
from tests.ui import sample_newcomers as sample
from tests.ui.dropping import drop
from tests.ui.finding import button, child, text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> NewcomersPanel:
    made = NewcomersPanel()
    qtbot.addWidget(made)
    made.resize(1100, 620)
    made.show()
    made.show_run(sample.RUN, sample.PROFILE)
    qtbot.waitExposed(made)
    return made


def box(panel: QWidget, name: str) -> QComboBox:
    return child(panel, QComboBox, name)


def field(panel: QWidget, name: str) -> QLineEdit:
    return child(panel, QLineEdit, name)


def test_that_a_dropped_file_is_chosen(qtbot: QtBot, panel: NewcomersPanel, tmp_path: Path):
    with qtbot.waitSignal(panel.file_chosen) as chosen:
        drop(child(panel, QWidget, "newcomers_zone"), tmp_path / "new.csv")
    assert chosen.args == [tmp_path / "new.csv"]


def test_that_a_file_can_be_dropped_on_a_result_but_not_while_one_is_placed(
    qtbot: QtBot, panel: NewcomersPanel, tmp_path: Path
):
    panel.show_placed(sample.placed(), sample.NAMES)
    with qtbot.waitSignal(panel.file_chosen):
        drop(panel, tmp_path / "new.csv")
    panel.show_progress("Reading", 0.0)
    with qtbot.assertNotEmitted(panel.file_chosen):
        drop(panel, tmp_path / "other.csv")


def test_that_the_chooser_is_asked_for_by_key(qtbot: QtBot, panel: NewcomersPanel):
    button(panel, "newcomers_choose").setFocus()
    with qtbot.waitSignal(panel.file_requested):
        qtbot.keyClick(button(panel, "newcomers_choose"), Qt.Key.Key_Space)


def test_that_escape_cancels_while_it_runs(qtbot: QtBot, panel: NewcomersPanel):
    panel.show_progress("Reading", 0.25)
    assert child(panel, QProgressBar, "newcomers_bar").value() == 250
    assert text(panel, "newcomers_stage") == "Reading"
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.keyClick(button(panel, "newcomers_cancel"), Qt.Key.Key_Escape)


def test_that_escape_does_nothing_while_nothing_runs(qtbot: QtBot, panel: NewcomersPanel):
    with qtbot.assertNotEmitted(panel.cancel_requested):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_that_proposals_are_agreed_to_as_they_are(qtbot: QtBot, panel: NewcomersPanel):
    panel.show_consent(sample.MATCH)
    with qtbot.waitSignal(panel.mapping_accepted) as agreed:
        qtbot.keyClick(button(panel, "consent_go_on"), Qt.Key.Key_Return)
    assert agreed.args == [Consent(True, {"income_etb": "annual_income"}, {"basket_value": 0.001})]


def test_that_what_the_user_says_replaces_the_proposals(qtbot: QtBot, panel: NewcomersPanel):
    panel.show_consent(sample.MATCH)
    # Down by key: from "not there" past income_etb and loyalty_app to years_old.
    qtbot.keyClick(box(panel, "consent_column_age"), Qt.Key.Key_End)
    qtbot.keyClick(box(panel, "consent_column_annual_income"), Qt.Key.Key_Home)
    qtbot.keyClick(box(panel, "consent_factor_basket_value"), Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.mapping_accepted) as agreed:
        qtbot.mouseClick(button(panel, "consent_go_on"), LEFT)
    assert agreed.args == [Consent(True, {"income_etb": "", "years_old": "age"}, {"basket_value": 1.0})]


def test_that_one_column_cant_stand_for_two(qtbot: QtBot, panel: NewcomersPanel):
    panel.show_consent(sample.MATCH)
    box(panel, "consent_column_age").setCurrentIndex(1)  # income_etb, proposed for annual_income
    assert not button(panel, "consent_go_on").isEnabled()
    assert text(panel, "consent_hint") == t("newcomers.twice", column="income_etb")


def test_that_another_currency_needs_a_rate(qtbot: QtBot, panel: NewcomersPanel):
    panel.show_consent(sample.IN_DOLLARS)
    assert not button(panel, "consent_go_on").isEnabled()
    qtbot.keyClicks(field(panel, "consent_rate_annual_income"), "57,5")
    with qtbot.waitSignal(panel.mapping_accepted) as agreed:
        qtbot.mouseClick(button(panel, "consent_go_on"), LEFT)
    assert agreed.args == [Consent(True, {}, {"annual_income": 57.5})]


def test_that_another_kind_of_values_cant_be_agreed_to(panel: NewcomersPanel):
    panel.show_consent(SchemaMatch(changed_kinds=("age",)))
    assert not button(panel, "consent_go_on").isEnabled()


def test_that_the_wheel_changes_no_proposal(panel: NewcomersPanel):
    panel.show_consent(sample.MATCH)
    combo = box(panel, "consent_column_annual_income")
    before = combo.currentText()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(combo.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, turn)
    assert combo.currentText() == before == "income_etb"


def test_that_not_this_file_waits_for_another(qtbot: QtBot, panel: NewcomersPanel):
    panel.show_consent(sample.MATCH)
    qtbot.mouseClick(button(panel, "consent_decline"), LEFT)
    assert child(panel, QWidget, "newcomers_zone").isVisible()


def test_that_the_headline_is_the_nested_agreement(panel: NewcomersPanel):
    panel.show_placed(sample.placed(), sample.NAMES)
    # 0.862 of 1 is 86 of 100; the flattering 0.957 is only mentioned below.
    assert text(panel, "placed_headline").startswith("About 86 of 100 new customers")
    assert text(panel, "placed_measured").endswith("it would be 96%, which flatters.")


def test_that_too_few_customers_are_said_to_be_so(panel: NewcomersPanel):
    panel.show_placed(sample.placed(trust=None), sample.NAMES)
    assert text(panel, "placed_headline") == t("newcomers.no_trust")


def test_that_bars_tell_each_segment_and_the_strangers(panel: NewcomersPanel):
    panel.show_placed(sample.placed(unlike=12), sample.NAMES)
    told = child(panel, QWidget, "placed_bars").accessibleDescription()
    for name, size in zip((*sample.NAMES, t("place.unlike")), (160, 104, 76, 48, 12), strict=True):
        assert name in told
        assert str(size) in told


@pytest.mark.parametrize(
    ("unlike", "drifts"),
    [
        # 5 % of 400 is 20, a standard deviation sqrt(400 * 0.05 * 0.95) = 4.36: the limit is 33.08.
        (33, False),
        (34, True),
    ],
)
def test_that_more_strangers_than_chance_brings_are_drift(unlike: int, drifts: bool):
    assert is_drifting(unlike, 400, 0.05) is drifts


def test_that_drift_is_said(panel: NewcomersPanel):
    panel.show_placed(sample.placed(unlike=50), sample.NAMES)
    assert t("newcomers.drifting", usual="5%") in text(panel, "placed_strangers")
    panel.show_placed(sample.placed(unlike=12), sample.NAMES)
    assert t("newcomers.not_drifting", usual="5%") in text(panel, "placed_strangers")


def test_that_a_missing_column_is_told_once(panel: NewcomersPanel):
    panel.show_placed(sample.placed(), sample.NAMES)
    notes = child(panel, QWidget, "placed_notes").findChildren(QLabel)
    assert sum("“age”" in note.text() for note in notes) == 1


def test_that_the_list_is_asked_for_and_told_where_it_is(qtbot: QtBot, panel: NewcomersPanel):
    panel.show_placed(sample.placed(), sample.NAMES)
    assert text(panel, "placed_written") == t("newcomers.not_written")
    with qtbot.waitSignal(panel.save_list_requested):
        qtbot.keyClick(button(panel, "placed_save"), Qt.Key.Key_Space)
    panel.show_placed(sample.placed(path="/home/abebe/placed.csv"), sample.NAMES)
    assert "/home/abebe/placed.csv" in text(panel, "placed_written").replace("\u200b", "")


def test_that_a_failure_is_said_and_another_file_can_follow(qtbot: QtBot, panel: NewcomersPanel):
    panel.show_failure("It can't be read.")
    assert text(panel, "newcomers_sentence") == "It can't be read."
    qtbot.keyClick(button(panel, "newcomers_again"), Qt.Key.Key_Space)
    assert child(panel, QWidget, "newcomers_zone").isVisible()


def test_that_back_is_asked_for(qtbot: QtBot, panel: NewcomersPanel):
    with qtbot.waitSignal(panel.back_requested):
        qtbot.keyClick(button(panel, "newcomers_back"), Qt.Key.Key_Space)


def test_that_the_form_has_a_field_for_each_used_column_only(panel: NewcomersPanel):
    assert field(panel, "one_annual_income").placeholderText() == "12,000 – 156,000"
    assert field(panel, "one_first_visit").placeholderText() == "2020-01-01 – 2025-12-31"
    frequency = box(panel, "one_visit_frequency")
    shown = [frequency.itemText(i) for i in range(frequency.count())]
    assert shown == ["Don't know", "Weekly", "Monthly", "Daily"]
    assert panel.findChild(QWidget, "one_note") is None  # only described by it


def test_that_a_customer_is_asked_about_with_what_is_known(qtbot: QtBot, panel: NewcomersPanel):
    assert not button(panel, "one_ask").isEnabled()
    qtbot.keyClicks(field(panel, "one_annual_income"), "45000")
    qtbot.keyClicks(field(panel, "one_first_visit"), "2024-02-29")
    qtbot.keyClick(box(panel, "one_visit_frequency"), Qt.Key.Key_End)
    with qtbot.waitSignal(panel.one_requested) as asked:
        qtbot.keyClick(field(panel, "one_annual_income"), Qt.Key.Key_Return)
    assert asked.args == [{"annual_income": 45000.0, "first_visit": "2024-02-29", "visit_frequency": "Daily"}]


def test_that_a_negative_number_is_a_number(qtbot: QtBot, panel: NewcomersPanel):
    qtbot.keyClicks(field(panel, "one_annual_income"), "-3.5")
    with qtbot.waitSignal(panel.one_requested) as asked:
        qtbot.mouseClick(button(panel, "one_ask"), LEFT)
    assert asked.args == [{"annual_income": -3.5}]


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("one_age", "old", "“age” needs a number"),
        ("one_first_visit", "2023-02-29", "“first visit” needs a date"),  # 2023 was no leap year
    ],
)
def test_that_what_cant_be_read_is_said(
    qtbot: QtBot, panel: NewcomersPanel, name: str, typed: str, sentence: str
):
    qtbot.keyClicks(field(panel, name), typed)
    assert text(panel, "one_hint").startswith(sentence)
    assert not button(panel, "one_ask").isEnabled()
    with qtbot.assertNotEmitted(panel.one_requested):
        qtbot.keyClick(field(panel, name), Qt.Key.Key_Return)


def test_that_the_answer_names_segment_and_second_best(panel: NewcomersPanel):
    panel.show_one(sample.ONE, sample.NAMES)
    assert text(panel, "one_where") == "Premium shoppers"
    assert text(panel, "one_how") == "91% sure. Second best: Budget-minded families."
    assert text(panel, "one_gaps") == t("newcomers.one_absent", count=2)


def test_that_a_stranger_is_said_to_be_one(panel: NewcomersPanel):
    panel.show_one(sample.STRANGER, sample.NAMES)
    assert text(panel, "one_where") == t("place.unlike")
    assert "Young city professionals" in text(panel, "one_how")


def test_that_an_answer_goes_when_its_values_change(qtbot: QtBot, panel: NewcomersPanel):
    panel.show_one(sample.ONE, sample.NAMES)
    assert child(panel, QWidget, "one_answer").isVisible()
    qtbot.keyClicks(field(panel, "one_age"), "3")
    assert not child(panel, QWidget, "one_answer").isVisible()


def test_that_a_failed_question_is_said_in_the_form(panel: NewcomersPanel):
    panel.show_one_failure("That didn't work.")
    assert text(panel, "one_hint") == "That didn't work."
    assert child(panel, QWidget, "newcomers_zone").isVisible()
