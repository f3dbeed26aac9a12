"""What is found about a run comes back as it was, can be found again, and goes with its run."""

from __future__ import annotations

import math
import sqlite3
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from segdesk.errors import StoreError
from segdesk.model.findings import Adviser, Choice, Comparison, Contender, Reality, Reliability, Verdict, Vote
from segdesk.model.notes import Note
from segdesk.model.recipe import Method
from segdesk.store import catalogue, findings
from segdesk.store.db import opened
from tests.store import examples
from tests.ui.sample_findings import reliability_of

Connection = sqlite3.Connection

CHOICE = Choice(
    segments=3,
    reason=Note("compare.none", {"segments": 3, "share": 0.5, "name": "k"}),
    votes=(
        Vote(Adviser.GAP, (1, 2, 3), (0.1, 0.4, 0.5), 3, (0.01, 0.02, 0.02)),
        Vote(Adviser.ELBOW, (2, 3), (9.0, 4.0), None),
    ),
    most=7,
    least=30,
    rows=1000,
)
VERDICT = Verdict(Reality.SLICES, 0.2, 0.2, math.nan, 1, (2, 3), (0.3, 0.25), 1000)
RELIABILITY = reliability_of(
    [0.9, math.nan],
    certainty=[1, 0.5, math.nan, 0.8],
    second=[-1, 0, -1, 1],
    deciding=[-1, 1, -1, 0],
    dominance=(("city", 0.71), ("age", 0.0)),
    columns=("age", "city"),
    rows=4,
)
COMPARISON = Comparison(
    contenders=(
        Contender(Method.KMEANS, replace(examples.RECIPE, parameters={"starts": 3.0}), None, 2, (3, 1), 0.4),
        Contender(
            Method.AVERAGE,
            replace(examples.RECIPE, segments=None, pca=None),
            Note("method.memory", {"rows": 9}),
        ),
    ),
    agreement=((1.0, math.nan), (math.nan, math.nan)),
    recommended=0,
    reason=Note("compare.best", {"stability": "solid", "silhouette": "0.40"}),
    rows=4,
)


def same(one: object, other: object) -> bool:
    """As text: nan equals itself there."""
    return repr(one) == repr(other)


@pytest.fixture
def run_id(connection: Connection) -> int:
    return examples.save_run(
        connection, examples.save(connection, examples.customers()), examples.segmentation()
    )


def test_that_a_choice_comes_back_as_it_was(connection: Connection, run_id: int) -> None:
    assert findings.choice(connection, run_id) is None
    findings.save_choice(connection, run_id, CHOICE)
    found = findings.choice(connection, run_id)
    assert found == CHOICE
    assert type(found.votes[0].adviser) is Adviser


def test_that_a_verdict_comes_back_as_it_was(connection: Connection, run_id: int) -> None:
    assert findings.verdict(connection, run_id) is None
    findings.save_verdict(connection, run_id, VERDICT)
    assert same(findings.verdict(connection, run_id), VERDICT)


def assert_same_reliability(found: Reliability | None, expected: Reliability) -> None:
    assert found is not None
    for field in fields(Reliability):
        ours, theirs = getattr(found, field.name), getattr(expected, field.name)
        if isinstance(theirs, np.ndarray):
            assert ours.dtype == theirs.dtype
            assert np.array_equal(ours, theirs, equal_nan=ours.dtype.kind == "f")
        else:
            assert same(ours, theirs)


def test_that_a_reliability_comes_back_for_its_own_number_of_segments(
    connection: Connection, run_id: int
) -> None:
    other = replace(RELIABILITY, segments=3, certainty=np.ones(4, np.float32))
    findings.save_reliability(connection, run_id, RELIABILITY)
    findings.save_reliability(connection, run_id, other)
    assert_same_reliability(findings.reliability(connection, run_id, 2), RELIABILITY)
    assert_same_reliability(findings.reliability(connection, run_id, 3), other)
    assert findings.reliability(connection, run_id, 4) is None


