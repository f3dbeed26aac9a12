"""Which columns stand on customer lists, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.basics import Button, label
from segdesk.ui.widgets.wrapping_row import WrappingRow

ROW, BOX, CHECK, RADIUS = 30, 16, 12, 4
LEFT, BETWEEN = 8, 10
FEWEST_ROWS = 5
MOST_ROWS = 12
"""A page of columns; those of wider files are scrolled to."""

Index = QModelIndex | QPersistentModelIndex


class _Boxes(QStyledItemDelegate):
    """Paints a box that is ticked or not, and a column's name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.current()
        area = QRectF(option.rect)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        is_in = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("gold_tint"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        box = QRectF(area.left() + LEFT, area.center().y() - BOX / 2, BOX, BOX)
        painter.setPen(QPen(colours.colour("gold" if is_in else "muted"), 1.5))
        painter.setBrush(colours.colour("gold") if is_in else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if is_in:
            gap = (BOX - CHECK) / 2
            tick = theme.pixmap("check", "on_gold", CHECK, painter.device().devicePixelRatio())
            painter.drawPixmap(box.topLeft().toPoint() + QRectF(gap, gap, 0, 0).topLeft().toPoint(), tick)
        words = area.adjusted(LEFT + BOX + BETWEEN, 0, -LEFT, 0)
        painter.setFont(theme.font(theme.TEXT_PX))
        painter.setPen(colours.colour("text" if is_in else "muted"))
        name = QFontMetrics(painter.font()).elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


class _Columns(QListWidget):
    """Names with boxes. A click or Space ticks one; it is dragged, or moved with Alt and an arrow key.

    Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "plain")
        self.setAccessibleName(t("columns_chooser.says"))
        self.setAccessibleDescription(t("columns_chooser.hint"))
        self.setItemDelegate(_Boxes(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._pressed: int | None = None
        self._is_dragged = False

    def shift(self, row: int, to: int) -> None:
        """Bring a column to another place."""
        if 0 <= row < self.count() and 0 <= to < self.count() and row != to:
            self.insertItem(to, self.takeItem(row))
            self.setCurrentRow(to)
            self.changed.emit()

    def turn(self, row: int) -> None:
        """Take a column in, or out."""
        if (item := self.item(row)) is not None:
            is_in = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_in else Qt.CheckState.Checked)
            self.changed.emit()

    # Qt

    def sizeHint(self) -> QSize:
        rows = min(max(self.count(), FEWEST_ROWS), MOST_ROWS)
        return QSize(220, rows * ROW + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, FEWEST_ROWS * ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(self.currentRow(), self.currentRow() + step)
        elif event.key() == Qt.Key.Key_Space:
            self.turn(self.currentRow())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        row = self.indexAt(event.position().toPoint()).row()
        self._pressed, self._is_dragged = (row if row >= 0 else None), False
        self._from = event.position()
        if row >= 0:
            self.setCurrentRow(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = (event.position() - self._from).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._is_dragged = True
        to = self.indexAt(event.position().toPoint()).row()
        if self._is_dragged and to >= 0:
            self.shift(self._pressed, to)
            self._pressed = to

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._is_dragged:
            self.turn(self._pressed)
        self._pressed = None


class ColumnChooser(QWidget):
    """All columns of a file, those ticked stand on the lists in this order.

    Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._list = _Columns(f"{name}_columns")
        self._list.changed.connect(self.changed)
        self._list.currentRowChanged.connect(self._follow)
        self._up, self._down = (
            Button("", "icon", name=f"{name}_{key}", icon=icon, role="soft", says=says)
            for key, icon, says in (
                ("up", "arrow-up", t("columns_chooser.up")),
                ("down", "arrow-down", t("columns_chooser.down")),
            )
        )
        for button, step in ((self._up, -1), (self._down, 1)):
            button.clicked.connect(lambda _checked=False, step=step: self._shift(step))
        links = WrappingRow(spacing=4)
        for key, text, act in (
            ("all", t("columns_chooser.all"), lambda: self._tick_all(True)),
            ("none", t("columns_chooser.none"), lambda: self._tick_all(False)),
            ("as_file", t("columns_chooser.as_file"), lambda: self._show(self._names, self.chosen)),
        ):
            link = Button(text, "link", name=f"{name}_{key}")
            link.clicked.connect(act)
            links.add(link)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.addWidget(links, 1, Qt.AlignmentFlag.AlignVCenter)
        tools.addWidget(self._up)
        tools.addWidget(self._down)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(tools)
        column.addWidget(self._list, 1)
        column.addWidget(label(t("columns_chooser.hint"), "muted", wrap=True))

    def show_columns(self, names: Sequence[str], chosen: Sequence[str] = ()) -> None:
        """Offer a file's columns; ``chosen`` are ticked and come first, empty ticks all."""
        self._names = tuple(names)
        taken = [name for name in chosen if name in self._names] or self._names
        rest = [name for name in self._names if name not in taken]
        self._show((*taken, *rest), taken)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The columns that are ticked, in their order."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked)

    def _show(self, order: Sequence[str], chosen: Sequence[str]) -> None:
        is_in, row = set(chosen), self._list.currentRow()
        self._list.clear()
        for name in order:
            item = QListWidgetItem(name)
            item.setToolTip(name)
            item.setCheckState(Qt.CheckState.Checked if name in is_in else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.setCurrentRow(max(row, 0))
        self._list.updateGeometry()
        self.changed.emit()

    def _shift(self, step: int) -> None:
        self._list.shift(self._list.currentRow(), self._list.currentRow() + step)

    def _tick_all(self, is_in: bool) -> None:
        for row in range(self._list.count()):
            self._list.item(row).setCheckState(Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)
        self.changed.emit()

    def _follow(self, row: int) -> None:
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < self._list.count() - 1)
