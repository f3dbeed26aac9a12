"""Opens saved runs: small ones at once, those of very many customers after a thread has read them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from segdesk.store.db import opened
from segdesk.ui.library import Library, read_view
from segdesk.ui.newest_thread import NewestThread
from segdesk.ui.session import Session, View

AT_ONCE_ROWS = 100_000
"""Runs of so many customers are read within 20 ms, which nobody feels; those of a million take 0.2 s."""

BREATH_MS = 20
"""Between the steps of showing a large run the window paints and answers."""

Step = Callable[[], object]
Then = Callable[[View], object]


class Opening(QObject):
    """Makes a saved run the one in view.

    Signals: ``opened()``, its view is the session's; ``failed(object SegdeskError)``, it couldn't be read.
    """

    opened = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, library: Library) -> None:
        super().__init__()
        self._session, self._library = session, library
        self._ticket = 0
        self._run_id = 0
        self._then: Then | None = None
        self._steps: deque[Step] = deque()
        self._turn = QTimer(self)
        self._turn.setInterval(BREATH_MS)
        self._turn.timeout.connect(self._take_step)
        self._thread = NewestThread(self)
        self._thread.answered.connect(self._on_answered)
        self._thread.failed.connect(self._on_failed)
        library.run_gone.connect(self._on_run_gone)
        library.dataset_gone.connect(self.forget)

    def open(self, run_id: int, then: Then | None = None, *, at_once: bool = False) -> None:
        """Show a run exactly as it was, in the place of any that is still being read.

        Parameters
        ----------
        then
            What to do once it is shown; never done where something else is opened first.
        at_once
            Whether the window waits, however large the run is: what comes next needs its view.
        """
        self.forget()
        self._run_id = run_id
        rows = self._library.rows_of(run_id)
        if rows is None:
            return
        if rows > AT_ONCE_ROWS and not at_once:
            self._then = then
            self._thread.ask(self._ticket, lambda: self._read(run_id))
        elif (view := self._library.view(run_id)) is not None:
            for step in self._steps_to(view, then):
                step()

    @Slot()
    def forget(self) -> None:
        """Open nothing of what was asked for before."""
        self._ticket += 1
        self._thread.forget(self._ticket)
        self._then = None
        self._steps.clear()
        self._turn.stop()

    def close(self) -> None:
        """Open nothing any more, and join the thread."""
        self.forget()
        self._thread.close()

    def _read(self, run_id: int) -> View:
        with opened(self._library.database, "read") as connection:
            return read_view(connection, run_id)

    def _steps_to(self, view: View, then: Then | None) -> tuple[Step, ...]:
        steps: tuple[Step, ...] = (
            lambda: self._session.open_dataset(view.run.dataset_id),
            lambda: self._session.open_view(view),
            self.opened.emit,
        )
        return steps if then is None else (*steps, lambda: then(view))

    @Slot(int, object)
    def _on_answered(self, ticket: int, view: View) -> None:
        if ticket == self._ticket:
            self._steps.extend(self._steps_to(view, self._then))
            self._turn.start()

    @Slot()
    def _take_step(self) -> None:
        if self._steps:
            self._steps.popleft()()
        if not self._steps:
            self._turn.stop()

    @Slot(int)
    def _on_run_gone(self, run_id: int) -> None:
        if run_id == self._run_id:
            self.forget()

    @Slot(int, object)
    def _on_failed(self, ticket: int, error: object) -> None:
        if ticket == self._ticket:
            self.failed.emit(error)
