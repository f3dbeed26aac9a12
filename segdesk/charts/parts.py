"""A segment as charts show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A segment in a chart: its name, its size, and the size and share in words."""

    label: str
    size: int
    figure: str
    share: str
    role: str
