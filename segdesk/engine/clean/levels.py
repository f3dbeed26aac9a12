"""Finds levels of a category that had better count as one: other spellings, and rare ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.clean.neighbours import neighbourhood
from segdesk.engine.clean.sentences import fold_text
from segdesk.engine.roles import level_limit
from segdesk.model.changes import Change, ChangeKind, Suggestion
from segdesk.model.notes import Note
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column, Table

RARE = 0.01
"""Under 1 % of the customers, a level can't make a segment, only noise."""

SPARSE = 0.05
"""Under 5 %, a level is too small to be a segment's own; its neighbours speak for it."""

_FEWEST_ROWS = 200
"""In a shorter table one or two customers are 1 % already."""

_OTHER = "Other"
"""The level that rare ones go into, where the column has none such. It is data, like a new column's name."""


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_OTHERS = _set("other others misc various andere sonstige autre autres ሌላ")
_NO_ANSWER = _set("unknown none missing n/a na no yes true false y n unbekannt inconnu")
"""Joined with others they would say what nobody said."""


def suggestions(table: Table, roles: Mapping[str, ColumnRole]) -> Iterator[Suggestion]:
    """Give the levels to join: spellings (safe), else sparse ones into neighbours, else rare ones into one.

    Neighbours are known of educations and marital statuses only. Elsewhere it is for the user to say
    which common level a rare one belongs to: its customers are too few to tell by what they buy.
    """
    for column in table.columns:
        if column.kind is not Kind.TEXT or roles[column.name] is not ColumnRole.CATEGORY:
            continue
        counts = np.bincount(column.values[~column.is_missing], minlength=len(column.levels))
        if pairs := _spellings(column, counts):
            change = Change(ChangeKind.FOLD, (column.name,), levels=pairs)
            note = Note("tidy.spellings", {"column": column.name, "levels": fold_text(change)})
            yield Suggestion(change, note, is_safe=True)
        elif pairs := _neighbours(column, counts, table.rows):
            change = Change(ChangeKind.FOLD, (column.name,), levels=pairs)
            note = Note("tidy.neighbours", {"column": column.name, "levels": fold_text(change)})
            yield Suggestion(change, note, is_safe=False)
        # Where spellings are joined, the counts are those of levels that will not be there.
        elif pairs := _rare(column, counts, table.rows):
            change = Change(ChangeKind.FOLD, (column.name,), levels=pairs)
            note = Note("tidy.rare", {"column": column.name, "levels": fold_text(change)})
            yield Suggestion(change, note, is_safe=False)


def _spellings(column: Column, counts: NDArray[np.int64]) -> tuple[tuple[str, str], ...]:
    """Give the levels that differ from a commoner one in case or blanks only."""
    alike: dict[str, list[int]] = {}
    for i, level in enumerate(column.levels):
        alike.setdefault(" ".join(level.casefold().split()), []).append(i)
    pairs = []
    for found in alike.values():
        commonest = max(found, key=lambda i: counts[i])
        pairs += [(column.levels[i], column.levels[commonest]) for i in found if i != commonest]
    return tuple(pairs)


def _neighbours(column: Column, counts: NDArray[np.int64], rows: int) -> tuple[tuple[str, str], ...]:
    """Give all levels of an education or a marital status with their groups, where one is sparse."""
    answers = {
        level: count
        for level, count in zip(column.levels, counts.tolist(), strict=True)
        if count and level.casefold() not in _NO_ANSWER
    }
    is_sparse = rows >= _FEWEST_ROWS and min(answers.values(), default=rows) < SPARSE * rows
    group_of = neighbourhood(column.name, answers) if is_sparse else {}
    groups = set(group_of.values())
    if len(groups) < 2 or len(groups) == len(answers):
        return ()
    return tuple((level, group) for level, group in group_of.items() if level != group)


def _rare(column: Column, counts: NDArray[np.int64], rows: int) -> tuple[tuple[str, str], ...]:
    """Give the rare levels and the one they go into; none where they have no company.

    A column with more levels than a category may have is left to the encoding, which joins them anyway.
    """
    if rows < _FEWEST_ROWS or len(counts) > level_limit(rows):
        return ()
    target = next((level for level in column.levels if level.casefold() in _OTHERS), _OTHER)
    rare = [
        level
        for level, count in zip(column.levels, counts.tolist(), strict=True)
        if 0 < count < RARE * rows and level != target and level.casefold() not in _NO_ANSWER
    ]
    is_with_company = len(rare) > 1 or (bool(rare) and target in column.levels)
    is_enough_left = len(counts) - len(rare) >= 2
    return tuple((level, target) for level in rare) if is_with_company and is_enough_left else ()
