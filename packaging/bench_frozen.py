"""Times the frozen bundle's first window: ``python packaging/bench_frozen.py`` (Linux, after a build).

A bare PySide6 window is frozen by the same rules, and both are started in turns on one X server, which
says when a window is mapped: nothing in either program knows that it is measured. The first start of each
is thrown away: it reads the disk.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import dev
import freeze
from bundle_trial import screen

REPEATS = 15
MOST_SECONDS = 0.3
MOST_RATIO = 1.5
PATIENCE_S = 60.0
WAIT_S = 0.3
"""Between two starts, so that the workers of the last one are gone."""

BARE = freeze.WORK / "bare"
_BARE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 820)
window.show()
sys.exit(app.exec())
"""
_BARE_SPEC = """
import sys
sys.path.insert(0, {packaging!r})
import bundle_contents as contents
analysis = Analysis([{script!r}], excludes=list(contents.EXCLUDED_MODULES))
programs = EXE(PYZ(analysis.pure), analysis.scripts, exclude_binaries=True, name="bare", console=False)
binaries, datas = contents.needed(contents.wanted(analysis.binaries)), contents.wanted(analysis.datas)
COLLECT(programs, binaries, datas, name="bare")
"""


def freeze_bare() -> Path:
    """Freeze a window with nothing in it; give its program."""
    shutil.rmtree(BARE, ignore_errors=True)
    BARE.mkdir(parents=True)
    script, spec = BARE / "bare_window.py", BARE / "bare.spec"
    script.write_text(_BARE_WINDOW, "utf-8")
    spec.write_text(_BARE_SPEC.format(packaging=str(freeze.PACKAGING), script=str(script)), "utf-8")
    command = [str(freeze.PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(BARE / "dist"), "--workpath", str(BARE / "work"), str(spec)]
    dev.must(command, "freeze a bare window", env=freeze.CLEAN)
    return Path(BARE, "dist", "bare", "bare")


def until_mapped(program: Path, display: str) -> float:
    """Start a program; give the seconds until the X server maps its first window."""
    watch = ["stdbuf", "-oL", "xev", "-display", display, "-root", "-event", "substructure"]
    with (
        tempfile.TemporaryDirectory() as home,
        subprocess.Popen(watch, stdout=subprocess.PIPE, text=True) as events,
    ):
        assert events.stdout is not None
        time.sleep(WAIT_S)  # xev is listening by then
        started = time.perf_counter()
        environment = {"HOME": home, "DISPLAY": display, "LC_ALL": "C.UTF-8"}
        process = subprocess.Popen([str(program)], env=environment, stderr=subprocess.DEVNULL)
        took = 0.0
        for line in events.stdout:
            if line.startswith("MapNotify") or time.perf_counter() - started > PATIENCE_S:
                took = time.perf_counter() - started
                break
        events.terminate()
        time.sleep(WAIT_S)
        process.kill()
        process.wait()
        time.sleep(WAIT_S)
    return took


def main() -> int:
    """Compare the two windows; 1 if SegDesk's is too late."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repeats", type=int, default=REPEATS)
    repeats = parser.parse_args().repeats
    if not freeze.BUNDLE.is_dir():
        sys.exit("Build it first: python packaging/dev.py build")
    if shutil.which("xev") is None:
        dev.install_packages(["x11-utils", "xvfb"], "what sees windows open")
    bare, ours = freeze_bare(), freeze.BUNDLE / "segdesk"
    with screen() as display:
        pairs = [(until_mapped(bare, display), until_mapped(ours, display)) for _ in range(repeats + 1)][1:]
    bare_s, ours_s = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    print(
        f"frozen first window {ours_s:.3f} s (limit {MOST_SECONDS}), bare {bare_s:.3f} s, "
        f"ratio {ratio:.2f} (limit {MOST_RATIO}); load {os.getloadavg()[0]:.1f}"
    )
    return 0 if ours_s <= MOST_SECONDS and ratio <= MOST_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
