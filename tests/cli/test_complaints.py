"""The command line's own words: none is click's, whatever the language."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from segdesk.__main__ import main
from tests.house.source import ROOT


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["segmnet"], "There is no command “segmnet”. Did you mean: segment?"),
        (["zzz"], "There is no command “zzz”."),
        (["segment"], "FILE|DATASET_ID is missing."),
        (["segment", "--nope"], "There is no option --nope."),
        (["runs", "x", "y"], "There are more words than the command takes: x y."),
        (["segment", "a.csv", "--method", "zz"], "--method can't be “zz”. It takes one of: ward, complete,"),
        (["segment", "a.csv", "--method"], "The option --method needs a value after it."),
        (["segment", "a.csv", "--seed", "x"], "--seed can't be “x”. It takes a number from 0 to"),
        (["segment", "a.csv", "--seed", "-4"], "--seed can't be “-4”. It takes a number from 0 to"),
        (["segment", "a.csv", "--eps", "x"], "--eps can't be “x”. It takes a number."),
        (["segment", "a.csv", "--header-row", "x"], "--header-row can't be “x”. It takes a number."),
        (["datasets", "--database", "."], "--database can't be “.”. It takes the name of a file."),
        (["datasets", "--language", "xx"], "--language can't be “xx”. It takes one of: en, am."),
    ],
)
def test_that_what_is_not_understood_is_said_in_our_words(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    error = capsys.readouterr().err
    assert error.startswith(said)
    assert error.endswith('Try "segdesk --help".\n')


def test_that_a_group_inside_a_group_speaks_alike(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recipes", "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Usage: segdesk recipes" in shown
    assert "Show this message and exit." in shown


def test_that_the_command_line_speaks_amharic_and_json_keeps_its_names(tmp_path: Path) -> None:
    environment = dict(os.environ, SEGDESK_LANGUAGE="am", XDG_CONFIG_HOME=str(tmp_path))
    file = tmp_path / "customers.csv"
    rows = [f"{20 + i % 5},{100 + i % 7}" for i in range(12)] + [f"{60 + i % 5},{900 + i}" for i in range(12)]
    file.write_text("age,spend\n" + "\n".join(rows) + "\n")
    database = ("--database", str(tmp_path / "db.sqlite"))

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "segdesk", *words, *database]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=True
        )

    done = run("segment", str(file), "--k", "2", "--json")
    assert "ፋይሉን በማንበብ ላይ" in done.stderr
    assert '"n_clusters": 2' in done.stdout
    said = run("--language", "en", "segment", str(file), "--k", "2")
    assert "Reading the file" in said.stderr
