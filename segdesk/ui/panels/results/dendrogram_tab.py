"""Which customers belong together: the tree of joins, and what cutting it elsewhere would give."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from segdesk.charts.dendrogram import Branch, Tree, grow_tree
from segdesk.charts.specs import Part
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.results.cut_table import CutTable
from segdesk.ui.plots.painting import in_words
from segdesk.ui.plots.tables import SegmentTable
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, card, label
from segdesk.words import captions
from segdesk.words.captions import DescribeRows

if TYPE_CHECKING:
    from segdesk.ui.plots.dendrogram import DendrogramPlot

SPACING = 16
CARD_MARGIN = 18
BOTTOM = 20
MOST_NAMES_IN_TIP = 3


class DendrogramTab(QWidget):
    """The tree of the run in view, its segments, and the qualities of other cuts.

    ``describe_rows`` names customers by their row indexes; without it they are numbered rows.

    Signals: ``cut_chosen(int)``, look at another number of segments (answer with
    ``show_view``); ``keep_requested()``, save the cut in view as a run of its own;
    ``save_requested(object, str)``, the tree's Spec and the wanted suffix, e.g. ``.png``.
    """

    cut_chosen = Signal(int)
    keep_requested = Signal()
    save_requested = Signal(object, str)

    def __init__(self, describe_rows: DescribeRows | None = None) -> None:
        super().__init__()
        self.setObjectName("dendrogram_tab")
        self._describe_rows = describe_rows
        self._view: View | None = None
        self._tree: Tree | None = None
        self._parts: tuple[Part, ...] = ()
        self._plot: DendrogramPlot | None = None
        self._drawn: View | None = None
        self._caption = label("", "muted", name="dendrogram_caption", wrap=True)
        self._segments = SegmentTable(name="dendrogram_segments", with_shares=False)
        self._cuts = CutTable(name="dendrogram_cuts")
        self._keep = Button(t("dendrogram.keep"), "primary", name="keep_cut")
        self._back = Button(name="back_to_run")
        self._repeat_note = label("", "muted", name="dendrogram_colours_repeat")
        self._lay_out()
        self._keep.setAccessibleDescription(t("dendrogram.keep_says"))
        self._keep.setToolTip(t("dendrogram.keep_says"))
        self._keep.clicked.connect(self.keep_requested)
        self._back.clicked.connect(self._on_back)
        self._cuts.cut_chosen.connect(self.cut_chosen)

    def show_view(self, view: View) -> None:
        """Show a run's tree, cut as the view says. The tree itself waits until the tab is seen."""
        if self._view is None or self._view.segmentation is not view.segmentation:
            linkage = view.segmentation.linkage
            assert linkage is not None  # only a run with a tree has this tab
            self._tree = grow_tree(linkage)
            self._caption.setText(t("dendrogram.caption", joins=captions.joins_caption(self._tree)))
        self._view = view
        self._parts = captions.segment_parts(view.cut)
        self._segments.show_parts(self._parts)
        self._cuts.show_cuts(view.segmentation.cuts, view.segments)
        self._keep.setDisabled(view.is_kept)
        self._back.setDisabled(view.is_kept)
        # A string: a number of segments needs no thousands separator, and the text no plural.
        self._back.setText(t("dendrogram.back", segments=str(view.run.segments)))
        self._back.setAccessibleDescription(t("dendrogram.back_says", segments=view.run.segments))
        colours = len(theme.current().segments)
        self._repeat_note.setText(t("distribution.colours_repeat", first=colours + 1, last=view.segments))
        self._repeat_note.setVisible(view.segments > colours)
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        view, tree = self._view, self._tree
        if view is None or tree is None or view is self._drawn:
            return
        if self._plot is None:
            self._plot = self._make_plot()
        if self._drawn is None or self._drawn.segmentation is not view.segmentation:
            cuts = tuple(cut.segments for cut in view.segmentation.cuts)
            self._plot.show_tree(tree, cuts, captions.leaf_words(tree, self._describe_rows))
        self._drawn = view
        self._plot.show_cut(view.segments, view.labels, [part.role for part in self._parts])
        joins, parts = captions.joins_caption(tree), in_words(self._parts)
        says = t("dendrogram.plot_says", joins=joins, segments=view.segments, parts=parts)
        self._plot.setAccessibleDescription(says)

    def _make_plot(self) -> DendrogramPlot:
        from segdesk.ui.plots.dendrogram import DendrogramPlot  # pyqtgraph takes half a second

        plot = DendrogramPlot()
        plot.cut_chosen.connect(self.cut_chosen)
        plot.branch_hovered.connect(self._on_branch_hovered)
        self._fit.clicked.connect(plot.fit)
        self._plot_column.addWidget(plot, 1)
        order: tuple[QWidget, ...] = (
            plot,
            self._fit,
            *self._saves,
            self._segments,
            self._keep,
            self._back,
            self._cuts,
        )
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        return plot

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, BOTTOM)
        row.setSpacing(SPACING)
        row.addWidget(self._tree_card(), 3)
        side = QVBoxLayout()
        side.setSpacing(SPACING)
        side.addWidget(self._segments_card())
        side.addWidget(self._cuts_card())
        side.addStretch(1)
        row.addLayout(side, 1)

    def _tree_card(self) -> QFrame:
        frame = card(name="tree_card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(CARD_MARGIN, CARD_MARGIN, CARD_MARGIN, 14)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(label(t("chart.dendrogram_title"), "strong", wrap=True), 1)
        hint = label(t("dendrogram.hint"), "muted", name="dendrogram_hint", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(hint, 1)
        column.addLayout(top)
        self._plot_column = QVBoxLayout()
        column.addLayout(self._plot_column, 1)
        column.addLayout(self._foot())
        return frame

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._caption, 1)
        self._fit = self._pill("fit", "fit_tree", "search", "fit_says")
        row.addWidget(self._fit)
        self._saves: list[Button] = []
        for kind in ("png", "svg"):
            button = self._pill(f"save_{kind}", f"save_tree_{kind}", "download", f"save_{kind}_says")
            button.clicked.connect(lambda _=False, kind=kind: self._save(f".{kind}"))
            row.addWidget(button)
            self._saves.append(button)
        return row

    def _pill(self, text: str, name: str, icon: str, says: str) -> Button:
        return Button(
            t(f"dendrogram.{text}"),
            "pill",
            name=name,
            icon=icon,
            role="soft",
            says=t(f"dendrogram.{says}"),
            size=14,
        )

    def _segments_card(self) -> QFrame:
        frame, column = self._side_card("segments_card")
        column.addWidget(self._segments)
        column.addWidget(self._repeat_note)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self._keep)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return frame

    def _cuts_card(self) -> QFrame:
        frame, column = self._side_card("cuts_card")
        column.addWidget(label(t("dendrogram.elsewhere"), "strong"))
        column.addWidget(self._cuts)
        return frame

    def _side_card(self, name: str) -> tuple[QFrame, QVBoxLayout]:
        frame = card(name=name)
        # As tall as its rows, not taller; the tables scroll where there is less room.
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(frame)
        column.setContentsMargins(CARD_MARGIN, 14, CARD_MARGIN, 14)
        column.setSpacing(10)
        return frame, column

    def _save(self, suffix: str) -> None:
        if self._view is not None:
            spec = captions.dendrogram_of(
                self._view.segmentation,
                self._view.segments,
                tree=self._tree,
                describe_rows=self._describe_rows,
            )
            self.save_requested.emit(spec, suffix)

    def _on_back(self) -> None:
        if self._view is not None:
            self.cut_chosen.emit(self._view.run.segments)

    def _on_branch_hovered(self, branch: Branch | None) -> None:
        if branch is None or self._plot is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(QCursor.pos(), self._tip(branch), self._plot)

    def _tip(self, branch: Branch) -> str:
        """Say who is in a branch: how many, which segments, some customers."""
        names = [self._parts[segment].label for segment in branch.segments]
        if len(names) == 1:
            where = t("dendrogram.tip_segment", segment=names[0])
        else:
            listed = "; ".join(names[:MOST_NAMES_IN_TIP]) + ("; …" if len(names) > MOST_NAMES_IN_TIP else "")
            where = t("dendrogram.tip_segments", segments=len(names), names=listed)
        rows = ", ".join(self._row_names(branch.rows))
        if branch.customers == 1:
            return f"{rows}\n{where}"
        count = t("dendrogram.tip_customers", customers=branch.customers)
        return f"{count}\n{where}\n{t('dendrogram.tip_rows', rows=rows)}"

    def _row_names(self, rows: tuple[int, ...]) -> list[str]:
        if self._describe_rows is not None:
            return list(self._describe_rows(rows))
        return [t("dendrogram.tip_row", row=row + 1) for row in rows]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()
