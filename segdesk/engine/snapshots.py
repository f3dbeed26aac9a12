"""Two snapshots of the same customers: who is who, who moved, and which segments still are what they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.matching import Labels, moved, overlaps
from segdesk.engine.resampling import Repeatable, sample
from segdesk.engine.transform import as_levels
from segdesk.model.placement import NOBODY, Call, Fate, Flow, Risk, Transition
from segdesk.model.result import Segmentation
from segdesk.model.roles import ColumnRole, ColumnSummary
from segdesk.model.table import Column, Table

SURVIVES = 0.5
"""MONIC's τ: half of a segment in one new segment, and it lives on there."""

PART = 0.25
"""MONIC's τ_split: so much of a segment makes a part worth naming."""

NOISE_PAIRS = 5
NOISE_ROWS = 4_000

DOUBTFUL = 0.6
SLIDE = 0.3
"""Who stays but belongs less by so much, and is now doubtful, with a weaker segment next, is sliding."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Shared customers, one row each: segments in the older run, under the old model in both snapshots,
    the next best one now, how sure the old model is in both, and sales in both (nan: not known).
    """

    identifiers: tuple[str, ...]
    own: NDArray[np.int8]
    before: NDArray[np.int8]
    now: NDArray[np.int8]
    second: NDArray[np.int8]
    sure_before: NDArray[np.float32]
    sure_now: NDArray[np.float32]
    sales_before: Floats
    sales_now: Floats

    @property
    def is_moved(self) -> NDArray[np.bool_]:
        """Who moved: to another segment than the run's, and not where the model had them before already."""
        return np.asarray((self.now != self.own) & (self.now != self.before))


def find_identifier(summaries: Iterable[ColumnSummary], before: Table, now: Table) -> str | None:
    """Give the identifier that most customers share between two tables; None where nobody does.

    One that only counts the rows comes after any other: the same row is rarely the same person.
    """
    present = {column.name for column in now.columns} & {column.name for column in before.columns}
    found: list[tuple[bool, int, str]] = []
    for summary in summaries:
        if summary.role is ColumnRole.IDENTIFIER and summary.name in present:
            shared = len(shared_rows(before.column(summary.name), now.column(summary.name))[0])
            is_counted = summary.reason is not None and summary.reason.code == "reason.row_number"
            if shared:
                found.append((is_counted, -shared, summary.name))
    return min(found)[2] if found else None


def shared_rows(before: Column, now: Column) -> tuple[NDArray[np.int64], NDArray[np.int64], tuple[str, ...]]:
    """Pair the rows that have the same identifier: rows before, rows now, identifiers.

    Identifiers that come twice in either file are left out: nobody can tell who is who.
    """
    old, new = _rows_by_value(before), _rows_by_value(now)
    both = [value for value in old if value in new]
    rows = ([old[v] for v in both], [new[v] for v in both])
    return np.array(rows[0], dtype=np.int64), np.array(rows[1], dtype=np.int64), tuple(both)


def kept_numbers(became: Mapping[int, int], segments: int) -> tuple[int, ...]:
    """Give each new segment a number: its old self's, where there are as many, else the lowest free one.

    Parameters
    ----------
    became
        The new segment of each old one, as ``carry.carry_names`` gives it.
    """
    kept = {new: old for old, new in became.items() if old < segments}
    free = iter(sorted(set(range(segments)) - set(kept.values())))
    return tuple(kept[new] if new in kept else next(free) for new in range(segments))


def renumbered(found: Segmentation, numbers: Sequence[int]) -> Segmentation:
    """Give the run's own cut other numbers: segment ``i`` becomes ``numbers[i]``."""
    position = found.position(found.segments)
    order = np.argsort(numbers)
    cut = found.cuts[position]
    turned = replace(
        cut,
        sizes=tuple(cut.sizes[i] for i in order),
        segment_silhouettes=tuple(cut.segment_silhouettes[i] for i in order),
        traits=tuple(cut.traits[i] for i in order),
        standard=tuple(cut.standard[i] for i in order) if cut.standard else (),
    )
    labels = found.labels.copy()
    labels[position] = np.array([*numbers, -1], dtype=np.int8)[labels[position]]
    cuts = (*found.cuts[:position], turned, *found.cuts[position + 1 :])
    return replace(found, cuts=cuts, labels=labels)


