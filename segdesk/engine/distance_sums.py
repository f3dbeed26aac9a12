"""Every row's summed distance to each segment of many cuts, from one pass over the pairs.

Rows that share their segment in every cut form a cell. Distances are summed by cell, and cells add up to
segments, however many cuts there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

_TILE_ROWS = 512
"""Rows compared with as many at a time: their distances (2 MB) stay in a processor's cache."""

_HELD_SUMS = 8_000_000
"""Summed distances of all rows to all cells held at once (64 MB): no pair is looked at twice then."""

_SHORTER = 2.0
"""A product of two rows is wrong by less than its features times the rounding; twice that is taken off the
rows' lengths, so that rows that are the same are 0 apart, and not what rounding leaves."""

_UNEVEN = 1e6
"""Where cells of a block lie so much farther apart (squared) than one of them is wide, products lose the
digits that its own distances need: those are taken one by one."""

MOST_FEATURES_IN_SINGLE = 200
"""Up to here what is taken off leaves five digits of single precision. Beyond, doubles are used."""


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Rows that share all their labels: ``cell`` of each row, each cell's ``labels`` and size."""

    cell: NDArray[np.int64]
    labels: NDArray[np.int64]
    sizes: NDArray[np.int64]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many segments each cut has."""
        return tuple((self.labels.max(axis=0) + 1).tolist())


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows ``start`` to ``stop`` in the order of cells; from ``cell`` on, those cells begin at ``firsts``."""

    start: int
    stop: int
    cell: int
    firsts: tuple[int, ...]

    @property
    def cells(self) -> slice:
        """Which cells its rows are of."""
        return slice(self.cell, self.cell + len(self.firsts))


def cells_of(labels: NDArray[np.int8]) -> Cells:
    """Find the cells of ``labels``, shape ``(cuts, rows)``, each -1 or above."""
    cell = np.zeros(labels.shape[1], dtype=np.int64)
    for line in labels:
        # Renumbered after each cut, so that the codes stay small however many cuts there are.
        codes = cell * (int(line.max()) + 2) + line + 1
        found = np.flatnonzero(np.bincount(codes))
        number = np.empty(int(found[-1]) + 1, dtype=np.int64)
        number[found] = np.arange(len(found))
        cell = number[codes]
    sizes = np.bincount(cell)
    first = np.empty(len(sizes), dtype=np.int64)
    first[cell[::-1]] = np.arange(len(cell))[::-1]
    return Cells(cell, labels[:, first].T.astype(np.int64), sizes)


def summed_distances(
    matrix: NDArray[np.float64], cells: Cells, picked: NDArray[np.int64] | None = None
) -> NDArray[np.float64]:
    """Give rows' summed distance to every segment of every cut.

    Parameters
    ----------
    matrix
        Shape ``(rows, features)``.
    picked
        The rows in question. Theirs are worked out in single precision, right to four digits: they are a
        sample, which is less exact than that. None: all rows, in double precision.

    Returns
    -------
    Shape ``(picked, segments of all cuts)``: first those of the first cut. Outliers (-1) are in none.

    Notes
    -----
    Squared distances are ``|a|² + |b|² - 2ab``, one product of matrices. Each block of rows is looked at from
    its own middle, where that loses no digits, however far from the others it lies.
    """
    order = np.argsort(cells.cell, kind="stable")
    joined = _joined(cells)
    if picked is None:
        ordered = matrix[order]
        if len(order) * len(cells.sizes) <= _HELD_SUMS:
            sums = _each_pair_once(ordered, cells) @ joined
        else:
            sums = _each_row(ordered, ordered, cells, joined)
        result = np.empty_like(sums)
        result[order] = sums
        return result
    is_single = matrix.shape[1] <= MOST_FEATURES_IN_SINGLE
    return _each_row(matrix[picked], matrix, cells, joined, order=order, is_single=is_single)


def _joined(cells: Cells) -> NDArray[np.float64]:
    """Give which cell is in which segment, shape ``(cells, segments of all cuts)``."""
    lines = [
        line[:, None] == np.arange(count) for line, count in zip(cells.labels.T, cells.counts, strict=True)
    ]
    return np.concatenate(lines, axis=1).astype(np.float64)


