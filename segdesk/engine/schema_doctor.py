"""Holds a new file's columns beside those a run was made from: renamed, missing, new, in other units."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from segdesk.engine.transform import as_levels
from segdesk.errors import InputError
from segdesk.model.placement import ChangedUnit, NewLevels, Renamed, SchemaMatch, UnitChange
from segdesk.model.recipe import ColumnUse
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column, Table

LEAST_ALIKE = 0.55
"""Half name, half values: "Umsatz" and "Umsatz_EUR" are far above, two of many columns below."""

ALIKE_BY_NAME = 0.75
"""Where nothing is known of the old values the name must say it all."""

FEWEST_ROWS = 20
"""Of fewer customers medians and distributions say nothing."""

MOST_MISSING = 0.5
"""With more of the used columns missing, customers would be placed by what isn't known about them."""

_CONTAINED = 0.85
"""How alike names are of which one holds all words of the other."""

_APART = 0.7
_TOGETHER = 0.35
"""A unit has changed where distributions lie apart (by Kolmogorov and Smirnov) and fit once rescaled."""

_NEAR_POWER = 0.2
"""How near, in powers of ten, a ratio of medians must come to 10, 100, 1,000 …"""

_LEAST_RATIO = 3.0
_SAMPLE = 5_000
_NO_NAMES: Mapping[str, str] = {}
_SHOWN_LEVELS = 20


def examine(
    before: Table,
    uses: Collection[ColumnUse],
    now: Table,
    *,
    currencies: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {}),
    names: Mapping[str, str] = _NO_NAMES,
) -> SchemaMatch:
    """Find what became of a run's columns in a new file.

    A column that is gone is proposed to be the new one that is most like it by name and values. A
    measure whose values fit the old ones only once multiplied by a power of ten, or by anything else
    while another currency stands in the file, has changed its unit.

    Parameters
    ----------
    before, uses
        The run's table and its recipe's columns.
    currencies
        Each file's currency by column, as far as it is written in it.
    names
        What the user has said already: the run's column by the file's, empty for one that stands for none.

    Raises
    ------
    InputError
        ``schema.no_such_column``: ``names`` holds a column that the run or the file hasn't.
    """
    needed = [use for use in uses if use.is_used or use.role in (ColumnRole.DESCRIBE, ColumnRole.IDENTIFIER)]
    old_names = {column.name for column in before.columns}
    new_names = {column.name for column in now.columns}
    gone = [use.name for use in needed if use.name not in new_names]
    fresh = [column.name for column in now.columns if column.name not in old_names]
    said = _said(names, gone, fresh)
    settled = {each.old for each in said}
    proposed = _renamed(
        [before.column(n) for n in gone if n not in settled],
        [now.column(n) for n in fresh if n not in names],
    )
    renamed = (*said, *proposed)
    found = {each.new for each in renamed}
    present = {column.name: column for column in with_names(now, renamed).columns}
    kept = {each.old for each in renamed}
    return SchemaMatch(
        renamed=renamed,
        missing=tuple(name for name in gone if name not in kept),
        added=tuple(name for name in fresh if name not in found),
        new_levels=_new_levels(before, needed, present),
        units=_changed_units(before, needed, present, (currencies[0], _by_old_name(currencies[1], renamed))),
        changed_kinds=tuple(
            use.name
            for use in needed
            if use.role is ColumnRole.MEASURE
            and use.name in present
            and _is_other_kind(before.column(use.name), present[use.name])
        ),
    )


def matched(table: Table, match: SchemaMatch, *, accepts: bool) -> Table:
    """Give a new file's table under the run's names and in its units.

    Names that differ in case and signs only are put right in any case, other proposals where the user
    ``accepts`` them.

    Raises
    ------
    InputError
        ``schema.consent``: something is proposed that nobody has looked at;
        ``schema.currency``: amounts are in another currency and nobody said at which rate.
    """
    if match.needs_consent and not accepts:
        renamed = "; ".join(f"{each.new} → {each.old}" for each in match.renamed if not each.is_same_word)
        units = "; ".join(f"{each.column} × {each.factor:g}" for each in match.units)
        raise InputError("schema.consent", proposals="; ".join(filter(None, (renamed, units))))
    unknown = [each for each in match.units if not each.factor]
    if unknown:
        first = unknown[0]
        raise InputError("schema.currency", column=first.column, before=first.before, now=first.now)
    table = with_names(table, match.renamed)
    factors = {each.column: each.factor for each in match.units}
    return replace(table, columns=tuple(_scaled(c, factors.get(c.name)) for c in table.columns))


