"""Saves a chart as a picture. Runs in the worker: the window never waits for matplotlib."""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from segdesk.charts.curves import CurveSpec
from segdesk.charts.flow import FlowSpec
from segdesk.charts.matrix import MatrixSpec
from segdesk.charts.palette import Palette
from segdesk.charts.profile import ParallelSpec, ProfileSpec, RadarSpec
from segdesk.charts.scatter import ScatterSpec
from segdesk.charts.specs import BarsSpec, DendrogramSpec, DonutSpec, Picture
from segdesk.charts.spread import SpreadSpec, StackSpec
from segdesk.errors import StoreError
from segdesk.paths import resource

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DOTS_PER_INCH = 300
"""Sharp in print; a dendrogram is 4,200 pixels wide."""

FONTS = ("Sora", "Noto Sans Ethiopic", "DejaVu Sans")
"""DejaVu comes with matplotlib and has the letters that the bundled fonts lack."""

COMPRESSION = 3
"""Half the time of Pillow's own 6, and files a tenth larger."""

FORMATS = {".png": "png", ".svg": "svg", ".pdf": "pdf"}

# The same chart is the same file, byte for byte: no dates, no random ids.
_METADATA: dict[str, dict[str, Any]] = {
    "png": {"Software": None},
    "svg": {"Date": None},
    "pdf": {"CreationDate": None},
}
_HASH_SALT = "segdesk"


def write_chart(spec: Picture, path: Path, *, palette: Palette) -> None:
    """Write a chart as PNG, SVG or PDF, by the suffix; an older file is replaced in one step.

    Raises
    ------
    StoreError
        ``chart.unknown_format``: another suffix. ``chart.cannot_write``: the disk says no; an
        older file is as it was.
    """
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        raise StoreError("chart.unknown_format", suffix=path.suffix or path.name)
    part = path.with_name(f".{path.stem}.{os.getpid()}.part")
    try:
        try:
            _write(spec, part, kind, palette)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError("chart.cannot_write", path=str(path)) from error


def picture_bytes(
    spec: Picture, kind: str, *, palette: Palette, dots: int = DOTS_PER_INCH
) -> tuple[bytes, tuple[float, float]]:
    """Draw a chart as the bytes of a "png", "svg" or "pdf", and give its size in inches."""
    file = io.BytesIO()
    width, height = _write(spec, file, kind, palette, dots)
    return file.getvalue(), (width, height)


def _write(
    spec: Picture, file: Path | io.BytesIO, kind: str, palette: Palette, dots: int = DOTS_PER_INCH
) -> tuple[float, float]:
    import matplotlib as mpl

    # A column may be called "income (k$)": a dollar sign is no formula.
    with (
        mpl.rc_context({"font.family": _families(), "text.parse_math": False, "svg.hashsalt": _HASH_SALT}),
        warnings.catch_warnings(),
    ):
        # A name in a script that no font has is drawn with boxes, as on screen.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure = _figure(spec, palette)
        options: dict[str, Any] = {"metadata": _METADATA[kind]}
        if kind == "png":
            options["pil_kwargs"] = {"compress_level": COMPRESSION}
        figure.savefig(file, format=kind, dpi=dots, facecolor=palette.code("card"), **options)
        width, height = figure.get_size_inches().tolist()
    return width, height


def _families() -> list[str]:
    """Register the bundled fonts; a family that isn't there would be complained about."""
    from matplotlib import font_manager

    known = {font.fname for font in font_manager.fontManager.ttflist}
    for font in sorted(resource("fonts").glob("*.ttf")):
        if str(font) not in known:
            font_manager.fontManager.addfont(str(font))
    names = {font.name for font in font_manager.fontManager.ttflist}
    return [family for family in FONTS if family in names]


def _figure(spec: Picture, palette: Palette) -> Figure:
    return drawers()[type(spec)](spec, palette)


def drawers() -> dict[type[Any], Callable[[Any, Palette], Figure]]:
    """Give who draws each kind of chart."""
    from segdesk.charts import drawing, drawing_curves, drawing_profiles, drawing_scatter, drawing_spread
    from segdesk.charts.drawing_flow import flow_figure
    from segdesk.charts.drawing_matrix import matrix_figure

    return {
        DonutSpec: drawing.donut_figure,
        BarsSpec: drawing.bars_figure,
        DendrogramSpec: drawing.dendrogram_figure,
        MatrixSpec: matrix_figure,
        FlowSpec: flow_figure,
        CurveSpec: drawing_curves.curve_figure,
        ScatterSpec: drawing_scatter.scatter_figure,
        ProfileSpec: drawing_profiles.profile_figure,
        RadarSpec: drawing_profiles.radar_figure,
        ParallelSpec: drawing_profiles.parallel_figure,
        SpreadSpec: drawing_spread.spread_figure,
        StackSpec: drawing_spread.stack_figure,
    }
