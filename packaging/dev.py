"""Start, test and check SegDesk from a checkout; the first call sets everything up.

    python3 packaging/dev.py run      start SegDesk on the bundled sample
    python3 packaging/dev.py test     pass every check and test (more words go to pytest)
    python3 packaging/dev.py check    format, lint, types and import contracts one by one, then the tests
    python3 packaging/dev.py build    freeze SegDesk into dist/; --check also tries the bundle (see freeze.py)
    python3 packaging/dev.py lock     write packaging/requirements*.lock anew from pyproject.toml

Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "segdesk-stamp"
LOCK = ROOT / "packaging" / "requirements.lock"
BUILD_LOCK = ROOT / "packaging" / "requirements-build.lock"
PYPROJECT = ROOT / "pyproject.toml"
SAMPLE = ROOT / "resources" / "samples" / "supermarket_customers.csv"
OUT = ROOT / "out"

OLDEST_PYTHON = (3, 11)
# More test processes than this only queue for memory: each loads scikit-learn.
MOST_TEST_PROCESSES = 4
# As much of a failed command's output as fits a screen.
LINES_SHOWN = 25

# What Qt loads on Linux and brings no copy of: shared library -> Debian's package.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
# Besides, for a real window. Where one is missing Qt blames xcb-cursor whichever it was.
SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# Any of these compiles the kernel; Windows' own is found by setuptools.
COMPILERS = ("c++", "g++", "clang++", "cl")
QUIET_TESTS = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}

CHECKS = (
    ("Format", ("ruff", "format", "--check", ".")),
    ("Lint", ("ruff", "check", ".")),
    ("Types", ("mypy",)),
    ("Imports", ("lint-imports",)),
)


def main() -> int:
    """Do what the command line says; give the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=("run", "test", "check", "build", "lock"))
    parser.add_argument(
        "more", nargs=argparse.REMAINDER, help="handed on to pytest, to the build, or to uv by lock"
    )
    asked = parser.parse_args()
    if sys.version_info < OLDEST_PYTHON:
        needed = ".".join(map(str, OLDEST_PYTHON))
        sys.exit(f"SegDesk needs Python {needed} or newer, this is {sys.version.split()[0]}.")
    if asked.command == "lock":
        return lock(asked.more)
    if asked.command == "build":
        from freeze import build  # needs no .venv: it makes an environment of its own

        return int(build(asked.more))
    set_up(has_screen=asked.command == "run" and has_screen())
    if asked.command == "run":
        return run()
    return test(asked.more) if asked.command == "test" else check(asked.more)


def run() -> int:
    """Open the sample in the window, or do the main job on it where there is no screen."""
    if has_screen():
        return call("segdesk", str(SAMPLE))
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    say("No screen here, so without the window: finding segments in the bundled sample.")
    database = ("--database", str(OUT / "segdesk.sqlite"))
    code = call("segdesk", *database, "segment", str(SAMPLE), "--export", str(OUT / "export"))
    if code == 0:
        files = sorted(path for path in OUT.rglob("*") if path.is_file())
        say("Written:\n" + "\n".join("  " + str(path.relative_to(ROOT)) for path in files))
    return code


def test(more: list[str]) -> int:
    """Run the tests; the whole suite also has to keep its coverage."""
    processes = str(min(os.cpu_count() or 1, MOST_TEST_PROCESSES))
    coverage = () if more else ("--cov", "--cov-report=term-missing:skip-covered")
    return call("pytest", "-n", processes, "--dist", "loadgroup", *coverage, *more, env=QUIET_TESTS)


def check(more: list[str]) -> int:
    """Run each check on its own, so that a failure is seen at once, then the other tests."""
    for title, (tool, *arguments) in CHECKS:
        say(title)
        if subprocess.run([str(PYTHON.parent / tool), *arguments], cwd=ROOT, check=False).returncode:
            return 1
    return test(["--ignore=tests/house/test_checks.py", *more])


def lock(more: list[str]) -> int:
    """Resolve pyproject.toml for all systems and Pythons at once. ``lock --upgrade`` takes newer versions."""
    with tempfile.TemporaryDirectory() as folder:
        must([sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, "uv"], "get uv")
        command = [
            str(Path(folder, "bin", "uv")), "pip", "compile", "pyproject.toml",
            "--universal", "--python-version", ".".join(map(str, OLDEST_PYTHON)), "--generate-hashes",
            "--custom-compile-command", "python3 packaging/dev.py lock", *more,
        ]  # fmt: skip
        locked = LOCK.relative_to(ROOT).as_posix()
        must([*command, "--group", "dev", "--output-file", locked], "resolve the versions")
        # What the bundle is made from has the versions that were tested.
        bundled = BUILD_LOCK.relative_to(ROOT).as_posix()
        group = ["--group", "build", "--constraint", locked]
        must([*command, *group, "--output-file", bundled], "resolve what the bundle is made from")
    return 0


