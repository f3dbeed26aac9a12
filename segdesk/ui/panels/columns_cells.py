"""How the cells of the columns table are painted."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.columns_model import Cell, ColumnsModel
from segdesk.ui.widgets.focus import has_ring
from segdesk.ui.widgets.role_chooser import paint_role
from segdesk.ui.widgets.sparkbars import paint_bars

ROW_HEIGHT = 40
PAD = 10
BARS = (84, 22)
BARS_ALPHA = 0.8
NOTE_LINES = 2
SPACE = 1
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


def wrapped(text: str, font: QFont, width: int, lines: int) -> list[str]:
    """Break ``text`` into at most ``lines`` lines of ``width``; the last is elided."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= lines:
        return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    head = [text[a:b].strip() for a, b in pairwise(starts[:lines])]
    rest = text[starts[lines - 1] :]
    return [*head, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


class ColumnCells(QStyledItemDelegate):
    """Paints names, role pills, bars, examples and notes; ``hovered`` is the cell pointed at."""

    def __init__(self, view: QTableView, model: ColumnsModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self.hovered: tuple[int, Cell] | None = None

    @staticmethod
    def font(cell: Cell) -> QFont:
        """Give the font of a cell."""
        if cell in (Cell.EXAMPLE, Cell.MISSING):
            return theme.font(theme.SMALL_PX, families=theme.MONO)
        if cell is Cell.NAME:
            return theme.font(weight=600)
        return theme.font(theme.SMALL_PX)

    def undo_rect(self, row: int, area: QRect) -> QRect:
        """Give the place of the word Undo in the note's ``area``: none where nothing was changed."""
        if not self._model.column(row).is_changed:
            return QRect()
        metrics = QFontMetrics(self.font(Cell.NOTE))
        width = metrics.horizontalAdvance(t("columns.undo")) + SPACE
        left = metrics.horizontalAdvance(self._model.note(row)) + PAD
        left = max(0, min(left, area.width() - width))
        return QRect(area.left() + left, area.top(), width, area.height())

    def _ink(self, row: int, cell: Cell) -> str:
        column = self._model.column(row)
        if not column.role.is_used:
            return "muted"
        if cell is Cell.NAME:
            return "text"
        return "soft" if cell is Cell.EXAMPLE or (cell is Cell.MISSING and column.missing) else "muted"

    def _paint_text(self, painter: QPainter, area: QRect, row: int, cell: Cell) -> None:
        text = self._model.text(row, cell)
        font = self.font(cell)
        undo = self.undo_rect(row, area) if cell is Cell.NOTE else QRect()
        room = area.width() - (undo.width() + PAD if undo.isValid() else 0)
        lines = wrapped(text, font, room, NOTE_LINES if cell is Cell.NOTE else 1)
        painter.setFont(font)
        painter.setPen(theme.current().colour(self._ink(row, cell)))
        height = painter.fontMetrics().lineSpacing()
        top = area.center().y() - height * len(lines) / 2 + 1
        for number, line in enumerate(lines):
            place = QRectF(area.left(), top + number * height, area.width(), height)
            painter.drawText(place, LEFT, line)
        if undo.isValid():
            painter.setPen(theme.current().colour("gold_bright"))
            painter.drawText(QRectF(undo), LEFT, t("columns.undo"))

    def _paint_focus(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(QPen(theme.current().colour("gold_bright"), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(area).adjusted(3, 4, -3, -5), 8, 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, row, cell = self._view, index.row(), Cell(index.column())
        model, rect = self._model, QRect(option.rect)
        area = rect.adjusted(PAD, 0, -PAD, -1)
        colours = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row < model.rowCount() - 1:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.colour("line"))
        is_current = has_ring(view) and view.currentIndex() == index
        is_hovered = self.hovered == (row, cell)
        column = model.column(row)
        if cell is Cell.ROLE:
            ratio = view.devicePixelRatioF()
            paint_role(
                painter,
                QRectF(area),
                column.role,
                ratio=ratio,
                is_focused=is_current,
                is_hovered=is_hovered,
            )
        elif cell is Cell.VALUES:
            bars = QRectF(area.left(), area.center().y() - BARS[1] / 2, min(BARS[0], area.width()), BARS[1])
            role = "gold" if column.role.is_used else "muted"
            paint_bars(painter, bars, model.counts(row), colours.colour(role, BARS_ALPHA))
        else:
            self._paint_text(painter, area, row, cell)
        if is_current and cell is not Cell.ROLE:
            self._paint_focus(painter, rect)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if not index.isValid():
            return False
        QToolTip.showText(event.globalPos(), self.tip(index.row(), Cell(index.column())), view)
        return True

    def tip(self, row: int, cell: Cell) -> str:
        """Give what pointing at a cell tells: what doesn't fit, or what its figures mean."""
        model = self._model
        if cell is Cell.ROLE:
            return t(f"columns.about_{model.column(row).role}")
        if cell in (Cell.MISSING, Cell.VALUES):
            return str(model.index(row, cell).data(Qt.ItemDataRole.AccessibleTextRole))
        text = model.text(row, cell)
        room = self._view.columnWidth(cell) - 2 * PAD
        shown = wrapped(text, self.font(cell), room, NOTE_LINES if cell is Cell.NOTE else 1)
        return "" if "".join(shown).split() == text.split() or " ".join(shown) == text else text
