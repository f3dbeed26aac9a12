"""One SegDesk at a time: a second start hands its file to the first, and ends.

No socket: a lock file says who is first, and a folder of small files carries what the others ask for. A lock
that a crashed SegDesk left behind doesn't block: it names a process that is no more.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, QTimer, Signal

from segdesk.paths import WINDOW_LOCK

REQUESTS = "open-requests"
SUFFIX = ".txt"

LOOK_MS = 2_000
"""Beside the watcher, which sees nothing on some network drives."""

FRESH_S = 60.0
"""An older request was meant for a SegDesk that has gone since; nobody waits for it."""


class SingleInstance(QObject):
    """Holds the lock of a folder, and hears what later starts ask for.

    Signals: ``asked(Path | None)``: somebody started SegDesk again, with a file or without.
    """

    asked = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._requests = folder / REQUESTS
        self._lock = QLockFile(str(folder / WINDOW_LOCK))
        self._lock.setStaleLockTime(0)  # held for hours; stale is only what belongs to no living process
        self._timer: QTimer | None = None

    def take(self) -> bool:
        """Be the first, or say that another is. Where nothing can be written, everybody is the first."""
        with contextlib.suppress(OSError):
            self._requests.mkdir(parents=True, exist_ok=True)
        if self._lock.isLocked() or self._lock.tryLock(0):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def hand_over(self, file: Path | None) -> None:
        """Ask the first SegDesk to come to the front and open a file."""
        name = f"{time.time_ns()}-{os.getpid()}"
        part, whole = (self._requests / f"{name}{end}" for end in (".part", SUFFIX))
        with contextlib.suppress(OSError):
            part.write_text("" if file is None else str(file.resolve()), "utf-8")
            os.replace(part, whole)  # never seen half written

    def listen(self) -> None:
        """Hear what later starts ask for, from now on."""
        from PySide6.QtCore import QFileSystemWatcher

        self._forget_old()
        self._watcher = QFileSystemWatcher([str(self._requests)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)
        self._look()

    def close(self) -> None:
        """Let another be the first."""
        if self._timer is not None:
            self._timer.stop()
            self._watcher.deleteLater()
        self._lock.unlock()

    def _forget_old(self) -> None:
        for path in self._found("*"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > FRESH_S:
                    path.unlink()

    def _look(self, _folder: str = "") -> None:
        for path in self._found(f"*{SUFFIX}"):
            with contextlib.suppress(OSError, UnicodeDecodeError):
                text = path.read_text("utf-8")
                path.unlink()  # before it is acted on: nothing is opened twice
                self.asked.emit(Path(text) if text else None)

    def _found(self, pattern: str) -> list[Path]:
        with contextlib.suppress(OSError):
            return sorted(self._requests.glob(pattern))
        return []


def hands_over(folder: Path, file: Path | None) -> bool:
    """Hand a file to the SegDesk that runs already, if one does."""
    only = SingleInstance(folder)
    if only.take():
        only.close()
        return False
    only.hand_over(file)
    return True


def hear(app: QCoreApplication, folder: Path, answer: Callable[[Path | None], None]) -> None:
    """Be the one SegDesk until the application ends; ``answer`` is called when it is started again."""
    only = SingleInstance(folder)
    only.setParent(app)
    only.take()
    only.asked.connect(answer)
    app.aboutToQuit.connect(only.close)
    only.listen()
