"""Part of the window's work with panels of its own, beside the main job that the flow leads through."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from segdesk.ui.panels.results_panel import ResultsPanel


class Companion(QObject):
    """Makes panels, answers them, and asks the flow for what only it can do.

    Signals: ``panel_asked(str)``, a panel is to be shown; ``run_opened(int)``, a run is to be shown;
    ``saved()``, lists of what is saved are out of date; ``failed(Failed)``, something that was asked
    for by hand couldn't be done.
    """

    panel_asked = Signal(str)
    run_opened = Signal(int)
    saved = Signal()
    failed = Signal(object)

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """Give what makes each panel, by its key."""
        return {}

    def serve_results(self, panel: ResultsPanel) -> None:
        """Answer what the results panel asks."""

    def close(self) -> None:
        """End what runs."""
