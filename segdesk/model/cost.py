"""What a run will take in time and memory, told before it starts. Plain arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from segdesk.model.recipe import MOST_SEGMENTS, Encoding, Method, Recipe
from segdesk.model.roles import ColumnRole, ColumnSummary

SCIPY_ROWS = 3_000
"""Up to here SciPy builds the tree itself: ties then break as everybody else's do, in under a second."""

EXACT_ROWS = 10_000
"""Up to here silhouettes compare all pairs of customers: about a second."""

SAMPLE_ROWS = 2_000
"""Beyond, this many customers are compared with all others, and the error is told."""

BALANCED_LEVELS = 21
"""The balanced encoding makes at most so many features of a category: twenty levels, and the rest."""

_FLOAT = 8
_WORKSPACE = 64 << 20
"""Blocks of distances and what numpy holds beside them."""

# Seconds on 2 shared cores (Linux, 1,000 to 40,000 rows, 19 and 50 features, log-normal measures with
# categories). Within a factor of two there; a laptop of 2020 or later is about as fast.
_START = 0.02
_ROW_FEATURE = 1e-7
_SCIPY_PAIR = 2.2e-8
_DISTANCE_PAIR = 3e-8
_POINT_PAIR_FEATURE = {Method.WARD: 8e-10, Method.SINGLE: 3.2e-10}
_SCORE_PAIR = 5e-9
_SCORE_PAIR_FEATURE = 2.5e-10


@dataclass(frozen=True, slots=True)
class Cost:
    """Estimated seconds, and bytes at the fullest moment."""

    seconds: float
    memory: int


def count_features(recipe: Recipe, columns: Iterable[ColumnSummary]) -> int:
    """Count the features that a recipe makes of a dataset's columns, as far as can be told beforehand."""
    distinct = {column.name: column.distinct for column in columns}
    most = BALANCED_LEVELS if recipe.encoding is Encoding.BALANCED else max(distinct.values(), default=1)
    made = sum(min(distinct[use.name], most) if use.role is ColumnRole.CATEGORY else 1 for use in recipe.used)
    return min(made, recipe.pca) if isinstance(recipe.pca, int) else made


def estimate(rows: int, features: int, method: Method) -> Cost:
    """Estimate a whole run: encoding, tree, silhouettes of all cuts, profiles."""
    pairs = float(rows) * rows
    if rows <= SCIPY_ROWS:
        tree = _SCIPY_PAIR * pairs
    elif method in _POINT_PAIR_FEATURE:
        tree = _POINT_PAIR_FEATURE[method] * pairs * features
    else:
        tree = _DISTANCE_PAIR * pairs
    compared = pairs if rows <= EXACT_ROWS else float(SAMPLE_ROWS) * rows
    score = compared * (_SCORE_PAIR + _SCORE_PAIR_FEATURE * features)
    seconds = _START + _ROW_FEATURE * rows * features + tree + score
    matrices = 3 * rows * features * _FLOAT
    # Every cut keeps a label (1 byte) and a silhouette (4) per customer.
    cuts = (MOST_SEGMENTS - 1) * rows * 5
    return Cost(seconds, _WORKSPACE + matrices + cuts + linkage_memory(rows, features, method))


def run_memory(rows: int, features: int, method: Method) -> int:
    """Estimate the bytes that a whole run takes at its fullest moment."""
    return estimate(rows, features, method).memory


def linkage_memory(rows: int, features: int, method: Method) -> int:
    """Estimate the bytes that building the tree takes beside the matrix of features.

    Complete and average linkage hold all n(n-1)/2 distances, SciPy a second copy of them; Ward and
    single linkage get by with the points.
    """
    tree = 2 * rows * 4 * _FLOAT
    if rows <= SCIPY_ROWS:
        return tree + rows * (rows - 1) * _FLOAT
    if method in _POINT_PAIR_FEATURE:
        return tree + 2 * rows * features * _FLOAT
    return tree + rows * (rows - 1) // 2 * _FLOAT
