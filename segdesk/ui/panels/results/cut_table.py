"""What cutting the tree into other numbers of segments would give."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent

from segdesk.model.recipe import AUTO_MOST_SEGMENTS
from segdesk.model.result import Cut
from segdesk.text import t
from segdesk.ui.plots.tables import SmallTable
from segdesk.words import wording


class CutTable(SmallTable):
    """Numbers of segments with silhouette and smallest segment; the one in view is gold.

    Signals: ``cut_chosen(int)``, a row was clicked or reached by keys.
    """

    cut_chosen = Signal(int)

    def __init__(self, *, name: str) -> None:
        headers = (t("dendrogram.segments"), t("dendrogram.silhouette"), t("dendrogram.smallest"))
        super().__init__(headers, name=name, says=t("dendrogram.elsewhere"))
        self._cuts: tuple[Cut, ...] = ()
        self._in_view = 0
        self.setProperty("look", "list_gold")
        self.currentCellChanged.connect(self._on_row_changed)

    def show_cuts(self, cuts: tuple[Cut, ...], in_view: int) -> None:
        """List the cuts up to ten segments, and the one in view where it has more."""
        self._in_view = in_view
        listed = tuple(c for c in cuts if c.segments <= AUTO_MOST_SEGMENTS or c.segments == in_view)
        blocked = QSignalBlocker(self)
        if listed != self._cuts:
            self._cuts = listed
            self._fill()
        self.setCurrentCell(next(i for i, cut in enumerate(listed) if cut.segments == in_view), 0)
        blocked.unblock()

    def _fill(self) -> None:
        self.setRowCount(len(self._cuts))
        for row, cut in enumerate(self._cuts):
            silhouette = wording.number(cut.quality.silhouette, 2)
            self._put(row, (str(cut.segments), silhouette, wording.number(min(cut.sizes))))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _on_row_changed(self, row: int, _column: int, old_row: int, _old_column: int) -> None:
        if 0 <= row < len(self._cuts) and row != old_row and self._cuts[row].segments != self._in_view:
            self.cut_chosen.emit(self._cuts[row].segments)
