"""A new file's columns are held beside the old ones: renamed, missing, new, in other units."""

from __future__ import annotations

import numpy as np
import pytest

from segdesk.engine.schema_doctor import (
    examine,
    mapped,
    matched,
    name_likeness,
    plain_name,
    refuse_unlike,
    without_proposals,
)
from segdesk.errors import InputError
from segdesk.model.placement import ChangedUnit, NewLevels, SchemaMatch, UnitChange
from segdesk.model.recipe import ColumnUse
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Table
from tests.engine.tables import number, table, text

RANDOM = np.random.default_rng(4)
TIERS = ["Gold", "Silver", "Bronze"]
INCOME = RANDOM.lognormal(10, 0.4, 200)
AGE = RANDOM.integers(18, 80, 200)
USES = (
    ColumnUse("id", ColumnRole.IDENTIFIER),
    ColumnUse("Umsatz", ColumnRole.MEASURE),
    ColumnUse("Alter", ColumnRole.MEASURE),
    ColumnUse("tier", ColumnRole.CATEGORY),
)


def file(umsatz: str = "Umsatz", alter: str = "Alter", tier: str = "tier", factor: float = 1) -> Table:
    return table(
        number("id", range(200)),
        number(umsatz, INCOME * factor),
        number(alter, AGE),
        text(tier, [TIERS[i % 3] for i in range(200)]),
    )


def test_that_the_same_columns_need_nothing() -> None:
    found = examine(file(), USES, file())
    assert found == SchemaMatch()
    assert not found.needs_consent


@pytest.mark.parametrize(
    ("first", "second", "least"),
    [
        ("Umsatz", "umsatz", 1.0),
        ("annual_income", "Annual Income", 1.0),
        ("AnnualIncome", "annual income", 1.0),
        ("Région", "region", 1.0),
        ("Umsatz", "Umsatz_EUR", 0.85),
    ],
)
def test_that_names_are_compared_by_their_words(first: str, second: str, least: float) -> None:
    assert name_likeness(first, second) >= least
    assert name_likeness(first, "favourite colour") < 0.5


def test_that_plain_names_have_no_case_accents_and_signs() -> None:
    assert plain_name("  Café-Größe_2 ") == "cafe große 2".casefold()
    assert plain_name("AnnualIncome") == "annual income"


def test_that_a_renamed_column_is_proposed_and_waits_for_consent() -> None:
    found = examine(file(), USES, file(umsatz="Umsatz_EUR"))
    assert [(each.old, each.new) for each in found.renamed] == [("Umsatz", "Umsatz_EUR")]
    assert found.needs_consent
    assert found.missing == found.added == ()
    with pytest.raises(InputError) as caught:
        matched(file(umsatz="Umsatz_EUR"), found, accepts=False)
    assert (caught.value.code, caught.value.facts) == (
        "schema.consent",
        {"proposals": "Umsatz_EUR → Umsatz"},
    )
    agreed = matched(file(umsatz="Umsatz_EUR"), found, accepts=True)
    assert (agreed.column("Umsatz").values == INCOME).all()


def test_that_case_and_signs_need_no_consent() -> None:
    now = file(umsatz="UMSATZ", tier="Tier ")
    found = examine(file(), USES, now)
    assert not found.needs_consent
    put_right = matched(now, found, accepts=False)
    assert {"Umsatz", "tier"} <= {column.name for column in put_right.columns}


def test_that_alike_values_tell_a_column_with_another_name() -> None:
    found = examine(file(), USES, file(tier="card level tier"))
    assert [(each.old, each.new) for each in found.renamed] == [("tier", "card level tier")]


def test_that_missing_new_and_unknown_are_named() -> None:
    now = table(
        number("id", range(200)),
        number("Alter", AGE),
        text("tier", ["Platinum" if i < 30 else "Gold" for i in range(200)]),
        text("shoe brand", ["x", "y"] * 100),
    )
    found = examine(file(), USES, now)
    assert found.missing == ("Umsatz",)
    assert found.added == ("shoe brand",)
    assert found.new_levels == (NewLevels("tier", ("Platinum",), 30),)


@pytest.mark.parametrize("factor", [1000, 1e-3, 100])
def test_that_a_changed_unit_is_found_and_undone(factor: float) -> None:
    now = file(factor=factor)
    found = examine(file(), USES, now)
    (unit,) = found.units
    assert (unit.column, unit.kind) == ("Umsatz", UnitChange.SCALE)
    assert unit.factor == pytest.approx(1 / factor)
    assert matched(now, found, accepts=True).column("Umsatz").values == pytest.approx(INCOME)


