"""One sentence that finds a segment's customers, from a shallow tree, with what it finds on others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.tree import DecisionTreeClassifier

from segdesk.engine.profiles import Category, Measure
from segdesk.model.portrait import Condition, Rule

DEPTH = 3
"""Conditions in a sentence: who hears a fourth has forgotten the first."""

MOST_NAMED = 5
"""Levels that one condition may name."""

MOST_LEVELS = 20
"""Of a category; of more, a set that fits by chance is always found."""

ROWS = 10_000
"""A rule is made from so many customers, and measured on them: from more it is the same."""

FOLDS = 5
FEWEST_HELD_OUT = 10
"""Customers of a segment; of fewer a fifth is nobody."""

WORTH = 0.01
"""A further condition must better the harmonic mean of coverage and precision by so much."""

USEFUL = 0.4
"""Below this harmonic mean of coverage and precision a sentence misleads more than it tells."""

_LEAF_SHARE, _LEAF = 0.005, 5
_STEPS = 20
"""Limits are rounded to a power of ten below this part of the middle half: incomes to thousands."""

Booleans = NDArray[np.bool_]
Integers = NDArray[np.int64]
Column = Measure | Category


class _Raw:
    """The values that rules speak of, by column, in full length."""

    def __init__(self, columns: Sequence[Column], rows: int) -> None:
        self.columns = [c for c in columns if isinstance(c, Measure) or len(c.levels) <= MOST_LEVELS]
        self.numbers: dict[str, NDArray[np.float64]] = {}
        self.codes: dict[str, Integers] = {}
        self.steps: dict[str, float] = {}
        for column in self.columns:
            if isinstance(column, Measure):
                values = np.full(rows, np.nan)
                values[column.rows] = column.values
                self.numbers[column.name] = values
                self.steps[column.name] = _step(column.values)
            else:
                self.codes[column.name] = column.codes

    def part(self, rows: Integers) -> dict[str, NDArray[np.float64] | Integers]:
        every: dict[str, NDArray[np.float64] | Integers] = {**self.numbers, **self.codes}
        return {name: values[rows] for name, values in every.items()}


def rules(
    columns: Sequence[Column], labels: NDArray[np.int8], segments: int, *, seed: int
) -> tuple[Rule | None, ...]:
    """Find for each segment the sentence that tells its customers from all others.

    Parameters
    ----------
    columns
        What rules may speak of, as ``profiles.prepared`` gives it; categories of more than
        ``MOST_LEVELS`` levels are passed over.
    labels
        Shape ``(rows,)``; customers without a segment (-1) are among the others.
    seed
        Picks the customers where there are more than ``ROWS``, and parts them into ``FOLDS``.

    Returns
    -------
    Up to ``DEPTH`` conditions that must all hold: the path to one node of a classification tree, that
    with the best harmonic mean of coverage and precision, so that a sentence neither finds half of
    everybody nor a handful. Both figures are measured on customers whom the rule wasn't made from: each
    fifth of the customers by a rule from the other four. None where no sentence reaches ``USEFUL``.

    Source
    ------
    Breiman, Friedman, Olshen & Stone (1984), Classification and Regression Trees; their section 4.2.2
    for levels in the order of their share of the segment, which makes the best set of levels a limit.
    """
    dice = np.random.default_rng(seed)
    count = len(labels)
    kept = np.sort(dice.permutation(count)[:ROWS])
    raw = _Raw(columns, count)
    values = raw.part(kept)
    own = labels[kept]
    fold = _folds(own, dice)
    return tuple(_rule(raw, values, own == segment, fold) for segment in range(segments))


def _folds(own: NDArray[np.int8], dice: np.random.Generator) -> Integers:
    """Part customers so that every fold holds the same share of each segment."""
    shuffled = dice.permutation(len(own))
    order = shuffled[np.argsort(own[shuffled], kind="stable")]
    fold = np.empty(len(own), dtype=np.int64)
    fold[order] = np.arange(len(own)) % FOLDS
    return fold


Values = dict[str, NDArray[np.float64] | Integers]


def _rule(raw: _Raw, values: Values, target: Booleans, fold: Integers) -> Rule | None:
    if not raw.columns or not target.any() or target.all():
        return None
    conditions = _best(raw, values, target)
    if not conditions:
        return None
    is_held_out = int(target.sum()) >= FEWEST_HELD_OUT
    if is_held_out:
        found = np.zeros(len(target), dtype=np.bool_)
        for each in range(FOLDS):
            test = fold == each
            train = {name: column[~test] for name, column in values.items()}
            made = _best(raw, train, target[~test])
            if made:
                found[test] = _meets(raw, {name: column[test] for name, column in values.items()}, made)
    else:
        found = _meets(raw, values, conditions)
    both, finds = int((found & target).sum()), int(found.sum())
    if not finds or _harmonic(found, target) < USEFUL:
        return None
    return Rule(conditions, both / int(target.sum()), both / finds, is_held_out)


def _best(raw: _Raw, values: Values, target: Booleans) -> tuple[Condition, ...]:
    """Give the conditions on the way to the best node of a tree, the fewest that do."""
    if not target.any():
        return ()
    orders = {name: _order(values[name], target, len(levels)) for name, levels in _levels(raw)}
    matrix = np.column_stack([_filled(values[c.name], orders.get(c.name)) for c in raw.columns])
    leaf = max(_LEAF, int(_LEAF_SHARE * len(target)))
    tree = DecisionTreeClassifier(
        max_depth=DEPTH, min_samples_leaf=leaf, class_weight="balanced", random_state=0
    )
    tree.fit(matrix, target)
    best: tuple[Condition, ...] = ()
    best_worth = 0.0
    for path in _paths(tree):
        conditions = _conditions(raw, path, orders)
        if conditions is None:
            continue
        worth = _harmonic(_meets(raw, values, conditions), target) - WORTH * len(conditions)
        if worth > best_worth:
            best, best_worth = conditions, worth
    return _shortened(raw, values, target, best)


def _shortened(
    raw: _Raw, values: Values, target: Booleans, conditions: tuple[Condition, ...]
) -> tuple[Condition, ...]:
    """Leave out conditions without which the rule is as good."""
    while len(conditions) > 1:
        now = _harmonic(_meets(raw, values, conditions), target)
        shorter = [conditions[:i] + conditions[i + 1 :] for i in range(len(conditions))]
        scores = [_harmonic(_meets(raw, values, each), target) for each in shorter]
        if max(scores) < now - WORTH:
            break
        conditions = shorter[int(np.argmax(scores))]
    return conditions


def _levels(raw: _Raw) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((column.name, column.levels) for column in raw.columns if isinstance(column, Category))


def _order(codes: Integers | NDArray[np.float64], target: Booleans, levels: int) -> Integers:
    """Give the levels by their share of the segment, from the smallest; a level that few have counts less."""
    known = codes >= 0
    held = codes[known].astype(np.int64)
    all_of, own = np.bincount(held, minlength=levels), np.bincount(held[target[known]], minlength=levels)
    share = (own + target.mean()) / (all_of + 1)
    return np.argsort(share, kind="stable")


def _filled(values: NDArray[np.float64] | Integers, order: Integers | None) -> NDArray[np.float64]:
    if order is not None:
        place = np.empty(len(order) + 1)
        place[order] = np.arange(len(order))
        place[-1] = -1.0  # a missing level stands below all others
        return np.asarray(place[values.astype(np.int64)])
    known = values[np.isfinite(values)]
    return np.where(np.isfinite(values), values, np.median(known) if len(known) else 0.0)


Path = tuple[tuple[int, bool, float], ...]
"""Steps down a tree: the column's position, whether to the smaller values, and the limit."""


