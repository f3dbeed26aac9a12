"""Separator, quote and escape character of a text, by which of them gives the tidiest table."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from segdesk.engine.reading.dates import looks_like_date
from segdesk.engine.reading.numbers import looks_like_number
from segdesk.errors import InputError

USUAL = (",", ";", "\t", "|")
RARE = (":", " ", "~", "^", "#", "!", "&", "*", "\x1f", "¦", "§", "¬")
"""Believed only where every line agrees: they also stand in ordinary sentences."""

SAMPLE_RECORDS = 2_000
"""Enough to see decimals, blanks and titles; small enough to look at twice."""

_JUDGED_CELLS = 3_000
_ENOUGH = 0.5
"""A usual separator that scores so much leaves the rare ones out."""

_FAINT = 0.05
"""Below this the marks are those of a sentence, and the file has one column."""

_CLEAR_MARGIN = 1.5
"""The winner's score over the next one's: below it the separator counts as guessed."""

_TIME = re.compile(r"\d{1,3}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp][Mm])?")
_SEP_LINE = re.compile(r"""\ufeff?["']?sep=(.)["']?[ \t]*(?:\n|$)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marks:
    """What separates and quotes fields. ``escape`` is a backslash or empty (quotes are doubled).

    ``has_sep_line``: the first line only names the separator. ``rival`` is the separator that would
    do nearly as well, empty where none does.
    """

    separator: str
    quote: str = '"'
    escape: str = ""
    has_sep_line: bool = False
    rival: str = ""

    @property
    def is_standard(self) -> bool:
        """Whether pandas' fast parser reads it as it stands."""
        return self.quote in ('"', "") and not self.escape and self.separator in USUAL


def find_marks(text: str, *, separator: str | None, quote: str | None, name: str) -> Marks:
    """Decide separator, quote and escape from a file's beginning; what is given stays.

    Source
    ------
    The idea of scoring candidates by regular rows times recognisable cells: van den Burg, Nazábal
    and Sutton (2019), "Wrangling messy CSV files by detecting row and type patterns", Data Mining
    and Knowledge Discovery 33, 1799–1820.

    Raises
    ------
    InputError
        ``file.bad_separator``: a separator that can't be one.
    """
    separator = {"\\t": "\t", "tab": "\t", "space": " "}.get(separator or "", separator or "")
    if separator and (len(separator) > 1 or separator in '"\r\n\0' or separator == quote):
        raise InputError("file.bad_separator", name=name, separator=separator)
    if quote and (len(quote) > 1 or quote in "\r\n\0"):
        raise InputError("file.bad_separator", name=name, separator=quote)
    named = _SEP_LINE.match(text)
    if named:
        text = text[named.end() :]
        separator = separator or named[1]
    quotes = [quote] if quote is not None else ['"', "'"] if _has_apostrophe_quotes(text) else ['"']
    if separator:
        best = max((Marks(separator, q) for q in quotes), key=lambda marks: _score(text, marks))
    else:
        best = _best(text, quotes)
    if not best.quote:
        return replace(best, has_sep_line=named is not None)
    return replace(best, escape=_escape(text, best.quote), has_sep_line=named is not None)


def _best(text: str, quotes: list[str]) -> Marks:
    scores = {Marks(s, q): _score(text, Marks(s, q)) for s in USUAL for q in quotes if s in text}
    if max(scores.values(), default=0.0) < _ENOUGH:
        for mark in RARE:
            if mark in text:
                found = _score(text, Marks(mark, quotes[0]), is_rare=True)
                scores[Marks(mark, quotes[0])] = found
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _FAINT:
        return Marks(",", quotes[0])
    best, score = ranked[0]
    rival = next(
        (m.separator for m, s in ranked if m.separator != best.separator and s * _CLEAR_MARGIN > score), ""
    )
    return replace(best, rival=rival)


def records_of(text: str, marks: Marks, most: int = SAMPLE_RECORDS) -> tuple[list[list[str]], list[int]]:
    """Split a text into records; also give the number of lines read after each of them."""
    reader = csv.reader(io.StringIO(text, newline=""), **csv_options(marks))
    records: list[list[str]] = []
    ends: list[int] = []
    try:
        for record in reader:
            records.append([] if not any(c.strip() for c in record) and len(record) < 2 else record)
            ends.append(reader.line_num)
            if len(records) >= most:
                break
    except csv.Error:
        pass  # a field longer than csv allows: what was read so far will do
    return records, ends


def csv_options(marks: Marks) -> dict[str, Any]:
    """Give the marks as csv.reader wants them."""
    return {
        "delimiter": marks.separator,
        "quotechar": marks.quote or None,
        "quoting": csv.QUOTE_MINIMAL if marks.quote else csv.QUOTE_NONE,
        "escapechar": marks.escape or None,
        "skipinitialspace": True,
    }


def _score(text: str, marks: Marks, *, is_rare: bool = False) -> float:
    """Score a candidate: the share of rows of the commonest width, times how readable the cells are."""
    records = [r for r in records_of(text, marks)[0] if r]
    if marks.separator == " ":
        records = [r[:-1] if not r[-1] else r for r in records]
    lengths = Counter(len(r) for r in records)
    if not lengths:
        return 0.0
    width, count = lengths.most_common(1)[0]
    share = count / len(records)
    if width < 2:
        # Titles and notes may outnumber a short table's rows.
        wide = Counter({w: n for w, n in lengths.items() if w > 1})
        if not wide or is_rare:
            return 0.0
        width, count = wide.most_common(1)[0]
        share = count / len(records) * 0.5
    rows = [r for r in records if len(r) == width]
    if is_rare and not _is_clear(records, rows, marks.separator):
        return 0.0
    return share * share * (1 - 1 / (width + 1)) * (0.2 + 0.8 * _readable(rows, marks))


def _is_clear(records: list[list[str]], rows: list[list[str]], separator: str) -> bool:
    """Tell whether a rare separator really cuts figures apart, and isn't part of them."""
    if len(rows) < 3 or len(rows) < len(records) - 2:
        return False
    wholes = [separator.join(r) for r in rows[:200]]
    if sum(_is_figure(w) or _TIME.fullmatch(w.strip()) is not None for w in wholes) > 0.2 * len(wholes):
        return False
    columns = list(zip(*rows[1:200], strict=True))
    figures = [sum(_is_figure(c) for c in column) >= 0.9 * len(column) for column in columns]
    if separator == " ":
        # Words are parted by spaces too: most columns must be figures, and a heading fit above.
        return len(columns) >= 2 and sum(figures) >= max(1, len(columns) / 2)
    return len(columns) >= 3 or any(figures)


def _readable(rows: list[list[str]], marks: Marks) -> float:
    """Give the share of cells that look like one value rather than like several."""
    step = max(1, len(rows) * len(rows[0]) // _JUDGED_CELLS)
    cells = [c for r in rows[::step] for c in r]
    return sum(_tidiness(c, marks) for c in cells) / len(cells)


def _tidiness(cell: str, marks: Marks) -> float:
    text = cell.strip()
    if not text:
        return 0.9
    if _is_figure(text):
        return 1.0
    if any(mark in text for mark in ("\t", ";", "|") if mark != marks.separator):
        return 0.3
    if text.count('"') % 2 or (len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"):
        return 0.2
    if "," in text and marks.separator != ",":
        return 0.7
    return 0.9


def _is_figure(text: str) -> bool:
    return looks_like_number(text) or looks_like_date(text)


_WRAPPED = re.compile(r"(?:^|[,;\t|:~^])[ ]*'(?:[^'\n]|'')*'[ ]*(?=[,;\t|:~^]|$)", re.MULTILINE)
_OPENED = re.compile(r"(?:^|[,;\t|:~^])[ ]*'", re.MULTILINE)
_DOUBLE = re.compile(r"(?:^|[,;\t|:~^])[ ]*\"", re.MULTILINE)


def _has_apostrophe_quotes(text: str) -> bool:
    """Tell whether apostrophes wrap fields: they come in pairs, and quotation marks wrap fewer."""
    head = text[: 1 << 17]
    wrapped, opened = len(_WRAPPED.findall(head)), len(_OPENED.findall(head))
    return wrapped >= 2 and wrapped >= 0.8 * opened and wrapped > len(_DOUBLE.findall(head))


def _escape(text: str, quote: str) -> str:
    """Tell whether a quote inside quotes is escaped by a backslash rather than doubled."""
    mark = "\\" + quote
    if mark not in text:
        return ""
    # A path may end in a backslash (C:\\data\\"): only quotes inside a field speak.
    inside = re.compile(rf"\\{re.escape(quote)}(?![,;\t|\n]|$)")
    return "\\" if len(inside.findall(text)) > len(re.findall(rf"(?<=\w){quote}{quote}(?=\w)", text)) else ""
