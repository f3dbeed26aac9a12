"""Widgets are tested in the dark theme, with motion as users have it by default."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from segdesk.ui import theme
from segdesk.ui.library import Library
from tests.ui.sample_runs import save_two_runs


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Give the application with the dark theme in force."""
    theme.apply_theme(qapp, theme.load_theme("dark"))
    return qapp


@pytest.fixture
def two_runs(qapp: object, tmp_path: Path) -> Iterator[Library]:
    """Give two runs of one dataset: run 1 found three segments, run 2 two."""
    made = Library(save_two_runs(tmp_path))
    yield made
    made.close()
