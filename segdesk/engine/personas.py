"""Which entry of the actions table fits a segment, what it says to do, and which trait calls for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.profiles import Category, Measure, column_traits
from segdesk.model.actions import DeclaredAction, Entry, EntryKind, OwnPersona, Sign, Standing, declared
from segdesk.model.aspects import Aspect, aspect_of, tier_rank, visits_a_year
from segdesk.model.portrait import Action, Advice
from segdesk.model.result import Trait
from segdesk.model.roles import Kind

NOTHING, FULLY = 0.1, 0.6
"""Standard deviations from the mean of all: up to the one a segment isn't high, from the other on it is."""

MIDDLE_TO, MIDDLE_NEVER = 0.5, 1.2
"""A segment is in the middle up to half a standard deviation, and not at all beyond the other."""

LOW_FROM, LOW_FULLY = -0.3, -0.9
"""Of ``not_low``: still so, and not so any more."""

HOLDS = 0.5
FITS = 0.6
"""The weighted share of a persona's signs that a segment must have."""

KNOWN = 0.5
"""The weighted share of its signs that the file must tell of: income alone makes no premium shopper."""

MOST_BY_TRAITS = 3
"""Actions for a segment that no persona fits."""

_KNOWN_LEVELS = 0.8
"""Customers whose level has a place in an order, or the column is no scale."""

Floats = NDArray[np.float64]
Column = Measure | Category


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """Where the segments stand in one aspect: effects in standard deviations, and the trait that shows it."""

    effects: Floats
    traits: tuple[Trait | None, ...]


def stands(columns: Sequence[Column], labels: NDArray[np.int8], segments: int) -> dict[Aspect, Stand]:
    """Say where each segment stands in every aspect that a column tells of.

    Of several columns for one aspect the one that parts the segments most is taken. Levels of a
    membership and of how often somebody comes are put in their order first. In ``Aspect.PLACE`` high means
    that a segment lives in one place more than others do.
    """
    found: dict[Aspect, Stand] = {}
    own = labels.astype(np.int64)
    for column in columns:
        aspect = aspect_of(column.name)
        if aspect is None or (isinstance(column, Measure) and column.kind is Kind.DATE):
            continue
        effects = _effects(column, aspect, own, segments)
        if effects is None:
            continue
        if aspect not in found or np.abs(effects).sum() > np.abs(found[aspect].effects).sum():
            found[aspect] = Stand(effects, column_traits(column, labels, segments))
    return found


def _effects(column: Column, aspect: Aspect, labels: NDArray[np.int64], segments: int) -> Floats | None:
    if isinstance(column, Measure):
        return None if aspect is Aspect.PLACE else _means(labels[column.rows], column.scores, segments)
    if aspect is Aspect.PLACE:
        return _concentration(column, labels, segments)
    ranks = _ranks(column, aspect)
    if ranks is None:
        return None
    values = np.append(ranks, np.nan)[column.codes]
    known = np.isfinite(values)
    if known.sum() < _KNOWN_LEVELS * column.known.sum():
        return None
    spread = float(values[known].std())
    if spread == 0:
        return None
    scores = (values[known] - values[known].mean()) / spread
    return _means(labels[known], scores, segments)


def _ranks(column: Category, aspect: Aspect) -> Floats | None:
    """Give each level's place on its scale, nan where it isn't known; None where there is no scale."""
    if aspect is Aspect.TIER:
        found = [tier_rank(level) for level in column.levels]
    elif aspect is Aspect.VISITS:
        found = [None if (n := visits_a_year(level)) is None else np.log1p(n) for level in column.levels]
    else:
        return None
    return np.array([np.nan if rank is None else float(rank) for rank in found])


def _means(labels: NDArray[np.int64], scores: Floats, segments: int) -> Floats:
    placed = labels >= 0
    sizes = np.bincount(labels[placed], minlength=segments)
    sums = np.bincount(labels[placed], scores[placed], segments)
    return np.asarray(sums / np.maximum(sizes, 1))


def _concentration(column: Category, labels: NDArray[np.int64], segments: int) -> Floats | None:
    levels = len(column.levels)
    if levels < 3:
        return None
    named = (column.codes >= 0) & (labels >= 0)
    cells = np.bincount(labels[named] * levels + column.codes[named], minlength=segments * levels)
    sizes = np.bincount(labels[column.known & (labels >= 0)], minlength=segments)
    shares = cells.reshape(segments, levels) / np.maximum(sizes, 1)[:, None]
    spread = np.sqrt(column.shares * (1 - column.shares))
    return np.asarray(((shares - column.shares) / spread).max(axis=1))


def personas(stands: Mapping[Aspect, Stand], segments: int) -> tuple[str, ...]:
    """Give the code of the persona that fits each segment best, empty where none does.

    A persona is judged by the signs whose aspect the file has, at least ``KNOWN`` of them by weight: the
    weighted mean of how far each holds (0 … 1), at least ``FITS``. Of equals the table's first counts.
    """
    entries = [entry for entry in declared() if entry.kind is EntryKind.PERSONA]
    result = []
    for segment in range(segments):
        fits = [(_fit(entry, stands, segment), entry.code) for entry in entries]
        best, code = max(fits, key=lambda fit: fit[0])
        result.append(code if best >= FITS else "")
    return tuple(result)


