"""A segment's card in sentences."""

from __future__ import annotations

import math

import pytest

from segdesk.model.actions import declared
from segdesk.model.portrait import (
    Action,
    Advice,
    Basis,
    Condition,
    Contrast,
    Portrait,
    Portraits,
    Purchase,
    Rule,
)
from segdesk.model.result import Trait
from segdesk.model.roles import Kind
from segdesk.words import portrait_documents, portrait_wording

INCOME = Trait("annual_income", 1.5, 98_000, 46_000)
PURCHASE = Purchase(Basis.BASKET, ("average_basket",), 100, 200.0, 50.0, 0.0, 900.0)


def card(**changes: object) -> Portrait:
    fields: dict[str, object] = {
        "segment": 0, "name": "", "size": 250, "share": 0.25, "sales": 1000.0, "sales_share": 0.5,
        "contrasts": (Contrast(INCOME, 98 / 46),), "typical": 7, "rule": None, "persona": "", "advice": (),
        "purchase": PURCHASE,
    }  # fmt: skip
    return Portrait(**(fields | changes))  # type: ignore[arg-type]


def test_that_a_contrast_tells_how_many_times_the_average():
    # 98 / 46 = 2.13.
    text = portrait_wording.contrast_text(Contrast(INCOME, 98 / 46), {"annual_income": "ETB"})
    assert text == "annual income 2.1× the average: 98,000 against 46,000 ETB"
    assert portrait_wording.contrast_text(Contrast(INCOME, 98 / 46)).endswith("98,000 against 46,000")


@pytest.mark.parametrize(
    ("trait", "ratio"),
    [
        (INCOME, math.nan),
        (INCOME, 1.04),
        (INCOME, 50.0),
        (Trait("age", -1, 27, 39), 27 / 39),
        (Trait("tier", 1, 0.7, 0.3, "Gold"), math.nan),
    ],
)
def test_that_a_multiple_which_says_nothing_is_not_told(trait: Trait, ratio: float):
    assert "×" not in portrait_wording.contrast_text(Contrast(trait, ratio))


def test_that_multiples_have_two_figures():
    assert [portrait_wording.times(ratio) for ratio in (12.4, 2.13, 0.664)] == ["12", "2.1", "0.66"]


def test_that_a_rule_is_one_sentence_with_its_figures():
    rule = Rule(
        (Condition("age", None, 32), Condition("visits", levels=("Daily", "Weekly"))), 0.91, 0.88, True
    )
    assert portrait_wording.rule_text(rule) == "age under 32 and visits Daily or Weekly: finds 91%, right 88%"
    few = Rule(rule.conditions[:1], 1.0, 1.0, False)
    assert portrait_wording.rule_text(few).endswith("(measured on the same few customers)")


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (Condition("annual_income", 84_000, None), "annual income 84,000 or more"),
        (Condition("age", 32, 40), "age 32 to under 40"),
        (Condition("town", levels=("a", "b", "c")), "town a, b or c"),
        # 19,000 days after 1970-01-01 is 8 Jan 2022; 18,000 is 14 Apr 2019.
        (Condition("joined", None, 19_000, kind=Kind.DATE), "joined before 8 Jan 2022"),
        (Condition("joined", 18_000, None, kind=Kind.DATE), "joined since 14 Apr 2019"),
        (Condition("joined", 18_000, 19_000, kind=Kind.DATE), "joined from 14 Apr 2019 to before 8 Jan 2022"),
    ],
)
def test_that_each_condition_is_plain(condition: Condition, text: str):
    assert portrait_wording.condition_text(condition) == text


def test_that_three_conditions_are_listed():
    text = portrait_wording.conditions_text([Condition(name, None, 2) for name in "abc"])
    assert text == "a under 2, b under 2 and c under 2"


def test_that_every_entry_and_action_of_the_table_has_its_words():
    for entry in declared():
        assert portrait_wording.persona_name(entry.code)
        for action in entry.actions:
            assert portrait_wording.action_text(Action(action.code))
    assert portrait_wording.persona_name("") == ""


def test_that_advice_tells_what_called_for_it():
    own = Advice("premium", Action("vip_rewards", "Wine evening"), INCOME)
    text = portrait_wording.advice_text(own)
    assert text == "Wine evening · because of higher annual income: 98,000 against 46,000"


def test_that_shares_are_held_against_each_other():
    assert portrait_wording.share_text(card()) == "25% of customers, 50% of sales"
    assert portrait_wording.share_text(card(sales_share=math.nan)) == "25% of customers"


def test_that_a_gain_is_told_with_its_range_and_where_it_comes_from():
    # As worked in tests/model/test_portrait.py: 25 customers, 5,000, 459.79 to either side.
    text = portrait_wording.gain_text(card(), "At risk", 0.1, "ETB")
    assert text == "If 10% of At risk bought once more: + 5,000 ETB (4,540 to 5,460)"
    assert "average basket" in portrait_wording.basis_text(card())
    unknown = card(purchase=None)
    assert portrait_wording.gain_text(unknown, "x") == portrait_wording.basis_text(unknown) == ""


@pytest.mark.parametrize("basis", [Basis.PER_PURCHASE, Basis.PER_VISIT])
def test_that_a_purchase_that_was_worked_out_names_both_columns(basis: Basis):
    made = Purchase(basis, ("total_spend", "visits"), 9, 1.0, 0.0, 1.0, 1.0)
    text = portrait_wording.basis_text(card(purchase=made))
    assert "total spend" in text
    assert "visits" in text


def test_that_what_is_unknown_is_said_and_is_null_in_the_document():
    found = Portraits(1, 1, "", (card(sales=math.nan, sales_share=math.nan, purchase=None),), 3, math.nan)
    lines = portrait_documents.portrait_lines(found, ["All"], [{"age": 30}])
    assert lines[-2:] == ["3 customers without a segment", "No column says what a customer brings in sales."]
    document = portrait_documents.portraits(found, ["All"], [{"age": 30}])
    segment = document["segments"][0]
    assert (document["sales_column"], document["outlier_sales_share"]) == (None, None)
    assert (segment["sales"], segment["persona"], segment["rule"], segment["what_if"]) == (None,) * 4
