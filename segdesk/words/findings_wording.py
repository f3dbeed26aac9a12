"""Turns a verdict and a reliability into words, for the window and the command line alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from segdesk.model.findings import BORDERLINE, Reality, Stability
from segdesk.text import figures, t
from segdesk.words import wording

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segdesk.model.findings import Dominance, Reliability, Verdict

DOMINATES = 0.5
"""A column without which more than half of all customers change segment decides nearly everything."""

SMALLEST_P = 0.001
"""A smaller p value rests on the tails of a simulation: "below 0.001" is all that can be said."""

LISTED = 6
"""So many figures are read one by one; of more, only the lowest and the highest."""

NAME_LETTERS = 44
"""A longer segment's name is cut short inside a sentence."""

FIRM = (Stability.SOLID, Stability.USABLE)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many customers sit between a segment and the one it shares most of them with."""

    segment: int
    other: int
    customers: int


def p_value(p: float) -> str:
    """Write a p value: three decimals where it is small, two elsewhere."""
    if p != p:
        return t("verdict.p_unknown")
    if p < SMALLEST_P:
        return t("verdict.p_below", least=figures.plain(SMALLEST_P, 3))
    return t("verdict.p_is", value=figures.plain(p, 3 if p < 0.1 else 2))


def reality_title(reality: Reality) -> str:
    """Say in two or three words whether the segments are real."""
    return t(f"verdict.reality_{reality}")


def reality_line(verdict: Verdict) -> str:
    """Say how the segments compare with chance."""
    return t(f"verdict.line_{verdict.reality}", p=p_value(verdict.p))


def reality_sentence(reality: Reality, segments: int | None = None) -> str:
    """Say what the verdict means for somebody who wants to use the segments."""
    if reality is Reality.SLICES and segments is not None:
        return t("verdict.means_slices_of", segments=str(segments))
    return t(f"verdict.means_{reality}")


def stability_name(stability: Stability) -> str:
    """Name how reliably a segment comes back."""
    return t(f"verdict.stability_{stability}")


def stability_sentence(stability: Stability) -> str:
    """Say what that word promises."""
    return t(f"verdict.stability_means_{stability}")


def stability_title(words: Sequence[Stability]) -> str:
    """Say in a few words whether the segments of a cut would come back."""
    firm = [word for word in words if word in FIRM]
    weak = [word for word in words if word not in FIRM]
    if len(set(words)) == 1:
        return t(f"verdict.all_{words[0]}")
    if not weak:
        return t("verdict.all_firm")
    if not firm:
        return t("verdict.all_weak")
    if len(weak) == 1:
        most = Counter(firm).most_common(1)[0][0]
        return t(f"verdict.one_{weak[0]}", most=stability_name(most))
    return t("verdict.some_firm", firm=str(len(firm)), all=str(len(words)))


def repeats_line(reliability: Reliability) -> str:
    """Say how alike the segments were in the repeats."""
    alike = [wording.number(value, 2) for value in reliability.jaccard]
    if len(alike) <= LISTED:
        return t("verdict.repeats", repeats=reliability.repeats, figures=" · ".join(alike))
    known = [value for value in reliability.jaccard if value == value]
    low, high = (wording.number(value, 2) for value in (min(known), max(known)))
    return t("verdict.repeats_range", repeats=reliability.repeats, low=low, high=high)


def above_chance(verdict: Verdict, segments: int, silhouette: float) -> float | None:
    """Give how far a silhouette lies above that of data without groups; None where it wasn't looked at."""
    if segments not in verdict.segments or silhouette != silhouette:
        return None
    return silhouette - verdict.chance[verdict.segments.index(segments)]


def above_chance_text(difference: float) -> str:
    """Write that difference with its sign."""
    sign = "+" if difference >= 0 else "−"
    return t("verdict.above_chance", difference=sign + wording.number(abs(difference), 2))


