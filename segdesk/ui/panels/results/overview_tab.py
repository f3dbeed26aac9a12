"""The Overview tab: how many, how good, who they are, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.model.result import Band
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.results.feature_card import FeatureCard
from segdesk.ui.panels.results.segment_card import BASELINE_PX, OUTLIERS, SegmentCard
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, IconLabel, label
from segdesk.ui.widgets.elided import ElidedLabel
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.ui.widgets.waiting import Waiting
from segdesk.words import findings_wording, wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segdesk.model.findings import Reliability, Verdict
    from segdesk.model.portrait import Portraits

GAP = 14
LEAST_CARD = 250
"""In a narrower card every sentence breaks into three lines."""
SEGMENTS_SHARE, FEATURES_SHARE = 20, 9
"""How the width is shared between the segments and the columns used, as in the mock-up."""

_BAND_LOOKS = {Band.EXCELLENT: "success", Band.GOOD: "success", Band.FAIR: "warning", Band.POOR: "error"}


class _FigureCard(QFrame):
    """One figure with what it counts and a line below."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_card")
        self.setProperty("look", "card")
        self._figure = label("", "figure", name=f"{name}_figure")
        self._caption = label("", "soft", name=f"{name}_caption")
        self._detail = label("", "muted", name=f"{name}_detail", wrap=True)
        self._caption.setContentsMargins(0, 0, 0, BASELINE_PX)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self._figure)
        self.head.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignBottom)
        self.head.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 18, 14)
        self.body.setSpacing(4)
        self.body.addLayout(self.head)
        self.body.addWidget(self._detail)
        self.body.addStretch(1)

    def tell(self, figure: str, caption: str, detail: str = "") -> None:
        """Show a figure."""
        self._figure.setText(figure)
        self._caption.setText(caption)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))


