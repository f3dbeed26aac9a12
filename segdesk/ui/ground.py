"""The application, and its first, still empty window's colour. Imports next to nothing: it shows at once."""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from segdesk.charts.palette import load_palette


def make_application(arguments: list[str]) -> QApplication:
    """Make the application; on macOS one that hears of files that are opened with it."""
    if sys.platform != "darwin":
        return QApplication(arguments)
    from segdesk.ui.opened_files import Application

    return Application(arguments)


def apply_ground(app: QApplication, theme: str) -> None:
    """Colour empty windows as the theme's ground."""
    # Not QPalette(colour): choosing among its constructors loads all of Qt's enumerations, 14 ms.
    palette = app.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(load_palette(theme).code("ground")))
    app.setPalette(palette)


def system_theme() -> str:
    """Give the theme the system asks for; dark where it doesn't say."""
    # By its name: naming Qt.ColorScheme would load those enumerations, too.
    return "light" if QGuiApplication.styleHints().colorScheme().name == "Light" else "dark"
