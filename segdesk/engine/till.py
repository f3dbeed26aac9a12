"""The till card: a shallow tree on what can be asked at the till, with its measured agreement."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedKFold
from sklearn.tree import DecisionTreeClassifier

from segdesk.engine.contact import may_tell
from segdesk.engine.naming import names_person
from segdesk.errors import RunError
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Table
from segdesk.model.till import TillCard, TillNode
from segdesk.model.words import words

MOST_LEVELS = 12
"""Nobody at a till reads out more kinds of anything."""

MOST_QUESTIONS = 5
LEAVES = (4, 6, 8)
"""Numbers of answers that are tried; eight fill a page."""

WORTH = 0.01
"""A card with more answers must agree better by so much."""

ROWS = 20_000
"""A tree of eight answers from more customers is the same."""

FOLDS = 5
_LEAST_LEAF, _LEAF_SHARE = 5, 0.01
_STEPS = 20
"""Limits are rounded to a power of ten below this part of the middle half: ages to years."""

_ROLES = (ColumnRole.MEASURE, ColumnRole.CATEGORY, ColumnRole.DESCRIBE)
_PERSONAL = frozenset({"reason.email", "reason.phone", "reason.person_name", "reason.near_copy"})


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NOT_ASKED = _set(
    """score index rating rank rfm recency monetary probability propensity ratio share pct percent percentage
    days date spend spent spending sales revenue turnover amount amt mnt charges payment payments balance debt
    profit margin discount total sum average avg mean income salary wage wages earnings einkommen gehalt
    umsatz cluster segment ገቢ ሽያጭ ወጪ"""
)
"""What customers can't know, what only the till knows, and what nobody likes to be asked in a queue."""

Booleans = NDArray[np.bool_]
Labels = NDArray[np.int64]


def askable(summaries: Iterable[ColumnSummary]) -> tuple[str, ...]:
    """Give the columns that can be asked at the till.

    Categories with up to ``MOST_LEVELS`` levels, and measures; not those whose name has a word for
    something worked out, for sums of money, for income or for people's names.
    """
    return tuple(
        summary.name
        for summary in summaries
        if summary.role in _ROLES
        and _NOT_ASKED.isdisjoint(words(summary.name))
        and not names_person(summary.name)
        and not may_tell([summary.name])
        and (summary.reason is None or summary.reason.code not in _PERSONAL)
        and (_is_measure(summary) or 2 <= summary.distinct <= MOST_LEVELS)
    )


def _is_measure(summary: ColumnSummary) -> bool:
    return summary.kind is Kind.NUMBER and summary.role is not ColumnRole.CATEGORY


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """One yes-or-no question or one number: a feature of the tree."""

    column: str
    kind: Kind
    level: str
    values: NDArray[np.float64]
    step: float


def till_card(
    table: Table, labels: NDArray[np.int8], segments: int, *, categories: Iterable[str] = (), seed: int = 0
) -> TillCard:
    """Make the card from all customers, and measure it on customers that it wasn't made from.

    Parameters
    ----------
    table
        The columns that may be asked.
    labels
        Shape ``(rows,)``; outliers (-1) are left out.
    categories
        Columns of numbers that stand for kinds.

    Raises
    ------
    RunError
        ``till.no_columns``: nothing can be asked. ``till.no_answer``: what can be asked doesn't tell
        the segments apart better than naming the largest one.
    """
    rows = np.flatnonzero(labels >= 0)
    if len(rows) > ROWS:
        rows = np.sort(np.random.default_rng(seed).choice(rows, ROWS, replace=False))
    asked = [each for column in table.columns for each in _questions(column, rows, set(categories))]
    truth = labels[rows].astype(np.int64)
    folds = min(FOLDS, int(np.bincount(truth, minlength=segments).min()))
    if not asked or folds < 2:
        raise RunError("till.no_columns")
    tried = {leaves: _held_out(asked, truth, leaves, folds, seed) for leaves in LEAVES}
    best = max(float(right.mean()) for right in tried.values())
    leaves = next(count for count, right in tried.items() if right.mean() >= best - WORTH)
    right = tried[leaves]
    nodes = _grown(asked, truth, leaves)
    chance = float(np.bincount(truth).max() / len(truth))
    agreement = float(right.mean())
    error = 1.96 * math.sqrt(agreement * (1 - agreement) / len(truth))
    if len(nodes) == 1 or agreement - error <= chance:  # on noise half of all cards are a little above it
        raise RunError("till.no_answer")
    return TillCard(
        nodes=nodes,
        segments=segments,
        questions=_depth(nodes, 0),
        agreement=agreement,
        low=max(agreement - error, 0.0),
        high=min(agreement + error, 1.0),
        chance=chance,
        found=tuple(float(right[truth == segment].mean()) for segment in range(segments)),
        customers=len(truth),
        folds=folds,
    )


