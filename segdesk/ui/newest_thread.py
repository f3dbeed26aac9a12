"""Reads for the window beside its own thread, when only what was asked for last is still wanted."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock

from PySide6.QtCore import QObject, QThread, Signal

from segdesk.errors import SegdeskError

Work = Callable[[], object]
"""Runs in the thread; ends in its answer, or in None where nobody waits for one any more."""


class NewestThread(QThread):
    """Does one piece of work after another; of those that wait only the newest is still wanted.

    Signals: ``answered(int ticket, object answer)``, ``failed(int ticket, object SegdeskError)``.
    """

    answered = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._requests: SimpleQueue[tuple[int, Work] | None] = SimpleQueue()
        self._lock = Lock()
        self._newest = 0
        self._is_closed = False

    def ask(self, ticket: int, work: Work) -> None:
        """Queue a piece of work; nobody waits for those before it any more."""
        self.forget(ticket)
        if self._is_closed:
            return
        self._requests.put((ticket, work))
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def forget(self, newest: int) -> None:
        """Leave undone what was asked for before ``newest``, but for what is being done now."""
        with self._lock:
            self._newest = newest

    def is_wanted(self, ticket: int) -> bool:
        """Whether somebody still waits for this."""
        with self._lock:
            return ticket == self._newest

    def close(self) -> None:
        """Wait for the end of what is being done; nothing is done any more."""
        self.forget(-1)
        self._is_closed = True
        self._requests.put(None)
        self.wait()

    def run(self) -> None:
        while (request := self._requests.get()) is not None:
            ticket, work = request
            if self.is_wanted(ticket):
                self._answer(ticket, work)

    def _answer(self, ticket: int, work: Work) -> None:
        try:
            answer = work()
        except SegdeskError as error:
            self.failed.emit(ticket, error)
        else:
            if answer is not None:
                self.answered.emit(ticket, answer)
