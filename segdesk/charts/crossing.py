"""Who went where: the customers of one result's segments counted by those of another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Crossing:
    """Customers by segment in two results, A with ``segments`` in rows, B with ``other_segments`` in columns.

    Segments stand in their order; where a result has outliers they are the last row or column.
    ``match[i]`` is the column that row ``i`` is matched with, -1 for none: the matching that keeps
    most customers, in which outliers take no part. ``columns`` is the order of columns in which
    matched ones stand on the diagonal as far as can be.
    """

    counts: NDArray[np.int64]
    segments: int
    other_segments: int
    match: tuple[int, ...]
    columns: tuple[int, ...]

    @property
    def row_sums(self) -> NDArray[np.int64]:
        """The sizes of A's segments."""
        return np.asarray(self.counts.sum(axis=1))

    @property
    def column_sums(self) -> NDArray[np.int64]:
        """The sizes of B's segments."""
        return np.asarray(self.counts.sum(axis=0))

    def partner(self, column: int) -> int:
        """Give a number for one of B's segments that says which of A's it is matched with.

        Those without a match follow after A's last one, -1 is no segment.
        """
        if column in self.match:
            return self.match.index(column)
        alone = [j for j in range(self.other_segments) if j not in self.match]
        return self.segments + alone.index(column) if column in alone else -1

    @property
    def customers(self) -> int:
        """How many customers there are."""
        return int(self.counts.sum())

    @property
    def stayed(self) -> int:
        """How many customers stand in matched segments."""
        return int(sum(self.counts[row, column] for row, column in enumerate(self.match) if column >= 0))


def cross(
    labels: NDArray[np.int8], other: NDArray[np.int8], *, segments: int, other_segments: int
) -> Crossing:
    """Count the customers of two results of the same dataset; a label of -1 is an outlier."""
    rows = segments + int((labels < 0).any())
    columns = other_segments + int((other < 0).any())
    row = np.where(labels < 0, segments, labels).astype(np.int64)
    column = np.where(other < 0, other_segments, other).astype(np.int64)
    counts = np.bincount(row * columns + column, minlength=rows * columns).reshape(rows, columns)
    match = best_match(counts[:segments, :other_segments])
    taken = [place for place in match if place >= 0]
    rest = [place for place in range(columns) if place not in taken]
    return Crossing(counts, segments, other_segments, (*match, *(-1,) * (rows - segments)), (*taken, *rest))


def best_match(counts: NDArray[np.int64]) -> tuple[int, ...]:
    """Give for each row the column that it is matched with so that most customers stand in matches.

    -1 where there are more rows than columns and none is left. Source: the Hungarian method with
    potentials (Kuhn 1955, Naval Res. Logist. Q. 2:83; Jonker & Volgenant 1987, Computing 38:325).
    """
    if counts.shape[0] > counts.shape[1]:
        of_columns = best_match(counts.T)
        return tuple(of_columns.index(r) if r in of_columns else -1 for r in range(counts.shape[0]))
    rows, columns = counts.shape
    # Row and column 0 are a start that belongs to nobody; costs are what a match loses.
    costs = np.zeros((rows + 1, columns + 1))
    costs[1:, 1:] = counts.max(initial=0) - counts
    by_row, by_column = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, np.int64)
    for row in range(1, rows + 1):
        _augment(row, costs, by_row, by_column, owner)
    match = [-1] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            match[owner[column] - 1] = column - 1
    return tuple(match)


def _augment(
    row: int,
    costs: NDArray[np.float64],
    by_row: NDArray[np.float64],
    by_column: NDArray[np.float64],
    owner: NDArray[np.int64],
) -> None:
    """Find the cheapest way to give a row a column, moving others, and change ``owner``."""
    columns = len(owner)
    cheapest = np.full(columns, np.inf)
    before = np.zeros(columns, np.int64)
    seen = np.zeros(columns, bool)
    owner[0], at = row, 0
    while owner[at]:
        seen[at] = True
        spare = costs[owner[at]] - by_row[owner[at]] - by_column
        nearer = ~seen & (spare < cheapest)
        cheapest[nearer], before[nearer] = spare[nearer], at
        reached = np.where(seen, np.inf, cheapest)
        reached[0] = np.inf
        following = int(np.argmin(reached))
        step = reached[following]
        by_row[owner[seen]] += step
        by_column[seen] -= step
        cheapest[~seen] -= step
        at = following
    while at:
        owner[at] = owner[before[at]]
        at = int(before[at])
