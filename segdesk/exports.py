"""Which files an export writes, with their words; the worker does the writing."""

from __future__ import annotations

from segdesk import captions, picture_captions, wording
from segdesk.charts.export import ChartFile, ExportRequest
from segdesk.charts.specs import Picture
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
    cut = segmentation.cut(segments)
    return ExportRequest(
        segments=segments,
        segment_names=wording.segment_names(cut) if with_lists else (),
        outliers=t("export.without_segment") if with_lists and cut.outliers else "",
        all_customers=t("export.all_customers") if with_lists else "",
        charts=_charts(segmentation, segments, suffixes) if suffixes else (),
        recipe_file=t("export.recipe_file") if with_recipe else "",
    )


def _charts(segmentation: Segmentation, segments: int, suffixes: tuple[str, ...]) -> tuple[ChartFile, ...]:
    cut = segmentation.cut(segments)
    specs: list[tuple[str, Picture]] = []
    if segmentation.linkage is not None:
        specs.append((t("export.chart_dendrogram"), captions.dendrogram_of(segmentation, segments)))
    specs += [
        (t("export.chart_donut"), captions.donut_of(cut)),
        (t("export.chart_bars"), captions.bars_of(cut)),
    ]
    if segmentation.projection is not None and segmentation.projection.explained:
        specs.append((t("export.chart_map"), picture_captions.map_of(segmentation, segments, axes=2)))
    return tuple(ChartFile(f"{name}.{suffix}", spec) for name, spec in specs for suffix in suffixes)
