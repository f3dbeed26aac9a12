"""Which persona a segment is, whatever its money is called, and what to do for it."""

from __future__ import annotations

import numpy as np
import pytest

from segdesk.engine.personas import Stand, advise, own_personas, personas, stands
from segdesk.engine.profiles import prepared
from segdesk.model.actions import EntryKind, OwnPersona, Sign, Standing, declared
from segdesk.model.aspects import Aspect
from segdesk.model.portrait import Action
from segdesk.model.recipe import ColumnUse
from segdesk.model.result import Trait
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column
from tests.engine.tables import date, number, table, text


def standing(**effects: float) -> dict[Aspect, Stand]:
    """One segment that stands so many deviations from the mean."""
    return {
        Aspect(name): Stand(np.array([effect]), (Trait(name, effect, 2, 1),))
        for name, effect in effects.items()
    }


def measured(labels: list[int], *columns: Column) -> dict[Aspect, Stand]:
    made = table(*columns)
    ready = []
    for column in columns:
        role = ColumnRole.CATEGORY if column.kind is Kind.TEXT else ColumnRole.MEASURE
        each = prepared(made, ColumnUse(column.name, role))
        assert each is not None
        ready.append(each)
    return stands(ready, np.array(labels, np.int8), max(labels) + 1)


@pytest.mark.parametrize(
    ("effects", "persona"),
    [
        # SegmentIQ's four, as SYSTEMS.md describes them.
        ({"income": 1.5, "tier": 1.2, "visits": 0.3, "score": -0.2}, "premium"),
        ({"income": -0.9, "tier": -0.7, "visits": -0.8, "basket": 1.2, "score": 0.6}, "budget_families"),
        ({"age": -1.1, "income": 0.1, "score": 1.0, "visits": 1.1, "place": 1.3}, "young_professionals"),
        ({"score": -1.3, "visits": -1.0, "income": 0.0, "spend": -1.2}, "occasional"),
        # As SegmentIQ's own sample has them: Platinum members of high income who come once a month are no
        # occasional shoppers, and who comes daily is no family that shops for a month.
        ({"income": 1.2, "tier": 1.2, "visits": -0.8, "score": -1.0, "age": 1.0}, "premium"),
        ({"income": -0.8, "tier": -0.7, "visits": 0.7, "score": 0.8, "age": -0.8}, "young_professionals"),
        # Where the file has less, what it has decides.
        ({"income": 1.2, "score": 0.1, "age": 0.0}, "premium"),
        ({"score": -1.2, "income": 1.1, "age": 0.2}, "occasional"),
        # One aspect alone is not enough, and neither is nothing in particular.
        ({"income": 1.5}, ""),
        ({"spend": -1.5}, ""),
        ({"income": 0.0, "tier": 0.0, "visits": 0.0, "score": 0.0, "age": 0.0}, ""),
        ({}, ""),
    ],
)
def test_that_personas_are_known_by_their_signs(effects: dict[str, float], persona: str):
    assert personas(standing(**effects), 1) == (persona,)


def test_that_a_measure_stands_by_its_mean_in_deviations():
    # Incomes 10, 10, 30, 30: mean 20, deviation 10.
    found = measured([0, 0, 1, 1], number("annual_income", [10, 10, 30, 30]))
    assert found[Aspect.INCOME].effects == pytest.approx([-1, 1])
    trait = found[Aspect.INCOME].traits[1]
    assert trait is not None
    assert (trait.column, trait.value, trait.overall) == ("annual_income", 30, 20)


def test_that_the_money_may_be_any():
    incomes = np.array([28_000, 45_000, 60_000, 105_000])
    birr = measured([0, 1, 2, 3], number("income", incomes))
    euros = measured([0, 1, 2, 3], number("Einkommen", incomes / 160))
    assert np.allclose(birr[Aspect.INCOME].effects, euros[Aspect.INCOME].effects)


def test_that_tiers_and_frequencies_stand_in_their_order():
    found = measured(
        [0, 0, 1, 1],
        text("membership_tier", ["Gold", "Platinum", "Bronze", "Silver"]),
        text("visit_frequency", ["Rarely", "Monthly", "Weekly", "Daily"]),
    )
    # Ranks 3, 4, 1, 2: mean 2.5, variance 1.25, so ±1 / √1.25.
    assert found[Aspect.TIER].effects == pytest.approx([0.89443, -0.89443], abs=1e-5)
    assert found[Aspect.VISITS].effects[0] < 0 < found[Aspect.VISITS].effects[1]


def test_that_levels_nobody_knows_are_no_scale():
    assert measured([0, 0, 1, 1], text("membership_tier", ["Red", "Blue", "Red", "Green"])) == {}
    assert measured([0, 1], text("visit_frequency", ["mornings", "evenings"])) == {}


def test_that_living_in_one_place_stands_high():
    towns = ["Addis Ababa"] * 4 + ["Adama", "Jimma", "Gondar", "Mekelle"]
    found = measured([0] * 4 + [1] * 4, text("region", towns))
    # Addis Ababa is 1/2 of all: (1 − 0.5) / 0.5. Of the others each town is 1/4 against 1/8: 0.125 / 0.33072.
    assert found[Aspect.PLACE].effects == pytest.approx([1.0, 0.37796], abs=1e-5)
    assert measured([0, 1], text("region", ["north", "south"])) == {}


def test_that_dates_places_in_numbers_and_unknown_names_stand_nowhere():
    columns = (
        date("days_since_last", ["2024-01-01", "2024-02-01"]),
        number("region", [1, 2]),
        number("x", [1, 2]),
    )
    assert measured([0, 1], *columns) == {}


