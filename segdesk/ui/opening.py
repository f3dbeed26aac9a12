"""Opens saved runs: small ones at once, those of very many customers after a thread has read them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from segdesk.ui.library import Library, read_view
from segdesk.ui.reads import AT_ONCE_ROWS, Reads
from segdesk.ui.session import Session, View

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
        self._run_id = 0
        self._at_once = True
        self._then: Then | None = None
        self._steps: deque[Step] = deque()
        self._turn = QTimer(self)
        self._turn.setInterval(BREATH_MS)
        self._turn.timeout.connect(self._take_step)
        self._reads = Reads(library.database)
        self._reads.answered.connect(self._on_read)
        self._reads.failed.connect(self.failed)
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
        if rows is not None:
            self._then, self._at_once = then, at_once or rows <= AT_ONCE_ROWS
            self._reads.ask(lambda connection: read_view(connection, run_id), at_once=self._at_once)

    @Slot()
    def forget(self) -> None:
        """Open nothing of what was asked for before."""
        self._reads.forget()
        self._then = None
        self._steps.clear()
        self._turn.stop()

    def close(self) -> None:
        """Open nothing any more, and join the thread."""
        self.forget()
        self._reads.close()

    @Slot(object)
    def _on_read(self, view: View) -> None:
        then = self._then
        self._steps.append(lambda: self._session.open_dataset(view.run.dataset_id))
        self._steps.append(lambda: self._session.open_view(view))
        self._steps.append(self.opened.emit)
        if then is not None:
            self._steps.append(lambda: then(view))
        if not self._at_once:
            self._turn.start()
        while self._at_once and self._steps:
            self._take_step()

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
