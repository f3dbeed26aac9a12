"""A campaign from a run to its uplift, by files of customers and of sales."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from segdesk.errors import InputError, RunError, StoreError
from segdesk.model.campaign import Campaign, CampaignWishes, Conclusion, Outcome
from segdesk.model.campaign_plan import is_amount
from segdesk.store.campaigns import campaign as saved_campaign
from segdesk.store.campaigns import campaign_parts
from segdesk.store.db import opened
from segdesk.tasks.campaign import make_campaign
from segdesk.tasks.uplift import measure_uplift
from segdesk.words import campaign_words
from tests.tasks.customers_files import ROWS, run_of, write_customers
from tests.tasks.reporting import quiet

NAMES = ("A", "B", "C")
WISHES = CampaignWishes(budget="1000", cost="5")
ID = "የደንበኛ መለያ"

Make = Callable[..., int]


@pytest.fixture
def make(database: Path, tmp_path: Path) -> Make:
    run_id = run_of(database, write_customers(tmp_path / "customers.csv"), 3)

    def make_one(wishes: CampaignWishes = WISHES, *, is_workbook: bool = False) -> int:
        lists = campaign_words.campaign_lists(NAMES, is_workbook=is_workbook, file="customers.csv")
        return make_campaign(
            quiet,
            database=database,
            run_id=run_id,
            segments=3,
            wishes=wishes,
            lists=lists,
            folder=tmp_path / "out",
        )

    return make_one


def saved(database: Path, number: int) -> Campaign:
    with opened(database, "read") as connection:
        return saved_campaign(connection, number).campaign


def keys(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row[ID] for row in csv.DictReader(file)]


def test_that_both_lists_are_written_and_nobody_is_on_both(
    make: Make, database: Path, tmp_path: Path
) -> None:
    campaign = saved(database, make())
    # 1000 pays for 200; 230 may be contacted: 30 held back (the least) leave exactly 200.
    assert (campaign.contacted, campaign.held_back, campaign.opted_out) == (200, 30, 10)
    contact, held_back = keys(tmp_path / "out" / "Contact.csv"), keys(tmp_path / "out" / "Held back.csv")
    assert (len(contact), len(held_back)) == (200, 30)
    assert not set(contact) & set(held_back)
    assert not {f"K{i:04d}" for i in range(0, ROWS, 24)} & {*contact, *held_back}
    assert (campaign.identifier, campaign.sales) == (ID, "total_spend")


def test_that_segments_are_taken_by_sales_until_the_budget_is_used_up(make: Make, database: Path) -> None:
    campaign = saved(database, make(replace(WISHES, budget="250")))
    # 250 pays for 50; with 30 held back 80 are in: all 80 rich ones (who opted out are all of kind 0).
    assert [row.sales for row in campaign.rows] == sorted((row.sales for row in campaign.rows), reverse=True)
    assert [(row.contacted, row.held_back) for row in campaign.rows] == [(50, 30), (0, 0), (0, 0)]


def test_that_the_users_order_stands_above_sales(make: Make, database: Path) -> None:
    campaign = saved(database, make(replace(WISHES, budget="50", order=(1,))))
    assert [row.segment for row in campaign.rows] == [1]
    assert (campaign.contacted, campaign.held_back) == (10, 10)  # at most half


def test_that_the_same_wishes_draw_the_same_customers(make: Make, database: Path) -> None:
    first, second = make(), make()
    with opened(database, "read") as connection:
        assert np.array_equal(campaign_parts(connection, first), campaign_parts(connection, second))


def test_that_a_workbook_has_both_lists(make: Make, tmp_path: Path) -> None:
    make(is_workbook=True)
    book = CalamineWorkbook.from_path(str(tmp_path / "out" / "Campaign.xlsx"))
    assert book.sheet_names == ["Summary", "Contact", "Held back"]
    assert len(book.get_sheet_by_name("Contact").to_python()) == 201


def test_that_a_new_campaign_leaves_none_of_the_old_lists(make: Make, tmp_path: Path) -> None:
    make()
    make(is_workbook=True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["Campaign.xlsx"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"budget": "a lot"}, "campaign.not_money"),
        ({"cost": "0"}, "campaign.not_money"),
        ({"cost": "1e999999999"}, "campaign.not_money"),
        ({"control_share": 0.6}, "campaign.control_share"),
        ({"control_share": float("nan")}, "campaign.control_share"),
        ({"order": (3,)}, "campaign.no_segment"),
        ({"order": (1, 1)}, "campaign.repeated_segment"),
        ({"identifier": "nobody"}, "campaign.no_column"),
        ({"sales": "tier"}, "campaign.not_numbers"),
        ({"budget": "1"}, "campaign.no_budget"),
    ],
)
def test_that_wishes_that_do_not_fit_are_told(make: Make, change: dict[str, object], code: str) -> None:
    with pytest.raises((InputError, RunError)) as refusal:
        make(replace(WISHES, **change))  # type: ignore[arg-type]
    assert refusal.value.code == code


def test_that_amounts_are_plain_numbers() -> None:
    assert [is_amount(text) for text in ("1", "0.10", "1/3", "-1", "1,5", "", "1e5")] == [
        True, True, False, False, False, False, False,
    ]  # fmt: skip


def test_that_lists_that_cannot_be_written_leave_no_campaign(
    make: Make, database: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file, not a folder")
    with pytest.raises(StoreError, match=r"export\.cannot_write"):
        make()
    with opened(database, "read") as connection, pytest.raises(StoreError, match=r"database\.no_campaign"):
        saved_campaign(connection, 1)


def next_month(tmp_path: Path, *, more: float) -> Path:
    """Give the same customers a month later, the contacted with ``more`` spent."""
    frame = pd.read_csv(tmp_path / "customers.csv", dtype={"total_spend": float})
    contacted = set(keys(tmp_path / "out" / "Contact.csv"))
    noise = np.random.default_rng(3).normal(0, 40, len(frame))
    frame["total_spend"] += noise + np.where(frame[ID].isin(contacted), more, 0)
    path = tmp_path / "next.csv"
    frame.sample(frac=1, random_state=1).to_csv(path, index=False, encoding="utf-8-sig")
    return path


def test_that_a_planted_uplift_is_found_in_next_months_file(
    make: Make, database: Path, tmp_path: Path
) -> None:
    number = make()
    later = next_month(tmp_path, more=60)
    found = measure_uplift(quiet, database=database, campaign_id=number, source=later)
    (effect,) = found.effects
    assert (found.column, effect.contacted, effect.held_back) == ("total_spend", 200, 30)
    assert effect.is_adjusted  # by what each spent before; otherwise 13,000 between kinds would drown 60
    assert effect.conclusion is Conclusion.MORE
    assert effect.low < 60 < effect.high


def test_that_no_uplift_is_not_made_up(make: Make, database: Path, tmp_path: Path) -> None:
    number = make()
    found = measure_uplift(quiet, database=database, campaign_id=number, source=next_month(tmp_path, more=0))
    assert found.effects[0].conclusion in (Conclusion.NO_DIFFERENCE, Conclusion.TOO_FEW)


def test_that_in_a_file_of_sales_who_is_absent_bought_nothing(
    make: Make, database: Path, tmp_path: Path
) -> None:
    number = make()
    contacted = keys(tmp_path / "out" / "Contact.csv")
    held_back = keys(tmp_path / "out" / "Held back.csv")
    buyers = [*contacted[:150], *held_back[:6]]  # 75 % against 20 %
    lines = [
        f"{key},INV{i}{n},2026-02-{1 + (i + n) % 28:02d},{100 + i % 9}.50"
        for i, key in enumerate(buyers)
        for n in range(3)
    ]
    path = tmp_path / "sales.csv"
    path.write_text("customer_id,invoice_no,invoice_date,amount\n" + "\n".join(lines) + "\n", "utf-8")
    found = measure_uplift(quiet, database=database, campaign_id=number, source=path)
    assert found.absent_is_zero
    assert (found.contacted_absent, found.held_back_absent) == (50, 24)
    buying = next(effect for effect in found.effects if effect.outcome is Outcome.BUYING)
    assert (buying.contacted_mean, buying.held_back_mean) == pytest.approx((0.75, 0.2))
    assert buying.conclusion is Conclusion.MORE


def test_that_a_file_without_the_customers_is_told(make: Make, database: Path, tmp_path: Path) -> None:
    number = make()

    def measured(text: str) -> str:
        path = tmp_path / "wrong.csv"
        path.write_text(text, "utf-8")
        with pytest.raises(InputError) as refusal:
            measure_uplift(quiet, database=database, campaign_id=number, source=path)
        return refusal.value.code

    lines = "\n".join(f"Z{i:04d},{i % 9}.5,{i % 4}" for i in range(60))
    assert measured(f"{ID},total_spend,kind\n{lines}\n") == "campaign.no_match"
    assert measured(f"somebody,total_spend,kind\n{lines}\n") == "campaign.no_such_numbers"
    known = "\n".join(f"K{i:04d},{'abc'[i % 3]},{'de'[i % 2]}" for i in range(60))
    assert measured(f"{ID},letter,kind\n{known}\n") == "campaign.no_spending"


def test_that_a_file_without_known_spending_offers_its_numbers(
    make: Make, database: Path, tmp_path: Path
) -> None:
    number = make()
    path = tmp_path / "next.csv"
    lines = "\n".join(f"K{i:04d},{i % 9},{'abc'[i % 3]},{i % 4}.5" for i in range(60))
    path.write_text(f"{ID},visits,letter,height\n{lines}\n", "utf-8")
    with pytest.raises(InputError, match=r"campaign\.no_spending") as refusal:
        measure_uplift(quiet, database=database, campaign_id=number, source=path)
    assert refusal.value.facts["columns"] == ("visits", "height")


def test_that_words_say_what_the_figures_mean(make: Make, database: Path, tmp_path: Path) -> None:
    number = make()
    campaign = saved(database, number)
    lines = campaign_words.campaign_lines(number, campaign, NAMES)
    assert lines[0] == "Campaign 1: 200 customers to contact for 1,000 of 1,000, 30 held back."
    assert any("10 customers of these segments asked not to be contacted (opt_out)" in line for line in lines)
    later = next_month(tmp_path, more=60)
    found = measure_uplift(quiet, database=database, campaign_id=number, source=later)
    told = " ".join(campaign_words.uplift_lines(found))
    assert "The contacted spent" in told
    document = campaign_words.uplift_document(found)
    assert document["effects"][0]["conclusion"] == "more"
    assert document["effects"][0]["text"] in told
