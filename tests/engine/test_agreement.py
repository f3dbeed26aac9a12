"""What was found in a sample is held beside the method itself, on customers outside the sample."""

from __future__ import annotations

import numpy as np
import pytest

from segdesk.engine.methods import agreement, fit
from segdesk.engine.methods.agreement import sample_note
from segdesk.errors import RunError
from segdesk.model.recipe import Method, Recipe
from tests.engine.tables import features

SAMPLE = np.arange(1_000)
LABELS = (np.arange(4_000) % 2).astype(np.int8)


def test_that_the_same_segments_under_other_numbers_agree_fully() -> None:
    note = sample_note(LABELS, SAMPLE, lambda held: 1 - LABELS[held], seed=0)
    assert note is not None
    # 3,000 of 4,000 are outside the sample.
    assert (note.code, note.facts) == ("note.sample_agrees", {"held": 3_000, "percent": 100})


def test_that_customers_elsewhere_are_counted() -> None:
    def found(held: np.ndarray) -> np.ndarray:
        own = LABELS[held].copy()
        own[: len(own) // 5] = 1 - own[: len(own) // 5]
        return np.asarray(own)

    # A fifth is in the other of two segments: 80 of 100 are where they were, below nine of ten.
    note = sample_note(LABELS, SAMPLE, found, seed=0)
    assert note is not None
    assert (note.code, note.facts) == ("note.sample_differs", {"held": 3_000, "percent": 80})


def test_that_only_customers_outside_the_sample_are_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "HELD_ROWS", 1_200)
    seen: list[np.ndarray] = []

    def found(held: np.ndarray) -> np.ndarray:
        seen.append(held)
        return np.asarray(LABELS[held])

    sample_note(LABELS, SAMPLE, found, seed=0)
    assert len(seen[0]) == len(set(seen[0].tolist())) == 1_200
    assert seen[0].min() >= 1_000


def test_that_nothing_is_said_where_there_is_nothing_to_compare() -> None:
    def refused(_held: np.ndarray) -> np.ndarray:
        raise RunError("method.flat_clouds")

    assert sample_note(LABELS, np.arange(3_500), lambda held: LABELS[held], seed=0) is None
    assert sample_note(LABELS, SAMPLE, lambda _held: None, seed=0) is None
    assert sample_note(LABELS, SAMPLE, refused, seed=0) is None


@pytest.mark.parametrize("method", [Method.GMM, Method.GMM_DIAGONAL, Method.HDBSCAN, Method.DBSCAN])
def test_that_methods_that_look_at_a_sample_tell_how_well_it_did(
    method: Method, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("segdesk.engine.methods.density.DENSITY_ROWS", 1_500)
    monkeypatch.setattr("segdesk.engine.methods.mixture.MIXTURE_ROWS", 1_500)
    rng = np.random.default_rng(2)
    centres = np.array([[0, 0], [30, 0], [0, 30]])
    matrix = np.repeat(centres, (1_500, 1_000, 700), axis=0) + rng.normal(size=(3_200, 2))
    fitted = fit(features(matrix), Recipe((), method, segments=3), segments=(2, 3), memory=1 << 40)
    told = [note for note in fitted.notes if note.code == "note.sample_agrees"]
    assert [note.facts["held"] for note in told] == [1_700]
    # Groups thirty deviations apart: nobody but a density method's outliers can be elsewhere.
    assert int(told[0].facts["percent"]) >= 97
