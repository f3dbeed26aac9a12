"""A command with a database of the test's own, and the document that it prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from segdesk.__main__ import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "db.sqlite"


@pytest.fixture
def run(database: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with a database of the test's own: exit code, stdout, stderr."""

    def run_command(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--database", str(database)])
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


def document(run: Run, *words: str) -> Any:
    """Give what a command that succeeds writes for scripts."""
    code, out, err = run(*words, "--json")
    assert code == 0, err
    return json.loads(out)
