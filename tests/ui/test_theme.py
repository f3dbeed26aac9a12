"""Every text can be read on every ground that it stands on, in both themes."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor

from segdesk.paths import resource
from segdesk.ui.theme import Theme, load_theme

# WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (graphical objects), level AA.
TEXT_CONTRAST = 4.5
SHAPE_CONTRAST = 3.0

# Everything is written on these; `hover` and `gold_tint` are grounds of a few texts only.
GROUNDS = ("ground", "bar", "card", "raised")
TEXTS = ("text", "soft", "muted", "gold_bright", "success", "warning", "error")
# A button under the pointer, a chosen row or pill, the gold buttons.
SPECIAL = [
    ("text", "hover"),
    ("soft", "hover"),
    ("text", "gold_tint"),
    ("soft", "gold_tint"),
    ("gold_bright", "gold_tint"),
    ("gold_bright", "hover"),
    ("muted", "hover"),
    ("muted", "gold_tint"),
    ("success", "gold_tint"),
    ("warning", "gold_tint"),
    ("error", "gold_tint"),
    ("on_gold", "gold"),
    ("on_gold", "gold_bright"),
]
# Icons, rings, bars and slopes.
SHAPES = ("gold", "above", "below", "success", "warning", "error")

THEMES = ("dark", "light")
COLOUR = re.compile(r"(?<![-\w])color: \$(\w+)")
GROUND = re.compile(r"background: \$(\w+)")


def luminance(colour: QColor) -> float:
    """WCAG 2.2's relative luminance."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_that_contrast_is_reckoned_as_wcag_does():
    # Black on white is 21:1 by definition; #777777 on white is the well-known 4.48 that just fails.
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.005)


@pytest.fixture(params=THEMES)
def colours(request: pytest.FixtureRequest) -> Theme:
    return load_theme(str(request.param))


@pytest.mark.parametrize(("text", "ground"), [*product(TEXTS, GROUNDS), *SPECIAL])
def test_that_text_can_be_read(colours: Theme, text: str, ground: str):
    assert contrast(colours.colour(text), colours.colour(ground)) >= TEXT_CONTRAST


@pytest.mark.parametrize("shape", SHAPES)
def test_that_shapes_stand_out_from_every_ground(colours: Theme, shape: str):
    for ground in GROUNDS:
        assert contrast(colours.colour(shape), colours.colour(ground)) >= SHAPE_CONTRAST, ground


@pytest.mark.parametrize("ground", [*GROUNDS, "gold_tint"])
def test_that_every_segment_stands_out_from_every_ground(colours: Theme, ground: str):
    for number, name in enumerate(colours.segments):
        assert contrast(colours.segment(number), colours.colour(ground)) >= SHAPE_CONTRAST, name


@pytest.mark.parametrize("ground", [*GROUNDS, "gold_tint"])
def test_that_the_ring_of_the_keyboard_stands_out_from_every_ground(colours: Theme, ground: str):
    assert contrast(colours.colour("gold_bright"), colours.colour(ground)) >= SHAPE_CONTRAST


def test_that_gold_is_no_segment(colours: Theme):
    golds = {colours.colours["gold"], colours.colours["gold_bright"]}
    assert not golds & set(colours.segments)


def test_that_every_segment_has_a_colour_of_its_own(colours: Theme):
    assert len(set(colours.segments)) == len(colours.segments)


def rules() -> list[tuple[str, str]]:
    sheet = re.sub(r"/\*.*?\*/", "", resource("theme", "app.qss").read_text("utf-8"), flags=re.DOTALL)
    return [(selector.strip(), body) for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet)]


def test_that_what_the_style_sheet_writes_on_its_own_ground_can_be_read(colours: Theme):
    pairs = 0
    for selector, body in rules():
        ink, ground = COLOUR.search(body), GROUND.search(body)
        # WCAG exempts what can't be used at the moment.
        if not ink or not ground or ":disabled" in selector:
            continue
        pairs += 1
        found = contrast(colours.colour(ink[1]), colours.colour(ground[1]))
        assert found >= TEXT_CONTRAST, f"{selector}: {ink[1]} on {ground[1]} is {found:.2f}"
    assert pairs > 0


def test_that_the_style_sheet_names_only_roles_that_both_themes_have():
    used = {role for _, body in rules() for role in re.findall(r"\$(\w+)", body)}
    others = {"serif", "sans", "mono", "chevron", "check"}
    for name in THEMES:
        assert used - others <= set(load_theme(name).colours), name


def test_that_both_themes_have_the_same_roles():
    dark, light = (load_theme(name) for name in THEMES)
    assert dark.colours.keys() == light.colours.keys()
    assert len(dark.segments) == len(light.segments)
