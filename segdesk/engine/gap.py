"""The gap statistic: are so many segments tighter than chance would make them, from one segment on?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.nulls import Null, draw_uniform
from segdesk.engine.sweep import sweep
from segdesk.model.findings import Adviser, Vote

REFERENCES = 20
"""Tables without groups to compare with: the standard error is then 2 % above its limit."""

_LEAST_SHARE = 1e-12
"""Of the inertia of one segment: below it all segments are single points, and a logarithm has no end."""


def gap_vote(inertias: NDArray[np.float64], null: Null, rng: np.random.Generator) -> Vote:
    """Compare a table's k-means inertias with those of evenly spread tables.

    Parameters
    ----------
    inertias
        Shape ``(most,)``: of 1, 2, 3 … segments.
    null
        Fitted to the same table.

    Returns
    -------
    ``says`` is the fewest segments within one standard error of the largest gap; 1 means no groups.

    Source
    ------
    Tibshirani, Walther & Hastie (2001), JRSS-B 63, 411-423, section 3, with the one-standard-error rule
    taken from the largest gap ("globalSEmax" of R's ``cluster::clusGap``): their own rule stops at 1
    where four groups can't be seen in two halves, in 60 % of small tables.
    """
    most = len(inertias)
    references = (sweep(draw_uniform(null, rng), most).inertias for _ in range(REFERENCES))
    gaps, errors = gap_curve(inertias, references)
    counts = range(1, most + 1)
    says = 1 + one_standard_error(gaps, errors)
    return Vote(Adviser.GAP, tuple(counts), tuple(gaps.tolist()), says, tuple(errors.tolist()))


def gap_curve(
    inertias: NDArray[np.float64], references: Iterable[NDArray[np.float64]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give Gap(k) = mean of the references' log W(k) - log W(k), and its s(k), for each k."""
    logs = np.array([_log(reference) for reference in references])
    errors = logs.std(axis=0) * np.sqrt(1.0 + 1.0 / len(logs))
    return logs.mean(axis=0) - _log(inertias), errors


def _log(inertias: NDArray[np.float64]) -> NDArray[np.float64]:
    least = max(float(inertias[0]), np.finfo(np.float64).tiny) * _LEAST_SHARE
    return np.asarray(np.log(np.maximum(inertias, least)))


def one_standard_error(
    figures: Sequence[float] | NDArray[np.float64], errors: Sequence[float] | NDArray[np.float64]
) -> int:
    """Give the first position within one standard error of the largest figure, the error being that one's."""
    values = np.asarray(figures)
    best = int(values.argmax())
    return int(np.flatnonzero(values >= values[best] - np.asarray(errors)[best])[0])
