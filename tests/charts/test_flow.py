"""Bands between two rows of segments: their places, and the drawing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdesk.charts.flow import GAP, Band, FlowSpec, apart, flow_places
from segdesk.charts.palette import load_palette
from segdesk.charts.parts import Part
from segdesk.charts.render import write_chart


def part(size: int, number: int = 0, label: str = "") -> Part:
    return Part(label or f"Segment {number}", size, str(size), "", f"segment_{number}")


def spec(sizes: list[list[int]]) -> FlowSpec:
    """Make a picture of a table of counts, one row for each segment before."""
    before = tuple(part(sum(row), i) for i, row in enumerate(sizes))
    after = tuple(part(sum(column), i) for i, column in enumerate(zip(*sizes, strict=True)))
    bands = tuple(
        Band(i, j, size, i != j, f"{size} from {i} to {j}")
        for i, row in enumerate(sizes)
        for j, size in enumerate(row)
        if size
    )
    return FlowSpec("Who went where", ("Before", "Now"), before, after, bands, "A caption.")


def test_that_segments_share_the_height_as_worked_by_hand():
    # 80 and 20 customers and one gap of 0.045: 0.955 / 100 for each customer.
    places = flow_places(spec([[60, 20], [0, 20]]))
    assert places.before[0].height == pytest.approx(80 * 0.955 / 100)
    assert places.before[1].top == pytest.approx(80 * 0.955 / 100 + GAP)
    assert places.before[1].bottom == pytest.approx(1)
    assert [span.height for span in places.after] == pytest.approx([60 * 0.00955, 40 * 0.00955])


def test_that_bands_leave_and_arrive_in_the_order_of_the_other_side():
    # Bands in the spec: 0 to 0 (60), 0 to 1 (20), 1 to 1 (20).
    places = flow_places(spec([[60, 20], [0, 20]]))
    assert places.leaves[1].top == pytest.approx(places.leaves[0].bottom)
    assert places.arrives[1].top == pytest.approx(places.after[1].top)
    assert places.arrives[2].top == pytest.approx(places.arrives[1].bottom)
    assert places.arrives[2].bottom == pytest.approx(places.after[1].bottom)


def test_that_many_gaps_leave_room_for_customers():
    places = flow_places(spec([[1 if i == j else 0 for j in range(40)] for i in range(40)]))
    # 39 gaps of 0.045 would be more than all of the height; they take 45 % of it.
    assert sum(span.height for span in places.before) == pytest.approx(0.55)
    assert places.before[-1].bottom == pytest.approx(1)


@given(st.lists(st.lists(st.integers(0, 10**6), min_size=3, max_size=3), min_size=1, max_size=6))
def test_that_bands_fill_their_segments_and_stay_within_the_height(sizes: list[list[int]]):
    made = spec(sizes)
    places = flow_places(made)
    for number, span in enumerate(places.before):
        of_it = [places.leaves[i].height for i, band in enumerate(made.bands) if band.before == number]
        assert sum(of_it) == pytest.approx(span.height)
    for each in (*places.before, *places.after, *places.leaves, *places.arrives):
        assert -1e-9 <= each.top <= each.bottom <= 1 + 1e-9


def test_that_words_move_apart_as_worked_by_hand():
    # 10 apart within 50: the second goes from 12 to 20 (10 below the first), the third fits.
    assert apart([10, 12, 40], 10, end=50) == (10, 20, 40)
    # The last must be 5 above the end, which pushes the one before it up.
    assert apart([30, 44, 48], 10, end=50) == (25, 35, 45)
    assert apart([0], 10, end=50) == (5,)


def test_that_the_picture_becomes_a_drawing_that_opens(tmp_path: Path):
    path = tmp_path / "flow.svg"
    write_chart(spec([[60, 20], [5, 20]]), path, palette=load_palette("dark"))
    assert ET.parse(path).getroot().tag.endswith("svg")
    text = path.read_text("utf-8")
    # Matplotlib names each text in a comment.
    for words in ("Who went where", "Before", "Now", "Segment 0", "Segment 1", "A caption."):
        assert f"<!-- {words} -->" in text


def test_that_a_repeated_colour_and_a_long_name_are_drawn(tmp_path: Path):
    path = tmp_path / "flow.png"
    long = part(3, 12, "ድሬ ዳዋ (k$) and many more words than there is room for")
    write_chart(
        FlowSpec("T", ("a", "b"), (long,), (long,), (Band(0, 0, 3, False, ""),), "C " * 200),
        path,
        palette=load_palette("light"),
    )
    assert path.read_bytes().startswith(b"\x89PNG")
