"""The charts of a run with their words, for the window's tabs and the command line's exports alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from segdesk import wording
from segdesk.charts import dendrogram
from segdesk.charts.specs import BarsSpec, DendrogramSpec, DonutSpec, Part, parts
from segdesk.model.result import Cut, Segmentation
from segdesk.text import t

DescribeRows = Callable[[Sequence[int]], Sequence[str]]
"""Names customers by their row indexes, e.g. by an identifier's values."""


def segment_parts(cut: Cut) -> tuple[Part, ...]:
    """Name the segments of a cut with their sizes and shares."""
    rows = sum(cut.sizes)
    return parts(
        wording.segment_names(cut),
        cut.sizes,
        figures=[wording.number(size) for size in cut.sizes],
        shares=[wording.percent(size / rows) for size in cut.sizes],
    )


def donut_of(cut: Cut) -> DonutSpec:
    """Show how the customers are divided."""
    rows = sum(cut.sizes)
    return DonutSpec(
        title=t("chart.donut_title"),
        parts=segment_parts(cut),
        centre=wording.number(rows),
        centre_label=t("chart.customers_word", customers=rows),
    )


def bars_of(cut: Cut) -> BarsSpec:
    """Show how large the segments are."""
    return BarsSpec(title=t("chart.bars_title"), parts=segment_parts(cut))


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
    """Show which customers belong together. Give ``tree`` where it has been grown already."""
    tree = tree or dendrogram.grow_tree(segmentation.linkage)
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
