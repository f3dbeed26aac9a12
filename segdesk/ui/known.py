"""Reads what is known of a view: at once for few customers, in a thread for very many."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from segdesk.store.db import opened
from segdesk.store.findings import findings
from segdesk.ui.library import Library
from segdesk.ui.newest_thread import NewestThread
from segdesk.ui.opening import AT_ONCE_ROWS
from segdesk.ui.session import View


class KnownReader(QObject):
    """Answers for the view that was asked about last.

    Signals: ``answered(View, Findings)``, ``failed(object SegdeskError)``.
    """

    answered = Signal(object, object)
    failed = Signal(object)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._ticket = 0
        self._view: View | None = None
        self._thread = NewestThread(self)
        self._thread.answered.connect(self._on_answered)
        self._thread.failed.connect(self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is being read."""
        return self._view is not None

    def read(self, view: View) -> None:
        """Ask what is known of one cut of a run."""
        self.forget()
        if len(view.labels) > AT_ONCE_ROWS:
            self._view = view
            self._thread.ask(self._ticket, lambda: self._read(view))
        elif (known := self._library.findings(view.run.id, view.segments)) is not None:
            self.answered.emit(view, known)

    def forget(self) -> None:
        """Leave unanswered what was asked before."""
        self._ticket += 1
        self._thread.forget(self._ticket)
        self._view = None

    def close(self) -> None:
        """Answer nothing any more, and join the thread."""
        self.forget()
        self._thread.close()

    def _read(self, view: View) -> object:
        with opened(self._library.database, "read") as connection:
            return findings(connection, view.run.id, view.segments)

    @Slot(int, object)
    def _on_answered(self, ticket: int, known: object) -> None:
        if ticket == self._ticket:
            view, self._view = self._view, None
            self.answered.emit(view, known)

    @Slot(int, object)
    def _on_failed(self, ticket: int, error: object) -> None:
        if ticket == self._ticket:
            self._view = None
            self.failed.emit(error)
