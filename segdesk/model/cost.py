"""What a run will take in time and memory, told before it starts. Plain arithmetic."""

from __future__ import annotations

import math
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

SCIPY_ROWS = 800
"""Up to here SciPy builds the tree itself: ties then break as everybody else's do, in an instant."""

EXACT_ROWS = 20_000
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

_FLOAT, _SINGLE = 8, 4
_WORKSPACE = 16 << 20
"""Blocks of distances and what numpy holds beside them."""

# Seconds on 2 shared cores (Linux, 1,000 to 1,000,000 rows, 4, 18 and 53 features, log-normal measures with
# categories), on one thread. ``packaging/bench_cost.py`` holds them beside the truth: within a factor of two.
# Another machine takes ``Machine.slowness`` times as long.
_START = 0.06
_ROW, _ROW_FEATURE = 6e-6, 2.5e-7
"""To read the columns back, encode them, place everybody on the map, and save."""
_ROW_CUT_FEATURE = 1.2e-8
"""To describe and judge one number of segments by its centres."""
_WARD_STEP, _WARD_STEP_FEATURE, _SINGLE_STEP_FEATURE = 2e-7, 3.3e-8, 5e-8
"""The kernel takes about rows times their logarithm …"""
_CROWDED_ROWS, _WARD_CROWDED, _WARD_FREE, _SINGLE_FREE = 5_000, (1.8, 33.0, 0.72), 20, (4, 14.0, 0.4)
"""… and more from so many customers and features on: searches then look at more and more of them."""
_SCIPY_PAIR = 2.2e-8
_DISTANCE_PAIR = 3e-8
_POINT_PAIR_FEATURE = {Method.WARD: 8e-10, Method.SINGLE: 3.2e-10}
_CENTRE, _CENTRE_FEATURE = 1.5e-7, 6.6e-9
_POLISH = 1e-5
_CLOUD, _CLOUD_FEATURES, _AXIS_CLOUD, _AXIS_CLOUD_FEATURE = 1.2e-6, 7e-9, 5e-7, 5e-8
_PLACED_ROW_FEATURE = 2e-9
_NEAR_PAIR, _NEAR_PAIR_FEATURE, _NEAR_FEW = 3.2e-9, 2e-10, 10
"""Among fewer than ten features a tree finds neighbours sooner."""
_LINKED_PAIR_FEATURE = 1e-9
_JOINED_PAIR, _JOINED_PAIR_FEATURE = 7e-10, 2e-11
_SCORE_PAIR, _SCORE_PAIR_FEATURE = 1.2e-9, 4.5e-11


@dataclass(frozen=True, slots=True)
class Machine:
    """How many times as long a machine takes as the one that was measured, and whether it has the kernel.

    ``memory`` are the bytes that a run may take now, 0 where that isn't known.
    """

    slowness: float = 1.0
    has_kernel: bool = True
    memory: int = 0

    @property
    def text(self) -> str:
        """Write what stays so as a setting."""
        return f"{self.slowness:.3g} {'kernel' if self.has_kernel else 'plain'}"

    @classmethod
    def of(cls, text: str) -> Machine | None:
        """Read what ``text`` wrote; None where it is anything else."""
        number, _, kind = text.partition(" ")
        if not number.replace(".", "", 1).isdigit() or float(number) <= 0 or kind not in ("kernel", "plain"):
            return None
        return cls(float(number), kind == "kernel")


REFERENCE = Machine()


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


def estimate(rows: int, features: int, method: Method, machine: Machine = REFERENCE) -> Cost:
    """Estimate a whole run: encoding, finding segments, silhouettes of all cuts, profiles."""
    pairs = float(rows) * rows
    compared = pairs if rows <= EXACT_ROWS else float(SAMPLE_ROWS) * rows
    score = compared * (_SCORE_PAIR + _SCORE_PAIR_FEATURE * features)
    found = len(sweep_counts(rows, features, Recipe((), method))) or 1
    about = rows * (_ROW + _ROW_FEATURE * features + _ROW_CUT_FEATURE * features * found)
    seconds = _START + about + _method_seconds(rows, features, method, machine) + score
    matrices = 2 * rows * features * _FLOAT
    # Every cut keeps a label (1 byte) and a silhouette (4) per customer.
    cuts = found * rows * 5
    return Cost(
        seconds * machine.slowness, _WORKSPACE + matrices + cuts + method_memory(rows, features, method)
    )


def _method_seconds(rows: int, features: int, method: Method, machine: Machine) -> float:
    recipe = Recipe((), method)
    if info(method).has_tree:
        return _tree_seconds(rows, features, method, machine)
    if info(method).family is Family.DENSITY:
        return fit_seconds(rows, features, recipe, FEWEST_SEGMENTS)
    counts = sweep_counts(rows, features, recipe)
    return sum(fit_seconds(rows, features, recipe, count) for count in counts)


