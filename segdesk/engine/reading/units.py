"""Numbers with one unit behind them, the same in the whole column: "31 kg", "12 km", "3 yrs"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_MEASURED = re.compile(
    r"(?P<number>[+\-−]?\d(?:[\d.,'’\s]*[\d.,])?)(?P<space>\s*)(?P<unit>[^\W\d_](?:[^\W\d_]|[./]){0,15}2?\.?)"
)


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_UNITS = _set(
    """kg kgs g gr gm gram grams mg t ton tons lb lbs oz km kms m mt cm mm mi mile miles ft inch inches l lt
    ltr liter liters litre litres ml cl gal yr yrs year years y.o yo mo mos month months wk wks week weeks day
    days d h hr hrs hour hours min mins minute minutes s sec secs second seconds pcs pc piece pieces stk x pt
    pts point points item items unit units gb mb kb kwh kw w m2 m² sqm cm2 km2 ha kcal cal km/h kph mph
    jahr jahre monat monate tag tage stück stunde stunden an ans mois jour jours ኪግ ኪሜ ሊትር ዓመት
    ወር ቀን"""
)
"""What may stand close to its number. Other words need a space: 12A is a seat, 7th a place."""

_NO_UNITS = _set(
    """am pm a.m p.m st nd rd th bc ad jan feb mar apr may jun jul aug sep sept oct nov dec january february
    march april june july august september october november december"""
)
_SAME = re.compile(r"s?\.?$")
"""One year and two years are of one unit."""

_PROBE = 200
_MOSTLY = 0.5
"""So many of the values looked at have a unit, or the column isn't read through."""

_FEWEST = 2
"""Different numbers; a single "5 Main" says nothing of a measure."""


def without_unit(levels: Sequence[str], counts: NDArray[np.int64]) -> tuple[list[str], str] | None:
    """Take off the one unit of a column's levels; give their numbers and it, or None.

    Numbers without the unit are let by where most values have it. What is no number stays as it is:
    the caller says whether so few can be blanks.
    """
    probe = levels[:: max(1, len(levels) // _PROBE)]
    if sum(_MEASURED.fullmatch(level) is not None for level in probe) < _MOSTLY * len(probe):
        return None
    found = [_MEASURED.fullmatch(level) for level in levels]
    units: Counter[str] = Counter()
    for match, count in zip(found, counts, strict=True):
        if match is not None:
            units[match["unit"]] += int(count)
    names = {_SAME.sub("", unit.casefold()) for unit in units}
    bare = sum(int(n) for level, n in zip(levels, counts, strict=True) if level[:1].isdigit())
    bare -= sum(units.values())
    if len(names) != 1 or bare > sum(units.values()):
        return None
    if not all(_is_unit(match) for match in found if match is not None):
        return None
    numbers = [
        match["number"] if match is not None else level for match, level in zip(found, levels, strict=True)
    ]
    if len({number for number, match in zip(numbers, found, strict=True) if match is not None}) < _FEWEST:
        return None
    return numbers, max(units, key=lambda unit: units[unit])


def _is_unit(match: re.Match[str]) -> bool:
    unit = match["unit"].casefold().rstrip(".")
    return unit in _UNITS or (bool(match["space"]) and unit not in _NO_UNITS and len(unit) > 1)
