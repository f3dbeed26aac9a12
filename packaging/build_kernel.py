"""Builds the compiled kernel into segdesk/engine/kernel/: ``python packaging/build_kernel.py [--sanitize]``.

    build_kernel.py              build it where it is missing or older than its source
    build_kernel.py --sanitize   build it apart, watched for bad memory and undefined arithmetic, and test it

Needs pybind11, setuptools and a C++17 compiler. ``kernel_hook.py`` builds it into wheels by the same call.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path("segdesk", "engine", "kernel")
MODULE = "segdesk.engine.kernel._kernel"

# No fused multiply-adds: they would make one machine's last bits differ from another's.
UNIX_FLAGS = ("-O3", "-g0", "-std=c++17", "-ffp-contract=off", "-fvisibility=hidden", "-Wall", "-Wextra")
LINUX_FLAGS = ("-pthread",)
WINDOWS_FLAGS = ("/O2", "/std:c++17", "/EHsc", "/fp:precise")
WATCHED_FLAGS = (
    "-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer",
    # The choice among processors is made before the sanitizer is awake.
    "-DSEGDESK_ONE_TARGET",
)  # fmt: skip


def main() -> int:
    """Do what the command line says; give the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sanitize", action="store_true", help="test a build that is watched")
    if parser.parse_args().sanitize:
        return test_watched()
    if not is_stale():
        return 0
    return 0 if build() else 1


def sources() -> list[Path]:
    """Give the files that the kernel is made of, the one that is compiled first."""
    folder = ROOT / FOLDER
    return [folder / "kernel.cpp", *sorted(folder.glob("*.hpp"))]


def built() -> Path:
    """Give where the built kernel is, for the Python that asks."""
    return ROOT / FOLDER / f"_kernel{sysconfig.get_config_var('EXT_SUFFIX')}"


def is_stale() -> bool:
    """Whether the built kernel is missing or older than what it is made of."""
    result = built()
    made_of = [*sources(), Path(__file__)]
    return not result.exists() or result.stat().st_mtime < max(path.stat().st_mtime for path in made_of)


def build(to: Path | None = None, more: tuple[str, ...] = ()) -> Path | None:
    """Compile the kernel; give the built file, or None where there is no compiler that can."""
    try:
        import pybind11
        from setuptools import Distribution, Extension
        from setuptools.errors import BaseError
    except ImportError as error:
        sys.stderr.write(f"Without the compiled kernel, since {error.name} isn't installed.\n")
        return None
    flags = WINDOWS_FLAGS if sys.platform == "win32" else UNIX_FLAGS + more
    links = list(more)
    if sys.platform == "linux":
        flags, links = flags + LINUX_FLAGS, links + list(LINUX_FLAGS)
    target = to or built()
    extension = Extension(
        MODULE,
        [str(sources()[0])],
        include_dirs=[pybind11.get_include()],
        language="c++",
        extra_compile_args=list(flags),
        extra_link_args=links,
    )
    with tempfile.TemporaryDirectory() as folder:
        command = Distribution({"name": "segdesk", "ext_modules": [extension]}).get_command_obj("build_ext")
        command.build_lib = command.build_temp = folder
        try:
            command.ensure_finalized()
            command.run()
        except BaseError as error:
            sys.stderr.write(f"Without the compiled kernel, since it could not be built: {error}\n")
            return None
        made = next(Path(folder).rglob(f"_kernel*{Path(target).suffix}"))
        # Whoever has the old one open keeps it.
        fresh = target.with_name(f"{target.name}.{os.getpid()}")
        shutil.copy(made, fresh)
        os.replace(fresh, target)
    return target


def test_watched() -> int:
    """Run the kernel's tests on a build with AddressSanitizer and UndefinedBehaviorSanitizer."""
    compiler = shutil.which(os.environ.get("CXX", "g++"))
    if sys.platform != "linux" or compiler is None:
        sys.exit("The watched build needs Linux and g++.")
    libraries = [library_of(compiler, name) for name in ("libasan.so", "libstdc++.so.6")]
    if not Path(libraries[0]).is_absolute():
        sys.exit(f"{compiler} has no libasan.")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, built().name)
        if build(target, WATCHED_FLAGS) is None:
            return 1
        environment = {
            **os.environ,
            # libasan looks for what throws exceptions before the kernel could bring it.
            "LD_PRELOAD": " ".join(libraries),
            # Python itself never gives back what it holds at its end.
            "ASAN_OPTIONS": "detect_leaks=0",
            "SEGDESK_WATCHED_KERNEL": str(target),
        }
        tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "not sanitizer",
                 "tests/engine/kernel/test_ward.py", "tests/engine/kernel/test_single.py"]  # fmt: skip
        return subprocess.run(tests, cwd=ROOT, env=environment, check=False).returncode


def library_of(compiler: str, name: str) -> str:
    """Give where the compiler's own library is, or its bare name where it has none."""
    asked = [compiler, f"-print-file-name={name}"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
