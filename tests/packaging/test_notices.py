"""Whose work the bundle holds, and under which licence."""

from __future__ import annotations

import sys

import pytest

from tests.packaging.scripts import ROOT, script

notices = script("notices")


@pytest.fixture(scope="module")
def parts():
    return notices.packages() + notices.bundled_files()


def test_that_every_part_names_its_licence_and_brings_its_text(parts):
    assert [part.name for part in parts if not part.licence] == []
    assert [part.name for part in parts if not any(text.strip() for text in part.texts)] == []


def test_that_every_shipped_package_is_there(parts):
    locked = {pin.name for pin in script("bundle_lock").shipped(script("bundle_lock").pins())}
    # pip is needed by sqlite-utils' metadata only, and stays out.
    assert {part.name for part in parts if part.is_package} == locked - {"pip"} | {"pybind11"}


def test_that_every_font_and_the_icons_are_there(parts):
    texts = "".join("".join(part.texts) for part in parts if not part.is_package)
    for path in [*(ROOT / "resources").rglob("LICENSE-*.txt")]:
        assert path.read_text("utf-8") in texts


def test_that_qts_licence_and_how_to_replace_it_are_told(parts):
    text = notices.notices(parts)
    assert "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3" in text
    assert "may be replaced" in text
    assert text.count("GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3") == 1


def test_that_the_list_for_machines_is_complete_and_stable(parts):
    bom = notices.sbom(parts, "1.0")
    assert (bom["bomFormat"], bom["specVersion"]) == ("CycloneDX", "1.6")
    references = [component["bom-ref"] for component in bom["components"]]
    assert len(references) == len(set(references)) == len(parts)
    assert bom["dependencies"][0]["dependsOn"] == references
    numpy = next(component for component in bom["components"] if component["name"] == "numpy")
    assert numpy["purl"] == f"pkg:pypi/numpy@{sys.modules['numpy'].__version__}"
    assert notices.sbom(parts, "1.0")["serialNumber"] == bom["serialNumber"]
    assert notices.sbom(parts, "1.1")["serialNumber"] != bom["serialNumber"]
