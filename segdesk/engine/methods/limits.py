"""Refuses what doesn't fit into memory, before it is begun."""

from __future__ import annotations

from collections.abc import Callable

from segdesk.errors import RunError
from segdesk.model.cost import PAIRWISE, method_memory
from segdesk.model.recipe import Method

Needs = Callable[[int, int, Method], int]

_ROW_BYTES = 8
"""A number: no method takes less for a row."""


def refuse_too_large(
    rows: int, features: int, method: Method, *, memory: int, needs: Needs = method_memory
) -> None:
    """Raise where a run needs more than ``memory`` bytes; ``needs`` estimates that, in bytes.

    Raises
    ------
    RunError
        ``method.memory``, ``method.memory_rows``.
    """
    needed = needs(rows, features, method)
    if needed <= memory:
        return
    raise RunError(
        "method.memory" if method in PAIRWISE else "method.memory_rows",
        method=method.value,
        rows=rows,
        needed_gb=f"{needed / 1e9:,.1f}",
        free_gb=f"{memory / 1e9:,.1f}",
        most_rows=_most_rows(features, method, memory, needs),
    )


def _most_rows(width: int, method: Method, memory: int, needs: Needs) -> int:
    low, high = 1, 2 + memory // _ROW_BYTES
    while high - low > 1:
        middle = (low + high) // 2
        if needs(middle, width, method) <= memory:
            low = middle
        else:
            high = middle
    return low
