"""What columns' names say of customers, in several languages and spellings."""

from __future__ import annotations

import pytest

from segdesk.model.aspects import (
    Aspect,
    aspect_of,
    is_money_of_a_purchase,
    is_part_of_money,
    money_rank,
    tier_rank,
    visits_a_year,
)


@pytest.mark.parametrize(
    ("name", "aspect"),
    [
        ("annual_income", Aspect.INCOME),
        ("Annual Income (k$)", Aspect.INCOME),
        ("Einkommen", Aspect.INCOME),
        ("ገቢ", Aspect.INCOME),
        ("age", Aspect.AGE),
        ("customer_age", Aspect.AGE),
        ("AgeOfStore", None),
        ("Spending Score (1-100)", Aspect.SCORE),
        ("credit_score", None),
        ("membership_tier", Aspect.TIER),
        ("membership_since", None),
        ("loyalty_points", None),
        ("visit_frequency", Aspect.VISITS),
        ("frequency", Aspect.VISITS),
        ("NumWebVisitsMonth", None),
        ("NumStorePurchases", None),
        ("Total_Purchases", Aspect.VISITS),
        ("days_between_orders", None),
        ("avg_basket_size", Aspect.BASKET),
        ("average_order_value", Aspect.BASKET),
        ("Recency", Aspect.RECENCY),
        ("days_since_last_purchase", Aspect.RECENCY),
        ("total_spend", Aspect.SPEND),
        ("monetary", Aspect.SPEND),
        ("Umsatz_EUR", Aspect.SPEND),
        ("MntWines", None),
        ("tenure_days", Aspect.TENURE),
        ("region", Aspect.PLACE),
        ("euribor3m", None),
    ],
)
def test_that_a_name_says_what_its_column_tells(name: str, aspect: Aspect | None):
    assert aspect_of(name) is aspect


def test_that_a_part_of_the_money_is_not_all_of_it():
    assert is_part_of_money("MntWines")
    assert money_rank("MntWines") is None
    assert not is_part_of_money("total_spend")


def test_that_scores_shares_and_averages_are_no_money():
    for name in ("spending_score", "returned_share", "average_amount", "amount_of_orders_count", "price"):
        assert money_rank(name) is None, name


def test_that_a_basket_of_pieces_is_not_one_of_money():
    assert is_money_of_a_purchase("average_basket")
    assert not is_money_of_a_purchase("avg_basket_size")
    assert not is_money_of_a_purchase("monetary")


def test_that_tiers_have_an_order_and_unknown_ones_none():
    found = [tier_rank(level) for level in ("Basic", "Bronze", "Silver", "GOLD", "Platinum card", "VIP")]
    assert found == [0, 1, 2, 3, 4, 5]
    assert tier_rank("Purple") is None


def test_that_words_for_how_often_are_visits_a_year():
    found = [visits_a_year(word) for word in ("Daily", "weekly", "Monthly", "Rarely", "Never", "sometimes")]
    assert found == [365, 52, 12, 4, 0, None]
