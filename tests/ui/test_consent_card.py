"""What somebody is asked about a file's columns, and when it is asked again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from segdesk.model.notes import Note
from segdesk.model.placement import ChangedUnit, Consent, Renamed, SchemaMatch, UnitChange
from segdesk.text import t
from segdesk.ui.panels.newcomers_consent import ConsentCard, Purpose, follows, must_ask
from tests.ui.finding import child

GUESS = Renamed("income", "salary", 0.7, is_same_word=False)
SAME = Renamed("income", "Income", 1.0, is_same_word=True)
UNIT = ChangedUnit("spend", UnitChange.SCALE, 0.01, "58647.3", "5.8e+06")


@pytest.fixture
def card(qtbot: QtBot) -> ConsentCard:
    made = ConsentCard(Purpose.RERUN)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("match", "is_asked"),
    [
        (SchemaMatch(), False),
        (SchemaMatch(renamed=(SAME,)), False),
        (SchemaMatch(added=("shoes",)), False),
        (SchemaMatch(missing=("remark",)), False),
        (SchemaMatch(missing=("income",)), True),
        (SchemaMatch(renamed=(GUESS,)), True),
        (SchemaMatch(units=(UNIT,)), True),
        (SchemaMatch(changed_kinds=("income",)), True),
        (SchemaMatch(notes=(Note("schema.settled", {"what": "decimal"}),)), False),
        (SchemaMatch(notes=(Note("schema.date_order", {"order": "day"}),)), True),
    ],
)
def test_that_only_what_can_change_a_result_is_asked(match: SchemaMatch, is_asked: bool):
    assert must_ask(match, {"income", "spend"}) is is_asked


def test_that_what_was_said_is_asked_no_more():
    said = Consent(True, {"salary": "income"}, {"spend": 0.01})
    told = SchemaMatch(renamed=(Renamed("income", "salary", 1.0, is_same_word=True),), units=(UNIT,))
    assert not must_ask(told, {"income"}, said)
    assert must_ask(told, {"income"}, Consent(True, {"salary": "income"}))  # nobody spoke of the unit
    assert not must_ask(SchemaMatch(missing=("income",)), {"income"}, said)


def test_that_other_answers_than_the_proposals_are_looked_at_again():
    match = SchemaMatch(renamed=(GUESS,), missing=("age",), added=("years",))
    assert follows(match, Consent(True, {"salary": "income"}))
    assert not follows(match, Consent(True, {"salary": ""}))
    assert not follows(match, Consent(True, {"salary": "income", "years": "age"}))


@pytest.mark.parametrize("purpose", list(Purpose))
def test_that_the_card_says_what_it_is_for(card: ConsentCard, purpose: Purpose):
    card.show_match(SchemaMatch(renamed=(GUESS,)), purpose=purpose)
    assert child(card, QLabel, "consent_title").text() == t(f"newcomers.title_{purpose}")


def test_that_a_missing_column_means_something_else_to_a_recipe(card: ConsentCard):
    match = SchemaMatch(missing=("age", "remark"))
    card.show_match(match, used={"age"})
    notes = [child(card, QLabel, f"consent_note_{number}").text() for number in (0, 1)]
    assert notes[0].endswith("The segments are made without it.")
    assert notes[1].endswith("The segments aren't made from it.")
    card.show_match(match, used={"age"}, purpose=Purpose.PLACE)
    assert "what was typical" in child(card, QLabel, "consent_note_0").text()


def test_that_amounts_are_written_for_people(card: ConsentCard):
    card.show_match(SchemaMatch(units=(UNIT,)))
    told = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "58,647" in told
    assert "5,800,000" in told


def test_that_an_earlier_answer_is_kept_and_can_be_changed(card: ConsentCard):
    said = Consent(True, {"salary": "income"}, {"spend": 0.01})
    match = SchemaMatch(
        renamed=(Renamed("income", "salary", 1.0, is_same_word=True),),
        added=("wages",),
        units=(UNIT,),
        changed_kinds=("income",),
    )
    card.show_match(match, said=said)
    # The salaries are words: only another column helps.
    assert not child(card, QPushButton, "consent_go_on").isEnabled()
    combo = child(card, QComboBox, "consent_column_income")
    assert combo.currentData() == "salary"
    combo.setCurrentIndex(combo.findData("wages"))
    assert child(card, QPushButton, "consent_go_on").isEnabled()
    assert card.consent == Consent(True, {"salary": "", "wages": "income"}, {"spend": 0.01})
