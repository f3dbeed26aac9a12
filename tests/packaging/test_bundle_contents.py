"""What the frozen bundle holds, and what stays out."""

from __future__ import annotations

import sys

import pytest

from segdesk.text.writing import CODES
from tests.packaging.scripts import script

contents = script("bundle_contents")


@pytest.mark.parametrize(
    ("name", "belongs"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", False),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", False),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf", True),
        ("matplotlib/mpl-data/fonts/afm/phvr8a.afm", False),
        ("matplotlib/mpl-data/sample_data/goog.npz", False),
        ("sklearn/tests/test_base.py", False),
        ("babel/locale-data/am_ET.dat", True),
        ("babel/locale-data/de.dat", False),
        ("babel/global.dat", True),
        ("scipy-1.17.1.dist-info/METADATA", True),
        ("scipy-1.17.1.dist-info/RECORD", False),
        ("segdesk/resources/samples/supermarket_customers.csv", True),
        ("segdesk/resources/fonts/LICENSE-sora.txt", True),
    ],
)
def test_that_a_file_is_kept_or_left_out(name: str, belongs: bool):
    assert contents.is_wanted(name) is belongs


def test_that_babel_keeps_every_language_that_segdesk_speaks():
    assert {"root", *CODES} <= set(contents.LOCALES)


def test_that_what_libraries_import_is_never_excluded():
    # scipy imports numpy.f2py and unittest, pyqtgraph the three of Qt.
    never = {"numpy.f2py", "unittest", "PySide6.QtTest", "PySide6.QtSvg", "PySide6.QtOpenGLWidgets"}
    assert never & set(contents.EXCLUDED_MODULES) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no plugin drags a system's library in")
def test_that_libraries_go_with_the_plugin_that_needed_them(monkeypatch: pytest.MonkeyPatch):
    xcb = ("PySide6/Qt/plugins/platforms/libqxcb.so", "/env/libqxcb.so", "BINARY")
    qpa = ("PySide6/Qt/lib/libQt6XcbQpa.so.6", "/env/libQt6XcbQpa.so.6", "BINARY")
    cursor = ("libxcb-cursor.so.0", "/usr/lib/libxcb-cursor.so.0", "BINARY")
    gtk = ("libgtk-3.so.0", "/usr/lib/libgtk-3.so.0", "BINARY")
    network = ("PySide6/Qt/lib/libQt6Network.so.6", "/env/libQt6Network.so.6", "BINARY")
    blas = ("numpy.libs/libopenblas.so", "/env/numpy.libs/libopenblas.so", "BINARY")
    links = [
        ("libQt6XcbQpa.so.6", qpa[0], "SYMLINK"),
        ("libQt6Network.so.6", network[0], "SYMLINK"),
    ]
    needs = {xcb[1]: {"libQt6XcbQpa.so.6"}, qpa[1]: {"libxcb-cursor.so.0"}}
    monkeypatch.setattr(contents, "_imports", lambda source: needs.get(source, set()))

    kept = contents.needed([xcb, qpa, cursor, gtk, network, blas, *links])

    # GTK and the network's library were needed by plugins that are gone; NumPy loads its own by hand.
    assert kept == [xcb, qpa, cursor, blas, links[0]]
