"""Plans a campaign: which segments, at what cost, and how many are held back to see what it brings."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QSlider, QVBoxLayout, QWidget

from segdesk.model.campaign import CONTROL_SHARE, CampaignWishes
from segdesk.model.campaign_plan import MOST_HELD_BACK, Quota, is_amount, most_contacts, quotas
from segdesk.text import t
from segdesk.ui.plots.segment_dot import SegmentDot
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, IconLabel, card, label
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.ui.widgets.toggle import Toggle
from segdesk.words import wording

if TYPE_CHECKING:
    from segdesk.model.portrait import Portraits

GAP = 14
MARGINS = (18, 14, 18, 14)
DOT = 10
SEGMENTS_SHARE, WISHES_SHARE = 3, 2

_COMMA = re.compile(r",(\d{1,2})$")
"""Before three figures a comma may part thousands; such an amount is refused."""


class _Row(QWidget):
    """A segment that may be in the campaign. Signals: ``toggled()``."""

    toggled = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self._toggle = Toggle(name=f"campaign_segment_{number}", says="")
        self._toggle.toggled.connect(self.toggled)
        self._dot = SegmentDot(DOT)
        self._dot.show_segment(number)
        self._name = label("", "", name=f"campaign_name_{number}", wrap=True)
        self._plan = label("", "soft", name=f"campaign_plan_{number}", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._toggle)
        row.addWidget(self._dot)
        row.addWidget(self._name, 3)
        row.addWidget(self._plan, 4)

    @property
    def is_in(self) -> bool:
        """Whether the segment is written to."""
        return self._toggle.isChecked()

    def tell(self, name: str, *, is_in: bool) -> None:
        """Show another segment's name."""
        self._name.setText(name)
        self._toggle.setAccessibleName(t("campaign_panel.use", name=name))
        self._toggle.setChecked(is_in)

    def show_plan(self, size: int, quota: Quota | None) -> None:
        """Say what the plan has for these customers, None where they aren't in it."""
        text = t("campaign_panel.plan_out", customers=size)
        if quota is not None and not quota.selected:
            text = t("campaign_panel.plan_beyond")
        elif quota is not None:
            facts = {"contacted": quota.contacted, "held_back": quota.held_back}
            beyond = size - quota.selected
            text = t("campaign_panel.plan", contacted=quota.contacted, held_back=quota.held_back)
            if beyond:
                text = t("campaign_panel.plan_some", **facts, beyond=beyond)
        self._plan.setText(text)
        self._toggle.setAccessibleDescription(text)


