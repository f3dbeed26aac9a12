"""The ways to every place of the window, once segments are found in a first file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.e2e.conftest import PATIENCE_MS, Desk


def show_import(desk: Desk) -> None:
    """Import the sample and go to the list of files."""
    desk.app.flow.open_dataset(1)
    desk.window.show_panel("import")


def show_columns(desk: Desk) -> None:
    """Show the columns of the sample."""
    desk.window.show_panel("columns")


def show_configure(desk: Desk) -> None:
    """Show the Configure step with all that it has."""
    desk.window.show_panel("configure")
    desk.click("show_advanced")


def show_tab(tab: str) -> Callable[[Desk], None]:
    """Show a tab of the results."""

    def show(desk: Desk) -> None:
        desk.key(Qt.Key.Key_3, control=True)
        desk.click(f"tab_{tab}")
        desk.app.session.cut(3)  # so that all buttons are there
        desk.find(f"{tab}_tab")
        if tab == "dendrogram":
            desk.find("dendrogram_plot")

    return show


def show_quality(desk: Desk) -> None:
    """Show what every column holds."""
    desk.window.show_panel("columns")
    desk.click("tab_quality")
    desk.find("quality_table")


def show_segment(desk: Desk) -> None:
    """Show all that is known of one segment."""
    show_tab("overview")(desk)
    desk.qtbot.waitUntil(lambda: desk.app.insights.portraits is not None, timeout=PATIENCE_MS)
    desk.click("segment_more_0")
    desk.find("portrait_page")


def show_panel(key: str) -> Callable[[Desk], None]:
    """Show a panel that goes on from a result."""

    def show(desk: Desk) -> None:
        desk.window.show_panel(key)
        desk.qtbot.waitUntil(lambda: desk.app.next_month.is_idle, timeout=PATIENCE_MS)

    return show


PLACES = {
    "import": show_import,
    "columns": show_columns,
    "configure": show_configure,
    "overview": show_tab("overview"),
    "distribution": show_tab("distribution"),
    "dendrogram": show_tab("dendrogram"),
    "customers": show_tab("customers"),
    "how_many": show_tab("how_many"),
    "profiles": show_tab("profiles"),
    "map": show_tab("map"),
    "quality": show_quality,
    "segment": show_segment,
    "actions": show_panel("actions"),
    "compare": show_panel("compare"),
    "newcomers": show_panel("newcomers"),
    "months": show_panel("months"),
    "campaign": show_panel("campaign"),
    "erase": show_panel("erase"),
    "lists": show_panel("lists"),
    "report": show_panel("report"),
    "uplift": show_panel("uplift"),
    "recipes": show_panel("recipes"),
    "settings": show_panel("settings"),
    "about": show_panel("about"),
    "welcome": show_panel("welcome"),
}
