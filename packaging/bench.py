"""Measures what the README claims: ``python packaging/bench.py peers|store|window|cancel``.

Both sides of a ratio are timed in the same run, in turns, on the same data.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from bench_peers import JOBS, LONGEST, bench_peers

from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Table
from segdesk.store.datasets import rows as read_rows
from segdesk.store.datasets import save_dataset
from segdesk.store.db import opened

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = 12
REPEATS = 3
KIBIBYTES_PER_MEGABYTE = 1024
_STATUS = Path("/proc/self/status")
_RESET_PEAK = "5"


def customers(rows: int) -> Table:
    """Make a table of whole numbers, decimals, categories, names and dates, with gaps."""
    random = np.random.default_rng(0)
    columns: list[Column] = []
    for position in range(4):
        whole = random.integers(18, 200_000, rows).astype(np.float64)
        whole[random.random(rows) < 0.02] = np.nan
        columns.append(Column(f"whole {position}", Kind.NUMBER, whole))
    for position in range(3):
        columns.append(Column(f"decimal {position}", Kind.NUMBER, random.lognormal(5, 1, rows).round(2)))
    for position in range(3):
        codes = random.integers(-1, 8, rows).astype(np.int32)
        columns.append(
            Column(f"category {position}", Kind.TEXT, codes, tuple(f"level {i}" for i in range(8)))
        )
    identifiers = tuple(f"C{i:07}" for i in range(rows))
    columns.append(Column("customer_id", Kind.TEXT, np.arange(rows, dtype=np.int32), identifiers))
    days = np.datetime64("2020-01-01", "s") + random.integers(0, 2000, rows) * np.timedelta64(86_400, "s")
    columns.append(Column("joined", Kind.DATE, days))
    return Table(tuple(columns))


def save(table: Table, path: Path) -> None:
    """Save the table as SegDesk does, from opening the database to closing it."""
    summaries = tuple(
        ColumnSummary(column.name, column.kind, ColumnRole.DESCRIBE, None, 0, 0, (), ())
        for column in table.columns
    )
    with opened(path, "write") as connection:
        save_dataset(
            connection,
            table,
            summaries,
            name="bench",
            original_path="bench.csv",
            sha256="",
            imported_at=datetime.now(UTC),
        )


def insert_bare(tuples: list[tuple[object, ...]], path: Path) -> None:
    """Insert the same rows, ready-made, with nothing but ``executemany``."""
    with closing(sqlite3.connect(path)) as connection, connection:
        names = ", ".join(f"c{position}" for position in range(COLUMNS))
        connection.execute(f"CREATE TABLE rows ({names})")
        connection.executemany(f"INSERT INTO rows VALUES ({', '.join('?' * COLUMNS)})", tuples)


def seconds(action: Callable[[], None]) -> float:
    """Time one call."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def memory(field: str) -> float:
    """Give a field of /proc/self/status in MB."""
    line = next(line for line in _STATUS.read_text("utf-8").splitlines() if line.startswith(field))
    return int(line.split()[1]) / KIBIBYTES_PER_MEGABYTE


def extra_memory(action: Callable[[], None]) -> float | None:
    """Give how much more memory (MB) a call needed at its peak than before; None but on Linux."""
    if not _STATUS.exists():
        return None
    _STATUS.with_name("clear_refs").write_text(_RESET_PEAK, "ascii")
    before = memory("VmRSS")
    action()
    return memory("VmHWM") - before


