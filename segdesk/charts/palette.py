"""Colours by role, for whatever draws: the window's widgets and the saved pictures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from segdesk.paths import resource

_SEGMENT = "segment_"

OUTLIER_ROLE = "muted"
"""Customers without a segment have no colour of their own."""


def segment_role(number: int, colours: Sequence[int] = ()) -> str:
    """Give the colour role of the segment counted from 0; -1 is no segment.

    ``colours`` are those that the segments of its cut kept (``Cut.colours``), empty where a segment's colour
    is that of its number. Whatever draws a segment asks here.
    """
    if number < 0:
        return OUTLIER_ROLE
    return f"{_SEGMENT}{colours[number] if colours else number}"


@dataclass(frozen=True)
class Palette:
    """A named set of colours by role; ``segments`` are the colours of segments in order."""

    name: str
    colours: dict[str, str]
    segments: tuple[str, ...]

    def code(self, role: str) -> str:
        """Give the colour code of a role: ``"gold"``, or ``"segment_3"``, whose colours repeat."""
        if role.startswith(_SEGMENT):
            return self.segments[int(role.removeprefix(_SEGMENT)) % len(self.segments)]
        return self.colours[role]

    def is_repeat(self, role: str) -> bool:
        """Whether an earlier segment has this role's colour: it is drawn hollow or dashed."""
        return role.startswith(_SEGMENT) and int(role.removeprefix(_SEGMENT)) >= len(self.segments)


@cache
def load_palette(name: str) -> Palette:
    """Read ``resources/theme/<name>.json``: colours by role. Gold is for actions, never a segment."""
    values = json.loads(resource("theme", f"{name}.json").read_text("utf-8"))
    segments = tuple(values.pop("segments"))
    return Palette(name, values, segments)