def refuse_unlike(match: SchemaMatch, uses: Collection[ColumnUse]) -> None:
    """Refuse a file that tells too little about what segments are made from.

    Raises
    ------
    InputError
        ``schema.no_columns``, ``schema.few_columns``; ``schema.not_numbers``: words stand where there were
        numbers.
    """
    used = [use.name for use in uses if use.is_used]
    missing = [name for name in used if name in match.missing]
    if len(missing) == len(used):
        raise InputError("schema.no_columns", columns=", ".join(used))
    if len(missing) > MOST_MISSING * len(used):
        raise InputError("schema.few_columns", missing=", ".join(missing), count=len(missing), used=len(used))
    if match.changed_kinds:
        raise InputError("schema.not_numbers", column=match.changed_kinds[0])


def mapped(match: SchemaMatch, names: Mapping[str, str], scales: Mapping[str, float]) -> SchemaMatch:
    """Put the user's words in the place of proposals: the run's column by the file's, factors by column.

    A column of the file with an empty name stands for none of the run's.

    Raises
    ------
    InputError
        ``schema.no_such_column``: the run or the file hasn't such a column.
    """
    free = {*match.added, *(each.new for each in match.renamed)}
    wanted = {*match.missing, *(each.old for each in match.renamed)}
    said = _said(names, wanted, free)
    kept = tuple(e for e in match.renamed if e.new not in names and e.old not in names.values())
    renamed = (*said, *kept)
    old_names, new_names = {each.old for each in renamed}, {each.new for each in renamed}
    units = tuple(replace(each, factor=scales.get(each.column, each.factor)) for each in match.units)
    known = {each.column for each in units}
    units += tuple(
        ChangedUnit(column, UnitChange.SCALE, factor, "", "")
        for column, factor in scales.items()
        if column not in known
    )
    return replace(
        match,
        renamed=renamed,
        missing=tuple(name for name in sorted(wanted) if name not in old_names),
        added=tuple(name for name in sorted(free) if name not in new_names),
        units=units,
    )


def without_proposals(match: SchemaMatch) -> SchemaMatch:
    """Give what is left of a match where nothing is to be proposed any more."""
    return replace(
        match,
        renamed=(),
        units=(),
        missing=(*match.missing, *(each.old for each in match.renamed)),
        added=(*match.added, *(each.new for each in match.renamed)),
    )


def with_names(table: Table, renamed: Collection[Renamed]) -> Table:
    """Give a table whose renamed columns have their old names."""
    names = {each.new: each.old for each in renamed}
    return replace(
        table,
        columns=tuple(Column(names.get(c.name, c.name), c.kind, c.values, c.levels) for c in table.columns),
    )


def plain_name(name: str) -> str:
    """Give a name's letters and digits, without case, accents and signs; words parted by a blank."""
    text = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    spaced = "".join(
        f" {c}" if i and c.isupper() and text[i - 1].islower() else c for i, c in enumerate(text)
    )
    return " ".join("".join(c if c.isalnum() else " " for c in spaced.casefold()).split())


def name_likeness(first: str, second: str) -> float:
    """Give how alike two names are, 0 … 1: their edit ratio, or more where one holds the other's words.

    Source
    ------
    Ratcliff & Metzener (1988), "Pattern Matching: The Gestalt Approach", Dr. Dobb's Journal 46.
    """
    one, other = plain_name(first), plain_name(second)
    if one.replace(" ", "") == other.replace(" ", ""):
        return 1.0
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    words = set(one.split()), set(other.split())
    is_part = bool(words[0] and words[1]) and (words[0] <= words[1] or words[1] <= words[0])
    return max(ratio, _CONTAINED if is_part else 0.0)


def value_likeness(first: Column, second: Column) -> float:
    """Give how alike two columns' values are, 0 … 1; 0 for another kind.

    Words: the share of the second one's rows whose word the first has too. Numbers and dates: 1 less
    the Kolmogorov-Smirnov distance, for numbers also once brought to one scale.
    """
    if first.kind is not second.kind:
        return 0.0
    if first.kind is Kind.TEXT:
        known = second.values[second.values >= 0]
        own = set(first.levels)
        shared = np.array([level in own for level in second.levels], dtype=bool)
        return float(shared[known].mean()) if len(known) else 0.0
    one, other = _known(first), _known(second)
    if not len(one) or not len(other):
        return 0.0
    return 1 - min(_distance(one, other), _distance(one, other * _ratio(one, other)))


def _said(names: Mapping[str, str], wanted: Collection[str], free: Collection[str]) -> tuple[Renamed, ...]:
    """Give what the user said of columns; names that were said need nobody's consent."""
    for new, old in names.items():
        if new not in free or (old and old not in wanted):
            raise InputError("schema.no_such_column", name=new if new not in free else old)
    return tuple(Renamed(old, new, 1.0, is_same_word=True) for new, old in names.items() if old)


