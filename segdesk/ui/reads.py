"""Reads from the database for the window: at once what is small, what is large in a thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from segdesk.errors import SegdeskError
from segdesk.store.db import opened
from segdesk.ui.newest_thread import NewestThread

if TYPE_CHECKING:
    import sqlite3

AT_ONCE_ROWS = 100_000
"""Runs of so many customers are read within 20 ms, which nobody feels; those of a million take 0.2 s."""


class Reads(QObject):
    """Answers only what was asked for last.

    Signals: ``answered(object)``, ``failed(object SegdeskError)``.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, database: Path) -> None:
        super().__init__()
        self._database = database
        self._ticket = 0
        self._is_busy = False
        self._thread = NewestThread(self)
        self._thread.answered.connect(self._on_answered)
        self._thread.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._is_busy and self._thread.isRunning()

    def ask(self, read: Callable[[sqlite3.Connection], object], *, at_once: bool) -> None:
        """Read over a connection of its own: in a thread, or while the window waits. None is no answer."""
        self.forget()
        if not at_once:
            self._is_busy = True
            self._thread.ask(self._ticket, lambda: self._read(read))
            return
        try:
            answer = self._read(read)
        except SegdeskError as error:
            self.failed.emit(error)
        else:
            self.answered.emit(answer)

    def forget(self) -> None:
        """Leave unanswered what was asked before."""
        self._ticket += 1
        self._thread.forget(self._ticket)
        self._is_busy = False

    def close(self) -> None:
        """Answer nothing any more, and join the thread."""
        self.forget()
        self._thread.close()

    def _read(self, read: Callable[[sqlite3.Connection], object]) -> object:
        with opened(self._database, "read") as connection:
            return read(connection)

    @Slot(int, object)
    def _on_answered(self, ticket: int, answer: object) -> None:
        if ticket == self._ticket:
            self._is_busy = False
            self.answered.emit(answer)

    @Slot(int, object)
    def _on_failed(self, ticket: int, error: object) -> None:
        if ticket == self._ticket:
            self._is_busy = False
            self.failed.emit(error)
