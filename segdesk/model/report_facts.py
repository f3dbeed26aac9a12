"""What a report is made of, gathered by the worker; words are put to it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from segdesk.model.portrait import Portraits
from segdesk.model.profile import ProfileTable
from segdesk.model.till import TillCard

FEWEST_SHOWN = 5
"""Fewer customers could be told who they are: a share-safe report doesn't describe them."""


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The parts of a report that have to be worked out.

    ``hidden`` names the columns that tell single customers apart or hold personal data; ``typical`` gives
    each segment's typical customer as (column, value) and is empty in a share-safe report. ``till`` is None
    where nothing that can be asked tells the segments apart.
    """

    portraits: Portraits
    profile: ProfileTable
    till: TillCard | None
    hidden: tuple[str, ...]
    typical: tuple[tuple[tuple[str, str], ...], ...]