def dominating(reliability: Reliability) -> Dominance | None:
    """Give the column that decides nearly everything, if there is one.

    Where the next one moves half as many customers, the segments hang together badly, not on a column.
    """
    ordered = sorted(reliability.dominance, key=lambda each: each.moved, reverse=True)
    if not ordered or ordered[0].moved <= DOMINATES:
        return None
    is_alone = len(ordered) == 1 or ordered[1].moved < ordered[0].moved / 2
    return ordered[0] if is_alone else None


def dominance_text(dominance: Dominance, mark: Callable[[str], str] = str) -> str:
    """Say how much hangs on one column."""
    column, share = mark(_short(dominance.column)), wording.percent(dominance.moved)
    return t("verdict.dominance", column=column, share=share)


def overlaps(reliability: Reliability, labels: NDArray[np.int8]) -> tuple[Overlap, ...]:
    """Find with which other each segment that isn't firm shares most customers, the most shared first."""
    rows = np.flatnonzero(reliability.certainty < BORDERLINE)  # without nan, who is outside the sample
    own, second = labels[rows], reliability.second[rows]
    shared = np.zeros((reliability.segments, reliability.segments), np.int64)
    is_between = (own >= 0) & (second >= 0)
    np.add.at(shared, (own[is_between], second[is_between]), 1)
    shared += shared.T
    np.fill_diagonal(shared, 0)
    found = []
    for segment, word in enumerate(reliability.words):
        other = int(shared[segment].argmax())
        if word not in FIRM and shared[segment, other] > 0:
            found.append(Overlap(segment, other, int(shared[segment, other])))
    return tuple(sorted(found, key=lambda overlap: -overlap.customers))


def advice(
    verdict: Verdict | None,
    reliability: Reliability,
    names: Sequence[str],
    *,
    pairs: Sequence[Overlap] = (),
    mark: Callable[[str], str] = str,
) -> tuple[str, ...]:
    """Say what to do, the most important sentence first.

    ``pairs`` are the ``overlaps``: without them nobody can tell between which two the borderline
    customers sit. ``mark`` is what to do with the names in the sentences, e.g. to make them bold.
    """
    found = [_act(reliability, names, mark)]
    if verdict is not None and verdict.reality is Reality.NOTHING:
        found = [reality_sentence(Reality.NOTHING)]
    elif verdict is not None and verdict.reality is Reality.SLICES:
        found.insert(0, reality_sentence(Reality.SLICES, reliability.segments))
    column = dominating(reliability)
    if column is not None:
        found.append(dominance_text(column, mark))
    if pairs:
        pair = pairs[0]
        one, other = (mark(_short(names[number])) for number in (pair.segment, pair.other))
        found.append(t("verdict.overlap", one=one, other=other, customers=pair.customers))
    elif reliability.borderline:
        found.append(t("verdict.borderline", customers=reliability.borderline))
    return tuple(found)


def _act(reliability: Reliability, names: Sequence[str], mark: Callable[[str], str]) -> str:
    """Say which segments to act on."""
    firm = [number for number, word in enumerate(reliability.words) if word in FIRM]
    count, all_of_them = len(firm), len(reliability.words)
    if count == all_of_them:
        return t("verdict.act_on_all", segments=count)
    if not firm:
        return t("verdict.act_on_none")
    if firm == list(range(count)):
        return t("verdict.act_on_first", segments=count)
    if count == 1:
        return t("verdict.act_on_one", name=mark(_short(names[firm[0]])))
    if count == all_of_them - 1:
        weak = next(number for number in range(all_of_them) if number not in firm)
        return t("verdict.act_on_all_but", name=mark(_short(names[weak])))
    numbers = ", ".join(str(number + 1) for number in firm[:-1])
    return t("verdict.act_on_some", numbers=numbers, last=str(firm[-1] + 1))


def _short(name: str) -> str:
    return name if len(name) <= NAME_LETTERS else name[: NAME_LETTERS - 1].rstrip() + "…"
