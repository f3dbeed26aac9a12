"""Part of the window's work with panels of its own, beside the main job that the flow leads through."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed, Progress
from segdesk.ui.background import Background

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


class BackgroundCompanion(Companion):
    """One whose jobs run in a background of its own, and are heard of here."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        background.progressed.connect(self._on_progressed)
        background.finished.connect(self._on_finished)
        background.failed.connect(self._on_failed)

    @property
    def is_idle(self) -> bool:
        """Whether none of its jobs runs or waits."""
        return not self._background.is_busy

    def close(self) -> None:
        """End the worker; what it was about to save is saved whole or not at all."""
        self._background.close()

    def _on_progressed(self, job: Job, asked: dict[str, Any], progress: Progress) -> None:
        """Say how far a job is; nothing for those that are done in a moment."""

    def _on_finished(self, job: Job, asked: dict[str, Any], value: Any) -> None:
        """Show what came of a job."""

    def _on_failed(self, job: Job, asked: dict[str, Any], failure: Failed) -> None:
        """Say why a job came to nothing."""
