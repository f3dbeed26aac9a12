"""Whom erasing would remove, and what it did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """How many rows of how many datasets a person has.

    ``elsewhere`` are datasets and columns of other names where the same value is found; ``backups`` are
    copies of older databases, which go too.
    """

    rows: int
    datasets: int
    elsewhere: tuple[tuple[str, str], ...]
    backups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """What a person was removed from. ``removed_runs`` had a segment with nobody else in it.

    ``campaigns`` were counted anew; ``recipes`` named the person or a value that nobody else has.
    ``backups`` are copies of older databases that were deleted, ``kept_backups`` those that couldn't be.
    ``elsewhere`` are datasets and columns of other names that hold the same value still.
    """

    rows: int
    datasets: int
    runs: int
    placements: int
    campaigns: int
    recipes: int
    removed_runs: tuple[int, ...]
    backups: tuple[str, ...]
    kept_backups: tuple[str, ...]
    elsewhere: tuple[tuple[str, str], ...]
