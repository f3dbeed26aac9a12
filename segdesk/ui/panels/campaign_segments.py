"""Which segments a campaign writes to, and which of them first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.charts.palette import segment_role
from segdesk.model.campaign_plan import Quota
from segdesk.text import t
from segdesk.ui.plots.segment_dot import SegmentDot
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, breakable, label
from segdesk.ui.widgets.switch import Switch
from segdesk.ui.widgets.toggle import Toggle

MARGINS = (18, 14, 18, 14)
DOT = 10
SALES, SIZE, SURENESS, OWN = ORDERS = ("sales", "size", "sureness", "own")


class _Row(QWidget):
    """A segment that may be in the campaign. Signals: ``toggled()``; ``moved(int step)``."""

    toggled = Signal()
    moved = Signal(int)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.toggle = Toggle(name=f"campaign_segment_{number}", says="")
        self.toggle.toggled.connect(self.toggled)
        self._dot = SegmentDot(DOT)
        self._name = label("", "", name=f"campaign_name_{number}", wrap=True)
        self._plan = label("", "soft", name=f"campaign_plan_{number}", wrap=True)
        self.up, self.down = (
            Button("", "icon", name=f"campaign_{key}_{number}", icon=icon, role="soft", size=14)
            for key, icon in (("up", "arrow-up"), ("down", "arrow-down"))
        )
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.toggle)
        row.addWidget(self._dot)
        row.addWidget(self._name, 3)
        row.addWidget(self._plan, 4)
        arrows = QHBoxLayout()
        arrows.setSpacing(0)
        arrows.addWidget(self.up)
        arrows.addWidget(self.down)
        row.addLayout(arrows)

    @property
    def is_in(self) -> bool:
        """Whether the segment is written to."""
        return self.toggle.isChecked()

    def tell(self, name: str, role: str, *, is_in: bool) -> None:
        """Show another segment's name and the colour of its role."""
        self._dot.show_role(role)
        self._name.setText(breakable(name))
        self.toggle.setAccessibleName(t("campaign_panel.use", name=name))
        for button, says in (
            (self.up, t("campaign_panel.up", name=name)),
            (self.down, t("campaign_panel.down", name=name)),
        ):
            button.setAccessibleName(says)
            button.setToolTip(says)
        self.toggle.setChecked(is_in)

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
        self.toggle.setAccessibleDescription(text)


class SegmentOrder(QFrame):
    """Segments, the first to be written to first. Signals: ``changed()``."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("campaign_segments")
        self.setProperty("look", "card")
        self._shown: tuple[int, int] | None = None
        self._sizes: tuple[int, ...] = ()
        self._sales: Sequence[float] = ()
        self._sureness: Sequence[float] = ()
        self._chosen = ""
        self._order: tuple[int, ...] = ()
        self._rows: list[_Row] = []
        self._by = Switch(
            tuple((key, t(f"campaign_panel.order_{key}")) for key in ORDERS),
            name="campaign_order",
            says=t("campaign_panel.order"),
        )
        self._by.chosen.connect(self._on_order_chosen)
        self._ordered = label("", "muted", name="campaign_ordered", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(10)
        column.addWidget(label(t("campaign_panel.segments"), "strong", wrap=True))
        column.addWidget(self._by, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._ordered)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column.addLayout(self._list)

    def show_view(self, view: View, *, sales: Sequence[float], sureness: Sequence[float]) -> None:
        """Offer the segments of a view, by sales per customer (0: unknown) or sureness (empty: unknown)."""
        is_other = self._shown != (view.run.id, view.segments)
        chosen = {row.number for row in self._rows if row.is_in and not row.isHidden()}
        self._shown, self._sizes = (view.run.id, view.segments), view.cut.sizes
        self._sales, self._sureness = sales, sureness
        if is_other:
            self._chosen = ""
        while len(self._rows) < view.segments:
            row = _Row(len(self._rows))
            row.toggled.connect(self.changed)
            row.moved.connect(lambda step, number=row.number: self._move(number, step))
            self._list.addWidget(row)  # before it shows: in no layout it would be a window of its own
            self._rows.append(row)
        for row in self._rows:
            row.setVisible(row.number < view.segments)
            if row.number < view.segments:
                role, is_in = segment_role(row.number, view.colours), is_other or row.number in chosen
                row.tell(view.names[row.number], role, is_in=is_in)
        self._by.set_possible(SALES, any(sales))
        self._by.set_possible(SURENESS, bool(sureness))
        self._put_in_order()

    @property
    def order(self) -> tuple[int, ...]:
        """The segments that are written to, the first first."""
        return tuple(number for number in self._order if self._rows[number].is_in)

    def show_plan(self, planned: Mapping[int, Quota]) -> None:
        """Say what the plan has for each segment; those that aren't in it have none."""
        for number in self._order:
            self._rows[number].show_plan(self._sizes[number], planned.get(number))

    def _on_order_chosen(self, key: str) -> None:
        if self._sizes:
            self._chosen = key
            self._put_in_order()

    def _put_in_order(self) -> None:
        numbers = range(len(self._sizes))
        by = self._chosen or (SALES if any(self._sales) else SIZE)
        if by == SALES:
            self._order = tuple(sorted(numbers, key=lambda k: (-self._sales[k], k)))
        elif by == SURENESS:
            self._order = tuple(sorted(numbers, key=lambda k: (-self._sureness[k], k)))
        elif by == SIZE:
            self._order = tuple(numbers)  # as they are numbered: the largest is 0
        if self._by.choice != by:
            self._by.choose(by)
        text = t(f"campaign_panel.by_{by}")
        if by == SIZE and not any(self._sales):
            text = t("campaign_panel.by_size_only")
        self._ordered.setText(text)
        self._show_order()

    def _show_order(self) -> None:
        before: QWidget | None = None
        for place, number in enumerate(self._order):
            row = self._rows[number]
            self._list.addWidget(row)
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(self._order) - 1)
            for widget in (row.toggle, row.up, row.down):
                if before is not None:
                    self.setTabOrder(before, widget)
                before = widget
        self.changed.emit()

    def _move(self, number: int, step: int) -> None:
        """Bring a segment one place up or down; from then on the order is the user's own."""
        order = list(self._order)
        place = order.index(number)
        order[place], order[place + step] = order[place + step], order[place]
        self._order = tuple(order)
        button = self._rows[number].up if step < 0 else self._rows[number].down
        self._chosen = OWN
        self._put_in_order()
        if not button.isEnabled():  # it is at the end now
            (self._rows[number].down if step < 0 else self._rows[number].up).setFocus()
