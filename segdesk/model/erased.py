"""What erasing one person did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Erased:
    """What a person was removed from. ``removed_runs`` had a segment with nobody else in it.

    ``backups`` are copies of older databases, which aren't touched.
    """

    rows: int
    datasets: int
    runs: int
    placements: int
    removed_runs: tuple[int, ...]
    backups: tuple[str, ...]
