"""k-means for many small tables."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import cdist
from sklearn.cluster import KMeans

from segdesk.engine.quality import judge
from segdesk.engine.sweep import SAMPLE_ROWS, count_kinds, nearest_centre, sample, silhouettes, sweep
from tests.engine.tables import features


def test_that_three_far_pairs_are_parted_as_worked_by_hand():
    # One: 0, 1, 9, 11, 19, 20 about their mean 10: 100 + 81 + 1 + 1 + 81 + 100 = 364.
    # Three: each pair about its middle: 0.5 + 2 + 0.5 = 3.
    found = sweep(np.array([[0.0], [1.0], [9.0], [11.0], [19.0], [20.0]]), 3)
    assert found.inertias[[0, 2]] == pytest.approx([364.0, 3.0])
    pairs = found.labels[2].reshape(3, 2)
    assert (pairs[:, 0] == pairs[:, 1]).all()
    assert len(set(pairs[:, 0].tolist())) == 3


def test_that_it_is_as_tight_as_ten_random_starts():
    rng = np.random.default_rng(2)
    matrix = rng.normal(size=(300, 4)) + 3.0 * rng.integers(0, 3, size=(300, 1))
    found = sweep(matrix, 6)
    for k in range(1, 7):
        best = KMeans(k, n_init=10, random_state=0).fit(matrix).inertia_
        assert found.inertias[k - 1] <= 1.03 * best


def test_that_more_segments_than_different_rows_leave_nothing_to_explain():
    found = sweep(np.repeat([[0.0], [5.0]], 10, axis=0), 4)
    assert found.inertias[1:] == pytest.approx([0.0, 0.0, 0.0], abs=1e-9)
    assert len(set(found.labels[3].tolist())) == 2
    assert count_kinds(np.repeat([[0.0], [5.0]], 10, axis=0)) == 2


def test_that_silhouettes_are_those_shown_elsewhere():
    rng = np.random.default_rng(3)
    matrix = rng.normal(size=(80, 3))
    labels = sweep(matrix, 5).labels[1:]
    judged = judge(features(matrix), labels, seed=0)
    assert silhouettes(cdist(matrix, matrix), labels) == pytest.approx(judged.silhouettes, abs=1e-6)


def test_that_distances_are_squared_and_nil_between_alike_rows():
    matrix = np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 4.0]])
    assert sweep(matrix, 1).squares == pytest.approx(np.array([[0, 25, 25], [25, 0, 0], [25, 0, 0.0]]))


def test_that_a_row_goes_to_its_nearest_centre():
    assert nearest_centre(np.array([[1.0], [6.0]]), np.array([[0.0], [10.0]])).tolist() == [0, 1]


def test_that_small_tables_are_seen_whole_and_large_ones_in_the_same_sample():
    small, large = features(np.zeros((SAMPLE_ROWS, 2))), features(np.zeros((SAMPLE_ROWS + 1, 2)))
    assert sample(small, seed=1).tolist() == list(range(SAMPLE_ROWS))
    picked = sample(large, seed=1)
    assert len(set(picked.tolist())) == SAMPLE_ROWS
    assert picked.tolist() == sample(large, seed=1).tolist() != sample(large, seed=2).tolist()
