"""``segdesk --selftest`` does the whole of SegDesk, says what happened, and touches no one's data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from segdesk import selftest
from segdesk.paths import Paths
from tests.packaging.scripts import ROOT


@pytest.mark.xdist_group("findings")  # keeps two processes busy
def test_that_the_whole_of_segdesk_is_tried(tmp_path: Path, home: Paths) -> None:
    kept = tmp_path / "kept"
    done = subprocess.run(
        [sys.executable, "-m", "segdesk", "--selftest", str(kept)],
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    document = json.loads(done.stdout)
    assert document["ok"] is True
    steps = {step["step"]: step for step in document["steps"]}
    names = ["window", "import", "ward", "kmeans", "csv", "xlsx", "png", "pdf", "reopen"]
    assert list(steps) == names
    # resources/samples: 612 fictional customers.
    assert steps["import"]["rows"] == sum(steps["ward"]["sizes"]) == sum(steps["kmeans"]["sizes"]) == 612
    assert steps["reopen"]["run"] == steps["kmeans"]["run"] == 2
    made = {path.suffix for path in (kept / "files").rglob("*.*")}
    assert made == {".csv", ".xlsx", ".png", ".svg", ".pdf", ".json"}
    # The user's own folders stay as they were.
    assert [path for folder in (home.data, home.config, home.log) for path in folder.rglob("*")] == []


def test_that_a_failure_says_which_step_and_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(trial: selftest.Trial) -> None:
        trial.step = "import"
        raise selftest.SelftestError("rows 3 of 612")

    monkeypatch.setattr(selftest.Trial, "run", fail)
    assert selftest.run_selftest([]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["ok"] is False
    assert (document["failed"]["step"], document["failed"]["why"]) == ("import", "rows 3 of 612")


def test_that_an_empty_export_does_not_pass(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("customer\n", "utf-8-sig")
    (tmp_path / "report.pdf").write_bytes(b"<html>")
    for pattern, why in (("*.csv", "no_rows"), ("*.pdf", "bad_file"), ("*.png", "no_file")):
        with pytest.raises(selftest.SelftestError, match=why):
            selftest._looked_into(tmp_path, pattern)