def _paths(tree: DecisionTreeClassifier) -> Iterator[Path]:
    """Give the way to each node of a tree but its root."""
    made = tree.tree_
    waiting: list[tuple[int, Path]] = [(0, ())]
    while waiting:
        node, path = waiting.pop()
        if path:
            yield path
        if made.children_left[node] >= 0:
            column, limit = int(made.feature[node]), float(made.threshold[node])
            waiting.append((int(made.children_left[node]), (*path, (column, True, limit))))
            waiting.append((int(made.children_right[node]), (*path, (column, False, limit))))


def _conditions(raw: _Raw, path: Path, orders: dict[str, Integers]) -> tuple[Condition, ...] | None:
    """Turn steps into conditions, one for each column; None where one can't be said shortly."""
    low: dict[int, float] = {}
    high: dict[int, float] = {}
    for column, is_below, limit in path:
        if is_below:
            high[column] = min(limit, high.get(column, math.inf))
        else:
            low[column] = max(limit, low.get(column, -math.inf))
    made = []
    for position in dict.fromkeys(column for column, _, _ in path):
        condition = _condition(raw.columns[position], low.get(position), high.get(position), raw, orders)
        if condition is None:
            return None
        made.append(condition)
    return tuple(made)


def _condition(
    column: Column, low: float | None, high: float | None, raw: _Raw, orders: dict[str, Integers]
) -> Condition | None:
    if isinstance(column, Category):
        places = np.arange(len(column.levels))
        inside = (places > (-math.inf if low is None else low)) & (
            places <= (math.inf if high is None else high)
        )
        codes = np.sort(orders[column.name][inside])
        if not 0 < len(codes) <= min(MOST_NAMED, len(column.levels) - 1):
            return None
        return Condition(column.name, levels=tuple(column.levels[code] for code in codes))
    step = raw.steps[column.name]
    low, high = (None if limit is None else _rounded(limit, step) for limit in (low, high))
    if low is not None and high is not None and low >= high:
        return None
    return Condition(column.name, low, high, kind=column.kind)


def _step(ordered: NDArray[np.float64]) -> float:
    """Give what limits are rounded to: whole numbers stay whole."""
    lower, upper = np.percentile(ordered, (25, 75))
    spread = float(upper - lower) or float(ordered[-1] - ordered[0])
    step = 10.0 ** math.floor(math.log10(spread / _STEPS))
    is_whole = bool((ordered == np.floor(ordered)).all())
    return max(step, 1.0) if is_whole else step


def _rounded(limit: float, step: float) -> float:
    # Of whole numbers 31.5 parts the same as 32 does, since what is below is below.
    return round(math.ceil(limit / step) * step, 12)


def _meets(raw: _Raw, values: Values, conditions: Sequence[Condition]) -> Booleans:
    """Tell who meets all conditions; a missing value meets none."""
    result = np.ones(len(next(iter(values.values()))), dtype=np.bool_)
    for condition in conditions:
        column = values[condition.column]
        if condition.levels:
            levels = next(names for name, names in _levels(raw) if name == condition.column)
            result &= np.isin(column, [levels.index(level) for level in condition.levels])
            continue
        result &= np.isfinite(column)
        if condition.low is not None:
            result &= column >= condition.low
        if condition.high is not None:
            result &= column < condition.high
    return result


def _harmonic(found: Booleans, target: Booleans) -> float:
    """Give the harmonic mean of coverage and precision (van Rijsbergen's F)."""
    total = int(found.sum()) + int(target.sum())
    return 2 * int((found & target).sum()) / total if total else 0.0
