"""Measures how often the verdict and the number of segments are right: ``python packaging/calibrate.py``.

    python packaging/calibrate.py --rows 400 --draws 100     the README's table
    python packaging/calibrate.py --dip                      the dip's quantiles, as engine/dip.py has them

Every table goes the way of a file: balanced encoding, number of segments, verdict. Thresholds were fixed on
``--seed 1``; what is reported is drawn with another.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.choose import choose
from segdesk.engine.dip import dip
from segdesk.engine.encode import encode
from segdesk.engine.verdict import judge_reality
from segdesk.model.findings import Reality
from segdesk.model.recipe import ColumnUse, Recipe
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column, Table

Rng = np.random.Generator
Floats = NDArray[np.float64]


def table(measures: Floats, *categories: NDArray[np.int64]) -> Table:
    """Make a table of measures and categories."""
    columns = [Column(f"m{i}", Kind.NUMBER, np.array(x, dtype=np.float64)) for i, x in enumerate(measures.T)]
    for i, codes in enumerate(categories):
        names = tuple(f"l{level}" for level in range(int(codes.max()) + 1))
        columns.append(Column(f"c{i}", Kind.TEXT, codes.astype(np.int32), names))
    return Table(tuple(columns))


def recipe(made: Table) -> Recipe:
    """Use every column."""
    roles = {Kind.NUMBER: ColumnRole.MEASURE, Kind.TEXT: ColumnRole.CATEGORY}
    return Recipe(tuple(ColumnUse(c.name, roles[c.kind]) for c in made.columns))


def _factor(rng: Rng, rows: int, width: int, factors: int = 1, noise: float = 0.6) -> Floats:
    loadings = rng.normal(size=(factors, width))
    return np.asarray(rng.normal(size=(rows, factors)) @ loadings + noise * rng.normal(size=(rows, width)))


def _drawn(rng: Rng, rows: int, shares: tuple[float, ...]) -> NDArray[np.int64]:
    return np.asarray(rng.choice(len(shares), size=rows, p=shares))


def _cut(values: Floats, shares: tuple[float, ...]) -> NDArray[np.int64]:
    return np.asarray(np.searchsorted(np.quantile(values, np.cumsum(shares)[:-1]), values))


def gaussian(rng: Rng, rows: int) -> Table:
    """Independent measures."""
    return table(rng.normal(size=(rows, int(rng.integers(2, 11)))))


def correlated(rng: Rng, rows: int) -> Table:
    """Measures that hang together."""
    return table(_factor(rng, rows, int(rng.integers(3, 13)), int(rng.integers(1, 4))))


def uniform(rng: Rng, rows: int) -> Table:
    """Evenly spread measures."""
    return table(rng.random((rows, int(rng.integers(1, 7)))))


def rfm(rng: Rng, rows: int) -> Table:
    """Recency, frequency and money, skewed, from one latent loyalty."""
    loyalty = rng.normal(size=rows)
    recency = rng.exponential(60, rows) * np.exp(-0.4 * loyalty)
    frequency = 1 + rng.poisson(np.exp(1.0 + 0.7 * loyalty))
    money = frequency * np.exp(3.5 + 0.6 * rng.normal(size=rows))
    return table(np.column_stack([recency.round(), frequency, money.round(2)]))


def tails(rng: Rng, rows: int) -> Table:
    """Heavy tails on both sides, and log-normal amounts."""
    heavy = rng.standard_t(3, size=(rows, 3)) + 0.7 * rng.normal(size=(rows, 1))
    return table(np.column_stack([heavy, np.exp(1.2 * _factor(rng, rows, 3))]))


def mixed(rng: Rng, rows: int) -> Table:
    """Measures with categories that have nothing to do with them."""
    shares = ((0.5, 0.5), (0.25, 0.25, 0.25, 0.25), (0.7, 0.2, 0.07, 0.03))
    return table(_factor(rng, rows, int(rng.integers(2, 7))), *(_drawn(rng, rows, s) for s in shares))


def mixed_joined(rng: Rng, rows: int) -> Table:
    """Measures with categories that depend on them, smoothly."""
    hidden = rng.normal(size=(rows, 2))
    measures = hidden @ rng.normal(size=(2, 5)) + 0.7 * rng.normal(size=(rows, 5))
    along = hidden[:, 0] + 0.7 * rng.normal(size=rows)
    plan = (hidden @ rng.normal(size=(2, 4)) + 0.8 * rng.gumbel(size=(rows, 4))).argmax(axis=1)
    return table(
        measures, _cut(along, (0.5, 0.3, 0.2)), plan, _cut(rng.normal(size=rows) + along, (0.6, 0.4))
    )


def categories(rng: Rng, rows: int) -> Table:
    """Categories only, some of which go together."""
    hidden = rng.normal(size=rows)
    joined = [_cut(hidden + rng.normal(size=rows), s) for s in ((0.5, 0.5), (0.4, 0.3, 0.3), (0.6, 0.3, 0.1))]
    free = [_drawn(rng, rows, s) for s in ((0.25, 0.25, 0.25, 0.25), (0.8, 0.1, 0.05, 0.05))]
    return table(np.empty((rows, 0)), *joined, *free)


def ratings(rng: Rng, rows: int) -> Table:
    """Answers from 1 to 5, with a general satisfaction behind them."""
    answers = 0.8 * rng.normal(size=(rows, 1)) + rng.normal(size=(rows, 6)) + rng.normal(0.5, 0.5, size=6)
    return table(np.clip(np.round(3 + answers), 1, 5))


def counts(rng: Rng, rows: int) -> Table:
    """Ages, children, visits, many zeros in spending on one thing."""
    age = np.clip(rng.normal(45, 14, rows), 18, 90).round()
    income = np.exp(rng.normal(10.5, 0.5, rows) + 0.01 * (age - 45))
    visits = rng.negative_binomial(2, 0.3, rows)
    spending = np.where(rng.random(rows) < 0.3, 0.0, np.exp(rng.normal(3, 1.2, rows))).round(2)
    return table(np.column_stack([age, income, rng.poisson(1.0, rows), visits, spending]))


def _centres(rng: Rng, groups: int, width: int, apart: float, most: float = 2.5) -> Floats:
    """Draw centres: the nearest two ``apart`` standard deviations, the furthest up to ``most`` times that."""
    while True:
        centres = rng.normal(size=(groups, width))
        gaps = np.linalg.norm(centres[:, None] - centres, axis=2)[np.triu_indices(groups, 1)]
        if gaps.max() < most * gaps.min():
            return np.asarray(centres * apart / gaps.min())


def _groups(rng: Rng, rows: int, groups: int, shares: tuple[float, ...] | None = None) -> NDArray[np.int64]:
    return np.asarray(
        rng.permutation(
            np.searchsorted(
                np.cumsum(shares or (1 / groups,) * groups)[:-1], (np.arange(rows) + 0.5) / rows, side="right"
            )
        )
    )


@dataclass(frozen=True, slots=True)
class Planted:
    """A table and how many groups it has."""

    made: Table
    groups: int


def few(rng: Rng, rows: int) -> Planted:
    """3 to 5 round groups in 2 or 3 measures."""
    groups = int(rng.integers(3, 6))
    centres = _centres(rng, groups, int(rng.integers(2, 4)), 6.0)
    return Planted(
        table(centres[_groups(rng, rows, groups)] + rng.normal(size=(rows, centres.shape[1]))), groups
    )


def many(rng: Rng, rows: int) -> Planted:
    """3 to 5 round groups in 10 measures."""
    groups = int(rng.integers(3, 6))
    centres = _centres(rng, groups, 10, 6.0)
    return Planted(table(centres[_groups(rng, rows, groups)] + rng.normal(size=(rows, 10))), groups)


def noisy(rng: Rng, rows: int) -> Planted:
    """3 to 5 groups in 6 measures, beside 3 that say nothing."""
    groups = int(rng.integers(3, 6))
    centres = _centres(rng, groups, 6, 6.0, most=1.8)
    part = centres[_groups(rng, rows, groups)] + rng.normal(size=(rows, 6))
    return Planted(table(np.column_stack([part, rng.normal(size=(rows, 3))])), groups)


def with_categories(rng: Rng, rows: int) -> Planted:
    """3 to 5 groups in 4 measures, with two categories that go along and one that doesn't."""
    groups = int(rng.integers(3, 6))
    member = _groups(rng, rows, groups)
    measures = _centres(rng, groups, 4, 6.0)[member] + rng.normal(size=(rows, 4))
    along = [np.where(rng.random(rows) < 0.8, member, rng.integers(0, groups, rows)) for _ in range(2)]
    return Planted(table(measures, *along, _drawn(rng, rows, (0.6, 0.4))), groups)