def test_that_of_two_columns_the_one_that_parts_more_counts():
    found = measured([0, 0, 1, 1], number("income", [1, 2, 1, 2]), number("salary", [1, 1, 2, 2]))
    assert found[Aspect.INCOME].effects == pytest.approx([-1, 1])


def test_that_outliers_are_in_no_segments_mean():
    found = measured([0, -1, 1], number("income", [10, 20, 30]))
    assert found[Aspect.INCOME].effects == pytest.approx([-1.22474, 1.22474], abs=1e-5)


STRONGEST = Trait("basket", 2.0, 3, 1)


def codes(effects: dict[str, float], persona: str = "", **own: list[Action]) -> list[tuple[str, str, str]]:
    found = advise(standing(**effects), 0, persona, STRONGEST, own)
    return [(each.code, each.action.code or each.action.text, each.because.column) for each in found]


def test_that_each_action_names_the_trait_that_called_for_it():
    assert codes({"income": 1.5, "tier": 1.2, "visits": 0.3, "score": 0}, "premium") == [
        ("premium", "vip_rewards", "tier"),
        ("premium", "early_access", "income"),
        ("premium", "premium_delivery", "income"),
        ("premium", "personal_shopping", "income"),
    ]


def test_that_a_trait_which_stands_the_other_way_calls_for_nothing():
    # They were here lately and don't come often: the loyal's actions rest on what they spend.
    found = codes({"recency": 0.8, "visits": 0.0, "spend": 0.7}, "loyal")
    assert [because for *_, because in found] == ["spend", "spend", "basket"]


def test_that_without_a_persona_single_traits_call_for_actions_the_strongest_first():
    assert codes({"recency": 0.9, "visits": -1.5, "income": 0.2}) == [
        ("rare_visitors", "event_promotions", "visits"),
        ("long_away", "win_back", "recency"),
        ("long_away", "miss_you", "recency"),
    ]


def test_that_an_action_is_given_once():
    found = [action for _, action, _ in codes({"spend": 1.5, "income": 1.4})]
    assert found == ["vip_rewards", "early_access"]


def test_that_the_users_actions_take_the_place_of_the_tables():
    own = [Action("vip_rewards"), Action(text="Invite them to the opening")]
    assert codes({"income": 1.5, "tier": 1.2}, "premium", premium=own) == [
        ("premium", "vip_rewards", "tier"),
        ("premium", "Invite them to the opening", "income"),
    ]
    assert codes({"income": 1.5}, "premium", premium=[]) == []


def test_that_a_segment_nobody_knows_has_the_users_own_actions_only():
    assert codes({}) == []
    assert codes({}, other=[Action(text="Ask them")]) == [("other", "Ask them", "basket")]


def test_that_nothing_is_advised_without_a_reason():
    assert advise({}, 0, "champions", None, {}) == ()


def test_that_every_action_can_be_called_for():
    for entry in declared():
        signs = {sign.aspect for sign in entry.signs}
        for action in entry.actions:
            assert signs & set(action.because), (entry.code, action.code)


def test_that_the_table_has_a_row_for_each_persona_and_each_standard_name():
    kinds = [entry.kind for entry in declared()]
    assert (kinds.count(EntryKind.PERSONA), kinds.count(EntryKind.RFM)) == (4, 11)


def own(code: str, **signs: Standing) -> OwnPersona:
    return OwnPersona(code, code, tuple(Sign(Aspect(aspect), standing) for aspect, standing in signs.items()))


BIG_BUT_RARE = own("own_1", spend=Standing.HIGH, visits=Standing.LOW)


@pytest.mark.parametrize(
    ("effects", "persona"),
    [
        # From 0.1 deviations on a sign begins to hold, from 0.6 on it holds: 0.35 is halfway.
        ({"spend": 0.36, "visits": -0.36}, "own_1"),
        ({"spend": 0.34, "visits": -2.0}, ""),  # one that doesn't hold is enough
        ({"spend": 2.0}, ""),  # the file says nothing of visits
        ({"spend": 2.0, "visits": 0.0}, ""),
        ({}, ""),
    ],
)
def test_that_all_signs_of_a_users_persona_must_hold(effects: dict[str, float], persona: str):
    assert own_personas(standing(**effects), 1, [BIG_BUT_RARE]) == (persona,)


def test_that_a_persona_without_signs_is_nobody():
    assert own_personas(standing(spend=2.0), 1, [own("own_1")]) == ("",)


def test_that_of_several_the_one_that_says_most_counts_then_the_first():
    rich = own("own_2", spend=Standing.HIGH)
    again = own("own_3", visits=Standing.LOW, spend=Standing.HIGH)
    found = standing(spend=2.0, visits=-2.0)
    assert own_personas(found, 1, [rich, BIG_BUT_RARE, again]) == ("own_1",)
    assert own_personas(standing(spend=2.0, visits=1.0), 1, [BIG_BUT_RARE, rich]) == ("own_2",)


def test_that_a_users_persona_is_advised_for_by_the_trait_of_its_first_sign():
    found = advise(
        standing(spend=2.0, visits=-2.0),
        0,
        "own_1",
        STRONGEST,
        {"own_1": [Action(text="Call them")]},
        [BIG_BUT_RARE],
    )
    assert [(each.code, each.action.text, each.because.column) for each in found] == [
        ("own_1", "Call them", "spend")
    ]
