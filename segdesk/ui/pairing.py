"""Brings two runs of one dataset together, to be looked at side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segdesk.ui.library import Library, read_view
from segdesk.ui.reads import AT_ONCE_ROWS, Reads

if TYPE_CHECKING:
    from segdesk.model.recipe import Recipe
    from segdesk.ui.session import View


class Pairing(QObject):
    """Finds a saved run for each of two recipes, or has it made.

    Signals: ``run_wanted(int dataset_id, Recipe)``, there is none of that recipe: answer with
    ``add_run``; ``paired(View, View)``; ``failed(object SegdeskError)``.
    """

    run_wanted = Signal(int, object)
    paired = Signal(object, object)
    failed = Signal(object)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._dataset_id = 0
        self._missing: tuple[Recipe, ...] = ()
        self._runs: tuple[int, ...] = ()
        self._reads = Reads(library.database)
        self._reads.answered.connect(self._on_read)
        self._reads.failed.connect(self.failed)
        library.run_gone.connect(self._on_run_gone)

    @property
    def is_busy(self) -> bool:
        """Whether two runs are being brought together."""
        return bool(self._missing) or self._reads.is_busy

    def begin(self, dataset_id: int, first: Recipe, second: Recipe) -> None:
        """Bring the runs of two recipes together, in the place of any other two."""
        self.forget()
        self._dataset_id, self._missing = dataset_id, (first, second)
        self._go_on()

    def add_run(self, run_id: int) -> None:
        """Take the run that was wanted; nothing happens where nobody waits for one."""
        if self._missing:
            self._runs, self._missing = (*self._runs, run_id), self._missing[1:]
            self._go_on()

    def forget(self) -> None:
        """Wait for no runs any more."""
        self._missing, self._runs = (), ()
        self._reads.forget()

    def close(self) -> None:
        """Forget, and join the thread."""
        self.forget()
        self._reads.close()

    def _go_on(self) -> None:
        if not self._missing:
            self._read(self._runs)
            return
        saved = self._library.runs(self._dataset_id) or ()
        known = next((info.id for info in saved if info.recipe == self._missing[0]), None)
        if known is None:
            self.run_wanted.emit(self._dataset_id, self._missing[0])
        else:
            self.add_run(known)

    def _read(self, run_ids: tuple[int, ...]) -> None:
        rows = self._library.rows_of(run_ids[0])
        if rows is not None:  # else its dataset is gone, which the library has told
            self._reads.ask(
                lambda connection: tuple(read_view(connection, run_id) for run_id in run_ids),
                at_once=rows <= AT_ONCE_ROWS,
            )

    def _on_run_gone(self, run_id: int) -> None:
        if run_id in self._runs:
            self.forget()

    def _on_read(self, views: tuple[View, View]) -> None:
        self.paired.emit(*views)
