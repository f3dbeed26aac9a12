"""Files that were asked for, made one after the other: none takes another's place."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed, Progress
from segdesk.ui.background import Background

if TYPE_CHECKING:
    from segdesk.words.report_words import Known

_IN_FOLDERS = (Job.EXPORT, Job.CAMPAIGN)
"""These write several files, and find free names for them by themselves."""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """A job somebody waits for, and where its result goes.

    ``panel`` is the key of the page that shows how far it is, empty for none; ``known`` is what its words
    need besides.
    """

    job: Job
    arguments: dict[str, Any]
    path: Path
    panel: str = ""
    known: Known | None = None

    def beside(self, name: str) -> Order:
        """Give the same under a free name, beside what stands there."""
        if self.job in _IN_FOLDERS:
            return replace(self, arguments=self.arguments | {"is_beside": True})
        return replace(self, path=self.path.with_name(name))


class Orders(QObject):
    """The queue of orders.

    Signals: ``progressed(Order, Progress)``; ``answered(Order, Job, value)``, a job of the first
    order has ended, and ``go_on`` or ``finish`` must follow; ``failed(Order, Failed)``; ``cancelled(Order)``.
    """

    progressed = Signal(object, object)
    answered = Signal(object, object, object)
    failed = Signal(object, object)
    cancelled = Signal(object)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._orders: deque[Order] = deque()
        self._running: Job | None = None
        background.progressed.connect(self._on_progressed)
        background.finished.connect(self._on_finished)
        background.failed.connect(self._on_failed)
        background.cancelled.connect(self._on_cancelled)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being made."""
        return not self._orders

    def put(self, order: Order) -> None:
        """Make something when its turn comes."""
        self._orders.append(order)
        if len(self._orders) == 1:
            self._begin_next()

    def go_on(self, job: Job, **arguments: Any) -> None:
        """Do another job for the first order."""
        self._running = job
        self._background.ask(job, **arguments)

    def finish(self) -> None:
        """Go on to the next order."""
        self._orders.popleft()
        self._begin_next()

    def cancel(self, panel: str) -> None:
        """Stop what is made for a page; nothing of it is kept."""
        if self._orders and self._orders[0].panel == panel and self._running is not None:
            self._background.cancel(self._running)

    def close(self) -> None:
        """End the worker."""
        self._orders.clear()
        self._background.close()

    def _begin_next(self) -> None:
        if self._orders:
            order = self._orders[0]
            self.go_on(order.job, **order.arguments)

    def _on_progressed(self, _job: Job, _asked: dict[str, Any], progress: Progress) -> None:
        if self._orders:
            self.progressed.emit(self._orders[0], progress)

    def _on_finished(self, job: Job, _asked: dict[str, Any], value: Any) -> None:
        self.answered.emit(self._orders[0], job, value)

    def _on_failed(self, _job: Job, _asked: dict[str, Any], failure: Failed) -> None:
        self.failed.emit(self._orders.popleft(), failure)
        self._begin_next()

    def _on_cancelled(self, _job: Job, _asked: dict[str, Any]) -> None:
        self.cancelled.emit(self._orders.popleft())
        self._begin_next()
