"""The nearest row is the nearest row."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from segdesk.engine.nearest import nearest


@pytest.mark.parametrize("scale", [1.0, 1e-6, 1e6, 1e100])
def test_that_the_nearest_is_that_of_all_distances(scale: float) -> None:
    rng = np.random.default_rng(1)
    among, points = rng.normal(size=(3_000, 5)) * scale, rng.normal(size=(700, 5)) * scale
    positions, distances = nearest(among, points)
    away = cdist(points / scale, among / scale)
    assert (positions == away.argmin(axis=1)).all()
    assert distances / scale == pytest.approx(away.min(axis=1), rel=1e-9)


def test_that_a_row_among_them_is_its_own_nearest() -> None:
    among = np.arange(12.0).reshape(6, 2)
    positions, distances = nearest(among, among[[4, 0]])
    assert positions.tolist() == [4, 0]
    assert distances.tolist() == [0, 0]


def test_that_nobody_has_no_nearest() -> None:
    positions, distances = nearest(np.zeros((2, 3)), np.empty((0, 3)))
    assert len(positions) == len(distances) == 0
