"""What a report knows of a run, and what of it may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segdesk.model.findings import Choice, Reliability, Stability, Verdict
from segdesk.model.reading import Reading
from segdesk.model.report import Badge
from segdesk.model.report_facts import FEWEST_SHOWN
from segdesk.model.result import Cut, Segmentation
from segdesk.model.saved import DatasetInfo, RunInfo
from segdesk.text import t
from segdesk.words import findings_wording, wording

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STABILITY = {
    Stability.SOLID: "success",
    Stability.USABLE: "success",
    Stability.FUZZY: "warning",
    Stability.UNSTABLE: "error",
}
"""The tone of each word."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What is saved about a run's cut; a finding that isn't there yet is None. ``is_full`` switches off
    what makes a report safe to share.
    """

    info: RunInfo
    dataset: DatasetInfo
    reading: Reading | None
    segmentation: Segmentation
    segments: int
    choice: Choice | None
    verdict: Verdict | None
    reliability: Reliability | None
    names: tuple[str, ...]
    is_full: bool = False

    @property
    def cut(self) -> Cut:
        """The cut that is reported on."""
        return self.segmentation.cut(self.segments)

    @property
    def labels(self) -> NDArray[np.int8]:
        """Each customer's segment."""
        line: NDArray[np.int8] = self.segmentation.labels[self.segmentation.position(self.segments)]
        return line


def is_small(known: Known, segment: int) -> bool:
    """Tell whether a segment is too small to be described."""
    return is_few(known, known.cut.sizes[segment])


def is_few(known: Known, size: int) -> bool:
    """Tell whether so many customers could be known by what is said of them."""
    return not known.is_full and 0 < size < FEWEST_SHOWN


def shown_names(known: Known) -> tuple[str, ...]:
    """Name the segments; the name of a small one would describe it."""
    return tuple(
        t("report.small_segment", number=str(segment + 1)) if is_small(known, segment) else name
        for segment, name in enumerate(known.names)
    )


def size_text(known: Known, size: int) -> str:
    """Write how many customers a segment has."""
    if is_few(known, size):
        return t("report.fewer_than", count=str(FEWEST_SHOWN))
    return wording.number(size)


def badge(known: Known, segment: int) -> Badge | None:
    """Give how reliably a segment comes back, where that is known."""
    if known.reliability is None or is_small(known, segment):
        return None
    word = known.reliability.words[segment]
    return Badge(findings_wording.stability_name(word), STABILITY[word])


def is_known(value: float) -> bool:
    """Tell whether a figure is there."""
    return value == value


def currencies(known: Known) -> dict[str, str]:
    """Give the currency of each column whose file says it."""
    receipt = known.reading.receipt if known.reading is not None else None
    return {total.column: total.currency for total in receipt.totals if total.currency} if receipt else {}
