"""How many of each segment are written to and held back, for the campaign itself and while it is planned."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

FEWEST_HELD_BACK = 30
"""A mean of fewer says little, whatever they spend; of a small campaign at most half is held back."""

MOST_HELD_BACK = 0.5

_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of one segment are in a campaign; of these ``held_back`` aren't written to."""

    selected: int
    held_back: int

    @property
    def contacted(self) -> int:
        """How many are written to."""
        return self.selected - self.held_back


def is_amount(text: str) -> bool:
    """Tell whether a text is an amount of money above 0."""
    return _AMOUNT.fullmatch(text) is not None and Fraction(text) > 0


def most_contacts(budget: str, cost: str) -> int:
    """Give how many customers a budget pays for, exactly: 10 at 0.1 each is a hundred."""
    return int(Fraction(budget) // Fraction(cost))


def held_back_of(selected: int, share: float) -> int:
    """Give how many of the selected are held back: ``share``, but at least ``FEWEST_HELD_BACK``."""
    most = int(selected * MOST_HELD_BACK)
    return min(max(math.ceil(selected * share - 1e-9), FEWEST_HELD_BACK), most)


def quotas(sizes: Sequence[int], contacts: int, share: float) -> tuple[Quota, ...]:
    """Give each segment's part, in the order in which they are taken, of whom ``contacts`` may be written to.

    Those held back are in proportion to what each segment has in the campaign, and cost nothing.
    """
    selected = _selected(sizes, contacts, share)
    total = sum(selected)
    held = _shared_out(held_back_of(total, share), selected) if total else [0] * len(selected)
    return tuple(Quota(taken, back) for taken, back in zip(selected, held, strict=True))


def _selected(sizes: Sequence[int], contacts: int, share: float) -> list[int]:
    """Give how many of each segment are in: as many as leave ``contacts`` after some are held back."""
    low, high = 0, sum(sizes)
    while low < high:  # who is contacted never gets fewer as more are in
        middle = (low + high + 1) // 2
        if middle - held_back_of(middle, share) <= contacts:
            low = middle
        else:
            high = middle - 1
    result = []
    for size in sizes:
        result.append(min(size, low))
        low -= result[-1]
    return result


def _shared_out(whole: int, sizes: list[int]) -> list[int]:
    """Share a number out in proportion to sizes, by the largest remainders; the sum is exact."""
    total = sum(sizes)
    shares = [whole * size / total for size in sizes]
    result = [int(share) for share in shares]
    by_remainder = sorted(range(len(sizes)), key=lambda i: (result[i] - shares[i], i))
    for i in by_remainder[: whole - sum(result)]:
        result[i] += 1
    return result
