"""The table of columns: what each is used as, its values, and why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from segdesk.model.roles import ColumnRole
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.columns_cells import BARS, PAD, ROW_HEIGHT, ColumnCells
from segdesk.ui.panels.columns_model import Cell, ColumnsModel
from segdesk.ui.widgets.focus import show_ring
from segdesk.ui.widgets.reading_table import set_for_reading
from segdesk.ui.widgets.role_chooser import RoleMenu, pill_width
from segdesk.words import wording

NAME_WIDTHS = (90, 220)
WIDEST_EXAMPLE = 220
NARROWED_EXAMPLE = 150
NARROWEST_BARS = 60
NARROWEST_NOTE = 140
WIDEST_NOTE = 320
ACTIVATING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F4)


class ColumnsTable(QTableView):
    """One row per column of the file; roles are changed in place by mouse or keyboard.

    Arrow keys move, Enter or Space opens the roles of the row, on a note of a changed role they
    undo it.

    Signals: ``role_chosen(int, ColumnRole)``, position of the column and the role picked.
    """

    role_chosen = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("columns_table")
        self.setAccessibleName(t("columns.table"))
        self.setProperty("look", "flat")
        self.columns_model = ColumnsModel()
        self.setModel(self.columns_model)
        self._cells = ColumnCells(self, self.columns_model)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        set_for_reading(self, row_height=ROW_HEIGHT)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionsClickable(False)
        self.columns_model.dataChanged.connect(self._share_width)
        self.columns_model.modelReset.connect(self._share_width)

    @property
    def full_height(self) -> int:
        """How high the table is when every row shows."""
        return self.horizontalHeader().sizeHint().height() + self.columns_model.rowCount() * ROW_HEIGHT

    def activate(self, index: QModelIndex) -> None:
        """Do what a click on the cell does: open the roles, or undo a choice."""
        if not index.isValid():
            return
        row = index.row()
        if index.column() == Cell.NOTE and self.columns_model.column(row).is_changed:
            self.role_chosen.emit(row, self.columns_model.column(row).guessed)
            return
        column = self.columns_model.column(row)
        menu = RoleMenu(self, column=column.name, kind=column.kind, role=column.role)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(lambda role: self._on_chosen(row, role))
        cell = self.visualRect(self.columns_model.index(row, Cell.ROLE))
        menu.popup(self.viewport().mapToGlobal(cell.bottomLeft() + QPoint(PAD, -4)))

    def _on_chosen(self, row: int, role: ColumnRole) -> None:
        if role is not self.columns_model.column(row).role:
            self.role_chosen.emit(row, role)

    def _natural(self, cell: Cell) -> int:
        """Give the width of a column's longest text, by its number of letters."""
        model, font = self.columns_model, ColumnCells.font(cell)
        texts = [model.text(row, cell) for row in range(model.rowCount())]
        widest = max(texts, key=len, default="")
        # A tenth more: the longest by letters needn't be the widest.
        return round(QFontMetrics(font).horizontalAdvance(widest) * 1.1) + 2 * PAD

    def _share_width(self) -> None:
        """Share the width among the columns: bars give way first, then examples, then names."""
        heads = QFontMetrics(theme.font(theme.SMALL_PX))

        def head(cell: Cell) -> int:
            return heads.horizontalAdvance(t(f"columns.head_{cell.name.lower()}")) + 2 * PAD + 4

        roles = {column.role for column in self.columns_model.columns} | {ColumnRole.CATEGORY}
        width = {
            Cell.ROLE: max(
                round(max(pill_width(wording.role_name(r)) for r in roles)) + 2 * PAD, head(Cell.ROLE)
            ),
            Cell.VALUES: max(BARS[0] + 2 * PAD, head(Cell.VALUES)),
            Cell.MISSING: max(self._natural(Cell.MISSING), head(Cell.MISSING)),
            Cell.NAME: _between(self._natural(Cell.NAME), NAME_WIDTHS),
            Cell.EXAMPLE: _between(self._natural(Cell.EXAMPLE), (head(Cell.EXAMPLE), WIDEST_EXAMPLE)),
        }
        room = self.viewport().width()
        # A note on two lines is worth more than a third example.
        wish = _between(self._natural(Cell.NOTE) * 3 // 5, (NARROWEST_NOTE, WIDEST_NOTE))
        lacking = sum(width.values()) + wish - room
        width[Cell.EXAMPLE] -= _between(lacking, (0, max(0, width[Cell.EXAMPLE] - NARROWED_EXAMPLE)))
        narrowest = {
            Cell.VALUES: max(NARROWEST_BARS + 2 * PAD, head(Cell.VALUES)),
            Cell.EXAMPLE: head(Cell.EXAMPLE),
            Cell.NAME: NAME_WIDTHS[0],
        }
        for cell, least in narrowest.items():
            lacking = sum(width.values()) + NARROWEST_NOTE - room
            width[cell] -= _between(lacking, (0, max(0, width[cell] - least)))
        width[Cell.NOTE] = max(NARROWEST_NOTE, room - sum(width.values()))
        for cell, pixels in width.items():
            self.setColumnWidth(cell, pixels)

    def _does_something(self, index: QModelIndex) -> bool:
        """Whether a click on a cell changes anything."""
        is_undo = index.column() == Cell.NOTE and self.columns_model.column(index.row()).is_changed
        return index.column() == Cell.ROLE or is_undo

    def _hover(self, position: QPoint | None) -> None:
        index = self.indexAt(position) if position is not None else QModelIndex()
        hovered = (index.row(), Cell(index.column())) if index.isValid() else None
        if hovered == self._cells.hovered:
            return
        self._cells.hovered = hovered
        does = index.isValid() and self._does_something(index)
        shape = Qt.CursorShape.PointingHandCursor if does else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and index == self.currentIndex() and self._does_something(index):
            self.activate(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        show_ring(self)  # whoever clicked into the table and goes on by keys must see where they are
        if event.key() in ACTIVATING_KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.activate(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() or self.currentIndex().column() == Cell.NAME:
            self.setCurrentIndex(self.columns_model.index(max(0, self.currentIndex().row()), Cell.ROLE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()


def _between(value: int, bounds: tuple[int, int]) -> int:
    return max(bounds[0], min(value, bounds[1]))
