"""What goes into the frozen bundle and what stays out; ``segdesk.spec`` asks here.

A table of contents is PyInstaller's own: (name in the bundle, source, kind).
"""

from __future__ import annotations

import fnmatch
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]

EXCLUDED_MODULES = (
    # No window of SegDesk and no table needs them; some library asks for them if they are there.
    "tkinter", "IPython", "jupyter", "notebook", "pytest", "setuptools", "pip", "pkg_resources", "_pytest",
    "pyarrow", "numba", "llvmlite", "torch", "hatchling", "mypy", "PyInstaller", "lib2to3", "pydoc_data",
    "matplotlib.backends.backend_qtagg", "matplotlib.backends.backend_qt5agg",
    "matplotlib.backends._backend_tk", "matplotlib.tests", "numpy.tests", "pandas.tests", "scipy.tests",
    "sklearn.tests",
    # Pictures are written as PNG, SVG and PDF only.
    "PIL._avif", "PIL._webp", "PIL._imagingtk", "PIL._imagingcms",
    # Fonts are bundled as they are; nothing packs one anew.
    "brotli", "brotlicffi", "zopfli",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtNetwork", "PySide6.QtDBus",
)  # fmt: skip
"""Never numpy.f2py, unittest, QtTest, QtSvg and QtOpenGLWidgets: scipy, numpy and pyqtgraph import them."""

UNWANTED = (
    # Qt speaks through our own sentences.
    "*/Qt*/translations/*", "*/translations/qt*.qm", "*/translations/qtbase_*.qm",
    # GTK's theme would drag GTK in; the portal's file dialogs need none.
    "*/plugins/platformthemes/libqgtk3*",
    # SegDesk opens no connection, and runs on X11, Windows and macOS (Wayland shows X11 windows).
    "*/plugins/networkinformation/*", "*/plugins/tls/*", "*/plugins/generic/*", "*/plugins/egl*",
    "*/plugins/wayland*", "*/plugins/platforms/*qeglfs*", "*/plugins/platforms/*qlinuxfb*",
    "*/plugins/platforms/*qvnc*", "*/plugins/platforms/*qvkkhrdisplay*", "*/plugins/platforms/*qwayland*",
    "*/plugins/platforms/*qminimalegl*", "*/plugins/platforms/*qdirect2d*",
    "*/plugins/xcbglintegrations/*egl*",
    # Icons are SVG; a file to open is never a picture.
    "*/plugins/imageformats/*webp*", "*/plugins/imageformats/*wbmp*", "*/plugins/imageformats/*tga*",
    "*/plugins/imageformats/*tiff*", "*/plugins/imageformats/*gif*", "*/plugins/imageformats/*icns*",
    # A software OpenGL of 20 MB on Windows, which nothing here draws with.
    "*opengl32sw.dll", "*d3dcompiler_*.dll",
    "matplotlib/mpl-data/sample_data/*", "matplotlib/mpl-data/fonts/afm/*",
    "matplotlib/mpl-data/fonts/pdfcorefonts/*", "matplotlib/mpl-data/images/*",
    "matplotlib/mpl-data/plot_directive/*", "pyqtgraph/icons/peegee/*",
    "sklearn/datasets/data/*", "sklearn/datasets/images/*", "sklearn/datasets/descr/*",
    "*/tests/*", "*.pyi", "*.pxd", "*.a", "*.lib",
)  # fmt: skip

LOCALES = ("root", "en", "en_001", "en_150", "en_US", "en_GB", "en_ET", "am", "am_ET")
"""Babel knows 1,100 regions; SegDesk speaks these languages."""

LINK = "SYMLINK"

_LOCALE_DATA = "babel/locale-data/"
# One of PyInstaller's own first acts lets matplotlib look through all fonts at each start.
_HOOKS = ("pyi_rth_mplconfig",)


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out what SegDesk has no use for."""
    return [entry for entry in entries if is_wanted(entry[0])]


def is_wanted(name: str) -> bool:
    """Whether a file belongs in the bundle, by its name there."""
    path = "/" + PurePosixPath(name.replace("\\", "/")).as_posix()
    if _LOCALE_DATA in path and path.endswith(".dat"):
        return PurePosixPath(path).stem in LOCALES
    if ".dist-info/" in path:
        return path.endswith("/METADATA")  # what tells a version; the licences are in the notices
    return not any(fnmatch.fnmatchcase(path, "*" + pattern.removeprefix("*")) for pattern in UNWANTED)


def without_hooks(scripts: Iterable[Entry]) -> list[Entry]:
    """Leave out what of PyInstaller's first acts only costs time."""
    return [entry for entry in scripts if entry[0] not in _HOOKS]


def needed(binaries: Iterable[Entry]) -> list[Entry]:
    """Leave out the libraries that only an unwanted plugin needed, such as GTK on Linux.

    A wheel's own libraries stay whoever needs them: some are loaded by hand. Qt's are never.
    """
    entries = list(binaries)
    if sys.platform != "linux":
        return entries
    by_name = {Path(entry[0]).name: entry for entry in entries if _is_shared(entry)}
    queue = [entry for entry in entries if not _is_shared(entry) and entry[2] != LINK]
    kept = {entry[0] for entry in queue}
    while queue:
        for library in _imports(queue.pop()[1]):
            entry = by_name.get(library)
            if entry is not None and entry[0] not in kept:
                kept.add(entry[0])
                queue.append(entry)
    return [entry for entry in entries if entry[0] in kept or (entry[2] == LINK and entry[1] in kept)]


def _is_shared(entry: Entry) -> bool:
    """Whether others need this file, and nothing else loads it."""
    name, source, kind = entry
    return kind != LINK and (source.startswith(("/lib/", "/lib64/", "/usr/")) or "/Qt/lib/" in name)


def _imports(source: str) -> set[str]:
    """Give the names of the libraries that a file needs, directly or not."""
    from PyInstaller.depend.bindepend import get_imports

    return {name for name, _path in get_imports(source)}
