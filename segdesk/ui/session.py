"""What is open now: ids and small values, with signals that say what changed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segdesk.model.saved import RunInfo
from segdesk.words import wording

if TYPE_CHECKING:  # NumPy takes longer to import than the first window may
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from segdesk.model.result import Cut, Segmentation


@dataclass(frozen=True, eq=False)
class View:
    """A run as the Results step shows it, cut into ``segments``.

    The cut may differ from the run's own: dragging the line changes the view, not the run. ``given``
    are the names that the user gave to segments of this cut.
    """

    run: RunInfo
    segmentation: Segmentation
    segments: int
    given: Mapping[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # In the cut itself, so that every picture of it says these names too.
        object.__setattr__(self, "segmentation", self.segmentation.named(self.segments, self.given))

    @property
    def cut(self) -> Cut:
        """The sizes, qualities and traits in view."""
        return self.segmentation.cut(self.segments)

    @property
    def labels(self) -> NDArray[np.int8]:
        """Each customer's segment, counted from 0."""
        line: NDArray[np.int8] = self.segmentation.labels[self.segmentation.position(self.segments)]
        return line

    @property
    def silhouettes(self) -> NDArray[np.float32]:
        """Each customer's silhouette; nan outside the sample."""
        line: NDArray[np.float32] = self.segmentation.silhouettes[self.segmentation.position(self.segments)]
        return line

    @property
    def names(self) -> tuple[str, ...]:
        """Each segment's name: the user's, or what sets it apart."""
        return wording.segment_names(self.cut)

    @property
    def colours(self) -> tuple[int, ...]:
        """The colours that segments kept from an earlier run, empty where these are their own numbers."""
        return self.cut.colours

    @property
    def is_kept(self) -> bool:
        """Whether this is the cut that the run was saved with."""
        return self.segments == self.run.segments


class Session(QObject):
    """The dataset and the view now open.

    Signals: ``dataset_changed()``, ``view_changed()``.
    """

    dataset_changed = Signal()
    view_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.dataset_id: int | None = None
        self.view: View | None = None

    def open_dataset(self, dataset_id: int | None) -> None:
        """Make a dataset the one that the panels show; its last view, if any, is closed."""
        if dataset_id == self.dataset_id:
            return
        self.dataset_id = dataset_id
        self.dataset_changed.emit()
        self.open_view(None)

    def open_view(self, view: View | None) -> None:
        """Show a run, or none."""
        self.view = view
        self.view_changed.emit()

    def cut(self, segments: int, given: Mapping[int, str] | None = None) -> None:
        """Look at the open run cut into another number of segments; ``given`` are the names of these."""
        if self.view is not None and self.view.segments != segments:
            self.open_view(replace(self.view, segments=segments, given=given or {}))

    def rename(self, given: Mapping[int, str]) -> None:
        """Call the segments in view by other names."""
        if self.view is not None and self.view.given != given:
            self.open_view(replace(self.view, given=given))
