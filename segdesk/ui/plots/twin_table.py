"""A picture's figures as a table, for keyboard and screen reader."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from segdesk.charts.specs import TableSpec
from segdesk.text import t
from segdesk.ui.plots.tables import cell
from segdesk.ui.widgets.basics import Button
from segdesk.ui.widgets.reading_table import set_for_reading
from segdesk.words import wording

ROW = 31
WIDEST = 260


class TwinTable(QTableWidget):
    """A read-only table of any width, which scrolls both ways."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "list")
        self.verticalHeader().hide()
        set_for_reading(self, row_height=ROW)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMaximumSectionSize(WIDEST)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_table(self, table: TableSpec) -> None:
        """Show other figures."""
        self.setAccessibleName(table.title)
        self.clear()
        self.setRowCount(len(table.rows))
        self.setColumnCount(len(table.headers))
        for column, header in enumerate(table.headers):
            self.setHorizontalHeaderItem(column, _cell(header, column))
        for row, values in enumerate(table.rows):
            for column, value in enumerate(values):
                text = value if isinstance(value, str) else wording.number(value)
                self.setItem(row, column, _cell(text, column))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)


def table_toggle(name: str) -> Button:
    """Make the button that puts a picture's twin of that name in its place."""
    button = Button(
        t("profiles.table"),
        "pill",
        name=f"{name}_toggle",
        icon="table-2",
        role="soft",
        says=t("profiles.table_says"),
        size=14,
    )
    button.setCheckable(True)
    return button


def _cell(text: str, column: int) -> QTableWidgetItem:
    item = cell(text, column)
    item.setToolTip(text)
    return item
