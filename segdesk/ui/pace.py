"""Learns how fast this machine is once a dataset is open, for the panel that tells how long a run takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject

from segdesk.jobs.catalogue import Job
from segdesk.model.cost import Machine
from segdesk.settings import Settings
from segdesk.ui.background import Background
from segdesk.ui.session import Session

if TYPE_CHECKING:
    from segdesk.ui.panels.configure_panel import ConfigurePanel
    from segdesk.ui.window import MainWindow

SETTING = "pace"


class Pace(QObject):
    """Measures once in each session: a laptop on its battery is another machine.

    What was measured last is believed until then, and by the command line.
    """

    def __init__(self, settings: Settings, glances: Background, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._settings, self._glances, self._window = settings, glances, window
        self._session = session
        glances.finished.connect(self._on_glanced)
        session.dataset_changed.connect(self._on_dataset_changed)

    def _on_dataset_changed(self) -> None:
        if self._session.dataset_id is None:
            return
        self._session.dataset_changed.disconnect(self._on_dataset_changed)
        known = Machine.of(self._settings[SETTING])
        if known is not None:
            self._tell(known)
        self._glances.ask(Job.PACE)

    def _on_glanced(self, job: Job, _asked: dict[str, Any], value: object) -> None:
        if job is Job.PACE and isinstance(value, Machine):
            self._settings[SETTING] = value.text
            self._tell(value)

    def _tell(self, machine: Machine) -> None:
        cast("ConfigurePanel", self._window.panel("configure")).show_machine(machine)