def test_that_saving_again_replaces(connection: Connection, run_id: int) -> None:
    findings.save_choice(connection, run_id, CHOICE)
    findings.save_choice(connection, run_id, replace(CHOICE, segments=5))
    found = findings.choice(connection, run_id)
    assert found is not None
    assert found.segments == 5
    again = replace(RELIABILITY, borderline=0, certainty=np.zeros(4, np.float32))
    findings.save_reliability(connection, run_id, RELIABILITY)
    findings.save_reliability(connection, run_id, again)
    assert_same_reliability(findings.reliability(connection, run_id, 2), again)


def test_that_the_newest_comparison_of_a_dataset_comes_back_as_it_was(connection: Connection) -> None:
    dataset_id = examples.save(connection, examples.customers())
    other = examples.save(connection, examples.customers())
    assert findings.comparison(connection, dataset_id) is None
    for comparison in (replace(COMPARISON, recommended=None), COMPARISON):
        saved = findings.save_comparison(
            connection, dataset_id, examples.RECIPE, comparison, created_at=examples.NOON
        )
    assert saved > 0
    assert same(findings.comparison(connection, dataset_id), COMPARISON)
    assert findings.comparison(connection, other) is None
    assert connection.execute("SELECT count(*) FROM comparisons").fetchone() == (1,)


def test_that_a_comparison_without_a_winner_has_none(connection: Connection) -> None:
    dataset_id = examples.save(connection, examples.customers())
    lost = replace(COMPARISON, recommended=None)
    findings.save_comparison(connection, dataset_id, examples.RECIPE, lost, created_at=examples.NOON)
    found = findings.comparison(connection, dataset_id)
    assert found is not None
    assert found.recommended is None


def test_that_findings_go_with_their_run_and_dataset(connection: Connection, run_id: int) -> None:
    findings.save_choice(connection, run_id, CHOICE)
    findings.save_reliability(connection, run_id, RELIABILITY)
    findings.save_comparison(connection, 1, examples.RECIPE, COMPARISON, created_at=examples.NOON)
    catalogue.delete_run(connection, run_id)
    catalogue.purge(connection)
    assert connection.execute("SELECT count(*) FROM run_findings").fetchone() == (0,)
    assert connection.execute("SELECT count(*) FROM run_arrays").fetchone() == (0,)
    catalogue.delete_dataset(connection, 1)
    catalogue.purge(connection)
    assert connection.execute("SELECT count(*) FROM comparisons").fetchone() == (0,)


def test_that_nothing_is_found_about_a_run_or_dataset_that_was_deleted(
    connection: Connection, run_id: int
) -> None:
    catalogue.delete_run(connection, run_id)
    for save in (
        lambda: findings.save_choice(connection, run_id, CHOICE),
        lambda: findings.save_verdict(connection, run_id, VERDICT),
        lambda: findings.save_reliability(connection, run_id, RELIABILITY),
    ):
        with pytest.raises(StoreError) as refusal:
            save()
        assert refusal.value.code == "database.no_run"
    catalogue.delete_dataset(connection, 1)
    with pytest.raises(StoreError) as refusal:
        findings.save_comparison(connection, 1, examples.RECIPE, COMPARISON, created_at=examples.NOON)
    assert refusal.value.code == "database.no_dataset"


def test_that_a_reliability_is_saved_as_a_whole_or_not_at_all(
    connection: Connection, run_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("killed here")

    monkeypatch.setattr(findings, "save_array", fail)
    with pytest.raises(RuntimeError, match="killed here"):
        findings.save_reliability(connection, run_id, RELIABILITY)
    assert connection.execute("SELECT count(*) FROM run_findings").fetchone() == (0,)


def test_that_findings_are_read_from_the_file_by_any_tool(path: Path) -> None:
    with opened(path, "write") as connection:
        saved = examples.save_run(
            connection, examples.save(connection, examples.customers()), examples.segmentation()
        )
        findings.save_verdict(connection, saved, VERDICT)
    with opened(path, "read") as connection:
        query = (
            "SELECT json_extract(document, '$.reality'), segments FROM run_findings WHERE kind = 'verdict'"
        )
        assert connection.execute(query).fetchall() == [("slices", 0)]
