"""What each segment is like: heatmap and shapes, any single column, lines across columns."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from segdesk.model.profile import ProfileTable
from segdesk.text import t
from segdesk.ui.panels.results.picture_card import PictureCard
from segdesk.ui.panels.results.selection_pill import SelectionPill
from segdesk.ui.plots.heatmap import Heatmap
from segdesk.ui.plots.parallel import Parallel
from segdesk.ui.plots.pointing import NONE
from segdesk.ui.plots.radar import Radars
from segdesk.ui.plots.spread import Spread
from segdesk.ui.selection import Selection
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import label
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.ui.widgets.switch import Switch
from segdesk.ui.widgets.waiting import Waiting
from segdesk.words import picture_captions, wording

SPACING = 14
BOTTOM = 16
KEPT_TABLES = 32
"""Cuts whose figures are kept: going to and fro among them asks nobody again. About 50 kB each."""

VIEWS = ("heatmap", "column", "parallel")
_HINT = (("first", "muted"), ("above", "above"), ("between", "muted"), ("below", "below"), ("rest", "muted"))


class ProfilesTab(QWidget):
    """The profiles of the cut in view.

    Signals: ``profile_requested(int segments)``, the figures of this cut are wanted: answer with
    ``show_profile``; ``save_requested(object, str)``, a Spec and the wanted suffix.
    """

    profile_requested = Signal(int)
    save_requested = Signal(object, str)

    def __init__(self, selection: Selection | None = None) -> None:
        super().__init__()
        self.setObjectName("profiles_tab")
        self._selection = selection or Selection(self)
        self._view: View | None = None
        self._tables: dict[tuple[int, int], ProfileTable] = {}
        self._sizes: dict[tuple[int, int], tuple[int, ...]] = {}
        self._table: ProfileTable | None = None
        self._heatmap, self._radars, self._spread, self._parallel = Heatmap(), Radars(), Spread(), Parallel()
        self._switch = Switch(
            tuple((key, t(f"profiles.view_{key}")) for key in VIEWS),
            name="profiles_view",
            says=t("profiles.view_says"),
        )
        self._column = QComboBox()
        self._column.setObjectName("profile_column")
        self._column.setAccessibleName(t("profiles.column_says"))
        self._column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._column.setMinimumContentsLength(28)
        self._share = label("", "muted", name="profile_column_share")
        self._message = Waiting("", name="profiles_message", look="lead", is_centred=True)
        self._message.again.connect(self._ask)
        self._no_radar = label(t("profiles.no_radar"), "muted", name="profiles_no_radar", wrap=True)
        self._lay_out()
        self._connect()

    @property
    def selection(self) -> Selection:
        """Who is picked out."""
        return self._selection

    def show_view(self, view: View) -> None:
        """Show a view's segments, as soon as their figures are there."""
        self._view = view
        cut = view.run.id, view.segments
        if self._sizes.get(cut) != view.cut.sizes:  # a person may have been erased since
            self._tables.pop(cut, None)
        self._sizes[cut] = view.cut.sizes
        self._table = self._tables.get(cut)
        if self._table is None:
            self._ask()
        else:
            self._draw()

    @Slot(object)
    def show_profile(self, table: ProfileTable) -> None:
        """Show the figures that were asked for, if they are still wanted."""
        self._tables[(table.run_id, table.segments)] = table
        if len(self._tables) > KEPT_TABLES:
            self._tables.pop(next(iter(self._tables)))
        view = self._view
        if view is not None and (view.run.id, view.segments) == (table.run_id, table.segments):
            self._table = table
            self._draw()

    def show_failure(self, sentence: str) -> None:
        """Say why the figures that are waited for won't come."""
        if self._table is None:
            self._message.fail(sentence)

    def _ask(self) -> None:
        self._tell(t("profiles.waiting"))
        if self._view is not None:
            self.profile_requested.emit(self._view.segments)

    def _draw(self) -> None:
        table, view = self._table, self._view
        assert table is not None
        assert view is not None
        if not table.columns:
            self._tell(t("profiles.no_columns"))
            return
        cut = view.cut
        profile = picture_captions.profile_of(table, cut)
        self._heatmap.show_spec(profile)
        self._cards["heatmap"].show_spec(profile, partial(picture_captions.twin_of, profile))
        radar = picture_captions.radar_of(table, cut)
        self._cards["radar"].setVisible(radar is not None)
        self._no_radar.setVisible(radar is None)
        if radar is not None:
            self._radars.show_spec(radar)
            self._cards["radar"].show_spec(radar, partial(picture_captions.twin_of, radar))
        self._list_columns(table)
        self._on_switched(self._switch.choice)
        self._show_picked()

    def _list_columns(self, table: ProfileTable) -> None:
        """Offer the columns, the most telling first; the choice stays, by name."""
        chosen = self._column.currentData()
        self._column.blockSignals(True)
        self._column.clear()
        for column in table.columns:
            self._column.addItem(wording.column_words(column.name), column.name)
        self._column.setCurrentIndex(max(0, self._column.findData(chosen)))
        self._column.blockSignals(False)

    @Slot()
    def _draw_column(self) -> None:
        name = self._column.currentData()
        if self._table is None or self._view is None or name is None:
            return
        column = self._table.column(name)
        self._share.setText(t("profiles.column_share", share=wording.percent(column.importance)))
        spec = picture_captions.spread_of(column, self._view.cut)
        self._spread.show_spec(spec)
        self._cards["spread"].show_spec(spec, partial(picture_captions.twin_of, spec))
        self._show_picked()

    def _draw_parallel(self) -> None:
        assert self._table is not None
        assert self._view is not None
        spec = picture_captions.parallel_of(self._table, self._view.cut)
        if spec is None:
            self._tell(t("profiles.no_parallel"))
            return
        self._parallel.show_spec(spec)
        self._cards["parallel"].show_spec(spec, partial(picture_captions.twin_of, spec))
        self._show_picked()

    @Slot(str)
    def _on_switched(self, key: str) -> None:
        self._column.setVisible(key == "column")
        self._share.setVisible(key == "column")
        if self._table is None or not self._table.columns:
            return
        self._pages.setCurrentIndex(VIEWS.index(key))
        if key == "column":
            self._draw_column()
        elif key == "parallel":
            self._draw_parallel()

    @Slot(int)
    def _on_column_chosen(self, position: int) -> None:
        self._column.setCurrentIndex(position)
        self._switch.choose("column")

    @Slot(int)
    def _on_segment_picked(self, line: int) -> None:
        if self._view is not None:
            segment = line if line < self._view.segments else NONE
            self._selection.pick_segment(self._view.labels, segment, source="profiles")

    @Slot()
    def _show_picked(self) -> None:
        """Let the segment that is picked out stand out; customers picked by hand aren't one."""
        segment = self._selection.segment
        line = NONE
        if segment is not None and self._view is not None:
            line = self._view.segments if segment == NONE else segment
        for plot in (self._heatmap, self._radars, self._spread, self._parallel):
            plot.pick(line)

    def _tell(self, text: str) -> None:
        self._message.tell(text)
        self._pages.setCurrentWidget(self._message)

    def _connect(self) -> None:
        self._switch.chosen.connect(self._on_switched)
        self._column.currentIndexChanged.connect(self._draw_column)
        self._heatmap.column_chosen.connect(self._on_column_chosen)
        self._selection.changed.connect(self._show_picked)
        for plot in (self._heatmap, self._radars, self._spread, self._parallel):
            plot.segment_picked.connect(self._on_segment_picked)
        for card in self._cards.values():
            card.save_requested.connect(self.save_requested)

    def _lay_out(self) -> None:
        self._cards = {
            "heatmap": PictureCard(self._heatmap, name="heatmap"),
            "radar": PictureCard(self._radars, name="radar"),
            "spread": PictureCard(
                VerticalScroll(self._spread, name="spread_scroll"),
                name="spread",
            ),
            "parallel": PictureCard(self._parallel, name="parallel"),
        }
        self._cards["heatmap"].add_hint(self._hint())
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self._cards["heatmap"])
        column.addWidget(self._cards["radar"])
        column.addWidget(self._no_radar)
        column.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(VerticalScroll(first, name="profiles_scroll"))
        self._pages.addWidget(self._cards["spread"])
        self._pages.addWidget(self._cards["parallel"])
        self._pages.addWidget(self._message)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._switch)
        top.addWidget(self._column)
        top.addWidget(self._share)
        top.addStretch(1)
        top.addWidget(SelectionPill(self._selection, name="profiles_picked"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, BOTTOM)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)
        self._column.hide()
        self._share.hide()
        self._tell(t("profiles.waiting"))

    def _hint(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(5)
        for key, look in _HINT:
            row.addWidget(_quiet(label(t(f"profiles.{key}"), look)))
        return holder


def _quiet(words: QLabel) -> QLabel:
    """Let a hint give way before the buttons beside it do."""
    words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return words
