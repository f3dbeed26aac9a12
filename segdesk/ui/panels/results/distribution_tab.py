"""How the customers are divided among the segments: ring, bars and table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.charts.specs import BarsSpec, DonutSpec
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots.bars import Bars
from segdesk.ui.plots.donut import Donut
from segdesk.ui.plots.pointing import NONE
from segdesk.ui.plots.tables import SegmentTable
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, card, label
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import captions

SPACING = 16
CARD_MARGIN = 18
BOTTOM = 20


class DistributionTab(QWidget):
    """The sizes of the segments in view, as a ring, as bars and as a table.

    Signals: ``save_requested(object, str)``, a chart's Spec and the wanted suffix, e.g. ``.png``.
    """

    save_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("distribution_tab")
        self._donut_spec: DonutSpec | None = None
        self._bars_spec: BarsSpec | None = None
        self._donut, self._bars = Donut(), Bars()
        self._table = SegmentTable(name="segment_sizes", with_shares=True)
        self._ratio = label("", "muted", name="size_ratio", wrap=True)
        self._repeat_note = label("", "muted", name="distribution_colours_repeat")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, BOTTOM)
        row.setSpacing(SPACING)
        row.addWidget(self._donut_card(), 5)
        row.addWidget(self._bars_card(), 6)
        self._donut.hovered.connect(self._highlight)
        self._bars.hovered.connect(self._highlight)
        self._table.itemSelectionChanged.connect(self._on_row_chosen)

    def show_view(self, view: View) -> None:
        """Show the sizes of a view's segments."""
        self._donut_spec = captions.donut_of(view.cut)
        self._bars_spec = captions.bars_of(view.cut)
        self._donut.show_spec(self._donut_spec)
        self._bars.show_spec(self._bars_spec)
        self._ratio.setText(self._bars_spec.note)
        self._ratio.setVisible(bool(self._bars_spec.note))
        self._table.show_parts(self._donut_spec.parts)
        colours = len(theme.current().segments)
        self._repeat_note.setText(t("distribution.colours_repeat", first=colours + 1, last=view.segments))
        self._repeat_note.setVisible(view.segments > colours)

    def _donut_card(self) -> QFrame:
        frame = card(name="donut_card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(CARD_MARGIN, CARD_MARGIN, CARD_MARGIN, CARD_MARGIN)
        column.setSpacing(10)
        column.addLayout(self._header("donut"))
        column.addWidget(self._donut, 1)
        column.addWidget(self._table, 0)
        column.addWidget(self._repeat_note)
        return frame

    def _bars_card(self) -> QFrame:
        frame = card(name="bars_card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(CARD_MARGIN, CARD_MARGIN, CARD_MARGIN, CARD_MARGIN)
        column.setSpacing(10)
        column.addLayout(self._header("bars"))
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self._bars)
        inside.addStretch(1)
        column.addWidget(VerticalScroll(inner, name="bars_scroll"), 1)
        column.addWidget(self._ratio)
        return frame

    def _header(self, chart: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(t(f"chart.{chart}_title"), "strong", wrap=True), 1)
        for kind in ("png", "svg"):
            says = t(f"distribution.save_{chart}_{kind}_says")
            button = Button(
                t(f"distribution.save_{kind}"),
                "pill",
                name=f"save_{chart}_{kind}",
                icon="download",
                role="soft",
                says=says,
                size=14,
            )
            button.clicked.connect(lambda _=False, chart=chart, kind=kind: self._save(chart, f".{kind}"))
            row.addWidget(button)
        return row

    def _save(self, chart: str, suffix: str) -> None:
        spec = self._donut_spec if chart == "donut" else self._bars_spec
        if spec is not None:
            self.save_requested.emit(spec, suffix)

    def _highlight(self, number: int) -> None:
        self._donut.highlight(number)
        self._bars.highlight(number)

    def _on_row_chosen(self) -> None:
        rows = self._table.selectionModel().selectedRows()
        self._highlight(rows[0].row() if rows else NONE)
