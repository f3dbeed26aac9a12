"""Small tables beside the charts: the charts' numbers for keyboard and screen reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from segdesk.charts.specs import Part
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots.painting import dot
from segdesk.ui.widgets.reading_table import set_for_reading

ROW = 31
DOT = 10
FEWEST_ROWS = 3
"""Unless told otherwise a table can be squeezed to so many rows; scrolling reaches the rest."""
FEWEST_SEGMENTS_SHOWN = 6
"""Most runs have no more segments than this: their list isn't squeezed."""
CELL_PAD = 14
LEAST_WIDTH = 210

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SmallTable(QTableWidget):
    """A read-only table that asks for the height of its rows and scrolls where it gets less."""

    _fewest_rows = FEWEST_ROWS

    def __init__(self, headers: tuple[str, ...], *, name: str, says: str) -> None:
        super().__init__(0, len(headers))
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setProperty("look", "list")
        for column, header in enumerate(headers):
            self.setHorizontalHeaderItem(column, cell(header, column))
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        set_for_reading(self, row_height=ROW)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def _put(self, row: int, texts: tuple[str, ...]) -> QTableWidgetItem:
        """Fill a row and give its first item, whose text may be cut short."""
        items = [cell(text, column) for column, text in enumerate(texts)]
        for column, item in enumerate(items):
            self.setItem(row, column, item)
        items[0].setToolTip(texts[0])
        return items[0]

    def _height(self, rows: int) -> int:
        header = self.horizontalHeader()
        top = 0 if header.isHidden() else header.sizeHint().height()
        return top + rows * ROW + 2 * self.frameWidth() + 2

    def sizeHint(self) -> QSize:
        return QSize(240, self._height(self.rowCount()))

    def minimumSizeHint(self) -> QSize:
        rows = min(self.rowCount(), self._fewest_rows)
        header = self.horizontalHeader()
        width = sum(header.sectionSizeHint(column) for column in range(self.columnCount()))
        return QSize(max(LEAST_WIDTH, width), self._height(rows))


def cell(text: str, column: int) -> QTableWidgetItem:
    """Make an item: words to the left, figures to the right."""
    item = QTableWidgetItem(text)
    item.setTextAlignment(_RIGHT if column else _LEFT)
    return item


class SegmentTable(SmallTable):
    """Segments with dot, name and size, and if wanted the share."""

    # Here already: Qt sends changes from within the constructor.
    _parts: tuple[Part, ...] = ()
    _names: tuple[QTableWidgetItem, ...] = ()

    def __init__(self, *, name: str, with_shares: bool) -> None:
        headers: tuple[str, ...] = (t("distribution.segment"), t("distribution.customers"))
        if with_shares:
            headers = (*headers, t("distribution.share"))
        super().__init__(headers, name=name, says=t("distribution.table_name"))
        self._with_shares = with_shares
        if not with_shares:  # beside a tree, where no other list of the segments is
            self._fewest_rows = FEWEST_SEGMENTS_SHOWN
        self.setIconSize(QSize(DOT, DOT))
        if not with_shares:
            self.horizontalHeader().hide()
            self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """List other segments."""
        self._parts = parts
        blocked = QSignalBlocker(self)
        self.setRowCount(len(parts))
        names = []
        for row, part in enumerate(parts):
            texts = (part.label, part.figure, part.share)[: self.columnCount()]
            name = self._put(row, texts)
            name.setFont(theme.font())
            names.append(name)
        self._names = tuple(names)
        if not self._with_shares:  # the hidden heading would make the column wider than its figures
            self.setColumnWidth(1, self.sizeHintForColumn(1) + CELL_PAD)
        self._colour()
        self.clearSelection()
        self.setCurrentCell(-1, -1)
        blocked.unblock()
        self.updateGeometry()

    def _colour(self) -> None:
        for name, part in zip(self._names, self._parts, strict=True):
            name.setIcon(QIcon(dot(part.role, DOT, self.devicePixelRatioF())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._colour()
