"""Imports and reads what the next steps need while the user looks for a file: no step waits for it."""

from __future__ import annotations

import importlib

from PySide6.QtCore import QThread

from segdesk.text import areas, read_ahead

NEXT_STEPS = (
    "segdesk.store.datasets",
    "segdesk.store.runs",
    "segdesk.store.findings",
    "msgspec.json",  # which the first saved document would import
    "segdesk.exports",
    "segdesk.ui.panels.columns_panel",
    "segdesk.ui.panels.configure_panel",
    "segdesk.ui.panels.results_panel",
    "segdesk.ui.panels.results.distribution_tab",
    "segdesk.ui.panels.results.dendrogram_tab",
    "segdesk.ui.plots.dendrogram",
    "segdesk.ui.panels.results.map_tab",
    "numpy.ma",  # which the first percentiles of a map's frame would import while the user waits
    "numpy.random",  # and its sample of customers
    "segdesk.ui.panels.results.how_many_tab",
    "segdesk.ui.panels.results.profiles_tab",
)
"""In the order in which the user meets them; NumPy takes 0.2 s of it, pyqtgraph 0.3 s."""


class Warming(QThread):
    """Imports and reads in a thread: measured, no gap in the window is longer than 30 ms.

    Signals: ``finished()``, all that can be done ahead has been.
    """

    def close(self) -> None:
        """Stop after the module that is being imported."""
        self.requestInterruption()
        self.wait()

    def run(self) -> None:
        for name in NEXT_STEPS:
            if self.isInterruptionRequested():
                return
            importlib.import_module(name)
        for area in areas():
            if self.isInterruptionRequested():
                return
            read_ahead(area)
