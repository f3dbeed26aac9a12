"""One door for every method: what each finds, what it refuses, and in which words it says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import ArrayLike

from segdesk.engine.methods import Fitted, fit
from segdesk.errors import InputError, RunError
from segdesk.model import cost
from segdesk.model.methods import METHODS, info
from segdesk.model.recipe import MOST_SEGMENTS, Method, Recipe
from segdesk.text import t
from tests.engine.tables import features, is_same_partition

PLENTY = 10**12
TREES = [each.method for each in METHODS if each.has_tree]
CROWDS = [each.method for each in METHODS if each.finds_count]
ASKED = [each.method for each in METHODS if not each.finds_count]


def found(
    matrix: ArrayLike, method: Method, *segments: int, parameters: dict[str, float] | None = None
) -> Fitted:
    recipe = Recipe((), method, parameters=parameters or {})
    return fit(features(matrix), recipe, segments=segments, memory=PLENTY)


def blobs(*sizes: int, apart: float = 20.0) -> np.ndarray:
    """Give round groups of spread 1 along a diagonal, ``apart`` from one to the next."""
    random = np.random.default_rng(5)
    return np.vstack([random.normal(apart * i, 1.0, (size, 2)) for i, size in enumerate(sizes)])


@pytest.mark.parametrize("method", list(Method))
def test_that_every_method_finds_groups_far_apart(method: Method) -> None:
    sizes = (60, 100, 80)
    fitted = found(blobs(*sizes), method, 3)
    truth = np.repeat([2, 0, 1], sizes)  # the largest is 0
    assert fitted.segments == (3,)
    inside = fitted.labels[0] >= 0
    assert inside.mean() > 0.9
    assert (fitted.labels[0][inside] == truth[inside]).all()
    assert inside.all() or info(method).finds_count
    assert (fitted.linkage is not None) == info(method).has_tree
    assert set(fitted.parameters) == {p.name for p in info(method).parameters}


@pytest.mark.parametrize("method", ASKED)
def test_that_every_number_asked_for_is_found_largest_first(method: Method) -> None:
    matrix = np.random.default_rng(1).normal(size=(300, 3))
    fitted = found(matrix, method, 2, 5, 9)
    assert fitted.segments == (2, 5, 9)
    for line, count in zip(fitted.labels, fitted.segments, strict=True):
        sizes = np.bincount(line)
        assert len(sizes) == count
        assert (np.diff(sizes) <= 0).all()


@pytest.mark.parametrize("method", ASKED)
def test_that_a_number_is_found_alike_alone_and_in_company(method: Method) -> None:
    matrix = np.random.default_rng(2).normal(size=(200, 2))
    assert (found(matrix, method, 4).labels[0] == found(matrix, method, 2, 3, 4, 7).labels[2]).all()


@pytest.mark.parametrize("method", [m for m in ASKED if m not in TREES])
def test_that_fewer_kinds_than_segments_part_alike_customers(method: Method) -> None:
    # Three kinds of customers, 4, 3 and 2 of each; five segments part the largest, and the next.
    matrix = np.repeat([[0.0, 0], [5, 5], [9, 0]], [4, 3, 2], axis=0)
    fitted = found(matrix, method, 3, 5)
    assert fitted.labels[0].tolist() == [0] * 4 + [1] * 3 + [2] * 2
    # 4 becomes 2 + 2, 3 becomes 2 + 1: sizes 2, 2, 2, 2, 1.
    assert fitted.labels[1].tolist() == [0, 0, 1, 1, 2, 2, 4, 3, 3]
    assert fitted.kinds == 3


@pytest.mark.parametrize("method", list(Method))
def test_that_customers_without_a_difference_are_refused(method: Method) -> None:
    with pytest.raises(RunError, match=r"method\.all_same"):
        found([[1, 2]] * 50, method, 2)


@pytest.mark.parametrize("method", list(Method))
def test_that_too_few_customers_are_refused(method: Method) -> None:
    with pytest.raises((RunError, InputError), match=r"method\.too_few_rows|recipe\.parameter_rows"):
        found([[1.0, 2.0]], method, 2)


@pytest.mark.parametrize("method", list(Method))
def test_that_what_doesnt_fit_into_memory_is_refused(method: Method) -> None:
    matrix = np.random.default_rng(0).normal(size=(5_000, 3))
    with pytest.raises(RunError, match=r"method\.memory"):
        fit(features(matrix), Recipe((), method), segments=(3,), memory=1000)


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize(
    "matrix",
    [
        np.eye(6)[np.arange(120) % 6],  # a single category
        np.column_stack([np.arange(90.0), np.zeros(90), np.arange(90) % 2]),  # a constant and a flag
        np.r_[np.zeros(95), 1e9 * np.arange(1, 6)][:, None],  # nearly all alike, and five far away
        np.column_stack([np.arange(60.0)] * 3),  # three copies
        np.random.default_rng(3).normal(size=(40, 60)),  # more columns than customers
        1e90 * np.random.default_rng(4).normal(size=(50, 2)),
        1e-90 * np.random.default_rng(4).normal(size=(50, 2)),
    ],
    ids=["category", "flag", "far", "copies", "wide", "huge", "tiny"],
)
def test_that_odd_numbers_end_in_segments_or_a_sentence(method: Method, matrix: np.ndarray) -> None:
    # Warnings of libraries fail every test.
    refused, fitted = None, None
    try:
        fitted = found(matrix, method, 2, 4)
    except RunError as refusal:
        refused = t(refusal.code, **refusal.facts)
    if fitted is None:
        assert refused
        return
    for line, count in zip(fitted.labels, fitted.segments, strict=True):
        assert set(line.tolist()) - {-1} == set(range(count))
    for note in fitted.notes:
        assert t(note.code, **note.facts)


def test_that_a_mixture_says_which_numbers_cant_be_had() -> None:
    # Ten customers at each of two places but for rounding's size: no third cloud gets anybody.
    random = np.random.default_rng(0)
    matrix = np.repeat([[0.0], [1.0]], 20, axis=0) + random.normal(0, 1e-9, (40, 1))
    with pytest.raises(RunError) as caught:
        found(matrix, Method.GMM, 12)
    assert caught.value.code == "method.fewer_segments"
    fitted = found(matrix, Method.GMM, 2, 12)
    assert fitted.segments == (2,)
    assert [(n.code, n.facts["segments"]) for n in fitted.notes][-1] == ("note.fewer_segments", "12")


def test_that_crowds_that_hang_together_are_one_segment() -> None:
    with pytest.raises(RunError) as caught:
        found(blobs(50, 50, apart=1.0), Method.DBSCAN, parameters={"eps": 5})
    assert caught.value.code == "method.one_segment"
    assert caught.value.facts["eps"] == "5"


@pytest.mark.parametrize(("method", "parameters"), [(Method.DBSCAN, {"eps": 1e-6}), (Method.HDBSCAN, {})])
def test_that_customers_who_all_stand_alone_have_no_segment(
    method: Method, parameters: dict[str, float]
) -> None:
    matrix = np.random.default_rng(0).normal(size=(100, 40))
    with pytest.raises(RunError, match=r"method\.all_outliers"):
        found(matrix, method, parameters=parameters)


def test_that_only_as_many_crowds_as_can_be_shown_are_segments() -> None:
    sizes = [30] * MOST_SEGMENTS + [10, 10]
    fitted = found(blobs(*sizes), Method.DBSCAN, parameters={"eps": 3, "min_samples": 4})
    assert fitted.segments == (MOST_SEGMENTS,)
    assert (fitted.labels[0] == -1).sum() >= 20
    assert [note.code for note in fitted.notes] == ["note.largest_segments"]


@pytest.mark.parametrize("method", CROWDS)
def test_that_beyond_a_sample_everybody_else_goes_with_neighbours(
    method: Method, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = found(blobs(300, 200), method)
    monkeypatch.setattr("segdesk.engine.methods.density.DENSITY_ROWS", 250)
    fitted = found(blobs(300, 200), method)
    assert [n.facts for n in fitted.notes if n.code == "note.density_sample"] == [
        {"sample": 250, "rows": 500}
    ]
    both = (fitted.labels[0] >= 0) & (whole.labels[0] >= 0)
    assert both.mean() > 0.9
    assert is_same_partition(fitted.labels[0][both].tolist(), whole.labels[0][both].tolist())


def test_that_beyond_a_sample_a_mixture_places_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("segdesk.engine.methods.mixture.MIXTURE_ROWS", 100)
    fitted = found(blobs(300, 200), Method.GMM, 2)
    assert fitted.labels[0].tolist() == [0] * 300 + [1] * 200
    assert [n.code for n in fitted.notes] == ["note.mixture_sample"]


def test_that_clouds_that_still_move_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("segdesk.engine.methods.mixture._MOST_STEPS", 1)
    fitted = found(np.random.default_rng(0).normal(size=(400, 3)), Method.GMM, 4, 6)
    assert [(n.code, n.facts) for n in fitted.notes] == [("note.not_converged", {"segments": "4, 6"})]


@pytest.mark.parametrize(
    ("method", "parameters", "code"),
    [
        (Method.WARD, {"starts": 3}, "unknown"),
        (Method.KMEANS, {"eps": 1}, "unknown"),
        (Method.KMEANS, {"starts": 0}, "range"),
        (Method.KMEANS, {"starts": 2.5}, "whole"),
        (Method.DBSCAN, {"eps": float("nan")}, "range"),
        (Method.DBSCAN, {"eps": -1}, "range"),
        (Method.DBSCAN, {"min_samples": float("inf")}, "range"),
        (Method.DBSCAN, {"min_samples": 301}, "rows"),
        (Method.HDBSCAN, {"min_size": 500}, "rows"),
    ],
)
def test_that_parameters_are_checked_with_a_sentence(
    method: Method, parameters: dict[str, float], code: str
) -> None:
    with pytest.raises(InputError) as caught:
        found(blobs(150, 150), method, 2, parameters=parameters)
    assert caught.value.code == f"recipe.parameter_{code}"
    assert "{" not in t(caught.value.code, **caught.value.facts)


@pytest.mark.parametrize("method", list(Method))
def test_that_every_parameter_is_used_and_kept(method: Method) -> None:
    given = {"starts": 2, "eps": 3.5, "min_samples": 6, "min_size": 25}
    parameters = {each.name: given[each.name] for each in info(method).parameters}
    assert found(blobs(60, 50), method, 2, parameters=parameters).parameters == parameters


SCRIPT = """
import hashlib, sys
import numpy as np
from segdesk.engine.methods import fit
from segdesk.model.recipe import Method, Recipe
from segdesk.model.table import Features
random = np.random.default_rng(8)
matrix = random.normal(size=(1500, 6)) + 3 * random.integers(0, 4, 1500)[:, None]
for method in Method:
    recipe = Recipe((), method, seed=2**40 + 1)
    names = tuple("abcdef")
    found = fit(Features(matrix.copy(), names, names), recipe, segments=(2, 4, 7), memory=10**12)
    print(method, found.segments, hashlib.sha256(found.labels.tobytes()).hexdigest())
