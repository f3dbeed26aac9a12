"""The table of who went where, and what can be done with the customers of one of its cells."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from segdesk.charts.crossing import Crossing, cross
from segdesk.charts.palette import segment_role
from segdesk.charts.parts import Part
from segdesk.text import t
from segdesk.ui.plots.heat_table import HeatCell, HeatName, HeatTable
from segdesk.ui.selection import Selection
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, label
from segdesk.words import wording
from segdesk.words.captions import segment_parts

SOURCE = "crossing"


class CrossingCard(QFrame):
    """Who went where; a cell picks its customers out.

    Signals: ``customers_requested()``, those who are picked out are to be listed.
    """

    customers_requested = Signal()

    def __init__(self, selection: Selection) -> None:
        super().__init__()
        self.setObjectName("crossing_card")
        self.setProperty("look", "card")
        self._selection = selection
        self._views: tuple[View, View] | None = None
        self._crossing: Crossing | None = None
        self._table = HeatTable(name="crossing_table", says=t("pair.crossing_says"))
        self._table.chosen.connect(self._on_chosen)
        self._picked = label("", "muted", name="crossing_picked", wrap=True)
        self._show = Button(t("pair.show_customers"), "", name="crossing_customers", icon="list")
        self._forget = Button(t("pair.forget"), "link", name="crossing_forget")
        self._show.clicked.connect(self.customers_requested)
        self._forget.clicked.connect(selection.clear)
        selection.changed.connect(self._follow)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._show)
        foot.addWidget(self._picked, 1)
        foot.addWidget(self._forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(4)
        column.addWidget(label(t("pair.crossing"), "strong"))
        column.addWidget(label(t("pair.crossing_line"), "muted", wrap=True))
        column.addSpacing(6)
        column.addWidget(self._table)
        column.addSpacing(8)
        column.addLayout(foot)
        self._follow()

    def show_pair(self, one: View, other: View) -> Crossing:
        """Count the customers of two results, and give the counts."""
        self._views = one, other
        crossing = cross(one.labels, other.labels, segments=one.segments, other_segments=other.segments)
        self._crossing = crossing
        rows, columns = segment_parts(one.cut), segment_parts(other.cut)
        everybody = HeatName(t("pair.all"))
        self._table.show_cells(
            [*(HeatName(part.label, part.role) for part in rows), everybody],
            [
                *(
                    HeatName(columns[j].label, segment_role(crossing.partner(j), one.colours))
                    for j in crossing.columns
                ),
                everybody,
            ],
            _cells(crossing, rows, columns),
        )
        return crossing

    def _on_chosen(self, row: int, column: int) -> None:
        if self._views is None or self._crossing is None:
            return
        crossing, (one, other) = self._crossing, self._views
        rows = np.ones(len(one.labels), bool)
        if row < len(crossing.match):
            rows &= _is_in(one, row)
        if column < len(crossing.columns):
            rows &= _is_in(other, crossing.columns[column])
        self._selection.pick(rows, source=SOURCE)

    def _follow(self) -> None:
        count = self._selection.count
        self._picked.setText(t("pair.picked", customers=count) if count else t("pair.nobody"))
        self._show.setEnabled(count > 0)
        self._forget.setVisible(count > 0)


def _is_in(view: View, position: int) -> NDArray[np.bool_]:
    """Say who is in a segment; the position after the last is no segment."""
    return np.asarray(view.labels == (position if position < view.segments else -1))


def _cells(crossing: Crossing, rows: tuple[Part, ...], columns: tuple[Part, ...]) -> list[list[HeatCell]]:
    """Write counts and shares, with the sums in a last column and a last row."""
    lines = []
    for i, part in enumerate(rows):
        size = int(crossing.row_sums[i])
        line = [_cell(crossing, rows, columns, i, j) for j in crossing.columns]
        lines.append([*line, _sum_cell(size, t("pair.row_says", customers=size, one=part.label))])
    last = []
    for j in crossing.columns:
        size = int(crossing.column_sums[j])
        last.append(_sum_cell(size, t("pair.column_says", customers=size, other=columns[j].label)))
    total = _sum_cell(crossing.customers, t("pair.all_says", customers=crossing.customers))
    return [*lines, [*last, total]]


def _cell(crossing: Crossing, rows: tuple[Part, ...], columns: tuple[Part, ...], i: int, j: int) -> HeatCell:
    count, whole = int(crossing.counts[i, j]), int(crossing.row_sums[i])
    share = count / whole if whole else 0.0
    percent = wording.percent(share)
    says = t("pair.cell_says", customers=count, one=rows[i].label, other=columns[j].label, share=percent)
    return HeatCell(wording.number(count), percent if count else "", share, says)


def _sum_cell(count: int, says: str) -> HeatCell:
    return HeatCell(wording.number(count), strength=None, says=says)
