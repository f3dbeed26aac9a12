"""``choose``, ``compare`` and ``verdict``: documents that scripts rely on, and the same in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdesk.model.recipe import Method
from tests.cli.conftest import Run, document
from tests.tasks.two_kinds import two_kinds


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    """Forty who are 20 and older and spend 100, twenty-four who are 60 and older and spend 900."""
    return two_kinds(tmp_path / "customers.csv")


def test_that_choose_names_the_two_kinds_with_the_votes(run: Run, customers: Path) -> None:
    found = document(run, "choose", str(customers))
    assert found["segments"] == 2
    assert set(found["votes"]) == {"gap", "strength", "elbow", "silhouette"}
    assert found["votes"]["gap"]["says"] == 2
    assert len(found["votes"]["gap"]["segments"]) == len(found["votes"]["gap"]["figures"])
    assert found["rows"] == 64
    # The same dataset by its number, in words.
    code, out, _ = run("choose", str(found["dataset_id"]))
    assert code == 0
    assert out.startswith("2 segments\n")


def test_that_compare_judges_every_method(run: Run, customers: Path) -> None:
    found = document(run, "compare", str(customers), "--k", "2")
    assert {each["method"] for each in found["contenders"]} == {str(method) for method in Method}
    ward = next(each for each in found["contenders"] if each["method"] == "ward")
    assert ward["cluster_sizes"] == {"0": 40, "1": 24}
    assert found["agreement"]["ward"]["kmeans"] == 1
    assert found["recommended"] == "kmeans"  # all find the same, and it is the simplest
    assert found["reason"]["text"]


def test_that_a_verdict_tells_whether_segments_are_real_and_would_come_back(
    run: Run, customers: Path
) -> None:
    run_id = document(run, "segment", str(customers), "--k", "2")["run_id"]
    found = document(run, "verdict", str(run_id))
    assert found["real"] == "natural"
    assert found["p"] < 0.05
    assert [each["word"] for each in found["stability"]] == ["solid", "solid"]
    assert found["borderline"] == 0
    assert found["dominating_column"] is None  # age and spend say the same
    assert document(run, "verdict", str(run_id)) == found  # kept, not found again
    code, out, err = run("verdict", str(run_id))
    assert code == 0
    assert out.startswith("Are they real? Natural groups\n")
    assert "Would they come back?" not in err


@pytest.mark.parametrize("words", [("verdict", "7"), ("choose", "7"), ("compare", "no such file.csv")])
def test_that_what_is_not_there_gets_a_sentence(run: Run, words: tuple[str, ...]) -> None:
    code, out, err = run(*words)
    assert code == 2
    assert out == ""
    assert err.strip().endswith(".")
