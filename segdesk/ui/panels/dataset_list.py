"""The list of saved datasets, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.basics import Button
from segdesk.ui.widgets.focus import has_ring
from segdesk.words import wording

if TYPE_CHECKING:  # the first window needs the list before it needs the model
    from segdesk.model.saved import DatasetInfo

ROW_HEIGHT = 62
ICON = 18
LEFT = 14
TEXT_LEFT = LEFT + ICON + 12
MADE_AT_ONCE = 20
"""A screenful and more. 200 rows at once would hold the window for 0.3 s."""

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _Row(QWidget):
    """One dataset: painted, with a pill for its runs and a bin.

    Signals: ``opened``, ``runs_asked``, ``delete_asked``, ``stepped(int)``, ``focused``.
    """

    opened = Signal()
    runs_asked = Signal()
    delete_asked = Signal()
    stepped = Signal(int)
    focused = Signal()

    def __init__(self, info: DatasetInfo, *, is_last: bool) -> None:
        super().__init__()
        self.setObjectName(f"dataset_{info.id}")
        self.setFixedHeight(ROW_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.dataset_id = info.id
        self._name = info.name
        self._about = t("import.about", rows=info.rows, when=wording.when(info.imported_at))
        self._is_last = is_last
        self.setAccessibleName(t("import.row_says", name=info.name, about=self._about, runs=info.runs))
        name, runs = info.name, t("import.runs", runs=info.runs)
        says = t("import.runs_says", name=name, runs=info.runs)
        self._runs = Button(runs, "pill", name=f"dataset_{info.id}_runs", says=says)
        self._runs.clicked.connect(self.runs_asked)
        self._bin = Button(
            look="icon",
            name=f"dataset_{info.id}_delete",
            icon="trash-2",
            role="soft",
            says=t("import.delete", name=name),
        )
        self._bin.clicked.connect(self.delete_asked)
        for button in (self._runs, self._bin):
            button.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(TEXT_LEFT, 0, LEFT, 0)
        row.setSpacing(4)
        row.addStretch(1)
        row.addWidget(self._bin)
        row.addWidget(self._runs)
        # In the row by now, or they would be windows of their own.
        self._runs.setVisible(info.runs > 0)
        self._bin.hide()
        self.set_tab_stop(False)

    def set_tab_stop(self, is_stop: bool) -> None:
        """Let Tab reach this row and its buttons: only one row of a list, so that Tab gets through."""
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(strong if is_stop else click)
        for button in (self._runs, self._bin):
            button.setFocusPolicy(strong if is_stop else Qt.FocusPolicy.NoFocus)
        self._show_bin()

    def has_focus(self) -> bool:
        """Whether the keyboard is in this row or one of its buttons."""
        return any(widget.hasFocus() for widget in (self, self._bin, self._runs))

    def _look_later(self) -> None:
        # Asked when the focus has arrived: during FocusOut it is nowhere yet.
        QTimer.singleShot(0, self, self._show_bin)

    def _show_bin(self) -> None:
        self._bin.setVisible(self.has_focus() or self.underMouse())
        self.update()

    def _text_width(self) -> int:
        shown = [button for button in (self._bin, self._runs) if button.isVisible()]
        right = min((button.x() for button in shown), default=self.width() - LEFT)
        return max(0, right - TEXT_LEFT - 8)

    def sizeHint(self) -> QSize:
        return QSize(240, ROW_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -5.5)
        ring = has_ring(self)
        if ring or self.underMouse():
            painter.setPen(QPen(colours.colour("gold_bright"), 1.2) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("raised"))
            painter.drawRoundedRect(ground, 8, 8)
        if not self._is_last:
            painter.fillRect(0, self.height() - 1, self.width(), 1, colours.colour("line"))
        icon = theme.pixmap("table-2", "gold_bright", ICON, self.devicePixelRatioF())
        painter.drawPixmap(LEFT, (self.height() - ICON) // 2, icon)
        middle, width = self.height() // 2, self._text_width()
        lines = ((self._name, theme.TEXT_PX, "text", -20), (self._about, theme.SMALL_PX, "muted", 1))
        for text, px, role, offset in lines:
            painter.setFont(theme.font(px))
            painter.setPen(colours.colour(role))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)
            line = QRectF(TEXT_LEFT, middle + offset, width, 20)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            full = self.fontMetrics().horizontalAdvance(self._name) > self._text_width()
            self.setToolTip(self._name if full else "")
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in OPENING_KEYS and self.hasFocus():
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_bin()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_bin()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
        self._show_bin()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._look_later()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._look_later()
        return super().eventFilter(watched, event)


class DatasetList(QFrame):
    """Saved datasets in a card that is as high as its rows and scrolls when there is no room.

    Up and Down move, Enter opens, Delete deletes, Tab reaches the pill and the bin.

    Signals: ``opened(int)``, ``runs_requested(int)``, ``delete_requested(int)``, each with a
    dataset's id.
    """

    opened = Signal(int)
    runs_requested = Signal(int)
    delete_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dataset_list")
        self.setProperty("look", "card")
        self.setAccessibleName(t("import.files"))
        self._datasets: tuple[DatasetInfo, ...] = ()
        self._rows: list[_Row] = []
        self._column = QVBoxLayout()
        self._scroll = QScrollArea()
        self._scroll.setObjectName("dataset_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_datasets(self, datasets: tuple[DatasetInfo, ...]) -> None:
        """Show these rows; the keyboard stays at the place it had."""
        if datasets == self._datasets:
            return
        self._datasets = datasets
        had_focus = next((i for i, row in enumerate(self._rows) if row.has_focus()), None)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._rows = []
        self._make_rows((had_focus or 0) + MADE_AT_ONCE)
        old: QWidget | None = self._scroll.takeWidget()
        if old is not None:
            # Later: the click on one of its rows may have brought us here.
            old.deleteLater()
        self._scroll.setWidget(content)
        self.setMaximumHeight(len(datasets) * ROW_HEIGHT + 2)
        self.setMinimumHeight(min(len(datasets), 2) * ROW_HEIGHT + 2)
        if self._rows:
            place = min(had_focus or 0, len(self._rows) - 1)
            self._rows[place].set_tab_stop(True)
            if had_focus is not None:
                self._rows[place].setFocus()

    def _make_rows(self, count: int) -> None:
        """Make the next rows, and the rest in idle moments."""
        made = len(self._rows)
        for position, info in enumerate(self._datasets[made : made + count], start=made):
            row = self._made_row(info, position, is_last=position == len(self._datasets) - 1)
            self._rows.append(row)
            self._column.insertWidget(position, row)
        if len(self._rows) < len(self._datasets):
            QTimer.singleShot(0, self, lambda: self._make_rows(MADE_AT_ONCE))

    def _made_row(self, info: DatasetInfo, position: int, *, is_last: bool) -> _Row:
        row = _Row(info, is_last=is_last)
        row.opened.connect(lambda: self.opened.emit(info.id))
        row.runs_asked.connect(lambda: self.runs_requested.emit(info.id))
        row.delete_asked.connect(lambda: self.delete_requested.emit(info.id))
        row.stepped.connect(lambda step: self._step(position + step))
        row.focused.connect(lambda: self._make_tab_stop(position))
        return row

    def _step(self, position: int) -> None:
        if 0 <= position < len(self._rows):
            self._rows[position].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self._rows[position], 0, 0)

    def _make_tab_stop(self, position: int) -> None:
        for i, row in enumerate(self._rows):
            row.set_tab_stop(i == position)
