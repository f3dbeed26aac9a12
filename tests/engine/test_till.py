"""The till card: what may be asked, and how often it is right."""

from __future__ import annotations

import numpy as np
import pytest

from segdesk.engine.till import askable, till_card
from segdesk.errors import RunError
from segdesk.model.notes import Note
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Table

ROWS = 200


def summary(name: str, role: ColumnRole, *, kind: Kind = Kind.NUMBER, distinct: int = 40) -> ColumnSummary:
    return ColumnSummary(name, kind, role, None, 0, distinct, (), ())


def number(name: str, values: np.ndarray) -> Column:
    return Column(name, Kind.NUMBER, np.asarray(values, np.float64))


def text(name: str, values: np.ndarray, *levels: str) -> Column:
    return Column(name, Kind.TEXT, np.asarray(values, np.int32), levels)


def test_that_only_what_a_customer_can_say_is_asked():
    measure, category = ColumnRole.MEASURE, ColumnRole.CATEGORY
    summaries = [
        summary("age", measure),
        summary("visit_frequency", category, kind=Kind.TEXT, distinct=3),
        summary("city", category, kind=Kind.TEXT, distinct=300),
        summary("annual_income", measure),
        summary("spending_score", measure),
        summary("total_spend", measure),
        summary("ስም", category, kind=Kind.TEXT, distinct=5),
        summary("opt_out", category, kind=Kind.TEXT, distinct=2),
        summary("customer_id", ColumnRole.IDENTIFIER),
        ColumnSummary("mail", Kind.TEXT, category, Note("reason.email"), 0, 5, (), ()),
    ]
    assert askable(summaries) == ("age", "visit_frequency")


def test_that_the_card_asks_what_the_segments_were_made_of():
    # Under 30: segment 0. From 30 on Gold is segment 1, the others 2: two questions, always right.
    age = np.tile([20, 40], ROWS // 2)
    gold = np.repeat([0, 1], ROWS // 2)
    labels = np.where(age < 30, 0, np.where(gold == 0, 1, 2)).astype(np.int8)
    card = till_card(Table((number("age", age), text("tier", gold, "Gold", "Silver"))), labels, 3)
    assert (card.agreement, card.questions) == (1.0, 2)
    first = card.nodes[0]
    assert first.is_question
    assert card.found == (1.0, 1.0, 1.0)
    answers = {node.segment for node in card.nodes if not node.is_question}
    assert answers == {0, 1, 2}


def test_that_limits_are_round_and_put_every_customer_where_the_figures_say():
    draw = np.random.default_rng(0)
    age = draw.integers(18, 80, ROWS)
    labels = (age >= 45).astype(np.int8)
    card = till_card(Table((number("age", age),)), labels, 2)
    (question,) = [node for node in card.nodes if node.is_question]
    assert question.limit == 45
    yes, no = card.nodes[question.yes], card.nodes[question.no]
    assert (yes.segment, yes.customers) == (0, int((age < 45).sum()))
    assert (no.segment, no.customers) == (1, int((age >= 45).sum()))


def test_that_agreement_is_measured_on_others_not_on_the_customers_it_was_made_from():
    # Segments by a coin: whatever a tree learns by heart is worth nothing on others.
    draw = np.random.default_rng(1)
    labels = draw.integers(0, 2, ROWS).astype(np.int8)
    columns = tuple(number(f"c{i}", draw.normal(size=ROWS)) for i in range(6))
    with pytest.raises(RunError, match=r"till\.no_answer"):
        till_card(Table(columns), labels, 2)


def test_that_a_blank_counts_as_no():
    age = np.where(np.arange(ROWS) % 4 == 0, np.nan, np.tile([20, 40], ROWS // 2))
    labels = (np.nan_to_num(age, nan=40) >= 30).astype(np.int8)
    card = till_card(Table((number("age", age),)), labels, 2)
    assert card.agreement == 1.0


def test_that_nothing_to_ask_is_told():
    with pytest.raises(RunError, match=r"till\.no_columns"):
        till_card(Table(()), np.zeros(ROWS, np.int8), 1)


def test_that_outliers_are_left_out():
    age = np.tile([20.0, 40.0], ROWS // 2)
    labels = (age >= 30).astype(np.int8)
    labels[:10] = -1
    assert till_card(Table((number("age", age),)), labels, 2).customers == ROWS - 10


def test_that_a_category_of_numbers_is_asked_by_its_value():
    channel = np.tile([1.0, 2.0], ROWS // 2)
    card = till_card(
        Table((number("Channel", channel),)), (channel == 2).astype(np.int8), 2, categories=["Channel"]
    )
    assert {node.level for node in card.nodes if node.is_question} <= {"1", "2"}
    assert card.agreement == 1.0
