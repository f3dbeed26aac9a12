"""The Results step: what a run found, in tabs that all show the same cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from segdesk.model.findings import Findings
from segdesk.model.roles import ColumnSummary
from segdesk.text import t
from segdesk.ui.panels.results.customers_tab import CustomersTab
from segdesk.ui.panels.results.heading import Heading
from segdesk.ui.panels.results.overview_tab import OverviewTab
from segdesk.ui.panels.results.row_names import describe_rows
from segdesk.ui.panels.results.telling import tell_findings
from segdesk.ui.panels.results.verdict_strip import VerdictStrip
from segdesk.ui.panels.results_menus import export_button, next_button
from segdesk.ui.reader import RowReader
from segdesk.ui.selection import Selection
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, label, rule
from segdesk.ui.widgets.motion import FadeStack
from segdesk.ui.widgets.tab_bar import TabBar
from segdesk.words import wording

if TYPE_CHECKING:  # these draw, and are imported when they are first looked at
    import numpy as np
    from numpy.typing import NDArray

    from segdesk.model.portrait import Portraits
    from segdesk.model.profile import ProfileTable
    from segdesk.ui.panels.results.how_many_tab import HowManyTab
    from segdesk.ui.panels.results.portrait_page import PortraitPage
    from segdesk.ui.panels.results.profiles_tab import ProfilesTab

TABS = ("overview", "how_many", "profiles", "map", "distribution", "dendrogram", "customers")


class _Page(Protocol):
    def show_view(self, view: View) -> None: ...


class ResultsPanel(QWidget):
    """A view in tabs below its verdict, with what can be done with it.

    Signals: ``cut_chosen(int segments)``, another cut of the same run is wanted;
    ``keep_requested``, the cut in view is to become a run of its own;
    ``save_requested(object spec, str suffix)``, a chart is to become a picture;
    ``export_requested(str kind)`` and ``handout_requested(str kind)``, the Export menu's entries;
    ``profile_requested(int segments)``, the figures of the cut in view are wanted: answer with
    ``show_profile``; ``portraits_requested``, those that couldn't be drawn;
    ``name_chosen(int segment, str name)``, a segment is called so, empty for SegDesk's own name;
    ``actions_requested(str entry)``, what is advised there is to be changed; ``check_requested`` and
    ``judging_cancelled``, findings are wanted or not; ``panel_requested(str)``, the panel of that key.
    """

    cut_chosen = Signal(int)
    keep_requested = Signal()
    save_requested = Signal(object, str)
    export_requested = Signal(str)
    handout_requested = Signal(str)
    profile_requested = Signal(int)
    portraits_requested = Signal()
    name_chosen = Signal(int, str)
    actions_requested = Signal(str)
    check_requested = Signal()
    judging_cancelled = Signal()
    panel_requested = Signal(str)

    def __init__(self, reader: RowReader) -> None:
        super().__init__()
        self.setObjectName("results_panel")
        self._reader = reader
        self._view: View | None = None
        self._columns: tuple[ColumnSummary, ...] = ()
        self._findings = Findings()
        self._selection = Selection(self)
        self._pages: dict[str, QWidget] = {}
        self._shown: dict[str, View] = {}
        self._told: dict[str, Findings] = {}
        self._portrait: PortraitPage | None = None
        self._portraits: Portraits | None = None
        self._no_portraits = ""  # why there are none
        self._is_portrait_open = False
        self._title = Heading()
        self._run_line = label("", "muted", name="run_line")
        self._view_only = label(t("results.view_only"), "pill_gold", name="view_only")
        self._keep = Button(t("results.keep"), "primary", name="keep_view", icon="save", role="on_gold")
        self._keep.clicked.connect(self.keep_requested)
        self._tabs = TabBar(tuple((key, t(f"results.tab_{key}")) for key in TABS))
        self._tabs.setObjectName("results_tabs")
        self._tabs.chosen.connect(self._on_tab_chosen)
        self._strip = VerdictStrip()
        self._strip.check_requested.connect(self.check_requested)
        self._strip.cancel_requested.connect(self.judging_cancelled)
        self._strip.details_requested.connect(self._show_details)
        self._stack = FadeStack()
        self._tab = TABS[0]
        self._lay_out()

    def show_view(self, view: View, columns: tuple[ColumnSummary, ...]) -> None:
        """Show a run, or another cut of it. Tabs that are hidden follow when they are shown."""
        is_other_run = self._view is None or self._view.run.id != view.run.id
        self._view, self._columns = view, columns
        if self._no_portraits:
            self.show_portraits(self._portraits)  # they are tried again with every view
        run = view.run
        self._tabs.set_possible("dendrogram", view.segmentation.linkage is not None)
        if is_other_run:
            self._is_portrait_open = False
            self._strip.show_pending()
        else:
            self._strip.show_idle()
        self._selection.follow(run.dataset_id, run_id=run.id, segments=view.segments)
        self._reader.open(run.dataset_id)
        self._title.tell(run.dataset_name)
        self._run_line.setText(
            t(
                "results.run_line",
                method=wording.method_name(run.recipe.method),
                term=wording.method_term(run.recipe.method),
                segments=view.segments,
                when=wording.when(run.created_at),
            )
        )
        self._view_only.setVisible(not view.is_kept)
        self._view_only.setToolTip(t("results.view_only_tip", saved=run.segments))
        self._refresh()

    def show_findings(self, findings: Findings) -> None:
        """Show what is known so far of the cut in view."""
        self._findings = findings
        view = self._view
        assert view is not None
        self._strip.show_verdict(findings.verdict)
        self._strip.show_reliability(findings.reliability, view.names, labels=view.labels)
        if self._portrait is not None:
            self._portrait.show_reliability(findings.reliability)
        self._refresh()

    def show_judging(self, stage: str, share: float) -> None:
        """Show that the rest is being worked out, and how far it is."""
        self._strip.show_progress(stage, share)
        if self._findings.choice is None and (page := self._how_many()) is not None:
            page.show_pending(stage, share)

    def show_judging_failed(self, sentence: str) -> None:
        """Say why the rest couldn't be worked out, or that the user stopped it."""
        self._strip.show_failure(sentence)
        if self._findings.choice is None and (page := self._how_many()) is not None:
            page.show_failure(sentence)

    def show_portraits(self, portraits: Portraits | None) -> None:
        """Show who the segments of the cut in view are, or wait for it."""
        self._portraits, self._no_portraits = portraits, ""
        if (page := self._pages.get("overview")) is not None:
            cast("OverviewTab", page).show_portraits(portraits)
        if self._portrait is not None:
            self._portrait.show_portraits(portraits)

    def show_portraits_failed(self, sentence: str) -> None:
        """Say why it isn't known who the segments are."""
        self._no_portraits = sentence
        if (page := self._pages.get("overview")) is not None:
            cast("OverviewTab", page).show_portraits_failed(sentence)
        if self._portrait is not None:
            self._portrait.show_failure(sentence)

    def _on_portraits_requested(self) -> None:
        self.show_portraits(self._portraits)
        self.portraits_requested.emit()

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front: one of ``TABS``."""
        self._tabs.choose(key)

    def make_page(self) -> bool:
        """Make a tab that nobody has seen yet, before somebody waits for it; False where all are made."""
        unseen = [key for key in TABS if key not in self._pages]
        for key in unseen[:1]:
            self._page(key)
        return bool(unseen)

    @property
    def selection(self) -> Selection:
        """The customers who are picked out in all pictures."""
        return self._selection

    def show_profile(self, table: ProfileTable) -> None:
        """Show the figures that ``profile_requested`` asked for."""
        if (page := self._pages.get("profiles")) is not None:
            cast("ProfilesTab", page).show_profile(table)
        if self._portrait is not None:
            self._portrait.show_profile(table)

    def show_profile_failed(self, sentence: str) -> None:
        """Say why the figures that ``profile_requested`` asked for won't come."""
        if (page := self._pages.get("profiles")) is not None:
            cast("ProfilesTab", page).show_failure(sentence)
        if self._portrait is not None:
            self._portrait.show_profile_failed(sentence)

    def list_customers(self, rows: NDArray[np.bool_]) -> None:
        """Pick customers of the open dataset out, and list them."""
        self._selection.pick(rows, source="pair")
        self._customers()

    def find_customer(self) -> None:
        """Let the user type what to search for among the customers."""
        self._customers().start_search()

    def describe_rows(self, rows: Sequence[int]) -> Sequence[str]:
        """Name customers by the file's identifier, or by their row where there is none."""
        return describe_rows(self._reader, self._columns, rows)

    def _refresh(self) -> None:
        """Build the tab in front if need be, and bring it up to date."""
        if self._view is None:
            return
        # The tree has a button of its own for this, beside the cut: one gold action on a screen.
        self._keep.setVisible(not self._view.is_kept and self._tab != "dendrogram")
        page = self._page(self._tab)
        if self._shown.get(self._tab) is not self._view:
            self._shown[self._tab] = self._view
            if isinstance(page, CustomersTab):
                page.show_view(self._view, self._columns)
            else:
                cast("_Page", page).show_view(self._view)
        if self._told.get(self._tab) is not self._findings:
            self._told[self._tab] = self._findings
            tell_findings(self._tab, page, self._findings)
        if self._is_portrait_open and self._portrait is not None:
            self._portrait.show_view(self._view, self._columns)
            page = self._portrait
        self._stack.show_page(page)

    def _page(self, key: str) -> QWidget:
        if key in self._pages:
            return self._pages[key]
        makers: dict[str, Callable[[], QWidget]] = {
            "overview": self._new_overview,
            "distribution": self._new_distribution,
            "dendrogram": self._new_dendrogram,
            "how_many": self._new_how_many,
            "profiles": self._new_profiles,
            "map": self._new_map,
            "customers": lambda: CustomersTab(self._reader, self._selection),
        }
        page = self._pages[key] = makers[key]()
        self._stack.addWidget(page)
        return page

    def _new_overview(self) -> QWidget:
        tab = OverviewTab()
        tab.segment_opened.connect(self._on_segment_opened)
        tab.portrait_opened.connect(self._open_portrait)
        tab.name_chosen.connect(self.name_chosen)
        tab.portraits_requested.connect(self._on_portraits_requested)
        tab.show_portraits(self._portraits)
        tab.how_many_requested.connect(lambda: self.show_tab("how_many"))
        return tab

    def _open_portrait(self, segment: int) -> None:
        """Show all that is known of one segment."""
        assert self._view is not None
        if self._portrait is None:
            from segdesk.ui.panels.results.portrait_page import PortraitPage

            page = self._portrait = PortraitPage(self._reader)
            page.back_requested.connect(self._close_portrait)
            page.customers_requested.connect(self._on_segment_opened)
            page.name_chosen.connect(self.name_chosen)
            page.actions_requested.connect(self.actions_requested)
            page.profile_requested.connect(self.profile_requested)
            page.portraits_requested.connect(self._on_portraits_requested)
            self._stack.addWidget(page)
            page.show_portraits(self._portraits)
            if self._no_portraits:
                page.show_failure(self._no_portraits)
            page.show_reliability(self._findings.reliability)
        self._is_portrait_open = True
        self._portrait.show_view(self._view, self._columns)
        self._portrait.show_segment(segment)
        self._stack.show_page(self._portrait)

    def _close_portrait(self) -> None:
        self._is_portrait_open = False
        self._refresh()

    def _new_how_many(self) -> QWidget:
        from segdesk.ui.panels.results.how_many_tab import HowManyTab

        tab = HowManyTab()
        tab.cut_chosen.connect(self.cut_chosen)
        tab.save_requested.connect(self.save_requested)
        tab.choice_requested.connect(self.check_requested)
        tab.cancel_requested.connect(self.judging_cancelled)
        return tab

    def _new_profiles(self) -> QWidget:
        # Here and below: pyqtgraph takes 0.4 s to import, and not every look needs a chart.
        from segdesk.ui.panels.results.profiles_tab import ProfilesTab

        tab = ProfilesTab(self._selection)
        tab.profile_requested.connect(self.profile_requested)
        tab.save_requested.connect(self.save_requested)
        return tab

    def _new_map(self) -> QWidget:
        from segdesk.ui.panels.results.map_tab import MapTab

        tab = MapTab(self._selection, self.describe_rows)
        tab.save_requested.connect(self.save_requested)
        return tab

    def _new_distribution(self) -> QWidget:
        from segdesk.ui.panels.results.distribution_tab import DistributionTab

        tab = DistributionTab()
        tab.save_requested.connect(self.save_requested)
        return tab

    def _new_dendrogram(self) -> QWidget:
        from segdesk.ui.panels.results.dendrogram_tab import DendrogramTab

        tab = DendrogramTab(describe_rows=self.describe_rows)
        tab.cut_chosen.connect(self.cut_chosen)
        tab.keep_requested.connect(self.keep_requested)
        tab.save_requested.connect(self.save_requested)
        return tab

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._run_line, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._view_only, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(next_button(opened=self.panel_requested.emit))
        tabs = QHBoxLayout()
        tabs.setSpacing(12)
        tabs.addWidget(self._tabs, 1)
        compare = Button(t("results.compare"), "pill", name="compare", icon="table-2", size=14)
        compare.clicked.connect(lambda: self.panel_requested.emit("compare"))
        tabs.addWidget(compare)
        tabs.addWidget(
            export_button(
                opened=self.panel_requested.emit,
                exported=self.export_requested.emit,
                handed_out=self.handout_requested.emit,
            )
        )
        self._view_only.hide()
        self._keep.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 24, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(10)
        layout.addWidget(self._strip)
        layout.addSpacing(6)
        layout.addLayout(tabs)
        layout.addWidget(rule())
        layout.addSpacing(14)
        layout.addWidget(self._stack, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._selection.count:
            self._selection.clear()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_tab_chosen(self, key: str) -> None:
        self._tab = key
        self._is_portrait_open = False
        self._refresh()

    def _show_details(self) -> None:
        """Bring up what the verdict rests on."""
        self.show_tab("how_many")
        cast("HowManyTab", self._pages["how_many"]).show_details()

    def _how_many(self) -> HowManyTab | None:
        return cast("HowManyTab | None", self._pages.get("how_many"))

    @Slot(int)
    def _on_segment_opened(self, segment: int) -> None:
        self._customers().show_segment(segment)

    def _customers(self) -> CustomersTab:
        """Bring the Customers tab to the front."""
        self.show_tab("customers")
        tab = self._pages["customers"]
        assert isinstance(tab, CustomersTab)
        return tab
