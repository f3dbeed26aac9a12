"""The shapes of data that SegDesk's speed is measured on; each is drawn anew from its seed.

Every shape is what a method is handed: a matrix of features, rows x columns, float64 and C-contiguous.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SEGMENTS = 5
"""How many segments are planted in ``customer_like``."""

MEASURES = 4
LEVELS = (5, 5, 4)
"""With the four measures these make 18 columns."""

_SHARES = (0.32, 0.26, 0.2, 0.14, 0.08)
_APART = 1.5
"""Standard deviations of the segments' centres: they overlap, as customers do."""
_FAVOURED = 0.6
"""So many of a segment's customers have its favourite level; the others share the rest."""

GRID_STEPS = 20
GRID_COLUMNS = 4
"""160,000 places: of 20,000 rows few are the same, and nearly all distances are tied."""

COPIES = 20
"""How many rows of ``duplicate_heavy`` share each distinct one, on average."""


def customer_like(rows: int, seed: int) -> Floats:
    """Draw five overlapping segments: four skewed measures, logged and scaled, and three categories.

    Amounts are log-normal, as spending and income are; categories are plain 0/1 features.
    """
    random = np.random.default_rng(seed)
    segment = random.choice(SEGMENTS, size=rows, p=_SHARES)
    centres = random.normal(0, _APART, (SEGMENTS, MEASURES))
    amounts = np.exp(5 + centres[segment] + random.normal(size=(rows, MEASURES)))
    logged = np.log1p(amounts)
    blocks = [(logged - logged.mean(axis=0)) / logged.std(axis=0)]
    for levels in LEVELS:
        favourite = random.integers(0, levels, SEGMENTS)
        other = random.integers(0, levels, rows)
        level = np.where(random.random(rows) < _FAVOURED, favourite[segment], other)
        blocks.append(np.eye(levels)[level])
    return np.ascontiguousarray(np.hstack(blocks))


def gaussian(rows: int, d: int, seed: int) -> Floats:
    """Draw one round cloud of ``d`` independent columns: there are no segments."""
    return np.random.default_rng(seed).normal(size=(rows, d))


def tied_grid(rows: int, seed: int) -> Floats:
    """Draw whole numbers, as ratings and counts are."""
    return np.random.default_rng(seed).integers(0, GRID_STEPS, (rows, GRID_COLUMNS)).astype(np.float64)


def duplicate_heavy(rows: int, seed: int) -> Floats:
    """Draw customer-like rows from a pool so small that each comes up ``COPIES`` times on average."""
    pool = customer_like(max(1, rows // COPIES), seed)
    drawn = np.random.default_rng(seed + 1).integers(0, len(pool), rows)
    return np.ascontiguousarray(pool[drawn])


def bank(folder: Path, rows: int) -> Floats:
    """Read rows of bank-additional-full.csv, evenly spaced: numbers standardised, categories 0/1.

    Real, in order of time, with ties and duplicates; all 21 columns make 65 or fewer features.
    """
    table = pd.read_csv(folder / "bank-additional-full.csv", sep=";")
    table = table.iloc[np.linspace(0, len(table) - 1, min(rows, len(table))).astype(np.int64)]
    numbers = table.select_dtypes("number")
    scaled = (numbers - numbers.mean()) / numbers.std(ddof=0)
    # A number that never varies in a short piece of the file has no deviation to be measured in.
    scaled = scaled.fillna(0.0)
    dummies = pd.get_dummies(table.select_dtypes(exclude="number"), dtype=np.float64)
    return np.ascontiguousarray(np.hstack([scaled.to_numpy(np.float64), dummies.to_numpy(np.float64)]))
