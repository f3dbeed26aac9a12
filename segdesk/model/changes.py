"""What can be tidied in a table once it is read: changes, and the suggestions to make them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from segdesk.model.notes import Note


class ChangeKind(StrEnum):
    """What a change does."""

    AGE = "age"
    TENURE = "tenure"
    TOTAL = "total"
    HOUSEHOLD = "household"
    FOLD = "fold"
    SET_ASIDE = "set_aside"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Change:
    """One step in tidying a table; steps are made in order, and a later one may use an earlier one's column.

    * *age*: ``name`` is the reference year less the birth year (or full years since the birth date) in
      ``columns[0]``. ``reference`` is a year or an ISO day; left empty, it is the latest day in the
      table's own dates. It is never today.
    * *tenure*: ``name`` is the days from the date in ``columns[0]`` to ``reference``; left empty, that is the
      latest day in the same column.
    * *total* and *household*: ``name`` is the sum of ``columns``, missing where one of them is.
    * *fold*: in ``columns[0]`` each first item of ``levels`` becomes the second; with a ``name``, in a new
      column of that name.
    * *set_aside*: rows whose ``columns[0]`` is below ``low`` or above ``high`` leave the table; None is no
      limit. Limits of a date are years. A missing value is never outside.
    * *missing*: in ``columns`` the values from ``low`` to ``high`` become blanks; both are the same number.
    """

    kind: ChangeKind
    columns: tuple[str, ...]
    name: str = ""
    low: float | None = None
    high: float | None = None
    reference: str = ""
    levels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A change with its sentence. ``is_safe`` ones are made unless the user says otherwise."""

    change: Change
    note: Note
    is_safe: bool
    is_applied: bool = False
