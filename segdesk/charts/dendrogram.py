"""The tree of joins: laid out once for a run, coloured anew for every cut.

Only the last joins are laid out, so the layout takes the same time for a hundred customers as
for a million; nothing here recurses, so that a chain of a million joins is no danger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdesk.charts.palette import segment_role
from segdesk.charts.specs import DendrogramSpec, Part, Stroke

SHOWN_JOINS = 50
"""SegmentIQ's number: 51 leaves can still be told apart on a laptop's screen."""

NEUTRAL = "muted"
"""The colour role of what lies above the cut."""

ABOVE_CUT = -1
EXAMPLES = 3
"""As many customers as a tool tip names."""


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """The last joins of a linkage, laid out.

    Nodes are leaves from left to right, then joins from the lowest to the root. ``linkage`` is
    SciPy's, ``(rows - 1, 4)``. For each node: ``ids`` its number in the linkage, ``x`` and
    ``heights`` its place, ``customers`` how many it holds, ``parents`` the node it joins into
    (-1 for the root). ``children`` has shape ``(joins, 2)``; ``first_rows`` is one customer of
    each leaf.
    """

    linkage: NDArray[np.float64]
    ids: tuple[int, ...]
    x: NDArray[np.float64]
    heights: NDArray[np.float64]
    customers: NDArray[np.int64]
    parents: NDArray[np.int64]
    children: NDArray[np.int64]
    first_rows: tuple[int, ...]

    @property
    def rows(self) -> int:
        """How many customers there are."""
        return len(self.linkage) + 1

    @property
    def leaves(self) -> int:
        """How many leaves are shown."""
        return len(self.first_rows)

    @property
    def top(self) -> float:
        """The height of the highest join."""
        return float(self.heights[-1])

    @property
    def is_collapsed(self) -> bool:
        """Whether some leaves stand for more than one customer."""
        return self.leaves < self.rows


@dataclass(frozen=True, slots=True)
class Branch:
    """A node under the pointer: how many customers, in which segments, and some of their rows."""

    node: int
    customers: int
    segments: tuple[int, ...]
    rows: tuple[int, ...]


def grow_tree(linkage: NDArray[np.float64], *, joins: int = SHOWN_JOINS) -> Tree:
    """Lay out the last ``joins`` joins of a linkage, leaves in SciPy's order.

    ``joins`` is at least the greatest number of segments less one, so that every leaf lies in
    one segment.
    """
    rows = len(linkage) + 1
    shown = min(len(linkage), joins)
    first_join = 2 * rows - 1 - shown
    tail = linkage[-shown:]
    leaf_ids = _leaves_in_order(tail, first_join)
    leaves = len(leaf_ids)
    place = {node: position for position, node in enumerate(leaf_ids)}
    pairs = [place.get(int(node), int(node) - first_join + leaves) for node in tail[:, :2].flat]
    children = np.array(pairs, np.int64).reshape(shown, 2)
    x = np.concatenate([np.arange(leaves, dtype=np.float64), np.zeros(shown)])
    parents = np.full(leaves + shown, -1, np.int64)
    for join, (left, right) in enumerate(children, start=leaves):
        x[join] = (x[left] + x[right]) / 2
        parents[[left, right]] = join
    leaf_customers = [1 if node < rows else int(linkage[node - rows, 3]) for node in leaf_ids]
    return Tree(
        linkage=linkage,
        ids=(*leaf_ids, *range(first_join, first_join + shown)),
        x=x,
        heights=np.concatenate([np.zeros(leaves), tail[:, 2]]),
        customers=np.concatenate([np.array(leaf_customers, np.int64), tail[:, 3].astype(np.int64)]),
        parents=parents,
        children=children,
        first_rows=tuple(_some_rows(linkage, node, 1)[0] for node in leaf_ids),
    )


def _leaves_in_order(tail: NDArray[np.float64], first_join: int) -> list[int]:
    waiting, leaves = [first_join + len(tail) - 1], []
    while waiting:
        node = waiting.pop()
        if node < first_join:
            leaves.append(node)
        else:
            left, right = tail[node - first_join, :2]
            waiting += [int(right), int(left)]
    return leaves


def _some_rows(linkage: NDArray[np.float64], node: int, count: int) -> list[int]:
    rows, waiting, found = len(linkage) + 1, [node], list[int]()
    while waiting and len(found) < count:
        node = waiting.pop()
        if node < rows:
            found.append(node)
        else:
            # The smaller number is the older, shorter branch: a long chain isn't walked to its end.
            pair = sorted((int(linkage[node - rows, 0]), int(linkage[node - rows, 1])))
            waiting += reversed(pair)
    return found


def node_segments(tree: Tree, labels: NDArray[np.int8]) -> NDArray[np.int64]:
    """Give the segment that each node lies in, ``ABOVE_CUT`` for a join of several.

    ``labels`` are the customers' segments, shape ``(rows,)``.
    """
    result = np.full(len(tree.ids), ABOVE_CUT, np.int64)
    result[: tree.leaves] = labels[list(tree.first_rows)]
    for join, (left, right) in enumerate(tree.children, start=tree.leaves):
        if result[left] == result[right]:
            result[join] = result[left]
    return result


def cut_height(tree: Tree, segments: int) -> float:
    """Give a height that cuts the tree into so many segments: halfway between two joins."""
    heights = tree.heights[tree.leaves :]
    if not len(heights):  # one customer: there is nothing to cut
        return 0.0
    above = len(heights) - (segments - 1)
    below = heights[above - 1] if above > 0 else 0.0
    return float((below + heights[max(above, 0)]) / 2)


def segments_at(tree: Tree, height: float, cuts: Sequence[int]) -> int:
    """Give the number of segments that a cut at ``height`` makes, or the nearest of ``cuts``."""
    joins_above = int(np.count_nonzero(tree.heights[tree.leaves :] > height))
    return min(cuts, key=lambda segments: (abs(segments - joins_above - 1), segments))


def strokes(
    tree: Tree, segments: NDArray[np.int64], cut: float, roles: Sequence[str] = ()
) -> tuple[Stroke, ...]:
    """Give the tree's lines by colour, neutral first: segments' colours below the cut.

    ``roles`` are the segments' where they aren't those of their numbers. A stem that crosses the cut
    changes its colour there, so that a segment of one leaf has a colour too.
    """
    lines: dict[int, list[float]] = {ABOVE_CUT: []}
    for node, own in enumerate(segments.tolist()):
        x, low = float(tree.x[node]), float(tree.heights[node])
        mine = lines.setdefault(own, [])
        parent = int(tree.parents[node])
        if parent >= 0:
            high = float(tree.heights[parent])
            turn = high if segments[parent] == own else min(max(cut, low), high)
            mine += (x, low, x, turn)
            if turn < high:
                lines[ABOVE_CUT] += (x, turn, x, high)
        if node >= tree.leaves:
            left, right = tree.children[node - tree.leaves]
            mine += (float(tree.x[left]), low, float(tree.x[right]), low)
    return tuple(
        Stroke(role_of(segment, roles), tuple(flat[0::2]), tuple(flat[1::2]))
        for segment, flat in sorted(lines.items())
    )


def role_of(segment: int, roles: Sequence[str] = ()) -> str:
    """Give the colour role of a node in a segment, or above the cut."""
    if segment == ABOVE_CUT:
        return NEUTRAL
    return roles[segment] if roles else segment_role(segment)


def branch_strokes(tree: Tree, node: int) -> Stroke:
    """Give all lines of a node and what lies below it, for showing it off."""
    flat: list[float] = []
    waiting = [node]
    while waiting:
        here = waiting.pop()
        x, low = float(tree.x[here]), float(tree.heights[here])
        if tree.parents[here] >= 0:
            flat += (x, low, x, float(tree.heights[tree.parents[here]]))
        if here >= tree.leaves:
            pair = [int(child) for child in tree.children[here - tree.leaves]]
            flat += (float(tree.x[pair[0]]), low, float(tree.x[pair[1]]), low)
            waiting += pair
    return Stroke(NEUTRAL, tuple(flat[0::2]), tuple(flat[1::2]))


def node_near(tree: Tree, x: float, y: float, *, unit: tuple[float, float], reach: float) -> int | None:
    """Give the node whose stem or bar is nearest to a point, None beyond ``reach``.

    ``unit`` says how many pixels one step in x and one in height take; ``reach`` is in pixels.
    """
    heights, unit_x, unit_y = tree.heights, unit[0], unit[1]
    tops = np.where(tree.parents >= 0, heights[tree.parents], heights)
    stems = np.hypot((tree.x - x) * unit_x, (np.clip(y, heights, np.maximum(tops, heights)) - y) * unit_y)
    left, right = tree.x[tree.children[:, 0]], tree.x[tree.children[:, 1]]
    low, high = np.minimum(left, right), np.maximum(left, right)
    bars = np.hypot((np.clip(x, low, high) - x) * unit_x, (heights[tree.leaves :] - y) * unit_y)
    distances = stems
    distances[tree.leaves :] = np.minimum(stems[tree.leaves :], bars)
    nearest = int(np.argmin(distances))
    return nearest if distances[nearest] <= reach else None


def describe_branch(
    tree: Tree, node: int, segments: NDArray[np.int64], *, examples: int = EXAMPLES
) -> Branch:
    """Say who is in a node. ``segments`` is what ``node_segments`` gave for the cut in view."""
    waiting, inside = [node], set[int]()
    while waiting:
        here = waiting.pop()
        if segments[here] != ABOVE_CUT:
            inside.add(int(segments[here]))
        else:
            waiting += [int(child) for child in tree.children[here - tree.leaves]]
    rows = _some_rows(tree.linkage, tree.ids[node], examples)
    return Branch(node, int(tree.customers[node]), tuple(sorted(inside)), tuple(rows))


def dendrogram_spec(  # noqa: PLR0913 - each is one thing to say in the picture
    tree: Tree,
    segments: NDArray[np.int64],
    *,
    cut: float,
    title: str,
    axis: str,
    caption: str,
    cut_label: str,
    leaves: Sequence[str],
    parts: tuple[Part, ...],
) -> DendrogramSpec:
    """Make the picture of a tree cut at ``cut``, with the caller's words."""
    return DendrogramSpec(
        title=title,
        axis=axis,
        caption=caption,
        strokes=strokes(tree, segments, cut, [part.role for part in parts]),
        leaves=tuple(leaves),
        top=tree.top,
        cut=cut,
        cut_label=cut_label,
        parts=parts,
    )