def own_personas(
    stands: Mapping[Aspect, Stand], segments: int, declared: Sequence[OwnPersona]
) -> tuple[str, ...]:
    """Give the code of the user's persona that each segment is, empty where it is none.

    All its signs must hold, so the file must tell of all of them. Of several the one with the most signs
    counts, then the one that fits best, then the first.
    """
    result = []
    for segment in range(segments):
        fits = [(len(own.signs), _fit(own.entry, stands, segment), own.code) for own in declared]
        fitting = [fit for fit in fits if fit[0] and fit[1] >= HOLDS]
        result.append(max(fitting, key=lambda fit: fit[:2])[2] if fitting else "")
    return tuple(result)


def _fit(entry: Entry, stands: Mapping[Aspect, Stand], segment: int) -> float:
    known = [sign for sign in entry.signs if sign.aspect in stands]
    degrees = {sign.aspect: _degree(sign, stands[sign.aspect].effects[segment]) for sign in known}
    if any(degrees.get(aspect, 0.0) < HOLDS for aspect in entry.needs):
        return 0.0
    if entry.needs_any and all(degrees.get(aspect, 0.0) < HOLDS for aspect in entry.needs_any):
        return 0.0
    if any(_holds(sign, stands, segment) for sign in entry.unless):
        return 0.0
    weight = sum(sign.weight for sign in known)
    if not weight or weight < KNOWN * sum(sign.weight for sign in entry.signs):
        return 0.0
    return sum(sign.weight * degrees[sign.aspect] for sign in known) / weight


def _holds(sign: Sign, stands: Mapping[Aspect, Stand], segment: int) -> bool:
    found = stands.get(sign.aspect)
    return found is not None and _degree(sign, float(found.effects[segment])) >= HOLDS


def _degree(sign: Sign, effect: float) -> float:
    """Say how far a sign holds, from 0 to 1."""
    match sign.standing:
        case Standing.HIGH:
            share = (effect - NOTHING) / (FULLY - NOTHING)
        case Standing.LOW:
            share = (-effect - NOTHING) / (FULLY - NOTHING)
        case Standing.MIDDLE:
            share = (MIDDLE_NEVER - abs(effect)) / (MIDDLE_NEVER - MIDDLE_TO)
        case Standing.NOT_LOW:
            share = (effect - LOW_FULLY) / (LOW_FROM - LOW_FULLY)
    return float(min(1.0, max(0.0, share)))


def advise(
    stands: Mapping[Aspect, Stand],
    segment: int,
    persona: str,
    strongest: Trait | None,
    own: Mapping[str, Sequence[Action]],
    personas: Sequence[OwnPersona] = (),
) -> tuple[Advice, ...]:
    """Say what to do for a segment, each with the trait that called for it.

    Parameters
    ----------
    persona
        The code of its entry. Where it is empty, the entries for single traits that hold give up to
        ``MOST_BY_TRAITS`` actions, the strongest trait's first; where none holds, the entry for others.
    strongest
        The trait to name where the table gives no better; without any there is nothing to advise.
    own
        The user's actions in the place of an entry's, by its code.
    personas
        The user's.
    """
    entries = {entry.code: entry for entry in declared()}
    if persona:
        entries |= {each.code: each.entry for each in personas}
        return _advice(entries[persona], stands, segment, strongest, own)
    holding: list[tuple[float, int, Entry]] = []
    for entry in entries.values():
        if entry.kind is EntryKind.TRAIT and _fit(entry, stands, segment) >= HOLDS:
            effect = abs(float(stands[entry.needs[0]].effects[segment]))
            holding.append((-effect, len(holding), entry))
    found = [
        each for *_, entry in sorted(holding) for each in _advice(entry, stands, segment, strongest, own)
    ]
    firsts = {advice.action: advice for advice in reversed(found)}
    told = [advice for advice in found if firsts[advice.action] is advice]
    return tuple(told[:MOST_BY_TRAITS]) or _advice(entries["other"], stands, segment, strongest, own)


def _advice(
    entry: Entry,
    stands: Mapping[Aspect, Stand],
    segment: int,
    strongest: Trait | None,
    own: Mapping[str, Sequence[Action]],
) -> tuple[Advice, ...]:
    declared_by_code = {action.code: action for each in declared() for action in each.actions}
    declared_by_code |= {action.code: action for action in entry.actions}
    actions = own.get(entry.code, [Action(action.code) for action in entry.actions])
    result = []
    for action in actions:
        because = _because(declared_by_code.get(action.code), entry, stands, segment) or strongest
        if because is not None:
            result.append(Advice(entry.code, action, because))
    return tuple(result)


def _because(
    action: DeclaredAction | None, entry: Entry, stands: Mapping[Aspect, Stand], segment: int
) -> Trait | None:
    """Give the trait of the first aspect that can call for an action and stands as the entry says."""
    aspects = tuple(sign.aspect for sign in entry.signs) if action is None else action.because
    standing = {sign.aspect: sign for sign in entry.signs}
    for aspect in aspects:
        trait = stands[aspect].traits[segment] if aspect in stands else None
        sign = standing.get(aspect)
        if trait is None or sign is None:
            continue
        if _degree(sign, float(stands[aspect].effects[segment])) >= HOLDS:
            return trait
    return None