def _questions(column: Column, rows: NDArray[np.int64], categories: set[str]) -> list[_Asked]:
    values, name = column.values[rows], column.name
    if column.kind is Kind.TEXT:
        return [
            _Asked(name, Kind.TEXT, level, (values == code).astype(float), 0.0)
            for code, level in enumerate(column.levels)
            if (values == code).any()
        ]
    if column.kind is not Kind.NUMBER:
        return []
    if name in categories:
        return [
            _Asked(name, Kind.TEXT, f"{value:g}", (values == value).astype(float), 0.0)
            for value in np.unique(values[~np.isnan(values)])
        ]
    known = values[~np.isnan(values)]
    if not len(known):
        return []
    # Who can't say counts as no, so a missing value is never below a limit.
    return [_Asked(name, Kind.NUMBER, "", np.where(np.isnan(values), np.inf, values), _step(known))]


def _step(values: NDArray[np.float64]) -> float:
    low, high = np.percentile(values, [25, 75])
    spread = (high - low) or float(np.ptp(values)) or 1.0
    step = 10.0 ** math.floor(math.log10(spread / _STEPS))
    return max(step, 1.0) if (values == np.round(values)).all() else step


def _held_out(asked: Sequence[_Asked], truth: Labels, leaves: int, folds: int, seed: int) -> Booleans:
    """Tell which customers are named rightly by a card made from the others."""
    right = np.zeros(len(truth), dtype=np.bool_)
    splitter = StratifiedKFold(folds, shuffle=True, random_state=seed)
    for train, test in splitter.split(np.zeros((len(truth), 1)), truth):
        nodes = _grown([replace(each, values=each.values[train]) for each in asked], truth[train], leaves)
        named = _named(nodes, {(e.column, e.level): e.values[test] for e in asked}, len(test))
        right[test] = named == truth[test]
    return right


def _grown(asked: Sequence[_Asked], truth: Labels, leaves: int) -> tuple[TillNode, ...]:
    """Grow a tree and round its limits."""
    matrix = np.column_stack([np.minimum(each.values, 1e30) for each in asked])
    least = max(_LEAST_LEAF, int(_LEAF_SHARE * len(truth)))
    model = DecisionTreeClassifier(
        max_depth=MOST_QUESTIONS, max_leaf_nodes=leaves, min_samples_leaf=least, random_state=0
    ).fit(matrix, truth)
    tree = model.tree_
    nodes: list[TillNode] = []

    def add(at: int, rows: NDArray[np.int64]) -> int:
        counts = np.bincount(truth[rows]) if len(rows) else np.bincount(truth)
        segment = int(counts.argmax())
        place = len(nodes)
        nodes.append(TillNode(segment, len(rows), float(counts.max() / counts.sum())))
        if tree.children_left[at] < 0 or not len(rows):
            return place
        question = asked[tree.feature[at]]
        if question.kind is Kind.NUMBER:
            limit = _rounded(float(tree.threshold[at]), question.step)
            says_yes, yes, no = question.values[rows] < limit, tree.children_left[at], tree.children_right[at]
        else:
            limit = 0.0
            says_yes, yes, no = question.values[rows] > 0, tree.children_right[at], tree.children_left[at]
        first = add(yes, rows[says_yes])
        second = add(no, rows[~says_yes])
        ends = nodes[first], nodes[second]
        if not (ends[0].is_question or ends[1].is_question) and ends[0].segment == ends[1].segment:
            del nodes[place + 1 :]  # whatever the answer, it is the same segment
            return place
        nodes[place] = replace(
            nodes[place],
            column=question.column,
            kind=question.kind,
            level=question.level,
            limit=limit,
            yes=first,
            no=second,
        )
        return place

    add(0, np.arange(len(truth)))
    return tuple(nodes)


def _rounded(threshold: float, step: float) -> float:
    """Give a round limit that values at or below the tree's threshold are still below."""
    return (math.floor(threshold / step) + 1) * step if step >= 1 else round(threshold / step) * step


def _named(
    nodes: tuple[TillNode, ...], values: dict[tuple[str, str], NDArray[np.float64]], rows: int
) -> Labels:
    """Ask every customer."""
    result = np.zeros(rows, dtype=np.int64)
    waiting = [(0, np.arange(rows))]
    while waiting:
        at, here = waiting.pop()
        node = nodes[at]
        if not node.is_question:
            result[here] = node.segment
            continue
        answers = values[node.column, node.level][here]
        says_yes = answers < node.limit if node.kind is Kind.NUMBER else answers > 0
        waiting += [(node.yes, here[says_yes]), (node.no, here[~says_yes])]
    return result


def _depth(nodes: tuple[TillNode, ...], at: int) -> int:
    node = nodes[at]
    return 1 + max(_depth(nodes, node.yes), _depth(nodes, node.no)) if node.is_question else 0
