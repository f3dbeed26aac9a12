"""Profiles and maps of customers with their words, for the window's tabs and for files alike."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segdesk.charts import scatter
from segdesk.charts.curves import CurveSpec, ticks
from segdesk.charts.parts import Part
from segdesk.charts.profile import (
    FEWEST_AXES,
    MOST_AXES,
    MOST_LINES,
    Cell,
    ParallelSpec,
    ProfileSpec,
    RadarSpec,
)
from segdesk.charts.scatter import ScatterSpec
from segdesk.charts.specs import BarsSpec, DonutSpec, TableSpec
from segdesk.charts.spread import SpreadSpec, StackSpec
from segdesk.model.profile import (
    CategoryLine,
    CategoryProfile,
    ColumnProfile,
    MeasureLine,
    MeasureProfile,
    ProfileTable,
)
from segdesk.model.result import Cut, Projection, Segmentation
from segdesk.text import t
from segdesk.words import wording
from segdesk.words.captions import customers_of, segment_parts

LEAST_DIFFERENCE = 0.05
"""Standard deviations; less is written as no difference at all."""

TICKS = 5


def profile_of(table: ProfileTable, cut: Cut) -> ProfileSpec:
    """Show every column in every segment."""
    parts = segment_parts(cut)
    lines = zip(*(_cells(column, parts) for column in table.columns), strict=True)
    return ProfileSpec(
        title=t("chart.profile_title"),
        hint=t("chart.profile_hint"),
        columns=tuple(wording.column_words(column.name) for column in table.columns),
        parts=parts,
        cells=tuple(lines) if table.columns else ((),) * len(parts),
        overall_label=t("chart.all_customers"),
        overall=tuple(_overall_text(column) for column in table.columns),
    )


def _cells(column: ColumnProfile, parts: tuple[Part, ...]) -> list[Cell]:
    if isinstance(column, MeasureProfile):
        return [_measure_cell(column, line, part) for line, part in zip(column.lines, parts, strict=True)]
    return [_level_cell(column, line, part) for line, part in zip(column.lines, parts, strict=True)]


def _measure_cell(column: MeasureProfile, line: MeasureLine, part: Part) -> Cell:
    column_words = wording.column_words(column.name)
    if line.effect != line.effect:
        return Cell("–", line.effect, t("chart.cell_unknown", segment=part.label, column=column_words))
    value = wording.measure(column.name, column.kind, line.marks[2])
    direction = "same" if abs(line.effect) < LEAST_DIFFERENCE else "up" if line.effect > 0 else "down"
    says = t(
        "chart.cell_measure",
        direction=direction,
        segment=part.label,
        column=column_words,
        value=value,
        overall=wording.measure(column.name, column.kind, column.overall.marks[2]),
        effect=wording.number(abs(line.effect), 1),
    )
    return Cell(value, line.effect, says)


def _level_cell(column: CategoryProfile, line: CategoryLine, part: Part) -> Cell:
    column_words = wording.column_words(column.name)
    if line.commonest < 0:
        return Cell("–", line.effect, t("chart.cell_unknown", segment=part.label, column=column_words))
    level, share = column.levels[line.commonest], wording.percent(line.shares[line.commonest])
    says = t(
        "chart.cell_level",
        segment=part.label,
        column=column_words,
        level=level,
        share=share,
        overall=wording.percent(column.overall.shares[line.commonest]),
    )
    return Cell(f"{level} {share}", line.effect, says)


def _overall_text(column: ColumnProfile) -> str:
    if isinstance(column, MeasureProfile):
        return wording.measure(column.name, column.kind, column.overall.marks[2])
    commonest = column.overall.commonest
    return f"{column.levels[commonest]} {wording.percent(column.overall.shares[commonest])}"


def radar_of(table: ProfileTable, cut: Cut) -> RadarSpec | None:
    """Show each segment's shape over the most telling measures; None where there are too few."""
    measures = table.measures[:MOST_AXES]
    if len(measures) < FEWEST_AXES:
        return None
    return RadarSpec(
        title=t("chart.radar_title"),
        note=t("chart.radar_note"),
        axes=tuple(wording.column_words(column.name) for column in measures),
        parts=segment_parts(cut),
        values=tuple(zip(*([line.ranks[1] for line in column.lines] for column in measures), strict=True)),
    )


