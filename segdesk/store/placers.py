"""Keeps what places new customers: plain arrays and rules, nothing that can be run."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdesk.errors import StoreError
from segdesk.store import catalogue
from segdesk.store.db import atomic

_ZLIB_LEVEL = 1

_TYPES = frozenset({"<f8", "<f4", "<i8", "<i4"})
"""The only types an array may have: numbers, never objects."""

_MOST_BYTES = 2**30
"""More than any placer has: a tampered one mustn't fill the memory."""


def save_placer(
    connection: sqlite3.Connection,
    run_id: int,
    segments: int,
    document: str,
    arrays: Mapping[str, NDArray[Any]],
) -> None:
    """Save what places customers in one cut of a run, in place of an earlier one, in one transaction.

    Raises
    ------
    StoreError
        ``database.no_run``: it was deleted meanwhile.
    """
    with atomic(connection):
        catalogue.run(connection, run_id)
        connection.execute("DELETE FROM placers WHERE run_id = ? AND segments = ?", (run_id, segments))
        connection.execute("INSERT INTO placers VALUES (?, ?, ?)", (run_id, segments, document))
        for name, values in arrays.items():
            plain = np.ascontiguousarray(values)
            data = zlib.compress(plain.tobytes(), _ZLIB_LEVEL)
            row = (run_id, segments, name, plain.dtype.str, json.dumps(plain.shape), data)
            connection.execute("INSERT INTO placer_arrays VALUES (?, ?, ?, ?, ?, ?)", row)


def placer(
    connection: sqlite3.Connection, run_id: int, segments: int
) -> tuple[str, dict[str, NDArray[Any]]] | None:
    """Give the document and the arrays that were saved; None where there is nothing yet.

    Raises
    ------
    StoreError
        ``database.damaged_placer``: an array isn't numbers of its shape.
    """
    where = "WHERE run_id = ? AND segments = ?"
    row = connection.execute(f"SELECT document FROM placers {where}", (run_id, segments)).fetchone()
    if row is None:
        return None
    found = connection.execute(
        f"SELECT name, dtype, shape, data FROM placer_arrays {where}", (run_id, segments)
    )
    return row[0], {name: _array(dtype, shape, data) for name, dtype, shape, data in found}


def forget_placers(connection: sqlite3.Connection, run_id: int) -> None:
    """Remove what places customers in a run; it is made anew when it is next needed."""
    connection.execute("DELETE FROM placers WHERE run_id = ?", (run_id,))


def _array(dtype: object, shape: object, data: object) -> NDArray[Any]:
    try:
        lengths = json.loads(str(shape))
        is_shape = isinstance(lengths, list) and all(type(n) is int and n >= 0 for n in lengths)
        if dtype not in _TYPES or not is_shape or not isinstance(data, bytes):
            raise StoreError("database.damaged_placer")
        kind = np.dtype(str(dtype))
        expected = int(np.prod(lengths, dtype=object)) * kind.itemsize
        if expected > _MOST_BYTES:
            raise StoreError("database.damaged_placer")
        plain = zlib.decompressobj().decompress(data, expected + 1)
        if len(plain) != expected:
            raise StoreError("database.damaged_placer")
    except (ValueError, zlib.error):
        raise StoreError("database.damaged_placer") from None
    return np.frombuffer(plain, kind).reshape(lengths)
