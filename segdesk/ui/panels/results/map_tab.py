"""The map of customers: where everybody stands, near ones alike, flat or in space."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from segdesk.charts import scatter
from segdesk.model.result import Projection
from segdesk.text import t
from segdesk.ui.panels.results.picture_card import PictureCard
from segdesk.ui.panels.results.selection_pill import SelectionPill
from segdesk.ui.plots.scatter import NOBODY, ScatterPlot
from segdesk.ui.plots.tables import SegmentTable
from segdesk.ui.selection import Selection
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, breakable, card, label
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.ui.widgets.switch import Switch
from segdesk.words import captions, picture_captions, wording
from segdesk.words.captions import DescribeRows

SPACING = 16
BOTTOM = 16
CARD_MARGIN = 18
TELLING = 0.4
"""A column that correlates less with a direction isn't named for it."""
MOST_NAMED = 3
WHOLE = 0.995
"""From here on a share is written as 100%."""
FLAT, SPACE = 2, 3
BREATH_MS = 20
"""Time for the window to paint and answer between the tab and its map."""
AT_ONCE_ROWS = 100_000
"""The first map of more customers is drawn a moment after its tab stands, so that neither waits for both."""


class MapTab(QWidget):
    """The customers of the cut in view as dots.

    ``describe_rows`` names customers by their row indexes; without it they are numbered rows.

    Signals: ``save_requested(object, str)``, a Spec and the wanted suffix.
    """

    save_requested = Signal(object, str)

    def __init__(self, selection: Selection | None = None, describe_rows: DescribeRows | None = None) -> None:
        super().__init__()
        self.setObjectName("map_tab")
        self._selection = selection or Selection(self)
        self._describe_rows = describe_rows
        self._view: View | None = None
        self._run_drawn: int | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(BREATH_MS)
        self._plot = ScatterPlot()
        self._switch = Switch(
            (("flat", t("map.flat")), ("space", t("map.space"))), name="map_view", says=t("map.view_says")
        )
        self._arrows = Button(t("map.arrows"), "pill", name="map_arrows", says=t("map.arrows_says"))
        self._arrows.setCheckable(True)
        self._arrows.setChecked(True)
        self._caption = label("", "muted", name="map_caption", wrap=True)
        self._hint = label("", "muted", name="map_hint", wrap=True)
        self._segments = SegmentTable(name="map_segments", with_shares=False)
        self._directions = [
            (
                label("", "soft", name=f"map_direction_{axis}"),
                label("", "muted", name=f"map_meaning_{axis}", wrap=True),
            )
            for axis in range(SPACE)
        ]
        self._together = label("", "muted", name="map_together", wrap=True)
        self._message = label("", "lead", name="map_message", wrap=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._card = PictureCard(self._plot, name="map")
        self._lay_out()
        self._connect()

    @property
    def selection(self) -> Selection:
        """Who is picked out."""
        return self._selection

    def show_view(self, view: View) -> None:
        """Show where a view's customers stand."""
        self._view = view
        projection = view.segmentation.projection
        if projection is None or not projection.explained:
            self._message.setText(t("map.no_map" if projection is None else "map.no_axes"))
            self._pages.setCurrentWidget(self._message)
            return
        self._pages.setCurrentIndex(0)
        self._switch.set_possible("space", len(projection.explained) >= SPACE)
        self._segments.show_parts(captions.segment_parts(view.cut))
        if view.run.id != self._run_drawn and len(view.labels) > AT_ONCE_ROWS:
            self._plot.clear()
            self._soon.start()
        else:
            self._draw()

    def _axes(self) -> int:
        assert self._view is not None
        assert self._view.segmentation.projection is not None
        has_space = len(self._view.segmentation.projection.explained) >= SPACE
        return SPACE if self._switch.choice == "space" and has_space else FLAT

    def _draw(self) -> None:
        self._soon.stop()
        view = self._view
        if view is None or view.segmentation.projection is None or not view.segmentation.projection.explained:
            return
        self._run_drawn = view.run.id
        axes, projection = self._axes(), view.segmentation.projection
        spec = picture_captions.map_of(view.segmentation, view.segments, axes=axes)
        numbers = scatter.part_numbers(view.labels, view.segments)
        self._plot.show_map(spec, scatter.place_customers(projection, axes), numbers)
        self._card.show_spec(
            spec,
            partial(picture_captions.map_centres_of, view.segmentation, view.segments),
            partial(picture_captions.map_customers_of, view.segmentation, view.segments, view.names),
        )
        self._caption.setText(spec.caption)
        self._hint.setText(t("map.hint_flat" if axes == FLAT else "map.hint_space"))
        self._tell_meaning(projection, axes)
        self._show_picked()

    def _tell_meaning(self, projection: Projection, axes: int) -> None:
        shown = min(axes, len(projection.explained))
        for axis, (heading, words) in enumerate(self._directions):
            heading.setVisible(axis < shown)
            words.setVisible(axis < shown)
            if axis < shown:
                share = wording.percent(projection.explained[axis])
                heading.setText(t("map.direction", number=axis + 1, share=share))
                words.setText(breakable(_meaning(projection, axis)))
        whole = sum(projection.explained[:shown])
        is_whole = whole >= WHOLE
        text = t("map.whole") if is_whole else t("map.together", share=wording.percent(whole))
        self._together.setText(text)

    @Slot(int)
    def _on_hovered(self, row: int) -> None:
        view = self._view
        if row == NOBODY or view is None:
            QToolTip.hideText()
            return
        names = (*view.names, t("chart.no_segment"))
        segment = names[scatter.part_numbers(view.labels[row : row + 1], view.segments)[0]]
        QToolTip.showText(QCursor.pos(), f"{self._name(row)}\n{segment}", self._plot)

    def _name(self, row: int) -> str:
        if self._describe_rows is not None:
            return self._describe_rows([row])[0]
        return t("results.row", number=str(row + 1))

    @Slot(int)
    def _on_customer_picked(self, row: int) -> None:
        if self._view is None or row == NOBODY:
            self._selection.clear()
            return
        rows = np.zeros(len(self._view.labels), bool)
        rows[row] = True
        self._selection.pick(rows, source="map")

    @Slot()
    def _on_segment_chosen(self) -> None:
        if self._view is None:
            return
        chosen = self._segments.selectionModel().selectedRows()
        if not chosen:
            return
        line = chosen[0].row()
        segment = line if line < self._view.segments else NOBODY
        if self._selection.segment != segment:
            self._selection.pick_segment(self._view.labels, segment, source="map")

    @Slot()
    def _show_picked(self) -> None:
        rows, view = self._selection.rows, self._view
        if view is not None and rows is not None and len(rows) != len(view.labels):
            rows = None
        self._plot.show_picked(rows)
        segment = self._selection.segment
        self._segments.blockSignals(True)
        if segment is None or view is None:
            self._segments.clearSelection()
        else:
            self._segments.selectRow(view.segments if segment == NOBODY else segment)
        self._segments.blockSignals(False)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._draw)
        self._switch.chosen.connect(self._draw)
        self._arrows.toggled.connect(self._plot.show_arrows)
        self._plot.customer_hovered.connect(self._on_hovered)
        self._plot.customer_picked.connect(self._on_customer_picked)
        self._plot.rows_lassoed.connect(lambda rows: self._selection.pick(rows, source="map"))
        self._segments.itemSelectionChanged.connect(self._on_segment_chosen)
        self._selection.changed.connect(self._show_picked)
        self._card.save_requested.connect(self.save_requested)

    def _lay_out(self) -> None:
        self._card.add_hint(self._arrows)
        self._card.add_hint(self._switch)
        self._card.add_hint(SelectionPill(self._selection, name="map_picked"))
        body = self._card.layout()
        assert isinstance(body, QVBoxLayout)
        body.addWidget(self._caption)
        body.addWidget(self._hint)
        side = QVBoxLayout()
        side.setSpacing(SPACING)
        side.setContentsMargins(0, 0, 0, 0)
        segments, column = self._side_card("map_segments_card")
        column.addWidget(label(t("map.segments_title"), "strong"))
        column.addWidget(self._segments)
        side.addWidget(segments)
        meaning, column = self._side_card("map_meaning_card")
        column.addWidget(label(t("map.meaning_title"), "strong"))
        for heading, words in self._directions:
            column.addWidget(heading)
            column.addWidget(words)
        column.addWidget(self._together)
        side.addWidget(meaning)
        side.addStretch(1)
        beside = QWidget()
        beside.setLayout(side)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self._card, 3)
        row.addWidget(VerticalScroll(beside, name="map_side", says=t("map.side_says")), 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self._message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, BOTTOM)
        layout.addWidget(self._pages)

    def _side_card(self, name: str) -> tuple[QFrame, QVBoxLayout]:
        frame = card(name=name)
        column = QVBoxLayout(frame)
        column.setContentsMargins(CARD_MARGIN, 14, CARD_MARGIN, 14)
        column.setSpacing(8)
        return frame, column


def _meaning(projection: Projection, axis: int) -> str:
    """Say which columns a direction follows, the strongest first."""
    loadings = projection.loadings[axis]
    order = sorted(range(len(loadings)), key=lambda i: -abs(loadings[i]))
    telling = [i for i in order if abs(loadings[i]) >= TELLING]
    words = [picture_captions.feature_words(name) for name in projection.columns]
    more = ", ".join([words[i] for i in telling if loadings[i] > 0][:MOST_NAMED])
    less = ", ".join([words[i] for i in telling if loadings[i] < 0][:MOST_NAMED])
    if more and less:
        return t("map.more_less", more=more, less=less)
    if more:
        return t("map.more", columns=more)
    return t("map.less", columns=less) if less else t("map.nothing")
