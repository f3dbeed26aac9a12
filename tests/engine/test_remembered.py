"""What a recipe remembers of its columns tells a later file's changes as the first table would."""

from __future__ import annotations

import numpy as np
import pytest

from segdesk.engine.remembered import FIGURES, MOST_LEVELS, recall, remember
from segdesk.engine.schema_doctor import examine
from segdesk.model.placement import NewLevels, UnitChange
from segdesk.model.recipe import ColumnUse
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Table
from tests.engine.tables import date, number, table, text

RANDOM = np.random.default_rng(11)
ROWS = 400
INCOME = RANDOM.lognormal(10, 0.4, ROWS)
DAYS = [f"2024-{1 + i % 12:02}-{1 + i % 28:02}" for i in range(ROWS)]
USES = (
    ColumnUse("id", ColumnRole.IDENTIFIER),
    ColumnUse("income", ColumnRole.MEASURE),
    ColumnUse("stars", ColumnRole.CATEGORY),
    ColumnUse("tier", ColumnRole.CATEGORY),
    ColumnUse("joined", ColumnRole.DESCRIBE),
    ColumnUse("remark", ColumnRole.DESCRIBE),
    ColumnUse("born", ColumnRole.IGNORED),
)


def file(income: str = "income", factor: float = 1.0, tier: str = "Gold") -> Table:
    return table(
        text("id", [f"C{i}" for i in range(ROWS)]),
        number(income, INCOME * factor),
        number("stars", [1 + i % 5 for i in range(ROWS)]),
        text("tier", [("Silver", tier)[i % 4 == 0] for i in range(ROWS)]),
        date("joined", DAYS),
        text("remark", [f"a word {i}" for i in range(ROWS)]),
        number("born", [1950 + i % 40 for i in range(ROWS)]),
    )


@pytest.fixture
def before() -> Table:
    return recall(remember(file(), USES, sources=["born"]), USES)


def test_that_no_customer_and_no_extreme_is_remembered():
    known = {each.name: each for each in remember(file(), USES, sources=["born"])}
    assert (known["id"].figures, known["id"].levels) == ((), ())
    assert (known["remark"].figures, known["remark"].levels) == ((), ())
    assert len(known["income"].figures) == FIGURES
    assert INCOME.min() < min(known["income"].figures) < max(known["income"].figures) < INCOME.max()
    assert known["tier"].levels == ("Silver", "Gold")  # the commonest first
    assert known["stars"].figures == (1, 2, 3, 4, 5)
    assert len(known["born"].figures) == FIGURES  # ignored, but an age was made from it


def test_that_few_customers_and_endless_categories_are_not_remembered():
    few = table(number("income", range(FIGURES - 1)), text("tier", ["a"] * (FIGURES - 1)))
    income, _ = remember(few, (ColumnUse("income", ColumnRole.MEASURE),))
    assert income.figures == ()
    many = table(text("tier", [f"t{i}" for i in range(MOST_LEVELS + 1)]))
    (tier,) = remember(many, (ColumnUse("tier", ColumnRole.CATEGORY),))
    assert tier.levels == ()


def test_that_the_same_file_is_known_again(before: Table):
    found = examine(before, USES, file())
    assert (found.renamed, found.missing, found.added, found.units, found.new_levels) == ((), (), (), (), ())
    assert before.column("joined").kind is Kind.DATE


def test_that_a_renamed_column_is_known_by_its_figures(before: Table):
    found = examine(before, USES, file(income="income_etb"))
    assert [(each.old, each.new, each.is_same_word) for each in found.renamed] == [
        ("income", "income_etb", False)
    ]


def test_that_a_changed_unit_and_new_values_are_seen(before: Table):
    found = examine(before, USES, file(factor=0.001, tier="Platinum"))
    assert [(unit.column, unit.kind, unit.factor) for unit in found.units] == [
        ("income", UnitChange.SCALE, 1000.0)
    ]
    # Every fourth of 400 customers.
    assert found.new_levels == (NewLevels("tier", ("Platinum",), 100),)


def test_that_currencies_are_remembered():
    known = remember(file(), USES, currencies={"income": "ETB"})
    assert [each.currency for each in known if each.currency] == ["ETB"]


def test_that_a_recipe_without_memories_asks_by_names_alone():
    before = recall((), USES, ("born",))
    now = file(income="Income (net)", tier="Platinum")
    found = examine(before, USES, now)
    # All of the old name's words stand in the new one; 0.85 is enough where nothing else is known.
    assert [(each.old, each.new) for each in found.renamed] == [("income", "Income (net)")]
    assert (found.units, found.new_levels, found.changed_kinds) == ((), (), ())
    assert before.column("born").kind is Kind.TEXT
    far = examine(before, USES, file(income="outgoing"))
    assert (far.renamed, far.missing) == ((), ("income",))


def test_that_words_in_a_measure_are_told_though_its_values_are_unknown():
    words = table(text("income", ["much"] * 30))
    assert examine(recall((), USES[1:2]), USES[1:2], words).changed_kinds == ("income",)