def _blocks(cells: Cells) -> Iterator[_Block]:
    """Cut the rows into blocks: large cells evenly, small ones together."""
    start = cell = 0
    firsts: list[int] = []
    stop = 0
    for number, size in enumerate(cells.sizes.tolist()):
        if firsts and stop - start + size > _TILE_ROWS:
            yield _Block(start, stop, cell, tuple(firsts))
            firsts = []
        if not firsts:
            start, cell = stop, number
        parts = -(-size // _TILE_ROWS)
        for part in range(parts - 1):
            end = stop + size * (part + 1) // parts
            yield _Block(start, end, number, (0,))
            start = end
        firsts.append(max(stop - start, 0))
        stop += size
    yield _Block(start, stop, cell, tuple(firsts))


def _each_pair_once(ordered: NDArray[np.float64], cells: Cells) -> NDArray[np.float64]:
    """Give all rows' summed distances to all cells."""
    sums = np.zeros((len(ordered), len(cells.sizes)))
    blocks = list(_blocks(cells))
    room = np.empty(_TILE_ROWS * _TILE_ROWS)
    for i, own in enumerate(blocks):
        size = own.stop - own.start
        # Those before have met this block already.
        rows = ordered[own.start :] - ordered[own.start : own.stop].mean(axis=0)
        is_uneven = _is_uneven(rows[:size], own)
        ones, others = _sides(rows)
        for other in blocks[i:]:
            part = slice(other.start - own.start, other.stop - own.start)
            tile = cdist(rows[:size], rows[part]) if is_uneven else _tile(ones[:size], others[part], room)
            sums[own.start : own.stop, other.cells] += _by_cell(tile, other)
            if other is not own:
                sums[other.start : other.stop, own.cells] += _by_cell(tile.T, own)
    return sums


def _each_row(
    points: NDArray[np.float64],
    matrix: NDArray[np.float64],
    cells: Cells,
    joined: NDArray[np.float64],
    *,
    order: NDArray[np.int64] | None = None,
    is_single: bool = False,
) -> NDArray[np.float64]:
    """Give points' summed distances to all segments; rows are in the order of cells, or ``order`` says it."""
    result = np.zeros((len(points), joined.shape[1]))
    rooms = {dtype: np.empty(_TILE_ROWS * _TILE_ROWS, dtype) for dtype in (np.float32, np.float64)}
    for other in _blocks(cells):
        part = slice(other.start, other.stop)
        rows = matrix[part] if order is None else matrix[order[part]]
        middle = rows.mean(axis=0)
        rows, from_there = rows - middle, points - middle
        is_uneven = _is_uneven(rows, other)
        # Cells that lie apart in one block are told apart in double precision only.
        dtype = np.float32 if is_single and len(other.firsts) == 1 else np.float64
        others, ones = _sides(rows.astype(dtype))[1], _sides(from_there.astype(dtype))[0]
        for first in range(0, len(points), _TILE_ROWS):
            own = slice(first, first + _TILE_ROWS)
            tile = cdist(from_there[own], rows) if is_uneven else _tile(ones[own], others, rooms[dtype])
            result[own] += _by_cell(tile, other) @ joined[other.cells]
    return result


def _is_uneven(rows: NDArray[np.float64], block: _Block) -> bool:
    """Tell whether a block's cells lie too far apart for products."""
    if len(block.firsts) == 1:
        return False
    sizes = np.diff([*block.firsts, len(rows)])
    middles = np.add.reduceat(rows, block.firsts, axis=0) / sizes[:, None]
    away = rows - np.repeat(middles, sizes, axis=0)
    widths = np.add.reduceat(np.einsum("ij,ij->i", away, away), block.firsts) / sizes
    farthest = float(np.einsum("ij,ij->i", middles, middles).max())
    return bool(farthest > _UNEVEN * widths[widths > 0].min(initial=farthest))


def _sides(rows: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Give both sides of a product that gives squared distances."""
    width = rows.shape[1]
    shorter = 1 - _SHORTER * (width + 2) * np.finfo(rows.dtype).eps
    lengths = np.einsum("ij,ij->i", rows, rows) * rows.dtype.type(shorter)
    ones, others = (np.empty((len(rows), width + 2), dtype=rows.dtype) for _ in range(2))
    ones[:, :width], ones[:, width], ones[:, width + 1] = -2 * rows, lengths, 1
    others[:, :width], others[:, width], others[:, width + 1] = rows, 1, lengths
    return ones, others


def _tile(ones: NDArray[Any], others: NDArray[Any], room: NDArray[Any]) -> NDArray[Any]:
    tile = room[: len(ones) * len(others)].reshape(len(ones), len(others))
    np.matmul(ones, others.T, out=tile)
    np.maximum(tile, 0, out=tile)
    return np.asarray(np.sqrt(tile, out=tile))


def _by_cell(tile: NDArray[Any], block: _Block) -> NDArray[Any]:
    """Sum distances to the rows of a block by their cells."""
    if len(block.firsts) == 1:  # a product is twice as fast as a sum
        return np.asarray(tile @ np.ones(tile.shape[1], dtype=tile.dtype))[:, None]
    return np.add.reduceat(tile, block.firsts, axis=1)
