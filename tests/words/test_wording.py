"""Numbers, dates and names as a manager reads them."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from segdesk.model.result import Band, Cut, Quality, Trait
from segdesk.model.roles import Kind
from segdesk.words import wording


def cut(*segments: tuple[Trait, ...]) -> Cut:
    quality = Quality(0.5, 0.0, Band.FAIR, 1.0, 1.0)
    count = len(segments)
    return Cut(count, quality, (1,) * count, (0.5,) * count, segments)


RICH = Trait("annual_income", 0.9, 90_000, 50_000)
POOR = Trait("annual_income", -1.4, 20_000, 50_000)
GOLD = Trait("tier", 0.8, 0.7, 0.3, "Gold")
SOME_GOLD = Trait("tier", 0.5, 0.4, 0.2, "Gold")
NO_GOLD = Trait("tier", -0.6, 0.0, 0.3, "Gold")
DULL = Trait("age", 0.1, 31, 30)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1234567, "1,234,567"),
        (-5, "−5"),
        (2.5, "2.50"),
        (23.456, "23.5"),
        (12345.6, "12,346"),
        (0.0042, "0.0042"),
        (-4e-9, "−4.0e−09"),
        (1.5e300, "1.5e+300"),
        (math.nan, "–"),
    ],
)
def test_that_numbers_are_short_and_grouped(value: float, text: str):
    assert wording.number(value) == text


@pytest.mark.parametrize(("share", "text"), [(0, "0%"), (0.004, "0.4%"), (0.25, "25%"), (1, "100%")])
def test_that_small_shares_keep_a_decimal(share: float, text: str):
    assert wording.percent(share) == text


def test_that_sizes_and_times_are_rough():
    assert wording.memory(90_400_000) == "90 MB"
    assert wording.memory(3_200_000_000) == "3.2 GB"
    assert wording.duration(0.2) == "1 second"
    assert wording.duration(40) == "40 seconds"
    assert wording.duration(600) == "10 minutes"
    assert wording.duration(5 * 3600) == "5 hours"
    assert wording.clock(75.9) == "1:15"


def test_that_recent_days_are_told_by_name():
    now = datetime(2026, 11, 21, 15, 0, tzinfo=UTC).astimezone()
    assert wording.when(now - timedelta(days=1), now) == "yesterday"
    assert wording.when(now - timedelta(days=400), now) == "17 Oct 2025"
    assert wording.when(now - timedelta(days=20), now) == "1 Nov"
    assert wording.when(now, now).startswith("today ")


def test_that_a_segment_is_named_by_its_two_strongest_traits():
    assert wording.segment_names(cut((RICH, GOLD, DULL), (POOR,), (DULL,), (NO_GOLD, SOME_GOLD))) == (
        "High income, Gold members",
        "Very low income",
        "Average customers",
        "Few Gold members",
    )


def test_that_a_level_that_says_nothing_alone_is_named_with_its_column():
    yes, one = Trait("Partner", 0.9, 0.8, 0.4, "Yes"), Trait("segment_code", 0.9, 0.8, 0.4, "1")
    assert wording.segment_names(cut((yes,), (one,))) == ("Mostly with partner", "Mostly segment code 1")


def test_that_no_two_segments_have_the_same_name():
    third = Trait("visits", 0.6, 9, 4)
    names = wording.segment_names(cut((RICH, GOLD), (RICH, GOLD, third), (RICH, GOLD), (DULL,), (DULL,)))
    assert names == (
        "High income, Gold members",
        "High income, Gold members, frequent visits",
        "High income, Gold members (2)",
        "Average customers",
        "Average customers (2)",
    )


def test_that_a_third_trait_enters_a_name_that_stays_short():
    weekly = Trait("visit_frequency", 0.7, 0.8, 0.3, "Weekly")
    assert wording.segment_names(cut((RICH, GOLD, weekly))) == ("High income, Gold members, visits weekly",)


def test_that_two_columns_that_say_the_same_are_named_once():
    salary = Trait("salary", 0.8, 9, 4)
    assert wording.segment_names(cut((RICH, salary, GOLD))) == ("High income, Gold members",)


def test_that_standard_names_come_first_and_are_told_apart_by_traits():
    score = Trait("rfm_r", 1.9, 5, 3)
    rfm = replace(cut((score, RICH), (score, GOLD), (RICH,)), standard=("champions", "champions", "lost"))
    assert wording.segment_names(rfm) == ("Champions", "Champions, Gold members", "Lost customers")


def test_that_a_users_name_stays_and_is_given_to_nobody_else():
    names = wording.segment_names(cut((RICH,), (POOR,), (RICH, GOLD)), {1: "high INCOME"})
    # The first one would be "High income", which the user has given to another.
    assert names == ("High income (2)", "high INCOME", "High income, Gold members")


def test_that_traits_are_told_with_their_numbers():
    assert wording.trait_text(RICH) == "higher annual income: 90,000 against 50,000"
    assert wording.trait_text(GOLD) == "tier Gold: 70% against 30%"
    assert wording.trait_text(Trait("Year_Birth", -1, 1962, 1970)) == "lower Year Birth: 1962 against 1970"
    # 19,000 days after 1970-01-01 is 2022-01-08; 18,000 is 2019-04-14.
    joined = Trait("joined", 1, 19_000, 18_000, kind=Kind.DATE)
    assert wording.trait_text(joined) == "later joined: 8 Jan 2022 against 14 Apr 2019"


def test_that_only_plain_capitals_are_lowered_in_column_names():
    assert [wording.column_words(name) for name in ("annual_income", "Age", "MntWines", "ID")] == [
        "annual income",
        "age",
        "MntWines",
        "ID",
    ]


def test_that_a_name_without_end_is_cut_short():
    # Fluent itself refuses more than 1,000 letters.
    endless = wording.trait_text(Trait("x" * 3000, 1, 2, 1))
    assert endless.startswith("higher xxx")
    assert endless.endswith("x…: 2 against 1")
    assert len(endless) < 600


def test_that_equal_medians_are_not_held_against_each_other() -> None:
    trait = Trait("kids", effect=-0.6, value=1.0, overall=1.0)
    assert wording.trait_text(trait) == "kids lower on average, though the middle is 1 as for all"


def test_that_a_part_of_the_money_and_a_count_are_named_by_what_they_are_for():
    meat, visits = Trait("MntMeatProducts", 0.8, 2, 1), Trait("NumCatalogPurchases", -1.3, 1, 2)
    assert wording.segment_names(cut((meat,), (visits,))) == (
        "High spending on meat products",
        "Very few catalog purchases",
    )


def test_that_levels_that_say_the_same_are_said_once():
    # Of who has no internet service every service on the internet is "No internet service".
    none = Trait("InternetService", 1.5, 1.0, 0.2, "No")
    security = Trait("OnlineSecurity", 1.5, 1.0, 0.2, "No internet service")
    assert wording.segment_names(cut((none, security))) == ("Mostly without internet service",)
