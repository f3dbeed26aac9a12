"""Columns become comparable numbers, as each named encoding says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sklearn.decomposition import PCA

from segdesk.engine.encode import MOST_FEATURES, encode, feature_config, validate
from segdesk.engine.roles import summarise_columns
from segdesk.engine.skew import signed_log, skewness
from segdesk.errors import InputError
from segdesk.model.recipe import ColumnUse, Encoding, Recipe
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Table
from tests.engine.tables import date, number, recipe, table, text

MEASURE, CATEGORY = ColumnRole.MEASURE, ColumnRole.CATEGORY
PEOPLE = table(
    number("age", [20, 30, 40, 50]),
    text("tier", ["Gold", "Silver", "Gold", "Gold"]),
    number("spend", [10, np.nan, 20, 60]),
    text("town", ["Jimma", "", "Jimma", "Adama"]),
    date("joined", ["2020-01-01", "2020-01-03", "NaT", "2020-01-11"]),
)


def test_that_classic_standardises_measures_and_keeps_dummies_plain() -> None:
    found = encode(PEOPLE, recipe({"age": MEASURE, "tier": CATEGORY}, encoding=Encoding.CLASSIC))
    # Mean 35, population variance (225 + 25 + 25 + 225) / 4 = 125.
    assert found.matrix[:, 0] == pytest.approx(np.array([-15, -5, 5, 15]) / np.sqrt(125))
    assert found.matrix[:, 1:].tolist() == [[1, 0], [0, 1], [1, 0], [1, 0]]
    assert found.names == ("age", "tier=Gold", "tier=Silver")
    assert found.sources == ("age", "tier", "tier")
    assert found.encoded == 3


def test_that_balanced_weighs_dummies_by_hennig_and_liao() -> None:
    found = encode(PEOPLE, recipe({"tier": CATEGORY}))
    # Shares 3/4 and 1/4: 1 - 9/16 - 1/16 = 3/8, so the weight is 1/sqrt(3/4).
    assert found.matrix[:2].tolist() == pytest.approx(np.array([[1, 0], [0, 1]]) / np.sqrt(0.75))


def test_that_balanced_takes_skewed_measures_on_a_log_scale() -> None:
    amounts = [1.0, 2, 3, 4, 5, 6, 7, 1000]
    found = encode(table(number("spend", amounts), text("x", list("abababab"))), recipe({"spend": MEASURE}))
    logs = np.log1p(amounts)
    assert found.matrix[:, 0] == pytest.approx((logs - logs.mean()) / logs.std())


def test_that_balanced_leaves_even_measures_as_they_are() -> None:
    balanced = encode(PEOPLE, recipe({"age": MEASURE})).matrix
    assert (balanced == encode(PEOPLE, recipe({"age": MEASURE}, encoding=Encoding.CLASSIC)).matrix).all()


def test_that_standardised_scales_dummies_and_warns() -> None:
    found = encode(PEOPLE, recipe({"tier": CATEGORY}, encoding=Encoding.STANDARDISED))
    # Gold: mean 3/4, deviation sqrt(3)/4, so 1 becomes 1/sqrt(3) and 0 becomes -sqrt(3).
    assert found.matrix[:, 0] == pytest.approx(np.array([1, -3, 1, 1]) / np.sqrt(3))
    assert [n.code for n in found.notes] == ["note.standardised_categories"]


def test_that_raw_changes_nothing() -> None:
    found = encode(PEOPLE, recipe({"age": MEASURE, "tier": CATEGORY}, encoding=Encoding.RAW))
    assert found.matrix.tolist() == [[20, 1, 0], [30, 0, 1], [40, 1, 0], [50, 1, 0]]


def test_that_blanks_are_filled_and_counted() -> None:
    found = encode(PEOPLE, recipe({"spend": MEASURE, "town": CATEGORY}, encoding=Encoding.RAW))
    assert found.matrix[:, 0].tolist() == [10, 20, 20, 60]  # the median of 10, 20, 60
    assert found.matrix[:, 1].tolist() == [1, 1, 1, 0]  # Jimma is the commonest
    assert [(n.code, n.facts) for n in found.notes] == [
        ("note.filled_median", {"column": "spend", "count": 1, "value": "20"}),
        ("note.filled_commonest", {"column": "town", "count": 1, "value": "Jimma"}),
    ]


@pytest.mark.parametrize("encoding", list(Encoding))
def test_that_influence_multiplies_a_columns_features(encoding: Encoding) -> None:
    plain = recipe({"age": MEASURE, "tier": CATEGORY}, encoding=encoding)
    uses = tuple(replace(use, influence=2.5) if use.name == "tier" else use for use in plain.columns)
    single, more = encode(PEOPLE, plain).matrix, encode(PEOPLE, replace(plain, columns=uses)).matrix
    assert (more[:, 0] == single[:, 0]).all()
    assert (more[:, 1:] == 2.5 * single[:, 1:]).all()


def test_that_dates_and_numbers_can_change_their_use() -> None:
    found = encode(PEOPLE, recipe({"joined": MEASURE, "age": CATEGORY}, encoding=Encoding.RAW))
    # Days since the first date; the blank gets the median of 0, 2, 10.
    assert found.matrix[:, 0].tolist() == [0, 2, 2, 10]
    assert found.names[1:] == ("age=20", "age=30", "age=40", "age=50")
    days = encode(PEOPLE, recipe({"joined": CATEGORY}, encoding=Encoding.RAW))
    assert days.matrix.shape == (4, 3)


def test_that_words_are_no_measure() -> None:
    with pytest.raises(InputError, match=r"recipe\.not_a_number"):
        encode(PEOPLE, recipe({"tier": MEASURE}))


@pytest.mark.parametrize("encoding", list(Encoding))
def test_that_constant_empty_and_infinite_columns_make_no_nan(encoding: Encoding) -> None:
    largest = 1e99 if encoding is Encoding.RAW else 1e300
    odd = table(
        number("constant", [0.1] * 6),
        number("empty", [np.nan] * 6),
        number("infinite", [1, 2, 3, np.inf, -np.inf, 4]),
        number("huge", [largest, -largest, 0, 1, 2, 3]),
        text("one", ["a"] * 6),
        text("blank", [""] * 6),
        date("never", ["NaT"] * 6),
    )
    roles = {c.name: CATEGORY if c.name in ("one", "blank") else MEASURE for c in odd.columns}
    found = encode(odd, recipe(roles, encoding=encoding))
    assert np.isfinite(found.matrix).all()
    if encoding is not Encoding.RAW:
        assert not found.matrix[:, :2].any()
    told = [note.facts["column"] for note in found.notes if note.code == "note.no_values"]
    assert told == ["empty", "blank", "never"]


def test_that_numbers_whose_squares_overflow_are_refused_as_they_are() -> None:
    # (1e200)² is beyond a float's 1.8e308.
    huge = table(number("huge", [1e200, -1e200, 0]), number("x", [1, 2, 3]))
    with pytest.raises(InputError, match=r"recipe\.too_large_for_raw"):
        encode(huge, recipe({"huge": MEASURE, "x": MEASURE}, encoding=Encoding.RAW))


def test_that_rare_levels_are_joined_in_balanced_only() -> None:
    # 30 towns, the first 20 with 20 customers each, ten with one: 410 rows, so the limit is 20.
    towns = [f"t{i}" for i in range(20) for _ in range(20)] + [f"z{i}" for i in range(10)]
    many = table(text("town", towns), number("x", range(410)))
    balanced = encode(many, recipe({"town": CATEGORY}))
    assert balanced.matrix.shape == (410, 21)
    assert np.count_nonzero(balanced.matrix[:, 20]) == 10
    assert balanced.notes[0].facts == {"column": "town", "kept": 20, "joined": 10}
    assert encode(many, recipe({"town": CATEGORY}, encoding=Encoding.CLASSIC)).matrix.shape == (410, 30)


def test_that_a_column_of_names_cannot_fill_the_memory() -> None:
    names = [f"n{i}" for i in range(MOST_FEATURES + 1)]
    big = table(text("name", names), text("again", names[:-2] + names[:2]))
    with pytest.raises(InputError, match=r"recipe\.too_many_levels"):
        encode(big, recipe({"name": CATEGORY}, encoding=Encoding.CLASSIC))
    # 1,900 levels in one column and the same in another: each may be, both may not.
    half = names[:1900] + names[:101]
    both = table(text("name", half), text("again", half))
    with pytest.raises(InputError, match=r"recipe\.too_many_features"):
        encode(both, recipe({"name": CATEGORY, "again": CATEGORY}, encoding=Encoding.CLASSIC))


def random_table(rows: int = 40, columns: int = 6) -> tuple[Table, dict[str, ColumnRole]]:
    rng = np.random.default_rng(3)
    values = rng.normal(size=(rows, columns)) @ rng.normal(size=(columns, columns))
    made = table(*(number(f"x{i}", v) for i, v in enumerate(values.T)))
    return made, {c.name: MEASURE for c in made.columns}


@pytest.mark.parametrize("pca", [1, 3, 6, 0.5, 0.9, 0.999])
def test_that_pca_is_scikit_learns(pca: float) -> None:
    made, roles = random_table()
    found = encode(made, recipe(roles, pca=pca))
    model = PCA(n_components=pca, svd_solver="full")
    expected = model.fit_transform(encode(made, recipe(roles)).matrix)
    # scikit-learn fixes signs by its own rule, which has changed between versions.
    assert np.abs(found.matrix) == pytest.approx(np.abs(expected), abs=1e-9)
    assert found.explained == pytest.approx(model.explained_variance_ratio_)
    assert found.names == tuple(f"PC{i + 1}" for i in range(expected.shape[1]))
    assert found.sources == ()
    assert found.encoded == 6


def test_that_pca_signs_are_fixed() -> None:
    made, roles = random_table()
    scores = encode(made, recipe(roles, pca=4)).matrix
    assert (scores[np.abs(scores).argmax(axis=0), range(4)] > 0).all()


def test_that_more_directions_than_there_are_become_fewer_with_a_note() -> None:
    made, roles = random_table()
    found = encode(made, recipe(roles, pca=50))
    assert found.matrix.shape == (40, 6)
    assert found.notes[-1].facts == {"asked": 50, "used": 6}
    few, roles = random_table(rows=4)
    assert encode(few, recipe(roles, pca=6)).matrix.shape == (4, 4)


def test_that_pca_of_nothing_is_nothing() -> None:
    same = table(number("a", [1, 1, 1, 1]), number("b", [2, 2, 2, 2]))
    found = encode(same, recipe({"a": MEASURE, "b": MEASURE}, pca=0.9))
    assert not found.matrix.any()
    assert not any(found.explained)


def test_that_encoding_twice_gives_the_same_bits() -> None:
    made, roles = random_table()
    choice = recipe(roles, pca=3)
    assert encode(made, choice).matrix.tobytes() == encode(made, choice).matrix.tobytes()


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (recipe({"gone": MEASURE}), "recipe.unknown_column"),
        (Recipe((ColumnUse("age", MEASURE), ColumnUse("age", MEASURE))), "recipe.repeated_column"),
        (recipe({}), "recipe.no_columns"),
        (recipe({"age": ColumnRole.DESCRIBE}), "recipe.no_columns"),
        (Recipe((ColumnUse("age", MEASURE, 0.0),)), "recipe.no_columns"),
        (Recipe((ColumnUse("age", MEASURE, 10.5),)), "recipe.influence"),
        (Recipe((ColumnUse("age", MEASURE, -1.0),)), "recipe.influence"),
        (Recipe((ColumnUse("age", MEASURE, float("nan")),)), "recipe.influence"),
        (recipe({"age": MEASURE}, segments=1), "recipe.segments"),
        (recipe({"age": MEASURE}, segments=21), "recipe.segments"),
        (recipe({"age": MEASURE}, pca=0), "recipe.pca"),
        (recipe({"age": MEASURE}, pca=-2), "recipe.pca"),
        (recipe({"age": MEASURE}, pca=1.0), "recipe.pca"),
        (recipe({"age": MEASURE}, pca=0.0), "recipe.pca"),
        (recipe({"age": MEASURE}, pca=True), "recipe.pca"),
    ],
)
def test_that_a_recipe_that_cannot_work_is_refused(choice: Recipe, code: str) -> None:
    with pytest.raises(InputError) as caught:
        validate(choice, ["age", "tier"])
    assert caught.value.code == code


def test_that_segments_need_more_customers() -> None:
    validate(recipe({"age": MEASURE}, segments=3), ["age"], rows=4)
    for segments, rows in ((4, 4), (None, 2)):
        with pytest.raises(InputError, match=r"recipe\.too_many_segments"):
            validate(recipe({"age": MEASURE}, segments=segments), ["age"], rows=rows)


def test_that_the_configuration_says_what_was_used_and_why_not() -> None:
    made = table(
        number("id", range(1, 41)),
        number("age", np.random.default_rng(0).normal(40, 9, 40)),
        text("tier", ["Gold", "Silver"] * 20),
        number("visits", np.random.default_rng(1).integers(0, 9, 40)),
    )
    summaries = summarise_columns(made)
    uses = (
        ColumnUse("id", ColumnRole.IDENTIFIER),
        ColumnUse("age", MEASURE),
        ColumnUse("tier", CATEGORY),
        ColumnUse("visits", MEASURE, influence=0.0),
    )
    choice = Recipe(uses, pca=2)
    config = feature_config(summaries, choice, encode(made, choice))
    assert config.numeric_features == ("age",)
    assert config.categorical_features == ("tier",)
    assert {e.name: e.reason.code for e in config.excluded} == {
        "id": "reason.row_number",
        "visits": "reason.user",
    }
    assert (config.total_original_features, config.encoded_features) == (2, 3)
    assert (config.pca_applied, config.pca_components) == (True, 2)
    assert config.pca_explained_variance == pytest.approx(1.0)  # one dummy of two tells everything
    plain = replace(choice, pca=None)
    assert feature_config(summaries, plain, encode(made, plain)).pca_components is None


def test_that_skewness_is_the_moment_coefficient() -> None:
    # 0, 0, 0, 4: mean 1, m2 = (1+1+1+9)/4 = 3, m3 = (-1-1-1+27)/4 = 6, so 6 / 3**1.5.
    assert skewness(np.array([0.0, 0, 0, 4, np.nan])) == pytest.approx(6 / 3**1.5)
    assert skewness(np.array([])) == 0
    assert skewness(np.zeros(3)) == 0
    assert skewness(np.full(7, 0.1)) == 0


def test_that_the_signed_logarithm_keeps_refunds() -> None:
    assert signed_log(np.array([-(np.e - 1), 0, np.e - 1])) == pytest.approx([-1, 0, 1])


@given(
    st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=3, max_size=40),
    st.sampled_from(Encoding),
)
@example([8.9e307, 9e307, np.inf], Encoding.BALANCED)
def test_that_any_measure_becomes_finite(values: list[float], encoding: Encoding) -> None:
    if encoding is Encoding.RAW:  # refuses larger ones
        values = [max(-1e100, min(1e100, value)) for value in values]
    found = encode(table(number("x", values)), recipe({"x": MEASURE}, encoding=encoding))
    assert np.isfinite(found.matrix).all()
    if encoding is not Encoding.RAW:
        assert abs(found.matrix.mean()) < 1e-6
        assert found.matrix.std() == pytest.approx(1, abs=1e-6) or not found.matrix.any()