class CampaignPanel(QWidget):
    """Segments in the order in which they are written to, the wishes, and what they come to.

    Signals: ``campaign_requested(CampaignWishes)``; ``back_requested()``.
    """

    campaign_requested = Signal(object)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("campaign_panel")
        self._view: View | None = None
        self._order: tuple[int, ...] = ()
        self._rows: list[_Row] = []
        self._cost, self._budget = self._field("cost"), self._field("budget")
        self._control = QSlider(Qt.Orientation.Horizontal)
        self._control.setObjectName("campaign_control")
        self._control.setAccessibleName(t("campaign_panel.control_says"))
        self._control.setRange(1, round(MOST_HELD_BACK * 100))
        self._control.setValue(round(CONTROL_SHARE * 100))
        self._control.setPageStep(5)
        self._control.setMinimumWidth(90)
        self._control.valueChanged.connect(self._follow)
        self._share = label("", "mono", name="campaign_control_percent")
        self._opt_out = Toggle(name="campaign_opt_out", says=t("campaign_panel.opt_out"))
        self._opt_out.setChecked(True)
        self._ordered = label("", "muted", name="campaign_ordered", wrap=True)
        self._sum = label("", "figure", name="campaign_sum", wrap=True)
        self._rest = label("", "soft", name="campaign_rest", wrap=True)
        self._make = Button(
            t("campaign_panel.make"), "primary", name="make_campaign", icon="download", role="on_gold"
        )
        self._make.clicked.connect(self._on_made)
        self._lay_out()
        self._follow()

    def show_view(self, view: View, portraits: Portraits | None = None) -> None:
        """Offer the segments of a view; ``portraits`` say what their customers bring."""
        is_other = self._view is None or (self._view.run.id, self._view.segments) != (
            view.run.id,
            view.segments,
        )
        chosen = {row.number for row in self._rows if row.is_in and not row.isHidden()}
        self._view = view
        sales = _sales_each(view, portraits)
        self._order = tuple(sorted(range(view.segments), key=lambda k: (-sales[k], k)))
        self._ordered.setText(t("campaign_panel.by_sales" if any(sales) else "campaign_panel.by_size"))
        while len(self._rows) < view.segments:
            row = _Row(len(self._rows))
            row.toggled.connect(self._follow)
            self._list.addWidget(row)  # before it shows: in no layout it would be a window of its own
            self._rows.append(row)
        for row in self._rows:
            row.setVisible(row.number < view.segments)
        before: QWidget = self._back
        for number in self._order:
            self._list.addWidget(self._rows[number])
            self._rows[number].tell(view.names[number], is_in=is_other or number in chosen)
            toggle = self._rows[number].findChild(Toggle)
            assert toggle is not None
            self.setTabOrder(before, toggle)
            before = toggle
        self._follow()

    @property
    def wishes(self) -> CampaignWishes | None:
        """What the controls say, None where it is no campaign."""
        order = tuple(number for number in self._order if self._rows[number].is_in)
        budget, cost = _amount(self._budget), _amount(self._cost)
        if not order or not is_amount(budget) or not is_amount(cost) or most_contacts(budget, cost) < 1:
            return None
        return CampaignWishes(
            budget=budget,
            cost=cost,
            order=order,
            control_share=self._control.value() / 100,
            respects_opt_out=self._opt_out.isChecked(),
        )

    def _follow(self) -> None:
        self._share.setText(wording.percent(self._control.value() / 100))
        wishes, view = self.wishes, self._view
        self._make.setEnabled(wishes is not None)
        for field, refusal in ((self._cost, self._cost_refusal), (self._budget, self._budget_refusal)):
            refusal.setVisible(bool(_amount(field)) and not is_amount(_amount(field)))
        sizes = view.cut.sizes if view is not None else ()
        planned: dict[int, Quota] = {}
        if wishes is not None:
            contacts = most_contacts(wishes.budget, wishes.cost)
            found = quotas([sizes[number] for number in wishes.order], contacts, wishes.control_share)
            planned = dict(zip(wishes.order, found, strict=True))
        for number in self._order:
            self._rows[number].show_plan(sizes[number], planned.get(number))
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
        rest = wording.number(float(Fraction(wishes.budget) - cost))
        self._sum.setText(t("campaign_panel.sum", contacted=contacted, cost=wording.number(float(cost))))
        self._rest.setText(t("campaign_panel.rest", rest=rest, held_back=held_back))

    def _why_not(self) -> str:
        if not any(self._rows[number].is_in for number in self._order):
            return t("campaign_panel.nobody")
        both = is_amount(_amount(self._budget)) and is_amount(_amount(self._cost))
        return t("campaign_panel.no_budget") if both else ""

    def _on_made(self) -> None:
        if (wishes := self.wishes) is not None:
            self.campaign_requested.emit(wishes)

    # Parts

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(f"campaign_{name}")
        field.setAccessibleName(t(f"campaign_panel.{name}"))
        field.setMaxLength(20)
        field.textChanged.connect(self._follow)
        field.returnPressed.connect(self._on_made)
        return field

    def _lay_out(self) -> None:
        self._back = Button(
            t("campaign_panel.back"), "pill", name="campaign_back", icon="arrow-left", role="soft", size=14
        )
        self._back.clicked.connect(self.back_requested)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._back)
        head.addWidget(label(t("campaign_panel.title"), "title"), 1)
        page = QWidget()
        halves = QHBoxLayout(page)
        halves.setContentsMargins(0, 0, 0, 16)
        halves.setSpacing(GAP)
        for half, share in ((self._segments_card(), SEGMENTS_SHARE), (self._wishes_card(), WISHES_SHARE)):
            column = QVBoxLayout()
            column.addWidget(half)
            column.addStretch(1)
            halves.addLayout(column, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(label(t("campaign_panel.intro"), "soft", wrap=True))
        column.addWidget(VerticalScroll(page, name="campaign_scroll"), 1)

    def _segments_card(self) -> QFrame:
        frame = card(name="campaign_segments")
        column = QVBoxLayout(frame)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(10)
        column.addWidget(label(t("campaign_panel.segments"), "strong", wrap=True))
        column.addWidget(self._ordered)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        column.addLayout(self._list)
        return frame

    def _wishes_card(self) -> QFrame:
        frame = card(name="campaign_wishes")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._cost_refusal, self._budget_refusal = (
            label(t("campaign_panel.not_money"), "error", name=f"campaign_{name}_refusal", wrap=True)
            for name in ("cost", "budget")
        )
        fields = (
            ("campaign_panel.cost", self._cost, self._cost_refusal),
            ("campaign_panel.budget", self._budget, self._budget_refusal),
        )
        for row, (key, field, refusal) in enumerate(fields):
            grid.addWidget(label(t(key), "soft", wrap=True), 2 * row, 0)
            grid.addWidget(field, 2 * row, 1)
            grid.addWidget(refusal, 2 * row + 1, 1)
        control = QHBoxLayout()
        control.setSpacing(12)
        control.addWidget(self._control, 1)
        control.addWidget(self._share)
        grid.addWidget(label(t("campaign_panel.control"), "soft", wrap=True), 4, 0)
        grid.addLayout(control, 4, 1)
        opt_out = QHBoxLayout()
        opt_out.setSpacing(10)
        opt_out.addWidget(self._opt_out)
        opt_out.addWidget(label(t("campaign_panel.opt_out"), "soft", wrap=True), 1)
        about = QHBoxLayout()
        about.setSpacing(8)
        about.addWidget(IconLabel("info", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(label(t("campaign_panel.about"), "muted", wrap=True), 1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addLayout(opt_out)
        column.addWidget(self._sum)
        column.addWidget(self._rest)
        column.addLayout(about)
        column.addWidget(self._make)
        return frame

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)


def _amount(field: QLineEdit) -> str:
    """Give what stands in a field, with a point before decimals: half the world types 2,50."""
    return _COMMA.sub(r".\1", field.text().strip())


def _sales_each(view: View, portraits: Portraits | None) -> list[float]:
    """Give each segment's sales per customer, 0 where they aren't known."""
    sizes = view.cut.sizes
    if portraits is None or (portraits.run_id, portraits.segments) != (view.run.id, view.segments):
        return [0.0] * len(sizes)
    return [
        portrait.sales / size if portrait.sales == portrait.sales and size else 0.0
        for portrait, size in zip(portraits.portraits, sizes, strict=True)
    ]
