"""The worker's loop: takes a task's name and arguments from the pipe, sends events back. No Qt here."""

from __future__ import annotations

import importlib
import os
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait

from segdesk.errors import SegdeskError
from segdesk.model.events import Failed, Finished, JobEvent

NICENESS = 5
"""A third of the window's share of a core that both want; on Windows the class below normal."""

PARENT_DIED = 3
"""Exit code of a worker that found itself alone."""


def work(pipe: Connection, warm: Sequence[str]) -> None:
    """Do jobs until the pipe closes. The entry point of the worker process.

    ``warm`` names the modules to import while nothing is asked.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the window's to handle
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _leave_a_core_free()
    _give_way()
    for module in warm:
        importlib.import_module(module)
    while True:
        try:
            task, kwargs = pipe.recv()
        except EOFError:
            return
        pipe.send(_run(pipe, task, kwargs))


def _run(pipe: Connection, task: str, kwargs: dict[str, object]) -> JobEvent:
    module, _, name = task.partition(":")
    try:
        function = getattr(importlib.import_module(module), name)
        return Finished(function(pipe.send, **kwargs))
    except SegdeskError as error:
        return Failed(error.code, error.facts)
    except MemoryError:
        return Failed("job.memory", {})
    except Exception:
        return Failed("job.bug", {"task": task}, traceback.format_exc())


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(PARENT_DIED)


def _give_way() -> None:
    # Where both want the same core the window goes first: it answers at once, a job may wait.
    if sys.platform == "win32":
        import psutil  # the window's process, which imports this module, doesn't need it

        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(NICENESS)


def _leave_a_core_free() -> None:
    # Read when numpy and joblib are first imported. The window keeps a core to itself.
    threads = str(max(1, (os.cpu_count() or 2) - 1))
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "LOKY_MAX_CPU_COUNT"):
        os.environ.setdefault(variable, threads)
