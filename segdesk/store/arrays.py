"""A run's arrays, each a row of the database: bytes that any other tool can unpack."""

from __future__ import annotations

import json
import sqlite3
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

# The fastest level: linkages and silhouettes are mostly noise, which no level makes much smaller.
_ZLIB_LEVEL = 1


def save_array(connection: sqlite3.Connection, run_id: int, name: str, array: NDArray[Any]) -> None:
    """Save an array under a name; one that had the name before is replaced."""
    data = zlib.compress(np.ascontiguousarray(array).data, _ZLIB_LEVEL)
    connection.execute(
        "INSERT OR REPLACE INTO run_arrays VALUES (?, ?, ?, ?, ?)",
        (run_id, name, array.dtype.str, json.dumps(array.shape), data),
    )


def array(connection: sqlite3.Connection, run_id: int, name: str) -> NDArray[Any] | None:
    """Give an array as it was saved, read-only; None where there is none of that name."""
    query = "SELECT dtype, shape, data FROM run_arrays WHERE run_id = ? AND name = ?"
    row = connection.execute(query, (run_id, name)).fetchone()
    if row is None:
        return None
    dtype, shape, data = row
    return np.frombuffer(zlib.decompress(data), dtype).reshape(json.loads(shape))
