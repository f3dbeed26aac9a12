"""Looks for what could be tidied in a table, and keeps the log of what was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from segdesk.engine.clean import derive, levels, limits, placeholders
from segdesk.engine.clean.making import check, make
from segdesk.engine.clean.sentences import describe, outside
from segdesk.model.changes import Change, ChangeKind, Suggestion
from segdesk.model.roles import ColumnSummary
from segdesk.model.table import Table


def suggest(table: Table, summaries: tuple[ColumnSummary, ...]) -> tuple[Suggestion, ...]:
    """Give the changes that would tidy a table of customers; they can all be made together.

    In the order in which they are made: placeholders, age, tenure, totals, children and household, levels
    joined, rows set aside. None of them is made yet (``is_applied``). A placeholder is no reason to set
    its row aside.
    """
    roles = {summary.name: summary.role for summary in summaries}
    columns = {column.name: column for column in table.columns}
    derived = [
        Suggestion(change, describe(change, columns), is_safe=False)
        for change in derive.changes(table.columns, roles)
    ]
    blanks = tuple(placeholders.suggestions(table.columns, roles))
    known = dict(columns)
    for suggestion in blanks:
        known |= {column.name: column for column in make(suggestion.change, known)}
    aside = limits.suggestions(tuple(known.values()), roles)
    return (*blanks, *derived, *levels.suggestions(table, roles), *aside)


def log(table: Table, suggestions: Sequence[Suggestion], applied: Sequence[Change]) -> tuple[Suggestion, ...]:
    """Give every change made to ``table`` and every suggestion still open, in the order of making.

    A suggestion is no longer open when a change made does the same to one of its columns, or has set
    all its rows aside already.

    Parameters
    ----------
    table
        As it was read.

    Raises
    ------
    InputError
        ``tidy.*``: a change doesn't fit the table.
    """
    known = {suggestion.change: suggestion for suggestion in suggestions}
    columns = {column.name: column for column in table.columns}
    done: list[Suggestion] = []
    is_kept = np.ones(table.rows, dtype=np.bool_)
    for change in applied:
        check(change, columns)
        own = known.get(change) or Suggestion(change, describe(change, columns, is_kept), is_safe=False)
        done.append(replace(own, is_applied=True))
        if change.kind is ChangeKind.SET_ASIDE:
            is_kept &= ~outside(columns[change.columns[0]], change)
        else:
            columns |= {column.name: column for column in make(change, columns)}
    for suggestion in suggestions:
        change = suggestion.change
        if any(change.kind is c.kind and not set(change.columns).isdisjoint(c.columns) for c in applied):
            continue
        is_rows = change.kind is ChangeKind.SET_ASIDE
        if not is_rows or (outside(columns[change.columns[0]], change) & is_kept).any():
            done.append(suggestion)
    return tuple(done)
