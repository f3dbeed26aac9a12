"""Quality figures are those of the definitions, for all cuts in one pass."""

from __future__ import annotations

from dataclasses import astuple

import numpy as np
import pytest
from scipy.spatial.distance import cdist
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_samples

from segdesk.engine import quality
from segdesk.engine.methods.hierarchical import cut, linkage
from segdesk.engine.quality import judge
from segdesk.model.recipe import Method
from segdesk.model.result import Band, band
from tests.engine.tables import features


def test_that_two_far_pairs_score_as_worked_by_hand() -> None:
    # 0, 1 | 10, 11. Row 0: a = 1, b = (10 + 11) / 2 = 10.5, s = 9.5 / 10.5.
    # Row 1: a = 1, b = 9.5, s = 8.5 / 9.5. Both segments are alike by symmetry.
    found = judge(features([0, 1, 10, 11]), np.array([[0, 0, 1, 1]], np.int8), seed=0)
    assert found.segment_silhouettes[0] == pytest.approx([(9.5 / 10.5 + 8.5 / 9.5) / 2] * 2)
    quality = found.qualities[0]
    assert quality.silhouette == pytest.approx((9.5 / 10.5 + 8.5 / 9.5) / 2)
    assert quality.silhouette_error == 0
    assert quality.band is Band.EXCELLENT
    # Mean distance to the centre 0.5 in both, centres 10 apart: (0.5 + 0.5) / 10.
    assert quality.davies_bouldin == pytest.approx(0.1)
    # Between: 4 · 5² = 100; within: 4 · 0.5² = 1; (100 / 1) / (1 / 2).
    assert quality.calinski_harabasz == pytest.approx(200)


def test_that_a_customer_alone_scores_nothing() -> None:
    found = judge(features([0, 1, 10]), np.array([[0, 0, 1]], np.int8), seed=0)
    assert found.silhouettes[0, 2] == 0
    assert found.segment_silhouettes[0][1] == 0


def test_that_all_cuts_agree_with_scikit_learn() -> None:
    rng = np.random.default_rng(4)
    data = features(np.vstack([rng.normal(c, 1, (150, 3)) for c in (0, 4, 9)]))
    labels = cut(linkage(data, Method.WARD, memory=10**12), range(2, 21))
    found = judge(data, labels, seed=0)
    distances = cdist(data.matrix, data.matrix)  # scikit-learn's own lose digits in a shortcut
    for i, line in enumerate(labels):
        expected = silhouette_samples(distances, line, metric="precomputed")
        assert found.qualities[i].silhouette == pytest.approx(expected.mean(), abs=1e-9)
        assert found.silhouettes[i] == pytest.approx(expected.astype(np.float32), abs=1e-6)
        means = [expected[line == s].mean() for s in range(i + 2)]
        assert found.segment_silhouettes[i] == pytest.approx(means, abs=1e-9)
        assert found.qualities[i].davies_bouldin == pytest.approx(davies_bouldin_score(data.matrix, line))
        ch = calinski_harabasz_score(data.matrix, line)
        assert found.qualities[i].calinski_harabasz == pytest.approx(ch)


def test_that_cuts_need_not_be_nested() -> None:
    rng = np.random.default_rng(8)
    data = features(rng.normal(size=(60, 2)))
    labels = np.array([rng.permutation(np.arange(60) % k) for k in (2, 5, 3)], dtype=np.int8)
    found = judge(data, labels, seed=0)
    for line, own in zip(labels, found.qualities, strict=True):
        expected = silhouette_samples(cdist(data.matrix, data.matrix), line, metric="precomputed").mean()
        assert own.silhouette == pytest.approx(expected, abs=1e-9)


def test_that_identical_customers_in_different_segments_score_zero() -> None:
    # a = b = 0: neither well nor badly placed.
    found = judge(features([3, 3, 3, 3]), np.array([[0, 0, 1, 1]], np.int8), seed=0)
    assert found.silhouettes.tolist() == [[0, 0, 0, 0]]
    assert np.isfinite([found.qualities[0].davies_bouldin, found.qualities[0].calinski_harabasz]).all()


EXACT_ROWS = 3_000
"""As if beyond so many rows only a sample were looked at: the truth takes seconds for more."""


@pytest.fixture
def few_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quality, "EXACT_ROWS", EXACT_ROWS)


@pytest.fixture
def large(few_exact: None) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(6)
    rows = EXACT_ROWS + 500
    fine = rng.permutation(np.r_[np.zeros(rows - 1401), np.ones(1000), np.full(400, 2), [3]]).astype(np.int8)
    centres = np.array([[0, 0], [3, 0], [0, 4], [9, 9]])
    matrix = centres[fine] + rng.normal(size=(rows, 2))
    coarse = np.array([0, 1, 1, 1], dtype=np.int8)[fine]
    return matrix, np.vstack([coarse, fine])


