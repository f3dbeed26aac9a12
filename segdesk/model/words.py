"""The words that a column's name is made of."""

from __future__ import annotations

import re
from functools import lru_cache

_SPLIT = re.compile(r"[A-ZÀ-Þ]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|\d+|[^\W\d_]+")


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """Split a name at blanks, signs, digits and capitals: ``customerID`` → customer, id."""
    return tuple(w.lower() for w in _SPLIT.findall(name))
