"""Drives the frozen bundle as a person would, by mouse and keys, and takes pictures to be looked at.

``python packaging/drive.py OUT`` (Linux, after a build): a window manager on an X server of its own; the
sample is dropped on the window from another program, segments are found, exported, the window is closed,
in English and Amharic, dark and light, at 100 and 200 %. It fails where a step brings nothing; whether the
pictures are right, a person sees.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import dev
import freeze
from bundle_trial import screen

SAMPLE = freeze.ROOT / "resources" / "samples" / "supermarket_customers.csv"
SIZE = (1366, 768)
"""Of the screens that stores have, and the window's at 100 %."""
SOURCE_WIDTH = 120
PATIENCE_S = 120.0
SETTLE_S = 1.5
"""For what moves or is painted late to come to rest before a picture."""

TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "openbox": "openbox", "import": "imagemagick"}

# Another program that a file is dragged from: one label, which starts a drag as a file browser does.
_SOURCE = """
import sys
from PySide6.QtCore import QMimeData, QUrl, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel
class Source(QLabel):
    def mouseMoveEvent(self, event):
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)
app = QApplication(sys.argv)
source = Source("file")
source.setWindowFlag(Qt.WindowType.FramelessWindowHint)
source.setGeometry(int(sys.argv[2]), 0, int(sys.argv[3]), 200)
source.setWindowTitle("file to drag")
source.show()
sys.exit(app.exec())
"""


class Drive:
    """One person at one screen."""

    def __init__(self, display: str, home: Path, out: Path, scale: int) -> None:
        self._environment = {"HOME": str(home), "DISPLAY": display, "LC_ALL": "C.UTF-8"}
        self._out, self._scale = out, scale
        self._shots = itertools.count(1)
        self.program: subprocess.Popen[bytes] | None = None

    def start(self, command: list[str], **more: str) -> subprocess.Popen[bytes]:
        """Start a program on this screen."""
        environment = {**self._environment, "PATH": os.environ["PATH"], **more}
        return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)

    def start_window_manager(self) -> subprocess.Popen[bytes]:
        """Start openbox; on a busy machine the X server may refuse its first visitor."""
        while True:
            manager = self.start(["openbox", "--sm-disable"])
            time.sleep(SETTLE_S)
            if manager.poll() is None:
                return manager

    def tool(self, *command: str) -> str:
        """Run xdotool or another tool of X; give what it says."""
        environment = {**os.environ, "DISPLAY": self._environment["DISPLAY"]}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def keys(self, *names: str) -> None:
        """Press keys, one after the other."""
        for name in names:
            self.tool("xdotool", "key", "--clearmodifiers", name)
            time.sleep(0.2)

    def until(self, is_so: Callable[[], object], what: str) -> None:
        """Wait until something has happened; stop where it doesn't."""
        deadline = time.monotonic() + PATIENCE_S
        while not is_so():
            if time.monotonic() > deadline or (self.program is not None and self.program.poll() is not None):
                self.picture("failed")
                sys.exit(f"{self._out.name}: {what} did not come; see the last picture.")
            time.sleep(0.2)

    def has_window(self, title: str) -> bool:
        """Whether a window of this title is on the screen."""
        return bool(self.tool("xdotool", "search", "--onlyvisible", "--name", title))

    def picture(self, name: str) -> None:
        """Take a picture of the whole screen."""
        time.sleep(SETTLE_S)
        self.tool("import", "-window", "root", str(self._out / f"{next(self._shots):02}-{name}.png"))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the mouse, in steps: a drag begins only where the mouse is seen moving."""
        self.tool("xdotool", "mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, 11):
            x, y = (a + (b - a) * step // 10 for a, b in zip(start, end, strict=True))
            self.tool("xdotool", "mousemove", str(x), str(y))
            time.sleep(0.1)
        self.picture("dragging")
        self.tool("xdotool", "mouseup", "1")


def drive(out: Path, *, language: str, theme: str, scale: int) -> None:
    """Go once from the empty window to files in a folder."""
    out.mkdir(parents=True, exist_ok=True)
    wide, high = (side * scale for side in SIZE)
    with (
        tempfile.TemporaryDirectory() as folder,
        screen(f"{wide + SOURCE_WIDTH}x{high}x24") as display,
    ):
        home, exported = Path(folder, "home"), Path(folder, "files")
        exported.mkdir()
        settings = home / ".config" / "SegDesk" / "settings.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"language": language, "theme": theme}), "utf-8")
        person = Drive(display, home, out, scale)
        with running(person.start_window_manager()):
            source = [str(freeze.PYTHON), "-c", _SOURCE, str(SAMPLE), str(wide), str(SOURCE_WIDTH)]
            program = person.start([str(freeze.BUNDLE / "segdesk")], QT_SCALE_FACTOR=str(scale))
            with running(person.start(source)), running(program):
                person.program = program
                work(person, home, exported, (wide, high))
                person.until(lambda: program.poll() is not None or not person.has_window("SegDesk"), "end")
    dev.say(f"{out.name}: done")


def work(person: Drive, home: Path, exported: Path, size: tuple[int, int]) -> None:
    """Drop the sample, find segments, export all, close the window."""
    wide, high = size
    person.until(lambda: person.has_window("SegDesk"), "the window")
    window = person.tool("xdotool", "search", "--onlyvisible", "--name", "SegDesk").split()[-1]
    person.tool("xdotool", "windowmove", window, "0", "0", "windowsize", window, str(wide), str(high))
    person.picture("first")
    person.until(lambda: person.has_window("file to drag"), "the program to drag from")
    person.drag((wide + SOURCE_WIDTH // 2, 100), (wide // 2, high // 2))
    person.until(lambda: person.has_window(SAMPLE.name), "the sample's name in the title")
    person.picture("columns")
    person.tool("xdotool", "windowactivate", "--sync", window)
    person.keys("ctrl+2")
    person.picture("configure")
    person.keys("ctrl+r")
    database = home / ".local" / "share" / "SegDesk" / "segdesk.sqlite"
    person.until(lambda: _runs(database), "a run in the database")
    person.picture("results")
    person.keys("ctrl+e")
    time.sleep(SETTLE_S)
    person.tool("xdotool", "type", "--delay", "30", str(exported))
    person.picture("where-to")
    person.keys("Return")
    # The recipe comes last, and until then all is in a folder of its own.
    person.until(lambda: list(exported.glob("*.json")) and list(exported.glob("*.svg")), "exported files")
    person.picture("exported")
    person.keys("ctrl+q")


def _runs(database: Path) -> bool:
    import sqlite3

    if not database.exists():
        return False
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return bool(connection.execute("SELECT count(*) FROM clustering_runs").fetchone()[0])
    except sqlite3.Error:
        return False
    finally:
        connection.close()


@contextmanager
def running(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """End a program at the end, if it hasn't ended by itself."""
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    """Drive through every combination, or those that are named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--languages", nargs="+", default=["en", "am"])
    parser.add_argument("--themes", nargs="+", default=["dark", "light"])
    parser.add_argument("--scales", nargs="+", type=int, default=[1, 2])
    asked = parser.parse_args()
    lacking = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    if lacking:
        dev.install_packages(lacking, "what drives a window")
    for language, theme, scale in itertools.product(asked.languages, asked.themes, asked.scales):
        folder = asked.out / f"{language}-{theme}-{scale}00"
        drive(folder, language=language, theme=theme, scale=scale)


if __name__ == "__main__":
    main()
