"""How many segments? For now a suggestion by silhouette."""

from __future__ import annotations

import math
from collections.abc import Mapping

from segdesk.errors import RunError
from segdesk.model.recipe import AUTO_MOST_SEGMENTS, FEWEST_SEGMENTS


def suggest(silhouettes: Mapping[int, float]) -> int:
    """Give the number of segments with the best silhouette among 2 … 10, the smallest of equals.

    Raises
    ------
    RunError
        ``method.too_few_rows``: there is no cut to choose from.
    """
    known = {
        k: -2.0 if math.isnan(s) else s
        for k, s in sorted(silhouettes.items())
        if FEWEST_SEGMENTS <= k <= AUTO_MOST_SEGMENTS
    }
    if not known:
        raise RunError("method.too_few_rows", rows=0)
    return max(known, key=lambda k: (known[k], -k))
