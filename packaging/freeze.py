"""Freezes SegDesk on the system it runs on: ``python packaging/dev.py build [--check]``.

The bundle is made in a clean environment from packaging/requirements-build.lock, into ``dist/``.
``--check`` then starts it as a stranger would (see bundle_trial.py). On Linux a tarball is made of it; what
Windows and macOS users get is made by windows/make_setup.py and macos/make_dmg.sh, once it is signed.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tarfile
import time
from pathlib import Path

import bundle_trial
import check_bundle
import dev

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
BUILD_LOCK = PACKAGING / "requirements-build.lock"
WORK = ROOT / "build"
ENVIRONMENT = WORK / "environment"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = ENVIRONMENT / "segdesk-stamp"
MADE = WORK / "frozen"
"""What is made for the bundle: icons, version resource, notices."""

DIST = ROOT / "dist"
BUNDLE = DIST / "segdesk"
PROGRAMS = DIST / "SegDesk.app" / "Contents" / "MacOS" if sys.platform == "darwin" else BUNDLE
RESOURCES = BUNDLE / "_internal" / "segdesk" / "resources"

# The bundle shall not depend on who built it, or where.
CLEAN = {"PYTHONNOUSERSITE": "1", "PYTHONHASHSEED": "0", "PYTHONPATH": "", "LC_ALL": "C.UTF-8"}
LINKED = "segdesk-cli"


def build(more: list[str]) -> int:
    """Make the bundle, look at it, pack it; give the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    parser.add_argument("--check", action="store_true", help="start the bundle in an empty environment")
    parser.add_argument("--no-archive", action="store_true", help="leave the tarball out")
    asked = parser.parse_args(more)
    started = time.monotonic()
    if sys.platform == "linux":
        # Where one is missing PyInstaller silently makes a bundle that opens no window.
        dev.install_libraries({**dev.LIBRARIES, **dev.SCREEN_LIBRARIES})
        if shutil.which("objcopy") is None:
            dev.install_packages(["binutils"], "objcopy, which PyInstaller needs")
    make_environment()
    make_parts()
    freeze()
    dev.say(check_bundle.report(BUNDLE))
    problems: list[str] = check_bundle.problems(BUNDLE)
    if asked.check and not problems:
        problems += bundle_trial.problems(PROGRAMS)
    if not problems and sys.platform == "linux" and not asked.no_archive:
        archive = pack()
        problems += check_bundle.archive_problems(archive)
    for problem in problems:
        dev.say(f"Not as it should be: {problem}")
    dev.say(f"{'Failed' if problems else 'Built'} in {time.monotonic() - started:.0f} s: {BUNDLE}")
    return 1 if problems else 0


def make_environment() -> None:
    """Make a virtual environment that holds what the lock says and nothing else."""
    wanted = dev.digest(BUILD_LOCK.read_bytes(), sys.version.encode(), str(ROOT).encode())
    if STAMP.exists() and STAMP.read_text("utf-8") == wanted:
        return
    dev.say("Making the environment that the bundle is built in.")
    dev.make_venv(ENVIRONMENT)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    dev.must([*pip, "--require-hashes", "-r", str(BUILD_LOCK)], "install the locked packages", env=CLEAN)
    STAMP.write_text(wanted, "utf-8")


def make_parts() -> None:
    """Make icons, version resource and notices, and compile the kernel where there is a compiler."""
    shutil.rmtree(MADE, ignore_errors=True)
    MADE.mkdir(parents=True)
    offscreen = {**CLEAN, "QT_QPA_PLATFORM": "offscreen"}
    run = [str(PYTHON)]
    dev.must([*run, str(PACKAGING / "bundle_icons.py"), str(MADE)], "draw the icons", env=offscreen)
    dev.install_compiler()
    dev.build_kernel(PYTHON)
    dev.must([*run, str(PACKAGING / "notices.py"), str(MADE)], "gather the notices", env=CLEAN)


def freeze() -> None:
    """Run PyInstaller, in the clean environment."""
    dev.say("Freezing. This takes two minutes or more.")
    shutil.rmtree(BUNDLE, ignore_errors=True)
    command = [
        str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
        "--distpath", str(DIST), "--workpath", str(WORK / "pyinstaller"), str(PACKAGING / "segdesk.spec"),
    ]  # fmt: skip
    dev.must(command, "freeze SegDesk", env={**CLEAN, "SEGDESK_BUILD": str(MADE)})
    if sys.platform == "linux":
        finish_on_linux()
    shutil.copy2(MADE / "sbom.cdx.json", DIST / f"{full_name()}.cdx.json")


def full_name() -> str:
    """Give what the files of this build are called: SegDesk-0.1.0-linux-x86_64."""
    sys.path.insert(0, str(ROOT))
    from segdesk import __version__

    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    return f"SegDesk-{__version__}-{system}-{platform.machine()}"


def finish_on_linux() -> None:
    """Add the program for terminals, the entry for the menu and the notices of the system's libraries."""
    for library in (BUNDLE / "_internal").glob("libpython3*.so.*"):
        # As compiled from source it holds 17 MB for debuggers.
        dev.must(["strip", "--strip-unneeded", str(library)], f"strip {library.name}")
    (BUNDLE / LINKED).symlink_to("segdesk")
    for file in sorted((PACKAGING / "linux").iterdir()):
        shutil.copy2(file, BUNDLE / file.name)
    shutil.copy2(ROOT / "resources" / "app" / "segdesk.svg", BUNDLE / "segdesk.svg")
    add = [str(PYTHON), str(PACKAGING / "notices.py"), str(RESOURCES), "--system", str(BUNDLE)]
    dev.must(add, "add the notices of the system's libraries", env=CLEAN)


def pack() -> Path:
    """Make the tarball; links stay links."""
    archive = DIST / f"{full_name()}.tar.xz"
    archive.unlink(missing_ok=True)
    dev.say(f"Packing {archive.name}.")
    if shutil.which("tar") and shutil.which("xz"):
        command = ["tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"]
        command += ["-C", str(DIST), "-cJf", str(archive), BUNDLE.name]
        # All cores: a single one takes minutes.
        dev.must(command, "pack the bundle", env={"XZ_OPT": "-6 -T0"})
    else:
        with tarfile.open(archive, "w:xz") as tar:
            tar.add(BUNDLE, BUNDLE.name)
    return archive
