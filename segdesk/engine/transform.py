"""What makes a table's columns comparable numbers, learned once and kept for other tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.describe import number_text
from segdesk.engine.feature_rules import CategoryRule, MeasureRule, Rules, Transform, width
from segdesk.engine.pca import find_rotation, turned
from segdesk.engine.roles import level_limit
from segdesk.engine.skew import is_skewed, signed_log
from segdesk.engine.validation import validate
from segdesk.errors import InputError
from segdesk.model.notes import Fact, Note
from segdesk.model.recipe import ColumnUse, Encoding, Recipe
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column, Table

MOST_FEATURES = 2_000
"""A column of names as a category would make one feature per customer, and fill the memory."""

HUGE = 1e100
"""Squares of larger numbers leave a float's range: such columns are scaled down, or refused as raw."""

_UNKNOWN = -1
"""The code of a level that nobody had when the transform was learned."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What one column hadn't: ``missing`` values, filled, and ``unknown`` levels, with examples."""

    column: str
    missing: int
    unknown: int
    levels: tuple[str, ...] = ()
    is_absent: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Applied:
    """Features of shape ``(rows, features)``, and what had to be made up for them."""

    matrix: NDArray[np.float64]
    gaps: tuple[Gap, ...]


def learn(table: Table, recipe: Recipe) -> tuple[Transform, NDArray[np.float64], tuple[Note, ...]]:
    """Learn how a recipe makes features of a table.

    Returns
    -------
    The transform, the table's own features (what ``apply`` would give, bit for bit), and notes.

    Raises
    ------
    InputError
        ``recipe.*``, from ``validate``; ``recipe.not_a_number``, ``recipe.too_many_levels``,
        ``recipe.too_many_features``, ``recipe.too_large_for_raw``.
    """
    validate(recipe, [c.name for c in table.columns], rows=table.rows)
    notes: list[Note] = []
    measures: list[MeasureRule] = []
    categories: list[CategoryRule] = []
    for use in recipe.used:
        column = table.column(use.name)
        if use.role is ColumnRole.CATEGORY:
            categories.append(_learn_category(column, use, recipe.encoding, notes))
        else:
            measures.append(_learn_measure(column, use, recipe.encoding, notes))
    order = tuple(use.name for use in recipe.used)
    rules = Rules(order, tuple(measures), tuple(categories), last_day(table))
    features = sum(width(rule) for rule in rules.ordered)
    if features > MOST_FEATURES:
        raise InputError("recipe.too_many_features", features=features, most=MOST_FEATURES)
    if recipe.encoding is Encoding.STANDARDISED and categories:
        notes.append(Note("note.standardised_categories"))
    matrix = apply(Transform(rules), table).matrix
    if recipe.pca is None:
        return Transform(rules), matrix, tuple(notes)
    rotation, pca_notes = find_rotation(matrix, recipe.pca)
    return Transform(rules, rotation), turned(matrix, rotation), (*notes, *pca_notes)


def apply(transform: Transform, table: Table, *, moves_dates: bool = False) -> Applied:
    """Make features of a table by what was learned from another.

    * A missing value is filled with what was typical when the transform was learned: the median, the
      commonest level. A column that isn't there is missing for everybody.
    * An unknown level counts as one of the rarer ones where those were joined, else as no level at all.
    * With ``moves_dates``, dates are counted back from this table's own latest date, as those of the
      learned table are from that one's: for next month's file, in which everybody's last purchase is
      later. Without, as they are: for customers who come in between.

    Raises
    ------
    InputError
        ``schema.not_numbers``, ``schema.not_dates``: a measure's column holds something else.
    """
    rules = transform.rules
    later = _days_between(rules.last_day, last_day(table)) if moves_dates else 0.0
    present = {column.name: column for column in table.columns}
    matrix = np.empty((table.rows, sum(width(rule) for rule in rules.ordered)), order="C")
    gaps: list[Gap] = []
    position = 0
    for rule in rules.ordered:
        part = matrix[:, position : position + width(rule)]
        position += part.shape[1]
        column = present.get(rule.column)
        if isinstance(rule, MeasureRule):
            gaps.append(_fill_measure(part, rule, column, later))
        else:
            gaps.append(_fill_category(part, rule, column))
        part *= rule.influence
    if transform.rotation is not None:
        matrix = turned(matrix, transform.rotation)
    return Applied(matrix, tuple(gap for gap in gaps if gap.missing or gap.unknown))


