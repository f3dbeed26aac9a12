"""Format, lint, types: what `packaging/dev.py check` runs one by one, so that `test` covers all."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.source import ROOT


@pytest.mark.parametrize(
    "command",
    [("ruff", "format", "--check", "."), ("ruff", "check", "--output-format", "concise", "."), ("mypy",)],
    ids=["format", "lint", "types"],
)
def test_that_the_source_passes(command: tuple[str, ...]):
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_that_every_dependency_is_locked_with_hashes():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    lock = (ROOT / "packaging" / "requirements.lock").read_text("utf-8")
    entries = [entry for entry in lock.replace("\\\n", " ").splitlines() if entry and entry[0] not in " #"]
    locked = {_normal(entry.partition("==")[0]) for entry in entries}
    assert {_normal(_bare(requirement)) for requirement in wanted} - locked == set()
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def _bare(requirement: str) -> str:
    return requirement.replace("[", " ").replace(">", " ").replace("=", " ").split()[0]


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def test_that_packaging_hides_no_module():
    # With an __init__.py the folder packaging/ would stand in for PyPI's `packaging`.
    assert not (ROOT / "packaging" / "__init__.py").exists()
    spec = importlib.util.find_spec("packaging")
    assert spec is not None
    assert spec.origin is not None
    assert ROOT / "packaging" not in Path(spec.origin).parents
