"""What a table teaches about features is kept and used on other tables by stated rules."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segdesk.engine.encode import encode
from segdesk.engine.feature_rules import checked_features
from segdesk.engine.transform import Gap, apply, learn
from segdesk.errors import InputError, RunError
from segdesk.model.recipe import Encoding
from segdesk.model.roles import ColumnRole
from tests.engine.tables import date, number, recipe, table, text

MEASURE, CATEGORY = ColumnRole.MEASURE, ColumnRole.CATEGORY
ROLES = {"age": MEASURE, "tier": CATEGORY, "joined": MEASURE}
PEOPLE = table(
    number("age", [20, 30, 40, 50]),
    text("tier", ["Gold", "Silver", "Gold", "Gold"]),
    date("joined", ["2020-01-01", "2020-01-03", "2020-01-05", "2020-01-07"]),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.floats(-1e6, 1e6), st.just(float("nan")), st.just(float("inf"))),
            st.sampled_from(["", "a", "b", "c", "d"]),
            st.integers(0, 5),
        ),
        min_size=5,
        max_size=60,
    ),
    st.sampled_from(Encoding),
    st.sampled_from([None, 2, 0.8]),
    st.floats(0.1, 3.0),
)
def test_that_a_transform_gives_its_own_table_the_same_bits(
    rows: list[tuple[float, str, int]], encoding: Encoding, pca: float | None, influence: float
) -> None:
    made = table(
        number("x", [row[0] for row in rows]),
        text("y", [row[1] for row in rows]),
        number("z", [row[2] for row in rows]),
    )
    choice = recipe({"x": MEASURE, "y": CATEGORY, "z": CATEGORY}, encoding=encoding, pca=pca)
    uses = (replace(choice.columns[0], influence=influence), *choice.columns[1:])
    choice = replace(choice, columns=uses)
    transform, _, _ = learn(made, choice)
    assert apply(transform, made).matrix.tobytes() == encode(made, choice).matrix.tobytes()


def test_that_new_values_are_scaled_as_the_old_ones() -> None:
    transform, _, _ = learn(PEOPLE, recipe({"age": MEASURE}, encoding=Encoding.CLASSIC))
    # Mean 35, population variance 125: 60 lies 25 above.
    found = apply(transform, table(number("age", [60])))
    assert found.matrix[0, 0] == pytest.approx(25 / np.sqrt(125))
    assert found.gaps == ()


def test_that_missing_values_and_columns_get_what_was_typical() -> None:
    transform, own, _ = learn(PEOPLE, recipe({"age": MEASURE, "tier": CATEGORY}, encoding=Encoding.RAW))
    found = apply(transform, table(number("age", [np.nan, 30]), text("other", ["x", "y"])))
    # The median of 20, 30, 40, 50 is 35, and Gold is the commonest tier.
    assert found.matrix.tolist() == [[35, 1, 0], [30, 1, 0]]
    assert found.gaps == (Gap("age", 1, 0), Gap("tier", 2, 0, is_absent=True))
    assert own.tolist() == [[20, 1, 0], [30, 0, 1], [40, 1, 0], [50, 1, 0]]


def test_that_an_unknown_level_is_none_of_the_known_ones() -> None:
    transform, _, _ = learn(PEOPLE, recipe({"tier": CATEGORY}, encoding=Encoding.RAW))
    found = apply(transform, table(text("tier", ["Bronze", "Gold", "Bronze", "Tin"])))
    assert found.matrix.tolist() == [[0, 0], [1, 0], [0, 0], [0, 0]]
    assert found.gaps == (Gap("tier", 0, 3, ("Bronze", "Tin")),)


def test_that_an_unknown_level_joins_the_rarer_ones() -> None:
    # 30 towns of 410 customers, of which 20 are kept: the last feature is for all others.
    towns = [f"t{i}" for i in range(20) for _ in range(20)] + [f"z{i}" for i in range(10)]
    transform, _, _ = learn(table(text("town", towns)), recipe({"town": CATEGORY}))
    found = apply(transform, table(text("town", ["nowhere", "z3", "t4"]))).matrix
    assert np.flatnonzero(found[0]).tolist() == np.flatnonzero(found[1]).tolist() == [20]
    assert np.flatnonzero(found[2]).tolist() == [4]


def test_that_a_number_and_the_same_word_are_one_level() -> None:
    transform, _, _ = learn(
        table(number("shop", [1, 2, 2, 1])), recipe({"shop": CATEGORY}, encoding=Encoding.RAW)
    )
    assert apply(transform, table(text("shop", ["2", "1"]))).matrix.tolist() == [[0, 1], [1, 0]]


def test_that_dates_are_counted_back_from_each_files_own_last_day() -> None:
    transform, _, _ = learn(PEOPLE, recipe({"joined": MEASURE}, encoding=Encoding.RAW))
    later = table(date("joined", ["2020-03-30", "2020-04-06"]))
    # The old file ends on 7 January, day 6; the new one on 6 April, 90 days later.
    assert apply(transform, later, moves_dates=True).matrix.ravel().tolist() == [-1, 6]
    assert apply(transform, later).matrix.ravel().tolist() == [89, 96]


def test_that_words_where_numbers_were_are_refused() -> None:
    transform, _, _ = learn(PEOPLE, recipe({"age": MEASURE, "joined": MEASURE}))
    with pytest.raises(InputError, match=r"schema\.not_numbers"):
        apply(transform, table(text("age", ["old"])))
    with pytest.raises(InputError, match=r"schema\.not_dates"):
        apply(transform, table(number("joined", [3])))


def test_that_numbers_beyond_anything_stay_numbers() -> None:
    transform, _, _ = learn(PEOPLE, recipe({"age": MEASURE}))
    assert np.isfinite(apply(transform, table(number("age", [1e308, -1e308, np.inf]))).matrix).all()


def test_that_altered_rules_are_refused() -> None:
    transform, matrix, _ = learn(PEOPLE, recipe(ROLES, pca=2))
    assert checked_features(transform) == matrix.shape[1] == 2
    rules, rotation = transform.rules, transform.rotation
    assert rotation is not None
    tier, age = rules.categories[0], rules.measures[0]
    altered = [
        replace(rules, columns=("age", "tier")),
        replace(rules, columns=("age", "age", "tier")),
        replace(rules, last_day="yesterday"),
        replace(rules, categories=(replace(tier, commonest=7),)),
        replace(rules, categories=(replace(tier, ones=(1.0, float("nan"))),)),
        replace(rules, categories=(replace(tier, zeros=(0.0,)),)),
        replace(rules, measures=(replace(age, divisor=0.0), rules.measures[1])),
        replace(rules, measures=(replace(age, mean=float("nan")), rules.measures[1])),
    ]
    for each in altered:
        with pytest.raises(RunError, match=r"place\.damaged"):
            checked_features(replace(transform, rules=each))
    for array in (rotation.components[:-1], rotation.components * np.nan, rotation.components[:, :0]):
        with pytest.raises(RunError, match=r"place\.damaged"):
            checked_features(replace(transform, rotation=replace(rotation, components=array)))
