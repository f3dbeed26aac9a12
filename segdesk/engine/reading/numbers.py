"""Numbers as people write them: decimal mark, thousands, currency, from the data alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.reading.codes import is_code_list, may_be_codes
from segdesk.engine.reading.units import without_unit

_SPACES = "\u0020\u00a0\u202f\u2009\u2007"
_APOSTROPHES = "'’´`"
CURRENCIES = (
    "R$", "A$", "C$", "US$", "$", "€", "£", "¥", "₹", "₦", "₽", "₺", "₩", "₪", "₫", "₱", "₴", "₵", "฿", "¢",
    "Br.", "Br", "birr", "Birr", "BIRR", "ብር", "ETB", "USD", "EUR", "GBP", "CHF", "KES", "KSh", "INR", "Rs.",
    "Rs", "JPY", "CNY", "BRL", "NGN", "ZAR", "EGP", "SAR", "AED", "TRY", "PLN", "zł", "SEK", "NOK", "DKK",
    "kr.", "kr", "CZK", "Kč", "HUF", "Ft", "RON", "lei", "CAD", "AUD", "NZD", "MXN", "SGD", "HKD", "UGX",
    "TZS", "SDG", "DJF", "SOS", "Fr.", "руб.",
)  # fmt: skip
"""Currencies as tills write them before or after an amount."""

_UNITS = "|".join(re.escape(u) for u in (*sorted(CURRENCIES, key=len, reverse=True), "%"))
_BARE = rf"[\d.,{_APOSTROPHES}{_SPACES}]*\d(?:[.,]|[eE][+-]?\d+)?"
_LOOSE = re.compile(
    rf"\s*(?P<open>\()?\s*(?P<sign>[+\-−–])?\s*(?P<pre>{_UNITS})?\s*(?P<number>[+\-−]?{_BARE})"
    rf"\s*(?P<post>{_UNITS})?\s*(?P<late>[-−])?\s*(?P<close>\))?\s*"
)
_LEADING_ZERO = re.compile(r"0\d+")
_MARK = {
    ",": r"(?:\d+|\d{1,3}(?:[.]\d{3})+),(?:\d{1,2}|\d{4,})|0?,\d+|\d{1,3}(?:[.]\d{3})+,\d+|\d{4,},\d+",
    ".": r"(?:\d+|\d{1,3}(?:,\d{3})+)[.](?:\d{1,2}|\d{4,})|0?[.]\d+|\d{1,3}(?:,\d{3})+[.]\d+|\d{4,}[.]\d+",
}
_CERTAIN = {mark: re.compile(rf"[+\-−]?(?:{body})") for mark, body in _MARK.items()}
_THREE_DIGITS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_SHORT = re.compile(r"[+-]?\d{1,3}")

EXACT = 10**15
"""Whole numbers from here on (16 digits) outrun what a float surely holds: card numbers, not amounts."""

_MOST_ODD_LEVELS = 5
_ODD_SHARE = 0.05
"""A few words in an otherwise numeric column ("not given") are blanks; more make it text."""

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a text column's levels are as numbers, and how that was read.

    ``values[i]`` is nan where level ``i`` isn't a number; those are named in ``odd``. ``doubt`` is
    empty, or the choice that would read them in another way: ``decimal`` or ``thousands``.
    """

    values: NDArray[np.float64]
    mark: str
    group: str
    examples: tuple[tuple[str, str], ...]
    unit: str
    odd: tuple[str, ...]
    doubt: str


@dataclass(frozen=True, slots=True)
class Prior:
    """What is known of a file's numbers before a column is read.

    ``mark`` is the decimal mark that other cells prove ("" if none does); ``decimal`` and
    ``thousands`` are what the user says. ``separator`` is the file's own.
    """

    mark: str
    separator: str
    decimal: str | None = None
    thousands: str | None = None


def looks_like_number(text: str) -> bool:
    """Tell whether a cell holds a number in any usual way of writing."""
    return _match(text) is not None


def _match(text: str) -> re.Match[str] | None:
    found = _LOOSE.fullmatch(text)
    if found is None:
        return None
    signs = bool(found["sign"]) + bool(found["late"]) + bool(found["open"]) + (found["number"][0] in "+-−")
    return found if signs <= 1 and bool(found["open"]) == bool(found["close"]) else None


