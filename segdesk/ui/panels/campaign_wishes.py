"""What a campaign may cost, who is held back, and by which columns it is followed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSlider, QSpinBox, QVBoxLayout, QWidget

from segdesk.model.campaign import CONTROL_SHARE, CampaignWishes
from segdesk.model.campaign_plan import MOST_HELD_BACK, is_amount, most_contacts
from segdesk.model.roles import ColumnSummary, Kind
from segdesk.text import t
from segdesk.ui.widgets.basics import Button, label
from segdesk.ui.widgets.quiet_combo import QuietCombo
from segdesk.ui.widgets.toggle import Toggle
from segdesk.words import wording

LARGEST_SEED = 2**31 - 1
"""What the field for whole numbers holds."""

_COMMA = re.compile(r",(\d{1,2})$")
"""Before three figures a comma may part thousands; such an amount is refused."""


class WishesForm(QWidget):
    """Money, the group that is held back, and what few need, behind a button.

    Signals: ``changed()``; ``submitted()``, Enter in a field.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cost, self._budget = self._field("cost"), self._field("budget")
        self._cost_refusal, self._budget_refusal = (
            label(t("campaign_panel.not_money"), "error", name=f"campaign_{name}_refusal", wrap=True)
            for name in ("cost", "budget")
        )
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
        self._seed = QSpinBox()
        self._seed.setObjectName("campaign_seed")
        self._seed.setAccessibleName(t("campaign_panel.seed"))
        self._seed.setRange(0, LARGEST_SEED)
        self._seed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._identifier = QuietCombo(name="campaign_identifier", says=t("campaign_panel.identifier"))
        self._sales = QuietCombo(name="campaign_sales", says=t("campaign_panel.sales"))
        self._more = Button(t("campaign_panel.more"), "link", name="campaign_more", icon="chevron-right")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._on_more)
        self._lay_out()
        self._follow()

    def show_columns(self, columns: Sequence[ColumnSummary]) -> None:
        """Offer a file's columns as customer numbers and as sales; SegDesk finds both by itself first."""
        numbers = [column for column in columns if column.kind is Kind.NUMBER]
        for combo, offered in ((self._identifier, columns), (self._sales, numbers)):
            before = combo.currentData()
            combo.clear()
            combo.addItem(t("campaign_panel.by_itself"), "")
            for column in offered:
                combo.addItem(column.name, column.name)
            combo.setCurrentIndex(max(combo.findData(before), 0))

    def wishes(self, order: tuple[int, ...]) -> CampaignWishes | None:
        """Give what the controls say of segments in an order, None where it is no campaign."""
        budget, cost = _amount(self._budget), _amount(self._cost)
        if not order or not self.has_amounts or most_contacts(budget, cost) < 1:
            return None
        return CampaignWishes(
            budget=budget,
            cost=cost,
            order=order,
            control_share=self._control.value() / 100,
            seed=self._seed.value(),
            identifier=self._identifier.currentData() or "",
            sales=self._sales.currentData() or "",
            respects_opt_out=self._opt_out.isChecked(),
        )

    @property
    def has_amounts(self) -> bool:
        """Whether both fields hold money."""
        return is_amount(_amount(self._budget)) and is_amount(_amount(self._cost))

    def _follow(self, *_changed: object) -> None:
        self._share.setText(wording.percent(self._control.value() / 100))
        for field, refusal in ((self._cost, self._cost_refusal), (self._budget, self._budget_refusal)):
            refusal.setVisible(bool(_amount(field)) and not is_amount(_amount(field)))
        self.changed.emit()

    def _on_more(self, is_open: bool) -> None:
        self._more.set_icon("chevron-down" if is_open else "chevron-right", "gold")
        self._further.setVisible(is_open)

    # Parts

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(f"campaign_{name}")
        field.setAccessibleName(t(f"campaign_panel.{name}"))
        field.setMaxLength(20)
        field.textChanged.connect(self._follow)
        field.returnPressed.connect(self.submitted)
        return field

    def _lay_out(self) -> None:
        grid = _grid()
        fields = (
            (t("campaign_panel.cost"), self._cost, self._cost_refusal),
            (t("campaign_panel.budget"), self._budget, self._budget_refusal),
        )
        for row, (words, field, refusal) in enumerate(fields):
            grid.addWidget(label(words, "soft", wrap=True), 2 * row, 0)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addLayout(opt_out)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._build_further())

    def _build_further(self) -> QWidget:
        self._further = QWidget()
        grid = _grid()
        further = (
            (t("campaign_panel.identifier"), self._identifier),
            (t("campaign_panel.sales"), self._sales),
            (t("campaign_panel.seed"), self._seed),
        )
        for row, (words, widget) in enumerate(further):
            grid.addWidget(label(words, "soft", wrap=True), row, 0)
            grid.addWidget(widget, row, 1)
        column = QVBoxLayout(self._further)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(label(t("campaign_panel.seed_line"), "muted", wrap=True))
        self._further.hide()
        return self._further


def _grid() -> QGridLayout:
    """Give a grid of words and fields, fields as wide as there is room."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    return grid


def _amount(field: QLineEdit) -> str:
    """Give what stands in a field, with a point before decimals: half the world types 2,50."""
    return _COMMA.sub(r".\1", field.text().strip())
