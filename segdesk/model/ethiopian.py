"""The Ethiopian calendar: twelve months of thirty days, and a thirteenth with the days that are left."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

DAY_BEFORE_ERA = 1_723_856
"""Julian day number of the day before 29 August 8 (Julian): the era of Amete Mihret."""

DAY_BEFORE_COMMON_ERA = 1_721_425
"""Julian day number of 31 December of the year before 1, from which Python counts its days."""

_Whole = TypeVar("_Whole", int, Any)


def julian_day(year: _Whole, month: _Whole, day: _Whole) -> _Whole:
    """Give the Julian day number of an Ethiopian date, or of an array of them; that it exists isn't checked.

    Source
    ------
    Dershowitz and Reingold (2018), "Calendrical Calculations", 4th ed., section 4.2 (Ethiopic calendar:
    the Coptic one with another epoch); as Julian day number 1723856 + 365 y + ⌊y/4⌋ + 30 m + d − 31.
    """
    return DAY_BEFORE_ERA + 365 * year + year // 4 + 30 * month + day - 31


def ethiopian_date(moment: date) -> tuple[int, int, int]:
    """Give year, month (1 … 13) and day of a date of the Gregorian calendar.

    Source
    ------
    Dershowitz and Reingold (2018), section 4.2: year = ⌊(4 (date − first day) + 1463) / 1461⌋.
    """
    number = moment.toordinal() + DAY_BEFORE_COMMON_ERA
    year = (4 * (number - julian_day(1, 1, 1)) + 1463) // 1461
    month = (number - julian_day(year, 1, 1)) // 30 + 1
    return year, month, number - julian_day(year, month, 1) + 1