def fit_seconds(rows: int, features: int, recipe: Recipe, segments: int) -> float:
    """Estimate finding one number of segments; a tree has all, and density methods find their own."""
    method = recipe.method
    match info(method).family:
        case Family.HIERARCHICAL:
            return _tree_seconds(rows, features, method, REFERENCE)
        case Family.DENSITY:
            looked_at = float(min(rows, DENSITY_ROWS))
            joined = (rows - looked_at) * looked_at * (_JOINED_PAIR + _JOINED_PAIR_FEATURE * features)
            if method is Method.HDBSCAN:
                return looked_at**2 * features * _LINKED_PAIR_FEATURE + joined
            pair = _NEAR_PAIR * min(1.0, features / _NEAR_FEW) + _NEAR_PAIR_FEATURE * features
            return looked_at**2 * pair + joined
        case Family.CENTROID | Family.MIXTURE:
            starts = recipe.parameters.get("starts", default_starts(method, rows))
            return _fit_seconds(rows, features, method, segments, starts)


def _tree_seconds(rows: int, features: int, method: Method, machine: Machine) -> float:
    pairs = float(rows) * rows
    if rows <= SCIPY_ROWS:
        return _SCIPY_PAIR * pairs
    if machine.has_kernel and method in _POINT_PAIR_FEATURE:
        return _kernel_seconds(rows, features, method)
    if method in _POINT_PAIR_FEATURE:
        return _POINT_PAIR_FEATURE[method] * pairs * features
    return _DISTANCE_PAIR * pairs


def _kernel_seconds(rows: int, features: int, method: Method) -> float:
    steps = rows * math.log2(rows)
    many = max(rows / _CROWDED_ROWS, 1.0)
    if method is Method.SINGLE:
        free, width, power = _SINGLE_FREE
        crowded = min(max(features - free, 0) / width, 1.0)
        return float(steps * _SINGLE_STEP_FEATURE * features * many ** (power * crowded))
    times, width, power = _WARD_CROWDED
    crowded = max(features - _WARD_FREE, 0) / width
    return float(steps * (_WARD_STEP + _WARD_STEP_FEATURE * features) * (1 + times * crowded * many**power))


def _fit_seconds(rows: int, features: int, method: Method, segments: int, starts: float) -> float:
    """Estimate one number of segments. Beyond the sample every row is still placed, a few times."""
    placed = _PLACED_ROW_FEATURE * rows * features * segments
    match method:
        case Method.GMM:
            shaped = _CLOUD + _CLOUD_FEATURES * features**2
            placed *= features
        case Method.GMM_DIAGONAL:
            shaped = _AXIS_CLOUD + _AXIS_CLOUD_FEATURE * features
        case _:
            shaped = _CENTRE + _CENTRE_FEATURE * features + (_POLISH if rows <= POLISHED_ROWS else 0.0)
    return min(rows, MIXTURE_ROWS) * segments * starts * shaped + placed


def least_run_memory(rows: int, features: int, method: Method) -> int:
    """Estimate the bytes that a whole run takes at least, at its fullest moment."""
    saved = method_memory(rows, features, method) - least_memory(rows, features, method)
    return estimate(rows, features, method).memory - saved


def most_rows(
    features: int, method: Method, memory: int, needs: Callable[[int, int, Method], int] = least_run_memory
) -> int:
    """Give how many customers fit into ``memory`` bytes."""
    low, high = 1, 2 + memory // _FLOAT  # no method takes less than a number for each
    while high - low > 1:
        middle = (low + high) // 2
        if needs(middle, features, method) <= memory:
            low = middle
        else:
            high = middle
    return low


def least_memory(rows: int, features: int, method: Method) -> int:
    """Estimate the bytes that a method gets by with: distances of all pairs can be held in half of them."""
    full = method_memory(rows, features, method)
    if method not in PAIRWISE or rows <= SCIPY_ROWS:
        return full
    return full - rows * (rows - 1) // 2 * (_FLOAT - _SINGLE)


def fits_in_half_only(rows: int, features: int, method: Method, memory: int) -> bool:
    """Tell whether distances must be held in single precision for a method to fit into ``memory`` bytes."""
    least = least_memory(rows, features, method)
    return least < method_memory(rows, features, method) and method_memory(rows, features, method) > memory


def method_memory(rows: int, features: int, method: Method) -> int:
    """Estimate the bytes that a method takes beside the matrix of features.

    Complete and average linkage hold all n(n-1)/2 distances, SciPy a second copy of them; Ward and
    single linkage get by with the points. The others hold a copy of the matrix or two.
    """
    matrix = rows * features * _FLOAT
    if not info(method).has_tree:
        return 2 * matrix + rows * MOST_SEGMENTS * _FLOAT
    tree = 2 * rows * 4 * _FLOAT
    if rows <= SCIPY_ROWS:
        return tree + rows * (rows - 1) * _FLOAT
    if method in PAIRWISE:
        return tree + rows * (rows - 1) // 2 * _FLOAT
    return tree + 2 * matrix
