"""How much the methods of a comparison agree, pair by pair."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from segdesk.model.findings import Comparison
from segdesk.text import t
from segdesk.ui.plots.heat_table import HeatCell, HeatName, HeatTable
from segdesk.ui.widgets.basics import label
from segdesk.words import wording

NEARLY_THE_SAME, MUCH_ALIKE, RATHER_DIFFERENT = 0.9, 0.65, 0.3
"""Steinley (2004, Psychological Methods 9:386): an adjusted Rand index above .90 is excellent, above .80
good, above .65 moderate, and below that poor."""


def likeness(value: float) -> str:
    """Say an adjusted Rand index in words."""
    if value != value:
        return t("compare_panel.alike_unknown")
    if value >= NEARLY_THE_SAME:
        return t("compare_panel.alike_same")
    if value >= MUCH_ALIKE:
        return t("compare_panel.alike_much")
    return t("compare_panel.alike_some" if value >= RATHER_DIFFERENT else "compare_panel.alike_hardly")


class AgreementCard(QWidget):
    """A table of coloured cells, one for each two methods that came to an end."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("agreement")
        self._table = HeatTable(name="agreement_table", says=t("compare_panel.agreement"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(t("compare_panel.agreement"), "strong"))
        column.addWidget(label(t("compare_panel.agreement_line"), "muted", wrap=True))
        column.addSpacing(6)
        column.addWidget(self._table)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the methods that have figures."""
        done = [i for i, contender in enumerate(comparison.contenders) if contender.failure is None]
        methods = [comparison.contenders[i].method for i in done]
        rows = [HeatName(wording.method_name(method)) for method in methods]
        columns = [HeatName(wording.method_term(method)) for method in methods]
        self._table.show_cells(rows, columns, [[_cell(comparison, i, j) for j in done] for i in done])
        self.setVisible(len(done) > 1)


def _cell(comparison: Comparison, one: int, other: int) -> HeatCell:
    if one == other:
        return HeatCell("·", strength=None)
    value = round(comparison.agreement[one][other], 2) + 0.0  # 0.0 where it would be written −0.00
    words = likeness(value)
    methods = (comparison.contenders[one].method, comparison.contenders[other].method)
    says = t(
        "compare_panel.agreement_says",
        one=wording.method_name(methods[0]),
        other=wording.method_name(methods[1]),
        value=wording.number(value, 2),
        words=words,
    )
    known = value == value
    return HeatCell(wording.number(value, 2), words if known else "", value if known else None, says)