def transitions(before: Labels, now: Labels, counts: tuple[int, int]) -> tuple[Transition, ...]:
    """Say what became of each segment: survived, split, merged, disappeared, appeared.

    Parameters
    ----------
    before, now
        The same customers under the old and the new segments.

    Source
    ------
    Spiliopoulou, Ntoutsi, Theodoridis & Schult (2006), "MONIC: modeling and monitoring cluster
    transitions", KDD, 706-711, section 3.
    """
    shared = overlaps(before, now, counts)
    sizes = np.bincount(before[before >= 0], minlength=counts[0])
    shares = shared / np.maximum(sizes, 1)[:, None]
    found: list[Transition] = []
    homes: dict[int, list[int]] = {}
    reached: set[int] = set()
    for old in range(counts[0]):
        best = int(shares[old].argmax())
        parts = tuple(np.flatnonzero(shares[old] >= PART).tolist())
        if shares[old, best] >= SURVIVES:
            homes.setdefault(best, []).append(old)
            reached.add(best)
        elif len(parts) > 1 and shares[old, list(parts)].sum() >= SURVIVES:
            found.append(Transition(Fate.SPLIT, (old,), parts, float(shares[old, list(parts)].sum())))
            reached |= set(parts)
        else:
            found.append(Transition(Fate.DISAPPEARED, (old,), (), float(shares[old, best])))
    for new, olds in homes.items():
        fate = Fate.SURVIVED if len(olds) == 1 else Fate.MERGED
        together = float(shared[olds, new].sum() / sizes[olds].sum())
        found.append(Transition(fate, tuple(olds), (new,), together))
    found += [Transition(Fate.APPEARED, (), (n,), 0.0) for n in range(counts[1]) if n not in reached]
    return tuple(sorted(found, key=lambda each: (each.before or (counts[0],), each.after)))


def expected_noise(original: Repeatable, labels: NDArray[np.int8]) -> float:
    """Give the share of customers who change segment between two draws of the same month, on average.

    Each draw is a bootstrap's, without doubles, and is segmented on its own; the customers of both
    are compared. nan where no draw can be parted.
    """
    random = np.random.default_rng(original.recipe.seed)
    drawn = sample(labels, NOISE_ROWS, random)
    found = []
    for _ in range(NOISE_PAIRS):
        one, other = (drawn[np.unique(random.integers(0, len(drawn), len(drawn)))] for _ in range(2))
        if min(len(one), len(other)) <= original.segments:
            continue
        first, second = original.labels(one), original.labels(other)
        _, here, there = np.intersect1d(one, other, return_indices=True)
        if len(here) and max(first.max(), second.max()) > 0:
            found.append(moved(first[here], second[there]))
    return float(np.mean(found)) if found else float("nan")


def flows(scored: Scored, joined: tuple[Labels, Floats], left: tuple[Labels, Floats]) -> tuple[Flow, ...]:
    """Count who went from where to where, the largest flow first.

    Parameters
    ----------
    joined, left
        Segments and sales of who is in one file only.
    """
    after = np.where(scored.is_moved, scored.now, scored.own)
    pairs = [
        (scored.own, after, scored.sales_now),
        (np.full(len(joined[0]), NOBODY), joined[0], joined[1]),
        (left[0], np.full(len(left[0]), NOBODY), left[1]),
    ]
    before = np.concatenate([first for first, _, _ in pairs])
    now = np.concatenate([second for _, second, _ in pairs])
    sales = np.concatenate([third for _, _, third in pairs])
    found = []
    for old, new in sorted(set(zip(before.tolist(), now.tolist(), strict=True))):
        is_pair = (before == old) & (now == new)
        found.append(Flow(old, new, int(is_pair.sum()), total(sales[is_pair])))
    return tuple(sorted(found, key=lambda flow: -flow.customers))


def total(sales: Floats) -> float:
    """Add up what is known; nan where there are customers and nothing is."""
    return float("nan") if len(sales) and not np.isfinite(sales).any() else float(np.nansum(sales))


def calls(scored: Scored, strength: Floats) -> tuple[Call, ...]:
    """List who went to a weaker segment or is sliding towards one, the best customers first.

    Parameters
    ----------
    strength
        Of each segment, the greater the better; nan where nothing tells.
    """
    ranks = np.append(strength, np.nan)  # -1, no segment, is the last
    is_worse = ranks[scored.now] < ranks[scored.own]
    is_next_worse = ranks[scored.second] < ranks[scored.own]
    is_moved = scored.is_moved
    slides = (scored.sure_before - scored.sure_now >= SLIDE) & (scored.sure_now < DOUBTFUL)
    is_sliding = ~is_moved & (scored.now == scored.own) & is_next_worse & slides
    found = []
    for row in np.flatnonzero((is_moved & is_worse) | is_sliding).tolist():
        risk, to = (Risk.MOVED, scored.now) if is_moved[row] else (Risk.SLIDING, scored.second)
        found.append(
            Call(
                scored.identifiers[row],
                risk,
                int(scored.own[row]),
                int(to[row]),
                float(scored.sales_before[row]),
                float(scored.sales_now[row]),
            )
        )
    return tuple(sorted(found, key=lambda call: (-np.nan_to_num(call.sales_before), call.identifier)))


def strengths(values: Floats, labels: NDArray[np.int8], segments: int, *, less_is_better: bool) -> Floats:
    """Give each segment's median, turned round where less is better; nan where nobody's is known."""
    sign = -1.0 if less_is_better else 1.0
    found = np.full(segments, np.nan)
    for segment in range(segments):
        known = values[(labels == segment) & np.isfinite(values)]
        if len(known):
            found[segment] = sign * float(np.median(known))
    return found


def _rows_by_value(column: Column) -> dict[str, int]:
    codes, levels = as_levels(column)
    counts = np.bincount(codes[codes >= 0], minlength=len(levels))
    rows = np.zeros(len(levels), dtype=np.int64)
    known = codes >= 0
    rows[codes[known]] = np.flatnonzero(known)
    return {levels[i].strip(): int(rows[i]) for i in np.flatnonzero(counts == 1)}