def parallel_of(table: ProfileTable, cut: Cut) -> ParallelSpec | None:
    """Show segments as lines across the most telling measures; None where there is but one."""
    measures = table.measures[:MOST_LINES]
    if len(measures) < 2:
        return None
    quartiles = [[[line.ranks[place] for line in column.lines] for column in measures] for place in range(3)]
    lows, middles, highs = (tuple(zip(*of_columns, strict=True)) for of_columns in quartiles)
    figures = [
        [wording.measure(column.name, column.kind, line.marks[2]) for line in column.lines]
        for column in measures
    ]
    return ParallelSpec(
        title=t("chart.parallel_title"),
        note=t("chart.parallel_note"),
        axes=tuple(wording.column_words(column.name) for column in measures),
        bottoms=tuple(wording.measure(column.name, column.kind, column.low) for column in measures),
        tops=tuple(wording.measure(column.name, column.kind, column.high) for column in measures),
        parts=segment_parts(cut),
        middles=middles,
        lows=lows,
        highs=highs,
        figures=tuple(zip(*figures, strict=True)),
    )


def spread_of(column: ColumnProfile, cut: Cut) -> SpreadSpec | StackSpec:
    """Show how one column is spread in each segment."""
    title = t("chart.spread_title", column=wording.column_words(column.name))
    parts = segment_parts(cut)
    if isinstance(column, CategoryProfile):
        rest = (t("chart.rest_levels"),) if column.has_rest else ()
        return StackSpec(
            title=title,
            note=t("chart.stack_note"),
            levels=(*column.levels, *rest),
            parts=parts,
            shares=tuple(line.shares for line in (*column.lines, column.overall)),
            overall_label=t("chart.all_customers"),
        )
    return SpreadSpec(
        title=title,
        note=t("chart.spread_note"),
        low=column.low,
        high=column.high,
        ticks=tuple(
            (place, wording.measure(column.name, column.kind, place))
            for place in ticks(column.low, column.high, about=TICKS)
        ),
        parts=parts,
        marks=tuple(line.marks for line in column.lines),
        densities=tuple(line.density for line in column.lines),
        says=tuple(_spread_says(column, line, part) for line, part in zip(column.lines, parts, strict=True)),
        middle=column.overall.marks[2],
        middle_label=t("chart.middle_customer"),
    )


def _spread_says(column: MeasureProfile, line: MeasureLine, part: Part) -> str:
    p5, p25, p50, p75, p95 = (wording.measure(column.name, column.kind, mark) for mark in line.marks)
    return t("chart.spread_says", segment=part.label, p5=p5, p25=p25, p50=p50, p75=p75, p95=p95)


def map_of(segmentation: Segmentation, segments: int, *, axes: int) -> ScatterSpec:
    """Show the customers on the first two or three directions. Only for a run with a projection."""
    projection = segmentation.projection
    assert projection is not None  # only a run of an older SegDesk has none, and no map
    cut = segmentation.cut(segments)
    labels = segmentation.labels[segmentation.position(segments)]
    everybody = scatter.place_customers(projection, axes)
    numbers = scatter.part_numbers(labels, segments)
    frame = scatter.frame_of(everybody)
    parts = segment_parts(cut)
    words = [feature_words(column) for column in projection.columns]
    arrows = scatter.strongest_arrows(projection, axes, words)
    many = len(numbers) > scatter.MOST_POINTS
    rows = scatter.sample_rows(numbers)
    return ScatterSpec(
        title=t("chart.map_title"),
        axes=tuple(axis_title(projection, axis, is_short=axes > scatter.FLAT_AXES) for axis in range(axes)),
        rows=rows,
        points=everybody[rows],
        numbers=numbers[rows],
        parts=parts,
        arrows=arrows,
        frame=frame,
        radius=scatter.arrow_radius(frame, arrows),
        caption=_map_caption(len(rows), customers_of(cut), is_flat=axes == 2),
        density=scatter.density_of(everybody, numbers, len(parts), frame) if many and axes == 2 else None,
    )


def _map_caption(shown: int, customers: int, *, is_flat: bool) -> str:
    if shown == customers:
        return t("chart.map_all", customers=customers)
    return t("chart.map_density" if is_flat else "chart.map_sample", shown=shown, customers=customers)


def axis_title(projection: Projection, axis: int, *, is_short: bool = False) -> str:
    """Name a direction with the share of the differences that it shows."""
    if axis >= len(projection.explained):
        return t("chart.map_axis_spread")
    share = wording.percent(projection.explained[axis])
    return t("chart.map_axis_short" if is_short else "chart.map_axis", number=axis + 1, share=share)


def feature_words(feature: str) -> str:
    """Write a feature's name as words: ``membership_tier=Gold`` becomes "membership tier Gold"."""
    column, equals, level = feature.partition("=")
    return f"{wording.column_words(column)} {level}" if equals else wording.column_words(column)


