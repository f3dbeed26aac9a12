"""``predict``, ``rerun``, ``migrate``, ``recipes`` and ``erase``: documents for scripts, and words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Run, document
from tests.tasks.two_kinds import two_kinds


@pytest.fixture
def months(run: Run, tmp_path: Path) -> tuple[Path, Path]:
    """Give this month's file, segmented as run 1, and next month's, in which three have moved."""
    first, second = two_kinds(tmp_path / "may.csv"), two_kinds(tmp_path / "june.csv", moves=3)
    assert run("segment", str(first), "--k", "2")[0] == 0
    return first, second


def test_that_predict_writes_the_list_and_prints_both_figures(
    run: Run, months: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "placed.csv"
    found = document(run, "predict", "1", str(months[1]), "--out", str(out))
    assert found["n_customers"] == 64
    assert sum(each["n_customers"] for each in found["segments"]) + found["unlike"] == 64
    assert found["trust"]["nested"].keys() == {"adjusted_rand", "equal"}
    assert found["trust"]["together"].keys() == {"adjusted_rand", "equal"}
    assert found["file"] == str(out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["customer_code"] for row in rows[:2]] == ["c00", "c01"]
    assert {row["nearest"] for row in rows[40:43]} == {rows[0]["nearest"]}  # the three who moved
    code, text, _ = run("predict", "1", str(months[1]), "--save")
    assert code == 0
    assert "100% came where they belong" in text
    assert "Saved as placement 1." in text


def test_that_a_renamed_column_is_refused_in_words_until_it_is_agreed(
    run: Run, months: tuple[Path, Path], tmp_path: Path
) -> None:
    source = two_kinds(tmp_path / "july.csv", headings=("customer_code", "age", "Spend_EUR"))
    code, _, err = run("predict", "1", str(source))
    assert code == 2
    assert "Spend_EUR → spend" in err
    assert document(run, "predict", "1", str(source), "--accept-mapping")["schema"]["renamed"]
    assert document(run, "predict", "1", str(source), "--map", "Spend_EUR=spend")["n_customers"] == 64
    halved = document(run, "predict", "1", str(source), "--accept-mapping", "--scale", "age=0.5")
    assert [unit["factor"] for unit in halved["schema"]["units"]] == [0.5]
    for option, words in (("--map", "spend"), ("--scale", "age=half"), ("--scale", "age=nan")):
        assert run("predict", "1", str(source), option, words)[0] == 2


def test_that_rerun_keeps_the_numbers_and_says_so(run: Run, months: tuple[Path, Path]) -> None:
    found = document(run, "rerun", "1", str(months[1]))
    assert found["repeats_run_id"] == 1
    assert found["origins"] == [0, 1]
    code, out, _ = run("rerun", "1", str(months[1]))
    assert code == 0
    assert out.startswith("Run 3 repeats run 1 on june.csv.")
    assert out.count("is what it was") == 2


def test_that_migrate_names_who_moved(run: Run, months: tuple[Path, Path]) -> None:
    found = document(run, "migrate", "1", str(months[1]))
    assert {each["identifier"] for each in found["movers"]} == {"d00", "d01", "d02"}
    assert found["moved"] == pytest.approx(3 / 64)
    assert {call["identifier"] for call in found["calls"]} == {"d00", "d01", "d02"}
    assert [each["fate"] for each in found["transitions"]] == ["survived", "survived"]
    code, out, _ = run("migrate", "1", "2")
    assert code == 0
    assert "64 customers are in both" in out
    assert "d01: from" in out


def test_that_two_runs_with_renamed_columns_are_compared_once_agreed(
    run: Run, months: tuple[Path, Path], tmp_path: Path
) -> None:
    july = two_kinds(tmp_path / "july.csv", moves=3, headings=("customer_code", "age", "Spend_EUR"))
    assert run("segment", str(july), "--k", "2")[0] == 0  # run 2
    code, _, err = run("migrate", "1", "2")
    assert code == 2
    assert "Spend_EUR → spend" in err
    for said in (["--accept-mapping"], ["--map", "Spend_EUR=spend"]):
        found = document(run, "migrate", "1", "2", *said)
        assert {each["identifier"] for each in found["movers"]} == {"d00", "d01", "d02"}
        assert [each["new"] for each in found["match"]["renamed"]] == ["Spend_EUR"]
    declined = document(run, "migrate", "1", "2", "--map", "Spend_EUR=")
    assert declined["match"]["renamed"] == []
    assert declined["match"]["missing"] == ["spend"]


def test_that_recipes_are_kept_under_names(run: Run, months: tuple[Path, Path], tmp_path: Path) -> None:
    assert document(run, "recipes", "list") == []
    assert document(run, "recipes", "save", "1", "monthly") == {"recipe": "monthly"}
    path = tmp_path / "monthly.json"
    assert document(run, "recipes", "export", "monthly", str(path))["file"] == str(path)
    assert document(run, "recipes", "import", str(path), "again") == {"recipe": "again"}
    told = document(run, "recipes", "list")
    assert [(each["name"], each["run_id"], each["dataset"]) for each in told] == [
        ("again", None, "may.csv"),
        ("monthly", 1, "may.csv"),
    ]
    assert document(run, "rerun", "again", str(months[1]))["repeats_run_id"] is None
    assert document(run, "rerun", str(path), str(months[1]))["n_clusters"] == 2
    assert document(run, "rerun", "monthly", str(months[1]))["repeats_run_id"] == 1
    assert document(run, "recipes", "rename", "monthly", " each  month ") == {"recipe": "each month"}
    code, _, err = run("recipes", "rename", "each month", "AGAIN")
    assert (code, "called “AGAIN” already" in err) == (2, True)
    code, out, _ = run("recipes", "list")
    assert code == 0
    line = next(line for line in out.splitlines() if line.startswith("each month  "))
    assert "Balanced groups · 2 segments" in line
    assert "may.csv" in line
    assert document(run, "recipes", "delete", "again")["name"] == "again"
    code, _, err = run("rerun", "again", str(months[1]))
    assert code == 2
    assert "no saved recipe called “again”" in err
    path.write_text("import os")
    code, _, err = run("recipes", "import", str(path), "bad")
    assert code == 2
    assert "holds no recipe" in err


def test_that_erase_counts_what_went(run: Run, months: tuple[Path, Path]) -> None:
    document(run, "rerun", "1", str(months[1]))
    found = document(run, "erase", "--column", "customer_code", "--value", "d07")
    assert (found["rows"], found["datasets"], found["runs"]) == (2, 2, 2)
    assert document(run, "show", "1")["metrics"]["n_samples"] == 63
    code, out, _ = run("erase", "--column", "customer_code", "--value", "d08")
    assert code == 0
    assert out.startswith("Removed 2 rows from 2 datasets, 2 runs and 0 placements.")
    assert run("erase", "--column", "customer_code", "--value", "d08")[0] == 2
