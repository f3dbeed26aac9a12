"""``profile``: the document that scripts rely on, and the same in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdesk.store.db import opened
from segdesk.store.names import save_name
from tests.cli.conftest import Run, document
from tests.tasks.two_kinds import two_kinds


@pytest.fixture
def run_id(run: Run, tmp_path: Path) -> str:
    """Forty who are 20 and older and spend 100 birr, twenty-four who are 60 and older and spend 900."""
    path = two_kinds(tmp_path / "customers.csv", unit=" ETB")
    return str(document(run, "segment", str(path), "--k", "2")["run_id"])


def test_that_every_segment_has_its_card(run: Run, run_id: str):
    found = document(run, "profile", run_id)
    assert (found["run_id"], found["n_clusters"], found["sales_column"]) == (int(run_id), 2, "spend")
    assert (found["n_outliers"], found["outlier_sales_share"]) == (0, 0)
    young, old = found["segments"]
    assert (young["size"], old["size"], young["share"]) == (40, 24, 0.625)
    assert young["sales_share"] + old["sales_share"] == pytest.approx(1)
    assert old["sales_share"] > 0.8
    assert old["reliability"] is None
    assert old["what_if"] is None
    # The typical customer's own row, without the customer's number.
    assert set(old["typical"]["values"]) == {"age", "spend"}
    assert old["typical"]["row_index"] >= 40
    rule = old["rule"]
    assert (rule["coverage"], rule["precision"], rule["held_out"]) == (1, 1, True)
    assert rule["text"].endswith(": finds 100%, right 100%")
    spend = next(c for c in old["contrasts"] if c["column"] == "spend")
    assert spend["ratio"] == pytest.approx(spend["value"] / spend["overall"])
    assert spend["text"].endswith(" ETB")
    assert [action["because_column"] for action in old["actions"]] == ["spend", "spend"]


def test_that_the_same_is_told_in_words(run: Run, run_id: str):
    code, out, _ = run("profile", run_id)
    assert code == 0
    assert "40 customers" in out
    assert "times" not in out
    assert "× the average" in out
    assert "How to know them: " in out
    assert "VIP loyalty rewards · because of higher spend" in out


def test_that_the_users_name_and_the_reliability_are_told(run: Run, run_id: str, database: Path):
    with opened(database, "write") as connection:
        save_name(connection, int(run_id), 2, 1, "Grandparents")
    assert run("verdict", run_id)[0] == 0
    assert document(run, "show", run_id)["segment_names"][1] == "Grandparents"
    assert document(run, "verdict", run_id)["stability"][1]["name"] == "Grandparents"
    found = document(run, "profile", run_id)
    assert [card["is_own_name"] for card in found["segments"]] == [False, True]
    assert found["segments"][1]["name"] == "Grandparents"
    assert {card["reliability"] for card in found["segments"]} == {"solid"}


def test_that_a_run_that_is_not_there_gets_a_sentence(run: Run, run_id: str):
    code, out, err = run("profile", "99")
    assert (code, out) == (2, "")
    assert "99" in err
