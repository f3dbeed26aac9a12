"""Guesses what each column is for, and says why a column stays out of the sums.

The rules are those of STATISTICS.md §6. Whole numbers are the hard part, because an amount, a
code and a customer number look alike. What decides here:

* two values: yes or no, so a category (as a measure a rare "yes" would outweigh everything);
* yes or no under a name such as *opt_out* or *newsletter*: who may be contacted. It says nothing of
  what customers are like, so it only describes;
* a few values and a name such as *Region*, *Channel* or *type*: codes, so a category. Counts
  (children 0, 1, 2) and scores (1 … 5) have an order, so they stay measures;
* counting up with the rows, or hardly any value twice *and* a name such as *id*: an identifier.
  Hardly any value twice alone isn't enough: so are incomes in a short file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from segdesk.engine import contact, copies, naming
from segdesk.engine.describe import examples, histogram, level_counts
from segdesk.engine.skew import is_skewed
from segdesk.model.notes import Note
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Table

MOST_LEVELS = 20
_FEW_LEVELS = 8
_LEVEL_SHARE = 0.05
_SMALL_TABLE = 400
"""From 400 rows on 5 % would be more than ``MOST_LEVELS`` anyway."""

_COVERED = 0.8
"""The commonest levels together must hold this share of customers for "Other" to be small."""

_UNIQUE_SHARE = 0.95
CONSTANT_SHARE = 0.99
_CARD_DIGITS = 8
"""Whole numbers that all have this many digits are card or phone numbers, not amounts."""

_LARGEST_NUMBER = 1e15
"""Nobody numbers things beyond this; longer card numbers are read as text."""

_DENSE = 3
"""Ever-growing numbers that skip no more than two in three are row numbers with gaps."""

_FREE_TEXT_LETTERS = 40
_FREE_TEXT_WORDS = 4
"""Sentences: longer than any label, or at least half as long and of several words."""

_PROBE = 1_000
_MOSTLY = 0.8
"""This share of the values looked at decides what a text column holds."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(:\d{2})?( ?[APap]\.?[Mm]\.?)?")
_DIALLED = re.compile(r"[+(].*")
_PHONE = re.compile(r"(?=(?:\D*\d){7,15}\D*$)\+?[\d\s().\-/]+(?:\s*(?:x|ext\.?)\s*\d+)?")

Guess = tuple[ColumnRole, Note | None]


def level_limit(rows: int) -> int:
    """Give how many levels a category may have in a table of that many rows."""
    if rows >= _SMALL_TABLE:
        return MOST_LEVELS
    return min(MOST_LEVELS, max(_FEW_LEVELS, int(_LEVEL_SHARE * rows)))


def summarise_columns(table: Table) -> tuple[ColumnSummary, ...]:
    """Guess every column's role and count what a user wants to see of it.

    Returns
    -------
    One summary per column in the table's order. ``reason`` (``reason.*``) is given wherever a
    column isn't used as it is.
    """
    summaries = [_summary(column, table.rows) for column in table.columns]
    by_name = {column.name: column for column in table.columns}
    for name, original in copies.find([by_name[s.name] for s in summaries if s.role is ColumnRole.MEASURE]):
        _exclude_copy(summaries, name, original)
    used = [by_name[s.name] for s in summaries if s.role is ColumnRole.CATEGORY]
    for name, original in copies.find_same_levels(used):
        _exclude_copy(summaries, name, original)
    return tuple(summaries)


def _exclude_copy(summaries: list[ColumnSummary], name: str, original: str) -> None:
    position = next(i for i, s in enumerate(summaries) if s.name == name)
    reason = Note("reason.near_copy", {"of": original})
    summaries[position] = replace(summaries[position], role=ColumnRole.DESCRIBE, reason=reason)


def _summary(column: Column, rows: int) -> ColumnSummary:
    values, counts = level_counts(column)
    role, reason = _guess(column, values, counts, rows)
    return ColumnSummary(
        name=column.name,
        kind=column.kind,
        role=role,
        reason=reason,
        missing=int(column.is_missing.sum()),
        distinct=len(values),
        examples=examples(column, values, counts),
        histogram=histogram(column, counts),
    )


def _guess(column: Column, values: NDArray[np.generic], counts: NDArray[np.int64], rows: int) -> Guess:
    if not len(values):
        return ColumnRole.IGNORED, Note("reason.empty")
    if len(values) == 1:
        return ColumnRole.IGNORED, Note("reason.constant", {"share": 100})
    if counts.max() > CONSTANT_SHARE * counts.sum():
        share = f"{100 * counts.max() / counts.sum():.1f}"
        return ColumnRole.DESCRIBE, Note("reason.constant", {"share": share})
    if contact.tells(column):
        return ColumnRole.DESCRIBE, Note("reason.contact")
    match column.kind:
        case Kind.DATE:
            return ColumnRole.DATE, Note("reason.date")
        case Kind.NUMBER:
            return _guess_number(column, np.asarray(values, dtype=np.float64), counts, rows)
        case Kind.TEXT:
            return _guess_text(column, counts, rows)


