"""Reads rows of one dataset for the window: pages at once, searching and sorting in a thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal, Slot

from segdesk.errors import SegdeskError
from segdesk.store import datasets
from segdesk.store.db import opened
from segdesk.ui.newest_thread import NewestThread

Row = tuple[object, ...]


class _Interruptible(Protocol):
    def interrupt(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Request:
    """One order that was asked for; the newest ticket is the only one still wanted."""

    ticket: int
    dataset_id: int
    position: int | None
    descending: bool
    search: str


class _OrderThread(NewestThread):
    """Answers order requests over a connection of its own, and stops what nobody waits for any more."""

    def __init__(self, database: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self._busy: _Interruptible | None = None

    def order(self, request: _Request) -> None:
        """Queue a request."""
        self.ask(request.ticket, lambda: self._order(request))

    def forget(self, newest: int) -> None:
        """Let every request before ``newest`` go unanswered, also the one under way."""
        super().forget(newest)
        with self._lock:
            if self._busy is not None:
                self._busy.interrupt()

    def _order(self, request: _Request) -> NDArray[np.int64] | None:
        """Ask the database; None where it was stopped because nobody waits any more."""
        with opened(self._database, "read") as connection:
            self._hold(connection)
            try:
                if not self.is_wanted(request.ticket):
                    return None
                return datasets.row_order(
                    connection,
                    request.dataset_id,
                    position=request.position,
                    descending=request.descending,
                    search=request.search,
                )
            except connection.OperationalError:
                if self.is_wanted(request.ticket):
                    raise
                return None
            finally:
                self._hold(None)

    def _hold(self, connection: _Interruptible | None) -> None:
        with self._lock:
            self._busy = connection


class RowReader(QObject):
    """Rows and orders of the dataset that is open.

    Signals: ``ordered(int ticket, object row_indexes)`` answers the newest ``order`` only;
    ``failed(object SegdeskError)`` says that the database couldn't be read.
    """

    ordered = Signal(int, object)
    failed = Signal(object)
    _read_failed = Signal(object)

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._dataset_id = 0
        self._ticket = 0
        self._thread = _OrderThread(database, self)
        self._thread.answered.connect(self._on_answered)
        self._thread.failed.connect(self._on_failed)
        # A page is read while a table paints: its failure is told after the painting.
        self._read_failed.connect(self.failed, Qt.ConnectionType.QueuedConnection)

    def open(self, dataset_id: int) -> None:
        """Read from this dataset from now on; orders asked for before go unanswered."""
        if dataset_id == self._dataset_id:
            return
        self._dataset_id = dataset_id
        self.forget()

    def rows(self, row_indexes: Sequence[int], positions: Sequence[int] | None = None) -> list[Row]:
        """Give the values of some rows at once, in the order asked for; none where that fails.

        Parameters
        ----------
        row_indexes
            A few hundred at most, counted from 0 as in the file.
        positions
            Which columns, all by default.
        """
        try:
            with opened(self._database, "read") as connection:
                return list(datasets.rows(connection, self._dataset_id, row_indexes, positions))
        except SegdeskError as error:
            self._read_failed.emit(error)
            return []

    def order(self, *, position: int | None, descending: bool = False, search: str = "") -> int:
        """Ask which rows hold ``search``, sorted by a column; ``ordered`` answers with this ticket."""
        self._ticket += 1
        self._thread.order(_Request(self._ticket, self._dataset_id, position, descending, search))
        return self._ticket

    def forget(self) -> None:
        """Leave every order asked for so far unanswered."""
        self._ticket += 1
        self._thread.forget(self._ticket)

    def close(self) -> None:
        """Stop reading and join the thread."""
        self._ticket += 1
        self._thread.close()

    @Slot(int, object)
    def _on_answered(self, ticket: int, order: object) -> None:
        if ticket == self._ticket:
            self.ordered.emit(ticket, order)

    @Slot(int, object)
    def _on_failed(self, ticket: int, error: object) -> None:
        if ticket == self._ticket:
            self.failed.emit(error)
