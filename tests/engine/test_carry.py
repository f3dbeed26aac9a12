"""Names and colours stay with a segment, whatever number it has in the next run."""

from __future__ import annotations

import numpy as np

from segdesk.engine.carry import Seen, carried_colours, carried_names, carry_names, common_profiles
from segdesk.model.recipe import ColumnUse
from segdesk.model.roles import ColumnRole
from tests.engine.tables import number, table, text


def seen(labels: list[int], customers: str = "", **more: object) -> Seen:
    line = np.array(labels, np.int8)
    return Seen(line, int(line.max()) + 1, tuple(customers), **more)  # type: ignore[arg-type]


def test_that_shared_customers_say_which_segment_is_which():
    old = seen([0, 0, 0, 1, 1, 2], "abcdef")
    # Other order, other numbers; x is new, f is gone and c has moved.
    new = seen([1, 0, 0, 1, 1, 2], "cabdex")
    # Old 0 (a, b, c) → new 0 has a, b; old 1 (d, e) → new 1 has d, e; old 2 (f) is gone.
    assert carry_names(old=old, new=new) == {0: 0, 1: 1}


def test_that_segments_are_paired_so_that_the_most_customers_stay():
    # Old 0's most are in new 1, but so are old 1's: 3 + 4 stay if 0 → 0 and 1 → 1, 4 + 0 otherwise.
    old = seen([0] * 7 + [1] * 4, "abcdefghijk")
    new = seen([0] * 3 + [1] * 4 + [1] * 4, "abcdefghijk")
    assert carry_names(old=old, new=new) == {0: 0, 1: 1}


def test_that_a_pair_which_holds_a_minority_of_both_is_no_segment_of_old():
    # Old 0 (12) is spread 4, 4, 4 over three new ones, which are mostly the others' (5 each).
    who = [chr(97 + i) for i in range(26)] + [chr(65 + i) for i in range(1)]
    old = seen([0] * 12 + [1] * 5 + [2] * 5 + [3] * 5, "".join(who))
    new = seen([0, 1, 2] * 4 + [0] * 5 + [1] * 5 + [2] * 5, "".join(who))
    assert carry_names(old=old, new=new) == {1: 0, 2: 1, 3: 2}


def test_that_outliers_belong_to_nobody():
    old = seen([0, 0, -1, 1], "abcd")
    assert carry_names(old=old, new=seen([-1, -1, 0, 1], "abcd")) == {1: 1}


def test_that_with_too_few_shared_customers_profiles_decide():
    # One customer of ten is known in both, fewer than a fifth.
    old = seen([0] * 5 + [1] * 5, "abcdefghij", profile=np.array([[0.0], [10.0]]))
    new = seen([0] * 5 + [1] * 5, "aKLMNOPQRS", profile=np.array([[9.0], [1.0]]))
    assert carry_names(old=old, new=new) == {0: 1, 1: 0}


def test_that_a_profile_far_from_all_old_ones_is_a_new_segment():
    old = Seen(np.array([0, 1], np.int8), 2, profile=np.array([[0.0], [4.0]]))
    # 9 stands 5 from old 1, farther than old 0 does (4).
    new = Seen(np.array([0, 1], np.int8), 2, profile=np.array([[0.5], [9.0]]))
    assert carry_names(old=old, new=new) == {0: 0}


def test_that_without_customers_and_profiles_nothing_is_carried():
    assert carry_names(old=seen([0, 1]), new=seen([0, 1])) == {}


def test_that_names_go_along_and_an_empty_one_stays_empty():
    assert carried_names({0: 2, 1: 0}, ["Gold", "", "gone"]) == {2: "Gold"}


def test_that_colours_go_along_and_new_segments_take_free_ones():
    # New 2 has the colour of old 0 and new 0 that of old 1, which had 5; new 1 takes the lowest free one.
    assert carried_colours({0: 2, 1: 0}, (0, 5), 3) == (5, 1, 0)


def test_that_a_colour_stays_though_fewer_segments_are_left():
    # The fifth of five lives on as the second of two: it keeps the fifth colour.
    assert carried_colours({0: 0, 4: 1}, (), 2) == (0, 4)


def test_that_profiles_are_on_the_old_tables_scale():
    # Old incomes 10, 10, 30, 30: mean 20, deviation 10. Old shares of "a": 3/4.
    old = table(
        number("income", [10, 10, 30, 30]), text("town", ["a", "a", "a", "b"]), number("gone", [1, 2, 3, 4])
    )
    new = table(text("town", ["b", "", "zzz"]), number("income", [40, np.nan, 20]))
    uses = [
        ColumnUse("income", ColumnRole.MEASURE),
        ColumnUse("town", ColumnRole.CATEGORY),
        ColumnUse("gone", ColumnRole.MEASURE),
    ]
    labels = np.array([0, 0, 1, 1], np.int8), np.array([0, 0, 1], np.int8)
    before, after = common_profiles(old, new, uses, labels=labels, counts=(2, 2))
    # A share's deviation is √(0.75·0.25) = 0.4330: all "a" is 0.25 / 0.4330 = 0.57735.
    assert np.allclose(before, [[-1, 0.57735, -0.57735], [1, -0.57735, 0.57735]], atol=1e-5)
    # New 0: income 40 is 2, town b; its second customer has neither. New 1: income 20, a town unknown before.
    assert np.allclose(after, [[2, -1.73205, 1.73205], [0, -1.73205, -0.57735]], atol=1e-5)


def test_that_a_column_of_another_kind_says_nothing():
    old, new = table(number("x", [1, 2])), table(text("x", ["a", "b"]))
    labels = np.array([0, 1], np.int8), np.array([0, 1], np.int8)
    _, after = common_profiles(old, new, [ColumnUse("x", ColumnRole.MEASURE)], labels=labels, counts=(2, 2))
    assert after.tolist() == [[0], [0]]


def test_that_numbers_used_as_a_category_are_compared_as_they_are_written():
    old, new = table(number("code", [1, 2, 1, 2])), table(number("code", [2, 1]))
    labels = np.array([0, 1, 0, 1], np.int8), np.array([0, 1], np.int8)
    before, after = common_profiles(
        old, new, [ColumnUse("code", ColumnRole.CATEGORY)], labels=labels, counts=(2, 2)
    )
    assert np.array_equal(before, after[::-1])
