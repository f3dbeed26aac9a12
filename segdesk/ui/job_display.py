"""Shows in the panels and the status bar that a job runs, and how far it is."""

from __future__ import annotations

from segdesk.jobs.catalogue import Job
from segdesk.model.events import Progress
from segdesk.text import t
from segdesk.ui.panels.access import Panels
from segdesk.ui.window import MainWindow
from segdesk.words import wording

IMPORTS = (Job.IMPORT, Job.CUSTOMERS)


class JobDisplay:
    """The panels' busy states, and the words in the status bar."""

    def __init__(self, window: MainWindow, panels: Panels) -> None:
        self._window, self._panels = window, panels

    def begin(self, job: Job) -> None:
        """Show that a job has started."""
        self._window.banner.clear()
        if job in IMPORTS:
            self._window.show_panel("import")
            self._panels.importing.set_busy(t("stage.reading"), 0.0)
        elif job is Job.SEGMENT:
            self._panels.configure.set_busy(True)

    def follow(self, job: Job, progress: Progress) -> None:
        """Show how far a job is."""
        stage = t(f"stage.{progress.stage}")
        self._window.say_progress(f"{stage} · {wording.percent(progress.share)}")
        if job in IMPORTS:
            self._panels.importing.set_busy(stage, progress.share)
        elif job is Job.SEGMENT:
            self._panels.configure.show_progress(progress)

    def end(self, job: Job) -> None:
        """Show that a job has ended."""
        self._window.say_progress("")
        if job in IMPORTS:
            self._panels.importing.set_busy(None)
        elif job is Job.SEGMENT:
            self._panels.configure.set_busy(False)
