"""Plans a campaign: which segments, at what cost, and how many are held back to see what it brings."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.exports import ListWishes
from segdesk.model.campaign import CampaignWishes
from segdesk.model.campaign_plan import Quota, most_contacts, quotas
from segdesk.text import t
from segdesk.ui.panels.campaign_segments import SegmentOrder
from segdesk.ui.panels.campaign_wishes import WishesForm
from segdesk.ui.panels.export_columns import ColumnChooser
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, IconLabel, card, label
from segdesk.ui.widgets.job_line import JobLine
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.ui.widgets.switch import Switch
from segdesk.words import wording

if TYPE_CHECKING:
    from segdesk.model.findings import Reliability
    from segdesk.model.portrait import Portraits
    from segdesk.model.roles import ColumnSummary

GAP = 14
MARGINS = (18, 14, 18, 14)
SEGMENTS_SHARE, WISHES_SHARE = 3, 2
FORMATS = ("csv", "xlsx")


class CampaignPanel(QWidget):
    """Segments in the order in which they are written to, the wishes, and what they come to.

    Signals: ``campaign_requested(CampaignWishes, ListWishes)``; ``uplift_requested()``, what an earlier
    campaign brought; ``cancel_requested()``; ``back_requested()``.
    """

    campaign_requested = Signal(object, object)
    uplift_requested = Signal()
    cancel_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("campaign_panel")
        self._view: View | None = None
        self._is_busy = False
        self._shown_columns: tuple[str, ...] = ()
        self._segments, self._form = SegmentOrder(), WishesForm()
        self._columns = ColumnChooser(name="campaign")
        self._format = Switch(
            tuple((key, t(f"lists_panel.format_{key}")) for key in FORMATS),
            name="campaign_format",
            says=t("lists_panel.format"),
        )
        self._sum = label("", "figure", name="campaign_sum", wrap=True)
        self._rest = label("", "soft", name="campaign_rest", wrap=True)
        self._make = Button(
            t("campaign_panel.make"), "primary", name="make_campaign", icon="download", role="on_gold"
        )
        self._make.clicked.connect(self._on_made)
        self._job = JobLine(name="campaign", cancel=t("newcomers.cancel"))
        self._job.cancel_requested.connect(self.cancel_requested)
        self._job.hide()
        self._lay_out()
        self._segments.changed.connect(self._follow)
        self._form.changed.connect(self._follow)
        self._form.submitted.connect(self._on_made)
        self._columns.changed.connect(self._follow)
        self._follow()

    def show_columns(
        self, columns: Sequence[ColumnSummary], *, chosen: Sequence[str] = (), format_: str = "csv"
    ) -> None:
        """Offer a file's columns; ``chosen`` and ``format_`` were used last."""
        names = tuple(column.name for column in columns)
        self._form.show_columns(columns)
        if names != self._shown_columns:
            self._shown_columns = names
            self._columns.show_columns(names, chosen)
            self._format.choose(format_)

    def show_view(
        self, view: View, portraits: Portraits | None = None, reliability: Reliability | None = None
    ) -> None:
        """Offer a view's segments, by what their customers bring and by how sure they are."""
        self._view = view
        sureness = () if reliability is None else reliability.jaccard
        self._segments.show_view(view, sales=_sales_each(view, portraits), sureness=sureness)

    @property
    def wishes(self) -> CampaignWishes | None:
        """What the controls say, None where it is no campaign."""
        return self._form.wishes(self._segments.order)

    def show_progress(self, text: str, share: float) -> None:
        """Say how far the lists are."""
        if not self._is_busy:
            self._is_busy = True
            self._job.show()
            self._job.setFocus()  # where Esc cancels
            self._follow()
        self._job.show_progress(text, share)

    def show_idle(self) -> None:
        """Wait for wishes."""
        had_focus = self.focusWidget() in self._job.findChildren(Button)
        self._is_busy = False
        self._job.hide()
        self._follow()
        if had_focus:
            self._make.setFocus()

    def _follow(self) -> None:
        wishes, view = self.wishes, self._view
        is_complete = wishes is not None and bool(self._columns.chosen or not self._shown_columns)
        self._make.setEnabled(is_complete and not self._is_busy)
        sizes = view.cut.sizes if view is not None else ()
        planned: dict[int, Quota] = {}
        if wishes is not None:
            contacts = most_contacts(wishes.budget, wishes.cost)
            found = quotas([sizes[number] for number in wishes.order], contacts, wishes.control_share)
            planned = dict(zip(wishes.order, found, strict=True))
        self._segments.show_plan(planned)
        self._show_sum(wishes, planned)

    def _show_sum(self, wishes: CampaignWishes | None, planned: dict[int, Quota]) -> None:
        self._sum.setVisible(wishes is not None)
        if wishes is None:
            why_not = self._why_not()
            self._rest.setText(why_not)
            self._rest.setVisible(bool(why_not))
            return
        self._rest.show()
        contacted = sum(quota.contacted for quota in planned.values())
        held_back = sum(quota.held_back for quota in planned.values())
        cost = contacted * Fraction(wishes.cost)
        rest, spent = (
            wording.money(wording.number(float(amount))) for amount in (Fraction(wishes.budget) - cost, cost)
        )
        self._sum.setText(t("campaign_panel.sum", contacted=contacted, cost=spent))
        self._rest.setText(t("campaign_panel.rest", rest=rest, held_back=held_back))

    def _why_not(self) -> str:
        if not self._segments.order:
            return t("campaign_panel.nobody")
        return t("campaign_panel.no_budget") if self._form.has_amounts else ""

    def _on_made(self) -> None:
        wishes = self.wishes
        if wishes is not None and self._make.isEnabled():
            lists = ListWishes(
                is_workbook=self._format.choice == "xlsx",
                columns=self._columns.chosen,
                respects_opt_out=wishes.respects_opt_out,
            )
            self.campaign_requested.emit(wishes, lists)

    # Parts

    def _lay_out(self) -> None:
        back = Button(
            t("campaign_panel.back"), "pill", name="campaign_back", icon="arrow-left", role="soft", size=14
        )
        back.clicked.connect(self.back_requested)
        uplift = Button(t("campaign_panel.uplift"), "pill", name="campaign_uplift", icon="calendar", size=14)
        uplift.clicked.connect(self.uplift_requested)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(back)
        head.addWidget(label(t("campaign_panel.title"), "title"), 1)
        head.addWidget(uplift)
        page = QWidget()
        halves = QHBoxLayout(page)
        halves.setContentsMargins(0, 0, 0, 16)
        halves.setSpacing(GAP)
        for parts, share in (
            ((self._segments, self._lists_card()), SEGMENTS_SHARE),
            ((self._wishes_card(),), WISHES_SHARE),
        ):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            halves.addLayout(column, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(label(t("campaign_panel.intro"), "soft", wrap=True))
        column.addWidget(self._job)
        column.addWidget(VerticalScroll(page, name="campaign_scroll"), 1)

    def _lists_card(self) -> QFrame:
        frame = card(name="campaign_lists")
        column = QVBoxLayout(frame)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(10)
        column.addWidget(label(t("campaign_panel.lists"), "strong", wrap=True))
        column.addWidget(self._format, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._columns)
        return frame

    def _wishes_card(self) -> QFrame:
        frame = card(name="campaign_wishes")
        about = QHBoxLayout()
        about.setSpacing(8)
        about.addWidget(IconLabel("info", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(label(t("campaign_panel.about"), "muted", wrap=True), 1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(12)
        column.addWidget(self._form)
        column.addWidget(self._sum)
        column.addWidget(self._rest)
        column.addLayout(about)
        column.addWidget(self._make)
        return frame

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            (self.cancel_requested if self._is_busy else self.back_requested).emit()
        else:
            super().keyPressEvent(event)


def _sales_each(view: View, portraits: Portraits | None) -> list[float]:
    """Give each segment's sales per customer, 0 where they aren't known."""
    sizes = view.cut.sizes
    if portraits is None or (portraits.run_id, portraits.segments) != (view.run.id, view.segments):
        return [0.0] * len(sizes)
    return [
        portrait.sales / size if portrait.sales == portrait.sales and size else 0.0
        for portrait, size in zip(portraits.portraits, sizes, strict=True)
    ]
