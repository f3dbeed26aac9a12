"""How SegDesk starts: as a window, as a command, as a frozen program on somebody's system."""

from __future__ import annotations

import os
import sys

import pytest

import segdesk.__main__ as start


def test_that_a_segdesk_file_is_a_database_and_any_other_is_data():
    assert start._opening(["C:/Backup/May.SegDesk"]) == ["--database", "C:/Backup/May.SegDesk"]
    assert start._opening(["customers.csv"]) == ["customers.csv"]
    assert start._opening([]) == []


@pytest.mark.parametrize(
    ("frozen", "called", "is_console"),
    [
        (True, "/opt/segdesk/segdesk-cli", True),
        (True, "segdesk-cli.exe", True),
        (True, "/opt/segdesk/segdesk", False),
        (False, "segdesk-cli", False),
    ],
)
def test_that_the_program_for_terminals_opens_no_window(
    monkeypatch: pytest.MonkeyPatch, frozen: bool, called: str, is_console: bool
):
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr(sys, "argv", [called])
    assert start._is_console() is is_console


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a frozen program finds at its start; all of it is as before at the end."""
    values = {
        "MPLCONFIGDIR": "",
        "QT_PLUGIN_PATH": "/bundle/plugins",
        "QML2_IMPORT_PATH": "/bundle/qml",
        "LD_LIBRARY_PATH": "/bundle",
        "LD_LIBRARY_PATH_ORIG": "/usr/local/lib",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("MPLCONFIGDIR")


@pytest.mark.usefixtures("environment")
def test_that_the_program_for_terminals_alone_gives_help(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["segdesk-cli"])
    assert start.main([]) == 0
    assert "segment" in capsys.readouterr().out


@pytest.mark.usefixtures("environment")
def test_that_programs_we_start_do_not_load_our_libraries(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", "linux")
    start._settle_in()
    assert "QT_PLUGIN_PATH" not in os.environ
    assert os.environ["LD_LIBRARY_PATH"] == "/usr/local/lib"


@pytest.mark.usefixtures("environment")
def test_that_a_program_without_a_terminal_can_print(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdout", None)
    start._settle_in()
    with sys.stdout as nowhere:
        assert nowhere.write("a warning") == len("a warning")


@pytest.mark.usefixtures("environment")
def test_that_the_list_of_fonts_is_kept_with_segdesks_own_files():
    start._settle_in()
    assert "SegDesk" in os.environ["MPLCONFIGDIR"]
