"""Turns a raw column into a number, date or text column and remembers what was noticed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.reading.dates import Dates, as_counted_dates, as_dates
from segdesk.engine.reading.ethiopian import ethiopian_dates
from segdesk.engine.reading.numbers import CURRENCIES, Numbers, Prior, as_numbers
from segdesk.engine.reading.parse import RawColumn
from segdesk.engine.reading.receipt import is_money
from segdesk.model.notes import Note
from segdesk.model.reading import Guess, ReadingChoices
from segdesk.model.roles import Kind
from segdesk.model.table import Column

_NAMED = 5
"""Columns or values named in one warning."""

_SHOWN = 3
"""Examples of a guess."""


_CERTAIN_CENTURY = "2000"
"""Nobody doubts that "24" is 2024; what became 19.. is told."""


@dataclass(slots=True)
class Findings:
    """What was noticed over all columns, to be told once each."""

    commas: list[tuple[str, str, str]] = field(default_factory=list)
    grouped: list[tuple[str, str, str]] = field(default_factory=list)
    counted: list[tuple[str, str, str]] = field(default_factory=list)
    units: list[tuple[str, str]] = field(default_factory=list)
    odd: list[tuple[str, str, int]] = field(default_factory=list)
    bad_dates: list[tuple[str, str, int]] = field(default_factory=list)
    short_years: list[tuple[str, str, str]] = field(default_factory=list)
    doubts: dict[str, list[tuple[str, tuple[tuple[str, str], ...]]]] = field(default_factory=dict)
    currencies: dict[str, str] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    day_first: list[bool] = field(default_factory=list)
    empty: int = 0

    def notes(self) -> list[Note]:
        """Give one note for each kind of finding."""
        doubtful = [(name, *examples[0]) for name, examples in self.doubts.get("decimal", ()) if examples]
        notes = [
            Note(
                code,
                {"columns": _names([n for n, _, _ in found]), "example": f"{found[0][1]} → {found[0][2]}"},
            )
            for code, found in (
                ("note.decimal_comma", self.commas),
                ("note.thousands", self.grouped),
                ("note.ambiguous_numbers", doubtful),
                ("note.counted_dates", self.counted),
            )
            if found
        ]
        notes += [Note("note.unit_removed", {"column": n, "unit": unit}) for n, unit in self.units]
        notes += [Note("note.not_numbers", {"column": n, "values": v, "count": c}) for n, v, c in self.odd]
        notes += [
            Note("note.short_years", {"column": n, "first": first, "last": last})
            for n, first, last in self.short_years
        ]
        if "dayfirst" in self.doubts:
            names = [name for name, _ in self.doubts["dayfirst"]]
            notes.append(Note("note.ambiguous_dates", {"columns": _names(names)}))
        notes += [
            Note("note.bad_dates", {"column": n, "values": v, "count": c}) for n, v, c in self.bad_dates
        ]
        if self.empty:
            notes.append(Note("note.empty_columns", {"count": self.empty}))
        return notes

    def guesses(self) -> list[Guess]:
        """Give one guess for each choice that would change something."""
        return [
            Guess(choice, tuple(name for name, _ in found), _first(e for _, es in found for e in es))
            for choice, found in self.doubts.items()
        ]


def typed(name: str, raw: RawColumn, *, prior: Prior, choices: ReadingChoices, findings: Findings) -> Column:
    """Decide what a column holds from all of its values."""
    is_ethiopian = name in choices.ethiopian_dates
    if raw.numbers is not None:
        if raw.infinite:
            findings.odd.append((name, "∞", raw.infinite))
        days = None if is_ethiopian else as_counted_dates(name, raw.numbers)
        if days is None:
            return Column(name, Kind.NUMBER, raw.numbers)
        first = int(np.flatnonzero(~np.isnat(days))[0])
        findings.counted.append((name, f"{raw.numbers[first]:.15g}", str(days[first])[:10]))
        return Column(name, Kind.DATE, days)
    if not raw.levels:
        return Column(name, Kind.NUMBER, np.full(len(raw.codes), np.nan))
    if is_ethiopian:
        found = ethiopian_dates(raw.levels, day_first=choices.dayfirst)
        if found is not None:
            bad = tuple(level for level, day in zip(raw.levels, found, strict=True) if np.isnat(day))
            _remember_bad(name, raw, bad, findings)
            return Column(name, Kind.DATE, np.append(found, np.datetime64("NaT", "s"))[raw.codes])
    counts = np.bincount(raw.codes[raw.codes >= 0], minlength=len(raw.levels))
    numbers = as_numbers(raw.levels, counts, prior, is_amount=is_money(name))
    if numbers is not None:
        _remember_numbers(name, raw, numbers, findings)
        return Column(name, Kind.NUMBER, np.append(numbers.values, np.nan)[raw.codes])
    dates = as_dates(raw.levels, day_first=choices.dayfirst)
    if dates is not None:
        _remember_dates(name, raw, dates, findings)
        return Column(name, Kind.DATE, np.append(dates.values, np.datetime64("NaT", "s"))[raw.codes])
    return Column(name, Kind.TEXT, raw.codes, raw.levels)


def _remember_numbers(name: str, raw: RawColumn, numbers: Numbers, findings: Findings) -> None:
    if numbers.examples:
        found = (name, *numbers.examples[0])
        if numbers.doubt:
            findings.doubts.setdefault(numbers.doubt, []).append((name, numbers.examples))
        elif numbers.mark == "," and "," in numbers.examples[0][0]:
            findings.commas.append(found)
        elif numbers.group:
            findings.grouped.append(found)
    if numbers.group:
        findings.groups[numbers.group] = findings.groups.get(numbers.group, 0) + 1
    if numbers.unit:
        findings.units.append((name, numbers.unit))
        if numbers.unit in CURRENCIES:
            findings.currencies[name] = numbers.unit
    if numbers.odd:
        findings.odd.append((name, _names(numbers.odd), rows_with(raw, numbers.odd)))


def _remember_dates(name: str, raw: RawColumn, dates: Dates, findings: Findings) -> None:
    if dates.day_first is not None:
        findings.day_first.append(dates.day_first)
    if dates.is_ambiguous:
        examples = _first((t, str(d)[:10]) for t, d in zip(raw.levels, dates.values, strict=True))
        findings.doubts.setdefault("dayfirst", []).append((name, examples))
    if dates.has_short_years:
        known = dates.values[~np.isnat(dates.values)]
        first, last = str(known.min())[:4], str(known.max())[:4]
        if first < _CERTAIN_CENTURY:
            findings.short_years.append((name, first, last))
    _remember_bad(name, raw, dates.bad, findings)


def _remember_bad(name: str, raw: RawColumn, bad: tuple[str, ...], findings: Findings) -> None:
    if bad:
        findings.bad_dates.append((name, _names(bad), rows_with(raw, bad)))


def rows_with(raw: RawColumn, levels: tuple[str, ...]) -> int:
    """Count the rows that hold one of these levels."""
    wanted: NDArray[np.bool_] = np.isin(np.array(raw.levels, dtype=object), list(levels))
    return int(np.append(wanted, False)[raw.codes].sum())


def _first(examples: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(islice(examples, _SHOWN))


def _names(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
