"""Which files an export writes, with their words; the worker does the writing."""

from __future__ import annotations

from dataclasses import dataclass

from segdesk.charts.export import ChartFile, ExportRequest
from segdesk.charts.specs import Picture
from segdesk.model.lists import WorkbookWords
from segdesk.model.result import Segmentation
from segdesk.model.saved import RunInfo
from segdesk.text import t
from segdesk.words import captions, picture_captions, wording

LISTS, CHARTS_PNG, CHARTS_SVG, RECIPE, EVERYTHING = KINDS = (
    "lists",
    "charts_png",
    "charts_svg",
    "recipe",
    "all",
)


@dataclass(frozen=True, slots=True)
class ListWishes:
    """How customer lists are written: as a workbook or CSV files, with which columns in which order
    (none: all), whether those who asked not to be contacted are left out, of which segments (none: all;
    -1: customers without one), and whether CSV files come with a list of everybody.
    """

    is_workbook: bool = False
    columns: tuple[str, ...] = ()
    respects_opt_out: bool = True
    segments: tuple[int, ...] = ()
    with_everybody: bool = True


EVERY_COLUMN = ListWishes()


def export_request(
    segmentation: Segmentation,
    segments: int,
    kind: str = EVERYTHING,
    *,
    names: tuple[str, ...] | None = None,
    lists: ListWishes = EVERY_COLUMN,
    run: RunInfo | None = None,
) -> ExportRequest:
    """Say which files an export of one of ``KINDS`` writes; charts show the cut into ``segments``.

    ``names`` are the segments' names where the user gave some; ``run`` is told in a workbook's summary.
    """
    suffixes = {CHARTS_PNG: ("png",), CHARTS_SVG: ("svg",), EVERYTHING: ("png", "svg")}.get(kind, ())
    with_lists, with_recipe = kind in (LISTS, EVERYTHING), kind in (RECIPE, EVERYTHING)
    cut = segmentation.cut(segments)
    return ExportRequest(
        segments=segments,
        segment_names=(names or wording.segment_names(cut)) if with_lists else (),
        outliers=t("export.without_segment") if with_lists and cut.outliers else "",
        all_customers=t("export.all_customers") if with_lists and lists.with_everybody else "",
        charts=_charts(segmentation, segments, suffixes) if suffixes else (),
        recipe_file=t("export.recipe_file") if with_recipe else "",
        columns=lists.columns,
        respects_opt_out=lists.respects_opt_out,
        workbook=(
            workbook_words(run, is_part=bool(lists.segments)) if with_lists and lists.is_workbook else None
        ),
        only=lists.segments,
    )


def workbook_words(run: RunInfo | None = None, *, is_part: bool = False) -> WorkbookWords:
    """Give the words of a workbook of segments; ``is_part``: of some of them."""
    facts: tuple[tuple[str, str], ...] = ()
    if run is not None:
        facts = (
            (t("export.book_file"), run.dataset_name),
            (t("export.book_run"), f"{run.id} · {wording.run_title(run)}"),
        )
    return WorkbookWords(
        file_name=t("export.workbook"),
        summary=t("export.book_summary"),
        title=t("export.book_title"),
        facts=facts,
        number=t("export.book_number"),
        list_name=t("export.book_segment"),
        customers=t("export.book_customers"),
        share=t("export.book_share"),
        listed=t("export.book_listed"),
        left_out=t("export.book_left_out"),
        sheet=t("export.book_sheet"),
        total=t("export.book_total_part" if is_part else "export.book_total"),
        opt_out=t("export.book_opt_out"),
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
