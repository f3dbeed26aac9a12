"""One sentence for each segment, and what it really finds."""

from __future__ import annotations

import numpy as np

from segdesk.engine.profiles import Category, Measure, prepared
from segdesk.engine.rule_tree import rules
from segdesk.model.portrait import Condition, Rule
from segdesk.model.recipe import ColumnUse
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column
from tests.engine.tables import date, number, table, text


def ready(*columns: Column) -> list[Measure | Category]:
    made = table(*columns)
    found = []
    for column in columns:
        role = ColumnRole.CATEGORY if column.kind is Kind.TEXT else ColumnRole.MEASURE
        each = prepared(made, ColumnUse(column.name, role))
        assert each is not None
        found.append(each)
    return found


AGES = np.tile(np.arange(20, 70), 4)  # each of 50 ages four times
YOUNG = (AGES >= 32).astype(np.int8)  # segment 0: 48 customers under 32


def test_that_a_limit_is_found_and_told_in_whole_years():
    young, others = rules(ready(number("age", AGES)), YOUNG, 2, seed=0)
    assert young == Rule((Condition("age", None, 32.0),), 1.0, 1.0, True)
    assert others == Rule((Condition("age", 32.0, None),), 1.0, 1.0, True)


def test_that_levels_are_named_together():
    often = ["daily", "weekly", "monthly", "rarely"] * 50
    labels = np.array([0 if each in ("daily", "weekly") else 1 for each in often], np.int8)
    found = rules(ready(text("visits", often)), labels, 2, seed=0)[0]
    assert found is not None
    assert found.conditions == (Condition("visits", levels=("daily", "weekly")),)
    assert (found.coverage, found.precision) == (1, 1)


def test_that_two_conditions_are_told_where_both_are_needed():
    score = np.repeat(np.arange(4), 50) * 25
    labels = np.where((AGES < 40) & (score >= 50), 0, 1).astype(np.int8)
    found = rules(ready(number("age", AGES), number("score", score)), labels, 2, seed=0)[0]
    assert found is not None
    assert {condition.column for condition in found.conditions} == {"age", "score"}
    assert next(c for c in found.conditions if c.column == "age").high == 40


def test_that_a_column_which_tells_nothing_gives_no_rule_that_flatters():
    # 20 % are in the segment, at random: a rule made for them finds no more of others than of anybody.
    dice = np.random.default_rng(1)
    noise = [number(f"x{i}", dice.normal(size=1000)) for i in range(10)]
    labels = (dice.random(1000) > 0.2).astype(np.int8)
    assert rules(ready(*noise), labels, 2, seed=0)[0] is None


def test_that_figures_are_of_customers_whom_the_rule_was_not_made_from():
    # Every value is a customer's own, so that a tree can learn noise by heart.
    dice = np.random.default_rng(2)
    real = dice.normal(size=400)
    labels = (real + dice.normal(size=400) < 0.5).astype(np.int8)
    columns = [number("real", real), *(number(f"x{i}", dice.normal(size=400)) for i in range(8))]
    found = rules(ready(*columns), labels, 2, seed=0)[0]
    assert found is not None
    assert found.is_held_out
    own = labels == 0
    says = np.ones(400, bool)
    for condition in found.conditions:
        values = next(c for c in columns if c.name == condition.column).values
        says &= (values >= (condition.low if condition.low is not None else -np.inf)) & (
            values < (condition.high if condition.high is not None else np.inf)
        )
    flattering = (says & own).sum() / own.sum() + (says & own).sum() / says.sum()
    assert found.coverage + found.precision < flattering


def test_that_a_few_customers_are_measured_on_themselves_and_it_is_said():
    labels = np.ones(200, np.int8)
    labels[AGES == 20] = 0  # four customers
    found = rules(ready(number("age", AGES)), labels, 2, seed=0)[0]
    assert found is not None
    assert not found.is_held_out
    assert found.coverage == 1


def test_that_a_missing_value_meets_no_condition():
    ages = AGES.astype(float)
    ages[::2] = np.nan  # ages 20, 22, … aren't known
    found = rules(ready(number("age", ages)), YOUNG, 2, seed=0)[0]
    assert found is not None
    # Half of the young have no age: no rule finds them, and of those with an age all are right.
    assert (found.coverage, found.precision) == (0.5, 1.0)


def test_that_outliers_are_among_the_others():
    labels = YOUNG.copy()
    labels[(AGES >= 26) & (AGES < 32)] = -1
    found = rules(ready(number("age", AGES)), labels, 2, seed=0)[0]
    assert found is not None
    assert found.conditions == (Condition("age", None, 26.0),)


def test_that_a_date_is_parted_by_days():
    days = [f"2024-{month:02d}-15" for month in range(1, 13)] * 10
    labels = np.array([0 if day < "2024-05" else 1 for day in days], np.int8)
    found = rules(ready(date("joined", days)), labels, 2, seed=0)[0]
    assert found is not None
    (condition,) = found.conditions
    assert condition.kind is Kind.DATE
    assert condition.high is not None
    # Between 15 April and 15 May 2024, days 19,828 and 19,858.
    assert 19_828 < condition.high <= 19_858


def test_that_categories_of_very_many_levels_and_no_columns_give_no_rule():
    streets = [f"street {i % 40}" for i in range(200)]
    labels = np.array([0 if i % 40 < 8 else 1 for i in range(200)], np.int8)
    assert rules(ready(text("street", streets)), labels, 2, seed=0) == (None, None)
    assert rules([], labels, 2, seed=0) == (None, None)


def test_that_the_same_customers_give_the_same_rules():
    # More than are looked at, so that the seed draws some of them.
    dice = np.random.default_rng(3)
    drawn = dice.normal(size=(2, 12_000))
    labels = (drawn[0] + 0.3 * dice.normal(size=12_000) > 0).astype(np.int8)
    columns = ready(number("a", drawn[0]), number("b", drawn[1]))
    first = rules(columns, labels, 2, seed=4)
    assert None not in first
    assert rules(columns, labels, 2, seed=4) == first
