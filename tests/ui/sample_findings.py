"""Made-up findings about a run: choices, verdicts, reliabilities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from segdesk.model.findings import (
    Adviser,
    Choice,
    Dominance,
    Reality,
    Reliability,
    Stability,
    Verdict,
    Vote,
)
from segdesk.model.notes import Note

# Hennig's limits, STATISTICS.md section 3.
LIMITS = ((0.85, Stability.SOLID), (0.75, Stability.USABLE), (0.60, Stability.FUZZY))

COLUMNS = ("annual_income", "visit_frequency", "age", "region")


def verdict_of(
    reality: Reality = Reality.NATURAL,
    p: float = 0.002,
    *,
    gap: int = 4,
    segments: Sequence[int] = (2, 3, 4, 5, 6, 7),
    chance: Sequence[float] = (0.28, 0.25, 0.22, 0.21, 0.20, 0.19),
    rows: int = 1284,
) -> Verdict:
    """Make a verdict; the silhouette's test is the one that counts."""
    return Verdict(reality, p, 0.031, p, gap, tuple(segments), tuple(chance), rows)


def stability_of(jaccard: float) -> Stability:
    """Give the word for a Jaccard."""
    return next((word for least, word in LIMITS if jaccard >= least), Stability.UNSTABLE)


def reliability_of(
    jaccard: Sequence[float],
    *,
    certainty: Sequence[float] | NDArray[np.float32] = (),
    second: Sequence[int] | NDArray[np.int8] = (),
    deciding: Sequence[int] | NDArray[np.int16] = (),
    dominance: Sequence[tuple[str, float]] = (("annual_income", 0.31), ("age", 0.12), ("region", 0.04)),
    columns: Sequence[str] = COLUMNS,
    rows: int = 1284,
    repeats: int = 100,
) -> Reliability:
    """Make a reliability; the customers' arrays are as long as ``certainty``."""
    sure = np.asarray(certainty, np.float32)
    others = np.asarray(second if len(second) else np.full(len(sure), -1), np.int8)
    decides = np.asarray(deciding if len(deciding) else np.full(len(sure), -1), np.int16)
    return Reliability(
        segments=len(jaccard),
        repeats=repeats,
        rows=rows,
        jaccard=tuple(jaccard),
        words=tuple(stability_of(value) for value in jaccard),
        borderline=int((sure < 0.75).sum()),
        columns=tuple(columns),
        dominance=tuple(Dominance(*each) for each in dominance),
        certainty=sure,
        second=others,
        deciding=decides,
    )


def choice_of(
    segments: int = 4,
    *,
    gap: int | None = 4,
    elbow: int | None = None,
    most: int = 7,
    least: int = 45,
    rows: int = 1284,
) -> Choice:
    """Make a choice with the votes of all four advisers."""
    from_one, from_two = tuple(range(1, 11)), tuple(range(2, 11))
    nan = float("nan")
    return Choice(
        segments=segments,
        reason=Note("verdict.reality_natural"),
        votes=(
            Vote(
                Adviser.GAP,
                from_one,
                (0.21, 0.34, 0.52, 0.71, 0.69, 0.68, 0.66, 0.65, 0.64, 0.62),
                gap,
                (0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.03, 0.03, 0.03, 0.03),
            ),
            Vote(
                Adviser.STRENGTH,
                from_one,
                (1.0, 0.93, 0.88, 0.86, 0.61, 0.55, 0.48, 0.44, 0.39, 0.37),
                4,
                (0.0, *(0.03,) * 9),
            ),
            Vote(
                Adviser.ELBOW,
                from_one,
                (9000.0, 6100.0, 4300.0, 2900.0, 2700.0, 2500.0, 2350.0, 2200.0, 2100.0, 2000.0),
                elbow,
            ),
            Vote(Adviser.SILHOUETTE, from_two, (0.41, 0.47, 0.53, 0.44, 0.40, 0.37, 0.36, 0.34, nan), 4),
        ),
        most=most,
        least=least,
        rows=rows,
    )
