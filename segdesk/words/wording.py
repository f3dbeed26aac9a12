"""Turns model values into sentences, for the window, the command line and exports alike."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from segdesk.errors import SegdeskError
from segdesk.model.aspects import Aspect, aspect_of, counted, money_is_for, visits_a_year
from segdesk.model.ethiopian import ethiopian_date
from segdesk.model.rfm_names import SCORE_PREFIX
from segdesk.model.roles import Kind
from segdesk.model.words import words
from segdesk.text import figures, t
from segdesk.text.writing import writing

if TYPE_CHECKING:  # the first window needs `when` long before anything with numpy
    from collections.abc import Mapping

    from segdesk.model.notes import Note
    from segdesk.model.recipe import Encoding, Method
    from segdesk.model.result import Band, Cut, Trait
    from segdesk.model.roles import ColumnRole
    from segdesk.model.saved import RunInfo

ETHIOPIAN = "ethiopian"
"""The setting of the calendar that counts from Meskerem."""

YES, NO = frozenset({"yes", "y", "true"}), frozenset({"no", "n", "false"})

TELLING_EFFECT = 0.4
"""A trait enters a segment's name from here on; Cohen (1988) calls 0.2 small and 0.5 medium."""

GREAT_EFFECT = 1.2
"""From here on "very": most of the segment lies beyond most other customers."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
YEARS = (1900, 2100)
SILENT_LEVELS = YES | NO | {"other", "unknown", "none"}
"""Levels that say nothing without their column's name; numbers don't either."""

SMALL_PERCENT = 0.95
"""From here on a share is 1% as written with a decimal, too: no table holds 1.0% beside 1%."""

MAJORITY = 0.5
TRAITS_IN_NAME = 2
NAME_LENGTH = 42
"""Letters up to which a third trait enters a name; more doesn't fit the lists."""

SPOKEN = frozenset(set(Aspect) - {Aspect.TIER, Aspect.PLACE})
"""What there are words for that are plainer than high and low."""

TINY, HUGE = 1e-6, 1e15
"""Between these a number is written out; beyond, an exponent is easier to read than the zeros."""


def number(value: float, decimals: int | None = None) -> str:
    """Write a number for people: thousands separated, three figures where it has decimals."""
    if value != value:  # nan
        return "–"
    if decimals is None:
        size = abs(value)
        if size and not TINY <= size < HUGE:
            return figures.power(value)
        decimals = 0 if value == int(value) or size >= 1000 else 1 if size >= 10 else 2
        if 0 < size < 0.1:  # a conversion rate of 0.0042 isn't 0.00
            decimals = 1 - math.floor(math.log10(size))
    return figures.decimal(value, decimals)


def percent(share: float) -> str:
    """Write a share (0 … 1) as a percentage; a small one keeps a decimal."""
    value = share * 100
    return figures.percent(value, 1 if 0 < value < SMALL_PERCENT else 0)


def memory(size: int) -> str:
    """Write a number of bytes."""
    megabytes = size / 1e6
    if megabytes >= 1000:
        return t("words.gigabytes", size=figures.decimal(megabytes / 1000, 1))
    return t("words.megabytes", size=figures.decimal(max(1, round(megabytes))))


def money(value: str, currency: str = "") -> str:
    """Write an amount with its currency: the file's, or the user's where the file names none."""
    shown = currency or writing().currency
    return t("words.money", value=value, currency=figures.currency_name(shown)) if shown else value


def duration(seconds: float) -> str:
    """Write how long something takes, roughly."""
    if seconds < 90:
        return t("words.seconds", count=max(1, round(seconds)))
    if seconds < 90 * 60:
        return t("words.minutes", count=round(seconds / 60))
    return t("words.hours", count=round(seconds / 3600))


