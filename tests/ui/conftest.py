"""Widgets are tested in the dark theme, with motion as users have it by default."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from segdesk.ui import theme


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Give the application with the dark theme in force."""
    theme.apply_theme(qapp, theme.load_theme("dark"))
    return qapp
