"""Where tasks report to that nobody watches."""

from __future__ import annotations


def quiet(_: object) -> None:
    """Report to nobody."""