def clock(seconds: float) -> str:
    """Write an elapsed time as minutes and seconds."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def when(moment: datetime, now: datetime | None = None) -> str:
    """Say when something happened, in local time: "today 14:32", "yesterday", "2 Nov"."""
    local = moment.astimezone()
    today = (now or datetime.now().astimezone()).date()
    if local.date() == today:
        return t("words.today", time=f"{local:%H:%M}")
    if local.date() == today - timedelta(days=1):
        return t("words.yesterday")
    return _day(local) if local.year == today.year else date(local)


def date(moment: datetime) -> str:
    """Write a date: "2 Nov 2024", or "23 Tikimt 2017 EC" by the Ethiopian calendar."""
    if writing().calendar == ETHIOPIAN:
        year, month, day = ethiopian_date(moment)
        return t("words.ethiopian_date", day=str(day), month=_ethiopian_month(month), year=str(year))
    return figures.day(moment, t("words.date"))


def date_of_file(text: str) -> str:
    """Show a date of a file: as it is there (2026-09-11), unless the user wants the Ethiopian calendar."""
    if writing().calendar != ETHIOPIAN:
        return text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    has_time = (moment.hour, moment.minute, moment.second) != (0, 0, 0)
    return f"{date(moment)} {moment:%H:%M}" if has_time else date(moment)


def _day(moment: datetime) -> str:
    if writing().calendar == ETHIOPIAN:
        _year, month, day = ethiopian_date(moment)
        return t("words.ethiopian_day", day=str(day), month=_ethiopian_month(month))
    return figures.day(moment, t("words.day"))


def _ethiopian_month(month: int) -> str:
    return t(f"words.ethiopian_month_{month}")


def note_text(note: Note) -> str:
    """Say what SegDesk noticed or decided."""
    return t(note.code, **note.facts)


def failure_text(failure: SegdeskError) -> str:
    """Say what happened and what to do."""
    return t(failure.code, **failure.facts)


def role_name(role: ColumnRole) -> str:
    """Name what a column is used for."""
    return t(f"words.role_{role}")


def method_name(method: Method) -> str:
    """Name a method in plain words."""
    return t(f"words.method_{method}")


def method_term(method: Method) -> str:
    """Name a method as statisticians do."""
    return t(f"words.term_{method}")


def encoding_name(encoding: Encoding) -> str:
    """Name an encoding in plain words."""
    return t(f"words.encoding_{encoding}")


def band_name(band: Band) -> str:
    """Name a silhouette's band."""
    return t(f"words.band_{band}")


def run_title(run: RunInfo) -> str:
    """Name a run in a list."""
    return t(
        "words.run_title",
        method=method_name(run.recipe.method),
        segments=run.segments,
        silhouette=number(run.silhouette, 2),
    )


def column_words(name: str) -> str:
    """Give a column's name as words: ``annual_income`` becomes "annual income"."""
    words = name.replace("_", " ").strip()
    # MntWines and Annual Income (k$) are somebody's spelling; only a plain capital is lowered.
    return words if words[1:] != words[1:].lower() else words.lower()


def trait_text(trait: Trait) -> str:
    """Say one thing that sets a segment apart, with its numbers."""
    column = column_words(trait.column)
    if trait.level:
        return t(
            "words.trait_level",
            column=column,
            level=trait.level,
            share=percent(trait.value),
            overall=percent(trait.overall),
        )
    direction = "up" if trait.effect > 0 else "down"
    value, overall = _figure(trait, trait.value), _figure(trait, trait.overall)
    if value == overall and trait.kind is not Kind.DATE:  # means may differ where medians don't
        return t("words.trait_even", column=column, direction=direction, value=value)
    return t(
        "words.trait_date" if trait.kind == Kind.DATE else "words.trait_measure",
        column=column,
        direction=direction,
        value=value,
        overall=overall,
    )


def _figure(trait: Trait, value: float) -> str:
    return measure(trait.column, trait.kind, value)


def measure(column: str, kind: Kind, value: float) -> str:
    """Write a value of a column as people write it; a date's is in days since 1970-01-01."""
    if kind == Kind.DATE and value == value:
        return date(EPOCH + timedelta(days=value))
    # A year is a number in whose thousands nobody is interested.
    is_year = "year" in column.casefold() and YEARS[0] <= value <= YEARS[1]
    return figures.plain(value) if is_year else number(value)


def _name_part(trait: Trait) -> str:
    column, aspect = column_words(trait.column), aspect_of(trait.column)
    if trait.level:
        return _level_part(trait, column, aspect)
    if trait.kind == Kind.DATE:
        return t("words.name_late" if trait.effect > 0 else "words.name_early", column=column)
    direction = "high" if trait.effect > 0 else "low"
    very = "very_" if abs(trait.effect) >= GREAT_EFFECT else ""
    how = f"{very}{direction}"
    if aspect in SPOKEN:
        return t(f"words.name_{aspect}", how=how)
    if thing := money_is_for(trait.column):
        return t("words.name_spent_on", thing=thing, how=how)
    if thing := counted(trait.column):
        return t("words.name_counted", thing=thing, how=how)
    return t(f"words.name_{very}{direction}", column=column)


