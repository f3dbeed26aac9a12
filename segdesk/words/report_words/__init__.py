"""A report's words: what it says on each page. The worker draws it."""

from __future__ import annotations

from dataclasses import replace

from segdesk.charts.dendrogram import grow_tree
from segdesk.charts.profile import ProfileSpec
from segdesk.charts.specs import DendrogramSpec, Part
from segdesk.model.report import Picture, ReportContent, Section
from segdesk.model.report_facts import ReportFacts
from segdesk.model.till import TillCard
from segdesk.text import t
from segdesk.text.writing import writing
from segdesk.words import captions, picture_captions
from segdesk.words.report_words.cards import who_they_are
from segdesk.words.report_words.cover import cover
from segdesk.words.report_words.how import decision_log, how_it_was_done
from segdesk.words.report_words.known import Known, is_few, shown_names
from segdesk.words.till_words import till_page

__all__ = ["Known", "report_content", "till_content"]

COLUMNS_SHOWN = 12
"""Rows of the heatmap: the most telling columns fill half a page."""


def report_content(known: Known, facts: ReportFacts) -> ReportContent:
    """Say all that a report says."""
    shown = replace(known, names=shown_names(known))
    sections = [
        who_they_are(shown, facts),
        _pictures(shown, facts),
        how_it_was_done(shown),
        decision_log(shown),
    ]
    if facts.till is not None:
        page = till_page(facts.till, shown.names, shown.cut.colours)
        sections.append(Section(t("report.till_title"), "", parts=(page,)))
    title = t("report.title_of", name=known.dataset.name)
    return ReportContent(title, title, writing().language, cover(shown, facts), tuple(sections))


def till_content(known: Known, card: TillCard) -> ReportContent:
    """Say what stands on a till card alone."""
    page = till_page(card, shown_names(known), known.cut.colours)
    title = t("report.till_of", name=known.dataset.name)
    section = Section(t("report.till_title"), "", parts=(page,))
    return ReportContent(title, title, writing().language, None, (section,))


def _pictures(known: Known, facts: ReportFacts) -> Section:
    seen = set(facts.hidden) if not known.is_full else set[str]()
    columns = tuple(column for column in facts.profile.columns if column.name not in seen)[:COLUMNS_SHOWN]
    parts: list[Picture] = []
    if columns:
        spec = picture_captions.profile_of(replace(facts.profile, columns=columns), known.cut)
        parts.append(Picture(_without_small(known, spec), ""))
    segmentation = known.segmentation
    if segmentation.linkage is not None:
        grown = grow_tree(segmentation.linkage)
        tree = captions.dendrogram_of(segmentation, known.segments, tree=grown)
        parts.append(Picture(_renamed(known, tree), captions.joins_caption(grown)))
    # Each customer is a dot: three of them alone would be three customers.
    few = any(is_few(known, size) for size in (*known.cut.sizes, known.cut.outliers))
    if segmentation.projection is not None and segmentation.projection.explained and not few:
        spread = picture_captions.map_of(segmentation, known.segments, axes=2)
        parts.append(
            Picture(replace(spread, parts=_named_parts(known, spread.parts), caption=""), spread.caption)
        )
    return Section(t("report.pictures_title"), t("report.pictures_intro"), parts=tuple(parts))


def _without_small(known: Known, spec: ProfileSpec) -> ProfileSpec:
    """Leave out the small segments, and name the others as the report does."""
    kept = [number for number, part in enumerate(spec.parts) if not is_few(known, part.size)]
    names = [*known.names, *(part.label for part in spec.parts[known.segments :])]
    return replace(
        spec,
        parts=tuple(replace(spec.parts[number], label=names[number]) for number in kept),
        cells=tuple(spec.cells[number] for number in kept),
    )


def _renamed(known: Known, spec: DendrogramSpec) -> DendrogramSpec:
    """Name the segments as the report does; on paper leaves are too small to read."""
    return replace(spec, parts=_named_parts(known, spec.parts), leaves=("",) * len(spec.leaves))


def _named_parts(known: Known, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    named = [*known.names, *(part.label for part in parts[known.segments :])]
    return tuple(replace(part, label=name) for part, name in zip(parts, named, strict=True))
