"""The bundled icons and fonts are those that code names."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from tests.house.source import RESOURCES, modules, strings

ICONS = RESOURCES / "icons"
FONTS = RESOURCES / "fonts"
WINDOWS, FAMILY, WEIGHT_FAMILY = 3, 1, 16


def _family(font: TTFont) -> str:
    table = font["name"]
    return str(table.getName(WEIGHT_FAMILY, WINDOWS, 1) or table.getName(FAMILY, WINDOWS, 1))


def test_that_every_icon_takes_the_themes_colour():
    plain = [path.name for path in ICONS.glob("*.svg") if "currentColor" not in path.read_text("utf-8")]
    assert plain == []


def test_that_every_bundled_icon_is_named_in_code():
    named = {str(string.value) for module in modules() for string in strings(module)}
    assert {path.stem for path in ICONS.glob("*.svg")} - named == set()


@pytest.mark.parametrize(
    ("family", "weights"),
    [
        ("Instrument Serif", {400}),
        ("Sora", {400, 600}),
        ("JetBrains Mono", {400, 600}),
        ("Noto Sans Ethiopic", {400, 600}),
    ],
)
def test_that_a_family_has_its_weights(family: str, weights: set[int]):
    fonts = [TTFont(path) for path in FONTS.glob("*.ttf")]
    assert {font["OS/2"].usWeightClass for font in fonts if _family(font) == family} == weights


@pytest.mark.parametrize("letters", ["×·–—“”…−", "čşğőłéßñ", "ሰላም ደንበኞች ብር"])
def test_that_text_and_its_fallback_cover(letters: str):
    for first in ("Sora-Regular", "JetBrainsMono-Regular", "InstrumentSerif-Regular"):
        covered = {
            character
            for name in (first, "NotoSansEthiopic-Regular")
            for character in TTFont(FONTS / f"{name}.ttf").getBestCmap()
        }
        assert [letter for letter in letters if ord(letter) not in covered] == [], first
