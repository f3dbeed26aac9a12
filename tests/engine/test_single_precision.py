"""Trees built in half the memory are those of double precision, to seven digits."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pytest
from scipy.cluster import hierarchy
from scipy.spatial.distance import pdist

from segdesk.engine.methods import fit
from segdesk.engine.methods.hierarchical import linkage
from segdesk.engine.methods.single_precision import linkage_in_single
from segdesk.errors import RunError
from segdesk.model import cost
from segdesk.model.cost import least_memory, method_memory, most_rows
from segdesk.model.recipe import Method, Recipe
from tests.engine.tables import features, is_same_partition

BOTH = (Method.COMPLETE, Method.AVERAGE)
NAMES: dict[Method, Literal["complete", "average"]] = {Method.COMPLETE: "complete", Method.AVERAGE: "average"}


@pytest.mark.parametrize("method", BOTH)
@pytest.mark.parametrize("rows", [2, 3, 60, 700])
def test_that_heights_are_scipys_to_seven_digits(method: Method, rows: int) -> None:
    matrix = np.random.default_rng(rows).normal(size=(rows, 4))
    ours, theirs = linkage_in_single(matrix, method), hierarchy.linkage(pdist(matrix), NAMES[method])
    assert hierarchy.is_valid_linkage(ours)
    assert ours[:, 2] == pytest.approx(theirs[:, 2], rel=1e-6)
    assert (ours[:, :2] == theirs[:, :2]).all()
    assert (ours[:, 3] == theirs[:, 3]).all()


@pytest.mark.parametrize("method", BOTH)
def test_that_tied_and_alike_customers_make_a_valid_tree(method: Method) -> None:
    matrix = np.random.default_rng(0).integers(0, 3, (300, 2)).astype(float)
    found = linkage_in_single(matrix, method)
    assert hierarchy.is_valid_linkage(found)
    assert hierarchy.is_monotonic(found)
    # Nine places for 300 customers: 291 joins at no distance.
    assert (found[:, 2] == 0).sum() == 291


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> int:
    """Let 200 customers be too many for SciPy, and give the memory that holds their distances by half."""
    monkeypatch.setattr("segdesk.engine.methods.hierarchical.SCIPY_ROWS", 100)
    monkeypatch.setattr(cost, "SCIPY_ROWS", 100)
    full = method_memory(200, 3, Method.COMPLETE)
    half = least_memory(200, 3, Method.COMPLETE)
    assert full - half == 200 * 199 // 2 * 4
    return (full + half) // 2


@pytest.mark.parametrize("method", BOTH)
def test_that_what_fits_only_by_half_is_found_and_told(method: Method, small: int) -> None:
    data = features(np.random.default_rng(4).normal(size=(200, 3)))
    tight = fit(data, Recipe((), method), segments=(2, 4), memory=small)
    roomy = fit(data, Recipe((), method), segments=(2, 4), memory=1 << 40)
    assert [note.code for note in tight.notes] == ["note.half_memory"]
    assert roomy.notes == ()
    assert all(
        is_same_partition(one.tolist(), other.tolist())
        for one, other in zip(tight.labels, roomy.labels, strict=True)
    )


def test_that_what_doesnt_fit_by_half_is_refused_with_the_limit(small: int) -> None:
    data = features(np.random.default_rng(4).normal(size=(200, 3)))
    memory = least_memory(200, 3, Method.COMPLETE) // 2
    with pytest.raises(RunError) as refused:
        linkage(data, Method.COMPLETE, memory=memory)
    most = refused.value.facts["most_rows"]
    assert refused.value.code == "method.memory"
    assert isinstance(most, int)
    assert least_memory(most, 3, Method.COMPLETE) <= memory < least_memory(most + 1, 3, Method.COMPLETE)


def test_that_the_limit_grows_with_the_memory_and_none_fits_into_nothing() -> None:
    limits = [most_rows(20, Method.AVERAGE, memory << 30) for memory in (1, 4, 16)]
    # Four times the memory is twice the customers, where all pairs count.
    assert limits[2] / limits[1] == pytest.approx(2, rel=0.1)
    assert limits == sorted(limits)
    assert most_rows(20, Method.AVERAGE, 0) == 1
