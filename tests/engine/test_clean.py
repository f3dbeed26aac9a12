"""What can be tidied is found, and changes do what they say."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from segdesk.engine.clean import Cleaned, apply_changes, log, suggest
from segdesk.engine.roles import summarise_columns
from segdesk.errors import InputError
from segdesk.model.changes import Change, ChangeKind, Suggestion
from segdesk.model.notes import Note
from segdesk.model.reading import ColumnTotal, Dialect, LeftOut, Receipt
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Column, Table
from tests.engine import tables

INCOMES = [20_000.0 + 1_000 * (i % 37) for i in range(120)]


def found(*columns: Column) -> tuple[Suggestion, ...]:
    table = tables.table(*columns)
    return suggest(table, summarise_columns(table))


def changes(*columns: Column) -> list[Change]:
    return [suggestion.change for suggestion in found(*columns)]


def tidied(table: Table, *made: Change) -> Cleaned:
    return apply_changes(table, summarise_columns(table), made)


def values(cleaned: Cleaned, name: str) -> list[float]:
    return [float(v) for v in cleaned.table.column(name).values]


def words(column: Column) -> list[str]:
    return [column.levels[code] if code >= 0 else "" for code in column.values]


def births(*odd: float) -> Column:
    return tables.number("Year_Birth", [*(1950.0 + i % 40 for i in range(100)), *odd])


def days(count: int) -> Column:
    return tables.date("Dt_Customer", [f"2014-06-{1 + i % 29:02d}" for i in range(count)])


# --- what is suggested


def test_that_birth_years_become_ages_in_the_files_last_year() -> None:
    (age, tenure) = found(births(), days(100))
    assert age.change == Change(ChangeKind.AGE, ("Year_Birth",), "Age")
    assert age.note == Note("tidy.age", {"name": "Age", "column": "Year_Birth", "year": "2014"})
    assert tenure.change.kind is ChangeKind.TENURE
    assert not age.is_safe
    assert not age.is_applied


def test_that_without_a_date_nobody_knows_how_old_they_are() -> None:
    assert found(births(), tables.number("Recency", range(100))) == ()


def test_that_an_age_is_not_worked_out_twice() -> None:
    ages = tables.number("age", [20 + i % 40 for i in range(100)])
    assert [c.kind for c in changes(births(), days(100), ages)] == [ChangeKind.TENURE]


def test_that_days_to_come_are_no_reference() -> None:
    until = tables.date("valid_until", ["2099-12-31"] * 100)
    assert found(births(), days(100), until)[0].note.facts["year"] == "2014"


@pytest.mark.parametrize(
    "name", ["Dt_Customer", "joined", "Member since", "signup_date", "registration_date"]
)
def test_that_joining_days_become_tenures(name: str) -> None:
    (tenure,) = found(replace(days(30), name=name), tables.number("spend", range(30)))
    assert tenure.change == Change(ChangeKind.TENURE, (name,), "Tenure_Days")
    assert tenure.note.facts["day"] == "2014-06-29"


@pytest.mark.parametrize("name", ["order_date", "birth_date", "valid_until"])
def test_that_other_days_do_not(name: str) -> None:
    assert ChangeKind.TENURE not in [c.kind for c in changes(replace(days(30), name=name))]


@pytest.mark.parametrize(
    "names",
    [
        ("MntWines", "MntFruits", "MntMeatProducts"),
        ("wine_spend", "fruit_spend", "meat_spend"),
        ("Wine (ETB)", "Fruit (ETB)", "Meat (ETB)"),
    ],
)
def test_that_amounts_of_one_family_are_added_up(names: tuple[str, ...]) -> None:
    columns = [tables.number(name, [i * j % 11 + 0.5 for j in range(40)]) for i, name in enumerate(names, 2)]
    assert changes(*columns) == [Change(ChangeKind.TOTAL, names, "Total_Spending")]


def test_that_a_sum_which_is_there_is_not_added_up_again() -> None:
    parts = [
        tables.number(f"spend_{n}", [k * j % 11 + 0.5 for j in range(40)]) for k, n in enumerate("abc", 2)
    ]
    whole = tables.number("everything", np.sum([part.values for part in parts], axis=0))
    assert changes(*parts, whole) == []


def test_that_counts_and_incomes_are_no_amounts_to_add_up() -> None:
    names = (
        "NumWebPurchases",
        "NumStorePurchases",
        "NumDealsPurchases",
        "Income (ETB)",
        "Average basket (ETB)",
    )
    columns = [tables.number(name, [i * j % 13 + 0.5 for j in range(40)]) for i, name in enumerate(names, 2)]
    assert changes(*columns) == []


def test_that_children_and_household_are_added_up_from_their_parts() -> None:
    kids, teens = tables.number("Kidhome", [0, 1, 2, 0]), tables.number("Teenhome", [1, 1, 0, 0])
    adults = tables.number("adults", [2, 1, 2, 1])
    children = Change(ChangeKind.HOUSEHOLD, ("Kidhome", "Teenhome"), "Total_Children")
    assert changes(kids, teens) == [children]
    household = Change(ChangeKind.HOUSEHOLD, ("adults", "Kidhome", "Teenhome"), "Household_Size")
    assert changes(kids, teens, adults) == [children, household]


def test_that_a_taken_name_is_not_given_again() -> None:
    kids, teens = tables.number("Kidhome", [0, 1, 2, 0]), tables.number("Teenhome", [1, 1, 0, 0])
    assert changes(kids, teens, tables.number("Total_Children", [5, 6, 7, 9])) == []


def test_that_spellings_that_differ_in_case_and_blanks_are_joined_safely() -> None:
    city = tables.text(
        "city", ["Addis Ababa", "Hawassa", "addis  ababa", "Addis Ababa", "hawassa", "Hawassa"] * 5
    )
    (joined,) = found(city, tables.number("spend", range(30)))
    assert joined.is_safe
    assert joined.change.levels == (("addis  ababa", "Addis Ababa"), ("hawassa", "Hawassa"))


def test_that_grades_which_differ_in_a_sign_stay_apart() -> None:
    assert changes(tables.text("grade", ["A", "A+", "A-", "B"] * 10)) == []


def tiers(*odd: str) -> Column:
    common = [("Gold", "Silver", "Bronze")[i % 3] for i in range(300)]
    return tables.text("tier", [*common, *odd])


def marital(*odd: str) -> Column:
    common = [("Married", "Single", "Widow")[i % 3] for i in range(300)]
    return tables.text("Marital_Status", [*common, *odd])


def test_that_rare_levels_wait_for_the_users_word() -> None:
    (rare,) = found(tiers("YOLO", "Absurd", "YOLO"))
    assert rare.change.levels == (("YOLO", "Other"), ("Absurd", "Other"))
    assert not rare.is_safe


def test_that_sparse_marital_statuses_are_joined_with_their_neighbours() -> None:
    # 3 of 303 are under 5 %; "unknown" is nobody's neighbour and stays.
    (joined,) = found(marital("YOLO", "Alone", "unknown"))
    assert joined.change.levels == (
        ("Married", "Partner"), ("Single", "Alone"), ("Widow", "Alone"), ("YOLO", "Alone"),
    )  # fmt: skip
    assert (joined.is_safe, joined.note.code) == (False, "tidy.neighbours")


def test_that_sparse_educations_are_joined_with_their_neighbours() -> None:
    levels = ["High School"] * 150 + ["Bachelor's Degree"] * 100 + ["Master"] * 60 + ["Ph.D."] * 3
    (joined,) = found(tables.text("Education Level", levels))
    assert dict(joined.change.levels) == {
        "High School": "Undergraduate",
        "Bachelor's Degree": "Graduate",
        "Master": "Postgraduate",
        "Ph.D.": "Postgraduate",
    }


@pytest.mark.parametrize(
    "column",
    [
        marital(),  # none is sparse
        marital("Hermit"),  # nobody knows whose neighbour that is
        tables.text("tier", ["Married"] * 200 + ["Single"] * 100 + ["Widow"] * 3),  # no such heading
        tables.text("Marital_Status", ["Married"] * 200 + ["Single"] * 3),  # two levels are two groups
    ],
)
def test_that_other_levels_have_no_known_neighbours(column: Column) -> None:
    assert "tidy.neighbours" not in [suggestion.note.code for suggestion in found(column)]


@pytest.mark.parametrize("odd", [["YOLO"], ["unknown", "yes"], ["unknown", "YOLO"], []])
def test_that_a_rare_level_without_company_stays(odd: list[str]) -> None:
    assert changes(tiers(*odd)) == []


def test_that_rare_levels_go_where_others_are_already() -> None:
    assert changes(tiers("YOLO", *["other"] * 9))[0].levels == (("YOLO", "other"),)


def test_that_ages_far_from_all_others_are_impossible() -> None:
    ages = [20 + i % 50 for i in range(100)]
    (aside,) = found(tables.number("age", [*ages, 118, 95, 1, -3]))
    assert aside.change == Change(ChangeKind.SET_ASIDE, ("age",), low=5, high=90)
    assert aside.note == Note(
        "tidy.outside", {"column": "age", "count": 4, "low": "5", "high": "90", "values": "-3, 1, 95, 118"}
    )
    assert not aside.is_safe


def test_that_old_customers_are_no_mistake() -> None:
    # Ages 20 to 97 without a gap, as a bank has them; 140 is one all the same.
    ages = [20 + i % 70 for i in range(700)] + [91, 92, 94, 97]
    assert changes(tables.number("age", ages)) == []
    (aside,) = changes(tables.number("age", [*ages, 140]))
    assert (aside.low, aside.high) == (None, 110)


def test_that_the_age_of_a_store_is_no_age() -> None:
    assert changes(tables.number("AgeOfStore", [*(20 + i % 50 for i in range(100)), 300])) == []


def test_that_many_odd_ages_mean_something_else() -> None:
    odd = changes(tables.number("age", [*(20 + i % 50 for i in range(100)), *[999] * 50]))
    assert [change.kind for change in odd] == [ChangeKind.MISSING]  # a code, and nobody to set aside


def test_that_birth_years_of_a_form_left_empty_are_impossible() -> None:
    aside = found(births(1893, 1900), days(102))[-1]
    # 2014 - 90 and 2014 - 5.
    assert aside.change == Change(ChangeKind.SET_ASIDE, ("Year_Birth",), low=1924)
    assert aside.note == Note(
        "tidy.below", {"column": "Year_Birth", "count": 2, "low": "1924", "values": "1893, 1900"}
    )


def test_that_one_income_far_beyond_all_others_is_found() -> None:
    # Quartiles 28,000 and 47,000: the far fence is exp(ln 47,000 + 3 ln(47/28)) = 222,000, rounded up.
    quartiles = np.percentile(np.log([*INCOMES, 666_666]), [25, 75])
    fence = math.exp(quartiles[1] + 3 * (quartiles[1] - quartiles[0]))
    (aside,) = changes(tables.number("Income", [*INCOMES, 666_666]))
    assert aside.columns == ("Income",)
    assert aside.low is None
    assert aside.high is not None
    assert fence <= aside.high < min(fence * 1.1, 666_666)


def test_that_a_long_tail_of_incomes_is_normal() -> None:
    drawn = np.random.default_rng(1).lognormal(10, 1.2, 3_000)
    assert changes(tables.number("Income", drawn.round(2))) == []


def test_that_a_kind_of_rich_customers_is_no_mistake() -> None:
    assert changes(tables.number("Income", [*INCOMES, *[900_000.0 + i for i in range(12)]])) == []


def test_that_spending_is_never_set_aside() -> None:
    assert changes(tables.number("spend", [*INCOMES, 66_666_666])) == []


# --- what changes do

PEOPLE = tables.table(
    tables.number("born", [1960, 1985, np.nan, 1899]),
    tables.date("joined", ["2020-01-31", "2020-03-01", "2020-02-28", "NaT"]),
    tables.number("wine", [1, 2, 3, np.nan]),
    tables.number("meat", [10, 20, 30, 40]),
    tables.text("status", ["YOLO", "Single", "", "Alone"]),
)


def test_that_ages_are_counted_from_the_reference_or_the_files_last_day() -> None:
    said = tidied(PEOPLE, Change(ChangeKind.AGE, ("born",), "Age", reference="2026"))
    assert values(said, "Age") == pytest.approx([66, 41, math.nan, 127], nan_ok=True)
    own = tidied(PEOPLE, Change(ChangeKind.AGE, ("born",), "Age"))
    assert values(own, "Age") == pytest.approx([60, 35, math.nan, 121], nan_ok=True)


def test_that_ages_from_birth_dates_are_full_years() -> None:
    table = tables.table(
        tables.date("birth_date", ["1990-03-01", "1990-02-28", "2000-02-29", "NaT"]),
        tables.number("spend", [1, 2, 3, 4]),
    )
    # On 28 February 2020 the first is a day short of 30, the third a day short of 20.
    cleaned = tidied(table, Change(ChangeKind.AGE, ("birth_date",), "Age", reference="2020-02-28"))
    assert values(cleaned, "Age") == pytest.approx([29, 30, 19, math.nan], nan_ok=True)


def test_that_tenure_counts_days_to_the_last_day_of_its_column() -> None:
    # 2020 is a leap year: 31 January to 1 March is 30 days.
    own = tidied(PEOPLE, Change(ChangeKind.TENURE, ("joined",), "Tenure"))
    assert values(own, "Tenure") == pytest.approx([30, 0, 2, math.nan], nan_ok=True)
    said = tidied(PEOPLE, Change(ChangeKind.TENURE, ("joined",), "Tenure", reference="2020-03-02"))
    assert values(said, "Tenure") == pytest.approx([31, 1, 3, math.nan], nan_ok=True)


def test_that_a_sum_with_a_part_missing_is_missing() -> None:
    cleaned = tidied(PEOPLE, Change(ChangeKind.TOTAL, ("wine", "meat"), "All"))
    assert values(cleaned, "All") == pytest.approx([11, 22, 33, math.nan], nan_ok=True)


def test_that_joined_levels_are_one_level_in_order_of_appearance() -> None:
    fold = Change(ChangeKind.FOLD, ("status",), levels=(("YOLO", "Alone"), ("Alone", "Alone"), ("gone", "x")))
    column = tidied(PEOPLE, fold).table.column("status")
    assert column.levels == ("Alone", "Single")
    assert words(column) == ["Alone", "Single", "", "Alone"]


def test_that_joined_levels_can_make_a_new_column() -> None:
    cleaned = tidied(PEOPLE, Change(ChangeKind.FOLD, ("status",), "Living", levels=(("YOLO", "Alone"),)))
    assert words(cleaned.table.column("status")) == ["YOLO", "Single", "", "Alone"]
    assert words(cleaned.table.column("Living")) == ["Alone", "Single", "", "Alone"]


def test_that_rows_set_aside_take_their_levels_along() -> None:
    cleaned = tidied(PEOPLE, Change(ChangeKind.SET_ASIDE, ("wine",), low=2))
    assert cleaned.is_kept.tolist() == [False, True, True, True]  # a missing value isn't below 2
    assert cleaned.table.column("status").levels == ("Single", "Alone")
    assert words(cleaned.table.column("status")) == ["Single", "", "Alone"]
    assert [(out.reason.code, out.count) for out in cleaned.left_out] == [("tidy.below", 1)]


def test_that_limits_of_dates_are_years_and_of_derived_columns_work() -> None:
    table = tables.table(
        tables.date("born_on", ["1893-05-01", "1990-02-28", "2000-02-29"]), tables.number("x", [1, 2, 3])
    )
    assert tidied(table, Change(ChangeKind.SET_ASIDE, ("born_on",), low=1900)).table.rows == 2
    age = Change(ChangeKind.AGE, ("born_on",), "Age", reference="2020")
    young = Change(ChangeKind.SET_ASIDE, ("Age",), high=90)
    assert tidied(table, age, young).is_kept.tolist() == [False, True, True]


def test_that_a_column_is_no_near_copy_of_what_it_came_from() -> None:
    table = tables.table(births(), days(100), tables.number("spend", [i * 7 % 101 for i in range(100)]))
    cleaned = tidied(table, *(s.change for s in suggest(table, summarise_columns(table))))
    found = {s.name: s for s in cleaned.summaries}
    assert [s.name for s in cleaned.summaries] == [c.name for c in cleaned.table.columns]
    assert found["Age"].role is ColumnRole.MEASURE
    assert found["Tenure_Days"].role is ColumnRole.MEASURE
    assert (found["Year_Birth"].role, found["Year_Birth"].reason) == (
        ColumnRole.IGNORED,
        Note("reason.part_of", {"column": "Age"}),
    )
    assert found["Dt_Customer"].role is ColumnRole.DATE  # it never was in the sums


def test_that_parts_of_a_sum_still_describe() -> None:
    parts = [
        tables.number(f"spend_{n}", [k * j % 11 + 0.5 for j in range(40)]) for k, n in enumerate("abc", 2)
    ]
    table = tables.table(*parts)
    cleaned = tidied(table, *(s.change for s in suggest(table, summarise_columns(table))))
    assert [s.role for s in cleaned.summaries] == [ColumnRole.DESCRIBE] * 3 + [ColumnRole.MEASURE]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Change(ChangeKind.TOTAL, ("wine", "fish"), "All"), "tidy.no_column"),
        (Change(ChangeKind.TOTAL, (), "All"), "tidy.no_columns"),
        (Change(ChangeKind.TOTAL, ("wine", "status"), "All"), "tidy.wrong_kind"),
        (Change(ChangeKind.TENURE, ("born",), "Tenure"), "tidy.wrong_kind"),
        (Change(ChangeKind.FOLD, ("wine",)), "tidy.wrong_kind"),
        (Change(ChangeKind.AGE, ("born",), "meat"), "tidy.name_taken"),
        (Change(ChangeKind.AGE, ("born",)), "tidy.no_name"),
        (Change(ChangeKind.AGE, ("born",), "born"), "tidy.name_taken"),
        (Change(ChangeKind.AGE, ("born",), "Age", reference="soon"), "tidy.reference"),
        (Change(ChangeKind.SET_ASIDE, ("meat",), high=10), "tidy.nobody_left"),
    ],
)
def test_that_a_change_that_does_not_fit_is_refused(change: Change, code: str) -> None:
    with pytest.raises(InputError) as refusal:
        tidied(PEOPLE, change)
    assert refusal.value.code == code


@pytest.mark.parametrize("kind", [ChangeKind.AGE, ChangeKind.TENURE])
def test_that_a_table_without_days_has_no_reference(kind: ChangeKind) -> None:
    table = tables.table(tables.date("birth", ["NaT", "NaT"]), tables.number("x", [1, 2]))
    with pytest.raises(InputError, match=r"tidy\.no_reference"):
        tidied(table, Change(kind, ("birth",), "new"))


# --- the receipt


def read(table: Table, *, lines: int, left_out: Sequence[LeftOut] = (), header_row: int = 1) -> Table:
    receipt = Receipt(lines, table.rows, tuple(left_out), 0, 0, "", "", (ColumnTotal("meat", 100.0, "ETB"),))
    return replace(table, dialect=Dialect("utf-8", header_row=header_row), receipt=receipt)


ASIDE = Change(ChangeKind.SET_ASIDE, ("meat",), low=15, high=35)  # rows 0 and 3


@pytest.mark.parametrize(
    ("lines", "left_out", "header_row", "found"),
    [
        (5, [], 1, (2, 5)),
        (4, [], 0, (1, 4)),
        (6, [LeftOut(Note("note.total_row"), 1, (6,))], 1, (2, 5)),
        (6, [LeftOut(Note("note.blank_rows"), 1, (3,))], 1, (2, 6)),
        (8, [LeftOut(Note("note.title_lines"), 3, (1, 2))], 4, (5, 8)),
        (6, [LeftOut(Note("note.blank_rows"), 1)], 1, ()),  # which line is blank?
        (9, [], 1, ()),  # a value of several lines, but which?
    ],
)
def test_that_rows_set_aside_are_listed_by_their_lines(
    lines: int, left_out: list[LeftOut], header_row: int, found: tuple[int, ...]
) -> None:
    table = read(PEOPLE, lines=lines, left_out=left_out, header_row=header_row)
    receipt = tidied(table, ASIDE).table.receipt
    assert receipt is not None
    assert (receipt.rows, receipt.lines) == (2, lines)
    assert receipt.left_out[-1].lines == found
    assert receipt.totals == (ColumnTotal("meat", 50.0, "ETB"),)  # 20 + 30


# --- the log


def test_that_the_log_tells_what_was_done_and_what_is_open() -> None:
    table = tables.table(births(1893), days(101), tables.text("tier", [*["Gold", "Silver"] * 50, "gold"]))
    suggestions = suggest(table, summarise_columns(table))
    kinds = [s.change.kind for s in suggestions]
    assert kinds == [ChangeKind.AGE, ChangeKind.TENURE, ChangeKind.FOLD, ChangeKind.SET_ASIDE]
    untouched = log(table, suggestions, ())
    assert untouched == suggestions
    own = Change(ChangeKind.AGE, ("Year_Birth",), "Age", reference="2026")
    told = log(table, suggestions, (own, Change(ChangeKind.SET_ASIDE, ("Age",), high=89)))
    # The user's own age stands for the suggested one, and nobody is left to set aside by birth year.
    assert [(s.change.kind, s.is_applied) for s in told] == [
        (ChangeKind.AGE, True),
        (ChangeKind.SET_ASIDE, True),
        (ChangeKind.TENURE, False),
        (ChangeKind.FOLD, False),
    ]
    assert told[0].note.facts["year"] == "2026"
    assert told[1].note.facts == {"column": "Age", "count": 1, "high": "89", "values": "133"}


# --- whatever the table

cell = st.one_of(st.just(math.nan), st.integers(-5, 5).map(float))
limit = st.one_of(st.none(), st.integers(-5, 5).map(float))


def four(kind: st.SearchStrategy[float]) -> st.SearchStrategy[list[float]]:
    return st.lists(kind, min_size=6, max_size=6)


@given(a=four(cell), b=four(cell), low=limit, high=limit)
def test_that_rows_kept_and_set_aside_are_all_rows_and_no_other_value_changes(
    a: ArrayLike, b: ArrayLike, low: float | None, high: float | None
) -> None:
    table = tables.table(
        tables.number("a", a), tables.number("b", b), tables.text("t", ["x", "y", "", "x", "z", "y"])
    )
    steps = [
        Change(ChangeKind.TOTAL, ("a", "b"), "sum"),
        Change(ChangeKind.SET_ASIDE, ("a",), low=low, high=high),
        Change(ChangeKind.SET_ASIDE, ("sum",), low=low, high=high),
    ]
    try:
        cleaned = tidied(table, *steps)
    except InputError:
        return  # fewer than two rows would stay; another test looks at that
    assert cleaned.table.rows == cleaned.is_kept.sum()
    assert cleaned.table.rows + sum(out.count for out in cleaned.left_out) == table.rows
    for name in ("a", "b"):
        kept = table.column(name).values[cleaned.is_kept]
        assert np.array_equal(cleaned.table.column(name).values, kept, equal_nan=True)
    before = [w for w, keep in zip(words(table.column("t")), cleaned.is_kept, strict=True) if keep]
    assert words(cleaned.table.column("t")) == before
    column = cleaned.table.column("t")
    assert list(column.levels) == list(dict.fromkeys(w for w in before if w))


@given(st.lists(st.sampled_from(["Gold", "gold", "GOLD ", "Silver", "x", ""]), min_size=2, max_size=30))
def test_that_a_safe_suggestion_leaves_every_row_and_nothing_to_suggest(levels: list[str]) -> None:
    table = tables.table(tables.text("tier", levels), tables.number("spend", range(len(levels))))
    safe = [s.change for s in suggest(table, summarise_columns(table)) if s.is_safe]
    cleaned = tidied(table, *safe)
    assert cleaned.table.rows == table.rows
    assert [s for s in suggest(cleaned.table, cleaned.summaries) if s.is_safe] == []
