"""The charts of a run with their words, for the window's tabs and the command line's exports alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from segdesk.charts import dendrogram
from segdesk.charts.palette import OUTLIER_ROLE
from segdesk.charts.specs import BarsSpec, DendrogramSpec, DonutSpec, Part, parts
from segdesk.model.result import Cut, Segmentation
from segdesk.text import t
from segdesk.words import wording

DescribeRows = Callable[[Sequence[int]], Sequence[str]]
"""Names customers by their row indexes, e.g. by an identifier's values."""


def segment_parts(cut: Cut) -> tuple[Part, ...]:
    """Name the segments of a cut with their sizes and shares; who has no segment comes last."""
    rows = customers_of(cut)
    segments = parts(
        wording.segment_names(cut),
        cut.sizes,
        figures=[wording.number(size) for size in cut.sizes],
        shares=[wording.percent(size / rows) for size in cut.sizes],
        colours=cut.colours,
    )
    if not cut.outliers:
        return segments
    figure, share = wording.number(cut.outliers), wording.percent(cut.outliers / rows)
    return (*segments, Part(t("chart.no_segment"), cut.outliers, figure, share, OUTLIER_ROLE))


def customers_of(cut: Cut) -> int:
    """Count everybody, with those whom a density method left without a segment."""
    return sum(cut.sizes) + cut.outliers


def size_ratio(cut: Cut) -> str:
    """Say how unequal the segments are, empty where there is one only."""
    if len(cut.sizes) < 2:
        return ""
    return t("chart.size_ratio", ratio=wording.number(max(cut.sizes) / min(cut.sizes)))


def donut_of(cut: Cut) -> DonutSpec:
    """Show how the customers are divided."""
    rows = customers_of(cut)
    return DonutSpec(
        title=t("chart.donut_title"),
        parts=segment_parts(cut),
        centre=wording.number(rows),
        centre_label=t("chart.customers_word", customers=rows),
    )


def bars_of(cut: Cut) -> BarsSpec:
    """Show how large the segments are."""
    return BarsSpec(title=t("chart.bars_title"), parts=segment_parts(cut), note=size_ratio(cut))


def joins_caption(tree: dendrogram.Tree) -> str:
    """Say how much of the tree is shown."""
    kind = "joins_last" if tree.is_collapsed else "joins_all"
    return t(f"chart.{kind}", joins=len(tree.children), customers=tree.rows)


def leaf_words(tree: dendrogram.Tree, describe_rows: DescribeRows | None = None) -> tuple[str, ...]:
    """Say what each leaf is: a customer's name where it is known, or how many it holds."""
    alone = [leaf for leaf in range(tree.leaves) if tree.customers[leaf] == 1]
    words = [wording.number(int(count)) for count in tree.customers[: tree.leaves]]
    if describe_rows is not None and alone:
        for leaf, name in zip(alone, describe_rows([tree.first_rows[leaf] for leaf in alone]), strict=True):
            words[leaf] = name
    return tuple(words)


def dendrogram_of(
    segmentation: Segmentation,
    segments: int,
    *,
    tree: dendrogram.Tree | None = None,
    describe_rows: DescribeRows | None = None,
) -> DendrogramSpec:
    """Show which customers belong together. Give ``tree`` where it has been grown already.

    Only for a run that has a tree.
    """
    if tree is None:
        assert segmentation.linkage is not None  # only a method with a tree can show one
        tree = dendrogram.grow_tree(segmentation.linkage)
    nodes = dendrogram.node_segments(tree, segmentation.labels[segmentation.position(segments)])
    return dendrogram.dendrogram_spec(
        tree,
        nodes,
        cut=dendrogram.cut_height(tree, segments),
        title=t("chart.dendrogram_title"),
        axis=t("chart.dendrogram_axis"),
        caption=t("chart.dendrogram_caption", joins=joins_caption(tree)),
        cut_label=t("chart.cut_label", segments=segments),
        leaves=leaf_words(tree, describe_rows),
        parts=segment_parts(segmentation.cut(segments)),
    )
