"""Reads packaging/requirements-build.lock: what the bundle is made from, and what of it is shipped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

BUILD_LOCK = Path(__file__).resolve().parent / "requirements-build.lock"

_PIN = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s;\\]+)(?: ; (?P<marker>.*?))?(?: \\)?$", re.M
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"^    # (?:via (?P<one>\S.*)|  (?P<many>\S.*))$", re.M)
_SEGDESK = "segdesk (pyproject.toml)"


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of the lock; ``marker`` says on which systems it is installed (empty: on all)."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    via: tuple[str, ...]


def pins(path: Path = BUILD_LOCK) -> tuple[Pin, ...]:
    """Give every pin of a lock file that uv wrote."""
    text = path.read_text("utf-8")
    starts = list(_PIN.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        block = text[start.start() : end]
        via = tuple(m["one"] or m["many"] for m in _VIA.finditer(block))
        hashes = tuple(_HASH.findall(block))
        found.append(Pin(start["name"], start["version"], start["marker"] or "", hashes, via))
    return tuple(found)


def shipped(locked: tuple[Pin, ...]) -> tuple[Pin, ...]:
    """Give the pins that SegDesk itself needs, not those that only build it."""
    needed: set[str] = {_SEGDESK}
    while True:
        more = {pin.name for pin in locked if set(pin.via) & needed} - needed
        if not more:
            return tuple(pin for pin in locked if pin.name in needed)
        needed |= more
