"""What the bundle is made from: the versions that were tested, as wheels for every system."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.scripts import PACKAGING, script

lock = script("bundle_lock")

SYSTEMS = ("x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-apple-darwin")
PYTHONS = ("3.11", "3.13")
"""The oldest that SegDesk runs on, and the one that the installers bring."""

NO_NETWORK = ("Failed to fetch", "error sending request", "dns error", "Connection refused", "timed out")


def test_that_the_bundle_gets_the_versions_that_were_tested():
    tested = {(pin.name, pin.version) for pin in lock.pins(PACKAGING / "requirements.lock")}
    assert [pin.name for pin in lock.shipped(lock.pins()) if (pin.name, pin.version) not in tested] == []


def test_that_only_what_segdesk_needs_is_shipped():
    names = {pin.name for pin in lock.pins()}
    shipped = {pin.name for pin in lock.shipped(lock.pins())}
    assert {"pyside6-essentials", "pandas", "babel"} <= shipped
    # PyInstaller is there to build, and is under the GPL (with an exception for what it builds).
    assert names - shipped >= {"pyinstaller", "altgraph"}
    assert {"pytest", "ruff", "pyarrow", "numba"} & names == set()


def test_that_a_pin_is_read_with_its_marker_hashes_and_reasons(tmp_path: Path):
    digest = "ab" * 32
    text = f"""# comment
one==1.2 ; sys_platform == 'win32' \\
    --hash=sha256:{digest}
    # via segdesk (pyproject.toml)
two==3.0 \\
    --hash=sha256:{digest} \\
    --hash=sha256:{digest[::-1]}
    # via
    #   one
    #   three
"""
    path = tmp_path / "lock"
    path.write_text(text, "utf-8")
    one, two = lock.pins(path)
    assert one == lock.Pin("one", "1.2", "sys_platform == 'win32'", (digest,), ("segdesk (pyproject.toml)",))
    assert (two.marker, two.hashes, two.via) == ("", (digest, digest[::-1]), ("one", "three"))
    assert lock.shipped((one, two)) == (one, two)


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_that_everything_comes_as_a_wheel(system: str, python: str, tmp_path: Path):
    if importlib.util.find_spec("uv") is None:
        pytest.skip("uv isn't installed here; python packaging/dev.py test installs it")
    command = [
        sys.executable, "-m", "uv", "pip", "install", "--dry-run", "--no-progress", "--no-deps",
        "--only-binary", ":all:", "--python-platform", system, "--python-version", python,
        "--target", str(tmp_path), "--require-hashes", "-r", str(PACKAGING / "requirements-build.lock"),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and any(sign in done.stderr for sign in NO_NETWORK):
        pytest.skip("no package index can be reached, so nobody knows which wheels there are")
    assert done.returncode == 0, done.stderr
    assert "pyside6-essentials==" in done.stderr
