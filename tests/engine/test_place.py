"""New customers are placed, doubted or turned away; what placing is worth is measured honestly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.ensemble import RandomForestClassifier
from sklearn.mixture import GaussianMixture

from segdesk.engine import familiar, forest
from segdesk.engine.clouds import checked_clouds, cloud_logs, settled
from segdesk.engine.encode import encode
from segdesk.engine.matching import adjusted_rand
from segdesk.engine.methods import fit
from segdesk.engine.place import Centres, Placer, checked, make_placer, measure_trust, place
from segdesk.engine.reading import read_table
from segdesk.engine.resampling import Repeatable, taken
from segdesk.engine.roles import summarise_columns
from segdesk.errors import RunError
from segdesk.model.placement import UNLIKE
from segdesk.model.recipe import ColumnUse, Method, Recipe
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column, Table
from tests.engine.tables import number, recipe, table, three_crowds

PLENTY = 10**10
MEASURE = ColumnRole.MEASURE


def placer_of(method: Method) -> tuple[Placer, Table, np.ndarray[Any, Any]]:
    made, crowd = three_crowds()
    return make_placer(made, recipe({"x": MEASURE, "y": MEASURE}, method=method), crowd, 3), made, crowd


@pytest.mark.parametrize("method", [Method.WARD, Method.KMEANS, Method.GMM, Method.GMM_DIAGONAL])
def test_that_customers_go_where_their_like_are(method: Method) -> None:
    placer, made, crowd = placer_of(method)
    assert (place(placer, made)[0].nearest == crowd).all()
    newcomers, _ = place(placer, table(number("x", [0.3, 11.5, -0.4, 40]), number("y", [0.1, 0.6, 12.2, 40])))
    assert newcomers.segment.tolist() == [0, 1, 2, UNLIKE]
    assert newcomers.abstained == 1
    assert (newcomers.confidence[:3] > 0.9).all()
    assert (newcomers.second[:3] != newcomers.nearest[:3]).all()


def test_that_k_means_places_by_the_nearest_centre_with_shares() -> None:
    # Four customers at -1, 1, 9, 11 in one raw measure: centres 0 and 10, squared distance 1 to each.
    made = table(number("x", [-1, 1, 9, 11]))
    from segdesk.model.recipe import Encoding

    choice = recipe({"x": MEASURE}, method=Method.KMEANS, encoding=Encoding.RAW)
    placer = make_placer(made, choice, np.array([0, 0, 1, 1], np.int8), 2)
    assert isinstance(placer.model, Centres)
    found, _ = place(placer, table(number("x", [4.9, 5.1])))
    assert found.nearest.tolist() == [0, 1]
    # Squared distances 24.01 and 26.01 over twice the spread of 1: the shares are as 1 to exp(-1).
    assert found.confidence == pytest.approx([1 / (1 + np.exp(-1))] * 2)


def test_that_a_mixture_gives_back_its_own_labels() -> None:
    made, _ = three_crowds()
    choice = recipe({"x": MEASURE, "y": MEASURE}, method=Method.GMM, segments=3)
    labels = fit(encode(made, choice), choice, segments=(3,), memory=PLENTY).labels[0]
    assert (place(make_placer(made, choice, labels, 3), made)[0].nearest == labels).all()


@pytest.mark.parametrize("is_full", [True, False])
def test_that_cloud_logs_are_scikit_learns(is_full: bool) -> None:
    made, crowd = three_crowds()
    matrix = np.column_stack([column.values for column in made.columns])
    clouds = settled(matrix, crowd, 3, is_full=is_full)
    model = GaussianMixture(3, covariance_type="full" if is_full else "diag")
    model.weights_, model.means_, model.precisions_cholesky_ = clouds.weights, clouds.means, clouds.factors
    logs = cloud_logs(clouds, matrix)
    shares = np.exp(logs - logs.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    assert shares == pytest.approx(model.predict_proba(matrix), abs=1e-9)


def test_that_the_forests_arrays_vote_as_scikit_learns() -> None:
    made, crowd = three_crowds(rows=300, seed=3)
    matrix = np.column_stack([column.values for column in made.columns]) * 0.2  # crowds that overlap
    grown = forest.grow(matrix, crowd.astype(np.int64), 3, seed=5)
    model = RandomForestClassifier(
        forest.TREES, max_leaf_nodes=512, min_samples_leaf=2, random_state=5, n_jobs=1
    ).fit(matrix.astype(np.float32), crowd)
    fresh = np.random.default_rng(1).normal(1, 1, size=(200, 2))
    assert forest.ask(grown, fresh) == pytest.approx(model.predict_proba(fresh.astype(np.float32)), abs=1e-5)


def test_that_outliers_are_a_class_of_their_own() -> None:
    made, crowd = three_crowds()
    labels = np.where(crowd == 2, -1, crowd).astype(np.int8)
    placer = make_placer(made, recipe({"x": MEASURE, "y": MEASURE}, method=Method.HDBSCAN), labels, 2)
    found, _ = place(placer, table(number("x", [0, 12, 0]), number("y", [0, 0, 12])))
    assert found.segment.tolist() == [0, 1, UNLIKE]
    assert found.nearest.tolist() == [0, 1, -1]


def altered_forests(grown: forest.Forest) -> list[forest.Forest]:
    inner = int(np.flatnonzero(grown.feature >= 0)[0])
    leaf = int(np.flatnonzero(grown.feature < 0)[0])

    def put(name: str, position: int, value: float) -> forest.Forest:
        array = getattr(grown, name).copy()
        array[position] = value
        return replace(grown, **{name: array})

    return [
        put("feature", inner, 99),
        put("feature", leaf, -7),
        put("left", inner, inner),  # would walk in a circle
        put("right", inner, 2**30),
        put("threshold", inner, np.nan),
        put("votes", leaf, np.nan),
        put("votes", leaf, -1.0),
        put("roots", 0, -1),
        replace(grown, left=grown.left[:-1]),
        replace(grown, roots=grown.roots[:0]),
        replace(grown, votes=grown.votes[:, :1]),
    ]


def test_that_an_altered_forest_is_refused() -> None:
    placer, _, _ = placer_of(Method.WARD)
    assert isinstance(placer.model, forest.Forest)
    assert checked(placer) is placer
    for altered in altered_forests(placer.model):
        with pytest.raises(RunError, match=r"place\.damaged"):
            checked(replace(placer, model=altered))


def test_that_altered_centres_clouds_and_customers_are_refused() -> None:
    by_centre, by_cloud = placer_of(Method.KMEANS)[0], placer_of(Method.GMM)[0]
    assert isinstance(by_centre.model, Centres)
    clouds: Any = by_cloud.model
    assert checked_clouds(clouds, inputs=2, classes=3) is clouds
    known = by_centre.familiar
    altered = [
        replace(by_centre, model=replace(by_centre.model, centres=by_centre.model.centres[:2])),
        replace(by_centre, model=replace(by_centre.model, spread=np.array([np.inf]))),
        replace(by_centre, segments=1),
        replace(by_cloud, model=replace(clouds, weights=-clouds.weights)),
        replace(by_cloud, model=replace(clouds, factors=clouds.factors[:, :1])),
        replace(by_cloud, model=replace(clouds, factors=-clouds.factors)),
        replace(by_centre, familiar=replace(known, points=known.points[:, :1])),
        replace(by_centre, familiar=replace(known, measures=np.array([5]))),
        replace(by_centre, familiar=replace(known, ranks=known.ranks * np.nan)),
    ]
    for placer in altered:
        with pytest.raises(RunError, match=r"place\.damaged"):
            checked(placer)


def test_that_unlikeness_is_the_share_of_own_customers_who_are_more_alike() -> None:
    random = np.random.default_rng(0)
    own, fresh = random.normal(size=(2, 2000, 3))
    known = familiar.get_to_know(own, np.arange(3), seed=0)
    found = familiar.unlikeness(known, fresh)
    # Fresh customers of the same crowd are spread evenly over the ranks.
    for share in (0.5, 0.9, 0.94):
        assert (found > share).mean() == pytest.approx(1 - share, abs=0.03)
    assert familiar.unlikeness(known, np.full((1, 3), 9.0))[0] == 1.0


def test_that_customers_without_measures_are_known_by_their_distance() -> None:
    own = np.tile([[1.0, 0.0], [0.0, 1.0]], (50, 1))
    known = familiar.get_to_know(own, np.zeros(0, dtype=np.int64), seed=0)
    assert (familiar.unlikeness(known, own) == 0).all()
    assert familiar.unlikeness(known, np.array([[4.0, 4.0]]))[0] == 1.0


def test_that_trust_is_high_where_crowds_are_plain_and_low_where_there_are_none() -> None:
    made, crowd = three_crowds(rows=300)
    choice = recipe({"x": MEASURE, "y": MEASURE}, segments=3)
    plain = measure_trust(Repeatable.of(made, choice, 3, memory=PLENTY), crowd)
    assert plain is not None
    assert plain.nested.adjusted_rand > 0.95
    assert plain.nested.equal > 0.95
    random = np.random.default_rng(2)
    none = table(*(number(name, random.normal(size=300)) for name in "xy"))
    labels = fit(encode(none, choice), choice, segments=(3,), memory=PLENTY).labels[0]
    slices = measure_trust(Repeatable.of(none, choice, 3, memory=PLENTY), labels)
    assert slices is not None
    assert slices.nested.adjusted_rand < 0.7
    few, crowd = three_crowds(rows=30)
    assert measure_trust(Repeatable.of(few, choice, 3, memory=PLENTY), crowd) is None


def halves(folder: Path, name: str) -> tuple[Table, Table, Recipe]:
    """Give two random halves of a file (of 4,000 customers of it at most) and its recipe."""
    whole = read_table(folder / "customers" / name)
    mixed = np.random.default_rng(7).permutation(whole.rows)[:4000]
    half = len(mixed) // 2
    uses = tuple(ColumnUse(each.name, each.role) for each in summarise_columns(whole))
    choice = Recipe(uses, Method.KMEANS, segments=4)
    return taken(whole, np.sort(mixed[:half])), taken(whole, np.sort(mixed[half:])), choice


def shifted(made: Table, choice: Recipe) -> Table:
    """Put every measure two standard deviations higher: people of another town."""
    measures = {use.name for use in choice.used if use.role is MEASURE}
    return Table(
        tuple(
            Column(c.name, c.kind, c.values + 2 * np.nanstd(c.values))
            if c.name in measures and c.kind is Kind.NUMBER
            else c
            for c in made.columns
        )
    )


@pytest.mark.parametrize("name", ["smartcart_customers.csv", "bank-additional-full.csv"])
def test_that_real_halves_are_placed_and_strangers_turned_away(shared_data: Path, name: str) -> None:
    first, second, choice = halves(shared_data, name)
    labels = fit(encode(first, choice), choice, segments=(4,), memory=PLENTY).labels[0]
    placer = make_placer(first, choice, labels, 4)
    placed, _ = place(placer, second)
    own = fit(encode(second, choice), choice, segments=(4,), memory=PLENTY).labels[0]
    # Chance gives 0; issue 5 asks for the figure, and for the two shares below.
    assert adjusted_rand(placed.nearest, own) > 0.3
    assert placed.abstained / second.rows <= 0.10
    strangers, _ = place(placer, shifted(second, choice))
    assert strangers.abstained / second.rows >= 0.90
