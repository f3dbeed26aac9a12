"""Which tab shows which findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from segdesk.model.findings import Findings
from segdesk.ui.panels.results.customers_tab import CustomersTab
from segdesk.ui.panels.results.overview_tab import OverviewTab

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from segdesk.ui.panels.results.how_many_tab import HowManyTab


def tell_findings(tab: str, page: QWidget, findings: Findings) -> None:
    """Hand the findings to a tab that shows some of them."""
    if tab == "overview":
        overview = cast("OverviewTab", page)
        overview.show_verdict(findings.verdict)
        overview.show_reliability(findings.reliability)
    elif tab == "how_many":
        how_many = cast("HowManyTab", page)
        how_many.show_choice(findings.choice)
        how_many.show_nearness(findings.nearness)
        how_many.show_verdict(findings.verdict)
        how_many.show_reliability(findings.reliability)
    elif tab == "customers":
        cast("CustomersTab", page).show_reliability(findings.reliability)