def test_that_a_sample_comes_within_its_error_of_the_truth(large: tuple[np.ndarray, np.ndarray]) -> None:
    matrix, labels = large
    found = judge(features(matrix), labels, seed=1)
    for line, own in zip(labels, found.qualities, strict=True):
        truth = silhouette_samples(matrix, line).mean()
        assert 0 < own.silhouette_error < 0.02
        # Four standard errors: one chance in 16,000 for a normal estimate, and the seed is fixed.
        assert abs(own.silhouette - truth) < 4 * own.silhouette_error


def test_that_a_sample_reaches_every_segment_and_only_the_sample(
    large: tuple[np.ndarray, np.ndarray],
) -> None:
    matrix, labels = large
    found = judge(features(matrix), labels, seed=1)
    looked_at = ~np.isnan(found.silhouettes)
    assert (looked_at[0] == looked_at[1]).all()
    assert 1990 <= looked_at[0].sum() <= 2010
    assert set(labels[1][looked_at[1]].tolist()) == {0, 1, 2, 3}
    assert np.isfinite(found.segment_silhouettes[1]).all()


def test_that_the_seed_decides_the_sample(large: tuple[np.ndarray, np.ndarray]) -> None:
    matrix, labels = large
    one, again, other = (judge(features(matrix), labels, seed=s).silhouettes for s in (1, 1, 2))
    assert one.tobytes() == again.tobytes()
    assert one.tobytes() != other.tobytes()


@pytest.mark.parametrize(
    ("silhouette", "expected"),
    [
        (0.71, "excellent"),
        (0.70, "good"),
        (0.51, "good"),
        (0.5, "fair"),
        (0.26, "fair"),
        (0.25, "poor"),
        (-1, "poor"),
    ],
)
def test_that_bands_are_segmentiqs(silhouette: float, expected: str) -> None:
    assert band(silhouette) == expected


def test_that_outliers_are_left_out_of_the_lines_they_are_outliers_in() -> None:
    # 0, 1 | 10, 11 as above, and 500 stands alone in the first cut only.
    data = features([0, 1, 10, 11, 500])
    found = judge(data, np.array([[0, 0, 1, 1, -1], [0, 0, 0, 0, 1]], np.int8), seed=0)
    alone = judge(features([0, 1, 10, 11]), np.array([[0, 0, 1, 1]], np.int8), seed=0)
    assert astuple(found.qualities[0]) == pytest.approx(astuple(alone.qualities[0]))
    assert found.segment_silhouettes[0] == pytest.approx(alone.segment_silhouettes[0])
    assert np.isnan(found.silhouettes[0]).tolist() == [False] * 4 + [True]
    assert not np.isnan(found.silhouettes[1]).any()
    # All five in two segments: centres 5.5 and 500, between 4 · (5.5 - 104.4)² + (500 - 104.4)².
    between = 4 * 98.9**2 + 395.6**2
    assert found.qualities[1].calinski_harabasz == pytest.approx(between / (4.5**2 * 2 + 5.5**2 * 2) * 3)


def test_that_a_sample_leaves_outliers_out_too(few_exact: None) -> None:
    rng = np.random.default_rng(2)
    rows = EXACT_ROWS + 2_000
    matrix = rng.permutation(np.concatenate([rng.normal(0, 1, rows // 2), rng.normal(30, 1, rows // 2)]))
    labels = (matrix > 15).astype(np.int8)[None, :].copy()
    matrix[::6], labels[0, ::6] = 1e6, -1
    found = judge(features(matrix), labels, seed=0).qualities[0]
    inside = labels[0] >= 0
    exact = judge(features(matrix[inside][:2_900]), labels[:, inside][:, :2_900], seed=0).qualities[0]
    assert found.silhouette == pytest.approx(exact.silhouette, abs=0.02)
    assert 0 < found.silhouette_error < 0.02


def test_that_many_small_cells_dont_make_the_sample_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(7)
    rows = 40_000
    matrix = rng.normal(size=(rows, 2))
    # Six unrelated cuts into 6: nearly every row is in a cell of its own kind, one segment holds 20 rows.
    labels = rng.integers(0, 6, (6, rows)).astype(np.int8)
    labels[0][labels[0] == 5] = 0
    labels[0, :20] = 5
    monkeypatch.setattr(quality, "EXACT_ROWS", EXACT_ROWS)
    found = judge(features(matrix), labels, seed=0)
    looked_at = (~np.isnan(found.silhouettes[0])).sum()
    assert 1_950 <= looked_at <= 2_100
    for line, by_segment in zip(labels, found.segment_silhouettes, strict=True):
        assert len(by_segment) == int(line.max()) + 1
        assert np.isfinite(by_segment).all()