def test_that_a_month_with_more_sales_is_no_changed_unit() -> None:
    assert examine(file(), USES, file(factor=1.8)).units == ()


def test_that_another_currency_needs_a_rate() -> None:
    currencies = {"Umsatz": "EUR"}, {"Umsatz": "ETB"}
    now = file(factor=60)
    found = examine(file(), USES, now, currencies=currencies)
    assert found.units == (ChangedUnit("Umsatz", UnitChange.CURRENCY, 0.0, "EUR", "ETB"),)
    with pytest.raises(InputError, match=r"schema\.currency"):
        matched(now, found, accepts=True)
    said = mapped(found, {}, {"Umsatz": 1 / 60})
    assert matched(now, said, accepts=True).column("Umsatz").values == pytest.approx(INCOME)


def test_that_the_users_word_stands_above_a_proposal() -> None:
    now = file(umsatz="Umsatz_EUR")
    found = mapped(examine(file(), USES, now), {"Umsatz_EUR": "Umsatz"}, {"Alter": 2.0})
    assert [(each.old, each.new, each.is_same_word) for each in found.renamed] == [
        ("Umsatz", "Umsatz_EUR", True)
    ]
    assert matched(now, found, accepts=True).column("Alter").values.tolist() == (AGE * 2).tolist()
    for wrong in ({"nothing": "Umsatz"}, {"Umsatz_EUR": "nothing"}):
        with pytest.raises(InputError, match=r"schema\.no_such_column"):
            mapped(examine(file(), USES, now), wrong, {})


def test_that_a_file_of_something_else_is_refused() -> None:
    used = [use for use in USES if use.is_used]
    with pytest.raises(InputError, match=r"schema\.no_columns"):
        refuse_unlike(SchemaMatch(missing=("Umsatz", "Alter", "tier")), used)
    with pytest.raises(InputError, match=r"schema\.few_columns"):
        refuse_unlike(SchemaMatch(missing=("Umsatz", "Alter")), used)
    refuse_unlike(SchemaMatch(missing=("Umsatz",)), used)
    words = table(number("id", range(200)), text("Umsatz", ["much"] * 200), number("Alter", AGE))
    found = examine(file(), USES, words)
    assert found.changed_kinds == ("Umsatz",)
    with pytest.raises(InputError, match=r"schema\.not_numbers"):
        refuse_unlike(found, used)


def test_that_units_are_looked_for_in_the_column_that_the_user_chose() -> None:
    now = table(
        number("id", range(200)),
        number("takings", INCOME / 1000),
        number("Alter", AGE),
        text("tier", [TIERS[i % 3] for i in range(200)]),
    )
    found = examine(file(), USES, now, names={"takings": "Umsatz"})
    assert [(each.old, each.new, each.is_same_word) for each in found.renamed] == [
        ("Umsatz", "takings", True)
    ]
    (unit,) = found.units
    assert unit.column == "Umsatz"
    assert unit.factor == pytest.approx(1000)


def test_that_a_declined_column_is_not_proposed_again() -> None:
    found = examine(file(), USES, file(umsatz="Umsatz_EUR"), names={"Umsatz_EUR": ""})
    assert (found.renamed, found.missing, found.added) == ((), ("Umsatz",), ("Umsatz_EUR",))
    with pytest.raises(InputError, match=r"schema\.no_such_column"):
        examine(file(), USES, file(), names={"nothing": "Umsatz"})


def test_that_a_currency_is_found_under_a_columns_new_name() -> None:
    now = file(umsatz="Umsatz_USD")
    found = examine(file(), USES, now, currencies=({"Umsatz": "ETB"}, {"Umsatz_USD": "USD"}))
    assert found.units == (ChangedUnit("Umsatz", UnitChange.CURRENCY, 0.0, "ETB", "USD"),)


def test_that_without_proposals_what_was_proposed_is_missing_and_new() -> None:
    found = without_proposals(examine(file(), USES, file(umsatz="Umsatz_EUR")))
    assert (found.renamed, found.units) == ((), ())
    assert (found.missing, found.added) == (("Umsatz",), ("Umsatz_EUR",))
