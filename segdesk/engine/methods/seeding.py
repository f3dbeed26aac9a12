"""Random numbers for the methods: the same recipe draws the same ones, in any process."""

from __future__ import annotations

import numpy as np


def library_seed(seed: int, *path: int) -> int:
    """Give a seed that scikit-learn takes (32 bits) for the part of the work that ``path`` names."""
    return int(np.random.SeedSequence([seed, *path]).generate_state(1)[0])
