"""Looks into a frozen bundle: is anything in it that doesn't belong, and is it small enough?

``python packaging/check_bundle.py [BUNDLE]`` lists its largest files and what is wrong. Standard library
only. ``dev.py build`` calls it after freezing, and tests/packaging does where a bundle has been built.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import defaultdict
from pathlib import Path

DIST = Path(__file__).resolve().parents[1] / "dist"

MEGABYTE = 1_000_000
MOST_UNPACKED_MB = 380
MOST_PACKED_MB = 130
"""What an installer may weigh where a megabyte costs money."""

LISTED = 30
SAME_FROM = 50_000
"""Bytes. Smaller files are alike by chance: empty modules, licences."""

UNWANTED = re.compile(
    r"pyarrow|llvmlite|numba|torch|tensorflow|polars|duckdb|onnxruntime|IPython|jupyter|PyQt[56]"
    r"|libgtk|libgdk|libatk|libgcc_s.*gtk|Qt6?WebEngine|Qt6?Qml|Qt6?Quick|Qt6?Pdf|Qt6?Network|Qt6?Wayland"
    r"|qgtk3|opengl32sw|/tests?/|sample_data|/afm/|tkinter|tcl\d|libtk\d|libtcl\d|\.pdb$|\.a$|\.lib$|\.pyi$",
    re.I,
)
"""Never in the bundle, each a way in which it once grew or was seen to grow."""

LARGE = re.compile(
    r"icudata|icui18n|icuuc|openblas|libpython3|python3\d+\.dll|^Python$|Python\.framework|^segdesk|^SegDesk"
    r"|Qt6?(Core|Gui|Widgets|OpenGL|Svg|Test)|_multiarray_umath|_highspy/_core|kiwisolver/_cext"
    r"|libcrypto|sparsetools|PIL/_imaging|ft2font|gfortran|pandas/_libs|_flapack|cython_special"
    r"|_python_calamine|libstdc\+\+|_ufuncs|sklearn/|scipy/|numpy/|libX11|pillow\.libs|libgio|libglib"
    r"|sqlite3|libharfbuzz|libgcrypt|base_library\.zip|_decimal|msgspec|libcairo|THIRD-PARTY-NOTICES"
    r"|DejaVu|STIX|fontTools/misc/bezierTools|libsystemd|ucrtbase|libQt6|libpyside|libshiboken|_fastcluster|kernel|charset_normalizer",
)
"""What may be among the largest files: a new one is looked at and named here, or thrown out."""

_LONELY = ("gfortran", "quadmath", "openblas")
"""NumPy's and SciPy's wheels each bring a build of their own, which the other can't use."""


def files(bundle: Path) -> list[tuple[int, str]]:
    """Give (bytes, name) of every file, largest first; links weigh nothing."""
    found = [
        (path.stat().st_size, path.relative_to(bundle).as_posix())
        for path in bundle.rglob("*")
        if path.is_file() and not path.is_symlink()
    ]
    return sorted(found, reverse=True)


def problems(bundle: Path) -> list[str]:
    """Say what is wrong with a bundle."""
    found = files(bundle)
    total = sum(size for size, _ in found) / MEGABYTE
    wrong = [f"it weighs {total:.0f} MB, more than {MOST_UNPACKED_MB}"] if total > MOST_UNPACKED_MB else []
    wrong += [f"{name} doesn't belong" for _, name in found if UNWANTED.search(f"/{name}")]
    wrong += [
        f"{name} is among the {LISTED} largest files, and nobody has looked at it"
        for _, name in found[:LISTED]
        if not LARGE.search(name.removeprefix("_internal/"))
    ]
    return wrong + copies(bundle, found)


def copies(bundle: Path, found: list[tuple[int, str]]) -> list[str]:
    """Say which files are there twice."""
    by_size: dict[int, list[str]] = defaultdict(list)
    for size, name in found:
        if size >= SAME_FROM and not any(word in name for word in _LONELY):
            by_size[size].append(name)
    by_content: dict[str, list[str]] = defaultdict(list)
    for names in by_size.values():
        for name in names if len(names) > 1 else ():
            by_content[hashlib.sha256((bundle / name).read_bytes()).hexdigest()].append(name)
    return [f"{' and '.join(names)} are the same file" for names in by_content.values() if len(names) > 1]


def archive_problems(archive: Path) -> list[str]:
    """Say whether a packed bundle is too large."""
    size = archive.stat().st_size / MEGABYTE
    return (
        [f"{archive.name} weighs {size:.0f} MB, more than {MOST_PACKED_MB}"] if size > MOST_PACKED_MB else []
    )


def report(bundle: Path) -> str:
    """Give the total and the largest files, for people."""
    found = files(bundle)
    total = sum(size for size, _ in found) / MEGABYTE
    lines = [f"{len(found)} files, {total:.0f} MB (limit {MOST_UNPACKED_MB}); the {LISTED} largest:"]
    lines += [f"{size / MEGABYTE:8.1f} MB  {name}" for size, name in found[:LISTED]]
    return "\n".join(lines)


def main() -> int:
    """Look into the bundle that is named, or the one in dist/."""
    bundle = Path(sys.argv[1]) if len(sys.argv) > 1 else DIST / "segdesk"
    wrong = problems(bundle)
    print(report(bundle), *wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