def certain_mark(text: str) -> str:
    """Give the decimal mark that a cell proves (``"."`` or ``","``), or nothing."""
    found = _match(text)
    if found is None:
        return ""
    number = re.sub(rf"[{_SPACES}{_APOSTROPHES}]", "", found["number"])
    return next((mark for mark, pattern in _CERTAIN.items() if pattern.fullmatch(number)), "")


def file_mark(sample: Sequence[Sequence[str]]) -> str:
    """Decide a file's decimal mark by counting the cells that prove one; nothing if none does."""
    votes = {",": 0, ".": 0}
    for record in sample:
        for cell in record:
            if "," in cell or "." in cell:
                mark = certain_mark(cell)
                if mark:
                    votes[mark] += 1
    if not any(votes.values()):
        return ""
    return "," if votes[","] > votes["."] else "."


def may_be_thousands(cells: Sequence[str]) -> bool:
    """Tell whether every mark in these cells could also part thousands: "1.234", never "1.5"."""
    marked = [c for c in cells if "." in c or "," in c]
    return bool(marked) and all(_THREE_DIGITS.fullmatch(c.strip()) for c in marked)


def as_numbers(
    levels: Sequence[str], counts: NDArray[np.int64], prior: Prior, *, is_amount: bool = False
) -> Numbers | None:
    """Read a text column's levels as numbers, or give None where they are no numbers.

    ``counts`` says how often each level occurs; ``is_amount`` that the heading speaks of money. All
    values of a column are read the same way, never one by one.
    """
    probe = levels[:: max(1, len(levels) // 200)]
    if sum(looks_like_number(level) for level in probe) < 0.5 * len(probe):
        return _measured(levels, counts, prior, is_amount=is_amount)
    found = [_match(level) for level in levels]
    odd = [i for i, match in enumerate(found) if match is None]
    if len(odd) == len(levels) or not _may_be_blanks(odd, levels, counts):
        return None
    if all(match is None or match["open"] for match in found):
        return None  # brackets around every value are decoration, not a sign
    unit = _only_unit(found, counts)
    if unit is None:
        return None
    texts = [_plain(m) if m else "" for m in found]
    if any(_LEADING_ZERO.fullmatch(x) for x in texts):
        return None
    return _convert(levels, texts, unit, tuple(levels[i] for i in odd), prior, is_amount=is_amount)


def _measured(
    levels: Sequence[str], counts: NDArray[np.int64], prior: Prior, *, is_amount: bool
) -> Numbers | None:
    """Read "31 kg" as 31."""
    bare = without_unit(levels, counts)
    if bare is None:
        return None
    numbers = as_numbers(bare[0], counts, prior, is_amount=is_amount)
    return None if numbers is None or numbers.unit else replace(numbers, unit=bare[1])


def _plain(match: re.Match[str]) -> str:
    """Give a number's text with its sign in front: "(5)" and "5-" are both "-5"."""
    number = re.sub(r"\s+", " ", match["number"].strip()).replace("−", "-")
    is_negative = match["open"] or match["late"] or (match["sign"] or "+") in "-−–"
    return "-" + number.lstrip("+") if is_negative and number[0] != "-" else number


def _only_unit(found: Sequence[re.Match[str] | None], counts: NDArray[np.int64]) -> str | None:
    """Give the unit of all values, "" for none, or None where they differ."""
    units: Counter[str] = Counter()
    for match, count in zip(found, counts, strict=True):
        if match:
            if match["pre"] and match["post"]:
                return None
            units[match["pre"] or match["post"] or ""] += int(count)
    named = [u for u in units if u]
    if len(named) > 1:
        return None
    # "5" beside "5 %" may mean either, and so does "7" in a column of few dollars; where most
    # amounts carry the currency, the others only forgot it.
    if named and units[""] and (named[0] == "%" or units[named[0]] < units[""]):
        return None
    return named[0] if named else ""


def _may_be_blanks(odd: Sequence[int], levels: Sequence[str], counts: NDArray[np.int64]) -> bool:
    if not odd:
        return True
    few = len(odd) <= _MOST_ODD_LEVELS and counts[list(odd)].sum() <= _ODD_SHARE * counts.sum()
    return bool(few and not any(c.isdigit() for i in odd for c in levels[i]))


def _convert(
    levels: Sequence[str],
    texts: Sequence[str],
    unit: str,
    odd: tuple[str, ...],
    prior: Prior,
    *,
    is_amount: bool,
) -> Numbers | None:
    filled = [x for x in texts if x]
    readings = {mark: _reading(filled, mark, prior.thousands) for mark in (".", ",")}
    is_doubtful = not (unit or is_amount or prior.thousands or prior.decimal) and may_be_codes(filled)
    if is_doubtful:
        if is_code_list(filled):
            return None
        # Whoever writes thousands writes some that begin with one or two digits, or end in zeros.
        readings = {mark: None if group else group for mark, group in readings.items()}
    possible = [mark for mark, group in readings.items() if group is not None]
    own = {certain_mark(x) for x in filled} - {""}
    if prior.decimal in possible:
        possible = [prior.decimal or "."]
    elif own:
        if len(own) > 1:
            return None
        possible = [mark for mark in possible if mark in own]
    if not possible:
        return None
    mark, doubt = _mark(possible, filled, prior)
    if is_doubtful and not prior.mark:
        if mark == prior.separator:
            return None
        doubt = "decimal"
    group = readings[mark] or ""
    plain = [re.sub(f"[{re.escape(group)}]", "", x) if group else x for x in texts]
    values = np.array([float(x.replace(mark, ".")) if x else np.nan for x in plain], dtype=np.float64)
    whole = [
        abs(v) >= EXACT and not re.search(r"[.eE]", x.replace(mark, "."))
        for v, x in zip(values, plain, strict=True)
    ]
    if any(whole) or not np.isfinite(values[[bool(x) for x in texts]]).all():
        return None
    shown = (
        (o, f"{v:.15g}")
        for o, x, v in zip(levels, texts, values, strict=True)
        if mark in x or (group and re.search(f"[{re.escape(group)}]", x))
    )
    examples = tuple(e for _, e in zip(range(_SHOWN), shown, strict=False))
    return Numbers(values, mark, group[:1], examples, unit, odd, doubt)


def _mark(possible: Sequence[str], filled: Sequence[str], prior: Prior) -> tuple[str, str]:
    """Choose the decimal mark, and say which choice would change it if it had to be guessed."""
    if len(possible) == 1 or not any("," in x or "." in x for x in filled):
        return possible[0], ""
    if prior.mark:
        return prior.mark, ""
    other = "," if any("," in x for x in filled) else "."
    if any(_SHORT.fullmatch(x) for x in filled) and may_be_thousands(filled):
        # "1.234" beside "980": whoever writes three decimals writes 980.000.
        return "." if other == "," else ",", "decimal"
    if other == ".":
        return ".", "decimal"
    # "1,234": thousands in a comma-separated file, a decimal where the comma is free for it.
    return "." if prior.separator == "," else ",", "decimal"


def _reading(texts: Sequence[str], mark: str, thousands: str | None) -> str | None:
    """Give the characters between thousands ("" for none) if all texts can be read with that mark."""
    plain = re.compile(rf"[+-]?(\d*)(?:[{mark}]\d*)?(?:[eE][+-]?\d+)?")
    groups: set[str] = set()
    for text in texts:
        found = plain.fullmatch(text)
        if found:
            if len(found[1]) > 3:
                groups.add("")
            continue
        grouped = re.fullmatch(
            rf"[+-]?\d{{1,3}}(?:([.,{_APOSTROPHES}{_SPACES}])\d{{2,3}})(?:\1\d{{2,3}})*(?:[{mark}]\d*)?", text
        )
        if grouped is None or grouped[1] == mark or not _is_grouping(text, grouped[1], mark):
            return None
        if (
            thousands is not None
            and grouped[1] != thousands
            and not (thousands.isspace() and grouped[1].isspace())
        ):
            return None
        groups.add(_SPACES if grouped[1] in _SPACES else grouped[1])
    # Thousands separators are believed only where every large number has the same one.
    return None if len(groups) > 1 else next(iter(groups), "")


def _is_grouping(text: str, group: str, mark: str) -> bool:
    """Tell whether digits stand in threes, or as in India: 12,34,567 is 1.2 million."""
    whole = text.lstrip("+-").partition(mark)[0].split(group)
    if all(len(part) == 3 for part in whole[1:]):
        return True
    in_lakhs = len(whole[-1]) == 3 and all(len(part) == 2 for part in whole[1:-1]) and len(whole[0]) <= 2
    return in_lakhs and group == "," and len(whole) > 2
