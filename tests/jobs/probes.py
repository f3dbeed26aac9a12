"""Tasks for the worker's tests; the worker imports them by name, as it does the real ones."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import linkage

from segdesk.errors import InputError
from segdesk.model.events import Found, PartsReport, Progress, Report, Stage


def double(report: Report, *, value: int) -> int:
    report(Progress(Stage.PREPARING, 0.25))
    report(Progress(Stage.SAVING, 0.75))
    return 2 * value


def double_twice(report: PartsReport, *, value: int) -> int:
    report(Found(2 * value))
    report(Progress(Stage.JUDGING, 0.5))
    report(Found(4 * value))
    return 4 * value


def find_and_sleep(report: PartsReport) -> None:
    report(Found("the first part"))
    time.sleep(600)


def refuse(report: Report, *, path: Path) -> None:
    raise InputError("file.no_rows", path=path)


def stumble(report: Report) -> None:
    raise ZeroDivisionError("on purpose")


def run_short_of_memory(report: Report) -> None:
    raise MemoryError


def pid(report: Report) -> int:
    return os.getpid()


def hold_the_interpreter(report: Report, *, started: Path) -> None:
    """Compute in one C call that never lets another thread run."""
    started.write_text(str(os.getpid()))
    sum(range(10**11))


def die(report: Report) -> None:
    os._exit(9)


def sleep(report: Report, *, started: Path) -> None:
    started.write_text(str(os.getpid()))
    time.sleep(600)


def ward(report: Report, *, rows: int) -> int:
    """SciPy's own Ward, which holds the interpreter lock for seconds."""
    points = np.random.default_rng(0).normal(size=(rows, 8))
    return len(linkage(points, "ward"))
