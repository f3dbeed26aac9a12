"""How much memory a task may count on."""

from __future__ import annotations

import psutil

USABLE_MEMORY = 0.9
"""The share of the free memory that a fit may take; the rest is for whatever else is needed meanwhile."""


def usable_memory() -> int:
    """Give the bytes that a fit may take now."""
    return int(psutil.virtual_memory().available * USABLE_MEMORY)
