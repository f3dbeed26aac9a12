"""How fast this machine is, measured in a fraction of a second: to tell times by, never for a result."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from segdesk.engine import kernel
from segdesk.model.cost import Machine

_PROBES = 7
"""Their mean time on the processor counts, which other programs hardly touch; where a system doesn't tell
that, the quickest. Windows counts it in steps of 1/64 s: several are needed."""

_POINTS, _CENTRES, _WIDTH = 20_000, 64, 32
_ITEMS = 40_000

_REFERENCE_SECONDS = 0.021
"""What the probe takes on the machine that the constants of ``model.cost`` come from."""

_SLOWEST, _FASTEST = 20.0, 0.05
"""Beyond, the clock was disturbed: asleep, or set meanwhile."""


def machine() -> Machine:
    """Measure this machine."""
    with threadpool_limits(limits=1):
        busy = time.thread_time()
        quickest = min(_probe() for _ in range(_PROBES))
        busy = (time.thread_time() - busy) / _PROBES
    seconds = busy or quickest
    slowness = min(max(seconds / _REFERENCE_SECONDS, _FASTEST), _SLOWEST)
    return Machine(slowness, has_kernel=kernel.available())


def _probe() -> float:
    """Time a little of what runs are made of: products, sums over memory, sorting, and plain Python."""
    points = _numbers(_POINTS * _WIDTH).reshape(_POINTS, _WIDTH)
    began = time.perf_counter()
    away = points @ points[:_CENTRES].T
    np.sqrt(np.maximum(away, 0.0, out=away), out=away)
    nearest = away.argmin(axis=1)
    np.bincount(nearest, weights=points[:, 0])
    np.argsort(points[:, 1], kind="stable")
    seen: dict[int, int] = {}
    for item in range(_ITEMS):
        seen[item & 255] = seen.get(item & 255, 0) + item
    return time.perf_counter() - began


def _numbers(count: int) -> NDArray[np.float64]:
    return np.random.default_rng(0).normal(size=count)