def map_customers_of(segmentation: Segmentation, segments: int, names: tuple[str, ...]) -> TableSpec:
    """Give the place of every customer drawn on the map, for a spreadsheet."""
    projection = segmentation.projection
    assert projection is not None  # only a run of an older SegDesk has none, and no map
    labels = segmentation.labels[segmentation.position(segments)]
    numbers = scatter.part_numbers(labels, segments)
    rows = scatter.sample_rows(numbers)
    told = (*names, t("chart.no_segment"))
    axes = projection.coordinates.shape[1]
    places: NDArray[np.float64] = projection.coordinates[rows].astype(np.float64).round(6)
    return TableSpec(
        title=t("chart.map_title"),
        headers=(
            t("chart.row_word"),
            t("chart.segment_word"),
            *(axis_title(projection, axis) for axis in range(axes)),
        ),
        rows=tuple(
            (row + 1, told[number], *place)
            for row, number, place in zip(rows.tolist(), numbers[rows].tolist(), places.tolist(), strict=True)
        ),
    )


def map_centres_of(segmentation: Segmentation, segments: int) -> TableSpec:
    """Give where each segment's middle is on each direction."""
    projection = segmentation.projection
    assert projection is not None  # only a run of an older SegDesk has none, and no map
    labels = segmentation.labels[segmentation.position(segments)]
    numbers = scatter.part_numbers(labels, segments)
    parts = segment_parts(segmentation.cut(segments))
    axes = range(projection.coordinates.shape[1])
    sizes = np.bincount(numbers, minlength=len(parts))
    sums = [
        np.bincount(numbers, weights=projection.coordinates[:, axis], minlength=len(parts)) for axis in axes
    ]
    centres = (np.array(sums) / np.maximum(sizes, 1)).T.tolist()
    return TableSpec(
        title=t("chart.map_title"),
        headers=(
            t("chart.segment_word"),
            t("chart.customers_heading"),
            *(axis_title(projection, axis) for axis in axes),
        ),
        rows=tuple(
            (part.label, part.figure, *(wording.number(value, 2) for value in centre))
            for part, centre in zip(parts, centres, strict=True)
        ),
    )


def twin_of(
    spec: DonutSpec | BarsSpec | ProfileSpec | RadarSpec | ParallelSpec | SpreadSpec | StackSpec | CurveSpec,
) -> TableSpec:
    """Give a picture's figures as a table."""
    segment = t("chart.segment_word")
    match spec:
        case DonutSpec() | BarsSpec():
            sizes = tuple((part.label, part.size, part.share) for part in spec.parts)
            words = (segment, t("chart.customers_heading"), t("chart.share_word"))
            return TableSpec(spec.title, words, sizes)
        case ProfileSpec():
            lines = [
                (part.label, *(cell.text for cell in cells))
                for part, cells in zip(spec.parts, spec.cells, strict=True)
            ]
            return TableSpec(
                spec.title, (segment, *spec.columns), (*lines, (spec.overall_label, *spec.overall))
            )
        case RadarSpec():
            return _shares(spec.title, spec.axes, spec.parts, spec.values)
        case ParallelSpec():
            figures = zip(spec.parts, spec.figures, strict=True)
            return TableSpec(
                spec.title, (segment, *spec.axes), tuple((part.label, *line) for part, line in figures)
            )
        case SpreadSpec():
            headers = (segment, *(t(f"chart.{key}") for key in _MARK_WORDS))
            marks = zip(spec.parts, spec.marks, strict=True)
            return TableSpec(spec.title, headers, tuple((part.label, *line) for part, line in marks))
        case StackSpec():
            everybody = Part(spec.overall_label, 0, "", "", "muted")
            return _shares(spec.title, spec.levels, (*spec.parts, everybody), spec.shares)
        case CurveSpec():
            points = tuple(zip(spec.x, spec.y, strict=True))
            return TableSpec(spec.title, (spec.x_label, spec.y_label), points)


_MARK_WORDS = ("percentile_5", "quartile_low", "median_word", "quartile_high", "percentile_95")


def _shares(
    title: str,
    columns: tuple[str, ...],
    parts: tuple[Part, ...],
    values: tuple[tuple[float, ...], ...],
) -> TableSpec:
    lines = (
        (part.label, *(wording.percent(value) if value == value else "–" for value in line))
        for part, line in zip(parts, values, strict=True)
    )
    return TableSpec(title, (t("chart.segment_word"), *columns), tuple(lines))
