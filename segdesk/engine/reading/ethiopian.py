"""Dates of the Ethiopian calendar as days of the Gregorian one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from segdesk.model.ethiopian import julian_day
from segdesk.model.table import Column

_UNIX_EPOCH = 2_440_588
"""Julian day number of 1 January 1970."""

_MONTHS = (
    ("meskerem", "መስከረም"), ("tikimt", "tikemt", "tekemt", "ጥቅምት"), ("hidar", "hedar", "ኅዳር", "ህዳር"),
    ("tahsas", "tahisas", "ታኅሣሥ", "ታህሳስ"), ("tir", "ter", "ጥር"), ("yekatit", "የካቲት"),
    ("megabit", "መጋቢት"), ("miyazya", "miazia", "ሚያዝያ"), ("ginbot", "genbot", "ግንቦት"),
    ("sene", "ሰኔ"), ("hamle", "ሐምሌ", "ሃምሌ"), ("nehase", "nehasse", "ነሐሴ", "ነሃሴ"),
    ("pagume", "pagumen", "ጳጉሜ", "ጳጉሜን"),
)  # fmt: skip
_MONTH_NUMBER = {name: i for i, names in enumerate(_MONTHS, start=1) for name in names}
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}.*$")
_SPLIT = re.compile(r"[-/.,\s]+")


def ethiopian_days(
    years: NDArray[np.int64], months: NDArray[np.int64], days: NDArray[np.int64]
) -> NDArray[np.datetime64]:
    """Convert Ethiopian dates to ``datetime64[D]``; NaT where there is no such day.

    Months are 1 … 13, the thirteenth (Pagume) has 5 days, 6 before a leap year's end (year mod 4 = 3).
    """
    last = np.where(months == 13, np.where(years % 4 == 3, 6, 5), 30)
    is_real = (years > 0) & (months >= 1) & (months <= 13) & (days >= 1) & (days <= last)
    found = (julian_day(years, months, days) - _UNIX_EPOCH).astype("datetime64[D]")
    return np.where(is_real, found, np.datetime64("NaT", "D"))


def in_ethiopian(dates: Column) -> Column:
    """Read a spreadsheet's dates as what they say: 2016-01-05 as 5 Meskerem 2016. Times stay."""
    days = dates.values.astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    years = months.astype("datetime64[Y]")
    numbers = (years + 1970, months - years, days - months)
    year, month, day = (np.where(dates.is_missing, 0, part.astype(np.int64)) for part in numbers)
    found = ethiopian_days(year, month + 1, day + 1)
    return replace(dates, values=found.astype("datetime64[s]") + (dates.values - days))


def ethiopian_dates(levels: Sequence[str], *, day_first: bool | None) -> NDArray[np.datetime64] | None:
    """Read texts such as 01/13/2006, 2006-13-01 or 5 Meskerem 2006 as ``datetime64[s]``, or give None.

    Day and month are told apart by the whole column; the day comes first where that stays open.
    """
    parts = [_parts(level) for level in levels]
    if not any(parts):
        return None
    years, firsts, seconds, flags = (
        np.array([p[i] if p else 0 for p in parts], dtype=np.int64) for i in range(4)
    )
    fixed = flags == 1  # year first, or a month by name: month, then day
    orders = (
        np.where(fixed, firsts, seconds), np.where(fixed, seconds, firsts),
    ), (firsts, seconds)  # fmt: skip
    by_day, by_month = (ethiopian_days(years, months, days) for months, days in orders)
    if day_first is None:
        day_first = bool(np.isnat(by_day).sum() <= np.isnat(by_month).sum())
    found = by_day if day_first else by_month
    return None if np.isnat(found).mean() > 0.5 else found.astype("datetime64[s]")


def _parts(text: str) -> tuple[int, int, int, int] | None:
    """Give year, two numbers, and whether these are month and day for sure."""
    words = _SPLIT.split(_TIME.sub("", text.strip()).casefold())
    if len(words) != 3:
        return None
    named = [i for i, word in enumerate(words) if word in _MONTH_NUMBER]
    if len(named) == 1:
        month = _MONTH_NUMBER[words.pop(named[0])]
        if not all(w.isdecimal() and len(w) <= 4 for w in words):
            return None
        day, year = sorted(map(int, words))
        return year, month, day, 1
    if not all(w.isdecimal() and len(w) <= 4 for w in words):
        return None
    a, b, c = map(int, words)
    return (a, b, c, 1) if len(words[0]) == 4 else (c, a, b, 0)
