"""Summed distances are those of the definition, whatever the blocks, the precision and the data."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from segdesk.engine import distance_sums
from segdesk.engine.distance_sums import cells_of, summed_distances

Floats = np.ndarray


def expected(matrix: Floats, labels: Floats) -> Floats:
    """Sum every pair's distance by segment, cut after cut, as the definition has it."""
    distances = cdist(matrix, matrix)
    lines = [line[:, None] == np.arange(line.max() + 1) for line in labels]
    return np.asarray(distances @ np.concatenate(lines, axis=1).astype(float))


def cuts(rng: np.random.Generator, rows: int) -> Floats:
    """Draw cuts into 2, 5 and 3 segments that aren't nested, the last with outliers."""
    lines = [rng.permutation(np.arange(rows) % count) for count in (2, 5, 3)]
    lines[2][rng.random(rows) < 0.1] = -1
    return np.array(lines, np.int8)


def test_that_cells_are_the_rows_that_share_all_their_labels() -> None:
    found = cells_of(np.array([[0, 0, 1, 1, 0], [0, 1, 1, -1, 0]], np.int8))
    # Rows 0 and 4 are alike; the others stand alone.
    assert found.cell[0] == found.cell[4]
    assert len(set(found.cell.tolist())) == 4
    assert found.labels[found.cell].tolist() == [[0, 0], [0, 1], [1, 1], [1, -1], [0, 0]]
    assert found.sizes.sum() == 5
    assert found.counts == (2, 2)


@pytest.mark.parametrize("held", [0, 10**9], ids=["each row", "each pair once"])
@pytest.mark.parametrize("rows", [3, 40, 1_500])
def test_that_sums_are_those_of_the_definition(held: int, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distance_sums, "_HELD_SUMS", held)
    rng = np.random.default_rng(rows)
    matrix = rng.normal(size=(rows, 4)) * [1, 10, 0.1, 1]
    labels = np.array([np.arange(rows) % 2, np.arange(rows) % 3], np.int8) if rows < 10 else cuts(rng, rows)
    found = summed_distances(matrix, cells_of(labels))
    assert found == pytest.approx(expected(matrix, labels), rel=1e-10)


@pytest.mark.parametrize("held", [0, 10**9], ids=["each row", "each pair once"])
def test_that_far_away_crowds_keep_their_digits(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distance_sums, "_HELD_SUMS", held)
    rng = np.random.default_rng(3)
    # Two crowds a million times farther from the rest than they are wide, and in the same block.
    matrix = np.concatenate([rng.normal(size=(20, 3)), rng.normal(size=(20, 3)) + 1e6])
    matrix = np.concatenate([matrix, rng.normal(size=(20, 3)) - 3e6])
    labels = np.repeat([0, 1, 2], 20).astype(np.int8)[None]
    found = summed_distances(matrix, cells_of(labels))
    assert found == pytest.approx(expected(matrix, labels), rel=1e-9)


def test_that_rows_that_are_the_same_are_nothing_apart() -> None:
    matrix = np.repeat(np.random.default_rng(0).normal(size=(3, 30)) * 100, 300, axis=0)
    labels = np.repeat([0, 1, 2], 300).astype(np.int8)[None]
    for picked in (None, np.arange(0, 900, 7)):
        found = summed_distances(matrix, cells_of(labels), picked)
        own = labels[0] if picked is None else labels[0][picked]
        assert (found[np.arange(len(own)), own] == 0).all()


@pytest.mark.parametrize(
    "shape", ["round", "heavy tails", "one-hot", "far crowds", "many features", "very many features"]
)
def test_that_single_precision_is_right_to_four_digits(shape: str) -> None:
    rng = np.random.default_rng(5)
    rows = 2_000
    matrix = {
        "round": rng.normal(size=(rows, 8)),
        "heavy tails": np.exp(2 * rng.normal(size=(rows, 3))),
        "one-hot": np.eye(30)[rng.integers(0, 30, rows)],
        "far crowds": rng.normal(size=(rows, 5)) + 1e5 * rng.integers(0, 3, (rows, 1)),
        "many features": rng.normal(size=(rows, 150)),
        "very many features": rng.normal(size=(rows, distance_sums.MOST_FEATURES_IN_SINGLE + 1)),
    }[shape]
    labels = cuts(rng, rows)
    picked = np.arange(0, rows, 10)
    found = summed_distances(matrix, cells_of(labels), picked)
    assert found == pytest.approx(expected(matrix, labels)[picked], rel=1e-4)


def test_that_cells_larger_and_smaller_than_a_block_are_all_counted() -> None:
    rng = np.random.default_rng(9)
    sizes = (1_300, 700, 3, 511, 1, 2, 600)
    labels = np.repeat(np.arange(len(sizes)), sizes).astype(np.int8)[None]
    matrix = rng.normal(size=(labels.shape[1], 2))
    blocks = list(distance_sums._blocks(cells_of(labels)))
    assert [b.start for b in blocks] == [0, *(b.stop for b in blocks[:-1])]
    assert blocks[-1].stop == sum(sizes)
    assert max(b.stop - b.start for b in blocks) <= 512
    assert summed_distances(matrix, cells_of(labels)) == pytest.approx(expected(matrix, labels), rel=1e-10)
