"""What the user chose is kept; what can't be understood is forgotten, and never costs a start."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdesk.paths import Paths
from segdesk.settings import SECTIONS, SETTINGS, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.json"


def test_that_only_what_differs_is_written(path: Path):
    settings = Settings(path)
    settings["theme"] = "light"
    assert Settings(path)["theme"] == "light"
    settings["theme"] = "system"
    assert path.read_text("utf-8") == "{}"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"theme": "pink", "unheard": "of", "motion": 3}'])
def test_that_a_damaged_file_means_the_defaults(path: Path, text: str):
    path.parent.mkdir()
    path.write_text(text)
    settings = Settings(path)
    assert {each.key: settings[each.key] for each in SETTINGS} == {e.key: e.default for e in SETTINGS}


def test_that_no_other_choice_is_taken(path: Path):
    with pytest.raises(ValueError, match="language=klingon"):
        Settings(path)["language"] = "klingon"


def test_that_every_default_is_one_of_the_choices():
    assert all(not each.choices or each.default in each.choices for each in SETTINGS)
    assert {each.section for each in SETTINGS} == {"", *SECTIONS}
    assert all(each.choices for each in SETTINGS if each.section)  # the page offers choices only


def test_that_the_database_is_where_it_was_moved_to(path: Path, tmp_path: Path):
    paths = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "log")
    settings = Settings(path)
    assert settings.database(paths) == tmp_path / "data" / "segdesk.sqlite"
    settings["database"] = str(tmp_path / "usb" / "segdesk.sqlite")
    assert Settings(path).database(paths) == tmp_path / "usb" / "segdesk.sqlite"
