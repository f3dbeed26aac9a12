"""Shows in the panels and the status bar that a job runs, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from segdesk import wording
from segdesk.jobs.catalogue import Job
from segdesk.model.events import Progress
from segdesk.text import t
from segdesk.ui.window import MainWindow

if TYPE_CHECKING:
    from segdesk.ui.panels.configure_panel import ConfigurePanel
    from segdesk.ui.panels.import_panel import ImportPanel

IMPORTS = (Job.IMPORT, Job.CUSTOMERS)


class JobDisplay:
    """The panels' busy states, and the words in the status bar."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def begin(self, job: Job) -> None:
        """Show that a job has started."""
        self._window.banner.clear()
        if job in IMPORTS:
            self._window.show_panel("import")
            self._import_panel.set_busy(t("stage.reading"), 0.0)
        elif job is Job.SEGMENT:
            self._configure_panel.set_busy(True)

    def follow(self, job: Job, progress: Progress) -> None:
        """Show how far a job is."""
        stage = t(f"stage.{progress.stage}")
        self._window.say_progress(f"{stage} · {wording.percent(progress.share)}")
        if job in IMPORTS:
            self._import_panel.set_busy(stage, progress.share)
        elif job is Job.SEGMENT:
            self._configure_panel.show_progress(progress)

    def end(self, job: Job) -> None:
        """Show that a job has ended."""
        self._window.say_progress("")
        if job in IMPORTS:
            self._import_panel.set_busy(None)
        elif job is Job.SEGMENT:
            self._configure_panel.set_busy(False)

    @property
    def _import_panel(self) -> ImportPanel:
        return cast("ImportPanel", self._window.panel("import"))

    @property
    def _configure_panel(self) -> ConfigurePanel:
        return cast("ConfigurePanel", self._window.panel("configure"))
