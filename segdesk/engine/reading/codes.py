"""Lists of codes that look like numbers: "101,102" are two products, not a hundred thousand."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile(r"[.,'’\s]")
_CODES = re.compile(r"[1-9]\d{2}(?:(?P<mark>[.,'’\s])[1-9]\d{2}(?:(?P=mark)[1-9]\d{2})*)?")


def may_be_codes(texts: Sequence[str]) -> bool:
    """Tell whether all texts are codes of three digits, and some of them several."""
    return any(_MARK.search(text) for text in texts) and all(_CODES.fullmatch(text) for text in texts)


def is_code_list(texts: Sequence[str]) -> bool:
    """Tell whether texts that may be codes are lists of them.

    Their number differs, or half of the codes that stand later in a list stand first in another: in
    amounts they would be thousands here and ones there.
    """
    parts = [_MARK.split(text) for text in texts]
    firsts, later = {p[0] for p in parts}, {code for p in parts for code in p[1:]}
    return len({len(p) for p in parts}) > 1 or 2 * len(later & firsts) >= len(later)
