"""Profiles, maps and curves drawn to files."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from segdesk.charts import render, scatter
from segdesk.charts.palette import load_palette
from segdesk.charts.specs import Picture
from segdesk.model.profile import ProfileTable
from segdesk.words import captions, picture_captions
from tests.picture_examples import CURVE, CUT, TABLE, TIER, measure, segmentation

FLAT = picture_captions.map_of(segmentation(), 2, axes=2)


def pictures() -> dict[str, Picture]:
    """Give one of each new kind."""
    radar, lines = picture_captions.radar_of(TABLE, CUT), picture_captions.parallel_of(TABLE, CUT)
    assert radar is not None
    assert lines is not None
    counts = scatter.density_of(FLAT.points, FLAT.numbers, 3, FLAT.frame)
    return {
        "heatmap": picture_captions.profile_of(TABLE, CUT),
        "radar": radar,
        "parallel": lines,
        "spread": picture_captions.spread_of(measure("age"), CUT),
        "stack": picture_captions.spread_of(TIER, CUT),
        "flat": FLAT,
        "density": replace(FLAT, density=counts),
        "space": picture_captions.map_of(segmentation(), 2, axes=3),
        "curve": CURVE,
        "knee": replace(CURVE, has_dots=False, errors=(), marked=None, level=0.3, level_label="eps"),
        "bars": captions.bars_of(CUT),
    }


@pytest.mark.parametrize("name", list(pictures()))
def test_that_every_picture_becomes_a_drawing_that_opens(name: str, tmp_path: Path):
    path = tmp_path / f"{name}.svg"
    spec = pictures()[name]
    render.write_chart(spec, path, palette=load_palette("light"))
    text = path.read_text("utf-8")
    assert ET.fromstring(text).tag.endswith("svg")
    # matplotlib writes letters as outlines, each with its text in a comment before it.
    assert f"<!-- {spec.title} -->" in text


@pytest.mark.parametrize("name", ["heatmap", "density", "space"])
def test_that_a_picture_becomes_pixels_that_differ(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(render, "DOTS_PER_INCH", 40)
    path = tmp_path / f"{name}.png"
    render.write_chart(pictures()[name], path, palette=load_palette("dark"))
    data = path.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    from matplotlib.image import imread

    pixels = np.asarray(imread(path))
    assert pixels.shape[:2] == (height, width)
    assert len(np.unique(pixels[..., :3].reshape(-1, 3), axis=0)) > 20


def test_that_a_picture_for_print_is_a_pdf(tmp_path: Path):
    path = tmp_path / "radar.pdf"
    render.write_chart(pictures()["radar"], path, palette=load_palette("light"))
    assert path.read_bytes().startswith(b"%PDF-")


def test_that_every_kind_of_picture_has_somebody_who_draws_it():
    assert set(render.drawers()) == set(get_args(Picture))


def test_that_a_run_without_telling_columns_still_has_a_heatmap(tmp_path: Path):
    empty = picture_captions.profile_of(ProfileTable(7, 2, True, ()), CUT)
    assert empty.cells == ((), (), ())
    render.write_chart(empty, tmp_path / "empty.svg", palette=load_palette("light"))
    assert (tmp_path / "empty.svg").stat().st_size > 0
