"""The Ethiopian calendar: known days, and every day of three centuries there and back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from segdesk.model.ethiopian import DAY_BEFORE_COMMON_ERA, ethiopian_date, julian_day


@pytest.mark.parametrize(
    ("gregorian", "ethiopian"),
    [
        # New year's day is 11 September, 12 September before a Gregorian leap year.
        (date(2026, 9, 11), (2019, 1, 1)),
        (date(2023, 9, 12), (2016, 1, 1)),
        # The Ethiopian millennium was celebrated on 12 September 2007.
        (date(2007, 9, 12), (2000, 1, 1)),
        # The day before: Pagume had six days, for 1999 mod 4 = 3.
        (date(2007, 9, 11), (1999, 13, 6)),
        # Christmas, 29 Tahsas; the Victory of Adwa, 23 Yekatit 1888.
        (date(2026, 1, 7), (2018, 4, 29)),
        (date(1896, 3, 1), (1888, 6, 23)),
    ],
)
def test_that_known_days_are_what_they_are(gregorian: date, ethiopian: tuple[int, int, int]):
    assert ethiopian_date(gregorian) == ethiopian
    assert julian_day(*ethiopian) == gregorian.toordinal() + DAY_BEFORE_COMMON_ERA


def test_that_every_day_is_found_again():
    day, before = date(1800, 1, 1), (0, 0, 0)
    while day.year < 2100:
        found = ethiopian_date(day)
        assert julian_day(*found) == day.toordinal() + DAY_BEFORE_COMMON_ERA
        assert 1 <= found[1] <= 13
        assert 1 <= found[2] <= 30
        assert found > before  # days follow each other in their order
        day, before = day + timedelta(days=1), found
