"""Crowds are those of DBSCAN's definition; eps comes from the knee of the distances."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.cluster import DBSCAN

from segdesk.engine.methods import density
from segdesk.engine.methods.centroid import inertia, kmeans_sweep, parted
from tests.engine.tables import is_same_partition


def test_that_crowds_on_a_line_are_as_worked_by_hand() -> None:
    # Steps of 1 hang together; 3.2 is within 1.5 of 2 but has only two neighbours: at the border.
    # 9 is alone. Crowd of 20, 21, 22: three customers.
    line = np.array([0, 1, 2, 3.2, 9, 20, 21, 22])[:, None]
    crowds, _, eps = density.dbscan(line, eps=1.5, min_samples=3, seed=0)
    assert crowds.labels.tolist() == [0, 0, 0, 0, -1, 1, 1, 1]
    assert (crowds.found, len(crowds.looked_at), eps) == (2, 8, 1.5)


def test_that_a_customer_between_two_crowds_goes_with_the_nearer() -> None:
    # 4.9 is within 2.5 of 3 (1.9 away) and of 7 (2.1), with too few neighbours of its own.
    line = np.array([0, 1, 2, 3, 4.9, 7, 8, 9, 10])[:, None]
    crowds, _, _ = density.dbscan(line, eps=2.5, min_samples=4, seed=0)
    assert crowds.labels.tolist() == [0] * 5 + [1] * 4


@given(st.integers(0, 10_000), st.integers(2, 8), st.floats(0.05, 1.5))
def test_that_crowded_customers_are_scikit_learns(seed: int, neighbours: int, eps: float) -> None:
    random = np.random.default_rng(seed)
    matrix = random.normal(size=(80, 2)) + 2 * random.integers(0, 2, 80)[:, None]
    expected = DBSCAN(eps=eps, min_samples=neighbours).fit(matrix)
    found, _, _ = density.dbscan(matrix, eps=eps, min_samples=neighbours, seed=0)
    core = expected.core_sample_indices_
    if len(core) and found.found <= 20:
        assert is_same_partition(found.labels[core].tolist(), expected.labels_[core].tolist())
        # Outliers are the same; at a border a customer may belong to either crowd.
        assert ((found.labels < 0) == (expected.labels_ < 0)).all()
    elif not len(core):
        assert (found.labels == -1).all()


def test_that_one_large_crowd_takes_no_memory_of_all_pairs() -> None:
    # Everybody is everybody's neighbour: 6,000² pairs of 8 bytes would be 288 MB, twice over.
    matrix = np.random.default_rng(0).normal(size=(6_000, 20))
    tracemalloc.start()
    crowds, _, _ = density.dbscan(matrix, eps=100.0, min_samples=5, seed=0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert crowds.found == 1
    assert peak < 200e6


def test_that_the_distances_to_the_nth_neighbour_are_as_worked_by_hand() -> None:
    # 0, 1, 3, 7 and two neighbours, oneself the first: the nearest others are 1, 1, 2 and 4 away.
    found = density.k_distances(np.array([[0.0], [1], [3], [7]]), 2)
    assert found.distances.tolist() == [1, 1, 2, 4]
    assert found.shares.tolist() == [0.25, 0.5, 0.75, 1.0]


def test_that_the_knee_parts_the_crowded_from_the_lonely() -> None:
    random = np.random.default_rng(1)
    crowded = random.normal(0, 1, (2_000, 2))
    lonely = random.uniform(20, 400, (100, 2))
    found = density.k_distances(np.vstack([crowded, lonely]), 5)
    assert found.has_knee
    assert len(found.distances) == len(found.shares) <= 300
    assert (np.diff(found.distances) >= 0).all()
    # Nearly all the crowd have five within it, the lonely don't.
    assert 0.9 < (found.distances <= found.eps).mean() < 0.99


@pytest.mark.parametrize("matrix", [np.zeros((30, 2)), np.repeat(np.eye(3), 40, axis=0)])
def test_that_alike_customers_still_give_a_distance(matrix: np.ndarray) -> None:
    found = density.k_distances(matrix, 4)
    assert found.eps > 0
    assert not found.has_knee


def test_that_defaults_are_the_stated_rules() -> None:
    # Twice the features; ln(20,000) = 9.9; at most 50, and one customer in fifty; four at least.
    assert density.default_neighbours(1_000, 8) == 16
    assert density.default_neighbours(20_000, 2) == 10
    assert density.default_neighbours(20_000, 60) == 50
    assert density.default_neighbours(400, 20) == 8
    assert density.default_neighbours(50, 18) == 4
    # 2 % of all and 30; of few customers a tenth, and five.
    assert density.default_least(10_000) == 200
    assert density.default_least(1_000) == 30
    assert density.default_least(120) == 12
    assert density.default_least(20) == 5


def test_that_polishing_finds_what_single_moves_can() -> None:
    # No starts find it: 0, 0, 0, 3 | 8 has inertia 6.75; from {0, 0, 0} and {3, 8}, 12.5, Lloyd's step
    # moves 3 (2.5 from 5.5, 3 from 0) nowhere, and a single move does.
    matrix = np.array([0.0, 0, 0, 3, 8])[:, None]
    labels, inertias = kmeans_sweep(matrix, [2], seed=0, starts=1, polish=True)
    assert labels.tolist() == [[0, 0, 0, 0, 1]]
    assert inertias[0] == pytest.approx(6.75)


def test_that_inertia_leaves_outliers_out() -> None:
    # 0 and 2 are 1 from their mean; 100 has no segment.
    assert inertia(np.array([[0.0], [2], [100]]), np.array([0, 0, -1])) == 2


def test_that_the_largest_segments_are_halved_until_there_are_enough() -> None:
    # Of four, two and two; then the first of equal size is halved.
    assert parted(np.array([7, 7, 7, 7, 2]), 4).tolist() == [1, 3, 2, 2, 0]


def test_that_beyond_the_sample_all_rows_take_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(3)
    matrix = random.normal(size=(1_200, 3)) + 8 * random.integers(0, 4, 1_200)[:, None]
    exact, least = kmeans_sweep(matrix, [4], seed=1)
    monkeypatch.setattr("segdesk.engine.methods.centroid.SAMPLE_ROWS", 300)
    sampled, inertias = kmeans_sweep(matrix, [4], seed=1)
    assert is_same_partition(sampled[0].tolist(), exact[0].tolist())
    assert inertias[0] == pytest.approx(least[0], rel=0.002)
