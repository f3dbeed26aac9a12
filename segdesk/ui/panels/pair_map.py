"""The map of one of two results; both show the same customer under the pointer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from segdesk.charts.scatter import part_numbers, place_customers
from segdesk.text import t
from segdesk.ui.panels.pair_side import coloured, fill
from segdesk.ui.plots.scatter import NOBODY, ScatterPlot
from segdesk.ui.selection import Selection
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import label
from segdesk.words.captions import segment_parts
from segdesk.words.picture_captions import map_of

AXES = 2
MAP_HEIGHT = 330


class LinkedScatter(ScatterPlot):
    """A map in which a customer can be pointed out from elsewhere."""

    def point_out(self, row: int) -> None:
        """Ring a customer as if the pointer were there, or with -1 nobody."""
        if row != self._hovered:
            self._hovered = row
            self.update()


class MapCard(QFrame):
    """A flat map of all customers; what is picked out stands out.

    Signals: ``hovered(int)``, the row that the pointer is at, -1 for none.
    """

    hovered = Signal(int)

    def __init__(self, letter: str, selection: Selection) -> None:
        super().__init__()
        self.setObjectName(f"pair_map_{letter.lower()}")
        self.setProperty("look", "card")
        self._selection = selection
        self._view: View | None = None
        self._caption = ""
        self._names: tuple[str, ...] = ()
        self._plot = LinkedScatter(name=f"pair_scatter_{letter.lower()}")
        self._plot.setMinimumHeight(MAP_HEIGHT)
        self._line = label("", "muted", name=f"pair_map_line_{letter.lower()}", wrap=True)
        self._plot.customer_hovered.connect(self.hovered)
        self._plot.customer_hovered.connect(self.tell)
        self._plot.customer_picked.connect(self._on_picked)
        self._plot.rows_lassoed.connect(lambda rows: selection.pick(rows, source=self.objectName()))
        selection.changed.connect(self._follow)
        column = fill(self)
        column.addWidget(label(t("pair.map_title", letter=letter), "strong"))
        column.addWidget(self._plot, 1)
        column.addWidget(self._line)

    def show_view(self, view: View, roles: tuple[str, ...]) -> None:
        """Show a result, its segments in these colours."""
        self._view = view
        projection = view.segmentation.projection
        self._plot.setVisible(projection is not None)
        self._names = tuple(part.label for part in segment_parts(view.cut))
        self._caption = t("pair.no_map")
        if projection is not None:
            spec = map_of(view.segmentation, view.segments, axes=AXES)
            places = place_customers(projection, AXES)
            spec = replace(spec, parts=coloured(spec.parts, roles))
            self._plot.show_map(spec, places, part_numbers(view.labels, view.segments))
            self._caption = spec.caption
        self.tell(NOBODY)

    def point_out(self, row: int) -> None:
        """Show where the customer stands whom the pointer is at in the other map."""
        self._plot.point_out(row)
        self.tell(row)

    def tell(self, row: int) -> None:
        """Name a customer and their segment, or with -1 say what the map shows."""
        text = self._caption
        if row != NOBODY and self._view is not None:
            number = int(self._view.labels[row])
            # Counted from 1 by people, and never with a thousands separator: it is a name.
            text = t("pair.customer", row=str(row + 1), segment=self._names[number])
        self._line.setText(text)

    def _on_picked(self, row: int) -> None:
        if row == NOBODY or self._view is None:
            self._selection.clear()
            return
        rows = np.zeros(len(self._view.labels), bool)
        rows[row] = True
        self._selection.pick(rows, source=self.objectName())

    def _follow(self) -> None:
        if self._view is not None and self._view.segmentation.projection is not None:
            self._plot.show_picked(self._selection.rows)
