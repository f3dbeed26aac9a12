"""How measures go together, as data and as a drawing."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from segdesk.charts.matrix import MatrixSpec, cell_opacity, cell_role
from segdesk.charts.palette import load_palette
from segdesk.charts.profile import DEEPEST
from segdesk.charts.render import write_chart

NAN = math.nan


def spec(count: int) -> MatrixSpec:
    names = tuple(f"Income (k$) {i} and more words than there is room for" for i in range(count))
    values = tuple(
        tuple(1.0 if i == j else -0.5 if i % 2 else NAN for j in range(count)) for i in range(count)
    )
    figures = tuple(tuple("–" if value != value else f"{value:.2f}" for value in line) for line in values)
    return MatrixSpec("Together", names, values, figures, ("-1", "1"), "A caption. " * 20)


@pytest.mark.parametrize("count", [2, 30])
def test_that_a_matrix_becomes_a_drawing_that_opens(count: int, tmp_path: Path):
    path = tmp_path / "matrix.svg"
    write_chart(spec(count), path, palette=load_palette("light"))
    assert ET.parse(path).getroot().tag.endswith("svg")
    # Matplotlib names each text in a comment. Row i holds i cells; those of the odd rows say -0.50.
    assert path.read_text("utf-8").count("<!-- -0.50 -->") == sum(range(1, count, 2))


def test_that_colour_tells_direction_and_strength():
    assert (cell_role(0.4), cell_role(-0.4)) == ("above", "below")
    assert cell_opacity(-1) == cell_opacity(1) == DEEPEST
    assert cell_opacity(0.5) == pytest.approx(DEEPEST / 2)
    assert cell_opacity(NAN) == 0
