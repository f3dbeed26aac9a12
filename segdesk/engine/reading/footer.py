"""What stands below a table: its totals, and notes of where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_MOST_LINES = 12
"""Lines looked at below a table: more are rows."""

_SENTENCE = 20
"""Letters: a line of one field longer than this is a note also without a blank line above it."""

_TOTAL = re.compile(
    r"(?:(?:grand|sub|net|overall|sum)[\s-]*)?"
    r"(?:totals?|sum|sums|gesamt|gesamtsumme|summe|insgesamt|totale|total général|ድምር|ጠቅላላ(?: ድምር)?)"
    r"(?:\s+(?:amount|sales|general|général|sum|all|rows|customers|etb|birr))?\s*[:=]?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Footer:
    """Places of total rows and of notes, as the caller counts them; ``cut`` is where rows end."""

    cut: int | None = None
    totals: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)


def footer_of(lines: Iterable[tuple[int, Sequence[str]]], width: int) -> Footer:
    """Find the footer from a table's last line upwards; ``lines`` are places with stripped cells."""
    footer = Footer()
    waiting: list[int] = []
    for count, (place, cells) in enumerate(lines):
        if count >= _MOST_LINES:
            break
        filled = [c for c in cells if c]
        if not filled:
            if waiting:
                footer.notes += waiting
                waiting = []
                footer.cut = place
            continue
        if _TOTAL.fullmatch(filled[0]) and (len(filled) < width or width == 2):
            footer.totals.append(place)
            footer.notes += waiting
            waiting = []
            footer.cut = place
        elif len(filled) == 1 and cells[0] and width > 2:
            waiting.append(place)
            if len(cells) == 1 and len(filled[0]) > _SENTENCE and " " in filled[0]:
                footer.notes += waiting
                waiting = []
                footer.cut = place
        else:
            break
    return footer
