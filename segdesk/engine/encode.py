"""Table and recipe to the matrix that is clustered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.describe import number_text
from segdesk.engine.pca import rotate
from segdesk.engine.roles import level_limit
from segdesk.engine.skew import is_skewed, signed_log
from segdesk.engine.validation import validate
from segdesk.errors import InputError
from segdesk.model.notes import Fact, Note
from segdesk.model.recipe import ColumnUse, Encoding, Recipe
from segdesk.model.result import Excluded, FeatureConfig
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Features, Table

__all__ = ["encode", "feature_config", "validate"]

MOST_FEATURES = 2_000
"""A column of names as a category would make one feature per customer, and fill the memory."""

_OTHER = "…"
"""The name of the feature that stands for all rarer levels."""

_HUGE = 1e100
"""Squares of larger numbers leave a float's range: such columns are scaled down, or refused as raw."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The features of one column."""

    matrix: NDArray[np.float64]
    names: tuple[str, ...]
    notes: tuple[Note, ...]


def encode(table: Table, recipe: Recipe) -> Features:
    """Turn the recipe's columns into comparable numbers.

    * *balanced*: measures on a signed log scale where their skewness is above 1, standardised;
      every level of a category a 0/1 feature weighted ``1/sqrt(2(1 - Σp²))``, so that a category
      counts about as much as a measure. Levels beyond the limit are joined.
    * *classic*: measures standardised (population deviation), categories plain 0/1.
    * *standardised*: all features standardised, 0/1 ones too.
    * *raw*: measures as they are, categories plain 0/1.

    ``influence`` multiplies a column's features in every encoding. Missing measures are filled
    with the median, missing categories with the commonest level.

    Raises
    ------
    InputError
        ``recipe.*``, from ``validate``; ``recipe.not_a_number``, ``recipe.too_many_levels``,
        ``recipe.too_many_features``, ``recipe.too_large_for_raw``.

    Source
    ------
    Hennig & Liao (2013), JRSS-C 62, 309-369, section 4 (weights of nominal variables).
    """
    validate(recipe, [c.name for c in table.columns], rows=table.rows)
    blocks = [(use, _block(table.column(use.name), use, recipe.encoding)) for use in recipe.used]
    names = tuple(name for _, block in blocks for name in block.names)
    if len(names) > MOST_FEATURES:
        raise InputError("recipe.too_many_features", features=len(names), most=MOST_FEATURES)
    notes = [note for _, block in blocks for note in block.notes]
    if recipe.encoding is Encoding.STANDARDISED and any(u.role is ColumnRole.CATEGORY for u in recipe.used):
        notes.append(Note("note.standardised_categories"))
    matrix = np.empty((table.rows, len(names)), order="C")
    position = 0
    for use, block in blocks:
        width = len(block.names)
        matrix[:, position : position + width] = block.matrix * use.influence
        position += width
    if recipe.pca is None:
        sources = tuple(use.name for use, block in blocks for _ in block.names)
        return Features(matrix, names, sources, encoded=len(names), notes=tuple(notes))
    scores, explained, pca_notes = rotate(matrix, recipe.pca)
    directions = tuple(f"PC{i + 1}" for i in range(scores.shape[1]))
    return Features(scores, directions, (), explained, len(names), (*notes, *pca_notes))


def unrotated(table: Table, recipe: Recipe) -> Features | None:
    """Give the features as they are before PCA; None where there is none."""
    return None if recipe.pca is None else encode(table, replace(recipe, pca=None))


def feature_config(summaries: Sequence[ColumnSummary], recipe: Recipe, features: Features) -> FeatureConfig:
    """Say what was used, and what was left out and why."""
    uses = {use.name: use for use in recipe.columns}
    excluded = tuple(
        Excluded(s.name, _reason(s, uses.get(s.name)))
        for s in summaries
        if s.name not in uses or not uses[s.name].is_used
    )
    has_pca = recipe.pca is not None
    return FeatureConfig(
        numeric_features=tuple(u.name for u in recipe.used if u.role is ColumnRole.MEASURE),
        categorical_features=tuple(u.name for u in recipe.used if u.role is ColumnRole.CATEGORY),
        excluded=excluded,
        total_original_features=len(recipe.used),
        encoded_features=features.encoded,
        pca_applied=has_pca,
        pca_components=len(features.names) if has_pca else None,
        pca_explained_variance=float(sum(features.explained)) if has_pca else None,
        pca_variances=features.explained,
        notes=features.notes,
    )


def _reason(summary: ColumnSummary, use: ColumnUse | None) -> Note:
    """Give the guess's own reason where the user left the guess alone."""
    is_guess = use is None or use.role is summary.role
    if is_guess and not summary.role.is_used and summary.reason is not None:
        return summary.reason
    return Note("reason.user")


