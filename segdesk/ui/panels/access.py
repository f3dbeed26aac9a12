"""The window's panels by their names, each made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from segdesk.ui.window import MainWindow

if TYPE_CHECKING:
    from segdesk.ui.panels.columns_panel import ColumnsPanel
    from segdesk.ui.panels.configure_panel import ConfigurePanel
    from segdesk.ui.panels.import_panel import ImportPanel
    from segdesk.ui.panels.results_panel import ResultsPanel


class Panels:
    """The panels of the three steps, with their types."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def importing(self) -> ImportPanel:
        """Where a file is dropped."""
        return cast("ImportPanel", self._window.panel("import"))

    @property
    def columns(self) -> ColumnsPanel:
        """Where a dataset's columns are looked over."""
        return cast("ColumnsPanel", self._window.panel("columns"))

    @property
    def configure(self) -> ConfigurePanel:
        """Where a recipe is put together."""
        return cast("ConfigurePanel", self._window.panel("configure"))

    @property
    def results(self) -> ResultsPanel:
        """Where a run is shown."""
        return cast("ResultsPanel", self._window.panel("results"))