def last_day(table: Table) -> str:
    """Give the latest date in any column as ISO text; empty without one."""
    dates = [c.values[~c.is_missing] for c in table.columns if c.kind is Kind.DATE]
    latest = [values.max() for values in dates if len(values)]
    return str(max(latest)) if latest else ""


def standardise(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give mean 0 and population standard deviation 1; all zeros for a constant."""
    return _scaled(values, *_moments(values))


def _moments(values: NDArray[np.float64]) -> tuple[float, float, float]:
    """Give divisor, mean and deviation; the deviation is 0 for a constant."""
    largest = float(np.abs(values).max(initial=0.0))
    divisor = 1.0
    if largest > HUGE:
        divisor = largest
        values = values / divisor
        largest = 1.0
    mean = float(values.mean())
    deviation = float(np.sqrt(np.mean((values - mean) ** 2)))
    # A constant's deviation is what rounding its mean leaves.
    is_constant = deviation <= 10 * np.finfo(np.float64).eps * largest
    return divisor, mean, 0.0 if is_constant else deviation


def _scaled(
    values: NDArray[np.float64], divisor: float, mean: float, deviation: float
) -> NDArray[np.float64]:
    if deviation == 0:
        return np.zeros_like(values)
    values = values / divisor if divisor != 1 else values
    return np.asarray((values - mean) / deviation)


def _learn_measure(column: Column, use: ColumnUse, encoding: Encoding, notes: list[Note]) -> MeasureRule:
    origin = _first_day(column)
    values = _as_numbers(column, origin)
    known = np.isfinite(values)
    if not known.any():
        notes.append(Note("note.no_values", {"column": column.name}))
        return MeasureRule(column.name, column.kind, use.influence, origin, float("nan"))
    median = 2 * float(np.median(values[known] / 2))  # the sum of the two in the middle may overflow
    if not known.all():
        values = np.where(known, values, median)
        facts: dict[str, Fact] = {"column": column.name, "count": int((~known).sum())}
        notes.append(Note("note.filled_median", facts | {"value": number_text(median)}))
    if encoding is Encoding.RAW:
        if np.abs(values).max() > HUGE:
            raise InputError("recipe.too_large_for_raw", column=column.name)
        return MeasureRule(column.name, column.kind, use.influence, origin, median)
    is_logged = encoding is Encoding.BALANCED and is_skewed(values)
    scale = _moments(signed_log(values) if is_logged else values)
    return MeasureRule(column.name, column.kind, use.influence, origin, median, is_logged, *scale)


def _fill_measure(part: NDArray[np.float64], rule: MeasureRule, column: Column | None, later: float) -> Gap:
    if column is None:
        values = np.full(len(part), np.nan)
    elif column.kind is not rule.kind:
        code = "schema.not_dates" if rule.kind is Kind.DATE else "schema.not_numbers"
        raise InputError(code, column=rule.column)
    else:
        values = _as_numbers(column, rule.origin)
        if rule.kind is Kind.DATE and later:
            values = values - later
    known = np.isfinite(values)
    gap = Gap(rule.column, int((~known).sum()), 0, is_absent=column is None)
    if np.isnan(rule.median):
        part[:] = 0.0
        return gap
    values = np.where(known, values, rule.median)
    if rule.is_logged:
        values = signed_log(values)
    if not np.isnan(rule.deviation):
        values = _scaled(values, rule.divisor, rule.mean, rule.deviation)
    # Another table's numbers may be beyond anything seen: their squares must stay numbers.
    part[:, 0] = np.clip(values, -HUGE, HUGE)
    return gap


def _as_numbers(column: Column, origin: str) -> NDArray[np.float64]:
    match column.kind:
        case Kind.NUMBER:
            return np.asarray(column.values, dtype=np.float64)
        case Kind.DATE:
            known = ~column.is_missing
            if not known.any():
                return np.full(len(column.values), np.nan)
            days = (column.values - np.datetime64(origin, "s")) / np.timedelta64(1, "D")
            return np.where(known, days, np.nan)
        case Kind.TEXT:
            raise InputError("recipe.not_a_number", column=column.name)


def _first_day(column: Column) -> str:
    if column.kind is not Kind.DATE:
        return ""
    known = column.values[~column.is_missing]
    return str(known.min()) if len(known) else "1970-01-01"


def _days_between(first: str, second: str) -> float:
    if not first or not second:
        return 0.0
    return float((np.datetime64(second, "s") - np.datetime64(first, "s")) / np.timedelta64(1, "D"))


def _learn_category(column: Column, use: ColumnUse, encoding: Encoding, notes: list[Note]) -> CategoryRule:
    codes, levels = as_levels(column)
    known = codes >= 0
    counts = np.bincount(codes[known], minlength=len(levels))
    if not known.any():
        notes.append(Note("note.no_values", {"column": column.name}))
        return CategoryRule(column.name, use.influence, (), False, -1, (), ())
    commonest = int(counts.argmax())
    if not known.all():
        facts: dict[str, Fact] = {"column": column.name, "count": int((~known).sum())}
        notes.append(Note("note.filled_commonest", facts | {"value": levels[commonest]}))
        codes = np.where(known, codes, commonest)
    recoded, kept = _without_rare(codes, len(levels), encoding)
    has_other = len(kept) < len(levels)
    if has_other:
        facts = {"column": column.name, "kept": len(kept), "joined": len(levels) - len(kept)}
        notes.append(Note("note.joined_levels", facts))
    if len(kept) > MOST_FEATURES:
        raise InputError("recipe.too_many_levels", column=column.name, levels=len(kept), most=MOST_FEATURES)
    ones, zeros = _dummies(recoded, len(kept) + has_other, encoding)
    filling = int(recoded[codes == commonest][0])
    names = tuple(levels[i] for i in kept)
    return CategoryRule(column.name, use.influence, names, has_other, filling, ones, zeros)


def _without_rare(
    codes: NDArray[np.int64], levels: int, encoding: Encoding
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give each row's code once the rarest levels are joined as the last one, and the levels kept."""
    limit = level_limit(len(codes))
    if encoding is not Encoding.BALANCED or levels <= limit:
        return codes, np.arange(levels)
    counts = np.bincount(codes, minlength=levels)
    kept = np.sort(np.argsort(-counts, kind="stable")[:limit])
    recoded = np.full(levels, limit, dtype=np.int64)
    recoded[kept] = np.arange(limit)
    return recoded[codes], kept


def _dummies(
    codes: NDArray[np.int64], levels: int, encoding: Encoding
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Give each level's two values, for who has it and who doesn't."""
    if encoding is Encoding.STANDARDISED:
        scales = [_moments((codes == level).astype(np.float64)) for level in range(levels)]
        pairs = [_scaled(np.array([1.0, 0.0]), *scale) for scale in scales]
        return tuple(float(pair[0]) for pair in pairs), tuple(float(pair[1]) for pair in pairs)
    shares = np.bincount(codes, minlength=levels) / len(codes)
    weight = _nominal_weight(shares) if encoding is Encoding.BALANCED else 1.0
    return (weight,) * levels, (0.0,) * levels


def _nominal_weight(shares: NDArray[np.float64]) -> float:
    unlike = 1.0 - float((shares**2).sum())
    return float(1.0 / np.sqrt(2.0 * unlike)) if unlike > np.finfo(np.float64).eps else 0.0


def _fill_category(part: NDArray[np.float64], rule: CategoryRule, column: Column | None) -> Gap:
    rows = len(part)
    codes, levels = (np.full(rows, -1), ()) if column is None else as_levels(column)
    missing = codes < 0
    gap = Gap(rule.column, int(missing.sum()), 0, is_absent=column is None)
    if rule.commonest < 0:
        part[:] = 0.0
        return gap
    position = {level: i for i, level in enumerate(rule.levels)}
    rest = len(rule.levels) if rule.has_other else _UNKNOWN
    recoded = np.array([*(position.get(level, rest) for level in levels), rule.commonest], dtype=np.int64)
    own = recoded[codes]  # a missing one's -1 is the last
    part[:] = rule.zeros
    has = np.flatnonzero(own >= 0)
    part[has, own[has]] = np.asarray(rule.ones)[own[has]]
    if rule.has_other:  # the rarer levels aren't known by name
        return gap
    unknown = np.bincount(codes[own == _UNKNOWN], minlength=len(levels)) if levels else np.zeros(0, np.int64)
    shown = tuple(levels[i] for i in np.argsort(-unknown, kind="stable") if unknown[i])
    return Gap(gap.column, gap.missing, int(unknown.sum()), shown, gap.is_absent)


def as_levels(column: Column) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Give codes (-1 for missing) and levels, also of numbers and dates."""
    if column.kind is Kind.TEXT:
        return column.values.astype(np.int64), column.levels
    values = column.values
    known = ~column.is_missing if column.kind is Kind.DATE else np.isfinite(values)
    distinct, inverse = np.unique(values[known], return_inverse=True)
    codes = np.full(len(values), -1, dtype=np.int64)
    codes[known] = inverse
    if column.kind is Kind.DATE:
        return codes, tuple(str(v) for v in distinct)
    return codes, tuple(number_text(float(v)) for v in distinct)
