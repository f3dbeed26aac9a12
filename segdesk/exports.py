"""Which files an export writes, with their words; the worker does the writing."""

from __future__ import annotations

from segdesk import captions, wording
from segdesk.charts.export import ChartFile, ExportRequest
from segdesk.model.result import Segmentation
from segdesk.text import t

LISTS, CHARTS_PNG, CHARTS_SVG, RECIPE, EVERYTHING = KINDS = (
    "lists",
    "charts_png",
    "charts_svg",
    "recipe",
    "all",
)


def export_request(segmentation: Segmentation, segments: int, kind: str = EVERYTHING) -> ExportRequest:
    """Say which files an export of one of ``KINDS`` writes; charts show the cut into ``segments``."""
    suffixes = {CHARTS_PNG: ("png",), CHARTS_SVG: ("svg",), EVERYTHING: ("png", "svg")}.get(kind, ())
    with_lists, with_recipe = kind in (LISTS, EVERYTHING), kind in (RECIPE, EVERYTHING)
    return ExportRequest(
        segments=segments,
        segment_names=wording.segment_names(segmentation.cut(segments)) if with_lists else (),
        all_customers=t("export.all_customers") if with_lists else "",
        charts=_charts(segmentation, segments, suffixes) if suffixes else (),
        recipe_file=t("export.recipe_file") if with_recipe else "",
    )


def _charts(segmentation: Segmentation, segments: int, suffixes: tuple[str, ...]) -> tuple[ChartFile, ...]:
    cut = segmentation.cut(segments)
    specs = (
        (t("export.chart_dendrogram"), captions.dendrogram_of(segmentation, segments)),
        (t("export.chart_donut"), captions.donut_of(cut)),
        (t("export.chart_bars"), captions.bars_of(cut)),
    )
    return tuple(ChartFile(f"{name}.{suffix}", spec) for name, spec in specs for suffix in suffixes)
