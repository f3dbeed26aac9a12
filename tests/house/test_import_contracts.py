"""The import contracts of pyproject.toml hold, and each is tried: an alarm that never rang proves nothing."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOT, modules

# The contract, and what breaks it: new modules, each with its one import.
BREAKS = [
    ("Layers", {"engine/bad.py": "segdesk.store"}),
    ("Layers", {"store/bad.py": "segdesk.charts"}),
    ("Layers", {"model/bad.py": "segdesk.engine"}),
    ("Layers", {"wording.py": "segdesk.ui"}),
    ("Only ui, jobs and app know Qt", {"engine/bad.py": "PySide6.QtCore"}),
    ("Only ui, jobs and app know Qt", {"charts/bad.py": "pyqtgraph"}),
    ("Only store knows SQLite", {"tasks/bad.py": "sqlite3"}),
    ("Only store knows SQLite", {"ui/bad.py": "sqlite_utils"}),
    ("The window's process stays light", {"jobs/bad.py": "segdesk.tasks"}),
    ("The window's process stays light", {"app.py": "pandas"}),
    ("The window's process stays light", {"ui/bad.py": "segdesk.store.worse", "store/worse.py": "sklearn"}),
    ("Engine, store, tasks and model are free of language", {"engine/bad.py": "segdesk.text"}),
    ("Engine, store, tasks and model are free of language", {"tasks/bad.py": "segdesk.words.wording"}),
]


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"
    return subprocess.run(
        [sys.executable, "-c", command], cwd=folder, capture_output=True, text=True, check=False
    )


def test_that_the_contracts_hold():
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("contract", "imports"), BREAKS)
def test_that_a_broken_contract_is_caught(tmp_path: Path, contract: str, imports: dict[str, str]):
    shutil.copytree(PACKAGE, tmp_path / "segdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    for file, module in imports.items():
        with (tmp_path / "segdesk" / file).open("a", encoding="utf-8") as source:
            source.write(f"\nimport {module}\n")
    report = _lint(tmp_path).stdout
    broken = {line.removesuffix(" BROKEN") for line in report.splitlines() if line.endswith(" BROKEN")}
    assert contract in broken


def test_that_jobs_use_no_more_of_qt_than_its_core():
    # import-linter takes a library as a whole.
    used = {
        name
        for module in modules()
        if module.is_below("segdesk/jobs")
        for node in ast.walk(module.tree)
        for name in _imported(node)
        if name.startswith(("PySide6", "pyqtgraph"))
    }
    assert used == {"PySide6.QtCore"}


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []
