"""What a run will take in time and memory, told before it starts. Plain arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from segdesk.model.methods import Family, info
from segdesk.model.recipe import (
    AUTO_MOST_SEGMENTS,
    FEWEST_SEGMENTS,
    MOST_SEGMENTS,
    Encoding,
    Method,
    Recipe,
)
from segdesk.model.roles import ColumnRole, ColumnSummary

SCIPY_ROWS = 3_000
"""Up to here SciPy builds the tree itself: ties then break as everybody else's do, in under a second."""

EXACT_ROWS = 10_000
"""Up to here silhouettes compare all pairs of customers: about a second."""

SAMPLE_ROWS = 2_000
"""Beyond, this many customers are compared with all others, and the error is told."""

PAIRWISE = (Method.COMPLETE, Method.AVERAGE)
"""These need all n(n-1)/2 distances at once; no other method does."""

BALANCED_LEVELS = 21
"""The balanced encoding makes at most so many features of a category: twenty levels, and the rest."""

POLISHED_ROWS = 500
"""Up to here k-means moves single rows and swaps centres, which Lloyd's steps don't see: of few rows that
leaves up to 5 % less inertia, of many next to nothing."""

MIXTURE_ROWS = 20_000
"""Up to here a mixture's clouds are fitted to all rows; beyond, a sample says the same to two figures."""

DENSITY_ROWS = 20_000
"""Up to here density methods compare all rows: half a minute. Beyond, a sample finds the crowds."""

SWEEP_SECONDS = 20.0
"""Other numbers of segments than the chosen one are worth so long a wait, and no longer."""

FEWEST_CUTS = 3
"""The chosen number and one on either side: what a user asks for next."""

STEADY_ROWS = 5_000
CLOUD_STARTS, FEW_CLOUD_STARTS = 10.0, 3.0
"""A mixture of up to 5,000 customers begins ten times anew, one of more three times: seconds either way."""

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
_CENTRE, _CENTRE_FEATURE = 1.5e-7, 6.6e-9
_POLISH = 1e-5
_CLOUD, _AXIS_CLOUD = 7e-9, 5e-8
_PLACED_ROW_FEATURE = 2e-9
_NEAR_PAIR, _NEAR_PAIR_FEATURE = 1.1e-8, 2e-10
_LINKED_PAIR_FEATURE = 1e-9
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


def sweep_counts(rows: int, features: int, recipe: Recipe) -> tuple[int, ...]:
    """Give the numbers of segments that a run finds, so that the user can choose another at once.

    From a tree all of 2 … 20 cost nothing; k-means and mixtures find 2 … 10, or fewer where that
    would take longer than ``SWEEP_SECONDS``. Density methods find their own number: none here.
    """
    method, asked = recipe.method, recipe.segments
    declared = info(method)
    if declared.finds_count:
        return ()
    most = min(MOST_SEGMENTS if declared.has_tree else AUTO_MOST_SEGMENTS, rows - 1)
    counts = {*range(FEWEST_SEGMENTS, most + 1), *([asked] if asked else [])}
    if not declared.has_tree:
        starts = recipe.parameters.get("starts", default_starts(method, rows))
        counts = _within_time(
            sorted(counts), asked, lambda k: _fit_seconds(rows, features, method, k, starts)
        )
    return tuple(sorted(counts))


def _within_time(counts: list[int], asked: int | None, seconds: Callable[[int], float]) -> set[int]:
    """Leave out what takes too long: the asked number and those beside it come first, then the small."""
    order = sorted(counts, key=lambda k: abs(k - asked)) if asked else counts
    kept, spent = set[int](), 0.0
    for count in order:
        spent += seconds(count)
        if spent > SWEEP_SECONDS and len(kept) >= FEWEST_CUTS:
            break
        kept.add(count)
    return kept


def default_starts(method: Method, rows: int) -> float:
    """Give how often a method begins anew where the recipe doesn't say: its best attempt counts.

    The fewer customers, the more hangs on where a mixture's clouds start.
    """
    declared = next((p.default for p in info(method).parameters if p.name == "starts"), 1.0)
    if declared is None:
        return FEW_CLOUD_STARTS if rows > STEADY_ROWS else CLOUD_STARTS
    return declared


