"""Are they real? A word for tables whose truth is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from segdesk.engine.choose import choose
from segdesk.engine.encode import encode
from segdesk.engine.verdict import judge_reality
from segdesk.model.findings import Adviser, Reality, Verdict, Vote
from segdesk.model.recipe import Recipe
from segdesk.model.roles import ColumnRole
from segdesk.model.table import Features
from tests.engine.tables import features, number, recipe, table, text

ROWS = 240


def judged(made: Features, *, unrotated: Features | None = None) -> Verdict:
    choice = choose(made, seed=0, unrotated=unrotated)
    return judge_reality(made, choice, seed=0, unrotated=unrotated)


def correlated(rows: int = ROWS) -> NDArray[np.float64]:
    rng = np.random.default_rng(8)
    return rng.normal(size=(rows, 1)) + 0.4 * rng.normal(size=(rows, 4))


def with_plan(*, pca: int | None = None) -> Features:
    """A plan and a city that go with nothing: levels are lumps, but no groups."""
    rng = np.random.default_rng(9)
    spread = correlated()
    made = table(
        *(number(f"m{j}", spread[:, j]) for j in range(3)),
        text("plan", rng.choice(["a", "b"], ROWS).tolist()),
        text("city", rng.choice(["A", "B", "C"], ROWS, p=[0.7, 0.2, 0.1]).tolist()),
    )
    roles = {column.name: ColumnRole.MEASURE for column in made.columns}
    chosen: Recipe = recipe(roles | {"plan": ColumnRole.CATEGORY, "city": ColumnRole.CATEGORY}, pca=pca)
    return encode(made, chosen)


def test_that_far_groups_are_natural():
    rng = np.random.default_rng(7)
    verdict = judged(features(8.0 * np.eye(3)[np.arange(ROWS) % 3] + rng.normal(size=(ROWS, 3))))
    assert verdict.reality is Reality.NATURAL
    assert verdict.gap_segments == 3
    # The silhouette beats all 99 tables of both kinds: 1/100; the smaller of two p values counts twice.
    assert verdict.silhouette_p == pytest.approx(0.01)
    assert verdict.p == pytest.approx(2 * min(verdict.dip_p, verdict.silhouette_p))


def test_that_a_spread_along_one_line_is_slices():
    verdict = judged(features(correlated()))
    assert verdict.reality is Reality.SLICES
    assert verdict.gap_segments == 1
    assert verdict.p == verdict.dip_p > 0.05


def test_that_a_round_cloud_is_nothing_to_hold_on_to():
    verdict = judged(features(np.random.default_rng(3).normal(size=(ROWS, 6))))
    assert verdict.reality is Reality.NOTHING
    # Silhouettes of cut noise: about a tenth in six dimensions, and above 0 for every number.
    assert verdict.segments == tuple(range(2, 11))
    assert all(0.05 < chance < 0.25 for chance in verdict.chance)


@pytest.mark.parametrize("pca", [None, 3])
def test_that_levels_of_categories_are_no_groups(pca: int | None):
    verdict = judged(with_plan(pca=pca), unrotated=None if pca is None else with_plan())
    assert verdict.reality is not Reality.NATURAL


def test_that_whole_numbers_and_ratings_are_no_groups():
    answers = np.clip(np.round(3 + correlated()), 1, 5)
    assert judged(features(answers)).reality is not Reality.NATURAL
    ages = np.round(45 + 8 * correlated()[:, :2])
    assert judged(features(ages)).dip_p > 0.05


def test_that_one_column_with_two_humps_is_natural_by_its_dip():
    # Tables that keep the column's distribution keep its humps: only the dip can tell.
    rng = np.random.default_rng(6)
    verdict = judged(features(np.concatenate([rng.normal(size=120), rng.normal(7, 1, size=120)])))
    assert verdict.reality is Reality.NATURAL
    assert verdict.dip_p < 0.01 < verdict.silhouette_p


def test_that_it_is_the_same_again_and_told_as_it_goes():
    made = features(correlated())
    choice = choose(made, seed=4)
    told: list[float] = []
    one = judge_reality(made, choice, seed=4, report=told.append)
    assert one == judge_reality(made, choice, seed=4)
    assert one.rows == ROWS
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_that_without_halves_nothing_is_held_on_to():
    made = features(np.random.default_rng(3).normal(size=(7, 2)))
    choice = choose(made, seed=0)
    assert choice.vote(Adviser.STRENGTH) == Vote(Adviser.STRENGTH, (), (), None)
    silent = replace(choice.vote(Adviser.GAP), says=1)
    calm = replace(choice, votes=(silent, *choice.votes[1:]))
    assert judge_reality(made, calm, seed=0).reality is Reality.NOTHING
