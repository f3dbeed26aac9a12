"""A runner that starts no process."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from segdesk.jobs.catalogue import Job


class FakeRunner(QObject):
    """Notes the jobs it is given; they end when the test says so."""

    progressed = Signal(object)
    found = Signal(object, object)
    finished = Signal(object, object)
    failed = Signal(object, object)
    cancelled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.started: list[tuple[Job, dict[str, object]]] = []
        self.is_busy = False
        self.is_closed = False

    def start(self, job: Job, **kwargs: object) -> None:
        """Note a job."""
        self.started.append((job, kwargs))
        self.is_busy = True

    def finish(self, value: object) -> None:
        """End the job well."""
        self.is_busy = False
        self.finished.emit(self.started[-1][0], value)

    def cancel(self) -> None:
        """End the job for nothing."""
        if self.is_busy:
            self.is_busy = False
            self.cancelled.emit(self.started[-1][0])

    def close(self) -> None:
        """Note that nothing will be asked any more."""
        self.is_closed = True
