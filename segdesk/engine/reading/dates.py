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
_MONTH = r"(?P<month>[A-Za-z]{3,9})"
_NAMED = re.compile(rf"\d{{1,2}}(?P<s>[-/. ]){_MONTH}(?P<comma>,?)(?P=s)(?P<year>\d{{4}}|\d{{2}}){_TIME}")
_NAME_FIRST = re.compile(rf"{_MONTH}(?P<s>[- ])\d{{1,2}}(?P<comma>,?)[- ]\d{{4}}{_TIME}")
_NAME_MIDDLE = re.compile(rf"\d{{4}}(?P<s>[-/. ]){_MONTH}(?P=s)\d{{1,2}}{_TIME}")
_COMPACT = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")

_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_SHORT_YEAR = re.compile(r"^\d{1,2}[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2}(?!\d)")
_LATEST_SHORT_YEAR = 2049
"""Two digits stand for years up to here: "24" is 2024, and "61" a birthday in 1961."""

_PROBE = 500
_BAD_SHARE = 0.02
"""Up to this share of impossible dates (31 February) become blanks; more and it is text."""


@dataclass(frozen=True, slots=True)
class Dates:
    """What a text column's levels are as dates; NaT where one is impossible (see ``bad``).

    ``day_first`` is None where the way of writing leaves no question; ``has_short_years`` says that
    the century was left to the reader.
    """

    values: NDArray[np.datetime64]
    day_first: bool | None
    is_ambiguous: bool
    bad: tuple[str, ...]
    has_short_years: bool = False


def looks_like_date(text: str) -> bool:
    """Tell whether a cell is shaped like a date."""
    return bool(_shape(text.strip()))


def as_dates(levels: Sequence[str], *, day_first: bool | None = None) -> Dates | None:
    """Read a text column's levels as dates (``datetime64[s]``), or give None.

    ``day_first`` is what the user says; else the whole column tells day and month apart.
    """
    probe = levels[:: max(1, len(levels) // _PROBE)]
    shapes = [_shape(level) for level in probe]
    found = sorted(set(shapes) - {()})
    if not found or sum(not s for s in shapes) > _BAD_SHARE * len(shapes):
        return None
    texts = pd.Series(list(levels), dtype=object)
    values = _parse(texts, [shape[0] for shape in found])
    is_day_first: bool | None = None
    is_ambiguous = False
    if any(len(shape) > 1 for shape in found):
        by_day, by_month = values, _parse(texts, [shape[-1] for shape in found])
        day_misses, month_misses = int(np.isnat(by_day).sum()), int(np.isnat(by_month).sum())
        is_day_first = day_misses <= month_misses if day_first is None else day_first
        values = by_day if is_day_first else by_month
        is_open = day_misses == month_misses and bool((by_day != by_month).any())
        is_ambiguous = day_first is None and is_open
    missed = np.flatnonzero(np.isnat(values)).tolist()
    if len(missed) > _BAD_SHARE * len(levels):
        return None
    has_short_years = any("%y" in shape[0] for shape in found)
    if has_short_years:
        values = _in_one_century(values, np.array([_SHORT_YEAR.search(level) is None for level in levels]))
    return Dates(values, is_day_first, is_ambiguous, tuple(levels[i] for i in missed), has_short_years)


_DATE_NAME = re.compile(
    r"(?:^|[^a-z])(?:dates?|datum|fecha|data|dt|day|joined|registered|birthday|since)(?:[^a-z]|$)|[a-z]Date\b|ቀን",
    re.IGNORECASE,
)
_SERIAL_EPOCH = np.datetime64("1899-12-30", "s")
_FIRST_SERIAL, _LAST_SERIAL = 14_611, 73_051
"""1940 and 2100 as Excel counts days: smaller numbers are as likely amounts."""

_FEWEST_COMPACT = 3


def as_counted_dates(name: str, values: NDArray[np.float64]) -> NDArray[np.datetime64] | None:
    """Read numbers as dates where they clearly are: 20140131, or Excel's 41670 under a heading of dates."""
    filled = values[~np.isnan(values)]
    if not len(filled):
        return None
    is_whole = bool((filled == np.floor(filled)).all())
    lowest, highest = float(filled.min()), float(filled.max())
    if is_whole and lowest >= 19_000_101 and highest <= 20_991_231 and len(filled) >= _FEWEST_COMPACT:
        return _compact(values)
    if not _DATE_NAME.search(name) or lowest < _FIRST_SERIAL or highest > _LAST_SERIAL:
        return None
    seconds = np.full(len(values), np.timedelta64("NaT", "s"))
    # Excel keeps times as shares of a day: to the second, halves of which are rounding.
    seconds[~np.isnan(values)] = np.round(filled * 86_400).astype("timedelta64[s]")
    return _SERIAL_EPOCH + seconds


def _compact(values: NDArray[np.float64]) -> NDArray[np.datetime64] | None:
    codes, levels = pd.factorize(values, use_na_sentinel=True)
    texts = pd.Series([f"{v:.0f}" for v in levels], dtype=object)
    if not all(_COMPACT.fullmatch(t) for t in texts):
        return None
    found = _parse(texts, ["%Y%m%d"])
    return None if np.isnat(found).any() else np.append(found, np.datetime64("NaT", "s"))[codes]


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
        (_NAMED, ("%d{s}{b}{comma}{s}{y}",)),
        (_NAME_FIRST, ("{b}{s}%d{comma}{s}%Y",)),
        (_NAME_MIDDLE, ("%Y{s}{b}{s}%d",)),
    ):
        match = pattern.fullmatch(text)
        if match:
            facts = match.groupdict()
            # "1.2.03" is a version number more often than a date.
            if facts.get("s") == "." and len(facts.get("year") or "2024") == 2:
                return ()
            if "month" in facts and not _is_month(facts["month"] or ""):
                return ()
            year = "%y" if len(facts.get("year") or "2024") == 2 else "%Y"
            month = "%b" if len(facts.get("month") or "") == 3 else "%B"
            time = _time_format(facts)
            return tuple(
                f.format(s=facts.get("s"), y=year, b=month, comma=facts.get("comma")) + time for f in formats
            )
    return ()


def _is_month(word: str) -> bool:
    return any(m.startswith(word.casefold()) for m in _MONTH_NAMES)


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
