"""Starts jobs in the worker process, cancels them, and passes their events on as signals."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from PySide6.QtCore import QObject, QThread, Signal, Slot

from segdesk.jobs.catalogue import Job, modules
from segdesk.jobs.child import work
from segdesk.model.events import Failed, Finished, Found, JobEvent, Progress

JOIN_SECONDS = 5.0
"""A killed process is gone within milliseconds; longer only where the system is stuck."""


class _Worker:
    """One worker process and our end of its pipe."""

    def __init__(self, warm: Sequence[str]) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe: Connection
        self.pipe, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(
            target=work, args=(theirs, warm), name="segdesk-worker", daemon=True
        )
        self.process.start()
        theirs.close()  # so that the pipe ends when the worker does

    def kill(self) -> None:
        self.process.kill()
        self.process.join(JOIN_SECONDS)


class _Listener(QThread):
    """Waits on a worker's pipe and nothing else."""

    heard = Signal(object)

    def __init__(self, worker: _Worker) -> None:
        super().__init__()
        self.worker = worker

    def run(self) -> None:
        try:
            while True:
                self.heard.emit(self.worker.pipe.recv())
        except (EOFError, OSError):
            self.heard.emit(None)


class JobRunner(QObject):
    """Runs one job at a time in one warm process, which has imported what ``jobs`` need.

    Signals: ``progressed(Progress)``; ``found(Job, value)``, a part of the result while the job goes on;
    ``finished(Job, value)``, ``failed(Job, Failed)``, ``cancelled(Job)``.
    """

    progressed = Signal(object)
    found = Signal(object, object)
    finished = Signal(object, object)
    failed = Signal(object, object)
    cancelled = Signal(object)

    def __init__(self, jobs: Iterable[Job] = Job) -> None:
        super().__init__()
        self._warm = modules(jobs)
        self._job: Job | None = None
        self._listener: _Listener | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return self._job is not None

    def warm_up(self) -> None:
        """Start the worker, so that its imports are done when the first job comes."""
        if self._listener is None:
            self._listener = _Listener(_Worker(self._warm))
            self._listener.heard.connect(self._on_heard)
            self._listener.start()

    def start(self, job: Job, **kwargs: object) -> None:
        """Hand a job to the worker; what becomes of it comes as signals.

        Raises
        ------
        RuntimeError
            A job is running: the window offers no way to start a second one.
        """
        if self._job is not None:
            raise RuntimeError(f"{job} while {self._job} runs")
        self.warm_up()
        assert self._listener is not None
        self._job = job
        try:
            self._listener.worker.pipe.send((str(job), kwargs))
        except OSError:
            # The worker died while it was idle. A new one takes the job.
            self._discard_worker()
            self.warm_up()
            self._listener.worker.pipe.send((str(job), kwargs))

    def cancel(self) -> None:
        """Kill the running job; nothing of it is kept. A fresh worker warms up."""
        if self._job is None:
            return
        job, self._job = self._job, None
        self._discard_worker()
        self.warm_up()
        self.cancelled.emit(job)

    def close(self) -> None:
        """End the worker; a running job is cancelled without a word."""
        self._job = None
        self._discard_worker()

    def _discard_worker(self) -> None:
        if self._listener is None:
            return
        listener, self._listener = self._listener, None
        listener.heard.disconnect(self._on_heard)
        listener.worker.kill()
        listener.wait()
        listener.worker.pipe.close()
        listener.worker.process.close()

    @Slot(object)
    def _on_heard(self, event: JobEvent | None) -> None:
        if self.sender() is not self._listener:
            return  # queued before its worker was discarded
        if event is None:
            self._on_worker_lost()
            return
        job = self._job
        if job is None:
            return
        match event:
            case Progress():
                self.progressed.emit(event)
            case Found(value):
                self.found.emit(job, value)
            case Finished(value):
                self._job = None
                self.finished.emit(job, value)
            case Failed():
                self._job = None
                self.failed.emit(job, event)

    def _on_worker_lost(self) -> None:
        job, self._job = self._job, None
        self._discard_worker()
        if job is not None:
            self.warm_up()
            self.failed.emit(job, Failed("job.worker_lost", {}))