def _renamed(gone: list[Column], fresh: list[Column]) -> tuple[Renamed, ...]:
    if not gone or not fresh:
        return ()
    scores = np.array([[_likeness(old, new) for new in fresh] for old in gone])
    pairs = zip(*linear_sum_assignment(scores, maximize=True), strict=True)
    return tuple(
        Renamed(
            gone[i].name,
            fresh[j].name,
            float(scores[i, j]),
            is_same_word=name_likeness(gone[i].name, fresh[j].name) == 1.0,
        )
        for i, j in pairs
        if scores[i, j] >= LEAST_ALIKE
    )


def _likeness(old: Column, new: Column) -> float:
    name = name_likeness(old.name, new.name)
    if name == 1.0:
        return name
    if not len(old.values):
        return name if name >= ALIKE_BY_NAME else 0.0
    return (name + value_likeness(old, new)) / 2


def _by_old_name(currencies: Mapping[str, str], renamed: Collection[Renamed]) -> dict[str, str]:
    names = {each.new: each.old for each in renamed}
    return {names.get(name, name): currency for name, currency in currencies.items()}


def _is_other_kind(old: Column, new: Column) -> bool:
    """Tell whether a measure's values are of another kind; of a column of which nothing is known: words."""
    return new.kind is not old.kind if len(old.values) else new.kind is Kind.TEXT


def _new_levels(
    before: Table, needed: list[ColumnUse], present: Mapping[str, Column]
) -> tuple[NewLevels, ...]:
    found = []
    for use in needed:
        if use.role is not ColumnRole.CATEGORY or use.name not in present:
            continue
        known = set(as_levels(before.column(use.name))[1])
        if not known:  # a recipe that came without them
            continue
        codes, levels = as_levels(present[use.name])
        counts = np.bincount(codes[codes >= 0], minlength=len(levels))
        fresh = [i for i in np.argsort(-counts, kind="stable") if counts[i] and levels[i] not in known]
        if fresh:
            rows = int(counts[fresh].sum())
            found.append(NewLevels(use.name, tuple(levels[i] for i in fresh[:_SHOWN_LEVELS]), rows))
    return tuple(found)


def _changed_units(
    before: Table,
    needed: list[ColumnUse],
    present: Mapping[str, Column],
    currencies: tuple[Mapping[str, str], Mapping[str, str]],
) -> tuple[ChangedUnit, ...]:
    found = []
    for use in needed:
        column = present.get(use.name)
        if column is None or use.role not in (ColumnRole.MEASURE, ColumnRole.DESCRIBE):
            continue
        old = before.column(use.name)
        if Kind.NUMBER is not column.kind or Kind.NUMBER is not old.kind:
            continue
        money = currencies[0].get(use.name, ""), currencies[1].get(use.name, "")
        if all(money) and money[0] != money[1]:
            found.append(ChangedUnit(use.name, UnitChange.CURRENCY, 0.0, *money))
        elif factor := _power_of_ten(_known(old), _known(column)):
            shown = f"{np.median(_known(old)):.6g}", f"{np.median(_known(column)):.6g}"
            found.append(ChangedUnit(use.name, UnitChange.SCALE, factor, *shown))
    return tuple(found)


def _power_of_ten(old: NDArray[np.float64], new: NDArray[np.float64]) -> float:
    """Give what the new values must be multiplied by to be like the old ones, 0 where nothing must."""
    if min(len(old), len(new)) < FEWEST_ROWS or _distance(old, new) < _APART:
        return 0.0
    ratio = _ratio(old, new)
    if not ratio < 1 / _LEAST_RATIO and not ratio > _LEAST_RATIO:
        return 0.0
    power = round(math.log10(ratio))
    if abs(math.log10(ratio) - power) > _NEAR_POWER or _distance(old, new * 10.0**power) > _TOGETHER:
        return 0.0
    return float(10.0**power)


def _ratio(old: NDArray[np.float64], new: NDArray[np.float64]) -> float:
    sizes = [np.abs(values[values != 0]) for values in (old, new)]
    if not all(len(size) for size in sizes):
        return 1.0
    with np.errstate(over="ignore"):
        ratio = float(np.median(sizes[0]) / np.median(sizes[1]))
    return ratio if math.isfinite(ratio) and ratio > 0 else 1.0


def _known(column: Column) -> NDArray[np.float64]:
    values = column.values[~column.is_missing].astype(np.float64)
    values = values[np.isfinite(values)]
    return values[:: max(1, len(values) // _SAMPLE)]


def _distance(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Give the Kolmogorov-Smirnov distance: how far apart two distribution functions come."""
    places = np.concatenate([one, other])
    shares = [np.searchsorted(np.sort(each), places, side="right") / len(each) for each in (one, other)]
    return float(np.abs(shares[0] - shares[1]).max())


def _scaled(column: Column, factor: float | None) -> Column:
    if factor is None or column.kind is not Kind.NUMBER:
        return column
    return replace(column, values=column.values * factor)
