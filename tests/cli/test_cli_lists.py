"""``export`` with its options, ``campaign``, ``uplift`` and ``report``: documents and files, and in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, document
from tests.tasks.customers_files import write_customers


@pytest.fixture
def run_id(run: Run, tmp_path: Path) -> str:
    source = write_customers(tmp_path / "customers.csv")
    found = document(run, "segment", str(source), "--k", "3", "--columns", "age,tier,total_spend")
    return str(found["run_id"])


def test_that_export_writes_a_workbook_with_the_columns_asked_for(
    run: Run, run_id: str, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    words = ("export", run_id, str(folder), "--format", "xlsx", "--columns", "tier,age")
    found = document(run, *words)
    assert str(folder / "Customers.xlsx") in found["files"]
    assert found["opted_out"] == {"columns": ["opt_out"], "customers": 10, "left_out": True}
    code, out, _ = run(*words, "--all")
    assert code == 0
    assert "10 customers on the lists asked not to be contacted (opt_out)." in out
    code, _, err = run("export", run_id, str(folder), "--columns", "nobody")
    assert code == 2
    assert "nobody" in err


def test_that_export_writes_the_lists_of_some_segments(run: Run, run_id: str, tmp_path: Path) -> None:
    folder = tmp_path / "some"
    found = document(run, "export", run_id, str(folder), "--segments", "2,0")
    assert sum(file.endswith(".csv") for file in found["files"]) == 2
    assert not (folder / "All customers.csv").exists()
    for wrong, said in (
        ("3", "numbered 0 to 2"),
        ("1,1", "named twice"),
        ("one", "isn't a list of segments"),
    ):
        code, _, err = run("export", run_id, str(folder), "--segments", wrong)
        assert code == 2
        assert said in err


def test_that_a_campaign_and_its_uplift_are_told(run: Run, run_id: str, tmp_path: Path) -> None:
    folder = tmp_path / "campaign"
    words = (
        "campaign",
        run_id,
        "--budget",
        "300",
        "--cost",
        "2.5",
        "--segments",
        "2, 1",
        "--out",
        str(folder),
    )
    found = document(run, *words)
    assert found["contacted"] == 120
    assert [row["segment"] for row in found["segments_in_order"]] == [2, 1]
    assert sorted(Path(file).name for file in found["files"]) == ["Contact.csv", "Held back.csv"]
    code, out, _ = run(*words)
    assert code == 0
    assert "120 customers to contact for 300 of 300" in out
    uplift = document(run, "uplift", str(found["campaign_id"]), str(tmp_path / "customers.csv"))
    assert uplift["effects"][0]["conclusion"] == "no_difference"  # the file is the same
    code, out, _ = run("uplift", str(found["campaign_id"]), str(tmp_path / "customers.csv"))
    assert code == 0
    assert "No difference is seen" in out


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("campaign", "1", "--budget", "x", "--cost", "1", "--out", "o"), "x"),
        (("campaign", "1", "--budget", "9", "--cost", "1", "--out", "o", "--segments", "a,b"), "a,b"),
        (("campaign", "99", "--budget", "9", "--cost", "1", "--out", "o"), "99"),
        (("uplift", "99", "none.csv"), "99"),
        (("report", "99", "r.pdf"), "99"),
        (("report", "1", "r.docx"), ".docx"),
        (("report", "1", "r.pdf", "--till-card", "--ask", "shoe size"), "shoe size"),
    ],
)
def test_that_what_cannot_be_done_is_told(
    run: Run,
    run_id: str,
    words: tuple[str, ...],
    names: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = run(*words)
    assert code == 2, err
    assert names in err


def test_that_a_report_is_made_by_the_files_ending(run: Run, run_id: str, tmp_path: Path) -> None:
    for name, start in (("r.pdf", b"%PDF"), ("r.html", b"<!DOCTYPE html>")):
        found = document(run, "report", run_id, str(tmp_path / name))
        assert found["file"] == str(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)
    code, out, _ = run("report", run_id, str(tmp_path / "card.pdf"), "--till-card", "--ask", "age,tier")
    assert code == 0
    assert "card.pdf" in out
