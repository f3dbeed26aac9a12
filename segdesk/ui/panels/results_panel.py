"""The Results step: what a run found, in tabs that all show the same cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from segdesk import wording
from segdesk.model.roles import ColumnRole, ColumnSummary
from segdesk.text import t
from segdesk.ui.panels.results.customers_tab import CustomersTab
from segdesk.ui.panels.results.overview_tab import OverviewTab
from segdesk.ui.reader import RowReader
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, label, rule
from segdesk.ui.widgets.motion import FadeStack
from segdesk.ui.widgets.tab_bar import TabBar

TABS = ("overview", "distribution", "dendrogram", "customers")
EXPORTS = ("lists", "charts_png", "charts_svg", "recipe", "all")


class _Title(QLabel):
    """A heading of any length, cut short where the window is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("results_title")
        self.setProperty("look", "title")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._text = ""

    def tell(self, text: str) -> None:
        """Show a heading; the whole of it is in the tool tip."""
        self._text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._elide()

    def _elide(self) -> None:
        width = max(self.width(), self.minimumWidth())
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()


class ResultsPanel(QWidget):
    """A view in four tabs, with what can be done with it.

    Signals: ``cut_chosen(int segments)``, another cut of the same run is wanted;
    ``keep_requested``, the cut in view is to become a run of its own;
    ``save_requested(object spec, str suffix)``, a chart is to become a picture;
    ``export_requested(str kind)``, one of ``EXPORTS``.
    """

    cut_chosen = Signal(int)
    keep_requested = Signal()
    save_requested = Signal(object, str)
    export_requested = Signal(str)

    def __init__(self, reader: RowReader) -> None:
        super().__init__()
        self.setObjectName("results_panel")
        self._reader = reader
        self._view: View | None = None
        self._columns: tuple[ColumnSummary, ...] = ()
        self._pages: dict[str, QWidget] = {}
        self._shown: dict[str, View] = {}
        self._title = _Title()
        self._run_line = label("", "muted", name="run_line")
        self._view_only = label(t("results.view_only"), "pill_gold", name="view_only")
        self._keep = Button(t("results.keep"), "primary", name="keep_view", icon="save", role="on_gold")
        self._keep.clicked.connect(self.keep_requested)
        self._tabs = TabBar(tuple((key, t(f"results.tab_{key}")) for key in TABS))
        self._tabs.setObjectName("results_tabs")
        self._tabs.chosen.connect(self._on_tab_chosen)
        self._stack = FadeStack()
        self._tab = TABS[0]
        self._lay_out()

    def show_view(self, view: View, columns: tuple[ColumnSummary, ...]) -> None:
        """Show a run, or another cut of it. Tabs that are hidden follow when they are shown."""
        self._view, self._columns = view, columns
        run = view.run
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

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front: one of ``TABS``."""
        self._tabs.choose(key)

    def find_customer(self) -> None:
        """Let the user type what to search for among the customers."""
        self._customers().start_search()

    def describe_rows(self, rows: Sequence[int]) -> Sequence[str]:
        """Name customers by the file's identifier, or by their row where there is none."""
        position = self._identifier()
        if position is None:
            return [_row_name(row) for row in rows]
        found = self._reader.rows(list(rows), [position])
        if len(found) != len(rows):
            return [_row_name(row) for row in rows]
        return [
            _row_name(row) if value is None else _plain(value)
            for row, (value,) in zip(rows, found, strict=True)
        ]

    def _identifier(self) -> int | None:
        roles = [column.role for column in self._columns]
        return roles.index(ColumnRole.IDENTIFIER) if ColumnRole.IDENTIFIER in roles else None

    def _refresh(self) -> None:
        """Build the tab in front if need be, and bring it up to date."""
        if self._view is None:
            return
        # The tree has a button of its own for this, beside the cut: one gold action on a screen.
        self._keep.setVisible(not self._view.is_kept and self._tab != "dendrogram")
        page = self._pages.get(self._tab)
        if page is None:
            page = self._pages[self._tab] = self._new_page(self._tab)
            self._stack.addWidget(page)
        if self._shown.get(self._tab) is not self._view:
            self._shown[self._tab] = self._view
            match page:
                case CustomersTab():
                    page.show_view(self._view, self._columns)
                case _:
                    page.show_view(self._view)  # type: ignore[attr-defined]
        self._stack.show_page(page)

    def _new_page(self, key: str) -> QWidget:
        makers: dict[str, Callable[[], QWidget]] = {
            "overview": self._new_overview,
            "distribution": self._new_distribution,
            "dendrogram": self._new_dendrogram,
            "customers": lambda: CustomersTab(self._reader),
        }
        return makers[key]()

    def _new_overview(self) -> QWidget:
        tab = OverviewTab()
        tab.segment_opened.connect(self._on_segment_opened)
        tab.tree_requested.connect(lambda: self.show_tab("dendrogram"))
        return tab

    def _new_distribution(self) -> QWidget:
        # Here and below: pyqtgraph takes 0.4 s to import, and not every look needs a chart.
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
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._run_line)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(words, 1)
        head.addWidget(self._view_only, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignVCenter)
        tabs = QHBoxLayout()
        tabs.setSpacing(12)
        tabs.addWidget(self._tabs, 1)
        tabs.addWidget(self._export_button())
        self._view_only.hide()
        self._keep.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addSpacing(8)
        layout.addLayout(tabs)
        layout.addWidget(rule())
        layout.addSpacing(14)
        layout.addWidget(self._stack, 1)

    def _export_button(self) -> Button:
        button = Button(t("results.export"), "pill", name="export", icon="download", size=14)
        menu = QMenu(button)
        menu.setObjectName("export_menu")
        for kind in EXPORTS:
            action = QAction(t(f"results.export_{kind}"), menu)
            action.setObjectName(f"export_{kind}")
            action.triggered.connect(lambda _checked, kind=kind: self.export_requested.emit(kind))
            menu.addAction(action)
        menu.insertSeparator(menu.actions()[-1])
        button.setMenu(menu)
        return button

    @Slot(str)
    def _on_tab_chosen(self, key: str) -> None:
        self._tab = key
        self._refresh()

    @Slot(int)
    def _on_segment_opened(self, segment: int) -> None:
        self._customers().show_segment(segment)

    def _customers(self) -> CustomersTab:
        """Bring the Customers tab to the front."""
        self.show_tab("customers")
        tab = self._pages["customers"]
        assert isinstance(tab, CustomersTab)
        return tab


def _row_name(row: int) -> str:
    # Counted from 1 by people, and never with a thousands separator: it is a name, not a number.
    return t("results.row", number=str(row + 1))


def _plain(value: object) -> str:
    is_whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if is_whole and isinstance(value, float) else str(value)
