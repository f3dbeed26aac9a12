"""A picture's figures as a table, for keyboard and screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from segdesk.charts.specs import TableSpec
from segdesk.words import wording

ROW = 31
WIDEST = 260

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TwinTable(QTableWidget):
    """A read-only table of any width, which scrolls both ways."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "list")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMaximumSectionSize(WIDEST)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)

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


def _cell(text: str, column: int) -> QTableWidgetItem:
    """Make an item: words to the left, figures to the right."""
    item = QTableWidgetItem(text)
    item.setTextAlignment(_RIGHT if column else _LEFT)
    item.setToolTip(text)
    return item
