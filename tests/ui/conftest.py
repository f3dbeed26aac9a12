"""Widgets are tested in the dark theme, with motion as users have it by default."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segdesk.ui import theme
from segdesk.ui.library import Library
from tests.ui.sample_runs import save_two_runs
from tests.ui.sample_views import FakeReader


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Give the application with the dark theme in force."""
    theme.apply_theme(qapp, theme.load_theme("dark"))
    return qapp


@pytest.fixture(autouse=True)
def _dark_again(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put the dark theme back where a test changed it."""
    yield
    if "qapp" in request.fixturenames and theme.current().name != "dark":
        theme.apply_theme(request.getfixturevalue("qapp"), theme.load_theme("dark"))


@pytest.fixture
def two_runs(qapp: object, tmp_path: Path) -> Iterator[Library]:
    """Give two runs of one dataset: run 1 found three segments, run 2 two."""
    made = Library(save_two_runs(tmp_path))
    yield made
    made.close()


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[FakeReader]:
    """Give a reader that makes rows up."""
    made = FakeReader()
    yield made
    made.close()
