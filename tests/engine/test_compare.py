"""Methods side by side: figures on one matrix, a rule for the recommended one, a reason for failures."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import numpy as np
import pytest
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score

from segdesk.engine.compare import (
    CHEAPEST_FIRST,
    SIMPLEST_FIRST,
    Contest,
    Entry,
    comparison,
    contend,
    recommend,
)
from segdesk.engine.encode import encode
from segdesk.model.findings import Contender
from segdesk.model.methods import METHODS
from segdesk.model.notes import Note
from segdesk.model.recipe import Method, Recipe
from segdesk.model.roles import ColumnRole
from segdesk.text import t
from tests.engine.tables import number, recipe, table

MEASURE = ColumnRole.MEASURE


def contest(*, segments: int = 3, memory: int = 10**9, rows: int = 150, **choices: object) -> Contest:
    """Give three crowds of equal size, far apart."""
    random = np.random.default_rng(2)
    centres = np.array([[0, 0], [30, 0], [0, 30]])[np.arange(rows) % 3]
    points = centres + random.normal(size=(rows, 2))
    customers = table(number("age", points[:, 0]), number("spend", points[:, 1]))
    how = recipe({"age": MEASURE, "spend": MEASURE}, **choices)
    return Contest(customers, how, encode(customers, how), segments, memory)


def contender(method: Method, **figures: object) -> Contender:
    usual = {"segments": 3, "sizes": (60, 50, 40), "silhouette": 0.4, "stability": 0.9}
    return Contender(method, Recipe((), method), **{**usual, **figures})  # type: ignore[arg-type]


def clock() -> Iterator[float]:
    return (float(second) for second in count())


@pytest.mark.parametrize("order", [CHEAPEST_FIRST, SIMPLEST_FIRST])
def test_that_every_method_has_its_place(order: tuple[Method, ...]) -> None:
    assert sorted(order) == sorted(info.method for info in METHODS)


# DBSCAN's radius leaves some at the edges out, and may find crumbs there.
@pytest.mark.parametrize("method", [method for method in Method if method is not Method.DBSCAN])
def test_that_every_method_finds_three_far_crowds(method: Method) -> None:
    found = contend(contest(), method, clock=clock().__next__)
    assert found.contender.failure is None
    assert found.contender.sizes == (50, 50, 50)
    assert (found.contender.segments, found.contender.balance, found.contender.unassigned) == (3, 1.0, 0.0)
    assert found.contender.stability == pytest.approx(1.0, abs=0.02)
    assert found.contender.seconds == 1  # this clock is asked once before and once after


def test_that_figures_are_scikit_learns_on_the_common_features() -> None:
    group = contest(segments=4)
    found = contend(group, Method.WARD, clock=clock().__next__)
    matrix, labels = group.features.matrix, found.labels
    assert found.contender.silhouette == pytest.approx(silhouette_score(matrix, labels))
    assert found.contender.davies_bouldin == pytest.approx(davies_bouldin_score(matrix, labels))
    assert found.contender.calinski_harabasz == pytest.approx(calinski_harabasz_score(matrix, labels))


def test_that_outliers_are_left_out_of_the_figures_and_counted() -> None:
    random = np.random.default_rng(4)
    crowds = np.concatenate([random.normal(0, 0.1, (60, 2)), random.normal(3, 0.1, (30, 2))])
    points = np.concatenate([crowds, [[90.0, -90.0]] * 10 * random.uniform(0.2, 1, (10, 2))])
    customers = table(number("a", points[:, 0]), number("b", points[:, 1]))
    how = recipe({"a": MEASURE, "b": MEASURE})
    found = contend(Contest(customers, how, encode(customers, how), 2, 10**9), Method.DBSCAN, clock=float)
    assert found.labels is not None
    kept = found.labels >= 0
    assert not kept.all()
    assert found.contender.unassigned == pytest.approx(1 - kept.mean())
    matrix = encode(customers, how).matrix
    assert found.contender.silhouette == pytest.approx(silhouette_score(matrix[kept], found.labels[kept]))
    assert sum(found.contender.sizes) == kept.sum()


def test_that_a_method_that_cannot_says_why() -> None:
    found = contend(contest(memory=1000), Method.COMPLETE, clock=float)
    assert found.labels is None
    assert found.contender.failure is not None
    assert found.contender.failure.code.startswith("method.memory")
    assert t(found.contender.failure.code, **found.contender.failure.facts)
    assert math.isnan(found.contender.silhouette)


def test_that_only_the_asked_method_keeps_its_parameters() -> None:
    group = contest(method=Method.KMEANS, parameters={"starts": 3.0})
    asked = contend(group, Method.KMEANS, clock=float).contender
    other = contend(group, Method.WARD, clock=float).contender
    assert asked.recipe.parameters == {"starts": 3.0}
    assert other.recipe.parameters == {}
    assert (asked.recipe.segments, other.recipe.segments) == (3, 3)
    assert contend(group, Method.HDBSCAN, clock=float).contender.recipe.segments is None


def test_that_a_comparison_stands_in_the_declared_order_with_its_agreement() -> None:
    one, other = np.array([0, 0, 0, 1, 1, 1], np.int8), np.array([0, 0, 1, 1, 2, 2], np.int8)
    failed = Contender(Method.AVERAGE, Recipe(()), failure=Note("method.all_same"))
    entries = [
        Entry(contender(Method.KMEANS), one),
        Entry(failed, None),
        Entry(contender(Method.WARD, silhouette=0.1), other),
    ]
    found = comparison(entries, 150)
    assert [each.method for each in found.contenders] == [Method.WARD, Method.AVERAGE, Method.KMEANS]
    # 0.8 / 3.3 as worked by hand in test_matching.
    assert found.agreement[0] == pytest.approx((1, math.nan, 0.8 / 3.3), nan_ok=True)
    assert found.agreement[2][0] == found.agreement[0][2]
    assert found.recommended == 2
    assert found.rows == 150


def chosen(*contenders: Contender, rows: int = 150) -> tuple[Method, str]:
    position, reason = recommend(contenders, rows)
    assert position is not None
    assert "silhouette" in t(reason.code, **reason.facts)
    return contenders[position].method, reason.code


def test_that_the_best_separated_of_the_firm_ones_is_recommended() -> None:
    found = chosen(
        contender(Method.KMEANS, silhouette=0.30),
        contender(Method.WARD, silhouette=0.50, stability=0.76),
        contender(Method.GMM, silhouette=0.70, stability=0.74),  # fuzzy
    )
    assert found == (Method.WARD, "compare.best")


def test_that_of_methods_about_as_good_the_simplest_is_recommended() -> None:
    found = chosen(contender(Method.GMM, silhouette=0.41), contender(Method.KMEANS, silhouette=0.395))
    assert found == (Method.KMEANS, "compare.simplest")
    found = chosen(contender(Method.GMM, silhouette=0.41), contender(Method.KMEANS, silhouette=0.385))
    assert found == (Method.GMM, "compare.best")


def test_that_who_leaves_customers_out_or_makes_tiny_segments_is_not_recommended() -> None:
    # Of 150 customers a segment worth a campaign has 7, a twentieth.
    found = chosen(
        contender(Method.HDBSCAN, silhouette=0.9, unassigned=0.25),
        contender(Method.SINGLE, silhouette=0.8, sizes=(144, 6), segments=2),
        contender(Method.WARD, silhouette=0.1, stability=0.5),
    )
    assert found == (Method.WARD, "compare.only_sound")


def test_that_where_none_qualifies_the_nearest_is_named_as_such() -> None:
    failed = Contender(Method.KMEANS, Recipe(()), failure=Note("method.all_same"))
    assert chosen(contender(Method.HDBSCAN, unassigned=0.3), failed) == (Method.HDBSCAN, "compare.none_sound")


def test_that_where_all_fail_none_is_recommended() -> None:
    failed = Contender(Method.KMEANS, Recipe(()), failure=Note("method.all_same"))
    position, reason = recommend([failed, replace(failed, method=Method.WARD)], 150)
    assert (position, reason) == (None, Note("compare.none"))
    assert t(reason.code)


@pytest.mark.parametrize("stability", [0.9, 0.8, 0.7, 0.1])
def test_that_each_reason_reads_well_for_every_stability(stability: float) -> None:
    one = contender(Method.WARD, stability=stability, silhouette=0.41)
    simpler = replace(one, method=Method.KMEANS, silhouette=0.40)
    poor = replace(one, unassigned=0.5)
    for group in ([one, replace(simpler, silhouette=0.1)], [one, simpler], [one, poor], [poor, poor]):
        _, reason = recommend(group, 150)
        sentence = t(reason.code, **reason.facts)
        assert sentence.endswith(".")
        assert ("come back" in sentence) or ("comes back" in sentence) or ("does (fuzzy)" in sentence)
