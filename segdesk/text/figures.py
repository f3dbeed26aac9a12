"""Numbers, dates and amounts of money as the user's language writes them, by Babel's tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from segdesk.text.writing import writing

_CODE = re.compile("[A-Z]{3}")


@cache
def _marks(language: str) -> dict[int, str]:
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return str.maketrans({",": get_group_symbol(language), ".": get_decimal_symbol(language), "-": "−"})


@cache
def _percent_sign(language: str) -> str:
    from babel import Locale

    return str(Locale(language).percent_formats[None].suffix[0])


def decimal(value: float, places: int = 0) -> str:
    """Write a number with thousands separated."""
    return f"{value:,.{places}f}".translate(_marks(writing().language))


def plain(value: float, places: int = 0) -> str:
    """Write a number without separators, a year for one."""
    return f"{value:.{places}f}".translate(_marks(writing().language))


def exact(value: float, *, is_grouped: bool = True) -> str:
    """Write a number with all the decimals it has."""
    whole = int(value) if value == int(value) else value
    return (f"{whole:,}" if is_grouped else f"{whole}").translate(_marks(writing().language))


def power(value: float) -> str:
    """Write a number that is very large or very small, with an exponent."""
    return f"{value:.1e}".translate(_marks(writing().language))


def percent(value: float, places: int = 0) -> str:
    """Write a percentage: 12.5 as 12.5%."""
    return decimal(value, places) + _percent_sign(writing().language)


@cache
def _comma(language: str) -> str:
    from babel import Locale

    pattern = str(Locale(language).list_patterns["standard"]["middle"])
    return pattern.replace("{0}", "").replace("{1}", "")


def listed(items: Iterable[str]) -> str:
    """Write words one after the other, with the language's own comma."""
    return _comma(writing().language).join(items)


def day(moment: date, pattern: str) -> str:
    """Write a date of the Gregorian calendar by a pattern of CLDR's, ``d MMM y``."""
    from babel.dates import format_date

    return str(format_date(moment, pattern, locale=writing().language))


def currency_name(currency: str) -> str:
    """Name a currency as people write it: ETB is ብር in Amharic. What is no code stays as it is."""
    from babel.numbers import get_currency_symbol, list_currencies

    known = currency.strip().upper()
    if not _CODE.fullmatch(known) or known not in list_currencies():
        return currency
    return str(get_currency_symbol(known, locale=writing().language))


def language_name(code: str) -> str:
    """Give a language's name in that language itself."""
    from babel import Locale

    name = str(Locale(code).get_display_name(code))
    return name[:1].upper() + name[1:]
