"""The card of each segment: size and sales, what sets it apart, who is typical, a rule, and what to do."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.money import purchase, purchase_values, sales_by_segment, sales_column
from segdesk.engine.personas import Stand, advise, own_personas, personas, stands
from segdesk.engine.profiles import prepared, traits
from segdesk.engine.rule_tree import rules
from segdesk.model.actions import OwnPersona
from segdesk.model.aspects import Aspect
from segdesk.model.portrait import Action, Advice, Contrast, Portrait, Portraits, Purchase
from segdesk.model.recipe import Recipe
from segdesk.model.result import Trait
from segdesk.model.rfm_names import SCORE_PREFIX
from segdesk.model.roles import ColumnSummary, Kind
from segdesk.model.table import Features, Table

Labels = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Given:
    """What is saved about a cut's segments.

    ``standard`` are the codes of the standard names of recency, frequency and money, empty where there are
    none. ``names`` are the user's, ``actions`` the user's in the place of the table's, ``personas`` the
    user's beside the table's.
    """

    segments: int
    standard: tuple[str, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    actions: Mapping[str, Sequence[Action]] = field(default_factory=dict)
    personas: Sequence[OwnPersona] = ()


def portraits(
    table: Table,
    summaries: Sequence[ColumnSummary],
    recipe: Recipe,
    features: Features,
    labels: Labels,
    given: Given,
    *,
    run_id: int,
) -> Portraits:
    """Draw the portraits of one cut.

    Parameters
    ----------
    features
        The matrix that was clustered, by which the typical customer is found.
    labels
        Shape ``(rows,)``; -1 is an outlier, who counts among all customers but in no segment.

    Returns
    -------
    The same for the same input. Columns that only repeat recency, frequency and money as scores are left
    out of contrasts and rules; identifiers and personal data are never in them, since recipes don't
    use or describe these.
    """
    segments = given.segments
    told = replace(recipe, columns=tuple(u for u in recipe.columns if not u.name.startswith(SCORE_PREFIX)))
    columns = [found for use in told.columns if (found := prepared(table, use)) is not None]
    contrasts = traits(table, told, labels, segments)
    found_rules = rules(columns, labels, segments, seed=recipe.seed)
    typical = medoids(features.matrix, labels, segments)
    money = _money(table, summaries, labels, segments)
    called = {persona.code: persona.name for persona in given.personas}
    advised = _advised(stands(columns, labels, segments), contrasts, given)
    sizes = np.bincount(labels[labels >= 0], minlength=segments)
    cards = tuple(
        Portrait(
            segment=segment,
            name=given.names.get(segment, ""),
            size=int(sizes[segment]),
            share=int(sizes[segment]) / len(labels),
            sales=float(money.sums[segment]),
            sales_share=float(money.shares[segment]),
            contrasts=tuple(Contrast(trait, _ratio(trait)) for trait in contrasts[segment]),
            typical=typical[segment],
            rule=found_rules[segment],
            persona=advised[segment][0],
            advice=advised[segment][1],
            purchase=money.purchases[segment],
            persona_name=called.get(advised[segment][0], ""),
        )
        for segment in range(segments)
    )
    outliers = int((labels < 0).sum())
    left = float(money.shares[segments]) if outliers else 0.0
    return Portraits(run_id, segments, money.column, cards, outliers, left)


def _advised(
    standing: Mapping[Aspect, Stand], contrasts: Sequence[Sequence[Trait]], given: Given
) -> list[tuple[str, tuple[Advice, ...]]]:
    """Give each segment's entry of the actions table, and what to do.

    A persona of the user's comes first; one that has no actions yet hides nobody else's.
    """
    standard = given.standard or ("",) * given.segments
    own = own_personas(standing, given.segments, given.personas)
    result = []
    for segment, fitting in enumerate(personas(standing, given.segments)):
        table = standard[segment] or fitting
        asked = own[segment] if given.actions.get(own[segment]) else table
        strongest = contrasts[segment][0] if contrasts[segment] else None
        found = advise(standing, segment, asked, strongest, given.actions, given.personas)
        result.append((own[segment] or table, found))
    return result


def _ratio(trait: Trait) -> float:
    """Give how many times the average a value is, where that can be said."""
    is_positive = trait.value > 0 and trait.overall > 0
    says_so = is_positive and not trait.level and trait.kind is Kind.NUMBER
    return trait.value / trait.overall if says_so else math.nan


def medoids(matrix: NDArray[np.float64], labels: Labels, segments: int) -> tuple[int, ...]:
    """Give the row of each segment's typical customer: the one nearest to its mean, the first of several.

    A segment without customers has -1.

    Source
    ------
    The mean's nearest customer is within a few ranks of the exact medoid of Kaufman & Rousseeuw (1990),
    Finding Groups in Data, ch. 2, which takes all pairs of distances.
    """
    found = []
    for segment in range(segments):
        rows = np.flatnonzero(labels == segment)
        own = matrix[rows]
        distances = ((own - own.mean(axis=0)) ** 2).sum(axis=1) if len(rows) else np.array([])
        found.append(int(rows[distances.argmin()]) if len(rows) else -1)
    return tuple(found)


@dataclass(frozen=True, slots=True, eq=False)
class _Money:
    """Each segment's sales and their shares, outliers' last, and what its customers spend at a time."""

    column: str
    sums: NDArray[np.float64]
    shares: NDArray[np.float64]
    purchases: tuple[Purchase | None, ...]


def _money(table: Table, summaries: Sequence[ColumnSummary], labels: Labels, segments: int) -> _Money:
    column = sales_column(summaries)
    sums = shares = np.full(segments + 1, np.nan)
    if column is not None:
        sums, shares = sales_by_segment(table.column(column), labels, segments)
    known = purchase_values(table, summaries, column)
    if known is None:
        return _Money(column or "", sums, shares, (None,) * segments)
    basis, columns, values = known
    parts = (values[labels == segment] for segment in range(segments))
    return _Money(column or "", sums, shares, tuple(purchase(basis, columns, part) for part in parts))