"""


def test_that_two_processes_give_the_same_bits() -> None:
    root = Path(__file__).resolve().parents[2]
    outputs = [
        subprocess.run(
            [sys.executable, "-W", "error", "-c", SCRIPT],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
        for _ in range(2)
    ]
    assert outputs[0].stdout == outputs[1].stdout
    assert outputs[0].stdout.count("\n") == len(Method)
    assert outputs[0].stderr == ""


def test_that_a_sweep_that_takes_too_long_keeps_to_the_number_asked_for() -> None:
    recipe = Recipe((), Method.GMM, segments=7)
    assert cost.sweep_counts(20_000, 20, recipe) == tuple(range(2, 11))
    # 300 features squared make every cloud dear: 7, and one on either side.
    assert cost.sweep_counts(20_000, 300, recipe) == (6, 7, 8)
    assert cost.sweep_counts(20_000, 300, Recipe((), Method.GMM)) == (2, 3, 4)
    assert cost.sweep_counts(500, 5, Recipe((), Method.KMEANS, segments=15)) == (*range(2, 11), 15)
    assert cost.sweep_counts(5, 5, Recipe((), Method.KMEANS)) == (2, 3, 4)
    assert cost.sweep_counts(500, 5, Recipe((), Method.DBSCAN, segments=4)) == ()
    assert cost.sweep_counts(500, 5, Recipe((), Method.WARD)) == tuple(range(2, 21))
