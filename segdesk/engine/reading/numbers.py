"""Numbers as people write them: decimal mark, thousands, currency, from the data alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_SPACES = "\u0020\u00a0\u202f\u2009"
_UNITS = r"[$€£¥₹₦₽%]|Br\.?|ETB|ብር|USD|EUR|GBP|CHF|KES|INR|Rs\.?"
_LOOSE = re.compile(
    rf"\s*(?P<pre>{_UNITS})?\s*(?P<number>[+-]?[\d.,'’{_SPACES}]*\d(?:[.,]|[eE][+-]?\d+)?)\s*(?P<post>{_UNITS})?\s*"
)
_LEADING_ZERO = re.compile(r"0\d+")
_MARK = {
    ",": r"(?:\d+|\d{1,3}(?:[.]\d{3})+),(?:\d{1,2}|\d{4,})|0?,\d+|\d{1,3}(?:[.]\d{3})+,\d+",
    ".": r"(?:\d+|\d{1,3}(?:,\d{3})+)[.](?:\d{1,2}|\d{4,})|0?[.]\d+|\d{1,3}(?:,\d{3})+[.]\d+",
}
_CERTAIN = {mark: re.compile(rf"[+-]?(?:{body})") for mark, body in _MARK.items()}

_BRACKETED = re.compile(r"\s*\(([^()]*\d[^()]*)\)\s*")
_TRAILING_MINUS = re.compile(r"\s*([^-]*\d[^-]*)-\s*")
_MINUS_BEFORE_UNIT = re.compile(rf"\s*-\s*({_UNITS})\s*(.+)")

EXACT = 10**15
"""Whole numbers from here on (16 digits) outrun what a float surely holds: card numbers, not amounts."""

_MOST_ODD_LEVELS = 5
_ODD_SHARE = 0.05
"""A few words in an otherwise numeric column ("not given") are blanks; more make it text."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a text column's levels are as numbers, and how that was read.

    ``values[i]`` is nan where level ``i`` isn't a number; those are named in ``odd``.
    """

    values: NDArray[np.float64]
    mark: str
    example: tuple[str, str] | None
    grouped: bool
    unit: str
    odd: tuple[str, ...]
    is_ambiguous: bool


def looks_like_number(text: str) -> bool:
    """Tell whether a cell holds a number in any usual way of writing."""
    return _LOOSE.fullmatch(_signed(text)) is not None


def _signed(text: str) -> str:
    """Write a minus in front of the digits: accountants put it behind them, or brackets around them."""
    text = text.replace("\u2212", "-")
    for pattern, instead in (
        (_BRACKETED, r"-\1"),
        (_TRAILING_MINUS, r"-\1"),
        (_MINUS_BEFORE_UNIT, r"\1 -\2"),
    ):
        text = pattern.sub(instead, text) if pattern.fullmatch(text) else text
    return text


def certain_mark(text: str) -> str:
    """Give the decimal mark that a cell proves (``"."`` or ``","``), or nothing."""
    found = _LOOSE.fullmatch(_signed(text))
    if found is None:
        return ""
    number = re.sub(rf"[{_SPACES}'’]", "", found["number"])
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


def as_numbers(
    levels: Sequence[str], counts: NDArray[np.int64], *, prior: str, separator: str
) -> Numbers | None:
    """Read a text column's levels as numbers, or give None where they are no numbers.

    ``prior`` is the file's decimal mark ("" if nothing proved one); ``counts`` how often each
    level occurs. All values of a column are read the same way, never one by one.
    """
    probe = levels[:: max(1, len(levels) // 200)]
    if sum(looks_like_number(level) for level in probe) < 0.5 * len(probe):
        return None
    # Brackets around every value are decoration, not a sign.
    has_signs = not all(_BRACKETED.fullmatch(level) for level in probe)
    found = [_LOOSE.fullmatch(_signed(level) if has_signs else level) for level in levels]
    odd = [i for i, match in enumerate(found) if match is None]
    if len(odd) == len(levels) or not _may_be_blanks(odd, levels, counts):
        return None
    units = {(m["pre"] or m["post"] or "") for m in found if m}
    # "5" beside "5 %" may mean either: only a unit on every value may go.
    if len(units) != 1:
        return None
    texts = [re.sub(r"\s+", " ", m["number"].strip()) if m else "" for m in found]
    if any(_LEADING_ZERO.fullmatch(x) for x in texts):
        return None
    return _convert(levels, texts, units.pop(), tuple(levels[i] for i in odd), prior, separator)


def _may_be_blanks(odd: Sequence[int], levels: Sequence[str], counts: NDArray[np.int64]) -> bool:
    if not odd:
        return True
    few = len(odd) <= _MOST_ODD_LEVELS and counts[list(odd)].sum() <= _ODD_SHARE * counts.sum()
    return bool(few and not any(c.isdigit() for i in odd for c in levels[i]))


def _convert(
    levels: Sequence[str], texts: Sequence[str], unit: str, odd: tuple[str, ...], prior: str, separator: str
) -> Numbers | None:
    filled = [x for x in texts if x]
    own = {certain_mark(x) for x in filled} - {""}
    if len(own) > 1:
        return None
    readings = {mark: _reading(filled, mark) for mark in (".", ",")}
    possible = [mark for mark, group in readings.items() if group is not None]
    if own:
        possible = [mark for mark in possible if mark in own]
    if not possible:
        return None
    is_ambiguous = False
    mark = possible[0]
    if len(possible) == 2 and any("," in x or "." in x for x in filled):
        # "1,234": thousands in a comma-separated file, a decimal where the comma is free for it.
        is_ambiguous = not prior
        mark = prior or ("." if separator == "," else ",")
    group = readings[mark] or ""
    plain = [x.replace(group, "") if group else x for x in texts]
    values = np.array([float(x.replace(mark, ".")) if x else np.nan for x in plain], dtype=np.float64)
    whole = [abs(v) >= EXACT and "." not in x.replace(mark, ".") for v, x in zip(values, plain, strict=True)]
    if any(whole) or not np.isfinite(values[[bool(x) for x in texts]]).all():
        return None
    shown = next(
        (
            (o, f"{v:.15g}")
            for o, x, v in zip(levels, texts, values, strict=True)
            if mark in x or (group and group in x)
        ),
        None,
    )
    return Numbers(values, mark, shown, bool(group), unit, odd, is_ambiguous)


def _reading(texts: Sequence[str], mark: str) -> str | None:
    """Give the thousands separator ("" for none) if all texts can be read with that mark."""
    plain = re.compile(rf"[+-]?(\d*)(?:[{mark}]\d*)?(?:[eE][+-]?\d+)?")
    groups: set[str] = set()
    for text in texts:
        found = plain.fullmatch(text)
        if found:
            if len(found[1]) > 3:
                groups.add("")
            continue
        grouped = re.fullmatch(
            rf"[+-]?\d{{1,3}}(?:([.,'’{_SPACES}])\d{{3}})(?:\1\d{{3}})*(?:[{mark}]\d*)?", text
        )
        if grouped is None or grouped[1] == mark:
            return None
        groups.add(grouped[1])
    # Thousands separators are believed only where every large number has the same one.
    return None if len(groups) > 1 else next(iter(groups), "")
