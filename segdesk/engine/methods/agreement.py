"""How far what was found in a sample is what the method itself finds: measured on customers held back."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.matching import moved
from segdesk.errors import RunError
from segdesk.model.notes import Note

HELD_ROWS = 10_000
"""The agreement of so many is known to half a percent, at a quarter of the time that the sample took."""

FEWEST_HELD = 1_000
"""Where fewer are outside the sample nearly everybody was looked at."""

CLOSE = 0.9
"""Of ten customers nine are where the method would have put them: good enough to write to them."""

Found = Callable[[NDArray[np.int64]], NDArray[np.int8] | None]
"""Finds segments among these rows only, by the whole method; None where there are none."""


def sample_note(
    labels: NDArray[np.int8], sample: NDArray[np.int64], found: Found, *, seed: int
) -> Note | None:
    """Say how many of some customers outside the sample are where the whole method puts them.

    Parameters
    ----------
    labels
        Shape ``(rows,)``: what the sample and its rule gave.
    sample
        The rows that were looked at.

    Returns
    -------
    None where too few are outside the sample, or the method finds nothing among those held back.
    """
    outside = np.setdiff1d(np.arange(len(labels)), sample, assume_unique=True)
    if len(outside) < FEWEST_HELD:
        return None
    random = np.random.default_rng([seed, len(labels)])
    held = np.sort(random.choice(outside, size=min(HELD_ROWS, len(outside)), replace=False))
    try:
        own = found(held)
    except RunError:
        own = None
    if own is None:
        return None
    share = 1.0 - moved(labels[held], own)
    code = "note.sample_agrees" if share >= CLOSE else "note.sample_differs"
    return Note(code, {"held": len(held), "percent": round(100 * share)})