class OverviewTab(QWidget):
    """A view at a glance.

    What is found about a view comes later; give None where nothing is known of it yet.

    Signals: ``segment_opened(int)``, a segment's card was clicked, -1 the one of those without;
    ``portrait_opened(int)``, more about a segment is wanted; ``name_chosen(int segment, str name)``, the
    user calls it so, empty for SegDesk's own name; ``how_many_requested``, the user wants to know
    why there are so many, or another number; ``portraits_requested``, the portraits that couldn't be drawn
    are to be tried once more.
    """

    segment_opened = Signal(int)
    portrait_opened = Signal(int)
    name_chosen = Signal(int, str)
    how_many_requested = Signal()
    portraits_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("overview_tab")
        self._customers = _FigureCard("customers")
        self._segments = _FigureCard("segments")
        self._columns = _FigureCard("columns")
        self._quality = _FigureCard("silhouette")
        self._band = label("", "strong", name="silhouette_band")
        self._band.setContentsMargins(0, 0, 0, BASELINE_PX)
        self._above = ElidedLabel("soft", name="silhouette_above")
        self._above.setContentsMargins(0, 0, 0, BASELINE_PX)
        self._meaning = label("", "soft", name="silhouette_meaning", wrap=True)
        self._suggestion = label("", "soft", name="suggestion", wrap=True)
        self._suggestion_row = QWidget()
        self._features = FeatureCard()
        self._failure = Waiting("", name="overview_portraits")
        self._failure.again.connect(self.portraits_requested)
        self._failure.hide()
        self._cards: list[SegmentCard] = []
        self._outliers = SegmentCard(OUTLIERS)
        self._outliers.clicked.connect(lambda: self.segment_opened.emit(OUTLIERS))
        self._view: View | None = None
        self._verdict: Verdict | None = None
        self._reliability: Reliability | None = None
        self._portraits: Portraits | None = None
        self._currencies: dict[str, str] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._across = 2
        self._lay_out()

    def show_view(self, view: View) -> None:
        """Show a view."""
        self._view = view
        self._show_figures(view)
        self._show_quality(view)
        self._show_suggestion(view)
        self._show_segments(view)
        self._features.show_features(view.segmentation.features)
        self._follow_portraits()
        self._follow_findings()

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Say how far the silhouette lies above chance, or for None nothing."""
        self._verdict = verdict
        self._follow_findings()

    def show_reliability(self, reliability: Reliability | None) -> None:
        """Say on each card whether the segment would come back, or for None nothing."""
        self._reliability = reliability
        self._follow_findings()

    def show_portraits(
        self, portraits: Portraits | None, currencies: Mapping[str, str] | None = None
    ) -> None:
        """Say on each card what the segment brings and what to do, or for None nothing.

        ``currencies`` are those of columns that have one.
        """
        self._portraits, self._currencies = portraits, dict(currencies or {})
        self._failure.hide()
        self._follow_portraits()

    def show_portraits_failed(self, sentence: str) -> None:
        """Say why the cards don't tell what a segment brings and what to do."""
        self._failure.fail(t("portrait_page.failed", why=sentence))
        self._failure.show()

    def _follow_portraits(self) -> None:
        view, found = self._view, self._portraits
        if view is None:
            return
        is_known = found is not None and (found.run_id, found.segments) == (view.run.id, view.segments)
        for number, segment in enumerate(self._cards[: view.segments]):
            portrait = found.portraits[number] if found is not None and is_known else None
            segment.show_portrait(portrait, self._currencies)
        self._spread()

    def _follow_findings(self) -> None:
        view, verdict, found = self._view, self._verdict, self._reliability
        if view is None:
            return
        above = None
        # The verdict above knows more than the band, which noise and many columns mislead.
        self._meaning.setText(t(f"overview.band_{view.cut.quality.band}"))
        if verdict is not None:
            self._meaning.setText(t("overview.silhouette_scale"))
            above = findings_wording.above_chance(verdict, view.segments, view.cut.quality.silhouette)
        self._above.setVisible(above is not None)
        self._quality.setToolTip("" if above is None else t("overview.above_says"))
        if above is not None:
            self._above.setText(t("overview.above", text=findings_wording.above_chance_text(above)))
        is_known = found is not None and found.segments == view.segments
        for number, segment in enumerate(self._cards[: view.segments]):
            if found is not None and is_known:
                segment.show_reliability(found.words[number], found.jaccard[number])
            else:
                segment.show_reliability(None)

    def _show_figures(self, view: View) -> None:
        cut, features = view.cut, view.segmentation.features
        customers = len(view.labels)
        used = len(features.numeric_features) + len(features.categorical_features)
        self._customers.tell(
            wording.number(customers),
            t("overview.customers", count=customers),
            _placed(cut.outliers, customers),
        )
        smallest, largest = min(cut.sizes), max(cut.sizes)
        sizes = t("overview.sizes", smallest=smallest, largest=largest)
        if smallest == largest:
            sizes = t("overview.equal_sizes", count=largest)
        self._segments.tell(str(cut.segments), t("overview.segments", count=cut.segments), sizes)
        self._columns.tell(
            str(used),
            t("overview.columns_used", count=used),
            t("overview.encoded", count=features.encoded_features),
        )

    def _show_quality(self, view: View) -> None:
        quality = view.cut.quality
        detail = ""
        if quality.silhouette_error > 0:
            detail = t(
                "overview.sampled",
                error=wording.number(quality.silhouette_error, 3),
                sample=int(np.isfinite(view.silhouettes).sum()),
            )
        self._quality.tell(wording.number(quality.silhouette, 2), t("overview.silhouette"), detail)
        self._band.setText(wording.band_name(quality.band))
        theme.look(self._band, _BAND_LOOKS[quality.band])

    def _show_suggestion(self, view: View) -> None:
        is_suggested = view.run.recipe.segments is None
        self._suggestion_row.setVisible(is_suggested)
        if is_suggested:
            self._suggestion.setText(t("overview.suggested", segments=str(view.run.segments)))

    def _show_segments(self, view: View) -> None:
        names = view.names
        while len(self._cards) < len(names):
            self._add_card()
        self._place()  # before they show: a card in no layout would be a window of its own
        for number, segment in enumerate(self._cards):
            segment.setVisible(number < len(names))
            if number < len(names):
                segment.show_segment(view, names)
        self._outliers.setVisible(view.cut.outliers > 0)
        if view.cut.outliers:
            self._outliers.show_outliers(view)
        self._spread()

    def _add_card(self) -> None:
        number = len(self._cards)
        segment = SegmentCard(number)
        segment.clicked.connect(lambda: self.segment_opened.emit(number))
        segment.more_requested.connect(lambda: self.portrait_opened.emit(number))
        segment.name_chosen.connect(lambda name: self.name_chosen.emit(number, name))
        self._cards.append(segment)

    def _place(self) -> None:
        """Stand the cards in rows; who has no segment comes after the last that shows."""
        shown = self._view.segments if self._view is not None else 0
        for position, segment in enumerate((*self._cards[:shown], self._outliers)):
            self._grid.addWidget(segment, position // self._across, position % self._across)

    def _lay_out(self) -> None:
        page = QWidget()
        body = QVBoxLayout(page)
        body.setContentsMargins(0, 0, 0, 16)
        body.setSpacing(GAP)
        body.addLayout(self._figure_row())
        self._fill_suggestion_row()
        body.addWidget(self._suggestion_row)
        halves = QHBoxLayout()
        halves.setSpacing(GAP)
        left = QVBoxLayout()
        left.addWidget(self._failure)
        left.addLayout(self._grid)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self._features)
        right.addStretch(1)
        halves.addLayout(left, SEGMENTS_SHARE)
        halves.addLayout(right, FEATURES_SHARE)
        body.addLayout(halves, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        scroll = VerticalScroll(page, name="overview_scroll", says=t("results.tab_overview"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _figure_row(self) -> QHBoxLayout:
        self._quality.head.insertWidget(2, self._band, 0, Qt.AlignmentFlag.AlignBottom)
        self._quality.head.insertWidget(3, self._above, 0, Qt.AlignmentFlag.AlignBottom)
        self._quality.body.insertWidget(1, self._meaning)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for figure, stretch in (
            (self._customers, 4),
            (self._segments, 4),
            (self._columns, 4),
            (self._quality, 9),
        ):
            row.addWidget(figure, stretch)
        return row

    def _fill_suggestion_row(self) -> None:
        row = QHBoxLayout(self._suggestion_row)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(10)
        how_many = Button(t("overview.open_how_many"), "link", name="open_how_many")
        how_many.clicked.connect(self.how_many_requested)
        row.addWidget(IconLabel("lightbulb", "gold_bright", 16))
        row.addWidget(self._suggestion, 1)
        row.addWidget(how_many)

    def _spread(self) -> None:
        """Stand the cards in two columns where they fit, else in one."""
        room = (self.width() - GAP) * SEGMENTS_SHARE // (SEGMENTS_SHARE + FEATURES_SHARE)
        widest = max((segment.minimumSizeHint().width() for segment in self._cards), default=0)
        widest = max(widest, LEAST_CARD)
        across = 2 if room >= 2 * widest + GAP else 1
        if across == self._across:
            return
        self._across = across
        self._place()
        self._grid.setColumnStretch(1, across - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()


def _placed(outliers: int, customers: int) -> str:
    if not outliers:
        return t("overview.placed")
    return t("overview.placed_but", count=outliers, share=wording.percent(outliers / customers))
