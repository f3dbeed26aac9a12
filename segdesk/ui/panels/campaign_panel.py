"""Plans a campaign: which segments, at what cost, and how many are held back to see what it brings."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.exports import ListWishes
from segdesk.model.campaign import CampaignWishes
from segdesk.model.campaign_plan import Quota, most_contacts, quotas
from segdesk.text import t
from segdesk.ui.panels.campaign_segments import SegmentOrder
from segdesk.ui.panels.campaign_wishes import WishesForm
from segdesk.ui.panels.export_columns import ColumnChooser
from segdesk.ui.panels.handout_page import GAP, MARGINS, HandoutPage, about, list_format
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, card, label
from segdesk.words import wording

if TYPE_CHECKING:
    from segdesk.model.findings import Reliability
    from segdesk.model.portrait import Portraits
    from segdesk.model.roles import ColumnSummary

SEGMENTS_SHARE, WISHES_SHARE = 3, 2


class CampaignPanel(HandoutPage):
    """Segments in the order in which they are written to, the wishes, and what they come to.

    Signals: those of ``HandoutPage``; ``campaign_requested(CampaignWishes, ListWishes)``;
    ``uplift_requested()``, what an earlier campaign brought.
    """

    campaign_requested = Signal(object, object)
    uplift_requested = Signal()

    def __init__(self) -> None:
        make = Button(
            t("campaign_panel.make"), "primary", name="make_campaign", icon="download", role="on_gold"
        )
        super().__init__(name="campaign", make=make)
        self._view: View | None = None
        self._shown_columns: tuple[str, ...] = ()
        self._segments, self._form = SegmentOrder(), WishesForm()
        self._columns = ColumnChooser(name="campaign")
        self._format = list_format("campaign")
        self._sum = label("", "figure", name="campaign_sum", wrap=True)
        self._rest = label("", "soft", name="campaign_rest", wrap=True)
        uplift = Button(t("campaign_panel.uplift"), "pill", name="campaign_uplift", icon="calendar", size=14)
        uplift.clicked.connect(self.uplift_requested)
        self._lay_out(
            self._halves(),
            title=t("campaign_panel.title"),
            intro=t("campaign_panel.intro"),
            back=t("campaign_panel.back"),
            aside=uplift,
        )
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

    def _halves(self) -> QWidget:
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
        return page

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
        column = QVBoxLayout(frame)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(12)
        column.addWidget(self._form)
        column.addWidget(self._sum)
        column.addWidget(self._rest)
        column.addLayout(about(t("campaign_panel.about")))
        column.addWidget(self._make)
        return frame


def _sales_each(view: View, portraits: Portraits | None) -> list[float]:
    """Give each segment's sales per customer, 0 where they aren't known."""
    sizes = view.cut.sizes
    if portraits is None or (portraits.run_id, portraits.segments) != (view.run.id, view.segments):
        return [0.0] * len(sizes)
    return [
        portrait.sales / size if portrait.sales == portrait.sales and size else 0.0
        for portrait, size in zip(portraits.portraits, sizes, strict=True)
    ]
