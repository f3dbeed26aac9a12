"""What a comparison's columns show: figures in words, which is best, and what to sort by."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from segdesk.model.findings import MOST_UNASSIGNED, Contender
from segdesk.model.result import band
from segdesk.text import t
from segdesk.words import wording

MISSING = "–"

SHORTEST, MINUTE = 0.05, 59.5

_OF_THE_ASSIGNED = ("silhouette", "stability", "davies_bouldin", "calinski_harabasz", "balance")
_TINY_BALANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Figure:
    """One column of a comparison: where its number comes from, how it is written, which end is better.

    ``best`` is 1 where more is better, -1 where less is, 0 where neither is. ``note`` is a word below.
    """

    key: str
    value: Callable[[Contender], float]
    text: Callable[[float], str]
    best: int = 0
    note: Callable[[float], str] = lambda _value: ""


def band_text(silhouette: float) -> str:
    """Name the band of a silhouette."""
    return wording.band_name(band(silhouette))


def ratio_text(balance: float) -> str:
    """Write smallest over largest as so many to one."""
    ratio = 1 / max(balance, _TINY_BALANCE)
    return t("compare_panel.ratio", ratio=wording.number(ratio, 1 if ratio < 10 else 0))


def seconds_text(seconds: float) -> str:
    """Write how long a method took: short times with a decimal."""
    if seconds < SHORTEST:
        return t("compare_panel.instant")
    if seconds < 10:
        return t("compare_panel.seconds", seconds=wording.number(seconds, 1))
    if seconds < MINUTE:
        return t("compare_panel.seconds", seconds=wording.number(seconds, 0))
    return t("compare_panel.minutes", clock=wording.clock(seconds))


FIGURES: tuple[Figure, ...] = (
    Figure("segments", lambda c: c.segments, wording.number),
    Figure("silhouette", lambda c: c.silhouette, lambda value: wording.number(value, 2), 1, band_text),
    Figure("stability", lambda c: c.stability, lambda value: wording.number(value, 2), 1),
    Figure("davies_bouldin", lambda c: c.davies_bouldin, lambda value: wording.number(value, 2), -1),
    Figure("calinski_harabasz", lambda c: c.calinski_harabasz, lambda value: wording.number(value, 0), 1),
    Figure("unassigned", lambda c: c.unassigned, wording.percent, -1),
    Figure("balance", lambda c: c.balance, ratio_text, 1),
    Figure("seconds", lambda c: c.seconds, seconds_text, -1),
)


def figure_text(figure: Figure, contender: Contender) -> str:
    """Write a figure, or a dash where there is none."""
    value = figure.value(contender)
    return figure.text(value) if math.isfinite(value) else MISSING


def figure_note(figure: Figure, contender: Contender) -> str:
    """Give the word below a figure, if it has one."""
    value = figure.value(contender)
    return figure.note(value) if math.isfinite(value) else ""


def bests(contenders: Sequence[Contender]) -> dict[str, float]:
    """Give each column's best value; none where more than half share it, so that it tells nobody apart."""
    found = {}
    for figure in FIGURES:
        rows = [c for c in contenders if _competes(figure, c)]
        if not figure.best or not rows:
            continue
        best = max(rows, key=lambda c: figure.best * figure.value(c))
        alike = sum(figure_text(figure, c) == figure_text(figure, best) for c in rows)
        if 2 * alike <= len(rows):
            found[figure.key] = figure.value(best)
    return found


def is_best(figure: Figure, contender: Contender, best: dict[str, float]) -> bool:
    """Whether a contender has the best of a column; who reads the same figure is as good."""
    if figure.key not in best or not _competes(figure, contender):
        return False
    return figure_text(figure, contender) == figure.text(best[figure.key])


def _competes(figure: Figure, contender: Contender) -> bool:
    """Whether a contender's figure can be the best: not where it is good because many were left out."""
    if contender.failure is not None or not math.isfinite(figure.value(contender)):
        return False
    return figure.key not in _OF_THE_ASSIGNED or contender.unassigned <= MOST_UNASSIGNED
