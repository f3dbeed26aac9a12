import pytest

from segdesk.charts.palette import load_palette, segment_role


@pytest.mark.parametrize("name", ["dark", "light"])
def test_that_segment_colours_repeat_after_the_last(name: str):
    palette = load_palette(name)
    colours = len(palette.segments)
    assert palette.code(segment_role(colours + 2)) == palette.code(segment_role(2)) == palette.segments[2]


def test_that_a_role_has_its_colour_of_the_theme_file():
    # resources/theme/dark.json, from the issue: gold #c4a052, text #fafafa.
    palette = load_palette("dark")
    assert (palette.code("gold"), palette.code("text")) == ("#c4a052", "#fafafa")


def test_that_only_segments_beyond_the_colours_are_repeats():
    palette = load_palette("dark")
    last = len(palette.segments) - 1
    assert [palette.is_repeat(role) for role in ("gold", segment_role(last), segment_role(last + 1))] == [
        False,
        False,
        True,
    ]
