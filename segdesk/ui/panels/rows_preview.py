"""The first rows of a file, as they were read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.reading_table import set_for_reading

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW_HEIGHT = 32
PAD = 10
HEAD_PAD = 16
"""What a heading needs beside, or it is cut short."""
WIDTHS = (60, 260)


def cell_text(value: object) -> str:
    """Write a value as the file would: no thousands separators, no time where there is none."""
    match value:
        case None:
            return "–"
        case float() if value != value:
            return "–"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date():
            return value.isoformat(*([" "] if isinstance(value, datetime) else []))
    return str(value)


class _Rows(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.names: tuple[str, ...] = ()
        self.texts: list[tuple[str, ...]] = []
        self._is_number: list[bool] = []

    def show_rows(self, names: tuple[str, ...], head: Sequence[tuple[object, ...]]) -> None:
        self.beginResetModel()
        self.names = names
        self.texts = [tuple(" ".join(cell_text(value).split()) for value in row) for row in head]
        self._is_number = [any(isinstance(row[i], int | float) for row in head) for i in range(len(names))]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.texts)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.names)

    def _alignment(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if self._is_number[column] else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self.texts[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
            case Qt.ItemDataRole.ForegroundRole if text == cell_text(None):
                return QBrush(theme.current().colour("muted"))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.names[index.column()]}: {text}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.names[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(section)
        return None


class _Tips(QStyledItemDelegate):
    """Tells the whole text of a cell that is too narrow for it."""

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if not index.isValid():
            return False
        is_whole = self.sizeHint(option, index).width() <= view.visualRect(index).width()
        QToolTip.showText(event.globalPos(), "" if is_whole else str(index.data()), view)
        return True


class RowsPreview(QTableView):
    """A plain table of the first rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rows_preview")
        self.setAccessibleName(t("columns.preview"))
        self.setProperty("look", "flat")
        self._rows = _Rows()
        self.setModel(self._rows)
        self.setItemDelegate(_Tips(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        set_for_reading(self, row_height=ROW_HEIGHT)
        self.verticalHeader().setObjectName("rows_numbers")
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().setObjectName("rows_header")
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setSectionsClickable(False)

    @property
    def full_height(self) -> int:
        """How high the table is when every row shows, with room for a scroll bar."""
        bar = self.horizontalScrollBar().sizeHint().height()
        return self.horizontalHeader().sizeHint().height() + self._rows.rowCount() * ROW_HEIGHT + bar

    def show_rows(self, names: tuple[str, ...], head: Sequence[tuple[object, ...]]) -> None:
        """Show ``head``, the first rows, under the columns' names."""
        self._rows.show_rows(names, head)
        cells = QFontMetrics(theme.font(theme.SMALL_PX, families=theme.MONO))
        heads = QFontMetrics(theme.font(theme.SMALL_PX))
        for column, name in enumerate(names):
            widest = max((row[column] for row in self._rows.texts), key=len, default="")
            width = max(cells.horizontalAdvance(widest), heads.horizontalAdvance(name)) + 2 * PAD + HEAD_PAD
            self.setColumnWidth(column, max(WIDTHS[0], min(width, WIDTHS[1])))
