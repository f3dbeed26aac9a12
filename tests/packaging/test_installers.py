"""The installers' scripts: Windows' is compiled here, all name files that exist."""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

import pytest

from segdesk import __version__
from segdesk.__main__ import DATABASE_SUFFIX, SELFTEST
from tests.packaging.scripts import PACKAGING, ROOT, script

make_setup = script("make_setup", "windows")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    """A bundle as PyInstaller leaves it on Windows, with next to nothing in it."""
    folder = tmp_path / "segdesk"
    resources = folder / "_internal" / "segdesk" / "resources"
    resources.mkdir(parents=True)
    (resources / "LICENSE").write_text("MIT", "utf-8")
    for name in ("SegDesk.exe", "segdesk-cli.exe"):
        (folder / name).write_bytes(b"MZ")
    return folder


@pytest.fixture
def icon(tmp_path: Path) -> Path:
    """One black pixel as a Windows icon."""
    bitmap = struct.pack("<IiiHHIIiiII", 40, 1, 2, 1, 32, 0, 8, 0, 0, 0, 0) + bytes(4) + bytes(4)
    path = tmp_path / "segdesk.ico"
    path.write_bytes(struct.pack("<HHHBBBBHHII", 0, 1, 1, 1, 1, 0, 0, 1, 32, len(bitmap), 22) + bitmap)
    return path


def test_that_windows_installer_compiles_without_a_warning(layout: Path, icon: Path, tmp_path: Path):
    if make_setup.makensis() is None:
        pytest.skip("makensis isn't installed here: apt-get install nsis")
    out = tmp_path / "out" / "SegDesk-setup.exe"
    make_setup.make_setup(layout, icon, out)
    content = out.read_bytes()
    assert content.startswith(b"MZ")
    # The version resource is UTF-16, as Windows' Explorer shows it.
    for value in ("ProductVersion", __version__, "Installs SegDesk", "The SegDesk developers"):
        assert value.encode("utf-16-le") in content
    # It asks Windows for no more than its user may do.
    assert b'requestedExecutionLevel level="asInvoker"' in content


def test_that_a_bundle_of_another_shape_is_refused(layout: Path, icon: Path, tmp_path: Path):
    if make_setup.makensis() is None:
        pytest.skip("makensis isn't installed here: apt-get install nsis")
    (layout / "other.dll").write_bytes(b"MZ")
    with pytest.raises(SystemExit, match=r"other\.dll"):
        make_setup.make_setup(layout, icon, tmp_path / "SegDesk-setup.exe")


def test_that_windows_uninstaller_deletes_data_only_when_told():
    text = (PACKAGING / "windows" / "segdesk.nsi").read_text("utf-8")
    uninstall = text[text.index('Section "Uninstall"') :]
    # Asked, No is the default; silently, No is the answer; and what is deleted comes after that.
    question = uninstall.index('MB_DEFBUTTON2 "$(DELETE_DATA)" /SD IDNO IDNO no_data')
    assert uninstall.index('RMDir /r "${DATA}"') > question
    removed = re.findall(r'RMDir /r "(.*?)"', text)
    assert removed == [r"$INSTDIR\_internal", r"${DATA}\Cache", "${DATA}"]


def test_that_windows_installer_touches_one_users_registry_only():
    text = (PACKAGING / "windows" / "segdesk.nsi").read_text("utf-8")
    assert "RequestExecutionLevel user" in text
    assert re.findall(r"\bHK(?!CU\b|EY_CURRENT_USER\b)\w+", text) == []


def test_that_every_system_opens_databases_and_tables():
    nsis = (PACKAGING / "windows" / "segdesk.nsi").read_text("utf-8")
    assert rf"${{CLASSES}}\{DATABASE_SUFFIX}" in nsis
    assert 'OfferFor ".csv"' in nsis
    kinds = ET.parse(PACKAGING / "linux" / "segdesk-mime.xml").getroot()
    patterns = [glob.get("pattern") for glob in kinds.iter() if glob.tag.endswith("glob")]
    assert patterns == [f"*{DATABASE_SUFFIX}"]
    entry = ConfigParser(interpolation=None)
    entry.read(PACKAGING / "linux" / "segdesk.desktop", "utf-8")
    assert {"text/csv", "application/x-segdesk"} <= set(entry["Desktop Entry"]["MimeType"].split(";"))
    spec = (PACKAGING / "segdesk.spec").read_text("utf-8")
    assert f'"public.filename-extension": ["{DATABASE_SUFFIX.removeprefix(".")}"]' in spec
    assert "public.comma-separated-values-text" in spec


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: str(path.name))
def test_that_workflows_call_what_there_is(workflow: Path):
    text = workflow.read_text("utf-8")
    called = re.findall(r"(?:python|bash) ((?:packaging|\.ci)/[\w/.-]+)", text)
    assert called
    assert [name for name in called if not (ROOT / name).is_file()] == []


def test_that_the_installed_copy_is_tried_by_its_own_name():
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    assert rf'segdesk-cli.exe" {SELFTEST}' in text
