"""Refuses what doesn't fit into memory, before it is begun."""

from __future__ import annotations

from collections.abc import Callable

from segdesk.errors import RunError
from segdesk.model.cost import PAIRWISE, least_memory, most_rows
from segdesk.model.recipe import Method

Needs = Callable[[int, int, Method], int]


def refuse_too_large(
    rows: int, features: int, method: Method, *, memory: int, needs: Needs = least_memory
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
        most_rows=most_rows(features, method, memory, needs),
    )
