"""Would segments come back: repeats worked by hand, and what must come out for known customers."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from segdesk.engine import stability
from segdesk.engine.encode import encode
from segdesk.engine.methods import fit
from segdesk.engine.placing import Tally, by_centre, by_likeness, deciding
from segdesk.engine.resampling import Repeatable, compared, repeats, sample, taken
from segdesk.engine.stability import mean_jaccards, reliability, word
from segdesk.model.findings import BORDERLINE, Reliability, Stability
from segdesk.model.recipe import Encoding, Method, Recipe
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Table
from tests.engine.tables import features, number, recipe, table, text

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 10**9
MEASURE, CATEGORY = ColumnRole.MEASURE, ColumnRole.CATEGORY


def labels_of(customers: Table, how: Recipe, segments: int) -> NDArray[np.int8]:
    found = fit(encode(customers, how), how, segments=(segments,), memory=MEMORY)
    return np.asarray(found.labels[0])


def judged(customers: Table, how: Recipe, segments: int, seed: int = 0) -> Reliability:
    labels = labels_of(customers, how, segments)
    found = int(labels.max()) + 1
    return reliability(customers, how, labels, found, seed=seed, report=lambda _: None, memory=MEMORY)


def blobs(rows: int = 60, apart: float = 20.0) -> Table:
    """Give two thirds of the customers around 0 and the rest far off."""
    random = np.random.default_rng(1)
    far = np.arange(rows) % 3 == 0
    return table(*(number(name, random.normal(size=rows) + apart * far) for name in ("age", "spend")))


BLOBS = recipe({"age": MEASURE, "spend": MEASURE})


@pytest.mark.parametrize(
    ("jaccard", "expected"),
    [
        (1.0, Stability.SOLID),
        (0.85, Stability.SOLID),
        (0.84, Stability.USABLE),
        (0.75, Stability.USABLE),
        (0.74, Stability.FUZZY),
        (0.60, Stability.FUZZY),
        (0.59, Stability.UNSTABLE),
        (float("nan"), Stability.UNSTABLE),
    ],
)
def test_that_words_follow_hennigs_bands(jaccard: float, expected: Stability) -> None:
    assert word(jaccard) is expected


def test_that_a_repeat_is_compared_as_worked_by_hand() -> None:
    # Original {0, 1, 2}, {3, 4}, {5}; found a = {0, 1}, b = {2, 3, 4}, and customer 5 an outlier.
    # 0: 2/3 with a, 1/5 with b. 1: 2/3 with b. 2: none. a is most like 0, b most like 1.
    labels, found = np.array([0, 0, 0, 1, 1, 2], np.int8), np.array([1, 1, 0, 0, 0, -1], np.int8)
    repeat = compared(np.arange(6), labels, found, 4)
    assert repeat.jaccard[:3] == pytest.approx([2 / 3, 2 / 3, 0])
    assert np.isnan(repeat.jaccard[3])  # nobody of a fourth segment was drawn
    assert repeat.went.tolist() == [0, 0, 1, 1, 1, -1]


def test_that_a_repeat_that_finds_nothing_brings_nobody_back() -> None:
    repeat = compared(np.arange(3), np.array([0, 1, 1], np.int8), np.full(3, -1, np.int8), 2)
    assert repeat.jaccard.tolist() == [0, 0]
    assert repeat.went.tolist() == [-1, -1, -1]


def test_that_a_segments_mean_leaves_out_repeats_that_drew_none_of_it() -> None:
    # Segment 0: (1 + 0.5) / 2; segment 1: 0.8, from one repeat; segment 2 was never drawn.
    lines = [np.array([1.0, np.nan, np.nan]), np.array([0.5, 0.8, np.nan])]
    means = mean_jaccards(lines, 3)
    assert means[:2] == pytest.approx((0.75, 0.8))
    assert np.isnan(means[2])


def test_that_certainty_is_the_share_of_repeats_that_drew_the_customer() -> None:
    tally = Tally(np.array([0, 0, 1, -1], np.int8), 3)
    tally.add(np.array([0, 1, 2]), np.array([0, 0, 1], np.int8))
    tally.add(np.array([0, 2, 3]), np.array([1, 1, 0], np.int8))
    tally.add(np.array([0, 1]), np.array([2, -1], np.int8))
    tally.add(np.array([0]), np.array([2], np.int8))
    # Customer 0: drawn four times, once at home, once with 1, twice with 2. Customer 1: drawn twice,
    # once at home, once nowhere. Customer 2: always at home. Customer 3 is an outlier.
    assert tally.certainty[:3].tolist() == [0.25, 0.5, 1.0]
    assert np.isnan(tally.certainty[3])
    assert tally.second.tolist() == [2, -1, -1, -1]


def test_that_a_customer_whom_no_repeat_drew_is_unknown() -> None:
    tally = Tally(np.array([0, 0], np.int8), 1)
    tally.add(np.array([1]), np.array([0], np.int8))
    assert np.isnan(tally.certainty[0])
    assert tally.certainty[1] == 1


def test_that_others_are_placed_by_the_nearest_centre() -> None:
    # Centres of the drawn: (0 + 2) / 2 = 1 and (10 + 12) / 2 = 11; 5 is nearer to 1, 7 to 11.
    matrix = np.array([[0.0], [2.0], [10.0], [12.0], [5.0], [7.0]])
    place = by_centre(matrix, np.array([4, 5]))
    assert place(np.arange(4), np.array([0, 0, 2, 2], np.int8), 3).tolist() == [0, 2]
    assert place(np.arange(4), np.full(4, -1, np.int8), 3).tolist() == [-1, -1]


def test_that_others_are_placed_with_most_of_those_like_them() -> None:
    # Around 0 stand customers of segment 1, 1, 0, 1, 0: three of five, though one of 0 is nearer.
    matrix = np.array([[0.1], [0.2], [0.3], [0.4], [0.5], [9.0], [0.0]])
    drawn = np.arange(6)
    place = by_likeness(matrix, np.array([6]), drawn)
    went = np.array([0, 1, 1, 1, 0, 2], np.int8)
    assert place(drawn, went, 3).tolist() == [1]
    # Without two of segment 1 in the repeat it is 0, 1, 0, 2: segment 0.
    kept = np.array([0, 1, 4, 5])
    assert place(kept, went[kept], 3).tolist() == [0]
    # Among outliers one is an outlier.
    assert place(drawn, np.full(6, -1, np.int8), 3).tolist() == [-1]


def test_that_the_deciding_column_is_the_one_with_the_greatest_say() -> None:
    # Means: segment 0 at (0, 0), segment 1 at (4, 10). Customer (3, 1) of segment 0: age says
    # (3−4)² − 3² = −8, spend (1−10)² − 1² = 80. Customer (−3, 4.9): age 49 − 9 = 40, spend
    # 26.01 − 24.01 = 2. Customers 2 and 3 make the means so.
    points = [[3.0, 1.0], [-3.0, 4.9], [0.0, -5.9], [4.0, 10.0]]
    found = features(points)
    labels, second = np.array([0, 0, 0, 1], np.int8), np.array([1, 1, -1, -1], np.int8)
    assert deciding(found, ("x0", "x1"), labels, second).tolist() == [1, 0, -1, -1]


def test_that_where_two_segments_stand_at_the_same_place_no_column_decides() -> None:
    labels, second = np.array([0, 1], np.int8), np.array([1, 0], np.int8)
    assert deciding(features([[1.0], [1.0]]), ("x0",), labels, second).tolist() == [-1, -1]


def test_that_a_sample_holds_some_of_every_segment() -> None:
    labels = np.repeat(np.array([0, 1, -1], np.int8), [2000, 4, 30])
    drawn = sample(labels, 500, np.random.default_rng(0))
    assert (np.diff(drawn) > 0).all()
    # 500·2000/2034 = 491.6 of the first; of the others ten each, or all there are.
    assert [int((labels[drawn] == label).sum()) for label in (0, 1, -1)] == [492, 4, 10]
    assert sample(labels, 2034, np.random.default_rng(0)).tolist() == list(range(2034))


def test_that_draws_are_of_different_customers_and_about_63_percent_of_them() -> None:
    original = Repeatable.of(blobs(), BLOBS, 2, memory=MEMORY)
    labels = labels_of(blobs(), BLOBS, 2)
    drawn = [repeat.rows for repeat in repeats(original, labels, np.arange(60), 50, np.random.default_rng(0))]
    assert all((np.diff(rows) > 0).all() for rows in drawn)
    # 1 − 1/e of 60 is 37.9, give or take 0.5 for the mean of fifty draws.
    assert np.mean([len(rows) for rows in drawn]) == pytest.approx(37.9, abs=1.5)


def test_that_parameters_that_count_customers_count_fewer_among_fewer() -> None:
    customers = blobs(400)
    how = recipe({"age": MEASURE, "spend": MEASURE}, method=Method.HDBSCAN, parameters={"min_size": 120})
    # 134 customers are far off. Of a third of all 45 are, and 120 · 1/3 = 40 are enough there.
    found = Repeatable.of(customers, how, 2, memory=MEMORY).labels(np.arange(0, 400)[::2][:133])
    assert found.max() == 1


def test_that_a_repeat_begins_anew_at_most_three_times() -> None:
    def starts(method: Method, **given: float) -> float | None:
        how = recipe({"age": MEASURE}, method=method, parameters=given)
        return Repeatable.of(blobs(), how, 2, memory=MEMORY).recipe.parameters.get("starts")

    assert starts(Method.KMEANS) == starts(Method.GMM) == starts(Method.KMEANS, starts=20.0) == 3
    assert starts(Method.KMEANS, starts=1.0) == 1
    assert starts(Method.WARD) is None


def test_that_a_table_of_some_rows_keeps_its_levels() -> None:
    some = taken(table(text("city", ["Jimma", "Gondar", "Adama"])), np.array([2, 0]))
    assert some.columns[0].values.tolist() == [2, 0]
    assert some.columns[0].levels == ("Jimma", "Gondar", "Adama")


def test_that_two_far_groups_are_solid_and_everybody_stays() -> None:
    found = judged(blobs(), BLOBS, 2)
    assert found.words == (Stability.SOLID, Stability.SOLID)
    assert found.jaccard == (1.0, 1.0)
    assert (found.repeats, found.rows, found.borderline) == (100, 60, 0)
    assert (found.certainty == 1).all()
    assert (found.second == -1).all()
    assert (found.deciding == -1).all()


@pytest.mark.parametrize("method", [Method.WARD, Method.KMEANS, Method.GMM_DIAGONAL])
def test_that_slices_of_noise_are_not_all_solid(method: Method) -> None:
    random = np.random.default_rng(3)
    noise = table(*(number(name, random.uniform(size=150)) for name in ("a", "b", "c", "d")))
    found = judged(noise, recipe(dict.fromkeys("abcd", MEASURE), method=method), 6)
    assert Stability.SOLID not in found.words
    assert found.borderline > 15


def test_that_who_is_borderline_is_counted_and_has_a_second_segment_and_a_deciding_column() -> None:
    random = np.random.default_rng(3)
    noise = table(*(number(name, random.uniform(size=150)) for name in ("a", "b")))
    found = judged(noise, recipe(dict.fromkeys("ab", MEASURE)), 4)
    between = found.certainty < BORDERLINE
    assert found.borderline == between.sum() > 0
    assert (found.second[between] >= 0).all()
    assert set(found.deciding[between]) <= {0, 1}
    assert found.columns == ("a", "b")


def test_that_without_the_one_column_that_parts_them_customers_change_segment() -> None:
    random = np.random.default_rng(5)
    rows = 200
    city = ["Adama" if i % 2 else "Gondar" for i in range(rows)]
    customers = table(
        text("city", city), *(number(name, random.normal(size=rows)) for name in ("age", "spend"))
    )
    heavy = {"city": CATEGORY, "age": MEASURE, "spend": MEASURE}
    found = judged(customers, recipe(heavy, method=Method.KMEANS, encoding=Encoding.STANDARDISED), 2)
    # The two 0/1 features of the city, standardised, are the widest gap there is. Without them the
    # halves are cut across at random: about every second customer is in the other one.
    first, *others = found.dominance
    assert first.column == "city"
    assert first.moved == pytest.approx(0.5, abs=0.1)
    assert all(other.moved == 0 for other in others)


def test_that_dominance_is_near_1_where_a_column_makes_many_segments() -> None:
    # Ten towns make ten segments. Without them ten segments of pure chance: at best about a fifth of
    # the customers stay with those of their town.
    random = np.random.default_rng(6)
    customers = table(
        text("town", [f"town {i % 10}" for i in range(500)]), number("age", random.normal(size=500) / 10)
    )
    how = recipe({"town": CATEGORY, "age": MEASURE}, encoding=Encoding.RAW)
    found = judged(customers, how, 10)
    assert found.dominance[0].column == "town"
    assert found.dominance[0].moved > 0.75
    assert found.dominance[1].moved == 0


def test_that_one_column_alone_cannot_be_left_out() -> None:
    customers = table(number("age", [1, 2, 3, 4, 50, 51, 52, 53, 54]))
    found = judged(customers, recipe({"age": MEASURE}), 2)
    assert found.dominance == ()
    assert found.words == (Stability.SOLID, Stability.SOLID)


def test_that_after_pca_columns_still_decide() -> None:
    random = np.random.default_rng(3)
    noise = table(*(number(name, random.uniform(size=120)) for name in ("a", "b", "c")))
    found = judged(noise, recipe(dict.fromkeys("abc", MEASURE), pca=2), 4)
    assert found.borderline > 0
    assert set(found.deciding[found.second >= 0]) <= {0, 1, 2}


@pytest.mark.parametrize("method", [Method.WARD, Method.KMEANS])
def test_that_customers_outside_the_sample_are_placed(
    method: Method, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stability, "SAMPLE_ROWS", 100)
    found = judged(blobs(900), recipe({"age": MEASURE, "spend": MEASURE}, method=method), 2)
    assert found.rows == 100
    assert (found.certainty == 1).all()
    assert len(found.certainty) == len(found.second) == len(found.deciding) == 900


def test_that_outliers_are_no_segment() -> None:
    random = np.random.default_rng(1)
    crowds = np.concatenate([random.normal(0, 0.1, (60, 2)), random.normal(5, 0.1, (40, 2)), [[50, -50.0]]])
    customers = table(number("age", crowds[:, 0]), number("spend", crowds[:, 1]))
    found = judged(
        customers, recipe({"age": MEASURE, "spend": MEASURE}, method=Method.DBSCAN, encoding=Encoding.RAW), 2
    )
    assert found.segments == 2
    assert np.isnan(found.certainty[100])
    assert (found.second[100], found.deciding[100]) == (-1, -1)
    assert not np.isnan(found.certainty[:100]).any()


def test_that_too_few_customers_to_draw_from_are_unstable_not_an_error() -> None:
    customers = table(number("age", [1, 2, 30]))
    found = judged(customers, recipe({"age": MEASURE}), 2)
    # A draw of three has three different ones, which two segments need, in 6 cases of 27.
    assert found.repeats < 100
    assert len(found.words) == 2


def test_that_costly_methods_are_repeated_less(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stability, "REPEATS_SECONDS", 0.0)
    assert judged(blobs(), BLOBS, 2).repeats == stability.FEWEST_REPEATS


def test_that_costly_methods_leave_out_columns_among_fewer_customers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stability, "DOMINANCE_SECONDS", 0.0)
    looked_at: list[int] = []
    labels = Repeatable.labels

    def counted(original: Repeatable, rows: NDArray[np.int64]) -> NDArray[np.int8]:
        looked_at.append(len(rows))
        return labels(original, rows)

    monkeypatch.setattr(Repeatable, "labels", counted)
    judged(blobs(900), BLOBS, 2)
    # With all columns, without age, without spend: the last three.
    assert looked_at[-3:] == [stability.FEWEST_ROWS] * 3


def test_that_progress_grows_to_the_end() -> None:
    heard: list[float] = []
    labels = labels_of(blobs(), BLOBS, 2)
    reliability(blobs(), BLOBS, labels, 2, seed=0, report=heard.append, memory=MEMORY)
    assert heard == sorted(heard)
    assert heard[-1] == 1


AGAIN = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from tests.engine.test_stability import again
print(hashlib.sha256(again()).hexdigest())
"""


def again() -> bytes:
    random = np.random.default_rng(3)
    noise = table(*(number(name, random.uniform(size=120)) for name in ("a", "b", "c")))
    how = recipe(dict.fromkeys("abc", MEASURE), method=Method.KMEANS)
    found = judged(noise, how, 4, seed=7)
    figures = repr((found.jaccard, found.dominance, found.borderline)).encode()
    return figures + found.certainty.tobytes() + found.second.tobytes() + found.deciding.tobytes()


def test_that_the_same_seed_gives_the_same_bits_in_another_process() -> None:
    other = subprocess.run(
        [sys.executable, "-c", AGAIN, str(ROOT)], capture_output=True, text=True, check=True
    )
    assert other.stdout.strip() == hashlib.sha256(again()).hexdigest()


def test_that_another_seed_draws_others() -> None:
    random = np.random.default_rng(3)
    noise = table(*(number(name, random.uniform(size=120)) for name in ("a", "b", "c")))
    how = recipe(dict.fromkeys("abc", MEASURE))
    assert judged(noise, how, 4, seed=1).jaccard != judged(noise, how, 4, seed=2).jaccard
