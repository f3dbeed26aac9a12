"""Writes a file of as many made-up customers as wanted: ``packaging/make_customers.py 1000000 out.csv``.

Twelve columns as a loyalty programme has them: a number, measures (some skewed, some missing), categories and
dates, with five planted segments. The same rows and seed give the same file.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

CHUNK_ROWS = 100_000
"""Customers made and written at a time: the memory stays flat however many are wanted."""

TODAY = np.datetime64("2026-01-31")
SHARES = (0.34, 0.26, 0.2, 0.12, 0.08)
"""Of the planted segments."""

# One number for each planted segment.
AGE = (34, 61, 45, 27, 52)
VISITS = (4, 11, 26, 7, 48)
BASKET = (2.6, 3.3, 3.9, 3.0, 4.8)
"""Mean logarithm of what one visit brings."""
AWAY = (140, 60, 18, 30, 9)
"""Mean days since the last purchase."""

PLANS = ("Basic", "Silver", "Gold")
PLAN_SHARES = ((0.8, 0.15, 0.05), (0.5, 0.4, 0.1), (0.2, 0.5, 0.3), (0.9, 0.08, 0.02), (0.05, 0.25, 0.7))
CHANNELS = ("Store", "Online", "App", "Phone")
CHANNEL_SHARES = (
    (0.6, 0.3, 0.08, 0.02),
    (0.75, 0.1, 0.05, 0.1),
    (0.4, 0.4, 0.18, 0.02),
    (0.1, 0.4, 0.49, 0.01),
    (0.5, 0.3, 0.15, 0.05),
)
CITIES = ("Addis Ababa", "Adama", "Bahir Dar", "Dire Dawa", "Gondar", "Hawassa", "Jimma", "Mekelle")
CITY_SHARES = (0.4, 0.12, 0.11, 0.1, 0.08, 0.08, 0.06, 0.05)

NO_AGE, NO_INCOME, NO_CITY = 0.03, 0.08, 0.01
"""The shares of customers of whom that isn't known."""


def customers(first: int, rows: int, seed: int) -> pd.DataFrame:
    """Draw the customers from number ``first`` on."""
    random = np.random.default_rng([seed, first])
    segment = random.choice(len(SHARES), size=rows, p=SHARES)
    visits = random.poisson(np.array(VISITS)[segment] * random.gamma(3, 1 / 3, rows)) + 1
    spent = visits * np.exp(np.array(BASKET)[segment] + 0.4 * random.normal(size=rows))
    age = np.clip(random.normal(np.array(AGE)[segment], 9).round(), 16, 95)
    income = np.exp(random.normal(9.2, 0.45, rows) + 0.01 * (age - 40) + 0.15 * (segment == len(SHARES) - 1))
    away = random.exponential(np.array(AWAY)[segment]).astype(np.int64)
    member = away + random.integers(30, 3_000, rows)
    return pd.DataFrame(
        {
            "customer_id": [f"K{number:08}" for number in range(first, first + rows)],
            "age": _with_gaps(age, NO_AGE, random),
            "yearly_income": _with_gaps(income.round(-1), NO_INCOME, random),
            "city": np.where(random.random(rows) < NO_CITY, "", random.choice(CITIES, rows, p=CITY_SHARES)),
            "plan": _drawn(PLANS, PLAN_SHARES, segment, random),
            "channel": _drawn(CHANNELS, CHANNEL_SHARES, segment, random),
            "newsletter": np.where(random.random(rows) < 0.3 + 0.1 * segment, "yes", "no"),
            "visits": visits,
            "spent": spent.round(2),
            "returns": random.binomial(visits, 0.04),
            "member_since": TODAY - member,
            "last_purchase": TODAY - away,
        }
    )


def _with_gaps(values: NDArray[np.float64], share: float, random: np.random.Generator) -> pd.Series[int]:
    """Leave out a share of whole numbers; pandas then writes them without a decimal point."""
    return pd.Series(np.where(random.random(len(values)) < share, np.nan, values)).astype("Int64")


def _drawn(
    levels: tuple[str, ...],
    shares: tuple[tuple[float, ...], ...],
    segment: NDArray[np.int64],
    random: np.random.Generator,
) -> NDArray[np.str_]:
    """Draw each customer's level by the shares of their segment."""
    reached = random.random(len(segment))[:, None] > np.cumsum(shares, axis=1)[segment]
    return np.asarray(np.array(levels)[np.minimum(reached.sum(axis=1), len(levels) - 1)])


def write(rows: int, path: Path, seed: int = 0) -> None:
    """Write the file."""
    for first in range(0, rows, CHUNK_ROWS):
        part = customers(first, min(CHUNK_ROWS, rows - first), seed)
        part.to_csv(path, mode="a" if first else "w", header=not first, index=False)


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    write(arguments.rows, arguments.path, arguments.seed)


if __name__ == "__main__":
    main()
