"""Who went from where to where between two months, as a picture and as a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from segdesk.charts.flow import Band, FlowSpec
from segdesk.charts.palette import segment_role
from segdesk.charts.parts import Part
from segdesk.charts.specs import TableSpec
from segdesk.model.placement import NOBODY, Flow, Migration
from segdesk.text import t
from segdesk.ui.panels.results.picture_card import PictureCard
from segdesk.ui.plots.flow_plot import FlowPlot
from segdesk.ui.plots.pointing import NONE
from segdesk.ui.widgets.basics import breakable, label
from segdesk.words import wording


def flow_of(migration: Migration, names: tuple[str, ...], colours: tuple[int, ...] = ()) -> FlowSpec:
    """Show who went where under the older segments; who joined comes from below them, who left goes there.

    ``colours`` are those that the older segments kept (``Cut.colours``).
    """
    seen = migration.flows
    befores = sorted({flow.before for flow in seen}, key=_order)
    afters = sorted({flow.after for flow in seen}, key=_order)
    before = [_part(seen, side, names, colours, joined=True) for side in befores]
    after = [_part(seen, side, names, colours, joined=False) for side in afters]
    bands = tuple(_band(flow, names, migration, (befores, afters)) for flow in seen)
    moves = sum(band.size for band, flow in zip(bands, seen, strict=True) if _is_move(flow))
    return FlowSpec(
        title=t("months.flow_title"),
        headings=(t("months.before"), t("months.after")),
        before=tuple(before),
        after=tuple(after),
        bands=bands,
        caption=t("months.flow_caption", count=moves),
    )


def flow_table(migration: Migration, names: tuple[str, ...]) -> TableSpec:
    """Give the same figures as a table."""
    has_sales = bool(migration.sales_column)
    headers = (t("months.from"), t("months.to"), t("months.customers"))
    rows = [
        (_side(flow.before, names, joined=True), _side(flow.after, names, joined=False), flow.customers)
        for flow in migration.flows
    ]
    if not has_sales:
        return TableSpec(t("months.flow_title"), headers, tuple(rows))
    column = wording.column_words(migration.sales_column)
    return TableSpec(
        t("months.flow_title"),
        (*headers, column),
        tuple(
            (*row, "" if flow.sales != flow.sales else round(flow.sales, 2))
            for row, flow in zip(rows, migration.flows, strict=True)
        ),
    )


class FlowCard(QWidget):
    """The picture of who went where; the line below tells the band that is picked.

    Signals: ``save_requested(object, str)``, a Spec and the wanted suffix.
    """

    save_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._spec: FlowSpec | None = None
        self._plot = FlowPlot(name="months_flow", says=t("months.flow_says"))
        self._line = label("", "muted", name="months_flow_line", wrap=True)
        self._plot.pointed.connect(self._tell)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self._plot)
        inside.addWidget(self._line)
        self._card = PictureCard(holder, name="months_flow")
        self._card.save_requested.connect(self.save_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_migration(
        self, migration: Migration, names: tuple[str, ...], colours: tuple[int, ...] = ()
    ) -> None:
        """Show another comparison."""
        self._spec = flow_of(migration, names, colours)
        self._plot.show_spec(self._spec)
        self._card.show_spec(self._spec, lambda: flow_table(migration, names))
        self._tell(NONE)

    def _tell(self, number: int) -> None:
        if self._spec is not None:
            says = self._spec.caption if number == NONE else self._spec.bands[number].says
            self._line.setText(breakable(says))


def _seen(migration: Migration) -> tuple[Flow, ...]:
    """Leave out who is in no segment before and none now: they went nowhere."""
    return tuple(flow for flow in migration.flows if flow.before != NOBODY or flow.after != NOBODY)


def _order(segment: int) -> tuple[bool, int]:
    """Put segments first, then no segment, then who isn't in that month."""
    return segment < 0, abs(segment)


def _is_move(flow: Flow) -> bool:
    return flow.before != flow.after and NOBODY not in (flow.before, flow.after)


def _side(segment: int, names: tuple[str, ...], *, joined: bool) -> str:
    if segment != NOBODY:
        return names[segment] if segment >= 0 else t("chart.no_segment")
    return t("months.joined") if joined else t("months.left")


def _part(
    seen: tuple[Flow, ...], segment: int, names: tuple[str, ...], colours: tuple[int, ...], *, joined: bool
) -> Part:
    size = sum(flow.customers for flow in seen if segment == (flow.before if joined else flow.after))
    whole = max(sum(flow.customers for flow in seen), 1)
    role = segment_role(segment, colours)
    label = _side(segment, names, joined=joined)
    return Part(label, size, wording.number(size), wording.percent(size / whole), role)


def _band(
    flow: Flow,
    names: tuple[str, ...],
    migration: Migration,
    sides: tuple[list[int], list[int]],
) -> Band:
    one, other = _side(flow.before, names, joined=True), _side(flow.after, names, joined=False)
    if flow.before == flow.after:
        says = t("months.stayed_says", count=flow.customers, name=one)
    else:
        says = t("months.band_says", count=flow.customers, one=one, other=other)
    if flow.sales == flow.sales and migration.sales_column:
        column = wording.column_words(migration.sales_column)
        says = f"{says} {t('months.band_sales', column=column, sales=wording.number(flow.sales))}"
    is_move = flow.before != flow.after
    return Band(sides[0].index(flow.before), sides[1].index(flow.after), flow.customers, is_move, says)
