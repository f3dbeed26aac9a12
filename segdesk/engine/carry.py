"""Which segment of a new run is which of an old one, so that names and colours stay with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from segdesk.engine.matching import overlaps
from segdesk.engine.profiles import Category, Measure, prepared
from segdesk.engine.skew import is_skewed, signed_log
from segdesk.model.recipe import ColumnUse
from segdesk.model.table import Column, Table

SHARED = 0.2
"""From this share of the smaller file on, the customers whom both files know say which segment is which."""

MAJORITY = 0.5
"""A segment stays itself where more of the old one's, or of the new one's, shared customers are in both."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One way of parting customers.

    ``labels`` has shape ``(rows,)``, -1 for outliers. ``customers`` are their identifiers, row by row,
    empty where there are none. ``profile`` (segments, features) is as ``common_profiles`` gives it.
    """

    labels: NDArray[np.int8]
    segments: int
    customers: tuple[str, ...] = ()
    profile: Floats | None = None


def carry_names(*, old: Seen, new: Seen) -> dict[int, int]:
    """Say which new segment each old one became; old segments that are gone aren't in it.

    Where at least ``SHARED`` of the smaller file's customers are in both, segments are paired so that
    the most customers stay, and a pair counts if it holds the ``MAJORITY`` of one of the two. Otherwise they
    are paired so that their profiles are nearest in all, and a pair counts if the new segment is nearer
    to its old self than that is to any other old segment.

    Source
    ------
    Kuhn (1955), Naval Res. Logist. Quart. 2, 83-97: the optimal assignment.
    """
    shared = _shared(old, new)
    if shared is not None:
        return _by_customers(shared)
    if old.profile is None or new.profile is None:
        return {}
    return _by_profiles(old.profile, new.profile)


def _shared(old: Seen, new: Seen) -> NDArray[np.int64] | None:
    """Count the customers in each pair of segments; None where too few are known in both."""
    if not old.customers or not new.customers:
        return None
    place = {customer: row for row, customer in enumerate(old.customers)}
    pairs = [(place[c], row) for row, c in enumerate(new.customers) if c and c in place]
    if len(pairs) < SHARED * min(len(old.customers), len(new.customers)):
        return None
    before, after = np.array(pairs, dtype=np.int64).T
    return overlaps(old.labels[before], new.labels[after], (old.segments, new.segments))


def _by_customers(shared: NDArray[np.int64]) -> dict[int, int]:
    before, after = shared.sum(axis=1), shared.sum(axis=0)
    rows, columns = linear_sum_assignment(shared, maximize=True)
    return {
        int(i): int(j)
        for i, j in zip(rows, columns, strict=True)
        if shared[i, j] and (shared[i, j] > MAJORITY * before[i] or shared[i, j] > MAJORITY * after[j])
    }


def _by_profiles(old: Floats, new: Floats) -> dict[int, int]:
    distances = np.sqrt(((old[:, None, :] - new[None, :, :]) ** 2).sum(axis=2))
    among = np.sqrt(((old[:, None, :] - old[None, :, :]) ** 2).sum(axis=2))
    np.fill_diagonal(among, np.inf)
    rows, columns = linear_sum_assignment(distances)
    return {int(i): int(j) for i, j in zip(rows, columns, strict=True) if distances[i, j] < among[i].min()}


def carried_names(mapping: Mapping[int, int], names: Sequence[str]) -> dict[int, str]:
    """Give the old segments' names to what they became."""
    return {new: names[old] for old, new in mapping.items() if names[old]}


def carried_colours(mapping: Mapping[int, int], colours: Sequence[int], segments: int) -> tuple[int, ...]:
    """Give each new segment its old self's colour; a segment without one takes the lowest that is free.

    ``colours`` are the old segments', empty where these are their own numbers.
    """
    kept = {new: colours[old] if colours else old for old, new in mapping.items()}
    free = (colour for colour in range(2 * segments + len(kept)) if colour not in kept.values())
    return tuple(kept[segment] if segment in kept else next(free) for segment in range(segments))


def common_profiles(
    old: Table,
    new: Table,
    uses: Sequence[ColumnUse],
    *,
    labels: tuple[NDArray[np.int8], NDArray[np.int8]],
    counts: tuple[int, int],
) -> tuple[Floats, Floats]:
    """Describe the segments of two runs by the columns that both tables have, on the old table's scale.

    Returns
    -------
    Each ``(segments, features)``: a measure's means in the old table's standard deviations (on the log
    scale where it is skewed there), a category's shares of the old table's levels over the standard deviation
    of a share. A segment nobody of which has a value stands at the old table's mean.
    """
    names = {column.name for column in new.columns}
    parts: tuple[list[Floats], list[Floats]] = ([], [])
    for use in uses:
        found = prepared(old, use) if use.is_used and use.name in names else None
        if found is None:
            continue
        for part, table, line, count in zip(parts, (old, new), labels, counts, strict=True):
            part.append(_means(_scaled(found, old.column(use.name), table.column(use.name)), line, count))
    empty = tuple(np.zeros((count, 0)) for count in counts)
    first, second = (np.hstack([start, *part]) for start, part in zip(empty, parts, strict=True))
    return first, second


def _scaled(found: Measure | Category, old: Column, column: Column) -> Floats:
    """Put a column on the old one's scale, ``(rows, features)`` with nan for what isn't known."""
    if isinstance(found, Category):
        texts = _texts(column)
        shown = np.array([[text == level for level in found.levels] for text in texts], dtype=np.float64)
        shown = shown.reshape(len(texts), len(found.levels))
        shown[[text == "" for text in texts]] = np.nan
        return np.asarray(
            (shown - found.shares) / np.sqrt(np.maximum(found.shares * (1 - found.shares), 1e-12))
        )
    if column.kind is not old.kind:
        return np.full((len(column.values), 1), np.nan)
    before, values = _numbers(old), _numbers(column)
    known = before[np.isfinite(before)]
    if is_skewed(known):
        before, values = signed_log(before), signed_log(values)
        known = before[np.isfinite(before)]
    return np.asarray(((values - known.mean()) / known.std())[:, None])


def _numbers(column: Column) -> Floats:
    values = column.values.astype(np.float64)
    return np.where(column.is_missing, np.nan, values)


def _texts(column: Column) -> list[str]:
    from segdesk.engine.describe import number_text

    missing = column.is_missing.tolist()
    if column.levels:
        shown = [column.levels[code] for code in column.values.tolist()]
    else:
        shown = [number_text(float(value)) for value in _numbers(column)]
    return ["" if is_missing else text for text, is_missing in zip(shown, missing, strict=True)]


def _means(values: Floats, labels: NDArray[np.int8], segments: int) -> Floats:
    means = np.zeros((segments, values.shape[1]))
    for segment in range(segments):
        own = values[labels == segment]
        known = np.isfinite(own)
        sums = np.where(known, own, 0.0).sum(axis=0)
        means[segment] = sums / np.maximum(known.sum(axis=0), 1)
    return means
