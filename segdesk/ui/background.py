"""Jobs that nobody waits for: they queue, and a newer request of a kind takes an older one's place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from segdesk.jobs.catalogue import Job
from segdesk.jobs.runner import JobRunner
from segdesk.model.events import Failed


class Background(QObject):
    """Runs jobs one after another in a worker of its own, which starts with the first of them.

    Signals, each with the job's arguments, since the user may have gone on to something else:
    ``progressed(Job, dict, Progress)``; ``found(Job, dict, value)``, a part of the result while the
    job goes on; ``finished(Job, dict, value)``; ``failed(Job, dict, Failed)``;
    ``cancelled(Job, dict)``.
    """

    progressed = Signal(object, object, object)
    found = Signal(object, object, object)
    finished = Signal(object, object, object)
    failed = Signal(object, object, object)
    cancelled = Signal(object, object)

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self._runner = runner
        self._running: tuple[Job, dict[str, Any]] | None = None
        self._waiting: dict[Job, dict[str, Any]] = {}
        runner.progressed.connect(lambda progress: self._pass_on(self.progressed, progress))
        runner.found.connect(lambda _job, value: self._pass_on(self.found, value))
        runner.finished.connect(self._on_finished)
        runner.failed.connect(self._on_failed)
        runner.cancelled.connect(self._on_cancelled)

    def warm_up(self) -> None:
        """Start the worker before it is needed."""
        self._runner.warm_up()

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running is not None or bool(self._waiting)

    def ask(self, job: Job, **kwargs: Any) -> None:
        """Do a job when its turn comes; another of its kind, waiting or running, is dropped."""
        if self._running == (job, kwargs):
            self._waiting.pop(job, None)
            return
        self._waiting[job] = kwargs
        if self._running is None:
            self._start_next()
        elif self._running[0] is job:
            self._runner.cancel()

    def cancel(self, job: Job) -> None:
        """Drop a job, whether it waits or runs."""
        self._waiting.pop(job, None)
        if self._running is not None and self._running[0] is job:
            self._runner.cancel()

    def close(self) -> None:
        """End the worker; what runs or waits is dropped without a word."""
        self._waiting.clear()
        self._running = None
        self._runner.close()

    def _start_next(self) -> None:
        if not self._waiting:
            return
        job = next(iter(self._waiting))
        self._running = job, self._waiting.pop(job)
        self._runner.start(job, **self._running[1])

    def _pass_on(self, signal: Any, value: object) -> None:
        if self._running is not None:
            signal.emit(*self._running, value)

    def _end(self) -> tuple[Job, dict[str, Any]] | None:
        ended, self._running = self._running, None
        return ended

    def _on_finished(self, _job: Job, value: object) -> None:
        if (ended := self._end()) is not None:
            self.finished.emit(*ended, value)
        self._start_next_if_idle()

    def _on_failed(self, _job: Job, failure: Failed) -> None:
        if (ended := self._end()) is not None:
            self.failed.emit(*ended, failure)
        self._start_next_if_idle()

    def _on_cancelled(self, _job: Job) -> None:
        if (ended := self._end()) is not None:
            self.cancelled.emit(*ended)
        self._start_next_if_idle()

    def _start_next_if_idle(self) -> None:
        # Whoever heard the signal may have asked for another job, which then runs already.
        if self._running is None:
            self._start_next()
