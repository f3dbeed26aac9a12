"""Tables without groups keep what each column is, and how columns hang together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from segdesk.engine.encode import encode
from segdesk.engine.nulls import draw_copula, draw_uniform, fit_null, measures
from segdesk.model.recipe import Encoding
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Features
from tests.engine.tables import features, number, recipe, table, text

ROWS = 1_000


def mixed(encoding: Encoding = Encoding.BALANCED, *, pca: int | None = None) -> Features:
    """Spending goes with the plan; ratings of 1 to 5 go with spending; the city goes with nothing."""
    rng = np.random.default_rng(0)
    hidden = rng.normal(size=ROWS)
    plan = [
        "basic" if h < -0.3 else "plus" if h < 0.8 else "top" for h in hidden + 0.5 * rng.normal(size=ROWS)
    ]
    made = table(
        number("spend", hidden + 0.5 * rng.normal(size=ROWS)),
        number("rating", np.clip(np.round(3 + hidden + 0.5 * rng.normal(size=ROWS)), 1, 5)),
        text("plan", plan),
        text("city", rng.choice(["A", "B", "C", "D"], ROWS, p=[0.4, 0.3, 0.2, 0.1]).tolist()),
    )
    roles = {
        "spend": ColumnRole.MEASURE,
        "rating": ColumnRole.MEASURE,
        "plan": ColumnRole.CATEGORY,
        "city": ColumnRole.CATEGORY,
    }
    return encode(made, recipe(roles, encoding=encoding, pca=pca))


def correlations(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.array(np.corrcoef(matrix, rowvar=False))


@pytest.mark.parametrize("encoding", [Encoding.BALANCED, Encoding.STANDARDISED])
def test_that_every_row_of_a_drawn_table_could_be_a_customer(encoding: Encoding):
    made = mixed(encoding)
    for draw in (draw_copula, draw_uniform):
        drawn = draw(fit_null(made), np.random.default_rng(1))
        for source in ("rating", "plan", "city"):
            block = [j for j, name in enumerate(made.sources) if name == source]
            there = {tuple(row) for row in np.unique(made.matrix[:, block], axis=0)}
            assert {tuple(row) for row in drawn[:, block]} <= there


def test_that_measures_keep_their_values_and_categories_their_shares():
    made = mixed()
    drawn = draw_copula(fit_null(made), np.random.default_rng(1))
    for j in (0, 1):
        assert np.sort(drawn[:, j]) == pytest.approx(np.sort(made.matrix[:, j]))
    before, after = (made.matrix[:, 2:] > 0).mean(axis=0), (drawn[:, 2:] > 0).mean(axis=0)
    # Shares of 1,000 drawn rows: standard error 0.016 at most.
    assert after == pytest.approx(before, abs=0.06)


def test_that_columns_hang_together_as_before():
    made = mixed()
    null = fit_null(made)
    rng = np.random.default_rng(2)
    drawn = np.mean([correlations(draw_copula(null, rng)) for _ in range(20)], axis=0)
    # The customers' own correlations are a sample's: standard error 0.03.
    assert np.abs(drawn - correlations(made.matrix)).max() < 0.09


def test_that_groups_are_gone_though_each_column_looks_the_same():
    # Two groups on a diagonal of three: (0, 0, 0) and (9, 9, -9). Ranks of one Gaussian mix some of them.
    rng = np.random.default_rng(3)
    member = np.arange(600) % 3
    made = features(9.0 * np.eye(3)[member] + rng.normal(size=(600, 3)))
    drawn = draw_copula(fit_null(made), np.random.default_rng(1))
    # Customers are high in exactly one column each; by chance 8 in 27 are high in none.
    assert ((made.matrix > 4.5).sum(axis=1) == 1).all()
    assert ((drawn > 4.5).sum(axis=1) != 1).mean() > 0.1


def test_that_an_even_table_fills_the_box_of_its_axes():
    rng = np.random.default_rng(4)
    made = features(rng.normal(size=(2_000, 2)) * [3.0, 1.0])
    drawn = draw_uniform(fit_null(made), np.random.default_rng(1))
    axes = np.linalg.svd(made.matrix - made.matrix.mean(axis=0), full_matrices=False)[2]
    shares = (drawn - made.matrix.mean(axis=0)) @ axes.T
    own = (made.matrix - made.matrix.mean(axis=0)) @ axes.T
    for j in (0, 1):
        low, high = own[:, j].min(), own[:, j].max()
        counts = np.histogram(shares[:, j], bins=4, range=(low, high))[0]
        # A quarter of 2,000 in each: standard error 19.
        assert counts.sum() == 2_000
        assert counts.tolist() == pytest.approx([500] * 4, abs=90)


def test_that_after_pca_tables_are_drawn_before_it_and_turned():
    turned, before = mixed(pca=2), mixed()
    drawn = draw_copula(fit_null(turned, before), np.random.default_rng(1))
    plain = draw_copula(fit_null(before), np.random.default_rng(1))
    centred = before.matrix - before.matrix.mean(axis=0)
    axes = np.linalg.lstsq(centred, turned.matrix, rcond=None)[0]
    assert drawn == pytest.approx((plain - before.matrix.mean(axis=0)) @ axes)
    assert fit_null(turned).width == 2


def test_that_ratings_and_categories_are_no_measures():
    assert measures(mixed()).tolist() == [0]
    assert measures(replace(mixed(pca=3))).tolist() == [0, 1, 2]


def test_that_constants_and_copies_are_drawn_too():
    rng = np.random.default_rng(5)
    column = rng.normal(size=60)
    made = features(np.column_stack([column, column, np.zeros(60)]))
    for draw in (draw_copula, draw_uniform):
        drawn = draw(fit_null(made), np.random.default_rng(0))
        assert np.isfinite(drawn).all()
        assert (drawn[:, 2] == 0).all()
    assert correlations(draw_copula(fit_null(made), np.random.default_rng(0))[:, :2])[0, 1] > 0.99
