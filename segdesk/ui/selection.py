"""Which customers are picked out, in all pictures and in the table at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # NumPy takes longer to import than the first window may
    import numpy as np
    from numpy.typing import NDArray


class Selection(QObject):
    """The customers picked out of the dataset in view, or nobody in particular.

    ``rows`` is a bool for each row of the dataset, or None; ``segment`` is the number of the segment
    that was picked as a whole (-1: those without one), None where it was customers by hand.

    Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: NDArray[np.bool_] | None = None
        self.segment: int | None = None
        self.source = ""
        self._dataset_id: int | None = None
        self._cut: tuple[int, int] | None = None

    @property
    def count(self) -> int:
        """How many customers are picked out."""
        return 0 if self.rows is None else int(self.rows.sum())

    def pick(self, rows: NDArray[np.bool_], *, source: str) -> None:
        """Pick customers out; nobody is the same as ``clear``. ``source`` names the picture."""
        self._set(rows if rows.any() else None, None, source)

    def pick_segment(self, labels: NDArray[np.int8], segment: int, *, source: str) -> None:
        """Pick a whole segment out, or let it go if it is picked out already."""
        is_same = self.rows is not None and self.segment == segment
        self._set(None if is_same else labels == segment, None if is_same else segment, source)

    def follow(self, dataset_id: int, *, run_id: int, segments: int) -> None:
        """Keep customers picked by hand while their dataset is in view, a segment while its cut is."""
        is_other = dataset_id != self._dataset_id
        is_other_cut = (run_id, segments) != self._cut
        self._dataset_id, self._cut = dataset_id, (run_id, segments)
        if is_other or (is_other_cut and self.segment is not None):
            self.clear()

    def clear(self) -> None:
        """Pick nobody out."""
        if self.rows is not None:
            self._set(None, None, "")

    def _set(self, rows: NDArray[np.bool_] | None, segment: int | None, source: str) -> None:
        self.rows, self.segment, self.source = rows, segment, source
        self.changed.emit()
