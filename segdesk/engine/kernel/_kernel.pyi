from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Answer = tuple[NDArray[np.float64], float, bool]

def ward(
    points: NDArray[np.float64],
    weights: NDArray[np.float64] | None,
    threads: int,
    progress: Callable[[int], None] | None,
) -> Answer: ...
def single(points: NDArray[np.float64], threads: int, progress: Callable[[int], None] | None) -> Answer: ...