def estimate(rows: int, features: int, method: Method) -> Cost:
    """Estimate a whole run: encoding, finding segments, silhouettes of all cuts, profiles."""
    pairs = float(rows) * rows
    compared = pairs if rows <= EXACT_ROWS else float(SAMPLE_ROWS) * rows
    score = compared * (_SCORE_PAIR + _SCORE_PAIR_FEATURE * features)
    seconds = _START + _ROW_FEATURE * rows * features + _method_seconds(rows, features, method) + score
    matrices = 3 * rows * features * _FLOAT
    # Every cut keeps a label (1 byte) and a silhouette (4) per customer.
    cuts = (MOST_SEGMENTS - 1) * rows * 5
    return Cost(seconds, _WORKSPACE + matrices + cuts + method_memory(rows, features, method))


def _method_seconds(rows: int, features: int, method: Method) -> float:
    recipe = Recipe((), method)
    if info(method).family in (Family.HIERARCHICAL, Family.DENSITY):
        return fit_seconds(rows, features, recipe, FEWEST_SEGMENTS)
    counts = sweep_counts(rows, features, recipe)
    return sum(fit_seconds(rows, features, recipe, count) for count in counts)


def fit_seconds(rows: int, features: int, recipe: Recipe, segments: int) -> float:
    """Estimate finding one number of segments; a tree has all, and density methods find their own."""
    method = recipe.method
    match info(method).family:
        case Family.HIERARCHICAL:
            return _tree_seconds(rows, features, method)
        case Family.DENSITY:
            looked_at = min(rows, DENSITY_ROWS)
            if method is Method.HDBSCAN:
                return float(looked_at) ** 2 * features * _LINKED_PAIR_FEATURE
            return float(rows) * looked_at * (_NEAR_PAIR + _NEAR_PAIR_FEATURE * features)
        case Family.CENTROID | Family.MIXTURE:
            starts = recipe.parameters.get("starts", default_starts(method, rows))
            return _fit_seconds(rows, features, method, segments, starts)


def _tree_seconds(rows: int, features: int, method: Method) -> float:
    pairs = float(rows) * rows
    if rows <= SCIPY_ROWS:
        return _SCIPY_PAIR * pairs
    if method in _POINT_PAIR_FEATURE:
        return _POINT_PAIR_FEATURE[method] * pairs * features
    return _DISTANCE_PAIR * pairs


def _fit_seconds(rows: int, features: int, method: Method, segments: int, starts: float) -> float:
    """Estimate one number of segments. Beyond the sample every row is still placed, a few times."""
    placed = _PLACED_ROW_FEATURE * rows * features * segments
    match method:
        case Method.GMM:
            shaped = _CLOUD * features**2
            placed *= features
        case Method.GMM_DIAGONAL:
            shaped = _AXIS_CLOUD * features
        case _:
            shaped = _CENTRE + _CENTRE_FEATURE * features + (_POLISH if rows <= POLISHED_ROWS else 0.0)
    return min(rows, MIXTURE_ROWS) * segments * starts * shaped + placed


def run_memory(rows: int, features: int, method: Method) -> int:
    """Estimate the bytes that a whole run takes at its fullest moment."""
    return estimate(rows, features, method).memory


def method_memory(rows: int, features: int, method: Method) -> int:
    """Estimate the bytes that a method takes beside the matrix of features.

    Complete and average linkage hold all n(n-1)/2 distances, SciPy a second copy of them; Ward and
    single linkage get by with the points. The others hold a copy of the matrix or two.
    """
    matrix = rows * features * _FLOAT
    if not info(method).has_tree:
        return _WORKSPACE + 2 * matrix + rows * MOST_SEGMENTS * _FLOAT
    tree = 2 * rows * 4 * _FLOAT
    if rows <= SCIPY_ROWS:
        return tree + rows * (rows - 1) * _FLOAT
    if method in PAIRWISE:
        return tree + rows * (rows - 1) // 2 * _FLOAT
    return tree + 2 * matrix
