"""How a file was read: what the user chose, what was found, and the receipt to compare with the till."""

from __future__ import annotations

from dataclasses import dataclass

from segdesk.model.changes import Change, Suggestion
from segdesk.model.notes import Note
from segdesk.model.transactions import NOTHING_SAID, LooksLike, SaleColumns


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """What the user says about a file; ``None`` lets the file itself decide.

    ``header_row`` counts the file's rows from 1, 0 says that there is no header. ``ethiopian_dates``
    names the columns whose dates are in the Ethiopian calendar. ``unknown_is_missing`` makes the
    word "unknown" a blank instead of a value. ``changes`` tidy the table once it is read; ``None`` makes
    the safe suggestions, an empty tuple none. ``sales`` says which columns of a file of sales are what.
    """

    encoding: str | None = None
    delimiter: str | None = None
    quotechar: str | None = None
    decimal: str | None = None
    thousands: str | None = None
    dayfirst: bool | None = None
    sheet: str | None = None
    header_row: int | None = None
    unknown_is_missing: bool = False
    ethiopian_dates: tuple[str, ...] = ()
    changes: tuple[Change, ...] | None = None
    sales: SaleColumns = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class Guess:
    """Something the file didn't settle: the ``ReadingChoices`` field that overrides it, and up to
    three examples such as ("0,435", "0.435").
    """

    field: str
    columns: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the file is written. For spreadsheets only ``sheet``, ``sheets`` and ``header_row`` mean
    something; ``encoding`` then names the format (xlsx, xls, xlsb, ods).
    """

    encoding: str
    delimiter: str = ""
    quotechar: str = ""
    decimal: str = "."
    thousands: str = ""
    dayfirst: bool | None = None
    header_row: int = 1
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows of the file that are not in the table: why, how many, and the first few line numbers."""

    reason: Note
    count: int
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnTotal:
    """The sum of an amount column, to compare with the till; ``currency`` as written in the file."""

    column: str
    total: float
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of the file's lines. ``duplicates`` are rows equal to an earlier one (kept);
    ``blanks`` counts missing cells. Dates are ISO days, empty where the file has none. ``sales`` says
    of a file of sales which columns tell what, None for other files.
    """

    lines: int
    rows: int
    left_out: tuple[LeftOut, ...]
    duplicates: int
    blanks: int
    first_date: str
    last_date: str
    totals: tuple[ColumnTotal, ...]
    sales: LooksLike | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a saved dataset came out of its file. ``looks_like`` is "customers" or "transactions".

    ``suggestions`` is the log of what was tidied, in order, and then what could be.
    """

    choices: ReadingChoices
    dialect: Dialect | None
    receipt: Receipt | None
    looks_like: str = "customers"
    suggestions: tuple[Suggestion, ...] = ()
