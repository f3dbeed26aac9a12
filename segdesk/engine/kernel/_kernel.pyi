from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Linkage = NDArray[np.float64]

def ward(
    points: NDArray[np.float64],
    weights: NDArray[np.float64] | None,
    threads: int,
    may_scan: bool,
    progress: Callable[[int], None] | None,
) -> tuple[Linkage | None, float, bool]: ...
def single(
    points: NDArray[np.float64], threads: int, progress: Callable[[int], None] | None
) -> tuple[Linkage, float, bool]: ...