def categories_along(rng: Rng, rows: int) -> Planted:
    """3 to 5 groups in 4 measures, with three categories that go along."""
    groups = int(rng.integers(3, 6))
    member = _groups(rng, rows, groups)
    measures = _centres(rng, groups, 4, 6.0)[member] + rng.normal(size=(rows, 4))
    along = [np.where(rng.random(rows) < 0.85, member, rng.integers(0, groups, rows)) for _ in range(3)]
    return Planted(table(measures, *along), groups)


def kinds(rng: Rng, rows: int) -> Planted:
    """3 or 4 groups that only 6 categories tell."""
    groups = int(rng.integers(3, 5))
    member = _groups(rng, rows, groups)
    along = [np.where(rng.random(rows) < 0.85, member, rng.integers(0, groups, rows)) for _ in range(6)]
    return Planted(table(np.empty((rows, 0)), *along), groups)


def unequal(rng: Rng, rows: int) -> Planted:
    """4 groups of very different size in 4 measures."""
    centres = _centres(rng, 4, 4, 6.0)
    member = _groups(rng, rows, 4, (0.5, 0.3, 0.12, 0.08))
    return Planted(table(centres[member] + rng.normal(size=(rows, 4))), 4)


def rfm_groups(rng: Rng, rows: int) -> Planted:
    """4 kinds of buyers, log-normal around their own recency, frequency and money."""
    centres = np.log([[5, 40, 2000], [30, 8, 300], [200, 2, 60], [15, 3, 1500]])
    member = _groups(rng, rows, 4, (0.2, 0.3, 0.3, 0.2))
    values = np.exp(centres[member] + 0.35 * rng.normal(size=(rows, 3)))
    return Planted(
        table(
            np.column_stack(
                [values[:, 0].round(), np.maximum(values[:, 1].round(), 1), values[:, 2].round(2)]
            )
        ),
        4,
    )


