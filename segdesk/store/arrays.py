"""A run's arrays, each a row of the database: bytes that any other tool can unpack."""

from __future__ import annotations

import json
import math
import sqlite3
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

_FASTEST, _STORED = 1, 0
"""zlib's levels. What is stored as it is unpacks ten times as fast; the window waits for it."""

_SMALL = 1 << 20
"""Smaller arrays unpack in a few milliseconds anyway."""

_TRIED = 1 << 16
_WORTHWHILE = 0.25
"""A large array is made smaller only where a piece of it shrinks to a quarter: linkages, coordinates and
labels are mostly noise, the silhouettes of a sample mostly nothing."""


def save_array(connection: sqlite3.Connection, run_id: int, name: str, array: NDArray[Any]) -> None:
    """Save an array under a name; one that had the name before is replaced."""
    plain = np.ascontiguousarray(array).reshape(-1).view(np.uint8)
    connection.execute(
        "INSERT OR REPLACE INTO run_arrays VALUES (?, ?, ?, ?, ?)",
        (run_id, name, array.dtype.str, json.dumps(array.shape), zlib.compress(plain.data, _level(plain))),
    )


def array(connection: sqlite3.Connection, run_id: int, name: str) -> NDArray[Any] | None:
    """Give an array as it was saved, read-only; None where there is none of that name."""
    query = "SELECT dtype, shape, data FROM run_arrays WHERE run_id = ? AND name = ?"
    row = connection.execute(query, (run_id, name)).fetchone()
    if row is None:
        return None
    dtype, shape, data = np.dtype(row[0]), json.loads(row[1]), row[2]
    size = dtype.itemsize * math.prod(shape)
    # With the size known beforehand nothing is copied while unpacking.
    return np.frombuffer(zlib.decompress(data, bufsize=max(size, 1)), dtype).reshape(shape)


def _level(plain: NDArray[np.uint8]) -> int:
    if len(plain) <= _SMALL:
        return _FASTEST
    middle = len(plain) // 2
    piece = plain[middle : middle + _TRIED]
    return _FASTEST if len(zlib.compress(piece.data, _FASTEST)) < _WORTHWHILE * len(piece) else _STORED