def _level_part(trait: Trait, column: str, aspect: Aspect | None) -> str:
    kind = "few" if trait.effect < 0 else "mostly" if trait.value >= MAJORITY else "more"
    if aspect is Aspect.TIER and not _is_silent(trait.level):
        return t("words.name_members", level=trait.level, how=kind)
    if aspect is Aspect.VISITS and visits_a_year(trait.level) is not None:
        level = trait.level.lower() if trait.level.isascii() else trait.level
        return t("words.name_come", level=level, how=kind)
    if trait.level.casefold() in YES | NO:
        has = "words.name_with" if trait.level.casefold() in YES else "words.name_without"
        return t(has, column=_plain(column), how=kind)
    level = f"{column} {trait.level}" if _is_silent(trait.level) else trait.level
    return t(f"words.name_{kind}", level=level)


def _plain(column: str) -> str:
    """Part ``InternetService`` into words; a name that has its own blanks stays as it is."""
    parted = " ".join(words(column))
    return parted if " " not in column and column.isalpha() and not column.isupper() else column


def _said(trait: Trait) -> frozenset[str]:
    """Give the words of a level: "No internet service" says the same as an internet service of "No"."""
    silent = words(trait.column) if _is_silent(trait.level) else ()
    return frozenset((*words(trait.level), *silent)) if trait.level else frozenset()


def _is_silent(level: str) -> bool:
    return level.casefold() in SILENT_LEVELS or not any(map(str.isalpha, level))


def segment_names(cut: Cut, own: Mapping[int, str] | None = None) -> tuple[str, ...]:
    """Name each segment by what sets it apart most, no two alike; ``own`` and the cut's are the user's names.

    A segment is called by the standard name of its recency, frequency and money where it has one,
    otherwise by its traits from ``TELLING_EFFECT`` on, the strongest first, one for each thing they speak of:
    ``TRAITS_IN_NAME`` of them and a third that still fits ``NAME_LENGTH``. Where another segment is called
    so already a further trait is added, and a number where none helps.
    """
    given = dict(cut.given) | dict(own or {})
    names: list[str] = []
    for segment, traits in enumerate(cut.traits):
        taken = [*names, *(name for other, name in given.items() if other != segment)]
        standard = cut.standard[segment] if cut.standard else ""
        names.append(given.get(segment) or _derived_name(standard, _telling(traits), taken))
    return tuple(names)


def _telling(traits: tuple[Trait, ...]) -> list[str]:
    """Give the parts of a name; columns that speak of the same thing as a stronger one are left out."""
    parts: list[str] = []
    said: set[Aspect] = set()
    levels: set[frozenset[str]] = set()
    for trait in traits:
        aspect = aspect_of(trait.column)
        if abs(trait.effect) < TELLING_EFFECT or trait.column.startswith(SCORE_PREFIX) or aspect in said:
            continue
        if _said(trait) in levels:
            continue
        if trait.level:
            levels.add(_said(trait))
        parts.append(_name_part(trait))
        if aspect is not None:
            said.add(aspect)
    return list(dict.fromkeys(parts))


def _derived_name(standard: str, parts: list[str], taken: list[str]) -> str:
    """Take the shortest of the possible names that nobody has, or number the first."""
    if standard:
        start = [t(f"actions.entry_{standard}")]
        possible = [start, *([*start, part] for part in parts)]
    else:
        start = parts[:TRAITS_IN_NAME] or [t("words.name_average")]
        possible = [start, *([*start, part] for part in parts[TRAITS_IN_NAME:])]
        if len(possible) > 1 and len(figures.listed(possible[1])) <= NAME_LENGTH:
            possible = possible[1:]
    folded = {each.casefold() for each in taken}
    names = [joined[:1].upper() + joined[1:] for joined in map(figures.listed, possible)]
    return next((name for name in names if name.casefold() not in folded), _distinct(names[0], taken))


def _distinct(name: str, taken: list[str]) -> str:
    copy, result = 1, name
    while result.casefold() in {each.casefold() for each in taken}:
        copy += 1
        result = t("words.name_again", name=name, number=copy)
    return result