Family = Callable[[Rng, int], Table | Planted]

STRUCTURELESS: tuple[Family, ...] = (
    gaussian,
    correlated,
    uniform,
    rfm,
    tails,
    mixed,
    mixed_joined,
    categories,
    ratings,
    counts,
)
PLANTED: tuple[Family, ...] = (
    few,
    many,
    noisy,
    categories_along,
    with_categories,
    kinds,
    unequal,
    rfm_groups,
)

DIP_ROWS = 1_000
DIP_SAMPLES = 20_000
DIP_SHARES = (0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001)


@dataclass(frozen=True, slots=True)
class Found:
    """What SegDesk said of one table, and the seconds of processor it took."""

    reality: Reality
    segments: int
    seconds: float


def look(made: Table, seed: int) -> Found:
    """Choose and judge as a run does."""
    began = time.process_time()
    features = encode(made, recipe(made))
    choice = choose(features, seed=seed)
    verdict = judge_reality(features, choice, seed=seed)
    return Found(verdict.reality, choice.segments, time.process_time() - began)


def measure(family: Family, *, rows: int, draws: int, seed: int) -> str:
    """Give a family's line of the table."""
    found, right = [], 0
    name = family.__name__
    for draw in range(draws):
        # The name, not a position, picks the draws: another family changes no other's.
        made = family(np.random.default_rng([seed, rows, draw, *name.encode()]), rows)
        planted = made if isinstance(made, Planted) else None
        found.append(look(made.made if isinstance(made, Planted) else made, draw))
        right += planted is not None and found[-1].segments == planted.groups
    shares = [sum(f.reality is word for f in found) / draws for word in Reality]
    seconds = sum(f.seconds for f in found) / draws
    right_share = f"{right / draws:.0%}" if family in PLANTED else "-"
    words = " | ".join(f"{share:.0%}" for share in shares)
    return f"| {name.replace('_', ' ')} | {rows:,} | {draws} | {words} | {right_share} | {seconds:.1f} |"


def dip_quantiles() -> None:
    """Print how large the scaled dip of evenly spread rows gets."""
    rng = np.random.default_rng(DIP_ROWS)
    scaled = [dip(rng.random(DIP_ROWS)) * np.sqrt(DIP_ROWS) for _ in range(DIP_SAMPLES)]
    for share in DIP_SHARES:
        print(f"{share:g}: {np.quantile(scaled, 1 - share):.4f}")


def main() -> None:
    """Print the table, a line as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[400])
    parser.add_argument("--draws", type=int, default=100)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--dip", action="store_true")
    chosen = parser.parse_args()
    if chosen.dip:
        return dip_quantiles()
    print("| family | rows | draws | natural | slices | nothing | right number | CPU s |")
    print("|---|---|---|---|---|---|---|---|")
    for rows in chosen.rows:
        for family in (*STRUCTURELESS, *PLANTED):
            if not chosen.only or family.__name__ in chosen.only:
                print(measure(family, rows=rows, draws=chosen.draws, seed=chosen.seed), flush=True)
    return None


if __name__ == "__main__":
    main()
