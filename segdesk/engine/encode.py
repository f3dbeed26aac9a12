"""Table and recipe to the matrix that is clustered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from segdesk.engine.feature_rules import feature_names
from segdesk.engine.transform import MOST_FEATURES, learn
from segdesk.engine.validation import validate
from segdesk.model.notes import Note
from segdesk.model.recipe import ColumnUse, Recipe
from segdesk.model.result import Excluded, FeatureConfig
from segdesk.model.roles import ColumnRole, ColumnSummary
from segdesk.model.table import Features, Table

__all__ = ["MOST_FEATURES", "encode", "feature_config", "validate"]


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
    transform, matrix, notes = learn(table, recipe)
    names, sources = feature_names(transform.rules)
    if transform.rotation is None:
        return Features(matrix, names, sources, encoded=len(names), notes=notes)
    directions = tuple(f"PC{i + 1}" for i in range(matrix.shape[1]))
    return Features(matrix, directions, (), transform.rotation.explained, len(names), notes)


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