def _block(column: Column, use: ColumnUse, encoding: Encoding) -> _Block:
    if use.role is ColumnRole.CATEGORY:
        return _category(column, encoding)
    return _measure(column, encoding)


def _measure(column: Column, encoding: Encoding) -> _Block:
    values = _as_numbers(column)
    known = np.isfinite(values)
    if not known.any():
        return _without_values(column)
    notes: list[Note] = []
    if not known.all():
        median = float(np.median(values[known]))
        values = np.where(known, values, median)
        facts: dict[str, Fact] = {"column": column.name, "count": int((~known).sum())}
        notes.append(Note("note.filled_median", facts | {"value": number_text(median)}))
    if encoding is Encoding.BALANCED and is_skewed(values):
        values = signed_log(values)
    if encoding is not Encoding.RAW:
        values = standardise(values)
    elif np.abs(values).max() > _HUGE:
        raise InputError("recipe.too_large_for_raw", column=column.name)
    return _Block(values[:, None], (column.name,), tuple(notes))


def _without_values(column: Column) -> _Block:
    note = Note("note.no_values", {"column": column.name})
    return _Block(np.zeros((len(column.values), 1)), (column.name,), (note,))


def _as_numbers(column: Column) -> NDArray[np.float64]:
    match column.kind:
        case Kind.NUMBER:
            return np.asarray(column.values, dtype=np.float64)
        case Kind.DATE:
            known = ~column.is_missing
            if not known.any():
                return np.full(len(column.values), np.nan)
            days = (column.values - column.values[known].min()) / np.timedelta64(1, "D")
            return np.where(known, days, np.nan)
        case Kind.TEXT:
            raise InputError("recipe.not_a_number", column=column.name)


def standardise(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give mean 0 and population standard deviation 1; all zeros for a constant."""
    largest = float(np.abs(values).max(initial=0.0))
    if largest > _HUGE:
        values = values / largest
        largest = 1.0
    centred = values - values.mean()
    deviation = float(np.sqrt(np.mean(centred**2)))
    # A constant's deviation is what rounding its mean leaves.
    if deviation <= 10 * np.finfo(np.float64).eps * largest:
        return np.zeros_like(values)
    return np.asarray(centred / deviation)


def _category(column: Column, encoding: Encoding) -> _Block:
    codes, levels = _as_levels(column)
    known = codes >= 0
    notes: list[Note] = []
    counts = np.bincount(codes[known], minlength=len(levels))
    if not known.any():
        return _without_values(column)
    if not known.all():
        commonest = int(counts.argmax())
        facts: dict[str, Fact] = {"column": column.name, "count": int((~known).sum())}
        notes.append(Note("note.filled_commonest", facts | {"value": levels[commonest]}))
        codes = np.where(known, codes, commonest)
    if encoding is Encoding.BALANCED:
        codes, levels, joined = _join_rare(column.name, codes, levels)
        notes += joined
    if len(levels) > MOST_FEATURES:
        raise InputError("recipe.too_many_levels", column=column.name, levels=len(levels), most=MOST_FEATURES)
    dummies = np.zeros((len(codes), len(levels)))
    dummies[np.arange(len(codes)), codes] = 1.0
    if encoding is Encoding.BALANCED:
        dummies *= _nominal_weight(dummies.mean(axis=0))
    elif encoding is Encoding.STANDARDISED:
        dummies = np.column_stack([standardise(d) for d in dummies.T])
    return _Block(dummies, tuple(f"{column.name}={level}" for level in levels), tuple(notes))


def _nominal_weight(shares: NDArray[np.float64]) -> float:
    unlike = 1.0 - float((shares**2).sum())
    return float(1.0 / np.sqrt(2.0 * unlike)) if unlike > np.finfo(np.float64).eps else 0.0


def _as_levels(column: Column) -> tuple[NDArray[np.int64], tuple[str, ...]]:
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


def _join_rare(
    name: str, codes: NDArray[np.int64], levels: tuple[str, ...]
) -> tuple[NDArray[np.int64], tuple[str, ...], list[Note]]:
    """Keep the commonest levels up to the limit and join the others."""
    limit = level_limit(len(codes))
    if len(levels) <= limit:
        return codes, levels, []
    counts = np.bincount(codes, minlength=len(levels))
    kept = np.sort(np.argsort(-counts, kind="stable")[:limit])
    recoded = np.full(len(levels), limit, dtype=np.int64)
    recoded[kept] = np.arange(limit)
    note = Note("note.joined_levels", {"column": name, "kept": limit, "joined": len(levels) - limit})
    return recoded[codes], (*(levels[i] for i in kept), _OTHER), [note]
