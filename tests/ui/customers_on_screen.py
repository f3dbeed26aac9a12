"""The Customers tab as it stands in the window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from segdesk.ui.panels.results.customers_tab import CustomersTab
from segdesk.ui.session import View
from tests.ui.sample_views import COLUMNS, FakeReader


def customers_tab(qtbot: QtBot, reader: FakeReader, view: View) -> CustomersTab:
    """Give a tab of a view's customers, on screen."""
    made = CustomersTab(reader)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show_view(view, COLUMNS)
    made.show()
    return made
