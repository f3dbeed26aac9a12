"""Finds numbers that stand for "not known", such as -200 or 9999, in columns of other numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.clean.sentences import describe
from segdesk.engine.reading.receipt import is_money
from segdesk.model.changes import Change, ChangeKind, Suggestion
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column

_FEWEST = 5
"""Times: what somebody types for "not known" is typed again and again; a mistake stands alone."""

_FEWEST_OTHERS = 30
"""Other values that a column must have to tell where its values usually are."""

_FEWEST_DISTINCT = 10
"""Other values that differ: in answers from -1 to 5 or in a change of -1, 0 or 1, -1 is an answer."""

_FAR = 2.0
"""Ranges of all other values that lie between them and the placeholder."""

_FAR_ABOVE = 10.0
"""And above them, where a column has it alone: a dear article is far from the others, too."""

_SMALL = 10.0
"""A column of small numbers doesn't reach so many times the placeholder."""

_PLAIN = -88.0
"""From here on a usual code is none of a column's own numbers, where it alone is negative."""

_NINES = (9, 99, 999, 9999, 99999, 999999)
_BELOW = frozenset({-1.0, *(-float(n) for n in _NINES), *(-8.0 * n / 9 for n in _NINES)})
_ABOVE = frozenset(float(n) for n in _NINES[2:])
"""Codes of surveys and of tills. A negative one that isn't usual counts where two columns have it."""


def suggestions(columns: Sequence[Column], roles: Mapping[str, ColumnRole]) -> Iterator[Suggestion]:
    """Give the values that had better count as missing, with all the columns that have them.

    None is safe: only the file's owner knows that a value is no value.
    """
    usual: dict[float, list[str]] = {}
    unusual: dict[float, list[str]] = {}
    for column in columns:
        if column.kind is not Kind.NUMBER or roles[column.name] is ColumnRole.IDENTIFIER:
            continue
        for value, is_sure in _found(column):
            (usual if is_sure else unusual).setdefault(value, []).append(column.name)
    named = {column.name: column for column in columns}
    for value in sorted({*usual, *unusual}):
        also = unusual.get(value, [])
        sure = usual.get(value, [])
        if not sure and len(also) < 2:
            continue
        names = tuple(name for name in named if name in sure or name in also)
        change = Change(ChangeKind.MISSING, names, low=value, high=value)
        yield Suggestion(change, describe(change, named), is_safe=False)


def _found(column: Column) -> Iterator[tuple[float, bool]]:
    """Give a column's possible placeholders, and whether it says so without another column's help."""
    values, counts = np.unique(column.values[~column.is_missing], return_counts=True)
    if len(values) <= _FEWEST_DISTINCT:
        return
    for at, others in ((0, slice(1, None)), (len(values) - 1, slice(None, -1))):
        value = float(values[at])
        rest = values[others]
        is_enough = counts[at] >= _FEWEST and counts[others].sum() >= _FEWEST_OTHERS
        if not is_enough or len(rest) < _FEWEST_DISTINCT or value != np.floor(value):
            continue
        told = _below(value, rest) if at == 0 else _above(value, rest, is_price=is_money(column.name))
        if told is not None:
            yield value, told


def _below(value: float, rest: NDArray[np.float64]) -> bool | None:
    """Tell of the lowest value whether it is one for sure (None: it is none)."""
    is_alone = value < 0 <= rest[0]
    is_far = rest[0] - value >= _FAR * (rest[-1] - rest[0])
    if value >= 0 or not (is_alone or is_far):
        return None
    # Among small numbers -1 is next to 0; among larger ones it is none of them.
    is_outside = is_far or value <= _PLAIN or rest[-1] >= _SMALL * -value
    return bool(is_outside if value in _BELOW else is_alone and is_far)


def _above(value: float, rest: NDArray[np.float64], *, is_price: bool) -> bool | None:
    gap, span = value - rest[-1], rest[-1] - rest[0]
    if value not in _ABOVE or is_price or gap < _FAR * span:
        return None
    return bool(gap >= _FAR_ABOVE * span)