def bench_store(rows: int) -> None:
    """Compare saving a dataset with a bare ``executemany`` of the same rows."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = (Path(folder) / f"{number}.sqlite" for number in range(10 * REPEATS))
        save(customers(10), next(fresh))  # imports sqlite-utils, as the warm worker has
        for count in (rows // 4, rows):
            table = customers(count)
            extra = extra_memory(lambda table=table: save(table, next(fresh)))  # type: ignore[misc]
            print(f"{count:>9,} x {COLUMNS}: peak extra memory {extra:.0f} MB" if extra is not None else "")
        saved = next(fresh)
        save(table, saved)
        with opened(saved, "read") as connection:
            tuples = read_rows(connection, 1, range(rows))
        ours, bare = [], []
        for _ in range(REPEATS):
            bare.append(seconds(lambda: insert_bare(tuples, next(fresh))))
            ours.append(seconds(lambda: save(table, next(fresh))))
    ratio = statistics.median(ours) / statistics.median(bare)
    print(
        f"{rows:>9,} x {COLUMNS}: saved in {statistics.median(ours):.2f} s, "
        f"bare executemany {statistics.median(bare):.2f} s, ratio {ratio:.2f} (limit 3)"
    )


_BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 820)
window.show()
app.processEvents()
import os, time
print(time.time(), flush=True)
os._exit(0)
"""

_OUR_WINDOW = """
import segdesk.__main__, segdesk.app
class FirstWindow(segdesk.app.MainWindow):
    def show(self):
        super().show()
        segdesk.app.QApplication.instance().processEvents()
        import os, sys, time
        heavy = {"numpy", "pandas", "pyqtgraph", "scipy", "sklearn", "matplotlib"} & set(sys.modules)
        assert not heavy, heavy
        print(time.time(), flush=True)
        os._exit(0)
segdesk.app.MainWindow = FirstWindow
segdesk.__main__.main([])
"""


def until_shown(code: str) -> float:
    """Start Python with ``code`` and give the seconds until it says that its window shows."""
    start = time.time()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout) - start


def bench_window(repeats: int = 15) -> None:
    """Compare the time to the first window with that of a bare PySide6 window."""
    pairs = [(until_shown(_BARE_WINDOW), until_shown(_OUR_WINDOW)) for _ in range(repeats)]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    print(f"first window {ours:.3f} s, bare window {bare:.3f} s, ratio {ratio:.2f} (limit 1.5)")


def bench_cancel(repeats: int = 10) -> None:
    """Time how long Cancel takes while SciPy's Ward holds the interpreter in the worker."""
    from PySide6.QtCore import QCoreApplication

    from segdesk.jobs.runner import JobRunner

    sys.path.insert(0, str(ROOT / "tests" / "jobs"))  # the probes, which the worker imports by name
    app, times = QCoreApplication([]), []
    for _ in range(repeats):
        runner = JobRunner()
        with tempfile.TemporaryDirectory() as folder:
            started = Path(folder) / "started"
            runner.start("probes:hold_the_interpreter", started=started)  # type: ignore[arg-type]
            while not started.exists():
                app.processEvents()
            times.append(seconds(runner.cancel))
        runner.close()
    worst = max(times)
    print(f"cancel: median {statistics.median(times):.3f} s, worst {worst:.3f} s (limit 0.2)")


def main() -> None:
    """Run the benchmark that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    benchmarks = parser.add_subparsers(dest="name", required=True)
    store = benchmarks.add_parser("store", help=bench_store.__doc__)
    store.add_argument("--rows", type=int, default=1_000_000)
    benchmarks.add_parser("window", help=bench_window.__doc__)
    benchmarks.add_parser("cancel", help=bench_cancel.__doc__)
    peers = benchmarks.add_parser("peers", help="Compare with what people would run instead.")
    peers.add_argument("--most", type=int, default=1_000_000, help="up to so many rows")
    peers.add_argument("--others", type=int, default=1_000_000, help="so many of other shapes")
    peers.add_argument("--longest", type=float, default=LONGEST, help="seconds a job may take")
    peers.add_argument("--only", choices=JOBS, help="one of the jobs")
    peers.add_argument("--readme", action="store_true", help="write the README's tables anew")
    arguments = parser.parse_args()
    if arguments.name == "peers":
        bench_peers(
            arguments.most,
            arguments.others,
            arguments.only,
            arguments.longest,
            is_for_readme=arguments.readme,
        )
    elif arguments.name == "store":
        bench_store(arguments.rows)
    else:
        {"window": bench_window, "cancel": bench_cancel}[arguments.name]()


if __name__ == "__main__":
    main()