def set_up(*, has_screen: bool) -> None:
    """Bring the machine and ``.venv`` to what the lock file says, or say what to type."""
    if sys.platform == "linux":
        install_libraries({**LIBRARIES, **SCREEN_LIBRARIES} if has_screen else LIBRARIES)
    packages = digest(LOCK.read_bytes(), sys.version.encode(), str(ROOT).encode())
    project = digest(PYPROJECT.read_bytes())
    done = STAMP.read_text("utf-8").split() if STAMP.exists() else []
    if done != [packages, project]:
        install(packages, project, is_fresh=done[:1] != [packages])
    build_kernel()


def install(packages: str, project: str, *, is_fresh: bool) -> None:
    """Install what the lock file says, into an empty ``.venv`` where it is fresh, and SegDesk itself."""
    install_compiler()
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    if is_fresh:
        started = time.monotonic()
        say("Setting up SegDesk in .venv. This happens once and takes a minute or two.")
        make_venv()
        must([*pip, "--require-hashes", "-r", str(LOCK)], "install the locked packages")
        say(f"Set up in {time.monotonic() - started:.0f} s.")
    # Built by the locked hatchling: isolation would download another, and compare no hash.
    must([*pip, "--no-build-isolation", "--editable", str(ROOT)], "install SegDesk itself")
    STAMP.write_text(f"{packages}\n{project}\n", "utf-8")


def install_compiler() -> None:
    """Install what compiles the kernel where that can be done unasked: it is optional."""
    missing = [] if any(shutil.which(name) for name in COMPILERS) else ["g++"]
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-dev")
    if missing and sys.platform == "linux" and shutil.which("apt-get") and os.geteuid() == 0:
        install_packages(missing, "what compiles SegDesk's kernel")


def build_kernel(python: Path = PYTHON) -> None:
    """Compile the kernel where it is missing or older than its source; SegDesk runs without it, slower."""
    command = [str(python), str(ROOT / "packaging" / "build_kernel.py")]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        say("Trees of many customers take longer so. Install a C++ compiler (Debian: g++), then try again.")


def digest(*parts: bytes) -> str:
    """Give a short name for these contents."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_venv(folder: Path = VENV) -> None:
    """Make a virtual environment from nothing: a half-made or moved one isn't worth mending."""
    if importlib.util.find_spec("ensurepip") is None:
        # Debian and Ubuntu ship Python without it.
        install_packages([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"], "Python's venv module")
    shutil.rmtree(folder, ignore_errors=True)
    try:
        venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"Could not make the virtual environment {folder}: {error}")


def install_libraries(wanted: dict[str, str]) -> None:
    """Install the shared libraries that can't be loaded, or say how to."""
    missing = [name for name in wanted if not can_load(name)]
    if not missing:
        return
    if shutil.which("apt-get"):
        install_packages([wanted[name] for name in missing], "libraries that Qt needs")
        return
    # dnf and zypper find a package by the library that it holds.
    tool = next((name for name in ("dnf", "zypper") if shutil.which(name)), None)
    if tool:
        names = " ".join(f"'{name}()(64bit)'" for name in missing)
        sys.exit(f"Qt needs libraries that this system lacks. Type:\n  sudo {tool} install {names}")
    sys.exit(
        f"Qt needs libraries that this system lacks; install the packages that hold them: {' '.join(missing)}"
    )


def can_load(library: str) -> bool:
    """Whether the system's loader finds the library, whatever the distribution calls its package."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str], what: str) -> None:
    """Install Debian packages as root; elsewhere say the line to type and stop."""
    line = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        sys.exit(f"This system lacks {what}: {' '.join(packages)}. Install it, then try again.")
    if os.geteuid() != 0:
        sys.exit(f"This system lacks {what}. Type:\n  sudo {' '.join(line)}")
    say(f"Installing {what}: {' '.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    must(["apt-get", "update"], "read Debian's list of packages", env=quiet)
    must(line, f"install {what}", env=quiet)


def has_screen() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def call(module: str, *arguments: str, env: dict[str, str] | None = None) -> int:
    """Run a module of ``.venv`` with its output shown; give its exit code."""
    command = [str(PYTHON), "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **(env or {})}, check=False).returncode


def must(command: list[str], purpose: str, env: dict[str, str] | None = None) -> None:
    """Run a command without a word; where it fails, stop with its last words."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        last_words = "\n".join(done.stdout.splitlines()[-LINES_SHOWN:])
        sys.exit(
            f"{last_words}\n\nCould not {purpose}: the lines above say why. The command was:\n  "
            + " ".join(command)
        )


def say(text: str) -> None:
    """Print a line now, ahead of what the next command prints."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
