"""The columns that stand before the dataset's: each customer's segment, fit, and how sure that is."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from segdesk.charts.palette import segment_role
from segdesk.model.findings import BORDERLINE, Reliability
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.results import cells
from segdesk.ui.session import View
from segdesk.words import wording

NOBODY = -1
"""An outlier's segment, and the second segment or deciding column of who has none."""


class Own(IntEnum):
    """A column by its place; those from ``SURE`` on are there where the reliability is known."""

    SEGMENT = 0
    FIT = 1
    SURE = 2
    SECOND = 3
    DECIDING = 4


ALWAYS = (Own.SEGMENT, Own.FIT)

_HEADINGS = {
    Own.SEGMENT: "customers.segment",
    Own.FIT: "customers.fit",
    Own.SURE: "customers.sure",
    Own.SECOND: "customers.second",
    Own.DECIDING: "customers.deciding",
}
_EXPLAINED = {
    Own.SEGMENT: "customers.segment",
    Own.FIT: "customers.fit_explained",
    Own.SURE: "customers.sure_explained",
    Own.SECOND: "customers.second_explained",
    Own.DECIDING: "customers.deciding_explained",
}


class OwnCells:
    """What a view, and its reliability if that is known, says of each customer."""

    def __init__(self, view: View, names: tuple[str, ...], reliability: Reliability | None = None) -> None:
        is_of_view = (
            reliability is not None
            and reliability.segments == view.segments
            and len(reliability.certainty) == len(view.labels)
        )
        self._view, self._names = view, names
        self._reliability = reliability if is_of_view else None
        self.columns = tuple(Own) if is_of_view else ALWAYS

    @property
    def borderline(self) -> NDArray[np.bool_] | None:
        """Which customers sit between two segments; None where that isn't known."""
        if self._reliability is None:
            return None
        return np.asarray(self._reliability.certainty < BORDERLINE)  # false for nan: not looked at

    def heading(self, column: int) -> str:
        """Give a column's heading."""
        return t(_HEADINGS[Own(column)])

    def explained(self, column: int) -> str:
        """Say what a column means."""
        return t(_EXPLAINED[Own(column)])

    def keys(self, column: int) -> NDArray[np.float64]:
        """Give what a column is sorted by; nan, who has none, comes last."""
        view, found = self._view, self._reliability
        values = {
            Own.SEGMENT: view.labels,
            Own.FIT: view.silhouettes,
            Own.SURE: found.certainty if found else None,
            Own.SECOND: found.second if found else None,
            Own.DECIDING: found.deciding if found else None,
        }[Own(column)]
        result = np.array(values, np.float64)
        if column not in (Own.FIT, Own.SURE):
            result[result == NOBODY] = np.nan
        return result

    def text(self, row: int, column: int) -> str:
        """Give what a cell says of the customer in that row of the dataset."""
        found = self._reliability
        match column:
            case Own.SEGMENT:
                return self._name(int(self._view.labels[row]), t("chart.no_segment"))
            case Own.FIT:
                return cells.fit_text(float(self._view.silhouettes[row]))
            case Own.SURE if found is not None:
                share = float(found.certainty[row])
                return wording.percent(share) if share == share else cells.MISSING
            case Own.SECOND if found is not None:
                return self._name(int(found.second[row]))
            case Own.DECIDING if found is not None:
                position = int(found.deciding[row])
                return found.columns[position] if position != NOBODY else cells.MISSING
        return ""

    def words(self, column: int) -> tuple[str, ...]:
        """Give everything that a column may say, to find its width by."""
        match column:
            case Own.SEGMENT if self._view.cut.outliers:
                return (*self._names, t("chart.no_segment"))
            case Own.SEGMENT | Own.SECOND:
                return self._names
            case Own.FIT:
                return cells.fit_words()
            case Own.SURE:
                return (wording.percent(1.0),)
        return self._reliability.columns if self._reliability is not None else ()

    def tip(self, row: int, column: int) -> str:
        """Say more of a cell."""
        found = self._reliability
        if column == Own.FIT:
            return cells.fit_tip(float(self._view.silhouettes[row]))
        if found is None or column == Own.SEGMENT:
            return self.text(row, column)
        share = float(found.certainty[row])
        if share != share:
            return t("customers.sure_unknown")
        if column == Own.SURE:
            return t("customers.sure_says", share=wording.percent(share), repeats=found.repeats)
        if column == Own.DECIDING and found.deciding[row] != NOBODY and found.second[row] != NOBODY:
            one, other = self.text(row, Own.SEGMENT), self.text(row, Own.SECOND)
            return t("customers.deciding_says", column=self.text(row, column), one=one, other=other)
        return self.text(row, column)

    def icon(self, row: int, column: int) -> QIcon | None:
        """Give the dot of the segment that a cell names."""
        found = self._reliability
        if column == Own.SEGMENT:
            return dot(int(self._view.labels[row]), self._view.colours)
        if column == Own.SECOND and found is not None and found.second[row] != NOBODY:
            return dot(int(found.second[row]), self._view.colours)
        return None

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Figures stand to the right."""
        side = Qt.AlignmentFlag.AlignRight if column == Own.SURE else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _name(self, segment: int, otherwise: str = cells.MISSING) -> str:
        return self._names[segment] if segment != NOBODY else otherwise


def dot(segment: int, colours: tuple[int, ...]) -> QIcon:
    """Give a segment's dot, grey for no segment; ``colours`` are those that its view kept."""
    return cells.dot(theme.current().code(segment_role(segment, colours)))
