"""Starts a frozen bundle as a stranger would, and on Linux watches what it touches.

``python packaging/bundle_trial.py [FOLDER]`` runs ``segdesk --selftest`` with Qt's offscreen platform and
on an X server (Xvfb), each in an empty environment (as by ``env -i``) with HOME and TMPDIR on new folders.
strace sees every file opened for writing and every socket: none may lie outside the program's own
folders, none may lead anywhere but to the X server. On Windows and macOS, where there is no strace, the
self-test runs on the screen there is. Standard library only.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import dev

DIST = Path(__file__).resolve().parents[1] / "dist"
PATIENCE_S = 600
"""For a whole trial on a busy machine; an idle one takes half a minute."""

OWN_FOLDERS = (".local/share/SegDesk", ".config/SegDesk", ".local/state/SegDesk", ".cache/SegDesk")
"""Below HOME: data, settings, log, and what can be made again."""

FONT_LISTS = (Path("/var/cache/fontconfig"), Path(".cache/fontconfig"))
"""Not ours: fontconfig keeps its list of the system's fonts there for all programs, and renews an old one."""

DEVICES = (
    "/dev/null",
    "/dev/tty",
    "/dev/pts/",
    "/dev/shm/",
    "/dev/dri/",
    "/proc/self/",
    "/proc/thread-self/",
)
"""No files: terminals, memory between SegDesk's own processes, the graphics card, a thread's name."""

_CHANGING = (
    "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,unlink,unlinkat,rmdir,"
    "link,linkat,symlink,symlinkat,truncate,chmod,fchmodat,socket,connect,bind"
)
_CALL = re.compile(r"^\d+\s+(?P<name>\w+)\((?P<rest>.*)$")
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_X_SERVER = re.compile(r'sun_path=@?"/tmp/\.X11-unix/')


@dataclass(frozen=True, slots=True)
class Touched:
    """A file that was written, or a socket that was opened, as strace has it."""

    what: str
    line: str


def touched(trace: str) -> Iterator[Touched]:
    """Give what a trace says was written or opened to the outside; calls that failed did nothing."""
    for line in trace.splitlines():
        call = _CALL.match(line)
        if call is None or re.search(r"= -1 E\w+", line):
            continue
        name, rest = call["name"], call["rest"]
        if name in ("connect", "bind"):
            yield Touched("socket", rest)
        elif name == "socket":
            if not rest.startswith(("AF_UNIX", "AF_LOCAL")):
                yield Touched("socket", rest)
        elif not name.startswith("open") or _WRITING.search(rest):
            for path in _PATH.findall(rest):
                yield Touched(path, line)


def outside(trace: str, folders: tuple[Path, ...]) -> list[str]:
    """Say what was written outside some folders, and which sockets led elsewhere than to the X server."""
    found = []
    for touch in touched(trace):
        if touch.what == "socket":
            if not _X_SERVER.search(touch.line):
                found.append(f"a socket was opened: {touch.line}")
        elif touch.what.startswith("/") and not _is_inside(touch.what, folders):
            found.append(f"written outside: {touch.what}")
    return sorted(set(found))


def _is_inside(path: str, folders: tuple[Path, ...]) -> bool:
    return path.startswith(DEVICES) or any(Path(path).is_relative_to(folder) for folder in folders)


def problems(programs: Path) -> list[str]:
    """Try the bundle without and with a screen; say what went wrong."""
    if sys.platform != "linux":
        return unwatched_trial(programs)
    lacking = [tool for tool in ("strace", "Xvfb") if shutil.which(tool) is None]
    if lacking:
        dev.install_packages([{"Xvfb": "xvfb"}.get(tool, tool) for tool in lacking], "what watches the trial")
    wrong = [f"offscreen: {problem}" for problem in trial(programs, {"QT_QPA_PLATFORM": "offscreen"})]
    with screen() as display:
        wrong += [f"xcb: {problem}" for problem in trial(programs, {"DISPLAY": display})]
    return wrong


@contextmanager
def screen(size: str = "1366x768x24") -> Iterator[str]:
    """Start an X server on a free display that nobody reaches from outside; give its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            sys.exit("Xvfb did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def trial(programs: Path, environment: dict[str, str]) -> list[str]:
    """Run the self-test in an environment that holds nothing else; say what went wrong."""
    with tempfile.TemporaryDirectory(prefix="segdesk-trial-") as name:
        home, temporary = Path(name, "home"), Path(name, "tmp")
        home.mkdir()
        temporary.mkdir()
        trace = Path(name, "trace")
        done = subprocess.run(
            [
                str(shutil.which("strace")), "-f", "--seccomp-bpf", "-qq", "-s", "4096", "-e", "signal=none",
                "-e", f"trace={_CHANGING}", "-o", str(trace), str(programs / "segdesk-cli"), "--selftest",
            ],
            env={"HOME": str(home), "TMPDIR": str(temporary), **environment},
            cwd=name, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE_S,
            check=False,
        )  # fmt: skip
        own = tuple(home / folder for folder in (*OWN_FOLDERS, *FONT_LISTS))
        # mkdir makes an own folder's parents too.
        above = {f"written outside: {parent}" for folder in own for parent in folder.parents}
        wrong = [w for w in outside(trace.read_text("utf-8", "replace"), (temporary, *own)) if w not in above]
        wrong += [f"left behind: {path}" for path in temporary.iterdir()]
    dev.say(summary(done.stdout))
    if done.returncode:
        last_words = (done.stdout + done.stderr)[-4000:]
        wrong.append(f"the self-test ended with {done.returncode}:\n{last_words}")
    return wrong


def unwatched_trial(programs: Path) -> list[str]:
    """Run the self-test by the program for terminals, and see that the windowed one does it too."""
    suffix = ".exe" if os.name == "nt" else ""
    wrong = []
    for name in ("segdesk-cli", "SegDesk"):
        command = [str(programs / f"{name}{suffix}"), "--selftest"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
        if done.stdout:  # on Windows the windowed one has nowhere to write to
            dev.say(summary(done.stdout))
        if done.returncode:
            wrong.append(f"{name} ended with {done.returncode}:\n{(done.stdout + done.stderr)[-4000:]}")
    return wrong


def summary(output: str) -> str:
    """Give the self-test's document in one line."""
    try:
        document = json.loads(output)
    except ValueError:
        return output
    steps = ", ".join(f"{step['step']} {step['seconds']} s" for step in document["steps"])
    return f"{document['screen'].get('platform', '?')}: {'ok' if document['ok'] else 'failed'}: {steps}"


if __name__ == "__main__":
    _wrong = problems(Path(sys.argv[1]) if len(sys.argv) > 1 else DIST / "segdesk")
    print(*_wrong, sep="\n")
    sys.exit(1 if _wrong else 0)
