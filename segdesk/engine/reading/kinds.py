"""Turns a raw column into a number, date or text column and remembers what was noticed."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from segdesk.engine.reading.dates import Dates, as_compact_dates, as_dates
from segdesk.engine.reading.header import listed
from segdesk.engine.reading.numbers import Numbers, as_numbers
from segdesk.engine.reading.parse import RawColumn
from segdesk.model.notes import Note
from segdesk.model.roles import Kind
from segdesk.model.table import Column


@dataclass(slots=True)
class Findings:
    """What was noticed over all columns, to be told once each."""

    commas: list[tuple[str, str, str]] = field(default_factory=list)
    grouped: list[tuple[str, str, str]] = field(default_factory=list)
    ambiguous_numbers: list[tuple[str, str, str]] = field(default_factory=list)
    units: list[tuple[str, str]] = field(default_factory=list)
    odd: list[tuple[str, str, int]] = field(default_factory=list)
    compact: list[tuple[str, str, str]] = field(default_factory=list)
    short_years: list[tuple[str, str, str]] = field(default_factory=list)
    ambiguous_dates: list[str] = field(default_factory=list)
    bad_dates: list[tuple[str, str, int]] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    empty: int = 0

    def notes(self) -> list[Note]:
        """Give one note for each kind of finding."""
        notes = [] if not self.unnamed else [_unnamed(self.unnamed)]
        notes += [
            Note(
                code,
                {"columns": listed([n for n, _, _ in found]), "example": f"{found[0][1]} → {found[0][2]}"},
            )
            for code, found in (
                ("note.decimal_comma", self.commas),
                ("note.thousands", self.grouped),
                ("note.ambiguous_numbers", self.ambiguous_numbers),
                ("note.compact_dates", self.compact),
            )
            if found
        ]
        notes += [Note("note.unit_removed", {"column": n, "unit": unit}) for n, unit in self.units]
        notes += [Note("note.not_numbers", {"column": n, "values": v, "count": c}) for n, v, c in self.odd]
        notes += [
            Note("note.short_years", {"column": n, "first": first, "last": last})
            for n, first, last in self.short_years
        ]
        if self.ambiguous_dates:
            notes.append(Note("note.ambiguous_dates", {"columns": listed(self.ambiguous_dates)}))
        notes += [
            Note("note.bad_dates", {"column": n, "values": v, "count": c}) for n, v, c in self.bad_dates
        ]
        if self.empty:
            notes.append(Note("note.empty_columns", {"count": self.empty}))
        return notes


def typed(name: str, raw: RawColumn, *, prior: str, separator: str, findings: Findings) -> Column:
    """Decide what a column holds from all of its values."""
    if raw.numbers is not None:
        days = as_compact_dates(raw.numbers)
        if days is not None:
            findings.compact.append((name, f"{np.nanmin(raw.numbers):.0f}", str(np.nanmin(days))[:10]))
            return Column(name, Kind.DATE, days)
        if raw.infinite:
            findings.odd.append((name, "∞", raw.infinite))
        return Column(name, Kind.NUMBER, raw.numbers)
    if not raw.levels:
        return Column(name, Kind.NUMBER, np.full(len(raw.codes), np.nan))
    counts = np.bincount(raw.codes[raw.codes >= 0], minlength=len(raw.levels))
    numbers = as_numbers(raw.levels, counts, prior=prior, separator=separator)
    if numbers is not None:
        _remember_numbers(name, raw, numbers, findings)
        return Column(name, Kind.NUMBER, np.append(numbers.values, np.nan)[raw.codes])
    dates = as_dates(raw.levels)
    if dates is not None:
        _remember_dates(name, raw, dates, findings)
        values = np.append(dates.values, np.datetime64("NaT", "s"))[raw.codes]
        return Column(name, Kind.DATE, values)
    return Column(name, Kind.TEXT, raw.codes, raw.levels)


def _unnamed(names: list[str]) -> Note:
    return Note("note.blank_headers", {"count": len(names), "names": listed(names)})


def _remember_numbers(name: str, raw: RawColumn, numbers: Numbers, findings: Findings) -> None:
    if numbers.example is not None:
        found = (name, *numbers.example)
        if numbers.is_ambiguous:
            findings.ambiguous_numbers.append(found)
        elif numbers.mark == "," and "," in numbers.example[0]:
            findings.commas.append(found)
        elif numbers.grouped:
            findings.grouped.append(found)
    if numbers.unit:
        findings.units.append((name, numbers.unit))
    if numbers.odd:
        findings.odd.append((name, listed(numbers.odd), _rows_with(raw, numbers.odd)))


def _remember_dates(name: str, raw: RawColumn, dates: Dates, findings: Findings) -> None:
    if dates.is_ambiguous:
        findings.ambiguous_dates.append(name)
    if dates.has_short_years:
        known = np.sort(dates.values[~np.isnat(dates.values)])
        findings.short_years.append((name, str(known[0])[:4], str(known[-1])[:4]))
    if dates.bad:
        findings.bad_dates.append((name, listed(dates.bad), _rows_with(raw, dates.bad)))


def _rows_with(raw: RawColumn, levels: tuple[str, ...]) -> int:
    wanted = np.isin(np.array(raw.levels, dtype=object), list(levels))
    return int(np.append(wanted, False)[raw.codes].sum())
