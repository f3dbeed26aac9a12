"""Dates as people write them; day and month told apart by the whole column."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

_TIME = (
    r"(?P<time>[ T]\d{1,2}:\d{2}(?P<seconds>:\d{2}(?P<fraction>\.\d+)?)?(?P<half> ?[AaPp][Mm])?)?"
    r"(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)
_YEAR_FIRST = re.compile(rf"\d{{4}}(?P<s>[-/.])\d{{1,2}}(?P=s)\d{{1,2}}{_TIME}")
_YEAR_LAST = re.compile(rf"\d{{1,2}}(?P<s>[-/.])\d{{1,2}}(?P=s)(?P<year>\d{{4}}|\d{{2}}){_TIME}")
_NAMED = re.compile(rf"\d{{1,2}}(?P<s>[- ])(?P<month>[A-Za-z]{{3,9}})(?P=s)(?P<year>\d{{4}}|\d{{2}}){_TIME}")
_NAME_FIRST = re.compile(rf"(?P<month>[A-Za-z]{{3,9}}) \d{{1,2}}(?P<comma>,?) \d{{4}}{_TIME}")

_SHORT_YEAR = re.compile(r"^\d{1,2}[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2}(?!\d)")
_FEWEST_COMPACT = 5
"""Fewer different numbers might be days by chance."""

_PROBE = 500
_BAD_SHARE = 0.02
"""Up to this share of impossible dates (31 February) become blanks; more and it is text."""


_COMPACT = (19000101, 21001231)
"""20180628 is a day; amounts all of which are days of the calendar are beyond chance."""

_LATEST_SHORT_YEAR = 2049
"""Two digits stand for years up to here: "24" is 2024, and "61" a birthday in 1961."""


@dataclass(frozen=True, slots=True)
class Dates:
    """What a text column's levels are as dates; NaT where one is impossible (see ``bad``).

    ``has_short_years`` says that the century was left to the reader.
    """

    values: NDArray[np.datetime64]
    is_ambiguous: bool
    bad: tuple[str, ...]
    has_short_years: bool = False


def looks_like_date(text: str) -> bool:
    """Tell whether a cell is shaped like a date."""
    return bool(_shape(text.strip()))


def as_dates(levels: Sequence[str]) -> Dates | None:
    """Read a text column's levels as dates (``datetime64[s]``), or give None."""
    probe = levels[:: max(1, len(levels) // _PROBE)]
    shapes = [_shape(level) for level in probe]
    found = sorted(set(shapes) - {()})
    if not found or sum(not s for s in shapes) > _BAD_SHARE * len(shapes):
        return None
    texts = pd.Series(list(levels), dtype=object)
    day_first = _parse(texts, [shape[0] for shape in found])
    is_ambiguous = False
    values = day_first
    if any(len(shape) > 1 for shape in found):
        month_first = _parse(texts, [shape[-1] for shape in found])
        day_misses, month_misses = int(np.isnat(day_first).sum()), int(np.isnat(month_first).sum())
        values = month_first if month_misses < day_misses else day_first
        is_ambiguous = day_misses == month_misses and bool((day_first != month_first).any())
    missed = np.flatnonzero(np.isnat(values)).tolist()
    if len(missed) > _BAD_SHARE * len(levels):
        return None
    has_short_years = any("%y" in shape[0] for shape in found)
    if has_short_years:
        values = _in_one_century(values, np.array([_SHORT_YEAR.search(level) is None for level in levels]))
    return Dates(values, is_ambiguous, tuple(levels[i] for i in missed), has_short_years)


def as_compact_dates(numbers: NDArray[np.float64]) -> NDArray[np.datetime64] | None:
    """Read numbers such as 20180628 as dates if all of them are days, or give None."""
    known = np.isfinite(numbers)
    values = numbers[known]
    low, high = _COMPACT
    if not len(values) or (values < low).any() or (values > high).any() or (values % 1).any():
        return None
    whole, positions = np.unique(values.astype(np.int64), return_inverse=True)
    days = pd.to_datetime(pd.Series(whole.astype(str)), format="%Y%m%d", errors="coerce")
    if len(whole) < _FEWEST_COMPACT or days.isna().any():
        return None
    dates = np.full(len(numbers), "NaT", dtype="datetime64[s]")
    dates[known] = days.to_numpy().astype("datetime64[s]")[positions]
    return dates


def _in_one_century(values: NDArray[np.datetime64], is_full: NDArray[np.bool_]) -> NDArray[np.datetime64]:
    """Move years of two digits so that all lie within a hundred, none after ``_LATEST_SHORT_YEAR``.

    The hundred begins after the widest gap: 60 … 99 and 00 … 03 are 1960 to 2003.
    """
    short = ~np.isnat(values) & ~is_full
    months = values[short].astype("datetime64[M]")
    years = months.astype("datetime64[Y]").astype(np.int64) + 1970
    digits = np.unique(years % 100)
    gaps = np.diff(np.append(digits, digits[0] + 100)) if len(digits) else digits
    first = int(digits[(int(gaps.argmax()) + 1) % len(digits)]) if len(digits) else 0
    moved = 1900 + first + (years % 100 - first) % 100
    if len(moved) and moved.max() + 100 <= _LATEST_SHORT_YEAR:
        moved += 100
    shift = (moved - years) * 12
    result = values.copy()
    within = values[short] - months.astype("datetime64[s]")
    result[short] = (months + shift).astype("datetime64[s]") + within
    return result


def _shape(text: str) -> tuple[str, ...]:
    """Give the strptime formats a text may follow: one, or day-first and month-first."""
    for pattern, formats in (
        (_YEAR_FIRST, ("%Y{s}%m{s}%d",)),
        (_YEAR_LAST, ("%d{s}%m{s}{y}", "%m{s}%d{s}{y}")),
        (_NAMED, ("%d{s}{b}{s}{y}",)),
        (_NAME_FIRST, ("{b} %d{comma} %Y",)),
    ):
        match = pattern.fullmatch(text)
        if match:
            facts = match.groupdict()
            # "1.2.03" is a version number more often than a date.
            if facts.get("s") == "." and len(facts.get("year") or "2024") == 2:
                return ()
            year = "%y" if len(facts.get("year") or "2024") == 2 else "%Y"
            month = "%b" if len(facts.get("month") or "") == 3 else "%B"
            time = _time_format(facts)
            return tuple(
                f.format(s=facts.get("s"), y=year, b=month, comma=facts.get("comma")) + time for f in formats
            )
    return ()


def _time_format(facts: dict[str, str | None]) -> str:
    zone = "%z" if facts["zone"] else ""
    time = facts["time"]
    if not time:
        return zone
    half = facts["half"]
    hours = "%I:%M" if half else "%H:%M"
    seconds = ":%S" if facts["seconds"] else ""
    fraction = ".%f" if facts["fraction"] else ""
    suffix = (" %p" if half.startswith(" ") else "%p") if half else ""
    return time[0] + hours + seconds + fraction + suffix + zone


def _parse(texts: pd.Series[str], formats: Sequence[str]) -> NDArray[np.datetime64]:
    values = np.full(len(texts), "NaT", dtype="datetime64[s]")
    for fmt in formats:
        left = np.flatnonzero(np.isnat(values))
        if not len(left):
            break
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = pd.to_datetime(texts.iloc[left], format=fmt, errors="coerce", utc="%z" in fmt)
        if parsed.dt.tz is not None:
            parsed = parsed.dt.tz_localize(None)
        values[left] = parsed.to_numpy().astype("datetime64[s]")
    return values