def _guess_number(column: Column, values: NDArray[np.float64], counts: NDArray[np.int64], rows: int) -> Guess:
    is_whole = bool((values == np.floor(values)).all())
    if not is_whole and naming.names_coordinate(column.name):
        return ColumnRole.DESCRIBE, Note("reason.coordinate")
    if not is_whole:
        return _measure(column)
    if naming.names_phone(column.name) and values.min() >= 1e6:
        return ColumnRole.IDENTIFIER, Note("reason.phone")
    if len(values) == 2:
        return ColumnRole.CATEGORY, None
    if naming.names_postcode(column.name):
        return ColumnRole.DESCRIBE, Note("reason.postcode")
    reason = _identifier_reason(column, values, counts, level_limit(rows))
    if reason is not None:
        return ColumnRole.IDENTIFIER, reason
    return _code_guess(column, values, level_limit(rows)) or _measure(column)


def _code_guess(column: Column, values: NDArray[np.float64], limit: int) -> Guess | None:
    """Say what whole numbers are by whose name they are codes for kinds."""
    is_kind = naming.names_kind_alone(column.name) and values[0] >= 0
    # Nobody gives the number 0 to a shop, but 0 is how many campaigns many have seen.
    is_numbered = values[0] > 0 and (naming.names_kind(column.name) or naming.names_identifier(column.name))
    if len(values) <= limit:
        return (ColumnRole.CATEGORY, Note("reason.codes")) if is_kind or is_numbered else None
    if is_kind:
        return ColumnRole.DESCRIBE, Note("reason.many_levels", {"levels": len(values), "limit": limit})
    return None


def _identifier_reason(
    column: Column, values: NDArray[np.float64], counts: NDArray[np.int64], limit: int
) -> Note | None:
    if max(-values[0], values[-1]) > _LARGEST_NUMBER:
        return None
    filled = column.values[~np.isnan(column.values)]
    steps = np.diff(filled)
    span = (values[-1] - values[0]) / len(values)
    if (steps > 0).all() or (steps < 0).all():
        is_named = naming.names_identifier(column.name)
        if (np.abs(steps) == np.abs(steps[0])).all() or is_named or span <= _DENSE:
            return Note("reason.row_number")
    is_unique = len(values) > _UNIQUE_SHARE * counts.sum()
    digits = len(f"{abs(values[0]):.0f}"), len(f"{abs(values[-1]):.0f}")
    if is_unique and digits[0] == digits[1] >= _CARD_DIGITS:
        return Note("reason.unique")
    if naming.names_identifier(column.name):
        if is_unique:
            return Note("reason.unique")
        if len(values) > limit:
            return Note("reason.id_name")
    # Every number from 1 to n exactly once, in any order, is a shuffled row number.
    if is_unique and len(values) > limit and span <= 1 and values[0] in (0, 1):
        return Note("reason.unique")
    return None


def _measure(column: Column) -> Guess:
    return ColumnRole.MEASURE, Note("reason.skewed") if is_skewed(column.values) else None


def _guess_text(column: Column, counts: NDArray[np.int64], rows: int) -> Guess:
    limit = level_limit(rows)
    levels = len(column.levels)
    probe = column.levels[:: max(1, levels // _PROBE)]
    address = _contact_reason(column.name, probe)
    if address is not None:
        return ColumnRole.IDENTIFIER, address
    if _is_free_text(probe) and levels > limit / 2:
        return ColumnRole.TEXT, Note("reason.free_text")
    if levels <= limit:
        return ColumnRole.CATEGORY, None
    if _share(probe, _CLOCK) > _MOSTLY:
        return ColumnRole.DESCRIBE, Note("reason.time")
    naming_reason = _naming_reason(column, counts)
    if naming_reason is not None:
        return ColumnRole.IDENTIFIER, naming_reason
    if np.sort(counts)[-limit:].sum() >= _COVERED * counts.sum():
        return ColumnRole.CATEGORY, Note("reason.grouped_levels", {"levels": levels, "kept": limit})
    return ColumnRole.DESCRIBE, Note("reason.many_levels", {"levels": levels, "limit": limit})


def _contact_reason(name: str, probe: Sequence[str]) -> Note | None:
    if _share(probe, _EMAIL) > _MOSTLY:
        return Note("reason.email")
    is_marked = naming.names_phone(name) or _share(probe, _DIALLED) > 0.5
    if is_marked and _share(probe, _PHONE) > _MOSTLY:
        return Note("reason.phone")
    return None


def _naming_reason(column: Column, counts: NDArray[np.int64]) -> Note | None:
    """Say why a text column with many levels names customers or things, if it does."""
    if naming.names_person(column.name):
        return Note("reason.person_name")
    if len(column.levels) > _UNIQUE_SHARE * counts.sum():
        return Note("reason.unique")
    return Note("reason.id_name") if naming.names_identifier(column.name) else None


def _share(levels: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(pattern.fullmatch(level) is not None for level in levels) / len(levels)


def _is_free_text(levels: Sequence[str]) -> bool:
    letters = np.mean([len(level) for level in levels])
    spaces = np.mean([level.count(" ") for level in levels])
    return bool(
        letters > _FREE_TEXT_LETTERS or (spaces + 1 >= _FREE_TEXT_WORDS and letters > _FREE_TEXT_LETTERS / 2)
    )
