"""The standard names of segments, where the file tells recency, frequency and money."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.rfm.scores import SCORES, quintiles
from segdesk.model.aspects import Aspect, aspect_of, money_rank
from segdesk.model.recipe import Recipe
from segdesk.model.rfm_names import SCORE_PREFIX, SEGMENT_OF, code_of
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column, Table

_AXES = (Aspect.RECENCY, Aspect.VISITS, Aspect.SPEND)


def standard_names(
    table: Table, recipe: Recipe, labels: NDArray[np.int8], segments: Sequence[int]
) -> tuple[tuple[str, ...], ...]:
    """Give the code of each segment's standard name in every cut; empty tuples where there are none.

    Parameters
    ----------
    labels
        Shape ``(cuts, rows)``, -1 for an outlier; ``segments`` says how many each line holds.

    Returns
    -------
    There are standard names where columns that are used or described tell a recency, a frequency and a
    money, all in numbers. Every customer is scored from 1 to 5 in each as in ``rfm.scores``; a segment's
    scores are the medians of its customers', halves rounded up, and name it.
    """
    columns = _columns(table, recipe)
    if columns is None:
        return ((),) * len(segments)
    scores = [
        _scores(column, is_reversed=axis is Aspect.RECENCY)
        for axis, column in zip(_AXES, columns, strict=True)
    ]
    return tuple(
        tuple(_code(scores, line == segment) for segment in range(count))
        for line, count in zip(labels, segments, strict=True)
    )


def _columns(table: Table, recipe: Recipe) -> tuple[Column, ...] | None:
    """Give the columns of recency, frequency and money; None where one is missing."""
    told = [
        table.column(use.name)
        for use in recipe.columns
        if (use.is_used or use.role is ColumnRole.DESCRIBE) and not use.name.startswith(SCORE_PREFIX)
    ]
    found: dict[Aspect, Column] = {}
    for column in sorted(told, key=lambda column: money_rank(column.name) or ()):
        aspect = aspect_of(column.name)
        if column.kind is Kind.NUMBER and aspect in _AXES:
            found.setdefault(aspect, column)
    return tuple(found[axis] for axis in _AXES) if len(found) == len(_AXES) else None


def _scores(column: Column, *, is_reversed: bool) -> NDArray[np.float64]:
    """Score customers; nan for who has no value."""
    scores = np.full(len(column.values), np.nan)
    known = ~column.is_missing
    values = column.values[known]
    scores[known] = quintiles(-values if is_reversed else values)
    return scores


def _code(scores: Sequence[NDArray[np.float64]], own: NDArray[np.bool_]) -> str:
    medians = []
    for axis in scores:
        known = axis[own & np.isfinite(axis)]
        if not len(known):
            return ""
        medians.append(min(SCORES, int(np.floor(np.median(known) + 0.5))))
    recency, frequency, money = medians
    return code_of(SEGMENT_OF[recency * 100 + frequency * 10 + money])
