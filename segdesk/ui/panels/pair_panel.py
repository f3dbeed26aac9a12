"""Two results of the same dataset beside each other in full, and who went where."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.charts.palette import segment_role
from segdesk.model.profile import ProfileTable
from segdesk.text import t
from segdesk.ui.panels.pair_crossing import CrossingCard
from segdesk.ui.panels.pair_map import MapCard
from segdesk.ui.panels.pair_side import ProfileCard, SideCard
from segdesk.ui.selection import Selection
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, label
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import wording

LETTERS = ("A", "B")
GAP = 14


class PairPanel(QWidget):
    """Sizes, crossing, maps and profiles of two results; what is picked out is so in all of them.

    Signals: ``back_requested()``, to the comparison; ``open_requested(int)``, a run is to be shown
    with all its tabs; ``customers_requested(View, rows)``, a bool for each customer of the first
    result's dataset: those are to be listed; ``profile_requested(int run_id, int segments)``.
    """

    back_requested = Signal()
    open_requested = Signal(int)
    customers_requested = Signal(object, object)
    profile_requested = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pair_panel")
        self._views: tuple[View, ...] = ()
        self._selection = Selection(self)
        self._summary = label("", "muted", name="pair_summary", wrap=True)
        self._sides = [SideCard(letter) for letter in LETTERS]
        self._crossing = CrossingCard(self._selection)
        self._maps = [MapCard(letter, self._selection) for letter in LETTERS]
        self._profiles = [ProfileCard(letter, self._selection) for letter in LETTERS]
        for number, side in enumerate(self._sides):
            side.opened.connect(lambda number=number: self._open(number))
            self._profiles[number].again.connect(lambda number=number: self._ask(number))
        self._crossing.customers_requested.connect(self._on_customers)
        for here, there in (self._maps, self._maps[::-1]):
            here.hovered.connect(there.point_out)
        self._lay_out()

    def show_pair(self, one: View, other: View) -> None:
        """Show two results of the same dataset."""
        self._selection.clear()
        self._views = one, other
        crossing = self._crossing.show_pair(one, other)
        share = crossing.stayed / crossing.customers if crossing.customers else 0.0
        self._summary.setText(
            t(
                "pair.summary",
                percent=wording.percent(share),
                stayed=crossing.stayed,
                customers=crossing.customers,
            )
        )
        rows, columns = crossing.counts.shape
        own = tuple(segment_role(i if i < one.segments else -1, one.colours) for i in range(rows))
        matched = tuple(segment_role(crossing.partner(j), one.colours) for j in range(columns))
        for number, (view, roles) in enumerate(((one, own), (other, matched))):
            self._sides[number].show_view(view, roles)
            self._maps[number].show_view(view, roles)
            self._profiles[number].show_view(view, roles)
        for number in range(len(self._views)):
            self._ask(number)

    def show_profile(self, table: ProfileTable) -> None:
        """Show what the segments of one of the two are like, or of both where they are the same."""
        for profile in self._profiles:
            profile.show_profile(table)

    def show_profile_failed(self, run_id: int, segments: int, sentence: str) -> None:
        """Say why it isn't known what the segments of one of the two are like."""
        for profile in self._profiles:
            profile.show_failure(run_id, segments, sentence)

    def _ask(self, number: int) -> None:
        view = self._views[number]
        self.profile_requested.emit(view.run.id, view.segments)

    def _open(self, number: int) -> None:
        if self._views:
            self.open_requested.emit(self._views[number].run.id)

    def _on_customers(self) -> None:
        if self._views and self._selection.rows is not None:
            self.customers_requested.emit(self._views[0], self._selection.rows)

    def _lay_out(self) -> None:
        back = Button(t("pair.back"), "", name="pair_back", icon="arrow-left")
        back.clicked.connect(self.back_requested)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(t("pair.title"), "title"))
        words.addWidget(self._summary)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 18, 0)  # in line with the cards, which a scroll bar stands beside
        head.addLayout(words, 1)
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 16)
        grid.setSpacing(GAP)
        for column in range(len(LETTERS)):
            grid.setColumnStretch(column, 1)
            grid.addWidget(self._sides[column], 0, column)
            grid.addWidget(self._maps[column], 2, column)
            grid.addWidget(self._profiles[column], 3, column)
        grid.addWidget(self._crossing, 1, 0, 1, len(LETTERS))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 16, 0)
        outer.setSpacing(GAP)
        outer.addLayout(head)
        outer.addWidget(VerticalScroll(page, name="pair_scroll"), 1)
